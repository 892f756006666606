//! How elements end, and what becomes of what was gathered in them.

use super::effect::Effect;
use super::elements::is_block;
use super::sink::{Kind, Sink};
use super::walk::Walker;

impl Walker<'_> {
    /// Closes an element, with those in it that are still open.
    pub(super) fn close(&mut self, name: &str) {
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth -= usize::from(skipped == name);
            if *depth == 0 {
                self.skipped = None;
            }
            return;
        }
        if name == "br" {
            return self.break_line();
        }
        if self.beyond > 0 {
            self.beyond -= 1;
            return self.break_at(name);
        }
        // What is in a cell cannot end what is around the table.
        let walls: &[&str] = match name {
            "table" => &[],
            "tr" | "td" | "th" | "caption" | "thead" | "tbody" | "tfoot" => &["table"],
            "li" => &["ul", "ol", "table"],
            _ => &["td", "th", "caption"],
        };
        let found = self.open.iter().rposition(|open| open.name == name || walls.contains(&open.name.as_str()));
        match found.filter(|at| self.open.get(*at).is_some_and(|open| open.name == name)) {
            Some(at) => self.close_down_to(at),
            None => self.break_at(name),
        }
    }

    /// Ends the elements within the innermost of these; false when none is open.
    pub(super) fn close_down_into(&mut self, names: &[&str]) -> bool {
        let found = self.open.iter().rposition(|open| names.contains(&open.name.as_str()));
        if let Some(at) = found {
            self.close_down_to(at + 1);
        }
        found.is_some()
    }

    /// A tag that opens or closes nothing still ends a paragraph if it is a block's.
    pub(super) fn break_at(&mut self, name: &str) {
        if is_block(name) {
            self.flush();
        }
    }

    /// A block ends the paragraph that is open.
    pub(super) fn close_paragraph(&mut self) {
        let innermost = self.open.iter().rposition(|open| open.name == "p" || matches!(open.effect, Effect::Sink));
        if let Some(at) = innermost.filter(|at| self.open.get(*at).is_some_and(|open| open.name == "p")) {
            self.close_down_to(at);
        }
    }

    pub(super) fn close_down_to(&mut self, length: usize) {
        while self.open.len() > length {
            let Some(open) = self.open.pop() else { return };
            match open.effect {
                Effect::None if open.name == "q" => self.put("”"),
                Effect::None => {}
                Effect::Block => self.flush(),
                Effect::Sink => self.close_sink(),
                Effect::Marks(before) => {
                    match open.name.as_str() {
                        "dt" => self.flush(),
                        "a" => self.marking = None,
                        _ => {}
                    }
                    self.marks = before;
                }
                Effect::Reading => {
                    let reading = self.reading.take().unwrap_or_default();
                    if let Some(sink) = self.sinks.last_mut() {
                        sink.line.end_ruby(&reading);
                    }
                }
            }
        }
    }

    fn close_sink(&mut self) {
        self.flush();
        let Some(mut sink) = self.sinks.pop() else { return };
        if matches!(sink.kind, Kind::Note) {
            self.end_note(&mut sink);
        } else if matches!(sink.kind, Kind::Item { .. }) && self.is_first_note(&sink) {
            self.sinks.last_mut().into_iter().for_each(Sink::begin_notes);
        }
        let place = format!(" @{}", self.at);
        match self.sinks.last_mut() {
            Some(parent) => sink.close_into(parent, &mut |fault| self.notes.add(&place, fault)),
            None => self.sinks.push(sink),
        }
    }
}
