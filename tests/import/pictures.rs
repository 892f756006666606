//! Pictures on the web are brought along where that is wanted.

use crate::folder::{Folder, names};
use serde_json::json;
use std::io::{BufRead, BufReader, Cursor, Write};
use std::net::TcpListener;
use std::thread::JoinHandle;
use strait_import::Format::{Ninjs, WordPress};
use strait_model::Block;

fn png() -> Vec<u8> {
    let mut bytes = Cursor::new(vec![]);
    image::DynamicImage::new_rgb8(4, 3).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// Answers so many requests with a picture, or with 404 for what is called `gone`.
fn serve(requests: usize) -> (String, JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let server = std::thread::spawn(move || {
        for stream in listener.incoming().take(requests) {
            let mut stream = stream.unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let request = lines.next().unwrap().unwrap();
            lines.map(Result::unwrap).find(String::is_empty);
            let (status, body) = if request.contains("gone") { ("404 Not Found", vec![]) } else { ("200 OK", png()) };
            let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
            stream.write_all(&[head.as_bytes(), &body].concat()).unwrap();
        }
    });
    (address, server)
}

fn post(address: &str, title: &str, modified: &str) -> serde_json::Value {
    let content = format!(
        "<p>Text</p><p><img src='{address}/a.png?w=1' alt='A'></p><p>More</p><p><img src='{address}/gone.png' alt='B'></p>"
    );
    json!([{"id": 1, "date_gmt": "2026-09-30T00:00:00", "modified_gmt": modified, "guid": {"rendered": "https://wp.example/?p=1"},
        "status": "publish", "type": "post", "link": "https://wp.example/1/", "title": {"rendered": title},
        "content": {"rendered": content}, "excerpt": {"rendered": "x"}}])
}

fn sources(folder: &Folder) -> Vec<String> {
    let picture = |block: Block| match block {
        Block::Image(image) => Some(image.src),
        _ => None,
    };
    folder.article().body.into_iter().filter_map(picture).collect()
}

#[test]
fn pictures_on_the_web_are_fetched_once_and_stay() {
    let folder = Folder::new();
    let (address, server) = serve(2);
    folder.put("in/posts.json", post(&address, "One", "2026-09-30T01:00:00").to_string());
    let mut order = folder.order(WordPress, "in/posts.json");
    order.fetch_pictures = true;
    let report = folder.run(&order).unwrap();
    server.join().unwrap();
    assert_eq!(names(&report), ["unfetched-picture", "default-section", "media-origin"], "{:?}", report.problems);
    let sources_then = sources(&folder);
    assert!(sources_then[0].starts_with("a-") && sources_then[0].ends_with(".png"), "{sources_then:?}");
    assert_eq!(sources_then[1], format!("{address}/gone.png"));
    assert_eq!(std::fs::read(folder.path(&format!("content/pictures/{}", sources_then[0]))).unwrap(), png());
    // Nobody answers any more, and nobody is asked.
    folder.put("in/posts.json", post(&address, "Two", "2026-09-30T02:00:00").to_string());
    folder.run(&folder.order(WordPress, "in/posts.json")).unwrap();
    assert_eq!((folder.article().headline.as_str(), sources(&folder)), ("Two", sources_then));
}

#[test]
fn a_rehearsal_fetches_nothing() {
    let folder = Folder::new();
    folder.put("in/posts.json", post("http://127.0.0.1:9", "One", "2026-09-30T01:00:00").to_string());
    let mut order = folder.order(WordPress, "in/posts.json");
    (order.fetch_pictures, order.dry_run) = (true, true);
    assert_eq!(names(&folder.run(&order).unwrap()), ["default-section", "media-origin"]);
    assert!(!folder.path("content/pictures").exists());
}

#[test]
fn what_a_picture_holds_counts_and_others_are_named_as_what_they_are() {
    let folder = Folder::new();
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
    let drawing = "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>";
    let files: [(&str, &[u8]); 5] = [
        ("clip.jpg", b"GIF89a\x01\0\x01\0\0\0\0;"),
        ("chart.png", drawing.as_bytes()),
        ("phone.jpg", heic),
        ("gone.png", b"<!doctype html><title>404</title><svg/>"),
        ("map.webp", &png()),
    ];
    let shown: String = files.iter().map(|(name, _)| format!("<p><img src='{name}' alt='A'></p>")).collect();
    files.iter().for_each(|(name, bytes)| folder.put(&format!("in/{name}"), bytes));
    let item = json!({"uri": "urn:tides", "type": "text", "headline": "Tides", "versioncreated": "2026-09-30T08:00:00Z",
        "pubstatus": "usable", "body_html": format!("<p>a</p>{shown}")});
    let report = folder.import_json(Ninjs, &item);
    let lost: Vec<_> =
        report.problems.iter().filter(|problem| problem.name == "lost-picture").map(|problem| &problem.what.en).collect();
    assert_eq!(lost.len(), 2, "{lost:?}");
    assert!(lost[0].contains("phone.jpg") && lost[0].contains("HEIC") && lost[1].contains("HTML"), "{lost:?}");
    let mut taken: Vec<_> = folder.article().lead.into_iter().map(|lead| lead.src).collect();
    taken.extend(sources(&folder));
    let endings: Vec<_> = taken.iter().map(|src| src.rsplit('.').next().unwrap()).collect();
    assert_eq!(endings, ["gif", "svg", "png"], "{taken:?}");
}
