//! What went wrong with the next page.

use crate::stage::{Trouble, use_stage, use_words};
use leptos::prelude::*;
use strait_markup::{Node, view};

/// Says in words why a page could not be shown, over the page that stays, and offers two ways on.
#[component]
pub fn TroubleNotice() -> Node {
    let (words, trouble) = (use_words(), use_stage().trouble);
    let notice = move || {
        let Trouble { title, words: why, href, try_again } = trouble.get()?;
        Some(view! {
            <p class="trouble-notice__title">{title}</p>
            <p>{why}</p>
            <p class="trouble-notice__actions">
                <button class="button" type="button" on:click=move |_| try_again.run(())>{words.try_again}</button>
                <a href=href rel="external">{words.open_page}</a>
                <button class="button" type="button" on:click=move |_| trouble.set(None)>{words.close}</button>
            </p>
        })
    };
    view! { <div class="trouble-notice" role="alert">{notice}</div> }
}
