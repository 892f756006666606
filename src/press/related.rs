//! Finds what to read next.
//!
//! What an article shows of others may hardly depend on what comes later, or each new article would
//! rewrite the archive. So it looks back: among the newest articles before it that share a subject or
//! a place. Forward lead at most two follow-ups, the first later articles that name it.

use super::entry::Entry;
use super::fingerprint::{Fingerprint, Key};
use crate::model::ArticleId;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// How many articles are related to one, unless the editor chose more.
const WANTED: usize = 5;
/// How many articles before it are looked at for each subject: what keeps the cost of one article
/// from growing with the archive.
const WINDOW: usize = 30;
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

/// The nearest relatives before an article, the nearest first. The index keeps them, and what they follow from.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Relatives {
    /// The name of all that was looked at: this article's own topics, and what came before.
    key: Key,
    /// Their places, and which of the article's topics they share.
    found: Vec<(u32, u16)>,
}

/// What each article shares with those before it.
struct Ground<'a> {
    entries: &'a [Entry],
    /// The articles of each subject or place, the oldest first.
    by_topic: HashMap<&'a str, Vec<u32>>,
}

/// Related news of every article. `entries`: the published, the oldest first, whose relatives are looked for where
/// those that they came with no longer hold; `places`: where each is.
pub fn related_news(entries: &mut [Entry], places: &HashMap<ArticleId, usize>) -> Vec<Vec<Link>> {
    let chosen: Vec<Vec<usize>> = entries.par_iter().map(|entry| chosen_by_editor(entry, places)).collect();
    find_relatives(entries, &chosen);
    let follow_ups = follow_ups(&chosen, entries);
    let join = |((chosen, follow_ups), entry): ((Vec<usize>, Vec<usize>), &Entry)| {
        let chosen = chosen.into_iter().map(|at| Link { at, why: Why::Editor });
        let follow_ups = follow_ups.into_iter().map(|at| Link { at, why: Why::FollowUp });
        let found = entry.relatives.found.iter().map(|(at, topic)| Link { at: *at as usize, why: Why::Shared(*topic) });
        let mut links: Vec<Link> = Vec::with_capacity(WANTED);
        for link in chosen.chain(follow_ups).chain(found) {
            let has_room = links.len() < WANTED || link.why == Why::Editor;
            if has_room && links.iter().all(|other| other.at != link.at) {
                links.push(link);
            }
        }
        links
    };
    chosen.into_par_iter().zip(follow_ups).zip(&*entries).map(join).collect()
}

/// The editor's choice, as far as it is published.
fn chosen_by_editor(entry: &Entry, places: &HashMap<ArticleId, usize>) -> Vec<usize> {
    let published = entry.related.iter().filter(|id| **id != entry.id).filter_map(|id| places.get(id));
    published.fold(Vec::new(), |mut chosen, at| {
        if !chosen.contains(at) {
            chosen.push(*at);
        }
        chosen
    })
}

/// Looks for the relatives of those articles before which something has changed, or that have themselves.
fn find_relatives(entries: &mut [Entry], chosen: &[Vec<usize>]) {
    let keys = keys(entries, chosen);
    let stale: Vec<usize> = (0..entries.len()).filter(|at| entries[*at].relatives.key != keys[*at]).collect();
    let found: Vec<Relatives> = {
        let ground = Ground::of(entries, &stale);
        let found = |at: &usize| Relatives { key: keys[*at], found: ground.relatives_of(*at, chosen[*at].len()) };
        stale.par_iter().map(found).collect()
    };
    stale.into_iter().zip(found).for_each(|(at, relatives)| entries[at].relatives = relatives);
}

/// For each article the name of all that its relatives follow from.
fn keys(entries: &[Entry], chosen: &[Vec<usize>]) -> Vec<Key> {
    let mut before = 0;
    let key = |(entry, chosen): (&Entry, &Vec<usize>)| {
        let print = Fingerprint::default().number(before).number(entry.created as u64);
        let print = print.part(entry.id.as_str()).part(entry.section.as_str());
        before = topics(entry).fold(print, |print, topic| print.part(topic)).key();
        before.wrapping_add(chosen.len() as u64)
    };
    entries.iter().zip(chosen).map(key).collect()
}

/// For each article the first later ones whose editor's choice, or nearest relative, it is.
fn follow_ups(chosen: &[Vec<usize>], entries: &[Entry]) -> Vec<Vec<usize>> {
    let mut follow_ups: Vec<Vec<usize>> = vec![Vec::new(); chosen.len()];
    for (later, (chosen, entry)) in chosen.iter().zip(entries).enumerate() {
        let nearest = entry.relatives.found.first().map(|(at, _)| *at as usize);
        for earlier in chosen.iter().copied().chain(nearest) {
            if let Some(known) = follow_ups.get_mut(earlier).filter(|known| earlier < later && known.len() < FOLLOW_UPS)
                && known.last() != Some(&later)
            {
                known.push(later);
            }
        }
    }
    follow_ups
}

impl<'a> Ground<'a> {
    /// What some articles may share with others.
    fn of(entries: &'a [Entry], wanted: &[usize]) -> Ground<'a> {
        let wanted: HashSet<&str> = wanted.iter().flat_map(|at| topics(&entries[*at])).collect();
        let mut by_topic: HashMap<&str, Vec<u32>> = HashMap::new();
        for (at, entry) in entries.iter().enumerate() {
            for topic in topics(entry).filter(|topic| wanted.contains(topic)) {
                let articles = by_topic.entry(topic).or_default();
                // A subject that an article names twice counts once.
                if articles.last() != Some(&(at as u32)) {
                    articles.push(at as u32);
                }
            }
        }
        Ground { entries, by_topic }
    }

    /// The nearest relatives before an article, the nearest first, with room for the editor's choice among them.
    fn relatives_of(&self, at: usize, chosen: usize) -> Vec<(u32, u16)> {
        let mut shared: Vec<(u32, f64, u16)> = Vec::new();
        for (topic, name) in (0..).zip(topics(&self.entries[at])) {
            let articles = self.by_topic.get(name).map_or(&[][..], Vec::as_slice);
            let before = &articles[..articles.partition_point(|other| (*other as usize) < at)];
            let window = &before[before.len().saturating_sub(WINDOW)..];
            let weight = self.rarity(window, at);
            shared.extend(window.iter().map(|other| (*other, weight, topic)));
        }
        // Stable: what one article shares is added up in the order of its topics.
        shared.sort_by_key(|(other, ..)| *other);
        let same = shared.chunk_by(|a, b| a.0 == b.0);
        let mut scored: Vec<(f64, u32, u16)> = same.filter_map(|same| self.score(at, same)).collect();
        scored.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)));
        scored.truncate(WANTED + chosen);
        // A list of its own: collecting would keep the room of all that were scored.
        let mut found = Vec::with_capacity(scored.len());
        found.extend(scored.iter().map(|(_, other, topic)| (*other, *topic)));
        found
    }

    /// What an article before shares with this one, with the rarest topic of all.
    fn score(&self, at: usize, shared: &[(u32, f64, u16)]) -> Option<(f64, u32, u16)> {
        let (other, _, topic) = shared.iter().copied().reduce(|best, next| if next.1 > best.1 { next } else { best })?;
        let (this, that) = (&self.entries[at], &self.entries[other as usize]);
        let age = (this.created - that.created) as f64 / DAY;
        let nearness = 0.5 / (1.0 + age / 30.0) + if this.section == that.section { 0.5 } else { 0.0 };
        Some((shared.iter().map(|(_, weight, _)| weight).sum::<f64>() + nearness, other, topic))
    }

    /// How much it says that two articles share a topic: little of one that is in every paper, much
    /// of one that was last heard of a year ago. Measured by the days between the articles before,
    /// for what comes later must not change it.
    fn rarity(&self, window: &[u32], at: usize) -> f64 {
        let Some(first) = window.first() else {
            return 0.0;
        };
        let days = (self.entries[at].created - self.entries[*first as usize].created) as f64 / DAY;
        (2.0 + days / window.len() as f64).log2().min(8.0)
    }
}

/// What articles may share: keywords, which in newsrooms name people too, and the place.
pub fn topics(entry: &Entry) -> impl Iterator<Item = &str> {
    entry.subjects.iter().chain(&entry.located).map(String::as_str)
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
        let site = serde_json::json!({"name": "", "language": "zh-Hans", "url": "", "timeZone": "UTC", "sections": [], "copyrightNotice": ""});
        let (site, read) = (serde_json::from_value(site).unwrap(), ReadArticle { article, bytes: 0 });
        let mut entry = Entry::of(&read, FileState { size: 0, modified: 0 }, &site, &TimeZone::UTC);
        entry.created = day * 86_400_000_000;
        entry
    }

    fn about(id: &str, day: i64, subjects: &[&str]) -> Entry {
        entry(id, day, json!({"subjects": subjects.iter().map(|name| json!({"name": name})).collect::<Vec<_>>()}))
    }

    fn related(entries: &mut [Entry]) -> Vec<Vec<(String, Why)>> {
        let places = entries.iter().enumerate().map(|(at, entry)| (entry.id.clone(), at)).collect();
        let links = related_news(entries, &places);
        let named = |link: Link| (entries[link.at].id.to_string(), link.why);
        links.into_iter().map(|links| links.into_iter().map(named).collect()).collect()
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
        let related = related(&mut [at("1", 1), at("2", 2)]);
        assert_eq!(related[1], [("1".to_owned(), Why::Shared(0))]);
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
