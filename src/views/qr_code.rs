//! A QR code, drawn by the `qrcodegen` library.

use crate::app::use_words;
use leptos::prelude::*;
use qrcodegen::QrCode as Code;
use strait_markup::{Node, view};

/// The quiet zone around a code, in modules (ISO/IEC 18004, 9.1).
const QUIET: usize = 4;

/// A code's modules, row by row; true is dark.
pub struct Modules {
    /// How many stand in a row.
    pub size: usize,
    /// All of them.
    pub dark: Vec<bool>,
}

/// A code as SVG draws it.
pub struct Drawing {
    /// The whole of it, in modules.
    pub view_box: String,
    /// A path of its dark modules.
    pub dark: String,
}

impl Drawing {
    /// The code of an address. Nothing when the address is too long for one.
    pub fn of(url: &str) -> Option<Drawing> {
        modules_of(url).map(|modules| {
            let size = modules.size + 2 * QUIET;
            Drawing { view_box: format!("0 0 {size} {size}"), dark: dark_modules(&modules) }
        })
    }
}

/// The QR code of an address; `is_paper`: the one that is only printed. Nothing when the address is too long.
#[component]
pub fn QrCode(#[prop(into)] url: String, #[prop(optional)] is_paper: bool) -> Node {
    let words = use_words();
    let class = if is_paper { "qr-code qr-code--paper" } else { "qr-code" };
    let drawing = Drawing::of(&url).map(|Drawing { view_box, dark }| {
        view! {
            <svg class=class role="img" aria-label=words.qr_code viewBox=view_box>
                <path class="qr-code__light" d="M0 0h999v999H0z"></path>
                <path class="qr-code__dark" d=dark></path>
            </svg>
        }
    });
    drawing.into()
}

/// One line as thick as a module per run of dark modules. A press writes thousands: so without the formatter.
fn dark_modules(modules: &Modules) -> String {
    let mut path = String::with_capacity(2048);
    for (y, row) in modules.dark.chunks(modules.size).enumerate() {
        let mut x = QUIET;
        for run in row.chunk_by(|a, b| a == b) {
            if run[0] {
                for (letter, number) in [("M", x), (" ", y + QUIET), (".5h", run.len())] {
                    path.push_str(letter);
                    push_number(&mut path, number);
                }
            }
            x += run.len();
        }
    }
    path
}

/// Writes a number of at most three digits.
fn push_number(path: &mut String, number: usize) {
    for (place, digit) in [(100, number / 100), (10, number / 10 % 10), (1, number % 10)] {
        if number >= place || place == 1 {
            path.push(char::from(b'0' + digit as u8));
        }
    }
}

impl From<&Code> for Modules {
    fn from(code: &Code) -> Modules {
        let (size, dark) = (code.size(), |y| (0..code.size()).map(move |x| code.get_module(x, y)));
        Modules { size: size as usize, dark: (0..size).flat_map(dark).collect() }
    }
}

#[cfg(not(target_arch = "wasm32"))]
use super::qr_mask::modules_of;

/// Low correction keeps the modules large, which old phones read best; the library raises it where that is free.
#[cfg(target_arch = "wasm32")]
fn modules_of(url: &str) -> Option<Modules> {
    Code::encode_text(url, qrcodegen::QrCodeEcc::Low).ok().map(|code| Modules::from(&code))
}
