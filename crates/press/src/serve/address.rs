//! What a request's address names in the site: one path, or nothing at all.

use percent_encoding::percent_decode_str;

/// The only hidden folder that is for readers (RFC 8615).
const WELL_KNOWN: &str = ".well-known";

/// The path below the site that an address names. None where it lies elsewhere, or can name nothing that is served:
/// each file has one address, hidden files and half-written ones have none, and no part of a path is a way up.
pub fn below(address: &str, base: &str) -> Option<String> {
    let parts: Vec<&str> = address.strip_prefix(base)?.split('/').collect();
    let last = parts.len().saturating_sub(1);
    let names = parts.iter().enumerate().map(|(at, part)| match (part.is_empty(), at == last) {
        (true, is_last) => is_last.then(String::new),
        (false, is_last) => name(part).filter(|name| match name.strip_prefix('.') {
            Some(_) => at == 0 && name == WELL_KNOWN,
            None => !(is_last && name.ends_with(".part")),
        }),
    });
    Some(names.collect::<Option<Vec<String>>>()?.join("/"))
}

/// A name as the disk has it.
fn name(part: &str) -> Option<String> {
    let name = percent_decode_str(part).decode_utf8().ok()?;
    let is_one = !name.contains(['/', '\\']) && !name.contains(char::is_control);
    is_one.then(|| name.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use strait_confined::stays_inside;

    proptest! {
        #[test]
        fn no_address_names_anything_outside(address in "(/|%2f|%2e|%5c|%00|\\.|\\\\|a|~|%[0-9a-f]{2}|.){0,12}") {
            if let Some(path) = below(&format!("/{address}"), "/") {
                let path = path.strip_suffix('/').unwrap_or(&path);
                prop_assert!(path.is_empty() || stays_inside(path), "{path:?}");
                prop_assert!(path.split('/').skip(1).all(|part| !part.starts_with('.')), "{path:?}");
            }
        }
    }

    #[test]
    fn an_address_names_one_file_or_folder_of_the_site() {
        for (address, path) in [
            ("/", ""),
            ("/article/1/", "article/1/"),
            ("/schema", "schema"),
            ("/section/%E6%96%B0%E9%97%BB/", "section/新闻/"),
            ("/%65mbed/article/1/", "embed/article/1/"),
            ("/.well-known/security.txt", ".well-known/security.txt"),
            ("/a%zz", "a%zz"),
            ("/article/2024.part/", "article/2024.part/"),
        ] {
            assert_eq!(below(address, "/").as_deref(), Some(path), "{address}");
        }
        assert_eq!(below("/paper/feed.xml", "/paper/").as_deref(), Some("feed.xml"));
    }

    #[test]
    fn what_is_elsewhere_hidden_half_written_or_no_name_has_no_address() {
        for address in [
            "",
            "*",
            "//schema",
            "//evil.example/%2e%2e",
            "/a//b",
            "/.strait",
            "/%2estrait",
            "/a/.git/config",
            "/a/.well-known/b",
            "/../a",
            "/a/%2e%2e/b",
            "/a/..",
            "/a/.",
            "/a%2fb",
            "/%5cevil.example",
            "/\\evil.example",
            "/a%00b",
            "/a%0d%0ab",
            "/%c0%ae%c0%ae/a",
            "/%ff",
            "/index.html.part",
            "/index.html%2epart",
        ] {
            assert_eq!(below(address, "/"), None, "{address}");
        }
        assert_eq!(below("/beside", "/paper/"), None);
        assert_eq!(below("/paper", "/paper/"), None);
    }
}
