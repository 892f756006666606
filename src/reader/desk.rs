//! Asks for news over HTTP. The one place that knows how news is fetched.

use crate::pages::Page;
use crate::words::Words;
use gloo_net::http::{Request, Response};
use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::window;
use std::cell::Cell;
use std::fmt;
use std::rc::Rc;
use strait_model::paths::{Address, Paths};
use strait_model::{Contract, Site};
use strait_wire::{FromJson, Json, optional};
use web_sys::{AbortController, RequestCache};

/// How long a reader waits for a page, retries and all, in milliseconds.
const PATIENCE: u32 = 8_000;
/// The pauses before the second and the third try, in milliseconds.
const PAUSES: [u32; 2] = [400, 1_200];

/// Why there is no news.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NewsError {
    /// There is no such page.
    #[error("not found")]
    NotFound,
    /// No connection.
    #[error("unreachable")]
    Unreachable,
    /// No answer in time.
    #[error("timed out")]
    TimedOut,
    /// The server failed, with this status.
    #[error("status {0}")]
    Refused(u16),
    /// Something else came: HTML of a captive portal, half a file.
    #[error("not news")]
    NotNews,
    /// It was written for a newer reader.
    #[error("too new")]
    TooNew,
    /// Without a network it is there, but as a printed page alone (`scripts/worker/printed.js`).
    #[error("kept as a page")]
    OnlyAsPage,
    /// The reader of the paper went elsewhere.
    #[error("cancelled")]
    Cancelled,
}

impl NewsError {
    /// What happened, in a few words.
    pub fn title(&self, words: &Words) -> &'static str {
        match self {
            NewsError::NotFound => words.not_found,
            NewsError::NotNews | NewsError::TooNew => words.cannot_show,
            _ => words.cannot_reach,
        }
    }

    /// What happened and what to do, for a reader of the paper.
    pub fn words(&self, words: &Words) -> String {
        match self {
            NewsError::NotFound => words.not_found_note.to_owned(),
            NewsError::Unreachable if window().navigator().on_line() => words.unreachable.to_owned(),
            NewsError::Unreachable | NewsError::Cancelled | NewsError::OnlyAsPage => words.offline.to_owned(),
            NewsError::TimedOut => words.timed_out.to_owned(),
            NewsError::Refused(status) => format!("{} {status}。", words.refused),
            NewsError::NotNews => words.not_news.to_owned(),
            NewsError::TooNew => words.too_new.to_owned(),
        }
    }

    fn is_worth_a_retry(&self) -> bool {
        matches!(self, NewsError::Unreachable | NewsError::Refused(500..))
    }
}

/// Whether an answer that the browser kept will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// It will, for as long as the server said.
    Any,
    /// It was bad: ask again.
    Fetched,
}

/// How long to wait, and a way to stop waiting. Dropping it stops the clock.
#[derive(Clone)]
pub struct Patience {
    controller: Rc<Option<AbortController>>,
    is_over: Rc<Cell<bool>>,
    _clock: Rc<Timeout>,
}

impl Patience {
    /// Patience that begins now.
    pub fn new() -> Patience {
        let controller = Rc::new(AbortController::new().ok());
        let is_over = Rc::new(Cell::new(false));
        let clock = Timeout::new(PATIENCE, {
            let (controller, is_over) = (controller.clone(), is_over.clone());
            move || {
                is_over.set(true);
                controller.iter().for_each(AbortController::abort);
            }
        });
        Patience { controller, is_over, _clock: Rc::new(clock) }
    }

    /// Stops waiting: the reader of the paper went elsewhere.
    pub fn cancel(&self) {
        self.controller.iter().for_each(AbortController::abort);
    }

    fn is_aborted(&self) -> bool {
        self.controller.iter().any(|controller| controller.signal().aborted())
    }

    /// Why a request came to nothing.
    fn reason(&self) -> NewsError {
        match (self.is_over.get(), self.is_aborted()) {
            (true, _) => NewsError::TimedOut,
            (false, true) => NewsError::Cancelled,
            (false, false) => NewsError::Unreachable,
        }
    }
}

/// Fetches what a page shows: read, and as the text that came.
pub async fn page(
    paths: &Paths,
    address: &Address,
    freshness: Freshness,
    patience: &Patience,
) -> Result<(Page, String), NewsError> {
    let text = fetch(&paths.data(&address.data_file()), freshness, patience).await?;
    Ok((read_page(address, &text)?, text))
}

/// Reads what a page shows.
pub fn read_page(address: &Address, text: &str) -> Result<Page, NewsError> {
    match Page::read(address, &parse(text)?).ok_or(NewsError::NotNews)? {
        Page::NotFound(_) => Err(NewsError::NotFound),
        page => Ok(page),
    }
}

/// Fetches what is known of the whole paper.
pub async fn site(url: &str) -> Result<Site, NewsError> {
    Site::from_json(&parse(&fetch(url, Freshness::Any, &Patience::new()).await?)?).ok_or(NewsError::NotNews)
}

/// Fetches a data file; tries again where that makes sense. One for all types: what is made anew for each weighs 3 KB.
async fn fetch(url: &str, freshness: Freshness, patience: &Patience) -> Result<String, NewsError> {
    let mut text = try_fetch(url, freshness, patience).await;
    for pause in PAUSES {
        match &text {
            Err(error) if error.is_worth_a_retry() => TimeoutFuture::new(pause).await,
            _ => break,
        }
        if patience.is_aborted() {
            return Err(patience.reason());
        }
        text = try_fetch(url, Freshness::Fetched, patience).await;
    }
    text
}

async fn try_fetch(url: &str, freshness: Freshness, patience: &Patience) -> Result<String, NewsError> {
    let signal = patience.controller.as_ref().as_ref().map(AbortController::signal);
    let cache = match freshness {
        Freshness::Any => RequestCache::Default,
        Freshness::Fetched => RequestCache::Reload,
    };
    let response = Request::get(url).abort_signal(signal.as_ref()).cache(cache).send().await;
    let response = response.map_err(|_| patience.reason())?;
    match response.status() {
        404 | 410 => Err(NewsError::NotFound),
        _ if !response.ok() => Err(NewsError::Refused(response.status())),
        _ if response.headers().has("x-strait-kept") => Err(NewsError::OnlyAsPage),
        _ if !is_json(&response) => Err(NewsError::NotNews),
        _ => response.text().await.map_err(|_| patience.reason()),
    }
}

fn is_json(response: &Response) -> bool {
    response.headers().get("content-type").is_some_and(|kind| kind.split(['/', '+', ';']).any(|part| part == "json"))
}

fn parse(text: &str) -> Result<Json<'_>, NewsError> {
    let json = strait_wire::parse(text).ok_or(NewsError::NotNews)?;
    let contract: Contract = optional(&json, "contract").unwrap_or_default();
    if contract.is_understood() { Ok(json) } else { Err(NewsError::TooNew) }
}

impl fmt::Debug for Patience {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Patience").field("is_over", &self.is_over).finish_non_exhaustive()
    }
}
