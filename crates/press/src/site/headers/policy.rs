//! What the headers say of each kind of file.

use super::{Header, Kind, cache_control};
use serde::{Deserialize, Deserializer, Serialize};
use strait_model::paths::Paths;
use strait_model::{Origin, Site, WebAddress};

/// What the headers depend on.
pub struct Policy {
    /// Origin of the article JSON, when that is not the site's own.
    pub data_origin: Option<String>,
    /// Origins of pictures, films and recordings, beside the site's own.
    pub media_origins: Vec<String>,
    /// Origins of framed players.
    pub player_origins: Vec<String>,
    /// What stands in pages and may be applied or run.
    pub hashes: Hashes,
    /// Origins of the partners that may frame them; none where everybody may.
    pub embed_partners: Option<Vec<String>>,
    /// Whether the site is served over TLS. Over plain HTTP, as on one's own machine, the two
    /// headers that promise TLS are left out: they would break what they cannot make safe.
    pub is_secure: bool,
}

/// The hashes of all that stands in pages and may be applied or run, as a policy names them: `sha256-…`.
///
/// Whoever prints pages knows them; a server of ours reads them from [`Hashes::FILE`], beside what other servers read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Hashes {
    /// The CSS in the pages: a sheet for each kind. Sites that an earlier release printed have one for all.
    #[serde(deserialize_with = "one_or_more")]
    pub css: Vec<String>,
    /// The scripts in the pages.
    pub scripts: Vec<String>,
    /// The CSS in the pages that partners frame.
    pub frame_css: Vec<String>,
}

/// Reads a list, or what would be its only entry.
fn one_or_more<'de, D: Deserializer<'de>>(json: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum OneOrMore {
        One(String),
        More(Vec<String>),
    }
    Ok(match OneOrMore::deserialize(json)? {
        OneOrMore::One(one) => vec![one],
        OneOrMore::More(more) => more,
    })
}

impl Hashes {
    /// Where a printed site names them.
    pub const FILE: &str = "_hosts/strait.json";

    /// The file that names them.
    pub fn file(&self) -> serde_json::Result<(String, Vec<u8>)> {
        Ok((Hashes::FILE.to_owned(), serde_json::to_vec(self)?))
    }
}

impl Policy {
    /// The policy of a site.
    pub fn of(site: &Site, hashes: Hashes, is_secure: bool) -> Policy {
        let data = Paths::of(site).data("");
        let data_origin = data.find("://").map(|at| {
            let host_ends = data[at + 3..].find('/').map_or(data.len(), |slash| at + 3 + slash);
            data[..host_ends].to_owned()
        });
        Policy {
            data_origin,
            media_origins: texts(&site.media_origins),
            player_origins: site.players.iter().map(|player| player.origin.to_string()).collect(),
            hashes,
            embed_partners: site.embed_partners.as_deref().map(texts),
            is_secure,
        }
    }

    /// The headers of a kind of file.
    pub fn headers(&self, kind: Kind) -> Vec<Header> {
        let mut headers = vec![("X-Content-Type-Options", "nosniff".to_owned())];
        if self.is_secure {
            headers.push(("Strict-Transport-Security", "max-age=31536000; includeSubDomains".to_owned()));
        }
        headers.extend(match kind {
            Kind::Page => self.page_headers(),
            Kind::Frame => self.frame_headers(),
            // A sandboxed frame has an origin of its own: there a script is checked against its hash only so.
            Kind::Data | Kind::Hashed | Kind::Loader => vec![
                ("Access-Control-Allow-Origin", "*".to_owned()),
                ("Cross-Origin-Resource-Policy", "cross-origin".to_owned()),
                ("Cache-Control", cache_control(kind).to_owned()),
            ],
            // What it asks for itself comes from the paper alone.
            Kind::Worker => vec![
                ("Content-Security-Policy", "default-src 'none'; connect-src 'self'".to_owned()),
                ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
                ("Cache-Control", cache_control(kind).to_owned()),
            ],
            Kind::Plain => vec![
                ("Cross-Origin-Resource-Policy", "cross-origin".to_owned()),
                ("Cache-Control", cache_control(kind).to_owned()),
            ],
        });
        headers
    }

    fn page_headers(&self) -> Vec<Header> {
        vec![
            ("Content-Security-Policy", self.content_security_policy()),
            ("X-Frame-Options", "DENY".to_owned()),
            ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
            ("Cross-Origin-Opener-Policy", "same-origin-allow-popups".to_owned()),
            ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
            ("Permissions-Policy", PERMISSIONS.to_owned()),
            ("Cache-Control", cache_control(Kind::Page).to_owned()),
        ]
    }

    /// Who may frame them is the policy's word; `X-Frame-Options` knows no partners.
    fn frame_headers(&self) -> Vec<Header> {
        // A page that is isolated may frame only what takes nothing that did not agree to it. Pictures of others
        // cannot be asked to agree: where there are some, they come without credentials instead.
        let embedder = if self.media_origins.is_empty() { "require-corp" } else { "credentialless" };
        vec![
            ("Content-Security-Policy", self.frame_policy()),
            ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
            ("Cross-Origin-Embedder-Policy", embedder.to_owned()),
            ("Cross-Origin-Resource-Policy", "cross-origin".to_owned()),
            ("Permissions-Policy", PERMISSIONS.to_owned()),
            ("Cache-Control", cache_control(Kind::Frame).to_owned()),
        ]
    }

    /// The strictest there is: nothing is fetched, kept, posted or framed.
    fn frame_policy(&self) -> String {
        let partners = self.embed_partners.as_ref().map(|partners| with("'self'", partners));
        let mut directives = vec![
            "default-src 'none'".to_owned(),
            "script-src 'self'".to_owned(),
            format!("style-src{}", hashes(&self.hashes.frame_css)),
            with("img-src 'self' data:", &self.media_origins),
            with("media-src 'self'", &self.media_origins),
            "base-uri 'none'".to_owned(),
            "form-action 'none'".to_owned(),
            format!("frame-ancestors {}", partners.unwrap_or_else(|| EVERYBODY.to_owned())),
        ];
        if self.is_secure {
            directives.push("upgrade-insecure-requests".to_owned());
        }
        directives.extend(["require-trusted-types-for 'script'".to_owned(), "trusted-types 'none'".to_owned()]);
        directives.join("; ")
    }

    fn content_security_policy(&self) -> String {
        let data: Vec<String> = self.data_origin.iter().cloned().collect();
        let mut directives = vec![
            "default-src 'none'".to_owned(),
            format!("script-src 'self' 'wasm-unsafe-eval'{}", hashes(&self.hashes.scripts)),
            format!("style-src 'self'{}", hashes(&self.hashes.css)),
            with("img-src 'self' data:", &self.media_origins),
            "font-src 'self'".to_owned(),
            with("media-src 'self'", &self.media_origins),
            with("connect-src 'self'", &data),
            // Players, and the paper's own frames on the page where partners make theirs.
            with("frame-src 'self'", &self.player_origins),
            "worker-src 'self'".to_owned(),
            "manifest-src 'self'".to_owned(),
            "object-src 'none'".to_owned(),
            "base-uri 'none'".to_owned(),
            "form-action 'self'".to_owned(),
            "frame-ancestors 'none'".to_owned(),
        ];
        if self.is_secure {
            directives.push("upgrade-insecure-requests".to_owned());
        }
        directives.push("require-trusted-types-for 'script'".to_owned());
        directives.push("trusted-types default".to_owned());
        directives.join("; ")
    }
}

fn texts(origins: &[Origin]) -> Vec<String> {
    origins.iter().map(Origin::to_string).collect()
}

/// Hashes as a policy names them, each behind a space.
fn hashes(hashes: &[String]) -> String {
    let is_hash = |hash: &&String| hash.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-+/=".contains(&byte));
    hashes.iter().filter(is_hash).map(|hash| format!(" '{hash}'")).collect()
}

/// A directive with the sources of settings. What is no source is left out, whoever put it there: that makes a policy
/// stricter, never looser.
fn with(first: &str, more: &[String]) -> String {
    let sources = more.iter().filter(|text| is_source(text)).map(|text| format!(" {text}"));
    std::iter::once(first.to_owned()).chain(sources).collect()
}

/// Scheme and host: no word of the policy's own, and nothing that ends a directive.
fn is_source(text: &str) -> bool {
    let has_path = text.splitn(4, '/').count() > 3;
    text.parse::<Origin>().is_ok() || (text.parse::<WebAddress>().is_ok() && !has_path)
}

/// Every site, and a page that a partner tries out from a disk.
const EVERYBODY: &str = "* file:";

/// What no page of a paper asks for. Only features that engines know: of others they warn on every page.
const PERMISSIONS: &str = "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), \
geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), \
xr-spatial-tracking=(), autoplay=(self), fullscreen=(self)";

#[cfg(test)]
mod tests {
    use super::*;

    fn policy() -> Policy {
        Policy {
            data_origin: Some("https://data.example".to_owned()),
            media_origins: vec![],
            player_origins: vec!["https://player.example".to_owned()],
            hashes: Hashes {
                css: vec!["sha256-x".to_owned()],
                scripts: vec!["sha256-w".to_owned(), "sha256-v".to_owned()],
                frame_css: vec!["sha256-y".to_owned(), "sha256-z".to_owned()],
            },
            embed_partners: None,
            is_secure: true,
        }
    }

    #[test]
    fn pages_allow_the_scripts_that_stand_in_them_and_none_that_is_evaluated() {
        let policy = policy().content_security_policy();
        assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval' 'sha256-w' 'sha256-v';"));
        assert!(!policy.contains("unsafe-inline"));
        assert!(!policy.replace("wasm-unsafe-eval", "").contains("unsafe-eval"));
        assert!(policy.contains("require-trusted-types-for 'script'"));
        assert!(policy.contains("connect-src 'self' https://data.example;"));
        assert!(policy.contains("frame-src 'self' https://player.example;"));
    }

    #[test]
    fn only_what_partners_frame_may_be_framed_and_only_by_those_who_are_named() {
        let header = |policy: &Policy, kind: Kind, name: &str| {
            policy.headers(kind).into_iter().find(|(found, _)| *found == name).map(|(_, value)| value).unwrap_or_default()
        };
        let (open, csp) = (policy(), "Content-Security-Policy");
        assert!(header(&open, Kind::Frame, csp).contains("frame-ancestors * file:;"));
        assert_eq!(header(&open, Kind::Frame, "X-Frame-Options"), "");
        assert!(header(&open, Kind::Page, csp).contains("frame-ancestors 'none'"));
        assert_eq!(header(&open, Kind::Page, "X-Frame-Options"), "DENY");
        let named = Policy { embed_partners: Some(vec!["https://partner.example".to_owned()]), ..policy() };
        assert!(header(&named, Kind::Frame, csp).contains("frame-ancestors 'self' https://partner.example;"));
        assert!(header(&named, Kind::Page, csp).contains("frame-ancestors 'none'"));
    }

    #[test]
    fn a_frame_fetches_nothing_and_runs_one_script() {
        let policy = policy().frame_policy();
        for directive in ["default-src 'none';", "script-src 'self';", "style-src 'sha256-y' 'sha256-z';", "form-action 'none';"]
        {
            assert!(policy.contains(directive), "{directive} in {policy}");
        }
        for word in ["unsafe", "wasm", "connect-src", "frame-src"] {
            assert!(!policy.contains(word), "{word} in {policy}");
        }
    }
}
