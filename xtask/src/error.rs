//! What can go wrong in a chore, in words that say what to do next.

use std::io;
use std::path::{Path, PathBuf};

/// A reason for a chore to stop.
#[derive(Debug, thiserror::Error)]
pub enum ChoreError {
    /// A program or package that a chore cannot install by itself.
    #[error("{what} is missing.\n  {how}")]
    Missing {
        /// What is wanted.
        what: String,
        /// How a person gets it.
        how: String,
    },
    /// A tool that runs, but is not the pinned one.
    #[error("{program} says {found:?}, and only {wanted} may be used here.\n  Delete it and run this command again.")]
    WrongVersion {
        /// Where the tool lies.
        program: PathBuf,
        /// The first line that it printed.
        found: String,
        /// The pinned version.
        wanted: String,
    },
    /// A command that ended badly.
    #[error("{command} failed ({status}). {words}\n  All it said: {log}")]
    Failed {
        /// The command, as one would type it.
        command: String,
        /// Exit status.
        status: String,
        /// The end of its output, or where it was told already.
        words: String,
        /// The file with all of its output.
        log: PathBuf,
    },
    /// A file that cannot be read or written, or a program that cannot be started.
    #[error("{path}: {source}")]
    Io {
        /// The file or program.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A file that can be read but makes no sense.
    #[error("{path}: {why}")]
    BadFile {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// Somebody listens on the wanted port already.
    #[error("port {port} of 127.0.0.1 is taken.\n  Stop what listens there, or choose another: cargo xtask serve --port {}", port.wrapping_add(1))]
    PortTaken {
        /// The wanted port.
        port: u16,
    },
    /// The server went away by itself; what it said is on the screen.
    #[error("the server ended by itself ({status})")]
    ServerEnded {
        /// Exit status.
        status: String,
    },
    /// The watcher of the source files gave up.
    #[error("the source files cannot be watched: {0}\n  `cargo xtask serve --once` serves without watching.")]
    Watch(#[from] notify::Error),
    /// Ctrl-C.
    #[error("stopped")]
    Stopped,
}

/// Names the path in an error of the file system.
pub fn at(path: impl AsRef<Path>) -> impl FnOnce(io::Error) -> ChoreError {
    let path = path.as_ref().to_path_buf();
    move |source| ChoreError::Io { path, source }
}
