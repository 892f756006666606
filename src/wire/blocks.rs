//! How blocks and spans arrive. What a newer contract adds is skipped.

use super::json::{FromJson, fields, from_json, take};
use crate::model::{Audio, Block, Embed, Gallery, Heading, Image, Lines, List, Notes, Quote, Span, Sublist, Table, Video};
use serde_json::Value;

from_json! {
    Image {
        src: "src", widths: "widths", width: "width", height: "height", colour: "colour",
        alt: "alt" or String::new(), caption: "caption", credit: "credit", anchor: "anchor",
    }
    Heading { kicker: "kicker", text: "text", level: "level" or 2, anchor: "anchor" }
    Gallery { anchor: "anchor", images: "images" }
    Quote { anchor: "anchor", text: "text", cite: "cite" }
    List {
        anchor: "anchor", ordered: "ordered", start: "start", reversed: "reversed", items: "items", sublists: "sublists",
    }
    Sublist { first: "first", count: "count", ordered: "ordered", start: "start", reversed: "reversed" }
    Lines { anchor: "anchor", text: "text", language: "language" }
    Notes { anchor: "anchor", items: "items" }
    Table { anchor: "anchor", caption: "caption", header: "header", rows: "rows" }
    Video { anchor: "anchor", src: "src", poster: "poster", caption: "caption", seconds: "seconds" }
    Audio { anchor: "anchor", src: "src", title: "title", caption: "caption", seconds: "seconds" }
    Embed { anchor: "anchor", provider: "provider", src: "src", href: "href", title: "title" }
}

impl FromJson for Block {
    fn from_json(json: Value) -> Option<Self> {
        let kind = json.get("kind")?.as_str()?.to_owned();
        Some(match kind.as_str() {
            "paragraph" => {
                let mut fields = fields(json)?;
                Block::Paragraph { anchor: take(&mut fields, "anchor")?, text: take(&mut fields, "text")? }
            }
            "heading" => Block::Heading(Heading::from_json(json)?),
            "image" => Block::Image(Image::from_json(json)?),
            "gallery" => Block::Gallery(Gallery::from_json(json)?),
            "quote" => Block::Quote(Quote::from_json(json)?),
            "list" => Block::List(List::from_json(json)?),
            "table" => Block::Table(Table::from_json(json)?),
            "video" => Block::Video(Video::from_json(json)?),
            "audio" => Block::Audio(Audio::from_json(json)?),
            "embed" => Block::Embed(Embed::from_json(json)?),
            "code" => Block::Code(Lines::from_json(json)?),
            "verse" => Block::Verse(Lines::from_json(json)?),
            "notes" => Block::Notes(Notes::from_json(json)?),
            "divider" => Block::Divider,
            "aside" => {
                let mut fields = fields(json)?;
                Block::Aside {
                    anchor: take(&mut fields, "anchor")?,
                    title: take(&mut fields, "title")?,
                    body: take(&mut fields, "body")?,
                }
            }
            _ => Block::Unknown,
        })
    }
}

impl FromJson for Span {
    fn from_json(json: Value) -> Option<Self> {
        if let Value::String(text) = json {
            return Some(Span { text, ..Span::default() });
        }
        let mut fields = fields(json)?;
        Some(Span {
            text: take(&mut fields, "text")?,
            strong: take(&mut fields, "strong")?,
            emphasis: take(&mut fields, "emphasis")?,
            superscript: take(&mut fields, "superscript")?,
            subscript: take(&mut fields, "subscript")?,
            href: take(&mut fields, "href")?,
            ruby: take(&mut fields, "ruby")?,
        })
    }
}
