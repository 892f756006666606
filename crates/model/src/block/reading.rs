//! How a block is read: by its `kind`.
//!
//! Serde's own way with tagged enums copies every text once more, for the kind may come last. Here only a
//! block whose kind does not come first is copied; and what is unknown in a block is noticed.

use crate::{Audio, Block, Embed, Gallery, Heading, Image, Lines, List, Notes, Quote, Table, Text, Video};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::{Map, Value};
use std::fmt;

const KIND: &str = "kind";

#[derive(serde::Deserialize)]
struct Paragraph {
    #[serde(default)]
    anchor: Option<String>,
    text: Text,
}

#[derive(serde::Deserialize)]
struct Aside {
    #[serde(default)]
    anchor: Option<String>,
    #[serde(default)]
    title: Option<String>,
    body: Vec<Block>,
}

impl<'de> Deserialize<'de> for Block {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(BlockVisitor)
    }
}

struct BlockVisitor;

impl<'de> Visitor<'de> for BlockVisitor {
    type Value = Block;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a block with its kind")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Block, A::Error> {
        let Some(first) = fields.next_key::<String>()? else {
            return Err(A::Error::missing_field(KIND));
        };
        if first == KIND {
            let kind: String = fields.next_value()?;
            return of_kind(&kind, MapAccessDeserializer::new(fields));
        }
        let mut all = Map::from_iter([(first, fields.next_value()?)]);
        while let Some((name, value)) = fields.next_entry::<String, Value>()? {
            all.insert(name, value);
        }
        let kind = all.remove(KIND).ok_or_else(|| A::Error::missing_field(KIND))?;
        let kind = kind.as_str().ok_or_else(|| A::Error::custom("the kind of a block is a text"))?;
        of_kind(kind, Value::Object(all)).map_err(A::Error::custom)
    }
}

/// Reads the other fields of a block.
fn of_kind<'de, D: Deserializer<'de>>(kind: &str, fields: D) -> Result<Block, D::Error> {
    Ok(match kind {
        "paragraph" => {
            let Paragraph { anchor, text } = Paragraph::deserialize(fields)?;
            Block::Paragraph { anchor, text }
        }
        "heading" => Block::Heading(Heading::deserialize(fields)?),
        "image" => Block::Image(Image::deserialize(fields)?),
        "gallery" => Block::Gallery(Gallery::deserialize(fields)?),
        "quote" => Block::Quote(Quote::deserialize(fields)?),
        "list" => Block::List(List::deserialize(fields)?),
        "table" => Block::Table(Table::deserialize(fields)?),
        "video" => Block::Video(Video::deserialize(fields)?),
        "audio" => Block::Audio(Audio::deserialize(fields)?),
        "embed" => Block::Embed(Embed::deserialize(fields)?),
        "code" => Block::Code(Lines::deserialize(fields)?),
        "verse" => Block::Verse(Lines::deserialize(fields)?),
        "notes" => Block::Notes(Notes::deserialize(fields)?),
        "aside" => {
            let Aside { anchor, title, body } = Aside::deserialize(fields)?;
            Block::Aside { anchor, title, body }
        }
        "divider" => IgnoredAny::deserialize(fields).map(|_| Block::Divider)?,
        _ => IgnoredAny::deserialize(fields).map(|_| Block::Unknown)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn of_every_kind() -> Vec<Value> {
        let image = json!({"src": "a.svg", "alt": "画"});
        vec![
            json!({"kind": "paragraph", "anchor": "pier", "text": ["一"]}),
            json!({"kind": "heading", "text": ["一"], "level": 3}),
            json!({"kind": "image", "src": "a.svg", "alt": "画"}),
            json!({"kind": "gallery", "images": [image]}),
            json!({"kind": "quote", "text": ["一"], "cite": "某"}),
            json!({"kind": "list", "ordered": true, "items": [["一"]]}),
            json!({"kind": "table", "header": ["一"], "rows": [[["二"]]]}),
            json!({"kind": "video", "src": "media/a.mp4", "seconds": 8}),
            json!({"kind": "audio", "src": "media/a.mp3", "title": "声"}),
            json!({"kind": "embed", "provider": "p", "src": "https://p.example/1", "href": "https://p.example/", "title": "片"}),
            json!({"kind": "list", "ordered": true, "start": 5, "reversed": true, "items": [["一"], ["二"]],
                "sublists": [{"first": 1, "count": 1, "ordered": true, "start": 3}]}),
            json!({"kind": "code", "text": ["a\n  b"], "language": "rust"}),
            json!({"kind": "verse", "text": ["一\n　二"]}),
            json!({"kind": "notes", "anchor": "note", "items": [["一"]]}),
            json!({"kind": "divider"}),
            json!({"kind": "aside", "title": "背景", "body": [{"kind": "paragraph", "text": ["一"]}]}),
        ]
    }

    /// Whoever adds a kind is asked for its name here, and by the test below for how it is read.
    fn name(block: &Block) -> &'static str {
        match block {
            Block::Paragraph { .. } => "paragraph",
            Block::Heading(_) => "heading",
            Block::Image(_) => "image",
            Block::Gallery(_) => "gallery",
            Block::Quote(_) => "quote",
            Block::List(_) => "list",
            Block::Table(_) => "table",
            Block::Video(_) => "video",
            Block::Audio(_) => "audio",
            Block::Embed(_) => "embed",
            Block::Divider => "divider",
            Block::Code(_) => "code",
            Block::Verse(_) => "verse",
            Block::Notes(_) => "notes",
            Block::Aside { .. } => "aside",
            Block::Unknown => "unknown",
        }
    }

    #[test]
    fn every_kind_of_the_schema_is_read() {
        let schema = schemars::schema_for!(Block).to_value();
        let kinds = schema["oneOf"].as_array().unwrap().iter().map(|kind| kind["properties"]["kind"]["const"].as_str().unwrap());
        let read: Vec<&str> = of_every_kind().into_iter().map(|json| name(&serde_json::from_value(json).unwrap())).collect();
        for kind in kinds.filter(|kind| *kind != "unknown") {
            assert!(read.contains(&kind), "{kind} is not read");
        }
    }

    #[test]
    fn every_kind_is_read_as_it_is_written_wherever_the_kind_stands() {
        for json in of_every_kind() {
            let block: Block = serde_json::from_str(&json.to_string()).unwrap();
            assert_ne!(block, Block::Unknown, "{json}");
            assert_eq!(serde_json::to_value(&block).unwrap(), json);
            let (Value::Object(mut fields), kind) = (json.clone(), json["kind"].clone()) else { panic!("an object") };
            fields.remove("kind");
            let mut last = serde_json::to_string(&fields).unwrap();
            last.truncate(last.len() - 1);
            let separator = if fields.is_empty() { "" } else { "," };
            assert_eq!(serde_json::from_str::<Block>(&format!("{last}{separator}\"kind\":{kind}}}")).unwrap(), block);
        }
    }

    #[test]
    fn an_unknown_kind_is_skipped_and_none_is_refused() {
        let read = serde_json::from_value::<Block>;
        assert_eq!(read(json!({"kind": "hologram", "depth": [1, {"a": 2}]})).unwrap(), Block::Unknown);
        assert!(read(json!({"text": ["一"]})).is_err());
        assert!(read(json!({"kind": 3})).is_err());
        assert!(read(json!({})).is_err());
    }
}
