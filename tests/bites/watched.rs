//! The command, run while somebody looks at the memory that it and its children take.

use serde_json::Value;
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// The most that a run may take, of all its processes together.
pub const MOST: u64 = 600_000_000;

/// What a run told, and took.
pub struct Watched {
    /// Its answer as JSON.
    pub answer: Value,
    /// How it ended.
    pub code: Option<i32>,
    /// The most memory that it and its children had at one time, in bytes; 0 where the system does not tell.
    pub peak: u64,
}

/// Runs the command in a folder, and looks at its memory every few milliseconds.
pub fn strait(folder: &Path, arguments: &[&str]) -> Watched {
    let mut command = Command::new(env!("CARGO_BIN_EXE_strait"));
    command.args(arguments).args(["--format", "json"]).current_dir(folder).stdout(Stdio::piped()).stderr(Stdio::null());
    watch(&mut command)
}

/// Runs any command, and looks at its memory.
pub fn watch(command: &mut Command) -> Watched {
    let mut child = command.spawn().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    let heard = std::thread::spawn(move || {
        let mut answer = vec![];
        std::io::Read::read_to_end(&mut stdout, &mut answer).unwrap();
        answer
    });
    let mut peak = 0;
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        peak = peak.max(taken_below(child.id()));
        std::thread::sleep(Duration::from_millis(4));
    };
    let answer = serde_json::from_slice(&heard.join().unwrap()).unwrap_or(Value::Null);
    Watched { answer, code: status.code(), peak }
}

impl Watched {
    /// The problems told, by the name of the file that each is about.
    pub fn problems(&self) -> HashMap<String, Vec<String>> {
        let mut found: HashMap<String, Vec<String>> = HashMap::new();
        for problem in self.answer["problems"].as_array().unwrap() {
            let file = Path::new(problem["file"].as_str().unwrap()).file_name().unwrap().to_string_lossy().into_owned();
            found.entry(file).or_default().push(format!(
                "{}: {}",
                problem["name"].as_str().unwrap(),
                problem["what"]["en"].as_str().unwrap()
            ));
        }
        found
    }
}

/// The most that each process of a tree ever had, of those that live now: more than they have together now.
fn taken_below(root: u32) -> u64 {
    let mut parents: HashMap<u32, u32> = HashMap::new();
    let Ok(processes) = fs::read_dir("/proc") else { return 0 };
    for id in processes.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok()) {
        // A process that has just ended has no files.
        let told = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
        let parent = told.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(1)?.parse().ok());
        parent.map(|parent| parents.insert(id, parent));
    }
    let is_below = |id: &u32| std::iter::successors(Some(*id), |id| parents.get(id).copied()).any(|id| id == root);
    parents.keys().filter(|id| is_below(id)).map(|id| high_water(*id)).sum()
}

fn high_water(id: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or(0) << 10
}

#[cfg(target_os = "linux")]
#[test]
fn what_a_child_takes_is_seen() {
    let held = "import os,sys\nif os.fork()==0:\n  b=bytearray(200<<20)\n  import time; time.sleep(1); os._exit(0)\nos.wait()\nprint('{}')";
    let mut command = Command::new("python3");
    command.args(["-c", held]).stdout(Stdio::piped());
    assert!(watch(&mut command).peak > 200_000_000, "a child's memory is not counted");
}
