//! oEmbed, the web manifest and the icons.

use crate::{SITE, json_of, newsroom, printed};
use scraper::{ElementRef, Html, Selector};
use serde_json::{Value, json};

#[test]
fn a_pasted_link_becomes_a_card() {
    let printed = printed();
    let card = json_of(printed, "oembed/article/2.json");
    assert_eq!((&card["version"], &card["type"]), (&"1.0".into(), &"rich".into()));
    assert_eq!(card["title"], "潮起沙坡尾");
    assert_eq!(card["author_name"], "林晓帆、苏映波");
    assert_eq!(card["provider_name"], "潮报");
    assert_eq!(card["provider_url"], SITE);
    assert_eq!((&card["thumbnail_width"], &card["thumbnail_height"]), (&320.into(), &180.into()));
    assert!(card["thumbnail_url"].as_str().unwrap().ends_with("-320.jpg"));
    let bare = json_of(printed, "oembed/article/1.json");
    assert!(bare.as_object().unwrap().keys().all(|key| !key.starts_with("thumbnail")));
}

/// The answer that a page's head leads to, as a site finds it that embeds the page: in the first 150 KB, in the head.
fn discovered(page: &str, media_type: &str) -> Option<String> {
    let html = printed().text(page);
    let start: String = html.chars().take(150 * 1024).collect();
    let head = start.split("</head>").next().unwrap().to_owned() + "</head>";
    let link = Selector::parse(&format!("link[rel='alternate'][type='{media_type}']")).unwrap();
    let href = Html::parse_document(&head).select(&link).next()?.value().attr("href")?.to_owned();
    Some(printed().text(href.strip_prefix(SITE).unwrap()))
}

/// What WordPress leaves of the markup of a site that it does not know (`wp_filter_oembed_result`): three elements and
/// some of their attributes, and of those one quotation and one frame.
fn filtered_by_wordpress(html: &str) -> Option<String> {
    let allowed = |name: &str| match name {
        "a" => Some(&["href"][..]),
        "blockquote" => Some(&[][..]),
        "iframe" => Some(&["src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling", "title"][..]),
        _ => None,
    };
    fn write(element: ElementRef, allowed: &dyn Fn(&str) -> Option<&'static [&'static str]>, out: &mut String) {
        let tag = element.value();
        let kept = allowed(tag.name());
        if let Some(attributes) = kept {
            out.push_str(&format!("<{}", tag.name()));
            tag.attrs().filter(|(name, _)| attributes.contains(name)).for_each(|(name, value)| {
                out.push_str(&format!(" {name}=\"{}\"", value.replace('&', "&amp;").replace('"', "&quot;")));
            });
            out.push('>');
        }
        for child in element.children() {
            match ElementRef::wrap(child) {
                Some(child) => write(child, allowed, out),
                None => out.push_str(&child.value().as_text().map(|text| text.replace('<', "&lt;")).unwrap_or_default()),
            }
        }
        if kept.is_some() {
            out.push_str(&format!("</{}>", tag.name()));
        }
    }
    let mut kept = String::new();
    write(Html::parse_fragment(html).root_element(), &allowed, &mut kept);
    let quotation = kept.find("<blockquote>").zip(kept.find("</blockquote>")).map(|(from, to)| &kept[from..to + 13]);
    let frame = kept.rfind("<iframe").map(|from| &kept[from..kept.rfind("</iframe>").unwrap() + 9])?;
    Some(format!("{}{frame}", quotation.unwrap_or_default()))
}

#[test]
fn wordpress_finds_an_article_and_a_section_and_makes_a_working_frame_of_each() {
    for (page, frame, height) in
        [("article/2/index.html", "embed/article/2/", 450), ("section/news/index.html", "embed/section/news/", 600)]
    {
        let answer: Value = serde_json::from_str(&discovered(page, "application/json+oembed").unwrap()).unwrap();
        assert_eq!(
            (&answer["type"], &answer["width"], &answer["height"]),
            (&"rich".into(), &600.into(), &height.into()),
            "{page}"
        );
        assert_eq!(answer["cache_age"], 3_600);
        let html = filtered_by_wordpress(answer["html"].as_str().unwrap()).unwrap();
        let html = Html::parse_fragment(&html);
        let one = |selector: &str| html.select(&Selector::parse(selector).unwrap()).next().unwrap();
        assert_eq!(one("iframe").value().attr("src").unwrap(), format!("{SITE}{frame}"));
        assert!(printed().has(&format!("{frame}index.html")));
        assert_eq!(one("iframe").value().attr("title"), answer["title"].as_str());
        assert_eq!(one("blockquote a").text().collect::<String>(), answer["title"].as_str().unwrap());
    }
}

#[test]
fn ghost_takes_what_it_finds() {
    let answer: Value = serde_json::from_str(&discovered("article/2/index.html", "application/json+oembed").unwrap()).unwrap();
    // Its own rules: a version, a known type, and of a rich one markup and a width.
    assert_eq!((&answer["version"], &answer["type"]), (&"1.0".into(), &"rich".into()));
    assert!(answer["html"].is_string() && answer["width"].is_u64() && answer["height"].is_u64());
    let html = answer["html"].as_str().unwrap();
    for part in [
        "<blockquote>",
        "<iframe ",
        "loading=\"lazy\"",
        "sandbox=\"allow-scripts allow-popups",
        &format!("src=\"{SITE}embed.js\""),
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
}

#[test]
fn the_answer_in_xml_says_the_same() {
    for page in ["article/1/index.html", "article/2/index.html", "section/news/city/index.html"] {
        let answer: Value = serde_json::from_str(&discovered(page, "application/json+oembed").unwrap()).unwrap();
        let xml = discovered(page, "text/xml+oembed").unwrap();
        let document = roxmltree::Document::parse(&xml).unwrap();
        assert_eq!(document.root_element().tag_name().name(), "oembed");
        let found = document.root_element().children().filter(|child| child.is_element());
        let found: serde_json::Map<String, Value> =
            found.map(|child| (child.tag_name().name().to_owned(), child.text().unwrap_or_default().into())).collect();
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let expected = answer.as_object().unwrap().iter().map(|(name, value)| (name.clone(), text(value).into())).collect();
        assert_eq!(Value::Object(found), Value::Object(expected), "{page}");
    }
}

#[test]
fn a_headline_cannot_leave_its_place_in_the_markup() {
    let headline = "\"><script>alert(1)</script><iframe src=https://evil.example>";
    let printed = newsroom().article("5", 9, json!({"headline": headline, "summary": headline})).print_to("hostile", |_| {});
    let html = json_of(&printed, "oembed/article/5.json")["html"].as_str().unwrap().to_owned();
    let html = Html::parse_fragment(&html);
    let frames = Selector::parse("iframe, script").unwrap();
    assert_eq!(html.select(&frames).count(), 2, "its frame and its loader");
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
    assert_eq!(icons.len(), 4);
    assert!(icons.iter().any(|icon| icon["purpose"] == "maskable"));
    assert_eq!((&manifest["display"], &manifest["display_override"][0]), (&"standalone".into(), &"minimal-ui".into()));
    assert_eq!(manifest["shortcuts"][0]["url"], "/paper/saved/");
    for icon in icons {
        assert!(printed.has(icon["src"].as_str().unwrap().strip_prefix("/paper/").unwrap()), "{icon}");
    }
    assert!(printed.has("icon-touch-180.png"));
    assert!(printed.text("index.html").contains("<link rel=\"apple-touch-icon\" href=\"/paper/icon-touch-180.png\">"));
}
