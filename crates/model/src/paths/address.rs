//! The addresses of pages below the site's beginning.

use super::{Paths, Tool};
#[cfg(not(target_arch = "wasm32"))]
use crate::PageName;
use crate::{ArticleId, SectionPath};
use std::fmt;

/// A page of the site. `Display` gives its path below the site's beginning: `article/ID/`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Address {
    /// The front page.
    Front,
    /// A section, newest first.
    Section(SectionPath),
    /// A numbered page of a section's archive, counted from the oldest.
    Archive(SectionPath, usize),
    /// An article.
    Article(ArticleId),
    /// An article's related news as a page of its own.
    Related(ArticleId),
    /// A page whose work is done by a script of its own.
    Tool(Tool),
    /// A page that stands beside the news. Which there are, the site knows: [`Address::parse`] does not.
    #[cfg(not(target_arch = "wasm32"))]
    Standing(PageName),
    /// A numbered page of all corrections, counted from the oldest.
    #[cfg(not(target_arch = "wasm32"))]
    Corrections(usize),
}

impl Address {
    /// What the addresses of pages begin with that lie in folders.
    pub const FOLDERS: [&str; 2] = ["article", "section"];
    /// The addresses of pages that stand alone, beside the tools'.
    pub const ALONE: [&str; 1] = [""];

    /// Reads a path below the site's beginning. None: no page of ours.
    pub fn parse(path: &str) -> Option<Address> {
        let path = path.trim_end_matches('/');
        if path.is_empty() {
            return Some(Address::Front);
        }
        if let Some(tool) = Tool::ALL.into_iter().find(|tool| tool.folder() == path) {
            return Some(Address::Tool(tool));
        }
        match path.split_once('/')? {
            ("article", rest) => match rest.strip_suffix("/related") {
                Some(id) => Some(Address::Related(article_id(id)?)),
                None => Some(Address::Article(article_id(rest)?)),
            },
            ("section", rest) => match rest.rsplit_once('/').and_then(|(above, page)| Some((above.strip_suffix("/page")?, page)))
            {
                Some((section, page)) => Some(Address::Archive(section_path(section)?, page.parse().ok()?)),
                None => Some(Address::Section(section_path(rest)?)),
            },
            _ => None,
        }
    }

    /// The article that the page is about.
    pub fn article(&self) -> Option<&ArticleId> {
        match self {
            Address::Article(id) | Address::Related(id) => Some(id),
            Address::Front | Address::Section(_) | Address::Archive(..) | Address::Tool(_) => None,
            #[cfg(not(target_arch = "wasm32"))]
            Address::Standing(_) | Address::Corrections(_) => None,
        }
    }

    /// The section that the page is about.
    pub fn section(&self) -> Option<&SectionPath> {
        match self {
            Address::Section(path) | Address::Archive(path, _) => Some(path),
            Address::Front | Address::Article(_) | Address::Related(_) | Address::Tool(_) => None,
            #[cfg(not(target_arch = "wasm32"))]
            Address::Standing(_) | Address::Corrections(_) => None,
        }
    }

    /// The file that holds what the page shows, below the data's beginning.
    pub fn data_file(&self) -> String {
        match self {
            // Its page shows nothing that could be fetched: what every page knows will do.
            Address::Tool(_) => Paths::SITE.to_owned(),
            #[cfg(not(target_arch = "wasm32"))]
            Address::Standing(_) | Address::Corrections(_) => Paths::SITE.to_owned(),
            Address::Front => "front.json".to_owned(),
            Address::Section(path) => format!("sections/{path}/latest.json"),
            Address::Archive(path, page) => format!("sections/{path}/{page}.json"),
            Address::Article(id) | Address::Related(id) => format!("articles/{id}.json"),
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Address::Front => Ok(()),
            Address::Section(path) => write!(f, "section/{path}/"),
            Address::Archive(path, page) => write!(f, "section/{path}/page/{page}/"),
            Address::Article(id) => write!(f, "article/{id}/"),
            Address::Related(id) => write!(f, "article/{id}/related/"),
            Address::Tool(tool) => write!(f, "{}/", tool.folder()),
            #[cfg(not(target_arch = "wasm32"))]
            Address::Standing(name) => write!(f, "{name}/"),
            #[cfg(not(target_arch = "wasm32"))]
            Address::Corrections(page) => write!(f, "{}/page/{page}/", PageName::CORRECTIONS),
        }
    }
}

fn article_id(text: &str) -> Option<ArticleId> {
    ArticleId::try_from(text.to_owned()).ok()
}

fn section_path(text: &str) -> Option<SectionPath> {
    SectionPath::try_from(text.to_owned()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_address_reads_back_as_itself() {
        for path in [
            "",
            "section/news/",
            "section/news/xiamen/society/",
            "section/news/xiamen/page/12/",
            "article/20240930-2000001/",
            "article/20240930-2000001/related/",
            "embed/",
            "search/",
            "saved/",
            "settings/",
        ] {
            assert_eq!(Address::parse(path).map(|address| address.to_string()).as_deref(), Some(path));
        }
    }

    /// Whoever adds a kind of page is asked here whether hosts know its addresses.
    fn is_known_to_hosts(address: &Address) -> bool {
        let path = address.to_string();
        match address {
            Address::Section(_) | Address::Archive(..) | Address::Article(_) | Address::Related(_) => {
                path.split_once('/').is_some_and(|(folder, _)| Address::FOLDERS.contains(&folder))
            }
            Address::Front => Address::ALONE.contains(&&*path),
            Address::Tool(tool) => path == format!("{}/", tool.folder()),
            // By the site's list of them.
            Address::Standing(_) | Address::Corrections(_) => true,
        }
    }

    #[test]
    fn hosts_know_every_address() {
        let (id, section) = (article_id("1").unwrap(), section_path("news").unwrap());
        let sections = [Address::Section(section.clone()), Address::Archive(section, 1)];
        for address in sections.into_iter().chain([Address::Front, Address::Article(id.clone()), Address::Related(id)]) {
            assert!(is_known_to_hosts(&address), "{address}");
            assert_eq!(Address::parse(&address.to_string()), Some(address));
        }
    }

    #[test]
    fn what_is_no_page_has_no_address() {
        for path in
            ["article", "article/../x", "section/news/page/x", "data/site.json", "article/A/", "feed.xml", "embed/article/1"]
        {
            assert_eq!(Address::parse(path), None, "{path}");
        }
    }
}
