//! Receives readers: who may come in, how much each may say, and how long it may take.

use super::body::Body;
use super::guests::{Guests, Limits, Place, Pulse};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use std::convert::Infallible;
use std::io::{self, IoSlice};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::sleep;

/// How many may be connected at most: more than any paper needs that is served from here.
const MOST: u64 = 2048;
/// What is left for files, and for what the system needs.
const KEPT_FREE: u64 = 96;
/// How much a request may say: addresses and headers, in bytes.
const HEAD: usize = 1 << 16;
/// How many requests may be under way on one connection (HTTP/2).
const AT_ONCE: u32 = 64;
/// How much is made ready for a slow reader, in bytes for each request (HTTP/2).
const AHEAD: usize = 1 << 17;
/// How long to wait when the system lets nobody in.
const BREATH: Duration = Duration::from_millis(50);

impl Limits {
    /// What this machine can bear. Files and connections share what the system lets a process open.
    pub fn of_this_machine() -> Limits {
        let can_open = descriptors(MOST + KEPT_FREE);
        let in_all = if can_open > 2 * KEPT_FREE { (can_open - KEPT_FREE).min(MOST) } else { can_open / 2 };
        let in_all = usize::try_from(in_all).unwrap_or(usize::MAX).max(4);
        let second = Duration::from_secs(1);
        Limits { in_all, from_one: in_all / 4 * 3, quiet: second * 20, grace: second, farewell: second * 3 }
    }
}

/// Receives readers until `stop` ends. Then answers on their way are finished, as far as they take no time.
pub async fn receive<S, F>(listener: TcpListener, limits: Limits, stop: impl Future<Output = ()>, answer: S)
where
    S: Fn(Request<Incoming>) -> F + Clone + Send + 'static,
    F: Future<Output = Result<Response<Body>, Infallible>> + Send + 'static,
{
    let (guests, all, builder) = (Guests::new(limits), GracefulShutdown::new(), builder());
    let mut stop = pin!(stop);
    loop {
        let arrived = tokio::select! { biased; () = &mut stop => break, arrived = arrive(&listener, &guests) => arrived };
        let Some((stream, place)) = arrived else { continue };
        tokio::spawn(attend(stream, place, limits, builder.clone(), all.watcher(), answer.clone()));
    }
    drop(listener);
    tokio::select! { () = all.shutdown() => {}, () = sleep(limits.farewell) => {} }
}

/// The next connection that has a place.
async fn arrive(listener: &TcpListener, guests: &Arc<Guests>) -> Option<(TcpStream, Place)> {
    match listener.accept().await {
        Ok((stream, from)) => Some((stream, guests.admit(from.ip()).await?)),
        // Who came is gone again, or the system has nothing left: others leave by themselves.
        Err(_) => {
            sleep(BREATH).await;
            None
        }
    }
}

/// Answers on one connection, until either side has enough.
async fn attend<S, F>(
    stream: TcpStream,
    place: Place,
    limits: Limits,
    builder: Builder<TokioExecutor>,
    watcher: Watcher,
    answer: S,
) where
    S: Fn(Request<Incoming>) -> F + Send + 'static,
    F: Future<Output = Result<Response<Body>, Infallible>> + Send + 'static,
{
    // Without it small answers may wait; where the system does not know it, they do.
    let _ = stream.set_nodelay(true);
    let mut place = place;
    let line = TokioIo::new(Line { stream, pulse: place.pulse.clone() });
    let connection = builder.serve_connection(line, service_fn(answer)).into_owned();
    let pulse = place.pulse.clone();
    tokio::select! {
        // A reader who goes away in the midst is no fault of ours.
        _ = watcher.watch(connection) => {}
        _ = &mut place.shown_out => {}
        () = pulse.stops(limits.quiet) => {}
    }
}

/// HTTP/1.1 and HTTP/2, within limits. How long either may take is the pulse's to say: it also sees who says nothing
/// at all, of whom hyper does not know yet which of the two it speaks.
fn builder() -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).max_buf_size(HEAD);
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(AT_ONCE)
        .max_header_list_size(HEAD as u32)
        .max_send_buf_size(AHEAD)
        .max_pending_accept_reset_streams(AT_ONCE as usize)
        .max_local_error_reset_streams(AT_ONCE as usize);
    builder
}

/// A connection whose pulse beats with each byte that is taken from it.
struct Line {
    stream: TcpStream,
    pulse: Arc<Pulse>,
}

impl Line {
    fn note(&self, sent: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if matches!(sent, Poll::Ready(Ok(1..))) {
            self.pulse.beat(Instant::now());
        }
        sent
    }
}

impl AsyncRead for Line {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, into)
    }
}

impl AsyncWrite for Line {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let sent = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.note(sent)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let sent = Pin::new(&mut self.stream).poll_write_vectored(context, bytes);
        self.note(sent)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

/// How much this process may open, after asking for as much as is wanted.
#[cfg(unix)]
fn descriptors(wanted: u64) -> u64 {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    let Some(current) = current.filter(|current| *current < wanted) else { return wanted };
    let more = maximum.map_or(wanted, |maximum| maximum.min(wanted));
    setrlimit(Resource::Nofile, Rlimit { current: Some(more), maximum }).map_or(current, |()| more)
}

/// How much this process may open.
#[cfg(not(unix))]
fn descriptors(wanted: u64) -> u64 {
    wanted
}
