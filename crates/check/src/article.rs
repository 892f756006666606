//! What can be wrong with one article by itself.

use super::conversion::Conversion;
use super::filed::{Filed, Reference, ReferenceKind, Standing};
use super::folder::Folder;
use super::width::{looks_like, width};
use super::{body, json_file, picture, times};
use strait_faults::ContentFault;
use strait_faults::Findings;
use strait_faults::{PublicationFault, TextFault};
use strait_faults::{Shape, shortened};
use strait_model::paths::Paths;
use strait_model::{Article, Availability, Block, LanguageTag, SectionPath, Site, plain};

use serde_json::json;
use std::collections::HashSet;
use std::path::Path;

/// Three lines of a phone, in full-width characters.
const HEADLINE: usize = 42;
/// Beyond this, lists cut it.
const LONG_SUMMARY: usize = 160;
const SHORT_SUMMARY: usize = 30;

/// What an article is held against.
pub struct Rules<'a> {
    /// The shape of an article file.
    pub shape: Shape,
    /// The paper.
    pub site: &'a Site,
    /// The paper's addresses.
    pub paths: Paths,
    /// The paths of its sections; nothing when `site.json` could not be read.
    pub sections: Option<HashSet<SectionPath>>,
    /// What converts articles for other editions, if that is to be looked at.
    pub conversion: Option<Conversion>,
    /// What lies in the content folder.
    pub folder: &'a Folder,
    /// The moment that embargo and expiry are told for.
    pub now: jiff::Timestamp,
}

/// Reads an article's file and notes what is wrong with it.
pub fn check(file: &Path, rules: &Rules) -> (Filed, Findings) {
    let mut findings = Findings::default();
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let is_id = strait_model::ArticleId::try_from(stem.to_string()).is_ok();
    let instead = json!({
        "id": if is_id { &stem } else { "0" }, "language": rules.site.language, "section": "unknown", "headline": "-",
        "summary": "-", "source": {"name": "-"}, "firstCreated": "2000-01-01T00:00:00Z", "versionCreated": "2999-01-01T00:00:00Z",
    });
    let mut filed = Filed::unknown(file.to_owned());
    if let Some(article) = json_file::read::<Article>(&rules.folder.inside, file, &rules.shape, &instead, &mut findings) {
        look_at(&article, &stem, rules, &mut filed, &mut findings);
        let is_shown = Availability::of(&article).is_open(rules.now);
        filed.standing = if is_shown { Standing::Shown } else { Standing::Hidden };
        filed.has_picture = article.lead.is_some();
        filed.former = article.formerly;
        filed.section = Some(article.section);
        filed.id = Some(article.id);
    }
    (filed, findings)
}

fn look_at(article: &Article, stem: &str, rules: &Rules, filed: &mut Filed, findings: &mut Findings) {
    check_names(article, stem, rules, findings);
    times::check(article, rules.now, findings);
    for (at, id) in article.related.iter().enumerate() {
        let pointer = format!("/related/{at}").into();
        filed.references.push(Reference { pointer, id: id.clone(), kind: ReferenceKind::Related });
    }
    // Of what was withdrawn readers see a tombstone: not its words.
    if article.is_withdrawn() {
        if article.status_note.as_deref().unwrap_or_default().trim().is_empty() {
            findings.add("", PublicationFault::SilentTombstone);
        }
        return;
    }
    check_words(article, findings);
    check_credits(article, findings);
    if let Some(lead) = &article.lead {
        picture::check(lead, "/lead", picture::Words::Wanted, rules, filed, findings);
    }
    body::check(&article.body, rules, filed, findings);
    if let Some(conversion) = &rules.conversion {
        conversion.check(article, findings);
    }
}

fn check_names(article: &Article, stem: &str, rules: &Rules, findings: &mut Findings) {
    if article.id.as_str() != stem {
        findings.add("/id", ContentFault::WrongFileName(article.id.clone()));
    }
    if !article.contract.is_understood() {
        findings.add("/contract", ContentFault::NewerContract);
    }
    if rules.sections.as_ref().is_some_and(|sections| !sections.contains(&article.section)) {
        findings.add("/section", ContentFault::UnknownSection(article.section.clone()));
    }
    if article.language.parse::<LanguageTag>().is_err() {
        findings.add("/language", PublicationFault::BadLanguage { language: shortened(&article.language) });
    } else if looks_like(&article.language, &words_of(article)) == Some(false) {
        findings.add("/language", PublicationFault::OtherLanguage { language: article.language.clone() });
    }
    if !(1..=9).contains(&article.urgency) {
        findings.add("/urgency", PublicationFault::BadUrgency { urgency: article.urgency.into() });
    }
}

/// Headline, summary and the paragraphs.
fn words_of(article: &Article) -> String {
    let paragraphs = article.body.iter().filter_map(|block| match block {
        Block::Paragraph { text, .. } => Some(plain(text)),
        _ => None,
    });
    [article.headline.clone(), article.summary.clone()].into_iter().chain(paragraphs.take(20)).collect()
}

fn check_words(article: &Article, findings: &mut Findings) {
    if article.ai_note.is_some() {
        findings.add("/aiNote", ContentFault::UnknownField);
    }
    let headline = width(&article.headline);
    match headline {
        0 => findings.add("/headline", TextFault::NoHeadline),
        length if length > HEADLINE => findings.add("/headline", TextFault::LongHeadline { length, limit: HEADLINE }),
        _ => {}
    }
    match width(&article.summary) {
        length if length > LONG_SUMMARY => findings.add("/summary", TextFault::LongSummary { length, limit: LONG_SUMMARY }),
        length if length < SHORT_SUMMARY => findings.add("/summary", TextFault::ShortSummary { length, limit: SHORT_SUMMARY }),
        _ => {}
    }
}

fn check_credits(article: &Article, findings: &mut Findings) {
    if article.source.name.trim().is_empty() {
        findings.add("/source/name", PublicationFault::NoSource);
    }
    if let Some(href) = article.source.href.as_deref().filter(|href| !href.starts_with("http")) {
        findings.add("/source/href", strait_faults::PlaceFault::UnsafeLink { href: shortened(href) });
    }
    for (at, _) in article.by.iter().enumerate().filter(|(_, credit)| credit.name.trim().is_empty()) {
        findings.add(format!("/by/{at}/name"), PublicationFault::NoName);
    }
}
