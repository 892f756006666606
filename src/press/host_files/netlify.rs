//! `_headers` and `_redirects`, as Netlify and Cloudflare Pages read them: a line ends where the line does, a word
//! where the space is, and nothing can be quoted.

use super::{Told, Unwritable, path, value};
use crate::paths::{FrameAddress, Tool};
use crate::press::headers::{Kind, rules};
use std::fmt::Write;

const HOST: &str = "Netlify";

/// Netlify takes the site's own “not found” page for every address; Cloudflare takes the nearest.
/// The first that covers an address decides.
pub fn redirects(told: &Told) -> Result<String, Unwritable> {
    let Told { base, others, .. } = told;
    let editions = std::iter::once((*base).to_owned()).chain(others.iter().map(|other| format!("{base}{other}/")));
    let frames =
        editions.filter(|_| told.has_embeds).map(|at| (format!("{at}embed/*"), format!("{at}{}", FrameAddress::NOT_FOUND)));
    let pages = others.iter().map(|other| (format!("{base}{other}/*"), format!("{base}{other}/404.html")));
    let lines = frames.chain(pages).map(|(from, to)| Ok(format!("{} {} 404\n", path(&from, HOST)?, path(&to, HOST)?)));
    lines.collect()
}

/// Every rule that matches is applied, and the values of the same header are joined; so no rule may
/// cover what a more special one covers, and there can be none for every other address. What is
/// not found is covered below `article/` and `section/`.
pub fn headers(told: &Told) -> Result<String, Unwritable> {
    let Told { policy, base, others, .. } = told;
    let mut text = String::new();
    // A star stands at the end alone there: the feeds of sections have the headers of their pages.
    let special = rules(others).into_iter().filter(|(pattern, _)| !pattern.starts_with('*'));
    let editions = std::iter::once(String::new()).chain(others.iter().map(|other| format!("{other}/")));
    let pages = editions.flat_map(|edition| {
        let tools = Tool::ALL.map(|tool| format!("{edition}{}/", tool.folder()));
        let pages = ["", "article/*", "section/*", "404.html"].map(|pattern| format!("{edition}{pattern}"));
        pages.into_iter().chain(tools).map(|pattern| (pattern, Kind::Page))
    });
    for (pattern, kind) in special.chain(pages) {
        let _ = writeln!(text, "{}", path(&format!("{base}{pattern}"), HOST)?);
        for (name, header) in policy.headers(kind) {
            let _ = writeln!(text, "  {name}: {}", value(&header, b"", HOST)?);
        }
    }
    Ok(text)
}
