//! What ninjs and Superdesk say of publication: a word for it, marks, and times before which nothing may be shown.

use crate::gate::{Publication, Vocabulary};
use crate::{Reading, time};
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use serde_json::Value;
use strait_model::Timestamp;

/// No clock is further from UTC.
const FURTHEST_CLOCK: SignedDuration = SignedDuration::from_hours(14);

/// What an item says of its publication. By the standard, one that says nothing is usable.
pub fn of(item: &Value, reading: &Reading) -> Publication {
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
    for mark in marks(item) {
        publication.hold(mark);
    }
    for (name, time) in waits(item, reading) {
        publication.wait_until(name, "", time.map(|time| time.in_zone(&reading.zone)));
    }
    publication
}

/// What stands under a name, in whatever case. Who writes for readers of two versions may write two; each counts.
fn all_called<'a>(item: &'a Value, wanted: &'static str) -> impl Iterator<Item = &'a Value> {
    let fields = item.as_object().into_iter().flatten();
    fields.filter(move |(name, value)| name.eq_ignore_ascii_case(wanted) && !value.is_null()).map(|(_, value)| value)
}

/// Superdesk's marks for its own desks. All but that it also goes out as a short message ask for another look.
fn marks(item: &Value) -> Vec<String> {
    let flags = all_called(item, "flags").flat_map(|flags| flags.as_object().into_iter().flatten());
    let flags = flags.map(|(name, value)| (name.to_ascii_lowercase(), value));
    let marked = flags.filter(|(name, value)| is_said(value) && name != "marked_for_sms");
    let own = all_called(item, "marked_for_not_publication").filter(|value| is_said(value));
    marked.map(|(name, _)| format!("flags.{name}")).chain(own.map(|_| "marked_for_not_publication".to_owned())).collect()
}

/// Times before which it may not be shown, by their names: each that is said counts. One that is there and cannot
/// be read is none.
fn waits(item: &Value, reading: &Reading) -> Vec<(&'static str, Option<Timestamp>)> {
    let said = |name: &'static str| all_called(item, name).filter(|value| is_said(value));
    let standard = ["embargoeduntil", "embargoed"].into_iter();
    let mut waits: Vec<_> =
        standard.flat_map(|name| said(name).map(move |value| (name, read_time(value, &reading.zone)))).collect();
    for (name, in_utc) in [("embargo", "utc_embargo"), ("publish_schedule", "utc_publish_schedule")] {
        let settings = || all_called(item, "schedule_settings");
        let utc = settings().flat_map(|settings| all_called(settings, in_utc)).filter(|value| is_said(value));
        let utc: Vec<_> = utc.map(|value| read_time(value, &TimeZone::UTC)).collect();
        let desks = settings().flat_map(|settings| all_called(settings, "time_zone")).find(|value| is_said(value));
        let zone = match desks {
            Some(desks) => desks.as_str().and_then(|name| TimeZone::get(name.trim()).ok()),
            None => Some(reading.zone.clone()),
        };
        let own = said(name).map(|value| read_time(value, zone.as_ref()?));
        let own = own.filter(|time| !utc.iter().any(|utc| is_the_same(time.as_ref(), utc.as_ref())));
        waits.extend(own.map(|time| (name, time)));
        waits.extend(utc.iter().cloned().map(|time| (in_utc, time)));
    }
    waits
}

/// Whether two times are one on two clocks: Superdesk calls its desk's local time UTC, and adds the true one.
fn is_the_same(local: Option<&Timestamp>, utc: Option<&Timestamp>) -> bool {
    let (Some(local), Some(utc)) = (local, utc) else { return false };
    local.instant().duration_since(utc.instant()).abs() <= FURTHEST_CLOCK
}

fn read_time(value: &Value, zone: &TimeZone) -> Option<Timestamp> {
    time::read(value.as_str()?, zone)
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
