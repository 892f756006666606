//! Old addresses that lead to articles. One list has them all, from which each host is told in its own words; where a
//! host can be told nothing, a small page stands at the old address.
//!
//! The list lies in shards by the hashes of the addresses' keys, as many as keep them small: an address is found by
//! reading one shard, and an article more rewrites those that its own addresses stand in. Addresses lead to where
//! articles are today, and none that is a page today leads elsewhere: so no chain can come about, and no circle.

mod ground;
mod list;
mod page;
mod shard;

pub use ground::{Ground, Refusal};
pub use list::{Former, Refused};
pub use shard::{Asked, Shard};

use super::fingerprint::{Fingerprint, Key, key_of};
use crate::model::{ArticleId, FormerAddress};
use serde::{Deserialize, Serialize};

/// An old address and the article that it leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redirect {
    /// The hash of the address's key, by which the list is in order.
    pub hash: u64,
    /// The old address.
    pub address: FormerAddress,
    /// The article.
    pub to: ArticleId,
}

impl Redirect {
    /// A redirect.
    pub fn of(address: &FormerAddress, to: &ArticleId) -> Redirect {
        Redirect { hash: key_of(address.key().as_bytes()), address: address.clone(), to: to.clone() }
    }

    /// What an index calls it: the hash first, so that a shard stands together.
    pub fn name(&self) -> String {
        name_of(&self.address)
    }

    /// The name of all that is in it.
    pub fn key(&self) -> Key {
        Fingerprint::default().part(&*self.address).part(self.to.as_str()).key()
    }
}

/// What an index calls an address.
fn name_of(address: &FormerAddress) -> String {
    let key = address.key();
    format!("{:016x} {key}", key_of(key.as_bytes()))
}
