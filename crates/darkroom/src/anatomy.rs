//! What a photo's file is made of, told without its pixels: whether it has its end, and whether it moves.

use image::ImageFormat;

/// What is known of a photo's file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Anatomy {
    /// Whether the end is there: what an upload that broke off has not.
    pub is_whole: bool,
    /// Whether it has several frames.
    pub is_moving: bool,
}

impl Anatomy {
    /// Goes through the parts of a file.
    pub fn of(format: ImageFormat, bytes: &[u8]) -> Anatomy {
        // A file that ends amid a part is not whole, and whatever it said before that counts.
        let mut found = Anatomy::default();
        let _ = match format {
            ImageFormat::Jpeg => jpeg(bytes, &mut found),
            ImageFormat::Png => png(bytes, &mut found),
            ImageFormat::WebP => webp(bytes, &mut found),
            ImageFormat::Gif => gif(bytes, &mut found),
            _ => found.end(),
        };
        found
    }

    /// The end is there.
    fn end(&mut self) -> Option<()> {
        self.is_whole = true;
        Some(())
    }
}

/// Segments, and behind some of them coded pixels, in which `FF` is followed by zero or a restart (ITU-T T.81, B.1).
fn jpeg(bytes: &[u8], found: &mut Anatomy) -> Option<()> {
    let mut rest = bytes.get(2..)?;
    loop {
        let at = rest.iter().position(|byte| *byte == 0xff)?;
        rest = rest.get(at + 1..)?;
        match *rest.first()? {
            0xd9 => return found.end(),
            0 | 1 | 0xd0..=0xd8 => rest = rest.get(1..)?,
            0xff => {}
            _ => {
                let length = usize::from(u16::from_be_bytes([*rest.get(1)?, *rest.get(2)?]));
                rest = rest.get(1 + length..)?;
            }
        }
    }
}

/// Chunks until `IEND` (PNG, 5.3); `acTL` says how many frames there are.
fn png(bytes: &[u8], found: &mut Anatomy) -> Option<()> {
    let mut rest = bytes.get(8..)?;
    loop {
        let length = u32::from_be_bytes(*rest.first_chunk()?) as usize;
        let name = rest.get(4..8)?;
        found.is_moving |= name == b"acTL" && u32::from_be_bytes(*rest.get(8..)?.first_chunk()?) > 1;
        if name == b"IEND" {
            return found.end();
        }
        rest = rest.get(length.checked_add(12)?..)?;
    }
}

/// Chunks in one that says how long it is (RFC 9649, 2.4); each frame is an `ANMF`.
fn webp(bytes: &[u8], found: &mut Anatomy) -> Option<()> {
    let length = u32::from_le_bytes(*bytes.get(4..)?.first_chunk()?) as usize;
    // An odd chunk at the end may lack its padding.
    found.is_whole = bytes.len() + 1 >= length.checked_add(8)?;
    let (mut rest, mut frames) = (bytes.get(12..)?, 0);
    while let Some(name) = rest.get(..4) {
        frames += usize::from(name == b"ANMF");
        found.is_moving = frames > 1;
        let length = u32::from_le_bytes(*rest.get(4..)?.first_chunk()?) as usize;
        rest = rest.get(length.checked_add(8 + length % 2)?..)?;
    }
    Some(())
}

/// Blocks of sub-blocks, until a trailer (GIF89a, appendix B).
fn gif(bytes: &[u8], found: &mut Anatomy) -> Option<()> {
    let table = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let mut rest = bytes.get(13 + table(*bytes.get(10)?)..)?;
    let mut frames = 0;
    loop {
        rest = match *rest.first()? {
            0x3b => return found.end(),
            0x2c => {
                frames += 1;
                found.is_moving = frames > 1;
                rest.get(11 + table(*rest.get(9)?)..)?
            }
            0x21 => rest.get(2..)?,
            _ => return None,
        };
        while let Some(length @ 1..) = rest.first().copied() {
            rest = rest.get(1 + usize::from(length)..)?;
        }
        rest = rest.get(1..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_an_end_amid_other_parts_is_none() {
        let is_whole = |bytes: &[u8]| Anatomy::of(ImageFormat::Jpeg, bytes).is_whole;
        let start = [0xff, 0xd8, 0xff, 0xed, 0, 4, 0xff, 0xd9, 0xff, 0xda, 0, 2];
        let pixels = [0x12, 0xff, 0, 0xd9, 0xff, 0xd0, 0x56, 0xff];
        assert!(!is_whole(&start), "an end in a segment is none");
        assert!(!is_whole(&[&start[..], &pixels].concat()));
        assert!(is_whole(&[&start[..], &pixels, &[0xff, 0xd9]].concat()), "bytes may be filled up before it");
        assert!(is_whole(&[&start[..], &pixels, &[0xff, 0xd9], &[0; 99]].concat()), "and others follow");
    }

    #[test]
    fn no_file_however_broken_stops_the_walk() {
        let starts: [(ImageFormat, &[u8]); 4] = [
            (ImageFormat::Jpeg, b"\xff\xd8\xff\xe0\xff\xff"),
            (ImageFormat::Png, b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffacTL"),
            (ImageFormat::WebP, b"RIFF\xff\xff\xff\xffWEBPANMF\xff\xff\xff\xff"),
            (ImageFormat::Gif, b"GIF89a\0\0\0\0\xff\0\0"),
        ];
        for (format, start) in starts {
            for length in 0..start.len() {
                assert!(!Anatomy::of(format, &start[..length]).is_whole, "{format:?} of {length}");
            }
            assert_eq!(Anatomy::of(format, start), Anatomy::default(), "{format:?}");
        }
    }
}
