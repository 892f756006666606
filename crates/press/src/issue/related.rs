//! Finds what to read next.
//!
//! What an article shows of others may hardly depend on what comes later, or each new article would
//! rewrite the archive. So it looks back: among the newest articles before it that share a subject or
//! a place. Forward lead at most two follow-ups, the first later articles that name it.

use crate::articles::entry::{Entry, Relatives, topics};
use crate::error::PressError;
use crate::fingerprint::{Fingerprint, Key};
use crate::issue::list::List;
use crate::issue::stock::Whole;
use rayon::prelude::*;
use std::borrow::Cow;
use strait_model::ArticleId;

/// How many articles are related to one, unless the editor chose more.
const WANTED: usize = 5;
/// How many articles before it are looked at for each subject: what keeps the cost of one article
/// from growing with the archive.
pub const WINDOW: usize = 30;
/// How many later articles an article leads to.
const FOLLOW_UPS: usize = 2;
const DAY: f64 = 86_400_000_000.0;

/// Another article, by its place in the issue, and why it is worth reading next.
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
    let hash = Fingerprint::default().number(before).number(entry.created as u64);
    let hash = hash.part(entry.id.as_str()).part(entry.section.as_str());
    topics(entry).fold(hash, |hash, topic| hash.part(topic)).key()
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

#[cfg(test)]
mod tests;
