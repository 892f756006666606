//! An article.

use super::block_view::block_view;
use super::correction_list::CorrectionList;
use super::figure_view::figure;
use super::moment::Moment;
use super::phrases::phrased;
use super::picture::Wanted;
use crate::stage::{use_site, use_words};
use crate::words::Byline;
use leptos::prelude::*;
use strait_markup::{Node, view};
use strait_model::{Article, Block, Source, Span, Subject, Timestamp};

/// An article from headline to copyright line.
#[component]
pub fn ArticleView(article: Article) -> Node {
    let words = use_words();
    let byline = Byline { by: &article.by, language: &article.language }.to_string();
    let updated = article.is_updated().then(|| article.version_created.clone());
    let copyright = article.copyright_notice.clone().unwrap_or_else(|| use_site().copyright_notice.clone());
    let Article {
        language,
        kicker,
        headline,
        source,
        ai_note,
        first_created,
        editor,
        subjects,
        lead,
        body,
        corrections,
        dateline,
        ..
    } = article;
    let is_phrased = phrased(&headline);
    let blocks = opened_by(dateline, body).into_iter().map(block_view);
    view! {
        <article class="article" lang=language>
            <header class="article__header">
                <h1 data-phrased=is_phrased tabindex="-1">{kicker.map(|kicker| view! { <span class="kicker">{kicker}</span> })}{headline}</h1>
                <ArticleMeta source byline ai_note first_created updated/>
            </header>
            <CorrectionList corrections/>
            // Reading modes take what stands in one box.
            <div class="article__body">{lead.map(|image| figure(image, Wanted::First))}{blocks.collect::<Node>()}</div>
            <footer class="article__footer">
                {editor.map(|editor| view! { <p>{words.editor}"："{editor}</p> })}
                <SubjectList subjects/>
                <p class="article__copyright">{copyright}</p>
            </footer>
        </article>
    }
}

/// The line below the headline: where from, by whom, when.
#[component]
fn ArticleMeta(
    source: Source,
    byline: String,
    ai_note: Option<String>,
    first_created: Timestamp,
    updated: Option<Timestamp>,
) -> Node {
    let words = use_words();
    let name = match source.href.filter(|href| href.starts_with("https://") || href.starts_with("http://")) {
        Some(href) => view! { <a href=href rel="noopener">{source.name}</a> },
        None => source.name.into(),
    };
    view! {
        <p class="article__meta">
            <span>{words.source}"："{name}</span>
            {(!byline.is_empty()).then(|| view! { <span>{byline}</span> })}
            {ai_note.map(|note| view! { <span>{note}</span> })}
            <span class="article__times">
                <Moment at=first_created/>
                {updated.map(|at| view! { <span class="article__updated">{words.updated}" "<Moment at/></span> })}
            </span>
            <Tools/>
        </p>
    }
}

/// Keeps the article, reads it aloud, makes text larger or smaller. Scripts do it, and without them it is not seen.
#[component]
fn Tools() -> Node {
    let words = use_words();
    view! {
        <span class="article__tools">
            <button type="button" class="listen-button" data-tool="listen">{words.listen}</button>
            {use_site().offline.then(|| view! { <SaveButton/> })}
            <span class="text-size" role="group" aria-label=words.text_size>
                <button type="button" data-size-step="-1">"A−"<span class="visually-hidden">{words.smaller_text}</span></button>
                <button type="button" data-size-step="1">"A+"<span class="visually-hidden">{words.larger_text}</span></button>
                <output class="visually-hidden"></output>
            </span>
        </span>
    }
}

/// Keeps the article on this device (`scripts/tools/saved.js`). Which of the two words is seen, the style knows by
/// `data-state`.
#[component]
fn SaveButton() -> Node {
    let words = use_words();
    view! {
        <button type="button" class="save-button" data-tool="saved">
            <span>{words.save}</span><span class="save-button__done">{words.is_saved}</span>
        </button>
    }
}

/// Keywords. Nothing at all when there are none.
#[component]
fn SubjectList(subjects: Vec<Subject>) -> Node {
    let words = use_words();
    if subjects.is_empty() {
        return ().into();
    }
    let items = subjects.into_iter().map(|subject| view! { <li>{subject.name}</li> });
    view! { <div class="subjects"><span>{words.subjects}</span><ul>{items.collect::<Node>()}</ul></div> }
}

/// The body, its first paragraph opened by the dateline.
fn opened_by(dateline: Option<String>, mut body: Vec<Block>) -> Vec<Block> {
    let first = body.iter_mut().find_map(|block| match block {
        Block::Paragraph { text, .. } => Some(text),
        _ => None,
    });
    if let (Some(text), Some(dateline)) = (first, dateline) {
        text.insert(0, Span { text: dateline, strong: true, ..Span::default() });
    }
    body
}
