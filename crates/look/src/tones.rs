//! Colours as people see them: OKLCH (<https://www.w3.org/TR/css-color-4/#ok-lab>).

use palette::{FromColor, IsWithinBounds, Mix, Oklab, Oklch, Srgb};
use std::fmt;
use strait_model::Colour;

/// A colour, in eight bits a channel, as it will be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tone(Srgb<u8>);

impl Tone {
    /// A colour of its channels.
    pub const fn of(red: u8, green: u8, blue: u8) -> Tone {
        Tone(Srgb::new(red, green, blue))
    }

    /// As light as this, and at most so strong.
    pub fn at(self, lightness: f32, chroma: f32) -> Tone {
        let seen = self.seen();
        Tone::shown(Oklch { l: lightness, chroma: seen.chroma.min(chroma), ..seen })
    }

    /// With another lightness.
    pub fn lit(self, lightness: f32) -> Tone {
        Tone::shown(Oklch { l: lightness, ..self.seen() })
    }

    /// At least so light.
    pub fn at_least(self, lightness: f32) -> Tone {
        if self.lightness() < lightness { self.lit(lightness) } else { self }
    }

    /// At most so light.
    pub fn at_most(self, lightness: f32) -> Tone {
        if self.lightness() > lightness { self.lit(lightness) } else { self }
    }

    /// With the hue of another, unless that has none.
    pub fn hue_of(self, other: Tone) -> Tone {
        let (seen, other) = (self.seen(), other.seen());
        if seen.chroma > 0.02 { self } else { Tone::shown(Oklch { hue: other.hue, ..seen }) }
    }

    /// From 0, black, to 1, white.
    pub fn lightness(self) -> f32 {
        self.seen().l
    }

    /// In light's own measure.
    pub fn light(self) -> palette::LinSrgb<f32> {
        self.0.into_format::<f32>().into_linear()
    }

    fn seen(self) -> Oklch {
        Oklch::from_color(self.0.into_format::<f32>())
    }

    /// The nearest that a screen can show: less strong until it can.
    fn shown(wanted: Oklch) -> Tone {
        const STEPS: u8 = 40;
        let weaker =
            (0..=STEPS).map(|step| Oklch { chroma: wanted.chroma * (1.0 - f32::from(step) / f32::from(STEPS)), ..wanted });
        let mut all = weaker.map(Srgb::from_color);
        let weakest = all.clone().next_back();
        let shown = all.find(Srgb::is_within_bounds).or(weakest).unwrap_or_default();
        Tone(shown.into_format())
    }
}

/// The second colour mixed into the first: so much of it, from 0 to 1.
pub fn mixed(first: Tone, second: Tone, part: f32) -> Tone {
    let lab = |tone: Tone| Oklab::from_color(tone.0.into_format::<f32>());
    Tone(Srgb::from_color(lab(first).mix(lab(second), part)).into_format())
}

impl From<&Colour> for Tone {
    /// Of its form there is no other: what has not six digits is black.
    fn from(colour: &Colour) -> Tone {
        let digits = u32::from_str_radix(colour.trim_start_matches('#'), 16).unwrap_or_default();
        let [_, red, green, blue] = digits.to_be_bytes();
        Tone::of(red, green, blue)
    }
}

impl fmt::Display for Tone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0.red, self.0.green, self.0.blue)
    }
}
