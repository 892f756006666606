//! Where tests write what they throw away.

use std::fs;
use std::path::{Path, PathBuf};

use nix::sys::statvfs::statvfs;

/// Where tests write what they throw away: in memory, if there is room. They make and remove very many files, and ext4
/// looks longer for each new one the more were removed just before: twice the time for a test that prints often.
pub struct Scratch(Option<PathBuf>);

impl Scratch {
    /// In bytes; all suites together have used a tenth of it.
    const ROOM: u64 = 1 << 30;

    /// A new one.
    pub fn new() -> Self {
        let memory = Path::new("/dev/shm");
        let has_room = statvfs(memory).is_ok_and(|disk| disk.blocks_available() * disk.fragment_size() > Self::ROOM);
        let folder = memory.join(format!("strait-tests-{}", std::process::id()));
        Self((has_room && fs::create_dir(&folder).is_ok()).then_some(folder))
    }

    /// What programs are told of it.
    pub fn variable(&self) -> Option<(&'static str, &Path)> {
        self.0.as_deref().map(|folder| ("TMPDIR", folder))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Some(folder) = &self.0 {
            let _ = fs::remove_dir_all(folder);
        }
    }
}
