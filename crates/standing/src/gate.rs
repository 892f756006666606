//! Whether a page may be shown: what says of itself that it is not ready, not yet or no longer to be seen is let out by
//! nobody, nor what says so in words that cannot be read.

use crate::fields::Fields;
use serde_json::{Map, Value};
use strait_faults::{StandingFault, shortened};

type Front = Map<String, Value>;

/// What hides a page where it is true.
const HIDE: [&str; 5] = ["headless", "hidden", "private", "protected", "unlisted"];
/// What hides a page where it is false: Zola's, Jekyll's, Eleventy's. Some hold more than yes and no.
const SHOW: [&str; 1] = ["render"];
/// Where Zola and Hugo keep fields that they do not know.
const WITHIN: [&str; 2] = ["extra", "params"];
/// When a page begins to be shown, in Hugo's names.
const BEGINS: [&str; 3] = ["date", "publishdate", "pubdate"];
/// When it ends.
const ENDS: [&str; 2] = ["expirydate", "unpublishdate"];

/// The fields of a page that may be shown, in lower case: Hugo asks for no more. Else why it may not; of a draft nothing
/// need be told, for whoever wrote that word knows.
pub fn pass(front: Front, page: &Fields) -> Result<Front, Option<StandingFault>> {
    let mut fields = in_lower_case(front)?;
    let mut within = Vec::new();
    for place in WITHIN {
        match fields.remove(place) {
            Some(Value::Object(inner)) => within.push(in_lower_case(inner)?),
            Some(other) => drop(fields.insert(place.to_owned(), other)),
            None => {}
        }
    }
    for fields in std::iter::once(&mut fields).chain(&mut within) {
        of_drafts(fields)?;
        of_words(fields)?;
        of_times(fields, page)?;
    }
    for (name, value) in within.into_iter().flatten() {
        fields.entry(name).or_insert(value);
    }
    Ok(fields)
}

fn in_lower_case(front: Front) -> Result<Front, StandingFault> {
    let mut fields = Front::new();
    for (name, value) in front {
        let twice = || StandingFault::BadFrontMatter { error: format!("`{}` is given twice", shortened(&name)) };
        if fields.insert(name.to_lowercase(), value).is_some() {
            return Err(twice());
        }
    }
    Ok(fields)
}

fn of_drafts(fields: &mut Front) -> Result<(), Option<StandingFault>> {
    match fields.remove("draft").map(|value| answer(&value)) {
        Some(Some(true)) => Err(None),
        Some(None) => Err(Some(unclear("draft"))),
        _ => Ok(()),
    }
}

fn of_words(fields: &mut Front) -> Result<(), StandingFault> {
    let asked = HIDE.map(|field| (field, true)).into_iter().chain(SHOW.map(|field| (field, false)));
    for (field, hides) in asked {
        match fields.remove(field).map(|value| answer(&value)) {
            Some(Some(said)) if said == hides => return Err(hidden(field)),
            Some(None) => return Err(unclear(field)),
            _ => {}
        }
    }
    for field in ["build", "_build"] {
        let render = match fields.remove(field) {
            None => continue,
            Some(Value::Object(mut build)) => build.remove("render").unwrap_or(Value::Bool(true)),
            Some(_) => return Err(unclear(field)),
        };
        if answer(&render) != Some(true) && render.as_str() != Some("always") {
            return Err(hidden(field));
        }
    }
    for (field, open) in [("status", &["publish", "published", "public"][..]), ("visibility", &["public"][..])] {
        if fields.remove(field).is_some_and(|said| !said.as_str().is_some_and(|said| open.contains(&said))) {
            return Err(hidden(field));
        }
    }
    if fields.contains_key("password") {
        return Err(hidden("password"));
    }
    match fields.get("permalink") {
        Some(Value::Bool(false)) => Err(hidden("permalink")),
        Some(Value::String(_)) | None => Ok(()),
        Some(_) => Err(unclear("permalink")),
    }
}

fn of_times(fields: &mut Front, page: &Fields) -> Result<(), StandingFault> {
    // Jekyll says whether, Hugo when.
    match fields.remove("published") {
        Some(Value::Bool(false)) => return Err(hidden("published")),
        Some(Value::Bool(true)) | None => {}
        Some(said) if answer(&said) == Some(false) => return Err(hidden("published")),
        Some(said) if answer(&said) == Some(true) => {}
        Some(at) => not_yet("published", &at, page)?,
    }
    for field in BEGINS {
        // The date of the page itself is wanted again.
        let at = if field == "date" { fields.get(field).cloned() } else { fields.remove(field) };
        at.map_or(Ok(()), |at| not_yet(field, &at, page))?;
    }
    for field in ENDS {
        if let Some(at) = fields.remove(field)
            && time(field, &at, page)? <= page.now
        {
            return Err(hidden(field));
        }
    }
    Ok(())
}

fn not_yet(field: &str, at: &Value, page: &Fields) -> Result<(), StandingFault> {
    if time(field, at, page)? > page.now { Err(hidden(field)) } else { Ok(()) }
}

fn time(field: &str, at: &Value, page: &Fields) -> Result<jiff::Timestamp, StandingFault> {
    at.as_str().and_then(|text| page.time(text)).ok_or_else(|| unclear(field))
}

/// Yes or no, also where it is written as text.
fn answer(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(answer) => Some(*answer),
        Value::String(text) if text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("yes") => Some(true),
        Value::String(text) if text.eq_ignore_ascii_case("false") || text.eq_ignore_ascii_case("no") => Some(false),
        _ => None,
    }
}

fn hidden(field: &str) -> StandingFault {
    StandingFault::HiddenPage { field: field.to_owned() }
}

fn unclear(field: &str) -> StandingFault {
    StandingFault::UnclearPage { field: field.to_owned() }
}
