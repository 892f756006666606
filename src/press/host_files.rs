//! The same headers as files for common hosts.

use super::assets::Assets;
use super::headers::{Policy, RULES};
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

fn netlify(policy: &Policy, base: &str) -> String {
    let mut text = String::new();
    // Every rule that matches is applied, so the general one must not repeat what a special one says.
    // A star stands at the end alone there: the feeds of sections have the headers of their pages.
    for (pattern, kind) in RULES.iter().filter(|(pattern, _)| !pattern.starts_with('*')) {
        let _ = writeln!(text, "{base}{pattern}");
        for (name, value) in policy.headers(*kind) {
            let _ = writeln!(text, "  {name}: {value}");
        }
    }
    for pattern in ["", "article/*", "section/*", "404.html"] {
        let _ = writeln!(text, "{base}{pattern}");
        for (name, value) in policy.headers(super::headers::Kind::Page) {
            let _ = writeln!(text, "  {name}: {value}");
        }
    }
    text
}

fn nginx(policy: &Policy, base: &str) -> String {
    let mut text = String::from("# Inside `server { … }`. The brotli lines want the ngx_brotli module.\n");
    text.push_str("gzip_static on;\nbrotli_static on;\nerror_page 404 ");
    let _ = writeln!(text, "{base}404.html;");
    for (pattern, kind) in RULES {
        let _ = match pattern.strip_prefix('*') {
            Some(end) if !end.is_empty() => writeln!(text, "location ~ ^{base}.*{}$ {{", end.replace('.', "\\.")),
            _ => writeln!(text, "location {base}{} {{", pattern.trim_end_matches('*')),
        };
        for (name, value) in policy.headers(kind) {
            let _ = writeln!(text, "    add_header {name} \"{value}\" always;");
        }
        text.push_str("}\n");
    }
    text
}

fn caddy(policy: &Policy, base: &str) -> String {
    let mut text = String::from("# Inside the site's block, beside `root * …`.\nfile_server {\n    precompressed br gzip\n}\n");
    let _ = writeln!(text, "handle_errors {{\n    rewrite * {base}404.html\n    file_server\n}}");
    for (at, (pattern, kind)) in RULES.iter().enumerate() {
        let special = RULES.iter().filter(|(other, _)| other != pattern && *pattern == "*");
        let _ = writeln!(text, "@files{at} {{\n    path {base}{pattern}");
        special.for_each(|(other, _)| {
            let _ = writeln!(text, "    not path {base}{other}");
        });
        let _ = writeln!(text, "}}\nheader @files{at} {{");
        for (name, value) in policy.headers(*kind) {
            let _ = writeln!(text, "    {name} \"{value}\"");
        }
        text.push_str("}\n");
    }
    text
}
