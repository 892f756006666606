//! What the elements of an entry say, in RSS, in Atom and in WordPress' export.

use super::about::{self, address_in};
use super::body;
use super::field::Field;
use super::people;
use super::publication;
use super::terms;
use super::xml::Feed;
use crate::body::words;
use crate::dispatch::Dispatch;
use crate::fault::ItemFault;
use crate::gate::Publication;
use crate::namesakes::Mark;
use crate::notes::Notes;
use crate::text::{one_line, shorten};
use crate::wordpress::library::Library;
use crate::{Reading, formerly, href, language, time};
use strait_model::{FormerAddress, Source, Timestamp};
use url::Url;

/// An entry and the feed it stands in.
pub struct Entry<'a> {
    pub fields: &'a [Field],
    pub feed: &'a Feed,
    pub library: &'a Library,
    /// Whether something of it may stand elsewhere.
    pub is_cut: bool,
}

/// What an entry tells, be it an article or something else.
pub fn dispatch(at: usize, fields: &[Field], feed: &Feed, library: &Library, reading: &Reading, notes: &mut Notes) -> Dispatch {
    let entry = Entry { fields, feed, library, is_cut: feed.cut.contains(&at) };
    let place = format!("item {at}");
    notes.enter(&place);
    let number = || Some(format!("post {}", entry.text("wp:post_id")?));
    let title = entry.text("title").map(|title| words(&title, &mut Notes::of("")));
    notes.call(&title.or_else(number).unwrap_or_default());
    let Some(kind) = entry.other_kind() else {
        entry.leave_comments(notes);
        return Dispatch { place, ..entry.read(reading, notes) };
    };
    // It closes what was filed of it while it was a post; what its own body lacks is nobody's concern.
    let mut dispatch = Dispatch { place, ..entry.read(reading, &mut Notes::of("")) };
    dispatch.publication.hold(format!("type: {kind}"));
    dispatch.no_article = Some(kind);
    dispatch
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

    /// Whether its feed is Atom, where text says whether it is markup.
    pub fn is_atom(&self) -> bool {
        self.feed.is_atom
    }

    /// Whether something of it may stand elsewhere: it was left open, or ended too early.
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Whether WordPress exported it.
    pub fn is_export(&self) -> bool {
        self.feed.is_export || self.fields.iter().any(|field| field.path.split('/').any(|name| name.starts_with("wp:")))
    }

    /// Comments that readers saw below it have no place here.
    fn leave_comments(&self, notes: &mut Notes) {
        let approved = self.all("wp:comment/wp:comment_approved").filter(|approved| approved.text.trim() == "1").count();
        notes.leave_if_any("comment", approved);
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
            mark: Mark::of(self.text("wp:post_id"), link.as_deref()),
            publication: publication::of(self, self.is_export(), reading),
            headline: body::text(self, "title", notes).map(|title| words(&title.html, notes)).unwrap_or_default(),
            language: self
                .text("dc:language")
                .or_else(|| self.about(&["language", "dc:language"]))
                .and_then(|tag| language(&tag)),
            by: people::by(self),
            formerly: self.formerly(link.as_deref(), notes),
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
        body::fill_in(self, &mut dispatch, base.as_ref(), notes);
        dispatch
    }

    /// What never changes: the identifier, else the address.
    fn key(&self, link: Option<&str>) -> Option<String> {
        self.text("guid").or_else(|| self.text("id")).or_else(|| link.map(str::to_owned))
    }

    /// The address of the page.
    fn link(&self) -> Option<String> {
        let written = self.all("link").find(|link| matches!(link.get("rel"), "" | "alternate"));
        let permanent = self.all("guid").find(|guid| guid.get("ispermalink") != "false");
        let base = about::home(&self.feed.about);
        let whole = |field: &Field| href::web(address_in(field), field.base.as_deref().or(base.as_ref())).ok();
        [written, permanent].into_iter().flatten().find_map(whole)
    }

    /// Where it was before.
    fn formerly(&self, link: Option<&str>, notes: &mut Notes) -> Vec<FormerAddress> {
        let guid = self.text("guid");
        match self.is_export() {
            true => {
                let (number, content) = (self.text("wp:post_id"), self.text("content:encoded"));
                let mut found = formerly::of_post(link, guid.as_deref(), ("p", number.as_deref()), content.as_deref(), notes);
                let old = self.metas("_wp_old_slug");
                formerly::add_slugs(&mut found, link, self.text("wp:post_name").as_deref(), old, notes);
                found
            }
            false => {
                let permanent = self.all("guid").find(|guid| guid.get("ispermalink") != "false").and(guid);
                formerly::of_page(link, permanent.as_deref(), notes)
            }
        }
    }

    fn source(&self, link: Option<String>) -> Option<Source> {
        let told = self.all("source").next().map(|source| one_line(&source.text)).filter(|name| !name.is_empty());
        let name = told.or_else(|| self.text("source/title")).or_else(|| self.about(&["title"]))?;
        let name = body::plain(&name);
        (!name.is_empty()).then_some(Source { name, href: link })
    }

    fn time(&self, paths: &[&str], reading: &Reading, notes: &mut Notes) -> Option<Timestamp> {
        for path in paths {
            let Some(text) = self.text(path).filter(|text| !is_no_date(text)) else { continue };
            // WordPress writes what is in GMT without saying so there.
            let said = if path.ends_with("_gmt") { format!("{text}Z").replace(' ', "T") } else { text.clone() };
            match time::read_roughly(&said, &reading.zone) {
                Some(time) => return Some(time),
                None => notes.add(&format!("/{path}"), ItemFault::BadTime(shorten(&text, 40))),
            }
        }
        None
    }
}

/// WordPress writes `0000-00-00 00:00:00` for what was never published, and for its day `Mon, 30 Nov -0001`.
pub fn is_no_date(text: &str) -> bool {
    text.starts_with("0000-") || text.contains(" -0001 ")
}
