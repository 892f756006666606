//! How the press reads and writes a span: a plain string where it has no marks.

use super::Span;
use super::span::MarkedSpan;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use std::fmt;

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if *self == Span::from(self.text.as_str()) {
            return serializer.serialize_str(&self.text);
        }
        let Span { text, strong, emphasis, superscript, subscript, href, ruby } = self.clone();
        MarkedSpan { text, strong, emphasis, superscript, subscript, href, ruby }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SpanVisitor)
    }
}

struct SpanVisitor;

impl<'de> Visitor<'de> for SpanVisitor {
    type Value = Span;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a marked span")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Span, E> {
        Ok(Span::from(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Span, A::Error> {
        MarkedSpan::deserialize(MapAccessDeserializer::new(map)).map(Span::from)
    }
}
