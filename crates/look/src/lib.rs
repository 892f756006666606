//! How a paper looks: what its editors chose (`theme` in `site.json`, the folder `look`, `style.css`) becomes style rules
//! and pictures.
//!
//! Promises that a paper which chose nothing has not a byte more; that all colours are derived from four, so that what
//! is printed on what can be read, by day and by night, or is told with the nearest colour that will do; and that the
//! newsroom's own rules are read whole before a page has them. Deliberately absent: the house's own style (`style/`),
//! and where rules and pictures are published (`strait-press`).

mod card;
mod colours;
mod contrast;
mod drawing;
mod files;
mod ornament;
mod shapes;
mod sheet;
mod tones;

use colours::Four;
use files::Pictures;
use strait_confined::{Confined, ConfinedError};
use strait_darkroom::Darkroom;
use strait_faults::{ContentFault, FileFinding, LookFault};
use strait_model::{Colours, FaceFile, MastheadPicture, Ornament, Site, Theme};

pub use card::{Card, HEIGHT as CARD_HEIGHT, WIDTH as CARD_WIDTH};
pub use files::Picture;

/// The newsroom's own rules, in the content folder.
pub const SHEET: &str = "style.css";
/// The most that each may have, in kilobytes. An ornament stands in every page.
const MASTHEAD_KB: u64 = 64;
const ICON_KB: u64 = 256;
const ORNAMENT_KB: u64 = 2;
const FACE_KB: u64 = 32 << 10;
const SHEET_KB: u64 = 16;

/// How a paper looks.
#[derive(Clone, Default)]
pub struct Look {
    /// Rules that come behind the house's own, in each of its sheets; empty in a paper that chose nothing.
    pub rules: String,
    /// The ground of a page by day and by night, as CSS writes colours; none: the house's own.
    pub ground: Option<[String; 2]>,
    /// What stands for the paper, as a drawing; none: the house's own.
    pub icon: Option<Vec<u8>>,
    /// The name as a picture, by day and perhaps by night; none: it is set in type.
    pub masthead: Option<(Picture, Option<Picture>)>,
    /// What pictures for articles without one are printed with, where the newsroom wants some.
    pub card: Option<Card>,
}

impl Look {
    /// Reads how a paper looks, and what is wrong with it. What cannot be used is as in a paper that chose nothing.
    pub fn read(content: &Confined, site: &Site, darkroom: &Darkroom) -> Result<(Look, Vec<FileFinding>), ConfinedError> {
        let theme = &site.theme;
        let mut pictures = Pictures { content, darkroom, told: vec![] };
        let ornament = pictures.ornament(theme.ornament.as_ref())?;
        let masthead = theme.masthead.as_ref().map(|files| pictures.masthead(files)).transpose()?.flatten();
        let icon = theme.icon.as_ref().map(|file| pictures.open(file, "/theme/icon", ICON_KB)).transpose()?.flatten();
        let card = theme.card_face.as_ref().map(|file| pictures.card(file, Four::by_day(&theme.light))).transpose()?.flatten();
        let mut told = pictures.told;
        let site_file = content.path().join("site.json");
        let (colours, ground, faults) = colours(theme);
        told.extend(faults.into_iter().map(|(pointer, fault)| FileFinding::at_pointer(site_file.clone(), pointer, fault)));
        let tokens = [colours, shapes::tokens(theme), ornament].concat();
        let own = sheet(content, &mut told)?;
        let mut rules = layer("tokens", &tokens) + &layer("views", &shapes::rules(theme));
        rules.push_str(&layer("newsroom", &own));
        Ok((Look { rules, ground, icon: icon.map(Pictures::as_drawing), masthead, card }, told))
    }
}

impl Pictures<'_> {
    fn masthead(&mut self, files: &MastheadPicture) -> Result<Option<(Picture, Option<Picture>)>, ConfinedError> {
        let light = self.open(&files.light, "/theme/masthead/light", MASTHEAD_KB)?;
        let dark = files.dark.as_ref().map(|file| self.open(file, "/theme/masthead/dark", MASTHEAD_KB));
        Ok(light.zip(Some(dark.transpose()?.flatten())))
    }

    fn card(&mut self, file: &FaceFile, colours: Four) -> Result<Option<Card>, ConfinedError> {
        let place = "/theme/cardFace";
        let Some(face) = self.bytes(file, place, FACE_KB)? else { return Ok(None) };
        let card = Card::of(face, colours);
        Ok(card.or_else(|| self.refuse(place, LookFault::NoFace { file: file.to_string() })))
    }

    /// The token of an ornament; empty where it is as in a paper that chose nothing.
    fn ornament(&mut self, ornament: Option<&Ornament>) -> Result<String, ConfinedError> {
        let Some(ornament) = ornament else { return Ok(String::new()) };
        match (ornament::of_the_house(ornament), ornament.drawing()) {
            (Some(token), _) => Ok(token),
            (None, Some(file)) => {
                let picture = self.open(&file, "/theme/ornament", ORNAMENT_KB)?;
                let svg = picture.and_then(|picture| String::from_utf8(picture.bytes).ok());
                Ok(svg.map(|svg| ornament::drawn(&svg)).unwrap_or_default())
            }
            (None, None) => Ok(String::new()),
        }
    }
}

/// The rules of all colours, the two grounds, and what cannot be read. A paper that chose no colour has the house's.
fn colours(theme: &Theme) -> (String, Option<[String; 2]>, Vec<(String, LookFault)>) {
    let Theme { light, dark, .. } = theme;
    if *light == Colours::default() && *dark == Colours::default() {
        return (String::new(), None, vec![]);
    }
    let day = Four::by_day(light);
    let night = Four::by_night(dark, &day);
    let faults = contrast::faults("light", light, &day).into_iter().chain(contrast::faults("dark", dark, &night));
    (colours::rules(&day, &night), Some([day.ground, night.ground].map(|tone| tone.to_string())), faults.collect())
}

/// The newsroom's own rules; none where it has no sheet, or one that cannot be used.
fn sheet(content: &Confined, told: &mut Vec<FileFinding>) -> Result<String, ConfinedError> {
    let file = content.path().join(SHEET);
    let bytes = match content.read_at_most(SHEET, 1 << 20) {
        Ok(read) => read.bytes,
        Err(ConfinedError::Missing(_)) => return Ok(String::new()),
        Err(error) => {
            told.push(FileFinding::at_pointer(file, "", ContentFault::of(&error).ok_or(error)?));
            return Ok(String::new());
        }
    };
    let refused = match String::from_utf8(bytes).map(|text| sheet::read(text.trim_start_matches('\u{feff}'))) {
        Ok(Ok(rules)) if rules.len() as u64 <= SHEET_KB << 10 => return Ok(rules),
        Ok(Ok(rules)) => {
            let kilobytes = (rules.len() as u64).div_ceil(1 << 10);
            FileFinding::at_pointer(file, "", LookFault::HeavyStyle { kilobytes, most: SHEET_KB })
        }
        Ok(Err(refused)) => {
            let (spot, fault) = *refused;
            FileFinding::at_spot(file, Some(spot), fault)
        }
        Err(_) => FileFinding::at_pointer(file, "", LookFault::BrokenStyle { what: "UTF-8".to_owned() }),
    };
    told.push(refused);
    Ok(String::new())
}

/// Rules in a layer of the style (`style/pages/common.css`); what is new there is the strongest.
fn layer(name: &str, rules: &str) -> String {
    if rules.is_empty() { String::new() } else { format!("@layer {name}{{{rules}}}") }
}

#[cfg(test)]
mod tests;
