//! The demo newsroom is a good example.

use std::path::Path;

use strait_darkroom::Darkroom;
use strait_report::progress::Silent;

#[test]
fn the_demo_newsroom_has_no_errors_and_little_advice() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let checked = strait_check::check(
        &content,
        "2026-11-24T00:00:00Z".parse().unwrap(),
        &Darkroom::of(env!("CARGO_BIN_EXE_strait")),
        &Silent,
    )
    .unwrap();
    let told: Vec<String> = checked.problems.iter().map(ToString::to_string).collect();
    assert_eq!(checked.errors, 0, "{told:#?}");
    assert!(checked.advice <= 12, "{told:#?}");
    assert!(checked.articles >= 48);
}
