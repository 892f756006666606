//! The pages whose work is done by a script of their own (`scripts/tools/`). Each is printed with its headline, a few
//! words, and an empty place with `data-tool`, which the boot module lets the script fill.

mod embed_builder;
mod own;

use crate::paths::Tool;
use embed_builder::EmbedBuilderPage;
use own::OwnPage;
use strait_markup::{Node, view};

/// The page of a tool.
pub fn tool_page(tool: Tool) -> Node {
    match tool {
        Tool::EmbedBuilder => view! { <EmbedBuilderPage/> },
        Tool::Search | Tool::Saved | Tool::Settings => view! { <OwnPage tool/> },
    }
}
