//! Reads a content folder.

use super::{ContentFault, Order, PressError, Report};
use crate::model::{Article, Block, FrontOrder, PublicationStatus, Site, Timestamp};
use crate::problem::Problem;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// All that a newsroom filed, published or not.
pub struct Newsroom {
    /// The paper.
    pub site: Site,
    /// The editor's order of the front page.
    pub front: FrontOrder,
    /// The articles with their files, in the order of their ids.
    pub articles: Vec<(PathBuf, Article)>,
}

impl Newsroom {
    /// Reads a content folder. A broken article is reported and left out; a broken `site.json` ends it.
    pub fn read(content: &Path, report: &mut Report) -> Result<Newsroom, PressError> {
        let site = read_json(&content.join("site.json"), report)?.map_err(PressError::Site)?;
        let front_file = content.join("front.json");
        let front = match front_file.exists() {
            true => read_json(&front_file, report)?.unwrap_or_else(|problem| {
                report.problems.push(problem);
                FrontOrder::default()
            }),
            false => FrontOrder::default(),
        };
        let mut articles = Vec::new();
        for file in json_files(&content.join("articles"))? {
            match read_json::<Article>(&file, report)?.and_then(|article| check_name(&file, article)) {
                Ok(article) => articles.push((file, article)),
                Err(problem) => report.problems.push(problem),
            }
        }
        Ok(Newsroom { site, front, articles })
    }

    /// Takes over what the order says instead of the site file.
    pub fn settle(&mut self, order: &Order) {
        if let Some(url) = &order.url {
            self.site.url.clone_from(url);
        }
        if order.data_url.is_some() {
            self.site.data_url.clone_from(&order.data_url);
        }
    }

    /// The originals that published articles show, each once.
    pub fn pictures(&self, now: jiff::Timestamp) -> BTreeSet<String> {
        let mut originals = BTreeSet::new();
        for article in self.published(now) {
            originals.extend(article.lead.iter().map(|image| image.src.clone()));
            originals.extend(article.body.clone().iter_mut().flat_map(Block::images_mut).map(|image| image.src.clone()));
        }
        originals
    }

    /// The films and recordings of the paper's own that published articles refer to, each once.
    pub fn media(&self, now: jiff::Timestamp) -> BTreeSet<String> {
        let blocks = self.published(now).flat_map(|article| &article.body);
        blocks.flat_map(media_of).filter(|src| !src.contains("://")).collect()
    }

    fn published(&self, now: jiff::Timestamp) -> impl Iterator<Item = &Article> {
        self.articles.iter().map(|(_, article)| article).filter(move |article| is_published(article, now))
    }
}

/// Whether an article may be shown at a time: usable, no longer embargoed, not yet expired.
pub fn is_published(article: &Article, now: jiff::Timestamp) -> bool {
    let has_come = |at: &Option<Timestamp>| at.as_ref().is_none_or(|at| at.instant() <= now);
    let has_gone = |at: &Option<Timestamp>| at.as_ref().is_some_and(|at| at.instant() <= now);
    article.pub_status == PublicationStatus::Usable && has_come(&article.embargoed) && !has_gone(&article.expires)
}

/// Whether a path names something inside the folder that it is relative to.
pub fn stays_inside(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

fn media_of(block: &Block) -> Vec<String> {
    match block {
        Block::Video(video) => vec![video.src.clone()],
        Block::Audio(audio) => vec![audio.src.clone()],
        Block::Aside { body, .. } => body.iter().flat_map(media_of).collect(),
        _ => vec![],
    }
}

fn json_files(folder: &Path) -> Result<Vec<PathBuf>, PressError> {
    let entries = fs::read_dir(folder).map_err(PressError::disk(folder))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(PressError::disk(folder))?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Reads a file; fields that the model does not know are reported and skipped.
fn read_json<T: DeserializeOwned>(file: &Path, report: &mut Report) -> Result<Result<T, Problem>, PressError> {
    let text = fs::read_to_string(file).map_err(PressError::disk(file))?;
    let mut json = serde_json::Deserializer::from_str(&text);
    let mut unknown = Vec::new();
    let read =
        serde_ignored::deserialize(&mut json, |path| unknown.push(path.to_string())).and_then(|value| json.end().map(|()| value));
    for place in unknown {
        report.add(file, place, &ContentFault::UnknownField);
    }
    Ok(read.map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        Problem::new(file, place, &ContentFault::BadJson(error.to_string()))
    }))
}

fn check_name(file: &Path, article: Article) -> Result<Article, Problem> {
    match file.file_stem().is_some_and(|stem| stem == article.id.as_str()) {
        true => Ok(article),
        false => Err(Problem::new(file, "id", &ContentFault::WrongFileName(article.id))),
    }
}
