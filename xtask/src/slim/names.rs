//! Names between glue and module: which are used, and shorter ones.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// How the glue calls what the module exports.
const EXPORTED: &str = "wasm.";
/// What wasm-opt calls the one module of all imports.
const MODULE: &str = "a";
/// How the glue keeps an eye on what the module owns; without side effects, but esbuild cannot know.
const REGISTRY: &str = " new FinalizationRegistry(";

/// Marks what may be left out where nothing uses it.
pub fn mark_as_pure(glue: &str) -> String {
    glue.replace(REGISTRY, " /* @__PURE__ */ new FinalizationRegistry(")
}

/// Tells wasm-metadce which exports the glue uses: what nothing else reaches goes.
pub fn graph(glue: &str) -> String {
    let used: BTreeSet<&str> = words(glue).filter_map(|(_, word, is_export)| is_export.then_some(word)).collect();
    let mut graph = String::from("[");
    for (index, name) in used.iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        // Writing to a text cannot fail.
        let _ = write!(graph, "{comma}\n{{\"name\":\"used {name}\",\"export\":\"{name}\",\"root\":true}}");
    }
    graph + "\n]\n"
}

/// Gives imports and exports in the glue the names that wasm-opt gave them in the module, as it `said`. An error in
/// words: a name that the glue does not know.
pub fn rename(glue: &str, said: &[String]) -> Result<String, String> {
    let renamed = Renamed::read(said);
    let (mut seen, mut text, mut rest) = (BTreeSet::new(), String::new(), 0);
    for (at, word, is_export) in words(glue) {
        let names = if is_export { &renamed.exports } else { &renamed.imports };
        if let Some(short) = names.get(word) {
            text.push_str(&glue[rest..at]);
            text.push_str(short);
            rest = at + word.len();
            seen.insert(word);
        }
    }
    text.push_str(&glue[rest..]);
    let names = renamed.imports.keys().chain(renamed.exports.keys());
    if let Some(name) = names.into_iter().find(|name| !seen.contains(name.as_str())) {
        return Err(format!("the glue does not know {name}"));
    }
    for module in renamed.modules.iter().map(|module| format!("\"{module}\"")) {
        match text.contains(&module) {
            true => text = text.replace(&module, MODULE),
            false => return Err(format!("the glue does not know {module}")),
        }
    }
    Ok(text)
}

/// The new names by the old ones.
#[derive(Default)]
struct Renamed {
    modules: BTreeSet<String>,
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
}

impl Renamed {
    /// Reads wasm-opt's lines: `["module", "import", "new"],` and `["export", "new"],`.
    fn read(said: &[String]) -> Self {
        let mut renamed = Self::default();
        for line in said.iter().filter(|line| line.trim_start().starts_with("[\"")) {
            let words: Vec<&str> = line.split('"').skip(1).step_by(2).collect();
            match words.as_slice() {
                [module, old, new] => {
                    renamed.modules.insert((*module).to_owned());
                    renamed.imports.insert((*old).to_owned(), (*new).to_owned());
                }
                [old, new] => {
                    renamed.exports.insert((*old).to_owned(), (*new).to_owned());
                }
                _ => {}
            }
        }
        renamed
    }
}

/// The words of a script, where each stands, and whether it is the name of an export.
fn words(script: &str) -> impl Iterator<Item = (usize, &str, bool)> {
    let is_gap = |character: char| !character.is_ascii_alphanumeric() && character != '_' && character != '$';
    let mut next = 0;
    script.split_inclusive(is_gap).map(move |piece| {
        let at = next;
        next += piece.len();
        (at, piece.trim_end_matches(is_gap), script[..at].ends_with(EXPORTED))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str =
        "let n = {__wbg_log_1: (é) => wasm.malloc(é), __wbg_log_12: 1}; return {\"./reader_bg.js\": n, memory: wasm.memory};";

    fn said(lines: &[&str]) -> Vec<String> {
        lines.iter().map(|line| (*line).to_owned()).collect()
    }

    #[test]
    fn the_graph_names_what_the_glue_calls() {
        let graph = graph(GLUE);
        assert!(
            graph.contains("\"export\":\"malloc\"") && graph.contains("\"export\":\"memory\"") && !graph.contains("log"),
            "{graph}"
        );
    }

    #[test]
    fn whole_names_get_short_and_nothing_else() {
        let said = said(&[
            "{",
            r#"  ["./reader_bg.js", "__wbg_log_1", "b"],"#,
            "\"exports\": [",
            r#"  ["memory", "c"],"#,
            r#"  ["malloc", "d"]"#,
        ]);
        let renamed = rename(GLUE, &said);
        assert_eq!(renamed.as_deref(), Ok("let n = {b: (é) => wasm.d(é), __wbg_log_12: 1}; return {a: n, memory: wasm.c};"));
    }

    #[test]
    fn a_name_that_the_glue_does_not_know_is_an_error() {
        for line in [r#"["./reader_bg.js", "__wbg_warn", "b"]"#, r#"["log", "b"]"#, r#"["./other.js", "__wbg_log_1", "b"]"#] {
            assert!(rename(GLUE, &said(&[line])).is_err(), "{line}");
        }
    }
}
