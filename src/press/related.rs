//! Finds what to read next.
//!
//! What an article shows of others may hardly depend on what comes later, or each new article would
//! rewrite the archive. So it looks back: among the newest articles before it that share a subject or
//! a place. Forward lead at most two follow-ups, the first later articles that name it.

use super::PressError;
use super::entry::Entry;
use super::fingerprint::{Fingerprint, Key};
use super::stock::{List, Whole};
use crate::model::ArticleId;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How many articles are related to one, unless the editor chose more.
const WANTED: usize = 5;
/// How many articles before it are looked at for each subject: what keeps the cost of one article
/// from growing with the archive.
pub const WINDOW: usize = 30;
/// How many later articles an article leads to.
const FOLLOW_UPS: usize = 2;
const DAY: f64 = 86_400_000_000.0;

/// Another article, by its place in the edition, and why it is worth reading next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its place among the published, the oldest first.
    pub at: usize,
    /// Why.
    pub why: Why,
}

/// Why an article is related to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The editor chose it.
    Editor,
    /// It takes the story further.
    FollowUp,
    /// They share this one of the article's topics, the rarest they share.
    Shared(u16),
}

/// What an article is related to, but for the editor's choice, by places. The index keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relatives {
    /// The name of all that was looked at: this article's own topics, and what came before.
    pub key: Key,
    /// The nearest before it, the nearest first, and which of the article's topics they share.
    pub found: Vec<(u32, u16)>,
    /// The first later ones whose editor's choice, or nearest relative, it is.
    pub follow_ups: Vec<u32>,
    /// Those whose editor chose it.
    pub chosen_by: Vec<u32>,
}

/// Articles before one that share a topic with it: which of its topics, and the newest of them, the oldest first.
pub type Window = (u16, Vec<usize>);

/// Finds the relatives of every article, where those that they came with no longer hold.
pub fn relate(stock: &mut Whole) -> Result<(), PressError> {
    let chosen = |entry: &Entry| chosen(entry, |id| Ok(stock.place(id.as_str())));
    let chosen = stock.entries.par_iter().map(chosen).collect::<Result<Vec<_>, _>>()?;
    let mut before = 0;
    let key = |(entry, chosen): (&Entry, &Vec<usize>)| {
        before = chain(before, entry);
        relatives_key(before, chosen.len())
    };
    let keys: Vec<Key> = stock.entries.iter().zip(&chosen).map(key).collect();
    let stale: Vec<usize> = (0..keys.len()).filter(|at| stock.entries[*at].relatives.key != keys[*at]).collect();
    let find = |at: &usize| {
        let entry = &stock.entries[*at];
        let windows = topics(entry).zip(0..).map(|(topic, number)| Ok((number, stock.before(List::Topic(topic), *at, WINDOW))));
        nearest(entry, chosen[*at].len(), windows, |other| Ok(Cow::Borrowed(&stock.entries[other])))
    };
    let found: Vec<Vec<(u32, u16)>> = stale.par_iter().map(find).collect::<Result<_, PressError>>()?;
    for (at, found) in stale.into_iter().zip(found) {
        stock.entries[at].relatives = Relatives { key: keys[at], found, ..Relatives::default() };
    }
    lead_forward(&mut stock.entries, &chosen);
    Ok(())
}

/// Notes with each article which later ones it leads to, and whose editor chose it.
fn lead_forward(entries: &mut [Entry], chosen: &[Vec<usize>]) {
    for entry in &mut *entries {
        entry.relatives.follow_ups.clear();
        entry.relatives.chosen_by.clear();
    }
    for (later, chosen) in chosen.iter().enumerate() {
        for earlier in leads_from(chosen, &entries[later]) {
            lead_to(&mut entries[earlier], earlier, later);
        }
        chosen.iter().for_each(|other| entries[*other].relatives.chosen_by.push(later as u32));
    }
}

/// The articles that may lead to this one: the editor's choice and its nearest relative.
pub fn leads_from(chosen: &[usize], later: &Entry) -> Vec<usize> {
    let nearest = later.relatives.found.first().map(|(at, _)| *at as usize);
    chosen.iter().copied().chain(nearest).collect()
}

/// Lets an earlier article lead to a later one, if it does not lead to enough already.
pub fn lead_to(earlier: &mut Entry, at: usize, later: usize) {
    let known = &mut earlier.relatives.follow_ups;
    if at < later && known.len() < FOLLOW_UPS && known.last() != Some(&(later as u32)) {
        known.push(later as u32);
    }
}

/// What to read next to an article: the editor's choice, follow-ups, relatives.
pub fn links(entry: &Entry, chosen: Vec<usize>) -> Vec<Link> {
    let chosen = chosen.into_iter().map(|at| Link { at, why: Why::Editor });
    let follow_ups = entry.relatives.follow_ups.iter().map(|at| Link { at: *at as usize, why: Why::FollowUp });
    let found = entry.relatives.found.iter().map(|(at, topic)| Link { at: *at as usize, why: Why::Shared(*topic) });
    let mut links: Vec<Link> = Vec::with_capacity(WANTED);
    for link in chosen.chain(follow_ups).chain(found) {
        let has_room = links.len() < WANTED || link.why == Why::Editor;
        if has_room && links.iter().all(|other| other.at != link.at) {
            links.push(link);
        }
    }
    links
}

/// The most that an article whose editor chose so many is related to.
pub fn most(chosen: usize) -> usize {
    chosen.max(WANTED)
}

/// The editor's choice, as far as it is published.
pub fn chosen(entry: &Entry, place: impl Fn(&ArticleId) -> Result<Option<usize>, PressError>) -> Result<Vec<usize>, PressError> {
    let mut chosen = Vec::new();
    for id in entry.related.iter().filter(|id| **id != entry.id) {
        if let Some(at) = place(id)?.filter(|at| !chosen.contains(at)) {
            chosen.push(at);
        }
    }
    Ok(chosen)
}

/// Names all that the relatives of the articles after this one may follow from, given the same of those before it.
pub fn chain(before: Key, entry: &Entry) -> Key {
    let print = Fingerprint::default().number(before).number(entry.created as u64);
    let print = print.part(entry.id.as_str()).part(entry.section.as_str());
    topics(entry).fold(print, |print, topic| print.part(topic)).key()
}

/// Names what an article's relatives follow from.
pub fn relatives_key(chain: Key, chosen: usize) -> Key {
    chain.wrapping_add(chosen as u64)
}

/// The nearest relatives before an article, the nearest first, with room for the editor's choice among them.
pub fn nearest<'a>(
    this: &Entry,
    chosen: usize,
    windows: impl Iterator<Item = Result<Window, PressError>>,
    entry: impl Fn(usize) -> Result<Cow<'a, Entry>, PressError>,
) -> Result<Vec<(u32, u16)>, PressError> {
    let mut shared: Vec<(usize, f64, u16)> = Vec::new();
    for window in windows {
        let (topic, before) = window?;
        let Some(first) = before.first() else { continue };
        let weight = rarity((this.created - entry(*first)?.created) as f64 / DAY, before.len());
        shared.extend(before.iter().map(|other| (*other, weight, topic)));
    }
    // Stable: what one article shares is added up in the order of its topics.
    shared.sort_by_key(|(other, ..)| *other);
    let mut scored: Vec<(f64, usize, u16)> = Vec::new();
    for same in shared.chunk_by(|a, b| a.0 == b.0) {
        let rarest = same.iter().copied().reduce(|best, next| if next.1 > best.1 { next } else { best });
        let Some((other, _, topic)) = rarest else { continue };
        let weight: f64 = same.iter().map(|(_, weight, _)| weight).sum();
        scored.push((weight + nearness(this, &*entry(other)?), other, topic));
    }
    scored.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)));
    scored.truncate(WANTED + chosen);
    // A list of its own: collecting would keep the room of all that were scored.
    let mut found = Vec::with_capacity(scored.len());
    found.extend(scored.iter().map(|(_, other, topic)| (*other as u32, *topic)));
    Ok(found)
}

/// How near an earlier article is in time and section.
fn nearness(this: &Entry, that: &Entry) -> f64 {
    let age = (this.created - that.created) as f64 / DAY;
    0.5 / (1.0 + age / 30.0) + if this.section == that.section { 0.5 } else { 0.0 }
}

/// How much it says that two articles share a topic: little of one that is in every paper, much
/// of one that was last heard of a year ago. Measured by the days between the articles before,
/// for what comes later must not change it.
fn rarity(days: f64, articles: usize) -> f64 {
    (2.0 + days / articles as f64).log2().min(8.0)
}

/// What articles may share: keywords, which in newsrooms name people too, and the place. Of an article that has neither
/// nobody knows more than its section.
pub fn topics(entry: &Entry) -> impl Iterator<Item = &str> {
    let section = has_only_section(entry).then_some(entry.section.as_str());
    entry.subjects.iter().chain(&entry.located).map(String::as_str).chain(section)
}

/// Whether an article has neither keywords nor a place.
pub fn has_only_section(entry: &Entry) -> bool {
    entry.subjects.is_empty() && entry.located.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Article;
    use crate::press::newsroom::{FileState, ReadArticle};
    use jiff::tz::TimeZone;
    use serde_json::json;

    /// An article that is only partly known.
    fn entry(id: &str, day: i64, fields: serde_json::Value) -> Entry {
        let mut article = serde_json::json!({
            "id": id, "language": "zh-Hans", "section": "news/city", "headline": id, "summary": "", "source": {"name": "潮报"},
            "firstCreated": "2024-09-01T00:00:00Z", "versionCreated": "2024-09-01T00:00:00Z",
        });
        article.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        let article: Article = serde_json::from_value(article).unwrap();
        let site = serde_json::json!({"name": "", "language": "zh-Hans", "url": "https://a.example/", "timeZone": "UTC", "sections": [], "copyrightNotice": ""});
        let (site, read) = (serde_json::from_value(site).unwrap(), ReadArticle { article, bytes: 0 });
        let mut entry = Entry::of(&read, FileState { size: 0, modified: 0 }, &site, &TimeZone::UTC);
        entry.created = day * 86_400_000_000;
        entry
    }

    fn about(id: &str, day: i64, subjects: &[&str]) -> Entry {
        entry(id, day, json!({"subjects": subjects.iter().map(|name| json!({"name": name})).collect::<Vec<_>>()}))
    }

    fn related(entries: &mut Vec<Entry>) -> Vec<Vec<(String, Why)>> {
        let mut stock = Whole::of(std::mem::take(entries));
        relate(&mut stock).unwrap();
        let named = |link: Link| (stock.entries[link.at].id.to_string(), link.why);
        let links = |entry| links(entry, chosen(entry, |id| Ok(stock.place(id.as_str()))).unwrap());
        let related = stock.entries.iter().map(|entry| links(entry).into_iter().map(named).collect()).collect();
        *entries = stock.entries;
        related
    }

    #[test]
    fn a_rare_subject_says_more_than_one_of_every_day() {
        let mut entries = vec![about("rare", 1, &["鲸", "海"])];
        entries.extend((2..40).map(|day| about(&format!("daily-{day}"), day, &["海"])));
        entries.push(about("new", 40, &["海", "鲸"]));
        let related = related(&mut entries);
        assert_eq!(related[39][0], ("rare".to_owned(), Why::Shared(1)), "the second of its topics");
    }

    #[test]
    fn a_later_article_changes_at_most_what_it_follows_up() {
        let mut entries: Vec<Entry> =
            (0..200).map(|day| about(&format!("a{day}"), day, &[["潮", "港", "城"][day as usize % 3], "闽"])).collect();
        let before = related(&mut entries);
        entries.push(about("new", 300, &["潮", "闽"]));
        let after = related(&mut entries);
        let changed = before.iter().zip(&after).filter(|(before, after)| before != after).count();
        assert!(changed <= 1, "{changed}");
    }

    #[test]
    fn the_place_counts_as_a_subject_does() {
        let at = |id: &str, day| entry(id, day, json!({"located": "泉州"}));
        let related = related(&mut vec![at("1", 1), at("2", 2)]);
        assert_eq!(related[1], [("1".to_owned(), Why::Shared(0))]);
    }

    #[test]
    fn articles_that_have_nothing_else_share_their_section() {
        let mut entries = vec![about("1", 1, &[]), about("2", 2, &["潮"]), about("3", 3, &[])];
        entries.push(entry("4", 4, json!({"section": "sport"})));
        let related = related(&mut entries);
        assert_eq!(related[2], [("1".to_owned(), Why::Shared(0))]);
        assert!(related[1].is_empty() && related[3].is_empty());
    }

    #[test]
    fn the_editor_may_choose_more_than_would_be_found() {
        let ids: Vec<String> = (1..=8).map(|id| id.to_string()).collect();
        let mut entries: Vec<Entry> = ids.iter().map(|id| about(id, 1, &["潮"])).collect();
        let mut new = entry("new", 9, json!({"related": ids}));
        new.subjects = vec!["潮".to_owned()];
        entries.push(new);
        let related = related(&mut entries);
        assert_eq!(related[8].len(), 8);
        assert!(related[8].iter().all(|(_, why)| *why == Why::Editor));
    }

    #[test]
    fn relatives_that_were_kept_are_those_that_would_be_found() {
        let paper = |count: i64| -> Vec<Entry> {
            let subjects = ["潮", "港", "城", "闽", "鲸"];
            (0..count).map(|at| about(&format!("a{at}"), at, &[subjects[at as usize % 3], subjects[at as usize % 5]])).collect()
        };
        let mut kept = paper(120);
        related(&mut kept);
        // One comes late, one goes, one gets other subjects.
        let late = about("late", 40, &["潮", "鲸"]);
        kept.insert(41, late.clone());
        kept.remove(70);
        kept[90].subjects = vec!["闽".to_owned()];
        let mut new: Vec<Entry> = kept.clone();
        new.iter_mut().for_each(|entry| entry.relatives = Relatives::default());
        let untouched = kept[39].relatives.key;
        assert_eq!(related(&mut kept), related(&mut new));
        assert_eq!(kept[39].relatives.key, untouched);
    }
}
