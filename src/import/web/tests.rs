//! Servers that bite, met on this machine.

use super::*;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// Answers each request with what `answer` makes of its head; says its address and what it was asked.
fn serve(answer: impl Fn(&str, &mut TcpStream) + Send + 'static) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let asked = Arc::new(Mutex::new(vec![]));
    let heard = asked.clone();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { continue };
            let lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
            let head: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
            let head = head.join("\n");
            heard.lock().unwrap().push(head.clone());
            answer(&head, &mut stream);
        }
    });
    (address, asked)
}

fn say(stream: &mut TcpStream, head: &str, body: &[u8]) {
    let head = format!("HTTP/1.1 {head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    // Whoever asked may have heard enough.
    let _ = stream.write_all(&[head.as_bytes(), body].concat());
}

fn reason(result: Result<Answer, ImportError>) -> String {
    result.err().map(|error| error.to_string()).unwrap_or_default()
}

#[test]
fn an_address_of_this_machine_is_asked_only_where_that_is_meant() {
    let (address, asked) = serve(|_, stream| say(stream, "200 OK", b"[]"));
    let port = address.rsplit(':').next().unwrap().to_owned();
    let web = Web::of(false);
    for host in ["127.0.0.1", "localhost", "127.1", "0x7f.1", "2130706433", "0.0.0.0", "[::ffff:127.0.0.1]", "[::1]"] {
        let told = reason(web.get(&format!("http://{host}:{port}/feed")));
        assert!(told.contains("--allow-private-addresses"), "{host}: {told}");
    }
    assert!(asked.lock().unwrap().is_empty(), "nobody was asked");
    assert_eq!(Web::of(true).document(&format!("http://{address}/feed")).unwrap(), b"[]");
    assert_eq!(asked.lock().unwrap().len(), 1, "the control is");
}

#[test]
fn an_address_that_leads_round_and_round_is_left() {
    let (address, asked) = serve(|_, stream| say(stream, "302 Found\r\nLocation: /again", b""));
    let told = reason(Web::of(true).get(&format!("http://{address}/")));
    assert!(told.contains("leads on more than 5 times"), "{told}");
    assert_eq!(asked.lock().unwrap().len(), 6);
}

#[test]
fn who_asked_is_told_to_no_other_and_to_nobody_in_words() {
    let (other, asked_there) = serve(|_, stream| say(stream, "404 Gone", b""));
    let to = other.clone();
    let (address, asked) =
        serve(move |_, stream| say(stream, &format!("301 Moved\r\nLocation: http://x:hidden@{to}/b?key=hidden"), b""));
    let told = reason(Web::of(true).get(&format!("http://jane:secret@{address}/?token=secret")));
    assert!(
        asked.lock().unwrap()[0].to_ascii_lowercase().contains("authorization: basic"),
        "the control: it is said where it belongs"
    );
    assert!(!asked_there.lock().unwrap()[0].to_ascii_lowercase().contains("authorization"));
    assert!(told.contains("404") && !told.contains("secret") && !told.contains("hidden"), "{told}");
}

#[test]
fn a_secure_address_leads_to_no_open_one() {
    let from = Url::parse("https://paper.example/").unwrap();
    let to = |location: &str| {
        let answer = ureq::http::Response::builder().status(302).header("Location", location);
        next(&from, &answer.body(Body::builder().data("")).unwrap()).map(String::from).map_err(|failure| failure.reason)
    };
    assert!(to("http://paper.example/").unwrap_err().contains("https to http"));
    assert!(to("file:///etc/passwd").unwrap_err().contains("file"));
    assert_eq!(to("//jane:secret@cdn.example/a").unwrap(), "https://cdn.example/a");
}

#[test]
fn an_answer_that_drips_is_left_and_not_asked_for_again() {
    let (address, asked) = serve(|_, stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
        while stream.write_all(b"x").is_ok() {
            std::thread::sleep(Duration::from_millis(50));
        }
    });
    let told = reason(Web::patient(true, Duration::from_secs(1)).get(&format!("http://{address}/")));
    assert!(told.contains("timeout"), "{told}");
    assert_eq!(asked.lock().unwrap().len(), 1);
}

#[test]
fn an_answer_that_swells_is_left() {
    let mut packer = GzEncoder::new(vec![], Compression::fast());
    (0..80).for_each(|_| packer.write_all(&vec![0; 1 << 20]).unwrap());
    let packed = packer.finish().unwrap();
    let (address, _) = serve(move |_, stream| say(stream, "200 OK\r\nContent-Encoding: gzip", &packed));
    let told = reason(Web::of(true).get(&format!("http://{address}/")));
    assert!(told.contains("larger than 64 MB"), "{told}");
}
