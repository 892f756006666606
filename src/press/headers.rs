//! The response headers that the site is published with: the one place that knows them. The
//! server and the files for common hosts all ask here.

use crate::model::Site;
use crate::paths::Paths;

/// A header's name and value.
pub type Header = (&'static str, String);

/// What a file is, as far as headers go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A page.
    Page,
    /// JSON that the reader fetches.
    Data,
    /// A file whose name says what is in it.
    Hashed,
    /// Anything else.
    Plain,
}

/// A pattern of paths below the site, and what it covers. `*` at the end covers everything below, at the
/// beginning everything before.
type Rule = (&'static str, Kind);

/// What all editions share.
const SHARED: [Rule; 9] = [
    ("assets/*", Kind::Hashed),
    ("pictures/*", Kind::Hashed),
    ("data/*", Kind::Data),
    ("schema/*", Kind::Data),
    ("media/*", Kind::Plain),
    ("icon.svg", Kind::Plain),
    ("icon-192.png", Kind::Plain),
    ("icon-512.png", Kind::Plain),
    ("robots.txt", Kind::Plain),
];
/// What each edition has, below its beginning.
const OF_EDITIONS: [Rule; 8] = [
    ("ninjs/*", Kind::Data),
    ("oembed/*", Kind::Data),
    ("feed.xml", Kind::Data),
    ("feed.json", Kind::Data),
    ("sitemap/*", Kind::Plain),
    ("sitemap.xml", Kind::Plain),
    ("sitemap-news.xml", Kind::Plain),
    ("manifest.webmanifest", Kind::Plain),
];
/// What sections have beside their pages.
const OF_SECTIONS: [Rule; 2] = [("*/feed.xml", Kind::Data), ("*/feed.json", Kind::Data)];
/// What an edition begins with that is no folder of an edition.
const PAGE_FOLDERS: [&str; 2] = ["article", "section"];

/// All rules of a site, the more special first. `editions`: the folders of editions beside the newsroom's own.
pub fn rules(editions: &[&str]) -> Vec<(String, Kind)> {
    let below = |folder: &str| OF_EDITIONS.map(|(pattern, kind)| (format!("{folder}{pattern}"), kind));
    let of_others = editions.iter().flat_map(|edition| below(&format!("{edition}/")));
    let plain = |rule: &Rule| (rule.0.to_owned(), rule.1);
    let rules = SHARED.iter().map(plain).chain(below("")).chain(of_others);
    rules.chain(OF_SECTIONS.iter().map(plain)).chain([("*".to_owned(), Kind::Page)]).collect()
}

/// What a path below the site is, whichever editions there are.
pub fn kind_of(path: &str) -> Kind {
    let is_page = path.is_empty() || path.ends_with('/') || path.ends_with(".html");
    let in_edition = path.split_once('/').filter(|(folder, _)| !PAGE_FOLDERS.contains(folder)).map(|(_, rest)| rest);
    let rule = |rules: &[Rule], path: &str| rules.iter().find(|(pattern, _)| covers(pattern, path)).map(|(_, kind)| *kind);
    rule(&SHARED, path)
        .or_else(|| rule(&OF_EDITIONS, path))
        .or_else(|| rule(&OF_EDITIONS, in_edition?))
        .or_else(|| rule(&OF_SECTIONS, path))
        .unwrap_or(if is_page { Kind::Page } else { Kind::Plain })
}

fn covers(pattern: &str, path: &str) -> bool {
    match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
        (Some(end), _) => path.ends_with(end),
        (_, Some(beginning)) => path.starts_with(beginning),
        _ => path == pattern,
    }
}

/// For how long a kind of file may be kept, and shown while a newer one is fetched (RFC 9111, RFC 5861).
pub fn cache_control(kind: Kind) -> &'static str {
    match kind {
        Kind::Page => "public, max-age=60, stale-while-revalidate=300, stale-if-error=86400",
        Kind::Data => "public, max-age=30, stale-while-revalidate=120, stale-if-error=86400",
        Kind::Hashed => "public, max-age=31536000, immutable",
        Kind::Plain => "public, max-age=3600",
    }
}

/// What the headers depend on.
pub struct Policy {
    /// Origin of the article JSON, when that is not the site's own.
    pub data_origin: Option<String>,
    /// Origins of pictures, films and recordings, beside the site's own.
    pub media_origins: Vec<String>,
    /// Origins of framed players.
    pub player_origins: Vec<String>,
    /// The hash of the CSS in the pages.
    pub css_hash: String,
    /// Whether the site is served over TLS. Over plain HTTP, as on one's own machine, the two
    /// headers that promise TLS are left out: they would break what they cannot make safe.
    pub is_secure: bool,
}

impl Policy {
    /// The policy of a site.
    pub fn of(site: &Site, css_hash: String, is_secure: bool) -> Policy {
        let data = Paths::of(site).data("");
        let data_origin = data.find("://").map(|at| {
            let host_ends = data[at + 3..].find('/').map_or(data.len(), |slash| at + 3 + slash);
            data[..host_ends].to_owned()
        });
        Policy {
            data_origin,
            media_origins: site.media_origins.clone(),
            player_origins: site.players.iter().map(|player| player.origin.clone()).collect(),
            css_hash,
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
            Kind::Data => vec![
                ("Access-Control-Allow-Origin", "*".to_owned()),
                ("Cross-Origin-Resource-Policy", "cross-origin".to_owned()),
                ("Cache-Control", cache_control(kind).to_owned()),
            ],
            Kind::Hashed => vec![
                ("Cross-Origin-Resource-Policy", "cross-origin".to_owned()),
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

    fn content_security_policy(&self) -> String {
        let with = |first: &str, more: &[String]| format!("{first} {}", more.join(" ")).trim_end().to_owned();
        let data: Vec<String> = self.data_origin.iter().cloned().collect();
        let frames = match self.player_origins.is_empty() {
            true => "'none'".to_owned(),
            false => self.player_origins.join(" "),
        };
        let mut directives = vec![
            "default-src 'none'".to_owned(),
            "script-src 'self' 'wasm-unsafe-eval'".to_owned(),
            format!("style-src 'self' '{}'", self.css_hash),
            with("img-src 'self' data:", &self.media_origins),
            "font-src 'self'".to_owned(),
            with("media-src 'self'", &self.media_origins),
            with("connect-src 'self'", &data),
            format!("frame-src {frames}"),
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

const PERMISSIONS: &str = "accelerometer=(), bluetooth=(), browsing-topics=(), camera=(), display-capture=(), \
geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), \
xr-spatial-tracking=(), autoplay=(self), fullscreen=(self), web-share=(self)";

#[cfg(test)]
mod tests {
    use super::*;

    fn policy() -> Policy {
        Policy {
            data_origin: Some("https://data.example".to_owned()),
            media_origins: vec![],
            player_origins: vec!["https://player.example".to_owned()],
            css_hash: "sha256-x".to_owned(),
            is_secure: true,
        }
    }

    #[test]
    fn pages_never_allow_inline_or_evaluated_scripts() {
        let policy = policy().content_security_policy();
        assert!(!policy.contains("unsafe-inline"));
        assert!(!policy.replace("wasm-unsafe-eval", "").contains("unsafe-eval"));
        assert!(policy.contains("require-trusted-types-for 'script'"));
        assert!(policy.contains("connect-src 'self' https://data.example;"));
        assert!(policy.contains("frame-src https://player.example;"));
    }

    #[test]
    fn each_file_is_of_the_kind_that_its_path_says() {
        assert_eq!(kind_of(""), Kind::Page);
        assert_eq!(kind_of("article/1/"), Kind::Page);
        assert_eq!(kind_of("404.html"), Kind::Page);
        assert_eq!(kind_of("assets/reader-1.wasm"), Kind::Hashed);
        assert_eq!(kind_of("data/site.json"), Kind::Data);
        assert_eq!(kind_of("icon.svg"), Kind::Plain);
        assert_eq!(kind_of("section/news/feed.xml"), Kind::Data);
        assert_eq!(kind_of("section/news/"), Kind::Page);
        assert_eq!(kind_of("sitemap/2024-09.xml"), Kind::Plain);
        assert_eq!(kind_of("hant/"), Kind::Page);
        assert_eq!(kind_of("hant/ninjs/1.json"), Kind::Data);
        assert_eq!(kind_of("hant/feed.xml"), Kind::Data);
        assert_eq!(kind_of("hant/section/news/feed.json"), Kind::Data);
        assert_eq!(kind_of("hant/sitemap.xml"), Kind::Plain);
        assert_eq!(kind_of("section/ninjs/index.html"), Kind::Page, "a section may be called so");
        assert_eq!(kind_of("hant/section/ninjs/"), Kind::Page);
        assert_eq!(kind_of("icon.svg.html"), Kind::Page);
    }

    #[test]
    fn every_rule_gives_its_paths_the_kind_that_it_names() {
        for (pattern, kind) in rules(&["hant"]) {
            let path = pattern.replace('*', "x");
            assert_eq!(kind_of(if kind == Kind::Page { "" } else { &path }), kind, "{pattern}");
        }
    }
}
