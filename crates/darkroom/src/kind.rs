//! What a file is, told by what it holds: names lie, and cameras, phones and downloads have formats of their own.

use super::PictureError;
use image::ImageFormat;

/// What can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Pixels, in a format that is decoded.
    Photo(ImageFormat),
    /// A drawing (SVG).
    Drawing,
}

/// So far into a file a drawing's first element stands, behind comments and the like.
const PROLOGUE: usize = 64 << 10;

/// How files begin that are often met, but not opened; and what they are called.
const OTHERS: [(&[u8], &str); 13] = [
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"BM", "BMP"),
    (b"\0\0\x01\0", "ICO"),
    (b"8BPS", "Photoshop"),
    (b"%PDF", "PDF"),
    (b"%!PS", "PostScript"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cJXL ", "JPEG XL"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (b"\x1f\x8b", "SVGZ, gzip"),
    (b"PK\x03\x04", "ZIP"),
    (b"\x1aE\xdf\xa3", "WebM"),
];

/// Brands of ISO base media files (ISO/IEC 14496-12): HEIC is what iPhones write.
const BRANDS: [(&[&[u8; 4]], &str); 3] = [
    (&[b"avif", b"avis"], "AVIF"),
    (&[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"], "HEIC"),
    (&[b"isom", b"iso2", b"mp41", b"mp42", b"M4V ", b"qt  "], "MP4"),
];

impl Kind {
    /// What a file is, by its bytes.
    pub fn of(bytes: &[u8]) -> Result<Kind, PictureError> {
        match image::guess_format(bytes) {
            Ok(format @ (ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP | ImageFormat::Gif)) => Ok(Kind::Photo(format)),
            _ => markup(bytes),
        }
    }

    /// What the names of such files end in.
    pub fn ending(self) -> &'static str {
        match self {
            Kind::Photo(ImageFormat::Jpeg) => "jpg",
            Kind::Photo(format) => format.extensions_str().first().copied().unwrap_or("jpg"),
            Kind::Drawing => "svg",
        }
    }
}

fn markup(bytes: &[u8]) -> Result<Kind, PictureError> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(PROLOGUE)]);
    let start = start.trim_start_matches('\u{feff}').trim_start();
    let lower = start.get(..start.len().min(32)).unwrap_or_default().to_ascii_lowercase();
    match () {
        () if lower.starts_with("<!doctype html") || lower.starts_with("<html") => Err(PictureError::OtherFormat("HTML".into())),
        () if start.starts_with('<') && (start.contains("<svg") || start.contains(":svg")) => Ok(Kind::Drawing),
        () => Err(other(bytes).map_or(PictureError::NoPicture, |name| PictureError::OtherFormat(name.to_owned()))),
    }
}

fn other(bytes: &[u8]) -> Option<&'static str> {
    let begins = OTHERS.iter().find(|(begin, _)| bytes.starts_with(begin)).map(|(_, name)| *name);
    let brand = bytes.get(8..12).filter(|_| bytes.get(4..8) == Some(b"ftyp"));
    let is_of = |brands: &[&[u8; 4]]| brands.iter().any(|known| Some(&known[..]) == brand);
    begins.or_else(|| BRANDS.iter().find(|(brands, _)| is_of(brands)).map(|(_, name)| *name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_is_known_behind_whatever_stands_before_it() {
        for start in
            ["", "\u{feff}", " \n", "<?xml version='1.0'?>", "<!-- drawn with a brush -->", "<!DOCTYPE svg PUBLIC 'a' 'b'>"]
        {
            assert_eq!(Kind::of(format!("{start}<svg/>").as_bytes()), Ok(Kind::Drawing), "{start}");
        }
        assert_eq!(Kind::of(b"<s:svg xmlns:s='http://www.w3.org/2000/svg'/>"), Ok(Kind::Drawing));
        for none in ["", "svg", "<rss/>", "<!DOCTYPE html><svg/>", "<HTML><svg/>", "words of <svg>"] {
            assert!(Kind::of(none.as_bytes()).is_err(), "{none}");
        }
    }
}
