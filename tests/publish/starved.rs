//! The same chain on disks that are full before it has ended.
//!
//! As root a disk is a small one in memory (tmpfs) that is filled but for some kilobytes. Elsewhere no file can grow
//! beyond a length (`ulimit -f`), which is a write that fails too. The output says which it was.

use super::chain::{Chain, Chance, ended, seen};
use super::temporary;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

const DISKS: u64 = 25;

/// A disk that can be full.
struct Disk {
    folder: TempDir,
    is_mounted: bool,
    /// In kilobytes; none: as much as is wanted.
    room: Option<u64>,
}

impl Disk {
    fn new() -> Disk {
        let folder = tempfile::tempdir().unwrap();
        let is_mounted = mount(folder.path(), "size=1g");
        println!("{}", if is_mounted { "tmpfs of a size" } else { "ulimit -f: this user may not mount" });
        Disk { folder, is_mounted, room: None }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Leaves so many kilobytes of room.
    fn leave(&mut self, kilobytes: u64) {
        self.room = Some(kilobytes);
        if self.is_mounted {
            assert!(mount(self.folder.path(), &format!("remount,size={}k", self.used() + kilobytes)));
        }
    }

    fn free(&mut self) {
        self.room = None;
        assert!(!self.is_mounted || mount(self.folder.path(), "remount,size=1g"));
    }

    /// In kilobytes.
    fn used(&self) -> u64 {
        let disk = rustix::fs::statvfs(self.folder.path()).unwrap();
        (disk.f_blocks - disk.f_bfree) * disk.f_frsize / 1024
    }

    fn empty(&mut self) {
        self.free();
        for entry in std::fs::read_dir(self.folder.path()).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { std::fs::remove_dir_all(path).unwrap() } else { std::fs::remove_file(path).unwrap() }
        }
    }

    /// The command on this disk.
    fn on(&self, command: Command) -> Command {
        let Some(room) = self.room.filter(|_| !self.is_mounted) else { return command };
        let mut limited = Command::new("sh");
        // In blocks of 512 bytes; without the trap the signal would kill.
        limited.arg("-c").arg(format!("trap '' XFSZ; ulimit -f {}; exec \"$0\" \"$@\"", room * 2));
        limited.arg(command.get_program()).args(command.get_args()).stdout(Stdio::null()).stderr(Stdio::null());
        limited
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        if self.is_mounted {
            // Lazily: what cannot be unmounted now must not stay for ever.
            let _ = Command::new("umount").arg("-l").arg(self.folder.path()).status();
        }
    }
}

fn mount(folder: &Path, options: &str) -> bool {
    let mut command = Command::new("mount");
    command.args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(folder).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

#[test]
fn a_build_on_a_full_disk_ends_with_three_and_is_never_published() {
    let (chain, root, mut chance) = (Chain::new(true), temporary(), Chance::new());
    let to = format!("file://{}", root.path().display());
    let mut disk = Disk::new();
    let (site, cache) = (disk.path("site"), disk.path("cache"));
    chain.turn_to(0);
    assert_eq!(ended(&mut chain.build(&site, &cache)), Some(0));
    assert_eq!(ended(&mut chain.publish(&site, &to)), Some(0));
    let whole = disk.used();
    let (mut standing, mut starved, mut halves, mut tries) = (0, 0, 0, 0);
    while starved < DISKS {
        let paper = chance.below(3) as usize;
        chain.turn_to(paper);
        // Sometimes the first build of all.
        if tries % 3 == 0 {
            disk.empty();
        }
        let room = if disk.is_mounted && tries % 3 > 0 { whole / 2 } else { whole };
        disk.leave(chance.below(if disk.is_mounted { room } else { 60 }));
        let build = ended(&mut disk.on(chain.build(&site, &cache)));
        assert!(matches!(build, Some(0 | 3)), "{build:?}");
        let publish = ended(&mut chain.publish(&site, &to));
        let now = seen(root.path(), &chain.sites);
        match (build, publish) {
            (Some(0), Some(0)) => assert_eq!(now, Some(paper)),
            // It failed before it had changed anything.
            (Some(3), Some(0)) => assert!(now.is_some()),
            (Some(3), Some(3)) => assert_eq!(now, Some(standing), "a half was published"),
            other => panic!("{other:?}"),
        }
        starved += u64::from(build == Some(3));
        halves += u64::from(publish == Some(3));
        disk.free();
        assert_eq!(ended(&mut chain.build(&site, &cache)), Some(0), "with room again");
        assert_eq!(ended(&mut chain.publish(&site, &to)), Some(0), "with room again");
        assert_eq!(seen(root.path(), &chain.sites), Some(paper));
        standing = paper;
        tries += 1;
        assert!(tries < 40 * DISKS, "only {starved} disks were full");
    }
    println!("{tries} builds, {starved} starved, {halves} halves refused");
    assert!(halves > 5, "{halves} halves: too few to be a test");
}

#[test]
fn a_publisher_on_a_full_disk_ends_with_three_and_shows_the_old_site() {
    let (chain, mut chance) = (Chain::new(false), Chance::new());
    let mut disk = Disk::new();
    let root = disk.path("www");
    let to = format!("file://{}", root.display());
    let put = |paper: usize| chain.publish(&chain.path(&format!("clean-{paper}")), &to);
    assert_eq!(ended(&mut put(0)), Some(0));
    let whole = disk.used();
    let (mut standing, mut starved, mut tries) = (0, 0, 0);
    while starved < DISKS {
        let paper = (standing + 1 + chance.below(2) as usize) % 3;
        disk.leave(chance.below(if disk.is_mounted { whole } else { 40 }));
        let code = ended(&mut disk.on(put(paper)));
        let now = seen(&root, &chain.sites);
        match code {
            Some(0) => assert_eq!(now, Some(paper)),
            // The switch may be done when something fails that comes after it.
            Some(3) => assert!(now == Some(standing) || now == Some(paper), "neither the old site nor the new one"),
            other => panic!("{other:?}"),
        }
        starved += u64::from(code == Some(3));
        disk.free();
        assert_eq!(ended(&mut put(paper)), Some(0), "with room again");
        assert_eq!(seen(&root, &chain.sites), Some(paper));
        standing = paper;
        tries += 1;
        assert!(tries < 40 * DISKS, "only {starved} disks were full");
    }
    println!("{tries} publishers, {starved} starved");
}

#[test]
fn the_disks_above_can_be_full() {
    let mut disk = Disk::new();
    let write = |disk: &Disk| {
        let mut command = Command::new("dd");
        command.args(["if=/dev/zero", "bs=1024", "count=512"]).arg(format!("of={}", disk.path("file").display()));
        command.stderr(Stdio::null());
        ended(&mut disk.on(command))
    };
    disk.leave(256);
    assert_ne!(write(&disk), Some(0));
    disk.free();
    assert_eq!(write(&disk), Some(0));
}
