//! The paper's own look.

use crate::newsroom::{Printed, SmallNewsroom, simplified, traditional};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const NAME: &str =
    "<svg xmlns='http://www.w3.org/2000/svg' width='240' height='60'><rect width='240' height='60' fill='#123456'/></svg>";

fn newsroom() -> SmallNewsroom {
    let newsroom = SmallNewsroom::new().with(json!({"editions": [simplified(), traditional()]}));
    let newsroom = newsroom.article("1", 1, json!({})).article("2", 2, json!({}));
    newsroom.file("content/look/name.svg", NAME);
    newsroom.file("content/look/night.svg", NAME.replace("#123456", "#abcdef"));
    newsroom
}

fn theme() -> Value {
    json!({"theme": {"light": {"accent": "#1d4d2b", "ground": "#f6f1e6"}, "headlineFace": "kai", "corners": "round",
        "ornament": "name.svg", "seal": false, "icon": "name.svg", "masthead": {"light": "name.svg", "dark": "night.svg"}}})
}

/// A page without what a look may change: its head, and the name in its masthead.
fn rest(html: &str) -> String {
    let body = html.split_once("</head>").map_or(html, |(_, body)| body);
    let (before, after) = body.split_once("<p class=\"masthead__name\">").unwrap_or((body, ""));
    before.to_owned() + after.split_once("</p>").map_or("", |(_, after)| after)
}

fn pages(printed: &Printed) -> Vec<(String, String)> {
    let pages = printed.by_path().into_iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

/// The CSS that stands in a page.
fn css(html: &str) -> &str {
    html.split("<style>").nth(1).unwrap().split("</style>").next().unwrap()
}

#[test]
fn two_stylings_of_a_paper_differ_in_their_heads_and_mastheads_alone() {
    let newsroom = newsroom();
    let plain = pages(&newsroom.print());
    newsroom.set(theme());
    newsroom.file("content/style.css", ".kicker { letter-spacing: 0.1em }");
    let printed = newsroom.print();
    let dressed = pages(&printed);
    assert!(plain.len() > 10 && plain.len() == dressed.len());
    let headers = printed.text("_headers");
    for ((path, before), (other, after)) in plain.iter().zip(&dressed) {
        assert_eq!((path, rest(before)), (other, rest(after)));
        let Some(own) = after.contains("<style>").then(|| css(after)) else { continue };
        assert!(
            own.starts_with(css(before)) && own.ends_with("@layer newsroom{.kicker{letter-spacing: 0.1em}}")
                || own.contains("masthead__picture"),
            "{path}"
        );
        let hash = STANDARD.encode(Sha256::digest(own));
        assert!(headers.contains(&format!("'sha256-{hash}'")), "the policy does not name the style of {path}");
    }
}

#[test]
fn the_name_is_a_picture_with_its_words_in_every_edition() {
    let newsroom = newsroom().with(theme());
    let printed = newsroom.print();
    let name = newsroom.site()["name"].as_str().unwrap().to_owned();
    for page in ["index.html", "article/1/index.html", "hant/article/1/index.html", "settings/index.html"] {
        let html = printed.text(page);
        let picture = html.split("class=\"masthead__picture\"").nth(1).unwrap_or_else(|| panic!("{page}"));
        let src = picture.split("src=\"/paper/").nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(printed.text(src), NAME, "{page}");
        assert!(picture.contains("width=\"240\" height=\"60\""), "{page}");
        if !page.starts_with("hant") {
            assert!(picture.contains(&format!("alt=\"{name}\"")), "{page}");
        }
        let night = css(&html).split("content:url(/paper/").nth(1).unwrap().split(')').next().unwrap();
        assert_eq!(printed.text(night), NAME.replace("#123456", "#abcdef"));
        assert!(html.contains("media=\"(prefers-color-scheme:light)\" content=\"#f6f1e6\""), "{page}");
    }
    let icon = image::load_from_memory(&std::fs::read(newsroom.path("site/icon-512.png")).unwrap()).unwrap();
    assert_eq!(icon.to_rgba8().get_pixel(256, 256).0, [0x12, 0x34, 0x56, 255]);
    assert_eq!(printed.text("icon.svg"), NAME);
}

#[test]
fn a_look_that_changes_is_printed_again_and_one_that_is_broken_is_told() {
    let newsroom = newsroom();
    let before = newsroom.print().by_path();
    newsroom.file("content/style.css", "a { color: #010203 }");
    assert!(newsroom.print().text("article/1/index.html").contains("@layer newsroom{a{color: #010203}}"));
    newsroom.file("content/style.css", "a { color: #040506 }");
    assert!(newsroom.print().text("article/1/index.html").contains("@layer newsroom{a{color: #040506}}"));
    newsroom.file("content/style.css", "a { color: #040506");
    let broken = newsroom.print();
    let told: Vec<&str> = broken.report.problems.iter().map(|problem| problem.name).collect();
    assert_eq!(told, ["broken-style"]);
    assert_eq!(broken.by_path(), before);
}

/// A typeface of this machine that has Chinese.
fn face() -> Vec<u8> {
    let mut fonts = resvg::usvg::fontdb::Database::new();
    fonts.load_system_fonts();
    let names = |face: &resvg::usvg::fontdb::FaceInfo| face.families.iter().any(|(name, _)| name.contains("CJK"));
    let found = fonts.faces().filter(|face| names(face)).find_map(|face| fonts.with_face_data(face.id, |data, _| data.to_vec()));
    found.unwrap_or_else(|| panic!("no font for Chinese: apt-get install fonts-noto-cjk"))
}

#[test]
fn an_article_without_a_picture_is_shared_with_its_headline() {
    let newsroom = newsroom().article("3", 3, json!({"lead": {"src": "a.svg", "alt": "海"}}));
    newsroom.file("content/pictures/a.svg", NAME);
    newsroom.file("content/look/song.ttc", face());
    newsroom.set(json!({"theme": {"light": {"ground": "#f6f1e6"}, "cardFace": "song.ttc"}}));
    let printed = newsroom.print();
    let card = |page: &str| {
        let html = printed.text(page);
        let address = html
            .split("property=\"og:image\" content=\"https://tide.example/paper/")
            .nth(1)
            .map(|rest| rest.split('"').next().unwrap().to_owned());
        (address, html.contains("summary_large_image"))
    };
    let (own, hant) = (card("article/1/index.html"), card("hant/article/1/index.html"));
    let path = own.0.clone().unwrap();
    assert!(path.starts_with("pictures/card-1-") && own.1 && hant.1 && hant.0 != own.0, "{own:?} {hant:?}");
    let picture = image::load_from_memory(&std::fs::read(newsroom.path("site").join(&path)).unwrap()).unwrap().to_rgba8();
    assert_eq!((picture.width(), picture.height()), (1200, 630));
    assert_eq!(picture.get_pixel(20, 300).0, [0xf6, 0xf1, 0xe6, 255], "the ground");
    let inked = picture.pixels().filter(|pixel| u32::from(pixel.0[0]) < 0x60).count();
    assert!(inked > 2000, "{inked} pixels of words");
    assert!(!card("article/3/index.html").0.unwrap().contains("card-"), "one that has a picture keeps it");
    assert!(!printed.text("data/articles/1.json").contains("card-"), "no reader fetches it");
    let before = printed.files();
    assert_eq!(newsroom.print().files(), before, "the same again");
    newsroom.set(json!({"theme": {}}));
    assert!(!newsroom.print().files().iter().any(|(path, _)| path.to_string_lossy().contains("card-")));
}

#[test]
fn what_is_no_typeface_is_told_and_articles_are_shared_without() {
    let newsroom = newsroom();
    newsroom.file("content/look/song.otf", "no typeface");
    newsroom.set(json!({"theme": {"cardFace": "song.otf"}}));
    let printed = newsroom.print();
    assert_eq!(printed.report.problems.iter().map(|problem| problem.name).collect::<Vec<_>>(), ["no-face"]);
    assert!(!printed.text("article/1/index.html").contains("og:image\""));
}
