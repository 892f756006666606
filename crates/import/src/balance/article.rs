//! What readers see of an article, whatever kinds of blocks it has: all text that its JSON holds.

use super::Load;
use super::address::known_by;
use serde::Serialize;
use serde_json::{Map, Value};

/// Fields that are not read as text.
const NO_TEXT: [&str; 9] = ["kind", "src", "href", "anchor", "provider", "role", "alt", "language", "id"];

/// What readers see of blocks, or of anything else that has them.
pub fn load(shown: &impl Serialize) -> Load {
    let mut load = Load::default();
    // What an article is made of is always JSON.
    read(&serde_json::to_value(shown).unwrap_or_default(), &mut load);
    load
}

fn read(value: &Value, load: &mut Load) {
    match value {
        Value::String(text) => load.words.add(text),
        Value::Array(values) => {
            let mut link = None;
            for value in values {
                let href = value.get("href").filter(|_| is_span(value)).and_then(Value::as_str);
                // As at the source, those that leave the page.
                load.links.extend(href.filter(|to| href != link && !to.starts_with('#')).map(str::to_owned));
                link = href;
                if !is_span(value) {
                    load.words.part();
                }
                read(value, load);
                if !is_span(value) {
                    load.words.part();
                }
            }
        }
        Value::Object(fields) => read_fields(fields, load),
        _ => {}
    }
}

fn read_fields(fields: &Map<String, Value>, load: &mut Load) {
    let kind = fields.get("kind").and_then(Value::as_str);
    match (kind, fields.get("src").and_then(Value::as_str)) {
        (Some("video" | "audio" | "embed"), src) => {
            let page = fields.get("href").and_then(Value::as_str);
            load.players.push(page.or(src).map(str::to_owned).into_iter().collect());
        }
        (_, Some(src)) => load.pictures.push(vec![known_by(src)]),
        _ => {}
    }
    // A player without a name is called as its provider is.
    let provider = fields.get("provider").and_then(Value::as_str).unwrap_or_default();
    let is_text = |name: &str, value: &Value| {
        !NO_TEXT.contains(&name) && !value.as_str().is_some_and(|title| name == "title" && title.eq_ignore_ascii_case(provider))
    };
    for (name, value) in fields.iter().filter(|(name, value)| is_text(name, value)) {
        let goes_on = name == "text" && kind.is_none();
        if !goes_on {
            load.words.part();
        }
        read(value, load);
        if !goes_on {
            load.words.part();
        }
    }
}

/// Whether a value is a piece of running text.
fn is_span(value: &Value) -> bool {
    value.is_string() || value.get("text").is_some_and(Value::is_string) && value.get("kind").is_none()
}
