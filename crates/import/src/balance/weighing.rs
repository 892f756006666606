//! An item is weighed before and after it is settled.

use super::{Account, Amounts, Weight};
use crate::dispatch::Dispatch;
use crate::fault::BodyFault;
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
            notes.add("", missing(dispatch.account));
        }
    }
}

/// How it is told that something is missing.
fn missing(account: Account) -> BodyFault {
    let is_of_links = Amounts { links: 0, ..account.missing }.is_nothing();
    if is_of_links { BodyFault::MissingLinks(account) } else { BodyFault::Missing(account) }
}
