//! Sets a new house up as its source describes itself.

use super::{House, SITE};
use crate::import::ImportError;
use crate::import::about::About;
use crate::import::fault::ImportFault;
use crate::import::sections::Tree;
use crate::model::{Site, WebAddress};
use crate::sample;
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
        let fields = self.described(about, keeps_tree, now)?;
        let said = TOLD.iter().filter_map(|name| Some(format!("{name}: {}", fields.get(*name)?.as_str()?)));
        let said = said.collect::<Vec<_>>().join(", ");
        self.tell("", &ImportFault::SetUp(said, standing.samples.len()));
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

    /// The site file as the source describes itself. What it does not say, or says in a form that no site has, stays.
    fn described(&self, about: &About, keeps_tree: bool, now: jiff::Timestamp) -> Result<Map<String, Value>, ImportError> {
        let Value::Object(mut fields) = serde_json::to_value(&self.site).map_err(ImportError::Json)? else {
            return Ok(Map::new());
        };
        let zone = TimeZone::get(&self.site.time_zone).unwrap_or(TimeZone::UTC);
        let url = about.url.clone().and_then(|url| WebAddress::try_from(url).ok()).map(String::from);
        let said =
            [("name", about.name()), ("language", about.language.clone()), ("timeZone", about.zone(&zone, now)), ("url", url)];
        for (name, said) in said {
            if let Some(said) = said {
                set(&mut fields, name, said.into());
            }
        }
        // The sample's own line is no paper's.
        fields.remove("tagline");
        if let Some(tagline) = &about.tagline {
            set(&mut fields, "tagline", tagline.as_str().into());
        }
        let language = fields.get("language").and_then(Value::as_str).unwrap_or_default().to_owned();
        let (copyright, imprint) = sample::notices(&language);
        set(&mut fields, "copyrightNotice", about.copyright.clone().unwrap_or(copyright).into());
        set(&mut fields, "imprint", json!(imprint));
        if !keeps_tree {
            set(&mut fields, "sections", json!([]));
        }
        Ok(fields)
    }
}

/// Sets a field, unless no site file may say so.
fn set(fields: &mut Map<String, Value>, name: &str, value: Value) {
    let before = fields.insert(name.to_owned(), value);
    if serde_json::from_value::<Site>(Value::Object(fields.clone())).is_err()
        && let Some(before) = before
    {
        fields.insert(name.to_owned(), before);
    }
}
