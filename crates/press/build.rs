//! Puts the built reader into the native command: the folder that `STRAIT_READER` names, if it names one.

use std::env;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=STRAIT_READER");
    println!("cargo::rerun-if-changed=build.rs");
    let mut files = Vec::new();
    if let Some(folder) = env::var_os("STRAIT_READER").filter(|folder| !folder.is_empty()) {
        // Cargo runs this in the package's folder; whoever names the reader stands at the top.
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
        println!("cargo::rerun-if-changed={}", folder.display());
        collect(&folder, &mut files)?;
        files = files.iter().map(|path| path.strip_prefix(&folder).map(Path::to_owned)).collect::<Result<_, _>>()?;
        files.sort();
        return write_list(&folder, &files);
    }
    write_list(Path::new(""), &files)
}

/// The files of a folder and of all below it, but for hidden ones.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder).map_err(|error| format!("STRAIT_READER: {}: {error}", folder.display()))? {
        let path = entry?.path();
        match path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
            true => {}
            false if path.is_dir() => collect(&path, files)?,
            false => files.push(path),
        }
    }
    Ok(())
}

/// Writes the list as Rust, for `crates/press/src/reader_files.rs`.
fn write_list(folder: &Path, files: &[PathBuf]) -> Result<(), Box<dyn Error>> {
    let mut code = String::from("&[\n");
    for file in files {
        let name = file.to_string_lossy().replace('\\', "/");
        writeln!(code, "    ({name:?}, include_bytes!({:?})),", fs::canonicalize(folder.join(file))?.to_string_lossy())?;
    }
    code.push_str("]\n");
    let out = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    Ok(fs::write(Path::new(&out).join("reader_files.rs"), code)?)
}
