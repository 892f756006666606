//! What a language (BCP 47) says of the script.

/// Whether a language is Chinese in Traditional characters: by its script, or by a region that writes them.
pub fn is_traditional(language: &str) -> bool {
    let says = |part: &str| ["hant", "tw", "hk", "mo"].iter().any(|word| part.eq_ignore_ascii_case(word));
    let mut parts = language.split('-');
    parts.next().is_some_and(|first| first.eq_ignore_ascii_case("zh")) && parts.next().is_some_and(says)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_follows_what_is_said_of_it_and_the_region() {
        for language in ["zh-Hant", "zh-Hant-TW", "zh-TW", "zh-hk", "zh-MO"] {
            assert!(is_traditional(language), "{language}");
        }
        for language in ["zh", "zh-Hans", "zh-CN", "zh-Hans-HK", "en", "tw", "en-HK", ""] {
            assert!(!is_traditional(language), "{language}");
        }
    }
}
