//! How the reader reads blocks. One struct with the fields of every kind takes a third of the
//! WASM that one struct for each kind does; the press reads them strictly, each by its kind.

use super::{Audio, Block, Embed, Gallery, Heading, Image, List, Quote, Table, Text, Video};
use serde::Deserialize;

/// The fields of every kind of block. What is missing is empty: the press has checked.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct BlockFields {
    kind: String,
    text: Text,
    kicker: Option<String>,
    level: u8,
    src: String,
    widths: Vec<u32>,
    width: u32,
    height: u32,
    alt: String,
    caption: Option<String>,
    credit: Option<String>,
    images: Vec<Image>,
    cite: Option<String>,
    ordered: bool,
    items: Vec<Text>,
    header: Text,
    rows: Vec<Vec<Text>>,
    poster: Option<Image>,
    seconds: u32,
    title: Option<String>,
    provider: String,
    href: String,
    body: Vec<BlockFields>,
}

impl From<BlockFields> for Block {
    fn from(fields: BlockFields) -> Block {
        let BlockFields { text, kicker, level, src, widths, width, height, alt, caption, credit, .. } = fields;
        let BlockFields { images, cite, ordered, items, header, rows, poster, seconds, title, provider, href, body, .. } = fields;
        match fields.kind.as_str() {
            "paragraph" => Block::Paragraph { text },
            "heading" => Block::Heading(Heading { kicker, text, level }),
            "image" => Block::Image(Image { src, widths, width, height, alt, caption, credit }),
            "gallery" => Block::Gallery(Gallery { images }),
            "quote" => Block::Quote(Quote { text, cite }),
            "list" => Block::List(List { ordered, items }),
            "table" => Block::Table(Table { caption, header, rows }),
            "video" => Block::Video(Video { src, poster, caption, seconds }),
            "audio" => Block::Audio(Audio { src, title: title.unwrap_or_default(), caption, seconds }),
            "embed" => Block::Embed(Embed { provider, src, href, title: title.unwrap_or_default() }),
            "divider" => Block::Divider,
            "aside" => Block::Aside { title, body: body.into_iter().map(Block::from).collect() },
            _ => Block::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// One of each kind, with every field set.
    #[test]
    fn the_reader_and_the_press_read_the_same_blocks() {
        let image = json!({"kind":"image","src":"a","widths":[320],"width":3,"height":2,"alt":"b","caption":"c","credit":"d"});
        let blocks = json!([
            {"kind":"paragraph","text":["潮",{"text":"厝","ruby":"cuò"}]},
            {"kind":"heading","kicker":"k","text":["h"],"level":3},
            image,
            {"kind":"gallery","images":[image]},
            {"kind":"quote","text":["q"],"cite":"c"},
            {"kind":"list","ordered":true,"items":[["1"],["2"]]},
            {"kind":"table","caption":"c","header":["h"],"rows":[[["r"]]]},
            {"kind":"video","src":"v","poster":image,"caption":"c","seconds":8},
            {"kind":"audio","src":"a","title":"t","caption":"c","seconds":9},
            {"kind":"embed","provider":"p","src":"s","href":"h","title":"t"},
            {"kind":"divider"},
            {"kind":"aside","title":"t","body":[{"kind":"paragraph","text":["p"]}]},
            {"kind":"hologram","depth":3},
        ]);
        let by_the_press: Vec<Block> = serde_json::from_value(blocks.clone()).unwrap();
        let by_the_reader: Vec<BlockFields> = serde_json::from_value(blocks).unwrap();
        assert_eq!(by_the_reader.into_iter().map(Block::from).collect::<Vec<_>>(), by_the_press);
    }
}
