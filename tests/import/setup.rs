//! A new newsroom is set up by its source; one that an editor has begun is not.

use crate::first_hour::Desk;
use crate::folder::Folder;
use serde_json::{Value, json};
use std::fs;
use strait_import::Format::{Feed, Ninjs};

const NOW: &str = "2026-10-03T00:00:00Z";

pub fn import(desk: &Desk, format: &str, file: &str, more: &[&str]) -> String {
    let arguments = ["import", "--from", format, file, "--content", "paper", "--now", NOW];
    desk.run(&[&arguments[..], more].concat())
}

/// A feed of one item for each list of categories.
fn feed(items: &[&[&str]]) -> String {
    let item = |(at, categories): (usize, &&[&str])| {
        let categories: String = categories.iter().map(|name| format!("<category>{name}</category>")).collect();
        format!(
            "<item><title>Tide {at}</title><link>https://tide.example/{at}/</link><guid>{at}</guid><pubDate>Wed, 30 Sep 2026 08:0{at}:00 +0000</pubDate>\
            <description>Words of {at}</description>{categories}</item>"
        )
    };
    let items: String = items.iter().enumerate().map(item).collect();
    format!(
        "<rss version='2.0'><channel><title>Tide &amp; Lane</title><link>https://tide.example</link><description>What the water brings</description>\
        <language>en-gb</language>{items}</channel></rss>"
    )
}

/// The section tree in a line.
pub fn tree(site: &Value) -> String {
    fn sketch(sections: &Value) -> String {
        let one = |section: &Value| {
            let below = if section["children"].is_null() { String::new() } else { format!("({})", sketch(&section["children"])) };
            format!("{}={}{below}", section["path"].as_str().unwrap(), section["name"].as_str().unwrap())
        };
        sections.as_array().unwrap().iter().map(one).collect::<Vec<_>>().join(" ")
    }
    sketch(&site["sections"])
}

#[test]
fn a_feed_says_what_the_paper_is() {
    let desk = Desk::new();
    desk.put("feed.xml", feed(&[&["News", "Isle"], &["News &gt; Isle &gt; Lanes"], &["Sport"], &[]]));
    let told = import(&desk, "rss", "feed.xml", &[]);
    assert!(told.contains("set up as the source describes itself") && told.contains("4 new"), "{told}");
    assert!(told.contains("it names no section: filed in the default one  item 4"), "{told}");
    let site = desk.json("paper/site.json");
    let said = ["name", "tagline", "language", "url", "copyrightNotice"].map(|name| site[name].as_str().unwrap());
    assert_eq!(said, ["Tide & Lane", "What the water brings", "en-gb", "https://tide.example/", "All rights reserved."]);
    assert_eq!(tree(&site), "news=News(news/isle=Isle(news/isle/lanes=Lanes)) sport=Sport");
    let sections: Vec<Value> = desk.articles().iter().map(|article| article["section"].clone()).collect();
    assert_eq!(sections, ["news/isle", "news/isle/lanes", "sport", "news"]);
    assert!(!desk.path("paper/front.json").exists() && !desk.path("paper/pictures/first-sail.svg").exists());
    let checked = desk.run(&["check", "--content", "paper"]);
    assert!(checked.contains("0 errors"), "{checked}");
}

#[test]
fn what_an_editor_has_begun_is_not_set_up() {
    let changes: [fn(&Desk); 4] = [
        |desk| {
            let site = fs::read_to_string(desk.path("paper/site.json")).unwrap();
            desk.put("paper/site.json", site.replace("我的报纸", "我们的报纸 ").replace("从今天开始", "从昨天开始"));
        },
        |desk| {
            let article = fs::read_dir(desk.path("paper/articles")).unwrap().next().unwrap().unwrap().path();
            let text = fs::read_to_string(&article).unwrap();
            fs::write(article, text.replace("示例", "实例")).unwrap();
        },
        |desk| desk.put("paper/articles/20260930-2000001.json", "{}"),
        |desk| {
            let site = fs::read_to_string(desk.path("paper/site.json")).unwrap();
            desk.put("paper/site.json", site + "\n");
        },
    ];
    for (at, change) in changes.iter().enumerate() {
        let desk = Desk::new();
        change(&desk);
        let before = crate::first_hour::files(&desk.path("paper"));
        desk.put("feed.xml", feed(&[&["Isle"]]));
        let ended = desk.command(&["import", "--from", "rss", "feed.xml", "--content", "paper", "--now", NOW]).output().unwrap();
        assert_eq!(ended.status.code(), Some(1), "{at}: its section is not in the tree");
        assert_eq!(crate::first_hour::files(&desk.path("paper")), before, "{at}");
    }
}

#[test]
fn a_new_newsroom_is_known_whatever_it_was_called() {
    for arguments in [
        &["new", "other", "--name", "潮\"报", "--url", "https://tide.example/paper/", "--language", "zh-Hant"][..],
        &["new", "other"],
    ] {
        let desk = Desk::new();
        desk.run(arguments);
        desk.put("feed.xml", feed(&[&["Isle"]]));
        desk.run(&["import", "--from", "rss", "feed.xml", "--content", "other", "--now", NOW]);
        assert_eq!(desk.json("other/site.json")["name"], "Tide & Lane");
        assert_eq!(fs::read_dir(desk.path("other/articles")).unwrap().count(), 1);
    }
}

#[test]
fn a_rehearsal_sets_nothing_up() {
    let desk = Desk::new();
    let before = crate::first_hour::files(&desk.path("paper"));
    desk.put("feed.xml", feed(&[&["Isle"]]));
    let told = import(&desk, "rss", "feed.xml", &["--dry-run"]);
    assert!(told.contains("would import: 1 new") && told.contains("the section Isle (isle) was added"), "{told}");
    assert_eq!(crate::first_hour::files(&desk.path("paper")), before);
}

#[test]
fn later_imports_add_sections_and_undo_nothing() {
    let desk = Desk::new();
    desk.put("feed.xml", feed(&[&["News", "Isle"], &["Sport"], &["Arts"]]));
    import(&desk, "rss", "feed.xml", &[]);
    let mut site = desk.json("paper/site.json");
    // The editor renames one, moves it to the end, removes another and writes in a way of their own.
    site["name"] = "The Tide".into();
    let mut sections = site["sections"].as_array().unwrap().clone();
    sections[0]["name"] = "Today".into();
    sections.retain(|section| section["path"] != "sport");
    sections.reverse();
    site["sections"] = sections.into();
    desk.put("paper/site.json", site.to_string());
    for file in fs::read_dir(desk.path("paper/articles")).unwrap().map(|entry| entry.unwrap().path()) {
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, text.replace("\"sport\"", "\"arts\"")).unwrap();
    }
    desk.put("feed.xml", feed(&[&["News", "Isle"], &["Sport"], &["Arts"], &["News", "Harbour"]]));
    let told = import(&desk, "rss", "feed.xml", &[]);
    assert!(told.contains("the section Harbour (news/harbour) was added"), "{told}");
    let site = desk.json("paper/site.json");
    assert_eq!(tree(&site), "arts=Arts news=Today(news/isle=Isle news/harbour=Harbour)");
    assert_eq!(site["name"], "The Tide");
    let sections: Vec<Value> = desk.articles().iter().map(|article| article["section"].clone()).collect();
    assert_eq!(sections, ["news/isle", "arts", "arts", "news/harbour"], "where the editor put it");
}

#[test]
fn a_house_with_a_default_section_keeps_its_tree() {
    let desk = Desk::new();
    desk.put("feed.xml", feed(&[&["Isle"]]));
    import(&desk, "rss", "feed.xml", &["--section", "culture"]);
    let site = desk.json("paper/site.json");
    assert_eq!((site["name"].as_str(), desk.articles()[0]["section"].as_str()), (Some("Tide & Lane"), Some("culture")));
    assert_eq!(tree(&site), "news=新闻(news/city=城市) culture=文化");
}

#[test]
fn what_is_held_back_brings_no_section_along() {
    let desk = Desk::new();
    let post = |number: u32, status: &str, category: &str| {
        json!({"id": number, "type": "post", "status": status, "date_gmt": "2026-09-30T08:00:00", "modified_gmt": "2026-09-30T08:00:00",
            "guid": {"rendered": format!("g{number}")}, "title": {"rendered": "t"}, "content": {"rendered": "<p>x</p>"},
            "_embedded": {"wp:term": [[{"taxonomy": "category", "name": category, "slug": category.to_lowercase()}]]}})
    };
    let planned = json!({"date_gmt": "2031-01-01T08:00:00"});
    let mut ahead = post(3, "future", "Zyxplan");
    ahead.as_object_mut().unwrap().extend(planned.as_object().unwrap().clone());
    desk.put("posts.json", json!([post(1, "draft", "Zyxdraft"), ahead, post(2, "publish", "Open")]).to_string());
    import(&desk, "wordpress", "posts.json", &[]);
    let site = fs::read_to_string(desk.path("paper/site.json")).unwrap();
    assert!(!site.contains("Zyx") && site.contains("Open"), "{site}");
    let sections = fs::read_to_string(desk.path("paper/.import-sections.json")).unwrap();
    assert!(!sections.contains("zyx"), "{sections}");
}

#[test]
fn origins_are_listed_and_trusted_only_where_that_is_said() {
    let item = json!({"uri": "urn:1", "type": "text", "pubStatus": "usable", "versionCreated": "2026-09-30T08:00:00+08:00", "headline": "h",
        "body_html": "<p>x</p><p>y</p><figure><img src='https://img.tide.example/a.jpg'></figure><figure><img src='http://old.tide.example/b.jpg'></figure>\
        <iframe src='https://www.youtube.com/embed/abc'></iframe>"});
    let desk = Desk::new();
    desk.put("wire.json", item.to_string());
    let told = import(&desk, "ninjs", "wire.json", &[]);
    assert!(told.contains("https://img.tide.example (1×)") && told.contains("--trust-origins"), "{told}");
    assert!(desk.json("paper/site.json")["mediaOrigins"].is_null() && desk.json("paper/site.json")["players"].is_null());
    let told = import(&desk, "ninjs", "wire.json", &["--trust-origins"]);
    let site = desk.json("paper/site.json");
    assert_eq!(site["mediaOrigins"], json!(["https://img.tide.example"]));
    assert_eq!(site["players"][0]["origin"], "https://www.youtube-nocookie.com");
    assert!(
        !told.contains("https://img.tide.example (") && told.contains("http://old.tide.example (1×)"),
        "what no policy can name: {told}"
    );
    let before = fs::read(desk.path("paper/site.json")).unwrap();
    import(&desk, "ninjs", "wire.json", &["--trust-origins"]);
    assert_eq!(fs::read(desk.path("paper/site.json")).unwrap(), before, "each once");
}

#[test]
fn an_article_belongs_to_its_deepest_section_in_a_tree_of_editors_too() {
    let folder = Folder::new();
    folder.import(Feed, feed(&[&["新闻", "城市", "ferries"]]));
    let article = folder.article();
    assert_eq!(article.section.as_str(), "news/city");
    assert_eq!(article.subjects.iter().map(|subject| subject.name.as_str()).collect::<Vec<_>>(), ["ferries"]);
    let folder = Folder::new();
    let item = json!({"uri": "urn:1", "type": "text", "versionCreated": "2026-09-30T08:00:00Z", "headline": "h", "body_text": "x",
        "subjects": [{"name": "Sport", "rel": "section"}, {"name": "城市", "rel": "keyword"}]});
    folder.import_json(Ninjs, &item);
    assert_eq!(folder.article().section.as_str(), "sport", "a keyword is no section where there is one");
}

#[test]
fn an_atom_feed_says_where_it_is_by_its_base_and_what_its_sections_are_called() {
    let desk = Desk::new();
    let entry = |at: usize, words: &str| {
        format!(
            "<entry><title>Tide {at}</title><id>tag:{at}</id><link href='p/{at}'/><updated>2026-09-30T0{at}:00:00Z</updated>\
            <category term='taipei' label='臺北 &amp;amp; 港'/><content type='html'>{words}</content></entry>"
        )
    };
    let feed = format!(
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://tide.example/'><title>Tide</title><link href='/'/><id>urn:1</id>{}{}</feed>",
        entry(1, "&lt;p&gt;Words.&lt;/p&gt;"),
        entry(2, "&lt;p&gt;See &lt;a href=\"/p/1\"&gt;one&lt;/a&gt;.&lt;/p&gt;")
    );
    desk.put("feed.xml", feed);
    import(&desk, "atom", "feed.xml", &[]);
    let site = desk.json("paper/site.json");
    assert_eq!((site["url"].as_str(), tree(&site).as_str()), (Some("https://tide.example/"), "taipei=臺北 & 港"));
    let articles = desk.articles();
    let of = |at: usize| articles.iter().find(|article| article["headline"] == format!("Tide {at}")).unwrap();
    assert_eq!(of(1)["formerly"], json!(["https://tide.example/p/1"]), "{}", of(1));
    assert!(of(2)["body"].to_string().contains(&format!("/article/{}/", of(1)["id"].as_str().unwrap())), "{}", of(2)["body"]);
}

#[test]
fn only_what_the_source_said_is_told_as_said() {
    let desk = Desk::new();
    let item = "<item><title>渡輪夜航</title><guid>1</guid><pubDate>2026-09-30</pubDate><category>港</category>\
        <description>港邊的渡輪從今天開始夜間也會開航，老街坊們說這樣買魚就不用趕早了。</description></item>";
    desk.put("feed.xml", format!("<rss version='2.0'><channel>{item}</channel></rss>"));
    let told = import(&desk, "rss", "feed.xml", &[]);
    let line =
        |begin: &str| told.lines().find(|line| line.contains(begin)).unwrap_or_else(|| panic!("{begin}: {told}")).to_owned();
    let said = line("set up as the source describes itself");
    assert!(said.contains("language: zh-Hant") && !said.contains("name:") && !said.contains("url:"), "{said}");
    let left = line("still the sample's");
    assert!(left.contains("url: https://example.org/") && left.contains("name: "), "{left}");
    assert_eq!(desk.json("paper/site.json")["language"], "zh-Hant");
    assert_eq!(desk.articles()[0]["language"], "zh-Hant");
    // Who named the paper said so.
    desk.run(&["new", "named", "--name", "Tide", "--url", "https://tide.example/"]);
    let told = desk.run(&["import", "--from", "rss", "feed.xml", "--content", "named", "--now", NOW]);
    assert!(!told.contains("still the sample's"), "{told}");
}
