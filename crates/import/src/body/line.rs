//! Running text while it is being read: white space collapses, equal marks join.

use super::places;
use crate::text::{clean, is_gap, is_ideographic};
use strait_model::{Span, Text};

/// Running text while it is being read.
#[derive(Default)]
pub struct Line {
    spans: Vec<Span>,
    /// Spans before this are closed: a ruby's base begins here.
    sealed: usize,
    /// White space that was met, with its marks, and whether all of it is line breaks of the source.
    gap: Option<(Span, bool)>,
    /// Whether all white space is kept as it is.
    is_kept: bool,
    /// The places in it to which links may lead.
    pub places: Vec<String>,
}

impl Line {
    /// A line that keeps white space as it is.
    pub fn kept() -> Line {
        Line { is_kept: true, ..Line::default() }
    }

    /// Whether it keeps white space as it is.
    pub fn is_kept(&self) -> bool {
        self.is_kept
    }

    /// Whether nothing was read yet.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// Adds text under the marks of `marks`, whose own text is empty.
    pub fn push(&mut self, text: &str, marks: &Span) {
        for character in clean(text).chars() {
            if self.is_kept {
                self.keep(character, marks);
            } else if is_gap(character) || (character == '\u{3000}' && self.is_empty()) {
                self.meet_gap(character, marks);
            } else {
                self.fill_gap(character);
                self.put(character, marks);
            }
        }
    }

    /// Ends a line of a verse: only within it, and at most one is left blank.
    pub fn end_line(&mut self) {
        self.gap = None;
        if !self.is_empty() && !self.spans.last().is_some_and(|span| span.text.ends_with("\n\n")) {
            self.put('\n', &Span::default());
        }
    }

    /// From here a ruby's base is read.
    pub fn begin_ruby(&mut self) {
        if let Some((marks, _)) = self.gap.take()
            && !self.is_empty()
        {
            self.put(' ', &marks);
        }
        self.sealed = self.spans.len();
    }

    /// Sets a reading above all that was read since.
    pub fn end_ruby(&mut self, reading: &str) {
        let base = self.spans.split_off(self.sealed.min(self.spans.len()));
        let reading = crate::text::one_line(reading);
        if let Some(first) = base.first() {
            let text: String = base.iter().map(|span| span.text.as_str()).collect();
            let ruby = Some(reading).filter(|reading| !reading.is_empty());
            self.spans.push(Span { text, ruby, ..first.clone() });
        }
        self.sealed = self.spans.len();
    }

    /// The text, if there is any, its places before it; where there is none, they wait.
    pub fn take(&mut self) -> Option<Text> {
        let Line { mut spans, places, .. } = std::mem::take(self);
        while let Some(last) = spans.last_mut() {
            let length = last.text.trim_end().len();
            last.text.truncate(length);
            if length > 0 {
                break;
            }
            spans.pop();
        }
        if spans.is_empty() {
            self.places = places;
            return None;
        }
        places::put(places, &mut spans);
        Some(spans)
    }

    /// Keeps a character as it is; what stands in a line of its own in the source does not begin with a blank one.
    fn keep(&mut self, character: char, marks: &Span) {
        if character != '\r' && !(character == '\n' && self.is_empty()) {
            self.put(character, marks);
        }
    }

    fn meet_gap(&mut self, character: char, marks: &Span) {
        let is_break = matches!(character, '\n' | '\r' | '\t' | ' ');
        let starts_with_break = matches!(character, '\n' | '\r');
        match &mut self.gap {
            Some((_, is_only_breaks)) => *is_only_breaks &= is_break,
            None => self.gap = Some((marks.clone(), starts_with_break)),
        }
    }

    /// Between two ideographs a line break of the source is no space.
    fn fill_gap(&mut self, next: char) {
        let Some((marks, is_break)) = self.gap.take() else { return };
        let Some(last) = self.spans.last().and_then(|span| span.text.chars().next_back()) else { return };
        if last != '\n' && !(is_break && is_ideographic(last) && is_ideographic(next)) {
            self.put(' ', &marks);
        }
    }

    fn put(&mut self, character: char, marks: &Span) {
        let is_open = self.spans.len() > self.sealed;
        match self.spans.last_mut() {
            Some(last) if is_open && is_marked_alike(last, marks) => last.text.push(character),
            _ => self.spans.push(Span { text: character.to_string(), ..marks.clone() }),
        }
    }
}

/// The text with neighbours that are marked alike as one span.
pub fn joined(text: Text) -> Text {
    let mut spans = Text::new();
    for span in text {
        match spans.last_mut() {
            Some(last) if span.ruby.is_none() && is_marked_alike(last, &span) => last.text.push_str(&span.text),
            _ => spans.push(span),
        }
    }
    spans
}

fn is_marked_alike(one: &Span, other: &Span) -> bool {
    one.strong == other.strong
        && one.emphasis == other.emphasis
        && one.superscript == other.superscript
        && one.subscript == other.subscript
        && one.href == other.href
        && one.ruby.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use strait_model::plain;

    fn line(pieces: &[&str]) -> String {
        let mut line = Line::default();
        pieces.iter().for_each(|piece| line.push(piece, &Span::default()));
        line.take().map(|text| plain(&text)).unwrap_or_default()
    }

    #[test]
    fn white_space_collapses_across_pieces() {
        assert_eq!(line(&["　　 one ", "\n two\u{a0}\u{a0}", " three "]), "one two three");
        assert_eq!(line(&[" ", "\n"]), "");
    }

    #[test]
    fn a_line_break_between_ideographs_is_no_space() {
        assert_eq!(line(&["厦门\n    大学", "\n校庆 开始"]), "厦门大学校庆 开始");
        assert_eq!(line(&["Xiamen\nUniversity"]), "Xiamen University");
    }

    #[test]
    fn a_gap_belongs_to_the_words_before_a_link() {
        let mut line = Line::default();
        let link = Span { href: Some("https://a.example/".into()), ..Span::default() };
        line.push("see ", &Span::default());
        line.push("this", &link);
        line.push(" now", &Span::default());
        let spans = line.take().unwrap();
        assert_eq!(spans.iter().map(|span| span.text.as_str()).collect::<Vec<_>>(), ["see ", "this", " now"]);
    }

    #[test]
    fn a_reading_is_set_above_its_base() {
        let mut line = Line::default();
        line.push("老", &Span::default());
        line.begin_ruby();
        line.push("厝", &Span::default());
        line.end_ruby("cuò");
        line.push("边", &Span::default());
        let spans = line.take().unwrap();
        assert_eq!(spans.len(), 3);
        assert_eq!(spans[1].ruby.as_deref(), Some("cuò"));
    }
}
