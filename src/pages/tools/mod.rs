//! The pages whose work is done by a script of their own (`scripts/tools/`). Each is printed with its headline, a few
//! words, and an empty place with `data-tool`, which the boot module lets the script fill.

mod embed_builder;
mod own;

use super::kind::PageKind;
use crate::words::tools::about;
use embed_builder::EmbedBuilderPage;
use own::OwnPage;
use strait_markup::{Node, view};
use strait_model::Site;
use strait_model::paths::{Address, Tool};

/// The page of a tool.
#[derive(Clone, Debug, PartialEq)]
pub struct ToolPage(pub Tool);

impl PageKind for ToolPage {
    fn address(&self) -> Option<Address> {
        Some(Address::Tool(self.0))
    }

    fn title(&self, site: &Site) -> String {
        format!("{} - {}", about(self.0, &site.language).title, site.name)
    }

    fn description(&self, site: &Site) -> String {
        about(self.0, &site.language).intro.to_owned()
    }

    fn view(self) -> Node {
        match self.0 {
            Tool::EmbedBuilder => view! { <EmbedBuilderPage/> },
            tool @ (Tool::Search | Tool::Saved | Tool::Settings) => view! { <OwnPage tool/> },
        }
    }
}
