//! What a feed, or WordPress' export, says of publication. Its names count wherever they stand in an entry, and
//! whatever their prefix: what is broken or written by another program shall hide nothing.

use super::entry::{Entry, is_no_date};
use super::field::Field;
use super::names::local;
use super::xml::MOST_FIELDS;
use crate::gate::{Publication, Vocabulary, readers};
use crate::text::shorten;
use crate::{Reading, time};
use jiff::SignedDuration;
use strait_model::Timestamp;

/// Elements that say when an entry is, or will be, published; `dc:date` besides.
const DATES: [&str; 5] = ["published", "pubdate", "issued", "available", "publicationdate"];

/// Elements that may hold an entry back.
const HOLDING: [&str; 7] = ["status", "post_password", "draft", "embargodate", "post_date_gmt", "post_date", "postmeta"];

/// Whether an element of this name may hold an entry back.
pub fn may_hold(name: &str) -> bool {
    name == "dc:date" || HOLDING.contains(&local(name)) || DATES.contains(&local(name))
}

/// What an entry says of its publication. What stands in a feed is published, unless it says otherwise; in an export
/// WordPress says of each post what it is. Of an entry that is not read whole, nobody knows.
pub fn of(entry: &Entry, is_export: bool, reading: &Reading) -> Publication {
    let mut publication = if is_export { of_export(entry, reading) } else { Publication::published() };
    if entry.is_cut() {
        publication.hold("</item>: ?");
    }
    for draft in named(entry.fields(), "draft").filter(|draft| !draft.text.trim().eq_ignore_ascii_case("no")) {
        publication.hold(format!("draft: {}", shorten(draft.text.trim(), 40)));
    }
    for state in entry.all("blogger:status").filter(|state| !state.text.trim().eq_ignore_ascii_case("live")) {
        publication.hold(format!("blogger:status: {}", shorten(state.text.trim(), 40)));
    }
    if !is_export && entry.fields().len() >= MOST_FIELDS {
        publication.hold(format!("> {MOST_FIELDS} elements"));
    }
    for embargo in named(entry.fields(), "embargodate") {
        publication.wait_until("prism:embargoDate", &embargo.text, time::read(&embargo.text, &reading.zone));
    }
    publication.restrict(restriction(entry.fields()));
    tell_dates(entry, is_export, &mut publication, reading);
    publication
}

/// What in an entry says that some readers only are shown it.
fn restriction(fields: &[Field]) -> Option<String> {
    let is_beside = |field: &Field| field.path.split('/').any(|name| matches!(local(name), "comment" | "postmeta"));
    // What stands within markup is in the markup around it too.
    let is_whole = |field: &Field| !field.path.contains('/') || field.path.starts_with("media:");
    let markup = |field: &Field| match field.has_elements {
        true => readers::in_markup(&field.markup),
        false => readers::in_markup(&field.text),
    };
    let meta = || {
        let keys = fields.iter().enumerate().filter(|(_, field)| field.path.ends_with("meta_key") && !is_comment(field));
        keys.into_iter().find_map(|(at, key)| {
            let after = fields.iter().skip(at + 1).take_while(|field| !field.path.ends_with("meta_key"));
            let value = after.into_iter().find(|field| field.path.ends_with("meta_value"));
            readers::in_field(&key.text, value.map_or("", |value| &value.text))
        })
    };
    meta().or_else(|| fields.iter().filter(|field| is_whole(field) && !is_beside(field)).find_map(markup))
}

fn is_comment(field: &Field) -> bool {
    field.path.split('/').any(|name| local(name) == "comment")
}

/// Tells when an entry is published: the latest of its dates counts. In a feed, which has no other word for what is
/// planned, one that cannot be read may be any.
fn tell_dates(entry: &Entry, is_export: bool, publication: &mut Publication, reading: &Reading) {
    for field in entry.fields().iter().filter(|field| is_date(field) && !is_no_date(field.text.trim())) {
        // DCMI writes a period as `start=…; end=…`.
        let text = field.text.split(';').find_map(|part| part.trim().strip_prefix("start=")).unwrap_or(&field.text);
        match time::read_roughly(text, &reading.zone) {
            Some(date) => publication.dated(&date),
            None if is_export || text.trim().is_empty() => {}
            None => publication.wait_until(&field.path, text, None),
        }
    }
    let (gmt, local) = (latest(entry, "post_date_gmt", reading), latest(entry, "post_date", reading));
    // Clocks are never further apart than this.
    let clocks = SignedDuration::from_hours(26);
    let is_apart = |local: &Timestamp| gmt.as_ref().is_none_or(|gmt| local.instant().duration_since(gmt.instant()) > clocks);
    gmt.iter().chain(local.as_ref().filter(|local| is_apart(local))).for_each(|date| publication.dated(date));
}

/// Whether a field says when the entry is published, and not when its source is.
fn is_date(field: &Field) -> bool {
    let name = field.path.rsplit('/').next().unwrap_or_default();
    (name == "dc:date" || DATES.contains(&local(name))) && !field.path.starts_with("source/")
}

fn of_export(entry: &Entry, reading: &Reading) -> Publication {
    let mut publication = Publication::default();
    // A word inside of something else may hold back, but publishes nothing.
    if named(entry.fields(), "status").any(|status| !status.path.contains('/')) {
        words(entry.fields()).for_each(|word| publication.says(Vocabulary::WordPress, "wp:status", word));
    }
    if entry.fields().iter().any(is_password) {
        publication.protect();
    }
    if publication.is_planned() {
        let date = latest(entry, "post_date_gmt", reading).or_else(|| latest(entry, "post_date", reading));
        publication.wait_until("wp:post_date", "", date);
    }
    publication
}

/// All elements of a name, whatever its prefix and wherever they stand.
pub fn named<'a>(fields: &'a [Field], name: &str) -> impl Iterator<Item = &'a Field> {
    fields.iter().filter(move |field| field.path.rsplit('/').next().map(local) == Some(name))
}

/// The words of WordPress for the state of an item.
pub fn words(fields: &[Field]) -> impl Iterator<Item = &str> {
    named(fields, "status").map(|status| status.text.as_str())
}

/// A password may be a blank, to WordPress too; it has no lines.
pub fn is_password(field: &Field) -> bool {
    let is_blank = field.text.trim().is_empty();
    let is_set = !field.text.is_empty() && (!is_blank || !field.text.contains('\n'));
    is_set && field.path.split('/').any(|name| local(name) == "post_password")
}

/// The latest of WordPress' times of a name that can be read; those that cannot are told where the article's own
/// times are read.
fn latest(entry: &Entry, name: &str, reading: &Reading) -> Option<Timestamp> {
    let times = named(entry.fields(), name).map(|field| field.text.trim()).filter(|text| !is_no_date(text)).filter_map(|text| {
        // What is in GMT does not say so there.
        let said = if name.ends_with("_gmt") { format!("{text}Z").replace(' ', "T") } else { text.to_owned() };
        time::read(&said, &reading.zone)
    });
    times.max_by_key(Timestamp::instant)
}
