//! Whether JSON has the shape of the model: by the JSON Schemas that are generated from it, made strict.

use super::finding::{Findings, below};
use super::kinds::{kind_of, wanted};
use super::table::{ContentFault, LookFault, PlaceFault, PublicationFault, ShapeFault, SiteFault};
use jsonschema::error::{ValidationError, ValidationErrorKind};
use serde_json::{Map, Value};
use strait_model::{
    ArticleId, Colour, CrawlerName, DataAddress, EditionPath, FaceFile, FormerAddress, LanguageTag, LookFile, Origin, Ornament,
    QrMark, SectionPath, TimeZoneName, Timestamp, WebAddress,
};

/// The name of a type, and whether a text is of it.
type TextType = (&'static str, fn(&str) -> bool);

/// The types of the model that are texts of one form.
const TEXTS: [TextType; 16] = [
    ("ArticleId", is::<ArticleId>),
    ("Colour", is::<Colour>),
    ("CrawlerName", is::<CrawlerName>),
    ("DataAddress", is::<DataAddress>),
    ("EditionPath", is::<EditionPath>),
    ("FaceFile", is::<FaceFile>),
    ("FormerAddress", is::<FormerAddress>),
    ("LanguageTag", is::<LanguageTag>),
    ("LookFile", is::<LookFile>),
    ("Origin", is::<Origin>),
    ("Ornament", is::<Ornament>),
    ("QrMark", is::<QrMark>),
    ("SectionPath", is::<SectionPath>),
    ("TimeZoneName", is::<TimeZoneName>),
    ("Timestamp", is::<Timestamp>),
    ("WebAddress", is::<WebAddress>),
];

fn is<T: TryFrom<String>>(text: &str) -> bool {
    T::try_from(text.to_owned()).is_ok()
}

/// A generated schema is none: a defect of Strait.
#[derive(Debug, thiserror::Error)]
#[error("the schema of the model: {0}")]
pub struct ShapeError(pub String);

/// A shape that JSON can be held against.
pub struct Shape {
    validator: jsonschema::Validator,
}

impl Shape {
    /// The shape that a schema describes; fields that it does not name are faults.
    pub fn of(schema: schemars::Schema) -> Result<Shape, ShapeError> {
        let mut schema = Value::from(schema);
        let definitions = schema["$defs"].clone();
        close(&mut schema, &definitions);
        let mut options = jsonschema::options().should_validate_formats(true);
        for (name, is_good) in TEXTS {
            if let Some(Value::Object(definition)) = schema["$defs"].get_mut(name) {
                definition.insert("format".to_owned(), name.into());
            }
            options = options.with_format(name, is_good);
        }
        let validator = options.build(&schema).map_err(|error| ShapeError(error.to_string()))?;
        Ok(Shape { validator })
    }

    /// Notes what is wrong with a value's shape.
    pub fn check(&self, value: &Value, findings: &mut Findings) {
        if !self.validator.is_valid(value) {
            self.validator.iter_errors(value).for_each(|error| explain(&error, findings));
        }
    }
}

/// Lets no object have other fields than those that its schema names. A branch that takes over another
/// definition's fields and adds some of its own gets them all.
fn close(schema: &mut Value, definitions: &Value) {
    match schema {
        Value::Object(fields) => {
            if fields.contains_key("properties") {
                take_over(fields, definitions);
                fields.insert("additionalProperties".to_owned(), false.into());
            }
            fields.iter_mut().filter(|(name, _)| *name != "default").for_each(|(_, below)| close(below, definitions));
        }
        Value::Array(branches) => branches.iter_mut().for_each(|branch| close(branch, definitions)),
        _ => {}
    }
}

fn take_over(branch: &mut Map<String, Value>, definitions: &Value) {
    let Some(Value::String(name)) = branch.remove("$ref") else { return };
    let definition = &definitions[name.trim_start_matches("#/$defs/")];
    if let (Some(Value::Object(own)), Some(theirs)) = (branch.get_mut("properties"), definition["properties"].as_object()) {
        own.extend(theirs.clone());
    }
    if let (Some(Value::Array(own)), Some(theirs)) = (branch.get_mut("required"), definition["required"].as_array()) {
        own.extend(theirs.iter().cloned());
    }
}

/// Says what a validator's error means to an editor.
fn explain(error: &ValidationError, findings: &mut Findings) {
    let (at, value) = (error.instance_path().as_str(), error.instance().as_ref());
    match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            unexpected.iter().for_each(|name| findings.add(below(at, name), ContentFault::UnknownField));
        }
        ValidationErrorKind::Required { property } => {
            let field = property.as_str().unwrap_or_default().to_owned();
            findings.add_broken(below(at, &field), ShapeFault::MissingField { field });
        }
        ValidationErrorKind::Type { kind } => {
            findings.add_broken(at, ShapeFault::WrongType { wanted: wanted(kind), found: kind_of(value) });
        }
        ValidationErrorKind::OneOfNotValid { context } | ValidationErrorKind::AnyOf { context } => {
            explain_branches(at, value, context, findings);
        }
        ValidationErrorKind::Minimum { .. } | ValidationErrorKind::Maximum { .. } => {
            findings.add_broken(at, ShapeFault::OutOfRange { value: value.to_string() });
        }
        ValidationErrorKind::Format { format } => add_bad_text(format, at, value, findings),
        _ => findings.add_broken(at, ShapeFault::BadShape { why: shortened(&error.to_string()) }),
    }
}

/// Of several shapes that were possible, finds the one that was meant, and says what is wrong with it.
fn explain_branches(at: &str, value: &Value, branches: &[Vec<ValidationError>], findings: &mut Findings) {
    let is_a_kind = |error: &ValidationError| matches!(error.kind(), ValidationErrorKind::Constant { .. });
    let is_here = |error: &ValidationError| error.instance_path().as_str() == at;
    let other_kind = |error: &ValidationError| is_a_kind(error) || (is_here(error) && is_type(error));
    let meant = branches.iter().find(|branch| !branch.iter().any(other_kind));
    let constants: Vec<&str> = branches.iter().flatten().filter(|error| is_here(error)).filter_map(constant).collect();
    match (meant, value) {
        (Some(branch), _) => branch.iter().for_each(|error| explain(error, findings)),
        (None, Value::String(text)) if !constants.is_empty() => {
            let allowed = constants.into_iter().filter(|name| *name != "other").collect::<Vec<_>>().join(", ");
            findings.add_broken(at, ShapeFault::UnknownValue { value: shortened(text), allowed });
        }
        (None, Value::Object(fields)) if fields.get("kind").is_some_and(Value::is_string) => {
            findings.add_broken(below(at, "kind"), ContentFault::UnknownBlock);
        }
        (None, Value::Object(_)) => findings.add_broken(below(at, "kind"), ShapeFault::MissingField { field: "kind".to_owned() }),
        (None, _) => findings.add_broken(at, ShapeFault::WrongType { wanted: wanted_by(branches), found: kind_of(value) }),
    }
}

fn is_type(error: &ValidationError) -> bool {
    matches!(error.kind(), ValidationErrorKind::Type { .. })
}

fn constant<'a>(error: &'a ValidationError) -> Option<&'a str> {
    match error.kind() {
        ValidationErrorKind::Constant { expected_value } => expected_value.as_str(),
        _ => None,
    }
}

/// What the first branch that names a type wants.
fn wanted_by(branches: &[Vec<ValidationError>]) -> strait_report::problem::Bilingual {
    let kinds = branches.iter().flatten().filter_map(|error| match error.kind() {
        ValidationErrorKind::Type { kind } => Some(wanted(kind)),
        _ => None,
    });
    super::kinds::any_of(kinds.collect())
}

fn add_bad_text(format: &str, at: &str, value: &Value, findings: &mut Findings) {
    let text = shortened(value.as_str().unwrap_or_default());
    match format {
        "ArticleId" => findings.add_broken(at, ShapeFault::BadId { id: text }),
        "SectionPath" => findings.add_broken(at, ShapeFault::BadSectionPath { path: text }),
        "FormerAddress" => findings.add_broken(at, PlaceFault::BadFormer { address: text }),
        "WebAddress" | "DataAddress" => findings.add_broken(at, SiteFault::BadUrl { url: text }),
        "Origin" => findings.add_broken(at, SiteFault::BadOrigin { origin: text }),
        "EditionPath" => findings.add_broken(at, SiteFault::BadEditionPath { path: text }),
        "LanguageTag" => findings.add_broken(at, PublicationFault::BadLanguage { language: text }),
        "TimeZoneName" => findings.add_broken(at, ContentFault::UnknownTimeZone(text)),
        "CrawlerName" => findings.add_broken(at, SiteFault::BadCrawler { name: text }),
        "Colour" => findings.add_broken(at, LookFault::BadColour { colour: text }),
        "FaceFile" => findings.add_broken(at, LookFault::BadFaceFile { file: text }),
        "LookFile" => findings.add_broken(at, LookFault::BadLookFile { file: text }),
        "Ornament" => findings.add_broken(at, LookFault::BadOrnament { ornament: text }),
        "QrMark" => findings.add_broken(at, ContentFault::BadMark(text)),
        _ => findings.add_broken(at, ShapeFault::BadTime { time: text }),
    }
}

/// A text that stays readable in a message, however long it was.
pub fn shortened(text: &str) -> String {
    const ENOUGH: usize = 80;
    let clean = text.chars().map(|character| if character.is_control() { '�' } else { character });
    match text.chars().nth(ENOUGH) {
        Some(_) => clean.take(ENOUGH).chain(['…']).collect(),
        None => clean.collect(),
    }
}
