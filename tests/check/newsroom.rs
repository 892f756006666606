//! A newsroom in a folder of its own in which all is well, until a test puts one odd thing into it.

use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use strait_check::Checked;
use strait_darkroom::Darkroom;
use strait_report::progress::Silent;
use tempfile::TempDir;

pub struct Newsroom {
    folder: TempDir,
}

const DRAWING: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='640' height='360'><rect width='9' height='9'/></svg>";

impl Newsroom {
    /// Two sections, an article `1` and a picture `a.svg`.
    pub fn new() -> Newsroom {
        let newsroom = Newsroom { folder: TempDir::new().unwrap() };
        let site = json!({"name": "潮报", "language": "zh-Hans", "url": "https://tide.example/paper/", "timeZone": "Asia/Shanghai",
            "copyrightNotice": "©", "sections": [{"path": "news", "name": "新闻", "children": [{"path": "news/city", "name": "城市"}]}],
            "players": [{"provider": "tide", "name": "潮", "origin": "https://play.example"}]});
        newsroom.json("site.json", &site);
        newsroom.file("pictures/a.svg", DRAWING);
        newsroom.article("1", json!({}))
    }

    /// An article that is well but for `fields`, which replace what it has; null takes a field out.
    pub fn article(self, id: &str, fields: Value) -> Newsroom {
        self.json(&format!("articles/{id}.json"), &article(id, fields));
        self
    }

    pub fn json(&self, path: &str, value: &Value) {
        self.file(path, serde_json::to_string_pretty(value).unwrap());
    }

    pub fn file(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Checks as of 1 October 2024.
    pub fn check(&self) -> Checked {
        strait_check::check(
            self.path(),
            "2024-10-01T00:00:00Z".parse().unwrap(),
            &Darkroom::of(env!("CARGO_BIN_EXE_strait")),
            &Silent,
        )
        .unwrap()
    }

    /// What is found: the name of each problem with its file and pointer.
    pub fn faults(&self) -> Vec<String> {
        let below = |path: &Path| path.strip_prefix(self.path()).unwrap().display().to_string();
        self.check()
            .problems
            .iter()
            .map(|problem| format!("{} {}{}", problem.name, below(&problem.file), problem.place))
            .collect()
    }
}

pub fn article(id: &str, fields: Value) -> Value {
    let mut article = json!({
        "id": id, "language": "zh-Hans", "section": "news/city", "headline": format!("潮水又涨了{id}"), "source": {"name": "潮报"},
        "summary": "潮水一天涨两次退两次，渔民跟着潮水走，码头也跟着潮水醒来，街上的铺子跟着渔民开门。",
        "lead": {"src": "a.svg", "alt": "一条小船", "caption": "清晨的港口"},
        "body": [{"kind": "paragraph", "text": ["渔民跟着潮水走。"]}],
        "firstCreated": "2024-09-30T08:12:00+08:00", "versionCreated": "2024-09-30T08:12:00+08:00",
    });
    let own = article.as_object_mut().unwrap();
    for (name, value) in fields.as_object().unwrap() {
        match value {
            Value::Null => drop(own.remove(name)),
            value => drop(own.insert(name.clone(), value.clone())),
        }
    }
    article
}
