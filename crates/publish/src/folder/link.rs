//! The link that readers follow.

use crate::PublishError;
use std::io;
use std::path::Path;

const CURRENT: &str = "current";

/// The release that readers see; 0: none yet.
pub fn current(root: &Path) -> Result<u64, PublishError> {
    let path = root.join(CURRENT);
    let not_ours = || PublishError::NotALink(path.clone());
    match std::fs::read_link(&path) {
        Ok(target) => {
            let number = target.strip_prefix("releases").ok().and_then(|number| number.to_str()?.parse().ok());
            number.ok_or_else(not_ours)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(0),
        Err(_) => Err(not_ours()),
    }
}

/// Moves readers to a release at once, after all of it has reached the disk.
pub fn switch(root: &Path, number: u64) -> Result<(), PublishError> {
    let (path, next) = (root.join(CURRENT), root.join(".strait").join("next"));
    let target = Path::new("releases").join(number.to_string());
    // Left by a publish that was cut short, or not there.
    let _ = std::fs::remove_file(&next);
    let switched = sync(root).and_then(|()| make_link(&target, &next)).and_then(|()| std::fs::rename(&next, &path));
    switched.and_then(|()| sync(root)).map_err(PublishError::disk(path))
}

#[cfg(unix)]
fn make_link(target: &Path, link: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(target, link)
}

#[cfg(not(unix))]
fn make_link(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "only systems with symbolic links can be published to; use s3://…"))
}

/// So that a power cut does not leave a link to files that never reached the disk.
#[cfg(target_os = "linux")]
fn sync(root: &Path) -> io::Result<()> {
    Ok(rustix::fs::syncfs(std::fs::File::open(root)?)?)
}

#[cfg(all(unix, not(target_os = "linux")))]
fn sync(_: &Path) -> io::Result<()> {
    rustix::fs::sync();
    Ok(())
}

#[cfg(not(unix))]
fn sync(_: &Path) -> io::Result<()> {
    Ok(())
}
