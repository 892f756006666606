//! Which article has which old address: of several that want one the oldest.

use super::shard::{Shard, shards};
use super::{Ground, Redirect, Refusal, name_of};
use crate::model::{ArticleId, FormerAddress};
use crate::press::PressError;
use crate::press::edition::Edition;
use crate::press::stock::{List, Stock};
use std::collections::HashSet;

/// How many redirects a host is told of that knows a limit: Cloudflare Pages takes 2,000 lines.
pub const MOST_OF_A_LIST: usize = 1_900;

/// The old addresses that lead to articles.
#[derive(Default)]
pub struct Former {
    /// How many there are.
    pub count: usize,
    /// Those that are at hand, in the order of their hashes: all, or of late news those that are new.
    pub redirects: Vec<Redirect>,
    /// The shards that are printed.
    pub shards: Vec<Shard>,
    /// The newest, for hosts that know a limit. None: they are as they were.
    pub newest: Option<Vec<Redirect>>,
}

/// An address that cannot lead to the article that names it.
#[derive(Debug, PartialEq, Eq)]
pub struct Refused {
    /// The article.
    pub article: ArticleId,
    /// The address.
    pub address: FormerAddress,
    /// Why.
    pub why: Refusal,
}

impl Former {
    /// All old addresses of what is published, and of what was withdrawn those that tell nothing.
    pub fn of(ground: &Ground, edition: &Edition) -> Result<(Former, Vec<Refused>), PressError> {
        let mut wishes: Vec<Redirect> = Vec::new();
        for at in edition.stock.ranks(List::Moved, 0..usize::MAX)? {
            let entry = edition.entry(at)?;
            wishes.extend(entry.former.iter().map(|address| Redirect::of(address, &entry.id)));
        }
        wishes.extend(edition.withdrawn.iter().flat_map(|entry| {
            let mute = entry.former.iter().filter(|address| address.is_without_words(ground.base()));
            mute.map(|address| Redirect::of(address, &entry.id))
        }));
        let aside: HashSet<&str> = edition.withdrawn.iter().chain(&edition.hidden).map(|entry| entry.id.as_str()).collect();
        let (mut redirects, mut refused) = (Vec::with_capacity(wishes.len()), Vec::new());
        for wish in wishes {
            let id = ground.article(&wish.address);
            let is_there = match &id {
                Some(id) => aside.contains(id.as_str()) || edition.place(id)?.is_some(),
                None => ground.is_own(&wish.address),
            };
            match is_there {
                true => refused.push(Refused { article: wish.to, address: wish.address, why: Refusal::OfTheSite }),
                false => redirects.push(wish),
            }
        }
        // Stable: of one key the oldest article comes first.
        redirects.sort_by(|a, b| a.hash.cmp(&b.hash).then_with(|| a.address.key().cmp(&b.address.key())));
        redirects.dedup_by(|later, first| {
            let is_same = later.hash == first.hash && later.address.key() == first.address.key();
            if is_same && later.to != first.to {
                let (article, address) = (later.to.clone(), later.address.clone());
                refused.push(Refused { article, address, why: Refusal::Taken(first.to.clone()) });
            }
            is_same
        });
        let mut former = Former { count: redirects.len(), redirects, ..Former::default() };
        former.shards = Shard::all(&former.redirects);
        former.newest = Some(newest(edition, |redirect| Ok(former.find(redirect) == Some(redirect)))?);
        Ok((former, refused))
    }

    /// The redirect that has the key of this one.
    fn find(&self, wish: &Redirect) -> Option<&Redirect> {
        let key = wish.address.key();
        let begin = self.redirects.partition_point(|redirect| redirect.hash < wish.hash);
        let same = self.redirects[begin..].iter().take_while(|redirect| redirect.hash == wish.hash);
        same.into_iter().find(|redirect| redirect.address.key() == key)
    }

    /// What late news, the articles from a place on, adds to the old addresses of the last build, of which there were
    /// `count`. None: it is more than late news, for it moves what stands elsewhere.
    pub fn of_news(ground: &Ground, edition: &Edition, begin: usize, count: usize) -> Result<Option<Former>, PressError> {
        let Stock::Late(stock) = &edition.stock else { return Ok(None) };
        let mut wishes: Vec<Redirect> = Vec::new();
        for at in begin..edition.count() {
            let entry = edition.entry(at)?;
            wishes.extend(entry.former.iter().map(|address| Redirect::of(address, &entry.id)));
        }
        let news =
            (begin..edition.count()).map(|at| Ok(edition.entry(at)?.id.clone())).collect::<Result<Vec<_>, PressError>>()?;
        for address in news.iter().chain(edition.hidden.iter().map(|entry| &entry.id)).flat_map(|id| ground.pages(id)) {
            if stock.shelf.former(&name_of(&address))?.is_some() {
                return Ok(None);
            }
        }
        let mut new: Vec<Redirect> = Vec::new();
        for wish in wishes {
            if ground.article(&wish.address).is_some()
                || ground.is_own(&wish.address)
                || stock.shelf.former(&wish.name())?.is_some()
            {
                return Ok(None);
            }
            match new.iter().find(|other| other.name() == wish.name()) {
                Some(other) if other.to != wish.to => return Ok(None),
                Some(_) => {}
                None => new.push(wish),
            }
        }
        let total = count + new.len();
        if shards(total) != shards(count) {
            return Ok(None);
        }
        if new.is_empty() {
            return Ok(Some(Former { count, ..Former::default() }));
        }
        new.sort_by_key(Redirect::name);
        let mut touched: Vec<Shard> = Vec::new();
        for redirect in &new {
            let (number, names) = Shard::place(redirect.hash, total);
            if !touched.iter().any(|shard| shard.number == number) {
                let mut redirects = stock.shelf.former_between(names)?;
                redirects.extend(new.iter().filter(|other| Shard::place(other.hash, total).0 == number).cloned());
                redirects.sort_by_key(Redirect::name);
                touched.push(Shard { number, redirects });
            }
        }
        let is_held =
            |redirect: &Redirect| Ok(new.contains(redirect) || stock.shelf.former(&redirect.name())?.as_ref() == Some(redirect));
        let newest = Some(newest(edition, is_held)?);
        Ok(Some(Former { count: total, redirects: new, shards: touched, newest }))
    }
}

/// The old addresses of the newest articles that have some.
fn newest(edition: &Edition, is_held: impl Fn(&Redirect) -> Result<bool, PressError>) -> Result<Vec<Redirect>, PressError> {
    let mut found = Vec::new();
    for at in edition.newest(List::Moved, MOST_OF_A_LIST)? {
        let entry = edition.entry(at)?;
        for address in &entry.former {
            let redirect = Redirect::of(address, &entry.id);
            if found.len() < MOST_OF_A_LIST && !found.contains(&redirect) && is_held(&redirect)? {
                found.push(redirect);
            }
        }
    }
    Ok(found)
}
