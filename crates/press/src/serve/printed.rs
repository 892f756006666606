//! A printed site as it is now: it may be printed anew, or be a link that leads to another release tomorrow.

use crate::error::PressError;
use crate::newsroom::read_site;
use crate::redirects::shard::Asked;
use crate::report::Report;
use crate::site::headers::{Hashes, Policy};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;
use strait_confined::{Confined, ConfinedError};
use strait_model::paths::Paths;

/// A printed site.
pub struct Printed {
    root: PathBuf,
    known: Mutex<Known>,
}

/// What was read of the site, and of which files.
struct Known {
    files: [Option<SystemTime>; 3],
    terms: Arc<Terms>,
}

/// On what terms a site is served.
pub struct Terms {
    /// Where it begins on its host.
    pub base: String,
    /// The folders of editions beside the newsroom's own.
    pub editions: Vec<String>,
    /// Its headers.
    pub policy: Policy,
    /// What old addresses are looked up in.
    pub former: Asked,
}

impl Printed {
    /// Opens the folder of a printed site.
    pub fn open(root: &Path) -> Result<Printed, PressError> {
        let folder = Confined::open(root).map_err(|error| told(root, error))?;
        let known = Known { files: times(&folder), terms: Arc::new(Terms::read(&folder)?) };
        Ok(Printed { root: root.to_owned(), known: Mutex::new(known) })
    }

    /// Where the site begins on its host.
    pub fn base(&self) -> String {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).terms.base.clone()
    }

    /// The folder's name.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder that the name leads to now, and its terms. While a site is being printed the former ones hold.
    pub fn now(&self) -> Result<(Confined, Arc<Terms>), ConfinedError> {
        let folder = Confined::open(&self.root)?;
        let files = times(&folder);
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.files != files
            && let Ok(terms) = Terms::read(&folder)
        {
            *known = Known { files, terms: Arc::new(terms) };
        }
        Ok((folder, known.terms.clone()))
    }
}

impl Terms {
    fn read(folder: &Confined) -> Result<Terms, PressError> {
        let read = |path: &str| folder.read(path).map(|file| file.bytes).map_err(|error| told(&folder.path().join(path), error));
        let hashes: Hashes = serde_json::from_slice(&read(Hashes::FILE)?)?;
        read(&site_file())?;
        let site = read_site(folder, &site_file(), &mut Report::default())?;
        let editions = site.editions.iter().map(|edition| edition.path.to_string()).filter(|path| !path.is_empty()).collect();
        let (base, policy) = (Paths::of(&site).base().to_owned(), Policy::of(&site, hashes, false));
        Ok(Terms { base, editions, policy, former: Asked::read(folder) })
    }
}

fn site_file() -> String {
    format!("data/{}", Paths::SITE)
}

/// When what is read was written.
fn times(folder: &Confined) -> [Option<SystemTime>; 3] {
    [Hashes::FILE, &site_file(), Asked::FILE].map(|path| folder.metadata(path).ok()?.modified().ok().map(|time| time.into_std()))
}

fn told(path: &Path, error: ConfinedError) -> PressError {
    match error {
        ConfinedError::Missing(_) => PressError::NotServable(path.to_owned()),
        error => PressError::disk(path)(error.into()),
    }
}
