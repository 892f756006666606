//! Whether a newsroom is still as it was made.

use super::{FRONT, Language, PICTURE, SITE, Sample};
use crate::confined::{Confined, ConfinedError};
use crate::model::{Article, Site};
use jiff::Timestamp;

/// A newsroom that nobody has written in: its site file, and all its articles, are what `strait new` wrote.
pub struct Standing {
    /// Files that nobody needs once there is news, in the order in which they may go: while one of them stands, those
    /// that come after it can still be known.
    pub samples: Vec<String>,
}

impl Standing {
    /// Looks at a newsroom; nothing where an editor has begun.
    pub fn of(content: &Confined) -> Result<Option<Standing>, ConfinedError> {
        let Some(site) = read(content, SITE) else { return Ok(None) };
        let articles = articles(content)?;
        let Some(sample) = sample(content, &site, &articles) else { return Ok(None) };
        let Ok(files) = sample.files() else { return Ok(None) };
        let stands = |path: &str| files.iter().any(|(file, text)| file == path && read(content, path).as_ref() == Some(text));
        if !stands(SITE) || !articles.iter().all(|path| stands(path)) {
            return Ok(None);
        }
        // The first article tells when all was made: it goes last.
        let samples = [FRONT.to_owned(), PICTURE.to_owned()].into_iter().chain(articles.into_iter().rev());
        Ok(Some(Standing { samples: samples.filter(|path| stands(path)).collect() }))
    }

    /// Takes the samples away.
    pub fn clear(&self, content: &Confined) -> Result<(), ConfinedError> {
        self.samples.iter().try_for_each(|path| match path.rsplit_once('/') {
            Some((folder, name)) => content.folder(folder)?.remove(name).map(drop),
            None => content.remove(path).map(drop),
        })
    }
}

/// The articles, by the number that their names end in.
fn articles(content: &Confined) -> Result<Vec<String>, ConfinedError> {
    let entries = match content.folder("articles").and_then(|folder| folder.entries()) {
        Err(ConfinedError::Missing(_)) => vec![],
        entries => entries?,
    };
    let names = entries.iter().map(|entry| entry.name.to_string_lossy());
    let mut paths: Vec<String> = names.filter(|name| name.ends_with(".json")).map(|name| format!("articles/{name}")).collect();
    paths.sort_by(|one, other| one.rsplit('-').next().cmp(&other.rsplit('-').next()));
    Ok(paths)
}

/// What a newsroom was made as, if it was made so.
fn sample(content: &Confined, site: &str, articles: &[String]) -> Option<Sample> {
    let site: Site = serde_json::from_str(site).ok()?;
    let now = match articles.first() {
        Some(path) => {
            let article: Article = serde_json::from_str(&read(content, path)?).ok()?;
            article.first_created.instant()
        }
        None => Timestamp::UNIX_EPOCH,
    };
    Some(Sample { name: Some(site.name), url: site.url, language: Language::of(&site.language)?, now })
}

/// What a file says; nothing where there is none, or no text.
fn read(content: &Confined, path: &str) -> Option<String> {
    String::from_utf8(content.read(path).ok()?.bytes).ok()
}
