//! Pages that were fetched: for going back, and for links that were foreseen.

use super::leaf::Leaf;
use crate::paths::Address;
use std::cell::RefCell;
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

/// A page that was fetched ahead or seen is as good as new for this long, in milliseconds.
const FRESH: f64 = 60_000.0;
/// How many pages are kept.
const KEPT: usize = 40;

/// Pages that were fetched, the oldest forgotten first.
#[derive(Default)]
pub struct KeptPages {
    pages: RefCell<HashMap<Address, Kept>>,
    order: RefCell<VecDeque<Address>>,
}

struct Kept {
    page: Arc<Leaf>,
    fetched: f64,
}

impl KeptPages {
    /// Keeps a page that was just fetched.
    pub fn keep(&self, address: Address, page: Arc<Leaf>) {
        let (mut pages, mut order) = (self.pages.borrow_mut(), self.order.borrow_mut());
        if pages.insert(address.clone(), Kept { page, fetched: js_sys::Date::now() }).is_none() {
            order.push_back(address);
        }
        if order.len() > KEPT
            && let Some(oldest) = order.pop_front()
        {
            pages.remove(&oldest);
        }
    }

    /// A page, however old.
    pub fn page(&self, address: &Address) -> Option<Arc<Leaf>> {
        self.pages.borrow().get(address).map(|kept| kept.page.clone())
    }

    /// Whether there is a page that is as good as new.
    pub fn is_fresh(&self, address: &Address) -> bool {
        self.pages.borrow().get(address).is_some_and(|kept| js_sys::Date::now() - kept.fetched < FRESH)
    }
}
