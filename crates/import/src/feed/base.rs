//! Of which page relative addresses are: `xml:base`, which counts for what is in its element.
//! <https://www.w3.org/TR/xmlbase/>

use std::rc::Rc;
use url::Url;

/// A page that addresses are relative to, if any was said.
pub type Base = Option<Rc<Url>>;

/// Attributes that hold an address.
const ADDRESSES: [&str; 9] =
    ["href", "src", "poster", "cite", "data", "data-src", "data-lazy-src", "data-original", "data-orig-file"];
/// Attributes that hold several, each with its width.
const SETS: [&str; 3] = ["srcset", "data-srcset", "data-lazy-srcset"];

/// What holds inside of an element: what it says, itself relative to what is around it or to the whole document.
pub fn within(around: &Base, document: Option<&Url>, attributes: &[(String, String)]) -> Base {
    let said = attributes.iter().find(|(name, _)| name == "xml:base").map(|(_, value)| value.trim());
    let Some(said) = said.filter(|said| !said.is_empty()) else { return around.clone() };
    let joined = match around.as_deref().or(document) {
        Some(base) => base.join(said),
        None => Url::parse(said),
    };
    joined.ok().filter(Url::has_host).map(Rc::new).or_else(|| around.clone())
}

/// A tag whose addresses are whole.
pub fn absolute(name: &str, attributes: &[(String, String)], base: &Url) -> String {
    let mut tag = format!("<{name}");
    for (name, value) in attributes {
        let value = match name.as_str() {
            name if ADDRESSES.contains(&name) => whole(value, base),
            name if SETS.contains(&name) => value.split(", ").map(|part| whole(part, base)).collect::<Vec<_>>().join(", "),
            _ => value.clone(),
        };
        let value = value.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
        tag.push_str(&format!(" {name}=\"{value}\""));
    }
    tag + ">"
}

/// An address, and what may follow it. A place within the page stays one.
fn whole(value: &str, base: &Url) -> String {
    let value = value.trim();
    let (address, rest) = value.split_once(' ').unwrap_or((value, ""));
    match base.join(address) {
        Ok(url) if !address.is_empty() && !address.starts_with('#') => format!("{url} {rest}").trim_end().to_owned(),
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(base: &str) -> Vec<(String, String)> {
        vec![("xml:base".to_owned(), base.to_owned())]
    }

    #[test]
    fn a_base_is_relative_to_the_one_around_it() {
        let outer = within(&None, None, &said("https://a.example/news/"));
        for (inner, expected) in [
            ("", "https://a.example/news/"),
            ("2026/", "https://a.example/news/2026/"),
            ("/pics/", "https://a.example/pics/"),
            ("https://b.example/", "https://b.example/"),
            ("http://[", "https://a.example/news/"),
            ("javascript:x", "https://a.example/news/"),
        ] {
            assert_eq!(within(&outer, None, &said(inner)).unwrap().as_str(), expected, "{inner}");
        }
        assert_eq!(within(&None, None, &said("news/")), None, "nobody knows of what");
        let document = Url::parse("https://a.example/feed.atom").ok();
        assert_eq!(within(&None, document.as_ref(), &said("news/")).unwrap().as_str(), "https://a.example/news/");
    }

    #[test]
    fn addresses_of_a_tag_become_whole() {
        let base = Url::parse("https://a.example/pics/").unwrap();
        let attributes =
            [("src", "two.jpg"), ("srcset", "two.jpg 1x, /three.jpg 2x"), ("alt", "\"two\" & <three>"), ("href", "#a")];
        let attributes = attributes.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let expected = "<img src=\"https://a.example/pics/two.jpg\" srcset=\"https://a.example/pics/two.jpg 1x, \
            https://a.example/three.jpg 2x\" alt=\"&quot;two&quot; &amp; &lt;three>\" href=\"#a\">";
        assert_eq!(absolute("img", &attributes, &base), expected);
    }
}
