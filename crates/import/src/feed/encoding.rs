//! Which encoding a file is in, whatever it says.

use crate::fault::FileFault;
use crate::notes::Notes;
use crate::stream::{Stream, spare};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{CoderResult, Encoding, GB18030, GBK, UTF_8};
use std::io::{Read, Result, Seek, SeekFrom, Write};
use tempfile::SpooledTempFile;

/// A declaration stands within so many bytes.
const DECLARED_WITHIN: u64 = 400;
/// So much is looked at in one go.
const PART: usize = 64 << 10;

/// The text of a file: by its byte order mark, as UTF-8 if it is that, as it declares, or as it looks.
pub fn decode(mut file: Box<dyn Stream>, notes: &mut Notes) -> Result<Box<dyn Stream>> {
    let head = head(&mut *file)?;
    if let Some((encoding, mark)) = Encoding::for_bom(&head) {
        return Ok(read(&mut *file, encoding, mark as u64)?.text());
    }
    let (declared, looked) = (declared(&head), Looked::at(&mut *file)?);
    if looked.is_utf8 {
        if looked.foreign > 0 && declared.is_some_and(|declared| declared != UTF_8) {
            notes.add("", FileFault::Encoding(UTF_8.name()));
        }
        file.rewind()?;
        return Ok(file);
    }
    if let Some(encoding) = declared.filter(|declared| *declared != UTF_8) {
        let read = read(&mut *file, encoding, 0)?;
        if !read.is_broken {
            return Ok(read.text());
        }
    }
    let guess = widened(looked.detector.guess(None, Utf8Detection::Allow));
    // A file in UTF-8 with a broken byte is still that.
    let utf8 = read(&mut *file, UTF_8, 0)?;
    let is_utf8 = utf8.losses * 100 < looked.foreign;
    notes.add("", FileFault::Encoding(if is_utf8 { UTF_8.name() } else { guess.name() }));
    if is_utf8 { Ok(utf8.text()) } else { Ok(read(&mut *file, guess, 0)?.text()) }
}

/// What all of a file tells of its encoding.
struct Looked {
    is_utf8: bool,
    /// Bytes beyond ASCII.
    foreign: usize,
    detector: EncodingDetector,
}

impl Looked {
    fn at(file: &mut dyn Stream) -> Result<Looked> {
        let mut looked = Looked { is_utf8: true, foreign: 0, detector: EncodingDetector::new(Iso2022JpDetection::Deny) };
        // The beginning of a character whose end comes with the next part.
        let mut begun = vec![];
        file.rewind()?;
        loop {
            let part = file.fill_buf()?;
            looked.detector.feed(part, part.is_empty());
            if part.is_empty() {
                looked.is_utf8 &= begun.is_empty();
                return Ok(looked);
            }
            looked.foreign += part.iter().filter(|byte| !byte.is_ascii()).count();
            begun.extend_from_slice(part);
            let length = part.len();
            file.consume(length);
            match std::str::from_utf8(&begun) {
                Ok(_) => begun.clear(),
                Err(error) if error.error_len().is_none() => drop(begun.drain(..error.valid_up_to())),
                Err(_) => {
                    looked.is_utf8 = false;
                    begun.clear();
                }
            }
        }
    }
}

/// A file read in an encoding.
struct Decoded {
    text: SpooledTempFile,
    is_broken: bool,
    /// Characters that stand for what could not be read.
    losses: usize,
}

impl Decoded {
    fn text(self) -> Box<dyn Stream> {
        Box::new(std::io::BufReader::new(self.text))
    }
}

fn read(file: &mut dyn Stream, encoding: &'static Encoding, from: u64) -> Result<Decoded> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut decoded = Decoded { text: spare(), is_broken: false, losses: 0 };
    let mut text = String::with_capacity(4 * PART);
    file.seek(SeekFrom::Start(from))?;
    loop {
        let part = file.fill_buf()?;
        let is_last = part.is_empty();
        let (result, length, is_broken) = decoder.decode_to_string(part, &mut text, is_last);
        file.consume(length);
        decoded.is_broken |= is_broken;
        decoded.losses += text.matches('\u{fffd}').count();
        decoded.text.write_all(text.as_bytes())?;
        text.clear();
        if is_last && result == CoderResult::InputEmpty {
            decoded.text.rewind()?;
            return Ok(decoded);
        }
    }
}

fn head(file: &mut dyn Stream) -> Result<Vec<u8>> {
    let mut head = vec![];
    file.rewind()?;
    file.take(DECLARED_WITHIN).read_to_end(&mut head)?;
    Ok(head)
}

fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(head);
    let (_, rest) = head.split_once("encoding=")?;
    let label = rest.trim_start_matches(['"', '\'']).split(['"', '\'', '?', ' ']).next()?;
    Encoding::for_label(label.as_bytes()).map(widened)
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
        let mut text = String::new();
        decode(Box::new(std::io::Cursor::new(bytes.to_vec())), &mut notes).unwrap().read_to_string(&mut text).unwrap();
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
    fn a_character_may_stand_where_parts_meet() {
        for ahead in 0..4 {
            let text = format!("{}{}", "a".repeat(ahead), STORY.repeat(4_000));
            for encoding in [UTF_8, GB18030] {
                assert_eq!(read(&encoding.encode(&text).0).0, text, "{}", encoding.name());
            }
        }
    }

    #[test]
    fn a_broken_byte_does_not_make_utf8_something_else() {
        let mut bytes = STORY.repeat(9).into_bytes();
        bytes.insert(3, 0xff);
        assert!(read(&bytes).0.contains("社区食堂"));
    }
}
