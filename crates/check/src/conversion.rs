//! Which characters no word decided when an article was converted for the edition in the other script: an editor who
//! asks (`--conversion`) sees each in its phrase.

use serde_json::Value;
use strait_faults::TextFault;
use strait_faults::{Findings, below};
use strait_model::{Article, Site};
use strait_press::script::{Converter, Doubt, ScriptError, converters};

/// Fields that are not converted, or are no words.
const LEFT_ALONE: [&str; 6] = ["keepWords", "ruby", "href", "src", "section", "related"];

/// The converters of the editions beside the newsroom's own, each with its language.
pub struct Conversion(Vec<(String, Converter)>);

impl Conversion {
    /// Those of a paper.
    pub fn of(site: &Site) -> Result<Conversion, ScriptError> {
        converters(site).map(Conversion)
    }

    /// Notes what was decided by the character alone.
    pub fn check(&self, article: &Article, findings: &mut Findings) {
        // What cannot be told as JSON has no words.
        let Ok(value) = serde_json::to_value(article) else { return };
        for (language, converter) in self.0.iter().filter(|(_, converter)| converter.converts(&article.language)) {
            Reading { converter, language, kept: &article.keep_words, findings }.value(&value, "");
        }
    }
}

/// A walk through the words of an article.
struct Reading<'a> {
    converter: &'a Converter,
    language: &'a str,
    kept: &'a [String],
    findings: &'a mut Findings,
}

impl Reading<'_> {
    fn value(&mut self, value: &Value, at: &str) {
        match value {
            Value::String(text) if is_name(at) => self.note(self.converter.doubts_of_name(text, self.kept), at),
            Value::String(text) => self.note(self.converter.doubts(text, self.kept), at),
            Value::Array(items) => match joined(items) {
                // Spans are read as one text, as they are converted.
                Some(text) => self.note(self.converter.doubts(&text, self.kept), at),
                None => items.iter().enumerate().for_each(|(index, item)| self.value(item, &format!("{at}/{index}"))),
            },
            Value::Object(fields) => {
                let words = fields.iter().filter(|(name, _)| !LEFT_ALONE.contains(&name.as_str()));
                words.for_each(|(name, field)| self.value(field, &below(at, name)));
            }
            _ => {}
        }
    }

    fn note(&mut self, doubts: Vec<Doubt>, at: &str) {
        for Doubt { character, chosen, others, around } in doubts {
            let (character, others, language) = (character.to_string(), others.join("、"), self.language.to_owned());
            self.findings.add(at, TextFault::UncertainConversion { around, character, chosen, others, language });
        }
    }
}

/// Whether a pointer leads to a person's name.
fn is_name(at: &str) -> bool {
    at == "/editor" || (at.starts_with("/by/") && at.ends_with("/name"))
}

/// The text of spans; none when the items are something else.
fn joined(items: &[Value]) -> Option<String> {
    let text = |item: &Value| match item {
        Value::String(text) => Some(text.clone()),
        Value::Object(span) if !span.contains_key("kind") => Some(span.get("text")?.as_str()?.to_owned()),
        _ => None,
    };
    items.iter().map(text).collect::<Option<Vec<_>>>().filter(|texts| !texts.is_empty()).map(|texts| texts.concat())
}
