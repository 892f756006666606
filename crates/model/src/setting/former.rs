//! Addresses that articles had before: of what form they are, and which of them are the same.
//!
//! They become lines of configurations and names of files, so none can hold what would be more than a name there.

use super::text::FormerAddress;
use percent_encoding::percent_decode_str;
use std::fmt::Write;

/// The longest address, in bytes, with other scripts as `%XX`: nginx keeps room for so many.
const LONGEST: usize = 512;
/// The longest part of a path, and the longest query, in bytes: each may be the name of a file.
const LONGEST_PART: usize = 200;
/// What may stand in a part beside letters, digits and `%XX`, and means nothing anywhere.
const SIGNS: &str = "-._~,+=@!";
/// What no file may be called.
const NO_NAME: &str = "/\\<>:\"|?*&";
/// Words that addresses made of numbers have.
const NO_WORDS: [&str; 9] = ["p", "page", "id", "archives", "index", "php", "html", "htm", "shtml"];

/// A path, perhaps with a query, perhaps on another host; the front page is none.
pub fn is_former_address(text: &str) -> bool {
    let Some((authority, address)) = split_host(text) else { return false };
    let (path, query) = split_query(address);
    let inner = path.strip_prefix('/').map(|rest| rest.strip_suffix('/').unwrap_or(rest));
    length(text) <= LONGEST
        && !path.contains("//")
        && authority.is_none_or(super::form::is_authority)
        && inner.is_some_and(|inner| inner.is_empty() || inner.split('/').all(is_part))
        && query.is_none_or(is_query)
        && (inner != Some("") || said(query).next().is_some())
}

impl FormerAddress {
    /// What it is on a host, however it is spelt: without scheme and host, the slash at the end, an `index.html`, and
    /// what only counts visitors (`utm_…`); in lower case, all but plain signs as `%xx`. Of two addresses with one key
    /// a host may take one for the other.
    pub fn key(&self) -> String {
        let (path, query) = split_query(split_host(self).map_or("", |(_, address)| address));
        let path = path.trim_end_matches('/');
        let path = ["/index.html", "/index.htm"].iter().find_map(|end| path.strip_suffix(end)).unwrap_or(path);
        let parts = path.split('/').map(|part| plain(part, SIGNS)).collect::<Vec<_>>();
        let said = said(query).map(|part| plain(part, "-._~,+=@!/")).collect::<Vec<_>>();
        let mark = if said.is_empty() { "" } else { "?" };
        format!("{}{mark}{}", parts.join("/"), said.join("&"))
    }

    /// The same with its host, without `www.`: which of the pages of the web it is. None for one that names no host.
    pub fn whole_key(&self) -> Option<String> {
        Some(format!("{}{}", self.host()?, self.key()))
    }

    /// Its host, without `www.`.
    pub fn host(&self) -> Option<String> {
        let host = split_host(self)?.0?.to_ascii_lowercase();
        Some(host.strip_prefix("www.").unwrap_or(&host).to_owned())
    }

    /// Its path and its query as they go over a line: other scripts as `%xx`.
    pub fn line(&self) -> (String, String) {
        let (path, query) = split_query(split_host(self).map_or("", |(_, address)| address));
        let coded = |text: &str| {
            let signs =
                |character: char| if character.is_ascii() { character.to_string() } else { plain(&character.to_string(), "") };
            text.chars().map(signs).collect::<String>()
        };
        (coded(path), coded(query.unwrap_or_default()))
    }

    /// The names in its path, as a disk has them; and whether it ends with a slash.
    pub fn path(&self) -> (Vec<String>, bool) {
        let (path, _) = split_query(split_host(self).map_or("", |(_, address)| address));
        let names = path.split('/').filter(|part| !part.is_empty());
        (names.map(|part| percent_decode_str(part).decode_utf8_lossy().into_owned()).collect(), path.ends_with('/'))
    }

    /// Its query, without what only counts visitors.
    pub fn query(&self) -> Option<String> {
        let said = said(split_query(self).1).collect::<Vec<_>>().join("&");
        (!said.is_empty()).then_some(said)
    }

    /// Whether it is made of numbers, but for where the site begins, so that it tells nothing of an article that was
    /// withdrawn.
    pub fn is_without_words(&self, base: &str) -> bool {
        let key = self.key();
        let words =
            key.strip_prefix(&base.to_ascii_lowercase()).unwrap_or(&key).split(|character: char| !character.is_alphanumeric());
        words.into_iter().all(|word| word.bytes().all(|byte| byte.is_ascii_digit()) || NO_WORDS.contains(&word))
    }
}

/// How long a text is over a line.
fn length(text: &str) -> usize {
    text.bytes().map(|byte| if byte.is_ascii() { 1 } else { 3 }).sum()
}

/// Host and the rest. None: it begins with something else.
fn split_host(text: &str) -> Option<(Option<&str>, &str)> {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return text.starts_with('/').then_some((None, text));
    };
    let (authority, address) = rest.split_at(rest.find('/')?);
    Some((Some(authority), address))
}

fn split_query(address: &str) -> (&str, Option<&str>) {
    address.split_once('?').map_or((address, None), |(path, query)| (path, Some(query)))
}

/// The parts of a query but for those that only count visitors.
fn said(query: Option<&str>) -> impl Iterator<Item = &str> {
    query.unwrap_or_default().split('&').filter(|part| !part.is_empty() && !part.starts_with("utm_"))
}

/// A name between slashes; none that is hidden, climbs or is half written.
fn is_part(part: &str) -> bool {
    let is_name = |name: &str| {
        !name.starts_with('.')
            && !name.ends_with(".part")
            && !name.contains(|character| !is_plain(character) || NO_NAME.contains(character))
    };
    !part.is_empty() && part.len() <= LONGEST_PART && is_spelt(part, SIGNS) && decoded(part).is_some_and(|name| is_name(&name))
}

fn is_query(query: &str) -> bool {
    let is_text = |text: &str| text.chars().all(is_plain);
    !query.is_empty()
        && query.len() <= LONGEST_PART
        && !query.starts_with('/')
        && !query.contains("..")
        && is_spelt(query, "-._~,+=@!&/")
        && decoded(query).is_some_and(|text| is_text(&text))
}

/// Whether all of a text is letters, digits, `%XX` and some signs.
fn is_spelt(text: &str, signs: &str) -> bool {
    let bytes = text.as_bytes();
    let is_code = |at: usize| bytes.get(at + 1..at + 3).is_some_and(|code| code.iter().all(u8::is_ascii_hexdigit));
    text.char_indices().all(|(at, character)| match character {
        '%' => is_code(at),
        character => character.is_alphanumeric() || signs.contains(character),
    })
}

/// Whether a character shows, and turns nothing around.
fn is_plain(character: char) -> bool {
    let turns = ('\u{200b}'..='\u{200f}').contains(&character)
        || ('\u{2028}'..='\u{202f}').contains(&character)
        || ('\u{2060}'..='\u{206f}').contains(&character);
    !character.is_control() && !turns && !['\u{61c}', '\u{feff}', '\u{fffd}'].contains(&character)
}

fn decoded(text: &str) -> Option<String> {
    percent_decode_str(text).decode_utf8().ok().map(|text| text.into_owned())
}

/// A text with all but letters, digits and `signs` as `%xx`, in lower case.
fn plain(text: &str, signs: &str) -> String {
    let mut plain = String::new();
    for byte in percent_decode_str(text) {
        match byte.is_ascii_alphanumeric() || signs.as_bytes().contains(&byte) {
            true => plain.push(byte.to_ascii_lowercase().into()),
            // Nothing can fail to be written into a text.
            false => drop(write!(plain, "%{byte:02x}")),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> String {
        text.parse::<FormerAddress>().unwrap().key()
    }

    #[test]
    fn a_former_address_is_a_path_perhaps_with_a_query_and_a_host() {
        for text in [
            "/2024/09/30/slug/",
            "/slug",
            "/?p=123",
            "/index.php?m=content&a=show&id=5",
            "/a,b_12.html",
            "/archives/123",
            "https://old.example/2024/t20240930_12_2.shtml",
            "http://www.old.example:8080/?page_id=9",
            "/2024/%e6%bd%ae%E6%B0%B4/",
            "/2024/潮水/",
            "/a%20b/",
            "/~x/@y/a!b/",
        ] {
            assert!(is_former_address(text), "{text}");
        }
    }

    #[test]
    fn what_would_be_more_than_a_name_in_a_configuration_or_on_a_disk_is_none() {
        for text in [
            "",
            "/",
            "slug",
            "//evil.example/",
            "//?p=1",
            "/a//b",
            "/a/../b",
            "/a/./b",
            "/.git/",
            "/a.part/b/",
            "/a.%70art",
            "/a/%2e%2e/b",
            "/a%2fb",
            "/a%5cb",
            "/a\\b",
            "/a b",
            "/a\nb",
            "/a\r\nX-Evil: 1",
            "/a%0d%0ab",
            "/a%00",
            "/a\"b",
            "/a'b",
            "/a;b",
            "/a{b}",
            "/a$b",
            "/a#b",
            "/a%zz",
            "/a%",
            "/%ff",
            "/a<b",
            "/a%3cb",
            "/a(b)",
            "/a*",
            "/a|b",
            "/:a/",
            "/a:b",
            "/a&b",
            "/a%26b",
            "/a`b",
            "/a^b",
            "/?",
            "/?p=1#x",
            "/?p=../../x",
            "/?/x",
            "/?p=a b",
            "/?p=%0a",
            "/?p=$1",
            "/?p={x}",
            "/?p=\"",
            "/?p=1;",
            "https://old.example",
            "https://u:p@old.example/x",
            "ftp://a.example/x",
            "javascript:alert(1)",
            "https://潮.example/x",
            "/a\u{202e}b",
            "/a%e2%80%aeb",
        ] {
            assert!(!is_former_address(text), "{text:?}");
        }
        assert!(!is_former_address(&format!("/{}", "潮".repeat(60))), "{} bytes over the line", 60 * 9);
        assert!(!is_former_address(&format!("/{}", "x".repeat(201))) && !is_former_address(&format!("/{}", "x/".repeat(300))));
    }

    #[test]
    fn an_address_is_the_same_however_it_is_spelt() {
        for text in [
            "/2024/Slug/",
            "/2024/slug",
            "/2024/slug/?utm_source=a&utm_medium=b",
            "https://www.old.example/2024/SLUG/",
            "/2024/%73lug/index.html",
        ] {
            assert_eq!(key(text), "/2024/slug", "{text}");
        }
        assert_eq!(key("/?p=12&utm_source=x"), "?p=12");
        assert_eq!(key("/index.php?ID=5"), "/index.php?id=5");
        assert_eq!(key("/潮/"), "/%e6%bd%ae");
        assert_eq!(key("/%E6%BD%AE"), key("/潮/"));
        assert_ne!(key("/a?p=1"), key("/?p=1"));
        let whole = |text: &str| text.parse::<FormerAddress>().unwrap().whole_key();
        assert_eq!(whole("http://www.Old.example/a/").as_deref(), Some("old.example/a"));
        assert_eq!(whole("/a/"), None);
    }

    #[test]
    fn an_address_of_numbers_tells_nothing() {
        let is_mute = |text: &str| text.parse::<FormerAddress>().unwrap().is_without_words("/");
        assert!(["/?p=12", "/archives/12", "/2024/09/30/12_2.html", "/index.php?id=3"].iter().all(|text| is_mute(text)));
        assert!(!["/2024/minister-resigns/", "/潮/", "/?p=12&title=x"].iter().any(|text| is_mute(text)));
    }
}
