//! What ninjs 3.0 allows, as far as a news item goes: facts of the standard's schema, which is
//! published by the IPTC and in no package. Every object is closed.

use serde_json::{Map, Value, json};

/// Each property with its type: `text`, `uri`, `time`, `whole`, `number`, `a|b` for words of a
/// list, `[part]` for a list of parts. `!` marks what must be there.
const ITEM: &str = "uri:uri! type:text|audio|video|picture|graphic|composite|component|event|planning \
    representationType:full|partial profile:text version:text firstCreated:time versionCreated:time contentCreated:time \
    embargoedUntil:time expires:time pubStatus:usable|withheld|canceled urgency:1-9 copyrightHolder:text copyrightNotice:text \
    usageTerms:text edNote:text language:text title:text by:text slugline:text located:text descriptions:[words] \
    headlines:[words] bodies:[body] people:[named] organisations:[organisation] places:[named] objects:[named] \
    subjects:[subject] events:[event] infoSources:[source] renditions:[rendition] associations:[association] altIds:[altId] \
    trustIndicators:[indicator] standard:standard genres:[genre]";

const PARTS: [(&str, &str); 14] = [
    ("words", "role:text contentType:text value:text!"),
    ("body", "role:text contentType:text charCount:whole wordCount:whole value:text!"),
    ("named", "name:text rel:text uri:uri literal:text"),
    ("organisation", "name:text rel:text uri:uri literal:text"),
    ("subject", "name:text rel:text uri:uri literal:text creator:text relevance:whole confidence:whole"),
    ("event", "id:text name:text rel:text uri:uri literal:text"),
    ("source", "name:text role:text uri:uri literal:text"),
    (
        "rendition",
        "name:text! href:uri contentType:text title:text width:whole height:whole sizeInBytes:whole duration:number \
         format:text aspectRatio:text videoCodec:text frameRate:number transportProtocol:text bitrate:text",
    ),
    ("altId", "role:text value:text"),
    ("indicator", "role:uri title:text href:uri"),
    ("standard", "name:text version:text schema:uri"),
    ("genre", "name:text uri:text literal:text"),
    ("item", ITEM),
    ("association", "name:text! rel:text"),
];

/// A JSON Schema (2020-12) made of the facts above.
pub fn schema() -> Value {
    let mut definitions: Map<String, Value> = PARTS.iter().map(|(name, facts)| ((*name).to_owned(), object(facts))).collect();
    definitions.insert("association".to_owned(), object(&format!("{ITEM} name:text! rel:text")));
    let mut schema = object(ITEM);
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["$defs"] = Value::Object(definitions);
    schema
}

fn object(facts: &str) -> Value {
    let facts = facts.split_whitespace().map(|fact| fact.split_once(':').unwrap());
    let required: Vec<&str> = facts.clone().filter(|(_, kind)| kind.ends_with('!')).map(|(name, _)| name).collect();
    let properties: Map<String, Value> =
        facts.map(|(name, kind)| (name.to_owned(), property(kind.trim_end_matches('!')))).collect();
    json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
}

fn property(kind: &str) -> Value {
    match kind {
        "text" => json!({"type": "string"}),
        "uri" => json!({"type": "string", "format": "uri"}),
        "time" => json!({"type": "string", "format": "date-time"}),
        "whole" => json!({"type": "integer"}),
        "number" => json!({"type": "number"}),
        "1-9" => json!({"type": "integer", "minimum": 1, "maximum": 9}),
        words if words.contains('|') => json!({"enum": words.split('|').collect::<Vec<_>>()}),
        list if list.starts_with('[') => json!({"type": "array", "items": reference(list.trim_matches(['[', ']']))}),
        part => reference(part),
    }
}

fn reference(part: &str) -> Value {
    json!({"$ref": format!("#/$defs/{part}")})
}
