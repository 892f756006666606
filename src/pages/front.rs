//! `/`

use super::kind::PageKind;
#[cfg(not(target_arch = "wasm32"))]
use super::style::PageStyle;
use crate::stage::{use_site, use_words};
use crate::views::{HeadlineCard, HeadlineList, LeadStory, PictureRail, StripView, Wanted};
use strait_markup::{Node, view};
use strait_model::paths::Address;
use strait_model::{Front, Image, Site};

/// The front page, in the editor's order.
#[derive(Clone, Debug, PartialEq)]
pub struct FrontPage(pub Box<Front>);

impl PageKind for FrontPage {
    fn address(&self) -> Option<Address> {
        Some(Address::Front)
    }

    fn title(&self, site: &Site) -> String {
        site.tagline.as_ref().map_or_else(|| site.name.clone(), |tagline| format!("{} · {tagline}", site.name))
    }

    fn picture(&self) -> Option<&Image> {
        self.0.lead.as_ref()?.picture.as_ref()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn style(&self) -> PageStyle {
        PageStyle::Front
    }

    fn view(self) -> Node {
        let words = use_words();
        let Front { lead, beside, latest, pictures, strips, .. } = *self.0;
        let is_empty = lead.is_none();
        view! {
            <div class="front-page">
                <h1 class="visually-hidden" tabindex="-1">{use_site().name.clone()}</h1>
                {is_empty.then(|| view! { <p class="empty">{words.empty_front}</p> })}
                <div class="front-page__top">
                    {lead.map(|headline| view! { <LeadStory headline/> })}
                    <ul class="front-page__beside">
                        {beside.into_iter().map(|headline| view! { <li><HeadlineCard headline level=2 wanted=Wanted::Soon/></li> }).collect::<Node>()}
                    </ul>
                    <HeadlineList title=words.latest.to_owned() headlines=latest/>
                </div>
                <PictureRail headlines=pictures/>
                {strips.into_iter().map(|strip| view! { <StripView strip/> }).collect::<Node>()}
            </div>
        }
    }
}
