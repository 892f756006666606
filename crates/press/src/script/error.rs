//! Why texts cannot be converted.

/// Why there is no converter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScriptError {
    /// Not Chinese, or of the script that is already there.
    #[error("no conversion from {from} to {to}")]
    NoWay {
        /// The language of the newsroom.
        from: String,
        /// The language of the edition.
        to: String,
    },
    /// The dictionaries lack a part.
    #[error("no dictionary {0}")]
    NoDictionary(&'static str),
    /// The dictionaries are too large to be matched.
    #[error("dictionary: {0}")]
    TooLarge(String),
}
