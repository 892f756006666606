//! Which article has which old address: of several that want one the oldest.

use crate::error::PressError;
use crate::issue::Issue;
use crate::issue::list::List;
use crate::issue::stock::{LateStock, Stock};
use crate::redirects::former::Former;
use crate::redirects::redirect::{Redirect, name_of};
use crate::redirects::shard::{Shard, shards};
use crate::redirects::{Ground, Refusal};
use std::collections::HashSet;
use strait_model::{ArticleId, FormerAddress};

/// How many redirects a host is told of that knows a limit: Cloudflare Pages takes 2,000 lines.
pub const MOST_OF_A_LIST: usize = 1_900;

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

impl Refused {
    fn of(wish: Redirect, why: Refusal) -> Refused {
        Refused { article: wish.to, address: wish.address, why }
    }
}

impl Former {
    /// All old addresses of what is published, and of what was withdrawn those that tell nothing.
    pub fn of(ground: &Ground, issue: &Issue) -> Result<(Former, Vec<Refused>), PressError> {
        let aside: HashSet<&str> = issue.withdrawn.iter().chain(&issue.hidden).map(|entry| entry.id.as_str()).collect();
        let (mut redirects, mut refused) = (Vec::new(), Vec::new());
        for wish in wishes(ground, issue)? {
            let is_there = match ground.article(&wish.address) {
                Some(id) => aside.contains(id.as_str()) || issue.place(&id)?.is_some(),
                None => ground.is_own(&wish.address),
            };
            match is_there {
                true => refused.push(Refused::of(wish, Refusal::OfTheSite)),
                false => redirects.push(wish),
            }
        }
        leave_first(&mut redirects, &mut refused);
        let newest = Some(newest(issue, |redirect| Ok(find(&redirects, redirect) == Some(redirect)))?);
        Ok((Former { count: redirects.len(), shards: Shard::all(&redirects), new: vec![], newest }, refused))
    }

    /// What late news, the articles from a place on, adds to the old addresses of the last build, of which there were
    /// `count`. None: it is more than late news, for it moves what stands elsewhere.
    pub fn of_news(ground: &Ground, issue: &Issue, begin: usize, count: usize) -> Result<Option<Former>, PressError> {
        let Stock::Late(stock) = &issue.stock else { return Ok(None) };
        let Some(new) = news(ground, issue, stock, begin)? else { return Ok(None) };
        let total = count + new.len();
        if shards(total) != shards(count) {
            return Ok(None);
        }
        if new.is_empty() {
            return Ok(Some(Former { count, ..Former::default() }));
        }
        let mut touched: Vec<Shard> = Vec::new();
        for redirect in &new {
            let (number, names) = Shard::place(redirect.hash, total);
            if !touched.iter().any(|shard| shard.number == number) {
                let mut redirects = stock.shelf.former_between(names)?;
                redirects.extend(new.iter().filter(|other| Shard::place(other.hash, total).0 == number).cloned());
                redirects.sort_by_key(Redirect::name);
                touched.push(Shard { number, redirects: redirects.into() });
            }
        }
        let is_held =
            |redirect: &Redirect| Ok(new.contains(redirect) || stock.shelf.former(&redirect.name())?.as_ref() == Some(redirect));
        let newest = Some(newest(issue, is_held)?);
        Ok(Some(Former { count: total, shards: touched, new, newest }))
    }
}

/// The old addresses of late news, where nobody else has or wants one of them.
fn news(ground: &Ground, issue: &Issue, stock: &LateStock, begin: usize) -> Result<Option<Vec<Redirect>>, PressError> {
    let news = (begin..issue.count()).map(|at| issue.entry(at)).collect::<Result<Vec<_>, PressError>>()?;
    let ids = news.iter().map(|entry| &entry.id).chain(issue.hidden.iter().map(|entry| &entry.id));
    for page in ids.flat_map(|id| ground.pages(id)) {
        // It led to another article until now.
        if stock.shelf.former(&name_of(&page))?.is_some() {
            return Ok(None);
        }
    }
    let mut new: Vec<Redirect> = Vec::new();
    for entry in &news {
        for wish in entry.former.iter().map(|address| Redirect::of(address, &entry.id)) {
            let is_ours = ground.article(&wish.address).is_some() || ground.is_own(&wish.address);
            let other = new.iter().find(|other| other.name() == wish.name());
            if is_ours || stock.shelf.former(&wish.name())?.is_some() || other.is_some_and(|other| other.to != wish.to) {
                return Ok(None);
            }
            if other.is_none() {
                new.push(wish);
            }
        }
    }
    new.sort_by_key(Redirect::name);
    Ok(Some(new))
}

/// The addresses that articles name, the oldest article first.
fn wishes(ground: &Ground, issue: &Issue) -> Result<Vec<Redirect>, PressError> {
    let mut wishes = Vec::new();
    for at in issue.stock.ranks(List::Moved, 0..usize::MAX)? {
        let entry = issue.entry(at)?;
        wishes.extend(entry.former.iter().map(|address| Redirect::of(address, &entry.id)));
    }
    for entry in &issue.withdrawn {
        let mute = entry.former.iter().filter(|address| address.is_without_words(ground.base()));
        wishes.extend(mute.map(|address| Redirect::of(address, &entry.id)));
    }
    Ok(wishes)
}

/// Puts redirects in order and leaves of those with one key the first.
fn leave_first(redirects: &mut Vec<Redirect>, refused: &mut Vec<Refused>) {
    redirects.sort_by(|a, b| a.hash.cmp(&b.hash).then_with(|| a.address.key().cmp(&b.address.key())));
    redirects.dedup_by(|later, first| {
        let is_same = later.hash == first.hash && later.address.key() == first.address.key();
        if is_same && later.to != first.to {
            refused.push(Refused::of(later.clone(), Refusal::Taken(first.to.clone())));
        }
        is_same
    });
}

/// The redirect that has the key of this one, in a list that is in order.
fn find<'a>(redirects: &'a [Redirect], wish: &Redirect) -> Option<&'a Redirect> {
    let key = wish.address.key();
    let begin = redirects.partition_point(|redirect| redirect.hash < wish.hash);
    let mut same = redirects[begin..].iter().take_while(|redirect| redirect.hash == wish.hash);
    same.find(|redirect| redirect.address.key() == key)
}

/// The old addresses of the newest articles that have some.
fn newest(issue: &Issue, is_held: impl Fn(&Redirect) -> Result<bool, PressError>) -> Result<Vec<Redirect>, PressError> {
    let mut found = Vec::new();
    for at in issue.newest(List::Moved, MOST_OF_A_LIST)? {
        let entry = issue.entry(at)?;
        for address in &entry.former {
            let redirect = Redirect::of(address, &entry.id);
            if found.len() < MOST_OF_A_LIST && !found.contains(&redirect) && is_held(&redirect)? {
                found.push(redirect);
            }
        }
    }
    Ok(found)
}
