//! Files articles: new ones, changed ones, and tombstones.

use super::dispatch::Dispatch;
use super::fault::ImportFault;
use super::files::write_whole;
use super::ledger::{Entry, Ledger, hashes};
use super::merge::{as_map, is_older, merge, read_filed};
use super::notes::Notes;
use super::pictures::Pictures;
use super::web::Web;
use super::{ImportError, Order, id, sections};
use crate::model::{Article, ArticleId, Contract, PublicationStatus, SectionPath, Site, Source, Timestamp};
use jiff::tz::TimeZone;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How many items became what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// Articles that were not there.
    pub new: usize,
    /// Articles that changed.
    pub updated: usize,
    /// Articles that are as they were, byte for byte.
    pub unchanged: usize,
    /// Articles that became tombstones.
    pub withdrawn: usize,
    /// Items that became nothing: broken, too old, or no articles.
    pub skipped: usize,
}

/// The content folder while it is imported into.
pub struct Filing<'a> {
    pub order: &'a Order,
    pub site: &'a Site,
    pub zone: TimeZone,
    /// Nothing that changed before it is imported.
    pub since: Option<jiff::Timestamp>,
    pub ledger: Ledger,
    /// Who asks addresses on the web.
    pub web: Arc<Web>,
    pub counts: Counts,
    /// Origins of pictures and players that the site does not know yet, and how often they are met.
    pub origins: BTreeMap<(bool, String), usize>,
}

/// What became of an item.
enum Filed {
    New,
    Updated,
    Unchanged,
    Withdrawn,
    Skipped,
}

impl Filing<'_> {
    /// Files an item that came in a file of the folder `beside`.
    pub fn file(&mut self, dispatch: Dispatch, beside: Option<&Path>, notes: &mut Notes) -> Result<(), ImportError> {
        notes.enter(&dispatch.place);
        let count = match self.become_filed(dispatch, beside, notes)? {
            Filed::New => &mut self.counts.new,
            Filed::Updated => &mut self.counts.updated,
            Filed::Unchanged => &mut self.counts.unchanged,
            Filed::Withdrawn => &mut self.counts.withdrawn,
            Filed::Skipped => &mut self.counts.skipped,
        };
        *count += 1;
        Ok(())
    }

    fn become_filed(&mut self, mut dispatch: Dispatch, beside: Option<&Path>, notes: &mut Notes) -> Result<Filed, ImportError> {
        let is_withdrawn = dispatch.status == PublicationStatus::Canceled;
        let Some(version) = self.version(&dispatch, is_withdrawn, notes) else { return Ok(Filed::Skipped) };
        if self.since.is_some_and(|since| version.instant() < since) {
            return Ok(Filed::Skipped);
        }
        let known = self.known(&dispatch);
        let Some(name) = self.name(&dispatch, known.as_ref(), &version, notes) else { return Ok(Filed::Skipped) };
        let path = self.path(&name);
        let filed = match read_filed(&path) {
            Ok(filed) => filed,
            // A withdrawal is obeyed whatever stands there.
            Err(_) if is_withdrawn => None,
            Err(ImportFault::BadFile(error)) => {
                notes.add("", ImportFault::BadFiled(error));
                return Ok(Filed::Skipped);
            }
            Err(fault) => {
                notes.add("", fault);
                return Ok(Filed::Skipped);
            }
        };
        if filed.as_ref().is_some_and(|filed| is_older(&dispatch, &version, filed)) {
            return Ok(Filed::Unchanged);
        }
        if !is_withdrawn {
            dispatch.settle();
            let (folder, is_dry) = (self.order.content.join("pictures"), self.order.dry_run);
            let web = self.order.fetch_pictures.then_some(&*self.web);
            let pictures = Pictures { beside, folder, web, is_dry };
            pictures.take_over(&mut dispatch.lead, &mut dispatch.body, &mut |fault| notes.add("", fault));
        }
        let Some(section) = self.section(&dispatch, filed.as_ref(), is_withdrawn, notes) else { return Ok(Filed::Skipped) };
        let key = dispatch.key.clone();
        let old = known.map(|entry| entry.fields).unwrap_or_default();
        let fields = match is_withdrawn {
            true => self.tombstone(dispatch, &name, section, version, filed.as_ref(), notes),
            false => self.fields(dispatch, &name, section, version, filed.is_none()),
        };
        self.note_origins(&fields);
        let entry = Entry { id: name, fields: hashes(&fields) };
        let merged = match &filed {
            Some(filed) if !is_withdrawn => merge(as_map(filed)?, fields, &old, &entry.fields, notes),
            _ => fields,
        };
        self.ledger.set(&key, entry);
        self.write(&path, merged, filed, is_withdrawn)
    }

    /// When this version was made. An item without what an article must have is noted and none.
    fn version(&self, dispatch: &Dispatch, is_withdrawn: bool, notes: &mut Notes) -> Option<Timestamp> {
        let lack = match dispatch {
            _ if dispatch.key.trim().is_empty() => "identifier",
            _ if !is_withdrawn && dispatch.headline.is_empty() => "headline",
            Dispatch { version_created: None, first_created: None, .. } => "time",
            _ => return dispatch.version_created.clone().or_else(|| dispatch.first_created.clone()),
        };
        notes.add("", ImportFault::Lacks(lack));
        None
    }

    /// What is known of an item, or of the one that it replaces.
    fn known(&self, dispatch: &Dispatch) -> Option<Entry> {
        let replaced = || dispatch.replaces.as_ref().and_then(|key| self.ledger.get(key));
        self.ledger.get(&dispatch.key).or_else(replaced).cloned()
    }

    fn name(&self, dispatch: &Dispatch, known: Option<&Entry>, version: &Timestamp, notes: &mut Notes) -> Option<ArticleId> {
        if let Some(entry) = known {
            return Some(entry.id.clone());
        }
        let first = dispatch.first_created.as_ref().unwrap_or(version);
        let names =
            [id::SHORT, id::LONG].into_iter().filter_map(|length| id::article_id(&dispatch.key, first, &self.zone, length).ok());
        let free = names.into_iter().find(|name| !self.ledger.has_other(&dispatch.key, name));
        if free.is_none() {
            notes.add("", ImportFault::NameTaken);
        }
        free
    }

    fn path(&self, name: &ArticleId) -> PathBuf {
        self.order.content.join("articles").join(format!("{name}.json"))
    }

    fn section(
        &self,
        dispatch: &Dispatch,
        filed: Option<&Article>,
        is_withdrawn: bool,
        notes: &mut Notes,
    ) -> Option<SectionPath> {
        if let Some(section) = sections::find(self.site, &dispatch.sections) {
            return Some(section);
        }
        let told = super::text::shorten(&dispatch.sections.join(", "), 80);
        match (filed, &self.order.section) {
            (Some(filed), _) => Some(filed.section.clone()),
            (None, Some(section)) => {
                notes.add("", ImportFault::DefaultSection(told));
                Some(section.clone())
            }
            (None, None) if is_withdrawn => self.site.sections.first().map(|section| section.path.clone()),
            (None, None) => {
                notes.add("", ImportFault::NoSection(told));
                None
            }
        }
    }

    /// What the source says, as an article's fields; what it does not say is not among them.
    fn fields(
        &self,
        dispatch: Dispatch,
        name: &ArticleId,
        section: SectionPath,
        version: Timestamp,
        is_new: bool,
    ) -> Map<String, Value> {
        let first = dispatch.first_created.clone();
        let has_source = dispatch.source.is_some();
        let article = Article {
            contract: Contract::default(),
            id: name.clone(),
            language: dispatch.language.clone().unwrap_or_else(|| self.site.language.clone()),
            section,
            kicker: dispatch.kicker,
            headline: dispatch.headline,
            summary: dispatch.summary.unwrap_or_default(),
            dateline: dispatch.dateline,
            located: dispatch.located,
            by: dispatch.by,
            source: dispatch.source.unwrap_or_else(|| Source { name: self.site.name.clone(), href: None }),
            editor: None,
            first_created: first.clone().unwrap_or_else(|| version.clone()),
            version_created: version,
            pub_status: dispatch.status,
            status_note: None,
            embargoed: dispatch.embargoed,
            expires: dispatch.expires,
            urgency: dispatch.urgency.unwrap_or(5),
            subjects: dispatch.subjects,
            lead: dispatch.lead,
            body: dispatch.body,
            corrections: vec![],
            related: vec![],
            copyright_notice: dispatch.copyright_notice,
            keep_words: vec![],
        };
        let mut fields = as_map(&article).unwrap_or_default();
        // Said in any case, so that a reinstatement after a withdrawal is seen.
        fields.entry("pubStatus").or_insert_with(|| "usable".into());
        if !is_new {
            let unsaid = [("firstCreated", first.is_none()), ("source", !has_source), ("language", dispatch.language.is_none())];
            unsaid.iter().filter(|(_, unsaid)| *unsaid).for_each(|(name, _)| drop(fields.remove(*name)));
        }
        fields
    }

    /// What may still be said of a withdrawn article: where it stood and when. Its words leave the disk. The
    /// source's note is for editors and may repeat what must not be said, so it is told to them only.
    fn tombstone(
        &self,
        dispatch: Dispatch,
        name: &ArticleId,
        section: SectionPath,
        version: Timestamp,
        filed: Option<&Article>,
        notes: &mut Notes,
    ) -> Map<String, Value> {
        notes.add("", ImportFault::Withdrawn(super::text::shorten(dispatch.note.as_deref().unwrap_or("—"), 200)));
        let bare = Dispatch {
            status: PublicationStatus::Canceled,
            language: dispatch.language.or_else(|| filed.map(|filed| filed.language.clone())),
            first_created: filed.map(|filed| filed.first_created.clone()).or(dispatch.first_created),
            source: dispatch.source.or_else(|| filed.map(|filed| filed.source.clone())),
            ..Dispatch::default()
        };
        let mut fields = self.fields(bare, name, section, version, true);
        if let Some(note) = filed.filter(|filed| filed.is_withdrawn()).and_then(|filed| filed.status_note.clone()) {
            fields.insert("statusNote".to_owned(), note.into());
        }
        fields
    }

    fn write(
        &self,
        path: &Path,
        fields: Map<String, Value>,
        filed: Option<Article>,
        is_withdrawn: bool,
    ) -> Result<Filed, ImportError> {
        let article: Article = serde_json::from_value(Value::Object(fields)).map_err(ImportError::Json)?;
        let outcome = match &filed {
            Some(filed) if *filed == article => return Ok(Filed::Unchanged),
            _ if is_withdrawn => Filed::Withdrawn,
            Some(_) => Filed::Updated,
            None => Filed::New,
        };
        if !self.order.dry_run {
            let json = serde_json::to_string_pretty(&article).map_err(ImportError::Json)?;
            write_whole(path, format!("{json}\n").as_bytes())?;
        }
        Ok(outcome)
    }

    fn note_origins(&mut self, fields: &Map<String, Value>) {
        let mut waiting: Vec<&Value> = fields.values().collect();
        while let Some(value) = waiting.pop() {
            if let Some(src) = value.get("src").and_then(Value::as_str).and_then(super::href::origin) {
                let is_player = value.get("provider").is_some();
                let is_known = match is_player {
                    true => self.site.players.iter().any(|player| player.origin == src),
                    false => self.site.media_origins.contains(&src),
                };
                if !is_known {
                    *self.origins.entry((is_player, src)).or_insert(0) += 1;
                }
            }
            match value {
                Value::Array(values) => waiting.extend(values),
                Value::Object(values) => waiting.extend(values.values()),
                _ => {}
            }
        }
    }
}
