//! Tags without end: html5gum 0.9 goes one call deeper with each attribute of a tag, until the stack is full.

use std::borrow::Cow;

/// How long a tag may be, without the values of its attributes that stand in quotation marks. Three times what
/// editors write.
const LONGEST: usize = 1_024;

/// A text in which every tag ends in time: what is longer loses the attributes at its end.
pub fn curbed(html: &str) -> Cow<'_, str> {
    let (mut kept, mut copied, mut at) = (String::new(), 0, 0);
    while let Some(found) = html[at..].find('<') {
        let tag = Extent::of(html.as_bytes(), at + found);
        if let Some(cut) = tag.cut {
            kept.push_str(&html[copied..cut]);
            copied = tag.end;
        }
        at = tag.end;
    }
    if copied == 0 {
        return Cow::Borrowed(html);
    }
    kept.push_str(&html[copied..]);
    Cow::Owned(kept)
}

/// How far a tag goes, in bytes.
struct Extent {
    /// Where it becomes too long.
    cut: Option<usize>,
    /// Where its `>` stands, or the text ends.
    end: usize,
}

impl Extent {
    /// The extent of what begins with a `<`: nothing more where that is no tag.
    fn of(bytes: &[u8], open: usize) -> Extent {
        if !bytes.get(open + 1).is_some_and(|next| next.is_ascii_alphabetic() || *next == b'/') {
            return Extent { cut: None, end: open + 1 };
        }
        let (mut cut, mut length, mut quote, mut is_value) = (None, 0, None, false);
        for (at, byte) in bytes.iter().copied().enumerate().skip(open + 1) {
            match quote {
                Some(mark) if byte == mark => quote = None,
                Some(_) => continue,
                None if byte == b'>' => return Extent { cut, end: at },
                None if is_value && matches!(byte, b'"' | b'\'') => quote = Some(byte),
                None => {}
            }
            // A quotation mark opens a value only after `=`; anywhere else it is part of a name.
            is_value = byte == b'=' || is_value && byte.is_ascii_whitespace();
            length += 1;
            if length > LONGEST && cut.is_none() && byte.is_ascii() && quote.is_none() {
                cut = Some(at + 1);
            }
        }
        Extent { cut, end: bytes.len() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_as_editors_write_them_stay() {
        let value = "x>".repeat(50_000);
        for html in ["", "a < b", "<p class=\"a\" id='b'>x</p>", "<", "<p", "</", &format!("<img alt=\"{value}\"><p>x</p>")] {
            assert!(matches!(curbed(html), Cow::Borrowed(same) if same == html), "{html}");
        }
    }

    #[test]
    fn a_tag_without_end_ends_and_what_follows_stays() {
        let attributes = " a=\"潮>\"".repeat(10_000);
        let html = curbed(&format!("甲<p{attributes}>乙</p>")).into_owned();
        assert!(html.starts_with("甲<p a=\"潮>\"") && html.ends_with(">乙</p>"));
        assert!(html.len() < 20_000, "{}", html.len());
        assert!(curbed(&format!("<p{attributes}")).len() < 20_000);
    }
}
