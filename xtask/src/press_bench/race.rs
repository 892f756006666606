//! One measured run of a program.

use std::fs::read_to_string;
use std::io::Read;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeVal;

use crate::error::{ChoreError, at};
use crate::stop;

const GLANCE: Duration = Duration::from_millis(5);

/// What a run took.
pub struct Run {
    /// By the clock.
    pub wall: Duration,
    /// Of all cores together, in the program and in the system for it.
    pub work: Duration,
    /// The most memory it held, in bytes.
    pub memory: u64,
    /// What it said.
    pub said: Vec<String>,
}

/// Runs a program that must end well.
pub fn run(command: &mut Command) -> Result<Run, ChoreError> {
    stop::check()?;
    let program = command.get_program().to_owned();
    let (before, began) = (work_of_children(), Instant::now());
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
    let mut child = child.map_err(at(&program))?;
    let mut memory = 0;
    let status = loop {
        match child.try_wait().map_err(at(&program))? {
            Some(status) => break status,
            None => memory = memory.max(most_memory(child.id())),
        }
        sleep(GLANCE);
    };
    let wall = began.elapsed();
    let mut said = String::new();
    if let Some(mut stream) = child.stderr.take() {
        stream.read_to_string(&mut said).map_err(at(&program))?;
    }
    match status.success() {
        true => Ok(Run {
            wall,
            work: work_of_children() - before,
            memory,
            said: said.lines().map(|line| line.trim().to_owned()).collect(),
        }),
        false => Err(ChoreError::BadFile { path: program.into(), why: format!("it ended with {status}: {said}") }),
    }
}

/// The run in the middle, by the clock.
pub fn median(mut runs: Vec<Run>) -> Run {
    runs.sort_by_key(|run| run.wall);
    runs.swap_remove(runs.len() / 2)
}

/// Processor time of all children that have ended.
fn work_of_children() -> Duration {
    let time = |time: TimeVal| Duration::from_micros(time.tv_sec() as u64 * 1_000_000 + time.tv_usec() as u64);
    getrusage(UsageWho::RUSAGE_CHILDREN).map_or(Duration::ZERO, |usage| time(usage.user_time()) + time(usage.system_time()))
}

/// `VmHWM` of Linux; 0 elsewhere.
fn most_memory(process: u32) -> u64 {
    let status = read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) << 10
}
