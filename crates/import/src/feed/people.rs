//! Who made an entry.

use super::entry::Entry;
use crate::credits;
use crate::text::one_line;
use strait_model::{Credit, Role};

/// The makers of an entry, by the names that readers know.
pub fn by(entry: &Entry) -> Vec<Credit> {
    let authors = co_authors(entry);
    let mut credits = if authors.is_empty() { named(entry) } else { authors };
    let pictured =
        entry.all("media:credit").filter(|credit| credit.get("role") == "photographer").map(|credit| one_line(&credit.text));
    credits.extend(pictured.map(|name| Credit { role: Role::Photographer, name }));
    credits
}

/// Several authors of a post in an export, in their order; WordPress itself knows one, who filed it.
fn co_authors(entry: &Entry) -> Vec<Credit> {
    let people = &entry.feed().people;
    let is_author = |domain: &str| entry.is_export() && domain == "author";
    let mut credits: Vec<Credit> = vec![];
    for author in entry.all("category").filter(|category| is_author(category.get("domain"))) {
        let slug = author.get("nicename").trim_start_matches("cap-");
        let name = people.get(author.text.trim()).or_else(|| people.get(slug));
        let name = name.cloned().unwrap_or_else(|| one_line(&author.text));
        if !name.is_empty() && !credits.iter().any(|credit| credit.name == name) {
            credits.push(Credit { role: Role::Reporter, name });
        }
    }
    credits
}

fn named(entry: &Entry) -> Vec<Credit> {
    let names = ["dc:creator", "author/name", "author", "itunes:author"];
    let named = names
        .iter()
        .map(|path| entry.all(path).map(|field| person(&field.text)).filter(|name| !name.is_empty()).collect::<Vec<_>>());
    let named = named.into_iter().find(|names| !names.is_empty()).unwrap_or_default();
    let people = &entry.feed().people;
    let credits = |name: &String| match people.get(name) {
        Some(name) => vec![Credit { role: Role::Reporter, name: name.clone() }],
        None => credits::read(name),
    };
    named.iter().flat_map(credits).collect()
}

/// RSS writes `jane@paper.example (Jane Doe)`.
fn person(text: &str) -> String {
    let text = one_line(text);
    match text.split_once('(') {
        Some((address, name)) if address.contains('@') => name.trim_end_matches(')').trim().to_owned(),
        _ if text.contains('@') && !text.contains(' ') => String::new(),
        _ => text,
    }
}
