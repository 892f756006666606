//! Whether a newsroom is still as it was made.

use super::{FRONT, Language, PICTURE, SITE, Sample, Theme};
use jiff::Timestamp;
use strait_confined::{Confined, ConfinedError};
use strait_model::{Article, Site};

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
        if !is_as_made(&site) {
            return Ok(None);
        }
        let articles = articles(content)?;
        let first = articles.first().and_then(|path| first_created(content, path));
        let Some(sample) = sample(&site, first.unwrap_or(Timestamp::UNIX_EPOCH)) else { return Ok(None) };
        let Ok(files) = sample.files() else { return Ok(None) };
        let stands = |path: &str| files.iter().any(|(file, text)| file == path && read(content, path).as_ref() == Some(text));
        if !articles.iter().all(|path| stands(path)) {
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

/// Whether a site file is as it was made: what it says, it says as `strait new` writes it.
fn is_as_made(site: &str) -> bool {
    let files = sample(site, Timestamp::UNIX_EPOCH).and_then(|sample| sample.files().ok());
    files.is_some_and(|files| files.iter().any(|(path, text)| path == SITE && text == site))
}

/// What a newsroom of this site file was made as, if it was made at that time.
fn sample(site: &str, now: Timestamp) -> Option<Sample> {
    let site: Site = serde_json::from_str(site).ok()?;
    let is_its_own = |theme: &Theme| {
        theme
            .setting()
            .is_none_or(|theme| serde_json::from_value(theme).is_ok_and(|theme: strait_model::Theme| theme == site.theme))
    };
    let theme = Theme::ALL.into_iter().rev().find(is_its_own).unwrap_or_default();
    Some(Sample { name: Some(site.name), url: site.url, language: Language::of(&site.language)?, theme, now })
}

fn first_created(content: &Confined, path: &str) -> Option<Timestamp> {
    let article: Article = serde_json::from_str(&read(content, path)?).ok()?;
    Some(article.first_created.instant())
}

/// What a file says; nothing where there is none, or no text.
fn read(content: &Confined, path: &str) -> Option<String> {
    String::from_utf8(content.read(path).ok()?.bytes).ok()
}
