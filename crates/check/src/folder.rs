//! What lies in the content folder. Nothing outside it is looked at: the press does not print it either.

use super::CheckError;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use strait_confined::{Confined, ConfinedError, stays_inside};
use strait_faults::ContentFault;

/// The names of what lies in the content folder.
pub struct Folder {
    /// The content folder, which is never left.
    pub inside: Confined,
    /// The articles' files, sorted.
    pub articles: Vec<PathBuf>,
    /// Files among the articles that are none.
    pub stray: Vec<PathBuf>,
    /// Why the articles cannot be looked at, if they cannot.
    pub closed: Option<ContentFault>,
    /// Originals by their path below `pictures`.
    pub pictures: BTreeSet<String>,
    /// Films and recordings by their path below the content folder.
    pub media: BTreeSet<String>,
}

const PICTURES: [&str; 10] = ["svg", "jpg", "jpeg", "png", "webp", "gif", "avif", "heic", "tif", "tiff"];
const MEDIA: [&str; 9] = ["mp4", "webm", "mov", "m4v", "mp3", "m4a", "ogg", "opus", "wav"];

impl Folder {
    /// Lists a content folder; folders that are missing in it are empty.
    pub fn read(root: &Path) -> Result<Folder, CheckError> {
        let inside = Confined::open(root)?;
        let (mut pictures, mut media) = (BTreeSet::new(), BTreeSet::new());
        collect(&inside, "pictures", &PICTURES, &mut pictures);
        collect(&inside, "media", &MEDIA, &mut media);
        let pictures = pictures.iter().filter_map(|path| path.strip_prefix("pictures/").map(str::to_owned)).collect();
        let mut folder = Folder { inside, articles: vec![], stray: vec![], closed: None, pictures, media };
        folder.list_articles()?;
        Ok(folder)
    }

    /// The content folder's path.
    pub fn root(&self) -> &Path {
        self.inside.path()
    }

    /// Whether anything is there under a name.
    pub fn has(&self, name: &str) -> bool {
        !matches!(self.inside.metadata(name), Err(ConfinedError::Missing(_)))
    }

    /// Whether an original is there that may be printed, by its path below `pictures`.
    pub fn find_original(&self, src: &str) -> Result<(), ConfinedError> {
        match self.pictures.contains(src) {
            true => Ok(()),
            false => self.find(&format!("pictures/{src}")),
        }
    }

    /// Whether a film or recording is there that may be printed, by its path below the content folder.
    pub fn find_media(&self, src: &str) -> Result<(), ConfinedError> {
        match self.media.contains(src) {
            true => Ok(()),
            false if src.starts_with("media/") => self.find(src),
            false => Err(ConfinedError::Missing(self.root().join(src))),
        }
    }

    fn find(&self, below: &str) -> Result<(), ConfinedError> {
        let path = self.root().join(below);
        if !stays_inside(below) {
            return Err(ConfinedError::Missing(path));
        }
        match self.inside.metadata(below)?.is_file() {
            true => Ok(()),
            false => Err(ConfinedError::NotAFile(path)),
        }
    }

    fn list_articles(&mut self) -> Result<(), CheckError> {
        let entries = match self.inside.folder("articles").and_then(|folder| folder.entries()) {
            Ok(entries) => entries,
            Err(ConfinedError::Missing(_)) => return Ok(()),
            Err(error) => {
                self.closed = Some(ContentFault::of(&error).ok_or(error)?);
                return Ok(());
            }
        };
        for entry in entries {
            let path = self.root().join("articles").join(&entry.name);
            match path.extension().is_some_and(|ending| ending == "json") {
                true => self.articles.push(path),
                false if entry.kind.is_dir() || entry.name.to_string_lossy().starts_with('.') => {}
                false => self.stray.push(path),
            }
        }
        self.articles.sort();
        self.stray.sort();
        Ok(())
    }
}

/// The files below a folder that end so, by their paths below the content folder. Links to folders are not gone
/// through: they may lead round in a circle.
fn collect(inside: &Confined, folder: &str, endings: &[&str], found: &mut BTreeSet<String>) {
    // A folder that cannot be looked at is told where an article shows what should be in it.
    let Ok(entries) = inside.folder(folder).and_then(|folder| folder.entries()) else { return };
    for entry in entries {
        let path = format!("{folder}/{}", entry.name.to_string_lossy());
        let ending = Path::new(&path).extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        let is_wanted = || ending.is_some_and(|ending| endings.contains(&ending.as_str()));
        let is_file = || inside.metadata(&path).is_ok_and(|metadata| metadata.is_file());
        if entry.kind.is_dir() {
            collect(inside, &path, endings, found);
        } else if is_wanted() && (entry.kind.is_file() || is_file()) {
            found.insert(path);
        }
    }
}
