//! From JSON pointers to lines and columns. A file is parsed for it only when something is wrong in it.

use super::finding::Finding;
use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use std::path::PathBuf;
use strait_confined::Confined;
use strait_report::problem::Spot;

/// Fills in where the findings of one file are.
pub fn locate(inside: &Confined, findings: &mut [(PathBuf, Finding)]) {
    let Some((file, _)) = findings.first() else { return };
    if findings.iter().all(|(_, finding)| finding.spot.is_some() || finding.pointer.is_empty()) {
        return;
    }
    let Ok(read) = inside.read(file.strip_prefix(inside.path()).unwrap_or(file)) else { return };
    let Ok(text) = String::from_utf8(read.bytes) else { return };
    let parsed = parse_to_ast(&text, &CollectOptions::default(), &ParseOptions::default());
    let Ok(Some(root)) = parsed.map(|parsed| parsed.value) else { return };
    let lines = Lines::of(&text);
    for (_, finding) in findings.iter_mut().filter(|(_, finding)| finding.spot.is_none() && !finding.pointer.is_empty()) {
        finding.spot = Some(lines.spot(begin(&root, &finding.pointer)));
    }
}

/// Where a value begins, in bytes; for one that is not there, the one around it.
fn begin(root: &Value, pointer: &str) -> usize {
    let mut here = root;
    for name in pointer.split('/').skip(1).map(|name| name.replace("~1", "/").replace("~0", "~")) {
        let next = match here {
            Value::Object(object) => {
                object.properties.iter().find(|property| property.name.as_str() == name).map(|found| &found.value)
            }
            Value::Array(array) => name.parse::<usize>().ok().and_then(|at| array.elements.get(at)),
            _ => None,
        };
        match next {
            Some(next) => here = next,
            None => break,
        }
    }
    here.start()
}

/// Where the lines of a text begin.
struct Lines<'a> {
    text: &'a str,
    begins: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Lines<'a> {
        Lines { text, begins: std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect() }
    }

    fn spot(&self, at: usize) -> Spot {
        let line = self.begins.partition_point(|begin| *begin <= at).max(1);
        let begin = self.begins.get(line - 1).copied().unwrap_or_default();
        let before = self.text.get(begin..at).unwrap_or_default();
        Spot { line, column: before.chars().count() + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(text: &str, pointer: &str) -> String {
        let root = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default()).unwrap().value.unwrap();
        Lines::of(text).spot(begin(&root, pointer)).to_string()
    }

    #[test]
    fn a_pointer_becomes_a_line_and_a_column_in_characters() {
        let text = "{\n  \"标题\": \"潮\", \"body\": [1,\n 2],\n  \"a/b\": {}\n}";
        assert_eq!(spot(text, "/标题"), "2:9");
        assert_eq!(spot(text, "/body/0"), "2:23");
        assert_eq!(spot(text, "/body/1"), "3:2");
        assert_eq!(spot(text, "/a~1b"), "4:10");
    }

    #[test]
    fn what_is_missing_is_told_where_it_should_be() {
        assert_eq!(spot("{\n \"lead\": {}}", "/lead/src"), "2:10");
        assert_eq!(spot("{}", "/headline"), "1:1");
    }
}
