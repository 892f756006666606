//! What a theme becomes.

use super::*;
use crate::colours::Four;
use crate::contrast::{LEAST, least};
use crate::tones::Tone;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::fs;

/// Reads a look whose pictures no process need open.
fn read(theme: Value, sheet: &str) -> (Look, Vec<(String, &'static str)>) {
    let dir = tempfile::tempdir().unwrap();
    let site = json!({"name": "n", "language": "zh-Hans", "url": "https://a.example/", "timeZone": "UTC", "sections": [],
        "copyrightNotice": "c", "theme": theme});
    if !sheet.is_empty() {
        fs::write(dir.path().join(SHEET), sheet).unwrap();
    }
    let (content, darkroom) = (Confined::open(dir.path()).unwrap(), Darkroom::of("no such command"));
    let (look, told) = Look::read(&content, &serde_json::from_value(site).unwrap(), &darkroom).unwrap();
    (look, told.into_iter().map(|told| (told.finding.pointer, told.finding.fault.name())).collect())
}

#[test]
fn a_paper_that_chose_nothing_has_not_a_byte_more() {
    assert_eq!(chosen_of(read(json!({}), "")), nothing());
    let usual = json!({"seal": true, "corners": "soft", "density": "regular", "ornament": "waves", "headlineFace": "song"});
    assert_eq!(chosen_of(read(usual, "")), nothing());
}

/// What a look is that a paper chose nothing of, and what is told of it.
fn nothing() -> (String, bool, usize) {
    (String::new(), false, 0)
}

fn chosen_of((look, told): (Look, Vec<(String, &'static str)>)) -> (String, bool, usize) {
    let Look { rules, ground, icon, masthead, card } = look;
    (rules, ground.is_some() || icon.is_some() || masthead.is_some() || card.is_some(), told.len())
}

#[test]
fn the_houses_own_colours_are_those_of_its_style() {
    let tokens = include_str!("../../../style/tokens.css");
    let Four { accent, second, ground, ink } = Four::LIGHT;
    for (token, tone) in [("accent", accent), ("link", second), ("paper", ground), ("ink", ink)] {
        assert!(tokens.contains(&format!("  --{token}: {tone};")), "{token}");
    }
}

#[test]
fn one_colour_is_enough_and_the_night_follows() {
    let (look, told) = read(json!({"light": {"accent": "#7a1f5c"}}), "");
    assert_eq!(told, []);
    assert!(look.rules.starts_with("@layer tokens{:root{--paper:#fbf9f4;"), "{}", look.rules);
    assert!(
        look.rules.contains("--accent:#7a1f5c;") && look.rules.contains("@media (prefers-color-scheme:dark){:root{--paper:#")
    );
    assert_eq!(look.ground.unwrap()[0], "#fbf9f4");
}

#[test]
fn what_cannot_be_read_is_told_with_a_colour_that_will_do() {
    let colours = |theme: Value| read(theme, "").1;
    let accent = |hex: &str| colours(json!({"light": {"accent": hex}}));
    assert_eq!(accent("#ffd400"), [("/theme/light/accent".to_owned(), "low-contrast")]);
    assert_eq!(colours(json!({"light": {"ground": "#1a1a1a"}}))[0], ("/theme/light/ground".to_owned(), "low-contrast"));
    assert_eq!(colours(json!({"dark": {"ground": "#777777"}})), [("/theme/dark/ground".to_owned(), "middle-ground")]);
    assert_eq!(colours(json!({"dark": {"ink": "#555555"}})), [("/theme/dark/ink".to_owned(), "low-contrast")]);
    let four = Four { accent: Tone::of(0xff, 0xd4, 0), ..Four::LIGHT };
    let [(_, LookFault::LowContrast { nearest, ratio, .. })] = &*contrast::faults("light", &chosen("#ffd400"), &four) else {
        panic!("nothing was told")
    };
    assert!(ratio.starts_with("1."), "{ratio}");
    assert_eq!(accent(nearest), [], "the colour that is proposed will do");
}

fn chosen(accent: &str) -> Colours {
    Colours { accent: Some(accent.parse().unwrap()), ..Colours::default() }
}

#[test]
fn the_newsrooms_rules_come_last() {
    let (look, told) = read(json!({"seal": false}), "a { color: red }");
    assert_eq!(
        (look.rules.as_str(), told),
        ("@layer views{.masthead__seal,.frame__seal{display:none}}@layer newsroom{a{color: red}}", vec![])
    );
    let (look, told) = read(json!({}), "a { color: red");
    assert_eq!((look.rules.as_str(), told), ("", vec![(String::new(), "broken-style")]));
    let (look, told) = read(json!({}), &"a{color:red}".repeat(2000));
    assert_eq!((look.rules.as_str(), told), ("", vec![(String::new(), "heavy-style")]));
}

#[test]
fn a_file_that_is_not_there_is_told_and_the_rest_stands() {
    let theme = json!({"icon": "icon.svg", "ornament": "reeds.svg", "masthead": {"light": "m.png"}, "corners": "square"});
    let (look, mut told) = read(theme, "");
    told.sort();
    let places = ["/theme/icon", "/theme/masthead/light", "/theme/ornament"];
    assert_eq!(told, places.map(|place| (place.to_owned(), "no-look-file")));
    assert_eq!(look.rules, "@layer tokens{:root{--corner:0}}");
}

/// Any colour, between two lightnesses.
fn tone(from: f32, to: f32) -> impl Strategy<Value = Tone> {
    let channels = (0..=255_u8, 0..=255_u8, 0..=255_u8, from..to);
    channels.prop_map(|(red, green, blue, lightness)| Tone::of(red, green, blue).lit(lightness))
}

/// Words dark on light, or light on dark.
fn four() -> impl Strategy<Value = [Tone; 4]> {
    let of = |words: (f32, f32), ground: (f32, f32)| {
        let word = || tone(words.0, words.1);
        (word(), word(), tone(ground.0, ground.1), word()).prop_map(<[Tone; 4]>::from)
    };
    prop_oneof![of((0.0, 0.55), (0.88, 1.0)), of((0.75, 1.0), (0.0, 0.3))]
}

/// The value of a token, within a rule.
fn token(rule: &str, name: &str) -> Tone {
    let value = rule.split(&format!("--{name}:")).nth(1).unwrap().split([';', '}']).next().unwrap();
    Tone::from(&value.parse().unwrap())
}

proptest! {
    /// Whatever four colours an editor chooses: where nothing is told, everything that is printed can be read, by day,
    /// by night, and with more contrast.
    #[test]
    fn what_is_not_told_can_be_read([accent, second, ground, ink] in four()) {
        let hex = |tone: Tone| tone.to_string();
        let theme = json!({"light": {"accent": hex(accent), "second": hex(second), "ground": hex(ground), "ink": hex(ink)}});
        let (look, told) = read(theme, "");
        prop_assume!(told.is_empty());
        let roots: Vec<&str> = look.rules.split(":root{").skip(1).collect();
        prop_assert_eq!(roots.len(), 4);
        for (at, rule) in roots.iter().enumerate() {
            let behind = ["paper", "wash"].map(|name| token(rule, name));
            let words: &[&str] = if at < 2 { &["ink", "ink-soft", "link", "accent"] } else { &["ink", "link", "accent"] };
            for name in words {
                let contrast = least(token(rule, name), &behind);
                prop_assert!(contrast >= LEAST, "{name}: {contrast} in {rule}");
            }
            if at < 2 {
                let deep = [token(rule, "deep")];
                prop_assert!(["on-deep", "on-deep-soft"].iter().all(|name| least(token(rule, name), &deep) >= LEAST), "{rule}");
            }
            if at == 0 {
                prop_assert!(least(token(rule, "on-seal"), &[token(rule, "seal")]) >= LEAST, "{rule}");
            }
        }
    }
}
