//! `strait new`: a small newsroom to begin with.

use crate::command::Outcome;
use crate::terminal::Terminal;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde_json::{Map, Value, json};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use strait::confined::{Confined, OpenOptions};
use strait::model::WebAddress;
use strait::problem::{Told, Words};

/// What `strait new` is told.
#[derive(clap::Args)]
pub struct Options {
    /// The folder to make; it must be empty or not yet there
    dir: PathBuf,
    /// The paper's name
    #[arg(long)]
    name: Option<String>,
    /// Where the paper will be published
    #[arg(long, default_value = "https://example.org/")]
    url: WebAddress,
    /// The language of the paper and its first articles
    #[arg(long, value_enum, default_value_t = Language::Hans)]
    language: Language,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Language {
    /// Simplified Chinese
    #[value(name = "zh-Hans")]
    Hans,
    /// Traditional Chinese
    #[value(name = "zh-Hant")]
    Hant,
}

/// Why there is no new newsroom.
#[derive(Debug, thiserror::Error)]
enum NewError {
    #[error("{0} is not empty: name a new folder")]
    NotEmpty(PathBuf),
    #[error("{path}: {source}")]
    Disk { path: PathBuf, source: io::Error },
    #[error("the pattern of a newsroom: {0}")]
    Pattern(#[from] serde_json::Error),
}

impl Told for NewError {
    fn words(&self) -> Words {
        let zh = match self {
            NewError::NotEmpty(path) => format!("{} 不是空文件夹：请换一个新的", path.display()),
            NewError::Disk { path, source } => format!("{}：写不进去：{source}", path.display()),
            NewError::Pattern(error) => format!("样板有误：{error}"),
        };
        Words::new(zh, self.to_string())
    }
}

/// Makes a newsroom.
pub fn run(options: Options, terminal: &Terminal) -> Outcome {
    match make(&options, Timestamp::now()) {
        Ok(files) => {
            let dir = options.dir.display();
            let words = Words::new(
                format!(
                    "{dir} 里有了一个编辑部。接下来：\n  strait build --content {dir} --out site\n  strait serve --site site"
                ),
                format!(
                    "There is a newsroom in {dir}. Next:\n  strait build --content {dir} --out site\n  strait serve --site site"
                ),
            );
            terminal.conclude(&[], &json!({ "folder": options.dir, "files": files }), &words);
            Outcome::Done
        }
        Err(error) => {
            terminal.fail_in_words(&error);
            if matches!(error, NewError::NotEmpty(_)) { Outcome::WrongUsage } else { Outcome::WorldFailed }
        }
    }
}

/// Writes the files, and tells their names; the first article is of `now`, those after it an hour older each.
fn make(options: &Options, now: Timestamp) -> Result<Vec<String>, NewError> {
    refuse_if_full(&options.dir)?;
    let disk = |source| NewError::Disk { path: options.dir.clone(), source };
    fs::create_dir_all(&options.dir).map_err(disk)?;
    let dir = Confined::open(&options.dir).map_err(|error| disk(error.into()))?;
    let Newsroom { files, name, readme } = Newsroom::of(options, now)?;
    let mut written = Vec::new();
    for (path, value) in files {
        let json = serde_json::to_string_pretty(&value)?;
        written.push(write(&dir, path, &format!("{json}\n"))?);
    }
    written.push(write(&dir, "pictures/first-sail.svg".to_owned(), include_str!("new/picture.svg"))?);
    written.push(write(&dir, "README.md".to_owned(), &readme.replace("NAME", &name))?);
    Ok(written)
}

/// What a new newsroom is made of.
struct Newsroom {
    /// JSON files by their paths.
    files: Vec<(String, Value)>,
    name: String,
    readme: String,
}

impl Newsroom {
    fn of(options: &Options, now: Timestamp) -> Result<Newsroom, NewError> {
        let (mut pattern, language, zone) = match options.language {
            Language::Hans => (pattern(include_str!("new/hans.json"))?, "zh-Hans", "Asia/Shanghai"),
            Language::Hant => (pattern(include_str!("new/hant.json"))?, "zh-Hant", "Asia/Taipei"),
        };
        let readme = text(pattern.remove("readme"));
        let articles = pattern.remove("articles");
        let name = options.name.clone().unwrap_or_else(|| text(pattern.get("name").cloned()));
        let site = json!({ "contract": "1.0", "name": name, "language": language, "url": options.url, "timeZone": zone });
        let mut files = vec![("site.json".to_owned(), merged(site, pattern))];
        let mut ids = Vec::new();
        for (at, article) in articles.as_ref().and_then(Value::as_array).into_iter().flatten().enumerate() {
            let (id, time) = id_and_time(now, at, zone);
            let data = json!({ "contract": "1.0", "id": id, "language": language, "source": { "name": name },
                "firstCreated": time, "versionCreated": time });
            files.push((format!("articles/{id}.json"), merged(data, article.as_object().cloned().unwrap_or_default())));
            ids.push(id);
        }
        let strips = json!([{ "section": "news" }, { "section": "culture" }]);
        files.push(("front.json".to_owned(), json!({ "lead": ids.first(), "strips": strips })));
        Ok(Newsroom { files, name, readme })
    }
}

/// The id and the time of one of the articles.
fn id_and_time(now: Timestamp, at: usize, zone: &str) -> (String, String) {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let time = (now - (at as i64).hours()).to_zoned_datetime(zone);
    (format!("{}-{:07}", time.strftime("%Y%m%d"), at + 1), time.strftime("%Y-%m-%dT%H:%M:00%:z").to_string())
}

fn pattern(json: &str) -> Result<Map<String, Value>, NewError> {
    Ok(serde_json::from_str(json)?)
}

fn refuse_if_full(dir: &Path) -> Result<(), NewError> {
    match fs::read_dir(dir) {
        Ok(mut entries) => match entries.next() {
            Some(_) => Err(NewError::NotEmpty(dir.to_owned())),
            None => Ok(()),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(source) => Err(NewError::Disk { path: dir.to_owned(), source }),
    }
}

/// Both objects in one; where both have a field, the first has it.
fn merged(first: Value, mut second: Map<String, Value>) -> Value {
    if let Value::Object(first) = first {
        second.extend(first);
    }
    Value::Object(second)
}

fn text(value: Option<Value>) -> String {
    value.and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Writes a file where none is, in the folder and nowhere else.
fn write(dir: &Confined, path: String, text: &str) -> Result<String, NewError> {
    let disk = |source| NewError::Disk { path: dir.path().join(&path), source };
    let (folder, name) = path.rsplit_once('/').unwrap_or((".", &path));
    let folder = dir.make_folder(folder).map_err(|error| disk(error.into()))?;
    let opened = folder.open_own(name, OpenOptions::new().write(true).create_new(true));
    opened.map_err(io::Error::from).and_then(|mut file| file.write_all(text.as_bytes())).map_err(disk)?;
    Ok(path)
}
