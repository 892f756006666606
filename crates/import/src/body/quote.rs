//! Quotations: all that is in one is somebody's words, and has its source.

use super::line::joined;
use crate::fault::BodyFault;
use strait_model::{Block, List, Quote, Span, Text};

/// A quotation while its blocks become lines.
#[derive(Default)]
struct Lines {
    text: Text,
    found: Vec<Block>,
}

/// The paragraphs, points and headings of a quotation as its lines; what has no words stands between. The last part
/// says whose words they are.
pub fn quotes(cite: Option<String>, blocks: Vec<Block>, note: &mut dyn FnMut(BodyFault)) -> Vec<Block> {
    let mut lines = Lines::default();
    for block in blocks {
        match block {
            Block::Paragraph { text, .. } => lines.add(text),
            Block::Heading(heading) => {
                note(BodyFault::Flattened("<blockquote><h2>"));
                lines.add(heading.text.into_iter().map(|span| Span { strong: true, ..span }).collect());
            }
            Block::List(list) => {
                note(BodyFault::Flattened("<blockquote><ul>"));
                lines.add_points(list, 0);
            }
            Block::Code(code) | Block::Verse(code) => lines.add(code.text),
            Block::Quote(Quote { text, cite, .. }) => {
                lines.add(text);
                cite.into_iter().for_each(|cite| lines.add(vec![format!("—— {cite}").as_str().into()]));
            }
            block => lines.end(Some(block)),
        }
    }
    lines.end(None);
    let quote = lines.found.iter_mut().rev().find_map(|block| match block {
        Block::Quote(quote) => Some(quote),
        _ => None,
    });
    match (quote, cite) {
        (Some(quote), cite) => quote.cite = cite,
        (None, Some(cite)) => lines.found.push(Block::paragraph(vec![cite.as_str().into()])),
        (None, None) => {}
    }
    lines.found
}

impl Lines {
    fn add(&mut self, text: Text) {
        if !self.text.is_empty() {
            self.text.push("\n".into());
        }
        self.text.extend(text);
    }

    /// Adds points with their marks or numbers, those of lists within further in.
    fn add_points(&mut self, list: List, depth: usize) {
        let (ordered, start, reversed) = (list.ordered, list.start, list.reversed);
        let points = list.points();
        let first = i64::from(start.unwrap_or(if reversed { points.len() as u32 } else { 1 }));
        for (at, point) in points.into_iter().enumerate() {
            let number = if reversed { first - at as i64 } else { first + at as i64 };
            let mark = if ordered { format!("{number}. ") } else { "• ".to_owned() };
            let mark = "\u{3000}".repeat(depth) + &mark;
            self.add(std::iter::once(Span::from(mark.as_str())).chain(point.text).collect());
            point.below.into_iter().for_each(|list| self.add_points(list, depth + 1));
        }
    }

    /// Ends the words, before a block that is none of them.
    fn end(&mut self, block: Option<Block>) {
        let text = joined(std::mem::take(&mut self.text));
        if !text.is_empty() {
            self.found.push(Block::Quote(Quote { anchor: None, text, cite: None }));
        }
        self.found.extend(block);
    }
}
