//! What can be wrong with content, said in the newsroom's language: the file, the place, what it is, the mend.

use std::fmt;
use std::path::PathBuf;

/// A language that problems are told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    /// 中文
    Chinese,
    /// English
    English,
}

/// A sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Bilingual {
    /// 中文
    pub zh: String,
    /// English
    pub en: String,
}

/// How much a problem matters; errors are told first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something is left out or wrong on the page.
    Error,
    /// It could be better.
    Advice,
}

/// What can be wrong. Each room that reads content has tables of its own that say so ([`faults!`](crate::faults)).
pub trait Fault {
    /// A name for machines, in kebab case; it never changes.
    fn name(&self) -> &'static str;
    /// How much it matters.
    fn severity(&self) -> Severity;
    /// What is wrong.
    fn what(&self) -> Bilingual;
    /// What to do.
    fn mend(&self) -> Bilingual;
}

impl<F: Fault + ?Sized> Fault for Box<F> {
    fn name(&self) -> &'static str {
        (**self).name()
    }

    fn severity(&self) -> Severity {
        (**self).severity()
    }

    fn what(&self) -> Bilingual {
        (**self).what()
    }

    fn mend(&self) -> Bilingual {
        (**self).mend()
    }
}

/// A failure that can be told in both languages.
pub trait Told {
    /// What failed, and what to do.
    fn words(&self) -> Bilingual;
}

/// A fault with the place where it is.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Problem {
    /// How much it matters.
    pub severity: Severity,
    /// The fault's name for machines.
    pub name: &'static str,
    /// The file.
    pub file: PathBuf,
    /// The line and the column in it, both counted from 1, where they are known.
    #[serde(flatten)]
    pub spot: Option<Spot>,
    /// The place in it: line and column, or a JSON pointer. May be empty.
    pub place: String,
    /// What is wrong. Boxed, as below: problems travel in errors, which have to be small.
    pub what: Box<Bilingual>,
    /// What to do.
    pub mend: Box<Bilingual>,
}

/// A place in a text file, as editors count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Spot {
    /// The line, counted from 1.
    pub line: usize,
    /// The character in the line, counted from 1.
    pub column: usize,
}

impl Bilingual {
    /// Both languages at once.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Bilingual {
        Bilingual { zh: zh.into(), en: en.into() }
    }

    /// One of them.
    pub fn in_tongue(&self, tongue: Tongue) -> &str {
        match tongue {
            Tongue::Chinese => &self.zh,
            Tongue::English => &self.en,
        }
    }
}

impl Problem {
    /// A fault at a place.
    pub fn new(file: impl Into<PathBuf>, place: impl Into<String>, fault: &(impl Fault + ?Sized)) -> Problem {
        Problem {
            severity: fault.severity(),
            name: fault.name(),
            file: file.into(),
            spot: None,
            place: place.into(),
            what: Box::new(fault.what()),
            mend: Box::new(fault.mend()),
        }
    }

    /// One line for a person.
    pub fn in_tongue(&self, tongue: Tongue) -> String {
        let (at, colon, dash) = match tongue {
            Tongue::Chinese => ("，", "：", "——"),
            Tongue::English => (" at ", ": ", " — "),
        };
        let place = if self.place.is_empty() { String::new() } else { format!("{at}{}", self.place) };
        let (what, mend) = (self.what.in_tongue(tongue), self.mend.in_tongue(tongue));
        let spot = self.spot.map(|spot| format!(":{spot}")).unwrap_or_default();
        format!("{}{spot}{place}{colon}{what}{dash}{mend}", self.file.display())
    }
}

impl Spot {
    /// The place right after a text.
    pub fn after(text: &str) -> Spot {
        let last = text.rsplit('\n').next().unwrap_or_default();
        Spot { line: text.matches('\n').count() + 1, column: last.chars().count() + 1 }
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_tongue(Tongue::English))
    }
}
