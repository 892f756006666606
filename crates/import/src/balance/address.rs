//! Where links and players lead, so that one that was gained hides none that was lost.

use super::source::Attributes;
use crate::body::known_embed;
use std::collections::HashMap;
use url::Url;

/// Attributes that may hold a picture's address, or several.
const PICTURES: [&str; 9] = [
    "src",
    "srcset",
    "data-src",
    "data-srcset",
    "data-lazy-src",
    "data-lazy-srcset",
    "data-original",
    "data-orig-file",
    "data-actualsrc",
];

/// The addresses that an article leads to, each until it is found again at the source.
pub struct Led {
    whole: HashMap<String, usize>,
    /// The same by their last parts, for addresses that are written relative to others.
    last: HashMap<String, usize>,
}

impl Led {
    /// Where these links and players lead.
    pub fn of(links: &[String], players: &[Vec<String>]) -> Led {
        let mut led = Led { whole: HashMap::new(), last: HashMap::new() };
        for address in links.iter().chain(players.iter().filter_map(|known| known.first())) {
            *led.last.entry(last_part(address)).or_default() += 1;
            *led.whole.entry(normal(address)).or_default() += 1;
        }
        led
    }

    /// Whether the article leads there, once more than was asked for.
    pub fn take(&mut self, address: &str) -> bool {
        let address = address.trim();
        let found = match is_whole(address) {
            true => self.whole.get_mut(&normal(address)),
            // `..` and `/` have no name to be known by.
            false if last_part(address).is_empty() => return true,
            false => self.last.get_mut(&last_part(address)),
        };
        found.filter(|count| **count > 0).is_some_and(|count| {
            *count -= 1;
            true
        })
    }

    /// Names that are left: of films and posts, which the source may have called by them alone.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let left = self.whole.iter().filter(|(_, count)| **count > 0);
        left.filter_map(|(address, _)| address.trim_end_matches('/').rsplit(['/', '=']).next())
    }
}

fn is_whole(address: &str) -> bool {
    ["https:", "http:", "//", "mailto:", "tel:"]
        .iter()
        .any(|start| address.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start)))
}

/// An address as browsers read it; of what a provider shows, that of its page.
pub fn normal(address: &str) -> String {
    let address = address.trim().replace(['\t', '\n', '\r'], "");
    let address = if address.starts_with("//") { format!("https:{address}") } else { address };
    let Ok(mut url) = Url::parse(&address) else { return address };
    let _ = (url.set_username(""), url.set_password(None));
    let page = known_embed(url.as_str()).map_or_else(|| url.to_string(), |embed| embed.href);
    page.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/').to_owned()
}

/// Whether a link stays within its page: it says a place alone, or the page's own address, or that of a further page of
/// its article, and a place.
pub fn is_within(href: &str, page: Option<&Url>) -> bool {
    let Some((address, place)) = href.trim().split_once('#') else { return false };
    let Some(own) = page.map(|page| bare(page.as_str())).filter(|_| !address.is_empty() && !place.is_empty()) else {
        return address.is_empty();
    };
    let address = page.and_then(|page| page.join(address).ok()).map_or_else(String::new, |url| bare(url.as_str()));
    let rest = address.strip_prefix(&own);
    rest.is_some_and(|rest| rest.trim_start_matches('/').chars().all(|sign| sign.is_ascii_digit()))
}

fn bare(address: &str) -> String {
    let address = normal(address.split("?utm_").next().unwrap_or_default()).to_lowercase();
    address.strip_prefix("www.").unwrap_or(&address).to_owned()
}

/// The last part of a path, with what is asked for.
fn last_part(address: &str) -> String {
    let decoded = percent_encoding::percent_decode_str(address.trim()).decode_utf8_lossy().into_owned();
    let (path, rest) = decoded.split_at(decoded.find(['?', '#']).unwrap_or(decoded.len()));
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    // What only says how far up it is has no name.
    let last = if last.chars().all(|sign| sign == '.') { "" } else { last };
    format!("{last}{rest}").to_lowercase()
}

/// The addresses that a picture may be known by.
pub fn of_picture(attributes: &Attributes) -> Vec<String> {
    let values = attributes.iter().filter(|(name, _)| PICTURES.contains(&name.as_str())).map(|(_, value)| value.trim());
    let parts = values.flat_map(|value| value.split([' ', '\n']).chain(Some(value).filter(|value| value.contains([' ', '\n']))));
    parts.map(|part| known_by(part.trim_end_matches(','))).filter(|name| !name.is_empty()).collect()
}

/// Whether an address names a picture file.
pub fn is_picture(href: &str) -> bool {
    let path = href.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    ["jpg", "jpeg", "png", "webp", "avif", "gif", "svg"].iter().any(|ending| path.ends_with(&format!(".{ending}")))
}

/// What a picture's address is known by, wherever it was moved: the last part of its path, and what is asked for.
pub fn known_by(address: &str) -> String {
    if address.starts_with("data:") {
        return String::new();
    }
    if !address.contains(['%', '#', '?']) {
        return address.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_lowercase();
    }
    let address = address.split('#').next().unwrap_or_default();
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let last = percent_encoding::percent_decode_str(last).decode_utf8_lossy().into_owned();
    let query = percent_encoding::percent_decode_str(query).decode_utf8_lossy().into_owned();
    format!("{last}?{query}").trim_end_matches('?').to_lowercase()
}
