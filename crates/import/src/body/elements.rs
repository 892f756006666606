//! Which element becomes what.

use super::effect::Effect;
use super::inner::may_be_note;
use super::list::ListDraft;
use super::places;
use super::sink::{Kind, Sink};
use super::tokens::Tag;
use super::walk::Walker;
use crate::fault::BodyFault;
use strait_model::Block;

impl Walker<'_> {
    /// Opens an element.
    pub(super) fn open(&mut self, tag: &Tag) {
        let before = self.pending.len();
        self.pending.extend(places::named(tag));
        if self.is_left_out(tag) {
            self.pending.truncate(before);
        } else if !(self.is_media(tag) || self.is_too_deep(&tag.name)) {
            self.open_kept(tag);
            self.find_places();
            self.scripted(tag);
        }
    }

    fn open_kept(&mut self, tag: &Tag) {
        match tag.name.as_str() {
            "br" => self.break_line(),
            "hr" => self.push(Block::Divider),
            "wbr" => {}
            "a" if tag.has_class("wp-block-file__button") => self.skip("a"),
            "a" => self.open_link(tag),
            name @ ("b" | "strong") => self.mark(name, |marks| marks.strong = true),
            name @ ("i" | "em" | "dfn" | "var") => self.mark(name, |marks| marks.emphasis = true),
            "sup" => self.mark("sup", |marks| marks.superscript = true),
            "sub" => self.mark("sub", |marks| marks.subscript = true),
            "span" => self.open_span(tag),
            "s" | "strike" | "del" => {
                self.note(BodyFault::Struck);
                self.enter(&tag.name, Effect::None);
            }
            "q" => {
                self.put("“");
                self.enter("q", Effect::None);
            }
            "ruby" | "rt" => self.open_ruby(&tag.name),
            _ => self.open_block(tag),
        }
    }

    fn open_block(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        match name {
            "h1" | "h2" => self.gather_block(name, Kind::Heading(2)),
            "h3" | "h4" | "h5" | "h6" => self.gather_block(name, Kind::Heading(3)),
            "ul" | "ol" | "div" | "dl" | "figure" if is_gallery(tag) => self.gather_block(name, Kind::Gallery { caption: None }),
            "ul" | "ol" | "menu" | "dir" => self.open_list(tag),
            "li" => self.open_item(tag),
            "pre" => self.open_lines(tag),
            "code" => self.open_code(tag),
            "div" if may_be_note(tag) => self.gather_block(name, Kind::Note),
            "div" | "p" | "section" if is_verse(tag) => self.gather_block(name, Kind::Lines { is_verse: true, language: None }),
            "blockquote" => self.gather_block(name, Kind::Quote { cite: None }),
            "cite" if self.is_in("blockquote") => self.gather(name, Kind::Cite),
            "cite" => self.mark(name, |marks| marks.emphasis = true),
            "footer" if self.is_in("blockquote") => self.gather(name, Kind::Cite),
            "aside" | "details" => self.gather_block(name, Kind::Aside { title: None }),
            "summary" => self.gather_block(name, Kind::Title),
            "figure" => self.gather_block(name, Kind::Figure { caption: None }),
            "figcaption" => self.gather_block(name, Kind::Caption),
            "table" => self.gather_block(name, Kind::Table(Box::default())),
            "caption" => self.open_within(name, &TABLE_PARTS, Kind::Caption),
            "tr" => self.open_row(),
            "td" | "th" => self.open_cell(tag),
            "dt" => {
                self.close_paragraph();
                self.flush();
                self.mark(name, |marks| marks.strong = true);
            }
            _ if is_block(name) => self.open_paragraph(name),
            _ => self.enter(name, Effect::None),
        }
    }

    fn gather_block(&mut self, name: &str, kind: Kind) {
        self.close_paragraph();
        self.gather(name, kind);
    }

    /// Opens an item of a list or the like: the one before it ends; without a list around it, it is a paragraph.
    fn open_within(&mut self, name: &str, parents: &[&str], kind: Kind) {
        if !self.close_down_into(parents) {
            return self.open_paragraph(name);
        }
        // A gallery is a list too, but it gathers pictures and has no items.
        match self.sink().is_some_and(|sink| sink.holds(&kind)) {
            true => self.gather(name, kind),
            false => self.open_paragraph(name),
        }
    }

    fn open_list(&mut self, tag: &Tag) {
        let mut faults = vec![];
        let draft = ListDraft::of(tag, &mut |fault| faults.push(fault));
        faults.into_iter().for_each(|fault| self.note(fault));
        self.gather_block(&tag.name, Kind::List(Box::new(draft)));
    }

    /// An item to which a link before it leads is a note, and so are those after it.
    fn open_item(&mut self, tag: &Tag) {
        let value = tag.get("value").parse().ok();
        self.open_within("li", &["ul", "ol", "menu", "dir"], Kind::Item { value });
        let is_marked = self.is_marked([places::key(tag.get("id")).as_str()].into_iter());
        let is_note = self.list_around().is_some_and(|list| {
            list.is_notes |= is_marked && list.is_empty();
            list.is_notes
        });
        // A note may be without words; its name is no other's.
        if let Some(sink) = self.sinks.last_mut().filter(|_| is_note) {
            sink.loose.append(&mut self.pending);
        }
    }

    fn open_lines(&mut self, tag: &Tag) {
        self.close_paragraph();
        let language = language(tag);
        let kind = Kind::Lines { is_verse: is_verse(tag) && language.is_none(), language };
        self.gather_in("pre", Sink::of_lines(kind));
    }

    /// Code in a `<pre>` says what language it is of; in a line it is text.
    fn open_code(&mut self, tag: &Tag) {
        if let Some(Kind::Lines { language: told, .. }) = self.sink().map(|sink| &mut sink.kind) {
            *told = told.take().or_else(|| language(tag));
        }
        self.enter("code", Effect::None);
    }

    fn open_paragraph(&mut self, name: &str) {
        self.close_paragraph();
        self.flush();
        self.enter(name, Effect::Block);
    }

    fn open_row(&mut self) {
        if self.close_down_into(&TABLE_PARTS) {
            self.flush();
            if let Some(Kind::Table(draft)) = self.sink().map(|sink| &mut sink.kind) {
                draft.begin_row();
            }
        }
    }

    fn open_cell(&mut self, tag: &Tag) {
        let is_header = tag.name == "th" || self.is_in("thead");
        let span = |name: &str, most: u32| tag.number(name).clamp(1, most) as usize;
        // The most that browsers take is 1000 and 65534: as a table of news neither makes sense.
        let kind = Kind::Cell { is_header, columns: span("colspan", 50), rows: span("rowspan", 200) };
        self.open_within(&tag.name, &TABLE_PARTS, kind);
    }

    fn open_span(&mut self, tag: &Tag) {
        // Word processors write marks so.
        let style: String =
            tag.get("style").to_ascii_lowercase().chars().filter(|character| !character.is_whitespace()).collect();
        let is_strong =
            ["bold", "600", "700", "800", "900"].iter().any(|weight| style.contains(&format!("font-weight:{weight}")));
        let is_stressed = style.contains("font-style:italic");
        self.mark("span", |marks| {
            marks.strong |= is_strong;
            marks.emphasis |= is_stressed;
        });
    }

    fn open_ruby(&mut self, name: &str) {
        if name == "rt" {
            self.begin_reading();
            self.enter(name, Effect::Reading);
        } else {
            self.sink().into_iter().for_each(|sink| sink.line.begin_ruby());
            self.enter(name, Effect::None);
        }
    }
}

/// What rows and cells stand in.
const TABLE_PARTS: [&str; 4] = ["table", "thead", "tbody", "tfoot"];

/// Elements that have no content.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "frame"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Elements that end a paragraph.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "body"
            | "center"
            | "dd"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "footer"
            | "form"
            | "header"
            | "hgroup"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "nav"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "tr"
            | "td"
            | "th"
            | "noscript"
            | "hl2"
            | "block"
            | "body.content"
    )
}

/// Whether an element is set as a poem.
fn is_verse(tag: &Tag) -> bool {
    ["wp-block-verse", "verse", "poem", "poetry"].iter().any(|class| tag.has_class(class))
}

/// The language of code, by the class or attribute that tells highlighters of it.
fn language(tag: &Tag) -> Option<String> {
    let of_class = |class: &str| {
        let name = class.strip_prefix("language-").or_else(|| class.strip_prefix("lang-"))?;
        Some(name.to_owned())
    };
    let told = tag.get("class").split_ascii_whitespace().find_map(of_class);
    let told = told.or_else(|| Some(tag.get("data-lang").to_owned()));
    told.filter(|name| {
        !name.is_empty() && name.len() <= 32 && name.chars().all(|sign| sign.is_ascii_alphanumeric() || "+#-_.".contains(sign))
    })
}

fn is_gallery(tag: &Tag) -> bool {
    [
        "gallery",
        "wp-block-gallery",
        "blocks-gallery-grid",
        "tiled-gallery",
        "wp-block-jetpack-tiled-gallery",
        "wp-block-jetpack-slideshow",
    ]
    .iter()
    .any(|class| tag.has_class(class))
}
