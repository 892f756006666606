//! Fetches posts from a WordPress site, page by page.

use crate::import::notes::Notes;
use crate::import::web::{Web, shown};
use crate::import::{ImportError, id, json, stream};
use serde_json::Value;
use std::collections::HashSet;
use url::Url;

const PER_PAGE: u32 = 100;
/// No paper has more posts: half a million.
const MOST_PAGES: u32 = 5_000;
/// No paper has more to say, in bytes.
const MOST_BYTES: u64 = 4 << 30;

/// What WordPress answers to who asks for a page after its last.
const NO_SUCH_PAGE: &str = "400 Bad Request";

/// Takes an answer, with its address.
type Take<'a> = &'a mut dyn FnMut(&str, Vec<u8>) -> Result<(), ImportError>;

/// Fetches every page of posts, oldest change first, and hands each over with its address, until none comes that
/// was not there before. The site's word on how many pages there are is not the last: after a full one comes another.
/// `since` (RFC 3339) asks for what changed after it.
pub fn posts(web: &Web, site: &str, since: Option<&str>, say: &dyn Fn(&str), each: Take<'_>) -> Result<(), ImportError> {
    let (mut seen, mut bytes, mut pages) = (HashSet::new(), 0, 1);
    for page in 1..=MOST_PAGES {
        let address = page_address(site, page, since)?;
        let answer = match web.get(&address) {
            Err(ImportError::Fetch { reason, .. }) if u64::from(page) > pages && reason == NO_SUCH_PAGE => return Ok(()),
            answer => answer?,
        };
        bytes += answer.bytes.len() as u64;
        pages = answer.pages.unwrap_or(pages);
        let found = Found::of(&answer.bytes, &mut seen);
        if page == 1 || found.new > 0 || found.is_odd {
            say(&format!("page {page} of {}", pages.clamp(u64::from(page), u64::from(MOST_PAGES))));
            each(&shown(&address), answer.bytes)?;
        }
        if found.new == 0 || (u64::from(page) >= pages && found.posts < PER_PAGE) {
            return Ok(());
        }
        if bytes > MOST_BYTES {
            break;
        }
    }
    let reason = format!(
        "it goes on after {MOST_PAGES} pages or {} GB; what came is imported, and --since asks for what is newer",
        MOST_BYTES >> 30
    );
    Err(ImportError::Fetch { address: shown(site), reason })
}

/// What is in an answer.
#[derive(Default)]
struct Found {
    /// Posts of a list.
    posts: u32,
    /// Those that were not seen before.
    new: u32,
    /// Whether there is anything else, or it is broken.
    is_odd: bool,
}

impl Found {
    /// Looks through an answer. All posts in it are seen then, by their numbers, or by all that they say.
    fn of(answer: &[u8], seen: &mut HashSet<String>) -> Found {
        let (mut found, mut notes) = (Found::default(), Notes::of(""));
        let look = &mut |place: &str, item: Value, _: &mut Notes| {
            // Items of a list have a place in it.
            if place.contains('/') && item.is_object() {
                let number = item.get("id").filter(|id| id.is_u64()).map(Value::to_string);
                found.posts += 1;
                found.new += u32::from(seen.insert(number.unwrap_or_else(|| id::hash(&item.to_string(), id::LONG))));
            } else {
                found.is_odd = true;
            }
            Ok(())
        };
        // Bytes in memory are read without fail.
        let _ = json::read(stream::of_bytes(answer.to_vec()), &[], &mut notes, look);
        found.is_odd |= !notes.finish().is_empty();
        found
    }
}

/// The address of a page: of a site, of its `/wp-json/`, or of the posts themselves.
fn page_address(site: &str, page: u32, since: Option<&str>) -> Result<String, ImportError> {
    let refuse = |reason: &str| ImportError::Fetch { address: shown(site), reason: reason.to_owned() };
    let mut url = Url::parse(site).map_err(|error| refuse(&error.to_string()))?;
    if !url.path().trim_end_matches('/').ends_with("/posts") {
        let root = url.path().split("/wp-json").next().unwrap_or_default().trim_end_matches('/').to_owned();
        url.set_path(&format!("{root}/wp-json/wp/v2/posts"));
    }
    let mut query = url.query_pairs_mut();
    query.append_pair("_embed", "1").append_pair("per_page", &PER_PAGE.to_string()).append_pair("page", &page.to_string());
    query.append_pair("orderby", "modified").append_pair("order", "asc");
    if let Some(since) = since {
        query.append_pair("modified_after", since);
    }
    drop(query);
    Ok(url.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_are_found_from_any_address_of_a_site() {
        for site in [
            "https://a.example/blog",
            "https://a.example/blog/",
            "https://a.example/blog/wp-json/",
            "https://a.example/blog/wp-json/wp/v2/posts",
        ] {
            let address = page_address(site, 2, Some("2026-09-30T00:00:00Z")).unwrap();
            assert!(address.starts_with("https://a.example/blog/wp-json/wp/v2/posts?_embed=1&per_page=100&page=2&"), "{address}");
            assert!(address.ends_with("modified_after=2026-09-30T00%3A00%3A00Z"), "{address}");
        }
    }
}
