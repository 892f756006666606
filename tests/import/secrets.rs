//! What is held back is nowhere in the printed site: every byte of every file is looked at.

use crate::folder::Folder;
use crate::newsroom::{simplified, traditional};
use crate::sources::{self, OPEN, SECRET};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use strait_import::Format::{Feed, Ninjs, WordPress};
use strait_import::{Format, Report};
use strait_press::Order;

/// A newsroom that everything was imported into, and that holds back articles of its own.
fn newsroom() -> Folder {
    let folder = Folder::to_print(json!({
        "search": true, "sections": [{"path": "news", "name": "新闻"}, {"path": "sport", "name": "体育"}],
        "editions": [simplified(), traditional()],
    }));
    for (path, drawing) in sources::pictures() {
        folder.put(&format!("in/{path}"), drawing);
    }
    for (at, article) in sources::own().iter().enumerate() {
        let word = if at == 0 { OPEN } else { SECRET };
        folder.put(&format!("content/articles/{}.json", article["id"].as_str().unwrap()), article.to_string());
        let drawing =
            format!("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='{at}'/></svg>");
        folder.put(&format!("content/pictures/{word}-own-{at}.svg"), drawing);
        folder.put(&format!("content/media/{word}-{at}.mp4"), format!("{word} film"));
    }
    let held: Vec<Value> = sources::own().iter().skip(1).map(|article| article["id"].clone()).collect();
    let front = json!({"lead": held[0], "beside": held, "pictures": held, "strips": [{"section": "sport", "lead": held[1]}]});
    folder.put("content/front.json", front.to_string());
    import(&folder);
    folder
}

fn import(folder: &Folder) -> Vec<Report> {
    let sources: [(Format, &str, String); 5] = [
        (WordPress, "in/export.xml", sources::export()),
        (WordPress, "in/posts.json", sources::rest()),
        (Feed, "in/feed.rss", sources::rss()),
        (Feed, "in/feed.atom", sources::atom()),
        (Ninjs, "in/items.json", sources::ninjs()),
    ];
    let import = |(format, name, text): (Format, &str, String)| {
        folder.put(name, text);
        folder.run(&folder.order(format, name)).unwrap()
    };
    sources.into_iter().map(import).collect()
}

/// Prints with compressed copies, which are looked through too.
fn print(folder: &Folder, site: &str, change: impl FnOnce(&mut Order)) {
    folder.print_to(site, |order| {
        order.precompress = true;
        change(order);
    });
}

/// All files of a site by their paths, the compressed ones as they are read.
fn files(site: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut waiting = vec![site.to_owned()];
    let mut files = BTreeMap::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        let mut plain = Vec::new();
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("br") => drop(brotli::Decompressor::new(&bytes[..], 4096).read_to_end(&mut plain).unwrap()),
            Some("gz") => drop(flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut plain).unwrap()),
            _ => plain = bytes,
        }
        files.insert(path.strip_prefix(site).unwrap().to_owned(), plain);
    }
    files
}

/// The files of a site that say a word, in whatever case, or are called after it.
fn told(folder: &Folder, site: &str, word: &str) -> Vec<String> {
    let says = |bytes: &[u8]| bytes.to_ascii_lowercase().windows(word.len()).any(|window| window == word.as_bytes());
    let files = files(&folder.path(site)).into_iter().map(|(path, bytes)| (path.to_string_lossy().into_owned(), bytes));
    files.filter(|(path, bytes)| says(path.as_bytes()) || says(bytes)).map(|(path, _)| path).collect()
}

/// Lets everything through, as an older Strait did.
fn open_all(folder: &Folder) {
    for file in folder.files() {
        let mut article: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        let fields = article.as_object_mut().unwrap();
        ["pubStatus", "embargoed", "expires"].iter().for_each(|name| drop(fields.remove(*name)));
        fs::write(file, article.to_string()).unwrap();
    }
}

/// Takes everything back: what was imported by importing again, the paper's own by its editors.
fn close_all(folder: &Folder) {
    import(folder);
    for article in sources::own() {
        folder.put(&format!("content/articles/{}.json", article["id"].as_str().unwrap()), article.to_string());
    }
}

/// Whether a word is found in each kind of place: pages, data, feeds, frames, ninjs, both editions, compressed copies, names.
fn assert_is_everywhere(found: &[String], word: &str) {
    let places = [
        "index.html",
        "index.html.br",
        "index.html.gz",
        "data/front.json",
        "data/front.json.gz",
        "data/hant/front.json",
        "hant/index.html",
        "hant/index.html.br",
        "feed.xml",
        "feed.xml.br",
        "section/sport/index.html",
    ];
    for place in places {
        assert!(found.iter().any(|path| path == place), "{word} is not in {place}: {found:#?}");
    }
    for (folder, ending) in [
        ("ninjs/", ".json"),
        ("embed/", ".html"),
        ("oembed/", ".json"),
        ("pictures/", ".avif"),
        ("media/", ".mp4"),
        ("hant/article/", ".br"),
    ] {
        assert!(found.iter().any(|path| path.starts_with(folder) && path.ends_with(ending)), "{word} is not in {folder}");
    }
}

#[test]
fn what_is_held_back_is_in_no_byte_of_the_site() {
    let folder = newsroom();
    print(&folder, "site", |_| {});
    assert_eq!(told(&folder, "site", SECRET), Vec::<String>::new());
    assert_is_everywhere(&told(&folder, "site", OPEN), OPEN);
    // Not even as a number: without what is held back the site is the same, byte for byte.
    let is_held = |article: &Value| article.to_string().contains(SECRET) && article["pubStatus"] != "canceled";
    for file in folder.files() {
        let article: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        if is_held(&article) && article["id"] != sources::own()[0]["id"] {
            fs::remove_file(file).unwrap();
        }
    }
    print(&folder, "without", |order| order.precompress = false);
    let strip = |mut files: BTreeMap<PathBuf, Vec<u8>>| {
        let is_copy = |path: &Path| path.extension().is_some_and(|ending| ending == "br" || ending == "gz");
        // What the press notes of the folder is in the order in which its threads wrote.
        let is_noted = |path: &Path| [".strait", ".strait-files"].iter().any(|name| path == Path::new(name));
        files.retain(|path, _| !is_noted(path) && !is_copy(path));
        files
    };
    let (with, without) = (strip(files(&folder.path("site"))), strip(files(&folder.path("without"))));
    let differ: Vec<_> = with.iter().filter(|(path, bytes)| without.get(*path) != Some(*bytes)).map(|(path, _)| path).collect();
    assert!(differ.is_empty() && with.len() == without.len(), "{differ:?}");
}

#[test]
fn each_item_is_counted_once() {
    let folder = newsroom();
    let counts: Vec<[usize; 4]> = import(&folder)
        .iter()
        .map(|Report { counts, .. }| [counts.unchanged, counts.withheld, counts.embargoed, counts.skipped])
        .collect();
    assert_eq!(
        counts,
        [[2, 8, 1, 0], [1, 8, 1, 0], [1, 1, 1, 0], [1, 1, 0, 0], [2, 2, 2, 0]],
        "published and tombstones are unchanged"
    );
}

#[test]
fn what_keeps_an_item_for_some_readers_is_named() {
    let named = |report: &Report| -> Vec<String> {
        let told = report.problems.iter().filter(|problem| problem.name == "for-some-readers");
        told.map(|problem| problem.what.en.split(['(', ')']).nth(1).unwrap_or_default().to_owned()).collect()
    };
    let reports = import(&newsroom());
    let (exported, answered, fed) = (named(&reports[0]), named(&reports[1]), named(&reports[2]));
    let names = [
        "_jetpack_newsletter_access",
        "_members_access_role",
        "wp:jetpack/paywall",
        ".wp-block-premium-content-container",
        "[restrict]",
        "[s2if]",
    ];
    assert_eq!((exported, answered), (names.map(str::to_owned).to_vec(), names.map(str::to_owned).to_vec()));
    assert_eq!(fed, [".paywall-lead"]);
}

#[test]
fn what_was_let_through_leaves_no_trace_once_it_is_taken_back() {
    type Change = fn(&Folder, &mut Order);
    let ways: [(&str, Change); 4] = [
        ("as always", |_, _| {}),
        ("told of the files", |folder, order| order.changed = Some(folder.files())),
        ("without compressed copies", |_, order| order.precompress = false),
        ("with the index lost", |folder, _| fs::remove_dir_all(folder.path("cache")).unwrap()),
    ];
    let folder = newsroom();
    let names = folder.files();
    open_all(&folder);
    print(&folder, "site", |_| {});
    assert_is_everywhere(&told(&folder, "site", SECRET), SECRET);
    let left = files_as_they_are(&folder, &["site", "cache"]);
    close_all(&folder);
    assert_eq!(folder.files(), names, "ids stay");
    for (way, change) in ways {
        for path in ["site", "cache"] {
            fs::remove_dir_all(folder.path(path)).ok();
        }
        left.iter().for_each(|(path, bytes)| folder.put(path, bytes));
        print(&folder, "site", |order| change(&folder, order));
        assert_eq!(told(&folder, "site", SECRET), Vec::<String>::new(), "{way}");
        assert!(!told(&folder, "site", OPEN).is_empty(), "{way}");
    }
}

fn files_as_they_are(folder: &Folder, paths: &[&str]) -> Vec<(String, Vec<u8>)> {
    let mut waiting: Vec<PathBuf> = paths.iter().map(|path| folder.path(path)).collect();
    let mut found = vec![];
    while let Some(path) = waiting.pop() {
        match path.is_dir() {
            true => waiting.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path())),
            false => {
                let bytes = fs::read(&path).unwrap();
                let name = path.strip_prefix(folder.path("")).unwrap().to_string_lossy().into_owned();
                found.push((name, bytes));
            }
        }
    }
    found
}
