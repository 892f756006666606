//! What went wrong with the next page.

use crate::app::use_stage;
use crate::words;
use leptos::prelude::*;

/// Says in words why a page could not be shown, over the page that stays, and offers two ways on.
#[component]
pub fn TroubleNotice() -> impl IntoView {
    let trouble = use_stage().trouble;
    let notice = move || {
        trouble.get().map(|now| {
            view! {
                <p class="trouble-notice__title">{now.title}</p>
                <p>{now.words}</p>
                <p class="trouble-notice__actions">
                    <button class="button" type="button" on:click=move |_| now.try_again.run(())>{words::TRY_AGAIN}</button>
                    <a href=now.href rel="external">{words::OPEN_PAGE}</a>
                    <button class="button" type="button" on:click=move |_| trouble.set(None)>{words::CLOSE}</button>
                </p>
            }
        })
    };
    view! { <div class="trouble-notice" role="alert">{notice}</div> }
}
