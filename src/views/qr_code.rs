//! A QR code, drawn by the `qrcodegen` library.

use crate::stage::use_words;
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
    /// A path through all modules, row by row, there and back.
    pub path: String,
    /// How far it goes over dark modules, then over light ones, and so on.
    pub dashes: String,
}

impl Drawing {
    /// The code of an address. Nothing when the address is too long for one.
    pub fn of(url: &str) -> Option<Drawing> {
        modules_of(url).map(|modules| {
            let size = modules.size + 2 * QUIET;
            Drawing { view_box: format!("0 0 {size} {size}"), path: path(modules.size), dashes: dashes(&modules) }
        })
    }
}

/// The QR code of an address; `is_paper`: the one that is only printed. Nothing when the address is too long.
#[component]
pub fn QrCode(#[prop(into)] url: String, #[prop(optional)] is_paper: bool) -> Node {
    let words = use_words();
    let class = if is_paper { "qr-code qr-code--paper" } else { "qr-code" };
    let drawing = Drawing::of(&url).map(|Drawing { view_box, path, dashes }| {
        view! {
            <svg class=class role="img" aria-label=words.qr_code viewBox=view_box>
                <path class="qr-code__light" d="M0 0h999v999H0z"></path>
                <path class="qr-code__dark" d=path stroke-dasharray=dashes></path>
            </svg>
        }
    });
    drawing.into()
}

/// Along the middle of each row, and one module further: it turns in the quiet zone.
fn path(size: usize) -> String {
    let mut path = format!("M{QUIET} {QUIET}.5h{}", size + 1);
    let (back, on) = (format!("v1h-{}", size + 2), format!("v1h{}", size + 2));
    (1..size).for_each(|row| path.push_str(if row % 2 == 1 { &back } else { &on }));
    path
}

/// The lengths of the path's dashes and gaps. The first module of every code is dark.
fn dashes(modules: &Modules) -> String {
    const TURN: [bool; 3] = [false; 3];
    let mut line = Vec::with_capacity(modules.dark.len() + TURN.len() * modules.size);
    for (row, dark) in modules.dark.chunks(modules.size).enumerate() {
        line.extend_from_slice(dark);
        if row % 2 == 1 {
            let begin = line.len() - dark.len();
            line[begin..].reverse();
        }
        line.extend(TURN);
    }
    let mut dashes = String::with_capacity(line.len());
    for run in line.chunk_by(|a, b| a == b) {
        if !dashes.is_empty() {
            dashes.push(' ');
        }
        push_number(&mut dashes, run.len());
    }
    dashes
}

/// Writes a number of at most three digits. A press writes thousands: so without the formatter.
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
    // An address is lower case somewhere, so that the codes of numbers and capitals never serve.
    Code::encode_binary(url.as_bytes(), qrcodegen::QrCodeEcc::Low).ok().map(|code| Modules::from(&code))
}
