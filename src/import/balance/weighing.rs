//! An item is weighed before and after it is settled.

use super::Weight;
use crate::import::dispatch::Dispatch;
use crate::import::fault::ImportFault;
use crate::import::filing::Filing;
use crate::import::notes::Notes;

impl Filing<'_> {
    /// Settles an item, and accounts for its body.
    pub fn settle(&mut self, dispatch: &mut Dispatch, notes: &mut Notes) {
        // What the headline says already is no loss.
        dispatch.drop_repeated_headline();
        let before = Weight::of(dispatch);
        dispatch.settle_parts();
        dispatch.account.missing += before.missing_in(&Weight::of(dispatch));
        self.balance.bodies += dispatch.account;
        if !dispatch.account.missing.is_nothing() {
            notes.add("", ImportFault::Missing(dispatch.account));
        }
    }
}
