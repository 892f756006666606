//! The lock of a folder: the system's file lock, which ends with the process.

use super::Holder;
use crate::PublishError;
use std::fs::{File, TryLockError};
use std::io::{Read, Seek, Write};
use strait_confined::Confined;

/// The lock of a folder, held until it is dropped.
pub struct FileLock {
    file: File,
}

impl FileLock {
    /// Takes the lock, or says who has it.
    pub fn take(folder: &Confined, name: &str) -> Result<FileLock, PublishError> {
        let disk = || PublishError::disk(folder.path().join(name));
        let mut file = folder.update_own(name)?;
        match file.try_lock() {
            Ok(()) => {
                let holder = serde_json::to_vec(&Holder::this_process()).unwrap_or_default();
                file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(&holder)).map_err(disk())?;
                Ok(FileLock { file })
            }
            Err(TryLockError::WouldBlock) => Err(PublishError::Locked(Box::new(holder_in(&mut file)))),
            Err(TryLockError::Error(source)) => Err(disk()(source)),
        }
    }
}

impl Drop for FileLock {
    fn drop(&mut self) {
        // Closing is not enough: a process that is just being started may still hold a copy of the open file.
        // What cannot be unlocked is unlocked when the process ends.
        let _ = self.file.unlock();
    }
}

/// Whoever wrote its name last; a lock that was taken this very moment may have none in it yet.
fn holder_in(file: &mut File) -> Holder {
    let mut text = String::new();
    // What cannot be read names nobody, which is as good as nothing.
    let _ = file.read_to_string(&mut text);
    let nobody = Holder { who: "another process".to_owned(), ..Holder::this_process() };
    serde_json::from_str(&text).unwrap_or(nobody)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_is_told_who_was_first_and_comes_in_when_that_has_left() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Confined::open(folder.path()).unwrap();
        let take = || FileLock::take(&folder, "lock");
        let first = take().unwrap();
        let Err(PublishError::Locked(holder)) = take() else { panic!("two at once") };
        assert!(holder.who.ends_with(&format!("process {}", std::process::id())), "{holder}");
        let copy = first.file.try_clone().unwrap();
        drop(first);
        assert!(take().is_ok(), "though a copy of the file is open: {copy:?}");
    }
}
