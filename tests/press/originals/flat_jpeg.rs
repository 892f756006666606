//! A JPEG of four inks, which no encoder here writes: flat squares, bit by bit (ITU-T T.81).

/// Bits in a row, with a zero byte behind each full one.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    open: u32,
    count: u32,
}

impl Bits {
    fn push(&mut self, value: u32, length: u32) {
        for at in (0..length).rev() {
            self.open = self.open << 1 | value >> at & 1;
            self.count += 1;
            if self.count == 8 {
                self.bytes.push(self.open as u8);
                if self.open == 0xff {
                    self.bytes.push(0);
                }
                (self.open, self.count) = (0, 0);
            }
        }
    }

    /// A difference of DC values. Its category is coded in four bits: as itself.
    fn difference(&mut self, value: i32) {
        let category = 32 - value.unsigned_abs().leading_zeros();
        self.push(category, 4);
        let bits = if value < 0 { value - 1 } else { value } as u32;
        self.push(bits & ((1 << category) - 1), category);
    }
}

fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    [&[0xff, marker][..], &(body.len() as u16 + 2).to_be_bytes(), body].concat()
}

/// A square of one colour, of which the four samples are said as they stand in the file. `transform` as Adobe has it:
/// 0 for inks as they are, 2 for YCCK.
pub fn four_inks(samples: [u8; 4], transform: u8, side: u16, icc: Option<&[u8]>) -> Vec<u8> {
    let components: Vec<u8> = (1..=4).flat_map(|id| [id, 0x11, 0]).collect();
    let frame = [&[8][..], &side.to_be_bytes(), &side.to_be_bytes(), &[4], &components].concat();
    // Sixteen codes of four bits would leave none of ones only: so nine, for the categories 0 to 8.
    let dc = [&[0x00, 0, 0, 0, 9][..], &[0; 12], &[0, 1, 2, 3, 4, 5, 6, 7, 8]].concat();
    let ac = [&[0x10, 1][..], &[0; 15], &[0]].concat();
    let scan: Vec<u8> = [&[4][..], &(1..=4).flat_map(|id| [id, 0]).collect::<Vec<u8>>(), &[0, 63, 0]].concat();
    let mut bits = Bits::default();
    for square in 0..u32::from(side / 8).pow(2) {
        for sample in samples {
            // Divided by eight in the table of quantisation, as a flat square's DC is eight times its value.
            bits.difference(if square == 0 { i32::from(sample) - 128 } else { 0 });
            bits.push(0, 1);
        }
    }
    bits.push(0x7f, 7);
    let profile = icc.map(|icc| segment(0xe2, &[b"ICC_PROFILE\0\x01\x01", icc].concat())).unwrap_or_default();
    [
        vec![0xff, 0xd8],
        segment(0xee, &[&b"Adobe\0\x64\0\0\0\0"[..], &[transform]].concat()),
        profile,
        segment(0xdb, &[&[0][..], &[8; 64]].concat()),
        segment(0xc0, &frame),
        segment(0xc4, &dc),
        segment(0xc4, &ac),
        segment(0xda, &scan),
        bits.bytes,
        vec![0xff, 0xd9],
    ]
    .concat()
}

/// A profile of inks that all come out as one grey of half the lightness (ICC.1:2001-04, a `mft1` with two steps a side).
pub fn grey_whatever_the_ink() -> Vec<u8> {
    let identity: Vec<u8> =
        [1_u32 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 16].iter().flat_map(|part| part.to_be_bytes()).collect();
    let straight: Vec<u8> = (0..=255).collect();
    let grey = [128, 128, 128].repeat(16);
    let table = [&b"mft1\0\0\0\0\x04\x03\x02\0"[..], &identity, &straight.repeat(4), &grey, &straight.repeat(3)].concat();
    let tags = [&1_u32.to_be_bytes()[..], b"A2B0", &144_u32.to_be_bytes(), &(table.len() as u32).to_be_bytes()].concat();
    let mut header = [0; 128];
    header[..4].copy_from_slice(&(144 + table.len() as u32).to_be_bytes());
    header[8..12].copy_from_slice(&[2, 0x40, 0, 0]);
    header[12..24].copy_from_slice(b"prtrCMYKLab ");
    header[36..40].copy_from_slice(b"acsp");
    let white = [0xf6d6_u32, 0x1_0000, 0xd32d];
    header[68..80].copy_from_slice(&white.map(u32::to_be_bytes).concat());
    [&header[..], &tags, &table].concat()
}
