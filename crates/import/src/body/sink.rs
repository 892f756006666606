//! What an element gathers, and what becomes of it when the element ends.

use super::line::Line;
use super::list::ListDraft;
use super::places;
use super::players;
use super::quote::quotes;
use super::shown::{aside, captioned, figure, gallery, recording};
use super::table::TableDraft;
use crate::fault::BodyFault;
use strait_model::{Block, Heading, Lines, Text, plain};

/// An element that gathers blocks of its own.
pub enum Kind {
    /// The body.
    Root,
    /// `<aside>`, `<details>`
    Aside { title: Option<String> },
    /// `<summary>`
    Title,
    /// `<blockquote>`
    Quote { cite: Option<String> },
    /// `<cite>` or `<footer>` of a quote
    Cite,
    /// `<h1>` to `<h6>`
    Heading(u8),
    /// `<ul>`, `<ol>`
    List(Box<ListDraft>),
    /// `<li>`, with its number where it has one
    Item { value: Option<u32> },
    /// `<pre>`, and poems
    Lines { is_verse: bool, language: Option<String> },
    /// `<table>`
    Table(Box<TableDraft>),
    /// What is made to hold a note
    Note,
    /// `<td>`, `<th>`
    Cell { is_header: bool, columns: usize, rows: usize },
    /// `<figcaption>`, `<caption>`
    Caption,
    /// `<figure>`
    Figure { caption: Option<String> },
    /// Pictures that a system marks as a gallery
    Gallery { caption: Option<String> },
    /// `<video>`, `<audio>`
    Recording { is_film: bool, src: Option<String>, poster: Option<String>, title: String },
}

/// What an element gathers.
pub struct Sink {
    pub kind: Kind,
    pub line: Line,
    pub blocks: Vec<Block>,
    /// Places in it that go with the first block that it becomes.
    pub loose: Vec<String>,
}

impl Sink {
    /// Nothing gathered yet.
    pub fn new(kind: Kind) -> Sink {
        Sink { kind, line: Line::default(), blocks: vec![], loose: vec![] }
    }

    /// What is gathered from a `<pre>`: white space stays.
    pub fn of_lines(kind: Kind) -> Sink {
        Sink { line: Line::kept(), ..Sink::new(kind) }
    }

    /// Ends the paragraph; of lines that are kept, the line.
    pub fn flush(&mut self) {
        if matches!(self.kind, Kind::Lines { .. }) {
            self.line.end_line();
        } else if let Some(text) = self.line.take() {
            self.blocks.push(players::block(text, self.is_of_blocks()));
        }
    }

    /// Whether paragraphs stay apart in it.
    pub fn is_of_blocks(&self) -> bool {
        matches!(self.kind, Kind::Root | Kind::Aside { .. } | Kind::Quote { .. } | Kind::Figure { .. } | Kind::Note)
    }

    /// Whether lines stay apart in it, other than by the line breaks that it keeps.
    pub fn has_lines(&self) -> bool {
        self.is_of_blocks() || (matches!(self.kind, Kind::Lines { .. }) && !self.line.is_kept())
    }

    /// Whether it is what a part of this kind belongs to.
    pub fn holds(&self, part: &Kind) -> bool {
        matches!((&self.kind, part), (Kind::List(_), Kind::Item { .. }) | (Kind::Table(_), Kind::Cell { .. } | Kind::Caption))
    }

    /// Ends the body; `pending` are places at which nothing stands.
    pub fn finish(mut self, mut pending: Vec<String>) -> Vec<Block> {
        pending.append(&mut self.loose);
        pending.append(&mut self.line.places);
        self.blocks.iter_mut().rev().for_each(|block| places::add(&mut pending, block));
        self.blocks
    }

    /// The points of a list are notes.
    pub fn begin_notes(&mut self) {
        if let Kind::List(list) = &mut self.kind {
            list.begin_notes();
        }
    }

    /// Ends it: what it gathered becomes part of what is around it, and its places go along.
    pub fn close_into(mut self, parent: &mut Sink, note: &mut dyn FnMut(BodyFault)) {
        self.loose.append(&mut self.line.places);
        let mut loose = match self.kind {
            Kind::Item { .. } => vec![],
            _ => std::mem::take(&mut self.loose),
        };
        let from = parent.blocks.len();
        self.become_part_of(parent, note);
        parent.blocks.get_mut(from).into_iter().for_each(|first| places::add(&mut loose, first));
        parent.loose.append(&mut loose);
    }

    fn become_part_of(mut self, parent: &mut Sink, note: &mut dyn FnMut(BodyFault)) {
        let blocks = self.blocks;
        match self.kind {
            Kind::Root | Kind::Note => parent.blocks.extend(blocks),
            Kind::Aside { title } => parent.blocks.extend(aside(title, blocks)),
            Kind::Title => parent.name(blocks),
            Kind::Quote { cite } => parent.blocks.extend(quotes(cite, blocks, note)),
            Kind::Cite => parent.cite(blocks),
            Kind::Heading(level) => {
                let (text, others) = text_and_others(blocks);
                parent.blocks.extend(text.map(|text| Block::Heading(Heading { kicker: None, text, level, anchor: None })));
                parent.blocks.extend(others);
            }
            Kind::List(draft) if draft.is_empty() => parent.blocks.extend(gallery(blocks)),
            Kind::List(draft) => {
                parent.add_list(*draft);
                parent.blocks.extend(blocks);
            }
            Kind::Item { value } => parent.add_item(blocks, value, self.loose),
            Kind::Lines { is_verse, language } => {
                let lines = |text| Lines { anchor: None, text, language };
                let block = if is_verse { Block::Verse } else { Block::Code };
                parent.blocks.extend(self.line.take().map(lines).map(block));
                parent.blocks.extend(blocks);
            }
            Kind::Table(draft) => {
                parent.blocks.extend(draft.finish(note));
                parent.blocks.extend(blocks);
            }
            Kind::Cell { is_header, columns, rows } => match &mut parent.kind {
                Kind::Table(draft) => draft.add_cell(blocks, is_header, columns, rows),
                _ => parent.blocks.extend(blocks),
            },
            Kind::Caption => parent.caption(blocks),
            Kind::Figure { caption } => parent.blocks.extend(figure(caption, blocks)),
            Kind::Gallery { caption } => {
                parent.blocks.extend(gallery(captioned(blocks)));
                parent.blocks.extend(caption.map(|caption| Block::paragraph(vec![caption.as_str().into()])));
            }
            Kind::Recording { is_film, src, poster, title } => match src {
                Some(src) => parent.blocks.push(recording(is_film, src, poster, title)),
                None => note(BodyFault::LostMedia(if is_film { "<video>" } else { "<audio>" }.to_owned())),
            },
        }
    }

    fn name(&mut self, blocks: Vec<Block>) {
        match &mut self.kind {
            Kind::Aside { title: title @ None } => {
                let (mut text, others) = text_and_others(blocks);
                self.loose.extend(text.as_mut().map(places::take_from).unwrap_or_default());
                *title = text.map(|text| plain(&text));
                self.blocks.extend(others);
            }
            _ => self.blocks.extend(blocks),
        }
    }

    fn cite(&mut self, blocks: Vec<Block>) {
        let (text, others) = text_and_others(blocks);
        match (&mut self.kind, text) {
            (Kind::Quote { cite: cite @ None }, Some(mut text)) => {
                self.loose.extend(places::take_from(&mut text));
                *cite = Some(plain(&text).trim_start_matches(['—', '–', '-', '―', ' ']).to_owned());
            }
            (_, Some(text)) => self.blocks.push(Block::paragraph(text)),
            (_, None) => {}
        }
        self.blocks.extend(others);
    }

    fn caption(&mut self, blocks: Vec<Block>) {
        let (text, others) = text_and_others(blocks);
        self.blocks.extend(others);
        let Some(mut text) = text else { return };
        let slot = match &mut self.kind {
            Kind::Figure { caption } | Kind::Gallery { caption } => Some(caption),
            Kind::Table(draft) => Some(&mut draft.caption),
            _ => None,
        };
        match slot.filter(|slot| slot.is_none()) {
            Some(slot) => {
                self.loose.extend(places::take_from(&mut text));
                *slot = Some(plain(&text));
            }
            None => self.blocks.push(Block::paragraph(text)),
        }
    }

    /// Adds a list; one that stands right in a list is below its last point.
    fn add_list(&mut self, draft: ListDraft) {
        match &mut self.kind {
            Kind::List(list) if !draft.is_notes => draft.finish().into_iter().for_each(|part| list.add_below(part)),
            _ => self.blocks.extend(Vec::<Block>::from(draft)),
        }
    }

    fn add_item(&mut self, blocks: Vec<Block>, value: Option<u32>, mut names: Vec<String>) {
        let (mut text, others) = text_and_others(blocks);
        let is_note = matches!(&self.kind, Kind::List(list) if list.is_notes);
        match text.as_mut() {
            Some(text) => places::put(names, text),
            None if is_note => places::put(names, text.get_or_insert_default()),
            None => self.loose.append(&mut names),
        }
        let Kind::List(list) = &mut self.kind else {
            self.blocks.extend(text.map(Block::paragraph));
            return self.blocks.extend(others);
        };
        let mut below = vec![];
        for block in others {
            match block {
                Block::List(inner) => below.push(inner),
                block => self.blocks.push(block),
            }
        }
        list.add(text, below, value);
    }
}

/// The paragraphs as one text, and what is none.
pub fn text_and_others(blocks: Vec<Block>) -> (Option<Text>, Vec<Block>) {
    let (mut text, mut others) = (Text::new(), Vec::new());
    let is_one_line = |lines: &Lines| !lines.text.iter().any(|span| span.text.contains('\n'));
    for block in blocks {
        let block = match block {
            Block::Code(lines) | Block::Verse(lines) if is_one_line(&lines) => Block::paragraph(lines.text),
            block => block,
        };
        match block {
            Block::Paragraph { text: more, .. } => {
                if !text.is_empty() {
                    text.push(" ".into());
                }
                text.extend(more);
            }
            block => others.push(block),
        }
    }
    (Some(text).filter(|text| !text.is_empty()), others)
}
