//! From page to page without loading the document anew.
//!
//! A page that is wanted is shown when it is there; until then the last one stays. The last
//! wanted page wins, whatever order answers come in, and what the reader left is cancelled.

use super::desk::{self, Freshness, NewsError, Patience};
use super::links::{self, PageLink, listen};
use super::{document_head, scroll};
use crate::app::{Sheet, Stage, Trouble};
use crate::head::Head;
use crate::model::Site;
use crate::pages::Page;
use crate::paths::{Address, Paths};
use leptos::prelude::*;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;
use std::cell::{Cell, RefCell};
use std::collections::{HashMap, VecDeque};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, FocusOptions, HtmlElement, IntersectionObserver, MouseEvent, PopStateEvent};

/// A reader is told of a wait that is longer than this.
const SHORT_WAIT: Duration = Duration::from_millis(150);
/// A page that was fetched ahead or seen is as good as new for this long, in milliseconds.
const FRESH: f64 = 60_000.0;
/// How many pages are kept for going back.
const KEPT: usize = 40;
/// How many pages stay laid out, so that going back finds them as they were.
const LAID_OUT: usize = 4;

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

struct KeptPage {
    page: Arc<Page>,
    fetched: f64,
}

/// Brings the reader from page to page.
pub struct Navigator {
    site: Arc<Site>,
    paths: Rc<Paths>,
    stage: Stage,
    /// The page that the reader waits for.
    wanted: RefCell<Option<Wanted>>,
    on_the_way: RefCell<HashMap<Address, Patience>>,
    kept: RefCell<HashMap<Address, KeptPage>>,
    kept_order: RefCell<VecDeque<Address>>,
    /// The state of the history's entry that is on screen.
    entry: RefCell<JsValue>,
    view: RefCell<Option<IntersectionObserver>>,
    waits: Cell<u32>,
    visits: Cell<u32>,
    /// The visits of the pages that were on screen, the last one last.
    recent: RefCell<Vec<u32>>,
}

impl Navigator {
    /// Takes over links and the history.
    pub fn start(site: Arc<Site>, stage: Stage) {
        let paths = Rc::new(Paths::of(&site));
        scroll::take_over();
        let entry = RefCell::new(history_state());
        let navigator = Rc::new(Navigator {
            site,
            paths,
            stage,
            wanted: RefCell::default(),
            on_the_way: RefCell::default(),
            kept: RefCell::default(),
            kept_order: RefCell::default(),
            entry,
            view: RefCell::default(),
            waits: Cell::new(0),
            visits: Cell::new(0),
            recent: RefCell::new(vec![0]),
        });
        navigator.keep_shown();
        navigator.listen();
        let this = navigator.clone();
        set_timeout(move || this.watch_view(), Duration::ZERO);
    }

    fn listen(self: &Rc<Self>) {
        let this = self.clone();
        listen("click", move |event: MouseEvent| {
            if let Some(PageLink { address, href }) = links::clicked(&this.paths, &event) {
                event.prevent_default();
                this.want(Wanted { address, arrival: Arrival::Link(href) });
            }
        });
        let this = self.clone();
        listen("popstate", move |event: PopStateEvent| this.go_in_history(event.state()));
        for sign_of_intent in ["pointerover", "pointerdown", "focusin"] {
            let this = self.clone();
            listen(sign_of_intent, move |event: Event| {
                if let Some(address) = links::pointed_at(&this.paths, &event) {
                    this.fetch_ahead(address);
                }
            });
        }
        let this = self.clone();
        listen("pagehide", move |_: Event| {
            scroll::remember(&this.entry.borrow());
            scroll::give_back();
        });
        listen("pageshow", move |_: Event| scroll::take_over());
    }

    /// Back or forward. Between places of one page only the scroll position changes.
    fn go_in_history(self: &Rc<Self>, state: JsValue) {
        scroll::remember(&self.entry.borrow());
        let pathname = window().location().pathname().unwrap_or_default();
        match self.paths.parse(&pathname) {
            Some(address) if self.shown_address().as_ref() == Some(&address) => {
                self.stop_waiting();
                self.entry.replace(state.clone());
                scroll::restore(&state);
            }
            Some(address) => self.want(Wanted { address, arrival: Arrival::History(state) }),
            // Fails only while the document is going away.
            None => drop(window().location().reload()),
        }
    }

    /// Shows a page as soon as it is there.
    fn want(self: &Rc<Self>, wanted: Wanted) {
        self.stop_waiting();
        let age = self.kept.borrow().get(&wanted.address).map(|kept| js_sys::Date::now() - kept.fetched);
        let is_there = match wanted.arrival {
            Arrival::Link(_) => age.is_some_and(|age| age < FRESH),
            Arrival::History(_) => age.is_some(),
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
        self.stage.trouble.set(None);
        self.stage.is_loading.set(false);
        self.waits.set(self.waits.get() + 1);
        if let Some(left) = self.wanted.take()
            && let Some(patience) = self.on_the_way.borrow_mut().remove(&left.address)
        {
            patience.cancel();
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

    fn fetch_ahead(self: &Rc<Self>, address: Address) {
        let is_fresh = self.kept.borrow().get(&address).is_some_and(|kept| js_sys::Date::now() - kept.fetched < FRESH);
        if !is_fresh && self.shown_address().as_ref() != Some(&address) {
            self.fetch(address, Freshness::Any);
        }
    }

    /// Fetches a page, unless it is on its way already.
    fn fetch(self: &Rc<Self>, address: Address, freshness: Freshness) {
        if self.on_the_way.borrow().contains_key(&address) {
            return;
        }
        let patience = Patience::new();
        self.on_the_way.borrow_mut().insert(address.clone(), patience.clone());
        let this = self.clone();
        spawn_local(async move {
            let result = desk::page(&this.paths, &address, freshness, &patience).await;
            if result == Err(NewsError::Cancelled) {
                return;
            }
            this.on_the_way.borrow_mut().remove(&address);
            let result = result.map(|page| this.keep(address.clone(), Arc::new(page)));
            this.deliver(&address, result);
        });
    }

    /// Shows a page that came, if it is the one the reader waits for.
    fn deliver(self: &Rc<Self>, address: &Address, result: Result<(), NewsError>) {
        let is_wanted = self.wanted.borrow().as_ref().is_some_and(|wanted| wanted.address == *address);
        let Some(wanted) = is_wanted.then(|| self.wanted.take()).flatten() else {
            return;
        };
        self.stage.is_loading.set(false);
        match result {
            Ok(()) => {
                if let Some(page) = self.kept.borrow().get(address).map(|kept| kept.page.clone()) {
                    self.show(page, wanted.arrival);
                }
            }
            Err(NewsError::NotFound) => self.show(Arc::new(Page::NotFound), wanted.arrival),
            Err(NewsError::TooNew) if self.may_reload(address) => self.leave_for(address),
            Err(error) => self.tell_trouble(&error, wanted),
        }
    }

    fn show(self: &Rc<Self>, page: Arc<Page>, arrival: Arrival) {
        let head = Head::of(&self.site, &page);
        // A place that is scrolled to must be there.
        let is_whole = match &arrival {
            Arrival::Link(href) => href.contains('#'),
            Arrival::History(_) => true,
        };
        let state = match arrival {
            Arrival::Link(href) => {
                scroll::remember(&self.entry.borrow());
                push(&href);
                self.entry.replace(history_state());
                None
            }
            Arrival::History(state) => {
                self.entry.replace(state.clone());
                Some(state)
            }
        };
        self.stage.shown.set(self.lay_out(page, is_whole));
        document_head::apply(&head);
        let this = self.clone();
        spawn_local(async move {
            // The page is in the document after the next tick of the reactive system.
            leptos::task::tick().await;
            this.settle(state);
            this.finish(head);
        });
    }

    /// Lays a page out, unless it is still laid out from an earlier visit.
    fn lay_out(&self, page: Arc<Page>, is_whole: bool) -> Sheet {
        let laid_out =
            self.stage.sheets.with_untracked(|sheets| sheets.iter().find(|sheet| Arc::ptr_eq(&sheet.page, &page)).cloned());
        laid_out.unwrap_or_else(|| {
            self.visits.set(self.visits.get() + 1);
            let sheet = Sheet { visit: self.visits.get(), page, is_whole };
            self.stage.sheets.update(|sheets| {
                // An older version of the same page would have the same ids.
                sheets.retain(|older| older.page.address() != sheet.page.address());
                sheets.push(sheet.clone());
            });
            sheet
        })
    }

    /// Scrolls and moves the focus to the headline.
    fn settle(&self, state: Option<JsValue>) {
        if let Some(headline) = document().query_selector(".page:not([hidden]) h1").ok().flatten() {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            // Fails only for an element that cannot be focused; the headline can.
            let _ = headline.unchecked_ref::<HtmlElement>().focus_with_options(&options);
        }
        match state {
            Some(state) => scroll::restore(&state),
            None => scroll::to_hash_or_top(),
        }
    }

    /// Does after the paint what need not be done before it.
    fn finish(self: Rc<Self>, head: Head) {
        let finish = move || {
            close_menu();
            self.stage.announcement.set(head.title);
            self.put_away();
            self.watch_view();
        };
        request_animation_frame(move || set_timeout(finish, Duration::ZERO));
    }

    /// Puts away pages that were not on screen for long.
    fn put_away(&self) {
        let visit = self.stage.shown.with_untracked(|shown| shown.visit);
        let mut recent = self.recent.borrow_mut();
        recent.retain(|past| *past != visit);
        recent.push(visit);
        let surplus = recent.len().saturating_sub(LAID_OUT);
        recent.drain(..surplus);
        if self.stage.sheets.with_untracked(|sheets| sheets.len() > recent.len()) {
            self.stage.sheets.update(|sheets| sheets.retain(|sheet| recent.contains(&sheet.visit)));
        }
    }

    fn watch_view(self: &Rc<Self>) {
        let this = self.clone();
        let fetch: Rc<dyn Fn(Address)> = Rc::new(move |address| this.fetch_ahead(address));
        if let Some(last) = self.view.replace(links::watch_view(&self.paths, fetch)) {
            last.disconnect();
        }
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
        self.stage.trouble.set(Some(Trouble { words: error.words(), href, try_again }));
    }

    /// Whether a full page load may help with a page that is too new for this reader: once an address.
    fn may_reload(&self, address: &Address) -> bool {
        let storage = window().session_storage().ok().flatten();
        let key = format!("reloaded:{address}");
        storage.is_some_and(|storage| storage.get_item(&key) == Ok(None) && storage.set_item(&key, "1").is_ok())
    }

    fn leave_for(&self, address: &Address) {
        // Fails only while the document is going away.
        let _ = window().location().assign(&self.paths.page(address));
    }

    fn shown_address(&self) -> Option<Address> {
        self.stage.shown.with_untracked(|shown| shown.page.address())
    }

    fn keep_shown(&self) {
        let page = self.stage.shown.with_untracked(|shown| shown.page.clone());
        if let Some(address) = page.address() {
            self.keep(address, page);
        }
    }

    fn keep(&self, address: Address, page: Arc<Page>) {
        let (mut kept, mut order) = (self.kept.borrow_mut(), self.kept_order.borrow_mut());
        if kept.insert(address.clone(), KeptPage { page, fetched: js_sys::Date::now() }).is_none() {
            order.push_back(address);
        }
        if order.len() > KEPT
            && let Some(oldest) = order.pop_front()
        {
            kept.remove(&oldest);
        }
    }
}

fn history_state() -> JsValue {
    window().history().and_then(|history| history.state()).unwrap_or(JsValue::NULL)
}

fn push(href: &str) {
    if let Ok(history) = window().history() {
        // Refused only for another origin, which links of ours never have, or when flooded.
        let _ = history.push_state_with_url(&scroll::new_key(), "", Some(href));
    }
}

fn close_menu() {
    let open = document().query_selector(".masthead__menu[open]").ok().flatten();
    open.iter().for_each(|menu| {
        // Removing an attribute cannot fail.
        let _ = menu.remove_attribute("open");
    });
}
