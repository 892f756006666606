//! The pages whose work is done by a script of their own.

/// A page whose work is done by a script that comes with it. It is printed, and the reader (WASM) never shows it:
/// none of its code is in the module that each reader downloads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tool {
    /// Where partners make what they paste into their pages.
    EmbedBuilder,
    /// Finds articles by their words.
    Search,
    /// What this reader kept, read and may read without a network.
    Saved,
    /// How this reader wants the paper.
    Settings,
}

impl Tool {
    /// All of them.
    pub const ALL: [Tool; 4] = [Tool::EmbedBuilder, Tool::Search, Tool::Saved, Tool::Settings];

    /// Its folder below the site's beginning, which is the name of its script too.
    pub fn folder(self) -> &'static str {
        match self {
            Tool::EmbedBuilder => "embed",
            Tool::Search => "search",
            Tool::Saved => "saved",
            Tool::Settings => "settings",
        }
    }
}
