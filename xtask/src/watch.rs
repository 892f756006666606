//! Watches the sources, and says what kind of thing changed.

use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::error::ChoreError;
use crate::places::Places;

const QUIET: Duration = Duration::from_millis(200);
const FOLDERS: [&str; 6] = ["src", "crates", "style", "scripts", "public", "content"];

/// What a change makes necessary, from little to much: each needs what is before it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Print again.
    Content,
    /// Pack again.
    Assets,
    /// Compile again.
    Code,
    /// Install what is missing, too: what was owed was all of it.
    Everything,
}

/// A running watch.
#[derive(Debug)]
pub struct Watch {
    _watcher: RecommendedWatcher,
    changes: Receiver<(Change, String)>,
}

impl Watch {
    /// Starts to watch.
    pub fn start(places: &Places) -> Result<Self, ChoreError> {
        let (sender, changes) = channel();
        let root = places.root.clone();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            let Ok(event) = event else { return };
            // Building reads the sources, which is no change.
            if event.kind.is_access() {
                return;
            }
            for path in event.paths.iter().filter_map(|path| path.strip_prefix(&root).ok()) {
                if let Some(change) = kind_of(path) {
                    let _ = sender.send((change, path.display().to_string()));
                }
            }
        })?;
        // The root for its single files: an editor replaces a file, and a watch on the file itself would be lost.
        watcher.watch(&places.root, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS.iter().map(|name| places.root.join(name)).filter(|folder| folder.is_dir()) {
            watcher.watch(&folder, RecursiveMode::Recursive)?;
        }
        Ok(Self { _watcher: watcher, changes })
    }

    /// Waits for changes and then until they pause; tells the greatest, and one of the files.
    pub fn next(&self, patience: Duration) -> Option<(Change, String)> {
        let mut seen = self.changes.recv_timeout(patience).ok()?;
        loop {
            match self.changes.recv_timeout(QUIET) {
                Ok(next) if next.0 > seen.0 => seen = next,
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    return Some(seen);
                }
            }
        }
    }
}

/// What kind of source a path inside the clone is; nothing for editors' own files and all that is not watched.
fn kind_of(path: &Path) -> Option<Change> {
    let name = path.file_name()?.to_str()?;
    if name.starts_with(['.', '#']) || name.ends_with('~') || name.ends_with(".swp") || name == "4913" {
        return None;
    }
    match path.iter().next()?.to_str()? {
        "src" | "crates" | "index.html" | "Cargo.toml" | "Trunk.toml" => Some(Change::Code),
        "style" | "scripts" | "public" => Some(Change::Assets),
        "content" => Some(Change::Content),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_source_is_known_by_its_folder() {
        let cases = [
            ("src/views/masthead.rs", Some(Change::Code)),
            ("index.html", Some(Change::Code)),
            ("crates/wire/src/lib.rs", Some(Change::Code)),
            ("style/tokens.css", Some(Change::Assets)),
            ("scripts/boot.js", Some(Change::Assets)),
            ("content/articles/20261123-1000001.json", Some(Change::Content)),
            ("target/site/index.html", None),
            ("Cargo.lock", None),
            ("src/.masthead.rs.swp", None),
            ("src/masthead.rs~", None),
            ("content/4913", None),
        ];
        for (path, wanted) in cases {
            assert_eq!(kind_of(Path::new(path)), wanted, "{path}");
        }
    }
}
