//! Short names for what something is made of: equal inputs, equal names (XXH3, <https://xxhash.com/>).

use xxhash_rust::xxh3::Xxh3;

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
        let added = numbers.into_iter().fold(self, |hash, number| {
            count += 1;
            hash.number(number)
        });
        added.number(count)
    }

    /// A hash of all that was added.
    pub fn key(self) -> Key {
        self.0.digest()
    }
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
        let key = |parts: [&str; 2]| parts.iter().fold(Fingerprint::default(), |hash, part| hash.part(part)).key();
        assert_ne!(key(["ab", "c"]), key(["a", "bc"]));
        assert_eq!(key(["ab", "c"]), key(["ab", "c"]));
        let lists = |a: &[u64], b: &[u64]| Fingerprint::default().numbers(a.to_vec()).numbers(b.to_vec()).key();
        assert_ne!(lists(&[1, 2], &[]), lists(&[1], &[2]));
    }
}
