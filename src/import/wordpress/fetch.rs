//! Fetches posts from a WordPress site, page by page.

use crate::import::ImportError;
use crate::import::web::{Web, shown};
use serde_json::Value;
use std::collections::HashSet;
use url::Url;

const PER_PAGE: u32 = 100;
/// No paper has more posts: half a million.
const MOST_PAGES: u32 = 5_000;
/// No paper has more to say, in bytes.
const MOST_BYTES: u64 = 4 << 30;

/// Takes an answer, with its address.
type Take<'a> = &'a mut dyn FnMut(&str, Vec<u8>) -> Result<(), ImportError>;

/// Fetches every page of posts, oldest change first, and hands each over with its address, until none comes that
/// was not there before, whatever the server says of their number.
/// `since` (RFC 3339) asks for what changed after it.
pub fn posts(web: &Web, site: &str, since: Option<&str>, say: &dyn Fn(&str), each: Take<'_>) -> Result<(), ImportError> {
    let (mut seen, mut bytes) = (HashSet::new(), 0);
    for page in 1..=MOST_PAGES {
        let address = page_address(site, page, since)?;
        let answer = web.get(&address)?;
        bytes += answer.bytes.len() as u64;
        let pages = answer.pages.unwrap_or(1).clamp(u64::from(page), u64::from(MOST_PAGES));
        let has_new = has_new(&answer.bytes, &mut seen);
        if !has_new && page > 1 {
            return Ok(());
        }
        say(&format!("page {page} of {pages}"));
        each(&shown(&address), answer.bytes)?;
        if !has_new || u64::from(page) >= answer.pages.unwrap_or(1) {
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

/// Whether an answer has a post that was not seen before, all of which are then. What is no list is new: it is told.
fn has_new(answer: &[u8], seen: &mut HashSet<u64>) -> bool {
    #[derive(serde::Deserialize)]
    struct Post {
        id: Option<Value>,
    }
    let Ok(posts) = serde_json::from_slice::<Vec<Post>>(answer) else { return true };
    posts.iter().filter(|post| post.id.as_ref().and_then(Value::as_u64).is_none_or(|id| seen.insert(id))).count() > 0
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
