//! The command as a publisher meets it: what it is told, what it says, how it ends.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod newsroom;

use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};
use tempfile::TempDir;

struct Desk {
    folder: TempDir,
}

struct Ended {
    code: i32,
    out: String,
    err: String,
}

impl Desk {
    fn new() -> Desk {
        Desk { folder: TempDir::new().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs `strait` in an otherwise empty folder, in English.
    fn run(&self, arguments: &str) -> Ended {
        self.run_with(arguments, &[("LC_ALL", "C.UTF-8")])
    }

    fn run_with(&self, arguments: &str, environment: &[(&str, &str)]) -> Ended {
        let mut command = Command::new(env!("CARGO_BIN_EXE_strait"));
        command.args(arguments.split_whitespace()).current_dir(self.folder.path());
        // What whoever runs the tests prefers.
        for preference in ["LANG", "LC_ALL", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
            command.env_remove(preference);
        }
        command.envs(environment.iter().copied()).env("HOME", self.folder.path()).env("XDG_CACHE_HOME", self.path("cache"));
        Ended::from(command.output().unwrap())
    }

    /// A stand-in for the built reader.
    fn with_reader(self) -> Desk {
        newsroom::stand_in_reader(&self.path("reader"));
        self
    }

    /// A new newsroom with one article that is broken.
    fn with_broken_article(self) -> Desk {
        assert_eq!(self.run("new paper").code, 0);
        fs::write(self.path("paper/articles/broken.json"), "{").unwrap();
        self.shrink_picture();
        self
    }

    /// Encoding the whole drawing takes a development build a minute; `check` has looked at it already.
    fn shrink_picture(&self) {
        let drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='9'><rect width='9' height='9'/></svg>";
        fs::write(self.path("paper/pictures/first-sail.svg"), drawing).unwrap();
    }
}

impl From<Output> for Ended {
    fn from(output: Output) -> Ended {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Ended { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }
}

#[test]
fn a_new_newsroom_passes_the_strictest_check_and_becomes_a_site() {
    for language in ["zh-Hans", "zh-Hant"] {
        let desk = Desk::new().with_reader();
        let made = desk.run(&format!("new paper --language {language} --name 潮\"报 --url https://tide.example/"));
        assert_eq!((made.code, made.out.as_str()), (0, ""), "{}", made.err);
        for next in ["strait serve --content paper", "strait import --from", "strait build --content paper"] {
            assert!(made.err.contains(next), "{}", made.err);
        }
        let checked = desk.run("check --content paper --strict");
        assert_eq!(checked.code, 0, "{}", checked.err);
        assert_eq!(checked.err, "checked 2 articles: 0 errors, 0 pieces of advice\n");
        desk.shrink_picture();
        let built = desk.run("build --content paper --reader reader --out site --strict");
        assert_eq!(built.code, 0, "{}", built.err);
        let front = fs::read_to_string(desk.path("site/index.html")).unwrap();
        assert!(front.contains("潮&quot;报") || front.contains("潮\"报"), "{front}");
        assert!(front.contains(&format!("lang=\"{language}\"")));
        assert!(fs::read_to_string(desk.path("paper/README.md")).unwrap().contains("strait check --content ."));
    }
}

#[test]
fn a_folder_with_something_in_it_is_left_alone() {
    let desk = Desk::new();
    fs::create_dir(desk.path("paper")).unwrap();
    assert_eq!(desk.run("new paper").code, 0, "an empty folder will do");
    let site = fs::read(desk.path("paper/site.json")).unwrap();
    let again = desk.run("new paper --name Other");
    assert_eq!((again.code, again.err.as_str()), (2, "strait: paper is not empty: name a new folder\n"));
    assert_eq!(fs::read(desk.path("paper/site.json")).unwrap(), site);
}

#[test]
fn the_exit_code_says_who_has_to_act() {
    let desk = Desk::new().with_reader().with_broken_article();
    fs::write(desk.path("file"), "").unwrap();
    for (arguments, code) in [
        ("--version", 0),
        ("--help", 0),
        ("check --content paper", 1),
        ("build --content paper --reader reader --out site", 0),
        ("build --content paper --reader reader --out site --strict", 1),
        ("", 2),
        ("chekc", 2),
        ("check --content paper --now yesterday", 2),
        ("new elsewhere --url tide.example", 2),
        ("check --content nowhere", 3),
        ("build --content nowhere --reader reader --out site", 3),
        ("build --content paper --reader nowhere --out site", 3),
        ("build --content paper --reader reader --out file/site", 3),
        ("new file/paper", 3),
    ] {
        let ended = desk.run(arguments);
        assert_eq!(ended.code, code, "strait {arguments}\n{}{}", ended.out, ended.err);
    }
    fs::remove_file(desk.path("paper/articles/broken.json")).unwrap();
    assert_eq!(desk.run("check --content paper").code, 0);
    fs::write(desk.path("paper/pictures/unused.svg"), "").unwrap();
    assert_eq!(desk.run("check --content paper").code, 0, "advice alone is no failure");
    assert_eq!(desk.run("check --content paper --strict").code, 1);
}

#[test]
fn a_machine_gets_one_json_object_and_nothing_else() {
    let desk = Desk::new().with_reader().with_broken_article();
    for arguments in [
        "check --content paper --format json",
        "build --content paper --reader reader --out site --format json",
        "new other --format json",
        "check --content nowhere --format json",
        "build --content paper --out site --reader nowhere --format json",
    ] {
        let ended = desk.run(arguments);
        let answer: Value =
            serde_json::from_str(&ended.out).unwrap_or_else(|error| panic!("{arguments}: {error}: {}", ended.out));
        assert!(answer.is_object() && ended.out.lines().count() == 1, "{}", ended.out);
        assert_eq!(ended.err, "", "{arguments}");
        assert_eq!(answer["error"].is_string(), arguments.contains("nowhere"), "{answer}");
    }
    let answer: Value = serde_json::from_str(&desk.run("check --content paper --format json").out).unwrap();
    let problem = &answer["problems"][0];
    assert_eq!((problem["name"].as_str(), problem["severity"].as_str()), (Some("bad-json"), Some("error")));
    assert_eq!((problem["line"].as_u64(), problem["column"].as_u64()), (Some(1), Some(1)));
    assert_eq!(problem["file"], "paper/articles/broken.json");
    assert!(problem["what"]["zh"].as_str().unwrap().contains("JSON 有误"));
    assert_eq!(answer["summary"]["counts"]["bad-json"], 1);
    assert_eq!(answer["summary"]["articles"], 3);
}

#[test]
fn it_speaks_the_language_of_the_system_unless_told_otherwise() {
    let desk = Desk::new().with_broken_article();
    let chinese = desk.run_with("check --content paper", &[("LC_ALL", "zh_CN.UTF-8")]).err;
    assert!(chinese.starts_with("错误\n  paper/articles/broken.json\n    1:1  JSON 有误"), "{chinese}");
    assert!(chinese.ends_with("检查了 3 篇稿件：1 处错误，0 条建议\n"), "{chinese}");
    assert!(desk.run_with("check --content paper --lang en", &[("LANG", "zh_TW.UTF-8")]).err.starts_with("Errors\n"));
    assert!(desk.run("check --content paper --lang zh").err.starts_with("错误\n"));
    assert!(desk.run("check --content nowhere --lang zh").err.contains("打不开"));
    assert!(desk.run("build --content paper --out site --reader nowhere --lang zh").err.contains("阅读器缺少"));
}

#[test]
fn what_is_no_terminal_gets_no_colours_and_no_bars() {
    let desk = Desk::new().with_broken_article();
    assert!(!desk.run("check --content paper").err.contains('\u{1b}'));
    let forced = desk.run_with("check --content paper", &[("CLICOLOR_FORCE", "1")]).err;
    assert!(forced.contains('\u{1b}'), "the check above can fail");
    let forbidden = desk.run_with("check --content paper", &[("NO_COLOR", "1")]).err;
    assert!(!forbidden.contains('\u{1b}'));
}

#[test]
fn help_teaches_by_example() {
    let desk = Desk::new();
    for word in ["", "new ", "check ", "build ", "serve "] {
        let help = desk.run(&format!("{word}--help")).out;
        assert!(help.matches("\n  strait ").count() >= 2, "{word}: {help}");
    }
    let story = desk.run("--help").out;
    let steps =
        ["strait new", "strait import", "strait serve", "strait build", "Exit codes"].map(|step| story.find(step).unwrap());
    assert!(steps.is_sorted(), "{story}");
}

#[test]
fn examples_in_the_help_are_understood() {
    let desk = Desk::new();
    let mut examples = 0;
    for word in ["new", "check", "build", "serve"] {
        for line in desk.run(&format!("{word} --help")).out.lines().filter_map(|line| line.strip_prefix("  strait ")) {
            let arguments = line.split(['#', '>']).next().unwrap();
            // Nothing of what they name is there, so that none of them runs for long; usage is told before that.
            let ended = if word == "serve" { desk.run(&format!("{arguments} --help")) } else { desk.run(arguments) };
            assert_ne!(ended.code, 2, "{line}\n{}", ended.err);
            examples += 1;
            fs::remove_dir_all(desk.path("paper")).unwrap_or_default();
        }
    }
    assert!(examples >= 10);
}

#[test]
fn a_build_without_a_reader_inside_says_how_to_get_one() {
    let desk = Desk::new().with_broken_article();
    let ended = desk.run("build --content paper --out site");
    if ended.code == 3 {
        assert!(ended.err.contains("--reader") && ended.err.contains("cargo xtask build"), "{}", ended.err);
        assert!(!desk.path("site/index.html").exists());
    }
}

#[test]
fn what_is_held_back_is_counted_and_listed() {
    let desk = Desk::new();
    assert_eq!(desk.run("new paper").code, 0);
    let export = include_str!("import/cases/secrets.xml");
    fs::write(desk.path("export.xml"), export).unwrap();
    let import = "import --from wordpress export.xml --content paper --section news";
    let ended = desk.run(&format!("{import} --dry-run"));
    assert_eq!(ended.code, 0, "{}", ended.err);
    let balance = "3 read = 0 published or as before + 2 withheld + 1 embargoed + 0 withdrawn + 0 refused";
    for words in ["0 new", "2 withheld", "1 embargoed", "wp:status: pitch", "password", "2031", balance] {
        assert!(ended.err.contains(words), "{words} is not in {}", ended.err);
    }
    let ended = desk.run(&format!("--format json {import} --now 2031-01-02T00:00:00Z"));
    let answer: Value = serde_json::from_str(&ended.out).unwrap();
    let count = |name: &str| answer["summary"][name].as_u64().unwrap();
    assert_eq!((count("new"), count("withheld"), count("embargoed")), (1, 2, 0), "{}", ended.out);
    let balance = &answer["summary"]["balance"];
    assert_eq!((balance["read"].as_u64(), balance["bodies"]["missing"]["characters"].as_u64()), (Some(3), Some(0)), "{balance}");
}

#[test]
fn a_correction_is_online_with_one_command() {
    let desk = Desk::new().with_reader();
    assert_eq!(desk.run("new paper").code, 0);
    desk.shrink_picture();
    let publish = format!("publish --content paper --reader reader --from site --to file://{}", desk.path("www").display());
    let first = desk.run(&publish);
    assert_eq!(first.code, 0, "{}", first.err);
    let articles = fs::read_dir(desk.path("paper/articles")).unwrap().map(|entry| entry.unwrap().path());
    let article = articles.min().unwrap();
    let id = article.file_stem().unwrap().to_string_lossy().into_owned();
    let mut json: Value = serde_json::from_str(&fs::read_to_string(&article).unwrap()).unwrap();
    json["headline"] = "更正后的标题".into();
    fs::write(&article, json.to_string()).unwrap();
    assert_eq!(desk.run(&publish).code, 0);
    let online = fs::read_to_string(desk.path(&format!("www/current/article/{id}/index.html"))).unwrap();
    assert!(online.contains("更正后的标题"));
    // What is wrong with the content can hold it back.
    fs::write(desk.path("paper/articles/broken.json"), "{").unwrap();
    let held = desk.run(&format!("{publish} --strict"));
    assert_eq!((held.code, held.err.contains("release")), (1, false), "{}", held.err);
}

#[test]
fn a_bad_destination_is_wrong_usage_before_anything_is_printed() {
    let desk = Desk::new().with_reader();
    assert_eq!(desk.run("new paper").code, 0);
    for to in ["file://", "file:///", "file://srv/paper", "s3:///x", "s3://b/x?y#z", "s3://key:hunter2@b", "ftp://b/x", "site"] {
        for (tongue, word) in [("en", "publish to file:///"), ("zh", "请发布到")] {
            let ended = desk.run(&format!("--lang {tongue} publish --content paper --reader reader --from site --to {to}"));
            assert_eq!((ended.code, ended.err.contains(word)), (2, true), "{to}: {}", ended.err);
            assert!(!ended.err.contains("hunter2"), "{}", ended.err);
        }
    }
    assert!(!desk.path("site").exists());
    assert_eq!(desk.run("publish --rollback --to file://").code, 2);
}

#[test]
fn half_a_site_is_not_published_and_the_words_say_what_to_do() {
    let desk = Desk::new().with_reader();
    assert_eq!(desk.run("new paper").code, 0);
    desk.shrink_picture();
    let build = || desk.run("build --content paper --reader reader --out site").code;
    let to = format!("publish --from site --to file://{}", desk.path("www").display());
    let check = |word: &str, mend: &str, zh: &str| {
        let ended = desk.run(&to);
        assert_eq!(ended.code, 3, "{}", ended.err);
        assert!(ended.err.contains(word) && ended.err.contains(mend), "{}", ended.err);
        let ended = desk.run(&format!("{to} --lang zh"));
        assert!(ended.err.contains(zh), "{}", ended.err);
        assert!(!desk.path("www/current").exists());
    };
    check("no printed site", "strait build", "没有印好的站点");
    assert_eq!(build(), 0);
    fs::write(desk.path("site/.strait"), "building\n").unwrap();
    check("not known to be a whole site", "strait build --full", "不能确认是完整的站点");
    assert_eq!(build(), 0);
    fs::write(desk.path("site/robots.txt"), "").unwrap();
    check("robots.txt is missing or changed", "--full", "robots.txt 缺失或被改动");
    assert_eq!(build(), 0);
    check("robots.txt is missing or changed", "--full", "robots.txt 缺失或被改动");
    assert_eq!(desk.run("build --content paper --reader reader --out site --full").code, 0);
    assert_eq!(desk.run(&to).code, 0);
    let into_itself = desk.run(&format!("publish --from site --to file://{}", desk.path("site/www").display()));
    assert_eq!((into_itself.code, desk.path("site/www").exists()), (3, false), "{}", into_itself.err);
}
