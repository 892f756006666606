//! Serves a printed site on this machine, with the headers and the compression it is published with.

use super::PressError;
use super::headers::{Kind, Policy, kind_of};
use crate::model::Site;
use crate::paths::Paths;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, Response, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::IntoResponse;
use axum::routing::get;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tower_http::services::{ServeDir, ServeFile};

/// What the server knows.
struct Server {
    root: PathBuf,
    base: String,
    policy: Policy,
    reloads: bool,
}

/// A script that reloads the page when the site was printed anew. Only for `--reload`.
const RELOAD_SCRIPT: &str = "let last;setInterval(async()=>{try{const now=await(await fetch('/-/stamp',{cache:'no-store'})).text();\
if(last&&now!==last)location.reload();last=now}catch{}},700)";
const RELOAD_TAG: &str = "<script type=\"module\" src=\"/-/reload.js\"></script>";

/// Serves `root` on 127.0.0.1 until the process is told to stop. With `reloads`, pages reload
/// themselves when the site is printed anew.
pub async fn serve(root: &Path, port: u16, reloads: bool) -> Result<(), PressError> {
    let site_file = root.join("data").join(Paths::SITE);
    let bytes = std::fs::read(&site_file).map_err(PressError::disk(&site_file))?;
    let site: Site = serde_json::from_slice(&bytes)?;
    let base = Paths::of(&site).base().to_owned();
    let policy = Policy::of(&site, css_hash(root)?, false);
    let server = Arc::new(Server { root: root.to_owned(), base: base.clone(), policy, reloads });
    let files =
        ServeDir::new(root).precompressed_br().precompressed_gzip().not_found_service(ServeFile::new(root.join("404.html")));
    let router = match base.trim_end_matches('/') {
        "" => Router::new().fallback_service(files),
        base => Router::new().nest_service(base, files),
    };
    let router = router
        .route("/-/stamp", get(stamp))
        .route("/-/reload.js", get(|| async { ([(header::CONTENT_TYPE, "text/javascript")], RELOAD_SCRIPT) }))
        .layer(from_fn_with_state(server.clone(), add_headers))
        .with_state(server);
    let address = SocketAddr::from(([127, 0, 0, 1], port));
    let listener = tokio::net::TcpListener::bind(address).await.map_err(PressError::disk(format!("http://{address}/")))?;
    eprintln!("http://127.0.0.1:{port}{base}");
    let stop = async {
        // Fails only where the system has no signals; then the process is stopped from outside.
        let _ = tokio::signal::ctrl_c().await;
    };
    axum::serve(listener, router).with_graceful_shutdown(stop).await.map_err(PressError::disk(root))
}

async fn stamp(State(server): State<Arc<Server>>) -> impl IntoResponse {
    let stamp = std::fs::read_to_string(server.root.join(".stamp")).unwrap_or_default();
    ([(header::CACHE_CONTROL, "no-store")], stamp)
}

async fn add_headers(State(server): State<Arc<Server>>, mut request: Request, next: Next) -> Response<Body> {
    let path = request.uri().path().strip_prefix(&server.base).unwrap_or_default().to_owned();
    if server.reloads && kind_of(&path) == Kind::Page {
        // The script is put into the page as it is, not into its compressed twin.
        request.headers_mut().remove(header::ACCEPT_ENCODING);
    }
    let mut response = next.run(request).await;
    let kind = match response.status() {
        StatusCode::NOT_FOUND => Kind::Page,
        _ => kind_of(&path),
    };
    for (name, value) in server.policy.headers(kind) {
        let pair = (HeaderName::try_from(name), HeaderValue::try_from(value));
        if let (Ok(name), Ok(value)) = pair {
            response.headers_mut().insert(name, value);
        }
    }
    match server.reloads && is_html(&response) {
        true => add_reload_script(response).await,
        false => response,
    }
}

fn is_html(response: &Response<Body>) -> bool {
    response.headers().get(header::CONTENT_TYPE).is_some_and(|value| value.as_bytes().starts_with(b"text/html"))
}

async fn add_reload_script(response: Response<Body>) -> Response<Body> {
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = axum::body::to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let page = String::from_utf8_lossy(&bytes).replacen("</head>", &format!("{RELOAD_TAG}</head>"), 1);
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Response::from_parts(parts, Body::from(page))
}

/// The hash of the CSS in the site's pages, as its own header file states it.
fn css_hash(root: &Path) -> Result<String, PressError> {
    let path = root.join("_headers");
    let text = std::fs::read_to_string(&path).map_err(PressError::disk(&path))?;
    let hash = text.split("style-src 'self' '").nth(1).and_then(|rest| rest.split('\'').next());
    Ok(hash.unwrap_or_default().to_owned())
}
