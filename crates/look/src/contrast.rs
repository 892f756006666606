//! Whether words can be read on what is behind them (WCAG 2.2, 1.4.3).

use crate::colours::Four;
use crate::tones::Tone;
use palette::color_difference::Wcag21RelativeContrast;
use strait_faults::LookFault;
use strait_model::Colours;

/// What words must have.
pub const LEAST: f32 = 4.5;
/// What readers get who ask for more (1.4.6).
pub const MORE: f32 = 7.0;

/// The contrast of two colours, from 1 to 21.
pub fn between(one: Tone, other: Tone) -> f32 {
    one.light().relative_contrast(other.light())
}

/// The least that a colour has on any of these.
pub fn least(tone: Tone, behind: &[Tone]) -> f32 {
    behind.iter().map(|ground| between(tone, *ground)).fold(21.0, f32::min)
}

/// The nearest tone of a colour that has so much contrast on all of these; none: there is none between black and white.
pub fn reaching(tone: Tone, behind: &[Tone], wanted: f32) -> Option<Tone> {
    if least(tone, behind) >= wanted {
        return Some(tone);
    }
    const STEPS: u16 = 1000;
    let own = tone.lightness();
    let steps = (0..=STEPS).map(|step| f32::from(step) / f32::from(STEPS));
    let will_do = |lightness: &f32| least(tone.lit(*lightness), behind) >= wanted;
    let nearest = steps.filter(will_do).min_by(|one, other| (one - own).abs().total_cmp(&(other - own).abs()));
    nearest.map(|lightness| tone.lit(lightness))
}

/// What words on a colour are printed in: nearly white, or nearly black, with a breath of another colour.
pub fn light_or_dark(ground: Tone, breath: Tone) -> Tone {
    let (light, dark) = (breath.at(0.975, 0.01), breath.at(0.16, 0.01));
    if between(light, ground) >= LEAST || between(light, ground) >= between(dark, ground) { light } else { dark }
}

/// What cannot be read of the colours of a theme, by the pointer to the colour in `site.json`.
pub fn faults(theme: &str, chosen: &Colours, four: &Four) -> Vec<(String, LookFault)> {
    if chosen == &Colours::default() {
        return vec![];
    }
    let behind = four.behind();
    // A ground that even black and white cannot be read on is the ground's own fault.
    if [Tone::of(0, 0, 0), Tone::of(255, 255, 255)].iter().all(|ink| least(*ink, &[four.ground]) < MORE - 1.0) {
        return vec![(format!("/theme/{theme}/ground"), LookFault::MiddleGround { ground: four.ground.to_string() })];
    }
    let words = [("ink", four.ink), ("second", four.second), ("accent", four.accent)];
    let unread = words.into_iter().filter(|(_, tone)| least(*tone, &behind) < LEAST);
    let told = unread.map(|(name, tone)| {
        let worst = behind.into_iter().min_by(|one, other| between(tone, *one).total_cmp(&between(tone, *other)));
        let nearest = reaching(tone, &behind, LEAST).unwrap_or(four.ink);
        let fault = LookFault::LowContrast {
            colour: tone.to_string(),
            ground: worst.unwrap_or(four.ground).to_string(),
            // Rounded down: 4.49 is not 4.5.
            ratio: format!("{:.2}", (least(tone, &behind) * 100.0).floor() / 100.0),
            wanted: LEAST.to_string(),
            nearest: nearest.to_string(),
        };
        (pointer(theme, chosen, name), fault)
    });
    told.collect()
}

/// Where a colour stands, or that which it cannot be read on.
fn pointer(theme: &str, chosen: &Colours, name: &str) -> String {
    let is_chosen = match name {
        "ink" => chosen.ink.is_some(),
        "second" => chosen.second.is_some(),
        _ => chosen.accent.is_some(),
    };
    format!("/theme/{theme}/{}", if is_chosen || chosen.ground.is_none() { name } else { "ground" })
}
