//! Many at once: readers, and those who only take places.

use crate::server::{Browser, Server, browser, get, heard, small_site};
use futures_util::future::join_all;
use std::io::Write;
use std::net::TcpStream;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_hundred_readers_at_once_all_get_the_whole_page() {
    let server = Server::start("/", &[]);
    let whole = server.get("", &[]).await.body;
    for is_http_2 in [false, true] {
        // A browser of its own each: a connection of its own each.
        let read = async |browser: Browser| {
            for _ in 0..5 {
                let answer = get(&browser, &server.address, &[]).await;
                assert!(answer.status == 200 && answer.body == whole);
            }
            5
        };
        let answers: usize = join_all((0..300).map(|_| read(browser(is_http_2)))).await.into_iter().sum();
        assert_eq!(answers, 1500);
    }
}

/// Connections that begin a request and never end it.
fn half_open(server: &Server, count: usize) -> Vec<TcpStream> {
    let begin = |_| {
        let mut line = server.connect();
        // It may be shown out already.
        let _ = line.write_all(b"GET / HTTP/1.1\r\nhost: ");
        line
    };
    (0..count).map(begin).collect()
}

/// Fifty readers, each on a connection of its own; how many answers were whole.
async fn read_by_fifty(address: &str, whole: &[u8]) -> usize {
    let read = async |browser: Browser| {
        let mut answers = 0;
        for _ in 0..10 {
            let answer = get(&browser, address, &[]).await;
            answers += usize::from(answer.status == 200 && answer.body == whole);
        }
        answers
    };
    join_all((0..50).map(|_| read(browser(false)))).await.into_iter().sum()
}

/// The readers and the others come at the same time, and again while the others hold all they could get.
#[cfg(unix)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_half_open_connections_stop_no_reader() {
    let limit = rustix::process::Resource::Nofile;
    let own = rustix::process::getrlimit(limit);
    rustix::process::setrlimit(
        limit,
        rustix::process::Rlimit { current: own.maximum.map_or(Some(4096), |most| Some(most.min(4096))), ..own },
    )
    .unwrap();
    let folder = small_site("/");
    for server in [Server::of(folder.path(), &[]), Server::confined_to(256, folder.path())] {
        let whole = server.get("", &[]).await.body;
        let held = std::thread::scope(|scope| {
            let others = scope.spawn(|| half_open(&server, 1000));
            let answers = tokio::task::block_in_place(|| {
                tokio::runtime::Handle::current().block_on(read_by_fifty(&server.address, &whole))
            });
            assert_eq!(answers, 500);
            others.join().unwrap()
        });
        assert_eq!(read_by_fifty(&server.address, &whole).await, 500);
        drop(held);
    }
}

#[tokio::test]
async fn who_takes_no_answer_and_who_says_nothing_are_told_to_go() {
    let server = Server::start("/", &[]);
    let lines = ["", "GET", "GET / HTTP/1.1\r\nx: ", "PRI * HTTP/2.0\r\n", "GET / HTTP/1.1\r\nhost: x\r\n\r\n"];
    let lines = lines.map(|words| {
        let mut line = server.connect();
        line.write_all(words.as_bytes()).unwrap();
        std::thread::spawn(|| heard(line))
    });
    // Half a request does not become a whole one by being said slowly; and an answer that is not taken is not kept ready.
    server.file("media/long.mp4", &[7; 50_000_000]);
    let slow = ["GET / HTTP/1.1\r\n", "GET /media/long.mp4 HTTP/1.1\r\nhost: x\r\n\r\n"].map(|beginning| {
        let mut line = server.connect();
        line.write_all(beginning.as_bytes()).unwrap();
        std::thread::spawn(move || {
            // Speaking on fails as soon as the server has closed the line.
            while line.write_all(b"x: y\r\n").is_ok() {
                std::thread::sleep(std::time::Duration::from_millis(300));
            }
        })
    });
    slow.into_iter().for_each(|line| line.join().unwrap());
    // Ends only when the server has closed each of them.
    let heard = lines.map(|line| line.join().unwrap());
    assert!(heard[4].starts_with(b"HTTP/1.1 200"));
}

#[cfg(unix)]
#[tokio::test]
async fn ctrl_c_waits_for_nobody_who_only_holds_a_line() {
    let mut server = Server::start("/", &[]);
    let idle = browser(false);
    assert_eq!(get(&idle, &server.address, &[]).await.status, 200);
    let held = half_open(&server, 3);
    assert_eq!(server.interrupt(), Some(0));
    drop((idle, held));
}
