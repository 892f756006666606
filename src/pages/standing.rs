//! `/about/` and other pages that stand beside the news; `/corrections/` with all that was put right, and its archive.

use super::kind::PageKind;
use super::style::PageStyle;
use crate::stage::{use_paths, use_site};
use crate::views::{Breadcrumb, Moment, block_view, pager};
use crate::words::standing::Words;
use strait_markup::{Node, view};
use strait_model::paths::Address;
use strait_model::{ArticleId, Block, Correction, PageName, Site, Timestamp};

/// A page that stands beside the news. It is printed, and no reader opens it in place.
#[derive(Clone, Debug, PartialEq)]
pub struct StandingPage {
    /// What it is called in its address.
    pub name: PageName,
    /// What it is called by readers.
    pub title: String,
    /// What it says of itself elsewhere.
    pub description: Option<String>,
    /// BCP 47.
    pub language: String,
    /// When it was last changed, where its editor says so.
    pub updated: Option<Timestamp>,
    /// Its words.
    pub body: Vec<Block>,
    /// What was put right, on the page of corrections.
    pub corrected: Option<CorrectedList>,
}

/// What was put right: a page of it.
#[derive(Clone, Debug, PartialEq)]
pub struct CorrectedList {
    /// The number of a page of the archive, counted from the oldest; none: the newest.
    pub page: Option<usize>,
    /// The number of the next older page.
    pub older: Option<usize>,
    /// The number of the next newer page.
    pub newer: Option<usize>,
    /// The newest first.
    pub items: Vec<Corrected>,
}

/// What was put right in an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Corrected {
    /// The article.
    pub id: ArticleId,
    /// Its headline.
    pub headline: String,
    /// BCP 47.
    pub language: String,
    /// What was put right, and when.
    pub correction: Correction,
}

impl PageKind for StandingPage {
    fn address(&self) -> Option<Address> {
        Some(match self.number() {
            Some(page) => Address::Corrections(page),
            None => Address::Standing(self.name.clone()),
        })
    }

    fn title(&self, site: &Site) -> String {
        let number = |page| format!(" · {}", Words::of(&site.language).page(page));
        format!("{}{} - {}", self.title, self.number().map(number).unwrap_or_default(), site.name)
    }

    fn description(&self, site: &Site) -> String {
        self.description.clone().unwrap_or_else(|| self.title(site))
    }

    fn style(&self) -> PageStyle {
        PageStyle::Standing
    }

    fn view(self) -> Node {
        let words = Words::of(&use_site().language);
        let number = self.number();
        let kicker = number.map(|page| view! { <span class="kicker">{words.page(page)}</span> });
        let StandingPage { title, language, updated, body, corrected, .. } = self;
        let updated = updated.map(|at| {
            let day = at.date();
            view! { <p class="article__meta"><span>{words.updated}" "<time datetime=String::from(at)>{day}</time></span></p> }
        });
        let body = (!body.is_empty()).then(|| {
            view! {
                <div class="article__body">{body.into_iter().map(block_view).collect::<Node>()}</div>
            }
        });
        view! {
            <div class="standing-page">
                <Breadcrumb trail=vec![] here=title.clone()/>
                <article class="article" lang=language>
                    <header class="article__header"><h1 tabindex="-1">{kicker}{title}</h1>{updated}</header>
                    {body}
                </article>
                {corrected.map(corrected_list)}
            </div>
        }
    }
}

impl StandingPage {
    /// Its number, if it is of the archive of corrections.
    fn number(&self) -> Option<usize> {
        self.corrected.as_ref()?.page
    }
}

/// What was put right, day by day, and the ways to the rest.
fn corrected_list(list: CorrectedList) -> Node {
    let (words, paths) = (Words::of(&use_site().language), use_paths());
    if list.items.is_empty() {
        return view! { <p class="empty">{words.no_corrections}</p> };
    }
    let items = list.items.into_iter().map(|Corrected { id, headline, language, correction }| {
        let href = paths.page(&Address::Article(id));
        view! {
            <li lang=language.clone()>
                <p class="corrected__when"><Moment at=correction.at/></p>
                <h2><a href=href>{headline}</a></h2>
                <p>{correction.text}</p>
            </li>
        }
    });
    let items = items.collect::<Node>();
    let page = |number: usize| paths.page(&Address::Corrections(number));
    view! {
        <ol class="corrected" aria-label=words.all_corrections>{items}</ol>
        {pager(list.newer.map(page), list.older.map(page))}
    }
}
