//! Pages that reload themselves when the site was printed anew, for who writes or builds.

use super::Server;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Response, StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use std::sync::Arc;

const SCRIPT: &str = "let last;setInterval(async()=>{try{const now=await(await fetch('/-/stamp',{cache:'no-store'})).text();\
if(last&&now!==last)location.reload();last=now}catch{}},700)";
const TAG: &str = "<script type=\"module\" src=\"/-/reload.js\"></script>";

/// What the script is loaded from, and what it looks at.
pub(super) fn add_routes(router: Router<Arc<Server>>) -> Router<Arc<Server>> {
    let script = || async { ([(header::CONTENT_TYPE, "text/javascript")], SCRIPT) };
    router.route("/-/stamp", get(stamp)).route("/-/reload.js", get(script))
}

/// The script is put into the page as it is: not into its compressed twin, nor into a part of it.
pub(super) fn ask_for_whole(request: &mut Request) {
    for name in [header::ACCEPT_ENCODING, header::RANGE, header::IF_NONE_MATCH, header::IF_MODIFIED_SINCE] {
        request.headers_mut().remove(name);
    }
}

/// Puts the script into a page.
pub(super) async fn add_script(response: Response<Body>) -> Response<Body> {
    let (mut parts, body) = response.into_parts();
    let is_html = parts.headers.get(header::CONTENT_TYPE).is_some_and(|value| value.as_bytes().starts_with(b"text/html"));
    if !is_html {
        return Response::from_parts(parts, body);
    }
    let Ok(bytes) = axum::body::to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let page = String::from_utf8_lossy(&bytes).replacen("</head>", &format!("{TAG}</head>"), 1);
    [header::CONTENT_LENGTH, header::ETAG, header::LAST_MODIFIED].iter().for_each(|name| drop(parts.headers.remove(name)));
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Response::from_parts(parts, Body::from(page))
}

async fn stamp(State(server): State<Arc<Server>>) -> impl IntoResponse {
    let stamp = std::fs::read_to_string(server.root.join(".stamp")).unwrap_or_default();
    ([(header::CACHE_CONTROL, "no-store")], stamp)
}
