//! The site file: read whole, and changed in single places, so that all else in it stays as its editors wrote it.

use super::SITE;
use crate::ImportError;
use crate::files::write_whole;
use jsonc_parser::ParseOptions;
use jsonc_parser::cst::{CstArray, CstInputValue, CstNode, CstObject, CstRootNode};
use std::path::Path;
use strait_confined::{Confined, ConfinedError};
use strait_faults::ContentFault;
use strait_faults::why_refused;
use strait_model::{Section, SectionPath, Site};
use strait_report::problem::Problem;

/// The site that a content folder is of.
pub fn read(content: &Confined) -> Result<Site, ImportError> {
    serde_json::from_slice(&bytes(content)?).map_err(|error| refused(content, &error.to_string()))
}

/// Writes it with a change; none is a file that cannot be changed so.
pub fn change(content: &Confined, change: impl FnOnce(String) -> Option<String>) -> Result<(), ImportError> {
    let refuse = |why: &str| refused(content, why);
    let before = String::from_utf8(bytes(content)?).map_err(|error| refuse(&error.to_string()))?;
    let after = change(before.clone()).ok_or_else(|| refuse("?"))?;
    match after == before {
        true => Ok(()),
        false => write_whole(content, Path::new(SITE), after.as_bytes()),
    }
}

/// A site file with one section more, below another or at the top.
pub fn with_section(text: &str, above: Option<&SectionPath>, section: &Section) -> Option<String> {
    let root = CstRootNode::parse(text, &ParseOptions::default()).ok()?;
    let mut list = root.object_value()?.array_value_or_create("sections")?;
    for path in above.into_iter().flat_map(SectionPath::lineage) {
        let section = objects(&list).into_iter().find(|object| says(object, "path", path.as_str()))?;
        list = section.array_value_or_create("children")?;
    }
    let fields =
        [("path", Some(section.path.to_string())), ("name", Some(section.name.clone())), ("about", section.about.clone())];
    append(&list, fields);
    Some(root.to_string())
}

/// A site file with an object more in one of its lists.
pub fn with_object(text: &str, list: &str, fields: [(&str, Option<String>); 3]) -> Option<String> {
    let root = CstRootNode::parse(text, &ParseOptions::default()).ok()?;
    append(&root.object_value()?.array_value_or_create(list)?, fields);
    Some(root.to_string())
}

/// A site file with a text more in one of its lists.
pub fn with_text(text: &str, list: &str, value: &str) -> Option<String> {
    let root = CstRootNode::parse(text, &ParseOptions::default()).ok()?;
    let list = root.object_value()?.array_value_or_create(list)?;
    list.ensure_multiline();
    list.append(CstInputValue::String(value.to_owned()));
    Some(root.to_string())
}

fn append(list: &CstArray, fields: [(&str, Option<String>); 3]) {
    let fields = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), CstInputValue::String(value?))));
    list.ensure_multiline();
    list.append(CstInputValue::Object(fields.collect()));
}

fn objects(list: &CstArray) -> Vec<CstObject> {
    list.elements().into_iter().filter_map(|element| element.as_object()).collect()
}

fn says(object: &CstObject, name: &str, value: &str) -> bool {
    let told = object.get(name).and_then(|field| field.value()).and_then(|value: CstNode| value.as_string_lit());
    told.and_then(|told| told.decoded_value().ok()).is_some_and(|told| told == value)
}

fn bytes(content: &Confined) -> Result<Vec<u8>, ImportError> {
    match content.read(SITE) {
        Ok(read) => Ok(read.bytes),
        Err(ConfinedError::Missing(_)) => Err(ImportError::NoSite(content.path().to_owned())),
        Err(error) => Err(error.into()),
    }
}

fn refused(content: &Confined, why: &str) -> ImportError {
    let path = content.path().join(SITE);
    let fault = ContentFault::BadJson(why.to_owned());
    ImportError::BadSite(why_refused(content, &path).unwrap_or_else(|| Problem::new(path, "", &fault)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_section_more_and_all_else_as_it_was_written() {
        let text = "{ \"url\": \"x\",\n  \"sections\": [ {\"name\":\"闻\",\"path\":\"news\"} ],   \"name\": \"潮\" }\n";
        let path = |text: &str| SectionPath::try_from(text.to_owned()).unwrap();
        let section = Section { path: path("news/isle"), name: "岛\"".to_owned(), about: None, children: vec![] };
        let with = with_section(text, Some(&path("news")), &section).unwrap();
        assert!(with.starts_with("{ \"url\": \"x\",\n") && with.ends_with("   \"name\": \"潮\" }\n"), "{with}");
        let json: serde_json::Value = serde_json::from_str(&with).unwrap();
        assert_eq!(json["sections"][0]["children"][0], serde_json::json!({"path": "news/isle", "name": "岛\""}));
        assert_eq!(with_section(text, Some(&path("sport")), &section), None);
        let with = with_text(&with, "mediaOrigins", "https://media.example").unwrap();
        let with = with_text(&with, "mediaOrigins", "https://other.example").unwrap();
        let json: serde_json::Value = serde_json::from_str(&with).unwrap();
        assert_eq!(json["mediaOrigins"], serde_json::json!(["https://media.example", "https://other.example"]));
    }
}
