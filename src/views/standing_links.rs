//! Links to the pages that stand beside the news.

use crate::stage::{use_paths, use_site, use_stage};
use leptos::prelude::GetUntracked;
use strait_markup::{Node, view};
use strait_model::PagePlace;
use strait_model::paths::Address;

/// A list item for each page that has its link in a place.
pub fn standing_links(place: PagePlace) -> Node {
    let (site, paths, shown) = (use_site(), use_paths(), use_stage().shown.get_untracked());
    let links = site.pages.iter().filter(|page| page.place == place).map(|page| {
        let address = Address::Standing(page.name.clone());
        let current = (shown.address.as_ref() == Some(&address)).then_some("page");
        view! { <li><a href=paths.page(&address) aria-current=current>{page.label.clone()}</a></li> }
    });
    links.collect()
}
