//! What an element changes for as long as it is open.

use strait_model::Span;

/// What ends with an element.
pub(super) enum Effect {
    /// Nothing.
    None,
    /// The paragraph.
    Block,
    /// What was gathered in it.
    Sink,
    /// Its marks: these were before.
    Marks(Span),
    /// The reading above a ruby's base.
    Reading,
}

/// An element that is open.
pub(super) struct Open {
    /// Its name.
    pub(super) name: String,
    /// What ends with it.
    pub(super) effect: Effect,
}
