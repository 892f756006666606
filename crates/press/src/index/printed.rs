//! A piece of the site as it was printed.

use crate::fingerprint::Key;
use serde::{Deserialize, Serialize};

/// A piece of the site as it was printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Printed {
    /// A hash of all that it was made of.
    pub key: Key,
    /// Its files below the site, a line each.
    pub files: String,
}
