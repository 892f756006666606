//! A shard of the list: a run of hashes, its lines, and the pages at its addresses.

use super::ground::Ground;
use super::page::page;
use super::redirect::Redirect;
use crate::fingerprint::{Fingerprint, Key, key_of};
use crate::site::host_files::nginx::{map_line, target_in_map};
use crate::site::host_files::unwritable::Unwritable;
use crate::site::output::SiteFile;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::sync::Arc;
use strait_confined::{Confined, ConfinedError};
use strait_model::paths::{Address, Paths};
use strait_model::{FormerAddress, Site};

/// How many addresses a shard has, about.
const ADDRESSES: usize = 256;

/// A shard by its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shard {
    /// The number.
    pub number: usize,
    /// What stands in it, in order.
    pub redirects: Arc<[Redirect]>,
}

/// What is known of the list by who looks an address up in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// How many shards there are.
    shards: usize,
}

/// How many shards so many addresses lie in: a power of two.
pub fn shards(count: usize) -> usize {
    (count / ADDRESSES).next_power_of_two()
}

/// The number of the shard of a hash.
fn number(hash: u64, shards: usize) -> usize {
    match shards.trailing_zeros() {
        0 => 0,
        bits => (hash >> (64 - bits)) as usize,
    }
}

impl Shard {
    /// The file with the lines of a shard, below the site.
    fn file(number: usize) -> String {
        format!("_hosts/former/{number:05x}.map")
    }

    /// All shards of a list that is in order, but for empty ones.
    pub fn all(redirects: &[Redirect]) -> Vec<Shard> {
        let shards = shards(redirects.len());
        let runs = redirects.chunk_by(|a, b| number(a.hash, shards) == number(b.hash, shards));
        let shard = |run: &[Redirect]| Shard { number: number(run[0].hash, shards), redirects: run.into() };
        runs.map(shard).collect()
    }

    /// The number of a hash's shard among those of so many addresses, and between which names it lies in an index.
    pub fn place(hash: u64, count: usize) -> (usize, Range<String>) {
        let shards = shards(count);
        let number = number(hash, shards);
        let begin = |number: usize| match shards.trailing_zeros() {
            _ if number >= shards => "g".to_owned(),
            0 => String::new(),
            bits => format!("{:016x}", (number as u64) << (64 - bits)),
        };
        (number, begin(number)..begin(number + 1))
    }

    /// A hash of all that it is made of.
    pub fn key(&self) -> Key {
        Fingerprint::default().numbers(self.redirects.iter().map(Redirect::key)).key()
    }

    /// Its files: its lines, and a page for each address that one can stand for.
    pub fn files(&self, site: &Site) -> Result<Vec<SiteFile>, Unwritable> {
        let (paths, ground) = (Paths::of(site), Ground::of(site));
        let mut lines = Vec::with_capacity(self.redirects.len());
        let mut files = Vec::new();
        for Redirect { address, to, .. } in &*self.redirects {
            lines.push(map_line(&address.key(), &paths.page(&Address::Article(to.clone())))?);
            files.extend(ground.file(address).map(|file| (file, page(site, &paths, to))));
        }
        lines.sort_unstable();
        files.push((Shard::file(self.number), lines.concat().into_bytes()));
        Ok(files)
    }
}

impl Asked {
    /// The file, below the site.
    pub const FILE: &str = "_hosts/former.json";

    /// Of a list of so many addresses.
    pub fn of(count: usize) -> Asked {
        Asked { shards: if count == 0 { 0 } else { shards(count) } }
    }

    /// Its file. None: there is no list.
    pub fn file(self) -> Result<Option<SiteFile>, serde_json::Error> {
        let bytes = serde_json::to_vec(&self)?;
        Ok((self.shards > 0).then(|| (Asked::FILE.to_owned(), bytes)))
    }

    /// What a printed site says.
    pub fn read(folder: &Confined) -> Asked {
        let read = folder.read(Asked::FILE).ok().and_then(|file| serde_json::from_slice(&file.bytes).ok());
        read.filter(|asked: &Asked| asked.shards == 0 || asked.shards.is_power_of_two()).unwrap_or_default()
    }

    /// Where an address of the host leads now. It costs one small file, however many addresses there are.
    pub fn leads_to(self, folder: &Confined, path_and_query: &str) -> Result<Option<String>, ConfinedError> {
        let address = path_and_query.parse::<FormerAddress>().ok().filter(|_| self.shards > 0);
        let Some(key) = address.map(|address| address.key()) else { return Ok(None) };
        let file = Shard::file(number(key_of(key.as_bytes()), self.shards));
        match folder.read(&file) {
            Ok(read) => Ok(std::str::from_utf8(&read.bytes).ok().and_then(|lines| target_in_map(lines, &key))),
            Err(ConfinedError::Missing(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strait_model::ArticleId;

    #[test]
    fn shards_stay_small_and_each_address_has_its_place_in_one() {
        let redirects: Vec<Redirect> = (0..20_000)
            .map(|at| {
                let to = ArticleId::try_from(format!("{at}")).unwrap();
                Redirect::of(&format!("/?p={at}").parse().unwrap(), &to)
            })
            .collect();
        for count in [1, 255, 256, 511, 512, 5_000, 20_000] {
            let mut some = redirects[..count].to_vec();
            some.sort_by_key(Redirect::name);
            let all = Shard::all(&some);
            assert_eq!(all.iter().map(|shard| shard.redirects.len()).sum::<usize>(), count);
            for shard in &all {
                assert!(shard.redirects.len() < 700, "{count}: {}", shard.redirects.len());
                for redirect in &*shard.redirects {
                    let (number, names) = Shard::place(redirect.hash, count);
                    assert!(number == shard.number && names.contains(&redirect.name()), "{count}");
                }
            }
        }
    }
}
