//! A newsroom in a folder of its own, printed with a stand-in for the built reader.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use strait_confined::Confined;
use strait_darkroom::Darkroom;
use strait_press::inventory::{self, Seal};
use strait_press::mark::Mark;
use strait_press::{Order, PressError, READER_PARTS, ReaderFiles, Report};
use strait_report::progress::Silent;
use tempfile::TempDir;

#[derive(Clone)]
pub struct SmallNewsroom {
    folder: Arc<TempDir>,
}

impl SmallNewsroom {
    /// Two sections, no articles.
    pub fn new() -> SmallNewsroom {
        let newsroom = SmallNewsroom { folder: Arc::new(TempDir::new().unwrap()) };
        let site = r#"{"name":"潮报","language":"zh-Hans","url":"https://tide.example/paper/","timeZone":"Asia/Shanghai",
            "sectionPageSize":3,"copyrightNotice":"©","sections":[{"path":"news","name":"新闻","children":[{"path":"news/city","name":"城市"}]}]}"#;
        newsroom.file("content/site.json", site);
        for part in READER_PARTS {
            newsroom.file(&format!("reader/{part}"), part);
        }
        newsroom.file("reader/shell.html", "<!doctype html><html><head><!--HEAD--></head><body><!--BODY--></body></html>");
        newsroom.folder("content/articles");
        newsroom
    }

    /// The demo newsroom without its pictures and films, which take long to make.
    pub fn of_the_demo() -> SmallNewsroom {
        let newsroom = SmallNewsroom::new();
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
        let mut files = vec![content.join("site.json"), content.join("front.json")];
        files.extend(fs::read_dir(content.join("articles")).unwrap().map(|entry| entry.unwrap().path()));
        for file in files {
            let path = Path::new("content").join(file.strip_prefix(&content).unwrap());
            newsroom.file(&path.to_string_lossy(), &fs::read_to_string(&file).unwrap());
        }
        newsroom
    }

    /// Adds an article of a day in September 2024; `fields` are added to it, or replace what it has.
    pub fn article(self, id: &str, day: u8, fields: serde_json::Value) -> SmallNewsroom {
        let mut article = serde_json::json!({
            "id": id, "language": "zh-Hans", "section": "news/city", "headline": format!("标题{id}"), "summary": format!("摘要{id}"),
            "source": {"name": "潮报"}, "body": [{"kind": "paragraph", "text": [format!("正文{id}")]}],
            "firstCreated": format!("2024-09-{day:02}T08:12:00+08:00"), "versionCreated": format!("2024-09-{day:02}T08:12:00+08:00"),
        });
        let (Some(article), serde_json::Value::Object(fields)) = (article.as_object_mut(), fields) else {
            panic!("fields are an object");
        };
        article.extend(fields);
        self.file(&format!("content/articles/{id}.json"), &serde_json::to_string(article).unwrap());
        self
    }

    pub fn file(&self, path: &str, text: &str) {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn folder(&self, path: &str) {
        fs::create_dir_all(self.folder.path().join(path)).unwrap();
    }

    /// Prints as of 1 October 2024.
    pub fn print(&self) -> Printed {
        self.print_to("site", |_| {})
    }

    /// Prints into a folder, with a change to the usual order.
    pub fn print_to(&self, folder: &str, change: impl FnOnce(&mut Order)) -> Printed {
        let report = self.try_to_print_to(folder, change).unwrap();
        let printed = Printed { root: self.path(folder), report, _folder: self.folder.clone() };
        printed.inventory();
        printed
    }

    /// The same, where it may not be possible.
    pub fn try_to_print_to(&self, folder: &str, change: impl FnOnce(&mut Order)) -> Result<Report, PressError> {
        let mut order = Order {
            content: self.path("content"),
            reader: ReaderFiles::Folder(self.path("reader")),
            out: self.path(folder),
            cache: self.path("cache"),
            darkroom: Darkroom::of(env!("CARGO_BIN_EXE_strait")),
            now: "2024-10-01T00:00:00Z".parse().unwrap(),
            url: None,
            data_url: None,
            precompress: false,
            partner_files: true,
            living: true,
            avif: true,
            jobs: 2,
            changed: None,
            full: false,
            force: false,
        };
        change(&mut order);
        strait_press::publish(&order, &Silent)
    }

    /// The files of a site that was printed into a folder.
    pub fn files_of(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        Printed { root: self.path(folder), report: Report::default(), _folder: self.folder.clone() }.by_path()
    }

    /// A path of this newsroom.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Deletes a folder with all that is in it.
    pub fn remove(&self, name: &str) {
        fs::remove_dir_all(self.path(name)).unwrap();
    }
}

pub struct Printed {
    pub root: PathBuf,
    pub report: Report,
    /// Deleted with the last who needs it.
    _folder: Arc<TempDir>,
}

impl Printed {
    pub fn text(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub fn has(&self, path: &str) -> bool {
        self.root.join(path).exists()
    }

    pub fn html(&self, path: &str) -> scraper::Html {
        scraper::Html::parse_document(&self.text(path))
    }

    /// The texts of what a selector finds in a page.
    pub fn texts(&self, path: &str, selector: &str) -> Vec<String> {
        let selector = scraper::Selector::parse(selector).unwrap();
        self.html(path).select(&selector).map(|element| element.text().collect::<String>().trim().to_owned()).collect()
    }

    /// The files that the press vouches for, each of which stands as it says.
    pub fn inventory(&self) -> Vec<String> {
        let site = Confined::open(&self.root).unwrap();
        let Some(Mark::Whole { inventory, .. }) = Mark::of(&site).unwrap() else { panic!("the site is not whole") };
        let files = inventory::read(&site, inventory).unwrap();
        for (path, seal) in &files {
            let bytes = fs::read(self.root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
            assert!(Seal::of(&bytes) == *seal, "{path} is not what the inventory says");
        }
        files.into_keys().collect()
    }

    /// Every file of the site, with its bytes.
    pub fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        collect(&self.root, &mut files);
        files.sort();
        files
    }

    /// The same by their paths below the site.
    pub fn by_path(&self) -> BTreeMap<String, Vec<u8>> {
        let below = |path: PathBuf| path.strip_prefix(&self.root).unwrap().to_string_lossy().into_owned();
        self.files().into_iter().map(|(path, bytes)| (below(path), bytes)).collect()
    }
}

fn collect(folder: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => collect(&path, files),
            false if [".strait", ".strait-files"].iter().any(|own| path.ends_with(own)) => {}
            false => files.push((path.clone(), fs::read(&path).unwrap())),
        }
    }
}
