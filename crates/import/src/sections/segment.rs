//! What a section's address calls it: ASCII, so that QR codes stay small and every phone reads them.

use super::{Label, readings};
use crate::id;
use pinyin::ToPinyin;
use strait_model::SectionPath;
use unicode_normalization::UnicodeNormalization;

/// The longest part of a path.
const LONGEST: usize = 64;

/// The path of a section below another: the source's slug, or its term, where it is ASCII, else its name in Latin letters; a number
/// where that `is_taken`.
pub fn path(above: Option<&SectionPath>, label: &Label, is_taken: impl Fn(&SectionPath) -> bool) -> Option<SectionPath> {
    let segment = segment(label);
    (1..10_000).find_map(|number| {
        let end = if number == 1 { String::new() } else { format!("-{number}") };
        let begin = segment.get(..segment.len().min(LONGEST - end.len()))?;
        let path = match above {
            Some(above) => format!("{above}/{begin}{end}"),
            None => format!("{begin}{end}"),
        };
        // "page" is no section's name.
        SectionPath::try_from(path).ok().filter(|path| !is_taken(path))
    })
}

fn segment(label: &Label) -> String {
    let slug = label.slug_in_words().to_lowercase();
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    // Codes are numbers, which say nothing to a reader.
    if slug.len() <= LONGEST && slug.bytes().all(is_plain) && slug.bytes().any(|byte| byte.is_ascii_lowercase()) {
        return slug;
    }
    let term = Some(label.term.as_str())
        .filter(|term| term.is_ascii() && !term.contains(['/', ':']) && term.contains(|sign: char| sign.is_ascii_alphabetic()));
    let names = [term.unwrap_or_default(), label.name.as_str(), slug.as_str()].into_iter().map(in_latin_letters);
    names.into_iter().find(|name| !name.is_empty()).unwrap_or_else(|| format!("section-{}", id::hash(&label.name, 6)))
}

/// A name in the letters a to z and in digits, its words joined by dashes: Chinese in pinyin, accents left out.
pub fn in_latin_letters(name: &str) -> String {
    let (mut letters, mut rest) = (String::new(), name);
    while let Some(sign) = rest.chars().next() {
        let one = || {
            let syllable = sign.to_pinyin().map(|pinyin| pinyin.plain().to_owned());
            (syllable.unwrap_or_else(|| sign.to_string()), rest.get(sign.len_utf8()..).unwrap_or_default())
        };
        let (read, after) = readings::opening(rest).map_or_else(one, |(reading, after)| (reading.to_owned(), after));
        rest = after;
        for letter in read.nfd() {
            match letter.to_ascii_lowercase() {
                letter @ ('a'..='z' | '0'..='9') => letters.push(letter),
                // What an accent leaves behind.
                '\u{300}'..='\u{36f}' => {}
                _ if letters.is_empty() || letters.ends_with('-') => {}
                _ => letters.push('-'),
            }
        }
    }
    letters.truncate(LONGEST);
    letters.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(name: &str, slug: &str) -> String {
        let label = Label { name: name.to_owned(), slug: slug.to_owned(), ..Label::default() };
        path(None, &label, |_| false).unwrap().to_string()
    }

    #[test]
    fn a_path_is_the_slug_or_the_name_in_latin_letters() {
        for (name, slug, expected) in [
            ("Isle", "isle-news", "isle-news"),
            ("社会民生", "%e7%a4%be%e4%bc%9a%e6%b0%91%e7%94%9f", "shehuiminsheng"),
            ("旅遊", "", "luyou"),
            ("A股 & 基金", "", "agu-jijin"),
            ("厦门", "", "xiamen"),
            ("廈門新聞", "", "xiamenxinwen"),
            ("重慶", "", "chongqing"),
            ("音乐", "", "yinyue"),
            ("銀行", "", "yinhang"),
            ("行業", "", "hangye"),
            ("長跑", "", "changpao"),
            ("长三角 · 长安", "", "changsanjiao-changan"),
            ("校长", "", "xiaozhang"),
            ("大厦", "", "dasha"),
            ("重点", "", "zhongdian"),
            ("快乐", "", "kuaile"),
            ("Économie d’été", "", "economie-d-ete"),
            ("经济", "04000000", "jingji"),
            ("2024", "2024", "2024"),
            ("Page", "page", "page-2"),
        ] {
            assert_eq!(told(name, slug), expected, "{name}");
        }
        assert!(told("Новости", "").starts_with("section-"));
        assert_eq!(told("!", ""), told("!", ""));
        assert!(told(&"潮".repeat(200), "").len() <= LONGEST);
    }

    #[test]
    fn no_two_sections_share_a_path() {
        let above = SectionPath::try_from("news".to_owned()).unwrap();
        let taken = ["news/chao", "news/chao-2"];
        let path = path(Some(&above), &Label::named("潮"), |path| taken.contains(&path.as_str())).unwrap();
        assert_eq!(path.as_str(), "news/chao-3");
    }
}
