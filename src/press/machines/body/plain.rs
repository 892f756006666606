//! A body as text.

use crate::model::{Article, Block, plain as words};

/// The body's words: a blank line between blocks, no captions, tables with tabs. The first
/// paragraph is opened by the dateline.
pub fn plain(article: &Article) -> String {
    let mut parts = parts(&article.body);
    if let Some(dateline) = &article.dateline {
        let first = article.body.iter().position(|block| matches!(block, Block::Paragraph { .. }));
        let before = article.body.iter().take(first.unwrap_or_default());
        let at = before.filter_map(part).count();
        if let (Some(_), Some(part)) = (first, parts.get_mut(at)) {
            part.insert_str(0, dateline);
        }
    }
    parts.join("\n\n")
}

fn parts(blocks: &[Block]) -> Vec<String> {
    blocks.iter().filter_map(part).collect()
}

/// One block's words; none for a block without any.
fn part(block: &Block) -> Option<String> {
    let part = match block {
        Block::Paragraph { text } => words(text),
        Block::Heading(heading) => heading.kicker.iter().cloned().chain([words(&heading.text)]).collect::<Vec<_>>().join("\n"),
        Block::Quote(quote) => match &quote.cite {
            Some(cite) => format!("{}\n—— {cite}", words(&quote.text)),
            None => words(&quote.text),
        },
        Block::List(list) => list.items.iter().map(|item| words(item)).collect::<Vec<_>>().join("\n"),
        Block::Table(table) => {
            let header = table.header.iter().map(|span| span.text.as_str()).collect::<Vec<_>>().join("\t");
            let rows = table.rows.iter().map(|row| row.iter().map(|cell| words(cell)).collect::<Vec<_>>().join("\t"));
            std::iter::once(header).chain(rows).filter(|row| !row.is_empty()).collect::<Vec<_>>().join("\n")
        }
        Block::Aside { title, body } => title.iter().cloned().chain(parts(body)).collect::<Vec<_>>().join("\n\n"),
        Block::Image(_) | Block::Gallery(_) | Block::Video(_) | Block::Audio(_) | Block::Embed(_) => String::new(),
        Block::Divider | Block::Unknown => String::new(),
    };
    Some(part).filter(|part| !part.is_empty())
}
