//! What the elements of an entry say, in RSS, in Atom and in WordPress' export.

use super::media;
use super::people;
use super::publication;
use super::terms;
use super::xml::{Feed, Field};
use crate::import::body::{blocks, words};
use crate::import::dispatch::Dispatch;
use crate::import::fault::ImportFault;
use crate::import::gate::Publication;
use crate::import::notes::Notes;
use crate::import::text::{one_line, shorten};
use crate::import::wordpress::{Attachments, shortcodes};
use crate::import::{Reading, href, language, time};
use crate::model::{Block, Source, Timestamp};
use url::Url;

/// An entry and the feed it stands in.
pub struct Entry<'a> {
    fields: &'a [Field],
    feed: &'a Feed,
    attachments: &'a Attachments,
    /// Whether something of it may stand elsewhere.
    is_cut: bool,
}

/// What an entry tells, be it an article or something else.
pub fn dispatch(
    at: usize,
    fields: &[Field],
    feed: &Feed,
    attachments: &Attachments,
    reading: &Reading,
    notes: &mut Notes,
) -> Dispatch {
    let entry = Entry { fields, feed, attachments, is_cut: feed.cut.contains(&at) };
    let place = format!("item {at}");
    notes.enter(&place);
    let Some(kind) = entry.other_kind() else { return Dispatch { place, ..entry.read(reading, notes) } };
    // It closes what was filed of it while it was a post; what its own body lacks is nobody's concern.
    let mut dispatch = Dispatch { place, ..entry.read(reading, &mut Notes::of("")) };
    dispatch.publication.hold(format!("type: {kind}"));
    dispatch.no_article = Some(kind);
    dispatch
}

/// A picture of WordPress' export: its number and its address. One that was thrown away or hidden is none.
pub fn attachment(fields: &[Field]) -> Option<(String, String)> {
    let text = |path: &str| fields.iter().find(|field| field.path == path).map(|field| field.text.trim().to_owned());
    let is_shown = publication::words(fields).all(|status| ["inherit", "publish", ""].contains(&status.trim()));
    (is_shown && !fields.iter().any(publication::is_password)).then_some(())?;
    Some((text("wp:post_id")?, text("wp:attachment_url")?))
}

impl<'a> Entry<'a> {
    /// The fields of a path, in order.
    pub fn all(&self, path: &str) -> impl Iterator<Item = &'a Field> {
        self.fields.iter().filter(move |field| field.path == path)
    }

    /// All fields, in the order of the file.
    pub fn fields(&self) -> &'a [Field] {
        self.fields
    }

    /// The feed it stands in.
    pub fn feed(&self) -> &'a Feed {
        self.feed
    }

    /// Whether something of it may stand elsewhere: it was left open, or ended too early.
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Whether WordPress exported it.
    pub fn is_export(&self) -> bool {
        self.feed.is_export || self.fields.iter().any(|field| field.path.split('/').any(|name| name.starts_with("wp:")))
    }

    /// What it is, where that is no post.
    fn other_kind(&self) -> Option<String> {
        let kind = publication::named(self.fields, "post_type").map(|kind| kind.text.trim()).find(|kind| !kind.is_empty());
        match kind {
            Some(kind) if kind != "post" => Some(kind.to_owned()),
            // An earlier state of a post, whatever it says that it is.
            _ if self.is_export() && publication::words(self.fields).next().is_some_and(|word| word.trim() == "inherit") => {
                Some("revision".to_owned())
            }
            _ => self.text("blogger:type").filter(|kind| kind != "POST"),
        }
    }

    /// The text of the first field of a path that has one.
    pub fn text(&self, path: &str) -> Option<String> {
        self.all(path).map(|field| field.text.trim().to_owned()).find(|text| !text.is_empty())
    }

    fn about(&self, paths: &[&str]) -> Option<String> {
        let text = |path: &&str| self.feed.about.iter().find(|field| field.path == **path).map(|field| one_line(&field.text));
        paths.iter().filter_map(text).find(|text| !text.is_empty())
    }

    fn read(&self, reading: &Reading, notes: &mut Notes) -> Dispatch {
        let link = self.link();
        let base = link.as_deref().or(reading.base.as_ref().map(Url::as_str)).and_then(|link| Url::parse(link).ok());
        let mut dispatch = Dispatch {
            key: self.key(link.as_deref()).unwrap_or_default(),
            publication: publication::of(self, self.is_export(), reading),
            headline: self.html("title").map(|html| words(&html, notes)).unwrap_or_default(),
            language: self
                .text("dc:language")
                .or_else(|| self.about(&["language", "dc:language"]))
                .and_then(|tag| language(&tag)),
            by: people::by(self),
            source: self.source(link),
            copyright_notice: self
                .text("rights")
                .or_else(|| self.text("dc:rights"))
                .or_else(|| self.about(&["copyright", "rights"])),
            first_created: self.time(
                &["published", "wp:post_date_gmt", "pubdate", "dc:date", "issued", "dcterms:issued", "updated"],
                reading,
                notes,
            ),
            ..Dispatch::default()
        };
        let changed = [
            "updated",
            "wp:post_modified_gmt",
            "dcterms:modified",
            "modified",
            "pubdate",
            "published",
            "dc:date",
            "wp:post_date_gmt",
        ];
        dispatch.version_created = self.time(&changed, reading, notes).or_else(|| {
            let of_feed = self.about(&["lastbuilddate", "pubdate", "updated"]);
            of_feed.and_then(|text| time::read(&text, &reading.zone))
        });
        if let Some(deleted) = self.all("at:deleted-entry").next() {
            dispatch.key = deleted.get("ref").to_owned();
            dispatch.publication = Publication::withdrawn();
            dispatch.version_created = time::read(deleted.get("when"), &reading.zone);
            return dispatch;
        }
        terms::sort(self, &mut dispatch);
        self.fill_in(&mut dispatch, base.as_ref(), notes);
        dispatch
    }

    /// What never changes: the identifier, else the address.
    fn key(&self, link: Option<&str>) -> Option<String> {
        self.text("guid").or_else(|| self.text("id")).or_else(|| link.map(str::to_owned))
    }

    /// The address of the page.
    fn link(&self) -> Option<String> {
        let written = self.all("link").find(|link| matches!(link.get("rel"), "" | "alternate"));
        let written = written.map(|link| if link.get("href").is_empty() { link.text.trim() } else { link.get("href") });
        let permanent = self.all("guid").find(|guid| guid.get("ispermalink") != "false").map(|guid| guid.text.trim());
        let base = self.about_link();
        [written, permanent].into_iter().flatten().find_map(|link| href::web(link, base.as_ref()).ok())
    }

    fn about_link(&self) -> Option<Url> {
        let links = self.feed.about.iter().filter(|field| field.path == "link");
        let address =
            |link: &Field| Url::parse(if link.get("href").is_empty() { link.text.trim() } else { link.get("href") }).ok();
        links.filter(|link| matches!(link.get("rel"), "" | "alternate")).find_map(address)
    }

    /// A field as HTML. In Atom a text that is not said to be markup is none.
    fn html(&self, path: &str) -> Option<String> {
        let field = self.all(path).find(|field| !field.text.trim().is_empty() || field.has_elements)?;
        let is_plain = self.feed.is_atom && matches!(field.get("type"), "" | "text" | "text/plain") && !field.has_elements;
        Some(match () {
            () if is_plain => field.text.replace('&', "&amp;").replace('<', "&lt;"),
            () if field.has_elements => field.markup.clone(),
            () => field.text.clone(),
        })
    }

    fn source(&self, link: Option<String>) -> Option<Source> {
        let told = self.all("source").next().map(|source| one_line(&source.text)).filter(|name| !name.is_empty());
        let name = told.or_else(|| self.text("source/title")).or_else(|| self.about(&["title"]))?;
        Some(Source { name: one_line(&name), href: link })
    }

    /// Body, summary and pictures.
    fn fill_in(&self, dispatch: &mut Dispatch, base: Option<&Url>, notes: &mut Notes) {
        let is_export = self.is_export();
        let expand =
            |html: String, notes: &mut Notes| if is_export { shortcodes::expand(&html, self.attachments, notes) } else { html };
        let content = self.html("content:encoded").or_else(|| self.html("content")).map(|html| expand(html, notes));
        let short = ["excerpt:encoded", "description", "summary", "media:description"].iter().find_map(|path| self.html(path));
        match (content, short) {
            (Some(content), short) => {
                dispatch.body = blocks(&content, base, notes);
                dispatch.summary = short.map(|html| words(&html, notes)).filter(|words| !words.is_empty());
            }
            (None, Some(short)) => dispatch.body = blocks(&short, base, notes),
            (None, None) => {}
        }
        let featured = self.featured();
        let found = media::read(self, base, notes);
        let is_there = |src: &str| dispatch.body.iter().any(|block| matches!(block, Block::Image(image) if image.src == src));
        dispatch.lead = featured.or_else(|| found.images.into_iter().next().filter(|image| !is_there(&image.src)));
        dispatch.body.extend(found.recordings);
    }

    /// The picture that WordPress' export names by number.
    fn featured(&self) -> Option<crate::model::Image> {
        let keys = self.all("wp:postmeta/wp:meta_key").zip(self.all("wp:postmeta/wp:meta_value"));
        let number = keys
            .into_iter()
            .find(|(key, _)| key.text.trim() == "_thumbnail_id")
            .map(|(_, value)| value.text.trim().to_owned())?;
        let src = href::web(self.attachments.get(&number)?, None).ok()?;
        Some(crate::model::Image { src, ..crate::model::Image::default() })
    }

    fn time(&self, paths: &[&str], reading: &Reading, notes: &mut Notes) -> Option<Timestamp> {
        for path in paths {
            let Some(text) = self.text(path).filter(|text| !is_no_date(text)) else { continue };
            // WordPress writes what is in GMT without saying so there.
            let said = if path.ends_with("_gmt") { format!("{text}Z").replace(' ', "T") } else { text.clone() };
            match time::read(&said, &reading.zone) {
                Some(time) => return Some(time),
                None => notes.add(&format!("/{path}"), ImportFault::BadTime(shorten(&text, 40))),
            }
        }
        None
    }
}

/// WordPress writes `0000-00-00 00:00:00` for what was never published, and for its day `Mon, 30 Nov -0001`.
pub fn is_no_date(text: &str) -> bool {
    text.starts_with("0000-") || text.contains(" -0001 ")
}
