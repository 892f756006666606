//! Converts text from one script to the other.

use super::error::ScriptError;
use super::table::Table;
use super::written::Script;
use super::{dictionary, names};
use std::collections::BTreeMap;
use strait_model::Span;

/// Converts text from the newsroom's script to the other one. Made once, used from any thread.
pub struct Converter {
    table: Table,
    /// What characters may become that are told apart by the word alone.
    choices: BTreeMap<char, Vec<String>>,
    /// The language that is converted.
    pub(super) from: Script,
    /// The language (BCP 47) that converted text is in.
    pub(super) language: String,
}

impl Converter {
    /// A converter between two languages (BCP 47) that leaves some names as they are.
    pub fn between(from: &str, to: &str, keep_words: &[String]) -> Result<Converter, ScriptError> {
        Converter::with_words(from, to, keep_words, &BTreeMap::new())
    }

    /// The same, which makes of some words what the editor says.
    pub fn with_words(
        from: &str,
        to: &str,
        keep_words: &[String],
        convert_words: &BTreeMap<String, String>,
    ) -> Result<Converter, ScriptError> {
        let no_way = || ScriptError::NoWay { from: from.to_owned(), to: to.to_owned() };
        let (script, target) = Script::of(from).zip(Script::of(to)).ok_or_else(no_way)?;
        // An empty side would take words out of every article.
        let given =
            convert_words.clone().into_iter().filter(|(word, becomes)| ![word, becomes].map(|side| side.trim()).contains(&""));
        let editors = given.chain(keep_words.iter().map(|word| (word.clone(), word.clone()))).collect();
        let table = dictionary::table(script, target, editors)?.ok_or_else(no_way)?;
        let choices = dictionary::choices(script, target)?;
        Ok(Converter { table, choices, from: script, language: to.to_owned() })
    }

    /// Whether text of a language is converted: Chinese of the newsroom's script.
    pub fn converts(&self, language: &str) -> bool {
        Script::of(language).is_some_and(|script| script.is_like(self.from))
    }

    /// A text, converted.
    pub fn text(&self, text: &str) -> String {
        self.table.convert(text, &[])
    }

    /// A text, converted but for some names of its article.
    pub(super) fn text_but(&self, text: &str, kept: &[String]) -> String {
        self.table.convert(text, kept)
    }

    /// A person's name, converted but for some names: what looks like a word may be a surname there.
    pub(super) fn name_but(&self, name: &str, kept: &[String]) -> String {
        let (surname, given) = self.surname(name, kept).unwrap_or(("", name));
        surname.to_owned() + &self.text_but(given, kept)
    }

    /// The surname of a person as the other script has it, and the rest of the name, where no word decides it.
    fn surname<'a>(&self, name: &'a str, kept: &[String]) -> Option<(&'static str, &'a str)> {
        let is_name = self.from == Script::Simplified && (2..=4).contains(&name.chars().count());
        let (from, to) = names::surnames().find(|(from, _)| is_name && name.starts_with(from))?;
        let is_kept = kept.iter().any(|word| name.starts_with(word.as_str()));
        (!is_kept && self.table.first_word(name) == from).then(|| (to, &name[from.len()..]))
    }

    /// The characters of a text that no word decided, each with what it became and what it might have been.
    pub fn doubts(&self, text: &str, kept: &[String]) -> Vec<Doubt> {
        let mut doubts = Vec::new();
        self.table.each(text, kept, |start, end, becomes| {
            let character = text[start..end].chars().next().filter(|first| first.len_utf8() == end - start);
            let Some((character, choices)) = character.and_then(|one| Some((one, self.choices.get(&one)?))) else { return };
            let others: Vec<String> = choices.iter().filter(|other| *other != becomes).cloned().collect();
            if !others.is_empty() {
                doubts.push(Doubt { character, chosen: becomes.to_owned(), others, around: around(text, start, end) });
            }
        });
        doubts
    }

    /// The same of a person's name.
    pub fn doubts_of_name(&self, name: &str, kept: &[String]) -> Vec<Doubt> {
        self.doubts(self.surname(name, kept).map_or(name, |(_, given)| given), kept)
    }

    /// Spans, converted but for some names; a word that crosses the border of a span is understood.
    pub(super) fn spans_but(&self, spans: &mut [Span], kept: &[String]) {
        self.table.convert_spans(spans, kept);
    }
}

/// A character that could become several, and that no word decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// As it is written.
    pub character: char,
    /// What it became.
    pub chosen: String,
    /// What it might have been.
    pub others: Vec<String>,
    /// The phrase around it.
    pub around: String,
}

/// How many characters before and after one make its phrase.
const PHRASE: usize = 6;

/// A place of a text with what is before and after it, up to the end of the sentence's part.
fn around(text: &str, start: usize, end: usize) -> String {
    let is_in = |character: &char| character.is_alphanumeric();
    let before: Vec<char> = text[..start].chars().rev().take_while(is_in).take(PHRASE).collect();
    let after = text[end..].chars().take_while(is_in).take(PHRASE);
    before.into_iter().rev().chain(text[start..end].chars()).chain(after).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::LazyLock;
    use strait::words::{SIMPLIFIED, TRADITIONAL, partners};

    static TO_TAIWAN: LazyLock<Converter> =
        LazyLock::new(|| Converter::between("zh-Hans", "zh-Hant-TW", &["范冰冰".to_owned()]).unwrap());
    static TO_HONG_KONG: LazyLock<Converter> = LazyLock::new(|| Converter::between("zh-Hans", "zh-Hant-HK", &[]).unwrap());
    static TO_MAINLAND: LazyLock<Converter> = LazyLock::new(|| Converter::between("zh-Hant-TW", "zh-Hans", &[]).unwrap());

    #[test]
    fn taiwan_reads_its_own_characters_and_terms() {
        for (text, expected) in [
            ("皇后在后面，头发发展，干部干杯", "皇后在後面，頭髮發展，幹部乾杯"),
            ("这里的面条，里程与公里", "這裡的麵條，里程與公里"),
            ("用软件打印信息，网络视频", "用軟體列印資訊，網路影片"),
            ("坐出租车去新西兰", "坐計程車去紐西蘭"),
            ("着火的厂房旁有群众", "著火的廠房旁有群眾"),
            ("楼道里，掉在海里，十二海里", "樓道裡，掉在海裡，十二海里"),
            ("Hello, a&b <i> 123 ☂", "Hello, a&b <i> 123 ☂"),
        ] {
            assert_eq!(TO_TAIWAN.text(text), expected);
        }
    }

    #[test]
    fn quotation_marks_are_those_of_the_script_and_apostrophes_stay() {
        let simplified = "他说：“听过‘讨海’吗？O’Brien 和 Xiamen’s ‘App’ 都懂。”";
        let traditional = "他說：「聽過『討海』嗎？O’Brien 和 Xiamen’s 『App』 都懂。」";
        assert_eq!(TO_TAIWAN.text(simplified), traditional);
        assert_eq!(TO_MAINLAND.text("「聽過『討海』嗎」"), "“听过‘讨海’吗”");
    }

    #[test]
    fn words_of_the_news_are_no_words_of_software() {
        for (text, expected) in [
            ("社区居民支持这个项目", "社區居民支持這個項目"),
            ("市政府发布文件，设置服务窗口", "市政府發布文件，設置服務窗口"),
            ("我们的士兵通过司法程序", "我們的士兵通過司法程序"),
            ("拉莫斯与万象更新", "拉莫斯與萬象更新"),
        ] {
            assert_eq!(TO_TAIWAN.text(text), expected);
        }
        let software = zhhz::Converter::new(zhhz::Config::S2twp).convert("社区居民支持这个项目");
        assert_eq!(software, "社群居民支援這個專案", "without our list");
    }

    #[test]
    fn hong_kong_and_the_mainland_read_theirs() {
        assert_eq!(TO_HONG_KONG.text("这里有软件"), "這裏有軟件");
        assert_eq!(TO_MAINLAND.text("計程車裡的軟體，頭髮與發展"), "出租车里的软件，头发与发展");
        assert_eq!(TO_MAINLAND.text("社群支援文件，執行程序"), "社群支援文件，执行程序");
    }

    #[test]
    fn names_that_are_kept_stay_as_they_are() {
        assert_eq!(TO_TAIWAN.text("范冰冰在范围内"), "范冰冰在範圍內");
        let kept = ["后海".to_owned(), "后海湾".to_owned()];
        assert_eq!(TO_TAIWAN.text_but("后海湾之后，后海", &kept), "后海湾之後，后海");
    }

    #[test]
    fn a_word_becomes_what_the_editor_says() {
        let words =
            [("湖里", "湖里"), ("莲坂", "蓮板"), ("海沧", "")].map(|(word, becomes)| (word.to_owned(), becomes.to_owned()));
        let converter = Converter::with_words("zh-Hans", "zh-Hant-TW", &["莲坂".to_owned()], &words.into()).unwrap();
        assert_eq!(converter.text("从湖里到海沧"), "從湖里到海滄", "a word is never taken out");
        assert_eq!(converter.text("从莲坂"), "從莲坂", "what is kept is kept");
        assert_eq!(TO_TAIWAN.text("从湖里到海沧"), "從湖裡到海滄", "without the editor");
    }

    #[test]
    fn a_surname_is_no_word() {
        for (name, expected) in [("余晓岚", "余曉嵐"), ("范发", "范發"), ("钟楼", "鐘樓"), ("于海", "于海"), ("涂林", "涂林")]
        {
            assert_eq!(TO_TAIWAN.name_but(name, &[]), expected);
        }
        assert_eq!(TO_TAIWAN.name_but("余晓岚", &["余晓".to_owned()]), "余晓嵐");
        assert_eq!(TO_TAIWAN.text("记者 范发 报道，余女士说"), "記者 范發 報道，余女士說");
        assert_eq!(TO_TAIWAN.text("记者于昨日获悉，有利于老师"), "記者於昨日獲悉，有利於老師");
        assert_eq!(TO_MAINLAND.name_but("鍾曉雯", &[]), "钟晓雯");
    }

    #[test]
    fn what_no_word_decides_is_told_with_its_phrase() {
        let doubts = TO_TAIWAN.doubts("阿公说，老家的姜放在船头。", &[]);
        let [doubt] = &doubts[..] else { panic!("{doubts:?}") };
        let parts = (doubt.character, doubt.chosen.as_str(), doubt.others.as_slice(), doubt.around.as_str());
        assert_eq!(parts, ('姜', "姜", ["薑".to_owned()].as_slice(), "老家的姜放在船头"));
        assert_eq!(TO_TAIWAN.doubts("生姜，姜女士，老家的姜", &["的姜".to_owned()]), []);
        assert_eq!(TO_MAINLAND.doubts("乾坤，乾隆，乾了", &[]).len(), 1);
    }

    #[test]
    fn a_word_is_understood_across_the_border_of_a_link() {
        let convert = |parts: &[&str]| {
            let mut spans: Vec<Span> = parts.iter().map(|part| Span::from(*part)).collect();
            TO_TAIWAN.spans_but(&mut spans, &[]);
            spans.into_iter().map(|span| span.text).collect::<Vec<_>>()
        };
        assert_eq!(convert(&["她的头", "发", "很长"]), ["她的頭", "髮", "很長"]);
        assert_eq!(convert(&["", "在后", "", "面"]), ["", "在後", "", "面"]);
        assert_eq!(convert(&["看视", "频与发", "展"]), ["看影", "片與發", "展"]);
        assert_eq!(kept_apart(), ["后海", "後面的頭", "髮"]);
        // Where a word changes its length, each side stands for itself.
        assert_eq!(convert(&["在土库曼斯", "坦"]).concat(), "在土庫曼斯坦");
        assert_eq!(convert(&["土库曼斯坦", "人"]), ["土庫曼", "人"]);
        assert_eq!(TO_TAIWAN.text("发"), "發", "alone it would be another character");
    }

    /// Spans of an article that keeps a name.
    fn kept_apart() -> Vec<String> {
        let mut spans = ["后海", "后面的头", "发"].map(Span::from);
        TO_TAIWAN.spans_but(&mut spans, &["后海".to_owned()]);
        spans.map(|span| span.text).into()
    }

    #[test]
    fn what_is_no_pair_of_scripts_has_no_converter() {
        for (from, to) in [("zh-Hans", "en"), ("en", "zh-TW"), ("zh-Hans", "zh-CN"), ("zh-TW", "zh-HK")] {
            assert!(matches!(Converter::between(from, to, &[]), Err(ScriptError::NoWay { .. })), "{from} {to}");
        }
    }

    #[test]
    fn the_interface_speaks_as_the_converter_does_but_where_taiwan_says_it_otherwise() {
        let otherwise = [
            "sections",
            "subjects",
            "qr_code",
            "empty_section",
            "not_found_note",
            "timed_out",
            "save_section",
            "settings",
            "intro",
            "by_hand",
            "by_hand_note",
            "not_there",
            "kind_section",
            "section",
            "scale",
            "form_element",
            "code",
            "copy",
        ];
        let simplified = SIMPLIFIED.all().into_iter().chain(partners::SIMPLIFIED.all());
        let differ: Vec<&str> = simplified
            .zip(TRADITIONAL.all().into_iter().chain(partners::TRADITIONAL.all()))
            .filter(|((_, simplified), (_, traditional))| TO_TAIWAN.text(simplified) != *traditional)
            .map(|((name, _), _)| name)
            .collect();
        assert_eq!(differ, otherwise);
    }
}
