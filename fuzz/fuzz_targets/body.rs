//! Any text as the HTML of a body: its blocks read back as they were written.
#![no_main]

use strait::import::{Format, read};
use strait::model::Block;

libfuzzer_sys::fuzz_target!(|html: &str| {
    let item = serde_json::json!({"uri": "u", "headline": "h", "versioncreated": "2026-09-30T08:00:00Z", "body_html": html});
    let (blocks, _) = read(Format::Ninjs, item.to_string().as_bytes());
    let json = serde_json::to_string(&blocks).unwrap_or_default();
    assert_eq!(serde_json::from_str::<Vec<Block>>(&json).ok(), Some(blocks));
});
