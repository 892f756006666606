//! The same headers as files for common hosts.

use super::assets::Assets;
use super::headers::{Kind, Policy, RULES};
use super::output::SiteFile;
use crate::model::Site;
use crate::paths::Paths;
use std::fmt::Write;

/// `_headers` (Netlify, Cloudflare Pages), and snippets for nginx and Caddy.
pub fn files(site: &Site, assets: &Assets) -> Vec<SiteFile> {
    let policy = Policy::of(site, assets.css_hash(), true);
    let base = Paths::of(site).base().to_owned();
    [
        ("_headers", netlify(&policy, &base)),
        ("_hosts/nginx.conf", nginx(&policy, &base)),
        ("_hosts/Caddyfile", caddy(&policy, &base)),
    ]
    .map(|(path, text)| (path.to_owned(), text.into_bytes()))
    .into()
}

/// Every rule that matches is applied, and the values of the same header are joined; so no rule may
/// cover what a more special one covers, and there can be none for every other address. What is
/// not found is covered below `article/` and `section/`.
fn netlify(policy: &Policy, base: &str) -> String {
    let mut text = String::new();
    // A star stands at the end alone there: the feeds of sections have the headers of their pages.
    let special = RULES.iter().filter(|(pattern, _)| !pattern.starts_with('*')).copied();
    let pages = ["", "article/*", "section/*", "404.html"].map(|pattern| (pattern, Kind::Page));
    for (pattern, kind) in special.chain(pages) {
        let _ = writeln!(text, "{base}{pattern}");
        for (name, value) in policy.headers(kind) {
            let _ = writeln!(text, "  {name}: {value}");
        }
    }
    text
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

fn nginx(policy: &Policy, base: &str) -> String {
    let mut text =
        format!("# Inside `server {{ root …; }}`. The brotli line wants the ngx_brotli module.\n{}", where_it_lies(base));
    text.push_str(
        "include mime.types;\ntypes { application/manifest+json webmanifest; application/wasm wasm; image/avif avif; }\n",
    );
    text.push_str("charset utf-8;\ngzip_static on;\nbrotli_static on;\ngzip_vary on;\nabsolute_redirect off;\n");
    let _ = writeln!(text, "error_page 404 {base}404.html;");
    for (pattern, kind) in RULES {
        // Where a name ends, so does what the rule covers.
        let exactly = if pattern.ends_with('*') { "" } else { "= " };
        let _ = match pattern.strip_prefix('*') {
            Some(end) if !end.is_empty() => writeln!(text, "location ~ ^{base}.*{}$ {{", end.replace('.', "\\.")),
            _ => writeln!(text, "location {exactly}{base}{} {{", pattern.trim_end_matches('*')),
        };
        for (name, value) in policy.headers(kind) {
            let _ = writeln!(text, "    add_header {name} \"{value}\" always;");
        }
        text.push_str("}\n");
    }
    text
}

/// The headers are set again where an error is handled: what is not found is a page, wherever it was looked for.
fn caddy(policy: &Policy, base: &str) -> String {
    let mut text = format!("# Inside the site's block, beside `root * …`.\n{}", where_it_lies(base));
    text.push_str("file_server {\n    precompressed br gzip\n}\n");
    for (at, (pattern, kind)) in RULES.iter().enumerate() {
        let special = RULES.iter().filter(|(other, _)| other != pattern && *pattern == "*");
        let _ = writeln!(text, "@files{at} {{\n    path {base}{pattern}");
        special.for_each(|(other, _)| {
            let _ = writeln!(text, "    not path {base}{other}");
        });
        let _ = writeln!(text, "}}\nheader @files{at} {{\n{}}}", caddy_headers(policy, *kind, "    "));
    }
    let _ = writeln!(text, "handle_errors {{\n    rewrite * {base}404.html\n    header {{");
    text.push_str(&caddy_headers(policy, Kind::Page, "        "));
    text.push_str("    }\n    file_server\n}\n");
    text
}

fn caddy_headers(policy: &Policy, kind: Kind, indent: &str) -> String {
    policy.headers(kind).iter().map(|(name, value)| format!("{indent}{name} \"{value}\"\n")).collect()
}
