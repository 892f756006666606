//! What arrives: an item as its source tells it, in our words but not yet an article of ours.

use super::balance::Account;
use super::body::{block_words, hand_on, without_size};
use super::gate::Publication;
use super::namesakes::Mark;
use super::sections::Trail;
use super::{credits, dateline, text};
use strait_model::{Block, Credit, FormerAddress, Image, Source, Subject, Timestamp, plain};

/// No line below a picture is longer, in characters.
const CAPTION: usize = 80;
/// Paragraphs before the one that may open with a dateline.
const BEFORE: usize = 4;
/// How lines begin that stand above a story and tell about it.
const ABOVE: [&str; 16] = [
    "原标题",
    "原標題",
    "来源",
    "來源",
    "稿源",
    "编者按",
    "編者按",
    "编者的话",
    "編者的話",
    "核心提示",
    "导读",
    "導讀",
    "阅读提示",
    "标题：",
    "标题:",
    "转自",
];

/// A summary is about so many characters long.
const SUMMARY: usize = 120;

/// An item as its source tells it. What the source does not say is none, so that an editor's word stands.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Dispatch {
    /// What the source calls it, always the same.
    pub key: String,
    /// What tells it from others that are called so.
    pub mark: Mark,
    /// What the source calls the item that this one replaces.
    pub replaces: Option<String>,
    /// Where it stands in the file.
    pub place: String,
    /// What its source says of publication.
    pub publication: Publication,
    /// What it is, where that is no article.
    pub no_article: Option<String>,
    /// What the source says to editors of a withdrawal.
    pub note: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// Its sections, each from the top down.
    pub sections: Vec<Trail>,
    /// Words that may mean a section of the house where the item's own do not: codes, genres, keywords; the best first.
    pub hints: Vec<String>,
    /// The headline.
    pub headline: String,
    /// The short line above the headline.
    pub kicker: Option<String>,
    /// The story in short.
    pub summary: Option<String>,
    /// How the first paragraph opens.
    pub dateline: Option<String>,
    /// Where it was written.
    pub located: Option<String>,
    /// Who made it.
    pub by: Vec<Credit>,
    /// Where it comes from.
    pub source: Option<Source>,
    /// What the source calls stories that go with it.
    pub related: Vec<String>,
    /// Where it was before.
    pub formerly: Vec<FormerAddress>,
    /// When it was first published.
    pub first_created: Option<Timestamp>,
    /// When this version was.
    pub version_created: Option<Timestamp>,
    /// Not to be published after.
    pub expires: Option<Timestamp>,
    /// 1 (most) to 9.
    pub urgency: Option<u8>,
    /// Keywords.
    pub subjects: Vec<Subject>,
    /// The picture that leads it.
    pub lead: Option<Image>,
    /// The body.
    pub body: Vec<Block>,
    /// How the body is accounted for.
    pub account: Account,
    /// Addresses of pictures, films and recordings that may not be shown, wherever they stand.
    pub held: Vec<String>,
    /// Whose it is.
    pub copyright_notice: Option<String>,
}

impl Dispatch {
    /// Tells the gate when the item says that it was, or will be, published.
    pub fn date(&mut self) {
        if let Some(date) = self.first_created.as_ref().or(self.version_created.as_ref()) {
            self.publication.dated(date);
        }
    }

    /// Fields that every article has, of which the source says nothing.
    pub fn unsaid(&self) -> Vec<&'static str> {
        let is_said = [
            ("firstCreated", self.first_created.is_some()),
            ("source", self.source.is_some()),
            ("language", self.language.is_some()),
        ];
        is_said.into_iter().filter(|(_, is_said)| !is_said).map(|(name, _)| name).collect()
    }

    /// Puts in order what sources leave to their readers' eyes: a headline that the body repeats, a dateline
    /// in the first paragraph, a lead picture that is shown twice, a summary that is missing.
    pub fn put_in_order(&mut self) {
        self.drop_repeated_headline();
        self.put_parts_in_order();
    }

    /// The same, but for the headline.
    pub fn put_parts_in_order(&mut self) {
        let below_lead = self.find_lead();
        self.split_dateline(below_lead);
        self.summary = self.summary.take().map(|summary| text::shorten(&summary, 3 * SUMMARY)).or_else(|| self.first_words());
        let mut seen = std::collections::HashSet::new();
        self.subjects.retain(|subject| !subject.name.is_empty() && seen.insert(subject.name.clone()));
    }

    /// Leaves out the headline where the body opens with it.
    pub fn drop_repeated_headline(&mut self) {
        if let Some(Block::Heading(heading)) = self.body.first()
            && plain(&heading.text) == self.headline
        {
            self.take_out(0);
        }
    }

    /// Gives the place in the body where the lead picture stood.
    fn find_lead(&mut self) -> Option<usize> {
        if self.lead.is_none()
            && let Some(Block::Image(image)) = self.body.first()
        {
            self.lead = Some(image.clone());
        }
        let name = without_size(&self.lead.as_ref()?.src);
        let is_lead = |block: &Block| matches!(block, Block::Image(image) if without_size(&image.src) == name);
        let at = self.body.iter().position(is_lead)?;
        let image = self.take_out(at);
        let lead = self.lead.as_mut()?;
        if let Block::Image(image) = image {
            lead.caption = lead.caption.take().or(image.caption);
            lead.credit = lead.credit.take().or(image.credit);
            if lead.alt.is_empty() {
                lead.alt = image.alt;
            }
        }
        Some(at)
    }

    /// Where a dateline opens the story: the first paragraph, but for lines below pictures and lines about the story.
    fn opening(&self, below_lead: Option<usize>) -> Option<(usize, usize)> {
        let paragraphs = self.body.iter().enumerate().filter_map(|(at, block)| match block {
            Block::Paragraph { text, .. } => Some((at, plain(text))),
            _ => None,
        });
        for (at, words) in paragraphs.take(BEFORE) {
            if let Some(length) = dateline::length(&words) {
                return Some((at, length));
            }
            let above = at.checked_sub(1).and_then(|above| self.body.get(above));
            let is_below = below_lead == Some(at) || matches!(above, Some(Block::Image(_)));
            let is_caption = is_below && words.chars().count() <= CAPTION;
            if !is_caption && !ABOVE.iter().any(|word| words.trim_start_matches(['（', '(', '【', ' ']).starts_with(word)) {
                return None;
            }
        }
        None
    }

    fn split_dateline(&mut self, below_lead: Option<usize>) {
        let Some((at, length)) = self.opening(below_lead) else { return };
        let Some(Block::Paragraph { text, .. }) = self.body.get_mut(at) else { return };
        let dateline = dateline::split(text, length);
        // A byline names who filed the story, often one of several makers.
        let told = std::mem::replace(&mut self.by, credits::in_dateline(&dateline));
        let others = told.into_iter().filter(|credit| !self.by.iter().any(|by| by.name == credit.name)).collect::<Vec<_>>();
        self.by.extend(others);
        // What the body opens with is what readers saw.
        self.dateline = Some(dateline);
        if text.is_empty() {
            self.take_out(at);
        }
    }

    /// Takes a block out of the body; links to it lead to what follows it.
    fn take_out(&mut self, at: usize) -> Block {
        let block = self.body.remove(at);
        hand_on(block.anchor(), &mut self.body, at);
        block
    }

    fn first_words(&self) -> Option<String> {
        let mut words = String::new();
        for paragraph in self.body.iter().flat_map(block_words) {
            if words.chars().count() >= SUMMARY {
                break;
            }
            let gap = if words.is_empty() || paragraph.starts_with(text::is_ideographic) { "" } else { " " };
            words.push_str(gap);
            words.push_str(&paragraph);
        }
        Some(text::shorten(&words, SUMMARY)).filter(|words| !words.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CAPTION_LINE: &str = "鹭潮码头，渡轮靠岸。林帆 摄";
    const STORY: &str = "本报9月30日讯（记者 林帆）昨天，渡轮复航。";

    fn in_order(body: serde_json::Value) -> Dispatch {
        let mut dispatch = Dispatch { body: serde_json::from_value(body).unwrap(), ..Dispatch::default() };
        dispatch.put_in_order();
        dispatch
    }

    fn words(dispatch: &Dispatch) -> Vec<String> {
        dispatch.body.iter().flat_map(block_words).collect()
    }

    fn paragraph(text: &str) -> serde_json::Value {
        serde_json::json!({"kind": "paragraph", "text": [text]})
    }

    fn image(src: &str) -> serde_json::Value {
        serde_json::json!({"kind": "image", "src": src, "alt": ""})
    }

    #[test]
    fn a_dateline_is_found_below_a_picture_and_lines_about_the_story() {
        for before in [
            vec![],
            vec![image("a.jpg"), paragraph(CAPTION_LINE)],
            vec![image("a.jpg"), paragraph(CAPTION_LINE), image("b.jpg"), paragraph(CAPTION_LINE)],
            vec![paragraph("原标题：渡轮复航")],
            vec![paragraph("（原標題：渡輪復航）"), paragraph("来源：海湾日报")],
            vec![paragraph("编者按：渡轮停航两年。"), image("a.jpg"), paragraph(CAPTION_LINE)],
        ] {
            let mut body = before.clone();
            body.push(paragraph(STORY));
            let dispatch = in_order(body.into());
            assert_eq!(dispatch.dateline.as_deref(), Some("本报9月30日讯（记者 林帆）"), "{before:?}");
            assert_eq!(dispatch.by.first().map(|credit| credit.name.as_str()), Some("林帆"));
            // Nothing else goes or moves.
            let kept = words(&dispatch);
            assert_eq!(kept.last().map(String::as_str), Some("昨天，渡轮复航。"));
            assert_eq!(kept.len(), 1 + before.iter().filter(|block| block["kind"] == "paragraph").count(), "{kept:?}");
        }
    }

    #[test]
    fn a_dateline_inside_of_a_story_is_none_of_it() {
        for first in [paragraph("渡轮停航两年。"), paragraph(CAPTION_LINE)] {
            let dispatch = in_order(vec![first, paragraph(STORY)].into());
            assert_eq!(dispatch.dateline, None);
        }
        let long = paragraph(&"渡轮停航两年。".repeat(20));
        assert_eq!(in_order(vec![image("a.jpg"), long, paragraph(STORY)].into()).dateline, None);
    }
}
