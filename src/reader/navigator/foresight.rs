//! What is done for pages that the reader is likely to go to.

use super::super::desk::Freshness;
use super::super::links::{self, listen};
use super::Navigator;
use leptos::prelude::set_timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use strait_model::paths::Address;
use web_sys::{Event, EventTarget};

/// How many pages are laid out ahead.
const LIKELY: u32 = 2;
/// A link that was in view for so long is likely enough; by then its page is there, too.
const CONSIDERED: Duration = Duration::from_secs(1);

impl Navigator {
    /// Fetches pages that the pointer or the focus is on, where the line allows.
    pub(super) fn watch_intent(self: &Rc<Self>) {
        if !links::line_allows() {
            return;
        }
        let last = Rc::new(RefCell::new(None));
        for sign in ["pointerover", "pointerdown", "focusin"] {
            let (this, last) = (self.clone(), last.clone());
            listen(sign, move |event: Event| {
                let target = event.target();
                // One tap sends all three signs, and looking at the link at once would delay it.
                if last.replace(target.clone()) != target {
                    let this = this.clone();
                    set_timeout(move || this.look_at(target), Duration::ZERO);
                }
            });
        }
    }

    fn look_at(self: &Rc<Self>, target: Option<EventTarget>) {
        if let Some(address) = links::around(target).and_then(|link| links::address(&self.paths, &link)) {
            self.fetch_ahead(address);
        }
    }

    /// Fetches pages whose links come into view, where the line allows, and lays the first out.
    pub(super) fn watch_view(self: &Rc<Self>) {
        let (this, seen) = (self.clone(), Cell::new(0));
        let foresee: Rc<dyn Fn(Address)> = Rc::new(move |address: Address| {
            this.fetch_ahead(address.clone());
            seen.set(seen.get() + 1);
            if seen.get() <= LIKELY {
                let this = this.clone();
                set_timeout(move || this.prepare(&address), CONSIDERED);
            }
        });
        if let Some(last) = self.view.replace(links::watch_view(&self.paths, foresee)) {
            last.disconnect();
        }
    }

    fn fetch_ahead(self: &Rc<Self>, address: Address) {
        if !self.kept.is_fresh(&address) && self.shown_address().as_ref() != Some(&address) {
            self.fetch(address, Freshness::Any);
        }
    }

    /// Lays a page out unseen, if it is there and nothing else is wanted.
    fn prepare(&self, address: &Address) {
        let is_idle = self.wanted.borrow().is_none() && self.shown_address().as_ref() != Some(address);
        if let Some(leaf) = (is_idle && self.kept.is_fresh(address)).then(|| self.leaf(address)).flatten() {
            self.sheets.prepare(&leaf);
        }
    }
}
