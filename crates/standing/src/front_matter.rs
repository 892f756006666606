//! Front matter: YAML between `---`, as Hugo and Jekyll have it, or TOML between `+++`, as Zola and Hugo.

use pulldown_cmark::MetadataBlockKind;
use serde_json::{Map, Number, Value};

/// Why front matter cannot be read, and in which of its lines, counted from 1.
#[derive(Debug)]
pub struct Unreadable {
    /// On one line.
    pub why: String,
    /// The line.
    pub line: usize,
}

/// Reads front matter as the object that it is; or says why it is none.
pub fn read(kind: MetadataBlockKind, text: &str) -> Result<Map<String, Value>, Unreadable> {
    let value = match kind {
        MetadataBlockKind::YamlStyle if text.trim().is_empty() => Value::Object(Map::new()),
        MetadataBlockKind::YamlStyle => serde_saphyr::from_str(text).map_err(|error| of_yaml(&error))?,
        MetadataBlockKind::PlusesStyle => of_toml(toml::from_str::<toml::Value>(text).map_err(|error| Unreadable {
            line: error.span().map_or(1, |at| 1 + text[..at.start].matches('\n').count()),
            why: error.message().to_owned(),
        })?),
    };
    match value {
        Value::Object(fields) => Ok(fields),
        _ => Err(Unreadable { why: "not a list of fields".to_owned(), line: 1 }),
    }
}

/// Its first line says where and what is wrong; what follows shows the place.
fn of_yaml(error: &serde_saphyr::Error) -> Unreadable {
    let told = error.to_string();
    let first = told.lines().next().unwrap_or_default().trim_start_matches("error: ");
    let why = first.strip_prefix("line ").and_then(|rest| rest.split_once(": ")).map_or(first, |(_, why)| why);
    Unreadable { why: why.to_owned(), line: error.location().map_or(1, |at| at.line() as usize) }
}

/// Dates become text, as they are in YAML.
fn of_toml(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => Value::Number(number.into()),
        toml::Value::Float(number) => Number::from_f64(number).map_or(Value::Null, Value::Number),
        toml::Value::Boolean(answer) => Value::Bool(answer),
        toml::Value::Datetime(at) => Value::String(at.to_string()),
        toml::Value::Array(values) => Value::Array(values.into_iter().map(of_toml).collect()),
        toml::Value::Table(table) => Value::Object(table.into_iter().map(|(name, value)| (name, of_toml(value))).collect()),
    }
}
