//! What is a page, and what is none.

use super::*;
use proptest::prelude::*;
use std::fs;
use strait_model::{PagePlace, plain};

/// Reads a folder of pages as of 2026-06-01, noon, in Shanghai.
fn read(files: &[(&str, &str)]) -> StandingPages {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let file = dir.path().join(FOLDER).join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    let zone = TimeZone::get("Asia/Shanghai").unwrap();
    let now = "2026-06-01T04:00:00Z".parse().unwrap();
    StandingPages::read(&Confined::open(dir.path()).unwrap(), &zone, now, |name| name.as_str() == "hant").unwrap()
}

fn names(read: &StandingPages) -> Vec<&str> {
    read.pages.iter().map(|page| page.link.name.as_str()).collect()
}

fn faults(read: &StandingPages) -> Vec<&str> {
    read.faults.iter().map(|fault| fault.finding.fault.name()).collect()
}

fn body(text: &str) -> Vec<String> {
    let read = read(&[("a.md", text)]);
    let [page] = &*read.pages else { panic!("{:?}", faults(&read)) };
    assert_eq!(page.body.len(), page.lines.len());
    page.body.iter().map(told).collect()
}

fn told(block: &Block) -> String {
    let marked = |text: &[strait_model::Span]| {
        let span = |span: &strait_model::Span| {
            let mark = match (span.strong, span.emphasis) {
                (true, true) => "***",
                (true, false) => "**",
                (false, true) => "*",
                (false, false) => "",
            };
            let words = format!("{mark}{}{mark}", span.text);
            span.href.as_ref().map_or(words.clone(), |href| format!("[{words}]({href})"))
        };
        text.iter().map(span).collect::<String>()
    };
    match block {
        Block::Paragraph { text, .. } => format!("p {}", marked(text)),
        Block::Heading(heading) => format!("h{} {}", heading.level, marked(&heading.text)),
        Block::Quote(quote) => format!("q {}", marked(&quote.text)),
        Block::List(list) => format!(
            "list {}{} {:?}",
            list.ordered,
            list.items.iter().map(|item| format!(" · {}", marked(item))).collect::<String>(),
            list.sublists.iter().map(|sub| (sub.first, sub.count)).collect::<Vec<_>>()
        ),
        Block::Image(image) => format!("img {} “{}” {:?}", image.src, image.alt, image.caption),
        Block::Table(table) => format!(
            "table {} / {}",
            marked(&table.header),
            table.rows.iter().flatten().map(|cell| plain(cell)).collect::<Vec<_>>().join(" | ")
        ),
        Block::Code(lines) => format!("code {:?} {}", lines.language, plain(&lines.text)),
        other => format!("{other:?}"),
    }
}

#[test]
fn front_matter_is_read_as_hugo_zola_and_jekyll_write_it() {
    for text in [
        "---\ntitle: 关于本报\nweight: 2\nmenu: main\n---\n字",
        "---\r\ntitle: \"关于本报\"\r\nweight: 2\r\nmenu:\r\n  main:\r\n    name: 关于\r\n---\r\n字",
        "+++\ntitle = \"关于本报\"\nweight = 2\ndate = 2026-01-31\n[extra]\nmenu = \"main\"\n+++\n字",
        "---\ntitle: 关于本报\npublished: true\norder: 2\nmenus: [footer, main]\n---\n字",
        "\u{feff}---\ntitle: 关于本报\nplace: menu\n---\n字",
    ] {
        let read = read(&[("about.md", text)]);
        let [page] = &*read.pages else { panic!("{text}: {:?}", faults(&read)) };
        assert_eq!((page.link.title.as_str(), page.link.place), ("关于本报", PagePlace::Menu), "{text}");
        assert!(faults(&read).is_empty(), "{text}: {:?}", faults(&read));
        assert_eq!(page.body.len(), 1, "{text}");
    }
}

#[test]
fn what_is_not_ready_not_yet_or_no_longer_a_page_is_none() {
    for (fields, fault) in [
        ("draft: true", None),
        ("draft: 'True'", None),
        ("published: false", Some("hidden-page")),
        ("headless: true", Some("hidden-page")),
        ("private: yes", Some("hidden-page")),
        ("render: false", Some("hidden-page")),
        ("build:\n  render: never", Some("hidden-page")),
        ("_build:\n  render: link", Some("hidden-page")),
        ("status: draft", Some("hidden-page")),
        ("status: private", Some("hidden-page")),
        ("publishDate: 2026-06-01T12:00:01", Some("hidden-page")),
        ("publishDate: 2026-06-01T04:00:01Z", Some("hidden-page")),
        ("date: 2026-06-02", Some("hidden-page")),
        ("expiryDate: 2026-06-01T12:00:00+08:00", Some("hidden-page")),
        ("Draft: true", None),
        ("hidden: true", Some("hidden-page")),
        ("visibility: members", Some("hidden-page")),
        ("password: x", Some("hidden-page")),
        ("permalink: false", Some("hidden-page")),
        ("published: 2026-06-02", Some("hidden-page")),
        ("PublishDate: 2026-06-02", Some("hidden-page")),
        ("unpublishdate: 2026-01-01", Some("hidden-page")),
        ("date: 2026-06-01 12:00:01 +0800", Some("hidden-page")),
        ("extra:\n  draft: true", None),
        ("draft: false\nparams:\n  private: true", Some("hidden-page")),
        ("draft: false\nDraft: true", Some("bad-front-matter")),
        ("draft: maybe", Some("unclear-page")),
        ("draft: 1", Some("unclear-page")),
        ("draft:", Some("unclear-page")),
        ("publishDate: soon", Some("unclear-page")),
        ("publishDate: [2020-01-01]", Some("unclear-page")),
        ("build: never", Some("unclear-page")),
        ("weight: 1\r\ndraft: true\r", None),
        ("draft: true\ndraft: false", Some("bad-front-matter")),
        ("draft: [", Some("bad-front-matter")),
        ("- draft", Some("bad-front-matter")),
    ] {
        let read = read(&[("about.md", &format!("---\ntitle: A\n{fields}\n---\n字"))]);
        assert!(read.pages.is_empty(), "{fields}");
        assert_eq!(faults(&read), Vec::from_iter(fault), "{fields}");
    }
    for text in [
        "---\ndraft: true\n字",
        "---\ndraft: true\n\n--\n字",
        "+++\ndraft = true\n字",
        "{\"draft\": true}\n字",
        " ---\ndraft: true\n ---\n字",
    ] {
        let read = read(&[("about.md", text)]);
        assert_eq!((names(&read).len(), faults(&read)), (0, vec!["bad-front-matter"]), "{text}");
    }
    for fields in [
        "draft: false",
        "publishDate: 2026-06-01",
        "date: 2026-06-01T11:59:00",
        "expiryDate: 2026-06-02",
        "status: publish",
        "published: 2026-05-01",
        "visibility: public",
        "date: 2026-06-01 11:59:59 +0800",
        "build:\n  list: never",
    ] {
        assert_eq!(names(&read(&[("about.md", &format!("---\ntitle: A\n{fields}\n---\n字"))])), ["about"], "{fields}");
    }
}

#[test]
fn front_matter_that_cannot_be_read_is_told_in_a_line_with_its_place() {
    let bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\n\
        d: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e]";
    for (text, line) in [
        ("---\ntitle: A\n  - x: [\n---\n", 3),
        ("+++\ntitle = \"A\"\nweight = one\n+++\n", 3),
        ("---\ntitle: &a [*a]\n---\n", 2),
        (&format!("---\n{bomb}\n---\n"), 7),
    ] {
        let read = read(&[("about.md", text)]);
        let [fault] = &*read.faults else { panic!("{text}: {:?}", faults(&read)) };
        let what = fault.finding.fault.what().en;
        assert_eq!(fault.finding.fault.name(), "bad-front-matter");
        assert!(what.len() < 200 && !what.contains('\n') && !what.contains("\\u") && !what.contains("(line"), "{what}");
        assert_eq!(fault.finding.spot.map(|spot| spot.line), Some(line), "{what}");
    }
}

#[test]
fn pages_stand_by_weight_then_by_name() {
    let read = read(&[
        ("privacy.md", "---\ntitle: C\n---\n"),
        ("about.md", "---\ntitle: B\n---\n"),
        ("contact.md", "---\ntitle: A\nweight: 1\n---\n"),
        ("terms/index.md", "# D\n"),
    ]);
    assert_eq!((names(&read), faults(&read)), (vec!["contact", "about", "privacy", "terms"], vec![]));
}

#[test]
fn an_address_is_what_a_page_says_or_its_file_and_nothing_that_is_taken() {
    let page = |fields: &str| format!("---\ntitle: A\n{fields}\n---\n");
    let read = read(&[
        ("关于.md", &page("slug: about")),
        ("Kontakt.md", &page("url: /contact/")),
        ("IMPRINT.md", &page("")),
        ("隐私.md", &page("")),
        ("article.md", &page("")),
        ("hant.md", &page("")),
        ("x.md", &page("slug: a/b")),
        ("z.md", &page("slug: about")),
        ("corrections.md", &page("")),
        ("_index.md", &page("")),
        ("photo.jpg", ""),
    ]);
    let mut found = names(&read);
    found.sort_unstable();
    assert_eq!(found, ["about", "contact", "corrections", "imprint"]);
    let mut told = faults(&read);
    told.sort_unstable();
    assert_eq!(
        told,
        ["bad-page-name", "bad-page-name", "bad-page-name", "no-page", "no-page", "page-name-taken", "page-name-taken"]
    );
}

#[test]
fn commonmark_becomes_blocks_and_no_word_is_lost() {
    let text = "# 关于\n\n开头的**要紧**话，\n接着*说*，见[联系](/contact/)。\nlatin\nline\n\n## 小标题\n\n#### 更小\n\n- 甲\n  1. 子一\n  2. 子二\n\n     又一段\n- 乙 `代码`\n\n> 有人说\n>\n> 又说\n\n![海](../pictures/sea.jpg \"清晨\")\n\n| 一 | 二 |\n|---|---|\n| a | **b** |\n\n```rust\nlet a = 1;\n\n  let b;\n```\n\n---\n\n<script>alert(1)</script>\n\n字 <b>粗</b>\n\n某路 1 号  \n厦门";
    assert_eq!(
        body(text),
        [
            "p 开头的**要紧**话，接着*说*，见[联系](/contact/)。 latin line",
            "h2 小标题",
            "h3 更小",
            "list false · 甲 · 子一 · 子二 又一段 · 乙 代码 [(1, 2)]",
            "q 有人说",
            "q 又说",
            "img sea.jpg “海” Some(\"清晨\")",
            "table 一二 / a | b",
            "code Some(\"rust\") let a = 1;\n\n  let b;",
            "Divider",
            "p <script>alert(1)</script>",
            "p 字 <b>粗</b>",
            "p 某路 1 号",
            "p 厦门",
        ]
    );
    let read = read(&[("a.md", text)]);
    assert_eq!(read.pages[0].link.title, "关于");
    assert_eq!(faults(&read), ["html-in-page"]);
    assert_eq!(read.faults[0].finding.spot.map(|spot| spot.line), Some(37));
    assert_eq!(read.pages[0].lines[..3], [3, 8, 10]);
}

#[test]
fn what_strait_makes_no_use_of_is_named_once_and_a_page_without_a_title_has_its_name() {
    let read = read(&[("about.md", "---\nsidebar: left\ntags: [a]\n---\n字\n")]);
    assert_eq!(faults(&read), ["untitled-page", "unused-page-field"]);
    assert_eq!(read.pages[0].link.title, "about");
}

#[test]
fn a_file_that_is_no_text_is_named() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join(FOLDER)).unwrap();
    fs::write(dir.path().join("pages/about.md"), b"\xb9\xd8\xd3\xda").unwrap();
    let content = Confined::open(dir.path()).unwrap();
    let read = StandingPages::read(&content, &TimeZone::UTC, jiff::Timestamp::UNIX_EPOCH, |_| false).unwrap();
    assert_eq!((names(&read).len(), faults(&read)), (0, vec!["no-text"]));
}

#[cfg(unix)]
#[test]
fn a_folder_that_leads_out_of_the_newsroom_is_named_and_stops_nothing() {
    let dir = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink("/etc", dir.path().join(FOLDER)).unwrap();
    let content = Confined::open(dir.path()).unwrap();
    let read = StandingPages::read(&content, &TimeZone::UTC, jiff::Timestamp::UNIX_EPOCH, |_| false).unwrap();
    assert_eq!((names(&read).len(), faults(&read)), (0, vec!["leads-outside"]));
}

proptest! {
    #[test]
    fn no_text_breaks_it(text in "(---\n|\\+\\+\\+\n|title: |draft: true|\n|- |> |1\\. |\\||<b>|\\*\\*|\\[|\\]\\(|!|`|#| |字|a){0,40}") {
        let read = read(&[("about.md", &text)]);
        let opens = ["---\n", "+++\n"].iter().any(|mark| text.starts_with(mark));
        prop_assert!(!opens || !text.contains("draft: true") || read.pages.iter().all(|page| page.lines.len() == page.body.len()));
    }
}
