//! Who made an article, from the line that says so.

use super::text::one_line;
use crate::model::{Credit, Role};

const ROLES: [(&str, Role); 20] = [
    ("记者", Role::Reporter),
    ("記者", Role::Reporter),
    ("通讯员", Role::Correspondent),
    ("通訊員", Role::Correspondent),
    ("摄影", Role::Photographer),
    ("攝影", Role::Photographer),
    ("图/", Role::Photographer),
    ("插图", Role::Illustrator),
    ("绘图", Role::Illustrator),
    ("翻译", Role::Translator),
    ("编译", Role::Translator),
    ("作者", Role::Reporter),
    ("文/", Role::Reporter),
    ("By ", Role::Reporter),
    ("by ", Role::Reporter),
    ("BY ", Role::Reporter),
    ("Von ", Role::Reporter),
    ("Par ", Role::Reporter),
    ("Por ", Role::Reporter),
    ("with ", Role::Correspondent),
];

/// The makers that a byline names: `By Jane Doe and John Roe`, `记者 林晓帆 通讯员 陈志远`, `林晓帆/文`.
pub fn read(byline: &str) -> Vec<Credit> {
    let line = one_line(byline).replace('：', " ").replace('／', "/");
    let mut credits = vec![];
    let mut role = Role::Reporter;
    for part in parts(&line) {
        let found = ROLES.iter().filter(|(word, _)| part.starts_with(word)).max_by_key(|(word, _)| word.len());
        let name = match found {
            Some((word, found)) => {
                role = *found;
                part.get(word.len()..).unwrap_or_default()
            }
            None => part.as_str(),
        };
        let name = name.trim().trim_matches(['/', '|', '·', ':', '-']).trim();
        let is_name =
            !name.is_empty() && name.chars().count() <= 60 && !credits.iter().any(|credit: &Credit| credit.name == name);
        credits.extend(is_name.then(|| Credit { role, name: name.to_owned() }));
    }
    credits
}

/// The makers that a dateline names in its bracket.
pub fn in_dateline(dateline: &str) -> Vec<Credit> {
    let bracket = dateline.split_once(['（', '(']).and_then(|(_, rest)| rest.split(['）', ')']).next());
    let makers = bracket.and_then(|bracket| {
        let begins = ROLES.iter().filter_map(|(word, _)| bracket.find(word)).min()?;
        bracket.get(begins..)
    });
    makers.map(read).unwrap_or_default()
}

/// Chinese names are parted by spaces, others by commas and their "and".
fn parts(line: &str) -> Vec<String> {
    let is_chinese = line.contains(super::text::is_ideographic);
    let mut line = line.to_owned();
    if is_chinese {
        for (word, _) in ROLES.iter().filter(|(word, _)| word.contains(super::text::is_ideographic)) {
            line = line.replace(word, &format!(";{word}"));
        }
        line = without_houses(&line);
        // `记者 林晓帆`: the space belongs to the role.
        for (word, _) in &ROLES {
            line = line.replace(&format!("{word} "), word);
        }
    }
    let line = line.replace(" and ", ";").replace(" und ", ";").replace(" & ", ";");
    let is_between =
        |sign: char| matches!(sign, ';' | ',' | '、' | '，' | '；') || (is_chinese && matches!(sign, ' ' | '\u{3000}'));
    line.split(is_between).map(|part| part.trim_start().to_owned()).filter(|part| !part.trim().is_empty()).collect()
}

/// `海峡导报;记者 林帆`: the house that someone works for, written right before what they do, is no maker.
fn without_houses(line: &str) -> String {
    const HOUSES: [&str; 11] = ["报", "報", "网", "網", "社", "台", "刊", "端", "媒", "新闻", "新聞"];
    let Some((parts, last)) = line.rsplit_once(';') else { return line.to_owned() };
    let without_house = |part: &str| {
        let is_gap = |sign: &char| matches!(sign, ' ' | '\u{3000}' | '、' | ',' | '，');
        let begin = part.char_indices().rfind(|(_, sign)| is_gap(sign)).map_or(0, |(at, sign)| at + sign.len_utf8());
        let is_house = HOUSES.iter().any(|house| part.ends_with(house));
        if is_house { part.get(..begin).unwrap_or_default().to_owned() } else { part.to_owned() }
    };
    let parts: Vec<String> = parts.split(';').map(without_house).chain([last.to_owned()]).collect();
    parts.join(";")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(byline: &str) -> Vec<(Role, String)> {
        read(byline).into_iter().map(|credit| (credit.role, credit.name)).collect()
    }

    #[test]
    fn each_maker_is_named_with_a_role() {
        let chinese = named("记者 林晓帆 苏映波 通讯员 陈志远 摄影 许望潮");
        let expected = [
            (Role::Reporter, "林晓帆"),
            (Role::Reporter, "苏映波"),
            (Role::Correspondent, "陈志远"),
            (Role::Photographer, "许望潮"),
        ];
        assert_eq!(chinese, expected.map(|(role, name)| (role, name.to_owned())));
        assert_eq!(
            named("By Jane Doe and John Roe"),
            [(Role::Reporter, "Jane Doe".to_owned()), (Role::Reporter, "John Roe".to_owned())]
        );
        assert_eq!(named("  "), []);
        let of_two_houses = named("海峡导报记者 林帆 郑洁 潮声网通讯员 厦宣");
        let expected = [(Role::Reporter, "林帆"), (Role::Reporter, "郑洁"), (Role::Correspondent, "厦宣")];
        assert_eq!(of_two_houses, expected.map(|(role, name)| (role, name.to_owned())));
    }

    #[test]
    fn a_dateline_names_its_makers() {
        let credits = in_dateline("本报9月30日讯（记者 林晓帆 通讯员 陈志远）");
        assert_eq!(credits.len(), 2);
        assert_eq!(in_dateline("（海峡导报记者 林晓帆）").first().map(|credit| credit.name.as_str()), Some("林晓帆"));
        assert!(in_dateline("新华社北京9月30日电").is_empty());
    }
}
