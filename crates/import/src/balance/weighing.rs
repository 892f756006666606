//! An item is weighed before and after it is settled.

use super::Weight;
use crate::dispatch::Dispatch;
use crate::fault::ImportFault;
use crate::filing::Filing;
use crate::notes::Notes;

impl Filing<'_> {
    /// Puts an item in order, and accounts for its body.
    pub fn weigh(&mut self, dispatch: &mut Dispatch, notes: &mut Notes) {
        // What the headline says already is no loss.
        dispatch.drop_repeated_headline();
        let before = Weight::of(dispatch);
        dispatch.put_parts_in_order();
        dispatch.account.missing += before.missing_in(&Weight::of(dispatch));
        self.balance.bodies += dispatch.account;
        if !dispatch.account.missing.is_nothing() {
            notes.add("", ImportFault::Missing(dispatch.account));
        }
    }
}
