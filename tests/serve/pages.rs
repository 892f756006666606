//! What readers get: pages, films, and words where there is nothing.

use crate::server::{Server, browser, get};
use std::io::Read;

#[tokio::test]
async fn a_page_comes_compressed_with_the_headers_it_is_published_with() {
    let server = Server::start("/", &[]);
    let plain = server.get("", &[]).await;
    for (accepted, encoding) in [("br, gzip", "br"), ("gzip", "gzip"), ("identity", "")] {
        let answer = server.get("", &[("accept-encoding", accepted)]).await;
        assert_eq!((answer.status, answer.says("content-encoding")), (200, encoding));
        assert_eq!(answer.says("vary"), "accept-encoding");
        assert!(answer.says("content-security-policy").contains("style-src 'self' 'sha256-x';"));
        assert!(answer.says("content-security-policy").contains("script-src 'self' 'wasm-unsafe-eval' 'sha256-w';"));
        assert_eq!(answer.says("x-frame-options"), "DENY");
        assert!(answer.says("content-type").starts_with("text/html"));
        let content = match encoding {
            "br" => read(brotli::Decompressor::new(&answer.body[..], 4096)),
            "gzip" => read(flate2::read::GzDecoder::new(&answer.body[..])),
            _ => answer.body,
        };
        assert!(content == plain.body, "{accepted}");
    }
}

#[tokio::test]
async fn partners_may_frame_what_is_theirs_and_are_told_in_the_frame_what_is_not_there() {
    for base in ["/", "/paper/"] {
        let server = Server::start(base, &[]);
        let frame = server.get("embed/article/1/", &[]).await;
        assert_eq!((frame.status, frame.says("x-frame-options")), (200, ""), "{base}");
        assert!(frame.says("content-type").starts_with("text/html"), "{base}");
        for words in ["style-src 'sha256-y' 'sha256-z';", "frame-ancestors * file:;"] {
            assert!(frame.says("content-security-policy").contains(words), "{words}");
        }
        let missing = server.get("embed/article/2/", &[]).await;
        assert_eq!((missing.status, missing.says("x-frame-options")), (404, ""), "{base}");
        assert!(String::from_utf8_lossy(&missing.body).contains("no such news"), "{base}");
        let elsewhere = server.get("article/2/", &[]).await;
        assert_eq!((elsewhere.status, elsewhere.says("x-frame-options")), (404, "DENY"), "{base}");
        let loader = server.get("embed.js", &[]).await;
        assert_eq!((loader.says("access-control-allow-origin"), loader.says("cache-control")), ("*", "public, max-age=3600"));
    }
}

fn read(mut reader: impl Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).unwrap();
    bytes
}

#[tokio::test]
async fn each_file_comes_with_its_type_and_its_age() {
    let server = Server::start("/", &[]);
    for (path, content_type, cache) in [
        ("manifest.webmanifest", "application/manifest+json", "max-age=3600"),
        ("feed.xml", "application/xml; charset=utf-8", "max-age=30,"),
        ("pictures/a-1.avif", "image/avif", "immutable"),
        ("assets/reader-1.wasm", "application/wasm", "immutable"),
        ("data/site.json", "application/json", "max-age=30,"),
        ("media/film.mp4", "video/mp4", "max-age=3600"),
    ] {
        let answer = server.get(path, &[]).await;
        assert_eq!((answer.status, answer.says("content-type")), (200, content_type), "{path}");
        assert!(answer.says("cache-control").contains(cache), "{path}: {}", answer.says("cache-control"));
    }
}

#[tokio::test]
async fn what_a_browser_has_already_is_not_sent_again_until_it_changes() {
    let server = Server::start("/", &[]);
    for accepted in ["br", "gzip", "identity"] {
        let first = server.get("", &[("accept-encoding", accepted)]).await;
        let tag = first.says("etag").to_owned();
        assert!(tag.starts_with('"'), "a strong tag: {tag}");
        let again = server.get("", &[("accept-encoding", accepted), ("if-none-match", &tag)]).await;
        assert_eq!((again.status, again.body.len()), (304, 0), "{accepted}");
        let other = server.get("", &[("accept-encoding", accepted), ("if-none-match", "\"other\"")]).await;
        assert_eq!(other.status, 200);
    }
    let before = server.get("feed.xml", &[]).await.says("etag").to_owned();
    std::fs::write(server.folder.join("feed.xml"), "<rss>more</rss>").unwrap();
    assert_eq!(server.get("feed.xml", &[("if-none-match", &before)]).await.status, 200);
}

#[tokio::test]
async fn a_film_can_be_had_from_the_middle() {
    let server = Server::start("/", &[]);
    let part = server.get("media/film.mp4", &[("range", "bytes=10-19")]).await;
    assert_eq!((part.status, part.says("content-range")), (206, "bytes 10-19/100"));
    assert_eq!(part.body, (10..20).collect::<Vec<u8>>());
    assert_eq!(server.get("media/film.mp4", &[("range", "bytes=100-")]).await.status, 416);
}

#[tokio::test]
async fn what_is_not_there_is_said_on_a_page_with_its_headers() {
    for base in ["/", "/paper/"] {
        let server = Server::start(base, &[]);
        let root = server.address.trim_end_matches(base).to_owned();
        assert_eq!(server.get("", &[]).await.status, 200);
        for path in ["nothing/here/", "data/nothing.json", "../Cargo.toml", "%2e%2e/%2e%2e/etc/passwd", "assets/gone-1.js"] {
            for headers in [&[][..], &[("range", "bytes=0-3")], &[("if-none-match", "*")]] {
                let answer = server.get(path, headers).await;
                assert_eq!(answer.status, 404, "{path}");
                assert!(!answer.says("cache-control").contains("immutable"));
                assert!(answer.says("content-security-policy").contains("default-src 'none'"));
            }
            assert!(String::from_utf8_lossy(&server.get(path, &[]).await.body).contains("not here"), "{path}");
        }
        let beside = get(&browser(false), &format!("{root}/beside"), &[]).await;
        assert_eq!(beside.status, 404);
        assert!(String::from_utf8_lossy(&beside.body).contains("not here"));
    }
}

#[tokio::test]
async fn pages_reload_themselves_only_when_asked_to() {
    let served = Server::start("/", &[]);
    assert!(!String::from_utf8_lossy(&served.get("", &[]).await.body).contains("reload.js"));
    assert_eq!(served.get("-/stamp", &[]).await.status, 404);
    let server = Server::start("/", &["--reload"]);
    let page = server.get("", &[("accept-encoding", "br"), ("range", "bytes=0-9")]).await;
    assert_eq!((page.status, page.says("cache-control")), (200, "no-store"));
    assert!(String::from_utf8_lossy(&page.body).contains("/-/reload.js\"></script></head>"));
    assert!(server.get("-/reload.js", &[]).await.says("content-type").starts_with("text/javascript"));
    assert_eq!(server.get("-/stamp", &[]).await.status, 200);
}

#[tokio::test]
async fn pages_learn_that_the_site_is_printed_anew_and_what_is_still_being_made() {
    let folder = tempfile::tempdir().unwrap();
    let notice = folder.path().join("notice");
    let server = Server::start("/", &["--reload", "--notice", notice.to_str().unwrap()]);
    let stamp = async || server.get("-/stamp", &[]).await.text();
    server.file(".strait", b"0000000000000001 2 80 0000000000000009\n");
    let first = stamp().await;
    assert!(first.ends_with('\n') && first.trim() != "", "{first:?}");
    server.file(".strait", b"building\n");
    assert_eq!(stamp().await, "\n", "no reload into a site that is half printed");
    server.file(".strait", b"0000000000000001 3 120 0000000000000007\n");
    assert!(stamp().await != first && stamp().await == stamp().await);
    std::fs::write(&notice, "Still being made: <the reader>").unwrap();
    assert!(stamp().await.ends_with("\nStill being made: <the reader>"));
    std::fs::remove_file(&notice).unwrap();
    assert!(stamp().await.ends_with('\n'));
    let script = server.get("-/reload.js", &[]).await.text();
    assert!(script.contains("textContent") && !script.contains("innerHTML"), "what is shown is text");
    let page = server.get("", &[]).await.text();
    assert!(!page.contains("being made"), "it is in no page");
}
