//! The bridge from a desk to a phone.

use super::QrCode;
use crate::app::{use_paths, use_words};
use crate::model::ArticleId;
use crate::paths::Address;
use leptos::prelude::*;

/// The article's address as a QR code: in sight on a wide screen, behind a button on a phone. The
/// button is the platform's popover, so it works before and without WASM.
#[component]
pub fn ContinueOnPhone(id: ArticleId) -> impl IntoView {
    let words = use_words();
    let card = format!("phone-{id}");
    let (open, close) = (card.clone(), card.clone());
    let url = use_paths().canonical(&Address::Article(id));
    let address = url.split_once("://").map_or(url.clone(), |(_, address)| address.to_owned());
    view! {
        <aside class="continue-on-phone" aria-label=words.continue_on_phone>
            <button class="button continue-on-phone__open" type="button" popovertarget=open>{words.share}</button>
            <div class="continue-on-phone__card" id=card popover="auto">
                <QrCode url/>
                <p class="continue-on-phone__title">{words.continue_on_phone}</p>
                <p class="continue-on-phone__url">{address}</p>
                <button class="button continue-on-phone__close" type="button" popovertarget=close popovertargetaction="hide">
                    {words.close}
                </button>
            </div>
        </aside>
    }
}
