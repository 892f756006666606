//! A newsroom in which all is well, until a test puts one odd thing into it.

use crate::newsroom::{self, SmallNewsroom, put};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use strait_check::Checked;
use strait_darkroom::Darkroom;
use strait_report::progress::Silent;

/// A small newsroom whose paths begin in its content.
pub struct Newsroom {
    folder: SmallNewsroom,
}

const DRAWING: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='640' height='360'><rect width='9' height='9'/></svg>";

impl Newsroom {
    /// Two sections, a player, an article `1` and a picture `a.svg`.
    pub fn new() -> Newsroom {
        let player = json!({"provider": "tide", "name": "潮", "origin": "https://play.example"});
        let newsroom = Newsroom { folder: SmallNewsroom::without_reader().with(json!({"players": [player]})) };
        newsroom.file("pictures/a.svg", DRAWING);
        newsroom.article("1", json!({}))
    }

    /// An article that is well but for `fields`, which replace what it has; null takes a field out.
    pub fn article(self, id: &str, fields: Value) -> Newsroom {
        self.json(&format!("articles/{id}.json"), &article(id, fields));
        self
    }

    /// Puts settings into the site file.
    pub fn set(&self, settings: Value) {
        self.folder.set(settings);
    }

    pub fn json(&self, path: &str, value: &Value) {
        self.folder.json(&format!("content/{path}"), value);
    }

    pub fn file(&self, path: &str, bytes: impl AsRef<[u8]>) {
        self.folder.file(&format!("content/{path}"), bytes);
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path("content")
    }

    /// Checks as of 1 October 2024.
    pub fn check(&self) -> Checked {
        strait_check::check(
            &self.path(),
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
    let mut article = newsroom::article(
        id,
        30,
        json!({
            "headline": format!("潮水又涨了{id}"), "body": [{"kind": "paragraph", "text": ["渔民跟着潮水走。"]}],
            "summary": "潮水一天涨两次退两次，渔民跟着潮水走，码头也跟着潮水醒来，街上的铺子跟着渔民开门。",
            "lead": {"src": "a.svg", "alt": "一条小船", "caption": "清晨的港口"},
        }),
    );
    put(&mut article, fields);
    article
}
