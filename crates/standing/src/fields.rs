//! What a page's front matter says of the page: the fields of Hugo, Zola and Jekyll.

use crate::gate;
use crate::markdown::Written;
use crate::{FOLDER, FiledPage};
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use serde_json::{Map, Value};
use std::path::PathBuf;
use strait_faults::{StandingFault, shortened};
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

/// Fields that others make use of, and Strait does not: nobody misses them on the page.
const OF_OTHERS: [&str; 10] =
    ["layout", "type", "template", "aliases", "tags", "categories", "taxonomies", "toc", "authors", "author"];

/// When a page was last changed: what is said first holds.
const UPDATED: [&str; 4] = ["updated", "lastmod", "modified", "date"];

impl Fields<'_> {
    /// The page, if all that its fields say of it lets it out; notes what is wrong.
    pub fn standing(self, mut written: Written, told: &mut Vec<(Option<usize>, StandingFault)>) -> Option<FiledPage> {
        let mut fields = match gate::pass(std::mem::take(&mut written.fields), &self) {
            Ok(fields) => fields,
            Err(fault) => {
                told.extend(fault.map(|fault| (Some(1), fault)));
                return None;
            }
        };
        let name = match self.name(&mut fields) {
            Ok(name) => name,
            Err(fault) => {
                told.push((Some(1), fault));
                return None;
            }
        };
        let heading = written.title.take();
        let title = text(&mut fields, &["title"]).or(heading).unwrap_or_else(|| {
            told.push((Some(1), StandingFault::UntitledPage));
            name.to_string()
        });
        let (place, in_menu, menu_weight) = menu(&mut fields);
        let weight = number(&mut fields, &["weight", "order"]).or(menu_weight);
        let updated = UPDATED.iter().find_map(|field| self.time(fields.get(*field)?.as_str()?));
        let language = text(&mut fields, &["language", "lang"]).filter(|tag| tag.parse::<LanguageTag>().is_ok());
        let description = text(&mut fields, &["description", "summary"]);
        let is_used = |field: &&String| UPDATED.contains(&field.as_str()) || OF_OTHERS.contains(&field.as_str());
        let unused = fields.keys().filter(|field| !is_used(field));
        told.extend(unused.map(|field| (Some(1), StandingFault::UnusedPageField { field: shortened(field) })));
        told.extend(written.html.map(|line| (Some(line), StandingFault::HtmlInPage)));
        let Written { body, lines, .. } = written;
        Some(FiledPage {
            description,
            language,
            updated: updated.map(|at| Timestamp::at(at, self.zone)),
            body,
            lines,
            // Hugo and Zola have those without a weight last.
            weight: weight.unwrap_or(i64::MAX),
            ..FiledPage::new(self.file, PageLink { name, title: title.clone(), label: in_menu.unwrap_or(title), place })
        })
    }

    /// What the page is called in its address: what it says itself, else as its file is called.
    fn name(&self, fields: &mut Map<String, Value>) -> Result<PageName, StandingFault> {
        let said = text(fields, &["slug"]).or_else(|| text(fields, &["url", "path", "permalink"]));
        let file = self.below.trim_start_matches(FOLDER).trim_matches('/').trim_end_matches(".md").trim_end_matches("/index");
        let name = said.unwrap_or_else(|| file.to_owned());
        let name = name.trim_matches('/').to_ascii_lowercase();
        name.parse().map_err(|_| StandingFault::BadPageName { name: shortened(&name) })
    }

    /// A time with its zone, also as Jekyll writes it; one without; or a day.
    pub fn time(&self, text: &str) -> Option<jiff::Timestamp> {
        let text = text.trim();
        let civil = || text.parse::<DateTime>().ok().or_else(|| Some(text.parse::<Date>().ok()?.to_datetime(Default::default())));
        let zoned = || jiff::Timestamp::strptime("%Y-%m-%d %H:%M:%S %z", text).ok();
        text.parse::<jiff::Timestamp>().ok().or_else(zoned).or_else(|| self.zone.to_timestamp(civil()?).ok())
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
