//! Running text while it is gathered.

use strait_model::{Image, Span, Text};

/// Running text while it is gathered: its spans, and the marks that are open.
#[derive(Default)]
pub struct Inline {
    text: Text,
    strong: usize,
    emphasis: usize,
    hrefs: Vec<String>,
    /// Pictures within it, which stand behind it.
    pub images: Vec<Image>,
}

impl Inline {
    /// Adds words.
    pub fn words(&mut self, words: &str) {
        let mark = Span {
            text: String::new(),
            strong: self.strong > 0,
            emphasis: self.emphasis > 0,
            href: self.hrefs.last().filter(|href| !href.is_empty()).cloned(),
            ..Span::default()
        };
        match self.text.last_mut() {
            Some(last) if Span { text: String::new(), ..last.clone() } == mark => last.text.push_str(words),
            _ => self.text.push(Span { text: words.to_owned(), ..mark }),
        }
    }

    /// A line ends where it is no end: between two Chinese characters nothing stands for it.
    pub fn soft_break(&mut self, next: Option<char>) {
        let is_wide = |character: char| matches!(character, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..);
        let last = self.text.iter().rev().find_map(|span| span.text.chars().next_back());
        if !(last.is_some_and(is_wide) && next.is_some_and(is_wide)) {
            self.words(" ");
        }
    }

    /// Opens or closes a mark.
    pub fn strong(&mut self, opens: bool) {
        self.strong = if opens { self.strong + 1 } else { self.strong.saturating_sub(1) };
    }

    /// The same.
    pub fn emphasis(&mut self, opens: bool) {
        self.emphasis = if opens { self.emphasis + 1 } else { self.emphasis.saturating_sub(1) };
    }

    /// A link opens, or the last one closes.
    pub fn link(&mut self, href: Option<String>) {
        match href {
            Some(href) => self.hrefs.push(href),
            None => drop(self.hrefs.pop()),
        }
    }

    /// What was gathered since this was last asked; nothing where that is blank.
    pub fn take(&mut self) -> Option<Text> {
        let text = std::mem::take(&mut self.text);
        (!strait_model::plain(&text).trim().is_empty()).then_some(text)
    }
}
