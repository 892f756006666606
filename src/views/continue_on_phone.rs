//! The bridge from a desk to a phone, and from one reader to the next.

use super::qr_code::QrCode;
use crate::stage::{use_paths, use_site, use_words};
use leptos::prelude::*;
use strait_markup::{Node, view};
use strait_model::ArticleId;
use strait_model::paths::{Address, on_weibo, without_scheme};

/// The article's address as a QR code, and the ways to share it: in sight on a wide screen, a sheet behind a button
/// on a phone. The button is the platform's popover, so it works before and without WASM; the boot module copies and
/// opens the device's own sheet, where the browser can. While one reads, `reader::place` keeps the code up to date.
#[component]
pub fn ContinueOnPhone(id: ArticleId, headline: String) -> Node {
    let (words, paths, mark) = (use_words(), use_paths(), use_site().qr_mark.clone());
    let card = format!("phone-{id}");
    let (open, close) = (card.clone(), card.clone());
    let article = Address::Article(id);
    let (url, code) = (paths.canonical(&article), paths.in_code(&article, mark.as_deref(), None, None));
    let address = without_scheme(&url).to_owned();
    let weibo = on_weibo(&url, &headline);
    let is_marked = mark.is_some();
    view! {
        <aside class="continue-on-phone" aria-label=words.continue_on_phone>
            <button class="button continue-on-phone__open" type="button" popovertarget=open>{words.share}</button>
            <div class="continue-on-phone__card" id=card popover="auto" data-place=is_marked.then_some("")>
                <QrCode url=code/>
                {is_marked.then(|| view! { <QrCode url is_paper=true/> })}
                <p class="continue-on-phone__title">{words.continue_on_phone}</p>
                <p class="continue-on-phone__scan">{words.scan_to_share}</p>
                <p class="continue-on-phone__inside">{words.share_above}</p>
                <p class="continue-on-phone__url">{address}</p>
                <div class="continue-on-phone__ways">
                    <a class="button" href=weibo target="_blank" rel="noopener">{words.weibo}</a>
                    <button class="button can-copy" type="button" data-share="link" data-copied=words.copied data-refused=words.not_copied>
                        {words.copy_link}
                    </button>
                    <button class="button can-share" type="button" data-share="sheet">{words.share_elsewhere}</button>
                    <output></output>
                </div>
                <button class="button continue-on-phone__close" type="button" popovertarget=close popovertargetaction="hide">
                    {words.close}
                </button>
            </div>
        </aside>
    }
}
