//! The tokens of all colours (`style/tokens.css`), derived from the four that an editor chooses.

use crate::contrast::{self, LEAST, MORE, light_or_dark, reaching};
use crate::tones::{Tone, mixed};
use std::fmt::Write;
use strait_model::Colours;

/// The four colours of one theme, all given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Four {
    /// The paper's own.
    pub accent: Tone,
    /// Links, and dark bars.
    pub second: Tone,
    /// What is behind everything.
    pub ground: Tone,
    /// What words are printed in.
    pub ink: Tone,
}

/// What the found words of a search are marked with, before it is mixed with the ground.
const MARKER: Tone = Tone::of(0xe8, 0xb9, 0x23);
const BLACK: Tone = Tone::of(0, 0, 0);
const WHITE: Tone = Tone::of(0xff, 0xff, 0xff);

impl Four {
    /// Those of a paper that chose none (`style/tokens.css`).
    pub const LIGHT: Four = Four {
        accent: Tone::of(0xa8, 0x32, 0x1f),
        second: Tone::of(0x0b, 0x54, 0x63),
        ground: Tone::of(0xfb, 0xf9, 0xf4),
        ink: Tone::of(0x17, 0x25, 0x2b),
    };

    /// What was chosen, and the house's own for what was not.
    pub fn by_day(chosen: &Colours) -> Four {
        Four::LIGHT.with(chosen)
    }

    /// What was chosen for the night; what was not is made of the day's: grounds dark, and all else as light as it must be.
    pub fn by_night(chosen: &Colours, day: &Four) -> Four {
        let ground = day.second.hue_of(day.ground).at(0.205, 0.018);
        let ink = day.ground.at(0.92, 0.012);
        let four = Four { ground, ink, ..*day }.with(&Colours { accent: None, second: None, ..chosen.clone() });
        let behind = four.behind();
        let lifted = |tone: Tone| reaching(tone.at_least(0.74), &behind, LEAST).unwrap_or(four.ink);
        Four { accent: lifted(day.accent), second: lifted(day.second), ..four }.with(chosen)
    }

    fn with(self, chosen: &Colours) -> Four {
        let tone = |chosen: &Option<_>, own| chosen.as_ref().map_or(own, Tone::from);
        Four {
            accent: tone(&chosen.accent, self.accent),
            second: tone(&chosen.second, self.second),
            ground: tone(&chosen.ground, self.ground),
            ink: tone(&chosen.ink, self.ink),
        }
    }

    /// What words stand on: the ground itself, and the wash of boxes.
    pub fn behind(&self) -> [Tone; 2] {
        [self.ground, self.wash()]
    }

    fn wash(&self) -> Tone {
        mixed(self.ground, self.ink, 0.06)
    }

    /// Ink that steps back, as far as it may.
    fn soft(&self) -> Tone {
        let soft = (10..=30).rev().map(|part| mixed(self.ink, self.ground, f32::from(part as u8) / 100.0));
        soft.into_iter().find(|tone| contrast::least(*tone, &self.behind()) >= LEAST + 0.2).unwrap_or(self.ink)
    }

    /// The tokens that are the same by day and by night.
    fn common(&self) -> String {
        let mut css = String::new();
        let mut token = |name, tone: Tone| {
            // A string takes whatever is written to it.
            let _ = write!(css, "--{name}:{tone};");
        };
        token("paper", self.ground);
        token("wash", self.wash());
        token("ink", self.ink);
        token("ink-soft", self.soft());
        token("rule", mixed(self.ground, self.ink, 0.17));
        token("link", self.second);
        token("accent", self.accent);
        token("focus", self.second);
        token("found", mixed(self.ground, MARKER, 0.3));
        token("picture-ground", mixed(self.ground, self.ink, 0.12));
        css.push_str(if self.ground.lightness() > self.ink.lightness() { "color-scheme:light;" } else { "color-scheme:dark;" });
        css
    }

    /// The second colour, so dark that words in white can be read on it.
    fn deep(&self, lightness: f32) -> String {
        let deep = self.second.at_most(lightness);
        let on = light_or_dark(deep, self.second);
        let soft = mixed(on, deep, 0.22);
        let soft = if contrast::between(soft, deep) >= LEAST { soft } else { on };
        format!("--deep:{deep};--on-deep:{on};--on-deep-soft:{soft};")
    }

    /// With the contrast that some readers ask for, on plain grounds.
    fn plain(&self, ground: Tone, wash: Tone) -> String {
        let ink = if ground == WHITE { BLACK } else { WHITE };
        let read = |tone| reaching(tone, &[ground, wash], MORE).unwrap_or(ink);
        let (link, accent) = (read(self.second), read(self.accent));
        format!("--paper:{ground};--ink:{ink};--wash:{wash};--link:{link};--accent:{accent};")
    }
}

/// The rules of all colours, by day, by night, and with more contrast.
pub fn rules(day: &Four, night: &Four) -> String {
    let seal = format!("--seal:{};--on-seal:{};--rule-strong:{};", day.accent, light_or_dark(day.accent, day.ground), day.ink);
    let of_day = format!("{}{}{seal}", day.common(), day.deep(0.3));
    let of_night = format!("{}{}--rule-strong:{};", night.common(), day.deep(0.25), mixed(night.ground, night.ink, 0.6));
    let same = "--ink-soft:var(--ink);--rule:var(--rule-strong)";
    let more_by_day = day.plain(WHITE, Tone::of(0xf2, 0xf2, 0xf2));
    let more_by_night = night.plain(BLACK, Tone::of(0x1c, 0x1c, 0x1c));
    let dark = "(prefers-color-scheme:dark)";
    let more = "(prefers-contrast:more)";
    format!(
        ":root{{{of_day}}}@media {dark}{{:root{{{of_night}}}}}@media {more}{{:root{{{more_by_day}{same}}}}}\
         @media {more} and {dark}{{:root{{{more_by_night}}}}}"
    )
}
