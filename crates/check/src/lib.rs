//! Finds what is wrong with a newsroom before it is printed: everything in one run, in little memory.
//!
//! Each file is read once, many at a time. Of an article only what others can point at is remembered
//! ([`filed`]); problems are counted, and kept up to a number of each kind.
//!
//! Promises that what the press would refuse is told here, with file, line, column and mend; that nothing is written; and
//! that a newsroom of any size is read to its end. Deliberately absent: the faults' words (`strait-faults`), and mending.

mod article;
mod body;
mod conversion;
mod filed;
mod folder;
mod former;
mod front;
mod links;
mod originals;
mod picture;
mod references;
mod site;
mod standing;
mod times;
mod width;

use article::Rules;
use conversion::Conversion;
use filed::Filed;
use folder::Folder;
use rayon::prelude::*;
use references::{Register, namesakes};
use schemars::schema_for;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use strait_confined::ConfinedError;
use strait_darkroom::Darkroom;
use strait_faults::{Findings, PlaceFault, Shape, ShapeError, SiteFault, Tally, instead, json_file};
use strait_look::Look;
use strait_model::paths::Paths;
use strait_model::{Article, FrontOrder, Section, SectionPath, Site};
use strait_press::RootFiles;
use strait_press::script::ScriptError;
use strait_report::problem::{Bilingual, Problem, Severity, Told};
use strait_report::progress::Progress;

pub use strait_faults::KEPT_OF_A_KIND;

/// What was found in a newsroom.
#[derive(Debug)]
pub struct Checked {
    /// How many article files there are.
    pub articles: usize,
    /// How many errors there are.
    pub errors: usize,
    /// How much advice there is.
    pub advice: usize,
    /// How many problems there are of each kind, by its name.
    pub counts: BTreeMap<&'static str, usize>,
    /// The problems, errors first, then by file and place; of each kind at most [`KEPT_OF_A_KIND`].
    pub problems: Vec<Problem>,
}

/// Why a newsroom could not be checked.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// The content folder could not be read.
    #[error("{path}: {source}")]
    Disk {
        /// Which file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A generated schema is none: a defect of Strait.
    #[error(transparent)]
    Shape(#[from] ShapeError),
    /// The dictionaries of the other script cannot be used: a defect of Strait.
    #[error("the edition in the other script: {0}")]
    Script(#[from] ScriptError),
}

impl From<ConfinedError> for CheckError {
    fn from(error: ConfinedError) -> CheckError {
        CheckError::Disk { path: error.path().to_owned(), source: error.into() }
    }
}

impl Told for CheckError {
    fn words(&self) -> Bilingual {
        match self {
            CheckError::Disk { path, source } => Bilingual::new(format!("{} 打不开：{source}", path.display()), self.to_string()),
            CheckError::Script(why) => Bilingual::new(format!("简繁转换的词典有误：{why}"), self.to_string()),
            CheckError::Shape(ShapeError(why)) => Bilingual::new(format!("模型的格式定义有误：{why}"), self.to_string()),
        }
    }
}

/// How many articles are read before what was found in them is put in order.
const AT_A_TIME: usize = 512;

/// What is looked for beside what is wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extras {
    /// Characters that no word decided when they were converted for the other script.
    pub conversion: bool,
}

/// Checks a content folder as of a moment, which decides what is embargoed and what has expired.
pub fn check(content: &Path, now: jiff::Timestamp, darkroom: &Darkroom, progress: &dyn Progress) -> Result<Checked, CheckError> {
    check_with(Extras::default(), content, now, darkroom, progress)
}

/// The same, with something beside.
pub fn check_with(
    extras: Extras,
    content: &Path,
    now: jiff::Timestamp,
    darkroom: &Darkroom,
    progress: &dyn Progress,
) -> Result<Checked, CheckError> {
    let folder = Folder::read(content)?;
    let mut tally = Tally::default();
    let (mut site, sections) = check_site(&folder, &mut tally)?;
    Look::read(&folder.inside, &site, darkroom)?.1.into_iter().for_each(|found| tally.note_finding(found));
    let pages = standing::read(&folder, &mut site, now, &mut tally)?;
    let shape = Shape::of(schema_for!(Article))?;
    let conversion = extras.conversion.then(|| Conversion::of(&site)).transpose()?;
    let rules = Rules { shape, site: &site, paths: Paths::of(&site), sections, conversion, folder: &folder, now };
    let filed = check_articles(&rules, &mut tally, progress);
    let register = Register::of(&filed);
    for article in &filed {
        let mut findings = Findings::default();
        register.check(article, &mut findings);
        tally.note(&article.file, findings);
    }
    for (article, fault) in namesakes(&filed) {
        let mut findings = Findings::default();
        findings.add("/id", fault);
        tally.note(&article.file, findings);
    }
    let of_pages = standing::check(&pages, &rules, &register, &mut tally);
    former::check(&site, &filed, &register, &folder.root().join("articles"), &mut tally);
    check_front(&folder, &register, rules.sections.as_ref(), &mut tally)?;
    RootFiles::of(&folder.inside, &site)?.refused.into_iter().for_each(|(file, fault)| tally.note_file(&file, fault));
    check_files(&folder, &Vec::from_iter(filed.iter().chain(&of_pages)), darkroom, &mut tally, progress);
    let (errors, advice) = (tally.count(Severity::Error), tally.count(Severity::Advice));
    Ok(Checked {
        articles: folder.articles.len(),
        errors,
        advice,
        counts: tally.counts(),
        problems: tally.problems(&folder.inside),
    })
}

/// The site, as far as it can be read, and its sections, if they can.
fn check_site(folder: &Folder, tally: &mut Tally) -> Result<(Site, Option<HashSet<SectionPath>>), CheckError> {
    let file = folder.root().join("site.json");
    let mut findings = Findings::default();
    let instead = instead();
    let site = match folder.has("site.json") {
        true => json_file::read::<Site>(&folder.inside, &file, &Shape::of(schema_for!(Site))?, &instead, &mut findings),
        false => {
            tally.note_file(&file, SiteFault::NoSiteFile);
            None
        }
    };
    let is_known = site.is_some() && !findings.broken().iter().any(|pointer| pointer.starts_with("/sections"));
    if let Some(site) = &site {
        site::check(site, &mut findings);
    }
    tally.note(&file, findings);
    let site = match site {
        Some(site) => site,
        None => serde_json::from_value(instead).map_err(|error| ShapeError(error.to_string()))?,
    };
    let sections = || site.sections.iter().flat_map(Section::flatten).map(|section| section.path.clone()).collect();
    let sections = is_known.then(sections);
    Ok((site, sections))
}

fn check_articles(rules: &Rules, tally: &mut Tally, progress: &dyn Progress) -> Vec<Filed> {
    let files = &rules.folder.articles;
    progress.begin(&Bilingual::new("检查稿件", "checking articles"), Some(files.len() as u64));
    let read_one = |file: &PathBuf| {
        let read = article::check(file, rules);
        progress.step(1);
        read
    };
    let mut filed = Vec::with_capacity(files.len());
    for files in files.chunks(AT_A_TIME) {
        let read: Vec<(Filed, Findings)> = files.par_iter().map(read_one).collect();
        for (article, findings) in read {
            tally.note(&article.file, findings);
            filed.push(article);
        }
    }
    progress.end();
    filed
}

fn check_front(
    folder: &Folder,
    register: &Register,
    sections: Option<&HashSet<SectionPath>>,
    tally: &mut Tally,
) -> Result<(), CheckError> {
    let file = folder.root().join("front.json");
    if folder.has("front.json") {
        let mut findings = Findings::default();
        let shape = Shape::of(schema_for!(FrontOrder))?;
        if let Some(front) = json_file::read::<FrontOrder>(&folder.inside, &file, &shape, &json!({}), &mut findings) {
            front::check(&front, register, sections, &mut findings);
        }
        tally.note(&file, findings);
    }
    Ok(())
}

/// Checks each original once, whoever shows it, and names what nobody uses.
fn check_files(folder: &Folder, filed: &[&Filed], darkroom: &Darkroom, tally: &mut Tally, progress: &dyn Progress) {
    let shown: BTreeSet<&str> = filed.iter().flat_map(|article| &article.pictures).map(|src| &**src).collect();
    let played: BTreeSet<&str> = filed.iter().flat_map(|article| &article.media).map(|src| &**src).collect();
    // What is shown over a link is not among what lies there.
    let pictures: BTreeSet<&str> = folder.pictures.iter().map(String::as_str).chain(shown.iter().copied()).collect();
    progress.begin(&Bilingual::new("检查图片", "checking pictures"), Some(pictures.len() as u64));
    let look = |src: &&str| {
        let findings = match shown.contains(src) {
            true => originals::check(&folder.inside, src, darkroom),
            false => Findings::of(PlaceFault::UnusedPicture),
        };
        progress.step(1);
        (folder.root().join("pictures").join(src), findings)
    };
    let found: Vec<_> = pictures.par_iter().map(look).collect();
    progress.end();
    found.into_iter().for_each(|(path, findings)| tally.note(&path, findings));
    for src in folder.media.iter().filter(|src| !played.contains(src.as_str())) {
        tally.note_file(&folder.root().join(src), PlaceFault::UnusedMedia);
    }
    folder.stray.iter().for_each(|path| tally.note_file(path, PlaceFault::StrayFile));
    let articles = folder.root().join("articles");
    match &folder.closed {
        Some(fault) => tally.note_file(&articles, fault.clone()),
        None if folder.articles.is_empty() => tally.note_file(&articles, SiteFault::NoArticles),
        None => {}
    }
}
