//! Closes what was filed: where an item says that it may not be shown, and there is no more to file of it.

use super::ImportError;
use super::counts::Filed;
use super::dispatch::Dispatch;
use super::files::write_whole;
use super::filing::Filing;
use super::gate::{Hold, Passage};
use super::ledger::{Entry, Noted, hashes};
use super::merge::{Age, age, as_map, merge, note_state, only_state, read_filed, shut, state_of};
use super::notes::Notes;
use serde_json::{Map, Value};
use std::path::Path;
use strait_model::{Article, Timestamp};

impl Filing<'_> {
    /// Whether the item may be shown. What is planned in the place of a published article waits without taking it.
    pub fn passage(&self, dispatch: &Dispatch) -> Passage {
        match dispatch.publication.passage(self.order.now) {
            Passage::Embargoed(until) if self.would_replace(dispatch) => {
                Passage::Withheld(Hold::Word(format!("embargoed: {until}")))
            }
            passage => passage,
        }
    }

    /// Whether the item would take the place of another one's article. Without the ledger it may have done so before.
    pub fn would_replace(&self, dispatch: &Dispatch) -> bool {
        let replaced = || dispatch.replaces.as_ref().is_some_and(|key| self.ledger.get(key).is_some());
        self.ledger.known(&dispatch.key).is_none() && replaced()
    }

    /// What closes an article need not say when: it is of the last version that is known.
    pub fn date_closing(&self, dispatch: &mut Dispatch, passage: &Passage, known: Option<&Entry>) {
        let Some(entry) = known.filter(|_| passage.is_closed() && dispatch.version_created.is_none()) else { return };
        let filed = || read_filed(self.content, &self.path(&entry.id)).ok().flatten().map(|filed| filed.version_created);
        let dates = [entry.version.clone().or_else(filed), dispatch.first_created.clone()];
        dispatch.version_created = dates.into_iter().flatten().max_by_key(Timestamp::instant);
    }

    /// An item that lacks what an article must have: what was filed of it before may not be shown any longer.
    pub fn file_state_only(
        &mut self,
        dispatch: &Dispatch,
        passage: &Passage,
        known: Option<Entry>,
        notes: &mut Notes,
    ) -> Result<Filed, ImportError> {
        let Some(entry) = known.filter(|_| passage.is_closed()) else {
            return Ok(if passage.is_withheld() { Filed::Held } else { Filed::Skipped });
        };
        let path = self.path(&entry.id);
        match (read_filed(self.content, &path), dispatch.version_created.clone()) {
            (Ok(Some(filed)), Some(version)) if !filed.is_withdrawn() => match age(passage, &version, &filed, Some(&entry)) {
                Age::Old => Ok(Filed::Old),
                _ => self.file_state(dispatch, passage, version, Some(entry), Some(filed), notes),
            },
            _ => self.file_over_broken(&path, passage),
        }
    }

    /// Closes a file that cannot be updated, as far as it is JSON; what is not is not printed either.
    pub fn file_over_broken(&self, path: &Path, passage: &Passage) -> Result<Filed, ImportError> {
        if !passage.is_closed() {
            return Ok(Filed::Skipped);
        }
        let below = path.strip_prefix(self.content.path()).unwrap_or(path);
        let bytes = self.content.read(below).map(|read| read.bytes).unwrap_or_default();
        let Ok(before) = serde_json::from_slice::<Map<String, Value>>(&bytes) else { return Ok(Filed::Held) };
        let mut after = before.clone();
        shut(&mut after, passage);
        if after != before && !self.order.dry_run {
            let json = serde_json::to_string_pretty(&after).map_err(ImportError::Json)?;
            write_whole(self.content, path, format!("{json}\n").as_bytes())?;
        }
        Ok(Filed::Held)
    }

    /// Files only whether the article, and what it shows, may be shown: an editor's version of it is later than the source's.
    pub fn file_state(
        &mut self,
        dispatch: &Dispatch,
        passage: &Passage,
        version: Timestamp,
        known: Option<Entry>,
        filed: Option<Article>,
        notes: &mut Notes,
    ) -> Result<Filed, ImportError> {
        let (Some(mut entry), Some(filed)) = (known, filed) else { return Ok(Filed::Old) };
        let said = state_of(passage.status(), dispatch.publication.embargo(self.order.now))?;
        let (old, mut new) = (only_state(&entry.fields), hashes(&said));
        let before = as_map(&filed)?;
        let mut merged = merge(before.clone(), said, &old, &new, None, notes);
        shut(&mut merged, passage);
        note_state(&mut new, &old, &before);
        old.keys().for_each(|name| drop(entry.fields.remove(name)));
        entry.fields.extend(new);
        entry.version = Some(version);
        let path = self.path(&entry.id);
        let noted = Noted::of(&dispatch.key, entry);
        self.write(&path, merged, noted, &dispatch.held, Some(filed), false)
    }
}
