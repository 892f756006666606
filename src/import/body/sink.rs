//! What an element gathers, and what becomes of it when the element ends.

use super::line::Line;
use super::list::ListDraft;
use super::places;
use super::players;
use super::quote::quotes;
use super::table::TableDraft;
use crate::import::fault::ImportFault;
use crate::model::{Audio, Block, Gallery, Heading, Image, Lines, Text, Video, plain};

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
    pub fn close_into(mut self, parent: &mut Sink, note: &mut dyn FnMut(ImportFault)) {
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

    fn become_part_of(mut self, parent: &mut Sink, note: &mut dyn FnMut(ImportFault)) {
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
                None => note(ImportFault::LostMedia(if is_film { "<video>" } else { "<audio>" }.to_owned())),
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

fn aside(title: Option<String>, mut body: Vec<Block>) -> Option<Block> {
    if body.is_empty() && title.is_none() {
        return None;
    }
    let heads = title.is_none() && matches!(body.first(), Some(Block::Heading(_)));
    let (title, mut names) = match heads.then(|| body.remove(0)) {
        Some(Block::Heading(mut heading)) => (Some(plain(&heading.text)), places::take_from(&mut heading.text)),
        _ => (title, vec![]),
    };
    let mut aside = Block::Aside { anchor: None, title, body: body.into_iter().flat_map(without_aside).collect() };
    places::add(&mut names, &mut aside);
    Some(aside)
}

/// An aside is shown in one level: one in it becomes a heading and what is below.
fn without_aside(block: Block) -> Vec<Block> {
    let Block::Aside { title, body, mut anchor } = block else { return vec![block] };
    let heading =
        title.map(|title| Block::Heading(Heading { kicker: None, text: vec![title.as_str().into()], level: 3, anchor: None }));
    let mut blocks: Vec<Block> = heading.into_iter().chain(body).collect();
    let mut names = places::take_waiting(&mut anchor);
    blocks.iter_mut().for_each(|block| places::add(&mut names, block));
    blocks
}

fn figure(caption: Option<String>, mut blocks: Vec<Block>) -> Vec<Block> {
    let Some(caption) = caption else { return gallery(blocks) };
    if let [Block::Embed(embed)] = blocks.as_mut_slice() {
        embed.title = caption;
        return blocks;
    }
    let slot = match blocks.as_mut_slice() {
        [Block::Image(image)] => &mut image.caption,
        [Block::Video(video)] => &mut video.caption,
        [Block::Audio(audio)] => &mut audio.caption,
        [Block::Table(table)] => &mut table.caption,
        [Block::Quote(quote)] => &mut quote.cite,
        _ => {
            let mut blocks = gallery(blocks);
            blocks.push(Block::paragraph(vec![caption.as_str().into()]));
            return blocks;
        }
    };
    slot.get_or_insert(caption);
    blocks
}

/// The only picture of a gallery, with the paragraph right after it as its caption.
fn captioned(mut blocks: Vec<Block>) -> Vec<Block> {
    if let [Block::Image(image), Block::Paragraph { text, .. }] = blocks.as_mut_slice()
        && image.caption.is_none()
    {
        image.caption = Some(plain(text));
        let mut names = places::take_from(text);
        blocks.truncate(1);
        blocks.iter_mut().for_each(|image| places::add(&mut names, image));
    }
    blocks
}

/// Pictures as one gallery, if they are several; a paragraph right after one is its caption.
fn gallery(blocks: Vec<Block>) -> Vec<Block> {
    let is_picture = |block: &Block| matches!(block, Block::Image(_) | Block::Gallery(_) | Block::Paragraph { .. });
    let pictures = blocks.iter().filter(|block| matches!(block, Block::Image(_) | Block::Gallery(_))).count();
    if pictures < 2 || !blocks.iter().all(is_picture) || !matches!(blocks.first(), Some(Block::Image(_) | Block::Gallery(_))) {
        return blocks;
    }
    let (mut images, mut others): (Vec<Image>, Vec<Block>) = (vec![], vec![]);
    let mut names = vec![];
    for mut block in blocks {
        if !matches!(block, Block::Paragraph { .. }) || images.last().is_some_and(|image| image.caption.is_none()) {
            names.extend(places::take(&mut block));
        }
        match (block, images.last_mut()) {
            (Block::Image(image), _) => images.push(image),
            (Block::Gallery(gallery), _) => images.extend(gallery.images),
            (Block::Paragraph { text, .. }, Some(image)) if image.caption.is_none() => image.caption = Some(plain(&text)),
            (block, _) => others.push(block),
        }
    }
    let mut gallery = Block::Gallery(Gallery { anchor: None, images });
    places::add(&mut names, &mut gallery);
    std::iter::once(gallery).chain(others).collect()
}

fn recording(is_film: bool, src: String, poster: Option<String>, title: String) -> Block {
    let poster = poster.map(|src| Image { src, alt: title.clone(), ..Image::default() });
    match is_film {
        true => {
            Block::Video(Video { anchor: None, src, poster, caption: Some(title).filter(|title| !title.is_empty()), seconds: 0 })
        }
        false => Block::Audio(Audio { anchor: None, src, title, caption: None, seconds: 0 }),
    }
}
