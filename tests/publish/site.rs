//! Small sites whose pages, data and feeds name each other as those of the press do.

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use tempfile::TempDir;
use xxhash_rust::xxh3::xxh3_64;

/// A site as files, by path.
pub type Site = BTreeMap<String, Vec<u8>>;

/// An edition of a paper: which articles there are, and the version of everything else.
pub fn edition(articles: std::ops::Range<u32>, version: u32) -> Site {
    let ids: Vec<u32> = articles.collect();
    let mut site = Site::new();
    let script = hashed(&mut site, "assets/reader", "js", format!("/* {version} */ {}", "wake();".repeat(99)));
    let links = |ids: &[u32]| ids.iter().map(|id| format!("<a href=\"/article/{id}/\">{id}</a>")).collect::<String>();
    let page = |body: &str| {
        let head = "<link rel=\"alternate\" href=\"/feed.xml\"><link rel=\"icon\" href=\"/icon.svg\">";
        format!("<!doctype html><html><head>{head}<script src=\"/{script}\"></script></head><body>{body}</body></html>")
    };
    for id in &ids {
        // Old articles lead to new ones and the other way round, in every edition to others.
        let related: Vec<u32> =
            ids.iter().filter(|other| *other != id && (*other + id + version).is_multiple_of(2)).copied().collect();
        let picture = hashed(&mut site, &format!("pictures/{id}"), "avif", format!("picture {id} {}", version * (id % 2)));
        let body = format!("<img src=\"/{picture}\"><a href=\"/section/news/\">news</a>{}", links(&related));
        put(&mut site, &format!("article/{id}/index.html"), page(&body));
        put(&mut site, &format!("data/articles/{id}.json"), json(&related, &picture));
    }
    for list in ["section/news/index.html", "index.html", "404.html"] {
        let body = format!("<a href=\"/\">front</a><a href=\"/section/news/\">news</a>{}", links(&ids));
        put(&mut site, list, page(&body));
    }
    for list in ["data/front.json", "data/site.json", "data/sections/news/latest.json"] {
        put(&mut site, list, json(&ids, &script));
    }
    let items = ids.iter().map(|id| format!("<item><link>/article/{id}/</link></item>")).collect::<String>();
    put(&mut site, "feed.xml", format!("<rss>{items}</rss>"));
    put(&mut site, "media/潮 水 (1)%20~a.mp3", format!("sound {version}"));
    put(&mut site, "icon.svg", format!("<svg><!-- {version} --></svg>"));
    put(&mut site, "robots.txt", "User-agent: *\n".to_owned());
    site
}

/// The first edition, and the one after it: two articles go, three come, the script and some pictures change.
pub fn two_editions() -> (Site, Site) {
    (edition(1..7, 1), edition(3..10, 2))
}

/// Writes a site to a folder, where a publisher finds it, as the press leaves one.
pub fn printed(site: &Site) -> TempDir {
    let folder = super::temporary();
    for (path, bytes) in site {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    mark_as_whole(site, folder.path());
    folder
}

/// Writes the inventory, and the mark that vouches for it.
fn mark_as_whole(site: &Site, folder: &Path) {
    let line = |(path, bytes): (&String, &Vec<u8>)| format!("{:016x} {} {path}", xxh3_64(bytes), bytes.len());
    let lines: Vec<String> = site.iter().map(line).collect();
    let sum = lines.iter().fold(0_u64, |sum, line| sum.wrapping_add(xxh3_64(line.as_bytes())));
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    fs::write(folder.join(".strait"), format!("{:016x} {} {} {sum:016x}\n", 0, lines.len(), text.len())).unwrap();
    fs::write(folder.join(".strait-files"), text).unwrap();
}

pub fn is_hashed(path: &str) -> bool {
    path.starts_with("assets/") || path.starts_with("pictures/")
}

/// What a file's name must say that its content is.
pub fn hash_in_name(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

fn hashed(site: &mut Site, name: &str, extension: &str, content: String) -> String {
    let path = format!("{name}-{}.{extension}", hash_in_name(content.as_bytes()));
    put(site, &path, content);
    path
}

fn put(site: &mut Site, path: &str, content: String) {
    site.insert(path.to_owned(), content.into_bytes());
}

fn json(articles: &[u32], file: &str) -> String {
    serde_json::json!({ "articles": articles, "file": file }).to_string()
}
