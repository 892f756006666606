//! `ninjs/ID.json`: an article for partners, as IPTC ninjs 3.0 (<https://iptc.org/standards/ninjs/>).
//! The standard's schema is closed: what it does not name is not written.

mod associations;
mod item;

use super::body;
use super::uri::{own_uri, uri};
use crate::error::PressError;
use crate::site::output::SiteFile;
use item::{Body, InfoSource, Item, Rendition, RoleText, Standard, Subject};
use strait::words::Byline;
use strait_model::paths::{Address, MachineFile, Paths};
use strait_model::{AiKind, AiUse, Article, CorrectionKind, PublicationStatus, Site, Story};

const STANDARD: Standard =
    Standard { name: "ninjs", version: "3.0", schema: "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json" };

/// The document of an article; of a withdrawn one only that it is. Related articles are in it as
/// far as the editor chose them: computed ones would change it again and again.
pub fn file(site: &Site, story: &Story) -> Result<SiteFile, PressError> {
    let paths = Paths::of(site);
    let item = match story.article.is_withdrawn() {
        true => withdrawn(&paths, &story.article),
        false => whole(site, &paths, story),
    };
    Ok((MachineFile::Ninjs(&story.article.id).to_string(), serde_json::to_vec(&item)?))
}

/// What any document says.
fn common<'a>(paths: &Paths, article: &'a Article) -> Item<'a> {
    Item {
        uri: own_uri(paths.canonical(&Address::Article(article.id.clone()))),
        standard: Some(STANDARD),
        kind: "text",
        pub_status: Some(pub_status(article.pub_status)),
        first_created: Some(&article.first_created),
        version_created: Some(&article.version_created),
        language: Some(&article.language),
        alt_ids: vec![item::AltId { role: "article", value: article.id.as_str() }],
        ..Item::default()
    }
}

fn withdrawn<'a>(paths: &Paths, article: &'a Article) -> Item<'a> {
    Item { representation: "partial", ed_note: article.status_note.clone(), ..common(paths, article) }
}

fn whole<'a>(site: &'a Site, paths: &Paths, story: &'a Story) -> Item<'a> {
    let article = &story.article;
    let byline = Byline { by: &article.by, language: &article.language }.to_string();
    let page = own_uri(paths.canonical(&Address::Article(article.id.clone())));
    let headline = RoleText { role: "main", content_type: Some("text/plain"), value: &article.headline };
    let kicker = article.kicker.iter().map(|kicker| RoleText { role: "kicker", content_type: Some("text/plain"), value: kicker });
    Item {
        representation: "full",
        urgency: Some(article.urgency),
        embargoed_until: article.embargoed.as_ref(),
        expires: article.expires.as_ref(),
        copyright_notice: Some(article.copyright_notice.as_deref().unwrap_or(&site.copyright_notice)),
        ed_note: note_to_editors(article),
        headlines: std::iter::once(headline).chain(kicker).collect(),
        descriptions: vec![RoleText { role: "summary", content_type: Some("text/plain"), value: &article.summary }],
        bodies: bodies(paths, article),
        by: Some(byline).filter(|byline| !byline.is_empty()),
        info_sources: vec![InfoSource { name: &article.source.name, uri: article.source.href.as_deref().and_then(uri) }],
        located: article.located.as_deref(),
        subjects: subjects(site, paths, article),
        renditions: vec![Rendition { name: "page".into(), href: page, content_type: Some("text/html"), ..Rendition::default() }],
        associations: associations::of(paths, story),
        ..common(paths, article)
    }
}

fn pub_status(status: PublicationStatus) -> &'static str {
    match status {
        PublicationStatus::Usable => "usable",
        PublicationStatus::Withheld => "withheld",
        PublicationStatus::Canceled => "canceled",
    }
}

/// What machines had to do with it, and what was put right, for those who printed it before.
fn note_to_editors(article: &Article) -> Option<String> {
    let ai_use = article.ai_use.as_ref().and_then(said_of_ai);
    let corrections = article.corrections.iter().filter(|correction| correction.kind == CorrectionKind::Correction);
    let corrections = corrections.map(|correction| format!("{} {}", correction.at, correction.text));
    let lines: Vec<String> = ai_use.into_iter().chain(corrections).collect();
    Some(lines.join("\n")).filter(|lines| !lines.is_empty())
}

/// ninjs has no place of its own for it.
fn said_of_ai(AiUse { kind, note }: &AiUse) -> Option<String> {
    let kind = match kind {
        AiKind::None => "none",
        AiKind::Assisted => "assisted",
        AiKind::Generated => "generated",
        AiKind::Other => return note.clone(),
    };
    Some(note.as_ref().map_or_else(|| format!("AI use: {kind}"), |note| format!("AI use: {kind}. {note}")))
}

fn bodies(paths: &Paths, article: &Article) -> Vec<Body> {
    let plain = body::plain(article);
    vec![
        Body { role: "main", content_type: "text/html", char_count: None, value: body::html(paths, article) },
        Body { role: "main", content_type: "text/plain", char_count: Some(plain.chars().count()), value: plain },
    ]
}

/// The section, then the keywords.
fn subjects<'a>(site: &'a Site, paths: &Paths, article: &'a Article) -> Vec<Subject<'a>> {
    let address = || own_uri(paths.canonical(&Address::Section(article.section.clone())));
    let section =
        site.section(&article.section).map(|section| Subject { name: &section.name, rel: "section", uri: Some(address()) });
    let keywords = article.subjects.iter().map(|subject| Subject { name: &subject.name, rel: "keyword", uri: None });
    section.into_iter().chain(keywords).collect()
}
