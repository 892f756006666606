//! The printed site on this machine: which files it has, and what is in them.

use super::PublishError;
use super::dress::Dress;
use super::manifest::{Entry, Files};
use crate::confined::{Confined, Missing, OpenOptions};
use object_store::path::Path as StorePath;
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Read;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// A printed site.
pub struct PrintedSite {
    root: PathBuf,
    /// Its files.
    pub files: Files,
}

/// Where a site is published to: a web server chooses among twins, a store has none to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// A folder that a web server serves.
    WebServer,
    /// A store that answers with what it has.
    Store,
}

impl PrintedSite {
    /// Finds every file below `root` and reads it. Hidden files are the press's own, but for `.well-known`.
    pub fn read(root: &Path, audience: Audience) -> Result<PrintedSite, PublishError> {
        let mut paths = Vec::new();
        if !root.join("index.html").is_file() {
            return Err(PublishError::NoSite(root.to_owned()));
        }
        collect(root, "", &mut paths)?;
        if audience == Audience::Store {
            paths.sort();
            let is_twin = |path: &String| {
                let original = path.strip_suffix(".gz").or_else(|| path.strip_suffix(".br"));
                original.is_some_and(|original| paths.binary_search_by(|other| other.as_str().cmp(original)).is_ok())
            };
            paths = paths.iter().filter(|path| !is_twin(path)).cloned().collect();
        }
        Ok(PrintedSite { root: root.to_owned(), files: hash_all(root, paths, audience)? })
    }

    /// Where a file is on this machine.
    pub fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }
}

/// SHA-256 in hex.
pub fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes in hex.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn collect(folder: &Path, prefix: &str, paths: &mut Vec<String>) -> Result<(), PublishError> {
    for entry in fs::read_dir(folder).map_err(PublishError::disk(folder))? {
        let entry = entry.map_err(PublishError::disk(folder))?;
        let bad = || PublishError::BadFile(entry.path());
        let name = entry.file_name().into_string().map_err(|_| bad())?;
        if is_of_the_press(&name) {
            continue;
        }
        let path = format!("{prefix}{name}");
        let kind = entry.file_type().map_err(PublishError::disk(entry.path()))?;
        if kind.is_dir() {
            collect(&entry.path(), &format!("{path}/"), paths)?;
        } else if kind.is_file() && StorePath::parse(&path).is_ok_and(|stored| stored.as_ref() == path) {
            paths.push(path);
        } else {
            return Err(bad());
        }
    }
    Ok(())
}

fn is_of_the_press(name: &str) -> bool {
    (name.starts_with('.') && name != ".well-known") || name.ends_with(".part")
}

/// Reads and hashes files on every core.
fn hash_all(root: &Path, paths: Vec<String>, audience: Audience) -> Result<Files, PublishError> {
    let inside = Confined::open(root)?;
    let queue = Mutex::new(paths.into_iter());
    let next = || queue.lock().ok().and_then(|mut queue| queue.next());
    let work = || -> Result<Vec<(String, Entry)>, PublishError> {
        let mut done = Vec::new();
        while let Some(path) = next() {
            let file = root.join(&path);
            let (hash, size) = hash_file(open(&inside, &path)?).map_err(PublishError::disk(&file))?;
            let dress = if audience == Audience::Store { Dress::of(&path).seal() } else { String::new() };
            done.push((path, Entry { hash, size, dress }));
        }
        Ok(done)
    };
    std::thread::scope(|scope| {
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        let mut files = Files::new();
        for worker in workers {
            files.extend(worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
        }
        Ok(files)
    })
}

/// Opens a file of the site, over no link: it may be another thing than when it was listed.
fn open(inside: &Confined, path: &str) -> Result<fs::File, PublishError> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    Ok(inside.own_folder(folder, Missing::Leave)?.open_own(name, OpenOptions::new().read(true))?)
}

fn hash_file(mut file: fs::File) -> std::io::Result<(String, u64)> {
    let (mut hasher, mut buffer, mut size) = (Sha256::new(), vec![0; 1 << 16], 0);
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok((hex(&hasher.finalize()), size));
        }
        hasher.update(buffer.get(..read).unwrap_or_default());
        size += read as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(paths: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for path in paths {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        }
        folder
    }

    fn paths(folder: &tempfile::TempDir, audience: Audience) -> Vec<String> {
        PrintedSite::read(folder.path(), audience).unwrap().files.into_keys().collect()
    }

    #[test]
    fn a_store_gets_no_twins_and_nobody_gets_what_is_the_press_s_own() {
        let all = ["index.html", "index.html.br", "index.html.gz", "book.gz", ".stamp", "x.part", ".well-known/security.txt"];
        let folder = site(&all);
        assert_eq!(paths(&folder, Audience::Store), [".well-known/security.txt", "book.gz", "index.html"]);
        let served = [".well-known/security.txt", "book.gz", "index.html", "index.html.br", "index.html.gz"];
        assert_eq!(paths(&folder, Audience::WebServer), served);
    }

    #[test]
    fn a_folder_without_a_front_page_is_no_site() {
        let folder = site(&["article/1/index.html"]);
        assert!(matches!(PrintedSite::read(folder.path(), Audience::Store), Err(PublishError::NoSite(_))));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_site_is_not_followed() {
        let folder = site(&["index.html"]);
        std::os::unix::fs::symlink("/etc/hostname", folder.path().join("host.txt")).unwrap();
        assert!(matches!(PrintedSite::read(folder.path(), Audience::Store), Err(PublishError::BadFile(_))));
    }
}
