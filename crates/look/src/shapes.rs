//! Faces, corners, room and the seal: what a word of an editor becomes as style rules. Elder mode and the reader's own
//! distance of lines are stronger than the paper's.

use strait_model::{Corners, Density, Face, Theme};

/// Where the paper's faces hold.
const PAPER: &str = ":root:not([data-elder])";
/// Each region with its faces, as in `style/tokens.css`: strokes and the place of punctuation differ.
const REGIONS: [Region; 3] = [
    Region {
        languages: "[lang|=\"zh-Hans\"]",
        roman: "\"Noto Serif CJK SC\", \"Source Han Serif SC\", \"Songti SC\", SimSun, serif",
        gothic: "\"Noto Sans CJK SC\", \"PingFang SC\", \"Microsoft YaHei\", sans-serif",
        kai: "\"Kaiti SC\", STKaiti, KaiTi, \"AR PL UKai CN\", serif",
    },
    Region {
        languages: ":is([lang|=\"zh-Hant\"], [lang|=\"zh-TW\"])",
        roman: "\"Noto Serif CJK TC\", \"Source Han Serif TC\", \"Songti TC\", PMingLiU, serif",
        gothic: "\"Noto Sans CJK TC\", \"PingFang TC\", \"Microsoft JhengHei\", sans-serif",
        kai: "\"Kaiti TC\", BiauKai, DFKai-SB, \"AR PL UKai TW\", serif",
    },
    Region {
        languages: ":is([lang|=\"zh-Hant-HK\"], [lang|=\"zh-HK\"], [lang|=\"zh-MO\"])",
        roman: "\"Noto Serif CJK HK\", \"Source Han Serif HC\", \"Songti TC\", PMingLiU_HKSCS, serif",
        gothic: "\"Noto Sans CJK HK\", \"PingFang HK\", \"Microsoft JhengHei\", sans-serif",
        kai: "\"Kaiti TC\", BiauKai, DFKai-SB, \"AR PL UKai HK\", serif",
    },
];
const LATIN_ROMAN: &str = "Charter, Georgia, \"Noto Serif\", serif";
const LATIN_GOTHIC: &str = "system-ui, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, var(--sans)";

/// Faces of one region.
struct Region {
    languages: &'static str,
    roman: &'static str,
    gothic: &'static str,
    kai: &'static str,
}

/// A kind of face.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stack {
    Roman,
    Gothic,
    Kai,
}

impl From<Face> for Stack {
    fn from(face: Face) -> Stack {
        match face {
            Face::Song | Face::Ming | Face::Serif => Stack::Roman,
            Face::Hei | Face::Sans => Stack::Gothic,
            Face::Kai => Stack::Kai,
        }
    }
}

impl Region {
    fn faces(&self, stack: Stack) -> &'static str {
        match stack {
            Stack::Roman => self.roman,
            Stack::Gothic => self.gothic,
            Stack::Kai => self.kai,
        }
    }
}

/// The tokens of shapes.
pub fn tokens(theme: &Theme) -> String {
    [faces(theme), corners(theme.corners), density(theme.density)].concat()
}

/// The rules of the masthead.
pub fn rules(theme: &Theme) -> String {
    match theme.seal {
        Some(false) => ".masthead__seal,.frame__seal{display:none}".to_owned(),
        Some(true) | None => String::new(),
    }
}

/// `--serif` and `--latin` are what headlines are set in, `--sans` and `--sans-latin` all else. What is as in a paper that
/// chose nothing is not said again.
fn faces(theme: &Theme) -> String {
    let headlines = theme.headline_face.map(Stack::from).filter(|stack| *stack != Stack::Roman);
    let text = theme.text_face.map(Stack::from).filter(|stack| *stack != Stack::Gothic);
    if headlines.is_none() && text.is_none() {
        return String::new();
    }
    let said = |token: &str, faces: Option<&str>| faces.map(|faces| format!("--{token}:{faces};")).unwrap_or_default();
    let in_region = |(at, region): (usize, &Region)| {
        let [serif, sans] = [headlines, text].map(|stack| stack.map(|stack| region.faces(stack)));
        // The first is also where no language is told.
        let own = if at == 0 { format!("{PAPER},") } else { String::new() };
        let Region { languages, .. } = region;
        format!("{own}{PAPER} {languages},{PAPER}{languages}{{{}{}}}", said("serif", serif), said("sans", sans))
    };
    let latin = said("latin", headlines.map(latin)) + &said("sans-latin", text.map(latin));
    REGIONS.iter().enumerate().map(in_region).collect::<String>() + &format!("{PAPER}{{{latin}}}")
}

/// 楷体 is written; what is nearest to it in Latin letters are serifs.
fn latin(stack: Stack) -> &'static str {
    match stack {
        Stack::Roman | Stack::Kai => LATIN_ROMAN,
        Stack::Gothic => LATIN_GOTHIC,
    }
}

fn corners(corners: Option<Corners>) -> String {
    match corners {
        Some(Corners::Square) => ":root{--corner:0}".to_owned(),
        Some(Corners::Round) => ":root{--corner:.5rem}".to_owned(),
        Some(Corners::Soft) | None => String::new(),
    }
}

fn density(density: Option<Density>) -> String {
    let (room, lines) = match density {
        Some(Density::Close) => ("--space-5:1.125rem;--space-6:1.625rem;--space-7:2.5rem", "--leading:1.6;--leading-body:1.75"),
        Some(Density::Airy) => ("--space-5:1.875rem;--space-6:3rem;--space-7:5rem", "--leading:1.8;--leading-body:2"),
        Some(Density::Regular) | None => return String::new(),
    };
    format!(":root{{{room}}}:root:not([data-leading]){{{lines}}}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_faces_are_those_of_the_house() {
        let tokens = include_str!("../../../style/tokens.css");
        for Region { languages, roman, gothic, .. } in &REGIONS {
            let rule = format!("{languages} {{\n  --serif: {roman};\n  --sans: {gothic};\n}}");
            assert!(tokens.contains(&rule), "{rule}");
        }
        assert!(tokens.contains(&format!("--sans-latin: {LATIN_GOTHIC};\n  --latin: {LATIN_ROMAN};")));
    }

    #[test]
    fn what_is_as_in_every_paper_is_not_said() {
        let chosen = |headline_face, text_face| tokens(&Theme { headline_face, text_face, ..Theme::default() });
        assert_eq!(chosen(None, None), "");
        assert_eq!(chosen(Some(Face::Song), Some(Face::Hei)), "");
        assert!(!chosen(Some(Face::Kai), None).contains("--sans:"));
        let exchanged = chosen(Some(Face::Sans), Some(Face::Serif));
        assert!(exchanged.contains("--serif:\"Noto Sans CJK TC\"") && exchanged.contains("--sans:\"Noto Serif CJK TC\""));
    }
}
