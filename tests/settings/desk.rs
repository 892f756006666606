//! A newsroom in a folder of its own, and the command that is told to use it.

use serde_json::{Value, json};
use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;

pub struct Desk {
    folder: TempDir,
}

pub struct Ended {
    pub code: i32,
    pub answer: Value,
    pub err: String,
}

/// A site file that all commands take, with something of every setting but the press's own.
pub fn site() -> Value {
    json!({
        "name": "潮报", "language": "zh-Hans", "url": "https://tide.example/paper/", "timeZone": "Asia/Shanghai",
        "copyrightNotice": "©", "dataUrl": "https://data.tide.example/",
        "sections": [{"path": "news", "name": "新闻"}], "qrMark": "from=qr",
        "players": [{"provider": "tide", "name": "潮", "origin": "https://play.example"}],
        "mediaOrigins": ["https://img.example"], "embedPartners": ["https://partner.example"],
        "editions": [{"path": "", "language": "zh-Hans", "name": "简体"}, {"path": "hant", "language": "zh-Hant-TW", "name": "繁體"}],
    })
}

/// The same with another value at a pointer.
pub fn site_with(pointer: &str, value: &str) -> Value {
    let mut site = site();
    match site.pointer_mut(pointer) {
        Some(place) => *place = value.into(),
        None => site[pointer.trim_start_matches('/')] = value.into(),
    }
    site
}

impl Desk {
    /// With a stand-in for the built reader, and something to import.
    pub fn new() -> Desk {
        let desk = Desk { folder: TempDir::new().unwrap() };
        for folder in ["reader", "paper/articles"] {
            fs::create_dir_all(desk.path(folder)).unwrap();
        }
        let shell = "<!doctype html><html><head><!--HEAD--></head><body><!--BODY--></body></html>";
        for part in strait_press::READER_PARTS {
            fs::write(desk.path("reader").join(part), if part == "shell.html" { shell } else { part }).unwrap();
        }
        let item = json!({"uri": "urn:1", "type": "text", "pubstatus": "usable", "headline": "潮", "body_text": "潮水",
            "firstcreated": "2024-09-01T00:00:00Z", "versioncreated": "2024-09-01T00:00:00Z"});
        fs::write(desk.path("item.json"), item.to_string()).unwrap();
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Files the site.
    pub fn site(&self, site: &Value) {
        fs::write(self.path("paper/site.json"), serde_json::to_string_pretty(site).unwrap()).unwrap();
    }

    /// Every command that reads the site file of a newsroom, and does nothing where it refuses.
    pub fn commands(&self) -> [Vec<String>; 4] {
        let www = format!("publish --content paper --reader reader --from site --to file://{}", self.path("www").display());
        [
            "check --content paper",
            "build --content paper --reader reader --out site",
            &www,
            "import --from ninjs item.json --content paper --section news",
        ]
        .map(|command| command.split(' ').map(str::to_owned).collect())
    }

    /// Runs `strait` in the folder; what it answers to machines.
    pub fn run(&self, arguments: &[impl AsRef<OsStr>]) -> Ended {
        let mut command = Command::new(env!("CARGO_BIN_EXE_strait"));
        command.args(arguments).args(["--format", "json"]).current_dir(self.folder.path());
        command.env("LC_ALL", "C.UTF-8").env("HOME", self.folder.path()).env("XDG_CACHE_HOME", self.path("cache"));
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
