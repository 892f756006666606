//! The ids of a body's blocks in the page: what links and QR codes name a place by.
//!
//! An anchor depends on its own block alone, so that it stays when others come, go or change; of a paragraph on
//! how it begins, so that it stays when the rest is put right. It is given before an article goes into the other
//! script: both editions have the same ([0014](../../docs/decisions/0014-anchors.md)).

use std::collections::{HashMap, HashSet};
use strait_model::{Block, Notes, is_anchor};

/// So many bytes of its words make an anchor: sixteen Chinese characters.
const OPENING: usize = 48;
/// What anchors are spelled with: no vowels, so that they are no words, and nothing that looks like something else.
const LETTERS: &[u8; 27] = b"bcdfghjkmnpqrstvwxz23456789";
/// An anchor begins with one of the first, which are no digits.
const FIRST_LETTERS: u32 = 19;
/// How often a name is looked for that nobody has. In vain only where a body has some hundred thousand blocks.
const TRIES: u32 = 64;

/// Gives each block of a body an anchor that is its own; what the newsroom chose stays, if it can be one.
pub fn give(body: &mut [Block]) {
    let mut names = Names::default();
    each(body, &mut |block| names.taken.extend(of_notes(block)));
    each(body, &mut |block| {
        if let Some(anchor) = block.anchor_mut() {
            *anchor = anchor.take().filter(|anchor| is_anchor(anchor) && names.taken.insert(anchor.clone()));
        }
    });
    each(body, &mut |block| {
        if block.anchor_mut().is_some_and(|anchor| anchor.is_none()) {
            let name = names.of(block);
            block.anchor_mut().into_iter().for_each(|anchor| anchor.clone_from(&name));
        }
    });
}

/// The anchors that a body has in its page.
pub fn of(body: &[Block]) -> Vec<String> {
    let (mut body, mut anchors) = (body.to_vec(), Vec::new());
    give(&mut body);
    each(&mut body, &mut |block| anchors.extend(block.anchor().map(str::to_owned).into_iter().chain(of_notes(block))));
    anchors
}

/// What single notes are called: they are places too, and no other block may be called so.
pub fn of_notes(block: &Block) -> Vec<String> {
    match block {
        Block::Notes(Notes { anchor: Some(anchor), items }) if is_anchor(anchor) => {
            (1..=items.len()).map(|number| format!("{anchor}-{number}")).collect()
        }
        _ => vec![],
    }
}

/// What the blocks of a body are called.
#[derive(Default)]
struct Names {
    taken: HashSet<String>,
    /// How often a text was met: a body of ten thousand equal paragraphs is counted through once.
    met: HashMap<u32, u32>,
}

impl Names {
    /// A name that nobody has: by how the block begins; where another begins so, by all of it; where another is the
    /// same, by the count too. None: it has nothing to be known by.
    fn of(&mut self, block: &Block) -> Option<String> {
        let begins = hash(block, OPENING, 0)?;
        if let Some(name) = self.take(block, begins) {
            return Some(name);
        }
        let whole = hash(block, usize::MAX, 0)?;
        let first = self.met.get(&whole).copied().unwrap_or_default();
        for count in first..first + TRIES {
            if let Some(name) = self.take(block, hash(block, usize::MAX, count)?) {
                self.met.insert(whole, count + 1);
                return Some(name);
            }
        }
        None
    }

    fn take(&mut self, block: &Block, hash: u32) -> Option<String> {
        Some(spelled(block, hash)).filter(|name| self.taken.insert(name.clone()))
    }
}

/// Visits the blocks of a body, and those in asides, in the order of the page.
fn each(body: &mut [Block], visit: &mut dyn FnMut(&mut Block)) {
    for block in body {
        visit(block);
        if let Block::Aside { body, .. } = block {
            each(body, visit);
        }
    }
}

/// FNV-1a, 32 bits, of the first bytes of what a block is known by (<http://www.isthe.com/chongo/tech/comp/fnv/>).
fn hash(block: &Block, most: usize, count: u32) -> Option<u32> {
    let most = if block.is_known_by_its_opening() { most } else { usize::MAX };
    let mut bytes = block.known_by().flat_map(str::bytes).take(most).peekable();
    bytes.peek()?;
    let count = Some(count).filter(|count| *count > 0).into_iter().flat_map(u32::to_le_bytes);
    Some(bytes.chain(count).fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)))
}

/// Four letters, the first no digit; of a heading, to which others link by its words, what it always was.
fn spelled(block: &Block, hash: u32) -> String {
    if matches!(block, Block::Heading(_)) {
        return format!("h-{hash:x}");
    }
    let (first, mut rest) = (hash % FIRST_LETTERS, hash / FIRST_LETTERS);
    let mut anchor = String::from(char::from(LETTERS[first as usize]));
    for _ in 0..3 {
        anchor.push(char::from(LETTERS[rest as usize % LETTERS.len()]));
        rest /= LETTERS.len() as u32;
    }
    anchor
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::Converter;
    use serde_json::json;

    fn body(json: serde_json::Value) -> Vec<Block> {
        serde_json::from_value(json).unwrap()
    }

    fn paragraph(text: &str) -> Block {
        Block::paragraph(vec![text.into()])
    }

    fn known() -> Vec<Block> {
        let texts = ["潮水退去的时候，渔民陈志远正在海边补网。", "他说，这片海养活了三代人。", "第二天清晨，渡轮准点离岸。"];
        texts.map(paragraph).into()
    }

    #[test]
    fn an_anchor_stays_when_other_blocks_come_go_and_change() {
        let before = of(&known());
        let [first, second, third] = <[Block; 3]>::try_from(known()).unwrap();
        let edited =
            [paragraph("新加的开头。"), third, paragraph("潮水涨了。"), Block::Divider, second, paragraph("结尾。"), first];
        let after = of(&edited);
        assert_eq!([&after[5], &after[3], &after[1]], [&before[0], &before[1], &before[2]]);
    }

    #[test]
    fn an_anchor_stays_when_its_paragraph_is_put_right_after_the_opening() {
        let other = paragraph("潮水退去的时候，渔民陈志远正在海边修船（原文误作补网）。");
        assert_eq!(of(&[other])[0], of(&known())[0]);
        let marked = body(
            json!([{"kind": "paragraph", "text": ["潮水退去的时候，", {"text": "渔民陈志远", "href": "/article/1/"}, "正在海边补网。"]}]),
        );
        assert_eq!(of(&marked)[0], of(&known())[0]);
    }

    #[test]
    fn anchors_are_short_plain_and_all_different() {
        let mut many: Vec<Block> = (0..3_000).map(|number| paragraph(&format!("{number}、第{number}段"))).collect();
        many.extend((0..50).map(|_| paragraph("（完）")));
        many.extend((0..50).map(|number| paragraph(&format!("同样的开头，同样的开头，同样的开头，第{number}段"))));
        let anchors = of(&many);
        assert_eq!(anchors.len(), 3_100);
        assert_eq!(anchors.iter().collect::<HashSet<_>>().len(), anchors.len());
        assert!(anchors.iter().all(|anchor| anchor.len() == 4 && is_anchor(anchor)));
    }

    #[test]
    fn a_monstrous_body_gets_its_anchors_in_time() {
        let equal: Vec<Block> = (0..60_000).map(|_| paragraph("（完）")).collect();
        let anchors = of(&equal);
        assert!(anchors.len() > 59_000);
        assert_eq!(anchors.iter().collect::<HashSet<_>>().len(), anchors.len());
    }

    #[test]
    fn every_kind_has_one_and_an_aside_has_another_than_what_is_in_it() {
        let all = body(json!([
            {"kind": "paragraph", "text": ["一"]}, {"kind": "heading", "text": ["二"]}, {"kind": "image", "src": "a.svg", "alt": ""},
            {"kind": "gallery", "images": [{"src": "a.svg", "alt": ""}]}, {"kind": "quote", "text": ["三"]}, {"kind": "list", "items": [["四"]]},
            {"kind": "table", "rows": [[["五"]]]}, {"kind": "video", "src": "media/a.mp4"}, {"kind": "audio", "src": "media/a.mp3", "title": "六"},
            {"kind": "embed", "provider": "p", "src": "https://p.example/1", "href": "https://p.example/", "title": "七"},
            {"kind": "aside", "body": [{"kind": "paragraph", "text": ["八"]}]}, {"kind": "divider"}, {"kind": "paragraph", "text": [""]}
        ]));
        let anchors = of(&all);
        assert_eq!(anchors.len(), 12, "a divider and an empty paragraph are no places");
        assert_eq!(anchors.iter().collect::<HashSet<_>>().len(), 12);
    }

    #[test]
    fn what_the_newsroom_chose_stays_and_what_cannot_be_an_anchor_is_replaced() {
        let filed = |anchor: &str| json!({"kind": "paragraph", "anchor": anchor, "text": [anchor]});
        let anchors =
            of(&body(json!([filed("pier"), filed("pier"), filed("content"), filed("a b"), filed("phone-1"), filed("\"x")])));
        assert_eq!(anchors[0], "pier");
        assert!(anchors[1..].iter().all(|anchor| anchor.len() == 4), "{anchors:?}");
    }

    #[test]
    fn a_heading_is_called_by_its_words_and_its_twin_otherwise() {
        let heading = json!({"kind": "heading", "text": ["潮起"]});
        let anchors = of(&body(json!([heading, heading])));
        assert_eq!(anchors[0], "h-c7b95cae");
        assert!(anchors[1].starts_with("h-") && anchors[1] != anchors[0]);
    }

    #[test]
    fn an_edition_in_the_other_script_has_the_same_anchors() {
        let article = json!({"id": "1", "language": "zh-Hans", "section": "news", "headline": "题", "summary": "摘", "source": {"name": "潮报"},
            "firstCreated": "2024-09-30T08:12:00+08:00", "versionCreated": "2024-09-30T08:12:00+08:00"});
        let mut article: strait_model::Article = serde_json::from_value(article).unwrap();
        article.body = known();
        give(&mut article.body);
        let converted = Converter::between("zh-Hans", "zh-Hant-TW", &[]).unwrap().article(&article);
        assert_ne!(converted.body, article.body);
        assert_eq!(of(&converted.body), of(&known()));
    }
}
