//! The running text of an item: its body in the richest form, what stands below it, and the dateline above it.

use crate::Reading;
use crate::balance::{Account, Written, accounted};
use crate::body::{block_words, blocks, paragraphs, words};
use crate::fields::Fields;
use crate::notes::Notes;
use strait_model::Block;

/// What stands below every story of a kind: whom to call for help.
const FOOTER: &str = "footer";

/// The bodies of an item, with their roles.
pub fn body_roles(fields: &Fields) -> Vec<(String, String)> {
    fields.roles("bodies", "body_").into_iter().filter(|(role, _)| !role.starts_with(FOOTER)).collect()
}

/// The body with what stands below it.
pub fn body(fields: &Fields, reading: &Reading, notes: &mut Notes) -> (Vec<Block>, Account) {
    let (mut body, mut account) = main(fields, reading, notes);
    let footers = fields.roles("bodies", "body_").into_iter().filter(|(role, _)| role.starts_with(FOOTER));
    // What is sent out may have it in the body already.
    let is_there = |footer: &str| body_roles(fields).iter().any(|(_, body)| body.contains(footer.trim()));
    for (_, footer) in footers.filter(|(_, footer)| !is_there(footer)) {
        let (below, more) = html(&footer, "/body_footer", reading, notes);
        body.extend(below);
        account += more;
    }
    (body, account)
}

/// The richest form of the body: HTML, then any other markup, then plain text.
fn main(fields: &Fields, reading: &Reading, notes: &mut Notes) -> (Vec<Block>, Account) {
    let roles = body_roles(fields);
    let is_plain = |role: &str| role.split(' ').any(|word| word == "text/plain" || word == "text" || word == "plain");
    let is_html = |role: &str| role.contains("html") && !role.contains("text/plain");
    let best =
        roles.iter().find(|(role, _)| is_html(role)).or_else(|| roles.iter().find(|(role, _)| !is_plain(role))).or(roles.first());
    match best {
        Some((role, text)) if is_plain(role) && !is_html(role) => {
            accounted(text, Written::Plain, None, notes, |_| paragraphs(text))
        }
        Some((role, text)) => html(text, if role.contains(' ') { "/bodies" } else { "/body_html" }, reading, notes),
        None => Default::default(),
    }
}

fn html(html: &str, part: &'static str, reading: &Reading, notes: &mut Notes) -> (Vec<Block>, Account) {
    notes.in_part(part);
    let body = accounted(html, Written::Html, reading.base.as_ref(), notes, |notes| blocks(html, reading.base.as_ref(), notes));
    notes.in_part("");
    body
}

/// The dateline, where Superdesk keeps it beside the body, and the body does not open with it.
pub fn dateline(fields: &Fields, body: &[Block], notes: &mut Notes) -> Option<String> {
    let dateline = fields.get(&["dateline"])?;
    let text = dateline.as_str().map(str::to_owned).or_else(|| Fields::of(dateline).text(&["text"]))?;
    let opening = body.iter().flat_map(block_words).next().unwrap_or_default();
    Some(words(&text, notes)).filter(|text| !text.is_empty() && !opening.starts_with(text.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use strait_model::plain;

    #[test]
    fn html_is_preferred_to_plain_text() {
        let value = serde_json::json!({"bodies": [{"role": "text", "contentType": "text/plain", "value": "x"},
            {"role": "html5", "contentType": "text/html", "value": "<h2>y</h2>"}]});
        let reading = Reading::default();
        let (blocks, _) = body(&Fields::of(&value), &reading, &mut Notes::of("f"));
        assert!(matches!(blocks.as_slice(), [Block::Heading(heading)] if plain(&heading.text) == "y"));
    }
}
