//! Which encoding a file is in, whatever it says.

use crate::import::fault::ImportFault;
use crate::import::notes::Notes;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, GB18030, GBK, UTF_8};

/// A declaration stands within so many bytes.
const DECLARED_WITHIN: usize = 400;

/// The text of a file: by its byte order mark, as UTF-8 if it is that, as it declares, or as it looks.
pub fn decode(bytes: &[u8], notes: &mut Notes) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0.into_owned();
    }
    let declared = declared(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        if !bytes.is_ascii() && declared.is_some_and(|declared| declared != UTF_8) {
            notes.add("", ImportFault::Encoding(UTF_8.name()));
        }
        return text.to_owned();
    }
    if let Some(encoding) = declared.filter(|declared| *declared != UTF_8) {
        let (text, _, is_broken) = encoding.decode(bytes);
        if !is_broken {
            return text.into_owned();
        }
    }
    let guess = guess(bytes);
    // A file in UTF-8 with a broken byte is still that.
    let (utf8, guessed) = (String::from_utf8_lossy(bytes), guess.decode(bytes).0);
    let losses = |text: &str| text.matches('\u{fffd}').count();
    let is_utf8 = losses(&utf8) * 100 < bytes.iter().filter(|byte| !byte.is_ascii()).count();
    notes.add("", ImportFault::Encoding(if is_utf8 { UTF_8.name() } else { guess.name() }));
    if is_utf8 { utf8.into_owned() } else { guessed.into_owned() }
}

fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..DECLARED_WITHIN.min(bytes.len()))?);
    let (_, rest) = head.split_once("encoding=")?;
    let label = rest.trim_start_matches(['"', '\'']).split(['"', '\'', '?', ' ']).next()?;
    Encoding::for_label(label.as_bytes()).map(widened)
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    widened(detector.guess(None, Utf8Detection::Allow))
}

/// What calls itself GB2312 or GBK has letters of GB18030, which holds both.
fn widened(encoding: &'static Encoding) -> &'static Encoding {
    if encoding == GBK { GB18030 } else { encoding }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{BIG5, SHIFT_JIS};

    const STORY: &str = "厦门市沙坡尾的老街坊今天早晨吃上了热气腾腾的花生汤，社区食堂开张了。";
    const STORY_IN_TAIWAN: &str = "廈門市沙坡尾的老街坊今天早晨吃上了熱氣騰騰的花生湯，社區食堂開張了。";

    fn read(bytes: &[u8]) -> (String, usize) {
        let mut notes = Notes::of("f");
        let text = decode(bytes, &mut notes);
        (text, notes.finish().len())
    }

    #[test]
    fn a_declared_encoding_is_believed_where_it_fits() {
        for (label, encoding) in [("gb2312", GB18030), ("GBK", GBK), ("gb18030", GB18030), ("big5", BIG5)] {
            let story = if encoding == BIG5 { STORY_IN_TAIWAN } else { STORY };
            let text = format!("<?xml version='1.0' encoding='{label}'?><a>{story}</a>");
            assert_eq!(read(&encoding.encode(&text).0), (text, 0), "{label}");
        }
    }

    #[test]
    fn an_undeclared_or_wrong_encoding_is_found_and_named() {
        for declaration in ["<?xml version='1.0'?>", "<?xml version='1.0' encoding='utf-8'?>"] {
            for (encoding, story) in
                [(GB18030, STORY), (BIG5, STORY_IN_TAIWAN), (SHIFT_JIS, "これは日本の新聞のニュースです。今日は晴れ。")]
            {
                let text = format!("{declaration}<a>{story}</a>");
                assert_eq!(read(&encoding.encode(&text).0), (text, 1), "{}", encoding.name());
            }
        }
        let text = format!("<?xml version='1.0' encoding='gb2312'?><a>{STORY}</a>");
        assert_eq!(read(text.as_bytes()), (text, 1));
    }

    #[test]
    fn a_broken_byte_does_not_make_utf8_something_else() {
        let mut bytes = STORY.repeat(9).into_bytes();
        bytes.insert(3, 0xff);
        assert!(read(&bytes).0.contains("社区食堂"));
    }
}
