//! The forms of settings: each lists what may be in it, so that nothing else can be.

use crate::PageName;
use crate::paths::{Address, Tool};

/// The longest address or origin.
const LONGEST: usize = 512;
/// The longest mark of a QR code: each few letters make its modules smaller.
const LONGEST_MARK: usize = 32;
/// What the site's addresses begin with, so that no edition may.
const TAKEN: [&str; 13] = [
    "assets",
    PageName::CORRECTIONS,
    "data",
    "feed",
    "former",
    "media",
    "ninjs",
    "oembed",
    "page",
    "pictures",
    "related",
    "schema",
    "sitemap",
];

/// Scheme, host, perhaps a port, and a path that means the same everywhere: to a browser, in a regular expression,
/// in a configuration.
pub fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    text.len() <= LONGEST
        && rest.is_some_and(|rest| {
            let (authority, path) = rest.find('/').map_or((rest, ""), |slash| rest.split_at(slash));
            is_authority(authority) && (path.is_empty() || is_path(path))
        })
}

/// The same, or a path of the site's own host.
pub fn is_data_address(text: &str) -> bool {
    is_web_address(text) || (text.len() <= LONGEST && is_path(text))
}

/// What a policy may name: one host over https, or all hosts below one.
pub fn is_origin(text: &str) -> bool {
    let rest = text.strip_prefix("https://").map(|rest| rest.strip_prefix("*.").unwrap_or(rest));
    text.len() <= LONGEST && rest.is_some_and(is_authority)
}

/// One part of an address that begins nothing else; empty for the newsroom's own edition.
pub fn is_edition_path(text: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let is_page = Address::FOLDERS.contains(&text)
        || Address::ALONE.iter().any(|page| page.trim_end_matches('/') == text)
        || Tool::ALL.iter().any(|tool| tool.folder() == text);
    let is_free = !is_page && !TAKEN.contains(&text) && text != "-";
    text.is_empty() || (text.len() <= 64 && text.bytes().all(is_allowed) && is_free)
}

/// The same, but never empty; the page of corrections is one.
pub fn is_page_name(text: &str) -> bool {
    text == PageName::CORRECTIONS || (!text.is_empty() && is_edition_path(text))
}

/// BCP 47: `zh-Hans`, `en`, `zh-Hant-TW`.
pub fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let is_first = |part: &str| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_next = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    tag.len() <= 64 && parts.next().is_some_and(is_first) && parts.all(is_next)
}

/// `Asia/Shanghai`, `Etc/GMT+8`: never a way to a file elsewhere.
pub fn is_time_zone(text: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"+-_".contains(&byte);
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(is_allowed);
    text.len() <= 64 && text.split('/').all(is_part)
}

/// What can stand behind the `?` of an address, and is short.
pub fn is_mark(text: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"=&-_.".contains(&byte);
    (1..=LONGEST_MARK).contains(&text.len()) && text.bytes().all(is_allowed)
}

/// A product token (RFC 9309, 2.2.1); digits too, since crawlers have them.
pub fn is_crawler(text: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    (1..=64).contains(&text.len()) && text.bytes().all(is_allowed)
}

/// `#` and six digits.
pub fn is_colour(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

/// A picture.
pub fn is_look_file(text: &str) -> bool {
    is_file(text, &[".svg", ".png"])
}

/// A typeface.
pub fn is_face_file(text: &str) -> bool {
    is_file(text, &[".otf", ".ttf", ".ttc"])
}

/// A file name: never a way to another folder.
fn is_file(text: &str, endings: &[&str]) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_.".contains(&byte);
    let stem = endings.iter().find_map(|ending| text.strip_suffix(ending));
    text.len() <= 64 && stem.is_some_and(|stem| !stem.is_empty() && !stem.starts_with('.')) && text.bytes().all(is_allowed)
}

/// One that this house has, or a drawing.
pub fn is_ornament(text: &str) -> bool {
    ["waves", "rule", "none"].contains(&text) || (is_look_file(text) && text.ends_with(".svg"))
}

/// A host name or an IPv4 address, and perhaps a port. No IPv6: a policy cannot name it.
pub(super) fn is_authority(text: &str) -> bool {
    let (host, port) = text.split_once(':').map_or((text, None), |(host, port)| (host, Some(port)));
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0);
    let is_edge = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let is_label = |label: &str| {
        let bytes = label.as_bytes();
        let is_allowed = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
        bytes.len() <= 63 && is_edge(bytes.first()) && is_edge(bytes.last()) && bytes.iter().all(is_allowed)
    };
    host.len() <= 253 && host.split('.').all(is_label) && port.is_none_or(is_port)
}

/// Parts between single slashes of what RFC 3986 calls unreserved; none that climbs.
fn is_path(text: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let is_part = |part: &str| !part.is_empty() && part != "." && part != ".." && part.bytes().all(is_allowed);
    let inner = text.strip_prefix('/').map(|rest| rest.strip_suffix('/').unwrap_or(rest));
    text == "/" || inner.is_some_and(|inner| inner.split('/').all(is_part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_a_site_is_scheme_host_and_path() {
        for text in [
            "https://example.org",
            "https://example.org/",
            "https://example.org/paper/",
            "https://Example.ORG/Paper_2/~a.b-c",
            "https://xn--925a.example/",
            "http://127.0.0.1:8080/data/",
            "http://localhost:3000",
        ] {
            assert!(is_web_address(text) && is_data_address(text), "{text}");
        }
        for text in [
            "",
            "tide.example",
            "//tide.example/",
            "ftp://a.example/",
            "HTTPS://a.example/",
            "https://",
            "https:///",
            "https://a.example//",
            "https://a.example//evil.example/",
            "https://a.example/../x/",
            "https://a.example/./",
            "https://a.example/%2e%2e/",
            "https://a.example/?q",
            "https://a.example/#a",
            "https://u:p@a.example/",
            "https://a.example:0/",
            "https://a.example:99999/",
            "https://a.example:/",
            "https://a.example:+80/",
            "https://[::1]/",
            "https://潮.example/",
            "https://a.example/潮/",
            "https://-a.example/",
            "https://a..example/",
            "https://a.example./",
            "https://a b.example/",
            "https://a.example/a b/",
            "https://a.example\\b/",
            "https://a.example/\u{0}",
            "https://a.example/\r\nX-Evil: 1",
            "https://a.example/\"><script>",
            "https://*.example/",
        ] {
            assert!(!is_web_address(text) && !is_data_address(text), "{text}");
        }
        assert!(is_data_address("/paper/data/hant/") && !is_web_address("/paper/data/hant/"));
        assert!(!is_data_address("//evil.example/") && !is_data_address("/../x") && !is_data_address("data/"));
    }

    #[test]
    fn an_origin_ends_at_its_host() {
        for text in [
            "https://player.bilibili.com",
            "https://a.example:8443",
            "https://*.example.org",
            "https://xn--925a.example",
            "https://10.0.0.1",
        ] {
            assert!(is_origin(text), "{text}");
        }
        for text in [
            "https://a.example/",
            "http://a.example",
            "a.example",
            "https://",
            "https://a b",
            "https://*",
            "https://*.",
            "https://a.*.example",
            "*",
            "'self'",
            "data:",
            "https:",
            "https://a.example:*",
            "https://a.example;x",
            "https://a.example,b",
            "https://a\u{a0}b",
            "https://a.example\t",
            "https://a_b.example",
        ] {
            assert!(!is_origin(text), "{text}");
        }
    }

    #[test]
    fn an_edition_begins_with_a_word_that_nothing_else_begins_with() {
        assert!(["", "hant", "hans", "zh-hant-tw", "2"].iter().all(|text| is_edition_path(text)));
        for text in
            ["a/b", "..", ".", "A", "繁", "article", "data", "sitemap", "settings", "a b", "a;b", "-", "_hosts", &"x".repeat(65)]
        {
            assert!(!is_edition_path(text), "{text}");
        }
    }

    #[test]
    fn language_tags_and_zones_have_a_form() {
        assert!(["zh-Hans", "en", "zh-Hant-TW"].iter().all(|tag| is_language(tag)));
        assert!(!["", "中文", "zh_CN", "z", "en\"", "en-", "en x"].iter().any(|tag| is_language(tag)));
        assert!(["Asia/Shanghai", "UTC", "Etc/GMT+8", "America/Argentina/Buenos_Aires"].iter().all(|zone| is_time_zone(zone)));
        assert!(!["", "/etc/passwd", "../../etc/passwd", "Asia/", "a b", "Asia/\u{0}"].iter().any(|zone| is_time_zone(zone)));
    }

    #[test]
    fn a_crawler_is_called_by_one_word() {
        assert!(["GPTBot", "Google-Extended", "AI2Bot"].iter().all(|name| is_crawler(name)));
        assert!(!["", "*", "A B", "A\nAllow: /", "A/1.0", "A:"].iter().any(|name| is_crawler(name)));
    }

    #[test]
    fn a_mark_is_short_and_cannot_change_the_address() {
        assert!(is_mark("from=qr") && is_mark("utm_source=paper&utm_medium=qr"));
        for text in ["", "a#b", "a/b", "a b", "来自=码", "?a", "%41", &"a".repeat(33)] {
            assert!(!is_mark(text), "{text}");
        }
    }
}
