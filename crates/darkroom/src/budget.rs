//! What all who work at once share.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// So many bytes, for all.
pub struct Budget {
    all: u64,
    free: Mutex<u64>,
    freed: Condvar,
}

/// A part of a budget, until it is dropped.
pub struct Held<'a> {
    budget: &'a Budget,
    bytes: u64,
}

impl Budget {
    /// A budget that nobody has taken of.
    pub fn of(all: u64) -> Budget {
        Budget { all, free: Mutex::new(all), freed: Condvar::new() }
    }

    /// Waits until so many bytes are free, and takes them. None: there never will be so many.
    pub fn hold(&self, bytes: u64) -> Option<Held<'_>> {
        if bytes > self.all {
            return None;
        }
        let mut free = self.free();
        while *free < bytes {
            free = self.freed.wait(free).unwrap_or_else(PoisonError::into_inner);
        }
        *free -= bytes;
        Some(Held { budget: self, bytes })
    }

    fn free(&self) -> MutexGuard<'_, u64> {
        // A number is whole even where its holder panicked.
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        *self.budget.free() += self.bytes;
        self.budget.freed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU64, Ordering};

    #[test]
    fn no_more_is_ever_taken_than_there_is() {
        let (budget, taken, most) = (Budget::of(100), AtomicU64::new(0), AtomicU64::new(0));
        std::thread::scope(|scope| {
            for bytes in [30, 60, 100, 10, 40, 50, 70, 90] {
                let (budget, taken, most) = (&budget, &taken, &most);
                scope.spawn(move || {
                    for _ in 0..200 {
                        let _held = budget.hold(bytes).unwrap();
                        most.fetch_max(taken.fetch_add(bytes, Ordering::SeqCst) + bytes, Ordering::SeqCst);
                        std::thread::yield_now();
                        taken.fetch_sub(bytes, Ordering::SeqCst);
                    }
                });
            }
        });
        assert!(most.into_inner() <= 100);
        assert_eq!(*budget.free(), 100);
    }

    #[test]
    fn what_is_more_than_all_is_refused_at_once() {
        assert!(Budget::of(100).hold(101).is_none());
    }
}
