//! What is imported, read piece by piece: files and answers of any length take the memory of one item.

use std::cell::Cell;
use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Error, Read, Result, Seek, SeekFrom};
use std::path::Path;
use std::rc::Rc;
use tempfile::SpooledTempFile;

/// An item that takes more is no news, in bytes.
pub const LARGEST_ITEM: u64 = 8 << 20;
/// What waits is kept in memory up to so many bytes, and on disk above.
const IN_MEMORY: usize = 4 << 20;
/// So much is read in one go.
const PART: usize = 64 << 10;

/// Bytes that can be read again.
pub trait Stream: BufRead + Seek {}

impl<T: BufRead + Seek> Stream for T {}

/// A file.
pub fn of_file(path: &Path) -> Result<Box<dyn Stream>> {
    Ok(Box::new(BufReader::with_capacity(PART, File::open(path)?)))
}

/// Bytes that are here already.
pub fn of_bytes(bytes: Vec<u8>) -> Box<dyn Stream> {
    Box::new(Cursor::new(bytes))
}

/// A place for bytes that wait, gone with whoever holds it.
pub fn spare() -> SpooledTempFile {
    SpooledTempFile::new(IN_MEMORY)
}

/// Where one of some words stands next.
pub fn find(stream: &mut dyn Stream, from: u64, words: &[&[u8]]) -> Result<Option<u64>> {
    let longest = words.iter().map(|word| word.len()).max().unwrap_or(1);
    // The end of a part, in which a word may begin.
    let (mut kept, mut at) = (vec![], from);
    stream.seek(SeekFrom::Start(from))?;
    loop {
        let part = stream.fill_buf()?;
        if part.is_empty() {
            return Ok(None);
        }
        let length = part.len();
        kept.extend_from_slice(part);
        stream.consume(length);
        let begins = |byte: &u8| words.iter().any(|word| word.first() == Some(byte));
        let found = kept.iter().enumerate().filter(|(_, byte)| begins(byte)).map(|(at, _)| at);
        if let Some(found) = found.into_iter().find(|at| words.iter().any(|word| kept[*at..].starts_with(word))) {
            return Ok(Some(at + found as u64));
        }
        let ends = kept.len().saturating_sub(longest);
        kept.drain(..ends);
        at += ends as u64;
    }
}

/// Counts lines, each once.
#[derive(Default)]
pub struct Lines {
    at: u64,
    lines: usize,
}

impl Lines {
    /// The line in which a place is, counted from 1. Places are asked for in order.
    pub fn of(&mut self, stream: &mut dyn Stream, place: u64) -> Result<usize> {
        stream.seek(SeekFrom::Start(self.at))?;
        while self.at < place {
            let part = stream.fill_buf()?;
            let length = part.len().min(usize::try_from(place - self.at).unwrap_or(usize::MAX));
            if length == 0 {
                break;
            }
            self.lines += part[..length].iter().filter(|byte| **byte == b'\n').count();
            stream.consume(length);
            self.at += length as u64;
        }
        Ok(self.lines + 1)
    }
}

/// Reads a stream, and fails where something in it takes more than an item may.
pub struct Bounded<'a> {
    stream: &'a mut dyn Stream,
    left: Renewal,
}

/// Tells a bounded stream that something new begins.
#[derive(Clone)]
pub struct Renewal(Rc<Cell<u64>>);

impl Bounded<'_> {
    /// From where the stream stands.
    pub fn of(stream: &mut dyn Stream) -> Bounded<'_> {
        Bounded { stream, left: Renewal(Rc::new(Cell::new(LARGEST_ITEM))) }
    }

    /// Tells it that something new begins.
    pub fn renewal(&self) -> Renewal {
        self.left.clone()
    }
}

impl Renewal {
    /// Something new begins.
    pub fn renew(&self) {
        self.0.set(LARGEST_ITEM);
    }
}

impl Read for Bounded<'_> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        let length = self.fill_buf()?.read(into)?;
        self.consume(length);
        Ok(length)
    }
}

impl BufRead for Bounded<'_> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        let left = self.left.0.get();
        if left == 0 {
            return Err(Error::other(format!("larger than {} MB", LARGEST_ITEM >> 20)));
        }
        let part = self.stream.fill_buf()?;
        Ok(&part[..part.len().min(usize::try_from(left).unwrap_or(usize::MAX))])
    }

    fn consume(&mut self, length: usize) {
        self.left.0.set(self.left.0.get().saturating_sub(length as u64));
        self.stream.consume(length);
    }
}
