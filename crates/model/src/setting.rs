//! What a site file says that becomes part of an address, a header or a host's configuration: texts of a form that
//! can hold nothing else, checked once, where they are read.
//!
//! In the reader they are plain texts, as the press printed them.

#[cfg(not(target_arch = "wasm32"))]
mod form;
#[cfg(not(target_arch = "wasm32"))]
mod former;
#[cfg(not(target_arch = "wasm32"))]
mod text;

#[cfg(target_arch = "wasm32")]
pub use plain::*;
#[cfg(not(target_arch = "wasm32"))]
pub use text::{
    Colour, CrawlerName, DataAddress, EditionPath, FaceFile, FormerAddress, InvalidSetting, LanguageTag, LookFile, Origin,
    Ornament, PageName, QrMark, TimeZoneName, WebAddress,
};

/// What was checked when it was printed need not be checked again by each reader.
#[cfg(target_arch = "wasm32")]
mod plain {
    /// Where the site is published.
    pub type WebAddress = String;
    /// Where the article JSON is published.
    pub type DataAddress = String;
    /// Scheme and host.
    pub type Origin = String;
    /// Where an edition begins.
    pub type EditionPath = String;
    /// BCP 47.
    pub type LanguageTag = String;
    /// An IANA name.
    pub type TimeZoneName = String;
    /// What QR codes add to an address.
    pub type QrMark = String;
}
