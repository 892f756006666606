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
    // Where each edition beside the newsroom's own begins: it has a “not found” page in its own script.
    let others: Vec<&str> = site.editions.iter().map(|edition| edition.path.as_str()).filter(|path| !path.is_empty()).collect();
    let files = [
        ("_headers", netlify(&policy, &base, &others)),
        ("_hosts/nginx.conf", nginx(&policy, &base, &others)),
        ("_hosts/Caddyfile", caddy(&policy, &base, &others)),
    ];
    let redirects = (!others.is_empty()).then(|| ("_redirects", redirects(&base, &others)));
    files.into_iter().chain(redirects).map(|(path, text)| (path.to_owned(), text.into_bytes())).collect()
}

/// Netlify takes the site's own “not found” page for every address; Cloudflare takes the nearest.
fn redirects(base: &str, others: &[&str]) -> String {
    others.iter().map(|path| format!("{base}{path}/* {base}{path}/404.html 404\n")).collect()
}

fn netlify(policy: &Policy, base: &str, others: &[&str]) -> String {
    let mut text = String::new();
    // Every rule that matches is applied, so the general one must not repeat what a special one says.
    for (pattern, kind) in RULES.iter().filter(|(pattern, _)| *pattern != "*") {
        let _ = writeln!(text, "{base}{pattern}");
        for (name, value) in policy.headers(*kind) {
            let _ = writeln!(text, "  {name}: {value}");
        }
    }
    let pages = ["", "article/*", "section/*", "404.html"].map(str::to_owned);
    for pattern in pages.into_iter().chain(others.iter().map(|path| format!("{path}/*"))) {
        let _ = writeln!(text, "{base}{pattern}");
        for (name, value) in policy.headers(super::headers::Kind::Page) {
            let _ = writeln!(text, "  {name}: {value}");
        }
    }
    text
}

fn nginx(policy: &Policy, base: &str, others: &[&str]) -> String {
    let mut text = String::from("# Inside `server { … }`. The brotli lines want the ngx_brotli module.\n");
    text.push_str("gzip_static on;\nbrotli_static on;\nerror_page 404 ");
    let _ = writeln!(text, "{base}404.html;");
    let special = others.iter().map(|path| (format!("{path}/*"), super::headers::Kind::Page));
    for (pattern, kind) in special.chain(RULES.map(|(pattern, kind)| (pattern.to_owned(), kind))) {
        let _ = writeln!(text, "location {base}{} {{", pattern.trim_end_matches('*'));
        if others.iter().any(|path| pattern.strip_prefix(path) == Some("/*")) {
            let _ = writeln!(text, "    error_page 404 {base}{};", pattern.replace('*', "404.html"));
        }
        for (name, value) in policy.headers(kind) {
            let _ = writeln!(text, "    add_header {name} \"{value}\" always;");
        }
        text.push_str("}\n");
    }
    text
}

fn caddy(policy: &Policy, base: &str, others: &[&str]) -> String {
    let mut text = String::from("# Inside the site's block, beside `root * …`.\nfile_server {\n    precompressed br gzip\n}\n");
    text.push_str("handle_errors {\n");
    for path in others {
        let _ = writeln!(text, "    @{path} path {base}{path}/*\n    handle @{path} {{");
        let _ = writeln!(text, "        rewrite * {base}{path}/404.html\n        file_server\n    }}");
    }
    let _ = writeln!(text, "    handle {{\n        rewrite * {base}404.html\n        file_server\n    }}\n}}");
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
