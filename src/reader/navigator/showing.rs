//! What happens when a page is shown in place.

use super::super::history::{self, Place};
use super::super::leaf::Leaf;
use super::super::{arrival, spawn};
use super::{Arrival, Navigator};
use leptos::prelude::*;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsValue;

impl Navigator {
    /// Shows a page: what need not be done before the paint is done after it.
    pub(super) fn show(self: &Rc<Self>, leaf: Rc<Leaf>, arrival: Arrival) {
        // A place that is scrolled to must be there.
        let is_whole = match &arrival {
            Arrival::Link(href) => href.contains('#'),
            Arrival::History(_) => true,
        };
        let (left, state) = match arrival {
            Arrival::Link(href) => {
                let left = Place::of(&self.entry.borrow());
                history::push(&href);
                self.entry.replace(history::state());
                (left, None)
            }
            Arrival::History(state) => {
                self.entry.replace(state.clone());
                (None, Some(state))
            }
        };
        self.sheets.show(&leaf, is_whole);
        let this = self.clone();
        spawn(async move {
            // The page is in the document after the next tick of the reactive system.
            leptos::task::tick().await;
            this.scroll_and_focus(state);
            this.finish(&leaf, left);
        });
    }

    /// Scrolls and moves the focus to the headline.
    fn scroll_and_focus(&self, state: Option<JsValue>) {
        arrival::focus_headline();
        match state {
            Some(state) => history::restore(&state),
            None => history::to_hash_or_top(),
        }
    }

    /// Does after the paint what need not be done before it.
    fn finish(self: Rc<Self>, leaf: &Rc<Leaf>, left: Option<Place>) {
        let leaf = leaf.clone();
        after_paint(move || {
            self.sheets.finish_shown();
            left.into_iter().for_each(Place::remember);
            leaf.head.apply();
            arrival::clear_up_and_tell();
            self.stage.announcement.set(leaf.head.title.clone());
            self.sheets.put_away();
            self.watch_view();
        });
    }
}

/// Does something in a task after the next paint.
fn after_paint(act: impl FnOnce() + 'static) {
    // A frame's callback runs before its paint, a timer's after it.
    request_animation_frame(move || set_timeout(act, Duration::ZERO));
}
