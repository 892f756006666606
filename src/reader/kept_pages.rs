//! Pages that were fetched: for going back, and for links that were foreseen.

use super::leaf::Leaf;
use std::cell::RefCell;
use std::rc::Rc;
use strait_model::paths::Address;

/// A page that was fetched ahead or seen is as good as new for this long, in milliseconds.
const FRESH: f64 = 60_000.0;
/// How many pages are kept.
const KEPT: usize = 40;

/// Pages that were fetched, the oldest first and first forgotten. So few are found soonest one after the other.
#[derive(Default)]
pub struct KeptPages(RefCell<Vec<Kept>>);

struct Kept {
    address: Address,
    page: Rc<Leaf>,
    fetched: f64,
}

impl KeptPages {
    /// Keeps a page that was just fetched.
    pub fn keep(&self, address: Address, page: Rc<Leaf>) {
        let mut pages = self.0.borrow_mut();
        pages.retain(|kept| kept.address != address);
        if pages.len() == KEPT {
            pages.remove(0);
        }
        pages.push(Kept { address, page, fetched: js_sys::Date::now() });
    }

    /// A page, however old.
    pub fn page(&self, address: &Address) -> Option<Rc<Leaf>> {
        self.0.borrow().iter().find(|kept| kept.address == *address).map(|kept| kept.page.clone())
    }

    /// Whether there is a page that is as good as new.
    pub fn is_fresh(&self, address: &Address) -> bool {
        self.0.borrow().iter().any(|kept| kept.address == *address && js_sys::Date::now() - kept.fetched < FRESH)
    }
}
