//! Runs a command to its end: every line goes to a log file, the last one to whoever watches.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crate::error::{ChoreError, at};
use crate::family::Family;
use crate::finished::Finished;
use crate::stop;

const GLANCE: Duration = Duration::from_millis(200);

/// Runs a command; `watch` hears every new line, and `None` several times a second while there is none.
pub fn run(command: &mut Command, log: &Path, mut watch: impl FnMut(Option<&str>)) -> Result<Finished, ChoreError> {
    // Not NO_COLOR=1: Trunk takes only "true".
    command.env("NO_COLOR", "true").env("CARGO_TERM_COLOR", "never");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut family = Family::start(command)?;
    let mut file = create(log)?;
    let (sender, receiver) = channel();
    if let Some(stdout) = family.child.stdout.take() {
        listen(stdout, sender.clone());
    }
    if let Some(stderr) = family.child.stderr.take() {
        listen(stderr, sender);
    }
    let mut lines = Vec::new();
    let mut quiet_after_end = 0;
    loop {
        stop::check()?;
        match receiver.recv_timeout(GLANCE) {
            Ok(line) => {
                writeln!(file, "{line}").map_err(at(log))?;
                watch(Some(&line));
                lines.push(line);
            }
            // A grandchild may keep the pipe open for ever.
            Err(RecvTimeoutError::Timeout) if family.ended().is_some() => {
                quiet_after_end += 1;
                if quiet_after_end > 5 {
                    break;
                }
            }
            Err(RecvTimeoutError::Timeout) => watch(None),
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    let status = loop {
        stop::check()?;
        if let Some(status) = family.ended() {
            break status;
        }
        thread::sleep(Duration::from_millis(20));
        watch(None);
    };
    Ok(Finished { command: in_words(command), status, lines, log: log.to_path_buf() })
}

fn create(log: &Path) -> Result<File, ChoreError> {
    if let Some(folder) = log.parent() {
        std::fs::create_dir_all(folder).map_err(at(folder))?;
    }
    File::create(log).map_err(at(log))
}

fn listen(stream: impl Read + Send + 'static, lines: Sender<String>) {
    thread::spawn(move || {
        let mut reader = BufReader::new(stream);
        let mut bytes = Vec::new();
        while reader.read_until(b'\n', &mut bytes).is_ok_and(|count| count > 0) {
            let line = String::from_utf8_lossy(&bytes).trim_end().to_string();
            bytes.clear();
            if lines.send(line).is_err() {
                return;
            }
        }
    });
}

fn in_words(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_tells_the_last_words_and_where_all_of_them_are() {
        let log = std::env::temp_dir().join(format!("strait-xtask-{}.log", std::process::id()));
        let finished = run(Command::new("sh").args(["-c", "echo one; echo two >&2; exit 3"]), &log, |_| {}).expect("sh runs");
        assert!(!finished.is_good());
        let words = finished.failure().to_string();
        assert!(words.contains("    one") && words.contains("    two") && words.contains("exit status: 3"), "{words}");
        assert_eq!(std::fs::read_to_string(&log).expect("a log").lines().count(), 2);
        std::fs::remove_file(&log).expect("the log is ours");
    }

    #[test]
    fn a_grandchild_that_holds_the_pipe_does_not_hold_us() {
        let log = std::env::temp_dir().join(format!("strait-xtask-pipe-{}.log", std::process::id()));
        let started = std::time::Instant::now();
        let finished = run(Command::new("sh").args(["-c", "sleep 20 & echo done"]), &log, |_| {}).expect("sh runs");
        assert!(finished.is_good() && started.elapsed() < Duration::from_secs(10));
        std::fs::remove_file(&log).expect("the log is ours");
    }
}
