//! What a process that opens pictures may take, said by itself to the system before it looks at one.

pub use own::{draw_freely, set};

#[cfg(unix)]
mod own {
    use crate::limits::{ENCODING, SECONDS};
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    /// Sets the bounds: so much memory beside what the process has already, so much processor time, and no files.
    pub fn set(memory: u64) -> std::io::Result<()> {
        // Systems that do not bound addresses (macOS) have the estimates.
        let _ = bound(Resource::As, size().saturating_add(memory));
        bound(Resource::Core, 0)?;
        bound(Resource::Fsize, 0)?;
        // Standard input, output and error are open; a path in a drawing leads to nothing.
        bound(Resource::Nofile, 3)?;
        limit(Resource::Cpu, SECONDS, SECONDS + ENCODING)
    }

    /// The time for opening and drawing is over; what comes is known.
    pub fn draw_freely() -> std::io::Result<()> {
        bound(Resource::Cpu, SECONDS + ENCODING)
    }

    fn bound(resource: Resource, most: u64) -> std::io::Result<()> {
        limit(resource, most, most)
    }

    fn limit(resource: Resource, soft: u64, hard: u64) -> std::io::Result<()> {
        // A bound that is narrower already stays.
        let most = getrlimit(resource).maximum.unwrap_or(u64::MAX);
        Ok(setrlimit(resource, Rlimit { current: Some(soft.min(most)), maximum: Some(hard.min(most)) })?)
    }

    /// How much address space the process has, where the system tells (Linux); elsewhere as much as it surely does not have.
    fn size() -> u64 {
        let told = std::fs::read_to_string("/proc/self/statm").ok();
        let pages: Option<u64> = told.and_then(|told| told.split(' ').next()?.parse().ok());
        pages.map_or(64 << 30, |pages| pages * rustix::param::page_size() as u64)
    }
}

#[cfg(not(unix))]
mod own {
    /// No bounds but the clock of whoever waits.
    pub fn set(_: u64) -> std::io::Result<()> {
        Ok(())
    }

    /// Nothing to lift.
    pub fn draw_freely() -> std::io::Result<()> {
        Ok(())
    }
}
