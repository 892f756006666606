//! Every way out of a folder, and the links that stay inside.

use super::*;
use std::fs;
use tempfile::TempDir;

/// A folder `inside` with a file and a folder in it, and a secret beside it.
fn place() -> (TempDir, Confined) {
    let place = tempfile::tempdir().unwrap();
    fs::create_dir_all(place.path().join("inside/below")).unwrap();
    fs::create_dir_all(place.path().join("outside")).unwrap();
    fs::write(place.path().join("inside/below/boat.txt"), "boat").unwrap();
    fs::write(place.path().join("outside/secret.txt"), "secret").unwrap();
    let confined = Confined::open(&place.path().join("inside")).unwrap();
    (place, confined)
}

fn read(confined: &Confined, below: &str) -> String {
    String::from_utf8(confined.read(below).unwrap().bytes).unwrap()
}

#[test]
fn a_file_is_read_with_what_the_disk_says_of_it() {
    let (_place, confined) = place();
    let file = confined.read("below/boat.txt").unwrap();
    assert_eq!((file.bytes.as_slice(), file.metadata.len()), (b"boat".as_slice(), 4));
    assert_eq!(read(&confined.folder("below").unwrap(), "boat.txt"), "boat");
    let names: Vec<_> = confined.entries().unwrap().into_iter().map(|entry| entry.name).collect();
    assert_eq!(names, ["below"]);
}

#[test]
fn names_that_leave_the_folder_or_name_nothing_are_refused() {
    let (place, confined) = place();
    let absolute = place.path().join("outside/secret.txt");
    for name in ["../outside/secret.txt", "below/../../outside/secret.txt", absolute.to_str().unwrap()] {
        assert!(matches!(confined.read(name), Err(ConfinedError::LeadsOutside { .. })), "{name}");
    }
    for name in ["no.txt", "below/boat.txt/x", "nul\0", "..\\outside\\secret.txt", &"x".repeat(300), &"x/".repeat(5000)] {
        assert!(matches!(confined.read(name), Err(ConfinedError::Missing(_))), "{name:?}: {:?}", confined.read(name));
    }
    assert!(matches!(confined.read("below"), Err(ConfinedError::NotAFile(_))));
    assert!(matches!(confined.read(""), Err(ConfinedError::Missing(_) | ConfinedError::NotAFile(_))));
}

#[test]
fn a_name_that_content_writes_has_one_form() {
    assert!(["a.jpg", "a/b c.jpg", "甲/乙.jpg", "..a", ".a"].iter().all(|path| stays_inside(path)));
    let bad =
        ["", "/", "../a", "/etc/passwd", "a/../../b", "..\\a", "a\\b", "a//b", "./a", "a/./b", "a/", "a\0", "a\n+ b", "\u{9f}a"];
    assert_eq!(bad.iter().find(|path| stays_inside(path)), None);
}

#[cfg(unix)]
mod links {
    use super::*;
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    use std::sync::atomic::{AtomicBool, Ordering};

    #[test]
    fn a_link_is_followed_as_long_as_it_stays_inside() {
        let (place, confined) = place();
        let inside = place.path().join("inside");
        symlink("below/boat.txt", inside.join("relative")).unwrap();
        symlink(inside.join("below/boat.txt"), inside.join("absolute")).unwrap();
        symlink(inside.join("below"), inside.join("folder")).unwrap();
        symlink("../../inside/below/boat.txt", inside.join("below/round")).unwrap();
        for name in ["relative", "absolute", "folder/boat.txt", "below/round"] {
            assert_eq!(read(&confined, name), "boat", "{name}");
        }
        assert_eq!(read(&confined.folder("folder").unwrap(), "boat.txt"), "boat");
    }

    #[test]
    fn a_link_that_leads_outside_opens_nothing() {
        let (place, confined) = place();
        let inside = place.path().join("inside");
        let outside = place.path().join("outside");
        symlink("../outside/secret.txt", inside.join("relative")).unwrap();
        symlink(outside.join("secret.txt"), inside.join("absolute")).unwrap();
        symlink(&outside, inside.join("folder")).unwrap();
        symlink("absolute", inside.join("twice")).unwrap();
        symlink("/proc/self/cwd", inside.join("magic")).unwrap();
        for name in ["relative", "absolute", "folder/secret.txt", "folder/../outside/secret.txt", "twice", "magic/Cargo.toml"] {
            assert!(matches!(confined.read(name), Err(ConfinedError::LeadsOutside { .. })), "{name}: {:?}", confined.read(name));
            assert!(confined.metadata(name).is_err(), "{name}");
        }
        assert!(matches!(confined.folder("folder"), Err(ConfinedError::LeadsOutside { .. })));
        // The control: a look that knows no bounds finds it.
        assert_eq!(fs::read_to_string(inside.join("twice")).unwrap(), "secret");
    }

    #[test]
    fn a_link_that_leads_nowhere_or_in_a_circle_is_told() {
        let (place, confined) = place();
        let inside = place.path().join("inside");
        symlink("nowhere", inside.join("nowhere-link")).unwrap();
        symlink("circle", inside.join("circle")).unwrap();
        assert!(matches!(confined.read("nowhere-link"), Err(ConfinedError::Missing(_))));
        assert!(matches!(confined.read("circle"), Err(ConfinedError::NotAFile(_))));
    }

    #[test]
    fn a_file_that_is_somebody_else_s_too_is_left_to_them() {
        let (place, confined) = place();
        let (inside, outside) = (place.path().join("inside"), place.path().join("outside"));
        fs::hard_link(outside.join("secret.txt"), inside.join("list")).unwrap();
        let mut list = confined.update_own("list").unwrap();
        std::io::Write::write_all(&mut list, b"changed").unwrap();
        assert_eq!(fs::read_to_string(outside.join("secret.txt")).unwrap(), "secret");
        assert_eq!(fs::read_to_string(inside.join("list")).unwrap(), "changed");
    }

    #[test]
    fn pipes_and_sockets_are_no_files_and_nobody_waits_for_them() {
        let (place, confined) = place();
        mknodat(CWD, place.path().join("inside/pipe"), FileType::Fifo, Mode::from_raw_mode(0o600), 0).unwrap();
        let _socket = UnixListener::bind(place.path().join("inside/socket")).unwrap();
        symlink("pipe", place.path().join("inside/link")).unwrap();
        for name in ["pipe", "socket", "link", "below"] {
            assert!(matches!(confined.read(name), Err(ConfinedError::NotAFile(_))), "{name}: {:?}", confined.read(name));
        }
    }

    #[test]
    fn a_link_that_is_swapped_while_files_are_read_never_leads_outside() {
        let (place, confined) = place();
        let (inside, done) = (place.path().join("inside"), AtomicBool::new(false));
        std::thread::scope(|scope| {
            scope.spawn(|| {
                for round in 0.. {
                    let to = if round % 2 == 0 { "../outside" } else { "below" };
                    symlink(to, inside.join("next")).unwrap();
                    fs::rename(inside.join("next"), inside.join("folder")).unwrap();
                    if done.load(Ordering::Relaxed) {
                        break;
                    }
                }
            });
            fs::write(inside.join("below/secret.txt"), "open").unwrap();
            for _ in 0..2000 {
                if let Ok(file) = confined.read("folder/secret.txt") {
                    assert_eq!(file.bytes, b"open");
                }
            }
            done.store(true, Ordering::Relaxed);
        });
    }
}
