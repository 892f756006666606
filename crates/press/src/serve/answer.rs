//! Answers requests: which file of the site, with which headers, and whether all of it (RFC 9110).

use super::body::{Body, Found, version, whole};
use super::conditions::Verdict;
use super::printed::Terms;
use super::{Paper, address, encoding, reload};
use crate::site::content_type::{content_type, is_text};
use crate::site::headers::{Kind, kind_of};
use hyper::body::Incoming;
use hyper::header::HeaderValue;
use hyper::http::request::Parts;
use hyper::http::uri::Authority;
use hyper::{HeaderMap, Method, Request, Response, StatusCode, Version, header};
use std::convert::Infallible;
use std::io;
use std::sync::Arc;
use strait_confined::{Confined, ConfinedError};
use strait_model::paths::FrameAddress;

/// Answers a request. What comes with it is never read: nothing is taken from readers.
pub async fn answer(paper: Arc<Paper>, request: Request<Incoming>) -> Result<Response<Body>, Infallible> {
    let (parts, _) = request.into_parts();
    // It looks at the disk. What fails there fails for this request alone.
    let done = tokio::task::spawn_blocking(move || paper.answer(&parts)).await;
    Ok(done.unwrap_or_else(|_| bare(StatusCode::INTERNAL_SERVER_ERROR)))
}

impl Paper {
    fn answer(&self, request: &Parts) -> Response<Body> {
        let Ok((folder, terms)) = self.printed.now() else { return bare(StatusCode::SERVICE_UNAVAILABLE) };
        let desk = Desk { paper: self, folder, terms, request };
        let (kind, response) = desk.answer().unwrap_or_else(|_| (Kind::Page, bare(StatusCode::SERVICE_UNAVAILABLE)));
        desk.dress(kind, response)
    }
}

/// One request, and what it is answered from.
struct Desk<'a> {
    paper: &'a Paper,
    folder: Confined,
    terms: Arc<Terms>,
    request: &'a Parts,
}

/// What a file is, as far as headers go, and what is said of it.
type Answer = (Kind, Response<Body>);

impl Desk<'_> {
    fn answer(&self) -> io::Result<Answer> {
        let asked = self.request.uri.path();
        if asked.is_empty() || !has_one_host(self.request) {
            return Ok((Kind::Page, bare(StatusCode::BAD_REQUEST)));
        }
        if !matches!(self.request.method, Method::GET | Method::HEAD) {
            return Ok((Kind::Page, with(bare(StatusCode::METHOD_NOT_ALLOWED), header::ALLOW, "GET, HEAD")));
        }
        if let Some(response) = reload::answer(self.paper, asked, &self.folder) {
            return Ok((Kind::Plain, response));
        }
        let whole = self.request.uri.path_and_query().map_or(asked, |whole| whole.as_str());
        if let Some(goal) = self.terms.former.leads_to(&self.folder, whole)? {
            return Ok((Kind::Page, with(bare(StatusCode::MOVED_PERMANENTLY), header::LOCATION, &goal)));
        }
        let Some(path) = address::below(asked, &self.terms.base) else {
            return if asked == self.terms.base.trim_end_matches('/') {
                Ok(self.with_slash())
            } else {
                self.not_found(asked.strip_prefix(&self.terms.base).unwrap_or_default())
            };
        };
        let name = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.clone() };
        match self.find(&name)? {
            Some(found) => self.send(found, kind_of(&name), &content_type(&name)),
            None if !path.ends_with('/') && self.find(&format!("{path}/index.html"))?.is_some() => Ok(self.with_slash()),
            None => self.not_found(&path),
        }
    }

    /// The best form of a file. None where there is none, and where there is something else than a file of the site.
    fn find(&self, name: &str) -> io::Result<Option<Found>> {
        let open = |ending: &'static str| -> io::Result<Option<Found>> {
            let path = format!("{name}{ending}");
            match self.folder.file(&path) {
                Ok((file, metadata)) => {
                    let (root, version) = (self.paper.printed.root().to_owned(), version(&metadata, ending)?);
                    Ok(Some(Found { root, path, version, file }))
                }
                Err(error) if is_absence(&error) => Ok(None),
                Err(error) => Err(error.into()),
            }
        };
        let Some(plain) = open("")? else { return Ok(None) };
        let is_changed = self.paper.reloads && kind_of(name) == Kind::Page;
        let wanted = if is_text(name) && !is_changed { encoding::wanted(&self.request.headers) } else { vec![] };
        for ending in wanted.into_iter().map(encoding::Encoding::ending) {
            if let Some(copy) = open(ending)? {
                return Ok(Some(copy));
            }
        }
        Ok(Some(plain))
    }

    fn send(&self, found: Found, kind: Kind, content_type: &str) -> io::Result<Answer> {
        if self.paper.reloads && kind == Kind::Page {
            return Ok((kind, reload::add_script(found)?));
        }
        let version = found.version.clone();
        let (status, bytes) = match version.decide(&self.request.method, &self.request.headers) {
            Verdict::Whole => (StatusCode::OK, 0..version.length),
            Verdict::Part(bytes) => (StatusCode::PARTIAL_CONTENT, bytes),
            Verdict::NotModified => (StatusCode::NOT_MODIFIED, 0..0),
            Verdict::Other => return Ok((Kind::Page, bare(StatusCode::PRECONDITION_FAILED))),
            Verdict::OutOfRange => {
                let response = bare(StatusCode::RANGE_NOT_SATISFIABLE);
                return Ok((Kind::Page, with(response, header::CONTENT_RANGE, &format!("bytes */{}", version.length))));
            }
        };
        let length = bytes.end - bytes.start;
        let range = format!("bytes {}-{}/{}", bytes.start, bytes.end.saturating_sub(1), version.length);
        let is_sent = self.request.method == Method::GET && status != StatusCode::NOT_MODIFIED;
        let mut response = described(&found, content_type);
        *response.body_mut() = if is_sent { found.body(bytes)? } else { whole("") };
        *response.status_mut() = status;
        response = with(response, header::ETAG, &version.tag());
        response = with(response, header::LAST_MODIFIED, &version.date());
        response = with(response, header::ACCEPT_RANGES, "bytes");
        Ok(match status {
            StatusCode::NOT_MODIFIED => (kind, without_content(response)),
            StatusCode::PARTIAL_CONTENT => (kind, with_length(with(response, header::CONTENT_RANGE, &range), length)),
            _ => (kind, with_length(response, length)),
        })
    }

    /// What is said where nothing is: in a frame its own words, in each edition the page in its script.
    fn not_found(&self, path: &str) -> io::Result<Answer> {
        let edition =
            self.terms.editions.iter().find(|edition| path.strip_prefix(*edition).is_some_and(|rest| rest.starts_with('/')));
        let folder = edition.map(|edition| format!("{edition}/")).unwrap_or_default();
        let is_framed = kind_of(path) == Kind::Frame;
        let page = if is_framed { FrameAddress::NOT_FOUND } else { "404.html" };
        let Some(found) = self.find(&format!("{folder}{page}"))? else {
            return Ok((Kind::Page, bare(StatusCode::NOT_FOUND)));
        };
        let kind = if is_framed { Kind::Frame } else { Kind::Page };
        let mut response =
            if self.paper.reloads && !is_framed { reload::add_script(found)? } else { all(found, &content_type(page))? };
        *response.status_mut() = StatusCode::NOT_FOUND;
        Ok((kind, response))
    }

    /// A folder's page is asked for with a slash. The path has no empty part, so that this is no other host.
    fn with_slash(&self) -> Answer {
        let query = self.request.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
        let goal = format!("{}/{query}", self.request.uri.path());
        (Kind::Page, with(bare(StatusCode::TEMPORARY_REDIRECT), header::LOCATION, &goal))
    }

    /// Puts the headers on that the site is published with; what an answer says by itself stays. `HEAD` is told all
    /// but the content.
    fn dress(&self, kind: Kind, response: Response<Body>) -> Response<Body> {
        let own: HeaderMap = response.headers().clone();
        let mut response = self.terms.policy.headers(kind).into_iter().fold(response, |response, (name, value)| {
            match name.parse::<header::HeaderName>() {
                Ok(name) => with(response, name, &value),
                Err(_) => response,
            }
        });
        response.headers_mut().extend(own);
        if self.request.method == Method::HEAD {
            *response.body_mut() = whole("");
        }
        response
    }
}

/// Whether a request says once, and rightly, whom it is for (RFC 9112, 3.2). HTTP/2 says it in the address.
fn has_one_host(request: &Parts) -> bool {
    let hosts: Vec<&HeaderValue> = request.headers.get_all(header::HOST).iter().collect();
    let is_right = |host: &HeaderValue| host.is_empty() || host.to_str().is_ok_and(|host| host.parse::<Authority>().is_ok());
    match hosts[..] {
        [] => request.version != Version::HTTP_11,
        [host] => is_right(host),
        _ => false,
    }
}

/// Whether there is nothing to be served, rather than a disk that fails.
fn is_absence(error: &ConfinedError) -> bool {
    match error {
        ConfinedError::Missing(_) | ConfinedError::LeadsOutside { .. } | ConfinedError::NotAFile(_) => true,
        ConfinedError::TooLarge { .. } => false,
        ConfinedError::Disk { source, .. } => source.kind() == io::ErrorKind::PermissionDenied,
    }
}

/// A status with its name as content.
pub fn bare(status: StatusCode) -> Response<Body> {
    let words = format!("{status}\n");
    let length = words.len() as u64;
    let mut response = Response::new(whole(words));
    *response.status_mut() = status;
    let response = with(response, header::CACHE_CONTROL, "no-store");
    with_length(with(response, header::CONTENT_TYPE, &content_type("status.txt")), length)
}

/// All of a file, without anything to know it again by.
fn all(found: Found, content_type: &str) -> io::Result<Response<Body>> {
    let length = found.version.length;
    let mut response = with_length(described(&found, content_type), length);
    *response.body_mut() = found.body(0..length)?;
    Ok(response)
}

/// What is said of a file whatever is sent of it.
fn described(found: &Found, content_type: &str) -> Response<Body> {
    let mut response = with(Response::new(whole("")), header::CONTENT_TYPE, content_type);
    if is_text(found.path.trim_end_matches(found.version.ending)) {
        response = with(response, header::VARY, "accept-encoding");
    }
    match encoding::Encoding::of(found.version.ending) {
        Some(encoding) => with(response, header::CONTENT_ENCODING, encoding.name()),
        None => response,
    }
}

fn without_content(mut response: Response<Body>) -> Response<Body> {
    // What a cache has of these stays as it is.
    response.headers_mut().remove(header::CONTENT_TYPE);
    response.headers_mut().remove(header::CONTENT_ENCODING);
    response
}

fn with_length(response: Response<Body>, length: u64) -> Response<Body> {
    with(response, header::CONTENT_LENGTH, &length.to_string())
}

/// Adds a header. One that cannot be said is left out.
pub fn with(mut response: Response<Body>, name: header::HeaderName, value: &str) -> Response<Body> {
    if let Ok(value) = header::HeaderValue::try_from(value) {
        response.headers_mut().insert(name, value);
    }
    response
}
