//! What hosts are told, and what all of their formats refuse.

use super::unwritable::Unwritable;
use crate::site::headers::Policy;

/// What hosts are told of a site.
pub struct Told<'a> {
    pub policy: &'a Policy,
    /// Where it begins on its host, with slashes at both ends.
    pub base: &'a str,
    /// Where each edition beside the newsroom's own begins: it has a “not found” page in its own script.
    pub others: &'a [&'a str],
    /// What the pages beside the news are called.
    pub standing: &'a [&'a str],
}

/// How the snippets say where the site lies: a server looks for `/paper/…` below its root.
pub fn where_it_lies(base: &str) -> String {
    match base.trim_matches('/') {
        "" => "# The root is the folder of the site: `current` where `strait publish` puts it.\n".to_owned(),
        base => format!(
            "# The root is a folder in which `{base}` is a link to the site (`current` where `strait publish` puts it).\n"
        ),
    }
}

/// A path that means the same to every host, quoted or not: what RFC 3986 calls unreserved, between slashes. A star
/// covers what is before or behind.
pub fn path<'a>(text: &'a str, host: &'static str) -> Result<&'a str, Unwritable> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~*".contains(&byte);
    match text.starts_with(['/', '*']) && text.bytes().all(is_plain) {
        true => Ok(text),
        false => Err(Unwritable { host, text: text.escape_debug().to_string() }),
    }
}

/// A header's value: printable, on one line, and without what `refused` names.
pub fn value<'a>(text: &'a str, refused: &[u8], host: &'static str) -> Result<&'a str, Unwritable> {
    match text.bytes().all(|byte| (byte == b' ' || byte.is_ascii_graphic()) && !refused.contains(&byte)) {
        true => Ok(text),
        false => Err(Unwritable { host, text: text.escape_debug().to_string() }),
    }
}
