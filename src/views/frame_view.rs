//! What partners frame in their pages, made of the same views as the paper's own.

use super::article_view::ArticleView;
use super::headline_card::HeadlineCard;
use super::lead_story::LeadStory;
use super::licences::licence_in_frames;
use super::withdrawn_notice::WithdrawnNotice;
use crate::stage::{use_paths, use_site, use_words};
use crate::words::partners::Words;
use leptos::prelude::*;
use strait_markup::{Node, view};
use strait_model::paths::Address;
use strait_model::{Article, ArticleId, Headline, SectionPath};

/// What partners frame.
#[derive(Clone, Debug, PartialEq)]
pub enum Frame {
    /// An article as a card.
    Card {
        /// What the card shows of it.
        headline: Box<Headline>,
        /// Where it comes from, unless that is the paper itself.
        source: Option<String>,
    },
    /// A whole article.
    Article(Box<Article>),
    /// The newest of a section.
    Section {
        /// Which.
        section: SectionPath,
        /// The newest first.
        headlines: Vec<Headline>,
    },
    /// What to read next to an article.
    Related {
        /// The article.
        id: ArticleId,
        /// What is related to it.
        headlines: Vec<Headline>,
    },
    /// What stands where a withdrawn article was.
    Withdrawn(Box<Article>),
    /// An address that leads nowhere.
    NotFound,
}

/// A page that partners frame: the news, and whose it is.
#[component]
pub fn FrameView(
    /// What is framed.
    frame: Frame,
) -> Node {
    let (class, mut source) = (class_of(&frame), None);
    let news = match frame {
        Frame::Card { headline, source: from } => {
            source = from;
            view! { <LeadStory headline=*headline/> }
        }
        Frame::Article(article) => whole_article(*article),
        Frame::Section { section, headlines } => section_view(section, headlines),
        Frame::Related { id, headlines } => related_view(id, headlines),
        Frame::Withdrawn(article) => view! { <WithdrawnNotice article=*article/> },
        Frame::NotFound => not_found(),
    };
    view! { <main class=class>{news}<FrameSource source/></main> }
}

fn class_of(frame: &Frame) -> &'static str {
    match frame {
        Frame::Card { .. } => "frame frame--card",
        Frame::Article(_) => "frame frame--article",
        Frame::Section { .. } | Frame::Related { .. } => "frame frame--list",
        Frame::Withdrawn(_) | Frame::NotFound => "frame frame--notice",
    }
}

/// The paper's name, which leads there, and the article's source.
#[component]
fn FrameSource(source: Option<String>) -> Node {
    let (site, words) = (use_site(), use_words());
    let source = source.map(|source| view! { <span class="frame__from">{words.source}"："{source}</span> });
    view! {
        <footer class="frame__source">
            <a href=use_paths().page(&Address::Front)>
                <span class="frame__seal" aria-hidden="true">{site.name.chars().next().map(String::from)}</span>
                {site.name.clone()}
            </a>
            {source}
            {licence_in_frames().map(|licence| view! { <span class="frame__licence">{licence}</span> })}
        </footer>
    }
}

fn whole_article(article: Article) -> Node {
    let href = use_paths().page(&Address::Article(article.id.clone()));
    let site = use_site();
    let read_there = Words::of(&site.language).read_there;
    view! {
        <ArticleView article/>
        <p class="frame__onward"><a class="button" href=href>{site.name.clone()}" · "{read_there}</a></p>
    }
}

fn section_view(section: SectionPath, headlines: Vec<Headline>) -> Node {
    let name = use_site().section(&section).map_or_else(|| section.to_string(), |section| section.name.clone());
    let href = use_paths().page(&Address::Section(section));
    view! {
        <h1 class="frame__title"><a href=href>{name}</a></h1>
        {headline_cards(headlines, use_words().empty_section)}
    }
}

fn related_view(id: ArticleId, headlines: Vec<Headline>) -> Node {
    let (words, href) = (use_words(), use_paths().page(&Address::Related(id)));
    view! {
        <h1 class="frame__title"><a href=href>{words.related_news}</a></h1>
        {headline_cards(headlines, words.no_related_news)}
    }
}

/// Headlines with pictures and nothing else; words where there are none.
fn headline_cards(headlines: Vec<Headline>, empty: &'static str) -> Node {
    let is_empty = headlines.is_empty();
    let brief = headlines.into_iter().map(|headline| Headline { kicker: None, summary: String::new(), ..headline });
    let cards = brief.map(|headline| view! { <li><HeadlineCard headline level=2/></li> }).collect::<Node>();
    view! {
        {is_empty.then(|| view! { <p class="empty">{empty}</p> })}
        {(!is_empty).then(|| view! { <ul class="frame__list">{cards}</ul> })}
    }
}

fn not_found() -> Node {
    let words = Words::of(&use_site().language);
    view! { <h1>{words.not_there}</h1><p>{words.not_there_note}</p> }
}
