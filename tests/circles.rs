//! Files lean on one another in layers: no circle of them is larger than what fits in a head.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};
use syn::{Attribute, ItemMod, ItemUse, UseTree, Visibility};

/// A file, its folder's module and itself: more than these three do not lean on one another.
const MOST: usize = 3;

/// The rooms of the press, the lowest first: each uses those below it.
const FLOORS: [&str; 15] = [
    "site",
    "script",
    "machines",
    "newsroom",
    "pictures",
    "articles",
    "redirects",
    "serve",
    "index",
    "issue",
    "search",
    "built",
    "pages",
    "pieces",
    "build",
];
/// Files beside the rooms that use them: the crate's face, and its error, which has those of the rooms.
const ABOVE: [&str; 3] = ["lib.rs", "error.rs", "told.rs"];

/// The files of a crate by their modules.
type Modules = BTreeMap<Vec<String>, PathBuf>;

fn modules(source: &Path) -> Modules {
    let mut found = Modules::new();
    let mut folders = vec![source.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => folders.push(path),
                false if path.extension().is_some_and(|ending| ending == "rs") => drop(found.insert(module(source, &path), path)),
                false => {}
            }
        }
    }
    found
}

fn module(source: &Path, file: &Path) -> Vec<String> {
    let below = file.strip_prefix(source).unwrap().with_extension("");
    let mut parts: Vec<String> = below.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
    if parts.last().is_some_and(|last| last == "mod") || parts == ["lib"] {
        parts.pop();
    }
    parts
}

/// The paths that a file's code names, but for its tests.
#[derive(Default)]
struct Named(Vec<Vec<String>>);

impl Named {
    fn add_tree(&mut self, before: &[String], tree: &UseTree) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.add_tree(&with(&path.ident), &path.tree),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.add_tree(before, tree)),
            UseTree::Name(name) if name.ident == "self" => self.0.push(before.to_vec()),
            UseTree::Name(name) => self.0.push(with(&name.ident)),
            UseTree::Rename(name) => self.0.push(with(&name.ident)),
            UseTree::Glob(_) => self.0.push(before.to_vec()),
        }
    }
}

fn is_of_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg") && attribute.parse_args::<syn::Ident>().is_ok_and(|condition| condition == "test")
    })
}

impl<'ast> Visit<'ast> for Named {
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if !is_of_tests(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        if !is_of_tests(&item.attrs) {
            self.add_tree(&[], &item.tree);
        }
    }

    /// Who may see an item is no use of theirs.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.0.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }
}

/// The file of the crate that a path leads to.
fn target<'a>(modules: &'a Modules, own: &[String], path: &[String]) -> Option<&'a PathBuf> {
    let first = path.first()?;
    let above = path.iter().take_while(|part| *part == "super").count();
    let full = match first.as_str() {
        "crate" => path[1..].to_vec(),
        "self" => [own, &path[1..]].concat(),
        "super" => [&own[..own.len().checked_sub(above)?], &path[above..]].concat(),
        child if modules.contains_key(&[own, &[child.to_owned()]].concat()) => [own, path].concat(),
        _ => return None,
    };
    (0..=full.len()).rev().find_map(|length| modules.get(&full[..length]))
}

/// Which file of a crate uses which, by their names.
fn uses(source: &Path) -> DiGraph<String, ()> {
    let modules = modules(source);
    let mut graph = DiGraph::new();
    let name = |file: &Path| file.strip_prefix(source).unwrap().display().to_string();
    let nodes: HashMap<&PathBuf, _> = modules.values().map(|file| (file, graph.add_node(name(file)))).collect();
    for (own, file) in modules.iter().filter(|(own, _)| own.last().is_none_or(|last| last != "tests")) {
        let mut named = Named::default();
        named.visit_file(&syn::parse_file(&fs::read_to_string(file).unwrap()).unwrap());
        for other in named.0.iter().filter_map(|path| target(&modules, own, path)).filter(|other| *other != file) {
            graph.update_edge(nodes[file], nodes[other], ());
        }
    }
    graph
}

/// The circles among the files of a crate, each with the names of its files.
fn circles(source: &Path) -> Vec<Vec<String>> {
    let graph = uses(source);
    let name = |node: &NodeIndex| graph[*node].clone();
    tarjan_scc(&graph).iter().filter(|circle| circle.len() > 1).map(|circle| circle.iter().map(name).collect()).collect()
}

#[test]
fn no_circle_of_files_is_larger_than_three() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for source in [root.join("src"), root.join("crates/press/src")] {
        let large: Vec<_> = circles(&source).into_iter().filter(|circle| circle.len() > MOST).collect();
        assert!(large.is_empty(), "{}: {large:#?}", source.display());
    }
}

/// On which floor a file stands; nothing for what stands beside the rooms.
fn floor(file: &str) -> Option<usize> {
    let room = file.split('/').next().unwrap().trim_end_matches(".rs");
    FLOORS.iter().position(|floor| *floor == room)
}

#[test]
fn each_room_of_the_press_uses_those_below_it() {
    let graph = uses(&Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/press/src"));
    let files: Vec<&String> = graph.node_weights().collect();
    for room in FLOORS {
        assert!(files.iter().any(|file| floor(file).is_some_and(|at| FLOORS[at] == room)), "no room is called {room}");
    }
    let rooms = files.iter().filter(|file| file.contains('/')).copied();
    let unknown: Vec<&String> = rooms.filter(|file| floor(file).is_none()).collect();
    assert!(unknown.is_empty(), "on which floor do they stand? {unknown:#?}");
    let names =
        graph.edge_indices().map(|edge| graph.edge_endpoints(edge).unwrap()).map(|(one, other)| (&graph[one], &graph[other]));
    let upward: Vec<_> = names.filter(|(one, other)| floor(one) < floor(other) && !ABOVE.contains(&one.as_str())).collect();
    assert!(upward.is_empty(), "they use what is above them: {upward:#?}");
}

#[test]
fn a_circle_is_found() {
    let folder = std::env::temp_dir().join(format!("strait-circles-{}", std::process::id()));
    fs::create_dir_all(folder.join("room")).unwrap();
    let files = [
        ("lib.rs", "mod one; mod room;"),
        ("one.rs", "use super::room::{deep::Deep, Other};"),
        ("room/mod.rs", "pub mod deep; pub struct Other;"),
        ("room/deep.rs", "pub struct Deep(crate::one::Thing); #[cfg(test)] mod tests { use crate::Never; }"),
    ];
    files.into_iter().for_each(|(name, text)| fs::write(folder.join(name), text).unwrap());
    let mut found = circles(&folder);
    found.iter_mut().for_each(|circle| circle.sort());
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(found, [["one.rs", "room/deep.rs"]]);
}
