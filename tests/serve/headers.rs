//! Each file is served with exactly the headers that the press printed for it.

use crate::newsroom::{Printed, SmallNewsroom, traditional};
use crate::server::{Answer, Server};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest, Sha256};

/// A paper with all that has headers of its own: two editions, players, partners, pictures from elsewhere.
fn newsroom() -> SmallNewsroom {
    SmallNewsroom::new()
        .with(json!({
            "players": [{"provider": "bilibili", "name": "哔哩哔哩", "origin": "https://player.example"}],
            "mediaOrigins": ["https://media.example"], "embedPartners": ["https://partner.example"], "editions": [traditional()],
        }))
        .article("1", 1, json!({"headline": "潮起沙坡尾"}))
        .article("2", 2, json!({"related": ["1"]}))
        .article("3", 3, json!({"pubStatus": "canceled"}))
}

/// What `_headers` says of an address: the rules that cover it. What promises TLS is left out over plain HTTP.
fn printed_for(printed: &Printed, address: &str) -> Vec<(String, String)> {
    let text = printed.text("_headers");
    let mut covers = false;
    let mut found = Vec::new();
    for line in text.lines() {
        match line.trim().split_once(": ").filter(|_| line.starts_with(' ')) {
            Some((name, value)) if covers && name != "Strict-Transport-Security" => {
                found.push((name.to_lowercase(), value.replace("upgrade-insecure-requests; ", "")));
            }
            Some(_) => {}
            None => covers = line.strip_suffix('*').map_or(line == address, |beginning| address.starts_with(beginning)),
        }
    }
    found
}

/// The address that a file has for readers.
fn address(path: &str) -> String {
    format!("/paper/{}", path.strip_suffix("index.html").unwrap_or(path))
}

#[tokio::test]
async fn each_file_is_served_with_exactly_the_headers_that_were_printed_for_it() {
    let printed = newsroom().print();
    let server = Server::of(&printed.root, &[]);
    let (mut checked, mut policies) = (0, std::collections::BTreeSet::new());
    for path in printed.by_path().keys() {
        let address = address(path);
        // Netlify has no star in the middle: there the feeds of sections have the headers of their pages.
        let like = if address.contains("/section/") && address.ends_with(".xml") { "/paper/feed.xml" } else { &address };
        let like = if address.contains("/section/")
            && address.ends_with(".json")
            && !address.contains("/data/")
            && !address.contains("/oembed/")
        {
            "/paper/feed.json"
        } else {
            like
        };
        let expected = printed_for(&printed, like);
        if expected.is_empty() {
            continue;
        }
        let answer = server.ask(&address);
        assert_eq!(answer.status, 200, "{address}");
        assert!(are_exactly(&answer, &expected), "{address}: {:?}, not {expected:?}", answer.headers);
        policies.insert(answer.says("content-security-policy").to_owned());
        checked += 1;
    }
    assert!(checked > 60, "{checked}");
    assert_eq!(policies.len(), 4, "pages, frames, the worker, and none: {policies:?}");
}

/// Whether these headers, and none of their kind beside them, are said.
fn are_exactly(answer: &Answer, expected: &[(String, String)]) -> bool {
    let of_the_line = ["accept-ranges", "connection", "content-length", "content-type", "date", "etag", "last-modified", "vary"];
    let said = answer.headers.iter().filter(|(name, _)| !of_the_line.contains(&name.as_str()));
    let mut said: Vec<_> = said.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
    let mut expected = expected.to_vec();
    said.sort();
    expected.sort();
    said == expected
}

/// A hash as a policy names it.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// All that stands in a page and is applied or run, by the directive that must allow it.
fn stands_in(html: &str) -> Vec<(&'static str, String)> {
    let page = scraper::Html::parse_document(html);
    let texts = |css: &str| -> Vec<String> {
        page.select(&scraper::Selector::parse(css).unwrap()).map(|element| element.text().collect()).collect()
    };
    let styles = texts("style").into_iter().map(|text| ("style-src", text));
    let is_run = "script:not([src]):not([type='application/json']):not([type='application/ld+json'])";
    styles.chain(texts(is_run).into_iter().map(|text| ("script-src", text))).collect()
}

fn allows(policy: &str, directive: &str, text: &str) -> bool {
    let sources = policy.split("; ").find_map(|part| part.strip_prefix(directive));
    sources.is_some_and(|sources| sources.split(' ').any(|source| source == hash(text)))
}

#[tokio::test]
async fn the_policy_of_each_page_and_frame_allows_what_stands_in_it() {
    let printed = newsroom().print();
    let server = Server::of(&printed.root, &[]);
    let (mut pages, mut frames) = (0, 0);
    for path in printed.by_path().keys().filter(|path| path.ends_with(".html")) {
        let answer = server.ask(&address(path));
        let policy = answer.says("content-security-policy");
        let stands = stands_in(&answer.text());
        assert!(stands.iter().any(|(directive, _)| *directive == "style-src"), "{path}");
        for (directive, text) in stands {
            assert!(allows(policy, directive, &text), "{path}: {directive} of {policy}");
            assert!(!allows(policy, directive, &format!("{text} ")), "the look can fail");
        }
        let is_framed = policy.contains("frame-ancestors 'self' https://partner.example");
        assert_eq!(is_framed, path.contains("embed/") && !path.ends_with("embed/index.html"), "{path}");
        (pages, frames) = if is_framed { (pages, frames + 1) } else { (pages + 1, frames) };
    }
    assert!(pages > 10 && frames > 10, "{pages} pages, {frames} frames");
}

#[tokio::test]
async fn an_address_has_the_headers_of_its_file_however_it_is_written() {
    let printed = newsroom().print();
    let server = Server::of(&printed.root, &[]);
    let plain = server.ask("/paper/embed/article/1/");
    for address in ["/paper/%65mbed/article/1/", "/paper/embed/%61rticle/%31/", "/paper/embed/article/1/index.html"] {
        let answer = server.ask(address);
        let policy = |answer: &Answer| answer.says("content-security-policy").to_owned();
        assert_eq!((answer.status, policy(&answer)), (200, policy(&plain)), "{address}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_said_in_the_script_of_its_edition_and_in_frames_in_the_frame() {
    let printed = newsroom().print();
    let server = Server::of(&printed.root, &[]);
    for (address, page) in [
        ("/paper/article/none/", "404.html"),
        ("/paper/hant/article/none/", "hant/404.html"),
        ("/paper/embed/article/none/", "embed/404.html"),
        ("/paper/hant/embed/related/none/", "hant/embed/404.html"),
        ("/paper/embed/none", "404.html"),
        ("/elsewhere", "404.html"),
    ] {
        let answer = server.ask(address);
        assert_eq!((answer.status, answer.text()), (404, printed.text(page)), "{address}");
        assert!(are_exactly(&answer, &printed_for(&printed, &format!("/paper/{page}"))), "{address}: {:?}", answer.headers);
    }
}

#[test]
fn a_site_of_an_older_strait_is_not_served_with_guessed_headers() {
    let printed = newsroom().print();
    std::fs::remove_file(printed.root.join("_hosts/strait.json")).unwrap();
    for (tongue, words) in [("en", "print it again with `strait build`"), ("zh", "请用 strait build 再印一次")] {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_strait"));
        let ended = command.args(["serve", "--lang", tongue, "--port", "0", "--site"]).arg(&printed.root).output().unwrap();
        assert_eq!(ended.status.code(), Some(3));
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert!(said.contains(words) && said.contains("_hosts/strait.json"), "{said}");
    }
}
