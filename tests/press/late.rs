//! Late news is printed without looking through the whole paper, and ends where a build of everything ends.

use crate::builds::{Chance, let_an_hour_pass};
use crate::newsroom::{Printed, SmallNewsroom, article, put, traditional};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;
use strait_press::Report;

const TOPICS: [&str; 6] = ["潮", "渡船", "港口", "老街", "台风", "鲸"];

/// A newsroom in which news comes in.
struct Desk {
    newsroom: SmallNewsroom,
    articles: BTreeMap<String, Value>,
    chance: Chance,
    minutes: u64,
    filed: Vec<PathBuf>,
}

impl Desk {
    fn new(seed: u64) -> Desk {
        let newsroom = SmallNewsroom::new();
        newsroom.file("content/pictures/1.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
        if seed.is_multiple_of(2) {
            newsroom.set(json!({"editions": [traditional()]}));
        }
        let mut desk = Desk { newsroom, articles: BTreeMap::new(), chance: Chance(seed), minutes: 0, filed: vec![] };
        (0..20).for_each(|_| drop(desk.something_new(json!({}))));
        desk
    }

    /// One of the things that happen on a news day; says which.
    fn happens(&mut self) -> String {
        let (id, other, number) = (self.any(), self.any(), self.chance.below(1_000));
        match self.chance.below(18) {
            0..5 => self.something_new(json!({})),
            5 => self.something_new(json!({"embargoed": "2031-01-01T00:00:00Z"})),
            6 => self.something_new(json!({"sparkle": 1, "section": "news/nowhere"})),
            7 => self.change(&id, json!({"headline": format!("更正后的标题{number}")})),
            8 => self.change(&id, json!({"body": [{"kind": "paragraph", "text": [format!("更正{number}")]}]})),
            9 if number % 3 == 0 => self.change(&id, json!({"formerly": [format!("/paper/{}.php", number % 5)]})),
            9 => self
                .change(&id, json!({"keepWords": ["后海"], "headline": "后海的面条", "versionCreated": "2024-09-30T01:00:00Z"})),
            10 => self.change(&id, json!({"related": [other, format!("m{}", number % 100)]})),
            11 => self.change(&id, json!({"pubStatus": if number % 4 == 0 { "canceled" } else { "usable" }})),
            12 => {
                self.newsroom.file(&format!("content/articles/broken{}.json", self.chance.below(3)), "{");
                "file nonsense".to_owned()
            }
            // An address that it alone has, one that another may have, the name of one to come.
            13 => self.something_new(json!({"formerly": [format!("/?p={number}"), format!("/paper/{}/", number % 7)]})),
            14 => self.something_new(json!({"formerly": [format!("/paper/article/m{}/", number % 60)]})),
            15 => {
                let kind = if number % 4 == 0 { "update" } else { "correction" };
                let at = format!("2024-10-{:02}T08:00:00+08:00", 1 + number % 28);
                self.change(&id, json!({"corrections": [{"kind": kind, "at": at, "text": format!("更正{number}")}]}))
            }
            16 => {
                let page = if number % 2 == 0 { "about" } else { "corrections" };
                let title = if number % 9 == 0 { "甲" } else { "乙" };
                self.newsroom.file(&format!("content/pages/{page}.md"), format!("# {title}\n\n第{number}版\n\n![](1.svg)\n"));
                "change a page".to_owned()
            }
            _ => self.change(&id, json!({})),
        }
    }

    fn something_new(&mut self, fields: Value) -> String {
        self.minutes += 7;
        let number = self.articles.len();
        // Its editor may choose what is published later.
        let related: Vec<String> =
            (0..self.chance.below(3)).map(|_| format!("m{}", self.chance.below(number as u64 + 2))).collect();
        let subjects: Vec<Value> = (0..3).map(|_| json!({"name": self.chance.of(&TOPICS)})).collect();
        let lead = (self.chance.below(3) == 0).then(|| json!({"src": "1.svg", "alt": "画"}));
        let created =
            format!("2024-09-{:02}T{:02}:{:02}:00Z", 20 + self.minutes / 1440, self.minutes / 60 % 24, self.minutes % 60);
        let id = format!("m{number}");
        let own = json!({"section": self.chance.of(&["news", "news/city"]), "subjects": subjects, "related": related, "lead": lead,
            "located": self.chance.of(&["厦门", "泉州"]), "firstCreated": created, "versionCreated": created});
        self.articles.insert(id.clone(), article(&id, 1, own));
        self.change(&id, fields)
    }

    fn change(&mut self, id: &str, fields: Value) -> String {
        let said = format!("{id} {fields}");
        let article = self.articles.get_mut(id).unwrap();
        put(article, fields);
        let file = format!("content/articles/{id}.json");
        self.newsroom.json(&file, article);
        self.filed.push(self.newsroom.path(&file));
        said
    }

    fn any(&mut self) -> String {
        format!("m{}", self.chance.below(self.articles.len() as u64))
    }

    /// Prints what came in; now and then the press is told which files that were.
    fn print(&mut self) -> Printed {
        let told = (self.chance.below(2) == 0).then(|| self.filed.clone());
        self.filed.clear();
        self.newsroom.print_to("site", |order| order.changed = told)
    }
}

fn index_of(newsroom: &SmallNewsroom) -> PathBuf {
    let mut entries = std::fs::read_dir(newsroom.path("cache")).unwrap().map(|entry| entry.unwrap().path());
    entries.find(|path| path.extension().is_some_and(|ending| ending == "index")).unwrap()
}

fn is_late_news(report: &Report) -> bool {
    !report.costs.contains_key("the survey, by the clock")
}

#[test]
fn late_news_ends_where_a_build_of_everything_ends() {
    for seed in 1..=2 {
        let mut desk = Desk::new(seed);
        desk.newsroom.print();
        let (mut late, mut happened) = (0, Vec::new());
        for _ in 0..25 {
            let_an_hour_pass(&desk.newsroom);
            happened.push((0..1 + desk.chance.below(2)).map(|_| desk.happens()).collect::<Vec<_>>());
            let_an_hour_pass(&desk.newsroom);
            let printed = desk.print();
            late += usize::from(is_late_news(&printed.report));
            let clean = desk.newsroom.print_to("clean", |_| {});
            let inventory = printed.inventory();
            let (printed, clean) = (printed.by_path(), clean.by_path());
            assert!(inventory.iter().eq(printed.keys()), "seed {seed}: the inventory after {happened:#?}");
            for (path, bytes) in &clean {
                assert!(printed.get(path) == Some(bytes), "seed {seed}: {path} differs after {happened:#?}");
            }
            assert_eq!(printed.len(), clean.len(), "seed {seed}: after {happened:#?}");
            desk.newsroom.remove("clean");
        }
        assert!(late > 8, "seed {seed}: {late} of 25 builds were of late news");
    }
}

#[test]
fn a_build_that_is_told_what_changed_looks_at_nothing_else() {
    let newsroom = || {
        let old = (0..100).fold(SmallNewsroom::new().article("0", 1, json!({})), |newsroom, at| {
            newsroom.article(&format!("b{at}"), 2, json!({}))
        });
        let_an_hour_pass(&old);
        old.print();
        old.article("0", 1, json!({"headline": "未说"})).article("3", 3, json!({"headline": "说了"}))
    };
    let newsroom = newsroom();
    let told = vec![newsroom.path("content/articles/3.json"), newsroom.path("content/site.json"), "elsewhere.json".into()];
    let printed = newsroom.print_to("site", |order| order.changed = Some(told));
    assert!(is_late_news(&printed.report));
    assert!(printed.text("article/3/index.html").contains("说了"));
    assert!(!printed.text("article/0/index.html").contains("未说"));
    // Who looks sees it still.
    assert!(newsroom.print().text("article/0/index.html").contains("未说"));
}

#[test]
fn what_was_not_told_but_must_be_read_is_printed_too() {
    let newsroom = SmallNewsroom::new().article("1", 1, json!({})).article("2", 2, json!({}));
    let_an_hour_pass(&newsroom);
    newsroom.print();
    // It stands in the same feed.
    let newsroom = newsroom.article("1", 1, json!({"headline": "未说"})).article("3", 3, json!({"headline": "说了"}));
    let told = vec![newsroom.path("content/articles/3.json")];
    let printed = newsroom.print_to("site", |order| order.changed = Some(told));
    assert!(printed.text("feed.xml").contains("未说") && printed.text("feed.xml").contains("说了"));
}

#[test]
fn what_is_left_of_a_withdrawn_article_follows_a_correction_though_its_file_was_written_again() {
    let withdrawn = json!({"pubStatus": "canceled"});
    let newsroom = || {
        let newsroom = SmallNewsroom::new().article("1", 1, json!({})).article("2", 2, withdrawn.clone());
        let_an_hour_pass(&newsroom);
        newsroom.print();
        // The same bytes of another day.
        newsroom.article("2", 2, withdrawn.clone()).article("1", 1, json!({"headline": "更正"}))
    };
    for is_told in [false, true] {
        let newsroom = newsroom();
        let told = is_told.then(|| vec![newsroom.path("content/articles/1.json")]);
        let printed = newsroom.print_to("site", |order| order.changed = told);
        assert!(printed.text("article/2/index.html").contains("更正"), "told: {is_told}");
    }
}

#[test]
fn what_went_is_deleted_by_a_build_that_is_told() {
    let newsroom = SmallNewsroom::new().article("1", 1, json!({})).article("2", 2, json!({}));
    let_an_hour_pass(&newsroom);
    newsroom.print();
    newsroom.remove("content/articles/2.json");
    let told = vec![newsroom.path("content/articles/2.json")];
    assert!(!newsroom.print_to("site", |order| order.changed = Some(told)).has("article/2/index.html"));
}

#[test]
fn a_fault_in_what_is_not_shown_yet_keeps_no_build_long() {
    let withdrawn = json!({"pubStatus": "canceled", "sparkle": 1});
    let newsroom = SmallNewsroom::new()
        .article("1", 1, json!({}))
        .article("2", 2, json!({"embargoed": "2031-01-01T00:00:00Z", "sparkle": 1}))
        .article("3", 2, withdrawn);
    let_an_hour_pass(&newsroom);
    newsroom.print();
    let again = newsroom.print();
    assert!(is_late_news(&again.report));
    assert_eq!(again.report.problems.len(), 2);
    assert!(!is_late_news(&newsroom.article("2", 2, json!({"pubStatus": "canceled"})).print().report));
}

#[test]
fn an_embargo_that_ends_is_noticed_by_a_build_that_is_told_nothing() {
    let newsroom = SmallNewsroom::new().article("1", 1, json!({})).article("2", 2, json!({"embargoed": "2024-10-02T00:00:00Z"}));
    let_an_hour_pass(&newsroom);
    assert!(!newsroom.print().has("article/2/index.html"));
    let later = newsroom.print_to("site", |order| {
        order.now = "2024-10-03T00:00:00Z".parse().unwrap();
        order.changed = Some(vec![]);
    });
    assert!(later.has("article/2/index.html"));
}

#[test]
fn a_site_that_another_build_prints_is_left_to_it() {
    let newsroom = SmallNewsroom::new().article("1", 1, json!({}));
    newsroom.print();
    let held = std::fs::File::open(index_of(&newsroom)).unwrap();
    held.lock().unwrap();
    let refused = newsroom.try_to_print_to("site", |_| {}).unwrap_err();
    assert!(refused.to_string().contains("another strait prints this site now"), "{refused}");
    held.unlock().unwrap();
    newsroom.print();
}

#[test]
fn a_broken_index_costs_time_and_nothing_else() {
    let newsroom = (0..40).fold(SmallNewsroom::new(), |newsroom, at| newsroom.article(&format!("b{at}"), 2, json!({})));
    let_an_hour_pass(&newsroom);
    let whole = newsroom.print().by_path();
    let index = index_of(&newsroom);
    let good = std::fs::read(&index).unwrap();
    let without_head = [&[0; 64], &good[64..]].concat();
    for broken in [vec![], b"no index at all".repeat(1_000), good[..good.len() / 2].to_vec(), without_head] {
        std::fs::write(&index, &broken).unwrap();
        assert!(newsroom.print().by_path() == whole, "with {} bytes of {}", broken.len(), good.len());
    }
    assert!(is_late_news(&newsroom.print().report));
}
