//! Whether a folder is a printed site, and all of it.
//!
//! The press marks a folder when the last file is written, and keeps an inventory with what the bytes of each file sum
//! up to. So a folder is whole where every file of the inventory stands as it was printed, and the mark is the same
//! before and after all of them were read.
//!
//! What others put beside the press's own folders (`CNAME`, a file that proves whose site it is) is published with the
//! site. What stands in the press's folders, or seems to be the compressed copy of a printed file, and was not printed, is left
//! out: it may be of another day.

use super::PublishError;
use std::collections::BTreeSet;
use std::path::Path;
use strait_confined::Confined;
use strait_press::inventory::{self, Files, Inventory, Seal};
use strait_press::mark::Mark;

/// What a printed site must be.
pub struct Proof {
    site: Confined,
    mark: Mark,
    files: Files,
    folders: BTreeSet<String>,
}

impl Proof {
    /// What the press says of a folder.
    pub fn of(site: &Path) -> Result<Proof, PublishError> {
        let folder = Confined::open(site).map_err(|_| PublishError::NoSite(site.to_owned()))?;
        let not_whole = || match (site.join("index.html").exists(), Inventory::is_open(&folder)) {
            (_, true) => PublishError::BeingPrinted(site.to_owned()),
            (true, false) => PublishError::NotWhole(site.to_owned()),
            (false, false) => PublishError::NoSite(site.to_owned()),
        };
        let mark = Mark::of(&folder).map_err(|error| PublishError::disk(site)(error.into()))?;
        let Some(mark @ Mark::Whole { inventory, .. }) = mark else { return Err(not_whole()) };
        let files = inventory::read(&folder, inventory).map_err(|_| not_whole())?;
        let folders = files.keys().filter_map(|path| Some(path.split_once('/')?.0.to_owned())).collect();
        Ok(Proof { site: folder, mark, files, folders })
    }

    /// Whether the press printed a file, or anything into a folder.
    pub fn knows(&self, path: &str) -> bool {
        let below = format!("{path}/");
        self.files.contains_key(path)
            || self.files.range(below.clone()..).next().is_some_and(|(file, _)| file.starts_with(&below))
    }

    /// Whether a file that stands in the folder is published.
    pub fn takes(&self, path: &str) -> bool {
        let is_in_ours = path.split_once('/').is_some_and(|(folder, _)| self.folders.contains(folder));
        let of = path.strip_suffix(".br").or_else(|| path.strip_suffix(".gz"));
        let is_copy_of_ours = of.is_some_and(|of| self.files.contains_key(of));
        self.files.contains_key(path) || !(is_in_ours || is_copy_of_ours)
    }

    /// Whether a file is as it was printed; those of others are as they are.
    pub fn holds(&self, path: &str, found: Seal) -> bool {
        self.files.get(path).is_none_or(|printed| *printed == found)
    }

    /// The printed files that are not among those that stand there.
    pub fn missing(&self, is_there: impl Fn(&str) -> bool) -> impl Iterator<Item = &String> {
        self.files.keys().filter(move |path| !is_there(path))
    }

    /// Whether all of that still is so: the mark is read once more.
    pub fn check_again(&self) -> Result<(), PublishError> {
        let site = self.site.path();
        match Mark::of(&self.site).map_err(|error| PublishError::disk(site)(error.into()))? {
            Some(mark) if mark == self.mark => Ok(()),
            _ => Err(PublishError::ChangedMeanwhile(site.to_owned())),
        }
    }
}
