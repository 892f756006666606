//! The paper itself: what every page knows.

use super::{Contract, DataAddress, EditionPath, LanguageTag, Origin, QrMark, Section, SectionPath, TimeZoneName, WebAddress};
use strait_wire::FromJson;

/// What every page knows of the paper. `site.json` in the content folder, `/data/site.json` published.
#[derive(Clone, Debug, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Site {
    /// The version of the contract it was written under.
    #[serde(default)]
    pub contract: Contract,
    /// The paper's name.
    pub name: String,
    /// The name in Latin letters, below it in the masthead.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub latin_name: Option<String>,
    /// What the paper says of itself.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub tagline: Option<String>,
    /// BCP 47; pages are in it unless an article says otherwise.
    pub language: LanguageTag,
    /// Where the site is published, with its sub-path: `https://example.org/paper/`.
    pub url: WebAddress,
    /// Where pictures, films and the reader itself begin, when that is not at `url`: an edition
    /// in another script shares them with the newsroom's own. Filled in by the press.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub files_url: Option<WebAddress>,
    /// Where the article JSON is published, when that is not `data/` below the site.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub data_url: Option<DataAddress>,
    /// An IANA name: `Asia/Shanghai`.
    pub time_zone: TimeZoneName,
    /// The section tree.
    pub sections: Vec<Section>,
    /// How many headlines a section's page holds.
    #[serde(default = "default_page_size")]
    pub section_page_size: usize,
    /// Under each article that has none of its own.
    pub copyright_notice: String,
    /// Lines of the footer: publisher, address, licences.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub imprint: Vec<String>,
    /// What the law wants said, in the footer. It is printed, and no reader (WASM) needs it.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub licences: Vec<super::Licence>,
    /// The standing pages, in their order. The press fills it in; no reader (WASM) needs it.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(skip)]
    pub pages: Vec<super::PageLink>,
    /// Providers whose embeds may be framed.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub players: Vec<Player>,
    /// Origins that pictures, films and recordings may come from, beside the site's own.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub media_origins: Vec<Origin>,
    /// The scripts the paper is printed in, its own among them. None: in its own alone.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub editions: Vec<SiteEdition>,
    /// What QR codes on screen add to an address, so that visits by them can be told from others: `from=qr`.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub qr_mark: Option<QrMark>,
    /// Names that stay as they are in an edition of the other script.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub keep_words: Vec<String>,
    /// Words of the newsroom's script, and what they become in an edition of the other. No reader needs them.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub convert_words: std::collections::BTreeMap<String, String>,
    /// What crawlers are asked to leave alone. No reader needs it.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub robots: super::Robots,
    /// The name as a picture. The press fills it in.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(skip)]
    pub masthead: Option<super::PrintedMasthead>,
    /// How it looks. No reader needs it.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub theme: super::Theme,
    /// Whether readers can search the paper.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub search: bool,
    /// Origins of partners that may frame what is printed for them. None: everybody may; an empty list: nobody
    /// may, and nothing is printed for them.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub embed_partners: Option<Vec<Origin>>,
    /// Whether readers may keep articles and read without a network. When it is turned off, what their browsers kept
    /// of the paper is taken away again.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub offline: bool,
}

/// The paper in one script.
#[derive(Clone, Debug, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
pub struct SiteEdition {
    /// Where it begins, below the site: `hant`; empty for the newsroom's own.
    #[serde(default)]
    pub path: EditionPath,
    /// BCP 47: `zh-Hans`, `zh-Hant-TW`, `zh-Hant-HK`.
    pub language: LanguageTag,
    /// What the switch in the masthead calls it: `繁體`.
    pub name: String,
}

/// A provider whose embeds may be framed.
#[derive(Clone, Debug, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
pub struct Player {
    /// What embeds call it: `bilibili`.
    pub provider: String,
    /// What readers call it: `哔哩哔哩`.
    pub name: String,
    /// The only origin it is framed from: `https://player.bilibili.com`.
    pub origin: Origin,
}

impl Site {
    /// The sections from the top down to `path`; empty for an unknown one.
    pub fn trail(&self, path: &SectionPath) -> Vec<&Section> {
        path.lineage().filter_map(|path| Section::find(&self.sections, &path)).collect()
    }

    /// A section by its path.
    pub fn section(&self, path: &SectionPath) -> Option<&Section> {
        Section::find(&self.sections, path)
    }

    /// Whether there is anything for partners to frame.
    pub fn has_embeds(&self) -> bool {
        self.embed_partners.as_ref().is_none_or(|partners| !partners.is_empty())
    }

    /// The player that may frame an address: its provider is known and the address is its own.
    pub fn player(&self, provider: &str, src: &str) -> Option<&Player> {
        let is_below = |origin: &str| src.strip_prefix(origin).is_some_and(|rest| rest.starts_with('/'));
        self.players.iter().find(|player| player.provider == provider && is_below(&player.origin))
    }
}

pub(super) fn yes() -> bool {
    true
}

#[cfg(not(target_arch = "wasm32"))]
pub(super) fn is_yes(answer: &bool) -> bool {
    *answer
}

fn default_page_size() -> usize {
    20
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_embed_is_framed_from_its_own_provider_only() {
        let json = r#"{"name":"n","language":"zh-Hans","url":"https://a.example/","timeZone":"Asia/Shanghai","sections":[],
            "copyrightNotice":"c","players":[{"provider":"tide","name":"Tide","origin":"https://play.example"}]}"#;
        let site: Site = serde_json::from_str(json).unwrap();
        assert!(site.player("tide", "https://play.example/x").is_some());
        assert!(site.player("tide", "https://play.example.evil.example/x").is_none());
        assert!(site.player("tide", "javascript:alert(1)").is_none());
        assert!(site.player("other", "https://play.example/x").is_none());
    }
}
