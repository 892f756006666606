//! What went wrong with the next page.

use crate::app::{use_stage, use_words};
use leptos::prelude::*;

/// Says in words why a page could not be shown, over the page that stays, and offers two ways on.
#[component]
pub fn TroubleNotice() -> impl IntoView {
    let words = use_words();
    let trouble = use_stage().trouble;
    let notice = move || {
        trouble.get().map(|now| {
            view! {
                <p class="trouble-notice__title">{now.title}</p>
                <p>{now.words}</p>
                <p class="trouble-notice__actions">
                    <button class="button" type="button" on:click=move |_| now.try_again.run(())>{words.try_again}</button>
                    <a href=now.href rel="external">{words.open_page}</a>
                    <button class="button" type="button" on:click=move |_| trouble.set(None)>{words.close}</button>
                </p>
            }
        })
    };
    view! { <div class="trouble-notice" role="alert">{notice}</div> }
}
