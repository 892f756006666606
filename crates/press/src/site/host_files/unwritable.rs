//! What no file for a host can say.

/// What a format has no way to write. The types of settings let nothing of the kind come here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{text}” cannot be written for {host}; correct the setting in site.json that it comes from")]
pub struct Unwritable {
    /// Whose format it is.
    pub host: &'static str,
    /// The text.
    pub text: String,
}
