//! The snippet for nginx. Values stand in quotes, where a backslash escapes; a `$` is a variable wherever it stands,
//! and nothing escapes it.

use super::parts::{Told, path, value, where_it_lies};
use super::unwritable::Unwritable;
use crate::site::headers::{Kind, Policy, rules};
use std::fmt::Write;
use strait_model::paths::FrameAddress;

const HOST: &str = "nginx";
/// nginx reads no word of more than 4,096 bytes; each may need a backslash.
const LONGEST: usize = 2_000;

/// All that nginx is told, to be included in a `server`.
pub fn snippet(told: &Told) -> Result<String, Unwritable> {
    let Told { policy, base, others, .. } = told;
    let base = path(base, HOST)?;
    let mut text =
        format!("# Inside `server {{ root …; }}`. The brotli line wants the ngx_brotli module.\n{}", where_it_lies(base));
    text.push_str("include mime.types;\ntypes { application/manifest+json webmanifest; }\n");
    text.push_str("charset utf-8;\ngzip_static on;\nbrotli_static on;\ngzip_vary on;\nabsolute_redirect off;\n");
    let _ = writeln!(text, "error_page 404 {base}404.html;");
    for other in *others {
        let at = format!("{base}{other}/");
        let at = path(&at, HOST)?;
        let _ = writeln!(text, "location {at} {{\n    error_page 404 {at}404.html;");
        text.push_str(&headers(policy, Kind::Page)?);
    }
    for (pattern, kind) in rules(others) {
        let _ = writeln!(text, "location {} {{", place(base, &pattern)?);
        if kind == Kind::Frame {
            let folder = pattern.split_once("embed/").map_or("", |(folder, _)| folder);
            let page = format!("{base}{folder}{}", FrameAddress::NOT_FOUND);
            let _ = writeln!(text, "    error_page 404 {};", path(&page, HOST)?);
        }
        text.push_str(&headers(policy, kind)?);
    }
    Ok(text)
}

/// How nginx reads what is asked for, so that it is a key of the list of old addresses: inside `http`, once for all
/// sites.
pub const ASKED: &str = r#"# Inside `http`, once, before what has to be said there of each site (FOLDER is where the site lies):
#     map $strait_asked $strait_former { include FOLDER/_hosts/former/*.map; }
map_hash_max_size 4194304;
map_hash_bucket_size 1024;
map $request_uri $strait_asked {
    "~^(?<strait_path>[^?]*?)(?:/index\.html?)?/?(?:\?(?:utm_[^&]*&*)*)?$" "$strait_path";
    "~^(?<strait_page>[^?]*?)(?:/index\.html?)?/?\?(?:utm_[^&]*&+)*(?<strait_query>(?!utm_)[^&]+(?:&+(?!utm_)[^&]+)*)(?:&+(?:utm_[^&]*)?)*$" "$strait_page?$strait_query";
}
"#;
/// What answers there: inside `server`.
pub const FORMER: &str = "# Inside `server`, before the site's own snippet. What it needs inside `http` stands in asked.conf.
if ($strait_former) {
    return 301 $strait_former;
}
";

/// What a location covers. Where a name ends, so does what the rule covers.
fn place(base: &str, pattern: &str) -> Result<String, Unwritable> {
    match pattern.strip_prefix('*').filter(|end| !end.is_empty()) {
        Some(end) => Ok(format!("~ ^{}.*{}$", literal(base)?, literal(end)?)),
        None => {
            let exactly = if pattern.ends_with('*') { "" } else { "= " };
            let beginning = format!("{base}{}", pattern.trim_end_matches('*'));
            Ok(format!("{exactly}{}", path(&beginning, HOST)?))
        }
    }
}

fn headers(policy: &Policy, kind: Kind) -> Result<String, Unwritable> {
    policy.headers(kind).into_iter().map(|(name, value)| header(name, &value)).chain([Ok("}\n".to_owned())]).collect()
}

/// One header. What is longer than a word may be is put together of several.
fn header(name: &str, value: &str) -> Result<String, Unwritable> {
    let mut pieces = Vec::new();
    let mut rest = super::parts::value(value, b"$", HOST)?;
    while rest.len() > LONGEST {
        let (piece, more) = rest.split_at(LONGEST);
        pieces.push(piece);
        rest = more;
    }
    if pieces.is_empty() {
        return Ok(format!("    add_header {name} {} always;\n", quoted(rest)?));
    }
    let mut text = String::new();
    for (at, piece) in pieces.into_iter().chain([rest]).enumerate() {
        let piece = quoted(piece)?;
        let before = if at == 0 { "" } else { "${strait_value}" };
        let _ = writeln!(text, "    set $strait_value \"{before}{};", &piece[1..]);
    }
    let _ = writeln!(text, "    add_header {name} $strait_value always;");
    Ok(text)
}

/// A path within a regular expression: of what paths have, only the dot means something there.
fn literal(text: &str) -> Result<String, Unwritable> {
    match text.contains('*') {
        false => Ok(path(text, HOST)?.replace('.', "\\.")),
        true => Err(Unwritable { host: HOST, text: text.escape_debug().to_string() }),
    }
}

/// A value in quotes.
pub(super) fn quoted(text: &str) -> Result<String, Unwritable> {
    let text = value(text, b"$", HOST)?;
    Ok(format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")))
}

/// A line of the list of old addresses, as a map of nginx has it: what `strait serve` looks up, too.
pub fn map_line(key: &str, target: &str) -> Result<String, Unwritable> {
    Ok(format!("{} {};\n", quoted(key)?, quoted(path(target, "nginx")?)?))
}

/// Where a key leads by such lines.
pub fn target_in_map(lines: &str, key: &str) -> Option<String> {
    let found = lines.lines().find_map(|line| line.strip_prefix('"')?.strip_prefix(key)?.strip_prefix("\" \""))?;
    let target = found.strip_suffix("\";").filter(|target| target.starts_with('/') && !target.starts_with("//"))?;
    path(target, "strait").ok().map(str::to_owned)
}
