//! Problems as a person reads them: errors before advice, file by file, with line and column in a row.

use anstyle::{AnsiColor, Style};
use indicatif::HumanCount;
use std::collections::BTreeMap;
use std::fmt::Write;
use strait_report::problem::{Problem, Severity, Tongue};

/// So many of a kind are shown; who has more of them has understood.
const SHOWN_OF_A_KIND: usize = 20;
/// Shown all: whoever asks for them wants to go through them.
const ASKED_FOR: &str = "uncertain-conversion";

/// How many problems there are of each kind, shown or not.
pub struct Totals(BTreeMap<&'static str, usize>);

impl Totals {
    /// Of problems that were all kept.
    pub fn of(problems: &[Problem]) -> Totals {
        let mut totals = BTreeMap::new();
        problems.iter().for_each(|problem| *totals.entry(problem.name).or_default() += 1);
        Totals(totals)
    }
}

impl From<BTreeMap<&'static str, usize>> for Totals {
    fn from(totals: BTreeMap<&'static str, usize>) -> Totals {
        Totals(totals)
    }
}

/// All problems in words; nothing when there are none.
pub fn listing(problems: &[Problem], totals: &Totals, tongue: Tongue) -> String {
    let mut text = String::new();
    for (severity, title, colour) in [
        (Severity::Error, in_tongue(tongue, "错误", "Errors"), AnsiColor::Red),
        (Severity::Advice, in_tongue(tongue, "建议", "Advice"), AnsiColor::Yellow),
    ] {
        let mut shown: BTreeMap<&str, usize> = BTreeMap::new();
        let mut is_shown = |problem: &&Problem| {
            let count = shown.entry(problem.name).or_default();
            *count += 1;
            problem.severity == severity && (*count <= SHOWN_OF_A_KIND || problem.name == ASKED_FOR)
        };
        let mut chosen: Vec<&Problem> = problems.iter().filter(|problem| is_shown(problem)).collect();
        if chosen.is_empty() {
            continue;
        }
        // Stable: within a file they stay in their order.
        chosen.sort_by(|a, b| a.file.cmp(&b.file));
        let bold = Style::new().bold().fg_color(Some(colour.into()));
        // Writing to a string cannot fail; so below.
        let _ = writeln!(text, "{bold}{title}{bold:#}");
        chosen.chunk_by(|a, b| a.file == b.file).for_each(|of_a_file| list_file(&mut text, of_a_file, tongue));
        list_rest(&mut text, &chosen, totals, tongue);
        text.push('\n');
    }
    text
}

fn list_file(text: &mut String, problems: &[&Problem], tongue: Tongue) {
    let Some(first) = problems.first() else { return };
    let (bold, dim) = (Style::new().bold(), Style::new().dimmed());
    let spots: Vec<String> = problems.iter().map(|problem| spot(problem)).collect();
    let room = spots.iter().map(String::len).max().unwrap_or_default();
    let _ = writeln!(text, "  {bold}{}{bold:#}", in_a_line(&first.file.to_string_lossy()));
    for (problem, spot) in problems.iter().zip(spots) {
        let (what, mend) = (in_a_line(problem.what.in_tongue(tongue)), in_a_line(problem.mend.in_tongue(tongue)));
        let gap = if room > 0 { "  " } else { "" };
        let place = if problem.place.is_empty() { String::new() } else { format!("  {dim}{}{dim:#}", in_a_line(&problem.place)) };
        let _ = writeln!(text, "    {spot:<room$}{gap}{what}{place}");
        let _ = writeln!(text, "    {:room$}{gap}{dim}→ {mend}{dim:#}", "");
    }
}

/// What others wrote stays in its line, and reads in its order.
fn in_a_line(text: &str) -> String {
    let turns =
        |sign: char| matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let mut line = String::with_capacity(text.len());
    text.chars().for_each(|sign| match sign.is_control() || turns(sign) {
        true => line.extend(sign.escape_unicode()),
        false => line.push(sign),
    });
    line
}

fn list_rest(text: &mut String, shown: &[&Problem], totals: &Totals, tongue: Tongue) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    shown.iter().for_each(|problem| *counts.entry(problem.name).or_default() += 1);
    for (name, count) in counts {
        let more = totals.0.get(name).copied().unwrap_or(count).saturating_sub(count);
        if more > 0 {
            let more = HumanCount(more as u64);
            let words = match tongue {
                Tongue::Chinese => format!("还有 {more} 处同类问题（{name}）"),
                Tongue::English => format!("and {more} more of this kind ({name})"),
            };
            let _ = writeln!(text, "  {words}");
        }
    }
}

fn spot(problem: &Problem) -> String {
    problem.spot.map(|spot| spot.to_string()).unwrap_or_default()
}

fn in_tongue<'a>(tongue: Tongue, zh: &'a str, en: &'a str) -> &'a str {
    match tongue {
        Tongue::Chinese => zh,
        Tongue::English => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strait_report::problem::{Bilingual, Spot};

    fn problem(severity: Severity, name: &'static str, file: &str, line: usize) -> Problem {
        let (what, mend) = (Bilingual::new("坏了", "it is broken").into(), Bilingual::new("修好", "mend it").into());
        Problem { severity, name, file: file.into(), spot: Some(Spot { line, column: 1 }), place: "/a".into(), what, mend }
    }

    fn plain(problems: &[Problem], tongue: Tongue) -> String {
        anstream::adapter::strip_str(&listing(problems, &Totals::of(problems), tongue)).to_string()
    }

    #[test]
    fn errors_come_before_advice_and_stand_by_file() {
        let problems = [
            problem(Severity::Advice, "b", "a.json", 1),
            problem(Severity::Error, "a", "b.json", 12),
            problem(Severity::Error, "a", "a.json", 3),
            problem(Severity::Error, "a", "b.json", 7),
        ];
        let text = plain(&problems, Tongue::English);
        let wanted = "Errors\n  a.json\n    3:1  it is broken  /a\n         → mend it\n  b.json\n    \
            12:1  it is broken  /a\n          → mend it\n    7:1   it is broken  /a\n          → mend it\n\n\
            Advice\n  a.json\n    1:1  it is broken  /a\n         → mend it\n\n";
        assert_eq!(text, wanted);
        assert!(plain(&problems, Tongue::Chinese).starts_with("错误\n  a.json\n    3:1  坏了"));
    }

    #[test]
    fn many_of_a_kind_are_counted_rather_than_shown() {
        let problems: Vec<Problem> = (1..=1025).map(|line| problem(Severity::Error, "a", "a.json", line)).collect();
        let text = plain(&problems, Tongue::English);
        assert!(text.contains("  and 1,005 more of this kind (a)\n"), "{text}");
        assert_eq!(text.matches("it is broken").count(), SHOWN_OF_A_KIND);
    }

    #[test]
    fn what_was_asked_for_is_shown_whole() {
        let problems: Vec<Problem> = (1..=30).map(|line| problem(Severity::Advice, ASKED_FOR, "a.json", line)).collect();
        assert_eq!(plain(&problems, Tongue::English).matches("it is broken").count(), 30);
    }

    #[test]
    fn what_a_newsroom_wrote_makes_no_line_of_its_own() {
        let odd = Problem { place: "/a\u{202e}b\nError: x".into(), ..problem(Severity::Error, "a", "f\n2.json", 1) };
        let text = plain(&[odd], Tongue::English);
        assert!(text.contains("f\\u{a}2.json") && text.contains("\\u{202e}b\\u{a}Error: x"), "{text}");
    }

    #[test]
    fn no_problems_are_no_words() {
        assert_eq!(plain(&[], Tongue::English), "");
    }
}
