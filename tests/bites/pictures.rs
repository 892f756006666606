//! Pictures that bite are named, and the pages are printed without them.

use crate::newsroom::SmallNewsroom;
use crate::watched::{MOST, Watched, strait};
use crate::{drawings, photos};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A newsroom with an article for each picture.
fn newsroom(pictures: &[(&str, Vec<u8>, &str)]) -> SmallNewsroom {
    pictures.iter().enumerate().fold(SmallNewsroom::new(), |newsroom, (at, (src, bytes, _))| {
        newsroom.file(&format!("content/pictures/{src}"), bytes);
        let lead = json!({"src": src, "alt": "a", "caption": "c"});
        newsroom.article(&at.to_string(), 30, json!({"headline": src, "lead": lead}))
    })
}

fn build(newsroom: &SmallNewsroom) -> Watched {
    let paths = ["--content", "content", "--out", "site", "--reader", "reader", "--cache", "cache"];
    strait(&newsroom.path(""), &[&["build", "--now", "2024-10-01T00:00:00Z"], &paths[..]].concat())
}

/// What is said of each picture, in both languages, with the mend.
fn words(run: &Watched) -> BTreeSet<String> {
    let of_pictures = |problem: &&Value| problem["file"].as_str().unwrap().contains("/pictures/");
    let words = |problem: &Value| ["file", "name", "severity", "what", "mend"].map(|part| problem[part].to_string()).join(" ");
    run.answer["problems"].as_array().unwrap().iter().filter(of_pictures).map(words).collect()
}

#[test]
fn check_and_build_say_the_same_of_a_picture() {
    let tall = drawings::drawing("1600", "400000", "");
    let pictures = [
        ("tall.svg", tall, "high as wide"),
        ("outside.svg", drawings::drawing("40", "40", "<image href='a.png' width='9' height='9'/>"), "a.png"),
        ("page.svg", drawings::drawing("40", "40", "<foreignObject/>"), "foreignObject"),
        ("moving.svg", drawings::drawing("40", "40", "<rect><animate/></rect>"), "moves"),
        ("sign.svg", drawings::drawing("40", "40", "<text y='20'>\u{f1234}</text>"), "font"),
        ("phone.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), "HEIC"),
        ("film.png", [&b"GIF89a\xff\xff\xff\xff"[..], &[0; 99]].concat(), "65535 × 65535"),
        ("cut.gif", b"GIF89a\x09\0\x09\0\0\0\0".to_vec(), "end"),
        ("none.jpg", b"no picture".to_vec(), "no picture"),
        ("whole.svg", drawings::drawing("40", "40", ""), ""),
    ];
    let newsroom = newsroom(&pictures);
    let built = words(&build(&newsroom));
    let checked = words(&strait(&newsroom.path(""), &["check", "--now", "2024-10-01T00:00:00Z", "--content", "content"]));
    assert_eq!(built, checked);
    for (src, _, word) in &pictures {
        let told: Vec<_> = built.iter().filter(|words| words.contains(src)).collect();
        assert_eq!(told.len(), usize::from(!word.is_empty()), "{src}: {told:?}");
        assert!(told.iter().all(|words| words.contains(word)), "{src} should say {word}: {told:?}");
    }
}

#[test]
fn every_picture_that_bites_is_named_and_none_takes_more_memory_than_there_is() {
    let pictures: Vec<_> = drawings::all().into_iter().chain(photos::all()).collect();
    let newsroom = newsroom(&pictures);
    let run = build(&newsroom);
    assert_eq!(run.code, Some(0), "{}", run.answer);
    let problems = run.problems();
    let mut unsaid = vec![];
    for (at, (src, _, word)) in pictures.iter().enumerate() {
        let told = problems.get(*src).map(|told| told.join("\n")).unwrap_or_default();
        if !told.contains("picture: ") || !told.contains(word) {
            unsaid.push(format!("{src} should say “{word}”: “{told}”"));
        }
        let page = fs::read_to_string(newsroom.path(&format!("site/article/{at}/index.html"))).unwrap();
        assert!(page.contains(src), "the article of {src} is printed");
    }
    assert!(unsaid.is_empty(), "{}", unsaid.join("\n"));
    println!("{} pictures: at most {} MB", pictures.len(), run.peak / 1_000_000);
    assert!(run.peak < MOST, "{} bytes", run.peak);
}

/// The only JPEG of a site.
fn printed_jpeg(site: &Path) -> image::RgbImage {
    let files = fs::read_dir(site.join("pictures")).unwrap().map(|entry| entry.unwrap().path());
    let jpeg = files.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "jpg")).unwrap();
    image::open(jpeg).unwrap().to_rgb8()
}

#[test]
fn a_drawing_shows_nothing_of_this_machine() {
    let red = "<rect width='40' height='40' fill='#f00'/>";
    let secret = TempDir::new().unwrap();
    let file = secret.path().join("secret.svg");
    fs::write(&file, drawings::drawing("40", "40", red)).unwrap();
    let shows = |inside: &str| {
        let newsroom = newsroom(&[("d.svg", drawings::drawing("40", "40", inside), "")]);
        assert_eq!(build(&newsroom).code, Some(0));
        let [red, green, _] = printed_jpeg(&newsroom.path("site")).get_pixel(20, 20).0;
        red > 200 && green < 60
    };
    let named = |href: &str| shows(&format!("<image xlink:href='{href}' width='40' height='40'/>"));
    assert!(!named(&file.to_string_lossy()));
    assert!(!named(&format!("file://{}", file.display())));
    assert!(shows(red), "the control: what a drawing holds itself is seen");
}
