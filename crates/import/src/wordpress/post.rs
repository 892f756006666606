//! One post of WordPress' REST interface.

use super::content::{self, Post};
use super::library::Library;
use super::{authors, shortcodes, terms};
use crate::about::{About, ItemAbout, clock};
use crate::balance::{Written, accounted};
use crate::body::words;
use crate::dispatch::Dispatch;
use crate::fault::{BodyFault, GateFault, ItemFault};
use crate::fields::Fields;
use crate::gate::{Publication, Vocabulary, readers};
use crate::json::kind;
use crate::namesakes::Mark;
use crate::notes::Notes;
use crate::text::{one_line, shorten};
use crate::{Reading, formerly, href, language, time};
use jiff::tz::{TimeZone, offset};
use serde_json::Value;
use strait_model::{FormerAddress, Image, Source, Timestamp};
use url::Url;

/// A post.
pub fn read(post: &Value, place: &str, reading: &Reading, notes: &mut Notes) -> Dispatch {
    let fields = Fields::of(post);
    let link = fields.text(&["link"]).and_then(|link| href::web(&link, reading.base.as_ref()).ok());
    let base = link.as_deref().and_then(|link| Url::parse(link).ok());
    let first_created = moment(&fields, "date", reading, notes);
    let no_article = other_kind(&fields);
    let library = Library::default();
    let shown = Post {
        library: &library,
        number: fields.get(&["id"]).and_then(Value::as_u64),
        footnotes: post.pointer("/meta/footnotes").and_then(Value::as_str).map(str::to_owned),
        is_rendered: post.pointer("/content/raw").is_none() || post.pointer("/content/rendered").is_some(),
    };
    let mut dispatch = Dispatch {
        key: rendered(post, "guid").or_else(|| link.clone()).unwrap_or_default(),
        mark: Mark::of(fields.text(&["id"]), link.as_deref()),
        place: place.to_owned(),
        publication: publication(post, &fields, no_article.as_deref(), reading),
        no_article,
        headline: rendered(post, "title").map(|html| words(&html, notes)).unwrap_or_default(),
        summary: rendered(post, "excerpt")
            .map(|html| words(&shortcodes::expand(&html, &shown, notes), notes))
            .map(|words| without_more(&words)),
        version_created: moment(&fields, "modified", reading, notes).or_else(|| first_created.clone()),
        first_created,
        language: fields.text(&["lang", "locale"]).and_then(|tag| language(&tag)),
        by: authors::by(post),
        source: source(&fields, link.as_deref()),
        formerly: formerly(post, &fields, link.as_deref(), notes),
        ..Dispatch::default()
    };
    terms::sort(post, reading, &mut dispatch);
    if let Some(html) = rendered(post, "content") {
        notes.in_part("/content");
        (dispatch.body, dispatch.account) = accounted(&html, Written::WithShortcodes, base.as_ref(), notes, |notes| {
            content::read(&html, &shown, base.as_ref(), notes)
        });
        notes.in_part("");
    }
    dispatch.lead = featured(post, &fields, notes);
    let comments = post.pointer("/_embedded/replies").and_then(Value::as_array).into_iter().flatten();
    notes.leave_if_any("comment", comments.map(|page| page.as_array().map_or(0, Vec::len)).sum());
    dispatch
}

/// What it is called: by its headline, else by its number.
pub fn title(post: &Value) -> String {
    let number = || Fields::of(post).text(&["id"]).map(|number| format!("post {number}"));
    let title = rendered(post, "title").map(|html| words(&html, &mut Notes::of(""))).filter(|title| !title.is_empty());
    title.or_else(number).unwrap_or_default()
}

/// Where it was before.
fn formerly(post: &Value, fields: &Fields, link: Option<&str>, notes: &mut Notes) -> Vec<FormerAddress> {
    let (guid, number, content) = (rendered(post, "guid"), fields.text(&["id"]), rendered(post, "content"));
    formerly::of_post(link, guid.as_deref(), ("p", number.as_deref()), content.as_deref(), notes)
}

/// Takes in what a post that is published tells of its site.
pub fn describe(post: &Value, now: jiff::Timestamp, about: &mut About) {
    let reading = Reading { now, ..Reading::default() };
    let fields = Fields::of(post);
    let publication = publication(post, &fields, other_kind(&fields).as_deref(), &reading);
    if publication.passage(now).is_closed() {
        return;
    }
    let link = fields.text(&["link"]);
    let sender = source(&fields, link.as_deref()).map(|source| source.name);
    about.note(ItemAbout { language: fields.text(&["lang", "locale"]), sender, link: link.as_deref(), time: None });
    let times = [said(&fields, "date"), said(&fields, "date_gmt")].map(|text| time::read(&text?, &TimeZone::UTC));
    if let ([Some(own), Some(gmt)], None) = (times, about.offset) {
        about.offset = clock(own.instant(), gmt.instant());
    }
}

/// What it is, where that is no post: a page, an attachment, a menu's item, a plugin's own kind; or an earlier state
/// of a post, which comes without a type.
fn other_kind(fields: &Fields) -> Option<String> {
    let kind = fields.text(&["type"]).filter(|kind| kind != "post");
    let is_earlier = fields.text(&["status"]).is_some_and(|status| status == "inherit")
        || fields.text(&["slug"]).is_some_and(|slug| slug.contains("-revision-v") || slug.contains("-autosave-v"));
    kind.or_else(|| is_earlier.then(|| "revision".to_owned()))
}

/// What WordPress says of publication.
fn publication(post: &Value, fields: &Fields, other_kind: Option<&str>, reading: &Reading) -> Publication {
    let mut publication = Publication::default();
    if let Some(status) = fields.get(&["status"]) {
        publication.says_json(Vocabulary::WordPress, "status", status);
    }
    if let Some(kind) = other_kind {
        publication.hold(format!("type: {kind}"));
    }
    if is_protected(post) {
        publication.protect();
    }
    publication.restrict(restriction(post));
    plan(&mut publication, fields, reading);
    publication
}

/// What in a post says that some readers only are shown it: in a field, in what is kept beside it, in its classes, or
/// in its text, whether as it is kept or as it is shown.
fn restriction(post: &Value) -> Option<String> {
    let beside = [Some(post), post.get("meta"), post.get("acf")].into_iter().flatten().find_map(readers::in_fields);
    let classes = post.get("class_list").map(|list| Fields::of(&serde_json::json!({ "list": list })).names(&["list"]));
    let classes = || readers::in_class_list(classes.iter().flatten().map(String::as_str));
    let parts = ["/content", "/excerpt", "/content/rendered", "/content/raw", "/excerpt/rendered", "/excerpt/raw"];
    let texts = || parts.iter().filter_map(|part| post.pointer(part)?.as_str()).find_map(readers::in_markup);
    // What search engines are told stands in an object of some plugin's making.
    let told = || post.get("yoast_head_json").and_then(|seo| readers::in_markup(&seo.to_string()));
    beside.or_else(classes).or_else(texts).or_else(told)
}

/// Whether it asks for a password, by a mark of any of its parts or by having one, of whatever kind: a blank is one.
fn is_protected(post: &Value) -> bool {
    let is_said = |value: &Value| !matches!(value, Value::Null | Value::Bool(false));
    let parts = ["/title/protected", "/content/protected", "/excerpt/protected"];
    parts.iter().any(|part| post.pointer(part).is_some_and(is_said)) || post.get("password").is_some_and(is_filled)
}

/// Whether a value holds anything, or anything in it does.
fn is_filled(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(values) => values.iter().any(is_filled),
        Value::Object(values) => values.values().any(is_filled),
        _ => true,
    }
}

/// When it is, or will be, published, in GMT and by the site's own clock: either holds it back while it is ahead.
/// What is planned waits for a time that can be read; what is published needs one, if it says any.
fn plan(publication: &mut Publication, fields: &Fields, reading: &Reading) {
    let gmt = said(fields, "date_gmt").map(|text| time::read(&text, &TimeZone::UTC).map(|time| time.in_zone(&reading.zone)));
    let own = said(fields, "date").filter(|text| !is_the_same(text, gmt.as_ref())).map(|text| time::read(&text, &reading.zone));
    let (is_planned, times) = (publication.is_planned(), [gmt, own]);
    let is_unread = times.iter().any(Option::is_some) && times.iter().flatten().all(Option::is_none);
    let text = said(fields, "date_gmt").or_else(|| said(fields, "date")).unwrap_or_default();
    for time in times.into_iter().flatten() {
        match time {
            Some(time) if !is_planned => publication.dated(&time),
            time if is_planned || is_unread => publication.wait_until("date", &text, time),
            _ => {}
        }
    }
}

/// Whether a time by the site's own clock can be the one in GMT. We do not know its zone, of which that of UTC+14 is
/// the earliest.
fn is_the_same(own: &str, gmt: Option<&Option<Timestamp>>) -> bool {
    let earliest = time::read(own, &TimeZone::fixed(offset(14)));
    gmt.and_then(Option::as_ref).is_some_and(|gmt| earliest.is_none_or(|earliest| earliest.instant() <= gmt.instant()))
}

/// What a field says of a time; WordPress writes noughts where it knows none.
fn said(fields: &Fields, name: &str) -> Option<String> {
    fields.text(&[name]).filter(|text| !text.starts_with("0000"))
}

/// `{"rendered": …}`, or what an editor's answer has as `raw`.
fn rendered(post: &Value, name: &str) -> Option<String> {
    let field = post.get(name)?;
    let fields = Fields::of(field);
    field.as_str().map(str::to_owned).or_else(|| fields.text(&["rendered"])).or_else(|| fields.text(&["raw"]))
}

/// Themes end excerpts so.
fn without_more(summary: &str) -> String {
    let ends = ["[…]", "[...]", "[&hellip;]", "Continue reading", "Read more", "阅读全文"];
    let end = ends.iter().filter_map(|end| summary.rfind(end)).min();
    let cut = end.and_then(|end| summary.get(..end)).unwrap_or(summary).trim_end();
    if cut.len() < summary.trim_end().len() && !cut.is_empty() {
        format!("{}…", cut.trim_end_matches('…'))
    } else {
        cut.to_owned()
    }
}

/// A time in GMT, or by the site's own clock. One in GMT may say so, or have another offset.
fn moment(fields: &Fields, name: &str, reading: &Reading, notes: &mut Notes) -> Option<Timestamp> {
    let gmt = said(fields, &format!("{name}_gmt")).map(|text| (text, TimeZone::UTC));
    let own = said(fields, name).map(|text| (text, reading.zone.clone()));
    for (text, zone) in [gmt, own].into_iter().flatten() {
        match time::read(&text, &zone) {
            Some(moment) => return Some(moment.in_zone(&reading.zone)),
            None => notes.add(&format!("/{name}"), ItemFault::BadTime(shorten(&text, 40))),
        }
    }
    None
}

fn source(fields: &Fields, link: Option<&str>) -> Option<Source> {
    let link = link?;
    let host = Url::parse(link).ok()?.host_str()?.trim_start_matches("www.").to_owned();
    let name = fields.get(&["yoast_head_json"]).and_then(|seo| Fields::of(seo).text(&["og_site_name"]));
    Some(Source { name: name.map_or(host, |name| one_line(&name)), href: Some(link.to_owned()) })
}

/// Why a picture may not be shown, if so. Attachments inherit what their post is.
fn why_held(media: &Value) -> Option<String> {
    let status = Fields::of(media).get(&["status"]).filter(|status| !matches!(status.as_str(), Some("inherit" | "publish" | "")));
    let word = |status: &Value| format!("status: {}", shorten(status.as_str().unwrap_or(kind(status)), 40));
    status.map(word).or_else(|| is_protected(media).then(|| "password".to_owned()))
}

/// The picture that stands for the post.
fn featured(post: &Value, fields: &Fields, notes: &mut Notes) -> Option<Image> {
    let embedded = post.pointer("/_embedded/wp:featuredmedia/0");
    if let Some(held) = embedded.and_then(why_held) {
        // Whatever else names a picture may name this one.
        notes.add("/featured_media", GateFault::HeldPart(held));
        return None;
    }
    let media = embedded.map(Fields::of);
    if let Some(src) = media.as_ref().and_then(|media| media.text(&["source_url"])).and_then(|src| href::web(&src, None).ok()) {
        let media = media?;
        let details = media.get(&["media_details"]).map(Fields::of);
        let side = |name: &str| details.as_ref().map_or(0, |details| details.number(name));
        let caption = embedded.and_then(|media| rendered(media, "caption"));
        return Some(Image {
            src,
            width: side("width"),
            height: side("height"),
            alt: media.text(&["alt_text"]).map(|alt| one_line(&alt)).unwrap_or_default(),
            caption: caption.map(|html| words(&html, notes)).filter(|words| !words.is_empty()),
            ..Image::default()
        });
    }
    let named = fields
        .text(&["jetpack_featured_media_url"])
        .or_else(|| post.pointer("/yoast_head_json/og_image/0/url")?.as_str().map(str::to_owned));
    let src = named.and_then(|src| href::web(&src, None).ok());
    if src.is_none() && fields.number("featured_media") > 0 {
        notes
            .add("/featured_media", BodyFault::LostMedia(format!("featured_media {} (_embed)", fields.number("featured_media"))));
    }
    src.map(|src| Image { src, ..Image::default() })
}
