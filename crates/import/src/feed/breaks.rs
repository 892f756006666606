//! Where reading goes on after a place that is broken.

use crate::stream::{LARGEST_ITEM, Stream, find};
use std::io::{Result, SeekFrom};
use strait_report::problem::Bilingual;

/// How an entry begins.
const ENTRIES: [&[u8]; 2] = [b"<item", b"<entry"];
const COMMENT: &[u8] = b"<!--";
const CDATA: &[u8] = b"<![CDATA[";

/// How it is told that a file ends within an entry.
pub fn cut_in_item() -> Bilingual {
    Bilingual::new("最后一篇没有结束", "the last item does not end")
}

/// How it is told that a file ends within its outermost element.
pub fn cut_in(root: &str) -> Bilingual {
    Bilingual::new(format!("<{root}> 没有结束"), format!("<{root}> does not end"))
}

/// Whether a text has the beginning of an entry in it.
pub fn has_entry(text: &str) -> bool {
    ENTRIES.iter().any(|entry| text.as_bytes().windows(entry.len()).any(|part| part == *entry))
}

/// Where the next entry begins. One in a comment, or in what is only text, is none.
pub fn next_entry(text: &mut dyn Stream, mut from: u64) -> Result<Option<u64>> {
    let mut words = vec![CDATA, COMMENT];
    words.extend(ENTRIES);
    while let Some(at) = find(text, from, &words)? {
        let mut head = [0; 4];
        text.seek(SeekFrom::Start(at))?;
        text.read_exact(&mut head)?;
        from = match &head {
            b"<!--" => match find(text, at + 4, &[b"-->"])? {
                Some(end) => end,
                None => return Ok(None),
            },
            b"<![C" => match find(text, at, &[b"]]>"])? {
                Some(end) => end,
                // It does not end, and no other will.
                None => {
                    words.retain(|word| *word != CDATA);
                    at
                }
            },
            _ => return Ok(Some(at)),
        };
    }
    Ok(None)
}

/// Says that an item is more than is read.
pub fn too_large() -> Bilingual {
    let most = LARGEST_ITEM >> 20;
    Bilingual::new(format!("有一篇大于 {most} MB"), format!("an item is larger than {most} MB"))
}

/// Says that a tag does not end.
pub fn endless(name: &str) -> Bilingual {
    Bilingual::new(format!("标签 <{name} 没有结束"), format!("<{name} does not end"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::of_bytes;

    #[test]
    fn what_is_commented_out_or_only_text_begins_nothing() {
        for (text, expected) in [
            ("a <item>", Some(2)),
            ("<!-- <item> --><entry>", Some(15)),
            ("<!--> <item> --><entry>", Some(16)),
            ("<![CDATA[<item>]]><item>", Some(18)),
            ("<!-- <item>", None),
            ("<![CDATA[<item>", Some(9)),
        ] {
            let mut stream = of_bytes(text.as_bytes().to_vec());
            assert_eq!(next_entry(&mut *stream, 0).unwrap(), expected, "{text}");
        }
    }
}
