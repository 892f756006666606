//! Which addresses may come in, and in which form.

use url::Url;

/// No address that a person or a system means is longer; in bytes.
const LONGEST: usize = 4096;

/// Why an address may not come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It runs something, or reads what is not on the web.
    Unsafe,
    /// It leads nowhere: empty, broken, or relative to an unknown page.
    Broken,
    /// It leads to a place within the page it was written for.
    Fragment,
}

/// The address of a link: to the web, to a mailbox, a telephone, or a path of this site.
pub fn link(raw: &str, base: Option<&Url>) -> Result<String, Refusal> {
    let raw = as_browsers_read(raw);
    if raw.len() > LONGEST {
        return Err(Refusal::Broken);
    }
    if raw.starts_with('#') {
        return Err(Refusal::Fragment);
    }
    match Url::parse(&raw) {
        Ok(url) => whole(url, &["https", "http", "mailto", "tel"]),
        Err(url::ParseError::RelativeUrlWithoutBase) => relative(&raw, base),
        Err(_) => Err(Refusal::Broken),
    }
}

/// The address of a picture, film, recording or player on the web.
pub fn web(raw: &str, base: Option<&Url>) -> Result<String, Refusal> {
    let raw = as_browsers_read(raw);
    match Url::parse(&raw) {
        _ if raw.is_empty() || raw.len() > LONGEST => Err(Refusal::Broken),
        Ok(url) => whole(url, &["https", "http"]),
        Err(url::ParseError::RelativeUrlWithoutBase) if raw.starts_with("//") => web(&format!("https:{raw}"), None),
        Err(url::ParseError::RelativeUrlWithoutBase) => match base.and_then(|base| base.join(&raw).ok()) {
            Some(url) => whole(url, &["https", "http"]),
            None => Err(Refusal::Broken),
        },
        Err(_) => Err(Refusal::Broken),
    }
}

/// Whether a text names a file beside the imported one.
pub fn is_beside(raw: &str) -> bool {
    let is_foreign = |sign: char| sign == ':' || sign == '\\' || sign.is_control();
    !raw.is_empty() && raw.len() < 300 && !raw.starts_with(['/', '#', '?']) && !raw.contains(is_foreign)
}

/// Where a web address is served from: `https://media.example`.
pub fn origin(address: &str) -> Option<String> {
    let url = Url::parse(address).ok().filter(|url| matches!(url.scheme(), "https" | "http"))?;
    Some(url.origin().ascii_serialization())
}

/// As the URL standard has it: no controls or white space around it, no tabs or line breaks in it.
fn as_browsers_read(raw: &str) -> String {
    let trimmed = raw.trim_matches(|character: char| character <= ' ' || character.is_whitespace());
    trimmed
        .chars()
        .filter(|character| !matches!(character, '\t' | '\n' | '\r') && !super::text::turns(character.encode_utf8(&mut [0; 4])))
        .collect()
}

fn relative(raw: &str, base: Option<&Url>) -> Result<String, Refusal> {
    match base.map(|base| base.join(raw)) {
        Some(Ok(url)) => whole(url, &["https", "http"]),
        Some(Err(_)) => Err(Refusal::Broken),
        None if raw.starts_with("//") => link(&format!("https:{raw}"), None),
        None if raw.starts_with('/') && !raw.contains(['\\', ' ']) => Ok(raw.to_owned()),
        None => Err(Refusal::Broken),
    }
}

/// An address as it may be filed: whoever reads it is not the one whose name and password stood in it.
fn whole(mut url: Url, schemes: &[&str]) -> Result<String, Refusal> {
    let is_empty = url.path().is_empty() || (url.scheme().starts_with("http") && url.host_str().is_none());
    if url.scheme().starts_with("http") {
        // Fails where an address can have neither, which these can.
        let _ = (url.set_username(""), url.set_password(None));
    }
    match schemes.contains(&url.scheme()) {
        false => Err(Refusal::Unsafe),
        true if is_empty => Err(Refusal::Broken),
        true => Ok(url.as_str().replace(char::is_whitespace, "%20").replace('\\', "%5C")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_the_web_mailboxes_and_telephones_come_in() {
        let base = Url::parse("https://paper.example/2026/a/").ok();
        assert_eq!(link(" https://a.example/潮?q=1 ", None).as_deref(), Ok("https://a.example/%E6%BD%AE?q=1"));
        assert_eq!(link("mailto:tips@paper.example", None).as_deref(), Ok("mailto:tips@paper.example"));
        assert_eq!(link("../b/", base.as_ref()).as_deref(), Ok("https://paper.example/2026/b/"));
        assert_eq!(link("/article/1/", None).as_deref(), Ok("/article/1/"));
        assert_eq!(link("//cdn.example/x", None).as_deref(), Ok("https://cdn.example/x"));
        assert_eq!(link("HTTPS://A.example", None).as_deref(), Ok("https://a.example/"));
    }

    #[test]
    fn a_file_beside_the_imported_one_has_a_name_that_can_be_shown() {
        assert!(is_beside("pictures/a b.jpg") && is_beside("潮.png"));
        for raw in ["", "/a.jpg", "#a", "?a", "c:a", "a\\b", "a\0", "a>\u{1}<video src=", "a\nb.jpg", "\u{9f}a"] {
            assert!(!is_beside(raw), "{raw:?}");
        }
    }

    #[test]
    fn a_name_and_a_password_never_come_in() {
        let base = Url::parse("https://jane:secret@paper.example/a/").ok();
        for raw in ["https://jane:secret@a.example/x", "b.jpg", "//jane:secret@a.example/x", "http://secret@a.example/"] {
            for found in [link(raw, base.as_ref()), web(raw, base.as_ref())] {
                assert!(found.as_ref().is_ok_and(|address| !address.contains("secret")), "{raw}: {found:?}");
            }
        }
        assert_eq!(link("mailto:jane@a.example", None).as_deref(), Ok("mailto:jane@a.example"));
    }

    #[test]
    fn what_runs_never_comes_in_however_it_is_spelt() {
        let spellings = [
            "javascript:alert(1)",
            " JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "java\nscript:x",
        ];
        let others = [
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:https://a.example/x",
            "view-source:x",
            "java\u{202e}script:x",
        ];
        for raw in spellings.into_iter().chain(others) {
            assert_eq!(link(raw, None), Err(Refusal::Unsafe), "{raw}");
            assert_eq!(web(raw, None), Err(Refusal::Unsafe), "{raw}");
        }
    }

    #[test]
    fn what_leads_nowhere_is_told_from_what_harms() {
        assert_eq!(link("", None), Err(Refusal::Broken));
        assert_eq!(link("b.html", None), Err(Refusal::Broken));
        assert_eq!(link("#part", None), Err(Refusal::Fragment));
        assert_eq!(link("http://[", None), Err(Refusal::Broken));
    }
}
