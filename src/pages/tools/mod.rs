//! The pages whose work is done by a script of their own (`scripts/tools/`). Each is printed with its headline, a few
//! words, and an empty place with `data-tool`, which the boot module lets the script fill.

mod embed_builder;
mod saved;
mod search;
mod settings;

use crate::paths::Tool;
use embed_builder::EmbedBuilderPage;
use leptos::prelude::*;
use saved::SavedPage;
use search::SearchPage;
use settings::SettingsPage;

/// The page of a tool.
pub fn view(tool: Tool) -> AnyView {
    match tool {
        Tool::EmbedBuilder => view! { <EmbedBuilderPage/> }.into_any(),
        Tool::Search => view! { <SearchPage/> }.into_any(),
        Tool::Saved => view! { <SavedPage/> }.into_any(),
        Tool::Settings => view! { <SettingsPage/> }.into_any(),
    }
}
