//! A small newsroom, and the command that is told to use it.

use crate::newsroom::{SmallNewsroom, simplified, traditional};
use serde_json::{Value, json};
use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

pub struct Desk {
    newsroom: SmallNewsroom,
    site: Value,
}

pub struct Ended {
    pub code: i32,
    pub answer: Value,
    pub err: String,
}

impl Desk {
    /// With something of every setting but the press's own, and something to import.
    pub fn new() -> Desk {
        let newsroom = SmallNewsroom::new().with(json!({
            "dataUrl": "https://data.tide.example/", "qrMark": "from=qr",
            "players": [{"provider": "tide", "name": "潮", "origin": "https://play.example"}],
            "mediaOrigins": ["https://img.example"], "embedPartners": ["https://partner.example"],
            "editions": [simplified(), traditional()], "robots": {"refuse": ["SomeBot"]},
            "theme": {"light": {"ground": "#ffffff"}, "dark": {"ground": "#000000"}, "icon": "icon.svg", "ornament": "rule",
                "masthead": {"light": "name.svg", "dark": "name.svg"}},
        }));
        for picture in ["icon.svg", "name.svg"] {
            newsroom.file(&format!("content/look/{picture}"), "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
        }
        let item = json!({"uri": "urn:1", "type": "text", "pubstatus": "usable", "headline": "潮", "body_text": "潮水",
            "firstcreated": "2024-09-01T00:00:00Z", "versioncreated": "2024-09-01T00:00:00Z"});
        newsroom.json("item.json", &item);
        Desk { site: newsroom.site(), newsroom }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.newsroom.path(name)
    }

    /// The site file, which all commands take, with another value at a pointer.
    pub fn site_with(&self, pointer: &str, value: &str) -> Value {
        let mut site = self.site.clone();
        match site.pointer_mut(pointer) {
            Some(place) => *place = value.into(),
            None => {
                let (within, name) = pointer.rsplit_once('/').unwrap();
                site.pointer_mut(within).unwrap()[name] = value.into();
            }
        }
        site
    }

    /// Files it so.
    pub fn set(&self, pointer: &str, value: &str) {
        self.newsroom.json("content/site.json", &self.site_with(pointer, value));
    }

    /// Every command that reads the site file of a newsroom, and does nothing where it refuses.
    pub fn commands(&self) -> [Vec<String>; 4] {
        let www = format!("publish --content content --reader reader --from site --to file://{}", self.path("www").display());
        [
            "check --content content",
            "build --content content --reader reader --out site",
            &www,
            "import --from ninjs item.json --content content --section news",
        ]
        .map(|command| command.split(' ').map(str::to_owned).collect())
    }

    /// Runs `strait` in the folder; what it answers to machines.
    pub fn run(&self, arguments: &[impl AsRef<OsStr>]) -> Ended {
        let mut command = Command::new(env!("CARGO_BIN_EXE_strait"));
        command.args(arguments).args(["--format", "json"]).current_dir(self.path(""));
        command.env("LC_ALL", "C.UTF-8").env("HOME", self.path("")).env("XDG_CACHE_HOME", self.path("cache"));
        let mut process = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // Who should refuse and serves instead would never end.
        let end = Instant::now() + Duration::from_secs(120);
        while process.try_wait().unwrap().is_none() && Instant::now() < end {
            thread::sleep(Duration::from_millis(2));
        }
        process.kill().unwrap_or_default();
        let output = process.wait_with_output().unwrap();
        let answer = serde_json::from_slice(&output.stdout).unwrap_or_default();
        Ended { code: output.status.code().unwrap_or(-1), answer, err: String::from_utf8(output.stderr).unwrap() }
    }
}
