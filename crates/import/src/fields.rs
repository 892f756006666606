//! The fields of an item, by whatever case its version of ninjs writes them in.

use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The fields of an item.
pub struct Fields<'a>(BTreeMap<String, &'a Value>);

impl<'a> Fields<'a> {
    /// The fields of an object; of anything else none.
    pub fn of(value: &'a Value) -> Fields<'a> {
        let fields = value.as_object().into_iter().flatten();
        Fields(fields.filter(|(_, value)| !value.is_null()).map(|(name, value)| (name.to_ascii_lowercase(), value)).collect())
    }

    /// The first field of these names that there is.
    pub fn get(&self, names: &[&str]) -> Option<&'a Value> {
        names.iter().find_map(|name| self.0.get(*name).copied())
    }

    /// The first of these fields that is a text or a number, and not empty.
    pub fn text(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.0.get(*name).and_then(|value| text(value)))
    }

    /// A number; 0 when there is none.
    pub fn number(&self, name: &str) -> u32 {
        let number = self.get(&[name]).and_then(|value| value.as_f64().or_else(|| value.as_str()?.trim().parse().ok()));
        number.filter(|number| (0.0..100_000.0).contains(number)).map_or(0, |number| number as u32)
    }

    /// The objects of a list; of an object of objects its values with their names, in order.
    pub fn list(&self, names: &[&str]) -> Vec<(String, &'a Value)> {
        match self.get(names) {
            Some(Value::Array(items)) => {
                items.iter().map(|item| (Fields::of(item).text(&["name"]).unwrap_or_default(), item)).collect()
            }
            Some(Value::Object(items)) => by_number(items),
            Some(value) => vec![(String::new(), value)],
            None => vec![],
        }
    }

    /// What a list of `{ role, contentType, value }` (2.x, 3.x) or fields of a common beginning (1.x) hold: role and text.
    pub fn roles(&self, list: &str, prefix: &str) -> Vec<(String, String)> {
        let listed = self.list(&[list]).into_iter().filter_map(|(_, value)| {
            let fields = Fields::of(value);
            let role =
                format!("{} {}", fields.text(&["role"]).unwrap_or_default(), fields.text(&["contenttype"]).unwrap_or_default());
            Some((role.trim().to_ascii_lowercase(), fields.text(&["value"])?))
        });
        let named = self.0.iter().filter_map(|(name, value)| Some((name.strip_prefix(prefix)?.to_owned(), text(value)?)));
        listed.chain(named).collect()
    }

    /// The names in a list of concepts (`subject`, `place` …) or of words.
    pub fn names(&self, names: &[&str]) -> Vec<String> {
        let list = self.list(names);
        list.iter()
            .filter_map(|(_, value)| text(value).or_else(|| Fields::of(value).text(&["name", "literal", "code", "qcode"])))
            .collect()
    }

    /// Codes of a list of concepts.
    pub fn codes(&self, names: &[&str]) -> Vec<String> {
        self.list(names).iter().filter_map(|(_, value)| Fields::of(value).text(&["code", "literal", "qcode"])).collect()
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()).filter(|text| !text.trim().is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// `editor_2` before `editor_10`, and what leads an item before all.
fn by_number(items: &Map<String, Value>) -> Vec<(String, &Value)> {
    let rank = |name: &str| {
        let digits = name.len() - name.trim_end_matches(|sign: char| sign.is_ascii_digit()).len();
        let (stem, number) = name.split_at(name.len() - digits);
        let leads = ["featuremedia", "mainimage", "main", "feature_media"].contains(&name.to_ascii_lowercase().as_str());
        (!leads, stem.to_owned(), number.parse::<u64>().unwrap_or(0))
    };
    let mut items: Vec<(String, &Value)> =
        items.iter().filter(|(_, value)| !value.is_null()).map(|(name, value)| (name.clone(), value)).collect();
    items.sort_by_key(|(name, _)| rank(name));
    items
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_version_is_read_by_the_same_names() {
        let one = json!({"versioncreated": "a", "body_html": "<p>b</p>", "renditions": {"r10": {}, "r2": {}}});
        let three = json!({"versionCreated": "a", "bodies": [{"role": "main", "contentType": "text/html", "value": "<p>b</p>"}]});
        assert_eq!(Fields::of(&one).text(&["versioncreated"]), Fields::of(&three).text(&["versioncreated"]));
        assert_eq!(Fields::of(&one).roles("bodies", "body_"), [("html".to_owned(), "<p>b</p>".to_owned())]);
        assert_eq!(Fields::of(&three).roles("bodies", "body_"), [("main text/html".to_owned(), "<p>b</p>".to_owned())]);
        let names: Vec<String> = Fields::of(&one).list(&["renditions"]).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["r2", "r10"]);
    }
}
