//! What is ordered of the press.

use crate::reader_files::ReaderFiles;
use std::path::PathBuf;
use strait_darkroom::Darkroom;
use strait_model::{DataAddress, WebAddress};

/// How many articles a thread takes at a time: few, so that all end together.
pub const AT_ONCE: usize = 32;

/// What to print, from what, to where.
pub struct Order {
    /// The content folder.
    pub content: PathBuf,
    /// The built reader.
    pub reader: ReaderFiles,
    /// The folder of the site.
    pub out: PathBuf,
    /// Where renditions are kept between runs.
    pub cache: PathBuf,
    /// Who opens pictures.
    pub darkroom: Darkroom,
    /// The time of publishing: decides what is embargoed and what has expired.
    pub now: jiff::Timestamp,
    /// Instead of the site file's `url`.
    pub url: Option<WebAddress>,
    /// Instead of the site file's `dataUrl`.
    pub data_url: Option<DataAddress>,
    /// Whether to write `.br` and `.gz` beside each text file.
    pub precompress: bool,
    /// Whether to print what partners take: ninjs, oEmbed, and what they frame.
    pub partner_files: bool,
    /// Whether pages come alive; else they are read as plain HTML, and the built reader need have no WASM.
    pub living: bool,
    /// Whether pictures are there as AVIF too, which is most of the work of making them.
    pub avif: bool,
    /// How many threads work; 0 for as many as the machine has.
    pub jobs: usize,
    /// The files of the newsroom that are new or changed since the last build, where somebody knows: no others are
    /// looked at.
    pub changed: Option<Vec<PathBuf>>,
    /// Whether to trust nothing that an earlier build left: every article is read, every file compared.
    pub full: bool,
    /// Whether to print into a folder that holds files of others. They stay, unless pages need their place.
    pub force: bool,
}
