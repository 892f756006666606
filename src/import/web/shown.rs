//! Addresses as they may be told: without names, passwords and tokens.

use url::Url;

/// What queries of ours say; all other values may be somebody's key.
const OPEN: [&str; 6] = ["page", "per_page", "orderby", "order", "_embed", "modified_after"];

/// An address without who asks and with which password, its query's values left out.
pub fn shown(address: &str) -> String {
    let Ok(mut url) = Url::parse(address) else { return shown_broken(address) };
    // Fails where an address can have neither.
    let _ = (url.set_username(""), url.set_password(None));
    url.set_fragment(None);
    let query: Vec<String> = url.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty()).map(shown_pair).collect();
    url.set_query(None);
    match query.is_empty() {
        true => url.to_string(),
        false => format!("{url}?{}", query.join("&")),
    }
}

fn shown_pair(pair: &str) -> String {
    match pair.split_once('=') {
        Some((name, _)) if OPEN.contains(&name) => pair.to_owned(),
        Some((name, _)) => format!("{name}=…"),
        None => "…".to_owned(),
    }
}

/// What is no address is told up to where a secret could begin.
fn shown_broken(address: &str) -> String {
    let (scheme, rest) = address.split_once("//").unwrap_or(("", address));
    let rest = rest.rsplit('@').next().unwrap_or_default();
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    if scheme.is_empty() { rest.to_owned() } else { format!("{scheme}//{rest}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_password_and_no_token_is_told() {
        for address in [
            "https://jane:secret@paper.example/feed?token=secret&page=2#secret",
            "https://secret@paper.example/feed?secret",
            "https://jane:secret@paper .example:99999/feed?key=secret",
            "http://jane:se@secret@[paper/?secret",
            "https://paper.example/?a=1&access_token=secret",
        ] {
            assert!(!shown(address).contains("secret"), "{}", shown(address));
            assert!(address.contains("secret") && shown(address).contains("paper"));
        }
        assert_eq!(shown("https://paper.example/posts?_embed=1&page=2"), "https://paper.example/posts?_embed=1&page=2");
    }
}
