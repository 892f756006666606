//! Whatever leads nowhere; printed as `404.html`.

use super::kind::PageKind;
use crate::stage::{use_paths, use_site, use_words};
use crate::words::Words;
use strait_markup::{Node, view};
use strait_model::Site;
use strait_model::paths::Address;

/// Says that nothing is there, and shows ways onward.
#[derive(Clone, Debug, PartialEq)]
pub struct NotFoundPage;

impl PageKind for NotFoundPage {
    fn address(&self) -> Option<Address> {
        None
    }

    fn title(&self, site: &Site) -> String {
        format!("{} - {}", Words::of(&site.language).not_found, site.name)
    }

    fn view(self) -> Node {
        let words = use_words();
        let paths = use_paths();
        let front = paths.page(&Address::Front);
        let sections = use_site().sections.iter().map(|section| section.alone()).collect::<Vec<_>>();
        let links = sections.into_iter().map(move |section| {
            let href = paths.page(&Address::Section(section.path));
            view! { <li><a href=href>{section.name}</a></li> }
        });
        view! {
            <div class="message-page">
                <h1 class="page-title" tabindex="-1">{words.not_found}</h1>
                <p>{words.not_found_note}</p>
                <p><a class="button" href=front>{words.to_front}</a></p>
                // No landmark: the masthead has the same.
                <div class="section-links"><ul>{links.collect::<Node>()}</ul></div>
            </div>
        }
    }
}
