//! Releases in a folder, and a link that is switched at once.

use super::faults::{Fault, Faulty};
use super::reader::broken;
use super::site::{Site, edition, is_hashed, printed, two_editions};
use super::{job, temporary};
use object_store::local::LocalFileSystem;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Instant;
use strait_publish::{PublishError, Report, Target, publish, roll_back};

fn target(root: &Path) -> Target {
    Target::Folder { root: root.to_owned(), store: Arc::new(LocalFileSystem::new_with_prefix(root).unwrap()) }
}

async fn put(site: &Site, root: &Path) -> Report {
    publish(printed(site).path(), &target(root), &job()).await.unwrap()
}

/// What a web server serves.
pub fn current(root: &Path) -> Site {
    let (root, mut site) = (root.join("current"), Site::new());
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => folders.push(path),
                false => {
                    drop(site.insert(path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap()))
                }
            }
        }
    }
    site
}

/// The site and nothing else, but for hashed files that tabs left open may need.
fn check_serves(root: &Path, site: &Site) {
    let served = current(root);
    let of_site: Site = served
        .iter()
        .filter(|(path, _)| site.contains_key(*path) || !is_hashed(path))
        .map(|(path, bytes)| (path.clone(), bytes.clone()))
        .collect();
    assert!(of_site == *site);
    assert_eq!(broken(&served), Vec::<String>::new());
}

#[tokio::test]
async fn a_release_is_the_site_and_shares_what_did_not_change() {
    let (folder, (old, new)) = (temporary(), two_editions());
    assert_eq!(put(&old, folder.path()).await.release, 1);
    check_serves(folder.path(), &old);
    let report = put(&new, folder.path()).await;
    assert_eq!((report.release, report.retired > 2), (2, true));
    check_serves(folder.path(), &new);
    let inode = |release: u32| fs::metadata(folder.path().join(format!("releases/{release}/robots.txt"))).unwrap().ino();
    assert_eq!(inode(1), inode(2));
    assert!(old.keys().filter(|path| is_hashed(path)).all(|path| current(folder.path()).contains_key(path)));
    assert_eq!(put(&new, folder.path()).await.release, 2, "nothing new is no release");
}

#[tokio::test]
async fn going_back_is_a_link_away_and_open_tabs_keep_their_files() {
    let (folder, (old, new)) = (temporary(), two_editions());
    put(&old, folder.path()).await;
    put(&new, folder.path()).await;
    assert_eq!(roll_back(&target(folder.path()), &job()).await.unwrap().release, 1);
    check_serves(folder.path(), &old);
    assert!(new.keys().filter(|path| is_hashed(path)).all(|path| current(folder.path()).contains_key(path)));
    assert!(matches!(roll_back(&target(folder.path()), &job()).await, Err(PublishError::NoEarlierRelease)));
    assert_eq!(put(&new, folder.path()).await.release, 3);
    check_serves(folder.path(), &new);
    roll_back(&target(folder.path()), &job()).await.unwrap();
    check_serves(folder.path(), &old);
}

#[tokio::test]
async fn the_five_newest_releases_are_kept() {
    let folder = temporary();
    for version in 1..9 {
        put(&edition(1..4, version), folder.path()).await;
    }
    let mut kept: Vec<_> =
        fs::read_dir(folder.path().join("releases")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    kept.sort();
    assert_eq!(kept, ["4", "5", "6", "7", "8"]);
}

#[tokio::test]
async fn a_publisher_that_dies_at_any_write_leaves_the_old_site_or_the_new_one() {
    let (old, new) = two_editions();
    let (printed_old, printed_new) = (printed(&old), printed(&new));
    for last in 0.. {
        let folder = temporary();
        publish(printed_old.path(), &target(folder.path()), &job()).await.unwrap();
        let Target::Folder { root, store } = target(folder.path()) else { panic!("a folder") };
        let dying = Target::Folder { root, store: Faulty::new(&store, Fault::DeadAfter(last)) };
        let is_complete = publish(printed_new.path(), &dying, &job()).await.is_ok();
        check_serves(folder.path(), if is_complete { &new } else { &old });
        publish(printed_new.path(), &target(folder.path()), &job()).await.unwrap();
        check_serves(folder.path(), &new);
        if is_complete {
            return;
        }
    }
}

fn command(root: &Path, from: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_strait"));
    command.args(["publish", "--to", &format!("file://{}", root.display()), "--from"]).arg(from);
    command.stderr(Stdio::null());
    command
}

#[test]
fn a_process_killed_at_two_hundred_moments_leaves_a_whole_site_each_time() {
    let (folder, (old, new)) = (temporary(), two_editions());
    let sites = [(printed(&old), old), (printed(&new), new)];
    assert!(command(folder.path(), sites[0].0.path()).status().unwrap().success());
    let started = Instant::now();
    assert!(command(folder.path(), sites[1].0.path()).status().unwrap().success());
    let (mut whole, mut standing, mut killed) = (started.elapsed(), 1, 0);
    // As many rounds as it takes, and moments that follow the machine: one in six is too late.
    for round in 0..2000_u32 {
        if killed == 200 {
            break;
        }
        let next = 1 - standing;
        let mut process = command(folder.path(), sites[next].0.path()).spawn().unwrap();
        // A step that shares no factor with 200 visits every moment once, out of order.
        std::thread::sleep(whole * (round * 77 % 200) / 200);
        match process.try_wait().unwrap() {
            None => (killed, whole) = (killed + 1, whole * 101 / 100),
            Some(status) => {
                assert!(status.success(), "round {round}: {status}");
                whole = whole * 95 / 100;
            }
        }
        process.kill().unwrap();
        process.wait().unwrap();
        let is_switched = current(folder.path()).get("index.html") == sites[next].1.get("index.html");
        standing = if is_switched { next } else { standing };
        check_serves(folder.path(), &sites[standing].1);
    }
    assert_eq!(killed, 200);
    let last = 1 - standing;
    assert!(command(folder.path(), sites[last].0.path()).status().unwrap().success());
    check_serves(folder.path(), &sites[last].1);
    assert!(fs::read_dir(folder.path().join("releases")).unwrap().count() <= 5);
}

#[tokio::test]
async fn what_is_no_link_of_ours_is_left_alone() {
    let folder = temporary();
    fs::create_dir(folder.path().join("current")).unwrap();
    let outcome = publish(printed(&two_editions().0).path(), &target(folder.path()), &job()).await;
    assert!(matches!(outcome, Err(PublishError::NotALink(_))), "{outcome:?}");
}
