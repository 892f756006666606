//! A `NewsArticle`.

use super::{CONTEXT, Publisher, Thing};
use crate::machines::listed::writers;
use crate::machines::picture;
use crate::machines::uri::{own_uri, uri};
use serde::Serialize;
use strait_model::paths::{Address, Paths};
use strait_model::{AiKind, Article, CorrectionKind, Role, Site, Timestamp};

/// The width of pictures: Google asks for 1,200 pixels and more.
const PICTURE_WIDTH: u32 = 1440;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewsArticle<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    main_entity_of_page: String,
    url: String,
    headline: &'a str,
    description: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    image: Vec<String>,
    date_published: &'a Timestamp,
    date_modified: &'a Timestamp,
    author: Vec<Thing<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contributor: Vec<Thing<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    translator: Vec<Thing<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    editor: Option<Thing<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_organization: Option<Thing<'a>>,
    publisher: Publisher<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    article_section: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    keywords: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dateline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location_created: Option<Thing<'a>>,
    in_language: &'a str,
    is_accessible_for_free: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    digital_source_type: Option<&'static str>,
    copyright_notice: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    correction: Vec<Correction<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Correction<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    text: &'a str,
    date_published: &'a Timestamp,
}

/// What schema.org has words for.
pub fn of<'a>(site: &'a Site, paths: &Paths, article: &'a Article, publisher: Publisher<'a>) -> NewsArticle<'a> {
    let url = own_uri(paths.canonical(&Address::Article(article.id.clone())));
    let picture = article.lead.as_ref().and_then(|image| picture::file(paths, image, PICTURE_WIDTH));
    NewsArticle {
        context: CONTEXT,
        kind: "NewsArticle",
        main_entity_of_page: url.clone(),
        url,
        headline: &article.headline,
        description: &article.summary,
        image: picture.into_iter().map(|file| file.href).collect(),
        date_published: &article.first_created,
        date_modified: &article.version_created,
        author: authors(article),
        contributor: people(article, &[Role::Photographer, Role::Illustrator]),
        translator: people(article, &[Role::Translator]),
        editor: article.editor.as_deref().map(|name| Thing::new("Person", name)),
        source_organization: (article.source.name != site.name).then(|| source(article)),
        publisher,
        article_section: site.section(&article.section).map(|section| section.name.as_str()),
        keywords: article.subjects.iter().map(|subject| subject.name.as_str()).collect(),
        dateline: article.dateline.as_deref(),
        location_created: article.located.as_deref().map(|name| Thing::new("Place", name)),
        in_language: &article.language,
        is_accessible_for_free: true,
        digital_source_type: article.ai_use.as_ref().and_then(|ai_use| digital_source(ai_use.kind)),
        copyright_notice: article.copyright_notice.as_deref().unwrap_or(&site.copyright_notice),
        correction: corrections(article),
    }
}

/// The word of schema.org's `IPTCDigitalSourceEnumeration`, which has none for what people wrote by themselves.
fn digital_source(kind: AiKind) -> Option<&'static str> {
    match kind {
        AiKind::Assisted => Some("https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource"),
        AiKind::Generated => Some("https://schema.org/TrainedAlgorithmicMediaDigitalSource"),
        AiKind::None | AiKind::Other => None,
    }
}

/// Those who wrote it; where nobody is named, where it comes from.
fn authors(article: &Article) -> Vec<Thing<'_>> {
    let writers: Vec<Thing> = writers(&article.by).map(|name| Thing::new("Person", name)).collect();
    if writers.is_empty() { vec![source(article)] } else { writers }
}

fn people<'a>(article: &'a Article, roles: &[Role]) -> Vec<Thing<'a>> {
    let of_roles = article.by.iter().filter(|credit| roles.contains(&credit.role));
    of_roles.map(|credit| Thing::new("Person", &credit.name)).collect()
}

fn source(article: &Article) -> Thing<'_> {
    Thing { url: article.source.href.as_deref().and_then(uri), ..Thing::new("Organization", &article.source.name) }
}

fn corrections(article: &Article) -> Vec<Correction<'_>> {
    let corrections = article.corrections.iter().filter(|correction| correction.kind == CorrectionKind::Correction);
    let comment = |text, date_published| Correction { kind: "CorrectionComment", text, date_published };
    corrections.map(|correction| comment(correction.text.as_str(), &correction.at)).collect()
}
