//! The version of the JSON between press and reader.

use strait_wire::FromJson;

/// The contract's version, `major.minor`. Minor: fields and blocks were added, which an older
/// reader skips. Major: an older reader cannot show it and reloads itself.
#[derive(Clone, Debug, PartialEq, Eq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
pub struct Contract(String);

impl Contract {
    /// What this build writes and understands.
    pub const CURRENT: &'static str = "1.2";

    /// Whether this build can show what was written under the contract.
    pub fn is_understood(&self) -> bool {
        major(&self.0) == major(Self::CURRENT)
    }
}

impl From<String> for Contract {
    fn from(version: String) -> Self {
        Self(version)
    }
}

impl Default for Contract {
    fn default() -> Self {
        Self(Self::CURRENT.to_owned())
    }
}

fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newer_minor_is_understood_and_a_newer_major_is_not() {
        assert!(Contract("1.9".to_owned()).is_understood());
        assert!(!Contract("2.0".to_owned()).is_understood());
        assert!(!Contract("10.0".to_owned()).is_understood());
    }
}
