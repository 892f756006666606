//! The fonts that a drawing's words need, chosen among those of this machine before a process is closed to all files.
//!
//! Whoever chooses reads the drawing as mere text: which families it names, which characters it has. That is now
//! and then more than it needs; and nothing in the drawing says which file is opened.

use resvg::usvg::fontdb::{Database, Family, ID, Query, Source, Style, Weight};
use serde::{Deserialize, Serialize};
use skrifa::{FontRef, MetadataProvider};
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

/// So many bytes of fonts a drawing may have: a family for all of Chinese has 19 MB a weight.
const MOST_BYTES: u64 = 64 << 20;
/// So much of a drawing is read for them, in bytes; what is said further on may be missed, and is named then.
const MOST_READ: usize = 1 << 20;
/// So many characters are looked for.
const MOST_CHARACTERS: usize = 4096;

/// What stands for `sans-serif`, `serif` and `monospace` where the system does not say.
const SANS: [&str; 6] = ["Arial", "Helvetica", "Liberation Sans", "Noto Sans", "DejaVu Sans", "Segoe UI"];
const SERIF: [&str; 5] = ["Times New Roman", "Times", "Liberation Serif", "Noto Serif", "DejaVu Serif"];
const MONOSPACE: [&str; 5] = ["Courier New", "Menlo", "Liberation Mono", "Noto Sans Mono", "DejaVu Sans Mono"];
/// Families that have Chinese as it is written on the mainland, before those that have it otherwise.
const CHINESE: [&str; 9] = [
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
    "Noto Sans CJK TC",
    "Noto Serif CJK SC",
];

/// Fonts for one drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fonts {
    /// Their files.
    files: Vec<String>,
    /// How many bytes they have.
    bytes: u64,
    /// What words are set in that name no family.
    pub serif: String,
    sans: String,
    monospace: String,
    /// The families that are asked for a character which those that are named lack.
    others: Vec<String>,
}

impl Fonts {
    /// Those that a drawing needs; none where it has no words. What is no text is no drawing.
    pub fn of(drawing: &[u8]) -> Fonts {
        let text = std::str::from_utf8(drawing).unwrap_or_default();
        let has_words = text.contains("<text") || text.contains(":text");
        let start = &text[..text.floor_char_boundary(MOST_READ)];
        if has_words { Choice::of(system()).made_for(start) } else { Fonts::default() }
    }

    /// How many bytes they have.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Their files, by which drawings can be told apart that look otherwise on another machine.
    pub fn files(&self) -> &[String] {
        &self.files
    }

    /// Reads them. One that has gone meanwhile is missed by whoever needs it.
    pub fn read(&self) -> Database {
        let mut fonts = Database::new();
        for bytes in self.files.iter().filter_map(|file| std::fs::read(file).ok()) {
            fonts.load_font_source(Source::Binary(Arc::new(bytes)));
        }
        fonts.set_serif_family(&self.serif);
        fonts.set_monospace_family(&self.monospace);
        fonts.set_sans_serif_family(&self.sans);
        fonts.set_cursive_family(&self.sans);
        fonts.set_fantasy_family(&self.sans);
        fonts
    }

    /// A font that has a character, and is none of those that were asked already: as like to the first of them as can be.
    pub fn with(&self, character: char, asked: &[ID], fonts: &Database) -> Option<ID> {
        let like = asked.first().and_then(|id| fonts.face(*id));
        let (weight, style) = like.map_or((Weight::NORMAL, Style::Normal), |face| (face.weight, face.style));
        let named = self.others.iter().filter_map(|family| find(fonts, Family::Name(family), weight, style));
        let all = fonts.faces().map(|face| face.id);
        named.chain(all).find(|id| !asked.contains(id) && has(fonts, *id, character))
    }
}

/// The fonts of this machine, which are looked through once.
fn system() -> &'static Database {
    static SYSTEM: OnceLock<Database> = OnceLock::new();
    SYSTEM.get_or_init(|| {
        let mut fonts = Database::new();
        fonts.load_system_fonts();
        fonts
    })
}

/// Fonts while they are chosen.
struct Choice<'a> {
    system: &'a Database,
    chosen: Fonts,
    ids: Vec<ID>,
}

impl Choice<'_> {
    fn of(system: &Database) -> Choice<'_> {
        Choice { system, chosen: Fonts::default(), ids: vec![] }
    }

    fn made_for(mut self, text: &str) -> Fonts {
        let lower = text.to_lowercase();
        let looks = looks(&lower);
        let generic = |family: Family, others: &[&str]| {
            let said = self.system.family_name(&family).to_owned();
            let candidates = std::iter::once(said.as_str()).chain(others.iter().copied());
            let there = |name: &&str| find(self.system, Family::Name(name), Weight::NORMAL, Style::Normal).is_some();
            let any = || self.system.faces().next().and_then(|face| face.families.first()).map(|(name, _)| name.clone());
            candidates.into_iter().find(there).map(str::to_owned).or_else(any).unwrap_or_default()
        };
        self.chosen.sans = generic(Family::SansSerif, &SANS);
        self.chosen.serif = generic(Family::Serif, &SERIF);
        self.chosen.monospace = generic(Family::Monospace, &MONOSPACE);
        let mut families: Vec<String> = vec![self.chosen.sans.clone(), self.chosen.serif.clone()];
        families.extend(lower.contains("mono").then(|| self.chosen.monospace.clone()));
        let all: BTreeSet<&str> = self.system.faces().flat_map(|face| &face.families).map(|(name, _)| name.as_str()).collect();
        families.extend(all.into_iter().filter(|name| lower.contains(&name.to_lowercase())).map(str::to_owned));
        families.iter().for_each(|family| self.take_family(family, &looks));
        self.take_for(&mut characters(text), &looks);
        self.chosen
    }

    fn take_family(&mut self, family: &str, looks: &[(Weight, Style)]) {
        for (weight, style) in looks {
            find(self.system, Family::Name(family), *weight, *style).into_iter().for_each(|id| self.take(id));
        }
    }

    fn take(&mut self, id: ID) {
        let Some((Source::File(path), _)) = self.system.face_source(id) else { return };
        let (Some(file), Ok(metadata)) = (path.to_str(), path.metadata()) else { return };
        self.ids.push(id);
        if self.chosen.files.iter().all(|chosen| chosen != file) && self.chosen.bytes + metadata.len() <= MOST_BYTES {
            self.chosen.bytes += metadata.len();
            self.chosen.files.push(file.to_owned());
        }
    }

    /// Adds families until each character has one, or none has it.
    fn take_for(&mut self, wanted: &mut BTreeSet<char>, looks: &[(Weight, Style)]) {
        self.ids.iter().for_each(|id| strike(self.system, *id, wanted));
        let preferred = CHINESE.iter().filter_map(|name| find(self.system, Family::Name(name), Weight::NORMAL, Style::Normal));
        let is_plain = |face: &&resvg::usvg::fontdb::FaceInfo| face.style == Style::Normal && face.weight == Weight::NORMAL;
        let plain = self.system.faces().filter(is_plain).map(|face| face.id);
        for id in preferred.chain(plain) {
            if wanted.is_empty() {
                return;
            }
            let before = wanted.len();
            strike(self.system, id, wanted);
            let family = self.system.face(id).and_then(|face| face.families.first()).map(|(name, _)| name.clone());
            if let Some(family) = family.filter(|_| wanted.len() < before) {
                self.take_family(&family, looks);
                self.chosen.others.push(family);
            }
        }
    }
}

/// The weights and styles that a drawing may ask for; the plain one always.
fn looks(lower: &str) -> Vec<(Weight, Style)> {
    let said: String = lower.split("font").skip(1).flat_map(|rest| rest.chars().take(24)).collect();
    let numbers = (1..=9).map(|hundreds| hundreds * 100).filter(|weight| said.contains(&weight.to_string()));
    let mut weights: BTreeSet<u16> = numbers.collect();
    weights.insert(400);
    weights.extend(lower.contains("bold").then_some(700));
    let styles = [Some(Style::Normal), (lower.contains("italic") || lower.contains("oblique")).then_some(Style::Italic)];
    let with_styles = |weight: u16| styles.into_iter().flatten().map(move |style| (Weight(weight), style));
    weights.into_iter().flat_map(with_styles).collect()
}

/// The characters of a drawing beyond ASCII, written as they are or by their numbers.
fn characters(text: &str) -> BTreeSet<char> {
    let numbered = text.split("&#").skip(1).filter_map(|rest| {
        let (number, _) = rest.split_once(';')?;
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        char::from_u32(code)
    });
    let is_shown = |character: &char| !character.is_ascii() && !character.is_control() && !character.is_whitespace();
    text.chars()
        .chain(numbered)
        .filter(is_shown)
        .take(MOST_CHARACTERS * 16)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .take(MOST_CHARACTERS)
        .collect()
}

fn find(fonts: &Database, family: Family, weight: Weight, style: Style) -> Option<ID> {
    fonts.query(&Query { families: &[family], weight, style, ..Query::default() })
}

/// Strikes out the characters that a font has.
fn strike(fonts: &Database, id: ID, wanted: &mut BTreeSet<char>) {
    let strike = |bytes: &[u8], index| {
        // What is no font has no characters.
        if let Ok(font) = FontRef::from_index(bytes, index) {
            let known = font.charmap();
            wanted.retain(|character| known.map(*character).is_none());
        }
    };
    fonts.with_face_data(id, strike);
}

fn has(fonts: &Database, id: ID, character: char) -> bool {
    let mut wanted = BTreeSet::from([character]);
    strike(fonts, id, &mut wanted);
    wanted.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_found_however_they_are_written() {
        assert_eq!(characters("<text>潮&#x6C50;&#27728; a&#8364;&amp;&#xZ;</text>"), BTreeSet::from(['潮', '汐', '汐', '€']));
        assert!(characters("<text>Tide</text>").is_empty());
    }

    #[test]
    fn only_the_weights_that_are_said_are_wanted() {
        let plain = (Weight::NORMAL, Style::Normal);
        assert_eq!(looks("<text x='700'>"), [plain]);
        assert_eq!(looks("font-weight='600'"), [plain, (Weight(600), Style::Normal)]);
        assert_eq!(looks("<b style='font:italic bold 9px x'/>").len(), 4);
    }

    #[test]
    fn a_drawing_without_words_needs_no_fonts() {
        assert_eq!(Fonts::of(b"<svg><path/></svg>"), Fonts::default());
    }
}
