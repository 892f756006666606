//! In which of the two Chinese scripts a source writes that does not say its language.

use super::text::is_ideographic;

/// Characters of everyday news that only one of the scripts has.
const TRADITIONAL: &str = "們這國來說時會對學過還發為經業電點問開與關長門見車東動員實現當應體產將進機無從書語話讓頭報紙張陳劉灣兩樣請誰運務區場處觀聯廣線總統議黨軍錢買賣銀風飛馬魚鳥龍";
const SIMPLIFIED: &str = "们这国来说时会对学过还发为经业电点问开与关长门见车东动员实现当应体产将进机无从书语话让头报纸张陈刘湾两样请谁运务区场处观联广线总统议党军钱买卖银风飞马鱼鸟龙";
/// Fewer tell nothing.
const ENOUGH: usize = 5;
/// More text tells no more.
const MOST: usize = 20_000;

/// What was counted.
#[derive(Debug, Default)]
pub struct Script {
    characters: usize,
    traditional: usize,
    simplified: usize,
    /// Kana: Japanese has characters of both.
    japanese: usize,
}

impl Script {
    /// Takes in a text.
    pub fn note(&mut self, text: &str) {
        for sign in text.chars().take(MOST.saturating_sub(self.characters)) {
            self.characters += 1;
            self.japanese += usize::from(('\u{3041}'..='\u{30fa}').contains(&sign));
            if is_ideographic(sign) {
                self.traditional += usize::from(TRADITIONAL.contains(sign));
                self.simplified += usize::from(SIMPLIFIED.contains(sign));
            }
        }
    }

    /// The language (BCP 47) that it is in, where that is certain.
    pub fn language(&self) -> Option<&'static str> {
        let is_most = |one: usize, other: usize| one >= ENOUGH && one > 4 * other;
        match () {
            () if self.japanese > self.traditional.max(self.simplified) => None,
            () if is_most(self.traditional, self.simplified) => Some("zh-Hant"),
            () if is_most(self.simplified, self.traditional) => Some("zh-Hans"),
            () => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_told_by_characters_that_only_one_has() {
        for (text, expected) in [
            ("港邊的渡輪從今天開始夜間也會開航，老街坊們說這樣買魚就不用趕早了。", Some("zh-Hant")),
            ("港边的渡轮从今天开始夜间也会开航，老街坊们说这样买鱼就不用赶早了。", Some("zh-Hans")),
            ("今日天晴", None),
            ("The ferry sails.", None),
            ("港のフェリーは今日から夜も運航します。国際会議が開かれ、学生たちが来ました。電車と関係ない話です。", None),
            ("們這國來說时会对学过还发", None),
        ] {
            let mut script = Script::default();
            script.note(text);
            assert_eq!(script.language(), expected, "{text}");
        }
        assert_eq!(TRADITIONAL.chars().count(), SIMPLIFIED.chars().count());
        assert!(TRADITIONAL.chars().zip(SIMPLIFIED.chars()).all(|(one, other)| one != other && !SIMPLIFIED.contains(one)));
    }
}
