//! Looks to begin with.

use serde_json::{Value, json};

/// Looks that a newsroom may begin with; its editors change them in `site.json`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// A seal, waves and the colours of a port: what a paper has that chose nothing.
    #[default]
    Harbour,
    /// Sober: everything in a face of books, a rule below the name.
    Gazette,
    /// Without ornament: one blue, and a face without serifs.
    Plain,
}

impl Theme {
    /// All of them.
    pub const ALL: [Theme; 3] = [Theme::Harbour, Theme::Gazette, Theme::Plain];

    /// What stands in `site.json`; nothing in a paper that chose nothing.
    pub fn setting(self) -> Option<Value> {
        match self {
            Theme::Harbour => None,
            Theme::Gazette => Some(json!({
                "light": { "accent": "#8c1c13", "second": "#1f3a5f", "ground": "#fdfcf9", "ink": "#1a1a1a" },
                "seal": false,
                "headlineFace": "serif",
                "textFace": "serif",
                "corners": "square",
                "ornament": "rule",
                "density": "close",
            })),
            Theme::Plain => Some(json!({
                "light": { "accent": "#0a5fb4", "second": "#0a5fb4", "ground": "#ffffff", "ink": "#1b1f24" },
                "seal": false,
                "headlineFace": "sans",
                "ornament": "none",
            })),
        }
    }
}
