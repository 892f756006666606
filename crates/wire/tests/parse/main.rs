//! Our reading of JSON against serde_json's: equal answers and equal refusals, on the shapes that suites of tests for
//! JSON parsers have, on what chance makes, and on articles with something broken.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod chance;
mod shapes;

use serde_json::{Number, Value};
use strait_wire::{Json, parse};

/// Whether ours is theirs. Of a name that comes twice the last one counts.
fn is_same(ours: &Json<'_>, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Json::Null, Value::Null) => true,
        (Json::Bool(ours), Value::Bool(theirs)) => ours == theirs,
        (Json::Number(text), Value::Number(theirs)) => {
            ours.as_u64() == theirs.as_u64() && serde_json::from_str::<Number>(text).unwrap() == *theirs
        }
        (Json::Text(ours), Value::String(theirs)) => ours == theirs,
        (Json::List(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| is_same(ours, theirs))
        }
        (Json::Object(fields), Value::Object(theirs)) => {
            fields.iter().all(|(name, _)| theirs.contains_key(name.as_ref()))
                && theirs.iter().all(|(name, theirs)| ours.get(name).is_some_and(|ours| is_same(ours, theirs)))
        }
        _ => false,
    }
}

/// Asserts that both answer alike; tells whether they read it.
fn check(text: &str) -> bool {
    match (parse(text), serde_json::from_str::<Value>(text)) {
        (Some(ours), Ok(theirs)) => {
            assert!(is_same(&ours, &theirs), "{text:?}\n{ours:?}\n{theirs:?}");
            true
        }
        // It is JSON, but no number of theirs. Where nobody asks for it, serde's derived code skips it too.
        (Some(_), Err(error)) => {
            assert!(error.to_string().starts_with("number out of range"), "only we read {text:?}: {error}");
            true
        }
        (None, Ok(theirs)) => panic!("only serde_json reads {text:?}: {theirs}"),
        (None, Err(_)) => false,
    }
}
