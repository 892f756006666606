//! How a language is written.

use strait_model::is_traditional;

/// How Chinese is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// 简体
    Simplified,
    /// 繁體 as in Taiwan
    Taiwan,
    /// 繁體 as in Hong Kong and Macau
    HongKong,
}

impl Script {
    /// How a language (BCP 47) is written; none for one that is not Chinese.
    pub fn of(language: &str) -> Option<Script> {
        let says = |region: &str| language.split('-').any(|part| part.eq_ignore_ascii_case(region));
        match (language.split('-').next(), is_traditional(language)) {
            (Some("zh"), false) => Some(Script::Simplified),
            (Some("zh"), true) if says("hk") || says("mo") => Some(Script::HongKong),
            (Some("zh"), true) => Some(Script::Taiwan),
            _ => None,
        }
    }

    /// Whether both are of one script: a reader of one reads the other.
    pub fn is_like(self, other: Script) -> bool {
        (self == Script::Simplified) == (other == Script::Simplified)
    }
}
