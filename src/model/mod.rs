//! The truth: what a newsroom publishes, as plain data. No Leptos, no network, no disk.

mod address;
mod article;
mod block;
#[cfg(not(target_arch = "wasm32"))]
mod block_reading;
mod contract;
mod credit;
mod front;
mod headline;
mod image;
mod list;
mod points;
mod section;
mod setting;
mod site;
mod span;
#[cfg(not(target_arch = "wasm32"))]
mod span_serde;
mod story;
#[cfg(test)]
mod tests;
mod timestamp;

pub use address::{ArticleId, InvalidAddress, SectionPath};
pub use article::{Article, Correction, CorrectionKind, PublicationStatus, Subject};
pub use block::{Audio, Block, Embed, Gallery, Heading, Lines, Notes, Quote, Table, Video};
pub use contract::Contract;
pub use credit::{Byline, Credit, Role, Source};
pub use front::{Front, FrontOrder, Strip, StripOrder};
pub use headline::{Headline, HeadlineLabel};
pub use image::{Image, Rendition, RenditionType};
pub use list::SectionList;
pub use points::{List, Point, Sublist};
pub use section::Section;
pub use setting::{DataAddress, EditionPath, LanguageTag, Origin, QrMark, TimeZoneName, WebAddress};
#[cfg(not(target_arch = "wasm32"))]
pub use setting::{FormerAddress, InvalidSetting};
pub use site::{Player, Site, SiteEdition};
pub use span::{Span, Text, plain};
pub use story::Story;
pub use timestamp::{InvalidTimestamp, Timestamp};

/// Tells serde to leave out what is at its default, which keeps published JSON small.
#[cfg(not(target_arch = "wasm32"))]
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
