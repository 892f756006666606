//! The snippet for Caddy. Values stand in quotes, where a backslash escapes a quote and nothing else; braces are
//! placeholders, wherever they stand.

use super::parts::{Told, path, value, where_it_lies};
use super::unwritable::Unwritable;
use crate::site::headers::{Kind, Policy, rules};
use std::fmt::Write;
use strait_model::paths::FrameAddress;

const HOST: &str = "Caddy";

/// All that Caddy is told, to be imported in a site's block. The headers are set again where an error is handled: what
/// is not found is a page, wherever it was looked for.
pub fn snippet(told: &Told) -> Result<String, Unwritable> {
    let Told { policy, base, others, .. } = told;
    let base = path(base, HOST)?;
    let mut text = format!("# Inside the site's block, beside `root * …`.\n{}", where_it_lies(base));
    text.push_str(FILES);
    // Old addresses that have a query, or can be no file: their pages lie in a folder. Others are files.
    let _ = writeln!(
        text,
        "@former file {base}former{{http.request.uri.path}}/&{{http.request.uri.query}}/index.html\n\
         rewrite @former {base}former{{http.request.uri.path}}/&{{http.request.uri.query}}/"
    );
    // It names the encodings only where it found one, and does not know this type. Names of ours have an underscore,
    // which those of editions cannot have.
    text.push_str(
        "header ?Vary Accept-Encoding\n@web_manifest path *.webmanifest\nheader @web_manifest Content-Type application/manifest+json\n",
    );
    let rules = rules(others);
    for (at, (pattern, kind)) in rules.iter().enumerate() {
        let special = rules.iter().filter(|(other, _)| other != pattern && pattern == "*");
        let _ = writeln!(text, "@files_{at} {{\n    path {}", place(base, pattern)?);
        for (other, _) in special {
            let _ = writeln!(text, "    not path {}", place(base, other)?);
        }
        let _ = writeln!(text, "}}\nheader @files_{at} {{\n{}}}", headers(policy, *kind, "    ")?);
    }
    text.push_str("handle_errors {\n");
    // What is not found in a frame is told in the frame: the more special first, and each only once.
    for folder in others.iter().map(|other| format!("{base}{other}/")).chain([base.to_owned()]) {
        let name = name(&format!("frames{folder}"));
        let _ = writeln!(text, "    @{name} path {}", path(&format!("{folder}embed/*"), HOST)?);
        text.push_str(&not_found(policy, Kind::Frame, &format!("@{name} "), &format!("{folder}{}", FrameAddress::NOT_FOUND))?);
    }
    for other in *others {
        let (name, folder) = (name(other), format!("{base}{other}/"));
        let _ = writeln!(text, "    @{name} path {}", path(&format!("{folder}*"), HOST)?);
        text.push_str(&not_found(policy, Kind::Page, &format!("@{name} "), &format!("{folder}404.html"))?);
    }
    text.push_str(&not_found(policy, Kind::Page, "", &format!("{base}404.html"))?);
    text.push_str("}\n");
    Ok(text)
}

const FILES: &str = "file_server {\n    precompressed br gzip\n}\n";

fn not_found(policy: &Policy, kind: Kind, matcher: &str, page: &str) -> Result<String, Unwritable> {
    let files = FILES.lines().map(|line| format!("        {line}\n")).collect::<String>();
    let (page, headers) = (path(page, HOST)?, headers(policy, kind, "            ")?);
    Ok(format!("    handle {matcher}{{\n        rewrite * {page}\n        header {{\n{headers}        }}\n{files}    }}\n"))
}

/// A star in the midst stays within a folder there; at the beginning it covers everything before.
fn place(base: &str, pattern: &str) -> Result<String, Unwritable> {
    let place = match pattern.strip_prefix('*') {
        Some(end) if !end.is_empty() => pattern.to_owned(),
        _ => format!("{base}{pattern}"),
    };
    path(&place, HOST).map(str::to_owned)
}

/// The name of a matcher: letters, digits, hyphens and underscores.
fn name(text: &str) -> String {
    text.replace(|character: char| !character.is_ascii_alphanumeric() && character != '-', "_")
}

fn headers(policy: &Policy, kind: Kind, indent: &str) -> Result<String, Unwritable> {
    let header = |(name, value): (&str, String)| Ok(format!("{indent}{name} {}\n", quoted(&value)?));
    policy.headers(kind).into_iter().map(header).collect()
}

/// A value in quotes.
pub(super) fn quoted(text: &str) -> Result<String, Unwritable> {
    let text = value(text, b"{}\\", HOST)?;
    Ok(format!("\"{}\"", text.replace('"', "\\\"")))
}
