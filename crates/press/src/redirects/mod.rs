//! Old addresses that lead to articles. One list has them all, from which each host is told in its own words; where a
//! host can be told nothing, a small page stands at the old address.
//!
//! The list lies in shards by the hashes of the addresses' keys, as many as keep them small: an address is found by
//! reading one shard, and an article more rewrites those that its own addresses stand in. Addresses lead to where
//! articles are today, and none that is a page today leads elsewhere: so no chain can come about, and no circle.

pub mod former;
mod ground;
pub mod hosts;
mod page;
pub mod redirect;
pub mod shard;

pub use ground::{Ground, Refusal};
