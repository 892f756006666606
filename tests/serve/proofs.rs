//! `strait serve --content`: a newsroom is shown, and again after each change.

use crate::newsroom::stand_in_reader;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// What a build on a busy machine may take.
const PATIENCE: Duration = Duration::from_secs(120);

struct Proofs {
    folder: TempDir,
    process: Child,
    address: String,
    heard: Arc<Mutex<String>>,
}

impl Proofs {
    fn start() -> Proofs {
        let folder = TempDir::new().unwrap();
        let root = folder.path();
        let made = command(root).args(["new", "paper"]).output().unwrap();
        assert!(made.status.success());
        let drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='9'><rect width='9' height='9'/></svg>";
        fs::write(root.join("paper/pictures/first-sail.svg"), drawing).unwrap();
        stand_in_reader(&root.join("reader"));
        let mut serve = command(root);
        serve.args(["serve", "--content", "paper", "--reader", "reader", "--port", "0"]).stderr(Stdio::piped());
        let mut process = serve.spawn().unwrap();
        let heard = Arc::new(Mutex::new(String::new()));
        let (lines, hears) = (BufReader::new(process.stderr.take().unwrap()), heard.clone());
        std::thread::spawn(move || {
            for line in lines.lines().map_while(Result::ok) {
                hears.lock().unwrap().push_str(&(line + "\n"));
            }
        });
        let mut proofs = Proofs { folder, process, address: String::new(), heard };
        proofs.wait("an address", |proofs| proofs.heard().contains("http://127.0.0.1:"));
        let heard = proofs.heard();
        let address = heard.lines().find_map(|line| line.strip_prefix("http://")).unwrap();
        proofs.address = address.trim_end_matches('/').to_owned();
        proofs
    }

    fn heard(&self) -> String {
        self.heard.lock().unwrap().clone()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn front(&self) -> String {
        self.get("/")
    }

    fn get(&self, path: &str) -> String {
        let mut line = TcpStream::connect(&self.address).unwrap();
        write!(line, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        let mut answer = vec![];
        line.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn wait(&self, what: &str, is_so: impl Fn(&Proofs) -> bool) {
        let begun = Instant::now();
        while !is_so(self) {
            assert!(begun.elapsed() < PATIENCE, "no {what}: {}", self.heard());
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Proofs {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_strait"));
    command.current_dir(folder).env("HOME", folder).env("XDG_CACHE_HOME", folder.join("cache")).env("LC_ALL", "C.UTF-8");
    command
}

/// The files below a folder.
fn names(folder: &Path) -> Vec<PathBuf> {
    let mut names: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    names
}

#[test]
fn a_newsroom_is_shown_again_after_each_change_and_never_half_written() {
    let proofs = Proofs::start();
    let (paper, article) = (names(&proofs.path("paper")), names(&proofs.path("paper/articles")).remove(0));
    assert!(proofs.front().contains("一张新报纸") || proofs.front().contains("怎样写好"), "{}", proofs.front());
    assert!(proofs.front().contains("/-/reload.js"), "pages reload");
    let stamp = proofs.get("/-/stamp");
    let text = fs::read_to_string(&article).unwrap();
    let headline = serde_json::from_str::<serde_json::Value>(&text).unwrap()["headline"].as_str().unwrap().to_owned();
    let changed = text.replace(&headline, "潮水又涨了一寸");

    fs::write(&article, &changed).unwrap();
    proofs.wait("new front page", |proofs| proofs.front().contains("潮水又涨了一寸"));
    assert_ne!(proofs.get("/-/stamp"), stamp, "browsers are told");

    fs::write(&article, &changed[..changed.len() / 2]).unwrap();
    proofs.wait("word of what is broken", |proofs| proofs.heard().contains("not printed again"));
    let heard = proofs.heard();
    assert!(heard.contains(&*article.file_name().unwrap().to_string_lossy()), "{heard}");
    assert!(proofs.front().contains("潮水又涨了一寸"), "the last proofs stay");

    let mut site: serde_json::Value = serde_json::from_slice(&fs::read(proofs.path("paper/site.json")).unwrap()).unwrap();
    fs::write(proofs.path("paper/site.json"), "{").unwrap();
    proofs.wait("word of the site file", |proofs| proofs.heard().matches("not printed again").count() >= 2);
    assert!(proofs.front().contains("潮水又涨了一寸"));
    site["name"] = "潮声新报".into();
    fs::write(proofs.path("paper/site.json"), site.to_string()).unwrap();
    fs::write(&article, changed.replace("潮水又涨了一寸", "潮水退了")).unwrap();
    proofs.wait("mended front page", |proofs| proofs.front().contains("潮水退了") && proofs.front().contains("潮声新报"));

    assert_eq!(names(&proofs.path("paper")), paper, "nothing is printed into the newsroom");
}

#[test]
fn a_site_and_a_newsroom_are_not_served_at_once() {
    let folder = TempDir::new().unwrap();
    let both = command(folder.path()).args(["serve", "--content", "paper", "--site", "site"]).output().unwrap();
    assert_eq!(both.status.code(), Some(2));
    let nowhere = command(folder.path()).args(["serve", "--content", "nowhere", "--port", "0"]).output().unwrap();
    assert_eq!(nowhere.status.code(), Some(3), "{}", String::from_utf8_lossy(&nowhere.stderr));
}
