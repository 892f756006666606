//! A second build writes what has changed and nothing else, and ends where a clean build ends.

use crate::newsroom::{Printed, SmallNewsroom, article, traditional};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::time::{Duration, SystemTime};

const DAYS: u64 = 28;
const SUBJECTS: [&str; 5] = ["潮", "渡船", "港口", "老街", "台风"];

/// Numbers that look like chance and are the same in every run (SplitMix64, <https://prng.di.unimi.it/splitmix64.c>).
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end
    }

    pub fn of<'a, T: ?Sized>(&mut self, choices: &[&'a T]) -> &'a T {
        choices[self.below(choices.len() as u64) as usize]
    }
}

/// A newsroom that is edited at random.
struct Edited {
    newsroom: SmallNewsroom,
    articles: BTreeMap<String, Value>,
    chance: Chance,
    now: String,
}

impl Edited {
    fn new(seed: u64) -> Edited {
        let now = "2024-10-01T00:00:00Z".to_owned();
        let mut edited = Edited { newsroom: SmallNewsroom::new(), articles: BTreeMap::new(), chance: Chance(seed), now };
        edited.newsroom.file("content/pictures/1.svg", drawing(1));
        (0..12).for_each(|_| edited.add());
        edited
    }

    /// Does one of the things that newsrooms do; says which.
    fn edit(&mut self) -> &'static str {
        let id = self.any();
        let (day, section) = (1 + self.chance.below(DAYS), self.chance.of(&["news", "news/city"]));
        let subjects = self.subjects();
        let related = [self.any(), self.any()];
        match self.chance.below(16) {
            0..4 => return self.tell("add", |edited| edited.add()),
            4 => self.set(&id, json!({"headline": format!("改过的标题{day}")})),
            5 => self.set(&id, json!({"section": section})),
            6 => self.set(&id, json!({"pubStatus": if day % 2 == 0 { "canceled" } else { "withheld" }})),
            7 => self.set(&id, json!({"expires": format!("2024-10-{day:02}T00:00:00+08:00")})),
            8 => self.set(&id, json!({"embargoed": format!("2024-10-{day:02}T00:00:00+08:00"), "pubStatus": "usable"})),
            9 => self.set(&id, json!({"related": related, "subjects": subjects})),
            10 => self.set(&id, json!({"firstCreated": format!("2024-09-{day:02}T09:00:00+08:00")})),
            11 => {
                self.articles.remove(&id);
                self.newsroom.remove(&format!("content/articles/{id}.json"));
                return "delete";
            }
            12 => {
                self.now = format!("2024-10-{day:02}T01:00:00Z");
                return "time passes, or is set back";
            }
            13 => self.set(&id, json!({"headline": "后海的面条", "keepWords": if day % 2 == 0 { vec!["后海"] } else { vec![] }})),
            14 => self.set(&id, json!({"versionCreated": format!("2024-09-{day:02}T18:12:00+08:00")})),
            _ => return self.rarely(day),
        }
        "change an article"
    }

    fn rarely(&mut self, day: u64) -> &'static str {
        match day % 5 {
            0 => {
                let name = self.chance.of(&["潮报", "潮汐报", "海报"]);
                self.newsroom.set(json!({"name": name}));
                "rename the paper"
            }
            4 => self.tell("begin or end an edition", |edited| {
                let more = edited.newsroom.site()["editions"].is_null().then(|| [traditional()]);
                edited.newsroom.set(json!({"editions": more}));
            }),
            1 => self.tell("redraw a picture", |edited| edited.newsroom.file("content/pictures/1.svg", drawing(day))),
            2 => {
                let id = self.any();
                self.tell("order the front page", |edited| {
                    let order = json!({"lead": id, "strips": [{"section": "news/city"}]});
                    edited.newsroom.json("content/front.json", &order);
                })
            }
            _ => {
                let id = self.any();
                self.tell("file nonsense", |edited| edited.newsroom.file(&format!("content/articles/{id}.json"), "{"))
            }
        }
    }

    fn tell(&mut self, what: &'static str, act: impl FnOnce(&mut Edited)) -> &'static str {
        act(self);
        what
    }

    fn add(&mut self) {
        let (id, day) = (format!("a{}", self.chance.below(1_000)), 1 + self.chance.below(DAYS) as u8);
        let lead = (day % 3 == 0).then(|| json!({"src": "1.svg", "alt": "画"}));
        let subjects = self.subjects();
        let fields = json!({"subjects": subjects, "lead": lead, "versionCreated": "2024-09-29T08:12:00+08:00"});
        self.set(&id, article(&id, day, fields));
    }

    fn set(&mut self, id: &str, fields: Value) {
        let article = self.articles.entry(id.to_owned()).or_insert_with(|| json!({}));
        article.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        self.newsroom.json(&format!("content/articles/{id}.json"), article);
    }

    fn any(&mut self) -> String {
        let at = self.chance.below(self.articles.len().max(1) as u64) as usize;
        self.articles.keys().nth(at).cloned().unwrap_or_else(|| "nobody".to_owned())
    }

    fn subjects(&mut self) -> Vec<Value> {
        (0..2).map(|_| json!({"name": self.chance.of(&SUBJECTS)})).collect()
    }

    fn print(&self, folder: &str) -> Printed {
        self.newsroom.print_to(folder, |order| order.now = self.now.parse().unwrap())
    }
}

/// As if all that stands in the folders had been written an hour ago, so that the next build trusts it.
pub fn let_an_hour_pass(newsroom: &SmallNewsroom) {
    for folder in ["content/articles", "content/pictures"].map(|folder| newsroom.path(folder)) {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let file = File::options().append(true).open(entry.unwrap().path()).unwrap();
            let modified = file.metadata().unwrap().modified().unwrap();
            if modified.elapsed().unwrap_or_default() < Duration::from_secs(600) {
                file.set_modified(SystemTime::now() - Duration::from_secs(3600)).unwrap();
            }
        }
    }
}

fn drawing(width: u64) -> String {
    format!("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='{width}' height='9'/></svg>")
}

#[test]
fn a_build_on_top_of_others_is_byte_equal_to_a_clean_one_whatever_was_edited() {
    for seed in 1..=4 {
        let mut edited = Edited::new(seed);
        let mut done = Vec::new();
        for _ in 0..40 {
            let edits = 1 + edited.chance.below(2);
            done.extend((0..edits).map(|_| edited.edit()));
            if edited.chance.below(3) > 0 {
                let_an_hour_pass(&edited.newsroom);
            }
            let printed = edited.print("site");
            let built_on = printed.by_path();
            assert!(printed.inventory().iter().eq(built_on.keys()), "seed {seed}: the inventory after {done:?}");
            let clean = edited.print("clean");
            for (path, bytes) in clean.by_path() {
                assert!(built_on.get(&path) == Some(&bytes), "seed {seed}: {path} differs after {done:?}");
            }
            assert_eq!(built_on.len(), clean.by_path().len(), "seed {seed}: after {done:?}");
            edited.newsroom.remove("clean");
        }
    }
}

#[test]
fn the_same_content_gives_the_same_bytes_however_many_work_on_it() {
    let edited = Edited::new(9);
    let alone = edited.newsroom.print_to("alone", |order| order.jobs = 1);
    let together = edited.newsroom.print_to("together", |order| order.jobs = 8);
    assert_eq!(alone.by_path(), together.by_path());
}

#[test]
fn builds_at_different_times_and_by_more_hands_differ_in_nothing_but_the_mark() {
    let edited = Edited::new(9);
    let mut sites = [("one", 1), ("two", 8)].map(|(folder, jobs)| {
        edited.newsroom.print_to(folder, |order| (order.jobs, order.full) = (jobs, true));
        every_file(&edited.newsroom.path(folder))
    });
    for site in &mut sites {
        assert!(site.remove(".strait").is_some() && site.contains_key(".strait-files"));
    }
    let [one, two] = sites;
    assert_eq!(one, two);
}

#[test]
fn the_time_that_an_older_strait_left_in_a_site_goes() {
    let newsroom = SmallNewsroom::new().article("1", 1, json!({}));
    newsroom.print();
    newsroom.file("site/.stamp", "2026-01-01T00:00:00Z");
    newsroom.print();
    assert!(!every_file(&newsroom.path("site")).contains_key(".stamp"));
    // Where that is all that says whose the folder is.
    newsroom.file("old/.stamp", "2025-01-01T00:00:00Z");
    newsroom.print_to("old", |_| {});
    assert!(!every_file(&newsroom.path("old")).contains_key(".stamp"));
}

/// The files directly in a folder, hidden ones among them, and all others below it.
fn every_file(folder: &std::path::Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        match entry.path().is_dir() {
            true => files.extend(every_file(&entry.path()).into_iter().map(|(path, bytes)| (format!("{name}/{path}"), bytes))),
            false => drop(files.insert(name, fs::read(entry.path()).unwrap())),
        }
    }
    files
}

#[test]
fn what_did_not_change_is_not_even_read() {
    let newsroom = SmallNewsroom::new().article("1", 1, json!({})).article("2", 2, json!({}));
    newsroom.file("content/pictures/1.svg", drawing(1));
    let edited = Edited { newsroom, ..Edited::new(1) };
    let_an_hour_pass(&edited.newsroom);
    edited.print("site");
    // Of the same size and age: only who reads it sees that it is another text.
    let file = edited.newsroom.path("content/articles/1.json");
    let (text, modified) = (fs::read_to_string(&file).unwrap(), fs::metadata(&file).unwrap().modified().unwrap());
    fs::write(&file, text.replace("标题1", "标题X")).unwrap();
    File::options().append(true).open(&file).unwrap().set_modified(modified).unwrap();
    assert!(!edited.print("site").text("article/1/index.html").contains("标题X"));
    let full = edited.newsroom.print_to("site", |order| order.full = true);
    assert!(full.text("article/1/index.html").contains("标题X"));
}

#[test]
fn one_new_article_rewrites_few_files_however_many_there_are() {
    let newsroom = |count: u32| {
        let newsroom = SmallNewsroom::new();
        (1..=count).fold(newsroom, |newsroom, at| {
            let at_hour = format!("2024-09-{:02}T{:02}:{:02}:00+08:00", 1 + at / 1440, at / 60 % 24, at % 60);
            newsroom.article(
                &format!("n{at}"),
                1,
                json!({"firstCreated": at_hour, "subjects": [{"name": SUBJECTS[at as usize % 5]}]}),
            )
        })
    };
    let written = [30, 300].map(|count| {
        let newsroom = newsroom(count);
        newsroom.print();
        newsroom.article("new", 28, json!({"subjects": [{"name": "潮"}], "related": ["n1", "n2"]})).print().report.files.written
    });
    assert!(written.iter().all(|written| *written <= 60), "{written:?}");
    assert!(written[1] <= written[0] + 6, "{written:?}");
}

#[test]
fn an_article_with_a_fault_is_named_by_every_build() {
    let newsroom = SmallNewsroom::new().article("1", 1, json!({"sparkle": 1}));
    let problems = || newsroom.print().report.problems;
    let first = problems();
    assert_eq!(first.len(), 1);
    assert_eq!(problems(), first);
}

#[test]
fn a_folder_with_files_of_others_is_refused_and_loses_nothing() {
    let newsroom = SmallNewsroom::new().article("1", 1, json!({}));
    newsroom.file("site/thesis.txt", "years of work");
    let refused = newsroom.try_to_print_to("site", |_| {});
    assert!(refused.unwrap_err().to_string().contains("holds files that Strait did not write"));
    assert!(!newsroom.path("site/index.html").exists());
    let printed = newsroom.print_to("site", |order| order.force = true);
    assert!(printed.has("index.html"));
    assert_eq!(printed.text("thesis.txt"), "years of work");
    newsroom.print_to("site", |order| order.full = true);
    assert_eq!(printed.text("thesis.txt"), "years of work");
}

#[test]
fn what_lies_in_the_site_and_is_not_ours_stays() {
    let newsroom = SmallNewsroom::new().article("1", 1, json!({}));
    newsroom.print();
    newsroom.file("site/CNAME", "tide.example");
    let printed = newsroom.article("2", 2, json!({})).print();
    assert_eq!(printed.text("CNAME"), "tide.example");
}

#[test]
fn the_site_tells_nothing_of_what_may_not_be_shown_yet() {
    let newsroom = SmallNewsroom::new().article("1", 1, json!({"embargoed": "2024-12-01T00:00:00Z", "headline": "尚未公开"}));
    let printed = newsroom.print();
    let mark = fs::read_to_string(printed.root.join(".strait")).unwrap();
    let is_number = |part: &str| part.chars().all(|digit| digit.is_ascii_hexdigit());
    assert!(mark.trim().split(' ').all(is_number), "the mark is a name and numbers, and nothing else: {mark}");
    let inventory = fs::read_to_string(printed.root.join(".strait-files")).unwrap();
    assert!(!inventory.contains("article/1/"), "{inventory}");
    for (path, bytes) in printed.by_path() {
        assert!(!String::from_utf8_lossy(&bytes).contains("尚未公开"), "{path}");
    }
}
