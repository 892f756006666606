//! What a feed, or WordPress' export, says of publication.

use super::entry::Entry;
use super::xml::MOST_FIELDS;
use crate::import::gate::{Publication, Vocabulary};
use crate::import::{Reading, time};
use crate::model::Timestamp;

/// Elements that say when an entry is, or will be, published.
const DATES: [&str; 8] = [
    "published",
    "pubdate",
    "wp:post_date_gmt",
    "dc:date",
    "issued",
    "dcterms:issued",
    "dcterms:available",
    "prism:publicationdate",
];

/// What an entry says of its publication. What stands in a feed is published, unless it says otherwise; in an export
/// WordPress says of each post what it is. Of an entry that is too long to be read whole, nobody knows.
pub fn of(entry: &Entry, reading: &Reading) -> Publication {
    let is_export = entry.fields().iter().any(|field| field.path.starts_with("wp:"));
    let mut publication = if is_export { of_export(entry, reading) } else { Publication::published() };
    for field in entry.fields().iter().filter(|field| is_draft(&field.path) && !field.text.trim().eq_ignore_ascii_case("no")) {
        publication.hold(format!("draft: {}", field.text.trim()));
    }
    if !is_export && entry.fields().len() >= MOST_FIELDS {
        publication.hold(format!("> {MOST_FIELDS} elements"));
    }
    for embargo in entry.all("prism:embargodate") {
        publication.wait_until("prism:embargoDate", time::read(&embargo.text, &reading.zone));
    }
    for date in DATES.iter().filter_map(|path| read_time(entry, path, reading)) {
        publication.dated(&date);
    }
    publication
}

fn of_export(entry: &Entry, reading: &Reading) -> Publication {
    let mut publication = Publication::default();
    for status in entry.all("wp:status") {
        publication.says(Vocabulary::WordPress, "wp:status", &status.text);
    }
    if entry.all("wp:post_password").any(|password| !password.text.trim().is_empty()) {
        publication.protect();
    }
    if publication.is_planned() {
        let date = read_time(entry, "wp:post_date_gmt", reading).or_else(|| read_time(entry, "wp:post_date", reading));
        publication.wait_until("wp:post_date", date);
    }
    publication
}

/// `app:control/app:draft` (RFC 5023, 13.1.1), whatever its prefix.
fn is_draft(path: &str) -> bool {
    let mut names = path.rsplit('/').map(|name| name.rsplit(':').next().unwrap_or(name));
    names.next() == Some("draft") && names.next() == Some("control")
}

/// A time that can be read; those that cannot are told where the article's own times are read.
fn read_time(entry: &Entry, path: &str, reading: &Reading) -> Option<Timestamp> {
    let text = entry.text(path)?;
    // WordPress writes what is in GMT without saying so there.
    let said = if path.ends_with("_gmt") { format!("{text}Z").replace(' ', "T") } else { text };
    time::read(&said, &reading.zone).filter(|_| !said.starts_with("0000-"))
}
