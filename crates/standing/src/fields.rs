//! What a page's front matter says: the fields of Hugo and Zola, and Jekyll's `published`.

use crate::markdown::Written;
use crate::{FOLDER, FiledPage};
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use serde_json::{Map, Value};
use std::path::PathBuf;
use strait_faults::StandingFault;
use strait_model::{LanguageTag, PageLink, PageName, PagePlace, Timestamp};

/// What fields are read against.
pub struct Fields<'a> {
    /// The file.
    pub file: PathBuf,
    /// Its path below the content folder.
    pub below: &'a str,
    /// The zone of times that name none.
    pub zone: &'a TimeZone,
    /// The moment that the page is read for.
    pub now: jiff::Timestamp,
}

/// Whether a page may be shown.
pub enum Standing {
    /// It may.
    Open(Box<FiledPage>),
    /// It may not.
    Closed,
}

/// Fields that others make use of, and Strait does not: nobody misses them on the page.
const OF_OTHERS: [&str; 10] =
    ["layout", "type", "template", "aliases", "tags", "categories", "taxonomies", "toc", "authors", "author"];

impl Fields<'_> {
    /// The page, if all that its fields say of it lets it out; notes what is wrong.
    pub fn standing(self, mut written: Written, told: &mut Vec<(Option<usize>, StandingFault)>) -> Standing {
        let mut fields = std::mem::take(&mut written.fields);
        // Zola's place for what it does not know.
        if let Some(Value::Object(extra)) = fields.remove("extra") {
            for (name, value) in extra {
                fields.entry(name).or_insert(value);
            }
        }
        if let Err(fault) = self.gate(&mut fields) {
            told.extend(fault.map(|fault| (Some(1), fault)));
            return Standing::Closed;
        }
        let name = match self.name(&mut fields) {
            Ok(name) => name,
            Err(fault) => {
                told.push((Some(1), fault));
                return Standing::Closed;
            }
        };
        let heading = written.title.take();
        let title = text(&mut fields, &["title"]).or(heading).unwrap_or_else(|| {
            told.push((Some(1), StandingFault::UntitledPage));
            name.to_string()
        });
        let (place, in_menu, menu_weight) = menu(&mut fields);
        let weight = number(&mut fields, &["weight", "order"]).or(menu_weight);
        let updated = ["updated", "lastmod", "date"].iter().find_map(|field| self.time(fields.get(*field)?.as_str()?));
        let language = text(&mut fields, &["language", "lang"]).filter(|tag| tag.parse::<LanguageTag>().is_ok());
        let description = text(&mut fields, &["description", "summary"]);
        let used = ["updated", "lastmod", "date"];
        let unused = fields.keys().filter(|field| !used.contains(&field.as_str()) && !OF_OTHERS.contains(&field.as_str()));
        told.extend(unused.map(|field| (Some(1), StandingFault::UnusedPageField { field: shown(field) })));
        told.extend(written.html.map(|line| (Some(line), StandingFault::HtmlInPage)));
        let Written { body, lines, .. } = written;
        Standing::Open(Box::new(FiledPage {
            description,
            language,
            updated: updated.map(|at| Timestamp::at(at, self.zone)),
            body,
            lines,
            // Hugo and Zola have those without a weight last.
            weight: weight.unwrap_or(i64::MAX),
            ..FiledPage::new(self.file, PageLink { name, title: title.clone(), label: in_menu.unwrap_or(title), place })
        }))
    }

    /// Lets nothing out that says of itself that it is not ready, not yet or no longer to be seen. Of a draft nothing need
    /// be told: whoever wrote that word knows.
    fn gate(&self, fields: &mut Map<String, Value>) -> Result<(), Option<StandingFault>> {
        match fields.remove("draft").map(|value| answer(&value)) {
            Some(Some(true)) => return Err(None),
            Some(None) => return Err(Some(unclear("draft"))),
            _ => {}
        }
        self.gate_of_others(fields).map_err(Some)
    }

    fn gate_of_others(&self, fields: &mut Map<String, Value>) -> Result<(), StandingFault> {
        for (field, hides) in [("headless", true), ("private", true), ("published", false), ("render", false)] {
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
            match (answer(&render), render.as_str()) {
                (Some(true), _) | (_, Some("always")) => {}
                _ => return Err(hidden(field)),
            }
        }
        if let Some(status) = fields.remove("status") {
            match status.as_str() {
                Some("publish" | "published" | "public") => {}
                _ => return Err(hidden("status")),
            }
        }
        for (field, is_hidden) in [("date", Later), ("publishDate", Later), ("expiryDate", Sooner)] {
            // The date of the page itself is wanted again.
            let value = if field == "date" { fields.get(field).cloned() } else { fields.remove(field) };
            let Some(value) = value else { continue };
            let at = value.as_str().and_then(|text| self.time(text)).ok_or_else(|| unclear(field))?;
            if (is_hidden == Later && at > self.now) || (is_hidden == Sooner && at <= self.now) {
                return Err(hidden(field));
            }
        }
        Ok(())
    }

    /// What the page is called in its address: what it says itself, else as its file is called.
    fn name(&self, fields: &mut Map<String, Value>) -> Result<PageName, StandingFault> {
        let said = text(fields, &["slug"]).or_else(|| text(fields, &["url", "path"]));
        let file = self.below.trim_start_matches(FOLDER).trim_matches('/').trim_end_matches(".md").trim_end_matches("/index");
        let name = said.unwrap_or_else(|| file.to_owned());
        let name = name.trim_matches('/').to_ascii_lowercase();
        name.parse().map_err(|_| StandingFault::BadPageName { name: shown(&name) })
    }

    /// A time with its zone, one without, or a day.
    fn time(&self, text: &str) -> Option<jiff::Timestamp> {
        let text = text.trim();
        let civil = || text.parse::<DateTime>().ok().or_else(|| Some(text.parse::<Date>().ok()?.to_datetime(Default::default())));
        text.parse::<jiff::Timestamp>().ok().or_else(|| self.zone.to_timestamp(civil()?).ok())
    }
}

/// Which times keep a page from being shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hides {
    Later,
    Sooner,
}
use Hides::{Later, Sooner};

fn hidden(field: &str) -> StandingFault {
    StandingFault::HiddenPage { field: field.to_owned() }
}

fn unclear(field: &str) -> StandingFault {
    StandingFault::UnclearPage { field: field.to_owned() }
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

/// The first of some fields that has words; all of them are taken.
fn text(fields: &mut Map<String, Value>, names: &[&str]) -> Option<String> {
    let found: Vec<Value> = names.iter().filter_map(|name| fields.remove(*name)).collect();
    let words = |value: Value| match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    found.into_iter().filter_map(words).find(|text| !text.is_empty())
}

fn number(fields: &mut Map<String, Value>, names: &[&str]) -> Option<i64> {
    let found: Vec<Value> = names.iter().filter_map(|name| fields.remove(*name)).collect();
    found.iter().find_map(Value::as_i64)
}

/// Where the link stands, what it is called there, and its weight: Hugo's `menu`, or `place`.
fn menu(fields: &mut Map<String, Value>) -> (PagePlace, Option<String>, Option<i64>) {
    let said: Vec<Value> = ["place", "menu", "menus"].iter().filter_map(|name| fields.remove(*name)).collect();
    let place = |name: &str| match name {
        "menu" | "main" | "header" => PagePlace::Menu,
        _ => PagePlace::Footer,
    };
    match said.into_iter().next() {
        Some(Value::String(name)) => (place(&name), None, None),
        Some(Value::Array(names)) => {
            let is_menu = names.iter().filter_map(Value::as_str).any(|name| place(name) == PagePlace::Menu);
            (if is_menu { PagePlace::Menu } else { PagePlace::Footer }, None, None)
        }
        Some(Value::Object(menus)) => {
            let chosen = menus.iter().find(|(name, _)| place(name) == PagePlace::Menu).or_else(|| menus.iter().next());
            let Some((name, entry)) = chosen else { return Default::default() };
            let label = entry.get("name").and_then(Value::as_str).map(str::to_owned);
            (place(name), label, entry.get("weight").and_then(Value::as_i64))
        }
        _ => Default::default(),
    }
}

/// As much of a text as a message can show, on one line.
fn shown(text: &str) -> String {
    text.chars().take(80).flat_map(char::escape_debug).collect()
}
