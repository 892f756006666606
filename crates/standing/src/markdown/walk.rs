//! Goes through the parts of a page in their order.

use super::Written;
use super::inline::Inline;
use super::lists::Lists;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use strait_model::{Block, Heading, Image, Lines, Quote, Span, Table, Text, plain};

/// Reads what stands behind the front matter, which ends at `begin`.
pub fn read(text: &str, begin: usize) -> Written {
    let events: Vec<_> = Parser::new_ext(&text[begin..], Options::ENABLE_TABLES).into_offset_iter().collect();
    let mut walk = Walk::default();
    for (at, (event, range)) in events.iter().enumerate() {
        walk.line = 1 + text[..begin + range.start].matches('\n').count();
        let next = match events.get(at + 1) {
            Some((Event::Text(text) | Event::Code(text), _)) => text.chars().next(),
            _ => None,
        };
        walk.take(event, next);
    }
    walk.written
}

#[derive(Default)]
struct Walk {
    written: Written,
    inline: Inline,
    lists: Lists,
    /// How many quotations are open.
    quotes: usize,
    table: Option<Table>,
    row: Vec<Text>,
    /// The picture whose description is being read.
    image: Option<Image>,
    code: Option<Lines>,
    /// The line of what is being read, and of the block that it is in.
    line: usize,
    began: usize,
}

impl Walk {
    fn take(&mut self, event: &Event, next: Option<char>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) => self.words(text),
            Event::Code(text) => self.words(text),
            Event::Html(html) | Event::InlineHtml(html) => {
                self.written.html.get_or_insert(self.line);
                self.words(html.trim_end_matches('\n'));
            }
            Event::SoftBreak if self.image.is_none() => self.inline.soft_break(next),
            // A part of a paragraph is one of its own, but within a point or a cell.
            Event::HardBreak if self.is_plain_paragraph() => self.paragraph(),
            Event::SoftBreak | Event::HardBreak => self.words(" "),
            Event::Rule => self.push(Block::Divider),
            Event::FootnoteReference(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.words(text),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag {
            Tag::Paragraph | Tag::Heading { .. } | Tag::HtmlBlock if !self.lists.is_open() => self.began = self.line,
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::CodeBlock(kind) => {
                self.close_point();
                self.began = self.line;
                let language = match kind {
                    CodeBlockKind::Fenced(info) => info.split_whitespace().next().map(str::to_owned),
                    CodeBlockKind::Indented => None,
                };
                self.code = Some(Lines { anchor: None, text: vec![], language });
            }
            Tag::List(start) => {
                if self.lists.is_open() {
                    self.close_point();
                } else {
                    self.began = self.line;
                }
                self.lists.begin(*start);
            }
            Tag::Table(_) => {
                self.began = self.line;
                self.table = Some(Table { anchor: None, caption: None, header: vec![], rows: vec![] });
            }
            Tag::Emphasis => self.inline.emphasis(true),
            Tag::Strong => self.inline.strong(true),
            Tag::Link { dest_url, .. } => self.inline.link(Some(dest_url.to_string())),
            Tag::Image { dest_url, title, .. } => {
                let caption = Some(title.to_string()).filter(|title| !title.is_empty());
                self.image = Some(Image { src: original(dest_url), caption, ..Image::default() });
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock if self.lists.is_open() => self.between_paragraphs(),
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.paragraph(),
            TagEnd::Heading(level) => self.heading(level),
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::CodeBlock => {
                if let Some(mut lines) = self.code.take() {
                    let text = plain(&lines.text);
                    lines.text = vec![Span::from(text.trim_end_matches('\n'))];
                    self.push(Block::Code(lines));
                }
            }
            TagEnd::Item => self.close_point(),
            TagEnd::List(_) => {
                if let Some(list) = self.lists.end() {
                    self.push(Block::List(list));
                }
                self.push_images();
            }
            TagEnd::TableCell => {
                let cell = self.inline.take().unwrap_or_default();
                self.row.push(cell);
            }
            TagEnd::TableHead | TagEnd::TableRow => self.table_row(tag == TagEnd::TableHead),
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    self.push(Block::Table(table));
                }
                self.push_images();
            }
            TagEnd::Emphasis => self.inline.emphasis(false),
            TagEnd::Strong => self.inline.strong(false),
            TagEnd::Link => self.inline.link(None),
            TagEnd::Image => self.inline.images.extend(self.image.take()),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        match (&mut self.code, &mut self.image) {
            (Some(lines), _) => lines.text.push(Span::from(words)),
            (None, Some(image)) => image.alt.push_str(words),
            (None, None) => self.inline.words(words),
        }
    }

    fn is_plain_paragraph(&self) -> bool {
        !self.lists.is_open() && self.table.is_none() && self.image.is_none() && self.code.is_none()
    }

    /// What was gathered is a paragraph, or somebody's words.
    fn paragraph(&mut self) {
        if let Some(text) = self.inline.take() {
            self.push(match self.quotes {
                0 => Block::Paragraph { anchor: None, text },
                _ => Block::Quote(Quote { anchor: None, text, cite: None }),
            });
        }
        self.push_images();
    }

    /// Pictures in running text stand behind it.
    fn push_images(&mut self) {
        let images = std::mem::take(&mut self.inline.images);
        images.into_iter().for_each(|image| self.push(Block::Image(image)));
    }

    /// The page's title is the first level; the others stand below it.
    fn heading(&mut self, level: HeadingLevel) {
        let Some(text) = self.inline.take() else { return };
        let is_title = level == HeadingLevel::H1 && self.written.body.is_empty() && self.written.title.is_none();
        if is_title {
            self.written.title = Some(plain(&text));
        } else {
            let level = if level <= HeadingLevel::H2 { 2 } else { 3 };
            self.push(Block::Heading(Heading { kicker: None, text, level, anchor: None }));
        }
        self.push_images();
    }

    /// A point of several paragraphs is one of their words.
    fn between_paragraphs(&mut self) {
        self.inline.words(" ");
    }

    /// What was gathered is a point.
    fn close_point(&mut self) {
        if !self.lists.is_open() {
            return;
        }
        if let Some(mut text) = self.inline.take() {
            if let Some(last) = text.last_mut() {
                last.text.truncate(last.text.trim_end().len());
            }
            self.lists.point(text);
        }
    }

    fn table_row(&mut self, is_header: bool) {
        let row = std::mem::take(&mut self.row);
        let Some(table) = &mut self.table else { return };
        match is_header {
            true => table.header = row.iter().map(|cell| Span::from(plain(cell).as_str())).collect(),
            false => table.rows.push(row),
        }
    }

    fn push(&mut self, block: Block) {
        self.written.body.push(block);
        self.written.lines.push(self.began.max(1));
    }
}

/// The name of an original, however a page leads to the pictures' folder.
fn original(href: &str) -> String {
    let below = href.trim_start_matches("../").trim_start_matches("./").trim_start_matches('/');
    if href.contains("://") { href.to_owned() } else { below.strip_prefix("pictures/").unwrap_or(below).to_owned() }
}
