//! Where files stand in the folder of a site.

use strait_confined::{Confined, ConfinedError, Missing};

/// A place in the site: the folder that a file stands in, and the file's name there.
pub struct Place<'a> {
    /// The folder.
    pub folder: Confined,
    /// The name.
    pub name: &'a str,
}

impl<'a> Place<'a> {
    /// The place of a file; its folders are made where they are missing.
    pub fn make(root: &Confined, path: &'a str) -> Result<Place<'a>, ConfinedError> {
        Place::of(root, path, Missing::Make)
    }

    /// The place of a file, if its folder is there. Behind a link is no place of the site.
    pub fn find(root: &Confined, path: &'a str) -> Option<Place<'a>> {
        Place::of(root, path, Missing::Leave).ok()
    }

    fn of(root: &Confined, path: &'a str, missing: Missing) -> Result<Place<'a>, ConfinedError> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        Ok(Place { folder: root.own_folder(folder, missing)?, name })
    }
}

/// Deletes a file, and the folders that it leaves empty.
pub fn delete(root: &Confined, path: &str) -> Result<(), ConfinedError> {
    let Some(place) = Place::find(root, path) else { return Ok(()) };
    place.folder.remove(place.name)?;
    let mut folder = path.rsplit_once('/').map(|(folder, _)| folder);
    while let Some(path) = folder {
        // Fails at the first folder that holds something else, which is what is wanted.
        if !Place::find(root, path).is_some_and(|place| place.folder.remove_empty(place.name)) {
            break;
        }
        folder = path.rsplit_once('/').map(|(folder, _)| folder);
    }
    Ok(())
}
