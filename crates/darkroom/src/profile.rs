//! Which colours a photo's numbers mean: what it says of itself, as a profile.

use super::limits;
use image::ImageFormat;
use moxcms::{
    Chromaticity, CicpColorPrimaries, CicpProfile, ColorPrimaries, ColorProfile, MatrixCoefficients, TransferCharacteristics,
    curve_from_gamma,
};
use std::io::Cursor;

/// A profile, where a photo has one that can be understood; others are taken for sRGB, as browsers do.
pub fn of(format: ImageFormat, bytes: &[u8], icc: Option<Vec<u8>>) -> Option<ColorProfile> {
    match format {
        ImageFormat::Png => of_png(bytes),
        _ => of_icc(&icc?),
    }
}

/// An ICC profile.
pub fn of_icc(icc: &[u8]) -> Option<ColorProfile> {
    ColorProfile::new_from_slice(icc).ok()
}

/// Of several chunks that say it the first counts in the order of PNG (third edition), 4.3.
fn of_png(bytes: &[u8]) -> Option<ColorProfile> {
    let limits = png::Limits { bytes: limits::HEADER as usize };
    let reader = png::Decoder::new_with_limits(Cursor::new(bytes), limits).read_info().ok()?;
    let info = reader.info();
    if let Some(points) = info.coding_independent_code_points.filter(|points| points.is_video_full_range_image) {
        return of_code_points(points.color_primaries, points.transfer_function);
    }
    match (&info.icc_profile, info.srgb) {
        (Some(icc), _) => of_icc(icc),
        (None, Some(_)) => None,
        (None, None) => of_gamma(info.gama_chunk?, info.chrm_chunk),
    }
}

/// By numbers of ITU-T H.273.
fn of_code_points(primaries: u8, transfer: u8) -> Option<ColorProfile> {
    let color_primaries = CicpColorPrimaries::try_from(primaries).ok()?;
    let transfer_characteristics = TransferCharacteristics::try_from(transfer).ok()?;
    let matrix_coefficients = MatrixCoefficients::Identity;
    Some(ColorProfile::new_from_cicp(CicpProfile {
        color_primaries,
        transfer_characteristics,
        matrix_coefficients,
        full_range: true,
    }))
}

/// A curve, on sRGB's colours where no others are said.
fn of_gamma(gamma: png::ScaledFloat, colours: Option<png::SourceChromaticities>) -> Option<ColorProfile> {
    let gamma = Some(gamma.into_value()).filter(|gamma| *gamma > 0.0)?;
    let mut profile = ColorProfile::new_srgb();
    profile.cicp = None;
    if let Some(colours) = colours {
        let at = |(x, y): (png::ScaledFloat, png::ScaledFloat)| Chromaticity::new(x.into_value(), y.into_value());
        let primaries = ColorPrimaries { red: at(colours.red), green: at(colours.green), blue: at(colours.blue) };
        profile.update_rgb_colorimetry(at(colours.white).to_xyyb(), primaries);
    }
    let curve = Some(curve_from_gamma(1.0 / gamma));
    (profile.red_trc, profile.green_trc, profile.blue_trc) = (curve.clone(), curve.clone(), curve);
    Some(profile)
}
