//! The same headers as files for common hosts.

use super::assets::Assets;
use super::headers::{Kind, Policy, rules};
use super::output::SiteFile;
use crate::model::Site;
use crate::paths::{FrameAddress, Paths, Tool};
use std::fmt::Write;

/// `_headers` (Netlify, Cloudflare Pages), and snippets for nginx and Caddy.
pub fn files(site: &Site, assets: &Assets) -> Vec<SiteFile> {
    let policy = Policy::of(site, assets.hashes(), true);
    let base = Paths::of(site).base().to_owned();
    // Where each edition beside the newsroom's own begins: it has a “not found” page in its own script.
    let others: Vec<&str> = site.editions.iter().map(|edition| edition.path.as_str()).filter(|path| !path.is_empty()).collect();
    let files = [
        ("_headers", netlify(&policy, &base, &others)),
        ("_hosts/nginx.conf", nginx(&policy, &base, &others)),
        ("_hosts/Caddyfile", caddy(&policy, &base, &others)),
    ];
    let redirects = redirects(&base, &others, site.has_embeds());
    let redirects = (!redirects.is_empty()).then_some(("_redirects", redirects));
    files.into_iter().chain(redirects).map(|(path, text)| (path.to_owned(), text.into_bytes())).collect()
}

/// Netlify takes the site's own “not found” page for every address; Cloudflare takes the nearest.
/// The first that covers an address decides.
fn redirects(base: &str, others: &[&str], has_embeds: bool) -> String {
    let editions = std::iter::once(base.to_owned()).chain(others.iter().map(|path| format!("{base}{path}/")));
    let frames = editions.filter(|_| has_embeds).map(|at| format!("{at}embed/* {at}{} 404\n", FrameAddress::NOT_FOUND));
    frames.chain(others.iter().map(|path| format!("{base}{path}/* {base}{path}/404.html 404\n"))).collect()
}

/// Every rule that matches is applied, and the values of the same header are joined; so no rule may
/// cover what a more special one covers, and there can be none for every other address. What is
/// not found is covered below `article/` and `section/`.
fn netlify(policy: &Policy, base: &str, others: &[&str]) -> String {
    let mut text = String::new();
    // A star stands at the end alone there: the feeds of sections have the headers of their pages.
    let special = rules(others).into_iter().filter(|(pattern, _)| !pattern.starts_with('*'));
    let editions = std::iter::once(String::new()).chain(others.iter().map(|path| format!("{path}/")));
    let pages = editions.flat_map(|edition| {
        let tools = Tool::ALL.map(|tool| format!("{edition}{}/", tool.folder()));
        let pages = ["", "article/*", "section/*", "404.html"].map(|pattern| format!("{edition}{pattern}"));
        pages.into_iter().chain(tools).map(|pattern| (pattern, Kind::Page))
    });
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

fn nginx(policy: &Policy, base: &str, others: &[&str]) -> String {
    let mut text =
        format!("# Inside `server {{ root …; }}`. The brotli line wants the ngx_brotli module.\n{}", where_it_lies(base));
    text.push_str("include mime.types;\ntypes { application/manifest+json webmanifest; }\n");
    text.push_str("charset utf-8;\ngzip_static on;\nbrotli_static on;\ngzip_vary on;\nabsolute_redirect off;\n");
    let _ = writeln!(text, "error_page 404 {base}404.html;");
    for path in others {
        let _ = writeln!(text, "location {base}{path}/ {{\n    error_page 404 {base}{path}/404.html;");
        text.push_str(&nginx_headers(policy, Kind::Page));
    }
    for (pattern, kind) in rules(others) {
        // Where a name ends, so does what the rule covers.
        let exactly = if pattern.ends_with('*') { "" } else { "= " };
        let _ = match pattern.strip_prefix('*') {
            Some(end) if !end.is_empty() => writeln!(text, "location ~ ^{base}.*{}$ {{", end.replace('.', "\\.")),
            _ => writeln!(text, "location {exactly}{base}{} {{", pattern.trim_end_matches('*')),
        };
        if kind == Kind::Frame {
            let folder = pattern.split_once("embed/").map_or("", |(folder, _)| folder);
            let _ = writeln!(text, "    error_page 404 {base}{folder}{};", FrameAddress::NOT_FOUND);
        }
        text.push_str(&nginx_headers(policy, kind));
    }
    text
}

fn nginx_headers(policy: &Policy, kind: Kind) -> String {
    let headers = policy.headers(kind);
    headers.iter().map(|(name, value)| format!("    add_header {name} \"{value}\" always;\n")).chain(["}\n".to_owned()]).collect()
}

/// The headers are set again where an error is handled: what is not found is a page, wherever it was looked for.
fn caddy(policy: &Policy, base: &str, others: &[&str]) -> String {
    let mut text = format!("# Inside the site's block, beside `root * …`.\n{}", where_it_lies(base));
    text.push_str(CADDY_FILES);
    // It names the encodings only where it found one, and does not know this type.
    text.push_str(
        "header ?Vary Accept-Encoding\n@manifest path *.webmanifest\nheader @manifest Content-Type application/manifest+json\n",
    );
    let rules = rules(others);
    for (at, (pattern, kind)) in rules.iter().enumerate() {
        let special = rules.iter().filter(|(other, _)| other != pattern && pattern == "*");
        let _ = writeln!(text, "@files{at} {{\n    path {}", caddy_path(base, pattern));
        special.for_each(|(other, _)| {
            let _ = writeln!(text, "    not path {}", caddy_path(base, other));
        });
        let _ = writeln!(text, "}}\nheader @files{at} {{\n{}}}", caddy_headers(policy, *kind, "    "));
    }
    text.push_str("handle_errors {\n");
    // What is not found in a frame is told in the frame: the more special first, and each only once.
    for folder in others.iter().map(|path| format!("{base}{path}/")).chain([base.to_owned()]) {
        let name = format!("frames{}", folder.replace('/', "_"));
        let _ = writeln!(text, "    @{name} path {folder}embed/*");
        text.push_str(&caddy_not_found(
            policy,
            Kind::Frame,
            &format!("@{name} "),
            &format!("{folder}{}", FrameAddress::NOT_FOUND),
        ));
    }
    for path in others {
        let _ = writeln!(text, "    @{path} path {base}{path}/*");
        text.push_str(&caddy_not_found(policy, Kind::Page, &format!("@{path} "), &format!("{base}{path}/404.html")));
    }
    text.push_str(&caddy_not_found(policy, Kind::Page, "", &format!("{base}404.html")));
    text.push_str("}\n");
    text
}

const CADDY_FILES: &str = "file_server {\n    precompressed br gzip\n}\n";

fn caddy_not_found(policy: &Policy, kind: Kind, matcher: &str, page: &str) -> String {
    let files = CADDY_FILES.lines().map(|line| format!("        {line}\n")).collect::<String>();
    let headers = caddy_headers(policy, kind, "            ");
    format!("    handle {matcher}{{\n        rewrite * {page}\n        header {{\n{headers}        }}\n{files}    }}\n")
}

/// A star in the midst stays within a folder there; at the beginning it covers everything before.
fn caddy_path(base: &str, pattern: &str) -> String {
    match pattern.strip_prefix('*') {
        Some(end) if !end.is_empty() => pattern.to_owned(),
        _ => format!("{base}{pattern}"),
    }
}

fn caddy_headers(policy: &Policy, kind: Kind, indent: &str) -> String {
    policy.headers(kind).iter().map(|(name, value)| format!("{indent}{name} \"{value}\"\n")).collect()
}
