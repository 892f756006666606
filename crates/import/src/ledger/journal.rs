//! What was filed since the ledger was last written whole: a line for each item, so that an import that is killed knows
//! what it did when it is run again.
//!
//! A line is written before its article. So the last one is believed only where the article stands as it says; of all
//! others the next line shows that theirs was written.

use super::Entry;
use crate::id;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{BufRead, BufReader, Result, Seek, SeekFrom, Write};
use strait_confined::{Confined, ConfinedError};

/// Hidden, beside the ledger; gone when an import is done.
const FILE: &str = ".import-journal.jsonl";

/// What is filed, line by line.
pub struct Journal(File);

/// An item that is filed.
#[derive(Serialize, Deserialize)]
struct Line {
    item: String,
    entry: Entry,
    /// A hash of the article's file, where it is written anew.
    article: Option<String>,
}

impl Journal {
    /// What an import that was killed left, handed over item by item; the half line that it ended in is cut off, unless
    /// nothing may be written.
    pub fn replay(content: &Confined, is_dry: bool, each: &mut dyn FnMut(&str, &Entry) -> Result<()>) -> Result<bool> {
        if matches!(content.standing(FILE), Err(ConfinedError::Missing(_))) {
            return Ok(false);
        }
        let mut file = BufReader::new(content.update_own(FILE)?);
        let (mut believed, mut waiting, mut text) = (0, None::<(u64, Line)>, Vec::new());
        loop {
            text.clear();
            let length = file.read_until(b'\n', &mut text)? as u64;
            let line = serde_json::from_slice::<Line>(&text).ok().filter(|_| text.ends_with(b"\n"));
            // The next line shows that this one's article was written.
            if let Some((end, Line { item, entry, .. })) = waiting.take_if(|last| line.is_some() || is_written(content, &last.1))
            {
                each(&item, &entry)?;
                believed = end;
            }
            let Some(line) = line else { break };
            let begin = file.stream_position()? - length;
            waiting = Some((begin + length, line));
        }
        if !is_dry {
            file.get_ref().set_len(believed)?;
        }
        Ok(true)
    }

    /// Goes on with it, from its end.
    pub fn open(content: &Confined) -> Result<Journal> {
        let mut file = content.update_own(FILE)?;
        file.seek(SeekFrom::End(0))?;
        Ok(Journal(file))
    }

    /// Notes an item whose article is about to be written with these bytes; none: it stands already.
    pub fn note(&mut self, item: &str, entry: &Entry, article: Option<&[u8]>) -> Result<()> {
        let article = article.map(|bytes| id::hash_bytes(bytes, id::LONG));
        let mut line = serde_json::to_vec(&Line { item: item.to_owned(), entry: entry.clone(), article })?;
        line.push(b'\n');
        self.0.write_all(&line)
    }

    /// The ledger is whole: nothing is left to know.
    pub fn close(content: &Confined) -> std::result::Result<(), ConfinedError> {
        content.remove(FILE).map(drop)
    }
}

/// Whether the article of a line stands as the line says.
fn is_written(content: &Confined, Line { entry, article, .. }: &Line) -> bool {
    let Some(hash) = article else { return true };
    let file = content.read(format!("articles/{}.json", entry.id));
    file.is_ok_and(|read| id::hash_bytes(&read.bytes, id::LONG) == *hash)
}
