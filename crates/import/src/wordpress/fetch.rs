//! Fetches posts from a WordPress site, page by page.

use super::terms;
use crate::about::About;
use crate::notes::Notes;
use crate::web::{Web, shown};
use crate::{ImportError, id, json, stream};
use serde_json::Value;
use std::collections::HashSet;
use strait_report::problem::Bilingual;
use url::Url;

const PER_PAGE: u32 = 100;
/// No paper has more categories: ten thousand.
const MOST_PAGES_OF_CATEGORIES: u32 = 100;
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
pub fn posts(web: &Web, site: &str, since: Option<&str>, say: &dyn Fn(&Bilingual), each: Take<'_>) -> Result<(), ImportError> {
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
            let of = pages.clamp(u64::from(page), u64::from(MOST_PAGES));
            say(&Bilingual::new(format!("第 {page} 页，共 {of} 页"), format!("page {page} of {of}")));
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

/// Takes in what a site says of itself. Its language stands only in its feed, which it need not have.
pub fn describe(web: &Web, site: &str, about: &mut About) -> Result<(), ImportError> {
    let root = root(site)?;
    take_in(&web.document(root.as_str())?, about);
    let mut feed = root;
    feed.set_path(&format!("{}/feed/", feed.path().split("/wp-json").next().unwrap_or_default().trim_end_matches('/')));
    let told = web.document(feed.as_str()).ok().map(stream::of_bytes);
    let mut of_feed = About::default();
    // Bytes in memory are read without fail.
    let _ = told.map(|told| crate::feed::describe(told, &mut of_feed));
    about.says_language(of_feed.language().map(str::to_owned));
    Ok(())
}

/// Takes in all categories of a site.
pub fn categories(web: &Web, site: &str, about: &mut About) -> Result<(), ImportError> {
    for page in 1..=MOST_PAGES_OF_CATEGORIES {
        let mut url = root(site)?;
        url.set_path(&format!("{}/wp/v2/categories", url.path().trim_end_matches('/')));
        url.query_pairs_mut().append_pair("per_page", &PER_PAGE.to_string()).append_pair("page", &page.to_string());
        let answer = web.get(url.as_str())?;
        take_in(&answer.bytes, about);
        if u64::from(page) >= answer.pages.unwrap_or(1) {
            break;
        }
    }
    Ok(())
}

/// What an answer tells of its site.
fn take_in(answer: &[u8], about: &mut About) {
    let take = &mut |_: &str, value: Value, _: &mut Notes| {
        terms::describe(&value, about);
        Ok(())
    };
    // Bytes in memory are read without fail.
    let _ = json::read(stream::of_bytes(answer.to_vec()), &[], &mut Notes::of(""), take);
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
    let mut url = parsed(site)?;
    if !is_list(&url) {
        url = root(site)?;
        url.set_path(&format!("{}wp/v2/posts", url.path()));
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

/// The address where a site describes itself: `/wp-json/`.
fn root(site: &str) -> Result<Url, ImportError> {
    let mut url = parsed(site)?;
    let root = url.path().split("/wp-json").next().unwrap_or_default().trim_end_matches('/').to_owned();
    url.set_path(&format!("{root}/wp-json/"));
    Ok(url)
}

fn is_list(url: &Url) -> bool {
    url.path().trim_end_matches('/').ends_with("/posts")
}

fn parsed(site: &str) -> Result<Url, ImportError> {
    Url::parse(site).map_err(|error| ImportError::Fetch { address: shown(site), reason: error.to_string() })
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
