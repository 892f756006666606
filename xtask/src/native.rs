//! The native command, built as it is wanted.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use crate::error::ChoreError;
use crate::places::Places;
use crate::plan::Plan;
use crate::progress::Progress;
use crate::reader::{self, Variant};
use crate::{origin, system};

/// How the native command is built: a profile of Cargo.toml.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Make {
    /// In minutes, for whoever waits: to serve, to test.
    Quick,
    /// As it is shipped and measured: a quarter of an hour of work more, and the fastest press.
    Press,
}

impl Make {
    /// The profile.
    fn profile(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::Press => "press",
        }
    }

    /// The command.
    pub fn strait(self, places: &Places) -> PathBuf {
        places.target.join(self.profile()).join("strait")
    }

    /// How long it takes on two cores from nothing, and after a change, in seconds.
    fn usual(self) -> [u64; 2] {
        match self {
            Self::Quick => [240, 45],
            Self::Press => [600, 330],
        }
    }
}

/// Plans the native command. Cargo decides what is compiled; the fingerprint only tells how long it may take.
pub fn compile<'a>(plan: &mut Plan<'a>, places: &'a Places, make: Make) -> Result<(), ChoreError> {
    let fingerprint = reader::sources(places, &["crates"], &format!("native-{}", make.profile()))?;
    let ([from_nothing, after_a_change], name) = (make.usual(), format!("The native command ({})", make.profile()));
    let (title, usual) = match (make.strait(places).exists(), fingerprint.is_fresh()) {
        (true, true) => (format!("{name} is up to date"), 0),
        (true, false) => (name, after_a_change),
        (false, _) => (format!("{name}, from nothing"), from_nothing),
    };
    plan.add(title, Duration::from_secs(usual), move |progress| {
        cargo_build(progress, places, make)?;
        fingerprint.keep()
    });
    Ok(())
}

/// Plans that the native command, which was built without it, gets the reader.
pub fn add_reader<'a>(plan: &mut Plan<'a>, places: &'a Places, make: Make) {
    let [_, usual] = make.usual();
    plan.add("The reader into the native command", Duration::from_secs(usual), move |progress| {
        cargo_build(progress, places, make)
    });
}

/// Whether AVIFs can be drawn with assembly: several times as fast, and to the same bytes.
pub fn has_assembly() -> bool {
    cfg!(target_arch = "x86_64") && system::on_path("nasm").is_some()
}

/// The published reader, where it was built, goes into it (`crates/press/build.rs`).
fn cargo_build(progress: &Progress, places: &Places, make: Make) -> Result<(), ChoreError> {
    let mut command = Command::new("cargo");
    command.args(["build", "--profile", make.profile(), "--package", "strait-command"]).current_dir(&places.root);
    if has_assembly() {
        command.args(["--features", "nasm"]);
    }
    let reader = Variant::Release.reader(places);
    if reader.is_dir() {
        command.env("STRAIT_READER", reader);
    }
    origin::hide(&mut command, places);
    progress.run(&mut command)?;
    if has_assembly() {
        // Its symbols are paths of this machine, and rustc leaves them.
        progress.run(Command::new("strip").arg("--strip-all").arg(make.strait(places)))?;
    }
    Ok(())
}
