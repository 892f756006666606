//! JSON as it is found in files, item by item.

use super::fault::FileFault;
use super::notes::Notes;
use super::stream::{Bounded, Renewal, Stream};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use serde_json::de::{Deserializer as Json, IoRead};
use std::fmt;
use std::io::{BufReader, Result};
use strait_report::problem::Bilingual;

/// Takes an item and its place.
type Take<'a> = &'a mut dyn FnMut(&str, Value, &mut Notes) -> Result<()>;

/// Hands over the items of a file. It holds one document, in logs and dumps one a line; each is an item, a list of
/// items, or keeps one under a name of `lists`. From a broken document on nothing is read, which is noted.
pub fn read(file: Box<dyn Stream>, lists: &[&'static str], notes: &mut Notes, each: Take) -> Result<()> {
    let mut text = super::feed::decode(file, notes)?;
    let shapes = shapes(&mut *text, lists, notes)?;
    text.rewind()?;
    let bounded = Bounded::of(&mut *text);
    let renewal = bounded.renewal();
    let mut json = Json::new(IoRead::new(BufReader::new(bounded)));
    let mut handing = Handing { renewal, notes, each, count: 0, failed: None };
    for (at, shape) in shapes.iter().enumerate() {
        handing.renewal.renew();
        let place = if at == 0 { String::new() } else { format!("#{at}") };
        let read = Follow { path: &shape.path, place, handing: &mut handing }.deserialize(&mut json);
        if let Some(failed) = handing.failed {
            return Err(failed);
        }
        if let Err(error) = read {
            handing.notes.enter("");
            note_broken(&error, handing.count, handing.notes);
            break;
        }
    }
    Ok(())
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

/// Where the items of a document are: under these names, one in the other.
#[derive(Default)]
struct Shape {
    path: Vec<&'static str>,
    /// Whether it is something that a list can be kept in or be.
    is_container: bool,
}

/// Looks through the documents of a file, keeping nothing but their shapes.
fn shapes(text: &mut dyn Stream, lists: &[&'static str], notes: &mut Notes) -> Result<Vec<Shape>> {
    text.rewind()?;
    let mut json = Json::new(IoRead::new(BufReader::new(&mut *text)));
    let mut shapes = vec![];
    while json.end().is_err() {
        match (Look { lists, depth: DEEPEST }).deserialize(&mut json) {
            Ok(shape) => shapes.push(shape),
            Err(error) => {
                note_broken(&error, shapes.len(), notes);
                return Ok(shapes);
            }
        }
    }
    if shapes.is_empty() {
        notes.add("", FileFault::NoItems);
    }
    Ok(shapes)
}

fn note_broken(error: &serde_json::Error, read: usize, notes: &mut Notes) {
    let told = error.to_string();
    let fault = match read {
        0 => FileFault::BadFile(told),
        _ => FileFault::CutShort(Bilingual::new(told.clone(), told)),
    };
    notes.add(&format!("line {}, column {}", error.line(), error.column()), fault);
}

/// Lists in lists are followed so deep.
const DEEPEST: usize = 4;

/// Looks at a value for where its items are.
struct Look<'a> {
    lists: &'a [&'static str],
    depth: usize,
}

impl<'de> DeserializeSeed<'de> for Look<'_> {
    type Value = Shape;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> std::result::Result<Shape, D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// Implements what a visitor makes of values that hold nothing.
macro_rules! holds_nothing {
    ($($visit:ident: $kind:ty),*) => {
        $(fn $visit<E: serde::de::Error>(self, _: $kind) -> std::result::Result<Shape, E> {
            Ok(Shape::default())
        })*
    };
}

impl<'de> Visitor<'de> for Look<'_> {
    type Value = Shape;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    holds_nothing!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64, visit_str: &str);

    fn visit_unit<E: serde::de::Error>(self) -> std::result::Result<Shape, E> {
        Ok(Shape::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> std::result::Result<Shape, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Shape { path: vec![], is_container: true })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> std::result::Result<Shape, A::Error> {
        let (mut is_item, mut best) = (self.depth == 0, None);
        while let Some(name) = fields.next_key::<String>()? {
            is_item |= name == "uri" || name == "guid";
            match self.lists.iter().position(|list| *list == name) {
                Some(rank) => {
                    let inner = fields.next_value_seed(Look { lists: self.lists, depth: self.depth.saturating_sub(1) })?;
                    if inner.is_container && best.as_ref().is_none_or(|(other, _)| rank <= *other) {
                        best = Some((rank, inner));
                    }
                }
                None => drop(fields.next_value::<IgnoredAny>()?),
            }
        }
        let path = match best.filter(|_| !is_item) {
            Some((rank, inner)) => self.lists.get(rank).copied().into_iter().chain(inner.path).collect(),
            None => vec![],
        };
        Ok(Shape { path, is_container: true })
    }
}

/// What handing over needs.
struct Handing<'a> {
    renewal: Renewal,
    notes: &'a mut Notes,
    each: Take<'a>,
    count: usize,
    failed: Option<std::io::Error>,
}

impl Handing<'_> {
    fn hand<E: serde::de::Error>(&mut self, place: &str, value: Value) -> std::result::Result<(), E> {
        self.renewal.renew();
        self.count += 1;
        (self.each)(place, value, self.notes).map_err(|error| {
            let told = E::custom(&error);
            self.failed = Some(error);
            told
        })
    }
}

/// Goes to where the items are, and hands them over.
struct Follow<'a, 'b> {
    path: &'a [&'static str],
    place: String,
    handing: &'a mut Handing<'b>,
}

impl<'de> DeserializeSeed<'de> for Follow<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> std::result::Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// Implements what a visitor hands over of values that are no container.
macro_rules! is_itself {
    ($($visit:ident: $kind:ty),*) => {
        $(fn $visit<E: serde::de::Error>(self, value: $kind) -> std::result::Result<(), E> {
            self.handing.hand(&self.place, Value::from(value))
        })*
    };
}

impl<'de> Visitor<'de> for Follow<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    is_itself!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64, visit_str: &str);

    fn visit_unit<E: serde::de::Error>(self) -> std::result::Result<(), E> {
        self.handing.hand(&self.place, Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> std::result::Result<(), A::Error> {
        let mut at = 0;
        while let Some(item) = items.next_element::<Value>()? {
            self.handing.hand(&format!("{}/{at}", self.place), item)?;
            at += 1;
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> std::result::Result<(), A::Error> {
        let Some((name, rest)) = self.path.split_first() else {
            let item: Value = serde::Deserialize::deserialize(serde::de::value::MapAccessDeserializer::new(fields))?;
            return self.handing.hand(&self.place, item);
        };
        while let Some(found) = fields.next_key::<String>()? {
            match found == *name {
                true => fields.next_value_seed(Follow {
                    path: rest,
                    place: format!("{}/{name}", self.place),
                    handing: &mut *self.handing,
                })?,
                false => drop(fields.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}
