//! Sets a new house up as its source describes itself.

use super::{House, SITE};
use crate::ImportError;
use crate::about::About;
use crate::fault::HouseFault;
use crate::sections::Tree;
use strait_model::{Site, WebAddress};

use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};

/// What is set up, in the order in which it is told.
const TOLD: [&str; 5] = ["name", "tagline", "language", "timeZone", "url"];

impl House<'_> {
    /// Moves a source in: what it says of itself becomes the site file, and the samples of `strait new` go. Whoever is
    /// stopped on the way begins again: until the site file is written, the house is new.
    pub fn move_in(&mut self, about: &About, now: jiff::Timestamp) -> Result<(), ImportError> {
        let Some(standing) = self.standing.take() else { return Ok(()) };
        let keeps_tree = self.keeps_tree;
        let (fields, said) = self.described(about, keeps_tree, now)?;
        self.tell_said(&fields, &said, standing.samples.len());
        let json = serde_json::to_string_pretty(&fields).map_err(ImportError::Json)?;
        self.site = serde_json::from_value(Value::Object(fields)).map_err(ImportError::Json)?;
        if !keeps_tree {
            self.tree = Some(Tree::default());
        }
        if !self.is_dry {
            self.keep_tree()?;
            standing.clear(self.content)?;
            self.write(SITE, format!("{json}\n"))?;
        }
        Ok(())
    }

    /// Tells what the source said, and what still is as `strait new` wrote it.
    fn tell_said(&mut self, fields: &Map<String, Value>, said: &[&str], samples: usize) {
        let value = |name: &str| fields.get(name).and_then(Value::as_str).unwrap_or_default();
        let told: Vec<String> =
            TOLD.iter().filter(|name| said.contains(name)).map(|name| format!("{name}: {}", value(name))).collect();
        let told = if told.is_empty() { "—".to_owned() } else { told.join(", ") };
        let is_sample = [strait_sample::is_sample_name(value("name")), value("url").starts_with(strait_sample::URL)];
        let left: Vec<String> = ["name", "url"]
            .iter()
            .zip(is_sample)
            .filter(|(_, is_sample)| *is_sample)
            .map(|(name, _)| format!("{name}: {}", value(name)))
            .collect();
        self.tell("", &HouseFault::SetUp(told, samples));
        if !left.is_empty() {
            self.tell("", &HouseFault::Unsaid(left.join(", ")));
        }
    }

    /// The site file as the source describes itself, and which fields it says. What it does not say, or says in a form
    /// that no site has, stays.
    fn described(
        &self,
        about: &About,
        keeps_tree: bool,
        now: jiff::Timestamp,
    ) -> Result<(Map<String, Value>, Vec<&'static str>), ImportError> {
        let Value::Object(mut fields) = serde_json::to_value(&self.site).map_err(ImportError::Json)? else {
            return Ok(Default::default());
        };
        let mut told = vec![];
        let zone = TimeZone::get(&self.site.time_zone).unwrap_or(TimeZone::UTC);
        let url = about.url.clone().and_then(|url| WebAddress::try_from(url).ok()).map(String::from);
        let said = [
            ("name", about.name()),
            ("language", about.language().map(str::to_owned)),
            ("timeZone", about.zone(&zone, now)),
            ("url", url),
        ];
        for (name, said) in said {
            if let Some(said) = said
                && set(&mut fields, name, said.into())
            {
                told.push(name);
            }
        }
        // The sample's own line is no paper's.
        fields.remove("tagline");
        if let Some(tagline) = &about.tagline {
            set(&mut fields, "tagline", tagline.as_str().into());
            told.push("tagline");
        }
        let language = fields.get("language").and_then(Value::as_str).unwrap_or_default().to_owned();
        let (copyright, imprint) = strait_sample::notices(&language);
        set(&mut fields, "copyrightNotice", about.copyright.clone().unwrap_or(copyright).into());
        set(&mut fields, "imprint", json!(imprint));
        if !keeps_tree {
            set(&mut fields, "sections", json!([]));
        }
        Ok((fields, told))
    }
}

/// Sets a field, unless no site file may say so; whether it is set.
fn set(fields: &mut Map<String, Value>, name: &str, value: Value) -> bool {
    let before = fields.insert(name.to_owned(), value);
    let is_taken = serde_json::from_value::<Site>(Value::Object(fields.clone())).is_ok();
    if let (false, Some(before)) = (is_taken, before) {
        fields.insert(name.to_owned(), before);
    }
    is_taken
}
