//! The attributes of a shortcode.

use std::collections::BTreeMap;

/// `a="b" c='d' e=f g`: the value without a name has none, and of `[name=value]` it is the same.
pub fn read(text: &str) -> BTreeMap<String, String> {
    let text = straight(text);
    let (mut attributes, mut rest) = (BTreeMap::new(), text.trim_start());
    while !rest.is_empty() {
        let (name, after) = match rest.find(|sign: char| sign == '=' || sign.is_whitespace()) {
            Some(at)
                if rest.get(at..).is_some_and(|rest| rest.starts_with('=')) && is_name(rest.get(..at).unwrap_or_default()) =>
            {
                (rest.get(..at).unwrap_or_default(), rest.get(at + 1..).unwrap_or_default())
            }
            _ => ("", rest),
        };
        let quote = after.chars().next().filter(|quote| matches!(quote, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => {
                after.get(1..).and_then(|rest| rest.split_once(quote)).unwrap_or((after.get(1..).unwrap_or_default(), ""))
            }
            None => after.split_once(char::is_whitespace).unwrap_or((after, "")),
        };
        attributes.entry(name.to_ascii_lowercase()).or_insert_with(|| value.to_owned());
        rest = after.trim_start();
    }
    attributes
}

/// The text with straight quotation marks around values. What typesetters made of them are marks only where there is
/// no straight one; else they belong to a value, as an escaped one does.
fn straight(text: &str) -> String {
    let text = text.replace('\u{a0}', " ");
    if text.contains('"') {
        return text;
    }
    let marks = ["“", "”", "″", "&#8221;", "&#8220;", "&#8243;", "&quot;", "&#34;"];
    marks.iter().fold(text, |text, mark| text.replace(mark, "\""))
}

/// An address may hold a `=` too.
fn is_name(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<(String, String)> {
        read(text).into_iter().collect()
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn values_stand_in_marks_of_any_kind_or_in_none() {
        assert_eq!(of(r#" a="b c" D='e' f=g"#), pairs(&[("a", "b c"), ("d", "e"), ("f", "g")]));
        assert_eq!(of(" a=”b c” d=&quot;e f&quot;"), pairs(&[("a", "b c"), ("d", "e f")]));
        assert_eq!(of(" https://a.example/?v=1&w=2"), pairs(&[("", "https://a.example/?v=1&w=2")]));
        assert_eq!(of("=https://a.example/?v=1"), pairs(&[("", "https://a.example/?v=1")]));
    }

    #[test]
    fn an_escaped_mark_is_part_of_its_value() {
        assert_eq!(
            of(r#" caption="said &quot;no&quot;, “loud”" b=1"#),
            pairs(&[("b", "1"), ("caption", "said &quot;no&quot;, “loud”")])
        );
    }
}
