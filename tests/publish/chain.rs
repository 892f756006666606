//! The whole way from a newsroom to readers, as a script without any care for failures goes it: build, then publish,
//! whatever became of the build. Both are killed at random moments, and readers look on.
//!
//! `STRAIT_CHANCE=7` (any number) is another run of luck.

use super::folder::current;
use super::newsroom::SmallNewsroom;
use super::s3::Server;
use super::site::Site;
use super::store::{Store, site_in};
use super::temporary;
use object_store::ObjectStoreExt;
use serde_json::json;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The same luck in each run of the tests, and for each number other luck.
pub struct Chance(u64);

impl Chance {
    pub fn new() -> Chance {
        let seed = std::env::var("STRAIT_CHANCE").ok().and_then(|seed| seed.parse().ok()).unwrap_or(12);
        println!("STRAIT_CHANCE={seed}");
        Chance(seed)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end.max(1)
    }

    fn moment(&mut self, whole: Duration) -> Duration {
        Duration::from_micros(self.below(whole.as_micros() as u64))
    }
}

/// A newsroom that is now one paper, now another, and what a whole site of each is.
pub struct Chain {
    newsroom: SmallNewsroom,
    is_compressed: bool,
    pub sites: Vec<Site>,
}

impl Chain {
    /// Three papers: the second has other articles, the third another name on each page too.
    /// `is_compressed`: with compressed copies, which take long to make.
    pub fn new(is_compressed: bool) -> Chain {
        let mut chain = Chain { newsroom: SmallNewsroom::new(), is_compressed, sites: vec![] };
        chain.newsroom.file("reader/icon.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
        for paper in 0..3 {
            chain.turn_to(paper);
            let clean = format!("clean-{paper}");
            assert_eq!(ended(&mut chain.build(&chain.path(&clean), &chain.path(&format!("cache-{paper}")))), Some(0));
            let mut site = chain.newsroom.files_of(&clean);
            site.retain(|path, _| !path.starts_with('.'));
            chain.sites.push(site);
        }
        chain
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.newsroom.path(name)
    }

    /// Makes the newsroom one of its papers.
    pub fn turn_to(&self, paper: usize) {
        let articles = self.path("content/articles");
        fs::remove_dir_all(&articles).unwrap();
        fs::create_dir(&articles).unwrap();
        let newsroom = SmallNewsroom::clone(&self.newsroom);
        let first = [1, 3, 2][paper];
        (first..first + 4).fold(newsroom, |newsroom, day: u8| {
            newsroom.article(
                &day.to_string(),
                day,
                json!({"headline": format!("第{paper}版第{day}条"), "subjects": [{"name": "潮"}]}),
            )
        });
        self.newsroom.set(json!({"name": if paper == 2 { "汐报" } else { "潮报" }}));
    }

    fn with_how(&self, mut command: Command, cache: &Path) -> Command {
        command.arg("--content").arg(self.path("content")).arg("--reader").arg(self.path("reader"));
        command.arg("--cache").arg(cache).args(["--now", "2024-10-01T00:00:00Z"]);
        command.args(self.is_compressed.then_some("--precompress"));
        command
    }

    pub fn build(&self, site: &Path, cache: &Path) -> Command {
        let mut command = strait("build");
        command.arg("--out").arg(site);
        self.with_how(command, cache)
    }

    pub fn publish(&self, site: &Path, to: &str) -> Command {
        let mut command = strait("publish");
        command.arg("--from").arg(site).args(["--to", to]);
        command
    }

    /// Both in one command.
    fn print_and_publish(&self, to: &str) -> Command {
        self.with_how(self.publish(&self.path("site"), to), &self.path("cache"))
    }

    fn build_here(&self) -> Command {
        self.build(&self.path("site"), &self.path("cache"))
    }

    fn publish_here(&self, to: &str) -> Command {
        self.publish(&self.path("site"), to)
    }
}

fn strait(action: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_strait"));
    command.arg(action).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// How a command ends by itself.
pub fn ended(command: &mut Command) -> Option<i32> {
    command.status().unwrap().code()
}

/// How a command ends by itself, and what it says of that.
fn told(command: &mut Command) -> (Option<i32>, String) {
    let output = command.stderr(Stdio::piped()).output().unwrap();
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Ends a command at a moment. True: it was still at work.
fn killed(command: &mut Command, moment: Duration) -> bool {
    let mut process = command.spawn().unwrap();
    std::thread::sleep(moment);
    let was_at_work = process.try_wait().unwrap().is_none();
    process.kill().unwrap();
    process.wait().unwrap();
    was_at_work
}

/// Ends a build at a moment after it has begun to change the site, if it does. True: it was still at work.
fn killed_at_work(command: &mut Command, site: &Path, moment: Duration) -> bool {
    let mut process = command.spawn().unwrap();
    let has_begun = || fs::read(site.join(".strait")).is_ok_and(|mark| mark == b"building\n");
    while !has_begun() && process.try_wait().unwrap().is_none() {
        std::thread::sleep(Duration::from_micros(200));
    }
    std::thread::sleep(moment);
    let was_at_work = process.try_wait().unwrap().is_none();
    process.kill().unwrap();
    process.wait().unwrap();
    was_at_work
}

/// Which of some sites readers see: all of it and nothing else, but for what tabs left open may need.
pub fn seen(root: &Path, sites: &[Site]) -> Option<usize> {
    let served = current(root);
    let is_all = |site: &Site| site.iter().all(|(path, bytes)| served.get(path) == Some(bytes));
    let is_only = |site: &Site| served.keys().all(|path| site.contains_key(path) || super::site::is_hashed(path));
    sites.iter().position(|site| is_all(site) && is_only(site))
}

fn timed(command: &mut Command) -> Duration {
    let began = Instant::now();
    assert_eq!(ended(command), Some(0));
    began.elapsed()
}

#[test]
fn a_chain_that_is_killed_at_two_hundred_moments_shows_the_old_site_or_the_new_one() {
    let (chain, root, mut chance) = (Chain::new(false), temporary(), Chance::new());
    let to = format!("file://{}", root.path().display());
    chain.turn_to(0);
    let build = timed(&mut chain.build_here());
    let publish = timed(&mut chain.publish_here(&to));
    let (mut standing, mut kills, mut refused, mut switched) = (0, 0, 0, 0);
    for round in 0.. {
        let paper = chance.below(3) as usize;
        chain.turn_to(paper);
        match round % 4 {
            0 => kills += u32::from(killed(&mut chain.print_and_publish(&to), chance.moment(build + publish))),
            1 => {
                kills += u32::from(killed(&mut chain.build_here(), chance.moment(build)));
                kills += u32::from(killed(&mut chain.publish_here(&to), chance.moment(publish)));
            }
            _ => {
                kills += match round % 4 {
                    2 => u32::from(killed(&mut chain.build_here(), chance.moment(build))),
                    _ => u32::from(killed_at_work(&mut chain.build_here(), &chain.path("site"), chance.moment(build / 4))),
                };
                let code = ended(&mut chain.publish_here(&to));
                assert!(matches!(code, Some(0 | 3)), "round {round}: {code:?}");
                refused += u32::from(code == Some(3));
            }
        }
        let now = seen(root.path(), &chain.sites);
        assert!(now.is_some(), "round {round}: neither the old site nor a new one");
        switched += u32::from(now != Some(standing));
        standing = now.unwrap();
        if round % 10 == 9 {
            let (code, told) = told(&mut chain.print_and_publish(&to));
            assert_eq!(code, Some(0), "round {round}: {told}");
            assert_eq!(seen(root.path(), &chain.sites), Some(paper), "round {round}");
            standing = paper;
        }
        // However fast or slow the machine is, a test needs some of each.
        if kills >= 200 && refused > 10 && switched > 10 {
            println!("{round} rounds, {kills} killed at work, {refused} halves refused, {switched} switched");
            break;
        }
        assert!(round < 5000, "only {kills} killed at work, {refused} refused, {switched} switched");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_chain_to_a_store_that_is_killed_sends_nothing_of_a_half_printed_site() {
    let (chain, server) = (Chain::new(false), Server::start().await);
    let store = server.store();
    let (mut chance, mut kills, mut refused) = (Chance::new(), 0_u32, 0_u32);
    let publish = || {
        let mut command = chain.publish_here("s3://paper");
        command.envs(server.environment());
        command
    };
    let wait = |mut command: Command| tokio::task::block_in_place(|| ended(&mut command));
    let kill = |mut command: Command, moment| u32::from(tokio::task::block_in_place(|| killed(&mut command, moment)));
    chain.turn_to(0);
    let build = timed(&mut chain.build_here());
    let whole = Instant::now();
    assert_eq!(wait(publish()), Some(0));
    let whole = whole.elapsed();
    while kills < 40 || refused < 5 {
        let paper = chance.below(3) as usize;
        chain.turn_to(paper);
        let before = site_in(&store).await;
        let (mut printing, site, moment) = (chain.build_here(), chain.path("site"), chance.moment(build / 4));
        kills += u32::from(tokio::task::block_in_place(|| killed_at_work(&mut printing, &site, moment)));
        let code = wait(publish());
        assert!(matches!(code, Some(0 | 3)), "{code:?}");
        if code == Some(3) {
            refused += 1;
            assert!(site_in(&store).await == before, "something of a half was sent");
        }
        check_store(&store, &chain.sites).await;
        assert_eq!(wait(chain.build_here()), Some(0));
        kills += kill(publish(), chance.moment(whole));
        // Nobody waits here until the dead publisher's lock runs out.
        let _ = store.delete(&".strait/lock.json".into()).await;
        check_store(&store, &chain.sites).await;
    }
    chain.turn_to(1);
    assert_eq!((wait(chain.build_here()), wait(publish())), (Some(0), Some(0)));
    let held = site_in(&store).await;
    assert!(chain.sites[1].iter().all(|(path, bytes)| held.get(path) == Some(bytes)));
}

/// A store changes file by file; each is whole, of a site that was printed, and names what is there.
async fn check_store(store: &Store, sites: &[Site]) {
    let held = site_in(store).await;
    for (path, bytes) in &held {
        assert!(sites.iter().any(|site| site.get(path) == Some(bytes)), "{path} is of no site");
    }
    assert_eq!(dead_ends(&held), BTreeSet::new());
}

/// What pages that can be reached from the front page name of their own site, and that is not there.
fn dead_ends(site: &Site) -> BTreeSet<String> {
    let (mut seen, mut waiting) = (BTreeSet::new(), vec!["index.html".to_owned()]);
    let named = scraper::Selector::parse("a[href], link[href], [src]").unwrap();
    while let Some(path) = waiting.pop() {
        let page = site.get(&path).filter(|_| path.ends_with(".html"));
        let page = scraper::Html::parse_document(&page.map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default());
        seen.insert(path);
        let addresses = page.select(&named).filter_map(|element| element.attr("href").or(element.attr("src")));
        let ours = addresses.filter_map(|address| address.strip_prefix("/paper/")).map(|address| {
            let path = address.split(['?', '#']).next().unwrap_or_default();
            if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
        });
        waiting.extend(ours.filter(|path| !seen.contains(path)).collect::<BTreeSet<_>>());
    }
    seen.into_iter().filter(|path| !site.contains_key(path)).collect()
}

#[test]
fn the_looks_above_can_fail() {
    let chain = Chain::new(false);
    assert_eq!(dead_ends(&chain.sites[0]), BTreeSet::new());
    let half: Site = chain.sites[0].iter().chain(&chain.sites[1]).map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
    assert!(!chain.sites.contains(&half));
    let without = |name: &str| {
        let mut site = chain.sites[0].clone();
        site.remove(name).unwrap();
        site
    };
    assert!(dead_ends(&without("article/1/index.html")).contains("article/1/index.html"));
    let root = temporary();
    for (number, site) in [without("_headers"), half, chain.sites[2].clone()].iter().enumerate() {
        for (path, bytes) in site {
            let path = root.path().join(number.to_string()).join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        let _ = fs::remove_file(root.path().join("current"));
        std::os::unix::fs::symlink(number.to_string(), root.path().join("current")).unwrap();
        assert_eq!(seen(root.path(), &chain.sites), if number == 2 { Some(2) } else { None });
    }
}
