//! The words that sources have for what may be shown. A word that is not here holds back.

/// Whose word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vocabulary {
    /// `status` of WordPress, by REST and in exports. Plugins add words of their own (`pitch`, `in-progress` …).
    WordPress,
    /// `pubstatus` of ninjs (<https://cv.iptc.org/newscodes/pubstatusg2/>).
    Ninjs,
    /// `state` of Superdesk.
    Superdesk,
}

/// What a word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// It is published.
    Published,
    /// It will be, at a time.
    Planned,
    /// It was taken back.
    Withdrawn,
}

const WORDS: [(Vocabulary, &[&str], Meaning); 8] = [
    (Vocabulary::WordPress, &["publish"], Meaning::Published),
    (Vocabulary::WordPress, &["future"], Meaning::Planned),
    (Vocabulary::WordPress, &["trash"], Meaning::Withdrawn),
    (Vocabulary::Ninjs, &["usable"], Meaning::Published),
    (Vocabulary::Ninjs, TAKEN_BACK, Meaning::Withdrawn),
    (Vocabulary::Superdesk, &["published", "corrected"], Meaning::Published),
    (Vocabulary::Superdesk, &["scheduled"], Meaning::Planned),
    (Vocabulary::Superdesk, TAKEN_BACK, Meaning::Withdrawn),
];

/// How news agencies take back what they sent.
const TAKEN_BACK: &[&str] = &["canceled", "cancelled", "killed", "recalled", "unpublished"];

/// What a word says; none: nobody here knows it.
pub fn meaning(vocabulary: Vocabulary, word: &str) -> Option<Meaning> {
    let word = word.trim();
    let word = match vocabulary {
        Vocabulary::WordPress => word.to_owned(),
        // Also as a concept: `stat:usable`, `http://cv.iptc.org/newscodes/pubstatusg2/usable`.
        Vocabulary::Ninjs => word.rsplit([':', '/']).next().unwrap_or_default().to_ascii_lowercase(),
        Vocabulary::Superdesk => word.to_ascii_lowercase(),
    };
    let is_known = |(whose, words, _): &&(Vocabulary, &[&str], Meaning)| *whose == vocabulary && words.contains(&word.as_str());
    WORDS.iter().find(is_known).map(|(_, _, meaning)| *meaning)
}
