//! Names of months in the languages of Europe, China and their neighbours, as they begin.

use unicode_normalization::UnicodeNormalization;

/// How the names of each month begin, in small letters without marks. The longest that fits counts.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ian", "ene", "gen", "tam", "sty", "led", "oca", "янв", "січ", "ιαν", "一月", "1月"],
    &["feb", "fev", "hel", "lut", "uno", "sub", "фев", "лют", "φεβ", "二月", "2月"],
    &["mar", "maa", "mrt", "mrz", "bre", "мар", "бер", "μαρ", "三月", "3月"],
    &["apr", "abr", "avr", "huh", "kwi", "dub", "nis", "апр", "кві", "απρ", "四月", "4月"],
    &["may", "mai", "maj", "mag", "mei", "tou", "kve", "маи", "мая", "тра", "μαι", "五月", "5月"],
    &["jun", "juin", "iun", "giu", "kes", "cze", "cvn", "haz", "июн", "чер", "ιουν", "六月", "6月"],
    &["jul", "juil", "iul", "lug", "hei", "lip", "cvc", "tem", "июл", "лип", "ιουλ", "七月", "7月"],
    &["aug", "ago", "aou", "elo", "sie", "srp", "agu", "авг", "сер", "αυγ", "八月", "8月"],
    &["sep", "set", "szep", "syy", "wrz", "zar", "eyl", "сен", "вер", "σεπ", "九月", "9月"],
    &["oct", "okt", "ott", "out", "lok", "paz", "rij", "eki", "окт", "жов", "οκτ", "十月", "10月"],
    &["nov", "noi", "marr", "lis", "kas", "ноя", "νοε", "十一月", "11月"],
    &["dec", "dic", "dez", "des", "jou", "gru", "pro", "ara", "дек", "δεκ", "十二月", "12月"],
];

/// The month that a word names, counted from 1.
pub fn month(word: &str) -> Option<i8> {
    let plain = plain(word);
    let fits = MONTHS.iter().zip(1..).flat_map(|(names, month)| names.iter().map(move |name| (*name, month)));
    fits.filter(|(name, _)| plain.starts_with(name)).max_by_key(|(name, _)| name.len()).map(|(_, month)| month)
}

/// A word in small letters without marks.
fn plain(word: &str) -> String {
    let is_mark = |sign: &char| matches!(sign, '\u{300}'..='\u{36f}');
    word.nfd()
        .filter(|sign| !is_mark(sign))
        .flat_map(char::to_lowercase)
        .map(|sign| if sign == 'ı' { 'i' } else { sign })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_in_many_languages() {
        for (word, expected) in [
            ("March", 3),
            ("MÄR", 3),
            ("März", 3),
            ("mars", 3),
            ("marzo", 3),
            ("maaliskuuta", 3),
            ("марта", 3),
            ("marca", 3),
            ("marraskuuta", 11),
            ("Sept", 9),
            ("août", 8),
            ("déc", 12),
            ("juin", 6),
            ("juillet", 7),
            ("gen", 1),
            ("Lok", 10),
            ("мая", 5),
            ("Май", 5),
            ("三月", 3),
            ("十二月", 12),
            ("Μαρ", 3),
            ("październik", 10),
            ("Şub", 2),
            ("mei", 5),
        ] {
            assert_eq!(month(word), Some(expected), "{word}");
        }
        for word in ["", "do", "Montag", "uhr", "pm", "星期四", "at"] {
            assert_eq!(month(word), None, "{word}");
        }
    }
}
