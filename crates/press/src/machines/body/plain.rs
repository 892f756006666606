//! A body as text.

use strait_model::{Article, Block, Table, plain as words};

/// The body's words: a blank line between blocks, no captions, tables with tabs. The first
/// paragraph is opened by the dateline.
pub fn plain(article: &Article) -> String {
    let mut dateline = article.dateline.as_deref();
    let parts = article.body.iter().map(|block| match block {
        Block::Paragraph { text, .. } => format!("{}{}", dateline.take().unwrap_or_default(), words(text)),
        block => part(block),
    });
    joined(parts, "\n\n")
}

/// One block's words; empty for a block without any.
fn part(block: &Block) -> String {
    match block {
        Block::Paragraph { text, .. } => words(text),
        Block::Heading(heading) => joined([heading.kicker.clone().unwrap_or_default(), words(&heading.text)], "\n"),
        Block::Quote(quote) => match &quote.cite {
            Some(cite) => format!("{}\n—— {cite}", words(&quote.text)),
            None => words(&quote.text),
        },
        Block::Code(lines) | Block::Verse(lines) => words(&lines.text),
        Block::List(list) => joined(list.items.iter().map(|item| words(item)), "\n"),
        Block::Notes(notes) => {
            joined(notes.items.iter().enumerate().map(|(at, note)| format!("[{}] {}", at + 1, words(note))), "\n")
        }
        Block::Table(table) => rows(table),
        Block::Aside { title, body, .. } => joined(title.iter().cloned().chain(body.iter().map(part)), "\n\n"),
        Block::Image(_) | Block::Gallery(_) | Block::Video(_) | Block::Audio(_) | Block::Embed(_) => String::new(),
        Block::Divider | Block::Unknown => String::new(),
    }
}

fn rows(table: &Table) -> String {
    // A cell may be empty: its tab keeps the others in their columns.
    let row = |cells: Vec<String>| cells.join("\t");
    let header = row(table.header.iter().map(|span| span.text.clone()).collect());
    let rows = table.rows.iter().map(|cells| row(cells.iter().map(|cell| words(cell)).collect()));
    joined(std::iter::once(header).chain(rows), "\n")
}

/// The parts that are not empty.
fn joined(parts: impl IntoIterator<Item = String>, between: &str) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}
