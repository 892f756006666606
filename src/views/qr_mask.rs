//! The press draws a code for each article: this finds the code's best mask as the `qrcodegen` library does
//! (ISO/IEC 18004, 7.8), in a fifth of the time, by looking at whole lines of modules at once.
//!
//! What one mask changes against another is the same in all codes of a version and correction level. So one code
//! is drawn, the seven others follow from it by what was learnt once.

use super::qr_code::Modules;
use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};
use std::collections::HashMap;
use std::sync::{LazyLock, PoisonError, RwLock};

/// The largest version whose lines, with four light modules at both ends, fit into a [`Line`].
const LARGEST: u8 = 9;

/// A row or column, a bit for each module; 1 is dark.
type Line = u64;

/// A code's rows, then its columns.
type Lines = Vec<Line>;

/// For a version and correction level, what each mask changes against the first.
type Changes = HashMap<(u8, u8), [Lines; 8]>;

static CHANGES: LazyLock<RwLock<Changes>> = LazyLock::new(RwLock::default);

/// The modules of `QrCode::encode_text(text, QrCodeEcc::Low)`. None: the text is too long for a code.
pub fn modules_of(text: &str) -> Option<Modules> {
    let segments = QrSegment::make_segments(text);
    let draw = |mask: Option<u8>| {
        let (low, least, most) = (QrCodeEcc::Low, Version::MIN, Version::MAX);
        QrCode::encode_segments_advanced(&segments, low, least, most, mask.map(Mask::new), true).ok()
    };
    let first = draw(Some(0))?;
    if first.version().value() > LARGEST {
        return draw(None).map(|code| Modules::from(&code));
    }
    let kind = (first.version().value(), first.error_correction_level() as u8);
    let known = CHANGES.read().unwrap_or_else(PoisonError::into_inner).contains_key(&kind);
    if !known {
        let changes = changes(&first, |mask| draw(Some(mask)))?;
        CHANGES.write().unwrap_or_else(PoisonError::into_inner).insert(kind, changes);
    }
    let lines = lines(&first);
    let changes = CHANGES.read().unwrap_or_else(PoisonError::into_inner);
    let (size, changes) = (first.size() as u32, changes.get(&kind)?);
    let masked = |change: &Lines| lines.iter().zip(change).map(|(line, change)| line ^ change).collect::<Lines>();
    let best = changes.iter().map(masked).min_by_key(|lines| penalty(lines, size))?;
    let row = |row: &Line| (0..size).map(move |x| row >> x & 1 == 1).collect::<Vec<_>>();
    Some(Modules { size: size as usize, dark: best[..size as usize].iter().flat_map(row).collect() })
}

fn changes(first: &QrCode, draw: impl Fn(u8) -> Option<QrCode>) -> Option<[Lines; 8]> {
    let first = lines(first);
    let mut changes: [Lines; 8] = Default::default();
    for (mask, change) in (0..8).zip(&mut changes) {
        *change = lines(&draw(mask)?).iter().zip(&first).map(|(line, first)| line ^ first).collect();
    }
    Some(changes)
}

fn lines(code: &QrCode) -> Lines {
    let size = code.size();
    let mut lines = vec![0; 2 * size as usize];
    let (rows, columns) = lines.split_at_mut(size as usize);
    for (y, row) in (0..size).zip(rows) {
        for (x, column) in (0..size).zip(&mut *columns) {
            let module = Line::from(code.get_module(x, y));
            *row |= module << x;
            *column |= module << y;
        }
    }
    lines
}

/// How badly a code reads: long runs, blocks, what looks like a finder, and more dark than light.
fn penalty(lines: &[Line], size: u32) -> u32 {
    let rows = &lines[..size as usize];
    let pairs = ones(size - 1);
    let block = |pair: &[Line]| {
        let [a, b] = [pair[0], pair[1]];
        (!(a ^ b) & !(a ^ (a >> 1)) & !(b ^ (b >> 1)) & pairs).count_ones() * 3
    };
    let (dark, all) = (rows.iter().map(|row| row.count_ones()).sum::<u32>(), size * size);
    let imbalance = ((dark * 20).abs_diff(all * 10)).div_ceil(all).saturating_sub(1) * 10;
    let in_lines = lines.iter().map(|line| runs(*line, size) + finders(*line, size) * 40).sum::<u32>();
    in_lines + rows.windows(2).map(block).sum::<u32>() + imbalance
}

/// Five modules of one colour count three, each further one more.
fn runs(line: Line, size: u32) -> u32 {
    let fives = fives(line, size);
    fives.count_ones() + 2 * (fives & !(fives << 1)).count_ones()
}

/// Where five modules of one colour begin.
fn fives(line: Line, size: u32) -> Line {
    let same = !(line ^ (line >> 1)) & ones(size - 1);
    same & (same >> 1) & (same >> 2) & (same >> 3)
}

/// Runs of 1:1:3:1:1, beginning with dark, with light of one before and four after, or the other way round.
/// Beyond the edge all is light.
fn finders(line: Line, size: u32) -> u32 {
    // The light before the edge gets room; what lies behind the line is light already.
    let dark = line << 4;
    let light = !dark;
    let core = dark & (light >> 1) & (dark >> 2) & (dark >> 3) & (dark >> 4) & (light >> 5) & (dark >> 6);
    let core = core & (light << 1) & (light >> 7);
    let four = light & (light >> 1) & (light >> 2) & (light >> 3);
    let small = if core == 0 { 0 } else { (core & (four << 4)).count_ones() + (core & (four >> 7)).count_ones() };
    // In the middle of a larger one is a run of just six, or of nine at least.
    let fives = fives(line, size);
    let sixes = fives & (fives >> 1);
    let just_six = sixes & !(sixes << 1) & !(sixes >> 1) & line;
    let nines = sixes & (sixes >> 3) & line;
    let scales = if just_six != 0 { 2 } else { 3 }..=if nines != 0 { size / 7 } else { 2 };
    small + scales.map(|scale| larger_finders(line, scale)).sum::<u32>()
}

/// The same, so many times as large.
fn larger_finders(line: Line, scale: u32) -> u32 {
    let stretch = |colour: u128, count: u32| (1..count).fold(colour, |begins, at| begins & (colour >> at));
    let dark = u128::from(line) << (4 * scale);
    let [dark_one, dark_three] = [scale, 3 * scale].map(|count| stretch(dark, count));
    let [light_one, light_four] = [scale, 4 * scale].map(|count| stretch(!dark, count));
    let core =
        dark_one & (light_one >> scale) & (dark_three >> (2 * scale)) & (light_one >> (5 * scale)) & (dark_one >> (6 * scale));
    let core = core & (light_one << scale) & (light_one >> (7 * scale));
    (core & (light_four << (4 * scale))).count_ones() + (core & (light_four >> (7 * scale))).count_ones()
}

/// So many ones.
fn ones(count: u32) -> Line {
    (1 << count) - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mask_is_the_one_that_the_library_finds() {
        let address =
            |number: u32| format!("https://tide.example/{}/20240930-{:07}/", "article/".repeat(number as usize % 20), number * 7);
        for text in (0..400).map(address).chain([String::new(), "HELLO WORLD".to_owned(), "0".repeat(700)]) {
            let theirs = Modules::from(&QrCode::encode_text(&text, QrCodeEcc::Low).unwrap());
            assert!(modules_of(&text).unwrap().dark == theirs.dark, "{text}");
        }
        assert!(modules_of(&"x".repeat(3_000)).is_none());
    }
}
