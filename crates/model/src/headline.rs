//! What a list needs to know of an article.

use super::{Article, ArticleId, Block, Image, SectionPath, Timestamp};
use strait_wire::FromJson;

/// An article in a list.
#[derive(Clone, Debug, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Headline {
    /// Whose it is.
    pub id: ArticleId,
    /// The language of its words, where it is not the site's.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub language: Option<String>,
    /// Where it stands.
    pub section: SectionPath,
    /// The short line above the headline.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub kicker: Option<String>,
    /// The headline.
    pub headline: String,
    /// At most [`Headline::SUMMARY_LENGTH`] characters, with an ellipsis where it was cut.
    pub summary: String,
    /// When it was first published.
    pub first_created: Timestamp,
    /// What one finds beside text.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub label: Option<HeadlineLabel>,
    /// Whether it is news that cannot wait (ninjs `urgency` 1): readers are told of it wherever they are.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub is_breaking: bool,
    /// Its lead picture, without caption and credit.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub picture: Option<Image>,
}

/// What one finds in an article beside text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum HeadlineLabel {
    /// A gallery.
    Gallery,
    /// A recording.
    Audio,
    /// A film; also a label of a newer contract.
    #[serde(other)]
    Video,
}

impl Headline {
    /// The longest summary in a list, in characters; Latin words count half.
    pub const SUMMARY_LENGTH: usize = 120;

    /// What a list of `site_language` says of an article.
    pub fn of(article: &Article, site_language: &str) -> Headline {
        Headline {
            id: article.id.clone(),
            language: (article.language != site_language).then(|| article.language.clone()),
            section: article.section.clone(),
            kicker: article.kicker.clone(),
            headline: article.headline.clone(),
            summary: shorten(&article.summary, Self::SUMMARY_LENGTH),
            first_created: article.first_created.clone(),
            label: article.body.iter().find_map(label),
            is_breaking: article.urgency == 1,
            picture: article.lead.clone().map(|lead| Image { caption: None, credit: None, ..lead }),
        }
    }
}

fn label(block: &Block) -> Option<HeadlineLabel> {
    match block {
        Block::Gallery(_) => Some(HeadlineLabel::Gallery),
        Block::Video(_) => Some(HeadlineLabel::Video),
        Block::Audio(_) => Some(HeadlineLabel::Audio),
        Block::Paragraph { .. } | Block::Heading(_) | Block::Quote(_) | Block::List(_) | Block::Table(_) => None,
        Block::Image(_)
        | Block::Embed(_)
        | Block::Aside { .. }
        | Block::Divider
        | Block::Code(_)
        | Block::Verse(_)
        | Block::Notes(_)
        | Block::Unknown => None,
    }
}

/// Cuts a text to a width in full-width characters, at a word's end, and says so with an ellipsis.
fn shorten(text: &str, width: usize) -> String {
    let half_widths = text.chars().scan(0, |used, character| {
        *used += if character.is_ascii() { 1 } else { 2 };
        Some(*used)
    });
    let Some(cut) = half_widths.zip(text.char_indices()).find(|(used, _)| *used > width * 2).map(|(_, (at, _))| at) else {
        return text.to_owned();
    };
    let kept = &text[..cut];
    let breaks_a_word = |character: char| character.is_ascii_alphanumeric();
    let kept = match kept.ends_with(breaks_a_word) && text[cut..].starts_with(breaks_a_word) {
        true => kept.trim_end_matches(breaks_a_word),
        false => kept,
    };
    format!("{}…", kept.trim_end_matches(|character: char| character.is_whitespace() || "，、；：,;:".contains(character)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_is_cut_between_words_and_before_a_comma() {
        assert_eq!(shorten("潮起两岸", 4), "潮起两岸");
        assert_eq!(shorten("潮起，两岸", 3), "潮起…");
        assert_eq!(shorten("the egret tide", 5), "the egret…");
        assert_eq!(shorten("the egret tide", 4), "the…");
    }
}
