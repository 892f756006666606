//! The only module that writes to the site's folder. What is already there, byte for byte, is
//! left alone; what is no longer part of the site is deleted at the end.

use super::PressError;
use super::report::FileCounts;
use std::collections::HashSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// A file of the site: its path below the site's folder, and its bytes.
pub type SiteFile = (String, Vec<u8>);

/// The site's folder while it is being printed.
pub struct Output {
    root: PathBuf,
    precompress: bool,
    expected: HashSet<PathBuf>,
    counts: FileCounts,
    /// Text files that changed and want a compressed twin.
    to_compress: Vec<PathBuf>,
}

/// A file whose content tells a browser that watches that the site was printed anew.
const STAMP: &str = ".stamp";

impl Output {
    /// Opens a folder for printing; makes it if it is missing.
    pub fn open(root: &Path, precompress: bool) -> Result<Output, PressError> {
        fs::create_dir_all(root).map_err(PressError::disk(root))?;
        let expected = HashSet::from([root.join(STAMP)]);
        Ok(Output { root: root.to_owned(), precompress, expected, counts: FileCounts::default(), to_compress: vec![] })
    }

    /// Writes files.
    pub fn write_all(&mut self, files: impl IntoIterator<Item = SiteFile>) -> Result<(), PressError> {
        files.into_iter().try_for_each(|(path, bytes)| self.write(&path, &bytes))
    }

    /// Writes a file unless it is already there.
    pub fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), PressError> {
        let path = self.root.join(path);
        let changed = !fs::read(&path).is_ok_and(|old| old == bytes);
        if changed {
            write_whole(&path, bytes)?;
        }
        self.note(path, changed);
        Ok(())
    }

    /// Takes over a file whose name says what is in it, so that it need not be read.
    pub fn take_over(&mut self, from: &Path, path: &str) -> Result<(), PressError> {
        let path = self.root.join(path);
        let length = |path: &Path| fs::metadata(path).map(|metadata| metadata.len()).ok();
        let changed = length(&path) != length(from);
        if changed {
            let bytes = fs::read(from).map_err(PressError::disk(from))?;
            write_whole(&path, &bytes)?;
        }
        self.note(path, changed);
        Ok(())
    }

    /// Compresses what changed, deletes what is no longer part of the site, and leaves the stamp.
    pub fn finish(mut self, say: &dyn Fn(&str)) -> Result<FileCounts, PressError> {
        if !self.to_compress.is_empty() {
            say(&format!("compressing {} files", self.to_compress.len()));
            compress_all(std::mem::take(&mut self.to_compress))?;
        }
        self.delete_unexpected(&self.root.clone())?;
        if self.counts.written + self.counts.deleted > 0 || !self.root.join(STAMP).exists() {
            let stamp = jiff::Timestamp::now().to_string();
            write_whole(&self.root.join(STAMP), stamp.as_bytes())?;
        }
        Ok(self.counts)
    }

    fn note(&mut self, path: PathBuf, changed: bool) {
        match changed {
            true => self.counts.written += 1,
            false => self.counts.kept += 1,
        }
        if self.precompress && is_text(&path) {
            let twins = twins(&path);
            if changed || !twins.iter().all(|twin| twin.exists()) {
                self.to_compress.push(path.clone());
            }
            self.expected.extend(twins);
        }
        self.expected.insert(path);
    }

    fn delete_unexpected(&mut self, folder: &Path) -> Result<(), PressError> {
        for entry in fs::read_dir(folder).map_err(PressError::disk(folder))? {
            let path = entry.map_err(PressError::disk(folder))?.path();
            if path.is_dir() {
                self.delete_unexpected(&path)?;
                // Fails where files are left, which is what is wanted.
                let _ = fs::remove_dir(&path);
            } else if !self.expected.contains(&path) {
                fs::remove_file(&path).map_err(PressError::disk(&path))?;
                self.counts.deleted += 1;
            }
        }
        Ok(())
    }
}

/// Writes a file so that a reader of it sees the old bytes or the new ones.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), PressError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(PressError::disk(folder))?;
    }
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".part");
    let part = path.with_file_name(name);
    fs::write(&part, bytes).map_err(PressError::disk(&part))?;
    fs::rename(&part, path).map_err(PressError::disk(path))
}

fn is_text(path: &Path) -> bool {
    let text = ["html", "json", "js", "css", "svg", "wasm", "xml", "txt", "webmanifest"];
    path.extension().is_some_and(|extension| text.iter().any(|text| extension == *text))
}

fn twins(path: &Path) -> [PathBuf; 2] {
    [".br", ".gz"].map(|ending| {
        let mut name = path.as_os_str().to_os_string();
        name.push(ending);
        PathBuf::from(name)
    })
}

/// Compresses on every core.
fn compress_all(paths: Vec<PathBuf>) -> Result<(), PressError> {
    let queue = Mutex::new(paths.into_iter());
    let next = || queue.lock().ok().and_then(|mut queue| queue.next());
    let work = || -> Result<(), PressError> {
        while let Some(path) = next() {
            compress(&path)?;
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..cores()).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| worker.join().unwrap_or(Ok(())))
    })
}

/// How many workers the machine can feed.
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn compress(path: &Path) -> Result<(), PressError> {
    let bytes = fs::read(path).map_err(PressError::disk(path))?;
    let [brotli_path, gzip_path] = twins(path);
    let mut brotli = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    brotli.write_all(&bytes).map_err(PressError::disk(&brotli_path))?;
    write_whole(&brotli_path, &brotli.into_inner())?;
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(&bytes).map_err(PressError::disk(&gzip_path))?;
    write_whole(&gzip_path, &gzip.finish().map_err(PressError::disk(&gzip_path))?)
}
