//! What a newsroom may call a block of an article.

/// The ids of a page around its articles.
const TAKEN: [&str; 2] = ["content", "printed"];

/// Whether a newsroom may call a block so: `a`–`z`, digits and `-`, beginning with a letter, and no id of the page's own.
pub fn is_anchor(text: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let is_free = !TAKEN.contains(&text) && !text.starts_with("phone-");
    is_free && text.len() <= 32 && text.starts_with(|first: char| first.is_ascii_lowercase()) && text.bytes().all(is_allowed)
}
