//! Our newsrooms are good examples.

use std::path::Path;

use strait_darkroom::Darkroom;
use strait_report::progress::Silent;

fn told(folder: &str) -> (strait_check::Checked, Vec<String>) {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
    let darkroom = Darkroom::of(env!("CARGO_BIN_EXE_strait"));
    let checked = strait_check::check(&content, "2026-11-24T00:00:00Z".parse().unwrap(), &darkroom, &Silent).unwrap();
    let told = checked.problems.iter().map(ToString::to_string).collect();
    (checked, told)
}

#[test]
fn the_demo_newsroom_has_no_errors_and_little_advice() {
    let (checked, told) = told("content");
    assert_eq!(checked.errors, 0, "{told:#?}");
    assert!(checked.advice <= 12, "{told:#?}");
    assert!(checked.articles >= 48);
}

#[test]
fn nothing_is_wrong_with_the_newsroom_that_has_its_own_look() {
    let (checked, told) = told("examples/minbao");
    assert!(told.is_empty(), "{told:#?}");
    assert_eq!(checked.articles, 8);
}
