//! The words of reading aloud.

words! {
    /// Begins to read aloud.
    listen: "朗读", "朗讀";
}
