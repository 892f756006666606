//! A folder that is published to may hold what others have put there: it stays as it is.

use super::folder::current;
use super::site::{Site, edition, printed, two_editions};
use super::{job, temporary};
use object_store::local::LocalFileSystem;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::sync::Arc;
use strait_publish::{PublishError, Report, Target, publish, roll_back};

async fn put(site: &Site, root: &Path) -> Result<Report, PublishError> {
    fs::create_dir_all(root).unwrap();
    let store = Arc::new(LocalFileSystem::new_with_prefix(root).unwrap());
    publish(printed(site).path(), &Target::Folder { root: root.to_owned(), store }, &job()).await
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[tokio::test]
async fn releases_that_others_made_stay_and_are_stepped_over() {
    let (folder, (old, new)) = (temporary(), two_editions());
    let foreign = ["100/thesis.txt", "1/thesis.txt", "3/thesis.txt", "007/thesis.txt"]
        .map(|path| folder.path().join("releases").join(path));
    foreign.iter().for_each(|path| write(path, "years of work"));
    assert_eq!(put(&old, folder.path()).await.unwrap().release, 2);
    assert!(current(folder.path()) == old);
    assert_eq!(put(&new, folder.path()).await.unwrap().release, 4);
    for version in 3..9 {
        put(&edition(1..4, version), folder.path()).await.unwrap();
    }
    assert!(foreign.iter().all(|path| fs::read_to_string(path).is_ok_and(|text| text == "years of work")));
    assert!(!folder.path().join("releases/2").exists(), "our own are cleared away");
}

#[tokio::test]
async fn links_in_the_place_of_a_publisher_s_own_folders_are_refused() {
    for name in [".strait", "releases", ".strait/releases", "current"] {
        let (folder, elsewhere) = (temporary(), temporary());
        write(&elsewhere.path().join("1/thesis.txt"), "years of work");
        let link = folder.path().join(name);
        fs::create_dir_all(link.parent().unwrap()).unwrap();
        symlink(elsewhere.path(), &link).unwrap();
        let error = put(&edition(1..4, 1), folder.path()).await.unwrap_err();
        assert!(matches!(error, PublishError::NotAFolder(_) | PublishError::NotALink(_)), "{name}: {error}");
        assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 1, "{name}");
        assert_eq!(fs::read_dir(elsewhere.path().join("1")).unwrap().count(), 1, "{name}");
    }
}

#[tokio::test]
async fn a_pipe_among_the_notes_is_not_waited_for() {
    let folder = temporary();
    put(&edition(1..4, 1), folder.path()).await.unwrap();
    let note = folder.path().join(".strait/releases/1.json.gz");
    fs::remove_file(&note).unwrap();
    rustix::fs::mknodat(rustix::fs::CWD, &note, rustix::fs::FileType::Fifo, rustix::fs::Mode::RUSR, 0).unwrap();
    let error = put(&edition(1..4, 2), folder.path()).await.unwrap_err();
    assert!(matches!(&error, PublishError::BadFile(path) if *path == note), "{error}");
}

#[tokio::test]
async fn a_release_that_lost_a_file_is_not_gone_back_to_and_is_made_anew_when_it_is_published_again() {
    let (folder, (old, new)) = (temporary(), two_editions());
    put(&old, folder.path()).await.unwrap();
    put(&new, folder.path()).await.unwrap();
    fs::write(folder.path().join("releases/1/robots.txt"), "").unwrap();
    let store = Arc::new(LocalFileSystem::new_with_prefix(folder.path()).unwrap());
    let target = Target::Folder { root: folder.path().to_owned(), store };
    let shown = current(folder.path());
    let error = roll_back(&target, &job()).await.unwrap_err();
    assert!(matches!(&error, PublishError::HalfRelease(path) if path.ends_with("releases/1/robots.txt")), "{error}");
    assert!(current(folder.path()) == shown);
    fs::remove_dir_all(folder.path().join("releases/2")).unwrap();
    assert_eq!(put(&new, folder.path()).await.unwrap().release, 3);
    let shown = current(folder.path());
    assert!(new.iter().all(|(path, bytes)| shown.get(path) == Some(bytes)));
}

#[tokio::test]
async fn the_lock_is_not_written_through_a_link() {
    let (folder, elsewhere) = (temporary(), temporary());
    write(&elsewhere.path().join("thesis.txt"), "years of work");
    fs::create_dir(folder.path().join(".strait")).unwrap();
    symlink(elsewhere.path().join("thesis.txt"), folder.path().join(".strait/lock")).unwrap();
    assert!(put(&edition(1..4, 1), folder.path()).await.is_err());
    assert_eq!(fs::read_to_string(elsewhere.path().join("thesis.txt")).unwrap(), "years of work");
}

#[tokio::test]
async fn a_link_in_a_release_is_neither_followed_nor_handed_on() {
    let (folder, elsewhere) = (temporary(), temporary());
    write(&elsewhere.path().join("secret.txt"), "secret");
    let (old, new) = two_editions();
    put(&old, folder.path()).await.unwrap();
    let page = folder.path().join("releases/1/robots.txt");
    fs::remove_file(&page).unwrap();
    symlink(elsewhere.path().join("secret.txt"), &page).unwrap();
    symlink(elsewhere.path(), folder.path().join("releases/1/more")).unwrap();
    put(&new, folder.path()).await.unwrap();
    assert!(current(folder.path()).values().all(|bytes| bytes != b"secret"));
    for version in 3..9 {
        put(&edition(1..4, version), folder.path()).await.unwrap();
    }
    assert!(!folder.path().join("releases/1").exists());
    assert_eq!(fs::read_to_string(elsewhere.path().join("secret.txt")).unwrap(), "secret");
}

#[tokio::test]
async fn a_number_that_was_ours_and_is_another_s_now_stays() {
    let folder = temporary();
    for version in 1..8 {
        put(&edition(1..4, version), folder.path()).await.unwrap();
    }
    let foreign = folder.path().join("releases/1/thesis.txt");
    write(&foreign, "years of work");
    put(&edition(1..4, 8), folder.path()).await.unwrap();
    assert!(foreign.exists());
}
