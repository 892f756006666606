//! What the WASM is made of: a table by the names of its functions. What was inlined counts for its caller.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;
use std::time::Duration;
use std::{fs, io};

use crate::error::{ChoreError, at};
use crate::install;
use crate::places::Places;
use crate::plan::Plan;
use crate::reader::{self, Variant};
use crate::slim::{self, Module};
use crate::weight::{brotli, in_words};

/// The groups, and what the names of their functions hold. The first that fits counts: what is made anew for a type
/// of ours is its maker's.
const GROUPS: [(&str, &[&str]); 15] = [
    ("unnamed closures", &["{{vtable.shim}}", "closures::_::invoke"]),
    ("our wire", &["strait_wire", "FromJson", "from_json"]),
    ("our markup", &["strait_markup", "markup::"]),
    ("Leptos' views", &["tachys::", "leptos::", "leptos_dom::", "either_of::", "hydration_context::", "next_tuple::"]),
    ("reactive graph", &["reactive_graph::", "slotmap::", "guardian::", "reactive_stores::", "or_poisoned"]),
    ("our reader", &["strait::reader", "strait::app", "strait::main", "reader::main"]),
    ("our views and pages", &["strait::views", "strait::pages", "strait::head"]),
    ("our model, paths and words", &["strait::"]),
    ("QR code", &["qrcodegen::"]),
    ("hash maps, B-tree maps", &["hashbrown::", "btree::", "std::collections::", "core::hash"]),
    ("executor", &["any_spawner::", "js_sys::futures", "wasm_bindgen_futures::", "futures_", "async_"]),
    ("bindings", &["wasm_bindgen", "web_sys::", "js_sys::", "gloo_", "wasm_streams::", "__wbindgen", "__externref"]),
    ("serde", &["serde"]),
    // What is left is Rust's own.
    ("core: formatting, numbers, texts, panics", &["core::"]),
    ("alloc, std and the allocator", &["alloc::", "std::", "dlmalloc", "__rust", "memcpy", "memmove", "memset", "memcmp"]),
];

/// A line of the table.
struct Line {
    name: &'static str,
    parts: usize,
    raw: usize,
    brotli: usize,
}

/// The table, of a build that has names.
pub fn table(places: &Places) -> Result<String, ChoreError> {
    let file = places.notes().join("named.wasm");
    let mut plan = Plan::new(places);
    install::build_tools(&mut plan, places);
    reader::compile(&mut plan, places, Variant::Release)?;
    plan.add("The WASM with names", Duration::from_secs(20), |progress| slim::with_names(progress, places, &file));
    plan.run()?;
    let bytes = fs::read(&file).map_err(at(&file))?;
    let module = Module::of(&bytes).map_err(|error| ChoreError::BadFile { path: file.clone(), why: error.to_string() })?;
    let lines = weigh(&bytes, &parts(module)).map_err(at(&file))?;
    let head = format!("{:<44} {:>9} {:>9} {:>9}", "the WASM, with long names", "parts", "raw", "brotli*");
    let rows: Vec<String> = std::iter::once(head).chain(lines.iter().map(row)).collect();
    Ok(rows.join("\n") + "\n* what goes when the group is left out: no sum")
}

fn row(line: &Line) -> String {
    format!("{:<44} {:>9} {:>9} {:>9}", line.name, in_words(line.parts), in_words(line.raw), in_words(line.brotli))
}

/// All that readers download, each part with its group.
fn parts(module: Module) -> Vec<(&'static str, Range<usize>)> {
    let functions = module.functions.into_iter().map(|function| (group(&function.name), function.body));
    let sections = [("data", module.data), ("imports", module.imports)];
    let others = module.others.into_iter().map(|section| ("other sections", section));
    functions.chain(sections).chain(others).collect()
}

/// All groups, the heaviest first.
fn weigh(bytes: &[u8], parts: &[(&'static str, Range<usize>)]) -> io::Result<Vec<Line>> {
    let but = |name: &str| -> Vec<u8> {
        let rest = parts.iter().filter(|(group, _)| *group != name);
        rest.flat_map(|(_, part)| &bytes[part.clone()]).copied().collect()
    };
    let all = but("");
    let whole = brotli(&all)?;
    let names: BTreeSet<&'static str> = parts.iter().map(|(name, _)| *name).collect();
    let line = |name| {
        let rest = but(name);
        let count = parts.iter().filter(|(group, _)| *group == name).count();
        Ok(Line { name, parts: count, raw: all.len() - rest.len(), brotli: whole.saturating_sub(brotli(&rest)?) })
    };
    let mut lines = names.into_iter().map(line).collect::<io::Result<Vec<_>>>()?;
    lines.sort_by_key(|line| Reverse(line.raw));
    lines.push(Line { name: "all", parts: parts.len(), raw: all.len(), brotli: whole });
    Ok(lines)
}

/// Which group a function belongs to.
fn group(name: &str) -> &'static str {
    let holds = |words: &[&str]| words.iter().any(|word| name.contains(word));
    GROUPS.iter().find(|(_, words)| holds(words)).map_or("other functions", |(group, _)| group)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_whoever_made_it() {
        let cases = [
            ("<tachys::html::element::HtmlElement<E,At,Ch> as tachys::view::Render>::build", "Leptos' views"),
            ("core::ptr::drop_in_place<core::option::Option<strait::model::image::Image>>", "our model, paths and words"),
            ("<strait::model::image::Image as strait_wire::from_json::FromJson>::from_json", "our wire"),
            ("core::panicking::assert_failed_inner", "core: formatting, numbers, texts, panics"),
            ("core::ops::function::FnOnce::call_once{{vtable.shim}}", "unnamed closures"),
            ("1678", "other functions"),
        ];
        for (name, wanted) in cases {
            assert_eq!(group(name), wanted, "{name}");
        }
    }
}
