//! An old address, and where it leads.

use crate::fingerprint::{Fingerprint, Key, key_of};
use serde::{Deserialize, Serialize};
use strait_model::{ArticleId, FormerAddress};

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

    /// A hash of all that is in it.
    pub fn key(&self) -> Key {
        Fingerprint::default().part(&*self.address).part(self.to.as_str()).key()
    }
}

/// What an index calls an address.
pub fn name_of(address: &FormerAddress) -> String {
    let key = address.key();
    format!("{:016x} {key}", key_of(key.as_bytes()))
}
