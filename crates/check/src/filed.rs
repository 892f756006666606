//! What is remembered of an article when its file is closed: what others can point at, and what it points at.

use std::path::PathBuf;
use strait_model::{ArticleId, FormerAddress, SectionPath};

/// What is remembered of an article. A newsroom may have a hundred thousand: it has to be little.
pub struct Filed {
    /// Its file.
    pub file: PathBuf,
    /// What it calls itself; nothing when it could not be read.
    pub id: Option<ArticleId>,
    /// Its section, when it could be read.
    pub section: Option<SectionPath>,
    /// Whether readers see it.
    pub standing: Standing,
    /// Whether it has a lead picture.
    pub has_picture: bool,
    /// The ids of its blocks in the page, with spaces between: a list of texts would take four times as much.
    pub anchors: Box<str>,
    /// Where it was before.
    pub former: Vec<FormerAddress>,
    /// What it points at.
    pub references: Vec<Reference>,
    /// Originals that it shows.
    pub pictures: Vec<Box<str>>,
    /// Films and recordings that it plays.
    pub media: Vec<Box<str>>,
}

/// Whether readers see an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// They do.
    Shown,
    /// They do not: embargoed, expired, withheld, withdrawn.
    Hidden,
    /// Its file could not be read: nothing is said of it.
    Unknown,
}

/// Where an article points at another.
pub struct Reference {
    /// The place in the file.
    pub pointer: Box<str>,
    /// The other article.
    pub id: ArticleId,
    /// What for.
    pub kind: ReferenceKind,
}

/// What an article points at another for.
pub enum ReferenceKind {
    /// It is related.
    Related,
    /// A link in the text, to an anchor in it or to the article.
    Link(Option<Box<str>>),
}

impl Filed {
    /// What is remembered of a file that could not be read.
    pub fn unknown(file: PathBuf) -> Filed {
        Filed {
            file,
            id: None,
            section: None,
            standing: Standing::Unknown,
            has_picture: false,
            anchors: Box::default(),
            former: vec![],
            references: vec![],
            pictures: vec![],
            media: vec![],
        }
    }

    /// Whether a block has this id in the page.
    pub fn has_anchor(&self, anchor: &str) -> bool {
        self.anchors.split(' ').any(|own| own == anchor)
    }

    /// The file's name without its ending.
    pub fn stem(&self) -> String {
        self.file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }
}
