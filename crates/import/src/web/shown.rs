//! Addresses as they may be told: without names, passwords and tokens.

use url::Url;

/// What queries of ours say; all other values may be somebody's key.
const OPEN: [&str; 6] = ["page", "per_page", "orderby", "order", "_embed", "modified_after"];

/// An address without who asks and with which password, its query's values left out.
pub fn shown(address: &str) -> String {
    let Some(mut url) = Url::parse(address).ok().filter(Url::has_host) else { return shown_broken(address) };
    // Fails where an address can have neither.
    let _ = (url.set_username(""), url.set_password(None));
    // An address in an address.
    if url.path().split_once('@').is_some_and(|(before, _)| before.contains(':') || before.contains("//")) {
        return shown_broken(address);
    }
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

/// Of what is no address as it should be, only what no secret can stand in: all may be one up to the last `@`.
fn shown_broken(address: &str) -> String {
    let (path, rest) = address.split_once(['?', '#']).unwrap_or((address, ""));
    match path.rsplit_once('@') {
        // The mark may stand in a password.
        _ if rest.contains('@') => "…".to_owned(),
        Some((_, path)) => format!("…@{path}"),
        None => path.to_owned(),
    }
}

/// An address on the web, as it is asked; one that is written oddly still is one. None: the name of a file.
pub fn address(text: &str) -> Option<String> {
    let plain: String = text.trim().chars().filter(|sign| !sign.is_control()).collect();
    let (scheme, rest) = plain.split_once(':')?;
    let is_scheme = scheme.len() > 1 && scheme.chars().all(|sign| sign.is_ascii_alphanumeric() || "+-.".contains(sign));
    let is_known = ["http", "https", "ftp", "ftps", "sftp", "feed"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    (is_scheme && (is_known || rest.starts_with("//") || rest.contains("://") || rest.starts_with("\\\\"))).then_some(plain)
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
            "HTTP://jane:secret@paper.example/",
            " https://jane:secret@paper.example/",
            "http:jane:secret@paper.example/",
            "http:\\\\jane:secret@paper.example/",
            "ftp://jane:secret@paper.example/",
            "feed://jane:secret@paper.example/",
            "feed:https://jane:secret@paper.example/",
            "https://https://jane:secret@paper.example/",
            "https://https://secret@paper.example/",
            "https//jane:secret@paper.example/",
            "//jane:secret@paper.example/",
            "jane:secret@paper.example/feed?token=secret",
            "jane:se//secret@paper.example/",
            "www.paper.example/feed?token=secret",
        ] {
            assert!(!shown(address).contains("secret"), "{}", shown(address));
            assert!(address.contains("secret") && shown(address).contains("paper"));
        }
        for address in ["https://jane:se?secret@paper.example/", "jane:se#secret@paper.example", "x?a=b@c&token=secret"] {
            assert_eq!(shown(address), "…");
        }
        assert_eq!(shown("https://paper.example/@jane/feed"), "https://paper.example/@jane/feed");
        assert_eq!(shown("https://paper.example/posts?_embed=1&page=2"), "https://paper.example/posts?_embed=1&page=2");
    }

    #[test]
    fn what_is_asked_and_what_is_opened_are_told_apart() {
        let odd = [" HTTP://a.example", "http:a.example", "feed:https://a.example", "ftp://a.example", "ht\ntp://a.example"];
        for text in odd.iter().chain(&["https://a.example", "gopher://a.example", "file:///etc/passwd", "x-y://a"]) {
            assert!(address(text).is_some(), "{text}");
        }
        for text in ["posts.json", "./a:b.xml", "C:\\posts.json", "C:/posts.json", "notes:2026.xml", "in/a", "", "a b://c"] {
            assert_eq!(address(text), None, "{text}");
        }
        assert_eq!(address(" https://a.example\n").as_deref(), Some("https://a.example"));
    }
}
