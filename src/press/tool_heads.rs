//! Which scripts a page begins with: the boot module, and what a tool's page loads beside it.

use super::PressError;
use super::assets::{Asset, Assets, LivingAssets};
use super::output::SiteFile;
use super::page::escape;
use crate::model::Site;
use crate::pages::Page;
use crate::paths::{Paths, Tool};
use crate::words::tools;
use std::collections::BTreeMap;

/// The scripts in the heads of one edition's pages.
pub struct ToolHeads {
    /// What starts the boot module, and with it the reader.
    reader: String,
    /// What starts the boot module alone: a tool's page is never shown by the reader.
    boot: String,
    /// What each tool's page loads more.
    tools: BTreeMap<Tool, String>,
    /// The words that tools say.
    words: Asset,
}

impl ToolHeads {
    /// The scripts of an edition.
    pub fn of(site: &Site, assets: &Assets) -> Result<ToolHeads, PressError> {
        let words = Asset::new("words", ".json", serde_json::to_vec(&tools::all(&site.language))?);
        let paths = Paths::of(site);
        let file = |path: &str| escape(&paths.file(path)).into_owned();
        let worker = site.offline.then(|| format!(" data-worker=\"{}\"", file(Paths::WORKER)));
        let boot = format!(
            "<script type=\"module\" src=\"{}\" integrity=\"{}\" data-words=\"{}\"{}",
            file(&assets.boot.path),
            assets.boot.integrity,
            file(&words.path),
            worker.unwrap_or_default(),
        );
        let of_reader = |LivingAssets { glue, wasm }: &LivingAssets| {
            let (glue, path, integrity) = (file(&glue.path), file(&wasm.path), &wasm.integrity);
            format!(" data-reader=\"{glue}\" data-wasm=\"{path}\" data-integrity=\"{integrity}\"")
        };
        let reader = format!("{boot}{}></script>", assets.reader.as_ref().map(of_reader).unwrap_or_default());
        let tools = assets.tools.iter().map(|(tool, own)| {
            let script = own.script.iter().map(|path| format!("<link rel=\"modulepreload\" href=\"{}\">", file(path)));
            let css = own
                .css
                .iter()
                .map(|css| format!("<link rel=\"stylesheet\" href=\"{}\" integrity=\"{}\">", file(&css.path), css.integrity));
            let ahead = |href: String| format!("<link rel=\"preload\" as=\"fetch\" href=\"{href}\" crossorigin>");
            let words = ahead(file(&words.path));
            // Two round trips are left from here to what is found.
            let index =
                ["contents.json", "fold.json"].map(|file| ahead(escape(&(Paths::search_index(site) + file)).into_owned()));
            let index = if *tool == Tool::Search { index.concat() } else { String::new() };
            // Partners look for the builder; what is one reader's own is nothing to find.
            let robots = if *tool == Tool::EmbedBuilder { "" } else { "<meta name=\"robots\" content=\"noindex\">" };
            (*tool, css.chain(script).chain([words, index, robots.to_owned()]).collect())
        });
        Ok(ToolHeads { tools: tools.collect(), reader, boot: boot + "></script>", words })
    }

    /// The end of a page's head.
    pub fn script(&self, page: &Page) -> &str {
        if matches!(page, Page::Tool(_)) { &self.boot } else { &self.reader }
    }

    /// What a tool's page loads more.
    pub fn of_tool(&self, tool: Tool) -> &str {
        self.tools.get(&tool).map_or("", String::as_str)
    }

    /// The file of the words, which editions with the same words share.
    pub fn words_file(&self) -> SiteFile {
        self.words.file()
    }
}
