//! The types of JSON in words.

use crate::problem::Words;
use jsonschema::error::TypeKind;
use serde_json::Value;

/// What a value is.
pub fn kind_of(value: &Value) -> Words {
    name(match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    })
}

/// What a schema wants.
pub fn wanted(kind: &TypeKind) -> Words {
    match kind {
        TypeKind::Single(kind) => name(&kind.to_string()),
        // `null` is as good as leaving the field out: nobody needs to be told.
        TypeKind::Multiple(kinds) => {
            let names: Vec<String> = kinds.iter().map(|kind| kind.to_string()).filter(|name| name != "null").collect();
            any_of(names.iter().map(|kind| name(kind)).collect())
        }
    }
}

/// One of several; each is named once.
pub fn any_of(mut kinds: Vec<Words>) -> Words {
    kinds.retain(|kind| kind.en != "null");
    kinds.dedup();
    let joined =
        |or: &str, word: fn(&Words) -> &String| kinds.iter().map(|kind| word(kind).as_str()).collect::<Vec<_>>().join(or);
    Words::new(joined("或", |kind| &kind.zh), joined(" or ", |kind| &kind.en))
}

fn name(kind: &str) -> Words {
    match kind {
        "null" => Words::new("空值（null）", "null"),
        "boolean" => Words::new("真假值（true 或 false）", "true or false"),
        "number" => Words::new("数字", "a number"),
        "integer" => Words::new("整数", "a whole number"),
        "string" => Words::new("文字（“…”）", "a string"),
        "array" => Words::new("数组（[…]）", "a list"),
        _ => Words::new("对象（{…}）", "an object"),
    }
}
