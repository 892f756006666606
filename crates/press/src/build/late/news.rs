//! What late news may be: articles newer than all others, corrections, and what may not be shown yet. All else may
//! move what stands elsewhere, and the whole paper is looked through.

use crate::articles::entry::{Entry, by_age, topics};
use crate::error::PressError;
use crate::fingerprint::Key;
use crate::index::{BuildState, Place, Standing};
use crate::issue::list::List;
use crate::issue::related;
use crate::issue::stock::LateStock;

/// Late news, by what becomes of it.
#[derive(Default)]
pub struct News {
    /// Newer than all that was published.
    pub new: Vec<Entry>,
    /// New versions of what is published, with their places.
    pub corrections: Vec<(usize, Entry)>,
    /// What may not be shown yet.
    pub aside: Vec<Entry>,
}

impl News {
    /// Takes in the entry of a new or changed file. False: it is more than late news.
    pub fn take(
        &mut self,
        mut entry: Entry,
        place: Option<Place>,
        stock: &LateStock,
        build_state: &BuildState,
        now: jiff::Timestamp,
    ) -> Result<bool, PressError> {
        let is_open = entry.availability.is_open(now);
        match place.map(|place| place.standing) {
            // An editor may have chosen it before it was there.
            None if is_open && stock.rank(&List::Wanted(entry.id.as_str()).name(), usize::MAX)? > 0 => return Ok(false),
            None if is_open && entry.created > build_state.newest => self.new.push(entry),
            None if !is_open && !entry.availability.is_withdrawn() => self.aside.push(entry),
            Some(Standing::Published(at)) if is_open => {
                let known = stock.entry(at as usize)?;
                if !is_correction(&known, &entry) {
                    return Ok(false);
                }
                entry.relatives.clone_from(&known.relatives);
                self.corrections.push((at as usize, entry));
            }
            // Also what is only read again, because something is wrong with it.
            Some(Standing::Aside) if !is_open => {
                let known = stock.shelf.set_aside(entry.id.as_str())?;
                let was_withdrawn = known.as_ref().is_none_or(|known| known.availability.is_withdrawn());
                let is_same = known.is_some_and(|known| known.bytes == entry.bytes);
                if !is_same && (was_withdrawn || entry.availability.is_withdrawn()) {
                    return Ok(false);
                }
                self.aside.push(entry);
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Puts the news into the stock; says their places. What they are related to is found, and who is related to them.
    pub fn put_into(self, stock: &mut LateStock, build_state: &mut BuildState) -> Result<(Vec<usize>, Vec<Entry>), PressError> {
        let News { mut new, corrections, aside } = self;
        let mut touched: Vec<usize> = corrections.iter().map(|(at, _)| *at).collect();
        stock.changed.extend(corrections);
        new.sort_by(by_age);
        let mut added = Vec::new();
        for entry in new {
            (build_state.newest, build_state.chain) = (entry.created, related::chain(build_state.chain, &entry));
            added.push((stock.add(entry), build_state.chain));
        }
        // Only now, for they may be related to each other.
        for (at, chain) in added {
            relate(stock, at, chain, build_state)?;
            touched.push(at);
        }
        Ok((touched, aside))
    }
}

/// Finds what a new article is related to, and lets older ones lead to it.
fn relate(stock: &mut LateStock, at: usize, chain: Key, build_state: &mut BuildState) -> Result<(), PressError> {
    let mut entry = stock.entry(at)?.into_owned();
    let chosen = related::chosen(&entry, |id| stock.place(id))?;
    let window = |(number, topic): (u16, &str)| {
        let list = List::Topic(topic).name();
        let end = stock.rank(&list, at)?;
        Ok((number, stock.ranks(&list, end.saturating_sub(related::WINDOW)..end)?))
    };
    let windows = (0..).zip(topics(&entry)).map(window);
    let found = related::nearest(&entry, chosen.len(), windows, |other| stock.entry(other))?;
    entry.relatives.key = related::relatives_key(chain, chosen.len());
    entry.relatives.found = found;
    for earlier in related::leads_from(&chosen, &entry) {
        related::lead_to(stock.entry_mut(earlier)?, earlier, at);
    }
    for id in entry.related.iter().filter(|id| **id != entry.id) {
        if stock.place(id)?.is_none() {
            stock.note(List::Wanted(id.as_str()), at);
        }
    }
    let this = stock.entry_mut(at)?;
    (this.relatives.key, this.relatives.found) = (entry.relatives.key, entry.relatives.found);
    build_state.most_related = build_state.most_related.max(related::most(chosen.len()));
    for other in chosen {
        stock.entry_mut(other)?.relatives.chosen_by.push(at as u32);
    }
    Ok(())
}

/// Whether a new version stands where the old one does, in the same lists, with the same relations.
fn is_correction(old: &Entry, new: &Entry) -> bool {
    let stays = old.created == new.created && old.section == new.section && old.has_lead() == new.has_lead();
    let relates = topics(old).eq(topics(new)) && old.located == new.located && old.related == new.related;
    // What it no longer shows may have to be deleted, unless others show it.
    let shows = old.pictures.iter().all(|src| new.pictures.contains(src)) && old.media.iter().all(|src| new.media.contains(src));
    let puts_right = old.corrections.iter().all(|correction| new.corrections.contains(correction));
    stays && relates && shows && puts_right && old.availability == new.availability && old.former == new.former
}
