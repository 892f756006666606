//! What ninjs and Superdesk say of publication: a word for it, marks, and times before which nothing may be shown.

use crate::import::fields::Fields;
use crate::import::gate::{Publication, Vocabulary};
use crate::import::{Reading, time};
use crate::model::Timestamp;
use serde_json::Value;

/// What an item says of its publication. By the standard, one that says nothing is usable.
pub fn of(item: &Value, reading: &Reading) -> Publication {
    let fields = &Fields::of(item);
    let mut publication = Publication::default();
    let words = [("pubstatus", Vocabulary::Ninjs), ("state", Vocabulary::Superdesk)];
    let said = words.into_iter().flat_map(|(name, whose)| all_called(item, name).map(move |value| (name, whose, value)));
    let said: Vec<_> = said.collect();
    if said.is_empty() {
        publication = Publication::published();
    }
    for (name, vocabulary, value) in said {
        publication.says_json(vocabulary, name, value);
    }
    for mark in marks(fields) {
        publication.hold(mark);
    }
    for (name, value) in waits(fields) {
        publication.wait_until(name, read_time(value, reading));
    }
    publication
}

/// What stands under a name, in whatever case. Who writes for readers of two versions may write two; each counts.
fn all_called<'a>(item: &'a Value, wanted: &'static str) -> impl Iterator<Item = &'a Value> {
    let fields = item.as_object().into_iter().flatten();
    fields.filter(move |(name, value)| name.eq_ignore_ascii_case(wanted) && !value.is_null()).map(|(_, value)| value)
}

/// Superdesk's marks for its own desks. All but that it also goes out as a short message ask for another look.
fn marks(fields: &Fields) -> Vec<String> {
    let flags = fields.get(&["flags"]).map(Fields::of);
    let marked = flags.iter().flat_map(Fields::all).filter(|(name, value)| is_said(value) && *name != "marked_for_sms");
    let own = ["marked_for_not_publication"].into_iter().filter(|name| fields.get(&[name]).is_some_and(is_said));
    marked.map(|(name, _)| format!("flags.{name}")).chain(own.map(str::to_owned)).collect()
}

/// Times before which it may not be shown, by their names. Superdesk's own are on its desk's clock, but for those
/// that say that they are not.
fn waits<'a>(fields: &Fields<'a>) -> Vec<(&'static str, &'a Value)> {
    let settings = fields.get(&["schedule_settings"]).map(Fields::of);
    let of_settings = |name: &str| settings.as_ref().and_then(|settings| settings.get(&[name]));
    let named = |name: &'static str| Some((name, fields.get(&[name])?));
    let waits = [
        named("embargoeduntil"),
        named("embargoed"),
        of_settings("utc_embargo").map(|value| ("utc_embargo", value)).or_else(|| named("embargo")),
        of_settings("utc_publish_schedule").map(|value| ("utc_publish_schedule", value)).or_else(|| named("publish_schedule")),
    ];
    waits.into_iter().flatten().filter(|(_, value)| is_said(value)).collect()
}

fn read_time(value: &Value, reading: &Reading) -> Option<Timestamp> {
    time::read(value.as_str()?, &reading.zone)
}

/// Whether a mark or a time is there at all.
fn is_said(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Number(number) => number.as_f64() != Some(0.0),
        _ => true,
    }
}
