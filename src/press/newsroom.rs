//! Reads a content folder.

use super::fingerprint::{Key, key_of};
use super::{ContentFault, Order, PressError, Report};
use crate::check::why_refused;
use crate::model::{Article, ArticleId, FrontOrder, Site};
use crate::problem::Problem;
use rayon::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::Read;
use std::path::{Component, Path, PathBuf};
use std::sync::OnceLock;
use std::time::UNIX_EPOCH;

/// What a newsroom filed: the paper, and which articles there are. Their text stays in the files.
pub struct Newsroom {
    /// The content folder.
    pub folder: PathBuf,
    /// The paper.
    pub site: Site,
    /// The editor's order of the front page.
    pub front: FrontOrder,
    files: OnceLock<Vec<Filed>>,
}

/// A file as the disk knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filed {
    /// The file's name without its folder and `.json`.
    pub name: String,
    /// What the disk says of its bytes.
    pub state: FileState,
}

/// What the disk says of a file's bytes without reading them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileState {
    /// In bytes.
    pub size: u64,
    /// When it was last written, in microseconds since 1970.
    pub modified: i64,
}

/// An article as it was read, with the name of its bytes and what is wrong with it.
pub struct ReadArticle {
    /// The article.
    pub article: Article,
    /// The name of the file's bytes.
    pub bytes: Key,
}

impl Newsroom {
    /// Reads a content folder but for its articles. A broken `site.json` ends it.
    pub fn read(content: &Path, report: &mut Report) -> Result<Newsroom, PressError> {
        let site = read_site(&content.join("site.json"), report)?;
        let front_file = content.join("front.json");
        let front = match front_file.exists() {
            true => read_json(&front_file, report)?.unwrap_or_else(|problem| {
                report.problems.push(problem);
                FrontOrder::default()
            }),
            false => FrontOrder::default(),
        };
        Ok(Newsroom { folder: content.to_owned(), site, front, files: OnceLock::new() })
    }

    /// The articles' files, sorted by name.
    pub fn files(&self) -> Result<&[Filed], PressError> {
        match self.files.get() {
            Some(files) => Ok(files),
            None => {
                let files = article_files(&self.folder.join("articles"))?;
                Ok(self.files.get_or_init(|| files))
            }
        }
    }

    /// Takes over what the order says instead of the site file.
    pub fn settle(&mut self, order: &Order) {
        if let Some(url) = &order.url {
            self.site.url.clone_from(url);
        }
        if order.data_url.is_some() {
            self.site.data_url.clone_from(&order.data_url);
        }
        if !order.partner_files {
            self.site.embed_partners = Some(vec![]);
        }
    }

    /// Where an article is filed.
    pub fn article_file(&self, name: &str) -> PathBuf {
        self.folder.join("articles").join(format!("{name}.json"))
    }

    /// Reads an article and says what is wrong with its JSON. None: it is too broken to be one.
    pub fn read_article(&self, name: &str) -> Result<(Option<ReadArticle>, Vec<Problem>), PressError> {
        let file = self.article_file(name);
        let bytes = fs::read(&file).map_err(PressError::disk(&file))?;
        let mut problems = Vec::new();
        let article = parse(&file, &bytes, &mut problems).and_then(|article| check_name(&file, article));
        let article = article.map_err(|problem| problems.push(problem)).ok();
        Ok((article.map(|article| ReadArticle { article, bytes: key_of(&bytes) }), problems))
    }

    /// Reads an article again that was found good, to print it.
    pub fn article_again(&self, id: &ArticleId, state: FileState) -> Result<Article, PressError> {
        let file = self.article_file(id.as_str());
        let (text, now) = FileState::with_bytes(&file).map_err(PressError::disk(&file))?;
        match now == state {
            true => Ok(match simdutf8::basic::from_utf8(&text) {
                Ok(text) => serde_json::from_str(text)?,
                Err(_) => serde_json::from_slice(&text)?,
            }),
            false => Err(PressError::Changed(file)),
        }
    }
}

impl FileState {
    /// Asks the disk.
    pub fn of(path: &Path) -> std::io::Result<FileState> {
        FileState::from(fs::metadata(path)?)
    }

    /// Reads a file; says what the disk says of the bytes that were read.
    pub fn with_bytes(path: &Path) -> std::io::Result<(Vec<u8>, FileState)> {
        let mut file = fs::File::open(path)?;
        let mut bytes = Vec::with_capacity(file.metadata()?.len() as usize);
        file.read_to_end(&mut bytes)?;
        Ok((bytes, FileState::from(file.metadata()?)?))
    }

    fn from(metadata: fs::Metadata) -> std::io::Result<FileState> {
        let modified = metadata.modified()?.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_micros() as i64);
        Ok(FileState { size: metadata.len(), modified })
    }
}

/// Whether a path names something inside the folder that it is relative to.
pub fn stays_inside(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

fn article_files(folder: &Path) -> Result<Vec<Filed>, PressError> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(PressError::disk(folder))? {
        let name = entry.map_err(PressError::disk(folder))?.file_name();
        names.extend(name.to_string_lossy().strip_suffix(".json").map(str::to_owned));
    }
    names.par_sort_unstable();
    let filed = |name: String| {
        let path = folder.join(format!("{name}.json"));
        let state = FileState::of(&path).map_err(PressError::disk(path))?;
        Ok(Filed { name, state })
    };
    names.into_par_iter().map(filed).collect()
}

/// Reads a site file, a newsroom's or a published one.
pub fn read_site(file: &Path, report: &mut Report) -> Result<Site, PressError> {
    let told = |problem| PressError::Site(why_refused(file).unwrap_or(problem));
    read_json(file, report)?.map_err(told)
}

/// Reads a file; fields that the model does not know are reported and skipped.
fn read_json<T: DeserializeOwned>(file: &Path, report: &mut Report) -> Result<Result<T, Problem>, PressError> {
    let bytes = fs::read(file).map_err(PressError::disk(file))?;
    Ok(parse(file, &bytes, &mut report.problems))
}

fn parse<T: DeserializeOwned>(file: &Path, bytes: &[u8], problems: &mut Vec<Problem>) -> Result<T, Problem> {
    // Chinese is checked at once in a tenth of the time that it takes string by string; where it fails, the place is wanted.
    match simdutf8::basic::from_utf8(bytes) {
        Ok(text) => parse_from(serde_json::Deserializer::from_str(text), file, problems),
        Err(_) => parse_from(serde_json::Deserializer::from_slice(bytes), file, problems),
    }
}

fn parse_from<'a, T: DeserializeOwned>(
    mut json: serde_json::Deserializer<impl serde_json::de::Read<'a>>,
    file: &Path,
    problems: &mut Vec<Problem>,
) -> Result<T, Problem> {
    let unknown = |path: serde_ignored::Path| problems.push(Problem::new(file, path.to_string(), &ContentFault::UnknownField));
    let read = serde_ignored::deserialize(&mut json, unknown).and_then(|value| json.end().map(|()| value));
    read.map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        Problem::new(file, place, &ContentFault::BadJson(error.to_string()))
    })
}

fn check_name(file: &Path, article: Article) -> Result<Article, Problem> {
    match file.file_stem().is_some_and(|stem| stem == article.id.as_str()) {
        true => Ok(article),
        false => Err(Problem::new(file, "id", &ContentFault::WrongFileName(article.id))),
    }
}
