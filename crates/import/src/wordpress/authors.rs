//! Who made a post of WordPress' REST interface. WordPress itself knows one, who filed it; plugins know several.

use crate::fields::Fields;
use crate::text::one_line;
use serde_json::Value;
use std::collections::HashSet;
use strait_model::{Credit, Role};

/// The makers of a post, in their order, by the names that readers know.
pub fn by(post: &Value) -> Vec<Credit> {
    let filed = list(post.pointer("/_embedded/author"));
    let groups = list(post.pointer("/_embedded/wp:term")).into_iter().flat_map(|group| list(Some(group)));
    let terms: Vec<&Value> = groups.filter(|term| Fields::of(term).text(&["taxonomy"]).as_deref() == Some("author")).collect();
    let listed = ["coauthors", "authors"].into_iter().map(|name| list(post.get(name)));
    let listed = listed.into_iter().find(|authors| !authors.is_empty()).unwrap_or_default();
    let mut names: Vec<String> = listed.into_iter().filter_map(|author| called(author, &terms, &filed)).collect();
    if names.is_empty() {
        names = terms.iter().filter_map(|term| of_term(term, &filed)).collect();
    }
    if names.is_empty() {
        names = filed.iter().filter_map(|author| name(author)).collect();
    }
    if names.is_empty() {
        names.extend(post.pointer("/yoast_head_json/author").and_then(Value::as_str).map(one_line));
    }
    let mut seen = HashSet::new();
    names.retain(|name| !name.is_empty() && seen.insert(name.clone()));
    names.into_iter().map(|name| Credit { role: Role::Reporter, name }).collect()
}

/// What an author of a list is called: it is an object, or the number of a term or of a person.
fn called(author: &Value, terms: &[&Value], filed: &[&Value]) -> Option<String> {
    let Some(number) = author.as_u64() else { return name(author) };
    let has_number = |found: &&&Value| found.get("id").and_then(Value::as_u64) == Some(number);
    let of_term = terms.iter().find(has_number).and_then(|term| of_term(term, filed));
    of_term.or_else(|| filed.iter().find(has_number).and_then(|author| name(author)))
}

/// What the author of a term is called. Its name may be the login only: who filed the post is known by more.
fn of_term(term: &Value, filed: &[&Value]) -> Option<String> {
    let slug = Fields::of(term).text(&["slug"]).unwrap_or_default();
    let login = slug.strip_prefix("cap-").unwrap_or(&slug);
    let person = filed.iter().find(|author| !login.is_empty() && Fields::of(author).text(&["slug"]).as_deref() == Some(login));
    person.and_then(|author| name(author)).or_else(|| name(term))
}

fn name(author: &Value) -> Option<String> {
    Fields::of(author).text(&["display_name", "name"]).map(|name| one_line(&name))
}

fn list(value: Option<&Value>) -> Vec<&Value> {
    value.and_then(Value::as_array).into_iter().flatten().collect()
}
