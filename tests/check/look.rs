//! What is wrong with how a paper looks.

use crate::well::Newsroom;
use serde_json::json;

#[test]
fn what_cannot_be_read_or_opened_is_told_at_its_place() {
    let newsroom = Newsroom::new();
    newsroom.set(json!({"theme": {"light": {"accent": "#ffd400"}, "icon": "none.svg", "masthead": {"light": "name.png"}}}));
    newsroom.file("look/name.png", "no picture");
    newsroom.file("style.css", "a { color: red }\nb {\n  color: \"red\n}\n");
    let checked = newsroom.check();
    let told = |name: &str| {
        let mut all = checked.problems.iter().filter(|problem| problem.name == name);
        let problem = all.next().unwrap_or_else(|| panic!("no {name} in {:?}", checked.problems));
        assert!(all.next().is_none(), "{name} twice");
        let file = problem.file.file_name().unwrap().to_string_lossy().into_owned();
        (file, problem.place.clone(), problem.spot.unwrap().line, problem.mend.en.clone())
    };
    let (file, place, line, mend) = told("low-contrast");
    assert_eq!((file.as_str(), place.as_str()), ("site.json", "/theme/light/accent"));
    assert!(line > 1 && mend.starts_with("the nearest colour that will do is #"), "{line} {mend}");
    assert_eq!(told("no-look-file").1, "/theme/icon");
    assert_eq!(told("no-look-picture").1, "/theme/masthead/light");
    let (file, _, line, _) = told("broken-style");
    assert_eq!((file.as_str(), line), ("style.css", 3));
    assert_eq!(checked.errors, 4);
}

#[test]
fn a_look_without_fault_is_not_told() {
    let newsroom = Newsroom::new();
    newsroom.set(json!({"theme": {"light": {"accent": "#7a1f5c"}, "dark": {"ground": "#101010"}, "ornament": "reeds.svg", "headlineFace": "kai"}}));
    newsroom.file("look/reeds.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
    newsroom.file("style.css", "a { color: red }");
    assert!(newsroom.check().problems.is_empty(), "{:?}", newsroom.check().problems);
}

#[test]
fn a_drawing_that_runs_is_not_published() {
    let newsroom = Newsroom::new();
    newsroom.set(json!({"theme": {"icon": "icon.svg"}}));
    newsroom
        .file("look/icon.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><script>alert(1)</script></svg>");
    let names: Vec<&str> = newsroom.check().problems.iter().map(|problem| problem.name).collect();
    assert_eq!(names, ["live-drawing"]);
}
