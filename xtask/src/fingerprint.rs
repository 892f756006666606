//! Tells whether a step's inputs changed since it last ended well.

use std::fs;
use std::path::PathBuf;

use sha2::{Digest, Sha256};

use crate::error::{ChoreError, at};
use crate::folders::files_under;

/// The inputs of one step, as one number, and where the number of its last good run is kept.
#[derive(Debug)]
pub struct Fingerprint {
    file: PathBuf,
    value: String,
}

impl Fingerprint {
    /// Reads all inputs: files, and folders with all that is in them. One that does not exist counts as such.
    pub fn of(file: PathBuf, inputs: &[PathBuf], and: &[&str]) -> Result<Self, ChoreError> {
        let mut hasher = Sha256::new();
        for word in and {
            part(&mut hasher, word.as_bytes());
        }
        for input in inputs {
            for path in files_under(input)? {
                part(&mut hasher, path.to_string_lossy().as_bytes());
                part(&mut hasher, &fs::read(&path).map_err(at(&path))?);
            }
            part(&mut hasher, b"next");
        }
        Ok(Self { file, value: hex(&hasher.finalize()) })
    }

    /// Whether the last good run had the same inputs.
    pub fn is_fresh(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|kept| kept == self.value)
    }

    /// Forgets the last good run, because a new one starts.
    pub fn forget(&self) -> Result<(), ChoreError> {
        match fs::remove_file(&self.file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(at(&self.file)(error)),
            _ => Ok(()),
        }
    }

    /// Notes that a run with these inputs ended well.
    pub fn keep(&self) -> Result<(), ChoreError> {
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder).map_err(at(folder))?;
        }
        fs::write(&self.file, &self.value).map_err(at(&self.file))
    }
}

/// A short name for some text, the same in every run.
pub fn short(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))[..12].to_string()
}

// With the length first, so that no two lists of parts read alike.
fn part(hasher: &mut Sha256, bytes: &[u8]) {
    hasher.update((bytes.len() as u64).to_le_bytes());
    hasher.update(bytes);
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("strait-xtask-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("in/deep")).expect("a folder");
        fs::write(folder.join("in/deep/a"), "a").expect("a file");
        folder
    }

    #[test]
    fn a_step_is_fresh_until_an_input_changes() {
        let folder = folder("fresh");
        let print = || Fingerprint::of(folder.join("kept"), &[folder.join("in")], &["trunk 1"]).expect("readable");
        assert!(!print().is_fresh());
        print().keep().expect("writable");
        assert!(print().is_fresh());
        fs::write(folder.join("in/deep/a"), "b").expect("a file");
        assert!(!print().is_fresh());
        print().keep().expect("writable");
        fs::rename(folder.join("in/deep/a"), folder.join("in/deep/b")).expect("renamed");
        assert!(!print().is_fresh(), "a new name is a change too");
        fs::remove_dir_all(&folder).expect("ours");
    }

    #[test]
    fn another_version_of_a_tool_is_a_change() {
        let folder = folder("version");
        let print = |version| Fingerprint::of(folder.join("kept"), &[folder.join("in")], &[version]).expect("readable");
        print("1").keep().expect("writable");
        assert!(print("1").is_fresh() && !print("2").is_fresh());
        print("1").forget().expect("removable");
        assert!(!print("1").is_fresh());
        print("1").forget().expect("forgetting twice is fine");
        fs::remove_dir_all(&folder).expect("ours");
    }
}
