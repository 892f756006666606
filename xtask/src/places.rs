//! Where things lie: the clone, what is built from it, and the cache outside of it.

use std::env;
use std::path::{Path, PathBuf};

use crate::error::ChoreError;

/// The folders that chores work in.
#[derive(Debug, Clone)]
pub struct Places {
    /// The clone.
    pub root: PathBuf,
    /// Everything built from it.
    pub target: PathBuf,
    /// Tools and remembered times, kept outside the clone.
    pub cache: PathBuf,
}

impl Places {
    /// Finds them for this run.
    pub fn find() -> Result<Self, ChoreError> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest.parent().unwrap_or(Path::new(".")).to_path_buf();
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder));
        let cache = env::var_os("XDG_CACHE_HOME").filter(|folder| !folder.is_empty()).map(PathBuf::from);
        let home = || env::var_os("HOME").map(|home| Path::new(&home).join(".cache"));
        let cache = cache
            .or_else(home)
            .ok_or_else(|| ChoreError::Missing { what: "a cache folder".into(), how: "Set HOME or XDG_CACHE_HOME.".into() })?;
        Ok(Self { root, target, cache: cache.join("strait") })
    }

    /// The folder of one pinned tool.
    pub fn tool(&self, folder: &str) -> PathBuf {
        self.cache.join("tools").join(folder)
    }

    /// What our own chores leave: logs, fingerprints.
    pub fn notes(&self) -> PathBuf {
        self.target.join("xtask")
    }
}
