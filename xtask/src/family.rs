//! A child process with all its own children, so that none outlives us.

use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus};
use std::thread::sleep;
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, killpg};
use nix::unistd::Pid;

use crate::error::{ChoreError, at};

const PATIENCE: Duration = Duration::from_secs(3);

/// A running child and its descendants; they end when this is dropped.
#[derive(Debug)]
pub struct Family {
    /// The child.
    pub child: Child,
}

impl Family {
    /// Starts a command as the head of a process group of its own.
    pub fn start(command: &mut Command) -> Result<Self, ChoreError> {
        let child = command.process_group(0).spawn().map_err(at(command.get_program()))?;
        Ok(Self { child })
    }

    /// The exit status, once there is one.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().ok().flatten()
    }

    fn signal(&self, signal: Signal) {
        if let Ok(id) = i32::try_from(self.child.id()) {
            // An error means that nobody is left.
            let _ = killpg(Pid::from_raw(id), signal);
        }
    }
}

impl Drop for Family {
    fn drop(&mut self) {
        if self.ended().is_some() {
            return;
        }
        self.signal(Signal::SIGTERM);
        let asked = Instant::now();
        while self.ended().is_none() && asked.elapsed() < PATIENCE {
            sleep(Duration::from_millis(20));
        }
        self.signal(Signal::SIGKILL);
        let _ = self.child.wait();
    }
}
