//! Every setting that becomes part of an address, a header or a configuration, with texts that would become code there:
//! refused by every command, with the place and the mend.

use crate::desk::Desk;
use serde_json::Value;
use std::fs;

/// The first three are those that ran before settings were types.
const ADDRESSES: [&str; 24] = [
    "https://x\" always; } location ~ ^/pwn { return 200 \"pwned\"; #",
    "https://x 'unsafe-inline'\nX-Evil: 1",
    "https://x; script-src-elem * 'unsafe-inline'",
    "https://x/\"><script>alert(1)</script>",
    "https://x/' onload='alert(1)",
    "https://x/</script><script>alert(1)</script>",
    "https://x/{env.HOME}",
    "https://x/$request_uri",
    "https://x\\y",
    "https://x/\u{0}",
    "https://x/\r\nLocation: //evil.example",
    "https://x/\u{2028}a",
    "https://x/a b",
    "https://x,https://evil.example",
    "https://x/?a#b",
    "https://user:secret@x",
    "https://x//evil.example",
    "https://x/../../etc",
    "https://x/%2e%2e",
    "https://x:99999",
    "https://潮.example",
    "//evil.example",
    "javascript:alert(1)",
    "'unsafe-inline'",
];
const ORIGINS: [&str; 6] = ["*", "https:", "https://*", "https://a.*.example", "http://a.example", "https://a.example/"];
const CRAWLERS: [&str; 6] = ["", "*", "A\nAllow: /", "A\r\nSitemap: https://evil.example/", "A B", "A/1.0"];
const EDITIONS: [&str; 14] = [
    "../up",
    "..",
    "a/b",
    "/etc",
    "article",
    "data",
    "sitemap",
    "_hosts",
    "A",
    "繁",
    "a b",
    "a;b",
    "x{} location / {return 200 pwned;}",
    "a\" always",
];
const LANGUAGES: [&str; 7] = ["", "zh_CN", "中文", "en\"><script>alert(1)</script>", "en onload=alert(1)", "en\n", "zh-Hans'"];
const MARKS: [&str; 7] = ["?from=qr#top", "a b", "\"><script>", "来自=码", "", "%0d%0a", "012345678901234567890123456789012"];
const ZONES: [&str; 6] = ["../../etc/passwd", "/etc/passwd", "Asia/Shanghai\"", "Asia/\n", "<script>", ""];
const COLOURS: [&str; 7] = ["red", "#fff", "#12345g", "#a8321f;}body{display:none", "url(//evil.example/x)", "", "#a8321f80"];
const LOOK_FILES: [&str; 8] =
    ["../site.json", "/etc/passwd", "a/b.svg", "icon.gif", ".svg", "A.svg", "x.svg\"><script>", "https://evil.example/x.svg"];
const FACES: [&str; 4] = ["../song.otf", "song.woff2", "/usr/share/fonts/song.ttf", ".otf"];
const ORNAMENTS: [&str; 4] = ["tide", "a.png", "../a.svg", "url(x)"];
const SECTIONS: [&str; 5] = ["../up", "news/../x", "a;b", "\"><script>", "News"];

/// Where a setting stands, what its fault is called, and whether it takes an address of another form than an origin.
fn check(pointer: &str, name: &str, values: &[&str]) {
    let desk = Desk::new();
    for value in values {
        desk.set(pointer, value);
        for command in desk.commands() {
            let ended = desk.run(&command);
            let told = format!("{} {pointer} {value:?}: {} {}", command[0], ended.answer, ended.err);
            assert_eq!(ended.code, 1, "{told}");
            match command[0].as_str() {
                "check" => {
                    let problems = ended.answer["problems"].as_array().unwrap();
                    let here: Vec<&Value> = problems.iter().filter(|problem| problem["place"] == pointer).collect();
                    assert_eq!(here.iter().filter(|problem| problem["name"] == name).count(), 1, "{told}");
                    assert!(problems.iter().all(|problem| problem["name"] != "bad-json"), "said twice: {told}");
                    let problem = here.into_iter().find(|problem| problem["name"] == name).unwrap();
                    assert!(problem["line"].as_u64().unwrap() > 1 && problem["file"] == "content/site.json", "{told}");
                    for words in ["/what/zh", "/what/en", "/mend/zh", "/mend/en"] {
                        assert!(problem.pointer(words).unwrap().as_str().unwrap().len() > 5, "{told}");
                    }
                }
                _ => {
                    let error = ended.answer["error"].as_str().unwrap_or_default();
                    assert!(error.starts_with("content/site.json:") && error.contains(&format!(" at {pointer}: ")), "{told}");
                    assert!(error.contains(" — ") && !error.contains('\n'), "{told}");
                }
            }
        }
    }
    assert!(!desk.path("site").exists() && !desk.path("www").exists(), "something was printed");
    assert_eq!(fs::read_dir(desk.path("content/articles")).unwrap().count(), 0, "something was imported");
}

#[test]
fn the_address_of_the_site_holds_an_address_and_nothing_else() {
    check("/url", "bad-url", &ADDRESSES);
}

#[test]
fn the_address_of_the_data_holds_an_address_and_nothing_else() {
    check("/dataUrl", "bad-url", &ADDRESSES);
}

#[test]
fn the_address_of_the_files_holds_an_address_and_nothing_else() {
    check("/filesUrl", "bad-url", &ADDRESSES);
}

#[test]
fn the_origin_of_a_player_holds_an_origin_and_nothing_else() {
    check("/players/0/origin", "bad-origin", &[&ADDRESSES[..], &ORIGINS].concat());
}

#[test]
fn an_origin_of_media_holds_an_origin_and_nothing_else() {
    check("/mediaOrigins/0", "bad-origin", &[&ADDRESSES[..], &ORIGINS].concat());
}

#[test]
fn an_origin_of_partners_holds_an_origin_and_nothing_else() {
    check("/embedPartners/0", "bad-origin", &[&ADDRESSES[..], &ORIGINS].concat());
}

#[test]
fn an_edition_never_begins_where_something_else_does_nor_in_another_folder() {
    check("/editions/1/path", "bad-edition-path", &EDITIONS);
}

#[test]
fn languages_are_tags() {
    check("/language", "bad-language", &LANGUAGES);
    check("/editions/1/language", "bad-language", &LANGUAGES);
}

#[test]
fn marks_zones_and_sections_are_of_their_forms() {
    check("/qrMark", "bad-qr-mark", &MARKS);
    check("/timeZone", "unknown-time-zone", &ZONES);
    check("/robots/refuse/0", "bad-crawler", &CRAWLERS);
    check("/sections/0/path", "bad-section-path", &SECTIONS);
}

#[test]
fn a_look_is_made_of_colours_and_of_files_of_its_folder() {
    for theme in ["light", "dark"] {
        check(&format!("/theme/{theme}/ground"), "bad-colour", &COLOURS);
    }
    for place in ["/theme/icon", "/theme/masthead/light", "/theme/masthead/dark"] {
        check(place, "bad-look-file", &LOOK_FILES);
    }
    check("/theme/ornament", "bad-ornament", &ORNAMENTS);
    check("/theme/cardFace", "bad-face-file", &FACES);
}

/// The control: what is well formed is taken by all of them.
#[test]
fn the_same_commands_take_the_same_settings_where_they_are_well_formed() {
    let desk = Desk::new();
    for command in desk.commands() {
        let ended = desk.run(&command);
        assert_eq!(ended.code, 0, "{}: {} {}", command[0], ended.answer, ended.err);
    }
    assert!(desk.path("site/index.html").exists() && desk.path("www/current/index.html").exists());
    assert_eq!(fs::read_dir(desk.path("content/articles")).unwrap().count(), 1);
}

#[test]
fn addresses_on_the_command_line_are_refused_as_wrong_usage_with_the_mend() {
    let desk = Desk::new();
    let [_, build, publish, _] = desk.commands();
    // No argument can hold a NUL.
    for value in ADDRESSES.iter().filter(|value| !value.contains('\0')) {
        for option in ["--base-url", "--data-url"] {
            let told = format!("{option}={value}");
            for command in [&build, &publish] {
                let ended = desk.run(&[&command[..], std::slice::from_ref(&told)].concat());
                assert_eq!(ended.code, 2, "{} {option}={value:?}: {}", command[0], ended.err);
                assert!(ended.err.contains(option) && ended.err.contains("write it like https://"), "{}", ended.err);
            }
        }
        let told = format!("--url={value}");
        let ended = desk.run(&["new", "other", told.as_str()]);
        assert!(ended.code == 2 && ended.err.contains("write it like https://"), "{value:?}: {}", ended.err);
    }
    assert!(!desk.path("site").exists() && !desk.path("other").exists());
    let local = ["--base-url=http://127.0.0.1:8080/paper", "--data-url=http://localhost:8081/data/"].map(str::to_owned);
    assert_eq!(desk.run(&[&build[..], &local].concat()).code, 0, "one's own machine may be named");
}

/// A site that was printed before settings were types, or changed since.
#[test]
fn a_printed_site_with_a_hostile_setting_is_not_served() {
    let desk = Desk::new();
    assert_eq!(desk.run(&desk.commands()[1]).code, 0);
    for pointer in ["/url", "/dataUrl", "/players/0/origin", "/mediaOrigins/0", "/embedPartners/0"] {
        for value in &ADDRESSES[..3] {
            fs::write(desk.path("site/data/site.json"), desk.site_with(pointer, value).to_string()).unwrap();
            let ended = desk.run(&["serve", "--site", "site", "--port", "0"]);
            let error = ended.answer["error"].as_str().unwrap_or_default();
            assert!(ended.code == 1 && error.contains(&format!(" at {pointer}: ")), "{pointer} {value:?}: {error} {}", ended.err);
        }
    }
}
