//! A WordPress is fetched page by page, and never without end.

use crate::folder::Folder;
use crate::wordpress::post;
use serde_json::json;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use strait_import::Format::{Feed, Ninjs, WordPress};

/// Answers two pages of posts; the first request fails, as servers do.
fn serve() -> (String, std::thread::JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/blog/", listener.local_addr().unwrap());
    let server = std::thread::spawn(move || {
        let mut requests = vec![];
        for (at, stream) in listener.incoming().take(3).enumerate() {
            let mut stream = stream.unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let request = lines.next().unwrap().unwrap();
            lines.map(Result::unwrap).find(String::is_empty);
            let body = json!([post(at as u32, "<p>x</p>")]).to_string();
            let status = if at == 0 { "503 Busy" } else { "200 OK" };
            let head = format!(
                "HTTP/1.1 {status}\r\nX-WP-TotalPages: 2\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
                body.len()
            );
            stream.write_all(format!("{head}{body}").as_bytes()).unwrap();
            requests.push(request);
        }
        requests
    });
    (address, server)
}

#[test]
fn a_site_is_fetched_page_by_page_and_again_after_a_failure() {
    let folder = Folder::new();
    let (address, server) = serve();
    let mut order = folder.order(WordPress, "in");
    order.paths = vec![address];
    order.since = Some("2026-09-30".to_owned());
    assert_eq!(folder.run(&order).unwrap().counts.new, 2);
    let requests = server.join().unwrap();
    assert!(requests[0].contains("/blog/wp-json/wp/v2/posts?_embed=1&per_page=100&page=1&"), "{requests:?}");
    assert!(requests[1].contains("page=1&") && requests[2].contains("page=2&"), "{requests:?}");
    assert!(requests[2].contains("modified_after=2026-09-29T16%3A00%3A00Z"), "{requests:?}");
}

/// Answers each request for a page with what `page` makes of how many came before, and says that there are so many.
fn serve_endlessly(
    pages: &'static str,
    page: impl Fn(u32) -> String + Send + 'static,
) -> (String, std::sync::Arc<std::sync::atomic::AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://jane:hidden@{}/?token=hidden", listener.local_addr().unwrap());
    let asked = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let count = asked.clone();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            lines.by_ref().map(Result::unwrap).find(String::is_empty);
            let body = page(count.fetch_add(1, std::sync::atomic::Ordering::SeqCst) as u32);
            let status = if body == "none" { "400 Bad Request" } else { "200 OK" };
            let head = format!("HTTP/1.1 {status}\r\n{pages}Connection: close\r\nContent-Length: {}", body.len());
            stream.write_all(format!("{head}\r\n\r\n{body}").as_bytes()).unwrap();
        }
    });
    (address, asked)
}

const ENDLESS: &str = "X-WP-TotalPages: 4294967295\r\n";

/// How often a site is asked, and how many articles come of it.
fn fetched(pages: &'static str, page: impl Fn(u32) -> String + Send + 'static) -> (usize, usize) {
    let folder = Folder::new();
    let (address, asked) = serve_endlessly(pages, page);
    let mut order = folder.order(WordPress, "in");
    order.paths = vec![address];
    let report = folder.run(&order).unwrap();
    let told = format!("{:?}", report.problems);
    let filed: String = folder.files().iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    assert!(!told.contains("hidden") && !filed.contains("hidden"), "{told}{filed}");
    (asked.load(std::sync::atomic::Ordering::SeqCst), folder.articles().len())
}

#[test]
fn a_site_that_says_it_has_pages_without_end_is_asked_until_it_has_nothing_new() {
    let few = |at: u32| if at < 3 { json!([post(at, "<p>x</p>")]).to_string() } else { "[]".to_owned() };
    assert_eq!(fetched(ENDLESS, few), (4, 3));
    assert_eq!(fetched(ENDLESS, |at| json!([post(at % 3, "<p>x</p>")]).to_string()), (4, 3));
    for nothing in ["[]", "{}", "null", "", "[[]]", "[null]", "7", "[", "<html>"] {
        assert_eq!(fetched(ENDLESS, |_| nothing.to_owned()), (1, 0), "{nothing}");
        let later = |at: u32| if at == 0 { json!([post(1, "<p>x</p>")]).to_string() } else { nothing.to_owned() };
        assert_eq!(fetched(ENDLESS, later), (2, 1), "{nothing}");
    }
    let mut unnumbered = post(1, "<p>x</p>");
    unnumbered["id"] = "one".into();
    assert_eq!(fetched(ENDLESS, move |_| json!([unnumbered]).to_string()), (2, 1));
}

#[test]
fn a_site_that_does_not_say_how_many_pages_it_has_is_asked_while_they_are_full() {
    let posts = |from: u32, to: u32| json!((from..to).map(|at| post(at, "<p>x</p>")).collect::<Vec<_>>()).to_string();
    for pages in ["", "X-WP-TotalPages: 1\r\n", "X-WP-TotalPages: 0\r\n", "X-WP-TotalPages: many\r\n"] {
        assert_eq!(fetched(pages, move |at| posts(100 * at, if at < 2 { 100 * at + 100 } else { 203 })), (3, 203), "{pages}");
        // The last is full: WordPress has no next.
        assert_eq!(fetched(pages, move |at| if at == 0 { posts(0, 100) } else { "none".to_owned() }), (2, 100), "{pages}");
        assert_eq!(fetched(pages, move |_| posts(0, 3)), (1, 3), "{pages}");
    }
}

#[test]
fn who_asks_is_told_in_no_spelling_of_an_address() {
    let folder = Folder::new();
    let addresses = [
        "HTTP://jane:hidden@127.0.0.1:1/feed",
        " https://jane:hidden@127.0.0.1:1/feed",
        "http:jane:hidden@127.0.0.1:1/feed",
        "ftp://jane:hidden@127.0.0.1:1/feed",
        "feed:https://jane:hidden@127.0.0.1:1/feed",
        "x-news://jane:hidden@127.0.0.1:1/feed",
        "//jane:hidden@127.0.0.1:1/feed",
        "jane:hidden@127.0.0.1:1/feed",
        "127.0.0.1:1/feed?token=hidden",
    ];
    for format in [WordPress, Feed, Ninjs] {
        for address in addresses {
            let mut order = folder.order(format, "in");
            (order.paths, order.allow_private) = (vec![address.to_owned()], false);
            let told = folder.run(&order).unwrap_err().to_string();
            assert!(!told.contains("hidden") && told.contains("127.0.0.1:1/") && !told.contains("os error"), "{told}");
        }
    }
}
