//! The same headers as files for common hosts. Each format has one file here, which alone knows how it quotes.

mod caddy;
pub mod netlify;
pub mod nginx;
mod parts;
pub mod unwritable;

use crate::site::headers::{Hashes, Policy};
use crate::site::output::SiteFile;
use parts::Told;
use strait_model::Site;
use strait_model::paths::Paths;
use unwritable::Unwritable;

/// `_headers` (Netlify, Cloudflare Pages), and snippets for nginx and Caddy.
pub fn files(site: &Site, hashes: Hashes) -> Result<Vec<SiteFile>, Unwritable> {
    let policy = Policy::of(site, hashes, true);
    let base = Paths::of(site).base().to_owned();
    let others = others(site);
    let standing: Vec<&str> = site.pages.iter().map(|page| page.name.as_str()).collect();
    let told = Told { policy: &policy, base: &base, others: &others, standing: &standing };
    let files = [
        ("_headers", netlify::headers(&told)?),
        ("_hosts/nginx.conf", nginx::snippet(&told)?),
        ("_hosts/Caddyfile", caddy::snippet(&told)?),
    ];
    Ok(files.map(|(path, text)| (path.to_owned(), text.into_bytes())).into())
}

/// Where each edition beside the newsroom's own begins.
pub fn others(site: &Site) -> Vec<&str> {
    site.editions.iter().map(|edition| edition.path.as_str()).filter(|path| !path.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::parts::value;
    use super::*;
    use crate::site::headers::Kind;

    /// Each runs or hides something where it is written as it is.
    const HOSTILE: [&str; 14] = [
        "https://x\" always; } location ~ ^/pwn { return 200 \"pwned\"; #",
        "https://x 'unsafe-inline'\nX-Evil: 1",
        "https://x; script-src-elem * 'unsafe-inline'",
        "'unsafe-inline'",
        "*",
        "https:",
        "https://a.example,https://b.example",
        "https://$host",
        "https://{env.HOME}",
        "https://a.example/path",
        "https://a.example\\",
        "https://a.example\u{0}",
        "https://a.example\u{a0}*",
        "https://潮.example",
    ];

    fn policy(text: &str) -> Policy {
        let one = || vec![text.to_owned(), "https://good.example".to_owned()];
        Policy {
            data_origin: Some(text.to_owned()),
            media_origins: one(),
            player_origins: one(),
            hashes: Hashes { css: one(), scripts: one(), frame_css: one() },
            embed_partners: Some(one()),
            is_secure: true,
        }
    }

    fn told<'a>(policy: &'a Policy, base: &'a str, others: &'a [&'a str]) -> Told<'a> {
        Told { policy, base, others, standing: &["about"] }
    }

    fn all(told: &Told) -> [Result<String, Unwritable>; 4] {
        [netlify::headers(told), netlify::redirects(told.base, told.others, true), nginx::snippet(told), caddy::snippet(told)]
    }

    #[test]
    fn what_is_no_source_never_gets_into_a_policy() {
        let kinds = [Kind::Page, Kind::Frame, Kind::Loader, Kind::Worker, Kind::Data, Kind::Hashed, Kind::Plain];
        let good = policy("https://good.example");
        for text in HOSTILE {
            for kind in kinds {
                let headers = policy(text).headers(kind);
                assert_eq!(headers.len(), good.headers(kind).len());
                for (name, value) in &headers {
                    assert!(hyper::header::HeaderValue::try_from(value).is_ok(), "{name}: {value}");
                    let part = text.trim_matches('\'');
                    assert!(part == "*" || part == "https:" || !value.contains(part), "{text} in {value}");
                    assert!(!value.contains("unsafe-inline") && !value.contains("pwn"), "{value}");
                }
                let sources = headers.iter().find(|(name, _)| *name == "Content-Security-Policy").map(|(_, value)| value.clone());
                for directive in sources.iter().flat_map(|policy| policy.split("; ")).filter(|part| part.contains("good.example"))
                {
                    let words: Vec<&str> = directive.split(' ').skip(1).collect();
                    assert!(
                        words.iter().all(|word| word.starts_with('\'') || *word == "data:" || *word == "https://good.example"),
                        "{directive}"
                    );
                }
            }
            for text in all(&told(&policy(text), "/", &["hant"])) {
                assert!(text.unwrap().contains("hant"));
            }
        }
        assert!(good.headers(Kind::Page).iter().any(|(_, value)| value.contains("connect-src 'self' https://good.example;")));
    }

    #[test]
    fn a_path_that_is_hostile_to_a_format_is_refused_by_its_writer() {
        let policy = policy("https://good.example");
        let hostile = [
            "/a b/", "/a;b/", "/a{b/", "/a}/", "/a\"b/", "/a'b/", "/a\nb/", "/a\r/", "/a#b/", "/a$b/", "/a\\b/", "/a\u{0}/",
            "/潮/", "/a?b/", "/(a|b)/", "/[a]/", "/a+/", "/^a/", "/a%2f/", "/:a/", "/a`/", "a/", "",
        ];
        for path in hostile {
            for (at, text) in all(&told(&policy, path, &["hant"])).into_iter().enumerate() {
                assert!(text.is_err(), "{path:?} in {at}");
            }
            let folder = path.trim_matches('/');
            let others = [folder];
            for text in all(&told(&policy, "/", &others)).into_iter().filter(|_| folder != "a" && !folder.is_empty()) {
                assert!(text.is_err(), "{folder:?} as an edition");
            }
        }
        for (at, text) in all(&told(&policy, "/My.Paper_1/~x-y/", &["hant"])).into_iter().enumerate() {
            assert!(text.is_ok(), "{at}: {text:?}");
        }
        let dotted = nginx::snippet(&told(&policy, "/My.Paper/", &[])).unwrap();
        assert!(dotted.contains("location ~ ^/My\\.Paper/.*/feed\\.xml$ {"), "{dotted}");
    }

    #[test]
    fn each_format_quotes_by_its_own_rules_or_refuses() {
        assert_eq!(nginx::quoted("a \"b\" \\ ; { } #").as_deref(), Ok("\"a \\\"b\\\" \\\\ ; { } #\""));
        assert_eq!(caddy::quoted("a \"b\" ; #").as_deref(), Ok("\"a \\\"b\\\" ; #\""));
        for text in ["a\nb", "a\rb", "a\tb", "a\u{0}", "a\u{7f}", "潮"] {
            assert!(nginx::quoted(text).is_err() && caddy::quoted(text).is_err() && value(text, b"", "x").is_err(), "{text:?}");
        }
        assert!(nginx::quoted("$host").is_err());
        assert!(["{env.HOME}", "}", "a\\b"].iter().all(|text| caddy::quoted(text).is_err()));
    }
}
