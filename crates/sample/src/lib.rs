//! The small newsroom that `strait new` writes, and how it is known again: by being byte for byte what it was made as.
//!
//! Promises that what it writes passes `strait check` and prints, and that an import into an untouched one may take its
//! sample articles away. Deliberately absent: what stands there instead (`strait-import`).

mod standing;
mod theme;

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde_json::{Map, Value, json};
use strait_model::WebAddress;

pub use standing::Standing;
pub use theme::Theme;

/// A newsroom to begin with.
pub struct Sample {
    /// The paper's name; none: the one of the pattern.
    pub name: Option<String>,
    /// Where the paper will be published.
    pub url: WebAddress,
    /// The language of the paper and its first articles.
    pub language: Language,
    /// How it looks.
    pub theme: Theme,
    /// The first article is of this time, those after it an hour older each.
    pub now: Timestamp,
}

/// Languages that there is a pattern in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Simplified Chinese.
    Hans,
    /// Traditional Chinese.
    Hant,
}

/// A file: its path in the newsroom, and its text.
pub type SampleFile = (String, String);

/// The site file.
const SITE: &str = "site.json";
/// The editor's order of the front page.
const FRONT: &str = "front.json";
/// The only picture.
const PICTURE: &str = "pictures/first-sail.svg";

impl Language {
    /// The pattern of a language (BCP 47), if there is one.
    fn of(tag: &str) -> Option<Language> {
        [Language::Hans, Language::Hant].into_iter().find(|language| language.tag() == tag)
    }

    /// BCP 47.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Hans => "zh-Hans",
            Language::Hant => "zh-Hant",
        }
    }

    fn zone(self) -> &'static str {
        match self {
            Language::Hans => "Asia/Shanghai",
            Language::Hant => "Asia/Taipei",
        }
    }

    /// What stands beside the news: drafts, until an editor has filled them in, and what is true of every paper.
    fn pages(self) -> [(&'static str, &'static str); 5] {
        macro_rules! pages {
            ($folder:literal) => {
                [
                    ("about", include_str!(concat!($folder, "/about.md"))),
                    ("contact", include_str!(concat!($folder, "/contact.md"))),
                    ("privacy", include_str!(concat!($folder, "/privacy.md"))),
                    ("corrections", include_str!(concat!($folder, "/corrections.md"))),
                    ("accessibility", include_str!(concat!($folder, "/accessibility.md"))),
                ]
            };
        }
        match self {
            Language::Hans => pages!("hans"),
            Language::Hant => pages!("hant"),
        }
    }

    fn pattern(self) -> serde_json::Result<Map<String, Value>> {
        serde_json::from_str(match self {
            Language::Hans => include_str!("hans.json"),
            Language::Hant => include_str!("hant.json"),
        })
    }
}

/// Where a paper is published whose publisher did not say: nowhere.
pub const URL: &str = "https://example.org/";

/// Whether a paper is called as the pattern is.
pub fn is_sample_name(name: &str) -> bool {
    [Language::Hans, Language::Hant]
        .into_iter()
        .filter_map(|language| language.pattern().ok())
        .any(|pattern| pattern.get("name").and_then(Value::as_str) == Some(name))
}

/// What a paper in a language says below its articles, and in its footer, until its editors say more.
pub fn notices(language: &str) -> (String, Vec<String>) {
    let tag = if strait_model::is_traditional(language) { "zh-Hant" } else { "zh-Hans" };
    let pattern = Language::of(tag).filter(|_| language.starts_with("zh")).and_then(|language| language.pattern().ok());
    match pattern {
        Some(mut pattern) => {
            let imprint = pattern.remove("imprint").and_then(|imprint| serde_json::from_value(imprint).ok());
            (text(pattern.remove("copyrightNotice")), imprint.unwrap_or_default())
        }
        None => ("All rights reserved.".to_owned(), vec!["Printed by Strait".to_owned()]),
    }
}

impl Sample {
    /// The files, the site file first.
    pub fn files(&self) -> serde_json::Result<Vec<SampleFile>> {
        let mut pattern = self.language.pattern()?;
        let (language, zone) = (self.language.tag(), self.language.zone());
        let readme = text(pattern.remove("readme"));
        let articles = pattern.remove("articles");
        let name = self.name.clone().unwrap_or_else(|| text(pattern.get("name").cloned()));
        let mut site = json!({ "contract": "1.0", "name": name, "language": language, "url": self.url, "timeZone": zone });
        self.theme.setting().into_iter().for_each(|theme| site["theme"] = theme);
        let mut files = vec![(SITE.to_owned(), lines(&merged(site, pattern))?)];
        let mut ids = Vec::new();
        for (at, article) in articles.as_ref().and_then(Value::as_array).into_iter().flatten().enumerate() {
            let (id, time) = id_and_time(self.now, at, zone);
            let data = json!({ "contract": "1.0", "id": id, "language": language, "source": { "name": name },
                "firstCreated": time, "versionCreated": time });
            let article = merged(data, article.as_object().cloned().unwrap_or_default());
            files.push((format!("articles/{id}.json"), lines(&article)?));
            ids.push(id);
        }
        let strips = json!([{ "section": "news" }, { "section": "culture" }]);
        files.push((FRONT.to_owned(), lines(&json!({ "lead": ids.first(), "strips": strips }))?));
        files.push((PICTURE.to_owned(), include_str!("picture.svg").to_owned()));
        files.extend(self.language.pages().map(|(name, text)| (format!("pages/{name}.md"), text.to_owned())));
        files.push(("README.md".to_owned(), readme.replace("NAME", &name)));
        Ok(files)
    }
}

/// The id and the time of one of the articles.
fn id_and_time(now: Timestamp, at: usize, zone: &str) -> (String, String) {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let time = (now - (at as i64).hours()).to_zoned_datetime(zone);
    (format!("{}-{:07}", time.strftime("%Y%m%d"), at + 1), time.strftime("%Y-%m-%dT%H:%M:00%:z").to_string())
}

/// Both objects in one; where both have a field, the first has it.
fn merged(first: Value, mut second: Map<String, Value>) -> Value {
    if let Value::Object(first) = first {
        second.extend(first);
    }
    Value::Object(second)
}

fn lines(json: &Value) -> serde_json::Result<String> {
    serde_json::to_string_pretty(json).map(|json| format!("{json}\n"))
}

fn text(value: Option<Value>) -> String {
    value.and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
