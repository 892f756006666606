//! One item: which of its many fields say what.

use super::media::{Associated, associated, caption, described, headline, held, picture};
use super::publication;
use crate::import::about::{About, ItemAbout};
use crate::import::body::{blocks, paragraphs, words};
use crate::import::dispatch::Dispatch;
use crate::import::fault::ImportFault;
use crate::import::fields::Fields;
use crate::import::gate::Publication;
use crate::import::notes::Notes;
use crate::import::pictures::leave_out;
use crate::import::sections::{Label, Trail, listed};
use crate::import::text::{one_line, shorten};
use crate::import::{Reading, credits, language};
use crate::model::{Block, Credit, Gallery, List, Role, Source, Span, Subject, Timestamp};
use serde_json::Value;

/// Words for a section, in what a subject says that it is.
const SECTION_WORDS: [&str; 7] = ["section", "category", "channel", "column", "breadcrumb", "栏目", "频道"];

/// Reads an item; and those that a package brings along whole.
///
/// Such a part waits for its `package`.
pub fn read(
    value: &Value,
    place: &str,
    package: Option<&Publication>,
    reading: &Reading,
    notes: &mut Notes,
    dispatches: &mut Vec<Dispatch>,
) {
    let fields = Fields::of(value);
    let publication = publication::of(value, reading);
    let publication = package.map_or(publication.clone(), |package| publication.within(package));
    let kind = fields.text(&["type"]).unwrap_or_else(|| "text".to_owned()).to_ascii_lowercase();
    for (name, part) in fields.list(&["associations"]) {
        let inner = Fields::of(part);
        let is_whole = !body_roles(&inner).is_empty() && inner.text(&["versioncreated"]).is_some();
        if kind == "composite" && is_whole && inner.text(&["type"]).is_none_or(|kind| kind == "text") {
            read(part, &format!("{place}/associations/{name}"), Some(&publication), reading, notes, dispatches);
        }
    }
    notes.enter(place);
    let mut begun = Dispatch { publication, place: place.to_owned(), ..Dispatch::default() };
    if !["text", "composite", "picture", "graphic", "article"].contains(&kind.as_str()) {
        // What was filed of it before, as an article, may not be shown.
        begun.publication.hold(format!("type: {}", shorten(&kind, 40)));
        begun.no_article = Some(kind.clone());
    }
    dispatches.push(dispatch(&fields, &kind, begun, reading, notes));
}

/// Takes in what an item that is published tells of who sends it.
pub fn describe(value: &Value, now: jiff::Timestamp, about: &mut About) {
    let fields = Fields::of(value);
    about.items += 1;
    if publication::of(value, &Reading { now, ..Reading::default() }).passage(now).is_closed() {
        return;
    }
    let sender = source(&fields).map(|source| source.name);
    about.note(ItemAbout {
        language: fields.text(&["language"]),
        sender,
        link: None,
        time: fields.text(&["versioncreated", "firstcreated", "contentcreated"]),
    });
}

/// Fills in what `begun`, which has its place and what is said of its publication, lacks.
fn dispatch(fields: &Fields, kind: &str, begun: Dispatch, reading: &Reading, notes: &mut Notes) -> Dispatch {
    let mut dispatch = Dispatch {
        key: fields.text(&["uri", "guid", "_id", "item_id"]).unwrap_or_default(),
        replaces: fields.text(&["evolvedfrom", "rewrite_of"]),
        note: fields.text(&["ednote"]).map(|note| one_line(&note)),
        language: fields.text(&["language"]).and_then(|tag| language(&tag)),
        sections: sections(fields),
        hints: hints(fields),
        headline: headline(fields, notes).unwrap_or_default(),
        summary: summary(fields, kind, notes),
        located: fields.text(&["located"]).or_else(|| city(fields)).map(|place| one_line(&place)),
        by: by(fields),
        source: source(fields),
        urgency: Some(fields.number("urgency"))
            .and_then(|urgency| u8::try_from(urgency).ok())
            .filter(|urgency| (1..=9).contains(urgency)),
        subjects: subjects(fields),
        copyright_notice: fields.text(&["copyrightnotice"]).map(|notice| one_line(&notice)),
        ..begun
    };
    let mut time = |names: &[&str]| time(fields, names, reading, notes);
    dispatch.version_created = time(&["versioncreated", "contentcreated", "_updated"]);
    dispatch.first_created = time(&["firstpublished", "firstcreated", "contentcreated"]);
    dispatch.expires = time(&["expires", "expiry"]);
    if !dispatch.publication.is_withdrawn() && dispatch.no_article.is_none() {
        fill_in(&mut dispatch, fields, kind, reading, notes);
    }
    dispatch
}

/// Body and pictures.
fn fill_in(dispatch: &mut Dispatch, fields: &Fields, kind: &str, reading: &Reading, notes: &mut Notes) {
    dispatch.body = body(fields, reading, notes);
    if matches!(kind, "picture" | "graphic") {
        dispatch.lead = picture(fields, notes);
        if dispatch.lead.is_none() {
            notes.add("/renditions", ImportFault::LostMedia(kind.to_owned()));
        }
        if dispatch.body.is_empty() {
            dispatch.body = caption(fields, notes).map(|caption| paragraphs(&caption)).unwrap_or_default();
        }
    }
    let (mut images, mut stories) = (vec![], vec![]);
    for (name, value) in fields.list(&["associations"]) {
        dispatch.held.extend(held(value, reading));
        match associated(value, &format!("/associations/{name}"), reading, notes) {
            Associated::Picture(image) if name.eq_ignore_ascii_case("featuremedia") => dispatch.lead = Some(image),
            // Superdesk's editor sets these into the body itself.
            Associated::Picture(image) if name.starts_with("editor_") && holds(&dispatch.body, &image.src) => {}
            Associated::Picture(image) => images.push(image),
            Associated::Recording(block) => dispatch.body.push(block),
            Associated::Story(headline, href) => stories.push(vec![Span { text: headline, href, ..Span::default() }]),
            Associated::Nothing => {}
        }
    }
    if dispatch.lead.is_none() && !images.is_empty() {
        dispatch.lead = Some(images.remove(0));
    }
    match images.len() {
        0 => {}
        1 => dispatch.body.extend(images.into_iter().map(Block::Image)),
        _ => dispatch.body.push(Block::Gallery(Gallery { anchor: None, images })),
    }
    if kind == "composite" && !stories.is_empty() {
        dispatch.body.push(Block::List(List { anchor: None, ordered: false, items: stories }));
    }
    // The body shows pictures of its own accord, those that are held too.
    leave_out(&dispatch.held, &mut dispatch.lead, &mut dispatch.body);
}

fn holds(body: &[Block], src: &str) -> bool {
    body.iter().any(|block| match block {
        Block::Image(image) => image.src == *src,
        Block::Gallery(gallery) => gallery.images.iter().any(|image| image.src == *src),
        _ => false,
    })
}

fn body_roles(fields: &Fields) -> Vec<(String, String)> {
    fields.roles("bodies", "body_")
}

/// The richest form of the body: HTML, then any other markup, then plain text.
fn body(fields: &Fields, reading: &Reading, notes: &mut Notes) -> Vec<Block> {
    let roles = body_roles(fields);
    let is_plain = |role: &str| role.split(' ').any(|word| word == "text/plain" || word == "text" || word == "plain");
    let is_html = |role: &str| role.contains("html") && !role.contains("text/plain");
    let best =
        roles.iter().find(|(role, _)| is_html(role)).or_else(|| roles.iter().find(|(role, _)| !is_plain(role))).or(roles.first());
    match best {
        Some((role, text)) if is_plain(role) && !is_html(role) => paragraphs(text),
        Some((role, html)) => {
            notes.in_part(if role.contains(' ') { "/bodies" } else { "/body_html" });
            let blocks = blocks(html, reading.base.as_ref(), notes);
            notes.in_part("");
            blocks
        }
        None => vec![],
    }
}

fn summary(fields: &Fields, kind: &str, notes: &mut Notes) -> Option<String> {
    let found = described(fields, &["summary", "abstract", "text", "html", "main", "lead"])
        .or_else(|| fields.text(&["abstract", "description"]))
        .or_else(|| described(fields, &["caption"]).filter(|_| kind != "text"));
    found.map(|html| words(&html, notes)).filter(|words| !words.is_empty())
}

/// What an item is filed under: services, each a section; else the subjects that say so; else those that do not say
/// that they are keywords, as a breadcrumb.
fn sections(fields: &Fields) -> Vec<Trail> {
    let services = fields.names(&["service", "anpa_category"]);
    if !services.is_empty() {
        return services.iter().map(|name| vec![Label::named(one_line(name))]).collect();
    }
    let subjects = fields.list(&["subject", "subjects"]);
    let named = |is_wanted: &dyn Fn(&str) -> bool| -> Vec<String> {
        let wanted = subjects.iter().map(|(_, subject)| Fields::of(subject)).filter(|subject| is_wanted(&relation(subject)));
        wanted.filter_map(|subject| subject.text(&["name"])).map(|name| one_line(&name)).collect()
    };
    let is_section = |relation: &str| SECTION_WORDS.iter().any(|word| relation.contains(word));
    let sections = named(&is_section);
    match sections.is_empty() {
        true => listed(named(&|relation| !relation.contains("keyword") && !relation.contains("tag"))),
        false => listed(sections),
    }
}

/// What a subject says that it is to the item.
fn relation(subject: &Fields) -> String {
    let words = ["rel", "scheme", "type", "creator"].map(|name| subject.text(&[name]).unwrap_or_default());
    words.join(" ").to_lowercase()
}

fn hints(fields: &Fields) -> Vec<String> {
    let lists: [&[&str]; 4] = [&["service", "anpa_category"], &["genre", "genres"], &["subject", "subjects"], &["keywords"]];
    lists.iter().flat_map(|names| fields.names(names).into_iter().chain(fields.codes(names))).collect()
}

fn subjects(fields: &Fields) -> Vec<Subject> {
    let lists: [&[&str]; 6] = [
        &["subject", "subjects"],
        &["keywords"],
        &["person", "people"],
        &["organisation", "organisations"],
        &["place", "places"],
        &["event", "events"],
    ];
    lists.iter().flat_map(|names| fields.names(names)).map(|name| Subject { name: one_line(&name) }).collect()
}

fn by(fields: &Fields) -> Vec<Credit> {
    let authors = fields.list(&["authors"]);
    let named = authors.iter().filter_map(|(_, value)| {
        let author = Fields::of(value);
        let role = author.text(&["role", "code"]).unwrap_or_default().to_ascii_lowercase();
        let role = match role.as_str() {
            "photographer" | "photo" => Role::Photographer,
            "translator" => Role::Translator,
            "illustrator" => Role::Illustrator,
            "columnist" => Role::Columnist,
            _ => Role::Reporter,
        };
        Some(Credit { role, name: one_line(&author.text(&["name"])?) })
    });
    let named: Vec<Credit> = named.collect();
    match fields.text(&["byline", "by"]) {
        Some(byline) if named.is_empty() => credits::read(&byline),
        _ => named,
    }
}

/// Who sends it.
fn source(fields: &Fields) -> Option<Source> {
    let listed = fields.list(&["infosource", "infosources"]).into_iter().map(|(name, _)| name).find(|name| !name.is_empty());
    let name = fields.text(&["source"]).or(listed).or_else(|| fields.text(&["copyrightholder"]))?;
    Some(Source { name: one_line(&name), href: None })
}

/// Superdesk keeps the place of the dateline in an object.
fn city(fields: &Fields) -> Option<String> {
    let dateline = fields.get(&["dateline"])?;
    Fields::of(Fields::of(dateline).get(&["located"])?).text(&["city", "name"])
}

fn time(fields: &Fields, names: &[&str], reading: &Reading, notes: &mut Notes) -> Option<Timestamp> {
    let (name, text) = names.iter().find_map(|name| Some((name, fields.text(&[name])?)))?;
    let time = crate::import::time::read(&text, &reading.zone);
    if time.is_none() {
        notes.add(&format!("/{name}"), ImportFault::BadTime(shorten(&text, 40)));
    }
    time
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::plain;

    #[test]
    fn html_is_preferred_to_plain_text() {
        let value = serde_json::json!({"bodies": [{"role": "text", "contentType": "text/plain", "value": "x"},
            {"role": "html5", "contentType": "text/html", "value": "<h2>y</h2>"}]});
        let reading = Reading::default();
        let blocks = body(&Fields::of(&value), &reading, &mut Notes::of("f"));
        assert!(matches!(blocks.as_slice(), [Block::Heading(heading)] if plain(&heading.text) == "y"));
    }
}
