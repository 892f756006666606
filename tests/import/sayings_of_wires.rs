//! What wires say of publication, and what becomes of it: more of the table that the gate is tested with.

use crate::sayings::{AHEAD, Fate, Row, put};
use Fate::{Embargoed, Published, Tombstone, Withheld};
use serde_json::{Value, json};

/// An item of ninjs 1, or of Superdesk.
pub fn ninjs(fields: Value) -> String {
    let mut item = json!({"uri": "g", "type": "text", "headline": "h", "versioncreated": "2026-09-05T09:00:00Z", "body_html": "<p>words</p>"});
    put(&mut item, fields);
    item.to_string()
}

pub fn of_ninjs() -> Vec<Row> {
    let mut rows = vec![(ninjs(json!({})), Published)];
    for (word, fate) in [
        ("usable", Published),
        ("Usable", Published),
        ("stat:usable", Published),
        ("http://cv.iptc.org/newscodes/pubstatusg2/usable", Published),
        ("withheld", Withheld),
        ("stat:withheld", Withheld),
        ("published", Withheld),
        ("draft", Withheld),
        ("usable?", Withheld),
        ("canceled", Tombstone),
        ("stat:canceled", Tombstone),
        ("http://cv.iptc.org/newscodes/pubstatusg2/canceled", Tombstone),
    ] {
        rows.push((ninjs(json!({"pubstatus": word})), fate));
        // 2.x and 3.x
        rows.push((ninjs(json!({"pubStatus": word, "headline": null, "headlines": [{"role": "main", "value": "h"}]})), fate));
    }
    rows.push((ninjs(json!({"pubStatus": "withheld", "pubstatus": "usable"})), Withheld));
    for odd in [json!(true), json!(["usable"]), json!({"code": "usable"})] {
        rows.push((ninjs(json!({"pubstatus": odd})), Withheld));
    }
    for (name, value, fate) in [
        ("embargoed", json!(AHEAD), Embargoed),
        ("embargoedUntil", json!(AHEAD), Embargoed),
        ("embargoed", json!("2026-10-01T00:00:00Z"), Published),
        ("embargoed", json!("soon"), Withheld),
        ("embargoed", json!(true), Withheld),
        ("embargoed", json!(1924992000), Withheld),
        ("embargoed", json!({"until": AHEAD}), Withheld),
        ("embargoed", json!(false), Published),
        ("embargoed", json!(""), Published),
        ("firstcreated", json!(AHEAD), Embargoed),
        ("firstpublished", json!(AHEAD), Embargoed),
    ] {
        rows.push((ninjs(json!({"pubstatus": "usable", name: value})), fate));
    }
    for (one, other) in [("Embargoed", "embargoed"), ("embargoed", "embargoedUntil")] {
        for gone in ["", "2020-01-01T00:00:00Z"] {
            rows.push((ninjs(json!({one: AHEAD, other: gone})), Embargoed));
            rows.push((ninjs(json!({one: gone, other: AHEAD})), Embargoed));
        }
    }
    rows
}

pub fn of_superdesk() -> Vec<Row> {
    let mut rows = vec![];
    for (state, fate) in [
        ("published", Published),
        ("corrected", Published),
        ("scheduled", Withheld),
        ("in_progress", Withheld),
        ("submitted", Withheld),
        ("draft", Withheld),
        ("ingested", Withheld),
        ("routed", Withheld),
        ("fetched", Withheld),
        ("spiked", Withheld),
        ("correction", Withheld),
        ("being_corrected", Withheld),
        ("unheard_of", Withheld),
        ("killed", Tombstone),
        ("recalled", Tombstone),
        ("unpublished", Tombstone),
    ] {
        rows.push((ninjs(json!({"state": state})), fate));
        rows.push((ninjs(json!({"state": state, "pubstatus": "usable"})), fate));
        let closed = if fate == Tombstone { Tombstone } else { Withheld };
        rows.push((ninjs(json!({"state": state, "pubstatus": "withheld"})), closed));
    }
    let published = |mut fields: Value| {
        fields["state"] = "published".into();
        ninjs(fields)
    };
    rows.extend([
        (published(json!({"embargo": AHEAD})), Embargoed),
        (published(json!({"publish_schedule": AHEAD})), Embargoed),
        (published(json!({"schedule_settings": {"utc_embargo": AHEAD, "time_zone": "Asia/Taipei"}})), Embargoed),
        (published(json!({"schedule_settings": {"utc_publish_schedule": AHEAD}})), Embargoed),
        (published(json!({"embargo": AHEAD, "schedule_settings": {"utc_embargo": "", "time_zone": "Europe/Prague"}})), Embargoed),
        (published(json!({"embargo": AHEAD, "schedule_settings": {"utc_embargo": false}})), Embargoed),
        (published(json!({"embargo": AHEAD, "schedule_settings": {"utc_embargo": "2020-01-01T00:00:00Z"}})), Embargoed),
        (published(json!({"embargo": "2020-01-01T00:00:00Z", "schedule_settings": {"utc_embargo": AHEAD}})), Embargoed),
        (published(json!({"embargo": AHEAD, "schedule_settings": {"utc_embargo": "soon"}})), Withheld),
        (published(json!({"embargo": AHEAD, "Embargo": "", "Schedule_Settings": {}})), Embargoed),
        // The desk's clock, as of midnight in London.
        (published(json!({"embargo": "2026-10-02T20:30:00", "schedule_settings": {"time_zone": "America/New_York"}})), Embargoed),
        (published(json!({"embargo": "2026-10-02T19:30:00", "schedule_settings": {"time_zone": "America/New_York"}})), Published),
        (published(json!({"embargo": "2026-10-02T19:30:00", "schedule_settings": {"time_zone": "Mars/Olympus"}})), Withheld),
        (
            published(
                json!({"embargo": "2026-10-03T07:30:00+0000", "schedule_settings": {"utc_embargo": "2026-10-02T23:30:00+0000"}}),
            ),
            Published,
        ),
        (published(json!({"publish_schedule": "soon"})), Withheld),
        (published(json!({"embargo": null, "schedule_settings": {"utc_embargo": null, "time_zone": null}})), Published),
        (ninjs(json!({"state": "scheduled", "publish_schedule": AHEAD})), Embargoed),
        (ninjs(json!({"state": "scheduled", "schedule_settings": {"utc_publish_schedule": AHEAD}})), Embargoed),
        (published(json!({"flags": {"marked_for_not_publication": true}})), Withheld),
        (published(json!({"flags": {"marked_archived_only": true}})), Withheld),
        (published(json!({"flags": {"marked_for_legal": true}})), Withheld),
        (published(json!({"flags": {"marked_for_sms": true, "marked_for_not_publication": false}})), Published),
        (published(json!({"marked_for_not_publication": true})), Withheld),
    ]);
    rows
}
