//! Tables: from cells that span rows and columns to rows of equal length.

use super::places;
use super::sink::text_and_others;
use crate::fault::BodyFault;
use strait_model::{Block, Span, Table, Text, plain};

/// More is no table that anyone reads; a hostile one shall not fill the memory.
const MOST_CELLS: usize = 50_000;

/// A table while it is being read.
#[derive(Default)]
pub struct TableDraft {
    /// What it shows.
    pub caption: Option<String>,
    rows: Vec<Vec<Cell>>,
}

struct Cell {
    blocks: Vec<Block>,
    is_header: bool,
    columns: usize,
    rows: usize,
}

impl TableDraft {
    /// Begins a row.
    pub fn begin_row(&mut self) {
        self.rows.push(vec![]);
    }

    /// Adds a cell to the row.
    pub fn add_cell(&mut self, blocks: Vec<Block>, is_header: bool, columns: usize, rows: usize) {
        let cell = Cell { blocks, is_header, columns, rows };
        match self.rows.last_mut() {
            Some(row) => row.push(cell),
            None => self.rows.push(vec![cell]),
        }
    }

    /// The table; or what is in it, where it only puts things side by side.
    pub fn finish(self, note: &mut dyn FnMut(BodyFault)) -> Vec<Block> {
        if self.rows.iter().all(Vec::is_empty) {
            return self.caption.map(|caption| Block::paragraph(vec![caption.as_str().into()])).into_iter().collect();
        }
        if self.is_layout() {
            note(BodyFault::Flattened("<table>"));
            let cells = self.rows.into_iter().flatten().flat_map(|cell| cell.blocks);
            return self
                .caption
                .map(|caption| Block::paragraph(vec![caption.as_str().into()]))
                .into_iter()
                .chain(cells)
                .collect();
        }
        let (caption, has_header) = (self.caption, self.rows.first().is_some_and(|row| row.iter().all(|cell| cell.is_header)));
        let (mut rows, others) = spread(self.rows, note);
        let header = match has_header && rows.len() > 1 {
            true => {
                let mut header = rows.remove(0);
                // A header is called by no link, but its table is.
                let names = header.iter_mut().flat_map(places::take_from).collect();
                if let Some(cell) = rows.first_mut().and_then(|row| row.first_mut()) {
                    places::put(names, cell);
                }
                header.iter().map(|cell| Span::from(plain(cell).as_str())).collect()
            }
            false => vec![],
        };
        std::iter::once(Block::Table(Table { anchor: None, caption, header, rows })).chain(others).collect()
    }

    /// Whether it only puts things side by side, as pages did before 2005 and mails still do.
    fn is_layout(&self) -> bool {
        let cells = || self.rows.iter().flatten();
        let is_running = |cell: &Cell| {
            let paragraphs = cell.blocks.iter().filter(|block| matches!(block, Block::Paragraph { .. })).count();
            paragraphs > 3
                || cell.blocks.iter().any(|block| matches!(block, Block::Table(_) | Block::Heading(_) | Block::Gallery(_)))
        };
        let has_text = cells().any(|cell| cell.blocks.iter().any(|block| matches!(block, Block::Paragraph { .. })));
        self.rows.iter().all(|row| row.len() <= 1) || cells().any(is_running) || !has_text
    }
}

/// Rows of equal length. A cell over several rows is repeated in each: read alone, a row still makes sense.
fn spread(rows: Vec<Vec<Cell>>, note: &mut dyn FnMut(BodyFault)) -> (Vec<Vec<Text>>, Vec<Block>) {
    let (mut spread, mut others): (Vec<Vec<Text>>, Vec<Block>) = (vec![], vec![]);
    // For each column the text that still hangs down into it, and for how many rows.
    let mut hanging: Vec<(usize, Text)> = vec![];
    let mut count = 0;
    for row in rows {
        let mut texts = vec![];
        for cell in row {
            hang(&mut texts, &mut hanging);
            let (text, more) = text_and_others(cell.blocks);
            if !more.is_empty() {
                note(BodyFault::Flattened("<td>"));
                others.extend(more);
            }
            for column in 0..cell.columns {
                let text = if column == 0 { text.clone().unwrap_or_default() } else { Text::new() };
                if hanging.len() <= texts.len() {
                    hanging.resize(texts.len() + 1, (0, Text::new()));
                }
                if let Some(slot) = hanging.get_mut(texts.len()) {
                    *slot = (cell.rows - 1, if cell.rows > 1 { text.clone() } else { Text::new() });
                }
                texts.push(text);
            }
        }
        hang(&mut texts, &mut hanging);
        count += texts.len();
        if count > MOST_CELLS {
            note(BodyFault::Unkept("<tr>".to_owned()));
            break;
        }
        spread.push(texts);
    }
    spread.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    let width = spread.iter().map(Vec::len).max().unwrap_or(0);
    spread.iter_mut().for_each(|row| row.resize(width, Text::new()));
    (spread, others)
}

/// Fills columns into which a cell of a row above hangs.
fn hang(texts: &mut Vec<Text>, hanging: &mut [(usize, Text)]) {
    while let Some((left, text)) = hanging.get_mut(texts.len()).filter(|(left, _)| *left > 0) {
        *left -= 1;
        texts.push(text.clone());
    }
}
