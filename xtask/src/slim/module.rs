//! What a WASM module consists of, as far as it is weighed or cut.

use std::collections::HashMap;
use std::ops::Range;

use wasmparser::{BinaryReaderError, CustomSectionReader, Data, DataKind, KnownCustom, Name, Operator, Parser, Payload, TypeRef};

/// A module, by the places of its parts.
#[derive(Debug, Default)]
pub struct Module {
    /// What it does.
    pub functions: Vec<Function>,
    /// What stands in memory from the start.
    pub memory: Vec<Segment>,
    /// The section of data.
    pub data: Range<usize>,
    /// That of imports.
    pub imports: Range<usize>,
    /// All others that are downloaded.
    pub others: Vec<Range<usize>>,
}

/// A function of the module's own.
#[derive(Debug)]
pub struct Function {
    /// Its name, without hashes; empty where it has none.
    pub name: String,
    /// Its body.
    pub body: Range<usize>,
}

/// Some bytes in memory.
#[derive(Debug)]
pub struct Segment {
    /// Where in memory.
    pub address: u32,
    /// Where in the module.
    pub bytes: Range<usize>,
}

impl Module {
    /// Reads it.
    pub fn of(bytes: &[u8]) -> Result<Self, BinaryReaderError> {
        let (mut module, mut imported, mut names) = (Self::default(), 0, HashMap::new());
        for payload in Parser::new(0).parse_all(bytes) {
            let payload = payload?;
            let section = payload.as_section().map(|(_, range)| in_memory(&range)).unwrap_or_default();
            match payload {
                Payload::CodeSectionStart { .. } => {}
                Payload::CodeSectionEntry(body) => {
                    module.functions.push(Function { name: String::new(), body: in_memory(&body.range()) });
                }
                Payload::CustomSection(section) => names.extend(names_in(&section)?),
                Payload::ImportSection(imports) => {
                    module.imports = section;
                    for import in imports.into_imports() {
                        imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::DataSection(segments) => {
                    module.data = section;
                    for segment in segments {
                        module.memory.extend(Segment::of(&segment?)?);
                    }
                }
                _ => module.others.push(section),
            }
        }
        for (index, function) in module.functions.iter_mut().enumerate() {
            function.name = names.remove(&(imported + index)).unwrap_or_default();
        }
        Ok(module)
    }
}

fn names_in(section: &CustomSectionReader<'_>) -> Result<Vec<(usize, String)>, BinaryReaderError> {
    let KnownCustom::Name(parts) = section.as_known() else { return Ok(vec![]) };
    let mut names = Vec::new();
    for part in parts {
        let Name::Function(functions) = part? else { continue };
        for function in functions {
            let function = function?;
            names.push((function.index as usize, plain(function.name)));
        }
    }
    Ok(names)
}

impl Segment {
    /// None: it is put into memory later, or at a place that only the start knows.
    fn of(data: &Data<'_>) -> Result<Option<Self>, BinaryReaderError> {
        let DataKind::Active { offset_expr, .. } = &data.kind else { return Ok(None) };
        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else { return Ok(None) };
        let end = in_memory(&data.range).end;
        Ok(Some(Self { address: value.cast_unsigned(), bytes: end - data.data.len()..end }))
    }

    /// Whether all from one address to another is in it.
    pub fn holds(&self, from: u32, to: u32) -> bool {
        self.address <= from && from < to && (to - self.address) as usize <= self.bytes.len()
    }
}

/// A range of a module that is in memory whole.
fn in_memory(range: &Range<u64>) -> Range<usize> {
    range.start as usize..range.end as usize
}

/// A name without hashes: `core[c5930c85a12de822]::panicking::panic_fmt`, `std::panicking::set_hook::h0123456789abcdef`.
fn plain(name: &str) -> String {
    let is_hash = |text: &str| text.len() >= 14 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let name = name.rsplit_once("::h").filter(|(_, hash)| is_hash(hash)).map_or(name, |(name, _)| name);
    let mut parts = name.split('[');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| match part.split_once(']') {
        Some((hash, rest)) if is_hash(hash) => name + rest,
        _ => name + "[" + part,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_hashes_and_nothing_else() {
        let cases = [
            ("core[c5930c85a12de822]::panicking::panic_fmt", "core::panicking::panic_fmt"),
            (
                "<alloc[3ca501edff3f0c7c]::string::String as core[c5930c85a12de822]::clone::Clone>::clone",
                "<alloc::string::String as core::clone::Clone>::clone",
            ),
            ("std::panicking::set_hook::h0123456789abcdef", "std::panicking::set_hook"),
            ("core::slice::<impl [T]>::len", "core::slice::<impl [T]>::len"),
            ("a::handle", "a::handle"),
        ];
        for (name, wanted) in cases {
            assert_eq!(plain(name), wanted);
        }
    }
}
