//! Finds the dateline that opens a first paragraph, where it is certain: a guess would eat words of the story.

use strait_model::Text;

/// No dateline is longer, in characters.
const LONGEST: usize = 80;
/// No sender's name is longer, with the place where it writes from.
const LONGEST_SENDER: usize = 12;
/// Nor is a day: `2026年 10 月 10 日`.
const LONGEST_DAY: usize = 15;
/// The words for news, by wire or not.
const NEWS: [char; 4] = ['讯', '訊', '电', '電'];
/// Digits that days are written with, beside ASCII's.
const DIGITS: &str = "０１２３４５６７８９〇一二三四五六七八九十廿卅";
const MAKERS: [&str; 8] = ["记者", "通讯员", "编译", "特派员", "見習記者", "記者", "通訊員", "实习生"];

/// How many bytes of a paragraph are its dateline, with the space or dash after it.
pub fn length(paragraph: &str) -> Option<usize> {
    let end = paragraph.char_indices().nth(LONGEST).map_or(paragraph.len(), |(at, _)| at);
    let opening = paragraph.get(..end)?;
    let length = report(opening).or_else(|| bracketed(opening)).or_else(|| filed(opening)).or_else(|| agency(opening))?;
    let rest = paragraph.get(length..)?;
    let gap = rest.len() - rest.trim_start_matches([' ', '\u{3000}', ':', '：', ',', '，']).len();
    (length + gap < paragraph.len()).then_some(length + gap)
}

/// Takes the first bytes off a text; says which words they were.
pub fn split(text: &mut Text, length: usize) -> String {
    let (mut dateline, mut left) = (String::new(), length);
    while let Some(span) = text.first_mut() {
        let taken = left.min(span.text.len());
        let rest = span.text.split_off(taken);
        dateline.push_str(&std::mem::replace(&mut span.text, rest));
        left -= taken;
        if !span.text.is_empty() {
            break;
        }
        text.remove(0);
    }
    dateline.trim().trim_end_matches([':', '：', ',', '，']).to_owned()
}

/// `台海网9月30日讯（记者 …）`, `新华社北京9月30日电`, `本报讯（记者 …）`: a sender, perhaps a day, and the word for news.
///
/// No list of senders is whole, so that the shape decides: what follows must part the dateline from the story. Where
/// nothing does, only houses that say what they are (`本报`, `…社`, `…网`) are believed.
fn report(opening: &str) -> Option<usize> {
    let inner = opening.strip_prefix('【').unwrap_or(opening);
    let ends = inner.char_indices().take(LONGEST_SENDER + LONGEST_DAY).filter(|(_, sign)| NEWS.contains(sign));
    let length = ends.into_iter().find_map(|(at, last)| {
        let (head, after) = (inner.get(..at)?, inner.get(at + last.len_utf8()..)?);
        Some(at + last.len_utf8() + ending(head, last, after, inner.len() < opening.len())?)
    });
    Some(length? + opening.len() - inner.len())
}

/// How much of what comes after the word for news still belongs to a dateline, if that is one.
fn ending(head: &str, word: char, after: &str, is_bracketed: bool) -> Option<usize> {
    let sender = without_day(head);
    let is_dated = sender.len() < head.trim_end().len();
    match makers(after) {
        _ if !is_sender(sender) => None,
        _ if is_bracketed => after.starts_with('】').then_some('】'.len_utf8()),
        // `通讯（`, `资讯（` are words.
        Some(makers) if is_dated || !sender.ends_with(['通', '资', '資', '音', '审', '審', '短']) => Some(makers),
        _ if !is_dated => None,
        _ if after.starts_with([' ', '\u{3000}', ':', '：']) => Some(0),
        _ => (is_house(sender) && !goes_on(word, after)).then_some(0),
    }
}

/// What stands before the day that ends a text: `9月30日`, `2026年9月30日`, `九月三十日`; all of it where none does.
fn without_day(text: &str) -> &str {
    let text = text.trim_end();
    let number = |text: &str, unit: char| {
        let text = text.strip_suffix(unit)?.trim_end();
        let rest = text.trim_end_matches(|sign: char| sign.is_ascii_digit() || DIGITS.contains(sign));
        (1..=4).contains(&text.get(rest.len()..)?.chars().count()).then(|| rest.trim_end().len())
    };
    let Some(month) = number(text, '日').and_then(|end| text.get(..end)) else { return text };
    let Some(before) = number(month, '月').and_then(|end| month.get(..end)) else { return text };
    number(before, '年').and_then(|end| before.get(..end)).unwrap_or(before)
}

/// Whether a text can be who sends news: a name, and no piece of a sentence.
fn is_sender(text: &str) -> bool {
    let is_part = |sign: char| sign.is_alphanumeric() || matches!(sign, ' ' | '《' | '》' | '·' | '-');
    let begins =
        ['据', '據', '从', '從', '截', '他', '她', '它', '我', '你', '您', '这', '這', '那', '在', '自', '于', '於', '由', '至'];
    let ends =
        ['于', '於', '在', '从', '從', '至', '到', '自', '的', '了', '是', '和', '与', '與', '曾', '将', '將', '就', '又', '也'];
    let length = text.chars().count();
    (2..=LONGEST_SENDER).contains(&length)
        && !(text.contains('月') && text.contains('日'))
        && text.chars().all(is_part)
        && text.chars().any(char::is_alphabetic)
        && !text.starts_with(begins)
        && !text.ends_with(ends)
}

/// Whether a sender says that it is a paper, an agency, a station.
fn is_house(sender: &str) -> bool {
    sender.starts_with('本') || sender.contains(['社', '报', '報', '网', '網', '台', '刊'])
}

/// Whether the word for news goes on as another word: `讯问`, `电话`.
fn goes_on(last: char, after: &str) -> bool {
    match last {
        '讯' | '訊' => after.starts_with(['问', '問', '息', '号', '號', '飞', '飛']),
        _ => after.starts_with([
            '话', '話', '力', '影', '视', '視', '脑', '腦', '梯', '动', '動', '子', '信', '气', '氣', '网', '網', '商', '台',
            '池', '价', '價', '费', '費', '器', '车', '車', '缆', '纜', '流', '压', '壓', '厂', '廠', '站', '竞', '競', '邮',
            '郵',
        ]),
    }
}

/// `（海峡导报记者 …）`, `(本报记者 …)`.
fn bracketed(opening: &str) -> Option<usize> {
    opening.starts_with(['（', '(', '〔', '[']).then(|| makers(opening))?
}

/// `記者王小明／台北報導`, with a gap after it.
fn filed(opening: &str) -> Option<usize> {
    const ENDS: [&str; 3] = ["報導", "报道", "報道"];
    let begins = ["記者", "记者"].iter().filter_map(|word| opening.find(word)).min()?;
    let slash = opening.find(['／', '/']).filter(|slash| *slash > begins && begins <= 6 * '報'.len_utf8())?;
    let (end, word) = ENDS.iter().filter_map(|word| Some((opening.find(word)?, word))).min()?;
    let place = opening.get(slash..end)?;
    let is_plain = !opening.get(..end)?.contains(['。', '，', '「', '“']) && place.chars().count() <= 8;
    let rest = opening.get(end + word.len()..)?;
    (is_plain && rest.starts_with([' ', '\u{3000}', ':', '：'])).then_some(end + word.len())
}

/// The length of what follows when it is a bracket that names makers.
fn makers(text: &str) -> Option<usize> {
    let inner = text.trim_start_matches([' ', '\u{3000}']);
    let gap = text.len() - inner.len();
    let open = inner.chars().next().filter(|open| matches!(open, '（' | '(' | '〔' | '['))?;
    let close = inner.find(['）', ')', '〕', ']'])?;
    let names = inner.get(open.len_utf8()..close)?;
    let is_short = names.chars().count() <= 50 && !names.contains(['。', '？']);
    let end = close + inner.get(close..)?.chars().next()?.len_utf8();
    let is_maker = |maker: &str| {
        let mut parts = names.split(maker).skip(1);
        // `记者会` is no person.
        parts.any(|after| !after.starts_with(['会', '會', '证', '證', '站', '节', '節', '们', '們', '团', '團']))
    };
    (is_short && MAKERS.iter().any(|maker| is_maker(maker))).then_some(gap + end)
}

/// `XIAMEN, Sept. 30 (Agency) — `, `LONDON (AP) -- `: a place in capitals, an agency in brackets, a dash.
fn agency(opening: &str) -> Option<usize> {
    let dash = [" — ", " – ", " -- ", " - "].iter().filter_map(|dash| Some((opening.find(dash)?, dash.len()))).min()?;
    let head = opening.get(..dash.0)?;
    let (place, agency) = head.split_once(" (")?;
    let city = place.split(',').next()?;
    let is_city = city.len() >= 3 && city.chars().all(|sign| sign.is_uppercase() || matches!(sign, ' ' | '.' | '\'' | '-'));
    let is_agency = agency.ends_with(')') && !agency.contains(". ");
    (is_city && city.chars().any(char::is_alphabetic) && is_agency).then_some(dash.0 + dash.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dateline(paragraph: &str) -> Option<(String, String)> {
        let mut text: Text = vec![paragraph.into()];
        let dateline = split(&mut text, length(paragraph)?);
        Some((dateline, strait_model::plain(&text)))
    }

    #[test]
    fn datelines_of_papers_and_agencies_are_found() {
        let cases = [
            ("本报9月30日讯（记者 林晓帆 通讯员 陈志远）昨天，", "本报9月30日讯（记者 林晓帆 通讯员 陈志远）"),
            ("本报讯（记者 林晓帆）昨天，", "本报讯（记者 林晓帆）"),
            ("新华社北京9月30日电 国务院", "新华社北京9月30日电"),
            ("新华社北京9月30日电（记者王某）国务院", "新华社北京9月30日电（记者王某）"),
            ("中新网厦门9月30日电 (记者 杨某)厦门", "中新网厦门9月30日电 (记者 杨某)"),
            ("（海峡导报记者 林晓帆）昨天，", "（海峡导报记者 林晓帆）"),
            ("XIAMEN, Sept. 30 (Xinhua) -- The port", "XIAMEN, Sept. 30 (Xinhua) --"),
            ("LONDON (AP) — The port", "LONDON (AP) —"),
            (
                "台海网9月30日讯(海峡导报记者 林帆 郑洁 通讯员 厦宣) “有困难",
                "台海网9月30日讯(海峡导报记者 林帆 郑洁 通讯员 厦宣)",
            ),
            ("鹭潮晚报客户端9月30日讯（记者 林帆）昨天", "鹭潮晚报客户端9月30日讯（记者 林帆）"),
            ("潮声在线 9月30日讯 昨天", "潮声在线 9月30日讯"),
            ("潮声周刊2026年9月30日讯：昨天", "潮声周刊2026年9月30日讯"),
            ("海风通讯社廈門九月三十日電 昨天", "海风通讯社廈門九月三十日電"),
            ("腾讯潮声网9月30日讯 昨天", "腾讯潮声网9月30日讯"),
            ("海都讯(记者 林帆 文/图)昨天", "海都讯(记者 林帆 文/图)"),
            ("〔記者王小明／高雄報導〕昨天", "〔記者王小明／高雄報導〕"),
            ("（中央社記者王小明臺北20日電）昨天", "（中央社記者王小明臺北20日電）"),
            ("記者王小明／台北報導　昨天", "記者王小明／台北報導"),
            ("【潮声网9月30日讯】昨天", "【潮声网9月30日讯】"),
        ];
        for (paragraph, expected) in cases {
            let (found, rest) = dateline(paragraph).unwrap_or_else(|| panic!("{paragraph}"));
            assert_eq!(found, expected);
            assert!(rest.starts_with(['昨', '国', '厦', 'T', '“']), "{rest}");
        }
    }

    #[test]
    fn what_only_resembles_one_stays_in_the_story() {
        let stories = [
            "9月30日，记者从厦门市电力公司获悉",
            "本报记者昨天获悉，电信公司",
            "（完）",
            "他说（记者会上）这是",
            "The BBC (London) - a broadcaster",
            "本报讯",
            "通讯录更新了",
            "他9月30日讯问了三名证人",
            "他9月30日电 话里说",
            "警方9月30日讯问了三名证人",
            "本报9月30日讯问了三名证人",
            "潮声网9月30日电话采访了他",
            "两家公司9月30日电费单",
            "截至9月30日讯 息仍未恢复",
            "据9月30日讯 （记者 林帆）",
            "这家公司于9月30日电 告股东",
            "镇上的人们都说那一年从海上来的船9月30日讯 号",
            "昨天，潮声网9月30日讯 里写道",
            "资讯（记者 林帆）",
            "潮声网讯（记者会上）他说",
            "潮声网9月30日讯",
            "讯（记者 林帆）昨天",
            "記者王小明／台北報導了昨天的事",
            "他向記者說，收入／支出的報導 昨天",
        ];
        for paragraph in stories {
            assert_eq!(dateline(paragraph), None, "{paragraph}");
        }
    }
}
