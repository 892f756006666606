//! The built reader: its files get names that say what is in them, so that caches may keep them for ever.

use super::PressError;
use super::fingerprint::{Fingerprint, Key};
use super::output::SiteFile;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};
use std::fs;
use std::path::{Path, PathBuf};

/// The built reader.
pub struct Assets {
    folder: PathBuf,
    /// The page that `<!--HEAD-->` and `<!--BODY-->` are filled into.
    pub shell: String,
    /// All CSS, to stand in each page.
    pub css: String,
    /// Decides when the reader starts.
    pub boot: Asset,
    /// The JavaScript side of the reader.
    pub glue: Asset,
    /// The reader.
    pub wasm: Asset,
}

/// A file with its published name.
pub struct Asset {
    /// Its path below the site.
    pub path: String,
    /// What `integrity` says of it (W3C Subresource Integrity).
    pub integrity: String,
    bytes: Vec<u8>,
}

/// The parts that get names of their own; everything else is copied as it is.
const PARTS: [&str; 5] = ["shell.html", "site.css", "boot.js", "reader.js", "reader.wasm"];

impl Assets {
    /// Reads the folder that `cargo xtask reader` makes.
    pub fn read(folder: &Path) -> Result<Assets, PressError> {
        let read = |name: &str| fs::read(folder.join(name)).map_err(|_| PressError::Reader(folder.join(name)));
        let text = |name: &str| read(name).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let asset =
            |name: &str, extension: &str| read(name).map(|bytes| Asset::new(name.trim_end_matches(extension), extension, bytes));
        Ok(Assets {
            folder: folder.to_owned(),
            shell: text("shell.html")?,
            css: text("site.css")?.trim().to_owned(),
            boot: asset("boot.js", ".js")?,
            glue: asset("reader.js", ".js")?,
            wasm: asset("reader.wasm", ".wasm")?,
        })
    }

    /// The reader, and the files that are copied as they are.
    pub fn files(&self) -> Result<Vec<SiteFile>, PressError> {
        let named = [&self.boot, &self.glue, &self.wasm].map(|asset| (asset.path.clone(), asset.bytes.clone()));
        Ok(named.into_iter().chain(self.copied()?).collect())
    }

    /// What the files are made of.
    pub fn key(&self) -> Result<Key, PressError> {
        let files = self.files()?;
        let print = Fingerprint::default().part(&self.shell).part(&self.css);
        Ok(files.iter().fold(print, |print, (path, bytes)| print.part(path).part(bytes)).key())
    }

    fn copied(&self) -> Result<Vec<SiteFile>, PressError> {
        let mut files = Vec::new();
        collect(&self.folder, "", &mut files)?;
        let is_copied = |(path, _): &SiteFile| !PARTS.contains(&path.as_str()) && !path.starts_with('.');
        Ok(files.into_iter().filter(is_copied).collect())
    }

    /// What `style-src` must name, so that the CSS in the pages is applied and no other.
    pub fn css_hash(&self) -> String {
        format!("sha256-{}", STANDARD.encode(Sha256::digest(self.css.as_bytes())))
    }
}

/// Reads a folder and those below it, sorted by path.
fn collect(folder: &Path, below: &str, files: &mut Vec<SiteFile>) -> Result<(), PressError> {
    let entries =
        fs::read_dir(folder).and_then(|entries| entries.collect::<Result<Vec<_>, _>>()).map_err(PressError::disk(folder))?;
    let mut paths: Vec<(PathBuf, String)> =
        entries.iter().map(|entry| (entry.path(), format!("{below}{}", entry.file_name().to_string_lossy()))).collect();
    paths.sort();
    for (file, path) in paths {
        match file.is_dir() {
            true => collect(&file, &format!("{path}/"), files)?,
            false => files.push((path, fs::read(&file).map_err(PressError::disk(&file))?)),
        }
    }
    Ok(())
}

impl Asset {
    fn new(name: &str, extension: &str, bytes: Vec<u8>) -> Asset {
        let hash = Sha384::digest(&bytes);
        let short: String = hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        let path = format!("assets/{name}-{short}{extension}");
        Asset { path, integrity: format!("sha384-{}", STANDARD.encode(hash)), bytes }
    }
}
