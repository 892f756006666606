//! A process that opens one picture, seen from outside: it is fed, heard, and ended when its time is over.

use super::inside::{Answer, Task};
use super::{PictureError, WORD, limits};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// An answer of more bytes is none.
const LONGEST: u64 = 128 << 20;
/// As much of its last words as tells why it ended.
const LAST_WORDS: u64 = 16 << 10;

/// What is heard of the process.
enum Heard {
    /// The original is open and drawn.
    Drawn,
    /// This is all it had to say.
    All(Vec<u8>),
}

/// Has a task done in a process with so much memory.
pub fn run(program: &Path, task: &Task, original: &[u8], memory: u64) -> Result<Answer, PictureError> {
    let no_process = |error: std::io::Error| PictureError::NoProcess(error.to_string());
    let task = Task { memory, ..task.clone() };
    let task = serde_json::to_string(&task).map_err(|error| PictureError::NoProcess(error.to_string()))?;
    let mut child = Command::new(program)
        .args([WORD, &task])
        .env_clear()
        // The allocator would take a gigabyte of addresses at once, which are what is counted.
        .envs([("MIMALLOC_ARENA_RESERVE", "0"), ("RAYON_NUM_THREADS", "1")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(no_process)?;
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let (say, heard) = channel();
    std::thread::scope(|scope| {
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(original)));
        scope.spawn(move || stdout.map(|stdout| hear(stdout, &say)));
        let last_words = scope.spawn(move || {
            let mut words = String::new();
            // What cannot be read tells nothing.
            let _ = stderr.map(|stderr| stderr.take(LAST_WORDS).read_to_string(&mut words));
            words
        });
        let answer = wait(&mut child, &heard);
        let status = child.wait().map_err(no_process)?;
        let last_words = last_words.join().unwrap_or_default();
        understand(&answer?, status, &last_words)
    })
}

/// Hears all that the process says, and tells when it has drawn.
fn hear(mut stdout: impl Read, say: &Sender<Heard>) {
    let (mut first, mut all) = ([0], vec![]);
    // The one who waits has gone only when the process was ended, and what cannot be read was not said.
    while stdout.read_exact(&mut first).is_ok() && first == [1] {
        let _ = say.send(Heard::Drawn);
    }
    let _ = stdout.take(LONGEST).read_to_end(&mut all);
    let _ = say.send(Heard::All(all));
}

/// Waits for what the process has to say. One whose time is over is ended.
fn wait(child: &mut Child, heard: &Receiver<Heard>) -> Result<Vec<u8>, PictureError> {
    let mut patience = limits::PATIENCE;
    loop {
        match heard.recv_timeout(Duration::from_secs(patience)) {
            Ok(Heard::Drawn) => patience = limits::ENCODING,
            Ok(Heard::All(answer)) => return Ok(answer),
            Err(_) => {
                // It may have ended by itself just now.
                let _ = child.kill();
                return Err(PictureError::TooLong);
            }
        }
    }
}

fn understand(answer: &[u8], status: ExitStatus, last_words: &str) -> Result<Answer, PictureError> {
    if status.success() {
        return postcard::from_bytes(answer).unwrap_or_else(|error| Err(PictureError::Broken(error.to_string())));
    }
    match () {
        () if is_out_of_time(status) => Err(PictureError::TooLong),
        () if last_words.contains("memory allocation") => Err(PictureError::TooMuchMemory),
        () if last_words.contains("overflowed its stack") => Err(PictureError::Broken("nested too deep".to_owned())),
        () if last_words.contains("panicked") => Err(PictureError::Broken("it cannot be read".to_owned())),
        // Libraries in C, and a system that is out of memory itself, say nothing.
        () => Err(PictureError::Broken(format!("it could not be opened ({status})"))),
    }
}

#[cfg(unix)]
fn is_out_of_time(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;
    status.signal() == Some(rustix::process::Signal::XCPU.as_raw())
}

#[cfg(not(unix))]
fn is_out_of_time(_: ExitStatus) -> bool {
    false
}
