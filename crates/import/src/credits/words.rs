//! The words of Chinese bylines that say what somebody does, and those that are nobody's name.

use strait_model::Role;

/// What a word of a byline says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// What somebody is: names follow it.
    Person(Role),
    /// What somebody did: names stand before or after it.
    Work(Role),
    /// That somebody gave something: of the name before it more is not known.
    Given,
    /// Nothing of anybody.
    Nothing,
}

use Word::{Given, Nothing, Person, Work};

/// Words wherever they stand, in both scripts; of those that begin at one place the longest counts.
const WORDS: &[(&[&str], Word)] = &[
    (&["记者", "記者", "实习生", "實習生", "特派员", "特派員"], Person(Role::Reporter)),
    (&["作者", "撰稿人", "撰稿", "主笔", "主筆"], Person(Role::Reporter)),
    (&["通讯员", "通訊員"], Person(Role::Correspondent)),
    (&["摄影记者", "攝影記者", "摄影师", "攝影師"], Person(Role::Photographer)),
    (&["评论员", "評論員", "专栏作家", "專欄作家"], Person(Role::Columnist)),
    (&["责任编辑", "責任編輯", "编辑", "編輯", "责编", "責編", "美编", "美編", "主编", "主編"], Person(Role::Other)),
    (&["校对", "校對", "审核", "審核", "统筹", "統籌", "监制", "監製", "策划", "策劃"], Person(Role::Other)),
    (&["参与采写", "參與採寫", "采写", "採寫", "撰文", "采访", "採訪", "整理", "文字"], Work(Role::Reporter)),
    (&["图文", "圖文", "文图", "文圖"], Work(Role::Reporter)),
    (&["摄影", "攝影", "拍摄", "拍攝", "摄像", "攝像", "图片", "圖片", "照片"], Work(Role::Photographer)),
    (&["插图", "插圖", "插画", "插畫", "绘图", "繪圖", "制图", "製圖", "漫画", "漫畫"], Work(Role::Illustrator)),
    (&["翻译", "翻譯", "编译", "編譯"], Work(Role::Translator)),
    (&["视频", "視頻", "影片", "音频", "音頻"], Work(Role::Other)),
    (&["供图", "供圖", "提供"], Given),
    (&["摄影报道", "攝影報導", "攝影報道", "图文报道", "圖文報導", "采访报道", "採訪報導"], Nothing),
    (&["编译报道", "編譯報導", "整理报道", "整理報導", "资料图片", "資料圖片", "资料照片", "資料照片"], Nothing),
];

/// Words that are one only where they stand alone: names have them too.
const ALONE: &[(&[&str], Word)] = &[
    (&["文"], Work(Role::Reporter)),
    (&["图", "圖", "摄", "攝"], Work(Role::Photographer)),
    (&["译", "譯"], Work(Role::Translator)),
    (&["By", "by", "BY"], Person(Role::Reporter)),
];

/// What somebody is beside a reporter: it stands before that.
const TITLES: &[&str] = &[
    "首席",
    "特约",
    "特約",
    "见习",
    "見習",
    "实习",
    "實習",
    "特派",
    "全媒体",
    "全媒體",
    "融媒体",
    "融媒體",
    "融媒",
    "主任",
    "高级",
    "高級",
    "资深",
    "資深",
    "文字",
    "专职",
    "專職",
    "体育",
    "體育",
    "财经",
    "財經",
    "综合",
    "綜合",
    "新媒体",
    "新媒體",
];

/// How those end who employ makers.
const HOUSES: [&str; 13] = ["报", "報", "网", "網", "社", "台", "臺", "刊", "客户端", "客戶端", "媒", "新闻", "新聞"];
/// Houses with names as short as a person's.
const SHORT_HOUSES: [&str; 12] =
    ["新华社", "新華社", "中新社", "中央社", "中新网", "中新網", "人民网", "新华网", "本报", "本報", "本网", "本網"];

/// Nobody's name.
const NOBODY: &[&str] = &[
    "报道",
    "報導",
    "報道",
    "综合",
    "綜合",
    "受访者",
    "受訪者",
    "网友",
    "網友",
    "读者",
    "讀者",
    "市民",
    "网络",
    "網絡",
    "網路",
    "资料图",
    "資料圖",
    "等",
    "本台",
    "本刊",
    "供稿",
    "来源",
    "來源",
    "专题",
    "專題",
    "及",
    "和",
    "与",
    "與",
    "并",
    "摄制",
    "受访单位",
    "受訪單位",
    "主办方",
    "主辦方",
    "采访对象",
    "受访人",
    "记者站",
    "資料照",
    "资料",
    "資料",
];

/// The word that a text is when it stands alone.
pub fn alone(text: &str) -> Option<Word> {
    find(ALONE, |word| word == text).map(|(_, word)| word)
}

/// The first word in a text: where it begins, how long it is, and what it says.
pub fn first(text: &str) -> Option<(usize, usize, Word)> {
    let mut places = text.char_indices().filter_map(|(at, _)| {
        let rest = text.get(at..)?;
        find(WORDS, |word| rest.starts_with(word)).map(|(length, word)| (at, length, word))
    });
    places.next()
}

/// The longest of the words that are as asked.
fn find(words: &[(&[&str], Word)], is_it: impl Fn(&str) -> bool) -> Option<(usize, Word)> {
    let all = words.iter().flat_map(|(words, meaning)| words.iter().map(|word| (*word, *meaning)));
    all.filter(|(word, _)| is_it(word)).map(|(word, meaning)| (word.len(), meaning)).max_by_key(|(length, _)| *length)
}

/// Whether a text says that somebody made something.
pub fn names_makers(text: &str) -> bool {
    first(text).is_some_and(|(.., word)| matches!(word, Person(_) | Work(_)))
}

/// A text without the titles at its end: `林帆见习` of `林帆见习记者`.
pub fn without_titles(text: &str) -> &str {
    match TITLES.iter().find_map(|title| text.strip_suffix(title)) {
        Some(rest) => without_titles(rest),
        None => text,
    }
}

/// Whether a text can be who employs makers: it stands right before what they do.
pub fn may_be_house(text: &str) -> bool {
    HOUSES.iter().any(|end| text.ends_with(end)) || text.starts_with(['本', '驻', '駐'])
}

/// Whether a text is who employs makers, wherever it stands.
pub fn is_house(text: &str) -> bool {
    SHORT_HOUSES.contains(&text) || (text.chars().count() > 3 && HOUSES.iter().any(|end| text.ends_with(end)))
}

/// Whether a text is nobody's name.
pub fn is_nobody(text: &str) -> bool {
    NOBODY.contains(&text) || TITLES.contains(&text)
}
