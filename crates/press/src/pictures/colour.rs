//! The colour that stands for a picture until it is there.

use image::RgbImage;

/// How many steps a channel is parted into, so that like colours fall together.
const STEPS: usize = 8;

/// The colour that most of a picture has, as CSS writes it: `#8a7b60`.
pub fn dominant(picture: &RgbImage) -> String {
    let mut alike = vec![(0_u64, [0_u64; 3]); STEPS.pow(3)];
    for pixel in picture.pixels() {
        let step = |channel: u8| usize::from(channel) * STEPS / 256;
        let [red, green, blue] = pixel.0;
        let (count, sums) = &mut alike[(step(red) * STEPS + step(green)) * STEPS + step(blue)];
        *count += 1;
        sums.iter_mut().zip(pixel.0).for_each(|(sum, channel)| *sum += u64::from(channel));
    }
    // Of two that are as frequent the darker, so that it is the same each time.
    let (count, sums) = alike.into_iter().rev().max_by_key(|(count, _)| *count).unwrap_or_default();
    let [red, green, blue] = sums.map(|sum| sum / count.max(1));
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgb;

    #[test]
    fn the_colour_is_that_of_most_pixels_and_not_a_mixture_of_all() {
        let sea = RgbImage::from_fn(10, 10, |x, _| if x < 7 { Rgb([20, 90, 140]) } else { Rgb([250, 250, 250]) });
        assert_eq!(dominant(&sea), "#145a8c");
        assert_eq!(dominant(&RgbImage::new(0, 0)), "#000000");
    }
}
