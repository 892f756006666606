//! One JSON file: its text, its value, and the model that is made of it, as far as it can be.

use super::characters;
use super::finding::Findings;
use super::shape::{Shape, shortened};
use super::table::{ContentFault, ShapeFault};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::io::Read;
use std::path::Path;
use strait_confined::{Confined, ConfinedError};
use strait_report::problem::Spot;

/// Above this an article is no article, in bytes.
const HUGE: u64 = 4 << 20;
/// Above this nothing is read, in bytes: memory stays bounded.
const MONSTROUS: u64 = 32 << 20;

/// Reads a file and notes what is wrong with it as JSON. What is broken in it is left out or
/// replaced by what `instead` has, so that the rest can be looked at; none when nothing is left.
pub fn read<T: DeserializeOwned>(
    inside: &Confined,
    file: &Path,
    shape: &Shape,
    instead: &Value,
    findings: &mut Findings,
) -> Option<T> {
    let text = read_text(inside, file, findings)?;
    let mut value: Value = match serde_json::from_str(&text) {
        Ok(value) => value,
        Err(error) => {
            findings.add_at(spot(&error, &text), ContentFault::BadJson(reason(&error)));
            return None;
        }
    };
    shape.check(&value, findings);
    characters::check(&value, "", findings);
    if findings.broken().is_empty() {
        // The press reads it so: what it refuses and the schema allows, such as a name given twice, is told too.
        return model(&text, findings);
    }
    findings.broken().iter().for_each(|pointer| replace(&mut value, pointer, instead));
    serde_json::from_value(value).ok()
}

fn model<T: DeserializeOwned>(text: &str, findings: &mut Findings) -> Option<T> {
    let read = serde_json::from_str(text);
    read.map_err(|error| findings.add_at(spot(&error, text), ContentFault::BadJson(reason(&error)))).ok()
}

fn read_text(inside: &Confined, file: &Path, findings: &mut Findings) -> Option<String> {
    let bytes = match read_bytes(inside, file, findings) {
        Ok(bytes) => bytes?,
        Err(error) => {
            match ContentFault::of(&error) {
                Some(fault) => findings.add_at(None, fault),
                None => findings.add_at(None, ShapeFault::Unreadable { why: std::io::Error::from(error).to_string() }),
            }
            return None;
        }
    };
    if bytes.starts_with(b"\xef\xbb\xbf") {
        findings.add_at(None, ShapeFault::ByteOrderMark);
        return None;
    }
    if bytes.trim_ascii().is_empty() {
        findings.add_at(None, ShapeFault::EmptyFile);
        return None;
    }
    String::from_utf8(bytes)
        .map_err(|error| {
            let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            findings.add_at(Some(Spot::after(&String::from_utf8_lossy(valid))), ShapeFault::NotUtf8);
        })
        .ok()
}

/// The bytes of a file, unless they are far too many.
fn read_bytes(inside: &Confined, file: &Path, findings: &mut Findings) -> Result<Option<Vec<u8>>, ConfinedError> {
    let (mut opened, metadata) = inside.file(file.strip_prefix(inside.path()).unwrap_or(file))?;
    let length = metadata.len();
    if length > HUGE {
        findings.add_at(None, ShapeFault::HugeFile { megabytes: usize::try_from(length >> 20).unwrap_or(usize::MAX) });
    }
    if length > MONSTROUS {
        findings.add_at(None, ShapeFault::Unreadable { why: format!("> {} MB", MONSTROUS >> 20) });
        return Ok(None);
    }
    let mut bytes = Vec::new();
    opened.read_to_end(&mut bytes).map_err(|source| ConfinedError::Disk { path: file.to_owned(), source })?;
    Ok(Some(bytes))
}

/// The place that serde tells; its columns are bytes, an editor's are characters.
fn spot(error: &serde_json::Error, text: &str) -> Option<Spot> {
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let before = &line.as_bytes()[..error.column().saturating_sub(1).min(line.len())];
    Some(Spot { line: error.line().max(1), column: String::from_utf8_lossy(before).chars().count() + 1 })
}

/// The error without its place, which is told beside it.
fn reason(error: &serde_json::Error) -> String {
    let words = error.to_string();
    shortened(words.split(" at line ").next().unwrap_or_default())
}

/// Takes what is broken out of a value: a block becomes a divider, a field is left out or gets what `instead` has.
fn replace(value: &mut Value, pointer: &str, instead: &Value) {
    let mut names = pointer.split('/').skip(1);
    let (Some(field), index) = (names.next(), names.next()) else { return };
    let Some(fields) = value.as_object_mut() else { return };
    let block = index.and_then(|index| index.parse::<usize>().ok()).filter(|_| field == "body");
    let block = block.and_then(|at| fields.get_mut(field)?.get_mut(at));
    match (block, instead.get(field)) {
        (Some(block), _) => *block = json!({"kind": "divider"}),
        (None, Some(instead)) => {
            fields.insert(field.to_owned(), instead.clone());
        }
        (None, None) => {
            fields.remove(field);
        }
    }
}
