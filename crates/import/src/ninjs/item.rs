//! One item: which of its many fields say what.

use super::media::{Associated, addresses, associated, caption, described, headline, held, picture, undirected};
use super::people::by;
use super::text::{body, body_roles, dateline};
use super::{publication, shown};
use crate::about::{About, ItemAbout};
use crate::body::{paragraphs, words};
use crate::dispatch::Dispatch;
use crate::fault::{BodyFault, ItemFault};
use crate::fields::Fields;
use crate::gate::{Passage, Publication};
use crate::notes::Notes;
use crate::pictures::leave_out;
use crate::sections::{Label, Trail, listed};
use crate::text::{one_line, shorten};
use crate::{Reading, language};
use serde_json::Value;
use strait_model::{Block, Gallery, List, Source, Span, Subject, Timestamp};

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
    // What a story goes with does not close it: it may be published by itself.
    let brings_stories = match kind.as_str() {
        "composite" => true,
        "text" | "article" => publication.passage(reading.now) == Passage::Open,
        _ => false,
    };
    for (name, part) in fields.list(&["associations"]) {
        if brings_stories && is_whole_story(part) {
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

/// Whether what goes with an item is a story that can stand alone.
fn is_whole_story(part: &Value) -> bool {
    let fields = Fields::of(part);
    let is_text = fields.text(&["type"]).is_none_or(|kind| kind == "text");
    is_text && !body_roles(&fields).is_empty() && fields.text(&["versioncreated"]).is_some() && key(&fields).is_some()
}

/// What the source calls it.
fn key(fields: &Fields) -> Option<String> {
    fields.text(&["uri", "guid", "_id", "item_id"])
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
        key: key(fields).unwrap_or_default(),
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
    (dispatch.body, dispatch.account) = body(fields, reading, notes);
    dispatch.dateline = dateline(fields, &dispatch.body, notes);
    name_files(fields, notes);
    if matches!(kind, "picture" | "graphic") {
        dispatch.lead = picture(fields, notes);
        if dispatch.lead.is_none() {
            notes.add("/renditions", BodyFault::LostMedia(kind.to_owned()));
        }
        if dispatch.body.is_empty() {
            dispatch.body = caption(fields, notes).map(|caption| paragraphs(&caption)).unwrap_or_default();
        }
    }
    let (mut images, mut stories) = (vec![], vec![]);
    for (name, value) in fields.list(&["associations"]) {
        dispatch.held.extend(held(value, reading));
        let place = format!("/associations/{name}");
        match associated(value, &place, reading, notes) {
            Associated::Picture(image) if name.eq_ignore_ascii_case("featuremedia") => {
                // The body may show it in another size.
                shown::replace(&mut dispatch.body, &addresses(value), &image.src);
                dispatch.lead = Some(image);
            }
            Associated::Picture(image) => {
                if !shown::complete(&mut dispatch.body, &addresses(value), &Block::Image(image.clone())) {
                    images.push(image);
                }
            }
            Associated::Recording(block) => {
                if !shown::complete(&mut dispatch.body, &addresses(value), &block) {
                    dispatch.body.push(block);
                }
            }
            Associated::Story(..) if kind != "composite" && is_whole_story(value) => {
                dispatch.related.extend(key(&Fields::of(value)));
            }
            Associated::Story(headline, None) if kind != "composite" => {
                notes.add(&place, BodyFault::Unkept(format!("“{}”", shorten(&headline, 60))));
            }
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
    if !stories.is_empty() {
        dispatch.body.push(Block::List(List { items: stories, ..List::default() }));
    }
    // The body shows pictures of its own accord, those that are held too.
    leave_out(&dispatch.held, &mut dispatch.lead, &mut dispatch.body);
}

/// Names files that only go with an item: readers of an article have no place where they could be had.
fn name_files(fields: &Fields, notes: &mut Notes) {
    for name in ["attachments", "extra_items"] {
        for (called, file) in fields.list(&[name]) {
            let fields = Fields::of(file);
            let inner = fields.get(&["attachment"]).map(Fields::of);
            let title = |fields: &Fields| fields.text(&["title", "headline", "filename", "href"]);
            let title = title(&fields).or_else(|| title(inner.as_ref()?)).unwrap_or(called);
            notes.add(&format!("/{name}"), BodyFault::Unkept(format!("{name} {}", shorten(&title, 60)).trim().to_owned()));
        }
    }
}

fn summary(fields: &Fields, kind: &str, notes: &mut Notes) -> Option<String> {
    let found = described(fields, &["summary", "abstract", "text", "html", "main", "lead"])
        .or_else(|| fields.text(&["abstract", "description"]))
        .or_else(|| undirected(fields))
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
    let time = crate::time::read(&text, &reading.zone);
    if time.is_none() {
        notes.add(&format!("/{name}"), ItemFault::BadTime(shorten(&text, 40)));
    }
    time
}
