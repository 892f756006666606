//! The small newsroom of all native tests, in a folder of its own: what it publishes (here), and how it is printed (`print`).

#![allow(dead_code, unused_imports, reason = "each suite uses a part of it")]

mod print;

pub use print::{Printed, stand_in_reader};

use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

/// A newsroom in `content`, and what stands in for the built reader in `reader`.
#[derive(Clone)]
pub struct SmallNewsroom {
    /// Deleted with the last who needs it.
    folder: Arc<TempDir>,
}

impl SmallNewsroom {
    /// Two sections, no articles.
    pub fn new() -> SmallNewsroom {
        SmallNewsroom::without_reader().with_reader()
    }

    /// The same for tests that print nothing: many of them make thousands.
    pub fn without_reader() -> SmallNewsroom {
        let newsroom = SmallNewsroom { folder: Arc::new(TempDir::new().unwrap()) };
        newsroom.json("content/site.json", &least_site());
        fs::create_dir(newsroom.path("content/articles")).unwrap();
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
            newsroom.file(&path.to_string_lossy(), fs::read(&file).unwrap());
        }
        newsroom
    }

    /// Puts settings into the site file, in the place of what it says of them; null takes one out.
    pub fn set(&self, settings: Value) {
        let mut site = self.site();
        put(&mut site, settings);
        self.json("content/site.json", &site);
    }

    pub fn with(self, settings: Value) -> SmallNewsroom {
        self.set(settings);
        self
    }

    /// What the site file says.
    pub fn site(&self) -> Value {
        serde_json::from_slice(&fs::read(self.path("content/site.json")).unwrap()).unwrap()
    }

    /// Files an article: see [`article`].
    pub fn article(self, id: &str, day: u8, fields: Value) -> SmallNewsroom {
        self.json(&format!("content/articles/{id}.json"), &article(id, day, fields));
        self
    }

    pub fn json(&self, path: &str, value: &Value) {
        self.file(path, serde_json::to_string_pretty(value).unwrap());
    }

    pub fn file(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// A path of the folder; the folder itself where there is no name.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Deletes a file, or a folder with all that is in it.
    pub fn remove(&self, name: &str) {
        let path = self.path(name);
        let is_folder = fs::symlink_metadata(&path).unwrap().is_dir();
        if is_folder { fs::remove_dir_all(path) } else { fs::remove_file(path) }.unwrap();
    }
}

/// The least that a site file says; its pages hold three headlines, so that few articles fill them.
fn least_site() -> Value {
    json!({
        "name": "潮报", "language": "zh-Hans", "url": "https://tide.example/paper/", "timeZone": "Asia/Shanghai", "copyrightNotice": "©",
        "sectionPageSize": 3, "sections": [{"path": "news", "name": "新闻", "children": [{"path": "news/city", "name": "城市"}]}],
    })
}

/// The paper's own edition, where it is named.
pub fn simplified() -> Value {
    json!({"path": "", "language": "zh-Hans", "name": "简体"})
}

/// The edition in the other script.
pub fn traditional() -> Value {
    json!({"path": "hant", "language": "zh-Hant-TW", "name": "繁體"})
}

/// An article of a day in September 2024; `fields` are added to it, or replace what it has; null takes one out.
pub fn article(id: &str, day: u8, fields: Value) -> Value {
    let mut article = json!({
        "id": id, "language": "zh-Hans", "section": "news/city", "headline": format!("标题{id}"), "summary": format!("摘要{id}"),
        "source": {"name": "潮报"}, "body": [{"kind": "paragraph", "text": [format!("正文{id}")]}],
        "firstCreated": format!("2024-09-{day:02}T08:12:00+08:00"), "versionCreated": format!("2024-09-{day:02}T08:12:00+08:00"),
    });
    put(&mut article, fields);
    article
}

/// Gives an object fields, in the place of those that it has; null takes one out.
pub fn put(object: &mut Value, fields: Value) {
    let (Value::Object(object), Value::Object(fields)) = (object, fields) else { panic!("both are objects") };
    for (name, value) in fields {
        match value {
            Value::Null => drop(object.remove(&name)),
            value => drop(object.insert(name, value)),
        }
    }
}
