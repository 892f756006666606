//! Where the lines of a headline end.

/// A phrase of so many characters has room in a line of any phone, in the largest headline.
const ROOM: usize = 9;

/// What `data-phrased` says of a headline whose phrases all have room in a line: its lines end where phrases do.
pub fn phrased(headline: &str) -> Option<&'static str> {
    let parts = |sign: char| matches!(sign, ' ' | '\u{2014}'..='\u{2026}' | '\u{3000}'..='\u{301f}' | '\u{ff01}'..='\u{ff1f}');
    headline.split(parts).all(|phrase| phrase.chars().count() <= ROOM).then_some("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_parted_by_spaces_and_punctuation() {
        for (headline, is_phrased) in [
            ("海上新桥通车 两岸乡亲同走", true),
            ("“再晚一刻钟，茶就凉了”：码头上的小店", true),
            ("《鼓浪屿》重映……老街坊来了", true),
            ("新桥通车", true),
            ("湖里创新园重点项目推进会召开 多家企业签约", false),
            ("新桥通车，湖里创新园重点项目推进会召开", false),
        ] {
            assert_eq!(phrased(headline).is_some(), is_phrased, "{headline}");
        }
    }
}
