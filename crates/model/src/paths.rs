//! Every address of the site: pages, data files, and where both begin.

mod address;
#[cfg(not(target_arch = "wasm32"))]
mod frame_address;
mod machine_file;
#[cfg(not(target_arch = "wasm32"))]
mod search_file;
mod share;
mod tool;

use crate::{Site, SiteEdition};

pub use address::Address;
pub use machine_file::{Answer, MachineFile};
pub use share::on_weibo;
pub use tool::Tool;
#[cfg(not(target_arch = "wasm32"))]
pub use {frame_address::FrameAddress, search_file::SearchFile};

/// Where the site and its data begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// Scheme and host: `https://example.org`.
    origin: String,
    /// The site's path on its host, with slashes at both ends: `/paper/`.
    base: String,
    /// Where pictures, films and the reader itself begin: the base of the newsroom's own edition.
    files: String,
    /// Where data files begin: `/paper/data/`, or a whole address.
    data: String,
}

impl Paths {
    /// The data file of the site itself, below the data's beginning.
    pub const SITE: &str = "site.json";
    /// The service worker, at the beginning of the site.
    #[cfg(not(target_arch = "wasm32"))]
    pub const WORKER: &str = "worker.js";
    /// The newest headlines, for machines, below the data's beginning.
    pub const LATEST: &str = "latest.json";

    /// The paths of a site.
    pub fn of(site: &Site) -> Paths {
        let (origin, base) = split_origin(&site.url);
        let base = with_slash(base);
        let files = site.files_url.as_deref().map_or_else(|| base.clone(), |url| with_slash(split_origin(url).1));
        let data = site.data_url.as_deref().map_or_else(|| format!("{base}data/"), with_slash);
        Paths { origin: origin.to_owned(), base, files, data }
    }

    /// The site's path on its host, with slashes at both ends.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// A link to a page.
    pub fn page(&self, address: &Address) -> String {
        format!("{}{address}", self.base)
    }

    /// A page's address with its host: what the canonical link and the QR code say.
    pub fn canonical(&self, address: &Address) -> String {
        format!("{}{}{address}", self.origin, self.base)
    }

    /// A file that is published beside the pages: a rendition, a film. Whole addresses stay.
    pub fn file(&self, href: &str) -> String {
        match is_whole(href) {
            true => href.to_owned(),
            false => format!("{}{}", self.files, href.trim_start_matches('/')),
        }
    }

    /// The same with its host, for machines of others.
    pub fn canonical_file(&self, href: &str) -> String {
        match is_whole(href) {
            true => href.to_owned(),
            false => format!("{}{}", self.origin, self.file(href)),
        }
    }

    /// The same page in another edition.
    pub fn alternate(&self, edition: &SiteEdition, address: &Address) -> String {
        let slash = if edition.path.is_empty() { "" } else { "/" };
        format!("{}{}{slash}{address}", self.files, edition.path)
    }

    /// The same with its host, for machines.
    pub fn canonical_alternate(&self, edition: &SiteEdition, address: &Address) -> String {
        format!("{}{}", self.origin, self.alternate(edition, address))
    }

    /// A link in an article to a path of the site: pages are this edition's, files are shared.
    fn own(&self, href: &str) -> String {
        let path = href.trim_start_matches('/');
        let page = path.find(['#', '?']).map_or(path, |end| &path[..end]);
        match Address::parse(page) {
            Some(_) => format!("{}{path}", self.base),
            None => self.file(href),
        }
    }

    /// A data file.
    pub fn data(&self, file: &str) -> String {
        format!("{}{file}", self.data)
    }

    /// Reads the path of an address on the site's own host. None: not ours, or a page that the reader does not
    /// open in place: a tool comes with its printed page alone.
    pub fn parse(&self, pathname: &str) -> Option<Address> {
        let address = Address::parse(pathname.strip_prefix(&self.base)?)?;
        (!matches!(address, Address::Tool(_))).then_some(address)
    }
}

/// Where a link in an article may lead, as the page shall write it; none for what must not be a
/// link: another scheme, an address without a host.
pub fn safe_href(paths: &Paths, href: &str) -> Option<String> {
    let is_clean = !href.chars().any(|character| character.is_control() || character.is_whitespace() || character == '\\');
    let is_ours = href.starts_with('/') && !href.starts_with("//");
    match is_clean {
        false => None,
        true if is_ours => Some(paths.own(href)),
        true if href.starts_with('#') || is_whole(href) || href.starts_with("mailto:") || href.starts_with("tel:") => {
            Some(href.to_owned())
        }
        true => None,
    }
}

fn is_whole(href: &str) -> bool {
    href.starts_with("https://") || href.starts_with("http://")
}

/// An address without its scheme: as people say it.
pub fn without_scheme(url: &str) -> &str {
    url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or(url)
}

fn split_origin(url: &str) -> (&str, &str) {
    let host = without_scheme(url);
    match host.find('/') {
        Some(slash) => url.split_at(url.len() - host.len() + slash),
        None => (url, "/"),
    }
}

fn with_slash(url: &str) -> String {
    format!("{}/", url.trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(origin: &str, base: &str) -> Paths {
        Paths { origin: origin.to_owned(), base: base.to_owned(), files: base.to_owned(), data: format!("{base}data/") }
    }

    #[test]
    fn a_second_edition_has_its_own_pages_and_shares_the_files() {
        let second = Paths { base: "/paper/hant/".to_owned(), ..paths("https://example.org", "/paper/") };
        let (own, hant) = (edition("", "zh-Hans"), edition("hant", "zh-Hant-TW"));
        let front = Address::Front;
        assert_eq!(second.page(&front), "/paper/hant/");
        assert_eq!(second.file("pictures/a.jpg"), "/paper/pictures/a.jpg");
        assert_eq!(second.canonical_alternate(&own, &front), "https://example.org/paper/");
        assert_eq!(paths("https://example.org", "/paper/").alternate(&hant, &front), "/paper/hant/");
        for (href, there) in [
            ("/article/1/#h-1", "/paper/hant/article/1/#h-1"),
            ("/section/news/?x", "/paper/hant/section/news/?x"),
            ("/", "/paper/hant/"),
            ("/media/a.pdf", "/paper/media/a.pdf"),
        ] {
            assert_eq!(safe_href(&second, href).as_deref(), Some(there));
        }
        assert_eq!(paths("https://example.org", "/paper/").parse("/paper/hant/article/1/"), None);
        assert_eq!(second.parse("/paper/article/1/"), None);
    }

    fn edition(path: &str, language: &str) -> SiteEdition {
        SiteEdition { path: path.parse().unwrap(), language: language.parse().unwrap(), name: String::new() }
    }

    #[test]
    fn a_site_below_a_path_owns_only_what_is_below_it() {
        let paths = paths("https://example.org", "/paper/");
        assert_eq!(paths.parse("/paper/"), Some(Address::Front));
        assert_eq!(paths.parse("/"), None);
        assert_eq!(paths.parse("/other/article/1/"), None);
        assert_eq!(paths.canonical(&Address::Front), "https://example.org/paper/");
        assert_eq!(paths.file("pictures/a.jpg"), "/paper/pictures/a.jpg");
    }

    #[test]
    fn an_address_splits_at_its_host() {
        assert_eq!(split_origin("https://example.org/paper/"), ("https://example.org", "/paper/"));
        assert_eq!(split_origin("https://example.org"), ("https://example.org", "/"));
    }

    #[test]
    fn a_link_never_runs_a_script() {
        let paths = paths("https://example.org", "/paper/");
        for href in
            ["javascript:alert(1)", " javascript:alert(1)", "java\nscript:x", "data:text/html,x", "//evil.example", "\\\\evil"]
        {
            assert_eq!(safe_href(&paths, href), None, "{href}");
        }
        assert_eq!(safe_href(&paths, "/article/1/").as_deref(), Some("/paper/article/1/"));
        assert_eq!(safe_href(&paths, "#h-1").as_deref(), Some("#h-1"));
        assert_eq!(safe_href(&paths, "https://example.org/?q=潮").as_deref(), Some("https://example.org/?q=潮"));
    }
}
