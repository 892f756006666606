//! The types of JSON in words.

use jsonschema::error::TypeKind;
use serde_json::Value;
use strait_report::problem::Bilingual;

/// What a value is.
pub fn kind_of(value: &Value) -> Bilingual {
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
pub fn wanted(kind: &TypeKind) -> Bilingual {
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
pub fn any_of(mut kinds: Vec<Bilingual>) -> Bilingual {
    kinds.retain(|kind| kind.en != "null");
    kinds.dedup();
    let joined =
        |or: &str, word: fn(&Bilingual) -> &String| kinds.iter().map(|kind| word(kind).as_str()).collect::<Vec<_>>().join(or);
    Bilingual::new(joined("或", |kind| &kind.zh), joined(" or ", |kind| &kind.en))
}

fn name(kind: &str) -> Bilingual {
    match kind {
        "null" => Bilingual::new("空值（null）", "null"),
        "boolean" => Bilingual::new("真假值（true 或 false）", "true or false"),
        "number" => Bilingual::new("数字", "a number"),
        "integer" => Bilingual::new("整数", "a whole number"),
        "string" => Bilingual::new("文字（“…”）", "a string"),
        "array" => Bilingual::new("数组（[…]）", "a list"),
        _ => Bilingual::new("对象（{…}）", "an object"),
    }
}
