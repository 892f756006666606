//! From page to page without loading the document anew.
//!
//! A page that is wanted is shown when it is there; until then the last one stays. The last
//! wanted page wins, whatever order answers come in, and what the reader left is cancelled.

mod foresight;
mod showing;

use super::desk::{self, Freshness, NewsError, Patience};
use super::kept_pages::KeptPages;
use super::leaf::Leaf;
use super::links::{self, Click, PageLink, listen};
use super::sheets::Sheets;
use super::{arrival, history, spawn};
use crate::pages::Page;
use crate::stage::{Stage, Trouble};
use crate::words::Words;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use strait_model::Site;
use strait_model::paths::{Address, Paths};
use wasm_bindgen::JsValue;
use web_sys::{Element, Event, IntersectionObserver, MouseEvent, PopStateEvent};

/// A reader is told of a wait that is longer than this.
const SHORT_WAIT: Duration = Duration::from_millis(150);

/// How the reader gets to a page.
#[derive(Clone)]
enum Arrival {
    /// By a link, to a new entry of the history.
    Link(String),
    /// Back or forward, to an entry with this state.
    History(JsValue),
}

/// The page that the reader asked for last.
#[derive(Clone)]
struct Wanted {
    address: Address,
    arrival: Arrival,
}

/// Brings the reader from page to page.
pub struct Navigator {
    site: Arc<Site>,
    paths: Rc<Paths>,
    stage: Stage,
    /// The page that the reader waits for.
    wanted: RefCell<Option<Wanted>>,
    on_the_way: RefCell<Vec<(Address, Patience)>>,
    kept: KeptPages,
    sheets: Sheets,
    /// The state of the history's entry that is on screen.
    entry: RefCell<JsValue>,
    view: RefCell<Option<IntersectionObserver>>,
    waits: Cell<u32>,
}

impl Navigator {
    /// Takes over links and the history.
    pub fn start(site: Arc<Site>, stage: Stage, first: Rc<Leaf>, printed: Element) {
        let paths = Rc::new(Paths::of(&site));
        history::take_over();
        let entry = RefCell::new(history::state());
        let navigator = Rc::new(Navigator {
            site,
            paths,
            stage,
            wanted: RefCell::default(),
            on_the_way: RefCell::default(),
            kept: KeptPages::default(),
            sheets: Sheets::of(stage, first.clone(), printed),
            entry,
            view: RefCell::default(),
            waits: Cell::new(0),
        });
        if let Some(address) = first.address.clone() {
            navigator.kept.keep(address, first);
        }
        navigator.listen();
        navigator.catch_up();
        let this = navigator.clone();
        set_timeout(move || this.watch_view(), Duration::ZERO);
    }

    fn listen(self: &Rc<Self>) {
        let this = self.clone();
        listen("click", move |event: MouseEvent| {
            match links::clicked(&this.paths, &event) {
                Some(Click::Page(PageLink { address, href })) => {
                    event.prevent_default();
                    this.want(Wanted { address, arrival: Arrival::Link(href) });
                }
                // The browser scrolls before it tells that there is a new entry.
                Some(Click::Place) => history::remember(&this.entry.borrow()),
                None => {}
            }
        });
        let this = self.clone();
        listen("popstate", move |event: PopStateEvent| this.go_in_history(event.state()));
        let this = self.clone();
        listen("hashchange", move |_: Event| drop(this.entry.replace(history::keyed_state())));
        self.watch_intent();
        let this = self.clone();
        listen("pagehide", move |_: Event| {
            history::remember(&this.entry.borrow());
            history::give_back();
        });
        listen("pageshow", move |_: Event| history::take_over());
    }

    /// Goes to where the address bar is, when the reader went back or forward before we listened.
    fn catch_up(self: &Rc<Self>) {
        let address = self.paths.parse(&window().location().pathname().unwrap_or_default());
        if let (Some(address), Some(shown)) = (address, self.shown_address())
            && address != shown
        {
            self.want(Wanted { address, arrival: Arrival::History(history::state()) });
        }
    }

    /// Back or forward. Between places of one page only the scroll position changes.
    fn go_in_history(self: &Rc<Self>, state: JsValue) {
        let address = self.paths.parse(&window().location().pathname().unwrap_or_default());
        let stays = address.is_some() && address == self.shown_address();
        // An entry without a state was just made by a link within the page.
        if stays && state.is_null() {
            return;
        }
        history::remember(&self.entry.borrow());
        match address {
            Some(address) if !stays => self.want(Wanted { address, arrival: Arrival::History(state) }),
            here => {
                self.stop_waiting();
                self.entry.replace(state.clone());
                history::restore(&state);
                if here.is_none() {
                    // The browser brings the page that it loads to where this one stands. It fails only while the
                    // document is going away.
                    let _ = window().location().reload();
                }
            }
        }
    }

    /// Shows a page as soon as it is there.
    fn want(self: &Rc<Self>, wanted: Wanted) {
        if self.wanted.borrow().as_ref().is_some_and(|waiting| waiting.address == wanted.address) {
            return;
        }
        self.stop_waiting();
        let is_there = match wanted.arrival {
            Arrival::Link(_) => self.kept.is_fresh(&wanted.address) && self.leaf(&wanted.address).is_some(),
            Arrival::History(_) => self.leaf(&wanted.address).is_some(),
        };
        self.wanted.replace(Some(wanted.clone()));
        if is_there {
            self.deliver(&wanted.address, Ok(()));
        } else {
            self.show_wait();
            self.fetch(wanted.address, Freshness::Any);
        }
    }

    /// Drops what the reader waited for, and its request.
    fn stop_waiting(&self) {
        self.all_is_well();
        self.waits.set(self.waits.get() + 1);
        if let Some(left) = self.wanted.take()
            && let Some(patience) = self.arrived(&left.address)
        {
            patience.cancel();
        }
    }

    /// Takes bar and notice away. A signal that is set runs what follows it, changed or not.
    fn all_is_well(&self) {
        if self.stage.is_loading.get_untracked() {
            self.stage.is_loading.set(false);
        }
        if self.stage.trouble.with_untracked(Option::is_some) {
            self.stage.trouble.set(None);
        }
    }

    fn show_wait(self: &Rc<Self>) {
        let (this, wait) = (self.clone(), self.waits.get());
        let show = move || {
            if this.waits.get() == wait && this.wanted.borrow().is_some() {
                this.stage.is_loading.set(true);
            }
        };
        set_timeout(show, SHORT_WAIT);
    }

    /// Fetches a page, unless it is on its way already.
    fn fetch(self: &Rc<Self>, address: Address, freshness: Freshness) {
        if self.on_the_way.borrow().iter().any(|(on_the_way, _)| *on_the_way == address) {
            return;
        }
        let patience = Patience::new();
        self.on_the_way.borrow_mut().push((address.clone(), patience.clone()));
        let this = self.clone();
        spawn(async move {
            let result = desk::page(&this.paths, &address, freshness, &patience).await;
            if result == Err(NewsError::Cancelled) {
                return;
            }
            this.arrived(&address);
            let result =
                result.map(|(page, news)| this.kept.keep(address.clone(), Rc::new(Leaf::fetched(&this.site, page, news))));
            this.deliver(&address, result);
        });
    }

    /// Takes a request off the list of those that are on their way.
    fn arrived(&self, address: &Address) -> Option<Patience> {
        let mut on_the_way = self.on_the_way.borrow_mut();
        let at = on_the_way.iter().position(|(on_the_way, _)| on_the_way == address)?;
        Some(on_the_way.swap_remove(at).1)
    }

    /// Shows a page that came, if it is the one the reader waits for.
    fn deliver(self: &Rc<Self>, address: &Address, result: Result<(), NewsError>) {
        let is_wanted = self.wanted.borrow().as_ref().is_some_and(|wanted| wanted.address == *address);
        let Some(wanted) = is_wanted.then(|| self.wanted.take()).flatten() else {
            return;
        };
        self.all_is_well();
        match result {
            Ok(()) => {
                if let Some(leaf) = self.leaf(address) {
                    self.show(leaf, wanted.arrival);
                }
            }
            Err(NewsError::NotFound) => {
                self.show(Rc::new(Leaf::fetched(&self.site, Page::NOWHERE, String::new())), wanted.arrival)
            }
            Err(NewsError::OnlyAsPage) => open_printed(&wanted.arrival),
            Err(NewsError::TooNew) if arrival::may_reload(&self.paths.page(address)) => self.leave_for(address),
            Err(error) => self.tell_trouble(&error, wanted),
        }
    }

    /// A page that can be shown at once.
    fn leaf(&self, address: &Address) -> Option<Rc<Leaf>> {
        self.kept.page(address).filter(|leaf| self.sheets.can_show(leaf))
    }

    fn tell_trouble(self: &Rc<Self>, error: &NewsError, wanted: Wanted) {
        let href = self.paths.page(&wanted.address);
        let again = SendWrapper::new((self.clone(), wanted));
        let try_again = Callback::new(move |()| {
            let (this, wanted) = &*again;
            this.stop_waiting();
            this.wanted.replace(Some(wanted.clone()));
            this.show_wait();
            this.fetch(wanted.address.clone(), Freshness::Fetched);
        });
        let words = Words::of(&self.site.language);
        self.stage.trouble.set(Some(Trouble { title: error.title(words), words: error.words(words), href, try_again }));
    }

    fn leave_for(&self, address: &Address) {
        // Fails only while the document is going away.
        let _ = window().location().assign(&self.paths.page(address));
    }

    fn shown_address(&self) -> Option<Address> {
        self.stage.shown.with_untracked(|shown| shown.address.clone())
    }
}

/// Loads the printed page that is wanted. Fails only while the document is going away.
fn open_printed(arrival: &Arrival) {
    let location = window().location();
    let _ = match arrival {
        Arrival::Link(href) => location.assign(href),
        Arrival::History(_) => location.reload(),
    };
}
