//! What RFC 9110 says of methods, ranges, conditions and encodings, over the line. The tables of what is decided
//! stand beside the code that decides.

use crate::server::{Answer, Server, browser, request};
use std::io::{Read, Write};

const FILM: &str = "media/film.mp4";

#[tokio::test]
async fn a_request_is_answered_as_rfc_9110_says() {
    let server = Server::start("/", &[]);
    let film = server.get(FILM, &[]).await;
    let (tag, date) = (film.says("etag").to_owned(), film.says("last-modified").to_owned());
    let stale = "Mon, 01 Jan 2001 00:00:00 GMT";
    let part = ("range", "bytes=10-19");
    for (lines, status, length, range) in [
        (&[][..], 200, 100, ""),
        (&[part], 206, 10, "bytes 10-19/100"),
        (&[("range", "bytes=90-")], 206, 10, "bytes 90-99/100"),
        (&[("range", "bytes=-10")], 206, 10, "bytes 90-99/100"),
        (&[("range", "bytes=-4000000000")], 206, 100, "bytes 0-99/100"),
        (&[("range", "bytes=50-4000000000")], 206, 50, "bytes 50-99/100"),
        (&[("range", "bytes=100-")], 416, 0, "bytes */100"),
        (&[("range", "bytes=-0")], 416, 0, "bytes */100"),
        (&[("range", "bytes=0-9,20-29")], 200, 100, ""),
        (&[("range", "lines=1-2")], 200, 100, ""),
        (&[("range", "bytes=9-5")], 200, 100, ""),
        (&[part, ("if-range", &tag)], 206, 10, "bytes 10-19/100"),
        (&[part, ("if-range", &date)], 206, 10, "bytes 10-19/100"),
        (&[part, ("if-range", "\"stale\"")], 200, 100, ""),
        (&[part, ("if-range", stale)], 200, 100, ""),
        (&[("if-none-match", &tag)], 304, 0, ""),
        (&[("if-none-match", "*")], 304, 0, ""),
        (&[("if-none-match", "\"stale\"")], 200, 100, ""),
        (&[("if-modified-since", &date)], 304, 0, ""),
        (&[("if-modified-since", stale)], 200, 100, ""),
        (&[("if-none-match", "\"stale\""), ("if-modified-since", &date)], 200, 100, ""),
        (&[("if-match", &tag)], 200, 100, ""),
        (&[("if-match", "\"stale\"")], 412, 0, ""),
        (&[("if-unmodified-since", &date)], 200, 100, ""),
        (&[("if-unmodified-since", stale)], 412, 0, ""),
        (&[("if-match", "\"stale\""), ("if-none-match", &tag)], 412, 0, ""),
    ] {
        for is_http_2 in [false, true] {
            let address = format!("{}{FILM}", server.address);
            let answer = request(&browser(is_http_2), "GET", &address, lines).await;
            assert_eq!((answer.status, answer.says("content-range")), (status, range), "{lines:?}");
            if matches!(status, 200 | 206) {
                assert_eq!(answer.body.len(), length, "{lines:?}");
                assert_eq!((answer.says("etag"), answer.says("accept-ranges")), (&*tag, "bytes"), "{lines:?}");
            }
            if status == 304 {
                assert_eq!((answer.body.len(), answer.says("etag"), answer.says("content-type")), (0, &*tag, ""), "{lines:?}");
                assert_eq!(answer.says("cache-control"), film.says("cache-control"));
            }
        }
    }
}

/// RFC 9110, 9.3.2: the same, without the content.
#[tokio::test]
async fn head_is_told_all_but_the_content() {
    let server = Server::start("/", &[]);
    for is_http_2 in [false, true] {
        for path in ["", "feed.xml", FILM, "schema", "article/none/", "embed/article/none/"] {
            for lines in [&[][..], &[("accept-encoding", "br")], &[("if-none-match", "*")]] {
                let ask = async |method: &str| -> Answer {
                    let mut answer = request(&browser(is_http_2), method, &format!("{}{path}", server.address), lines).await;
                    answer.headers.remove("date");
                    answer
                };
                let (get, head) = (ask("GET").await, ask("HEAD").await);
                assert_eq!((head.status, &head.headers, head.body.len()), (get.status, &get.headers, 0), "{path} {lines:?}");
            }
        }
    }
}

#[tokio::test]
async fn nothing_is_taken_from_readers() {
    let server = Server::start("/", &[]);
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"] {
        for is_http_2 in [false, true] {
            let answer = request(&browser(is_http_2), method, &server.address, &[]).await;
            assert_eq!((answer.status, answer.says("allow")), (405, "GET, HEAD"), "{method}");
        }
    }
    // However much is to come: it is answered before, and the line ends.
    for method in ["POST", "GET"] {
        let mut line = server.connect();
        write!(line, "{method} / HTTP/1.1\r\nhost: x\r\ncontent-length: 9999999999\r\n\r\n").unwrap();
        let mut sent = 0_u64;
        while sent < 1 << 28 && line.write_all(&[b'x'; 1 << 16]).is_ok() {
            sent += 1 << 16;
        }
        assert!(sent < 1 << 28, "{method}: {sent} bytes were taken");
    }
    let expecting =
        server.say("POST / HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\ncontent-length: 9\r\nconnection: close\r\n\r\n");
    assert_eq!(expecting.status, 405);
}

#[tokio::test]
async fn a_browser_gets_the_form_that_it_takes_and_each_has_a_tag_of_its_own() {
    let server = Server::start("/", &[]);
    let mut tags = std::collections::BTreeSet::new();
    for (accepted, encoding) in [
        ("br, gzip", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0", ""),
        ("gzip;q=0.9, br;q=0.1", "gzip"),
        ("*", "br"),
        ("identity", ""),
        ("identity;q=0", ""),
        ("identity;q=0, *", "br"),
        ("identity, gzip;q=0.5", ""),
        ("", ""),
    ] {
        let answer = server.get("", &[("accept-encoding", accepted)]).await;
        assert_eq!((answer.status, answer.says("content-encoding")), (200, encoding), "{accepted}");
        assert_eq!(answer.says("vary"), "accept-encoding", "{accepted}");
        tags.insert((encoding.to_owned(), answer.says("etag").to_owned()));
        // A part of a compressed copy is a part of that copy.
        let part = server.get("", &[("accept-encoding", accepted), ("range", "bytes=5-9")]).await;
        assert_eq!(
            (part.status, part.says("content-encoding"), &part.body[..]),
            (206, encoding, &answer.body[5..10]),
            "{accepted}"
        );
    }
    assert_eq!(tags.len(), 3, "{tags:?}");
    assert_eq!(server.get(FILM, &[("accept-encoding", "br")]).await.says("vary"), "");
}

#[tokio::test]
async fn a_long_film_comes_whole_bit_by_bit_and_breaks_off_when_it_is_another() {
    let server = Server::start("/", &[]);
    let long: Vec<u8> = (0..9_000_000_u32).map(|at| (at % 251) as u8).collect();
    server.file("media/long.mp4", &long);
    for is_http_2 in [false, true] {
        let address = format!("{}media/long.mp4", server.address);
        assert!(request(&browser(is_http_2), "GET", &address, &[]).await.body == long);
        let part = request(&browser(is_http_2), "GET", &address, &[("range", "bytes=65530-4000000")]).await;
        assert!(part.status == 206 && part.body == long[65530..=4_000_000]);
    }
    let mut line = server.connect();
    line.write_all(b"GET /media/long.mp4 HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").unwrap();
    line.read_exact(&mut [0; 500]).unwrap();
    server.file("media/long.mp4", &[1; 9_000_001]);
    assert!(crate::server::heard(line).len() < 9_000_000, "two prints are never mixed");
}

#[test]
fn what_is_too_long_to_be_said_is_refused() {
    let server = Server::start("/", &[]);
    let header = format!("GET / HTTP/1.1\r\nhost: x\r\nx: {}\r\nconnection: close\r\n\r\n", "y".repeat(1 << 17));
    assert_eq!(server.say(&header).status, 431);
    let many = "x: y\r\n".repeat(9999);
    assert_eq!(server.say(&format!("GET / HTTP/1.1\r\nhost: x\r\n{many}connection: close\r\n\r\n")).status, 431);
}
