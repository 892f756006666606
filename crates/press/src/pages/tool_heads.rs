//! Which scripts a page begins with: the boot module, and what a tool's page loads beside it.

use crate::built::assets::{Asset, Assets, LivingAssets};
use crate::error::PressError;
use crate::escape::escape;
use crate::site::output::SiteFile;
use std::collections::BTreeMap;
use strait::pages::Page;
use strait::words::tools::{self, page};
use strait_model::Site;
use strait_model::paths::{Paths, Tool};

/// By this, workers of releases whose pages held their data as JSON know a page of ours, and keep it.
const FOR_OLD_WORKERS: &str = "id=\"printed\"";

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
        // What is known of the paper, for the reader and for tools.
        let paper = escape(&paths.data(Paths::SITE)).into_owned();
        let worker = site.offline.then(|| format!(" data-worker=\"{}\"", file(Paths::WORKER)));
        let boot = format!(
            "<script {FOR_OLD_WORKERS} type=\"module\" src=\"{}\" integrity=\"{}\" data-words=\"{}\" data-site=\"{paper}\" data-failed=\"{}\"{}",
            file(&assets.boot.path),
            assets.boot.integrity,
            file(&words.path),
            page::Words::of(&site.language).failed,
            worker.unwrap_or_default(),
        );
        let of_reader = |LivingAssets { glue, wasm }: &LivingAssets| {
            let weight = glue.weight() + wasm.weight();
            let (glue, path, integrity, style) =
                (file(&glue.path), file(&wasm.path), &wasm.integrity, file(&assets.whole_css.path));
            format!(
                " data-reader=\"{glue}\" data-wasm=\"{path}\" data-integrity=\"{integrity}\" data-style=\"{style}\" data-weight=\"{weight}\""
            )
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
            // What is saved is known to this device alone.
            let paper = if *tool == Tool::Saved { String::new() } else { ahead(paper.clone()) };
            // Two round trips are left from here to what is found.
            let index =
                ["contents.json", "fold.json"].map(|file| ahead(escape(&(Paths::search_index(site) + file)).into_owned()));
            let index = if *tool == Tool::Search { index.concat() } else { String::new() };
            // Partners look for the builder; what is one reader's own is nothing to find.
            let robots = if *tool == Tool::EmbedBuilder { "" } else { "<meta name=\"robots\" content=\"noindex\">" };
            (*tool, css.chain(script).chain([words, paper, index, robots.to_owned()]).collect())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::READER_PARTS;
    use crate::reader_files::ReaderFiles;
    use serde_json::{Value, json};
    use strait::pages::ToolPage;

    fn heads(settings: Value) -> ToolHeads {
        let reader = tempfile::tempdir().unwrap();
        READER_PARTS.iter().for_each(|part| std::fs::write(reader.path().join(part), part).unwrap());
        let mut site = json!({"name": "潮报", "language": "zh-Hant", "url": "https://a.example/paper/", "timeZone": "UTC",
            "copyrightNotice": "©", "sections": []});
        site.as_object_mut().unwrap().extend(settings.as_object().unwrap().clone());
        let assets = Assets::read(&ReaderFiles::Folder(reader.path().to_owned()), true).unwrap();
        ToolHeads::of(&serde_json::from_value(site).unwrap(), &assets).unwrap()
    }

    #[test]
    fn the_boot_module_is_told_where_the_paper_is_what_the_reader_weighs_and_what_to_say() {
        let heads = heads(json!({}));
        let script = heads.script(&Page::NOWHERE);
        for told in ["data-site=\"/paper/data/site.json\"", "data-weight=\"20\"", "data-failed=\"沒有取到"] {
            assert!(script.contains(told), "{told}: {script}");
        }
        assert!(!heads.script(&Page::Tool(ToolPage(Tool::Saved))).contains("data-weight"), "a tool's page has no reader");
        assert!(heads.script(&Page::Tool(ToolPage(Tool::Saved))).contains("data-site"));
    }

    #[test]
    fn the_paper_is_where_its_data_is_and_tools_that_need_it_have_it_ahead() {
        let heads = heads(json!({"dataUrl": "https://data.example/a"}));
        let ahead = "<link rel=\"preload\" as=\"fetch\" href=\"https://data.example/a/site.json\" crossorigin>";
        assert!(heads.script(&Page::NOWHERE).contains("data-site=\"https://data.example/a/site.json\""));
        for tool in [Tool::Search, Tool::Settings, Tool::EmbedBuilder] {
            assert!(heads.of_tool(tool).contains(ahead), "{tool:?}");
        }
        assert!(!heads.of_tool(Tool::Saved).contains(ahead), "what is saved is known to this device alone");
    }

    #[test]
    fn workers_of_earlier_releases_know_a_page_of_ours() {
        assert!(heads(json!({})).script(&Page::NOWHERE).contains("<script id=\"printed\" "));
    }
}
