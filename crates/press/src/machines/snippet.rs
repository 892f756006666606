//! What partners paste, as a machine writes it: real content first, then the frame, then what makes it fit.
//! `scripts/tools/embed.js` writes the same for people.

use super::uri::own_uri;
use quick_xml::escape::escape;
use strait_model::paths::Paths;

/// The width that is told where one must be, in pixels: frames are as wide as their column.
pub const WIDTH: u32 = 600;
/// The room that a card takes, in pixels: it fits in from 240 pixels of width, and grows where it must.
pub const CARD_HEIGHT: u32 = 450;
/// The room that a list takes, in pixels.
pub const LIST_HEIGHT: u32 = 600;

/// What is pasted.
pub struct Snippet<'a> {
    /// The whole address of what is framed.
    pub frame: String,
    /// The whole address of its page.
    pub page: String,
    /// Its headline.
    pub title: &'a str,
    /// What it says.
    pub summary: &'a str,
    /// Whose it is.
    pub source: &'a str,
    /// The room that it takes, in pixels.
    pub height: u32,
}

impl Snippet<'_> {
    /// The markup. The spaces keep apart what a filter strips of its paragraphs.
    pub fn html(&self, paths: &Paths) -> String {
        let (page, frame) = (own_uri(self.page.clone()), own_uri(self.frame.clone()));
        let [page, frame, title, summary, source] = [&page, &frame, self.title, self.summary, self.source].map(escape);
        format!(
            "<blockquote><p><a href=\"{page}\">{title}</a></p> <p>{summary}</p> <p>—— {source}</p></blockquote>\
             <iframe src=\"{frame}\" title=\"{title}\" width=\"100%\" height=\"{}\" frameborder=\"0\" loading=\"lazy\" \
             referrerpolicy=\"strict-origin-when-cross-origin\" \
             sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"></iframe>\
             <script async src=\"{}\"></script>",
            self.height,
            escape(own_uri(paths.canonical_file(Paths::LOADER))),
        )
    }
}
