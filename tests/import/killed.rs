//! An import that is killed, wherever, is run again and ends as if nothing had happened, byte for byte.

use crate::first_hour::{Desk, files};
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

/// Posts enough that killing meets every kind of work.
const POSTS: usize = 300;
/// So often it is killed at least while it works.
const KILLS: usize = 8;

/// An export whose posts come in several versions, lack what others have, and are filed in a growing tree.
fn export() -> String {
    let item = |at: usize| {
        // One in seven is a later version of the one before.
        let (number, version) = if at % 7 == 6 { (at - 1, "09") } else { (at, "08") };
        let status = ["publish", "publish", "draft", "publish", "trash"][at % 5];
        let date = if at.is_multiple_of(11) { "" } else { "<wp:post_date_gmt>2026-09-29 08:00:00</wp:post_date_gmt>" };
        format!(
            "<item><title>Tide {at}</title><guid isPermaLink='false'>g{number}</guid><dc:creator>qm</dc:creator><content:encoded>Words of {at}.</content:encoded>\
            {date}<wp:post_modified_gmt>2026-09-30 {version}:{:02}:00</wp:post_modified_gmt><wp:status>{status}</wp:status><wp:post_type>post</wp:post_type>\
            <category domain='category' nicename='c{}'>Lane {}</category></item>",
            at % 60,
            at / 20,
            at / 20
        )
    };
    let items: String = (0..POSTS).map(item).collect();
    format!(
        "<rss version='2.0' xmlns:wp='http://wordpress.org/export/1.2/' xmlns:dc='http://purl.org/dc/elements/1.1/' \
        xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>Tide</title><link>https://tide.example</link>{items}</channel></rss>"
    )
}

fn copy(from: &Path, to: &Path) {
    for (name, bytes) in files(from) {
        fs::create_dir_all(to.join(&name).parent().unwrap()).unwrap();
        fs::write(to.join(name), bytes).unwrap();
    }
}

fn arguments(content: &str) -> Vec<&str> {
    vec!["import", "--from", "wordpress", "export.xml", "--content", content, "--now", "2026-10-03T00:00:00Z"]
}

/// Ends an import after a while; whether it was still at work.
fn kill_after(desk: &Desk, content: &str, while_: Duration) -> bool {
    let mut import = desk.command(&arguments(content)).stderr(Stdio::null()).spawn().unwrap();
    std::thread::sleep(while_);
    let is_at_work = import.try_wait().unwrap().is_none();
    // It may have ended meanwhile.
    let _ = import.kill();
    import.wait().unwrap();
    is_at_work
}

#[test]
fn a_killed_import_that_is_run_again_ends_as_an_undisturbed_one() {
    let desk = Desk::new();
    desk.put("export.xml", export());
    copy(&desk.path("paper"), &desk.path("calm"));
    copy(&desk.path("paper"), &desk.path("killed"));
    let begun = Instant::now();
    desk.run(&arguments("calm"));
    let mut whole = begun.elapsed();
    let calm = files(&desk.path("calm"));
    assert!(calm.len() > POSTS / 2, "{}", calm.len());
    assert!(calm.iter().all(|(name, _)| !name.contains("journal") && !name.ends_with(".part")));
    let (mut kills, mut seed) = (0, 7_u32);
    for _ in 0..10 * KILLS {
        // Moments all over the time that an import takes, the same in each run of the test.
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        match kill_after(&desk, "killed", whole * (seed >> 16 & 0xff) / 255) {
            true => kills += 1,
            // The machine was slower when it was measured.
            false => whole = whole * 9 / 10,
        }
        if kills >= KILLS {
            break;
        }
    }
    assert!(kills >= KILLS, "killed {kills} times only");
    desk.run(&arguments("killed"));
    // What was half written is gone too.
    let killed = files(&desk.path("killed"));
    let names = |files: &[(String, Vec<u8>)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&killed), names(&calm));
    for ((name, after), (_, undisturbed)) in killed.iter().zip(&calm) {
        assert!(after == undisturbed, "{name}: {}\n{}", String::from_utf8_lossy(after), String::from_utf8_lossy(undisturbed));
    }
    desk.run(&arguments("calm"));
    assert!(files(&desk.path("calm")) == calm, "importing again changes nothing");
}
