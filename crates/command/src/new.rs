//! `strait new`: a small newsroom to begin with.

use crate::command::Outcome;
use crate::terminal::Terminal;
use jiff::Timestamp;
use serde_json::json;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use strait_confined::{Confined, OpenOptions};
use strait_model::WebAddress;
use strait_report::problem::{Bilingual, Told};
use strait_sample::Sample;

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
    /// What the paper looks like to begin with
    #[arg(long, value_enum, default_value_t = Theme::Harbour)]
    theme: Theme,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Theme {
    /// Seal, waves and the colours of a port
    Harbour,
    /// Sober, with serifs and a rule
    Gazette,
    /// Without ornament or serifs
    Plain,
}

impl From<Theme> for strait_sample::Theme {
    fn from(theme: Theme) -> strait_sample::Theme {
        match theme {
            Theme::Harbour => strait_sample::Theme::Harbour,
            Theme::Gazette => strait_sample::Theme::Gazette,
            Theme::Plain => strait_sample::Theme::Plain,
        }
    }
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

impl From<Language> for strait_sample::Language {
    fn from(language: Language) -> strait_sample::Language {
        match language {
            Language::Hans => strait_sample::Language::Hans,
            Language::Hant => strait_sample::Language::Hant,
        }
    }
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
    fn words(&self) -> Bilingual {
        let zh = match self {
            NewError::NotEmpty(path) => format!("{} 不是空文件夹：请换一个新的", path.display()),
            NewError::Disk { path, source } => format!("{}：写不进去：{source}", path.display()),
            NewError::Pattern(error) => format!("样板有误：{error}"),
        };
        Bilingual::new(zh, self.to_string())
    }
}

/// Makes a newsroom.
pub fn run(options: Options, terminal: &Terminal) -> Outcome {
    match make(&options, Timestamp::now()) {
        Ok(files) => {
            let dir = options.dir.display();
            let words = Bilingual::new(
                format!(
                    "{dir} 里有了一个编辑部。接下来：\n  strait serve --content {dir}\n  \
                     strait import --from wordpress https://paper.example/ --content {dir}\n\
                     或者印成网站：\n  strait build --content {dir} --out site"
                ),
                format!(
                    "There is a newsroom in {dir}. Next:\n  strait serve --content {dir}\n  \
                     strait import --from wordpress https://paper.example/ --content {dir}\n\
                     Or as a site of files:\n  strait build --content {dir} --out site"
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

/// Writes the files, and tells their names.
fn make(options: &Options, now: Timestamp) -> Result<Vec<String>, NewError> {
    refuse_if_full(&options.dir)?;
    let disk = |source| NewError::Disk { path: options.dir.clone(), source };
    fs::create_dir_all(&options.dir).map_err(disk)?;
    let dir = Confined::open(&options.dir).map_err(|error| disk(error.into()))?;
    let sample = Sample {
        name: options.name.clone(),
        url: options.url.clone(),
        language: options.language.into(),
        theme: options.theme.into(),
        now,
    };
    sample.files()?.into_iter().map(|(path, text)| write(&dir, path, &text)).collect()
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

/// Writes a file where none is, in the folder and nowhere else.
fn write(dir: &Confined, path: String, text: &str) -> Result<String, NewError> {
    let disk = |source| NewError::Disk { path: dir.path().join(&path), source };
    let (folder, name) = path.rsplit_once('/').unwrap_or((".", &path));
    let folder = dir.make_folder(folder).map_err(|error| disk(error.into()))?;
    let opened = folder.open_own(name, OpenOptions::new().write(true).create_new(true));
    opened.map_err(io::Error::from).and_then(|mut file| file.write_all(text.as_bytes())).map_err(disk)?;
    Ok(path)
}
