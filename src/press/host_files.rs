//! The same headers as files for common hosts. Each format has one file here, which alone knows how it quotes.

mod caddy;
mod netlify;
mod nginx;

use super::PressError;
use super::assets::Assets;
use super::headers::Policy;
use super::output::SiteFile;
use super::redirects::{Asked, Redirect};
use crate::model::Site;
use crate::paths::{Address, Paths};

/// What a format has no way to write. The types of settings let nothing of the kind come here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{text}” cannot be written for {host}; correct the setting in site.json that it comes from")]
pub struct Unwritable {
    /// Whose format it is.
    pub host: &'static str,
    /// The text.
    pub text: String,
}

/// What hosts are told of a site.
struct Told<'a> {
    policy: &'a Policy,
    /// Where it begins on its host, with slashes at both ends.
    base: &'a str,
    /// Where each edition beside the newsroom's own begins: it has a “not found” page in its own script.
    others: &'a [&'a str],
}

/// `_headers` (Netlify, Cloudflare Pages), and snippets for nginx and Caddy.
pub fn files(site: &Site, assets: &Assets) -> Result<Vec<SiteFile>, Unwritable> {
    let policy = Policy::of(site, assets.hashes(), true);
    let base = Paths::of(site).base().to_owned();
    let others = others(site);
    let told = Told { policy: &policy, base: &base, others: &others };
    let files = [
        ("_headers", netlify::headers(&told)?),
        ("_hosts/nginx.conf", nginx::snippet(&told)?),
        ("_hosts/Caddyfile", caddy::snippet(&told)?),
    ];
    Ok(files.map(|(path, text)| (path.to_owned(), text.into_bytes())).into())
}

/// `_redirects`, with the newest old addresses first; and, where there are `count` old addresses, how nginx is told of
/// them all, and how many shards of them `strait serve` finds.
pub fn redirect_files(site: &Site, newest: &[Redirect], count: usize) -> Result<Vec<SiteFile>, PressError> {
    let paths = Paths::of(site);
    let others = others(site);
    let of_site = netlify::redirects(paths.base(), &others, site.has_embeds())?;
    let former =
        newest.iter().map(|Redirect { address, to, .. }| netlify::redirect(address, &paths.page(&Address::Article(to.clone()))));
    let text = former.chain([Ok(of_site)]).collect::<Result<String, _>>()?;
    let mut files = vec![("_redirects", text)];
    if count > 0 {
        files.extend([
            ("_hosts/former/asked.conf", nginx::ASKED.to_owned()),
            ("_hosts/former/server.conf", nginx::FORMER.to_owned()),
        ]);
    }
    let files = files.into_iter().filter(|(_, text)| !text.is_empty());
    let files = files.map(|(path, text)| (path.to_owned(), text.into_bytes()));
    Ok(files.chain(Asked::of(count).file()?).collect())
}

/// A line of the list of old addresses, as a map of nginx has it: what `strait serve` looks up, too.
pub fn map_line(key: &str, target: &str) -> Result<String, Unwritable> {
    Ok(format!("{} {};\n", nginx::quoted(key)?, nginx::quoted(path(target, "nginx")?)?))
}

/// Where a key leads by such lines.
pub fn target_in_map(lines: &str, key: &str) -> Option<String> {
    let found = lines.lines().find_map(|line| line.strip_prefix('"')?.strip_prefix(key)?.strip_prefix("\" \""))?;
    let target = found.strip_suffix("\";").filter(|target| target.starts_with('/') && !target.starts_with("//"))?;
    path(target, "strait").ok().map(str::to_owned)
}

/// Where each edition beside the newsroom's own begins.
fn others(site: &Site) -> Vec<&str> {
    site.editions.iter().map(|edition| edition.path.as_str()).filter(|path| !path.is_empty()).collect()
}

/// How the snippets say where the site lies: a server looks for `/paper/…` below its root.
fn where_it_lies(base: &str) -> String {
    match base.trim_matches('/') {
        "" => "# The root is the folder of the site: `current` where `strait publish` puts it.\n".to_owned(),
        base => format!(
            "# The root is a folder in which `{base}` is a link to the site (`current` where `strait publish` puts it).\n"
        ),
    }
}

/// A path that means the same to every host, quoted or not: what RFC 3986 calls unreserved, between slashes. A star
/// covers what is before or behind.
fn path<'a>(text: &'a str, host: &'static str) -> Result<&'a str, Unwritable> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~*".contains(&byte);
    match text.starts_with(['/', '*']) && text.bytes().all(is_plain) {
        true => Ok(text),
        false => Err(Unwritable { host, text: text.escape_debug().to_string() }),
    }
}

/// A header's value: printable, on one line, and without what `refused` names.
fn value<'a>(text: &'a str, refused: &[u8], host: &'static str) -> Result<&'a str, Unwritable> {
    match text.bytes().all(|byte| (byte == b' ' || byte.is_ascii_graphic()) && !refused.contains(&byte)) {
        true => Ok(text),
        false => Err(Unwritable { host, text: text.escape_debug().to_string() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::press::headers::{Hashes, Kind};

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
        Told { policy, base, others }
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
