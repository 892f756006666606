//! `strait publish`

use crate::build::{self, How};
use crate::command::Outcome;
use crate::terminal::Terminal;
use std::path::{Path, PathBuf};
use strait_publish::{Destination, Job, Patience, PublishError, Report, Target};

/// What `strait publish` is told.
#[derive(clap::Args)]
pub struct Options {
    /// The folder of the printed site
    #[arg(long, required_unless_present = "rollback")]
    from: Option<PathBuf>,
    /// Print this content folder into the site's folder first, so that a correction is online with one command
    #[arg(long, requires = "from")]
    content: Option<PathBuf>,
    /// Where to: file:///a/folder or s3://bucket/prefix (with the usual AWS_… variables)
    #[arg(long)]
    to: String,
    /// Only say what would be written and deleted, in order
    #[arg(long)]
    dry_run: bool,
    /// Go back to the release before
    #[arg(long, conflicts_with = "from")]
    rollback: bool,
    #[command(flatten, next_help_heading = "With --content, as of strait build")]
    how: How,
}

/// Publishes the site, or goes back.
pub fn run(options: Options, terminal: &Terminal) -> Outcome {
    let Options { from, content, to, dry_run, rollback: _, how } = options;
    // Before anything is printed for it.
    let destination = match Destination::parse(&to) {
        Ok(destination) => destination,
        Err(error) => {
            terminal.fail_in_words(&error);
            return Outcome::WrongUsage;
        }
    };
    if let (Some(content), Some(site)) = (content, &from) {
        let outcome = build::print(content, site.clone(), how, terminal);
        if outcome != Outcome::Done {
            return outcome;
        }
    }
    match publish(from.as_deref(), destination, dry_run, terminal) {
        Ok(report) => {
            tell(&report, dry_run, terminal);
            Outcome::Done
        }
        Err(error) => {
            terminal.fail_in_words(&error);
            Outcome::WorldFailed
        }
    }
}

fn publish(from: Option<&Path>, to: Destination, is_dry_run: bool, terminal: &Terminal) -> Result<Report, PublishError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|source| PublishError::Disk { path: "the network".into(), source })?;
    let say = |words: &str| terminal.say(words);
    let job = Job { now: jiff::Timestamp::now(), patience: Patience::default(), is_dry_run, say: &say };
    let target = Target::open(to)?;
    runtime.block_on(async {
        match from {
            Some(from) => strait_publish::publish(from, &target, &job).await,
            None => strait_publish::roll_back(&target, &job).await,
        }
    })
}

fn tell(report: &Report, is_dry_run: bool, terminal: &Terminal) {
    let Report { release, written, deleted, kept, retired } = report;
    if is_dry_run {
        written.iter().for_each(|path| terminal.say(&format!("would write  {path}")));
        deleted.iter().for_each(|path| terminal.say(&format!("would delete {path}")));
    }
    let (written, deleted) = (written.len(), deleted.len());
    let would = if is_dry_run { "would be " } else { "" };
    let words = format!(
        "release {release}: {would}{written} files written, {deleted} deleted; {kept} unchanged, {retired} kept for tabs left open"
    );
    let counts = serde_json::json!({
        "release": release, "written": written, "deleted": deleted, "kept": kept, "retired": retired, "dryRun": is_dry_run,
    });
    let summary = if is_dry_run { serde_json::json!(report) } else { counts };
    terminal.conclude(&[], &summary, &words);
}
