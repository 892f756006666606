//! The ways in which one identifier is written: sites move to `https`, drop their `www`, and count who comes.

use super::ledger::ImportLedger;
use url::Url;

/// A key as its source means it: REST answers in HTML, where `&` is `&#038;`.
pub fn plain(key: &str) -> String {
    key.replace("&#038;", "&").replace("&amp;", "&")
}

/// An address, or any key, without what changes when a site moves to `https` or drops its `www`.
pub fn regular(key: &str) -> String {
    let bare = key.split_once("://").map_or(key, |(_, rest)| rest);
    bare.trim_start_matches("www.").trim_end_matches('/').to_owned()
}

/// Whether an identifier names one thing in all the world: a URI, or a number that nobody else draws.
pub fn is_universal(key: &str) -> bool {
    let key = key.trim();
    let is_drawn = key.chars().filter(char::is_ascii_hexdigit).count() >= 32 && key.len() <= 40;
    let is_scheme = |scheme: &str| {
        scheme.len() >= 2
            && scheme.starts_with(|sign: char| sign.is_ascii_alphabetic())
            && scheme.bytes().all(|sign| sign.is_ascii_alphanumeric())
    };
    is_drawn || key.split_once(':').is_some_and(|(scheme, rest)| is_scheme(scheme) && !rest.is_empty())
}

/// The ways in which a key may have been noted: as it came, as it is meant, as others write it, the nearest first.
fn spellings(key: &str) -> Vec<String> {
    let plain = plain(key);
    let mut spellings = vec![key.to_owned()];
    let mut add = |spelling: String| {
        if !spellings.contains(&spelling) {
            spellings.push(spelling);
        }
    };
    for address in std::iter::once(plain.clone()).chain(moved(&plain)) {
        if address.contains('&') {
            add(address.clone());
            add(address.replace('&', "&#038;"));
            add(address.replace('&', "&amp;"));
        } else {
            add(address);
        }
    }
    spellings
}

/// An address as it was before its site moved to `https`, dropped its `www`, or ends with a slash; and without what only
/// counts who comes.
fn moved(address: &str) -> Vec<String> {
    let address = address.trim();
    let Some((scheme, rest)) = address.split_once("://").filter(|(scheme, _)| matches!(*scheme, "http" | "https")) else {
        return vec![];
    };
    if !Url::parse(address).is_ok_and(|url| url.has_host()) {
        return vec![];
    }
    let other = if scheme == "http" { "https" } else { "http" };
    let bare = rest.strip_prefix("www.").unwrap_or(rest);
    let hosts = [bare.to_owned(), format!("www.{bare}")];
    let written = |page: &str| [scheme, other].map(|scheme| format!("{scheme}://{page}"));
    let pages = hosts.iter().flat_map(|page| [page.clone(), uncounted(page)]).flat_map(|page| [slashed(&page), page]);
    pages.flat_map(|page| written(&page)).collect()
}

/// An address without `utm_` parameters.
fn uncounted(address: &str) -> String {
    let (address, place) = address.split_once('#').map_or((address, ""), |(address, place)| (address, place));
    let Some((page, query)) = address.split_once('?') else { return address.to_owned() + &marked('#', place) };
    let kept: Vec<&str> = query.split('&').filter(|pair| !pair.to_ascii_lowercase().starts_with("utm_")).collect();
    page.to_owned() + &marked('?', &kept.join("&")) + &marked('#', place)
}

fn marked(sign: char, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{sign}{text}") }
}

/// An address with the slash at the end of its path that it lacks, or without the one that it has.
fn slashed(address: &str) -> String {
    let end = address.find(['?', '#']).unwrap_or(address.len());
    let (path, rest) = address.split_at(end);
    path.strip_suffix('/').map_or_else(|| format!("{path}/{rest}"), |path| format!("{path}{rest}"))
}

/// The spellings of a key under which something is filed.
pub fn known_spellings(key: &str, ledger: &ImportLedger) -> Vec<String> {
    spellings(key).into_iter().filter(|spelling| ledger.known(spelling).is_some()).collect()
}

/// The key under which an item is filed already; else as it is meant.
pub fn spelling(key: &str, ledger: &ImportLedger) -> String {
    let known = spellings(key).into_iter().find(|spelling| ledger.known(spelling).is_some());
    known.unwrap_or_else(|| plain(key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn an_ampersand_is_one_in_whatever_spelling() {
        let spelt = |key: &str| spellings(key).into_iter().collect::<BTreeSet<_>>();
        let all = spelt("https://a.example/?a=1&b=2");
        assert_eq!(spelt("https://a.example/?a=1&#038;b=2"), all);
        assert_eq!(spelt("https://a.example/?a=1&amp;b=2"), all);
        assert_eq!(spellings("urn:a:1").len(), 1);
    }

    #[test]
    fn an_address_is_looked_for_as_it_was_before_its_site_moved() {
        let now = spellings("https://a.example/1?utm_source=rss&id=2&utm_medium=x");
        for before in ["http://a.example/1?id=2", "https://www.a.example/1/?id=2", "http://www.a.example/1/?id=2"] {
            assert!(now.contains(&before.to_owned()), "{before}: {now:?}");
        }
        assert!(spellings("http://www.a.example/1/").contains(&"https://a.example/1".to_owned()));
        for other in ["https://b.example/1?id=2", "https://a.example/1?id=3", "https://a.example/1"] {
            assert!(!now.contains(&other.to_owned()), "{other}");
        }
    }

    #[test]
    fn numbers_are_of_a_paper_and_uris_of_the_world() {
        for key in ["urn:a:1", "tag:a.example,2026:1", "https://a.example/1", "2f1c8a54-6b1d-4e0a-9c3f-0d5b7e8a9f10"] {
            assert!(is_universal(key), "{key}");
        }
        for key in ["5823", "post-5823", "新闻:5", "a b:c", "5:3"] {
            assert!(!is_universal(key), "{key}");
        }
    }
}
