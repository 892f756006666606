//! Serves a printed site with the headers and the compression it is published with, over HTTP/1.1
//! and HTTP/2 (without TLS: that is for what stands before it; browsers speak HTTP/1.1 without TLS).

mod reload;

use super::content_type::content_type;
use super::headers::{Hashes, Kind, Policy, kind_of};
use super::newsroom::read_site;
use super::{PressError, Report};
use crate::paths::{FrameAddress, Paths};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, Response, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_status::SetStatus;

/// What to serve, and where.
pub struct Serving {
    /// The folder of the site.
    pub site: PathBuf,
    /// Where to listen; port 0 is any that is free.
    pub address: SocketAddr,
    /// Whether pages reload themselves when the site is printed anew.
    pub reloads: bool,
}

/// What the server knows.
struct Server {
    root: PathBuf,
    base: String,
    policy: Policy,
    reloads: bool,
}

/// Serves a site until the process is told to stop; `say` hears its address.
pub async fn serve(serving: &Serving, say: &dyn Fn(&str)) -> Result<(), PressError> {
    let Serving { site: root, address, reloads } = serving;
    let site_file = root.join("data").join(Paths::SITE);
    let site = read_site(&site_file, &mut Report::default())?;
    let base = Paths::of(&site).base().to_owned();
    let policy = Policy::of(&site, hashes(root)?, false);
    let server = Arc::new(Server { root: root.clone(), base: base.clone(), policy, reloads: *reloads });
    let listener = tokio::net::TcpListener::bind(address).await.map_err(PressError::disk(format!("http://{address}/")))?;
    let address = listener.local_addr().map_err(PressError::disk(format!("http://{address}/")))?;
    say(&format!("http://{address}{base}"));
    let stop = async {
        // Fails only where the system has no signals; then the process is stopped from outside.
        let _ = tokio::signal::ctrl_c().await;
    };
    axum::serve(listener, router(server)).with_graceful_shutdown(stop).await.map_err(PressError::disk(root))
}

fn router(server: Arc<Server>) -> Router {
    let not_found = ServeFile::new(server.root.join("404.html")).precompressed_br().precompressed_gzip();
    let files = ServeDir::new(&server.root).precompressed_br().precompressed_gzip().not_found_service(not_found.clone());
    let router = match server.base.trim_end_matches('/') {
        "" => Router::new().fallback_service(files),
        // What lies beside a site below a path is not found either.
        base => Router::new().nest_service(base, files).fallback_service(SetStatus::new(not_found, StatusCode::NOT_FOUND)),
    };
    let router = if server.reloads { reload::add_routes(router) } else { router };
    router.layer(from_fn_with_state(server.clone(), add_headers)).with_state(server)
}

async fn add_headers(State(server): State<Arc<Server>>, mut request: Request, next: Next) -> Response<Body> {
    let path = request.uri().path().strip_prefix(&server.base).unwrap_or_default().to_owned();
    let is_changed = server.reloads && kind_of(&path) == Kind::Page;
    if is_changed {
        reload::ask_for_whole(&mut request);
    }
    let mut response = next.run(request).await;
    let is_missing = response.status() == StatusCode::NOT_FOUND;
    let mut kind = kind_of(&path);
    if is_missing {
        kind = Kind::Page;
        if let Some(page) = frame_not_found(&server.root, &path) {
            (kind, response) = (Kind::Frame, page);
        }
    }
    for (name, value) in server.policy.headers(kind) {
        let pair = (HeaderName::try_from(name), HeaderValue::try_from(value));
        if let (Ok(name), Ok(value)) = pair {
            response.headers_mut().insert(name, value);
        }
    }
    let has_type = response.headers().contains_key(header::CONTENT_TYPE);
    if has_type && response.status().is_success() && !matches!(kind, Kind::Page | Kind::Frame) && !path.starts_with("-/") {
        let content_type = HeaderValue::try_from(content_type(&path));
        content_type.into_iter().for_each(|value| drop(response.headers_mut().insert(header::CONTENT_TYPE, value)));
    }
    if is_changed { reload::add_script(response).await } else { response }
}

/// What a frame shows whose address leads nowhere; none for an address that is no frame's.
fn frame_not_found(root: &Path, path: &str) -> Option<Response<Body>> {
    let (edition, _) = path.split_once("embed/").filter(|_| kind_of(path) == Kind::Frame)?;
    let html = std::fs::read(root.join(edition).join(FrameAddress::NOT_FOUND)).ok()?;
    let response = Response::builder().status(StatusCode::NOT_FOUND).header(header::CONTENT_TYPE, content_type("404.html"));
    response.body(Body::from(html)).ok()
}

/// What stands in the site's pages and may be applied or run, as its own header file states it.
fn hashes(root: &Path) -> Result<Hashes, PressError> {
    let path = root.join("_headers");
    let text = std::fs::read_to_string(&path).map_err(PressError::disk(&path))?;
    let policies: Vec<&str> = text.lines().filter_map(|line| line.trim().strip_prefix("Content-Security-Policy:")).collect();
    let named = |is_page: bool, directive: &str| -> Vec<String> {
        // Only pages run WASM.
        let policy = policies.iter().find(|policy| policy.contains("'wasm-unsafe-eval'") == is_page);
        let sources =
            policy.into_iter().flat_map(|policy| policy.split(';')).filter_map(|part| part.trim().strip_prefix(directive));
        let hashes = sources.flat_map(|sources| sources.split('\'')).filter(|source| source.starts_with("sha256-"));
        hashes.map(str::to_owned).collect()
    };
    let first = |mut hashes: Vec<String>| if hashes.is_empty() { String::new() } else { hashes.swap_remove(0) };
    Ok(Hashes {
        css: first(named(true, "style-src ")),
        scripts: named(true, "script-src "),
        frame_css: named(false, "style-src "),
    })
}
