//! What is wrong with the pages that stand beside the news.

use crate::well::Newsroom;
use serde_json::json;

#[test]
fn pages_are_checked_as_articles_are_and_faults_told_with_their_line() {
    let newsroom = Newsroom::new();
    newsroom.file(
        "pages/about.md",
        "---\ntitle: 关于\n---\n见[文](/article/1/)和[无](/article/none/)。\n\n[死](/nowhere/)\n\n[活](/contact/)[更正](/corrections/page/2/)\n\n![海](a.svg)\n\n![](none.svg)\n",
    );
    newsroom.file("pages/contact.md", "# 联系\n\n<b>x</b>\n");
    newsroom.file("pages/later.md", "---\ntitle: 以后\npublishDate: 2999-01-01\n---\n");
    let checked = newsroom.check();
    let told: Vec<String> = checked
        .problems
        .iter()
        .map(|problem| {
            let line = problem.spot.map(|spot| spot.line).unwrap_or_default();
            format!("{}:{line} {}", problem.file.file_name().unwrap().to_string_lossy(), problem.name)
        })
        .collect();
    for wanted in [
        "about.md:4 dead-link",
        "about.md:6 no-such-page",
        "about.md:12 no-alt",
        "about.md:12 missing-picture",
        "contact.md:3 html-in-page",
        "later.md:1 hidden-page",
    ] {
        assert!(told.contains(&wanted.to_owned()), "{wanted} in {told:?}");
    }
    assert!(!told.iter().any(|told| told.contains("unused-picture") || told.starts_with("about.md:8")), "{told:?}");
}

#[test]
fn articles_may_link_to_pages_that_may_be_shown_and_to_no_others() {
    let link = |path: &str| json!({"body": [{"kind": "paragraph", "text": [{"text": "见", "href": path}]}]});
    let newsroom =
        Newsroom::new().article("2", link("/about/")).article("3", link("/draft/")).article("4", link("/corrections/"));
    newsroom.file("pages/about.md", "# 关于\n\n字\n");
    newsroom.file("pages/draft.md", "---\ntitle: 草稿\ndraft: true\n---\n");
    let checked = newsroom.check();
    let dead: Vec<_> = checked.problems.iter().filter(|problem| problem.name == "no-such-page").collect();
    assert_eq!(dead.len(), 1);
    assert!(dead[0].file.ends_with("3.json"));
}
