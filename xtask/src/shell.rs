//! Cleans the page that Trunk writes, or is to write, so that it can be the template of every printed page:
//! a strict CSP allows no inline loader, and our boot module decides what is loaded when.

/// Takes out inline scripts, preloads, style sheets, what only Trunk reads, and all comments but the printing marks (`<!--HEAD-->`).
/// All else stays byte for byte.
pub fn clean(html: &str) -> String {
    let mut kept = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (before, here) = rest.split_at(start);
        kept.push_str(before);
        let (piece, after) = here.split_at(piece_length(here));
        rest = after;
        if is_unwanted(piece) {
            let blank = kept.trim_end_matches([' ', '\t']).len();
            if kept[..blank].ends_with('\n') && rest.starts_with('\n') {
                kept.truncate(blank);
                rest = &rest[1..];
            }
        } else {
            kept.push_str(piece);
        }
    }
    kept.push_str(rest);
    kept
}

/// A comment, a script with its body, or one tag.
fn piece_length(here: &str) -> usize {
    let end = |mark: &str| here.find(mark).map_or(here.len(), |position| position + mark.len());
    if here.starts_with("<!--") {
        end("-->")
    } else if is_tag(here, "script") {
        end("</script>")
    } else {
        end(">")
    }
}

fn is_unwanted(piece: &str) -> bool {
    if let Some(comment) = piece.strip_prefix("<!--") {
        let mark = comment.strip_suffix("-->");
        return !mark.is_some_and(|mark| !mark.is_empty() && mark.chars().all(|letter| letter.is_ascii_uppercase()));
    }
    let tag = &piece[..piece.find('>').unwrap_or(piece.len())];
    if is_tag(piece, "script") {
        let runs = attribute(tag, "type").is_none_or(|kind| matches!(kind, "" | "module" | "text/javascript"));
        runs && attribute(tag, "src").is_none()
    } else if is_tag(piece, "link") {
        let unwanted = ["preload", "modulepreload", "stylesheet"];
        let is_for_trunk = tag.split_whitespace().any(|word| word == "data-trunk");
        is_for_trunk || attribute(tag, "rel").is_some_and(|rel| rel.split_whitespace().any(|word| unwanted.contains(&word)))
    } else {
        false
    }
}

fn is_tag(here: &str, name: &str) -> bool {
    let after = here.strip_prefix('<').and_then(|tag| tag.strip_prefix(name));
    after.is_some_and(|after| after.starts_with([' ', '\n', '\t', '>', '/']))
}

/// The value of an attribute in a tag as Trunk and people write it.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let is_whole = |position: &usize| tag[..*position].ends_with(char::is_whitespace);
    let position = tag
        .match_indices(name)
        .map(|(position, _)| position)
        .filter(is_whole)
        .find(|position| tag[position + name.len()..].trim_start().starts_with('='))?;
    let value = tag[position + name.len()..].trim_start().strip_prefix('=')?.trim_start();
    match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next(),
        _ => value.split(|letter: char| letter.is_whitespace() || letter == '/').next(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRUNKS: &str = r#"<!DOCTYPE html>
<html>
<head>
  <meta charset="utf-8">
  <!--HEAD-->
  <link rel="icon" href="/icon.svg">
  <link rel="modulepreload" href="/reader-1.js" crossorigin="anonymous" integrity="sha384-x"><link rel="preload" href="/reader-1_bg.wasm" as="fetch">
  <link rel=stylesheet href=/site.css>
  <script type="module" src="/boot.js"></script>
<script type="module">
import init, * as bindings from '/reader-1.js';
if (1 < 2) init();
</script>
</head>
<body>
<!--BODY-->
<script type="application/json">{"a": "<b>"}</script>
</body>
</html>
"#;

    #[test]
    fn markers_icons_our_own_module_and_data_stay() {
        let shell = clean(TRUNKS);
        let wanted = [
            "  <!--HEAD-->\n",
            "<!--BODY-->",
            r#"<link rel="icon" href="/icon.svg">"#,
            r#"<script type="module" src="/boot.js"></script>"#,
            r#"{"a": "<b>"}</script>"#,
        ];
        for piece in wanted {
            assert!(shell.contains(piece), "{piece} is gone from {shell}");
        }
    }

    #[test]
    fn inline_scripts_preloads_and_style_sheets_go() {
        let shell = clean(TRUNKS);
        for piece in ["init", "preload", "stylesheet"] {
            assert!(!shell.contains(piece), "{piece} is still in {shell}");
        }
    }

    #[test]
    fn notes_for_developers_are_not_published() {
        assert_eq!(clean("<p>1 < 2</p>\n<!-- <link rel=icon> -->\n<!--BODY-->\n"), "<p>1 < 2</p>\n<!--BODY-->\n");
    }

    #[test]
    fn before_and_after_trunk_it_is_the_same_page() {
        let page = include_str!("../../index.html");
        let shell = clean(page);
        assert!(page.contains("data-trunk") && !shell.contains("data-trunk") && !shell.contains("<link"), "{shell}");
        assert!(shell.contains("<!--HEAD-->") && shell.contains("<!--BODY-->") && shell.contains("<meta name=\"viewport\""));
    }

    #[test]
    fn a_page_cut_short_is_no_reason_to_panic() {
        for html in ["<", "<!--", "<script", "<script type", "<link rel", "<link rel=", "<link rel=>"] {
            clean(html);
        }
    }
}
