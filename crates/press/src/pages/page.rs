//! Prints pages with the same components that run in the browser.

use crate::built::assets::Assets;
use crate::error::PressError;
use crate::escape::escape;
use crate::machines::{self, Theme};
use crate::pages::tool_heads::ToolHeads;
use crate::site::output::SiteFile;
use leptos::prelude::*;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use strait::app::{App, AppProps};
use strait::head::Head;
use strait::pages::{Page, PageKind, PageStyle, PageView, PageViewProps, SectionPage, ToolPage};
use strait::stage::{Stage, set_up};
use strait_model::paths::{Address, Paths};
use strait_model::{Contract, Section, SectionList, SectionPath, Site};

/// Prints the pages of one paper: what all of them share is rendered once.
pub struct PagePrinter {
    site: Arc<Site>,
    /// The shell up to the head, its end, and the shell after the body.
    shell: [String; 3],
    /// What heads end with, by the kind of page.
    head_ends: BTreeMap<PageStyle, String>,
    tools: ToolHeads,
    /// What machines show of the reader.
    theme: Arc<Theme>,
    /// Masthead and footer, as the pages of each section show them; without a section for all others.
    surrounds: HashMap<Option<SectionPath>, Surround>,
}

/// All of the body around the page itself.
struct Surround {
    /// Between these parts comes the page's own address: in the links to its alternates.
    before: Vec<String>,
    after: String,
}

impl PagePrinter {
    /// A printer for a paper with a built reader.
    pub fn new(site: Arc<Site>, assets: &Assets) -> Result<PagePrinter, PressError> {
        let sections = site.sections.iter().flat_map(Section::flatten).map(|section| Some(section.path.clone()));
        let surrounds =
            sections.chain([None]).filter_map(|section| Some((section.clone(), Surround::of(&site, section)?))).collect();
        Ok(PagePrinter {
            shell: shell(&assets.shell, &site.language),
            tools: ToolHeads::of(&site, assets)?,
            head_ends: assets.css.iter().map(|(style, css)| (*style, head_end(&site, assets, css))).collect(),
            theme: assets.theme.clone(),
            surrounds,
            site,
        })
    }

    /// The words that the pages' tools say.
    pub fn words_file(&self) -> SiteFile {
        self.tools.words_file()
    }

    /// One page: the shell, filled.
    pub fn print(&self, page: Page) -> Result<Vec<u8>, PressError> {
        let head = self.head(&page)?;
        let head_end = self.head_ends.get(&page.style()).map_or("", String::as_str);
        let script = self.tools.script(&page);
        let [before_page, sheet, after_page] = self.body(page);
        let [before, between, after] = &self.shell;
        let parts = [before, &head, head_end, script, between, &before_page, &*sheet, &after_page, after];
        Ok(parts.concat().into_bytes())
    }

    fn head(&self, page: &Page) -> Result<String, PressError> {
        let head = Head::of(&self.site, page);
        let mut html = format!("<title>{}</title>", escape(&head.title));
        for tag in head.tags {
            html.extend(["<", tag.element]);
            for (name, value) in tag.attributes {
                html.extend([" ", name, "=\"", &escape(&value), "\""]);
            }
            html.push('>');
        }
        if let Page::Tool(ToolPage(tool)) = page {
            html.push_str(self.tools.of_tool(*tool));
        }
        html.push_str(&machines::head::print(&self.site, page, &self.theme)?);
        Ok(html)
    }

    /// Masthead, page, footer.
    fn body(&self, page: Page) -> [Cow<'_, str>; 3] {
        // The surround of pages without a section leads to the front page's alternates; what has alternates of its own is printed whole.
        match self.surrounds.get(&page.section().cloned()).filter(|_| !matches!(page, Page::Tool(_) | Page::Standing(_))) {
            Some(surround) => {
                let address = page.address().unwrap_or(Address::Front).to_string();
                [surround.before.join(&address).into(), render_page(&self.site, page).into(), (&*surround.after).into()]
            }
            None => ["".into(), render_app(&self.site, page).into(), "".into()],
        }
    }
}

impl Surround {
    /// Renders a section's surround around an empty page, and takes the page out.
    fn of(site: &Arc<Site>, section: Option<SectionPath>) -> Option<Surround> {
        let page = match section {
            None => Page::NOWHERE,
            Some(section) => Page::Section(SectionPage(Box::new(empty_list(section)))),
        };
        let address = page.address().map(|address| address.to_string());
        let (whole, sheet) = (render_app(site, page.clone()), render_page(site, page));
        let (before, after) = whole.split_once(&sheet)?;
        let before = match address {
            Some(address) => before.split(&address).map(str::to_owned).collect(),
            None => vec![before.to_owned()],
        };
        Some(Surround { before, after: after.to_owned() })
    }
}

/// A page of a section that has an address like no other.
fn empty_list(section: SectionPath) -> SectionList {
    SectionList { contract: Contract::default(), section, page: Some(usize::MAX), older: None, newer: None, headlines: vec![] }
}

/// Renders the whole paper with a page in it.
fn render_app(site: &Arc<Site>, page: Page) -> String {
    render(|| {
        set_up(site.clone());
        provide_context(Stage::new(page.shown()));
        App(AppProps { page: PageView(PageViewProps { page }) }).to_html()
    })
}

/// Renders a page as it stands in the paper, without the paper.
fn render_page(site: &Arc<Site>, page: Page) -> String {
    render(|| {
        set_up(site.clone());
        PageView(PageViewProps { page }).to_html()
    })
}

/// Renders something, and forgets all that was needed for it.
pub(super) fn render(html: impl FnOnce() -> String) -> String {
    let owner = Owner::new();
    let html = owner.with(html);
    owner.unset_with_forced_cleanup();
    html
}

/// The page shell up to the head, its end, and what comes after the body. One pass and in this order, so that no text
/// of an article can be taken for a place of the shell.
pub(super) fn shell(shell: &str, language: &str) -> [String; 3] {
    let (before, rest) = shell.split_once("<!--HEAD-->").unwrap_or((shell, ""));
    let (between, after) = rest.split_once("<!--BODY-->").unwrap_or((rest, ""));
    let before = before.replacen("<html", &format!("<html lang=\"{}\"", escape(language)), 1);
    [before, between.to_owned(), after.to_owned()]
}

fn head_end(site: &Site, assets: &Assets, css: &str) -> String {
    let paths = Paths::of(site);
    let icon = paths.file("icon.svg");
    let icon = format!("<link rel=\"icon\" href=\"{}\" type=\"image/svg+xml\">", escape(&icon));
    let Assets { early, speculation, print_css, .. } = assets;
    let print = paths.file(&print_css.path);
    let print = format!("<link rel=\"stylesheet\" href=\"{}\" media=\"print\">", escape(&print));
    // The script changes rules of the style, and no browser waits for what is only printed.
    format!("<style>{css}</style><script>{early}</script><script type=\"speculationrules\">{speculation}</script>{icon}{print}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use strait::pages::{ArticlePage, FrontPage, RelatedPage};

    #[test]
    fn a_page_put_into_a_frame_is_the_page_as_rendered_in_one_go() {
        let site = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/site.json")).unwrap();
        let site: Arc<Site> = Arc::new(serde_json::from_slice(&site).unwrap());
        let section = SectionPath::try_from("news/xiamen".to_owned()).unwrap();
        let article =
            std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/articles/20261118-1000014.json")).unwrap();
        let story: strait_model::Story = serde_json::from_value(
            serde_json::json!({ "article": serde_json::from_slice::<serde_json::Value>(&article).unwrap() }),
        )
        .unwrap();
        let list = SectionList { page: Some(2), older: Some(1), ..empty_list(section) };
        let pages = [
            Page::Article(ArticlePage(Box::new(story.clone()))),
            Page::Related(RelatedPage::of(Box::new(story)).unwrap()),
            Page::Section(SectionPage(Box::new(list))),
            Page::Front(FrontPage(Box::new(serde_json::from_str("{}").unwrap()))),
            Page::NOWHERE,
        ];
        for page in pages {
            let surround = Surround::of(&site, page.section().cloned()).unwrap();
            let before = surround.before.join(&page.address().unwrap_or(Address::Front).to_string());
            let framed = [before, render_page(&site, page.clone()), surround.after].concat();
            assert_eq!(framed, render_app(&site, page));
        }
    }
}
