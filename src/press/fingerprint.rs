//! Short names for what something is made of: equal inputs, equal names (XXH3, <https://xxhash.com/>).

use std::io::Write;
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

/// What something is made of, in eight bytes.
pub type Key = u64;

/// Takes parts in order, and names them all.
#[derive(Clone, Default)]
pub struct Fingerprint(Xxh3);

impl Fingerprint {
    /// Adds a part; its length counts, so that no two lists of parts read alike.
    pub fn part(mut self, bytes: impl AsRef<[u8]>) -> Fingerprint {
        let bytes = bytes.as_ref();
        self.0.update(&(bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
        self
    }

    /// Adds a number.
    pub fn number(mut self, number: u64) -> Fingerprint {
        self.0.update(&number.to_le_bytes());
        self
    }

    /// Adds numbers, and how many they are.
    pub fn numbers(self, numbers: impl IntoIterator<Item = u64>) -> Fingerprint {
        let mut count = 0;
        let added = numbers.into_iter().fold(self, |print, number| {
            count += 1;
            print.number(number)
        });
        added.number(count)
    }

    /// The name of all that was added.
    pub fn key(self) -> Key {
        self.0.digest()
    }
}

/// Passes bytes on, and names all that went by.
pub struct Naming<W> {
    to: W,
    print: Xxh3,
}

impl<W: Write> Naming<W> {
    /// Passes bytes on to a writer.
    pub fn new(to: W) -> Naming<W> {
        Naming { to, print: Xxh3::new() }
    }

    /// The name of all bytes: what [`name_of`] says of them.
    pub fn key(self) -> Key {
        self.print.digest()
    }
}

impl<W: Write> Write for Naming<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.print.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.to.flush()
    }
}

/// The name of bytes, however they came.
pub fn name_of(bytes: &[u8]) -> Key {
    xxh3_64(bytes)
}

/// The name of one text or file.
pub fn key_of(bytes: impl AsRef<[u8]>) -> Key {
    Fingerprint::default().part(bytes).key()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_that_only_read_alike_together_have_names_of_their_own() {
        let print = |parts: [&str; 2]| parts.iter().fold(Fingerprint::default(), |print, part| print.part(part)).key();
        assert_ne!(print(["ab", "c"]), print(["a", "bc"]));
        assert_eq!(print(["ab", "c"]), print(["ab", "c"]));
        let lists = |a: &[u64], b: &[u64]| Fingerprint::default().numbers(a.to_vec()).numbers(b.to_vec()).key();
        assert_ne!(lists(&[1, 2], &[]), lists(&[1], &[2]));
    }
}
