//! One publisher at a time.
//!
//! On a folder the system's own file lock does it ([`file::FileLock`]): it ends with the process,
//! however that ends. A store has no such thing, so there the lock is an object that its holder
//! keeps renewing ([`lease::Lease`]).

pub mod file;
pub mod lease;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::hash::{BuildHasher, RandomState};

/// Who is publishing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// User, machine and process.
    pub who: String,
    /// When the lock was taken.
    pub since: Timestamp,
    /// The last sign of life.
    pub seen: Timestamp,
    /// Tells this publisher from every other.
    token: String,
}

impl Holder {
    /// This process, now.
    pub fn this_process() -> Holder {
        let user = ["USER", "LOGNAME", "USERNAME"].iter().find_map(|name| std::env::var(name).ok());
        let (user, host) = (user.unwrap_or_else(|| "someone".to_owned()), gethostname::gethostname());
        let now = Timestamp::now();
        let who = format!("{user}@{}, process {}", host.to_string_lossy(), std::process::id());
        // The standard library seeds each of these from the system's random numbers.
        let token = [(); 2].map(|()| format!("{:016x}", RandomState::new().hash_one(&who))).concat();
        Holder { who, since: now, seen: now, token }
    }

    fn is(&self, other: &Holder) -> bool {
        self.token == other.token
    }
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (since, seen) = (self.since, self.seen);
        write!(f, "{} is publishing there since {since:.0} (last sign of life {seen:.0}); try again later", self.who)
    }
}
