//! The inventory of a site (`.strait-files`): a line for each file that was printed, with what its bytes sum up to.
//!
//! Late news adds its lines to the end, and the later line of a file counts: so one article costs as many lines as it
//! has files, in any archive. The mark says how far the inventory goes and what its lines sum up to; so the mark
//! vouches for the inventory, and the inventory for every file.
//!
//! A file is also named before it is made. So after a killed build it is known what is the press's own: nothing else is
//! ever deleted from the folder.

mod open;

use crate::fingerprint::Key;
use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::str::FromStr;
use strait_confined::{Confined, stays_inside};
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

pub use open::Inventory;

/// The inventory's file.
pub const INVENTORY: &str = ".strait-files";

/// The files of a site, and what their bytes sum up to.
pub type Files = BTreeMap<String, Seal>;

/// What the bytes of a file sum up to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seal {
    /// How many they are.
    pub size: u64,
    hash: Key,
}

/// Sums up bytes as they come.
#[derive(Default)]
pub struct Sealer {
    hash: Xxh3,
    size: u64,
}

/// How far an inventory goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// In lines.
    pub lines: u64,
    /// In bytes.
    pub bytes: u64,
    /// What its lines sum up to.
    pub sum: Key,
}

impl Seal {
    /// What some bytes sum up to.
    pub fn of(bytes: &[u8]) -> Seal {
        Seal { size: bytes.len() as u64, hash: xxh3_64(bytes) }
    }
}

impl Sealer {
    /// Adds bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.hash.update(bytes);
        self.size += bytes.len() as u64;
    }

    /// What all of them sum up to.
    pub fn seal(&self) -> Seal {
        Seal { size: self.size, hash: self.hash.digest() }
    }
}

/// The files of a site as its inventory has them.
///
/// # Errors
/// When it is not the inventory that the mark tells of.
pub fn read(site: &Confined, extent: Extent) -> io::Result<Files> {
    let (file, _) = site.file(INVENTORY).map_err(io::Error::other)?;
    read_from(&file, extent)
}

fn read_from(mut file: &File, extent: Extent) -> io::Result<Files> {
    let torn = || io::Error::new(io::ErrorKind::InvalidData, "not the inventory that the mark tells of");
    if file.metadata()?.len() < extent.bytes {
        return Err(torn());
    }
    file.seek(SeekFrom::Start(0))?;
    let (mut files, mut found) = (Files::new(), Extent::default());
    for line in BufReader::new(file.take(extent.bytes)).lines() {
        let line = line?;
        found.add(&line);
        let (name, seal) = parse(&line).ok_or_else(torn)?;
        match seal {
            Some(seal) => drop(files.insert(name.to_owned(), seal)),
            None => drop(files.remove(name)),
        }
    }
    if found == extent { Ok(files) } else { Err(torn()) }
}

/// The files that are the press's own, whether or not they stand: also what a killed build has begun.
fn named(mut file: &File) -> io::Result<HashSet<String>> {
    file.seek(SeekFrom::Start(0))?;
    let mut files = HashSet::new();
    for line in BufReader::new(file).split(b'\n') {
        let line = line?;
        // The last line of a killed build may be torn: then its file was not made.
        let Some((name, _)) = std::str::from_utf8(&line).ok().and_then(parse) else { continue };
        match line.starts_with(b"- ") {
            true => drop(files.remove(name)),
            false if stays_inside(name) => drop(files.insert(name.to_owned())),
            false => {}
        }
    }
    Ok(files)
}

fn line(name: &str, seal: Seal) -> String {
    format!("{:016x} {} {name}", seal.hash, seal.size)
}

/// The file of a line, and what it sums up to if it stands.
fn parse(line: &str) -> Option<(&str, Option<Seal>)> {
    if let Some(name) = line.strip_prefix("- ").or_else(|| line.strip_prefix("+ ")) {
        return Some((name, None));
    }
    let (hash, rest) = line.split_once(' ')?;
    let (size, name) = rest.split_once(' ')?;
    Some((name, Some(Seal { size: size.parse().ok()?, hash: Key::from_str_radix(hash, 16).ok()? })))
}

impl Extent {
    fn add(&mut self, line: &str) {
        self.lines += 1;
        self.bytes += line.len() as u64 + 1;
        self.sum = self.sum.wrapping_add(xxh3_64(line.as_bytes()));
    }
}

impl fmt::Display for Extent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {:016x}", self.lines, self.bytes, self.sum)
    }
}

impl FromStr for Extent {
    type Err = ();

    fn from_str(text: &str) -> Result<Extent, ()> {
        let parts: Vec<&str> = text.split(' ').collect();
        let [lines, bytes, sum] = parts[..] else { return Err(()) };
        let number = |text: &str| text.parse().map_err(|_| ());
        let sum = Key::from_str_radix(sum, 16).map_err(|_| ())?;
        Ok(Extent { lines: number(lines)?, bytes: number(bytes)?, sum })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::mark::Mark;
    use std::fs;
    use std::path::Path;

    fn confined(site: &Path) -> Confined {
        Confined::open(site).unwrap()
    }

    fn extent(site: &Path) -> Extent {
        match Mark::of(&confined(site)).unwrap() {
            Some(Mark::Whole { inventory, .. }) => inventory,
            other => panic!("{other:?}"),
        }
    }

    fn written(site: &Path, work: impl FnOnce(&Inventory)) -> Files {
        let inventory = Inventory::open(&confined(site)).unwrap();
        if let Some(Mark::Whole { inventory: extent, .. }) = Mark::of(&confined(site)).unwrap() {
            assert!(inventory.go_on_from(extent));
        }
        work(&inventory);
        inventory.finish(1, 1).unwrap();
        read(&confined(site), extent(site)).unwrap()
    }

    #[test]
    fn the_later_line_of_a_file_counts() {
        let folder = tempfile::tempdir().unwrap();
        let first = written(folder.path(), |inventory| {
            inventory.add("潮 水.html", b"1").unwrap();
            inventory.add("b", b"2").unwrap();
        });
        assert_eq!(first, Files::from([("b".to_owned(), Seal::of(b"2")), ("潮 水.html".to_owned(), Seal::of(b"1"))]));
        let second = written(folder.path(), |inventory| {
            inventory.add("b", b"3").unwrap();
            inventory.strike("潮 水.html").unwrap();
        });
        assert_eq!(second, Files::from([("b".to_owned(), Seal::of(b"3"))]));
        assert_eq!(extent(folder.path()).lines, 4);
    }

    #[test]
    fn lines_that_no_longer_count_do_not_pile_up() {
        let folder = tempfile::tempdir().unwrap();
        let files = written(folder.path(), |inventory| {
            (0..20_000).for_each(|time: u32| inventory.add("a", &time.to_le_bytes()).unwrap());
        });
        assert_eq!((files.len(), extent(folder.path()).lines), (1, 1));
        assert_eq!(files["a"], Seal::of(&19_999_u32.to_le_bytes()));
    }

    #[test]
    fn the_mark_is_broken_before_the_first_line_and_stays_so_without_an_end() {
        let folder = tempfile::tempdir().unwrap();
        written(folder.path(), |inventory| inventory.add("a", b"1").unwrap());
        let site = confined(folder.path());
        let inventory = Inventory::open(&site).unwrap();
        assert!(matches!(Inventory::open(&site), Err(crate::error::PressError::Busy(_))));
        assert!(Inventory::is_open(&site));
        inventory.add("a", b"2").unwrap();
        assert_eq!(Mark::of(&site).unwrap(), Some(Mark::Broken));
        drop(inventory);
        assert!(!Inventory::is_open(&site));
        assert_eq!(Mark::of(&site).unwrap(), Some(Mark::Broken));
    }

    #[test]
    fn what_a_killed_build_has_begun_is_known_to_the_next_and_the_one_after() {
        let folder = tempfile::tempdir().unwrap();
        written(folder.path(), |inventory| {
            inventory.add("old", b"1").unwrap();
            inventory.add("gone", b"1").unwrap();
            inventory.strike("gone").unwrap();
        });
        let site = confined(folder.path());
        let open = || {
            let mut inventory = Inventory::open(&site).unwrap();
            inventory.begin_anew().unwrap();
            inventory
        };
        open().enter("begun").unwrap();
        open().enter("begun-too").unwrap();
        let mut names: Vec<String> = open().former().iter().cloned().collect();
        names.sort();
        assert_eq!(names, ["begun", "begun-too", "old"]);
    }

    #[test]
    fn an_inventory_that_is_not_the_mark_s_is_not_believed() {
        let folder = tempfile::tempdir().unwrap();
        written(folder.path(), |inventory| (0..9).for_each(|at| inventory.add(&format!("file-{at}"), b"1").unwrap()));
        let (path, extent) = (folder.path().join(INVENTORY), extent(folder.path()));
        let text = fs::read(&path).unwrap();
        for at in 0..text.len() {
            let (mut flipped, torn) = (text.clone(), &text[..at]);
            flipped[at] ^= 1;
            for text in [&flipped, torn] {
                fs::write(&path, text).unwrap();
                assert!(read(&confined(folder.path()), extent).is_err(), "byte {at}");
            }
        }
        fs::write(&path, &text).unwrap();
        assert_eq!(read(&confined(folder.path()), extent).unwrap().len(), 9);
    }

    #[test]
    fn bytes_in_parts_sum_up_to_the_same() {
        let bytes: Vec<u8> = (0..9_999_u32).map(|at| at as u8).collect();
        let mut sealer = Sealer::default();
        bytes.chunks(700).for_each(|part| sealer.update(part));
        assert_eq!(sealer.seal(), Seal::of(&bytes));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_the_inventory_s_place_is_not_written_through() {
        let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::NamedTempFile::new().unwrap());
        std::os::unix::fs::symlink(other.path(), folder.path().join(INVENTORY)).unwrap();
        Inventory::open(&confined(folder.path())).unwrap().enter("a").unwrap();
        assert_eq!(fs::read(other.path()).unwrap(), b"");
    }
}
