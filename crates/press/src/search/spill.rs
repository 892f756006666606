//! What does not stay in memory: one file without a name beside the renditions, which is gone with the build, however
//! that ends.

use crate::error::PressError;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// A file that bytes are put into, and got back from. It is made when it is needed first.
pub struct Spill {
    folder: PathBuf,
    file: Mutex<Option<Open>>,
}

struct Open {
    file: File,
    length: u64,
}

impl Spill {
    /// A file to be made in a folder.
    pub fn into(folder: &Path) -> Spill {
        Spill { folder: folder.to_owned(), file: Mutex::default() }
    }

    /// Puts bytes at the end; says where they begin.
    pub fn put(&self, bytes: &[u8]) -> Result<u64, PressError> {
        let put = || {
            let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
            let open = match &mut *file {
                Some(open) => open,
                None => file.insert(Open::in_folder(&self.folder)?),
            };
            open.put(bytes)
        };
        put().map_err(PressError::disk(&self.folder))
    }

    /// Gets bytes that were put at a place.
    pub fn get(&self, begin: u64, bytes: &mut [u8]) -> Result<(), PressError> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let got = match &mut *file {
            Some(open) => open.get(begin, bytes),
            None => Err(io::ErrorKind::NotFound.into()),
        };
        got.map_err(PressError::disk(&self.folder))
    }
}

impl Open {
    fn in_folder(folder: &Path) -> io::Result<Open> {
        fs::create_dir_all(folder)?;
        Ok(Open { file: tempfile::tempfile_in(folder)?, length: 0 })
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<u64> {
        let begin = self.length;
        // It may have been read since.
        self.file.seek(SeekFrom::Start(begin))?;
        self.file.write_all(bytes)?;
        self.length += bytes.len() as u64;
        Ok(begin)
    }

    fn get(&mut self, begin: u64, bytes: &mut [u8]) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(begin))?;
        self.file.read_exact(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_is_got_and_nothing_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let cache = folder.path().join("cache");
        let spill = Spill::into(&cache);
        assert!(!cache.exists(), "nothing is made before it is needed");
        let (one, other) = (spill.put(b"tide").unwrap(), spill.put(b"water").unwrap());
        let mut bytes = [0; 4];
        spill.get(one, &mut bytes).unwrap();
        assert_eq!(&bytes, b"tide");
        let third = spill.put(b"ebb.").unwrap();
        spill.get(other + 1, &mut bytes).unwrap();
        assert_eq!(&bytes, b"ater");
        spill.get(third, &mut bytes).unwrap();
        assert_eq!(&bytes, b"ebb.");
        drop(spill);
        assert_eq!(fs::read_dir(cache).unwrap().count(), 0);
    }

    #[test]
    fn a_disk_that_refuses_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("cache");
        fs::write(&file, "no folder").unwrap();
        let error = Spill::into(&file).put(b"tide").unwrap_err();
        assert!(error.to_string().contains(&*file.to_string_lossy()), "{error}");
    }
}
