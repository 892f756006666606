//! The line that names who made an article.

use super::Words;
use std::fmt;
use strait_model::{Credit, Role};

/// The line that names the makers: `记者 林晓帆、苏映波　摄影 许望潮`.
pub struct Byline<'a> {
    /// The makers in the order of the article.
    pub by: &'a [Credit],
    /// The language of the article: `en` or a Chinese one.
    pub language: &'a str,
}

impl fmt::Display for Byline<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_english = self.language.starts_with("en");
        let words = Words::of(self.language);
        let (comma, gap) = if is_english { (", ", " · ") } else { ("、", "　") };
        let mut previous = None;
        for credit in self.by {
            let role = if is_english { english(credit.role) } else { chinese(credit.role, words) };
            match previous {
                Some(previous) if previous == credit.role => f.write_str(comma)?,
                _ => {
                    f.write_str(if previous.is_some() { gap } else { "" })?;
                    f.write_str(role)?;
                    f.write_str(if role.is_empty() { "" } else { " " })?;
                }
            }
            f.write_str(&credit.name)?;
            previous = Some(credit.role);
        }
        Ok(())
    }
}

fn english(role: Role) -> &'static str {
    match role {
        Role::Reporter | Role::Columnist => "By",
        Role::Correspondent => "with",
        Role::Photographer => "Photos",
        Role::Illustrator => "Illustration",
        Role::Translator => "Translation",
        Role::Other => "",
    }
}

fn chinese(role: Role, words: &Words) -> &'static str {
    match role {
        Role::Reporter => words.reporter,
        Role::Correspondent => words.correspondent,
        Role::Photographer => words.photographer,
        Role::Illustrator => words.illustrator,
        Role::Columnist => words.columnist,
        Role::Translator => words.translator,
        Role::Other => "",
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
        assert_eq!(byline("zh-Hant-TW", &by), "記者 林晓帆、苏映波　攝影 许望潮");
        assert_eq!(byline("en", &by[..2]), "By 林晓帆, 苏映波");
        assert_eq!(byline("zh-Hans", &[]), "");
    }
}
