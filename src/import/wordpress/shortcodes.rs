//! Shortcodes, which WordPress expands when it shows a page, and sometimes did not.

use super::Attachments;
use crate::import::fault::ImportFault;
use crate::import::notes::Notes;
use std::collections::BTreeMap;

/// HTML in place of the shortcodes that are known. Of others the tags go and the text stays, and they are noted;
/// what only looks like one (`[sic]`, `[1]`) stays as it is.
pub fn expand(html: &str, attachments: &Attachments, notes: &mut Notes) -> String {
    let html = &paragraphs(html);
    let (mut expanded, mut rest) = (String::with_capacity(html.len()), html.as_str());
    // The closing tags that there are: read once, so that a body of brackets costs no more than its length.
    let closed: std::collections::HashSet<&str> = html.split("[/").skip(1).filter_map(|rest| rest.split(']').next()).collect();
    while let Some(start) = rest.find('[') {
        expanded.push_str(rest.get(..start).unwrap_or_default());
        rest = rest.get(start..).unwrap_or_default();
        let Some(code) = Shortcode::parse(rest, &closed) else {
            expanded.push('[');
            rest = rest.get(1..).unwrap_or_default();
            continue;
        };
        rest = rest.get(code.length..).unwrap_or_default();
        let content = code.takes_content().then(|| content(&mut rest, &code.name)).flatten();
        expanded.push_str(&code.html(content, attachments, notes));
    }
    expanded.push_str(rest);
    expanded
}

struct Shortcode {
    name: String,
    attributes: BTreeMap<String, String>,
    is_end: bool,
    is_closed: bool,
    length: usize,
}

impl Shortcode {
    /// The shortcode that a text begins with.
    fn parse(text: &str, closed: &std::collections::HashSet<&str>) -> Option<Shortcode> {
        // The next bracket, of either kind, decides: a body of brackets costs no more than its length.
        let end = text.get(1..)?.find(['[', ']'])? + 1;
        if !text.get(end..)?.starts_with(']') {
            return None;
        }
        let inner = text.get(1..end)?.trim_end_matches('/');
        let is_end = inner.starts_with('/');
        let inner = inner.trim_start_matches('/');
        let name_end =
            inner.find(|sign: char| !(sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-'))).unwrap_or(inner.len());
        let (name, rest) = inner.split_at(name_end);
        let is_name = name.starts_with(|sign: char| sign.is_ascii_alphabetic())
            && (rest.is_empty() || rest.starts_with([' ', '\n', '\u{a0}']));
        let attributes = attributes(rest);
        let is_known = KNOWN.contains(&name);
        // Without attributes or an end it is a word in brackets.
        let is_code = is_known && (!rest.is_empty() || closed.contains(name) || name == "gallery")
            || attributes.keys().any(|key| !key.is_empty())
            || closed.contains(name)
            || (name.contains(['_']) && rest.is_empty());
        (is_name && is_code).then(|| Shortcode {
            name: name.to_owned(),
            attributes,
            is_end,
            is_closed: closed.contains(name),
            length: end + 1,
        })
    }

    fn takes_content(&self) -> bool {
        !self.is_end && self.is_closed && matches!(self.name.as_str(), "caption" | "wp_caption" | "embed")
    }

    fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    fn html(&self, content: Option<&str>, attachments: &Attachments, notes: &mut Notes) -> String {
        let source =
            |names: &[&str]| names.iter().map(|name| self.get(name)).find(|src| !src.is_empty()).unwrap_or_default().to_owned();
        match self.name.as_str() {
            "caption" | "wp_caption" if content.is_some() => caption(content.unwrap_or_default(), self.get("caption")),
            "embed" | "youtube" | "vimeo" if !self.is_end => {
                let address = content
                    .map(str::trim)
                    .filter(|address| !address.is_empty())
                    .map_or_else(|| source(&["src", "url", ""]), str::to_owned);
                format!("<iframe src=\"{}\"></iframe>", escape(&address))
            }
            "video" if !self.is_end => format!(
                "<video src=\"{}\" poster=\"{}\"></video>",
                escape(&source(&["src", "mp4", "webm", "m4v", "ogv"])),
                escape(self.get("poster"))
            ),
            "audio" if !self.is_end => {
                format!("<audio src=\"{}\"></audio>", escape(&source(&["src", "mp3", "m4a", "ogg", "wav"])))
            }
            "gallery" if !self.is_end => gallery(self.get("ids"), attachments).unwrap_or_else(|| {
                notes.add("", ImportFault::LostMedia(format!("[gallery ids={}]", self.get("ids"))));
                String::new()
            }),
            "caption" | "wp_caption" | "embed" | "video" | "audio" | "gallery" => String::new(),
            _ => {
                notes.add("", ImportFault::Shortcode(self.name.clone()));
                String::new()
            }
        }
    }
}

const KNOWN: [&str; 8] = ["caption", "wp_caption", "embed", "video", "audio", "gallery", "youtube", "vimeo"];

/// What stands between a shortcode and its end, which is read past.
fn content<'a>(rest: &mut &'a str, name: &str) -> Option<&'a str> {
    let (content, after) = rest.split_once(&format!("[/{name}]"))?;
    *rest = after;
    Some(content)
}

/// The picture with its link, and the words after it.
fn caption(content: &str, told: &str) -> String {
    let end = content.find("<img").and_then(|img| Some(img + content.get(img..)?.find('>')? + 1)).unwrap_or(0);
    let end = content
        .get(end..)
        .filter(|rest| rest.trim_start().starts_with("</a>"))
        .and_then(|rest| rest.find("</a>"))
        .map_or(end, |link| end + link + 4);
    let (picture, words) = content.split_at_checked(end).unwrap_or((content, ""));
    let words = if words.trim().is_empty() { escape(told) } else { words.to_owned() };
    format!("<figure>{picture}<figcaption>{words}</figcaption></figure>")
}

fn gallery(ids: &str, attachments: &Attachments) -> Option<String> {
    let images: Option<Vec<String>> =
        ids.split(',').map(|id| Some(format!("<img src=\"{}\">", escape(attachments.get(id.trim())?)))).collect();
    images.map(|images| format!("<figure>{}</figure>", images.concat()))
}

/// `a="b" c='d' e=f g`: the value without a name has none.
fn attributes(text: &str) -> BTreeMap<String, String> {
    let text = text
        .replace(['“', '”', '″'], "\"")
        .replace("&#8221;", "\"")
        .replace("&#8220;", "\"")
        .replace("&#8243;", "\"")
        .replace("&quot;", "\"");
    let (mut attributes, mut rest) = (BTreeMap::new(), text.trim_start());
    while !rest.is_empty() {
        let (name, after) = match rest.find(|sign: char| sign == '=' || sign.is_whitespace()) {
            Some(at) if rest.get(at..).is_some_and(|rest| rest.starts_with('=')) => {
                (rest.get(..at).unwrap_or_default(), rest.get(at + 1..).unwrap_or_default())
            }
            _ => ("", rest),
        };
        let quote = after.chars().next().filter(|quote| matches!(quote, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => {
                after.get(1..).and_then(|rest| rest.split_once(quote)).unwrap_or((after.get(1..).unwrap_or_default(), ""))
            }
            None => after.split_once(char::is_whitespace).unwrap_or((after, "")),
        };
        attributes.entry(name.to_ascii_lowercase()).or_insert_with(|| value.to_owned());
        rest = after.trim_start();
    }
    attributes
}

/// The classic editor keeps paragraphs as empty lines.
fn paragraphs(html: &str) -> String {
    let has_blocks = ["<p", "<!-- wp:", "<div", "<br"].iter().any(|tag| html.contains(tag));
    match has_blocks || !html.trim().contains("\n") {
        true => html.to_owned(),
        false => html
            .replace("\r\n", "\n")
            .split("\n\n")
            .map(|paragraph| format!("<p>{}</p>\n", paragraph.trim().replace('\n', "<br>")))
            .collect(),
    }
}

fn escape(text: &str) -> String {
    // What WordPress rendered is escaped already.
    text.replace("&amp;", "&")
        .replace("&#038;", "&")
        .replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expanded(html: &str) -> (String, usize) {
        let mut notes = Notes::of("f");
        let attachments = Attachments::from([("7".to_owned(), "https://a.example/7.jpg".to_owned())]);
        let html = expand(html, &attachments, &mut notes);
        (html, notes.finish().len())
    }

    #[test]
    fn known_shortcodes_become_html() {
        let (html, _) =
            expanded(r#"<p>[caption id="a_1" width="300"]<a href="x"><img src="y.jpg" /></a> The harbour[/caption]</p>"#);
        assert!(
            html.contains(r#"<figure><a href="x"><img src="y.jpg" /></a><figcaption> The harbour</figcaption></figure>"#),
            "{html}"
        );
        assert!(expanded("[embed]https://youtu.be/x[/embed]").0.contains(r#"<iframe src="https://youtu.be/x">"#));
        assert_eq!(expanded(r#"[gallery ids="7"]"#), (r#"<figure><img src="https://a.example/7.jpg"></figure>"#.to_owned(), 0));
        assert_eq!(expanded(r#"[gallery ids="8"]"#), (String::new(), 1));
    }

    #[test]
    fn unknown_shortcodes_are_named_and_their_text_stays() {
        assert_eq!(expanded("[box color=red]important[/box] text"), ("important text".to_owned(), 1));
        assert_eq!(expanded("[contact_form]"), (String::new(), 1));
    }

    #[test]
    fn words_in_brackets_are_no_shortcodes() {
        for text in ["he said [sic] it", "see [1] and [2]", "[视频] 现场", "[video] from the scene", "a[i] = b", "[", "[/", "[]"]
        {
            assert_eq!(expanded(text), (text.to_owned(), 0));
        }
    }

    #[test]
    fn the_classic_editor_s_empty_lines_are_paragraphs() {
        assert_eq!(expanded("one\ntwo\n\nthree").0, "<p>one<br>two</p>\n<p>three</p>\n");
    }
}
