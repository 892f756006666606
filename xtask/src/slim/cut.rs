//! Cuts within the module, each in place and as long as what stood there: what panics would say, which nobody hears,
//! and the paths of sources, which they would name.

use std::collections::HashSet;
use std::ops::Range;

use wasmparser::BinaryReaderError;

use super::module::{Function, Module, Segment};

/// What all panics come to. Behind it text is made and handed to a hook, and then the module traps.
const PANIC: &str = "core::panicking::panic_fmt";
/// What sets a hook of our own: then somebody hears.
const HOOKS: [&str; 2] = ["std::panicking::set_hook", "std::panicking::update_hook"];
/// How the path of a source ends in memory.
const END: &[u8] = b".rs\0";
/// The longest path.
const MOST: u32 = 300;
/// More lines, or more columns, has no source.
const MOST_LINES: u32 = 1_000_000;

/// A function without locals that traps; `nop` fills it.
const NO_LOCALS: u8 = 0x00;
const UNREACHABLE: u8 = 0x00;
const NOP: u8 = 0x01;
const END_OF_BODY: u8 = 0x0b;

/// Makes the cuts.
pub fn cut(module: &mut [u8]) -> Result<(), BinaryReaderError> {
    let anatomy = Module::of(module)?;
    let paths = paths(module, &anatomy.memory);
    if let Some(body) = panic(&anatomy.functions) {
        module[body.clone()].fill(NOP);
        (module[body.start], module[body.start + 1], module[body.end - 1]) = (NO_LOCALS, UNREACHABLE, END_OF_BODY);
    }
    for path in paths {
        module[path].fill(0);
    }
    Ok(())
}

/// The one body of a panic, if nobody hears it.
fn panic(functions: &[Function]) -> Option<Range<usize>> {
    let is_heard = functions.iter().any(|function| HOOKS.contains(&function.name.as_str()));
    let mut found = functions.iter().filter(|function| function.name == PANIC && function.body.len() > 2);
    match (found.next(), found.next()) {
        (Some(function), None) if !is_heard => Some(function.body.clone()),
        _ => None,
    }
}

/// The paths that a `core::panic::Location` in memory points at: address, length, line, column.
fn paths(module: &[u8], memory: &[Segment]) -> Vec<Range<usize>> {
    let ends: HashSet<u32> = memory.iter().flat_map(|segment| ends(module, segment)).collect();
    let locations = memory.iter().flat_map(|segment| {
        // Words stand at multiples of four in memory, whatever their place in the file.
        let skipped = (segment.address.next_multiple_of(4) - segment.address) as usize;
        let bytes = module[segment.bytes.clone()].get(skipped..).unwrap_or_default();
        let words: Vec<u32> =
            bytes.chunks_exact(4).map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]])).collect();
        words.windows(4).map(|words| [words[0], words[1], words[2], words[3]]).collect::<Vec<_>>()
    });
    let paths = locations.filter_map(|[address, length, line, column]| {
        // The length counts the zero behind the path, or does not.
        let end = address.checked_add(length).filter(|end| ends.contains(end) || ends.contains(&end.wrapping_sub(1)))?;
        let is_location = length < MOST && (1..MOST_LINES).contains(&line) && (1..MOST_LINES).contains(&column);
        let segment = memory.iter().find(|segment| segment.holds(address, end)).filter(|_| is_location)?;
        let start = segment.bytes.start + (address - segment.address) as usize;
        Some(start..start + length as usize)
    });
    paths.filter(|path| module[path.clone()].iter().all(|byte| byte.is_ascii_graphic() || *byte == 0)).collect()
}

/// Where in memory paths end: at the zero behind each.
fn ends(module: &[u8], segment: &Segment) -> Vec<u32> {
    let bytes = &module[segment.bytes.clone()];
    let found = bytes.windows(END.len()).enumerate().filter(|(_, window)| *window == END);
    found.filter_map(|(at, _)| segment.address.checked_add(u32::try_from(at + END.len() - 1).ok()?)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one panic and what else its functions are called, and a memory that begins at 16.
    fn module(names: &[&str], memory: &[u8]) -> Vec<u8> {
        let section = |id: u8, bytes: Vec<u8>| [vec![id, u8::try_from(bytes.len()).expect("small")], bytes].concat();
        let count = u8::try_from(names.len()).expect("few");
        let body = [8, 0, 0x41, 1, 0x1a, 0x41, 2, 0x1a, 0x0b];
        let code = names.iter().fold(vec![count], |code, _| [code, body.to_vec()].concat());
        let functions = names.iter().fold(vec![count], |functions, _| [functions, vec![0]].concat());
        let length = |text: &[u8]| u8::try_from(text.len()).expect("short");
        let named = names.iter().zip(0..).fold(vec![count], |named, (name, index)| {
            [named, vec![index, length(name.as_bytes())], name.as_bytes().to_vec()].concat()
        });
        let names = [b"\x04name\x01".to_vec(), vec![length(&named)], named].concat();
        let data = [vec![1, 0, 0x41, 16, 0x0b, length(memory)], memory.to_vec()].concat();
        let sections = [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, vec![1, 0x60, 0, 0]),
            section(3, functions),
            section(5, vec![1, 0, 1]),
            section(10, code),
            section(11, data),
            section(0, names),
        ];
        sections.concat()
    }

    fn cut_bodies(names: &[&str]) -> Vec<bool> {
        let mut bytes = module(names, b"");
        cut(&mut bytes).expect("a module");
        let functions = Module::of(&bytes).expect("it is still one").functions;
        functions.iter().map(|function| bytes[function.body.clone()].starts_with(&[NO_LOCALS, UNREACHABLE, NOP])).collect()
    }

    #[test]
    fn a_panic_traps_at_once_where_nobody_hears_it() {
        assert_eq!(cut_bodies(&["core[c5930c85a12de822]::panicking::panic_fmt", "core::panicking::panic_fmt_x"]), [true, false]);
        assert_eq!(cut_bodies(&["core::panicking::panic_fmt", "std::panicking::set_hook"]), [false, false]);
        assert_eq!(cut_bodies(&["core::panicking::panic_fmt", "core::panicking::panic_fmt"]), [false, false]);
        assert_eq!(cut_bodies(&["other"]), [false]);
    }

    fn memory(text: &[u8], location: [u32; 4]) -> Vec<u8> {
        let location = location.iter().flat_map(|word| word.to_le_bytes());
        let gap = vec![b'x'; text.len().next_multiple_of(4) - text.len()];
        [text.to_vec(), gap, location.collect()].concat()
    }

    #[test]
    fn a_path_goes_as_far_as_a_location_points() {
        let text = b"news/src/a.rs\0tail";
        for (location, is_cut) in [
            ([20, 9, 3, 1], true),
            ([20, 10, 3, 1], true),
            // No line, no column, another end, and before memory begins.
            ([20, 9, 0, 1], false),
            ([20, 9, 3, 0], false),
            ([20, 8, 3, 1], false),
            ([4, 25, 3, 1], false),
        ] {
            let memory = memory(text, location);
            let mut bytes = module(&["a"], &memory);
            cut(&mut bytes).expect("a module");
            let segment = &Module::of(&bytes).expect("it is still one").memory[0];
            let wanted = if is_cut { b"news\0\0\0\0\0\0\0\0\0\0tail".to_vec() } else { text.to_vec() };
            assert_eq!(bytes[segment.bytes.clone()][..text.len()], wanted, "{location:?}");
            assert_eq!(bytes[segment.bytes.clone()][text.len()..], memory[text.len()..]);
        }
    }
}
