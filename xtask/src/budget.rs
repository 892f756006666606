//! The budgets of xtask/budgets.toml, and what the site weighs against them.

use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::error::{ChoreError, at};
use crate::folders::files_under;
use crate::weight::{Weight, weigh};

/// What some files may weigh together.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// In words.
    pub name: String,
    /// Which files; `*` stands for anything, and what begins with `!` takes files out again.
    pub files: Vec<String>,
    /// The most they may weigh together, in bytes after brotli; none if they are only shown.
    pub brotli: Option<usize>,
}

/// A budget, with what was weighed for it.
#[derive(Debug)]
pub struct Weighing {
    /// The budget.
    pub budget: Budget,
    /// Each file of it.
    pub files: Vec<(String, Weight)>,
}

impl Weighing {
    /// All its files together.
    pub fn sum(&self) -> Weight {
        self.files.iter().fold(Weight::default(), |sum, (_, weight)| sum + *weight)
    }

    /// Whether it is kept. A budget of no files is not: something was renamed.
    pub fn is_kept(&self) -> bool {
        self.budget.brotli.is_none_or(|most| !self.files.is_empty() && self.sum().brotli <= most)
    }
}

/// Reads the budgets.
pub fn read(file: &Path) -> Result<Vec<Budget>, ChoreError> {
    let text = fs::read_to_string(file).map_err(at(file))?;
    parse(&text).map_err(|error| ChoreError::BadFile { path: file.to_path_buf(), why: error.to_string() })
}

fn parse(text: &str) -> Result<Vec<Budget>, toml::de::Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Budgets {
        budget: Vec<Budget>,
    }
    toml::from_str::<Budgets>(text).map(|budgets| budgets.budget)
}

/// Weighs a printed site.
pub fn weigh_site(site: &Path, budgets: Vec<Budget>) -> Result<Vec<Weighing>, ChoreError> {
    let paths = files_under(site)?;
    let name = |path: &Path| path.strip_prefix(site).unwrap_or(path).to_string_lossy().into_owned();
    let one = |budget: Budget| {
        let wanted = |path: &Path| is_wanted(&budget.files, &name(path));
        let files = paths.iter().filter(|path| wanted(path));
        let files = files.map(|path| Ok((name(path), weigh(path)?))).collect::<Result<_, ChoreError>>()?;
        Ok(Weighing { budget, files })
    };
    budgets.into_iter().map(one).collect()
}

/// Whether a name fits any pattern, and none that takes it out.
fn is_wanted(patterns: &[String], name: &str) -> bool {
    let (out, of): (Vec<&str>, Vec<&str>) = patterns.iter().map(String::as_str).partition(|pattern| pattern.starts_with('!'));
    of.iter().any(|pattern| matches(pattern, name)) && !out.iter().any(|pattern| matches(&pattern[1..], name))
}

/// Whether a name fits a pattern in which `*` stands for any run of characters.
fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((start, rest)) => name.strip_prefix(start).is_some_and(|name| {
            let mut ends = name.char_indices().map(|(position, _)| position).chain([name.len()]);
            ends.any(|position| matches(rest, &name[position..]))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weighing(most: Option<usize>, brotli: &[usize]) -> Weighing {
        let budget = Budget { name: "code".into(), files: vec!["*.js".into()], brotli: most };
        let files = brotli.iter().map(|brotli| ("a.js".into(), Weight { brotli: *brotli, ..Weight::default() }));
        Weighing { budget, files: files.collect() }
    }

    #[test]
    fn a_budget_is_kept_up_to_its_last_byte() {
        assert!(weighing(Some(10), &[4, 6]).is_kept());
        assert!(!weighing(Some(10), &[4, 7]).is_kept());
        assert!(weighing(None, &[4, 7]).is_kept());
    }

    #[test]
    fn a_budget_that_found_no_file_is_broken() {
        assert!(!weighing(Some(10), &[]).is_kept());
        assert!(weighing(None, &[]).is_kept());
    }

    #[test]
    fn a_star_stands_for_anything() {
        let cases = [
            ("*.js", "assets/boot.1.js", true),
            ("*.js", "assets/boot.json", false),
            ("*boot*.js", "assets/boot.1.js", true),
            ("article/1/index.html", "article/1/index.html", true),
            ("article/1/index.html", "article/11/index.html", false),
            ("*", "", true),
        ];
        for (pattern, name, wanted) in cases {
            assert_eq!(matches(pattern, name), wanted, "{pattern} {name}");
        }
    }

    #[test]
    fn what_is_taken_out_is_not_weighed() {
        let patterns = ["*.js", "!*embed*"].map(str::to_owned);
        assert!(is_wanted(&patterns, "assets/boot-1.js"));
        assert!(!is_wanted(&patterns, "embed.js") && !is_wanted(&patterns, "assets/reader-1.wasm"));
    }

    #[test]
    fn our_own_budgets_can_be_read() {
        let budgets = parse(include_str!("../budgets.toml")).expect("good TOML");
        assert!(budgets.len() > 8 && budgets.iter().all(|budget| budget.brotli.is_none_or(|most| most > 0)), "{budgets:?}");
    }

    #[test]
    fn a_misspelt_budget_is_told() {
        assert!(parse("[[budget]]\nname = \"x\"\nfiles = []\nbrotly = 3").is_err());
    }
}
