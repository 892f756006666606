//! Colours are those that the original says, on the paper's ground.

use super::flat_jpeg::{four_inks, grey_whatever_the_ink};
use super::photo_files::{Beside, SIDE, gif, jpeg, png, square, webp, with_chunk, written};
use super::{is_near, newsroom, rendition};
use image::{DynamicImage, ImageFormat, Luma, LumaA, Rgba};
use moxcms::{ColorProfile, curve_from_gamma};
use png::{BitDepth, ColorType};

const RED: [u8; 3] = [200, 60, 60];
const WHITE: [u8; 3] = [255, 255, 255];

/// What is seen at a column.
type Place = (u32, [u8; 3]);

/// Prints originals, and looks at some places in each.
fn check(originals: Vec<(&str, Vec<u8>, Vec<Place>)>) {
    let files: Vec<_> = originals.iter().map(|(src, bytes, _)| (*src, bytes.clone())).collect();
    let printed = newsroom(&files).print();
    assert!(printed.report.problems.is_empty(), "{:?}", printed.report.problems);
    let mut wrong = vec![];
    for (at, (src, _, places)) in originals.iter().enumerate() {
        for ending in ["jpg", "webp"] {
            let picture = rendition(&printed, at, ending);
            for (x, wanted) in places {
                let found = picture.get_pixel(*x, SIDE / 2).0;
                if !is_near(found, *wanted) {
                    wrong.push(format!("{src} as {ending} at {x}: {found:?} for {wanted:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Black that nobody sees at the left, red that all see at the right.
fn half<T: Copy>(hidden: T, seen: T) -> impl Fn(u32, u32) -> T {
    move |x, _| if x < SIDE / 2 { hidden } else { seen }
}

#[test]
fn what_is_transparent_shows_the_ground_of_the_paper() {
    let rgba = image::RgbaImage::from_fn(SIDE, SIDE, half(Rgba([0, 0, 0, 0]), Rgba([200, 60, 60, 255])));
    let deep = DynamicImage::from(rgba.clone()).into_rgba16();
    let grey = image::GrayAlphaImage::from_fn(SIDE, SIDE, half(LumaA([0, 0]), LumaA([90, 255])));
    let veil = image::RgbaImage::from_pixel(SIDE, SIDE, Rgba([0, 0, 0, 128]));
    let black = image::RgbaImage::from_pixel(SIDE, SIDE, Rgba([0, 0, 0, 255]));
    let indexed: Vec<u8> = (0..SIDE).map(|x| u8::from(x >= SIDE / 2)).collect();
    let palette = png(ColorType::Indexed, BitDepth::Eight, &indexed, |info| {
        info.palette = Some(vec![0, 0, 0, 200, 60, 60].into());
        info.trns = Some(vec![0, 255].into());
    });
    let keyed_row: Vec<u8> = (0..SIDE).flat_map(|x| if x < SIDE / 2 { [0, 0, 0] } else { RED }).collect();
    let keyed = png(ColorType::Rgb, BitDepth::Eight, &keyed_row, |info| info.trns = Some(vec![0; 6].into()));
    let drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='64' height='64'><rect x='32' width='32' height='64' fill='#c83c3c'/></svg>";
    let sides = |seen| vec![(8, WHITE), (SIDE - 8, seen)];
    check(vec![
        ("chart.png", written(rgba.clone(), ImageFormat::Png), sides(RED)),
        ("deep.png", written(deep, ImageFormat::Png), sides(RED)),
        ("grey.png", written(grey, ImageFormat::Png), sides([90; 3])),
        ("palette.png", palette, sides(RED)),
        ("keyed.png", keyed, sides(RED)),
        ("chart.webp", webp(rgba, Beside::default()), sides(RED)),
        ("chart.gif", gif(&[RED], true), sides(RED)),
        ("chart.svg", drawing.into(), sides(RED)),
        ("veil.png", written(veil, ImageFormat::Png), vec![(8, [127; 3])]),
        // The control: what is black is black.
        ("black.png", written(black, ImageFormat::Png), vec![(8, [0; 3])]),
    ]);
}

#[test]
fn colours_of_other_spaces_become_those_of_screens() {
    let icc = |profile: ColorProfile| Beside { icc: Some(profile.encode().unwrap()), ..Beside::default() };
    let mut linear = ColorProfile::new_srgb();
    let straight = Some(curve_from_gamma(1.0));
    (linear.red_trc, linear.green_trc, linear.blue_trc) = (straight.clone(), straight.clone(), straight);
    linear.cicp = None;
    let plain = || png(ColorType::Rgb, BitDepth::Eight, &RED.repeat(SIDE as usize), |_| {});
    let grey = image::GrayImage::from_pixel(SIDE, SIDE, Luma([128]));
    let middle = vec![0x80; SIDE as usize * 2];
    let profile_chunk = |profile: ColorProfile| {
        png(ColorType::Rgb, BitDepth::Eight, &RED.repeat(SIDE as usize), |info| {
            info.icc_profile = Some(profile.encode().unwrap().into());
        })
    };
    let at = |wanted| vec![(SIDE / 2, wanted)];
    // By the matrices and curves of each space: IEC 61966-2-1, Adobe RGB (1998), SMPTE EG 432-1 with sRGB's curve.
    let (of_adobe, of_p3) = ([231, 57, 57], [216, 41, 52]);
    check(vec![
        ("adobe.jpg", jpeg(square(RED), icc(ColorProfile::new_adobe_rgb())), at(of_adobe)),
        ("p3.jpg", jpeg(square(RED), icc(ColorProfile::new_display_p3())), at(of_p3)),
        ("p3.webp", webp(square(RED), icc(ColorProfile::new_display_p3())), at(of_p3)),
        ("p3.png", profile_chunk(ColorProfile::new_display_p3()), at(of_p3)),
        ("linear.jpg", jpeg(square([128; 3]), icc(linear)), at([188; 3])),
        ("grey.jpg", jpeg(grey.clone(), icc(ColorProfile::new_gray_with_gamma(1.0))), at([188; 3])),
        ("cicp.png", with_chunk(&plain(), b"cICP", &[12, 13, 0, 1]), at(of_p3)),
        (
            "gamma.png",
            with_chunk(&png(ColorType::Grayscale, BitDepth::Sixteen, &middle, |_| {}), b"gAMA", &100_000_u32.to_be_bytes()),
            at([188; 3]),
        ),
        // The controls: what says nothing, or that it is sRGB, stays as it is; a profile of other channels says nothing.
        ("plain.jpg", jpeg(square(RED), Beside::default()), at(RED)),
        ("srgb.jpg", jpeg(square(RED), icc(ColorProfile::new_srgb())), at(RED)),
        ("srgb.png", with_chunk(&with_chunk(&plain(), b"gAMA", &45_455_u32.to_be_bytes()), b"sRGB", &[0]), at(RED)),
        ("odd.jpg", jpeg(square(RED), icc(ColorProfile::new_gray_with_gamma(1.0))), at(RED)),
        ("torn.jpg", jpeg(square(RED), Beside { icc: Some(b"no profile".to_vec()), ..Beside::default() }), at(RED)),
        ("grey.png", written(grey, ImageFormat::Png), at([128; 3])),
    ]);
}

#[test]
fn renditions_say_no_profile_for_they_are_srgb() {
    let p3 = Beside { icc: Some(ColorProfile::new_display_p3().encode().unwrap()), ..Beside::default() };
    let original = jpeg(square(RED), p3);
    assert!(original.windows(11).any(|bytes| bytes == b"ICC_PROFILE"), "the original says it");
    let printed = newsroom(&[("p3.jpg", original)]).print();
    for (path, bytes) in printed.by_path() {
        for profile in [&b"ICC_PROFILE"[..], b"ICCP", b"prof"] {
            let says = path.starts_with("pictures/") && bytes.windows(profile.len()).any(|part| part == profile);
            assert!(!says, "{path} says {}", String::from_utf8_lossy(profile));
        }
    }
}

#[test]
fn inks_of_printers_become_colours_of_screens() {
    let side = SIDE as u16;
    check(vec![
        // As Adobe writes them: 255 is no ink.
        ("cyan.jpg", four_inks([0, 255, 255, 255], 0, side, None), vec![(9, [0, 255, 255])]),
        ("dark.jpg", four_inks([255, 128, 255, 128], 0, side, None), vec![(9, [128, 64, 128])]),
        // Luminance and chroma of no ink at all, which Adobe turns round, and half black.
        ("ycck.jpg", four_inks([0, 128, 128, 128], 2, side, None), vec![(9, [128; 3])]),
        // The profile counts where there is one: half the lightness is 119 of 255.
        ("profile.jpg", four_inks([0, 255, 255, 255], 0, side, Some(&grey_whatever_the_ink())), vec![(9, [119; 3])]),
        ("white.jpg", four_inks([0, 128, 128, 255], 2, side, None), vec![(9, WHITE)]),
    ]);
}
