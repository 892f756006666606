//! Names of elements, whichever prefixes a file gives to their namespaces.

use quick_xml::events::BytesStart;

/// What the address of a namespace holds, and the prefix that it has here. The longer stands before the shorter.
const KNOWN: [(&str, &str); 14] = [
    ("wordpress.org/export/1.2/excerpt", "excerpt"),
    ("wordpress.org/export/1.1/excerpt", "excerpt"),
    ("wordpress.org/export/1.0/excerpt", "excerpt"),
    ("wordpress.org/export/", "wp"),
    ("purl.org/rss/1.0/modules/content", "content"),
    ("purl.org/dc/elements/", "dc"),
    ("purl.org/dc/terms/", "dcterms"),
    ("prismstandard.org/namespaces", "prism"),
    ("search.yahoo.com/mrss", "media"),
    ("schemas.google.com/blogger", "blogger"),
    ("www.w3.org/2007/app", "app"),
    ("www.w3.org/2005/atom", "atom"),
    ("www.w3.org/1999/xhtml", "xhtml"),
    ("itunes.com/dtds/podcast", "itunes"),
];

/// Prefixes that only say which feed it is.
const PLAIN: [&str; 5] = ["atom", "rss", "rdf", "a10", "xhtml"];

/// The prefixes that a file has for namespaces that are known here.
#[derive(Clone, Debug, Default)]
pub struct Prefixes(Vec<(String, &'static str)>);

impl Prefixes {
    /// Takes in what the attributes of an element declare.
    pub fn note(&mut self, attributes: &[(String, String)]) {
        for (name, address) in attributes {
            let Some(prefix) = name.strip_prefix("xmlns:") else { continue };
            let address = address.to_ascii_lowercase();
            let known = KNOWN.iter().find(|(part, _)| address.contains(part)).map(|(_, known)| *known);
            self.0.retain(|(declared, _)| declared != prefix);
            if let Some(known) = known.filter(|known| *known != prefix) {
                self.0.push((prefix.to_owned(), known));
            }
        }
    }

    /// A name in lower case, with the prefix that its namespace has here; what was deleted is so under any.
    pub fn name(&self, written: &str) -> String {
        let name = plain(written);
        let Some((prefix, local)) = name.split_once(':') else {
            return if name == "deleted-entry" { format!("at:{name}") } else { name };
        };
        match self.0.iter().find(|(declared, _)| declared == prefix) {
            _ if local == "deleted-entry" => format!("at:{local}"),
            Some((_, known)) => plain(&format!("{known}:{local}")),
            None => name,
        }
    }
}

/// A name in lower case; prefixes that only say which feed it is are left out.
pub fn plain(name: &str) -> String {
    let name = name.to_ascii_lowercase();
    match name.split_once(':') {
        Some((prefix, local)) if PLAIN.contains(&prefix) => local.to_owned(),
        _ => name,
    }
}

/// A name without its prefix.
pub fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// The attributes of an element.
pub fn attributes(tag: &BytesStart) -> Vec<(String, String)> {
    let mut attributes = tag.html_attributes();
    // A check for doubles costs the square of their number.
    attributes.with_checks(false);
    let value = |value: &str| quick_xml::escape::unescape(value).map_or_else(|_| value.to_owned(), |value| value.into_owned());
    attributes.flatten().take(100).map(|attribute| (plain(attribute.key.as_ref()), value(&attribute.value))).collect()
}

/// Whether it is what the entries of a feed stand in.
pub fn is_root(name: &str) -> bool {
    matches!(name, "rss" | "feed" | "rdf" | "channel")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_namespace_is_known_under_any_prefix() {
        let mut prefixes = Prefixes::default();
        let declared = [("xmlns:ns0", "http://wordpress.org/export/1.2/"), ("xmlns:a", "http://www.w3.org/2005/Atom")];
        prefixes.note(&declared.map(|(name, address)| (name.to_owned(), address.to_owned())));
        let names = ["ns0:Status", "wp:status", "a:entry", "atom:entry", "x:deleted-entry", "deleted-entry", "x:y"];
        let expected = ["wp:status", "wp:status", "entry", "entry", "at:deleted-entry", "at:deleted-entry", "x:y"];
        assert_eq!(names.map(|name| prefixes.name(name)), expected);
    }
}
