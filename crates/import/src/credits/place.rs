//! Names that the place and the day of a dispatch follow: `王小明臺北20日電`, `王小明台北報導`.

/// How a dispatch ends; the longer ones first.
const ENDS: [&str; 14] = [
    "综合报道",
    "綜合報導",
    "綜合報道",
    "專題報導",
    "专题报道",
    "外電報導",
    "连线报道",
    "連線報導",
    "报道",
    "報導",
    "報道",
    "專電",
    "专电",
    "特稿",
];
/// Where dispatches come from, as it is written after a name.
const PLACES: [&str; 87] = [
    "台北",
    "臺北",
    "新北",
    "桃園",
    "台中",
    "臺中",
    "台南",
    "臺南",
    "高雄",
    "基隆",
    "新竹",
    "苗栗",
    "彰化",
    "南投",
    "雲林",
    "嘉義",
    "屏東",
    "宜蘭",
    "花蓮",
    "台東",
    "臺東",
    "澎湖",
    "金門",
    "馬祖",
    "連江",
    "华盛顿",
    "華盛頓",
    "纽约",
    "紐約",
    "洛杉磯",
    "舊金山",
    "伦敦",
    "倫敦",
    "巴黎",
    "柏林",
    "东京",
    "東京",
    "首尔",
    "首爾",
    "曼谷",
    "雅加達",
    "吉隆坡",
    "新加坡",
    "北京",
    "上海",
    "天津",
    "重庆",
    "重慶",
    "广州",
    "廣州",
    "深圳",
    "香港",
    "澳门",
    "澳門",
    "福州",
    "厦门",
    "廈門",
    "泉州",
    "漳州",
    "莆田",
    "三明",
    "南平",
    "龙岩",
    "宁德",
    "杭州",
    "宁波",
    "温州",
    "南京",
    "苏州",
    "合肥",
    "南昌",
    "济南",
    "青岛",
    "郑州",
    "武汉",
    "长沙",
    "南宁",
    "海口",
    "成都",
    "贵阳",
    "昆明",
    "西安",
    "兰州",
    "西宁",
    "哈尔滨",
    "沈阳",
    "大连",
];
/// Family names of two characters that are met.
const LONG_FAMILIES: [&str; 10] = ["欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "张简", "張簡", "范姜"];

/// A name without place, day and the word for a dispatch; all of a text that no such word ends. Empty: it is no name.
pub fn without(text: &str) -> &str {
    let Some(rest) = without_end(text) else { return text };
    let rest = without_day(rest);
    match PLACES.iter().find_map(|place| rest.strip_suffix(place)) {
        Some(name) => name,
        None => first_name(rest),
    }
}

/// Whether a text tells of a dispatch.
pub fn is_dispatch(text: &str) -> bool {
    without_end(text).is_some()
}

fn without_end(text: &str) -> Option<&str> {
    let wire = || text.strip_suffix(['電', '电', '訊', '讯']).map(|rest| rest.trim_end_matches(['綜', '合', '综']));
    let dated = wire().filter(|rest| rest.ends_with('日'));
    ENDS.iter().find_map(|end| text.strip_suffix(end)).or(dated)
}

/// `臺北` of `臺北9月20日`.
fn without_day(text: &str) -> &str {
    let is_digit = |sign: char| sign.is_ascii_digit() || "〇一二三四五六七八九十".contains(sign);
    let before = |text: &str, unit: char| text.strip_suffix(unit).map(|rest| rest.trim_end_matches(is_digit).len());
    let text = before(text, '日').and_then(|end| text.get(..end)).unwrap_or(text);
    before(text, '月').and_then(|end| text.get(..end)).unwrap_or(text)
}

/// No place of the list: names have three characters or fewer.
fn first_name(text: &str) -> &str {
    let most = if LONG_FAMILIES.iter().any(|family| text.starts_with(family)) { 4 } else { 3 };
    let end = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}
