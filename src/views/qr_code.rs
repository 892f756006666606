//! A QR code, drawn by the `qrcodegen` library.

use crate::words;
use leptos::prelude::*;
use qrcodegen::QrCode as Code;

/// The quiet zone around a code, in modules (ISO/IEC 18004, 9.1).
const QUIET: i32 = 4;

/// The QR code of an address. Nothing when the address is too long for one.
#[component]
pub fn QrCode(#[prop(into)] url: String) -> impl IntoView {
    encode(&url).map(|code| {
        let size = code.size() + 2 * QUIET;
        view! {
            <svg class="qr-code" role="img" aria-label=words::QR_CODE viewBox=format!("0 0 {size} {size}")>
                <path class="qr-code__light" d=format!("M0 0h{size}v{size}H0z")></path>
                <path class="qr-code__dark" d=dark_modules(&code)></path>
            </svg>
        }
    })
}

/// Low correction keeps the modules large, which old phones read best; the library raises it where that is free.
#[cfg(target_arch = "wasm32")]
fn encode(url: &str) -> Option<Code> {
    Code::encode_text(url, qrcodegen::QrCodeEcc::Low).ok()
}

#[cfg(not(target_arch = "wasm32"))]
use super::qr_mask::encode;

/// One rectangle per run of dark modules.
fn dark_modules(code: &Code) -> String {
    let mut path = String::with_capacity(4096);
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|&x| code.get_module(x, y)).count() as i32;
            if run > 0 {
                for (letter, number) in [('M', x + QUIET), (' ', y + QUIET), ('h', run), ('v', 1), ('h', -run)] {
                    path.push(letter);
                    push_number(&mut path, number);
                }
                path.push('z');
            }
            x += run + 1;
        }
    }
    path
}

/// Writes a number of at most three digits; a press writes two thousand for each article.
fn push_number(path: &mut String, number: i32) {
    if number < 0 {
        path.push('-');
    }
    let number = number.unsigned_abs();
    let digits = [number / 100, number / 10 % 10, number % 10].map(|digit| char::from(b'0' + digit as u8));
    let skipped = if number < 10 { 2 } else { usize::from(number < 100) };
    path.extend(&digits[skipped..]);
}
