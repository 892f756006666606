//! What a source says, as the fields of an article or of a tombstone.

use super::dispatch::Dispatch;
use super::fault::GateFault;
use super::filing::Filing;
use super::gate::Passage;
use super::merge::{as_map, read_filed};
use super::notes::Notes;
use super::spelling::spelling;
use serde_json::{Map, Value};
use strait_model::{Article, ArticleId, Contract, PublicationStatus, SectionPath, Source, Timestamp};

impl Filing<'_> {
    /// What the source says, as an article's fields; what it does not say is not among them.
    pub fn fields(
        &self,
        dispatch: Dispatch,
        passage: &Passage,
        name: &ArticleId,
        section: SectionPath,
        version: Timestamp,
        is_new: bool,
    ) -> Map<String, Value> {
        let (first, unsaid) = (dispatch.first_created.clone(), dispatch.unsaid());
        let article = Article {
            contract: Contract::default(),
            id: name.clone(),
            language: dispatch.language.clone().unwrap_or_else(|| self.house.site.language.to_string()),
            section,
            kicker: dispatch.kicker,
            headline: dispatch.headline,
            summary: dispatch.summary.unwrap_or_default(),
            dateline: dispatch.dateline,
            located: dispatch.located,
            by: dispatch.by,
            source: dispatch.source.unwrap_or_else(|| Source { name: self.house.site.name.clone(), href: None }),
            editor: None,
            ai_use: None,
            ai_note: None,
            first_created: first.unwrap_or_else(|| version.clone()),
            version_created: version,
            pub_status: passage.status(),
            status_note: None,
            embargoed: dispatch.publication.embargo(self.order.now),
            expires: dispatch.expires,
            urgency: dispatch.urgency.unwrap_or(5),
            subjects: dispatch.subjects,
            lead: dispatch.lead,
            body: dispatch.body,
            corrections: vec![],
            related: dispatch.related.iter().filter_map(|key| self.related(key)).filter(|id| id != name).collect(),
            formerly: vec![],
            copyright_notice: dispatch.copyright_notice,
            keep_words: vec![],
        };
        let mut fields = as_map(&article).unwrap_or_default();
        // Said in any case, so that a reinstatement after a withdrawal is seen.
        fields.entry("pubStatus").or_insert_with(|| "usable".into());
        if !is_new {
            unsaid.iter().for_each(|name| drop(fields.remove(*name)));
        }
        fields
    }

    /// The article that a story is which goes with another, where that is filed and readers may see it.
    fn related(&self, key: &str) -> Option<ArticleId> {
        let id = self.ledger.known(&spelling(key, &self.ledger))?.id;
        let filed = read_filed(self.content, &self.path(&id)).ok().flatten()?;
        (filed.pub_status == PublicationStatus::Usable).then_some(id)
    }

    /// What may still be said of a withdrawn article: where it stood and when. Its words leave the disk. The
    /// source's note is for editors and may repeat what must not be said, so it is told to them only.
    pub fn tombstone(
        &self,
        dispatch: Dispatch,
        name: &ArticleId,
        section: SectionPath,
        version: Timestamp,
        filed: Option<&Article>,
        notes: &mut Notes,
    ) -> Map<String, Value> {
        let note = super::text::shorten(dispatch.note.as_deref().unwrap_or_default(), 200);
        notes.add("", if note.is_empty() { GateFault::WithdrawnInSilence } else { GateFault::Withdrawn(note) });
        let bare = Dispatch {
            language: dispatch.language.or_else(|| filed.map(|filed| filed.language.clone())),
            first_created: filed.map(|filed| filed.first_created.clone()).or(dispatch.first_created),
            // Addresses of other systems are made of headlines.
            source: dispatch
                .source
                .or_else(|| filed.map(|filed| filed.source.clone()))
                .map(|source| Source { href: None, ..source }),
            ..Dispatch::default()
        };
        let later = filed.map(|filed| &filed.version_created).filter(|filed| filed.instant() > version.instant());
        let version = later.cloned().unwrap_or(version);
        let mut fields = self.fields(bare, &Passage::Withdrawn, name, section, version, true);
        if let Some(note) = filed.filter(|filed| filed.is_withdrawn()).and_then(|filed| filed.status_note.clone()) {
            fields.insert("statusNote".to_owned(), note.into());
        }
        fields
    }
}
