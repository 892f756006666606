//! Fetches from the web what is to be imported.

use super::ImportError;
use std::time::Duration;
use ureq::http::Response;
use ureq::{Agent, Body};

/// No answer of a hundred posts, no feed and no picture is larger, in bytes.
const LARGEST: u64 = 64 << 20;
const TRIES: u32 = 3;

/// Fetches one document or picture.
pub fn document(address: &str) -> Result<Vec<u8>, ImportError> {
    get(&agent(), address).map(|(bytes, _)| bytes)
}

/// Who asks.
pub fn agent() -> Agent {
    let config = Agent::config_builder()
        .timeout_global(Some(Duration::from_secs(60)))
        .user_agent(concat!("strait/", env!("CARGO_PKG_VERSION")))
        .http_status_as_error(false)
        .build();
    config.into()
}

/// The body of an answer, and how many pages there are. What fails for the moment is tried again.
pub fn get(agent: &Agent, address: &str) -> Result<(Vec<u8>, u32), ImportError> {
    let refuse = |reason: String| ImportError::Fetch { address: address.to_owned(), reason };
    let mut reason = String::new();
    for attempt in 0..TRIES {
        if attempt > 0 {
            std::thread::sleep(Duration::from_millis(500 << attempt));
        }
        match agent.get(address).header("Accept", "application/json, application/xml;q=0.9, */*;q=0.5").call() {
            Ok(answer) if answer.status().is_success() => match read(answer) {
                Ok(read) => return Ok(read),
                Err(error) => reason = error.to_string(),
            },
            Ok(answer) if answer.status().is_server_error() || answer.status() == 429 => reason = answer.status().to_string(),
            Ok(answer) => return Err(refuse(answer.status().to_string())),
            Err(error) => reason = error.to_string(),
        }
    }
    Err(refuse(reason))
}

fn read(mut answer: Response<Body>) -> Result<(Vec<u8>, u32), ureq::Error> {
    let pages = answer.headers().get("x-wp-totalpages").and_then(|pages| pages.to_str().ok()?.parse().ok());
    let bytes = answer.body_mut().with_config().limit(LARGEST).read_to_vec()?;
    Ok((bytes, pages.unwrap_or(1)))
}
