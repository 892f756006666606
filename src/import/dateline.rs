//! Finds the dateline that opens a first paragraph, where it is certain: a guess would eat words of the story.

use crate::model::Text;

/// No dateline is longer, in characters.
const LONGEST: usize = 80;
const MAKERS: [&str; 8] = ["记者", "通讯员", "编译", "特派员", "見習記者", "記者", "通訊員", "实习生"];

/// How many bytes of a paragraph are its dateline, with the space or dash after it.
pub fn length(paragraph: &str) -> Option<usize> {
    let end = paragraph.char_indices().nth(LONGEST).map_or(paragraph.len(), |(at, _)| at);
    let opening = paragraph.get(..end)?;
    let length = report(opening).or_else(|| bracketed(opening)).or_else(|| agency(opening))?;
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

/// `本报9月30日讯（记者 …）`, `新华社北京9月30日电`, `中新网厦门9月30日电 (记者 …)`, `本报讯（记者 …）`.
fn report(opening: &str) -> Option<usize> {
    let ends = ["讯", "訊", "电", "電"];
    let end = opening.char_indices().find(|(_, character)| ends.iter().any(|end| end.starts_with(*character)));
    let (at, last) = end.filter(|(at, _)| opening.get(..*at).is_some_and(|head| head.chars().count() <= 24))?;
    let head = opening.get(..at)?;
    let after = at + last.len_utf8();
    let is_sender =
        ["本报", "本報", "本网", "本網", "本刊", "本台", "新华社", "新華社", "中新社", "中新网", "中央社", "人民网", "央视网"]
            .iter()
            .any(|sender| head.starts_with(sender))
            || head.contains("社") && head.contains('月');
    let is_clean = !head.contains(['。', '，', '、', '“', '？']);
    let makers = opening.get(after..).and_then(makers);
    let is_dated = head.contains('日') && head.contains('月');
    (is_sender && is_clean && (is_dated || makers.is_some())).then(|| after + makers.unwrap_or(0))
}

/// `（海峡导报记者 …）`, `(本报记者 …)`.
fn bracketed(opening: &str) -> Option<usize> {
    opening.starts_with(['（', '(']).then(|| makers(opening))?
}

/// The length of what follows when it is a bracket that names makers, or their names up to a space.
fn makers(text: &str) -> Option<usize> {
    let inner = text.trim_start_matches([' ', '\u{3000}']);
    let gap = text.len() - inner.len();
    let open = inner.chars().next().filter(|open| matches!(open, '（' | '('))?;
    let close = inner.find(['）', ')'])?;
    let names = inner.get(open.len_utf8()..close)?;
    let is_short = names.chars().count() <= 50 && !names.contains(['。', '？']);
    let end = close + inner.get(close..)?.chars().next()?.len_utf8();
    (is_short && MAKERS.iter().any(|maker| names.contains(maker))).then_some(gap + end)
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
        Some((dateline, crate::model::plain(&text)))
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
        ];
        for (paragraph, expected) in cases {
            let (found, rest) = dateline(paragraph).unwrap_or_else(|| panic!("{paragraph}"));
            assert_eq!(found, expected);
            assert!(rest.starts_with(['昨', '国', '厦', 'T']), "{rest}");
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
        ];
        for paragraph in stories {
            assert_eq!(dateline(paragraph), None, "{paragraph}");
        }
    }
}
