//! What can be wrong with the blocks of a body.

use super::article::Rules;
use super::filed::Filed;
use super::{links, picture};
use std::collections::HashSet;
use strait_faults::ContentFault;
use strait_faults::Findings;
use strait_faults::shortened;
use strait_faults::{PlaceFault, SiteFault, TextFault};
use strait_model::{Block, Embed, Gallery, Heading, Lines, List, Quote, Table, Text, is_anchor, plain};
use strait_press::anchors;

/// Notes what is wrong with a body.
pub fn check(body: &[Block], rules: &Rules, filed: &mut Filed, findings: &mut Findings) {
    if body.is_empty() {
        findings.add("/body", TextFault::EmptyBody);
    }
    let mut reading = Reading { rules, filed, findings, has_second_level: false, chosen: HashSet::new() };
    reading.blocks(body, "/body");
    filed.anchors = anchors::of(body).join(" ").into();
    links::check_own_anchors(filed, findings);
}

/// A walk through a body.
struct Reading<'a> {
    rules: &'a Rules<'a>,
    filed: &'a mut Filed,
    findings: &'a mut Findings,
    has_second_level: bool,
    /// The anchors that the newsroom chose.
    chosen: HashSet<String>,
}

impl Reading<'_> {
    fn blocks(&mut self, blocks: &[Block], at: &str) {
        blocks.iter().enumerate().for_each(|(index, block)| self.block(block, &format!("{at}/{index}")));
    }

    fn block(&mut self, block: &Block, at: &str) {
        if is_empty(block) {
            self.findings.add(at, TextFault::EmptyBlock);
        }
        if let Some(anchor) = block.anchor()
            && (!is_anchor(anchor) || !self.chosen.insert(anchor.to_owned()))
        {
            self.findings.add(format!("{at}/anchor"), PlaceFault::BadAnchor { anchor: shortened(anchor) });
        }
        match block {
            Block::Paragraph { text, .. } => self.text(text, &format!("{at}/text")),
            Block::Quote(Quote { text, .. }) | Block::Code(Lines { text, .. }) | Block::Verse(Lines { text, .. }) => {
                self.text(text, &format!("{at}/text"));
            }
            Block::Heading(heading) => self.heading(heading, at),
            Block::Image(image) => picture::check(image, at, picture::Words::Wanted, self.rules, self.filed, self.findings),
            Block::Gallery(Gallery { images, .. }) => images.iter().enumerate().for_each(|(index, image)| {
                let at = format!("{at}/images/{index}");
                picture::check(image, &at, picture::Words::Wanted, self.rules, self.filed, self.findings);
            }),
            Block::List(list) => self.list(list, at),
            Block::Notes(notes) => {
                self.note_names(block, at);
                self.texts(&notes.items, &format!("{at}/items"));
            }
            Block::Table(table) => self.table(table, at),
            Block::Video(video) => {
                picture::check_media(&video.src, at, self.rules, self.filed, self.findings);
                if let Some(poster) = &video.poster {
                    let at = format!("{at}/poster");
                    picture::check(poster, &at, picture::Words::Spared, self.rules, self.filed, self.findings);
                }
            }
            Block::Audio(audio) => {
                picture::check_media(&audio.src, at, self.rules, self.filed, self.findings);
                self.title(&audio.title, at);
            }
            Block::Embed(embed) => self.embed(embed, at),
            Block::Aside { body, .. } => self.blocks(body, &format!("{at}/body")),
            Block::Divider => {}
            Block::Unknown => self.findings.add(format!("{at}/kind"), ContentFault::UnknownBlock),
        }
    }

    fn heading(&mut self, heading: &Heading, at: &str) {
        match heading.level {
            2 => self.has_second_level = true,
            3 if !self.has_second_level => self.findings.add(at, TextFault::SkippedLevel),
            3 => {}
            level => self.findings.add(format!("{at}/level"), TextFault::BadLevel { level: level.into() }),
        }
        self.text(&heading.text, &format!("{at}/text"));
    }

    /// Single notes are places too, of which there is one of a name.
    fn note_names(&mut self, block: &Block, at: &str) {
        for name in anchors::of_notes(block) {
            if !self.chosen.insert(name.clone()) {
                self.findings.add(format!("{at}/anchor"), PlaceFault::BadAnchor { anchor: name });
            }
        }
    }

    fn list(&mut self, list: &List, at: &str) {
        let most = list.items.len();
        for (index, sublist) in list.sublists.iter().enumerate() {
            let is_below = sublist.first > 0 && sublist.count > 0;
            if !is_below || sublist.first.checked_add(sublist.count).is_none_or(|end| end > most) {
                self.findings.add(format!("{at}/sublists/{index}"), TextFault::BadSublist { points: most });
            }
        }
        self.texts(&list.items, &format!("{at}/items"));
    }

    fn table(&mut self, table: &Table, at: &str) {
        if table.header.is_empty() && !table.rows.is_empty() {
            self.findings.add(at, TextFault::NoTableHeader);
        }
        let header = Some(table.header.len()).filter(|columns| *columns > 0);
        let wanted = header.or(table.rows.first().map(Vec::len)).unwrap_or_default();
        for (index, row) in table.rows.iter().enumerate() {
            let at = format!("{at}/rows/{index}");
            if row.len() != wanted {
                self.findings.add(&at, TextFault::RaggedTable { row: index + 1, cells: row.len(), wanted });
            }
            self.texts(row, &at);
        }
        self.text(&table.header, &format!("{at}/header"));
    }

    fn embed(&mut self, embed: &Embed, at: &str) {
        if self.rules.site.player(&embed.provider, &embed.src).is_none() {
            self.findings.add(format!("{at}/src"), ContentFault::UnknownPlayer(shortened(&embed.provider)));
        }
        if !embed.href.starts_with("https://") && !embed.href.starts_with("http://") {
            self.findings.add(format!("{at}/href"), PlaceFault::UnsafeLink { href: shortened(&embed.href) });
        }
        self.title(&embed.title, at);
    }

    fn title(&mut self, title: &str, at: &str) {
        if title.trim().is_empty() {
            self.findings.add(format!("{at}/title"), SiteFault::NoWords { field: "title".to_owned() });
        }
    }

    fn texts(&mut self, texts: &[Text], at: &str) {
        texts.iter().enumerate().for_each(|(index, text)| self.text(text, &format!("{at}/{index}")));
    }

    fn text(&mut self, text: &Text, at: &str) {
        for (index, span) in text.iter().enumerate() {
            if let Some(href) = &span.href {
                links::check(href, &format!("{at}/{index}/href"), self.rules, self.filed, self.findings);
            }
        }
    }
}

/// Whether a block has nothing to show.
fn is_empty(block: &Block) -> bool {
    let is_blank = |text: &Text| plain(text).trim().is_empty();
    match block {
        Block::Paragraph { text, .. } | Block::Quote(Quote { text, .. }) | Block::Heading(Heading { text, .. }) => is_blank(text),
        Block::Code(lines) | Block::Verse(lines) => is_blank(&lines.text),
        Block::List(list) => list.items.iter().all(is_blank),
        Block::Notes(notes) => notes.items.iter().all(is_blank),
        Block::Table(table) => table.rows.is_empty(),
        Block::Gallery(gallery) => gallery.images.is_empty(),
        Block::Aside { body, .. } => body.is_empty(),
        _ => false,
    }
}
