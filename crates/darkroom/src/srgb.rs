//! Pixels of any kind become those of a page: sRGB, on the paper's ground. Browsers mix so too: colours first, then the ground.

use super::PictureError;
use image::{DynamicImage, Rgb, RgbImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, Transform8BitExecutor, Transform16BitExecutor, TransformOptions};
use std::sync::Arc;

/// What is behind a picture: white, as paper and as the ground of most charts.
pub const GROUND: [u8; 3] = [255; 3];

/// So much colours may differ from sRGB's before they are converted: what rounding makes of an sRGB profile.
const ALIKE: u16 = 0x0180;

/// The pixels of a photo as pages show them.
pub fn of(photo: DynamicImage, profile: Option<&ColorProfile>) -> Result<RgbImage, PictureError> {
    let conversion = profile.and_then(|profile| Conversion::of(profile, !photo.color().has_color()));
    let photo = match (photo, &conversion) {
        (DynamicImage::ImageRgb8(already), None) => return Ok(already),
        (photo, _) => photo,
    };
    let mut page = RgbImage::new(photo.width(), photo.height());
    for (at, line) in (0..).zip(page.rows_mut()) {
        // A row at a time: a photo and its copy in sixteen bits would not fit.
        let row = photo.crop_imm(0, at, photo.width(), 1);
        let row = match &conversion {
            Some(conversion) => conversion.convert(row)?,
            None => row.into_rgba16().into_raw(),
        };
        for (pixel, sample) in line.zip(row.chunks_exact(4)) {
            *pixel = on_ground(sample);
        }
    }
    Ok(page)
}

/// Four inks of a printer, 255 for all of one, as pages show them; without a profile as browsers do.
pub fn of_inks(inks: &[u8], size: (u32, u32), profile: Option<&ColorProfile>) -> Result<RgbImage, PictureError> {
    let profile = profile.filter(|profile| profile.color_space == DataColorSpace::Cmyk);
    let conversion: Option<Arc<Transform8BitExecutor>> = profile.and_then(|profile| {
        profile.create_transform_8bit(Layout::Rgba, &ColorProfile::new_srgb(), Layout::Rgb, options(profile)).ok()
    });
    let mut page = RgbImage::new(size.0, size.1);
    let width = size.0 as usize;
    for (line, row) in page.chunks_exact_mut(width * 3).zip(inks.chunks_exact(width * 4)) {
        match &conversion {
            Some(conversion) => conversion.transform(row, line).map_err(unfit)?,
            None => {
                line.chunks_exact_mut(3).zip(row.chunks_exact(4)).for_each(|(pixel, inks)| pixel.copy_from_slice(&bare(inks)))
            }
        }
    }
    Ok(page)
}

/// What shines through four inks.
fn bare(inks: &[u8]) -> [u8; 3] {
    let left = |ink: u8| u32::from(255 - ink);
    let [cyan, magenta, yellow, black] = [0, 1, 2, 3].map(|at| left(inks.get(at).copied().unwrap_or(0)));
    [cyan, magenta, yellow].map(|colour| ((colour * black + 127) / 255) as u8)
}

/// From the colours of a profile to those of screens.
struct Conversion {
    transform: Arc<Transform16BitExecutor>,
    is_grey: bool,
}

impl Conversion {
    /// None: the profile does not fit the pixels, or is sRGB's own.
    fn of(profile: &ColorProfile, is_grey: bool) -> Option<Conversion> {
        let layout = match profile.color_space {
            DataColorSpace::Rgb => Layout::Rgba,
            DataColorSpace::Gray if is_grey => Layout::GrayAlpha,
            _ => return None,
        };
        let is_grey = layout == Layout::GrayAlpha;
        let transform = profile.create_transform_16bit(layout, &ColorProfile::new_srgb(), Layout::Rgba, options(profile)).ok()?;
        let conversion = Conversion { transform, is_grey };
        (!conversion.changes_nothing()).then_some(conversion)
    }

    fn convert(&self, row: DynamicImage) -> Result<Vec<u16>, PictureError> {
        let mut converted = vec![0; row.width() as usize * 4];
        let samples = if self.is_grey { row.into_luma_alpha16().into_raw() } else { row.into_rgba16().into_raw() };
        self.transform.transform(&samples, &mut converted).map_err(unfit)?;
        Ok(converted)
    }

    /// Whether it leaves all colours of a coarse grid as they are.
    fn changes_nothing(&self) -> bool {
        let steps = || (0..=8_u16).map(|step| step * 0x1fff);
        let grid: Vec<[u16; 4]> = match self.is_grey {
            true => steps().map(|grey| [grey, grey, grey, u16::MAX]).collect(),
            false => steps()
                .flat_map(|red| steps().flat_map(move |green| steps().map(move |blue| [red, green, blue, u16::MAX])))
                .collect(),
        };
        let samples: Vec<u16> = grid
            .iter()
            .flat_map(|[red, green, blue, alpha]| match self.is_grey {
                true => vec![*red, *alpha],
                false => vec![*red, *green, *blue, *alpha],
            })
            .collect();
        let mut converted = vec![0; grid.len() * 4];
        let is_done = self.transform.transform(&samples, &mut converted).is_ok();
        is_done && grid.as_flattened().iter().zip(&converted).all(|(before, after)| before.abs_diff(*after) <= ALIKE)
    }
}

fn options(profile: &ColorProfile) -> TransformOptions {
    TransformOptions { rendering_intent: profile.rendering_intent, ..TransformOptions::default() }
}

fn unfit(error: moxcms::CmsError) -> PictureError {
    PictureError::Broken(error.to_string())
}

/// A pixel of sixteen bits with its opacity.
fn on_ground(sample: &[u16]) -> Rgb<u8> {
    let most = u64::from(u16::MAX);
    let [red, green, blue, alpha] = [0, 1, 2, 3].map(|at| u64::from(sample.get(at).copied().unwrap_or(0)));
    let mut page = GROUND;
    for (ground, colour) in page.iter_mut().zip([red, green, blue]) {
        let mixed = colour * alpha + u64::from(*ground) * 257 * (most - alpha);
        *ground = ((mixed + most * 257 / 2) / (most * 257)) as u8;
    }
    Rgb(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_veil_lets_the_ground_shine_through_and_what_is_opaque_is_as_it_was() {
        assert_eq!(on_ground(&[0, 0, 0, 0]), Rgb([255; 3]));
        assert_eq!(on_ground(&[0, 0xffff, 0, 0x8000]), Rgb([127, 255, 127]));
        for value in 0..=255_u8 {
            let sample = u16::from(value) * 257;
            assert_eq!(on_ground(&[sample, sample, sample, u16::MAX]), Rgb([value; 3]));
        }
    }

    #[test]
    fn a_profile_of_srgb_is_known_whatever_it_is_called_and_others_are_not() {
        let read = |profile: ColorProfile| ColorProfile::new_from_slice(&profile.encode().unwrap()).unwrap();
        assert!(Conversion::of(&read(ColorProfile::new_srgb()), false).is_none());
        assert!(Conversion::of(&read(ColorProfile::new_display_p3()), false).is_some());
        assert!(Conversion::of(&read(ColorProfile::new_adobe_rgb()), false).is_some());
        assert!(Conversion::of(&read(ColorProfile::new_gray_with_gamma(1.0)), true).is_some());
        assert!(Conversion::of(&read(ColorProfile::new_gray_with_gamma(1.0)), false).is_none(), "grey says nothing of colours");
    }
}
