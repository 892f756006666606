//! The built reader: its files get names that say what is in them, so that caches may keep them for ever.

use super::PressError;
use super::machines::Look;
use super::output::Output;
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
    /// What machines show of it.
    pub look: Look,
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
        let css = text("site.css")?.trim().to_owned();
        let icon = fs::read(folder.join("icon.svg")).ok();
        Ok(Assets {
            folder: folder.to_owned(),
            shell: text("shell.html")?,
            look: Look::of(&css, icon.as_deref()),
            css,
            boot: asset("boot.js", ".js")?,
            glue: asset("reader.js", ".js")?,
            wasm: asset("reader.wasm", ".wasm")?,
        })
    }

    /// Puts the reader and the files that are copied as they are into the site.
    pub fn write(&self, output: &mut Output) -> Result<(), PressError> {
        for asset in [&self.boot, &self.glue, &self.wasm] {
            output.write(&asset.path, &asset.bytes)?;
        }
        for entry in fs::read_dir(&self.folder).map_err(PressError::disk(&self.folder))? {
            let entry = entry.map_err(PressError::disk(&self.folder))?;
            let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
            if path.is_dir() {
                output.copy_folder(&path, &name)?;
            } else if !PARTS.contains(&name.as_str()) && !name.starts_with('.') {
                output.write(&name, &fs::read(&path).map_err(PressError::disk(&path))?)?;
            }
        }
        Ok(())
    }

    /// What `style-src` must name, so that the CSS in the pages is applied and no other.
    pub fn css_hash(&self) -> String {
        format!("sha256-{}", STANDARD.encode(Sha256::digest(self.css.as_bytes())))
    }
}

impl Asset {
    fn new(name: &str, extension: &str, bytes: Vec<u8>) -> Asset {
        let hash = Sha384::digest(&bytes);
        let short: String = hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        let path = format!("assets/{name}-{short}{extension}");
        Asset { path, integrity: format!("sha384-{}", STANDARD.encode(hash)), bytes }
    }
}
