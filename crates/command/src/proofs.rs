//! Proofs: a newsroom is printed into a folder of its own, and again whenever it changes.

use crate::build::{self, How};
use crate::command::Outcome;
use crate::terminal::Terminal;
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;
use strait_confined::Confined;
use strait_faults::why_unprintable;
use strait_report::problem::Bilingual;

/// A change is complete when nothing else has changed for so long: editors write files in steps.
const QUIET: Duration = Duration::from_millis(200);

/// A newsroom that is proofread.
pub struct Proofs {
    pub content: PathBuf,
    /// A built reader, instead of the one inside this command.
    pub reader: Option<PathBuf>,
    pub terminal: Arc<Terminal>,
}

impl Proofs {
    /// Where they are printed: in the user's cache, by the newsroom's place on the disk.
    pub fn site(&self) -> PathBuf {
        let place = self.content.canonicalize().unwrap_or_else(|_| self.content.clone());
        let name: String =
            Sha256::digest(place.as_os_str().as_encoded_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        build::default_cache().with_file_name("proofs").join(name)
    }

    /// Prints them the first time, and says how that ended.
    pub fn print(&self) -> Outcome {
        let how = How::of_proofs(self.reader.clone());
        build::print(self.content.clone(), self.site(), how, &self.terminal)
    }

    /// Watches the newsroom from now on, and prints it after each change, as long as the process runs.
    pub fn go_on(self) -> notify::Result<()> {
        let watch = Watch::start(&self.content)?;
        std::thread::spawn(move || {
            let mut broken = BTreeSet::new();
            while let Some(changed) = watch.next() {
                broken.extend(changed);
                broken = self.still_broken(broken);
                // What is half written shall not take an article off the page: the last proofs stay until it is whole.
                if broken.is_empty() {
                    self.print();
                }
            }
        });
        Ok(())
    }

    /// Which of these files cannot be printed; each is told.
    fn still_broken(&self, files: BTreeSet<PathBuf>) -> BTreeSet<PathBuf> {
        let Ok(content) = Confined::open(&self.content) else { return BTreeSet::new() };
        let problems = files.into_iter().filter_map(|file| Some((why_unprintable(&content, &file)?, file)));
        let (problems, files): (Vec<_>, BTreeSet<PathBuf>) = problems.unzip();
        if !problems.is_empty() {
            let words = Bilingual::new("没有重印：改好后会自动重印", "not printed again: it will be, as soon as this is mended");
            self.terminal.conclude(&problems, &serde_json::json!({ "printed": false }), &words);
        }
        files
    }
}

/// A running watch.
struct Watch {
    _watcher: RecommendedWatcher,
    changes: Receiver<PathBuf>,
}

impl Watch {
    fn start(content: &Path) -> notify::Result<Watch> {
        let (sender, changes) = channel();
        // Events name files from the root.
        let root = content.canonicalize()?;
        let below = root.clone();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // Printing reads the newsroom, which is no change.
            let Some(event) = event.ok().filter(|event| !event.kind.is_access()) else { return };
            for path in event.paths.iter().filter_map(|path| path.strip_prefix(&below).ok()).filter(|path| is_content(path)) {
                // Fails when the process ends.
                let _ = sender.send(path.to_owned());
            }
        })?;
        watcher.watch(&root, RecursiveMode::Recursive)?;
        Ok(Watch { _watcher: watcher, changes })
    }

    /// Waits for changes and then until they pause; tells the files. Nothing when there will be none any more.
    fn next(&self) -> Option<BTreeSet<PathBuf>> {
        let mut changed = BTreeSet::from([self.changes.recv().ok()?]);
        loop {
            match self.changes.recv_timeout(QUIET) {
                Ok(path) => drop(changed.insert(path)),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return Some(changed),
            }
        }
    }
}

/// Whether a path below a newsroom is a part of it, and not an editor program's own.
fn is_content(path: &Path) -> bool {
    let is_own =
        |name: &str| name.starts_with(['.', '#']) || name.ends_with('~') || name.ends_with(".swp") || name.ends_with(".part");
    !path.iter().any(|name| is_own(&name.to_string_lossy())) && !path.ends_with("4913")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_written_for_the_paper_is_a_change() {
        for path in ["site.json", "articles/20261123-1000001.json", "pictures/a.jpg"] {
            assert!(is_content(Path::new(path)), "{path}");
        }
        for path in
            [".import.json", "articles/.a.json.swp", "articles/a.json~", "articles/.a.json.3.part", ".git/HEAD", "articles/4913"]
        {
            assert!(!is_content(Path::new(path)), "{path}");
        }
    }
}
