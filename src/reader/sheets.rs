//! Pages that are laid out: the one on screen, and the last ones for going back to.

use crate::app::{Sheet, Stage};
use crate::pages::Page;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::sync::Arc;

/// How many pages stay laid out.
const LAID_OUT: usize = 5;

/// Lays pages out and puts them away.
pub struct Sheets {
    stage: Stage,
    visits: Cell<u32>,
    /// The visits of the pages that were on screen, the last one last.
    recent: RefCell<Vec<u32>>,
}

impl Sheets {
    /// The sheets of a stage that shows its first page.
    pub fn of(stage: Stage) -> Sheets {
        Sheets { stage, visits: Cell::new(0), recent: RefCell::new(vec![0]) }
    }

    /// Shows a page: lays it out, unless it is laid out already, ahead or from an earlier visit.
    pub fn show(&self, page: Arc<Page>, is_whole: bool) {
        let sheet = self.laid_out(&page).unwrap_or_else(|| self.lay_out(page, is_whole, false));
        self.stage.shown.set(sheet);
    }

    /// Lays a page out that the reader is likely to go to, unseen.
    pub fn prepare(&self, page: Arc<Page>) {
        if self.laid_out(&page).is_none() {
            let sheet = self.lay_out(page, false, true);
            let mut recent = self.recent.borrow_mut();
            let before_shown = recent.len().saturating_sub(1);
            recent.insert(before_shown, sheet.visit);
            drop(recent);
            self.put_away();
        }
    }

    fn laid_out(&self, page: &Arc<Page>) -> Option<Sheet> {
        self.stage.sheets.with_untracked(|sheets| sheets.iter().find(|sheet| Arc::ptr_eq(&sheet.page, page)).cloned())
    }

    fn lay_out(&self, page: Arc<Page>, is_whole: bool, is_ahead: bool) -> Sheet {
        self.visits.set(self.visits.get() + 1);
        let sheet = Sheet { visit: self.visits.get(), page, is_whole, is_ahead };
        self.stage.sheets.update(|sheets| {
            // An older version of the same page would have the same ids.
            sheets.retain(|older| older.page.address() != sheet.page.address());
            sheets.push(sheet.clone());
        });
        sheet
    }

    /// Puts away pages that were not on screen for long.
    pub fn put_away(&self) {
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
}
