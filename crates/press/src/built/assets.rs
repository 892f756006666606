//! The built reader: its files get names that say what is in them, so that caches may keep them for ever.

use crate::error::PressError;
use crate::fingerprint::{Fingerprint, Key};
use crate::machines::{Ground, Theme};
use crate::reader_files::{Files, ReaderFiles};
use crate::site::headers::Hashes;
use crate::site::output::SiteFile;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;
use strait::pages::PageStyle;
use strait_look::Card;
use strait_model::paths::{Paths, Tool};

/// The built reader.
pub struct Assets {
    /// What is copied as it is.
    pub(super) others: Files,
    /// The page that `<!--HEAD-->` and `<!--BODY-->` are filled into.
    pub shell: String,
    /// All CSS of pages, for the reader.
    pub whole_css: Asset,
    /// The CSS of pages on paper, which no browser waits for.
    pub print_css: Asset,
    /// The CSS to stand in pages, by their kind.
    pub css: BTreeMap<PageStyle, String>,
    /// What machines show of it.
    pub theme: Arc<Theme>,
    /// What is behind everything.
    pub(super) ground: Option<Ground>,
    /// Decides when the reader starts.
    pub boot: Asset,
    /// What makes pages come alive, where they do.
    pub reader: Option<LivingAssets>,
    /// The script that stands in each page.
    pub early: String,
    /// What a browser may fetch ahead where the reader does not run (<https://wicg.github.io/nav-speculation/>).
    pub speculation: String,
    /// What partners frame.
    pub frames: FrameAssets,
    /// The pictures of the paper's look.
    pub(super) look: Vec<Asset>,
    /// What pictures for articles without one are printed with.
    pub card: Option<Card>,
    /// What tools have of their own.
    pub tools: BTreeMap<Tool, ToolAssets>,
    /// Lets what was read and kept be read without a network.
    worker: Vec<u8>,
    /// Stands in its place where the paper wants none, and clears up behind it.
    worker_off: Vec<u8>,
}

/// What makes pages come alive.
pub struct LivingAssets {
    /// The JavaScript side of the reader.
    pub glue: Asset,
    /// The reader.
    pub wasm: Asset,
}

/// What a tool's page loads beside what all pages load.
#[derive(Default)]
pub struct ToolAssets {
    /// The script, which the boot module asks for by this path below the site.
    pub script: Option<String>,
    /// The CSS.
    pub css: Option<Asset>,
}

/// What the pages that partners frame are made with.
pub struct FrameAssets {
    /// The CSS of cards and lists, to stand in each.
    pub css: String,
    /// The CSS of whole articles.
    pub article_css: String,
    /// Tells how high a frame wants to be, and takes the partner's wishes.
    pub script: Asset,
    /// The loader under a name that says what is in it, for partners who pin it.
    pub loader: Asset,
}

/// A file with its published name.
pub struct Asset {
    /// Its path below the site.
    pub path: String,
    /// What `integrity` says of it (W3C Subresource Integrity).
    pub integrity: String,
    pub(super) bytes: Vec<u8>,
}

/// Where the tools' files are.
const TOOLS: &str = "tools/";

/// What the file of all CSS of pages is called.
pub(super) const WHOLE_CSS: &str = "style";

/// The parts that make pages come alive.
const LIVING_PARTS: [&str; 2] = ["reader.js", "reader.wasm"];

/// The parts of a built reader that the press takes by name; everything else is copied as it is.
pub const PARTS: [&str; 19] = [
    "shell.html",
    "site.css",
    "boot.js",
    "early.js",
    "speculation.json",
    "reader.js",
    "reader.wasm",
    "embed.css",
    "embed-article.css",
    "embed-frame.js",
    Paths::LOADER,
    Paths::WORKER,
    "worker-off.js",
    "print.css",
    "front.css",
    "list.css",
    "article.css",
    "rich-article.css",
    "standing.css",
];

impl Assets {
    /// Reads what `cargo xtask reader` makes. What makes pages come alive is left out where they shall not.
    pub fn read(reader: &ReaderFiles, living: bool) -> Result<Assets, PressError> {
        let mut files = reader.read()?;
        if !living {
            files.extend(LIVING_PARTS.map(|part| (part.to_owned(), Cow::default())));
        }
        let mut take = |name: &str| files.remove(name).ok_or_else(|| PressError::Reader(reader.part(name)));
        let [
            shell,
            css,
            boot,
            early,
            speculation,
            glue,
            wasm,
            embed_css,
            article_css,
            frame_script,
            loader,
            worker,
            worker_off,
            print_css,
            sheets @ ..,
        ] = PARTS.map(&mut take);
        let loader = loader?;
        let tools = Tool::ALL.map(|tool| (tool, ToolAssets::take(tool, &mut files))).into();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let css = css?;
        let mut page_css = BTreeMap::new();
        for (style, sheet) in PageStyle::ALL.into_iter().zip::<[_; 5]>(sheets) {
            page_css.insert(style, text(&sheet?).trim().to_owned());
        }
        let (glue, wasm) = (Asset::new("reader", ".js", glue?.into_owned()), Asset::new("reader", ".wasm", wasm?.into_owned()));
        Ok(Assets {
            shell: text(&shell?),
            theme: Arc::default(),
            ground: Ground::of(&text(&css)),
            whole_css: Asset::new(WHOLE_CSS, ".css", css.into_owned()),
            print_css: Asset::new("print", ".css", print_css?.into_owned()),
            css: page_css,
            early: text(&early?).trim().to_owned(),
            speculation: text(&speculation?).trim().to_owned(),
            boot: Asset::new("boot", ".js", boot?.into_owned()),
            reader: living.then_some(LivingAssets { glue, wasm }),
            frames: FrameAssets {
                css: text(&embed_css?).trim().to_owned(),
                article_css: text(&article_css?).trim().to_owned(),
                script: Asset::new("embed-frame", ".js", frame_script?.into_owned()),
                loader: Asset::new("embed", ".js", loader.to_vec()),
            },
            look: vec![],
            card: None,
            tools,
            worker: worker?.into_owned(),
            worker_off: worker_off?.into_owned(),
            others: files.into_iter().map(published).chain([(Paths::LOADER.to_owned(), loader)]).collect(),
        })
    }

    /// The reader, and the files that are copied as they are.
    pub fn files(&self) -> Vec<SiteFile> {
        let Assets { boot, reader, frames, tools, whole_css, print_css, .. } = self;
        let named = [boot, &frames.script, &frames.loader, whole_css, print_css].into_iter();
        let named = named.chain(reader.iter().flat_map(|LivingAssets { glue, wasm }| [glue, wasm]));
        let named = named.chain(tools.values().filter_map(|tool| tool.css.as_ref())).chain(&self.look);
        let named = named.map(Asset::file);
        let others = self.others.iter().map(|(path, bytes)| (path.clone(), bytes.to_vec()));
        named.chain(others).collect()
    }

    /// The service worker, or what takes it away again.
    pub fn worker(&self, is_wanted: bool) -> SiteFile {
        (Paths::WORKER.to_owned(), if is_wanted { self.worker.clone() } else { self.worker_off.clone() })
    }

    /// What the files are made of.
    pub fn key(&self) -> Key {
        let hash = Fingerprint::default()
            .part(&self.shell)
            .part(&self.early)
            .part(&self.speculation)
            .part(&self.frames.css)
            .part(&self.frames.article_css);
        let hash = self.css.values().fold(hash, |hash, css| hash.part(css));
        let hash = self.card.iter().fold(hash, |hash, card| hash.part(card.face()));
        let workers = [true, false].map(|is_wanted| self.worker(is_wanted));
        self.files().iter().chain(&workers).fold(hash, |hash, (path, bytes)| hash.part(path).part(bytes)).key()
    }

    /// What stands in pages and may be applied or run, and nothing else.
    pub fn hashes(&self) -> Hashes {
        let frame_css = vec![hash(&self.frames.css), hash(&self.frames.article_css)];
        let css = self.css.values().map(|css| hash(css)).collect();
        Hashes { css, scripts: [&self.early, &self.speculation].map(|text| hash(text)).into(), frame_css }
    }
}

/// Scripts that are loaded when they are wanted carry their content's name already, and lie beside the boot module.
fn published((path, bytes): (String, Cow<'static, [u8]>)) -> (String, Cow<'static, [u8]>) {
    (if path.starts_with(TOOLS) { format!("assets/{path}") } else { path }, bytes)
}

impl ToolAssets {
    fn take(tool: Tool, files: &mut Files) -> ToolAssets {
        let folder = tool.folder();
        let css = files.remove(&format!("{TOOLS}{folder}.css"));
        let script = files.keys().find(|path| path.starts_with(&format!("{TOOLS}{folder}-")));
        ToolAssets {
            script: script.map(|path| format!("assets/{path}")),
            css: css.map(|css| Asset::new(folder, ".css", css.into_owned())),
        }
    }
}

/// A text's hash as a policy names it (<https://www.w3.org/TR/CSP3/#grammardef-hash-source>).
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

impl Asset {
    /// The file as it is published.
    pub fn file(&self) -> SiteFile {
        (self.path.clone(), self.bytes.clone())
    }

    /// What it weighs, in bytes.
    pub fn weight(&self) -> usize {
        self.bytes.len()
    }

    /// A file that is named after what is in it.
    pub fn new(name: &str, extension: &str, bytes: Vec<u8>) -> Asset {
        let hash = Sha384::digest(&bytes);
        let short: String = hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        let path = format!("assets/{name}-{short}{extension}");
        Asset { path, integrity: format!("sha384-{}", STANDARD.encode(hash)), bytes }
    }
}
