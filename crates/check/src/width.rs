//! How wide text is, in full-width characters: Latin letters, digits and spaces count half, as on the page.

use unicode_normalization::UnicodeNormalization;

/// The width of a text, rounded up.
pub fn width(text: &str) -> usize {
    text.trim().chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum::<usize>().div_ceil(2)
}

/// What two names have in common that some file system, or somebody's eye, takes for one.
pub fn folded(name: &str) -> String {
    name.nfkc().flat_map(char::to_lowercase).collect()
}

/// Whether the words of a text are such as its language has: none says nothing.
pub fn looks_like(language: &str, text: &str) -> Option<bool> {
    const ENOUGH: usize = 40;
    let (mut han, mut letters) = (0, 0);
    for character in text.chars().filter(|character| character.is_alphabetic()) {
        letters += 1;
        han += usize::from(matches!(character, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}'));
    }
    // A Chinese character says as much as several letters.
    let mostly_han = han * 4 > letters;
    (letters >= ENOUGH).then_some(match language.split('-').next() {
        Some("zh" | "yue" | "nan" | "hak" | "ja") => mostly_han,
        Some("en" | "fr" | "de" | "es" | "pt" | "it" | "vi" | "id" | "ms") => !mostly_han,
        _ => true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_letters_count_half() {
        assert_eq!(width("潮起两岸"), 4);
        assert_eq!(width(" tide "), 2);
    }

    #[test]
    fn names_that_differ_by_case_or_form_fold_to_one() {
        assert_eq!(folded("Ａ1"), folded("a1"));
        assert_eq!(folded("cafe\u{301}"), folded("CAFÉ"));
        assert_ne!(folded("a-1"), folded("a-2"));
    }

    #[test]
    fn words_of_another_language_are_noticed() {
        let english = "The tide comes in twice a day, and twice a day it goes out again.";
        let chinese = "潮水一天涨两次退两次，渔民跟着潮水走，码头也跟着潮水醒来，街上的铺子跟着渔民开门，从清晨一直忙到天黑。";
        assert_eq!(looks_like("zh-Hans", english), Some(false));
        assert_eq!(looks_like("en", english), Some(true));
        assert_eq!(looks_like("en", chinese), Some(false));
        assert_eq!(looks_like("zh-Hant", chinese), Some(true));
        assert_eq!(looks_like("zh-Hans", "iPhone 15"), None);
    }
}
