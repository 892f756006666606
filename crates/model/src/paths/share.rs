//! Addresses that leave the page: in a QR code, to other services.

use super::{Address, Paths};

impl Paths {
    /// What a QR code on screen says: the page's address, the mark that tells visits by such a code from others
    /// where the paper has one, the size of text (1 to 5), and the block that is being read.
    pub fn in_code(&self, address: &Address, mark: Option<&str>, size: Option<&str>, anchor: Option<&str>) -> String {
        let mut code = self.canonical(address);
        let mut add =
            |sign: &str, name: &str, part: Option<&str>| part.into_iter().for_each(|part| code.extend([sign, name, part]));
        add("?", "", mark);
        add(if mark.is_some() { "&" } else { "?" }, "size=", size);
        add("#", "", anchor);
        code
    }
}

/// Where a page is shared on Weibo. Its own address is what they are told.
pub fn on_weibo(url: &str, title: &str) -> String {
    format!("https://service.weibo.com/share/share.php?url={}&title={}", encoded(url), encoded(title))
}

/// A text as one value of a query (RFC 3986, 2.1 and 3.4). What is beyond ASCII stays, as HTML lets it: a browser encodes
/// it on its way, and in the page it is a text that stands there already.
fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.' | '~' | ':' | '/') || !letter.is_ascii() {
            true => encoded.push(letter),
            false => {
                let digit = |value: u32| char::from_digit(value, 16).unwrap_or_default().to_ascii_uppercase();
                // All that is left is one byte.
                encoded.extend(['%', digit(letter as u32 >> 4), digit(letter as u32 & 15)]);
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ArticleId, Site};
    use serde_json::json;

    fn paths() -> Paths {
        let site: Site =
            serde_json::from_value(json!({"name": "n", "language": "zh-Hant-TW", "url": "https://tide.example/hant/",
            "timeZone": "UTC", "sections": [], "copyrightNotice": "c"}))
            .unwrap();
        Paths::of(&site)
    }

    #[test]
    fn a_code_names_the_edition_the_mark_the_size_and_the_place() {
        let article = Address::Article(ArticleId::try_from("1".to_owned()).unwrap());
        let said = |mark, size, anchor| paths().in_code(&article, mark, size, anchor);
        assert_eq!(said(None, None, None), paths().canonical(&article));
        assert_eq!(said(None, Some("4"), Some("k3f9")), "https://tide.example/hant/article/1/?size=4#k3f9");
        assert_eq!(said(Some("from=qr"), Some("4"), None), "https://tide.example/hant/article/1/?from=qr&size=4");
    }

    #[test]
    fn what_others_are_told_cannot_break_out_of_its_place() {
        let href = on_weibo("https://a.example/article/1/", "潮起 & <\"潮落\">");
        assert!(href.ends_with("?url=https://a.example/article/1/&title=潮起%20%26%20%3C%22潮落%22%3E"));
    }
}
