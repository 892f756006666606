//! The balance of an import: what was read is published, held back or refused, and what bodies say at their source
//! stands in the article or is named.
//!
//! The counting here is its own: it shares neither tokenizer nor rules with what makes blocks, so that it does not
//! overlook what that overlooks; only which page of a provider an address stands for is known in one place. It knows of no kind of block, and counts what an article's JSON holds.

mod address;
mod article;
mod elements;
mod named;
mod scan;
mod scripted;
mod source;
mod told;
mod weighing;
mod words;

use super::dispatch::Dispatch;
use super::notes::Notes;
use address::Led;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::ops::AddAssign;
use strait_model::Block;
use url::Url;
use words::Bag;

pub use named::Named;

/// Amounts of what readers see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Amounts {
    /// Letters, digits and signs, but for white space and dashes.
    pub characters: usize,
    /// Pictures.
    pub pictures: usize,
    /// Links with words in them.
    pub links: usize,
    /// Films, recordings and what other providers show.
    pub players: usize,
}

/// What a body had at its source, and what of it is neither in the article nor named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Account {
    /// What was there.
    pub source: Amounts,
    /// What the blocks have that were made of it.
    pub article: Amounts,
    /// What is missing.
    pub missing: Amounts,
}

/// How the items of a run are accounted for. With `Counts` it adds up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Balance {
    /// Items that were read.
    pub read: usize,
    /// Of those skipped: items that are broken, lack what an article must have, or have no place.
    pub refused: usize,
    /// Of those skipped: items that are no articles, and comments not counted.
    pub no_articles: usize,
    /// Of those skipped: items of before `--since`.
    pub earlier: usize,
    /// What the bodies had at their source, and what is missing of it.
    pub bodies: Account,
}

/// How a body is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// As HTML.
    Html,
    /// As HTML in which words in square brackets stand for something.
    WithShortcodes,
    /// Without markup.
    Plain,
}

/// What a body, or an article, has.
#[derive(Default)]
struct Load {
    words: Bag,
    /// Addresses that pictures may be known by, for each picture.
    pictures: Vec<Vec<String>>,
    /// Where each link leads.
    links: Vec<String>,
    /// Addresses that players may be known by, for each player.
    players: Vec<Vec<String>>,
}

/// Lets a body of a `page` be converted, and accounts for it.
pub fn accounted(
    body: &str,
    written: Written,
    page: Option<&Url>,
    notes: &mut Notes,
    convert: impl FnOnce(&mut Notes) -> Vec<Block>,
) -> (Vec<Block>, Account) {
    notes.begin_account();
    let blocks = convert(notes);
    let named = notes.named();
    let mut article = article::load(&blocks);
    let source = match written {
        Written::Plain => source::of_text(body),
        Written::Html => source::of_html(body, page, named),
        Written::WithShortcodes => {
            article.words.drop_shortcodes();
            source::of_html(&words::without_shortcodes(body), page, named)
        }
    };
    let missing = source.missing_in(&article, named);
    (blocks, Account { source: source.amounts(), article: article.amounts(), missing })
}

/// What an item has when it is to be filed, to be compared with what is filed.
pub struct Weight(Load);

impl Weight {
    /// What readers see of an item.
    pub fn of(dispatch: &Dispatch) -> Weight {
        let names: Vec<&str> = dispatch.by.iter().map(|credit| credit.name.as_str()).collect();
        Weight(article::load(&serde_json::json!({
            "headline": dispatch.headline, "dateline": dispatch.dateline, "by": names.join(" "),
            "lead": dispatch.lead, "body": dispatch.body,
        })))
    }

    /// What is missing where this became that.
    pub fn missing_in(&self, filed: &Weight) -> Amounts {
        self.0.missing_in(&filed.0, &Named::default())
    }
}

impl Load {
    fn amounts(&self) -> Amounts {
        Amounts {
            characters: self.words.characters(),
            pictures: self.pictures.len(),
            links: self.links.len(),
            players: self.players.len(),
        }
    }

    fn missing_in(&self, article: &Load, named: &Named) -> Amounts {
        let shown: HashSet<&String> = article.pictures.iter().flatten().collect();
        let pictures = self.pictures.iter().filter(|known| !known.iter().any(|address| shown.contains(address))).count();
        // A link or a player that was gained elsewhere stands for none that was lost.
        let mut led = Led::of(&article.links, &article.players);
        let players = self.players.iter().filter(|known| !known.iter().any(|address| led.take(address))).count();
        let links = self.links.iter().filter(|address| !led.take(address)).count();
        Amounts {
            // An address alone may have become a link or a player.
            characters: self.words.missing_in(&article.words, led),
            pictures: pictures.saturating_sub(named.pictures),
            links: links.saturating_sub(named.links),
            players: players.saturating_sub(named.players),
        }
    }
}

impl AddAssign for Amounts {
    fn add_assign(&mut self, other: Amounts) {
        self.characters += other.characters;
        self.pictures += other.pictures;
        self.links += other.links;
        self.players += other.players;
    }
}

impl AddAssign for Account {
    fn add_assign(&mut self, other: Account) {
        self.source += other.source;
        self.article += other.article;
        self.missing += other.missing;
    }
}

#[cfg(test)]
mod tests;
