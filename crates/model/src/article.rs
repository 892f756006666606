//! The article, with the names of IPTC ninjs 3.1 where it has one.

#[cfg(not(target_arch = "wasm32"))]
use super::{AiUse, FormerAddress};
use super::{ArticleId, Block, Contract, Credit, Image, SectionPath, Source, Timestamp};
use strait_wire::FromJson;

/// An article as the newsroom filed it.
#[derive(Clone, Debug, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// The version of the contract it was written under.
    #[serde(default)]
    pub contract: Contract,
    /// Its name; its address never changes.
    pub id: ArticleId,
    /// BCP 47: `zh-Hans`, `en`.
    pub language: String,
    /// Where it stands.
    pub section: SectionPath,
    /// The short line above the headline.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub kicker: Option<String>,
    /// The headline.
    pub headline: String,
    /// The whole story in about 120 characters; lists show it.
    pub summary: String,
    /// How the first paragraph opens: `本报9月30日讯（记者 … 通讯员 …）`.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub dateline: Option<String>,
    /// The place it was written in.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub located: Option<String>,
    /// Who made it.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub by: Vec<Credit>,
    /// Where it comes from.
    pub source: Source,
    /// The responsible editor (责任编辑).
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub editor: Option<String>,
    /// What machines that write had to do with it. Nothing is said where the editors say nothing.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub ai_use: Option<AiUse>,
    /// The same in words for readers. Filled in by the press, so that the reader (WASM) needs no words for it.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub ai_note: Option<String>,
    /// When it was first published.
    pub first_created: Timestamp,
    /// When this version was published.
    pub version_created: Timestamp,
    /// Whether it may be shown.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub pub_status: PublicationStatus,
    /// What a tombstone says.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub status_note: Option<String>,
    /// Not to be published before.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub embargoed: Option<Timestamp>,
    /// Not to be published after.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub expires: Option<Timestamp>,
    /// 1 (most) to 9.
    #[serde(default = "routine", skip_serializing_if = "is_routine")]
    pub urgency: u8,
    /// Keywords.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub subjects: Vec<Subject>,
    /// The picture that leads the article and stands for it in lists.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub lead: Option<Image>,
    /// The body.
    #[serde(default)]
    pub body: Vec<Block>,
    /// What was put right or added after publication, the oldest first.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub corrections: Vec<Correction>,
    /// The editor's choice of what to read next.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub related: Vec<ArticleId>,
    /// Where it was before, on this host or an older one: these addresses lead here. No reader needs them.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub formerly: Vec<FormerAddress>,
    /// Else the site's.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub copyright_notice: Option<String>,
    /// Names that stay as they are in an edition of the other script.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub keep_words: Vec<String>,
}

/// Whether an article may be shown (ninjs `pubStatus`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum PublicationStatus {
    /// It may.
    #[default]
    Usable,
    /// It may not, for now.
    Withheld,
    /// It was withdrawn: its address says so.
    Canceled,
}

/// A keyword (ninjs `subjects`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
pub struct Subject {
    /// The word.
    pub name: String,
}

/// What was put right or added after publication.
#[derive(Clone, Debug, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
pub struct Correction {
    /// Which of the two.
    pub kind: CorrectionKind,
    /// When.
    pub at: Timestamp,
    /// What, in words for readers.
    pub text: String,
}

/// Whether an error was mended or news was added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum CorrectionKind {
    /// We had it wrong.
    Correction,
    /// There is more to tell; also a kind of a newer contract.
    #[serde(other)]
    Update,
}

impl Article {
    /// Whether it was changed after it was first published.
    pub fn is_updated(&self) -> bool {
        self.version_created != self.first_created
    }

    /// Whether it was withdrawn, so that only a tombstone may show.
    pub fn is_withdrawn(&self) -> bool {
        self.pub_status == PublicationStatus::Canceled
    }
}

fn routine() -> u8 {
    5
}

#[cfg(not(target_arch = "wasm32"))]
fn is_routine(urgency: &u8) -> bool {
    *urgency == routine()
}
