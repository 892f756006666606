//! The made-up paper as a content folder of Strait.

use std::fs;
use std::ops::Range;
use std::path::Path;

use super::paper::{Article, article, sections};
use crate::error::{ChoreError, at};

/// Writes the paper.
pub fn write(folder: &Path, articles: Range<u64>) -> Result<(), ChoreError> {
    let files = folder.join("articles");
    fs::create_dir_all(&files).map_err(at(&files))?;
    write_site(folder, true)?;
    articles.map(article).try_for_each(|article| {
        let file = files.join(format!("{}.json", article.id));
        fs::write(&file, json(&article)).map_err(at(&file))
    })
}

/// Writes what the paper says of itself; readers can search it or not.
pub fn write_site(folder: &Path, has_search: bool) -> Result<(), ChoreError> {
    let site = folder.join("site.json");
    fs::write(&site, site_json(has_search)).map_err(at(&site))
}

fn site_json(has_search: bool) -> String {
    let tree = tree("", 0);
    format!(
        r#"{{"name":"潮报","language":"zh-Hans","url":"https://tide.example/","timeZone":"Asia/Shanghai","sectionPageSize":20,
"search":{has_search},"copyrightNotice":"© 潮报","sections":[{tree}]}}"#
    )
}

/// The sections directly below a path.
fn tree(above: &str, depth: usize) -> String {
    let all = sections();
    let here = all.iter().filter(|(path, _)| path.starts_with(above) && path.matches('/').count() == depth);
    let section = |(path, name): &(String, String)| {
        let below = if depth < 2 { tree(&format!("{path}/"), depth + 1) } else { String::new() };
        format!(r#"{{"path":"{path}","name":"{name}","children":[{below}]}}"#)
    };
    here.map(section).collect::<Vec<_>>().join(",")
}

/// The paper has no character that JSON would escape.
fn json(article: &Article) -> String {
    let Article { id, section, created, headline, summary, by, subjects, related, paragraphs } = article;
    let subjects = list(subjects, |name| format!(r#"{{"name":"{name}"}}"#));
    let related = list(related, |(id, _)| format!("\"{id}\""));
    let body = list(paragraphs, |text| format!(r#"{{"kind":"paragraph","text":["{text}"]}}"#));
    format!(
        r#"{{"id":"{id}","language":"zh-Hans","section":"{section}","headline":"{headline}","summary":"{summary}",
"source":{{"name":"潮报"}},"by":[{{"role":"reporter","name":"{by}"}}],"firstCreated":"{created}","versionCreated":"{created}",
"subjects":[{subjects}],"related":[{related}],"body":[{body}]}}"#
    )
}

fn list<T>(items: &[T], json: impl Fn(&T) -> String) -> String {
    items.iter().map(json).collect::<Vec<_>>().join(",")
}
