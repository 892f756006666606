//! Front matter: YAML between `---`, as Hugo and Jekyll have it, or TOML between `+++`, as Zola and Hugo.

use pulldown_cmark::MetadataBlockKind;
use serde_json::{Map, Number, Value};

/// Reads front matter as the object that it is; or says why it is none.
pub fn read(kind: MetadataBlockKind, text: &str) -> Result<Map<String, Value>, String> {
    let value = match kind {
        MetadataBlockKind::YamlStyle if text.trim().is_empty() => Value::Object(Map::new()),
        MetadataBlockKind::YamlStyle => serde_saphyr::from_str(text).map_err(|error| error.to_string())?,
        MetadataBlockKind::PlusesStyle => {
            of_toml(toml::from_str::<toml::Value>(text).map_err(|error| error.message().to_owned())?)
        }
    };
    match value {
        Value::Object(fields) => Ok(fields),
        _ => Err("not a list of fields".to_owned()),
    }
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
