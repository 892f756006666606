//! Pages that are laid out: the one on screen, and the last ones for going back to. Each has DOM of its own, so that
//! nothing of the last page (a picture still loading, a place in a film) is left in the next, and going back finds the
//! page as it was.

use super::clock::tell_below;
use super::leaf::Leaf;
use crate::pages::{PageView, PageViewProps};
use crate::stage::{Stage, use_words};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use strait_markup::{Built, Node, view};
use web_sys::Element;

/// How many pages stay laid out.
const LAID_OUT: usize = 5;

/// Lays pages out and puts them away.
pub struct Sheets {
    stage: Stage,
    owner: Owner,
    visits: Cell<u32>,
    /// The last one that was on screen last; before it what was laid out ahead.
    laid_out: RefCell<Vec<Sheet>>,
}

struct Sheet {
    visit: u32,
    leaf: Rc<Leaf>,
    dom: Element,
    built: Built,
    owner: Owner,
}

impl Sheets {
    /// The sheets of a paper whose first page was printed.
    pub fn of(stage: Stage, leaf: Rc<Leaf>, printed: Element) -> Sheets {
        let owner = Owner::current().unwrap_or_default();
        let built = sheet_view(stage, 0, ().into()).adopt(&printed);
        let first = Sheet { visit: 0, leaf, dom: printed, built, owner: owner.child() };
        Sheets { stage, owner, visits: Cell::new(0), laid_out: RefCell::new(vec![first]) }
    }

    /// Shows a page: lays it out, unless it is laid out already, ahead or from an earlier visit. `is_whole`: all of it
    /// at once; else what is below the first screen comes after its headline was painted.
    pub fn show(&self, leaf: &Rc<Leaf>, is_whole: bool) {
        let visit = self.visit(leaf).unwrap_or_else(|| self.lay_out(leaf, false));
        if is_whole {
            self.finish(visit);
        }
        self.stage.shown.set(leaf.shown(visit));
    }

    /// Lays a page out that the reader is likely to go to, unseen.
    pub fn prepare(&self, leaf: &Rc<Leaf>) {
        if self.visit(leaf).is_none() {
            self.lay_out(leaf, true);
            self.put_away();
        }
    }

    /// Whether a page can be shown without being fetched.
    pub fn can_show(&self, leaf: &Rc<Leaf>) -> bool {
        leaf.has_news() || self.visit(leaf).is_some()
    }

    /// Lays out what is left of the page on screen.
    pub fn finish_shown(&self) {
        self.finish(self.shown());
    }

    /// Puts away pages that were not on screen for long.
    pub fn put_away(&self) {
        let mut laid_out = self.laid_out.borrow_mut();
        if let Some(at) = laid_out.iter().position(|sheet| sheet.visit == self.shown()) {
            let shown = laid_out.remove(at);
            laid_out.push(shown);
        }
        let surplus = laid_out.len().saturating_sub(LAID_OUT);
        laid_out.drain(..surplus).for_each(Sheet::remove);
    }

    fn shown(&self) -> u32 {
        self.stage.shown.with_untracked(|shown| shown.visit)
    }

    fn visit(&self, leaf: &Rc<Leaf>) -> Option<u32> {
        self.laid_out.borrow().iter().find(|sheet| Rc::ptr_eq(&sheet.leaf, leaf)).map(|sheet| sheet.visit)
    }

    fn lay_out(&self, leaf: &Rc<Leaf>, is_ahead: bool) -> u32 {
        let visit = self.visits.get() + 1;
        self.visits.set(visit);
        let owner = self.owner.child();
        let built = owner.with(|| sheet_view(self.stage, visit, PageView(PageViewProps { page: leaf.page() })).build());
        let mut laid_out = self.laid_out.borrow_mut();
        // An older version of the same page would have the same ids.
        let older = laid_out.iter().position(|sheet| sheet.leaf.address == leaf.address);
        older.into_iter().for_each(|at| laid_out.remove(at).remove());
        if let (Some(dom), Some(content)) = (built.element().cloned(), document().get_element_by_id("content")) {
            set_ahead(&dom, is_ahead);
            tell_below(&dom, self.owner.with(use_words));
            built.mount(&content);
            let sheet = Sheet { visit, leaf: leaf.clone(), dom, built, owner };
            // What is laid out ahead goes before what was seen.
            let at = if is_ahead { laid_out.len().saturating_sub(1) } else { laid_out.len() };
            laid_out.insert(at, sheet);
        }
        visit
    }

    fn finish(&self, visit: u32) {
        if let Some(sheet) = self.laid_out.borrow_mut().iter_mut().find(|sheet| sheet.visit == visit) {
            sheet.owner.with(|| sheet.built.finish());
            set_ahead(&sheet.dom, false);
            tell_below(&sheet.dom, self.owner.with(use_words));
        }
    }
}

impl Sheet {
    fn remove(self) {
        self.dom.remove();
        self.owner.cleanup();
    }
}

/// A page that is laid out; hidden unless it is the one on screen.
fn sheet_view(stage: Stage, visit: u32, page: Node) -> Node {
    view! { <div class="page" hidden=move || stage.shown.with(|shown| shown.visit != visit)>{page}</div> }
}

fn set_ahead(dom: &Element, is_ahead: bool) {
    // An attribute with a constant name is accepted by every DOM.
    let _ = if is_ahead { dom.set_attribute("data-ahead", "") } else { dom.remove_attribute("data-ahead") };
}
