//! The built reader in the paper's own look: its rules come behind the house's, its pictures beside the reader's files.

use super::assets::{Asset, Assets, WHOLE_CSS};
use crate::machines::{Ground, Theme};
use std::sync::Arc;
use strait_look::{Look, Picture};
use strait_model::PrintedMasthead;
use strait_model::paths::Paths;

/// What stands for the paper.
const ICON: &str = "icon.svg";

impl Assets {
    /// Puts the paper's own look on top of the house's, and says where the name as a picture is published.
    pub fn dress(&mut self, look: Look, paths: &Paths) -> Option<PrintedMasthead> {
        let masthead = look.masthead.map(|(light, dark)| self.print_masthead(light, dark));
        let rules = look.rules + &masthead.as_ref().map(|masthead| masthead_rules(masthead, paths)).unwrap_or_default();
        if let Some([light, dark]) = look.ground {
            self.ground = Some(Ground { light, dark });
        }
        self.card = look.card;
        if let Some(icon) = look.icon {
            self.others.insert(ICON.to_owned(), icon.into());
        }
        self.theme = Arc::new(Theme::of(self.ground.clone(), self.others.get(ICON).map(AsRef::as_ref)));
        if !rules.is_empty() {
            let own = [&mut self.frames.css, &mut self.frames.article_css];
            self.css.values_mut().chain(own).for_each(|css| css.push_str(&rules));
            self.whole_css = Asset::new(WHOLE_CSS, ".css", [&*self.whole_css.bytes, rules.as_bytes()].concat());
        }
        masthead
    }

    fn print_masthead(&mut self, light: Picture, dark: Option<Picture>) -> PrintedMasthead {
        let (width, height) = (light.width, light.height);
        let mut print = |picture: Picture| {
            let asset = Asset::new("masthead", picture.ending, picture.bytes);
            let path = asset.path.clone();
            self.look.push(asset);
            path
        };
        PrintedMasthead { light: print(light), dark: dark.map(print), width, height }
    }
}

/// The rules of the name as a picture: as high as it would be in type, and another by night.
fn masthead_rules(masthead: &PrintedMasthead, paths: &Paths) -> String {
    let dark = masthead.dark.as_ref().map(|dark| {
        let dark = paths.file(dark);
        format!("@media (prefers-color-scheme:dark){{.masthead__picture{{content:url({dark})}}}}")
    });
    let size = "display:block;width:auto;max-width:100%;height:clamp(2.5rem,1.9rem + 2.6vw,4.25rem);object-fit:contain;\
        object-position:0 50%";
    format!("@layer views{{.masthead__picture{{{size}}}{}}}", dark.unwrap_or_default())
}
