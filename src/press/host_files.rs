//! The same headers as files for common hosts. Each format has one file here, which alone knows how it quotes.

mod caddy;
mod netlify;
mod nginx;

use super::PressError;
use super::assets::Assets;
use super::headers::{Hashes, Policy};
use super::output::SiteFile;
use crate::model::Site;
use crate::paths::Paths;

/// What a format has no way to write. The types of settings let nothing of the kind come here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{text}” cannot be written for {host}; correct the setting in site.json that it comes from")]
pub struct Unwritable {
    /// Whose format it is.
    pub host: &'static str,
    /// The text.
    pub text: String,
}

/// What hosts are told of a site.
struct Told<'a> {
    policy: &'a Policy,
    /// Where it begins on its host, with slashes at both ends.
    base: &'a str,
    /// Where each edition beside the newsroom's own begins: it has a “not found” page in its own script.
    others: &'a [&'a str],
    has_embeds: bool,
}

/// `_headers` (Netlify, Cloudflare Pages), snippets for nginx and Caddy, and what `strait serve` cannot know by itself.
pub fn files(site: &Site, assets: &Assets) -> Result<Vec<SiteFile>, PressError> {
    let ours = (Hashes::FILE.to_owned(), serde_json::to_vec(&assets.hashes())?);
    let policy = Policy::of(site, assets.hashes(), true);
    let base = Paths::of(site).base().to_owned();
    let others: Vec<&str> = site.editions.iter().map(|edition| edition.path.as_str()).filter(|path| !path.is_empty()).collect();
    let told = Told { policy: &policy, base: &base, others: &others, has_embeds: site.has_embeds() };
    let files = [
        ("_headers", netlify::headers(&told)?),
        ("_hosts/nginx.conf", nginx::snippet(&told)?),
        ("_hosts/Caddyfile", caddy::snippet(&told)?),
        ("_redirects", netlify::redirects(&told)?),
    ];
    let files = files.into_iter().filter(|(_, text)| !text.is_empty());
    Ok(files.map(|(path, text)| (path.to_owned(), text.into_bytes())).chain([ours]).collect())
}

/// How the snippets say where the site lies: a server looks for `/paper/…` below its root.
fn where_it_lies(base: &str) -> String {
    match base.trim_matches('/') {
        "" => "# The root is the folder of the site: `current` where `strait publish` puts it.\n".to_owned(),
        base => format!(
            "# The root is a folder in which `{base}` is a link to the site (`current` where `strait publish` puts it).\n"
        ),
    }
}

/// A path that means the same to every host, quoted or not: what RFC 3986 calls unreserved, between slashes. A star
/// covers what is before or behind.
fn path<'a>(text: &'a str, host: &'static str) -> Result<&'a str, Unwritable> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~*".contains(&byte);
    match text.starts_with(['/', '*']) && text.bytes().all(is_plain) {
        true => Ok(text),
        false => Err(Unwritable { host, text: text.escape_debug().to_string() }),
    }
}

/// A header's value: printable, on one line, and without what `refused` names.
fn value<'a>(text: &'a str, refused: &[u8], host: &'static str) -> Result<&'a str, Unwritable> {
    match text.bytes().all(|byte| (byte == b' ' || byte.is_ascii_graphic()) && !refused.contains(&byte)) {
        true => Ok(text),
        false => Err(Unwritable { host, text: text.escape_debug().to_string() }),
    }
}

#[cfg(test)]
mod tests;
