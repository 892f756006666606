//! The truth: what a newsroom publishes, as plain data, and at which addresses ([`paths`]).
//!
//! Everyone speaks these types: importers make them, the press and the reader show them, and the contract
//! ([`Contract`]) says how their JSON may change. Natively they are read by serde, in the browser by `strait-wire`, from
//! the same attributes.
//!
//! Promises that a value of a type is a good one: an address, a language or a time that cannot be is refused where it is
//! read. Deliberately absent: Leptos, network, disk and clock; how anything looks; and what is wrong with a file that
//! does not read (`strait-faults`).

mod address;
#[cfg(not(target_arch = "wasm32"))]
mod ai_use;
#[cfg(not(target_arch = "wasm32"))]
mod anchor;
mod article;
#[cfg(not(target_arch = "wasm32"))]
mod availability;
mod block;
mod contract;
mod credit;
mod front;
mod headline;
mod image;
mod language;
#[cfg(not(target_arch = "wasm32"))]
pub mod licence;
mod list;
pub mod paths;
mod points;
#[cfg(not(target_arch = "wasm32"))]
mod robots;
mod section;
mod setting;
mod site;
mod span;
#[cfg(not(target_arch = "wasm32"))]
mod span_serde;
#[cfg(not(target_arch = "wasm32"))]
mod standing;
mod story;
#[cfg(test)]
mod tests;
#[cfg(not(target_arch = "wasm32"))]
mod theme;
mod timestamp;

pub use address::{ArticleId, InvalidAddress, SectionPath};
#[cfg(not(target_arch = "wasm32"))]
pub use ai_use::{AiKind, AiUse};
#[cfg(not(target_arch = "wasm32"))]
pub use anchor::is_anchor;
pub use article::{Article, Correction, CorrectionKind, PublicationStatus, Subject};
#[cfg(not(target_arch = "wasm32"))]
pub use availability::Availability;
pub use block::{Audio, Block, Embed, Gallery, Heading, Lines, Notes, Quote, Table, Video};
#[cfg(not(target_arch = "wasm32"))]
pub use block::{BlockText, ShownFile};
pub use contract::Contract;
pub use credit::{Credit, Role, Source};
pub use front::{Front, FrontOrder, Strip, StripOrder};
pub use headline::{Headline, HeadlineLabel};
pub use image::{Image, Rendition, RenditionType};
pub use language::is_traditional;
#[cfg(not(target_arch = "wasm32"))]
pub use licence::Licence;
pub use list::SectionList;
pub use points::{List, Point, Sublist};
#[cfg(not(target_arch = "wasm32"))]
pub use robots::Robots;
pub use section::Section;
#[cfg(not(target_arch = "wasm32"))]
pub use setting::{Colour, CrawlerName, FaceFile, FormerAddress, InvalidSetting, LookFile, Ornament, PageName};
pub use setting::{DataAddress, EditionPath, LanguageTag, Origin, QrMark, TimeZoneName, WebAddress};
pub use site::{Player, Site, SiteEdition};
pub use span::{Span, Text, plain};
#[cfg(not(target_arch = "wasm32"))]
pub use standing::{PageLink, PagePlace};
pub use story::Story;
#[cfg(not(target_arch = "wasm32"))]
pub use theme::{Colours, Corners, Density, Face, MastheadPicture, PrintedMasthead, Theme};
pub use timestamp::{InvalidTimestamp, Timestamp};

/// Tells serde to leave out what is at its default, which keeps published JSON small.
#[cfg(not(target_arch = "wasm32"))]
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
