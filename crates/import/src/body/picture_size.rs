//! What addresses and elements tell of the size of a picture.

use super::tokens::Tag;

/// The widest picture of a set that is taken, in pixels: wider than any layout shows on a dense screen.
const WIDEST: u32 = 2560;

/// Whether an address names a picture file.
pub fn is_picture_address(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    ["jpg", "jpeg", "png", "webp", "avif", "gif", "svg"].iter().any(|ending| path.ends_with(&format!(".{ending}")))
}

/// An address without the size that WordPress puts into names of renditions: `a-1024x683.jpg`.
pub fn without_size(address: &str) -> String {
    let Some((stem, ending)) = address.rsplit_once('.') else { return address.to_owned() };
    let size = stem.rsplit_once('-').filter(|(_, size)| {
        size.split_once('x').is_some_and(|(width, height)| [width, height].iter().all(|side| side.parse::<u32>().is_ok()))
    });
    size.map_or_else(|| address.to_owned(), |(name, _)| format!("{name}.{ending}"))
}

/// The size that WordPress puts into names of renditions.
pub fn size_in_name(address: &str) -> Option<(u32, u32)> {
    let (stem, _) = address.rsplit_once('.')?;
    let (width, height) = stem.rsplit_once('-')?.1.split_once('x')?;
    let sides = (width.parse().ok()?, height.parse().ok()?);
    (1..=20_000).contains(&sides.0).then_some(sides).filter(|(_, height)| (1..=20_000).contains(height))
}

/// The size of a picture that its element tells, of one so wide.
pub fn size(tag: &Tag, width: u32) -> (u32, u32) {
    let (w, h) = (tag.number("width"), tag.number("height"));
    // A width of `100%` is none.
    let is_whole =
        w > 0 && h > 0 && !tag.get("width").contains('%') && !tag.get("height").contains('%') && w <= 20_000 && h <= 20_000;
    match (is_whole, width) {
        (false, _) => (0, 0),
        // A square is cut out of the picture: the whole has other proportions.
        (true, 1..) if size_in_name(tag.get("src")).is_some_and(|(width, height)| width == height) => (0, 0),
        (true, 0) => (w, h),
        (true, width) => (width, (u64::from(width) * u64::from(h) / u64::from(w)).max(1) as u32),
    }
}

/// The widest picture of a `srcset` that is not too wide.
pub fn widest(set: &str) -> Option<(String, u32)> {
    let candidate = |text: &str| {
        let (address, width) = text.trim().rsplit_once(' ')?;
        let width: u32 = width.strip_suffix('w')?.parse().ok()?;
        Some((address.trim().to_owned(), width))
    };
    set.split(", ").filter_map(candidate).filter(|(_, width)| *width <= WIDEST).max_by_key(|(_, width)| *width)
}
