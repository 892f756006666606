//! What old addresses may not lead away from: what the site itself has; and where a page for one may stand.

use crate::site::taken::{OWN, is_edition, is_standing};
use percent_encoding::percent_decode_str;
use strait_faults::ContentFault;
use strait_model::paths::{Address, Paths, Tool};
use strait_model::{ArticleId, FormerAddress, Site};

/// How files end that hosts send as pages.
const PAGES: [&str; 4] = [".html", ".htm", ".shtml", ".xhtml"];
/// How files end that are no articles anywhere, but what a page is made of.
const NO_PAGES: [&str; 14] =
    [".js", ".json", ".xml", ".css", ".txt", ".svg", ".png", ".ico", ".wasm", ".webmanifest", ".jpg", ".webp", ".avif", ".mp4"];

/// Why an address cannot lead to an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is a page or file of the site today.
    OfTheSite,
    /// It leads to another article.
    Taken(ArticleId),
}

impl Refusal {
    /// The same as a fault of the address.
    pub fn fault(self, address: &FormerAddress) -> ContentFault {
        match self {
            Refusal::OfTheSite => ContentFault::FormerOfSite(address.to_string()),
            Refusal::Taken(other) => ContentFault::FormerTaken(address.to_string(), other),
        }
    }
}

/// Where the site lies on its host, and what it has there.
pub struct Ground<'a> {
    site: &'a Site,
    base: String,
}

impl Ground<'_> {
    /// The ground of a site.
    pub fn of(site: &Site) -> Ground<'_> {
        Ground { site, base: Paths::of(site).base().to_owned() }
    }

    /// Where the site begins on its host.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The article that is at an address, if there is one of that name. None: it is no article's address.
    pub fn article(&self, address: &FormerAddress) -> Option<ArticleId> {
        Address::parse(&self.as_asked(address)?)?.article().cloned()
    }

    /// The addresses of an article's own pages.
    pub fn pages(&self, id: &ArticleId) -> impl Iterator<Item = FormerAddress> + '_ {
        let pages = [Address::Article(id.clone()), Address::Related(id.clone())];
        pages.into_iter().filter_map(|page| format!("{}{page}", self.base).parse().ok())
    }

    /// Whether an address is of the site itself, whatever articles it has.
    pub fn is_own(&self, address: &FormerAddress) -> bool {
        let Some(below) = self.as_asked(address) else { return false };
        let first = below.split('/').next().unwrap_or_default();
        let last = below.trim_end_matches('/');
        let has_folder = !first.is_empty() && (is_edition(self.site, first) || is_standing(self.site, first));
        let is_front = first.is_empty() && address.query().is_none();
        let is_section =
            Address::parse(&below).is_some_and(|page| page.section().is_some_and(|path| self.site.section(path).is_some()));
        has_folder
            || is_front
            || is_section
            || first.starts_with('_')
            || OWN.contains(&first)
            || Tool::ALL.iter().any(|tool| tool.folder() == first)
            || NO_PAGES.iter().any(|end| first.ends_with(end) || last.ends_with(end))
    }

    /// The file of the page that stands at an old address, below the site. Where a file cannot stand there itself, or
    /// would not be sent as a page, a host that looks for it finds it in a folder. None: it can stand nowhere.
    pub fn file(&self, address: &FormerAddress) -> Option<String> {
        self.file_there(address).or_else(|| file_aside(address))
    }

    /// Whether a page for an old address may be called so.
    pub fn is_page_name(path: &str) -> bool {
        PAGES.iter().any(|end| path.ends_with(end))
    }

    /// The file at the address itself.
    pub fn file_there(&self, address: &FormerAddress) -> Option<String> {
        let (names, has_slash) = address.path();
        let below = self.below(address).filter(|_| address.query().is_none())?;
        let names = names.get(names.len() - below.split('/').filter(|part| !part.is_empty()).count()..)?;
        let (last, folders) = names.split_last()?;
        let is_page = !has_slash && PAGES.iter().any(|end| last.ends_with(end));
        let is_folder = |name: &String| !name.contains('.');
        match folders.iter().all(is_folder) {
            true if is_page => Some(names.join("/")),
            true if is_folder(last) => Some(format!("{}/index.html", names.join("/"))),
            _ => None,
        }
    }

    /// The path below the site's beginning as hosts look for it, who take all spellings of an address for one.
    fn as_asked(&self, address: &FormerAddress) -> Option<String> {
        let key = address.key();
        let path = key.split('?').next().map(|path| percent_decode_str(path).decode_utf8_lossy().into_owned())?;
        format!("{path}/").strip_prefix(&self.base.to_ascii_lowercase()).map(str::to_owned)
    }

    /// The path below the site's beginning, as it is spelt.
    fn below(&self, address: &FormerAddress) -> Option<String> {
        let (names, has_slash) = address.path();
        let path = format!("/{}{}", names.join("/"), if has_slash && !names.is_empty() { "/" } else { "" });
        path.strip_prefix(&self.base).map(str::to_owned)
    }
}

/// The file in the folder of those that cannot stand at their address: `former/index.php/&id=5/index.html`.
fn file_aside(address: &FormerAddress) -> Option<String> {
    let (names, _) = address.path();
    let query = address.query().unwrap_or_default();
    let is_name = query.is_ascii() && !query.contains('/') && !names.iter().any(|name| name == "index.html");
    let path: String = names.iter().map(|name| format!("/{name}")).collect();
    is_name.then(|| format!("former{path}/&{query}/index.html"))
}
