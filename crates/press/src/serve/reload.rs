//! Pages that reload themselves when the site was printed anew, for who writes or builds.

use super::Paper;
use super::answer::with;
use super::body::{Body, Found, whole};
use crate::site::content_type::content_type;
use crate::site::mark::Mark;
use hyper::{Response, header};
use std::io;
use strait_confined::Confined;

const SCRIPT: &str = include_str!("reload.js");
const TAG: &str = "<script type=\"module\" src=\"/-/reload.js\"></script>";

/// What the script is loaded from, and what it looks at; nothing where no page reloads.
pub fn answer(paper: &Paper, address: &str, folder: &Confined) -> Option<Response<Body>> {
    let (name, bytes) = match address {
        "/-/reload.js" if paper.reloads => ("reload.js", SCRIPT.as_bytes().to_vec()),
        "/-/stamp" if paper.reloads => ("stamp.txt", format!("{}\n{}", stamp(folder), notice(paper)).into_bytes()),
        _ => return None,
    };
    Some(fresh(name, bytes))
}

/// What pages show in a quiet line. Whoever writes it takes it away when there is nothing to say.
fn notice(paper: &Paper) -> String {
    paper.notice.as_ref().and_then(|file| std::fs::read_to_string(file).ok()).unwrap_or_default()
}

/// What is another after each print that changed anything; nothing while the site is being printed.
fn stamp(folder: &Confined) -> String {
    let mark = Mark::of(folder).ok().flatten().filter(|mark| *mark != Mark::Broken);
    mark.map(|mark| mark.to_string().trim_end().to_owned()).unwrap_or_default()
}

/// Puts the script into a page. It comes whole, and not as its compressed copy.
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
