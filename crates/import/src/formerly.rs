//! Where an item was before: the addresses at which its source shows it.

use super::fault::BodyFault;
use super::notes::Notes;
use super::text::shorten;
use strait_model::FormerAddress;
use url::Url;

/// No article is split into more pages.
const MOST_PAGES: usize = 50;

/// What WordPress' pages of a split post begin with.
const NEXT_PAGE: &str = "<!--nextpage-->";

/// The addresses of a page that says what it is called: its link, and an identifier that is one.
pub fn of_page(link: Option<&str>, permanent: Option<&str>, notes: &mut Notes) -> Vec<FormerAddress> {
    let mut found = vec![];
    [link, permanent].into_iter().flatten().for_each(|address| add(&mut found, address, notes));
    found
}

/// The addresses of a post of WordPress: its link, whatever its shape; `?p=` with its number, which leads to every post;
/// its guid, where that is an address; and the further pages of one that is split. `name`: `p`, or `page_id` of a page.
pub fn of_post(
    link: Option<&str>,
    guid: Option<&str>,
    (name, number): (&str, Option<&str>),
    content: Option<&str>,
    notes: &mut Notes,
) -> Vec<FormerAddress> {
    let mut found = of_page(link, guid.filter(|guid| guid.contains("?")), notes);
    let number = number.filter(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()));
    let home = [guid, link].into_iter().flatten().find_map(|address| Url::parse(address).ok().filter(Url::has_host));
    if let (Some(number), Some(home)) = (number, home) {
        // WordPress may live in a folder: its guid says which.
        let folder = if guid.is_some_and(|guid| guid.contains("?p=")) { home.path() } else { "/" };
        add(&mut found, &format!("{}{folder}?{name}={number}", home.origin().ascii_serialization()), notes);
    }
    let pages = content.map_or(1, |content| 1 + content.matches(NEXT_PAGE).count()).min(MOST_PAGES);
    if let Some(link) = link.filter(|link| !link.contains('?')) {
        (2..=pages).for_each(|page| add(&mut found, &format!("{}/{page}/", link.trim_end_matches('/')), notes));
    }
    found
}

/// Adds the addresses that a post had under the slugs it was called by before.
pub fn add_slugs(
    found: &mut Vec<FormerAddress>,
    link: Option<&str>,
    slug: Option<&str>,
    old: impl Iterator<Item = String>,
    notes: &mut Notes,
) {
    let (Some(link), Some(slug)) = (link, slug) else { return };
    // The path's last name is the slug's place, whatever follows it: `/2026/slug/`, `/2026/slug.html`.
    let Some(at) = link.trim_end_matches('/').rfind('/') else { return };
    let (above, name) = link.split_at(at + 1);
    let Some(rest) = name.strip_prefix(slug).filter(|rest| rest.is_empty() || rest.starts_with(['/', '.'])) else { return };
    for old in old.filter(|old| !old.is_empty() && !old.contains(['/', '?', '#'])).take(MOST_PAGES) {
        add(found, &format!("{above}{old}{rest}"), notes);
    }
}

/// The further pages of a split article, as its own links name them: `12.html` has `12_2.html` to `12_5.html`.
pub fn split_pages(own: &[FormerAddress], links: &[String]) -> Vec<FormerAddress> {
    let mut found = vec![];
    for own in own {
        let Some((stem, ending)) = [".shtml", ".html", ".htm"].iter().find_map(|end| Some((own.strip_suffix(end)?, end))) else {
            continue;
        };
        let page = |link: &String| link.strip_prefix(stem)?.strip_prefix('_')?.strip_suffix(ending)?.parse::<usize>().ok();
        let last = links.iter().filter_map(page).filter(|page| *page <= MOST_PAGES).max().unwrap_or_default();
        found.extend((2..=last).filter_map(|page| format!("{stem}_{page}{ending}").parse().ok()));
    }
    found
}

/// Adds an address, once. The front page is none; one that no host could be told of is told to the editor.
fn add(found: &mut Vec<FormerAddress>, address: &str, notes: &mut Notes) {
    let Some(url) = Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host()) else {
        return;
    };
    let (path, query) = (url.path(), url.query().map(|query| format!("?{query}")).unwrap_or_default());
    if path == "/" && query.is_empty() {
        return;
    }
    match format!("{}{path}{query}", url.origin().ascii_serialization()).parse::<FormerAddress>() {
        Ok(address) if found.iter().any(|known| known.key() == address.key()) => {}
        Ok(address) => found.push(address),
        Err(_) => notes.add("", BodyFault::LostAddress(shorten(address, 120))),
    }
}
