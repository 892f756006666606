//! The old addresses that lead to articles.

use super::redirect::Redirect;
use super::shard::Shard;

/// The old addresses that lead to articles.
#[derive(Default)]
pub struct Former {
    /// How many there are.
    pub count: usize,
    /// The shards that are printed: all, or of late news those that it adds to.
    pub shards: Vec<Shard>,
    /// What late news adds.
    pub new: Vec<Redirect>,
    /// The newest, for hosts that know a limit. None: they are as they were.
    pub newest: Option<Vec<Redirect>>,
}
