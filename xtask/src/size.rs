//! `cargo xtask size`: the table of what a reader downloads.

use std::process::ExitCode;

use crate::budget::{self, Weighing};
use crate::cli::Size;
use crate::error::ChoreError;
use crate::groups;
use crate::native::Make;
use crate::places::Places;
use crate::plan::Plan;
use crate::reader::Variant;
use crate::site::{self, Compressed};
use crate::weight::{Weight, in_words};

/// Builds the site, weighs it, and fails above a budget; or tells what the WASM is made of.
pub fn size(places: &Places, options: &Size) -> Result<ExitCode, ChoreError> {
    if options.groups {
        println!("{}", groups::table(places)?);
        return Ok(ExitCode::SUCCESS);
    }
    let mut plan = Plan::new(places);
    site::build(&mut plan, places, Variant::Release, Make::Quick, Compressed::Leave)?;
    plan.run()?;
    let weighings = weigh(places)?;
    println!("{}", table(&weighings));
    let is_kept = weighings.iter().all(Weighing::is_kept);
    Ok(if is_kept { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Weighs the site that is there.
pub fn weigh(places: &Places) -> Result<Vec<Weighing>, ChoreError> {
    let budgets = budget::read(&places.root.join("xtask/budgets.toml"))?;
    budget::weigh_site(&Variant::Release.site(places), budgets)
}

/// All budgets, file by file.
pub fn table(weighings: &[Weighing]) -> String {
    let mut lines = vec![format!("{:<44} {:>9} {:>9} {:>9}", "bytes", "raw", "gzip", "brotli")];
    for weighing in weighings {
        lines.push(String::new());
        lines.extend(weighing.files.iter().map(|(name, weight)| row(&format!("  {name}"), *weight)));
        lines.push(format!("{}  {}", row(&weighing.budget.name, weighing.sum()), verdict(weighing)));
    }
    lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n")
}

/// How a budget was kept, in one line.
pub fn verdict(weighing: &Weighing) -> String {
    let Some(most) = weighing.budget.brotli else {
        return String::new();
    };
    let brotli = weighing.sum().brotli;
    if weighing.files.is_empty() {
        format!("no file of this name: {}", weighing.budget.files.join(", "))
    } else if weighing.is_kept() {
        format!("{} % of {}", brotli * 100 / most.max(1), in_words(most))
    } else {
        format!("{} OVER {}", in_words(brotli - most), in_words(most))
    }
}

fn row(name: &str, weight: Weight) -> String {
    format!("{name:<44} {:>9} {:>9} {:>9}", in_words(weight.raw), in_words(weight.gzip), in_words(weight.brotli))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budget::Budget;

    fn weighing(most: usize, brotli: usize) -> Weighing {
        let weight = Weight { raw: 421_000, gzip: 160_000, brotli };
        let budget = Budget { name: "all code".into(), files: vec!["*.wasm".into()], brotli: Some(most) };
        Weighing { budget, files: vec![("reader.wasm".into(), weight)] }
    }

    #[test]
    fn the_table_shows_each_file_and_how_the_budget_was_kept() {
        let table = table(&[weighing(160_000, 138_200)]);
        assert!(table.contains("  reader.wasm") && table.contains("421,000"), "{table}");
        assert!(table.contains("86 % of 160,000"), "{table}");
    }

    #[test]
    fn a_broken_budget_says_by_how_much() {
        assert_eq!(verdict(&weighing(160_000, 160_042)), "42 OVER 160,000");
    }
}
