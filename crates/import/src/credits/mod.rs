//! Who made an article, from the line that says so.

mod chinese;
mod place;
#[cfg(test)]
mod tests;
mod words;

use super::text::{is_ideographic, one_line};
use strait_model::{Credit, Role};

/// Words before the names of makers where names are written in letters.
const PREFIXES: [(&str, Role); 7] = [
    ("By ", Role::Reporter),
    ("by ", Role::Reporter),
    ("BY ", Role::Reporter),
    ("Von ", Role::Reporter),
    ("Par ", Role::Reporter),
    ("Por ", Role::Reporter),
    ("with ", Role::Correspondent),
];
/// No name is longer, in characters.
const LONGEST: usize = 60;

/// The makers that a byline names: `By Jane Doe and John Roe`, `记者 林晓帆 通讯员 陈志远`, `林晓帆/文`.
pub fn read(byline: &str) -> Vec<Credit> {
    let line = one_line(byline);
    let makers = if line.contains(is_ideographic) { chinese::makers(&line) } else { in_letters(&line) };
    let mut credits: Vec<Credit> = vec![];
    for (role, name) in makers {
        let is_name = !name.is_empty() && name.chars().count() <= LONGEST;
        if is_name && !credits.iter().any(|credit| credit.name == name) {
            credits.push(Credit { role, name });
        }
    }
    credits
}

/// The makers that a dateline names, in its bracket if it has one.
pub fn in_dateline(dateline: &str) -> Vec<Credit> {
    const OPEN: [char; 4] = ['（', '(', '〔', '['];
    let bracket = dateline.split_once(OPEN).and_then(|(_, rest)| rest.split(['）', ')', '〕', ']']).next());
    let told = bracket.unwrap_or(dateline);
    match words::names_makers(told) {
        true => read(told),
        false => told.find("by ").and_then(|at| told.get(at..)).filter(|_| bracket.is_some()).map(read).unwrap_or_default(),
    }
}

fn in_letters(line: &str) -> Vec<(Role, String)> {
    let line = line.replace(" and ", ";").replace(" und ", ";").replace(" & ", ";");
    let mut role = Role::Reporter;
    let parts = line.split([';', ',']).map(str::trim_start);
    let makers = parts.map(|part| {
        let found = PREFIXES.iter().find_map(|(word, role)| Some((part.strip_prefix(word)?, *role)));
        let (name, found) = found.unwrap_or((part, role));
        role = found;
        (role, name.trim().trim_matches(['/', '|', '·', ':', '-']).trim().to_owned())
    });
    makers.collect()
}
