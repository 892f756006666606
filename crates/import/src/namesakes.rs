//! Items that their source calls by one name although they are several: posts that were copied or brought along from
//! another site keep the identifier of another. Within one file it shows, by their numbers or addresses.
//!
//! The article that has the identifier keeps it, and its name; the others are known by what tells them apart. The
//! ledger notes it, so that the same item is the same article in whatever order and company it comes again.

use super::ImportError;
use super::dispatch::Dispatch;
use super::fault::ItemFault;
use super::filing::Filing;
use super::id;
use super::ledger::Entry;
use super::merge::read_filed;
use super::notes::Notes;
use super::spelling::{is_universal, known_spellings, plain, regular, spelling};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use strait_model::Article;
use url::Url;

/// What tells an item from others that are called the same, as hashes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Mark {
    /// The number that its source gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    number: Option<u64>,
    /// The address of its page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    address: Option<u64>,
    /// The host of that page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    host: Option<u64>,
}

/// One of several items of one identifier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Namesake {
    /// What its key has at its end; nothing for the one that keeps the identifier.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    suffix: String,
    /// What it is told by.
    #[serde(flatten)]
    mark: Mark,
}

impl Mark {
    /// The mark of an item with a number and an address, either of which may be missing.
    pub fn of(number: Option<String>, address: Option<&str>) -> Mark {
        Mark {
            number: number.map(|number| id::number(&number)),
            address: address.map(|address| id::number(&regular(address))),
            host: address.and_then(house),
        }
    }

    /// Whether two items of one run are two; none: nobody knows. Numbers count before addresses, which change.
    fn differs(&self, other: &Mark) -> Option<bool> {
        let differ = |one: Option<u64>, other: Option<u64>| Some(one? != other?);
        differ(self.number, other.number).or_else(|| differ(self.address, other.address))
    }

    /// Whether an item may be one that is known: a draft has a number, and not yet the address that readers know.
    fn may_be(&self, known: &Mark) -> bool {
        self.differs(known).is_none() || (self.number.is_some() && known.number.is_none())
    }

    fn suffix(&self) -> String {
        self.address.or(self.number).map(|mark| format!("{mark:x}")).unwrap_or_default()
    }
}

/// The host of an address, as a hash: `www.` and `m.` are the same house.
fn house(address: &str) -> Option<u64> {
    let url = Url::parse(address).ok()?;
    let host = url.host_str()?;
    let bare = ["www.", "m."].iter().find_map(|prefix| host.strip_prefix(prefix)).filter(|bare| bare.contains('.'));
    Some(id::number(bare.unwrap_or(host)))
}

/// More items of one identifier are not told from each other.
const MOST: usize = 1_000;

/// The marks of the items of a run, by a hash of what they are called.
#[derive(Default)]
pub struct Marks {
    first: HashMap<u64, Mark>,
    /// Of those that are several.
    doubles: BTreeMap<u64, BTreeSet<Mark>>,
}

impl Marks {
    /// Takes in an item.
    pub fn note(&mut self, dispatch: &Dispatch) {
        let mark = dispatch.mark;
        if mark == Mark::default() || dispatch.key.trim().is_empty() {
            return;
        }
        let key = id::number(&regular(&plain(&dispatch.key)));
        let first = *self.first.entry(key).or_insert(mark);
        if first.differs(&mark) == Some(true) {
            let marks = self.doubles.entry(key).or_insert_with(|| BTreeSet::from([first]));
            if marks.len() < MOST && marks.iter().all(|known| known.differs(&mark) == Some(true)) {
                marks.insert(mark);
            }
        }
    }

    fn of(&self, key: &str) -> Option<&BTreeSet<Mark>> {
        self.doubles.get(&id::number(&regular(&plain(key))))
    }
}

impl Filing<'_> {
    /// As which items of the ledger an item is to be filed: one, but for what closes without saying which of several it
    /// is. An identifier that is another's too is named.
    pub fn called(&mut self, dispatch: &Dispatch, notes: &mut Notes) -> Result<Vec<String>, ImportError> {
        let key = spelling(&dispatch.key, &self.ledger);
        let is_closed = dispatch.publication.passage(self.order.now).is_closed();
        let mut namesakes = self.ledger.namesakes(&key);
        self.add_namesakes(&key, &mut namesakes);
        self.add_stranger(&key, &dispatch.mark, &mut namesakes);
        if namesakes.is_empty() {
            let all = if is_closed { known_spellings(&dispatch.key, &self.ledger) } else { vec![] };
            let others: Vec<String> = all.into_iter().filter(|other| *other != key).collect();
            return Ok(std::iter::once(key).chain(others).collect());
        }
        let whole =
            |namesake: &Namesake| if namesake.suffix.is_empty() { key.clone() } else { format!("{key}\n{}", namesake.suffix) };
        let at = find(&namesakes, &dispatch.mark).or_else(|| find_house(&namesakes, &dispatch.mark));
        let keys = match at {
            Some(at) => {
                let namesake = &mut namesakes[at];
                // It may have moved, or be numbered now.
                namesake.mark.address = dispatch.mark.address.or(namesake.mark.address);
                namesake.mark.host = dispatch.mark.host.or(namesake.mark.host);
                namesake.mark.number = dispatch.mark.number.or(namesake.mark.number);
                vec![whole(namesake)]
            }
            None if is_closed && namesakes.iter().any(|namesake| dispatch.mark.may_be(&namesake.mark)) => {
                namesakes.iter().map(whole).collect()
            }
            None if dispatch.mark != Mark::default() => {
                namesakes.push(Namesake { suffix: dispatch.mark.suffix(), mark: dispatch.mark });
                namesakes.last().map(whole).into_iter().collect()
            }
            None => vec![key.clone()],
        };
        self.ledger.set_namesakes(self.content, &key, namesakes)?;
        if keys != [key.clone()] {
            notes.add("", ItemFault::DoubtfulKey(super::text::shorten(&key, 80)));
        }
        Ok(keys)
    }

    /// Adds the items of this run that have an identifier in common. The one whose page is filed under it keeps it,
    /// else the first by a rule that does not depend on the order of the file.
    fn add_namesakes(&self, key: &str, namesakes: &mut Vec<Namesake>) {
        let Some(marks) = self.marks.of(key) else { return };
        let shown = match (namesakes.is_empty(), self.ledger.known(key)) {
            (true, Some(entry)) => read_filed(self.content, &self.path(&entry.id)).ok().flatten(),
            _ => None,
        };
        let shown = shown.map(|filed| Mark::of(None, filed.source.href.as_deref()));
        let mut marks: Vec<&Mark> = marks.iter().collect();
        marks.sort_by_key(|mark| shown.is_none_or(|shown| shown.differs(mark) != Some(false)));
        for mark in marks {
            if find(namesakes, mark).is_none() {
                let suffix = if namesakes.is_empty() { String::new() } else { mark.suffix() };
                namesakes.push(Namesake { suffix, mark: *mark });
            }
        }
    }

    /// Adds the article that has the identifier already, where that is of another host: numbers that papers count by
    /// are the same in each. What names itself in all the world may move.
    fn add_stranger(&self, key: &str, mark: &Mark, namesakes: &mut Vec<Namesake>) {
        let Some(host) = mark.host.filter(|_| namesakes.is_empty() && !is_universal(key)) else { return };
        let Some(entry) = self.ledger.known(key) else { return };
        let Ok(Some(filed)) = read_filed(self.content, &self.path(&entry.id)) else { return };
        let pages = pages(&entry, &filed);
        let houses: Vec<u64> = pages.iter().filter_map(|page| house(page)).collect();
        if !houses.is_empty() && !houses.contains(&host) {
            namesakes.push(Namesake { suffix: String::new(), mark: Mark::of(None, pages.first().map(String::as_str)) });
        }
    }
}

/// The pages that an article is known by. Of one that was withdrawn only the ledger knows them.
fn pages(entry: &Entry, filed: &Article) -> Vec<String> {
    let former = filed.formerly.iter().chain(&entry.past.formerly).map(|address| address.to_string());
    filed.source.href.iter().cloned().chain(former).collect()
}

/// Which of several items one is by its host, where it has only one there: the page has moved.
fn find_house(namesakes: &[Namesake], mark: &Mark) -> Option<usize> {
    let is_numbered_anew = |namesake: &Namesake| mark.number.zip(namesake.mark.number).is_some_and(|(one, other)| one != other);
    let of_house = |namesake: &&Namesake| mark.host.is_some() && namesake.mark.host == mark.host && !is_numbered_anew(namesake);
    match namesakes.iter().filter(of_house).count() {
        1 => namesakes.iter().position(|namesake| of_house(&namesake)),
        _ => None,
    }
}

/// Which of several items one is: by its page, or else by its number, which another site may have given anew.
fn find(namesakes: &[Namesake], mark: &Mark) -> Option<usize> {
    let by =
        |of: fn(&Mark) -> Option<u64>| namesakes.iter().position(|namesake| of(mark).is_some() && of(mark) == of(&namesake.mark));
    by(|mark| mark.address).or_else(|| by(|mark| mark.number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_items_are_two_by_their_numbers_or_else_their_addresses() {
        let mark = |number: Option<&str>, address: Option<&str>| Mark::of(number.map(str::to_owned), address);
        let one = mark(Some("1"), Some("https://a.example/1/"));
        for (other, expected) in [
            (mark(Some("2"), Some("https://a.example/1/")), Some(true)),
            (mark(Some("1"), Some("https://a.example/moved/")), Some(false)),
            (mark(None, Some("http://www.a.example/1")), Some(false)),
            (mark(None, Some("https://a.example/2")), Some(true)),
            (mark(Some("1"), None), Some(false)),
            (mark(None, None), None),
        ] {
            assert_eq!(one.differs(&other), expected, "{other:?}");
        }
    }
}
