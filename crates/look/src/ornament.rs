//! What runs below the masthead and above the footer: a mask, through which the paper's own colour shows.

/// The token of an ornament of this house; none: it is a drawing.
pub fn of_the_house(name: &str) -> Option<String> {
    let shown = |mask: &str| Some(format!(":root{{--ornament:{mask}}}"));
    match name {
        // As a paper has them that says nothing.
        "waves" => Some(String::new()),
        "rule" => shown("linear-gradient(#0000 30%,#000 0 70%,#0000 0)"),
        "none" => shown("linear-gradient(#0000 0 0)"),
        _ => None,
    }
}

/// The token of a drawing.
pub fn drawn(svg: &str) -> String {
    format!(":root{{--ornament:url(\"data:image/svg+xml,{}\")}}", quoted(svg))
}

/// A drawing as it can stand in a quoted address, in a sheet, in a page.
fn quoted(svg: &str) -> String {
    let words: Vec<&str> = svg.split_whitespace().collect();
    let mut quoted = String::with_capacity(svg.len());
    for character in words.join(" ").chars() {
        match character {
            '"' => quoted.push('\''),
            '<' | '>' | '#' | '%' | '\\' => quoted.push_str(&format!("%{:02X}", u32::from(character))),
            '\'' | ' '..='~' => quoted.push(character),
            other => {
                let mut bytes = [0; 4];
                other.encode_utf8(&mut bytes).bytes().for_each(|byte| quoted.push_str(&format!("%{byte:02X}")));
            }
        }
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_cannot_leave_its_quotes() {
        let css = drawn("<svg a=\"b\">\n  <title>潮 100% \\\"</style><script></title>\n</svg>");
        assert_eq!(css.matches('"').count(), 2);
        assert!(!css.contains('<') && !css.contains('\\') && css.contains("%3Csvg a='b'%3E"), "{css}");
    }
}
