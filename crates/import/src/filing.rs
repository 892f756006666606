//! Files articles: new ones, changed ones, and tombstones.

use super::balance::Balance;
use super::counts::{Counts, Filed};
use super::dispatch::Dispatch;
use super::fault::{ItemFault, Lack};
use super::files::write_whole;
use super::gate::Passage;
use super::house::{House, Origins};
use super::ledger::{Entry, ImportLedger, Noted, hashes};
use super::merge::{Age, age, as_map, merge, note_state, read_filed, shut};
use super::namesakes::Marks;
use super::notes::Notes;
use super::pictures::{Pictures, leave_out};
use super::web::Web;
use super::{ImportError, Order, id, sections};
use jiff::tz::TimeZone;
use serde_json::{Map, Value};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use strait_confined::Confined;
use strait_model::{Article, ArticleId, SectionPath, Timestamp};

/// The content folder while it is imported into.
pub struct Filing<'a> {
    pub order: &'a Order,
    /// The folder itself, which is never left.
    pub content: &'a Confined,
    /// The site, and its section tree.
    pub house: House<'a>,
    pub zone: TimeZone,
    /// Nothing that changed before it is imported.
    pub since: Option<jiff::Timestamp>,
    pub ledger: ImportLedger,
    /// The hosts that articles were at before.
    pub hosts: HashSet<String>,
    /// What tells items from each other that are called the same.
    pub marks: Marks,
    /// Who asks addresses on the web.
    pub web: Arc<Web>,
    pub counts: Counts,
    pub balance: Balance,
    /// Origins of pictures and players that the site does not know yet.
    pub origins: Origins,
}

impl Filing<'_> {
    /// Files an item that came in a file of the folder `beside`.
    pub fn file(&mut self, mut dispatch: Dispatch, beside: Option<&Path>, notes: &mut Notes) -> Result<(), ImportError> {
        notes.enter(&dispatch.place);
        notes.call(if dispatch.headline.is_empty() { &dispatch.key } else { &dispatch.headline });
        let mut keys = self.called(&dispatch, notes)?;
        dispatch.key = keys.remove(0);
        for key in keys {
            // What closes and may mean several closes each; it is counted once.
            self.file_one(Dispatch { key, ..dispatch.clone() }, beside, &mut Notes::of(""))?;
        }
        let (filed, passage) = self.file_one(dispatch, beside, notes)?;
        *self.counts.of(filed, &passage, notes) += 1;
        Ok(())
    }

    fn file_one(
        &mut self,
        mut dispatch: Dispatch,
        beside: Option<&Path>,
        notes: &mut Notes,
    ) -> Result<(Filed, Passage), ImportError> {
        let known = self.known(&dispatch);
        let passage = self.passage(&dispatch);
        let filed = match dispatch.no_article.take().filter(|_| known.is_none()) {
            Some(kind) => {
                notes.leave(&kind, 1);
                self.balance.no_articles += 1;
                Filed::Skipped
            }
            None if passage.is_closed() && self.would_replace(&dispatch) => Filed::Held,
            None => self.become_filed(dispatch, &passage, known, beside, notes)?,
        };
        Ok((filed, passage))
    }

    fn become_filed(
        &mut self,
        mut dispatch: Dispatch,
        passage: &Passage,
        known: Option<Entry>,
        beside: Option<&Path>,
        notes: &mut Notes,
    ) -> Result<Filed, ImportError> {
        let is_withdrawn = *passage == Passage::Withdrawn;
        self.date_closing(&mut dispatch, passage, known.as_ref());
        let Some(version) = self.version(&dispatch, passage, known.is_some(), notes) else {
            return self.file_state_only(&dispatch, passage, known, notes);
        };
        if self.since.is_some_and(|since| version.instant() < since) && !(passage.is_closed() && known.is_some()) {
            self.balance.earlier += 1;
            return Ok(Filed::Skipped);
        }
        let Some(name) = self.name(&dispatch, known.as_ref(), &version, notes) else { return Ok(Filed::Skipped) };
        let path = self.path(&name);
        let filed = match read_filed(self.content, &path) {
            Ok(filed) => filed,
            // A withdrawal is obeyed whatever stands there.
            Err(_) if is_withdrawn => None,
            Err(fault) => {
                notes.add("", fault);
                return self.file_over_broken(&path, passage);
            }
        };
        match filed.as_ref().map(|filed| age(passage, &version, filed, known.as_ref())) {
            Some(Age::Old) => return Ok(Filed::Old),
            Some(Age::Edited) if !is_withdrawn => return self.file_state(&dispatch, passage, version, known, filed, notes),
            _ => {}
        }
        if !is_withdrawn {
            self.weigh(&mut dispatch, notes);
            if dispatch.lead.is_none() && dispatch.body.is_empty() && !passage.is_closed() {
                notes.add("", ItemFault::Empty);
            }
            let (content, is_dry) = (self.content, self.order.dry_run);
            let web = self.order.fetch_pictures.then_some(&*self.web);
            let pictures = Pictures { beside, content, web, is_dry };
            pictures.take_over(&mut dispatch.lead, &mut dispatch.body, &mut |fault| notes.add("", fault));
        }
        let Some(section) = self.section(&dispatch, filed.as_ref(), passage, notes)? else {
            return Ok(if passage.is_withheld() { Filed::Held } else { Filed::Skipped });
        };
        sections::leave_out(&self.house.site, &section, &dispatch.sections, &mut dispatch.subjects);
        let (key, held) = (dispatch.key.clone(), dispatch.held.clone());
        let (mut past, addresses) = self.past(&mut dispatch, known.as_ref());
        let old = known.map(|entry| entry.fields).unwrap_or_default();
        let unsaid = dispatch.unsaid();
        let fields = match is_withdrawn {
            true => self.tombstone(dispatch, &name, section, version.clone(), filed.as_ref(), notes),
            false => self.fields(dispatch, passage, &name, section, version.clone(), filed.is_none()),
        };
        self.origins.note(&self.house.site, &fields);
        let mut entry = Entry { fields: hashes(&fields), version: Some(version), ..Entry::of(name) };
        // What an article must have and its source does not say is nobody's word.
        unsaid.iter().filter(|_| !is_withdrawn).for_each(|name| drop(entry.fields.remove(*name)));
        let mut merged = match &filed {
            Some(filed) if !is_withdrawn => {
                let filed = as_map(filed)?;
                let merged = merge(filed.clone(), fields, &old, &entry.fields, past.led.as_deref(), notes);
                note_state(&mut entry.fields, &old, &filed);
                merged
            }
            _ => fields,
        };
        shut(&mut merged, passage);
        self.keep_past(&mut past, addresses, &mut merged, filed.as_ref(), is_withdrawn)?;
        entry.past = past;
        self.write(&path, merged, Noted::of(&key, entry), &held, filed, is_withdrawn)
    }

    /// When this version was made. An item without what an article must have is none, and noted where readers miss it.
    fn version(&self, dispatch: &Dispatch, passage: &Passage, is_known: bool, notes: &mut Notes) -> Option<Timestamp> {
        let lack = match dispatch {
            _ if dispatch.key.trim().is_empty() => Lack::Identifier,
            _ if *passage != Passage::Withdrawn && dispatch.headline.is_empty() => Lack::Headline,
            Dispatch { version_created: None, first_created: None, .. } => Lack::Time,
            _ => return dispatch.version_created.clone().or_else(|| dispatch.first_created.clone()),
        };
        let is_obeyed = passage.is_closed() && is_known;
        if !passage.is_withheld() && !is_obeyed {
            notes.add("", ItemFault::Lacks(lack));
        }
        None
    }

    /// What is known of an item, or of the one that it replaces.
    fn known(&self, dispatch: &Dispatch) -> Option<Entry> {
        let replaced = || dispatch.replaces.as_ref().and_then(|key| self.ledger.known(key));
        self.ledger.known(&dispatch.key).or_else(replaced)
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
            notes.add("", ItemFault::NameTaken);
        }
        free
    }

    pub fn path(&self, name: &ArticleId) -> PathBuf {
        self.order.content.join("articles").join(format!("{name}.json"))
    }

    /// The section of an item: the deepest of its own, else what its words mean, else where it was, else a default. Only
    /// what may be shown brings sections along: their names are printed.
    fn section(
        &mut self,
        dispatch: &Dispatch,
        filed: Option<&Article>,
        passage: &Passage,
        notes: &mut Notes,
    ) -> Result<Option<SectionPath>, ImportError> {
        let placed = self.house.place(&dispatch.sections, *passage == Passage::Open)?;
        let filed_in = filed.map(|filed| filed.section.clone()).filter(|section| self.house.site.section(section).is_some());
        // Who removed its section chose another for it.
        if let (true, Some(chosen)) = (placed.is_removed, &filed_in) {
            return Ok(Some(chosen.clone()));
        }
        let found = placed.section.or_else(|| sections::find_by_hints(&self.house.site, &dispatch.hints)).or(filed_in);
        if found.is_some() || passage.is_withheld() && self.order.section.is_none() {
            return Ok(found);
        }
        if *passage == Passage::Withdrawn && self.order.section.is_none() {
            return Ok(self.house.site.sections.first().map(|section| section.path.clone()));
        }
        let default = match &self.order.section {
            Some(section) => Some(section.clone()),
            None => self.house.place_of_the_unsorted()?,
        };
        let told = super::text::shorten(&sections::told(&dispatch.sections, &dispatch.hints), 80);
        let fault = match default {
            None => ItemFault::NoSection(told),
            Some(_) if told.is_empty() => ItemFault::Unsorted,
            Some(_) => ItemFault::DefaultSection(told),
        };
        notes.add("", fault);
        Ok(default)
    }

    /// Notes an item, and writes its article, if it changed, but for media that are `held`, whatever an editor made of them.
    pub fn write(
        &mut self,
        path: &Path,
        fields: Map<String, Value>,
        noted: Noted,
        held: &[String],
        filed: Option<Article>,
        is_withdrawn: bool,
    ) -> Result<Filed, ImportError> {
        let mut article: Article = serde_json::from_value(Value::Object(fields)).map_err(ImportError::Json)?;
        leave_out(held, &mut article.lead, &mut article.body);
        let outcome = match &filed {
            Some(filed) if *filed == article => {
                self.ledger.announce(self.content, &noted, None)?;
                self.ledger.set(noted)?;
                return Ok(Filed::Unchanged);
            }
            _ if is_withdrawn => Filed::Withdrawn,
            Some(_) => Filed::Updated,
            None => Filed::New,
        };
        let json = serde_json::to_string_pretty(&article).map_err(ImportError::Json)? + "\n";
        self.ledger.announce(self.content, &noted, Some(json.as_bytes()))?;
        if !self.order.dry_run {
            write_whole(self.content, path, json.as_bytes())?;
        }
        self.ledger.set(noted)?;
        Ok(outcome)
    }
}
