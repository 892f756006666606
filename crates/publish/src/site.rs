//! The printed site on this machine: which files it has, and what is in them.

use super::PublishError;
use super::dress::Dress;
use super::manifest::{Entry, Files};
use super::proof::Proof;
use object_store::path::Path as StorePath;
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Read;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use strait_confined::{Confined, Missing, OpenOptions};
use strait_press::inventory::Sealer;

/// A printed site.
pub struct PrintedSite {
    root: PathBuf,
    /// Its files.
    pub files: Files,
    /// What stands among them and is not of the site.
    pub left_out: Vec<String>,
}

/// Where a site is published to: a web server chooses among compressed copies, a store has none to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// A folder that a web server serves.
    WebServer,
    /// A store that answers with what it has.
    Store,
}

impl PrintedSite {
    /// Finds every file below `root` and reads it. Hidden files are the press's own, but for `.well-known`.
    ///
    /// # Errors
    /// When it is not the whole of what was printed.
    pub fn read(root: &Path, audience: Audience) -> Result<PrintedSite, PublishError> {
        let proof = Proof::of(root)?;
        let read = Self::read_all(root, audience, &proof);
        // Whatever came of it, a build that began meanwhile explains it.
        proof.check_again()?;
        let (site, altered) = read?;
        match altered.iter().min() {
            Some(first) => Err(PublishError::Altered { site: root.to_owned(), first: first.clone(), count: altered.len() }),
            None => Ok(site),
        }
    }

    /// The site, and which of its files are not as they were printed.
    fn read_all(root: &Path, audience: Audience, proof: &Proof) -> Result<(PrintedSite, Vec<String>), PublishError> {
        let mut paths = Vec::new();
        collect(root, "", proof, &mut paths)?;
        paths.sort();
        let has = |path: &str| paths.binary_search_by(|other| other.as_str().cmp(path)).is_ok();
        let is_sent = |path: &str| audience == Audience::WebServer || !is_compressed(path, has);
        let mut altered: Vec<String> = proof.missing(|path| has(path) || !is_sent(path)).cloned().collect();
        let (sent, left_out) = paths.iter().filter(|path| is_sent(path)).cloned().partition(|path| proof.takes(path));
        let mut files = Files::new();
        for (path, entry, is_as_printed) in hash_all(root, sent, audience, proof)? {
            altered.extend((!is_as_printed).then(|| path.clone()));
            files.insert(path, entry);
        }
        Ok((PrintedSite { root: root.to_owned(), files, left_out }, altered))
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

/// Whether a file is the compressed copy of another.
fn is_compressed(path: &str, has: impl Fn(&str) -> bool) -> bool {
    path.strip_suffix(".gz").or_else(|| path.strip_suffix(".br")).is_some_and(has)
}

fn collect(folder: &Path, prefix: &str, proof: &Proof, paths: &mut Vec<String>) -> Result<(), PublishError> {
    for entry in fs::read_dir(folder).map_err(PublishError::disk(folder))? {
        let entry = entry.map_err(PublishError::disk(folder))?;
        let bad = || PublishError::BadFile(entry.path());
        let name = entry.file_name().into_string().map_err(|_| bad())?;
        let path = format!("{prefix}{name}");
        if is_of_the_press(&name) && !proof.knows(&path) {
            continue;
        }
        let kind = entry.file_type().map_err(PublishError::disk(entry.path()))?;
        if kind.is_dir() {
            collect(&entry.path(), &format!("{path}/"), proof, paths)?;
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

/// A file, and whether it is as it was printed.
type Looked = (String, Entry, bool);

/// Reads and hashes files on every core.
fn hash_all(root: &Path, paths: Vec<String>, audience: Audience, proof: &Proof) -> Result<Vec<Looked>, PublishError> {
    let inside = Confined::open(root)?;
    let queue = Mutex::new(paths.into_iter());
    let next = || queue.lock().ok().and_then(|mut queue| queue.next());
    let work = || -> Result<Vec<Looked>, PublishError> {
        let mut done = Vec::new();
        while let Some(path) = next() {
            let file = root.join(&path);
            let (hash, sealer) = hash_file(open(&inside, &path)?).map_err(PublishError::disk(&file))?;
            let dress = if audience == Audience::Store { Dress::of(&path).seal() } else { String::new() };
            let seal = sealer.seal();
            let is_as_printed = proof.holds(&path, seal);
            done.push((path, Entry { hash, size: seal.size, dress }, is_as_printed));
        }
        Ok(done)
    };
    std::thread::scope(|scope| {
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        let mut files = Vec::new();
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

/// Opens a file again that was listed, wherever it is: what took its place meanwhile is not waited for, and no link is
/// followed. What is read of it is compared with what was listed.
pub fn open_again(file: &Path) -> Result<fs::File, PublishError> {
    let (folder, name) = (file.parent().unwrap_or(Path::new(".")), file.file_name().unwrap_or_default());
    Ok(Confined::open(folder)?.open_own(name, OpenOptions::new().read(true))?)
}

fn hash_file(mut file: fs::File) -> std::io::Result<(String, Sealer)> {
    let (mut hasher, mut buffer, mut sealer) = (Sha256::new(), vec![0; 1 << 16], Sealer::default());
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok((hex(&hasher.finalize()), sealer));
        }
        let read = buffer.get(..read).unwrap_or_default();
        hasher.update(read);
        sealer.update(read);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strait_confined::Confined;
    use strait_press::inventory::Inventory;

    /// A site that was printed like this.
    fn site(paths: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let inventory = Inventory::open(&Confined::open(folder.path()).unwrap()).unwrap();
        for path in paths {
            put(&folder, path, "x");
            inventory.add(path, b"x").unwrap();
        }
        inventory.finish(1, paths.len()).unwrap();
        folder
    }

    fn put(folder: &tempfile::TempDir, path: &str, text: &str) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(folder: &tempfile::TempDir, audience: Audience) -> Result<PrintedSite, PublishError> {
        PrintedSite::read(folder.path(), audience)
    }

    fn paths(folder: &tempfile::TempDir, audience: Audience) -> Vec<String> {
        read(folder, audience).unwrap().files.into_keys().collect()
    }

    #[test]
    fn a_store_gets_no_compressed_copies_and_nobody_gets_what_is_the_press_s_own() {
        let folder = site(&["index.html", "index.html.br", "index.html.gz", "book.gz"]);
        [".stamp", "x.part", ".well-known/security.txt"].iter().for_each(|path| put(&folder, path, "y"));
        assert_eq!(paths(&folder, Audience::Store), [".well-known/security.txt", "book.gz", "index.html"]);
        let served = [".well-known/security.txt", "book.gz", "index.html", "index.html.br", "index.html.gz"];
        assert_eq!(paths(&folder, Audience::WebServer), served);
    }

    #[test]
    fn a_hidden_film_is_of_the_site_all_the_same() {
        let folder = site(&["index.html", "media/.x/talk.mp4", "media/half.part"]);
        assert_eq!(paths(&folder, Audience::Store), ["index.html", "media/.x/talk.mp4", "media/half.part"]);
    }

    #[cfg(unix)]
    #[test]
    fn what_took_the_place_of_a_listed_file_is_neither_followed_nor_waited_for() {
        let folder = site(&["index.html"]);
        assert!(open_again(&folder.path().join("index.html")).is_ok());
        std::os::unix::fs::symlink("/etc/hostname", folder.path().join("link")).unwrap();
        let pipe = folder.path().join("pipe");
        rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, rustix::fs::Mode::RUSR, 0).unwrap();
        for name in ["link", "pipe", "missing"] {
            assert!(open_again(&folder.path().join(name)).is_err(), "{name}");
        }
    }

    #[test]
    fn a_folder_without_a_front_page_is_no_site() {
        let folder = tempfile::tempdir().unwrap();
        put(&folder, "article/1/index.html", "x");
        assert!(matches!(read(&folder, Audience::Store), Err(PublishError::NoSite(_))));
    }

    #[test]
    fn a_folder_that_no_build_has_finished_is_no_site() {
        let folder = site(&["index.html", "article/1/index.html"]);
        let outcome = || read(&folder, Audience::Store).map(|site| site.files.len());
        assert!(matches!(outcome(), Ok(2)));
        let inventory = Inventory::open(&Confined::open(folder.path()).unwrap()).unwrap();
        assert!(matches!(outcome(), Ok(2)), "it may have nothing to do");
        inventory.begin().unwrap();
        assert!(matches!(outcome(), Err(PublishError::BeingPrinted(_))));
        drop(inventory);
        assert!(matches!(outcome(), Err(PublishError::NotWhole(_))));
        fs::remove_file(folder.path().join(".strait")).unwrap();
        assert!(matches!(outcome(), Err(PublishError::NotWhole(_))));
    }

    #[test]
    fn a_file_that_is_not_as_it_was_printed_is_named() {
        for audience in [Audience::Store, Audience::WebServer] {
            for (path, change) in [("icon.svg", ""), ("icon.svg", "y"), ("article/1/index.html", "xx"), ("_headers", "gone")] {
                let folder = site(&["index.html", "article/1/index.html", "icon.svg", "_headers"]);
                put(&folder, path, change);
                if change == "gone" {
                    fs::remove_file(folder.path().join(path)).unwrap();
                }
                let outcome = read(&folder, audience).map(|site| site.files);
                let Err(PublishError::Altered { first, count: 1, .. }) = outcome else { panic!("{path}: {outcome:?}") };
                assert_eq!(first, path);
            }
        }
    }

    #[test]
    fn a_torn_copy_is_no_business_of_a_store() {
        let folder = site(&["index.html", "index.html.br"]);
        put(&folder, "index.html.br", "");
        assert_eq!(paths(&folder, Audience::Store), ["index.html"]);
        assert!(matches!(read(&folder, Audience::WebServer), Err(PublishError::Altered { .. })));
    }

    #[test]
    fn files_of_others_are_published_beside_ours_and_left_out_among_ours() {
        let folder = site(&["index.html", "article/1/index.html"]);
        ["CNAME", "proof/1.txt", "article/9/index.html", "index.html.br"].iter().for_each(|path| put(&folder, path, "y"));
        let site = read(&folder, Audience::WebServer).unwrap();
        assert_eq!(site.files.into_keys().collect::<Vec<_>>(), ["CNAME", "article/1/index.html", "index.html", "proof/1.txt"]);
        assert_eq!(site.left_out, ["article/9/index.html", "index.html.br"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_site_is_not_followed() {
        let folder = site(&["index.html"]);
        std::os::unix::fs::symlink("/etc/hostname", folder.path().join("host.txt")).unwrap();
        assert!(matches!(read(&folder, Audience::Store), Err(PublishError::BadFile(_))));
    }
}
