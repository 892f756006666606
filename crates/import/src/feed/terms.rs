//! Categories of an entry: sections and keywords.

use super::body::plain;
use super::entry::Entry;
use super::field::Field;
use crate::dispatch::Dispatch;
use crate::sections::{Label, Trail, listed_labels};
use crate::wordpress::terms::is_unread;
use strait_model::Subject;

/// Sorts an entry.
pub fn sort(entry: &Entry, dispatch: &mut Dispatch) {
    let is_export = entry.is_export();
    let mut listed = vec![];
    for category in entry.all("category").chain(entry.all("dc:subject")) {
        let domain = category.get("domain");
        let Some(name) = name(category).filter(|_| !is_export || !is_unread(domain)) else { continue };
        if domain != "post_tag" {
            let hints = [category.get("nicename"), category.get("term"), &name].map(str::to_owned);
            dispatch.hints.extend(hints.into_iter().filter(|hint| !hint.is_empty()));
        }
        match (is_export, domain) {
            (true, "category") => dispatch.sections.push(trail(entry, category, &name)),
            (true, _) | (_, "post_tag" | "tag" | "keyword") => {}
            _ => listed.push(Label { name: name.clone(), term: category.get("term").to_owned(), ..Label::default() }),
        }
        // A breadcrumb is no word of the story.
        if !name.contains(['>', '›', '»', '＞']) {
            dispatch.subjects.push(Subject { name });
        }
    }
    dispatch.sections.extend(listed_labels(listed));
}

/// The way down to a category of an export.
fn trail(entry: &Entry, category: &Field, name: &str) -> Trail {
    let slug = category.get("nicename");
    let label = || Label { name: name.to_owned(), slug: slug.to_owned(), ..Label::default() };
    entry.feed().catalogue.trail("", slug).unwrap_or_else(|| vec![label()])
}

fn name(category: &Field) -> Option<String> {
    let names = [category.get("label"), category.text.trim(), category.get("term")];
    names.into_iter().map(plain).find(|name| !name.is_empty())
}
