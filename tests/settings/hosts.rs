//! What is printed for hosts, read by nginx and Caddy themselves: they understand it, answer with the files of the site
//! and with nothing else, and send each policy whole.

use crate::newsroom::{Printed, SmallNewsroom, put, simplified};
use crate::server::{Answer, Server};
use serde_json::{Value, json};
use std::fs;

/// Settings that are well formed and odd: another script's host, ports, a host for all below it, long lists, a path with
/// what regular expressions and shells might take for theirs, and editions that are called like what stands beside them.
fn odd(base: &str) -> Value {
    let many = |name: &str| (0..60).map(|at| format!("https://{name}-{at}.example:{}", 8000 + at)).collect::<Vec<String>>();
    let media = [&["https://*.img.example".to_owned()][..], &many("img")].concat();
    json!({
        "url": format!("https://xn--925a.example:8443{base}"), "dataUrl": "http://127.0.0.1:8081/data.v1/", "qrMark": "from=qr&x=1_2.3-4",
        "players": [{"provider": "tide", "name": "潮", "origin": "https://PLAY.example"}],
        "mediaOrigins": media, "embedPartners": many("partner"),
        "editions": [simplified(), {"path": "manifest", "language": "zh-Hant-TW", "name": "繁體"},
            {"path": "files0", "language": "zh-Hant-HK", "name": "繁體（港）"}],
    })
}

fn printed(settings: Value) -> Printed {
    let printed = SmallNewsroom::new().with(settings).article("1", 30, json!({})).print();
    assert_eq!(printed.report.problems, vec![]);
    printed
}

/// A header as `_headers` has it for a pattern.
fn promised(printed: &Printed, pattern: &str, name: &str) -> String {
    let headers = format!("\n{}", printed.text("_headers"));
    let rule = headers.split_once(&format!("\n{pattern}\n")).unwrap_or_else(|| panic!("no rule for {pattern}")).1;
    let lines = rule.lines().take_while(|line| line.starts_with(' '));
    lines
        .filter_map(|line| line.trim().split_once(": "))
        .find(|(found, _)| *found == name)
        .map(|(_, value)| value.to_owned())
        .unwrap()
}

fn check_file(answer: &Answer, printed: &Printed, file: &str) {
    assert_eq!(answer.body, fs::read(printed.root.join(file)).unwrap(), "{file}");
    for header in ["x-evil", "location"] {
        assert_eq!(answer.header(header), "", "{file}");
    }
}

/// Asks for a bit of everything.
fn check(server: &Server, printed: &Printed, base: &str) {
    let csp = "Content-Security-Policy";
    for edition in ["", "manifest/", "files0/"] {
        let at = format!("{base}{edition}");
        for (path, file, status, rule) in [
            ("", "index.html", 200, ""),
            ("article/1/", "article/1/index.html", 200, "article/*"),
            ("section/news/", "section/news/index.html", 200, "section/*"),
            ("saved/", "saved/index.html", 200, "saved/"),
            ("embed/article/1/", "embed/article/1/index.html", 200, "embed/article/*"),
            ("embed/section/none/", "embed/404.html", 404, "embed/section/*"),
            ("article/none/", "404.html", 404, "article/*"),
            ("pwn", "404.html", 404, "404.html"),
        ] {
            let answer = server.get(&format!("{at}{path}"));
            assert_eq!(answer.status, status, "{at}{path}: {}", String::from_utf8_lossy(&answer.body));
            assert_eq!(answer.header("content-security-policy"), promised(printed, &format!("{at}{rule}"), csp), "{at}{path}");
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{at}{path}");
            check_file(&answer, printed, &format!("{edition}{file}"));
        }
        for path in ["feed.xml", "feed.json", "section/news/feed.xml", "ninjs/1.json"] {
            let answer = server.get(&format!("{at}{path}"));
            assert_eq!((answer.status, answer.header("access-control-allow-origin")), (200, "*"), "{at}{path}");
            assert_eq!(answer.header("content-security-policy"), "", "{at}{path}");
            check_file(&answer, printed, &format!("{edition}{path}"));
        }
    }
    assert_eq!(server.get(&format!("{base}data/site.json")).status, 200);
    for path in ["..%2f..%2fetc/passwd", "../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "x%0d%0aX-Evil:%201"] {
        let answer = server.get(&format!("{base}{path}"));
        assert!((400..500).contains(&answer.status) && answer.header("x-evil").is_empty(), "{path}: {}", answer.status);
    }
    if base != "/" {
        for path in ["/", "/pwn", "/etc/passwd", "/article/1/"] {
            assert!([403, 404].contains(&server.get(path).status), "{path} lies beside the site");
        }
        // A dot is a dot, not any character.
        assert_eq!(server.get(&format!("{}article/1/", base.replace('.', "x"))).status, 404);
    }
}

const BASES: [&str; 2] = ["/", "/My.Paper_1/~x-y/"];

#[test]
fn nginx_answers_with_the_site_and_its_whole_policy_and_with_nothing_foreign() {
    for base in BASES {
        let printed = printed(odd(base));
        check(&Server::nginx(&printed.root, base), &printed, base);
    }
}

#[test]
fn caddy_answers_with_the_site_and_its_whole_policy_and_with_nothing_foreign() {
    for base in BASES {
        let printed = printed(odd(base));
        check(&Server::caddy(&printed.root, base), &printed, base);
    }
}

/// Netlify and Cloudflare Pages take a line for a line: here they are read as they are documented.
#[test]
fn header_and_redirect_files_hold_rules_and_headers_and_no_other_line() {
    for base in BASES {
        let printed = printed(odd(base));
        for line in printed.text("_headers").lines() {
            match line.strip_prefix("  ") {
                None => assert!(line.starts_with(base) && !line.contains([' ', ':', '"']), "{line}"),
                Some(header) => {
                    let (name, value) = header.split_once(": ").unwrap();
                    assert!(name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'), "{line}");
                    assert!(value.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic()), "{line}");
                    if name == "Content-Security-Policy" {
                        assert!(value.starts_with("default-src 'none'; ") && !value.contains("unsafe-inline"), "{line}");
                        assert!(value.matches("script-src").count() <= 1, "{line}");
                    }
                }
            }
        }
        for line in printed.text("_redirects").lines() {
            let words: Vec<&str> = line.split(' ').collect();
            assert!(words.len() == 3 && words[..2].iter().all(|word| word.starts_with(base)) && words[2] == "404", "{line}");
        }
    }
}

#[test]
fn machines_are_told_whole_addresses_of_the_site_and_of_no_other() {
    let printed = printed(odd("/My.Paper_1/~x-y/"));
    let home = "https://xn--925a.example:8443/My.Paper_1/~x-y/";
    for file in ["sitemap.xml", "manifest/sitemap.xml", "sitemap/2024-09.xml", "sitemap-news.xml", "feed.xml", "files0/feed.xml"]
    {
        let text = printed.text(file);
        let document = roxmltree::Document::parse(&text).unwrap();
        let told: Vec<&str> = document
            .descendants()
            .filter(|node| ["loc", "link", "guid"].contains(&node.tag_name().name()))
            .filter_map(|node| node.text())
            .collect();
        assert!(!told.is_empty() && told.iter().all(|url| url.starts_with(home)), "{file}: {told:?}");
    }
    let robots = printed.text("robots.txt");
    let maps: Vec<&str> = robots.lines().filter_map(|line| line.strip_prefix("Sitemap: ")).collect();
    assert!(maps.len() == 6 && maps.iter().all(|url| url.starts_with(home) && url.parse::<url::Url>().is_ok()), "{robots}");
    let manifest: Value = serde_json::from_str(&printed.text("manifest.webmanifest")).unwrap();
    assert_eq!((&manifest["start_url"], &manifest["scope"]), (&json!("/My.Paper_1/~x-y/"), &json!("/My.Paper_1/~x-y/")));
    let canonical = format!("<link rel=\"canonical\" href=\"{home}article/1/\">");
    assert!(printed.text("article/1/index.html").contains(&canonical));
}

/// The control: what the command printed before settings were types, put into the snippet by hand, does run in nginx.
#[test]
fn what_is_refused_now_would_run_in_nginx() {
    let mut settings = odd("/");
    // What is long stands there otherwise.
    put(&mut settings, json!({"mediaOrigins": null, "embedPartners": null}));
    let printed = printed(settings);
    let snippet = printed.root.join("_hosts/nginx.conf");
    let hostile = "https://x\" always; } location ~ ^/pwn { return 200 \"pwned\"; #";
    let text = printed.text("_hosts/nginx.conf");
    fs::write(&snippet, text.replacen("https://PLAY.example", hostile, 1)).unwrap();
    let answer = Server::nginx(&printed.root, "/").get("/pwn");
    assert_eq!((answer.status, &*answer.body), (200, &b"pwned"[..]));
}
