//! Fetches posts from a WordPress site, page by page.

use crate::import::{ImportError, web};
use url::Url;

const PER_PAGE: u32 = 100;

/// Takes an answer, with its address.
type Take<'a> = &'a mut dyn FnMut(&str, &[u8]) -> Result<(), ImportError>;

/// Fetches every page of posts, oldest change first, and hands each over with its address.
/// `since` (RFC 3339) asks for what changed after it.
pub fn posts(site: &str, since: Option<&str>, say: &dyn Fn(&str), each: Take<'_>) -> Result<(), ImportError> {
    let agent = web::agent();
    let mut page = 1;
    loop {
        let address = page_address(site, page, since)?;
        let (bytes, pages) = web::get(&agent, &address)?;
        say(&format!("page {page} of {}", pages.max(page)));
        each(&address, &bytes)?;
        if page >= pages {
            return Ok(());
        }
        page += 1;
    }
}

/// The address of a page: of a site, of its `/wp-json/`, or of the posts themselves.
fn page_address(site: &str, page: u32, since: Option<&str>) -> Result<String, ImportError> {
    let refuse = |reason: &str| ImportError::Fetch { address: site.to_owned(), reason: reason.to_owned() };
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
