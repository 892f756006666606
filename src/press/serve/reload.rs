//! Pages that reload themselves when the site was printed anew, for who writes or builds.

use super::answer::with;
use super::body::{Body, Found, whole};
use crate::confined::Confined;
use crate::press::content_type::content_type;
use crate::press::output::STAMP;
use hyper::{Response, header};
use std::io;

const SCRIPT: &str = "let last;setInterval(async()=>{try{const now=await(await fetch('/-/stamp',{cache:'no-store'})).text();\
if(last&&now!==last)location.reload();last=now}catch{}},700)";
const TAG: &str = "<script type=\"module\" src=\"/-/reload.js\"></script>";

/// What the script is loaded from, and what it looks at; nothing where no page reloads.
pub fn answer(reloads: bool, address: &str, folder: &Confined) -> Option<Response<Body>> {
    let (name, bytes) = match address {
        "/-/reload.js" if reloads => ("reload.js", SCRIPT.as_bytes().to_vec()),
        "/-/stamp" if reloads => ("stamp.txt", folder.read(STAMP).map(|stamp| stamp.bytes).unwrap_or_default()),
        _ => return None,
    };
    Some(fresh(name, bytes))
}

/// Puts the script into a page. It comes whole, and not as its compressed twin.
pub fn add_script(page: Found) -> io::Result<Response<Body>> {
    let page = String::from_utf8_lossy(&page.bytes()?).replacen("</head>", &format!("{TAG}</head>"), 1);
    Ok(fresh("page.html", page.into_bytes()))
}

/// What is made for this answer.
fn fresh(name: &str, bytes: Vec<u8>) -> Response<Body> {
    let length = bytes.len().to_string();
    let response = with(Response::new(whole(bytes)), header::CONTENT_TYPE, &content_type(name));
    with(with(response, header::CACHE_CONTROL, "no-store"), header::CONTENT_LENGTH, &length)
}
