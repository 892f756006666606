//! Reads a content folder.

pub mod check;
mod mended;
pub mod originals;
pub mod root;
pub mod standing;

use crate::error::PressError;
use crate::fingerprint::{Key, key_of};
use crate::newsroom::mended::{read_again, without_bad_former};
use crate::newsroom::root::RootFiles;
use crate::order::Order;
use crate::report::Report;
use jiff::tz::TimeZone;
use rayon::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::UNIX_EPOCH;
use strait_confined::{Confined, ConfinedError, Entry, Metadata, ReadFile};
use strait_faults::why_refused;
use strait_faults::{ContentFault, FileFinding};
use strait_look::Look;
use strait_model::{Article, ArticleId, FrontOrder, Site};
use strait_report::problem::Problem;
use strait_standing::{FiledPage, StandingPages};

/// What a newsroom filed: the paper, and which articles there are. Their text stays in the files.
pub struct Newsroom {
    /// The content folder.
    pub folder: PathBuf,
    /// The paper.
    pub site: Site,
    /// The editor's order of the front page.
    pub front: FrontOrder,
    /// The pages that stand beside the news, in their order.
    pub pages: Vec<FiledPage>,
    /// What stands at the top of the site as it is, by its path there.
    pub root: BTreeMap<String, FileState>,
    /// The content folder, which is never left.
    inside: Confined,
    /// The articles' folder in it.
    articles: Confined,
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

/// An article as it was read, with its content hash and what is wrong with it.
pub struct ReadArticle {
    /// The article.
    pub article: Article,
    /// The content hash of the file.
    pub bytes: Key,
}

/// No file of words is larger, in bytes.
const MOST_OF_WORDS: u64 = 32 << 20;

impl Newsroom {
    /// Reads a content folder but for its articles, as of a moment. A broken `site.json` ends it.
    pub fn read(content: &Path, now: jiff::Timestamp, report: &mut Report) -> Result<Newsroom, PressError> {
        let inside = Confined::open(content)?;
        let mut site = read_site(&inside, "site.json", report)?;
        // The press alone fills it in: nobody has printed anything at another address.
        if site.files_url.take().is_some() {
            report.add(content.join("site.json"), "filesUrl", &ContentFault::UnknownField);
        }
        let front = read_front(&inside, report)?;
        let StandingPages { pages, faults } = standing::read(&inside, &mut site, now)?;
        report.problems.extend(faults.into_iter().map(FileFinding::problem));
        let RootFiles { files: root, refused } = RootFiles::of(&inside, &site)?;
        refused.iter().for_each(|(path, fault)| report.add(path, "", fault));
        let articles = inside.folder("articles")?;
        Ok(Newsroom { folder: content.to_owned(), site, front, pages, root, inside, articles, files: OnceLock::new() })
    }

    /// The articles' files, sorted by name.
    pub fn files(&self) -> Result<&[Filed], PressError> {
        match self.files.get() {
            Some(files) => Ok(files),
            None => {
                let files = self.list_articles()?;
                Ok(self.files.get_or_init(|| files))
            }
        }
    }

    /// Takes over what the order says instead of the site file.
    pub fn take_over(&mut self, order: &Order) {
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

    /// How the paper looks.
    pub fn look(&self, order: &Order, report: &mut Report) -> Result<Look, PressError> {
        let (look, told) = Look::read(&self.inside, &self.site, &order.darkroom)?;
        report.problems.extend(told.into_iter().map(FileFinding::problem));
        Ok(look)
    }

    /// The paper's time zone; UTC, and a word about it, where the name is none.
    pub fn zone(&self, report: &mut Report) -> TimeZone {
        let name = &self.site.time_zone;
        TimeZone::get(name).unwrap_or_else(|_| {
            report.add(self.folder.join("site.json"), "timeZone", &ContentFault::UnknownTimeZone(name.to_string()));
            TimeZone::UTC
        })
    }

    /// Where an article is filed.
    pub fn article_file(&self, name: &str) -> PathBuf {
        self.folder.join("articles").join(format!("{name}.json"))
    }

    /// Reads an article and says what is wrong with its JSON. None: it is too broken to be one.
    pub fn read_article(&self, name: &str) -> Result<(Option<ReadArticle>, Vec<Problem>), PressError> {
        let (file, mut problems) = (self.article_file(name), Vec::new());
        let bytes = match self.in_articles(name, |folder, file| folder.read_at_most(file, MOST_OF_WORDS)) {
            Ok(read) => read.bytes,
            Err(error) => {
                let fault = ContentFault::of(&error).ok_or(error)?;
                return Ok((None, vec![Problem::new(file, "", &fault)]));
            }
        };
        let article = parse_article(&file, &bytes, &mut problems).and_then(|article| check_name(&file, article));
        let article = article.map_err(|problem| problems.push(problem)).ok();
        Ok((article.map(|article| ReadArticle { article, bytes: key_of(&bytes) }), problems))
    }

    /// Reads an article again that was found good, to print it.
    pub fn article_again(&self, id: &ArticleId, state: FileState) -> Result<Article, PressError> {
        let ReadFile { bytes, metadata } = self.in_articles(id.as_str(), |folder, file| folder.read(file))?;
        match FileState::of(&metadata) == state {
            true => read_again(&self.article_file(id.as_str()), &bytes),
            false => Err(PressError::Changed(self.article_file(id.as_str()))),
        }
    }

    /// What the disk says of an article's file.
    pub fn article_state(&self, name: &str) -> Result<FileState, ConfinedError> {
        self.in_articles(name, file_state)
    }

    /// What the disk says of a file by its path below the content folder.
    pub fn state(&self, below: &str) -> Result<FileState, ConfinedError> {
        file_state(&self.inside, below)
    }

    /// Reads a file by its path below the content folder.
    pub fn read_file(&self, below: &str) -> Result<ReadFile, ConfinedError> {
        self.inside.read(below)
    }

    /// Everything that is called an article; what is none, as a link that leads elsewhere, is told when it is read.
    fn list_articles(&self) -> Result<Vec<Filed>, PressError> {
        let entries = self.articles.entries()?;
        let name_of = |entry: &Entry| entry.name.to_string_lossy().strip_suffix(".json").map(str::to_owned);
        let mut names: Vec<String> = entries.iter().filter_map(name_of).collect();
        names.par_sort_unstable();
        let filed = |name: String| match self.article_state(&name) {
            Ok(state) => Ok(Filed { name, state }),
            Err(error) if ContentFault::of(&error).is_some() => Ok(Filed { name, state: FileState::OF_NONE }),
            Err(error) => Err(error.into()),
        };
        names.into_par_iter().map(filed).collect()
    }

    /// Does something with an article's file. From the articles' folder the way is short; links may lead out of that,
    /// but not out of the newsroom.
    fn in_articles<T>(&self, name: &str, act: impl Fn(&Confined, &str) -> Result<T, ConfinedError>) -> Result<T, ConfinedError> {
        let file = format!("{name}.json");
        match act(&self.articles, &file) {
            Err(ConfinedError::LeadsOutside { .. }) => act(&self.inside, &format!("articles/{file}")),
            done => done,
        }
    }
}

impl FileState {
    /// Of what is listed as a file and is none: no file that was ever read has it.
    pub const OF_NONE: FileState = FileState { size: 0, modified: i64::MIN };

    /// What the disk says.
    pub fn of(metadata: &Metadata) -> FileState {
        let modified = metadata.modified().ok().and_then(|at| at.into_std().duration_since(UNIX_EPOCH).ok());
        FileState { size: metadata.len(), modified: modified.map_or(0, |since| since.as_micros() as i64) }
    }
}

fn file_state(folder: &Confined, below: &str) -> Result<FileState, ConfinedError> {
    let metadata = folder.metadata(below)?;
    match metadata.is_file() {
        true => Ok(FileState::of(&metadata)),
        false => Err(ConfinedError::NotAFile(folder.path().join(below))),
    }
}

/// The editor's order of the front page, where there is one that can be read.
fn read_front(inside: &Confined, report: &mut Report) -> Result<FrontOrder, PressError> {
    let file = inside.path().join("front.json");
    let front = match inside.read_at_most("front.json", MOST_OF_WORDS) {
        Ok(read) => parse(&file, &read.bytes, &mut report.problems),
        Err(ConfinedError::Missing(_)) => return Ok(FrontOrder::default()),
        Err(error) => Err(Problem::new(file, "", &ContentFault::of(&error).ok_or(error)?)),
    };
    Ok(front.unwrap_or_else(|problem| {
        report.problems.push(problem);
        FrontOrder::default()
    }))
}

/// Reads a site file, a newsroom's or a published one.
pub fn read_site(inside: &Confined, below: &str, report: &mut Report) -> Result<Site, PressError> {
    let file = inside.path().join(below);
    let told = |problem| PressError::Site(why_refused(inside, &file).unwrap_or(problem));
    parse(&file, &inside.read_at_most(below, MOST_OF_WORDS)?.bytes, &mut report.problems).map_err(told)
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

/// An article; without old addresses that are none, where it has such.
fn parse_article(file: &Path, bytes: &[u8], problems: &mut Vec<Problem>) -> Result<Article, Problem> {
    parse(file, bytes, problems).or_else(|problem| {
        let (mended, told) = without_bad_former(file, bytes).ok_or_else(|| problem.clone())?;
        problems.clear();
        let article = parse(file, &mended, problems).map_err(|_| problem);
        problems.extend(told);
        article
    })
}

fn check_name(file: &Path, article: Article) -> Result<Article, Problem> {
    match file.file_stem().is_some_and(|stem| stem == article.id.as_str()) {
        true => Ok(article),
        false => Err(Problem::new(file, "id", &ContentFault::WrongFileName(article.id))),
    }
}
