//! Who made an article, and where it came from.

use serde::{Deserialize, Serialize};
use std::fmt;

/// One person and what they did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Credit {
    /// What they did.
    pub role: Role,
    /// Their name as it is printed.
    pub name: String,
}

/// What a person did for an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// Staff writer (记者).
    Reporter,
    /// Contributor outside the paper (通讯员).
    Correspondent,
    /// Took the pictures.
    Photographer,
    /// Drew the pictures.
    Illustrator,
    /// Writes opinion.
    Columnist,
    /// Translated the text.
    Translator,
    /// A role of a newer contract: the name is shown without it.
    #[serde(other)]
    Other,
}

/// The agency or paper an article comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Source {
    /// Its name.
    pub name: String,
    /// Its address on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
}

/// The line that names the makers: `记者 林晓帆、苏映波　摄影 许望潮`.
pub struct Byline<'a> {
    /// The makers in the order of the article.
    pub by: &'a [Credit],
    /// The language of the article: `en` or a Chinese one.
    pub language: &'a str,
}

impl fmt::Display for Byline<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let english = self.language.starts_with("en");
        let mut previous = None;
        for credit in self.by {
            let name = &credit.name;
            let role = credit.role.word(english);
            match (previous == Some(credit.role), previous.is_some(), english) {
                (true, _, true) => write!(f, ", {name}")?,
                (true, _, false) => write!(f, "、{name}")?,
                (false, true, true) => write!(f, " · {role}{name}")?,
                (false, true, false) => write!(f, "　{role}{name}")?,
                (false, false, _) => write!(f, "{role}{name}")?,
            }
            previous = Some(credit.role);
        }
        Ok(())
    }
}

impl Role {
    /// Whether the words are theirs; else they made the pictures, or the words in another language.
    pub fn is_writer(self) -> bool {
        !matches!(self, Role::Photographer | Role::Illustrator | Role::Translator)
    }

    fn word(self, english: bool) -> &'static str {
        match (self, english) {
            (Role::Reporter | Role::Columnist, true) => "By ",
            (Role::Correspondent, true) => "with ",
            (Role::Photographer, true) => "Photos ",
            (Role::Illustrator, true) => "Illustration ",
            (Role::Translator, true) => "Translation ",
            (Role::Reporter, false) => "记者 ",
            (Role::Correspondent, false) => "通讯员 ",
            (Role::Photographer, false) => "摄影 ",
            (Role::Illustrator, false) => "插图 ",
            (Role::Columnist, false) => "专栏作者 ",
            (Role::Translator, false) => "翻译 ",
            (Role::Other, _) => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn byline(language: &str, by: &[(Role, &str)]) -> String {
        let by: Vec<Credit> = by.iter().map(|(role, name)| Credit { role: *role, name: (*name).to_owned() }).collect();
        Byline { by: &by, language }.to_string()
    }

    #[test]
    fn byline_names_each_role_once() {
        let by = [(Role::Reporter, "林晓帆"), (Role::Reporter, "苏映波"), (Role::Photographer, "许望潮")];
        assert_eq!(byline("zh-Hans", &by), "记者 林晓帆、苏映波　摄影 许望潮");
        assert_eq!(byline("en", &by[..2]), "By 林晓帆, 苏映波");
        assert_eq!(byline("zh-Hans", &[]), "");
    }
}
