//! A QR code, drawn by the `qrcodegen` library.

use crate::app::use_words;
use leptos::prelude::*;
use qrcodegen::{QrCode as Code, QrCodeEcc};
use std::fmt::Write;

/// The quiet zone around a code, in modules (ISO/IEC 18004, 9.1).
const QUIET: i32 = 4;

/// The QR code of an address. Nothing when the address is too long for one.
#[component]
pub fn QrCode(#[prop(into)] url: String) -> impl IntoView {
    let words = use_words();
    // Low correction keeps the modules large, which old phones read best; the library raises it where that is free.
    let code = Code::encode_text(&url, QrCodeEcc::Low).ok();
    code.map(|code| {
        let size = code.size() + 2 * QUIET;
        view! {
            <svg class="qr-code" role="img" aria-label=words.qr_code viewBox=format!("0 0 {size} {size}")>
                <path class="qr-code__light" d=format!("M0 0h{size}v{size}H0z")></path>
                <path class="qr-code__dark" d=dark_modules(&code)></path>
            </svg>
        }
    })
}

/// One rectangle per run of dark modules.
fn dark_modules(code: &Code) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|&x| code.get_module(x, y)).count() as i32;
            if run > 0 {
                // Writing to a String cannot fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run + 1;
        }
    }
    path
}
