//! JSON as it is found in files.

use super::fault::ImportFault;
use super::notes::Notes;
use serde_json::Value;

/// The documents of a file: usually one, in logs and dumps one a line. A broken one is noted and ends it.
pub fn documents(bytes: &[u8], notes: &mut Notes) -> Vec<Value> {
    let text = super::feed::decode(bytes, notes);
    let mut documents = vec![];
    for document in serde_json::Deserializer::from_str(&text).into_iter::<Value>() {
        match document {
            Ok(document) => documents.push(document),
            Err(error) => {
                let fault = if documents.is_empty() { ImportFault::BadFile } else { ImportFault::CutShort };
                notes.add(&format!("line {}, column {}", error.line(), error.column()), fault(error.to_string()));
                break;
            }
        }
    }
    if text.trim().is_empty() {
        notes.add("", ImportFault::NoItems);
    }
    documents
}

/// What a value is, in a word.
pub fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true/false",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
