//! Names articles after what their source calls them, so that the same item is always the same article.

use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};
use strait_model::{ArticleId, InvalidAddress, Timestamp};
use unicode_normalization::UnicodeNormalization;

/// 32 signs that no reader confuses: no `0` and `o`, no `1` and `l`.
const SIGNS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// 50 bits: among a million articles the chance that two share a name is one in two thousand.
pub const SHORT: usize = 10;
/// 100 bits, for those two.
pub const LONG: usize = 20;

/// The day of an item and a hash of what its source calls it: `20260930-k3v9xq2m7d`. The day leads, so no
/// name is one that Windows keeps for a device; the signs are lower case, so no disk takes two for one.
pub fn article_id(key: &str, first: &Timestamp, zone: &TimeZone, length: usize) -> Result<ArticleId, InvalidAddress> {
    let first = first.in_zone(zone);
    let day = first.as_str().get(..10).unwrap_or_default().replace('-', "");
    ArticleId::try_from(format!("{day}-{}", hash(key, length)))
}

/// A hash of a text, as a number.
pub fn number(text: &str) -> u64 {
    Sha256::digest(text.trim().as_bytes()).iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// A hash of a text's NFC, `length` signs long, at most 32.
pub fn hash(text: &str, length: usize) -> String {
    let normal: String = text.trim().nfc().collect();
    hash_bytes(normal.as_bytes(), length)
}

/// A hash of bytes, `length` signs long, at most 32.
pub fn hash_bytes(bytes: &[u8], length: usize) -> String {
    let sign = |byte: &u8| SIGNS.get(usize::from(byte & 31)).copied().map_or('a', char::from);
    Sha256::digest(bytes).iter().take(length).map(sign).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(key: &str) -> String {
        let first = Timestamp::try_from("2026-09-30T20:00:00Z".to_owned()).unwrap();
        article_id(key, &first, &TimeZone::fixed(jiff::tz::offset(8)), SHORT).unwrap().to_string()
    }

    #[test]
    fn a_name_is_the_day_at_home_and_a_hash() {
        let name = named("urn:newsml:agency.example:1");
        assert!(name.starts_with("20261001-"), "{name}");
        assert_eq!(name.len(), 19);
        assert_eq!(name, named(" urn:newsml:agency.example:1 "));
    }

    #[test]
    fn hostile_keys_make_ordinary_names() {
        for key in ["../../etc/passwd", "CON", "nul.json", "\0", "C:\\x", &"é".repeat(100_000), "\u{202e}"] {
            assert!(named(key).bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
        }
        assert_eq!(named("caf\u{e9}"), named("cafe\u{301}"), "Unicode forms");
        assert_ne!(named("a"), named("A"));
    }
}
