//! HTML that a builder of pages keeps encoded.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::percent_decode_str;

/// A body with the HTML in it that WPBakery keeps encoded; what cannot be decoded stays.
pub fn decoded(html: &str) -> String {
    let (mut decoded, mut rest) = (String::with_capacity(html.len()), html);
    while let Some((before, after)) = rest.split_once("[vc_raw_html") {
        decoded.push_str(before);
        let whole = after.split_once("[/vc_raw_html]").and_then(|(inner, after)| Some((read(inner.split_once(']')?.1)?, after)));
        match whole {
            Some((html, after)) => {
                decoded.push_str(&html);
                rest = after;
            }
            None => {
                decoded.push_str("[vc_raw_html");
                rest = after;
                if !rest.contains("[/vc_raw_html]") {
                    break;
                }
            }
        }
    }
    decoded.push_str(rest);
    decoded
}

fn read(text: &str) -> Option<String> {
    let text = String::from_utf8(STANDARD.decode(text.trim()).ok()?).ok()?;
    Some(percent_decode_str(&text).decode_utf8().ok()?.into_owned())
}
