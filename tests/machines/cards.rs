//! oEmbed, the web manifest and the icons.

use crate::{SITE, json_of, printed};

#[test]
fn a_pasted_link_becomes_a_card() {
    let printed = printed();
    let card = json_of(printed, "oembed/article/2.json");
    assert_eq!((&card["version"], &card["type"]), (&"1.0".into(), &"link".into()));
    assert_eq!(card["title"], "潮起沙坡尾");
    assert_eq!(card["author_name"], "林晓帆、苏映波");
    assert_eq!(card["provider_name"], "潮报");
    assert_eq!(card["provider_url"], SITE);
    assert_eq!((&card["thumbnail_width"], &card["thumbnail_height"]), (&320.into(), &180.into()));
    assert!(card["thumbnail_url"].as_str().unwrap().ends_with("-320.jpg"));
    let bare = json_of(printed, "oembed/article/1.json");
    assert!(bare.as_object().unwrap().keys().all(|key| !key.starts_with("thumbnail")));
}

#[test]
fn a_withdrawn_article_has_no_card() {
    let printed = printed();
    assert!(!printed.has("oembed/article/3.json"));
    assert!(!printed.text("article/3/index.html").contains("oembed"));
}

#[test]
fn the_manifest_names_the_site_its_colours_and_icons_that_are_there() {
    let printed = printed();
    let manifest = json_of(printed, "manifest.webmanifest");
    assert_eq!(manifest["name"], "潮报");
    assert_eq!((&manifest["start_url"], &manifest["scope"]), (&"/paper/".into(), &"/paper/".into()));
    assert_eq!((&manifest["theme_color"], &manifest["lang"]), (&"#fbf9f4".into(), &"zh-Hans".into()));
    let icons = manifest["icons"].as_array().unwrap();
    assert_eq!(icons.len(), 3);
    for icon in icons {
        assert!(printed.has(icon["src"].as_str().unwrap().strip_prefix("/paper/").unwrap()), "{icon}");
    }
}
