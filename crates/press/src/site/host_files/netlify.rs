//! `_headers` and `_redirects`, as Netlify and Cloudflare Pages read them: a line ends where the line does, a word
//! where the space is, and nothing can be quoted.

use super::parts::{Told, path, value};
use super::unwritable::Unwritable;
use crate::site::headers::{Kind, rules};
use std::fmt::Write;
use strait_model::FormerAddress;
use strait_model::paths::{Address, FrameAddress, Tool};

const HOST: &str = "Netlify";

/// Netlify takes the site's own “not found” page for every address; Cloudflare takes the nearest.
/// The first that covers an address decides.
pub fn redirects(base: &str, others: &[&str], has_embeds: bool) -> Result<String, Unwritable> {
    let editions = std::iter::once(base.to_owned()).chain(others.iter().map(|other| format!("{base}{other}/")));
    let frames = editions.filter(|_| has_embeds).map(|at| (format!("{at}embed/*"), format!("{at}{}", FrameAddress::NOT_FOUND)));
    let pages = others.iter().map(|other| (format!("{base}{other}/*"), format!("{base}{other}/404.html")));
    let lines = frames.chain(pages).map(|(from, to)| Ok(format!("{} {} 404\n", path(&from, HOST)?, path(&to, HOST)?)));
    lines.collect()
}

/// The line of an old address. Netlify reads what a query must say between the two; Cloudflare knows no queries, and
/// leaves such a line out. Nothing where a query has a part without a value.
pub fn redirect(address: &FormerAddress, target: &str) -> Result<String, Unwritable> {
    let refused = || Unwritable { host: HOST, text: address.escape_debug().to_string() };
    let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-._~,+=@!%&".contains(&byte));
    let (from, said) = address.line();
    let said: Vec<&str> = said.split('&').filter(|part| !part.is_empty()).collect();
    if !said.iter().all(|part| part.split_once('=').is_some_and(|(name, value)| !name.is_empty() && !value.is_empty())) {
        return Ok(String::new());
    }
    let words = std::iter::once(&*from).chain(said).collect::<Vec<_>>();
    match from.starts_with('/') && words.iter().all(|word| is_plain(word)) {
        true => Ok(format!("{} {} 301\n", words.join(" "), path(target, HOST)?)),
        false => Err(refused()),
    }
}

/// Every rule that matches is applied, and the values of the same header are joined; so no rule may
/// cover what a more special one covers, and there can be none for every other address. What is
/// not found is covered below `article/` and `section/`.
pub fn headers(told: &Told) -> Result<String, Unwritable> {
    let Told { policy, base, others, standing } = told;
    let mut text = String::new();
    // A star stands at the end alone there: the feeds of sections have the headers of their pages.
    let special = rules(others).into_iter().filter(|(pattern, _)| !pattern.starts_with('*'));
    let editions = std::iter::once(String::new()).chain(others.iter().map(|other| format!("{other}/")));
    let pages = editions.flat_map(|edition| {
        let tools = Tool::ALL.map(|tool| format!("{edition}{}/", tool.folder()));
        let folders = Address::FOLDERS.map(|folder| format!("{edition}{folder}/*"));
        let alone = Address::ALONE.map(|page| format!("{edition}{page}"));
        let pages = alone.into_iter().chain(folders).chain([format!("{edition}404.html")]);
        let standing = standing.iter().map(move |page| format!("{edition}{page}/*"));
        pages.chain(tools).chain(standing.collect::<Vec<_>>()).map(|pattern| (pattern, Kind::Page))
    });
    for (pattern, kind) in special.chain(pages) {
        let _ = writeln!(text, "{}", path(&format!("{base}{pattern}"), HOST)?);
        for (name, header) in policy.headers(kind) {
            let _ = writeln!(text, "  {name}: {}", value(&header, b"", HOST)?);
        }
    }
    Ok(text)
}
