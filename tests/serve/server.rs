//! A served site, and who asks for it.

use http_body_util::{BodyExt, Empty};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// What the press says of what stands in pages.
const HASHES: &[u8] = br#"{"css":"sha256-x","scripts":["sha256-w"],"frameCss":["sha256-y","sha256-z"]}"#;

pub type Browser = Client<HttpConnector, Empty<bytes::Bytes>>;

pub struct Server {
    process: Child,
    pub address: String,
    pub folder: PathBuf,
    /// Deleted with the server that serves it.
    kept: Option<TempDir>,
}

pub struct Answer {
    pub status: u16,
    pub headers: hyper::HeaderMap,
    pub body: Vec<u8>,
}

impl Server {
    /// Serves a few files that stand for a paper.
    pub fn start(base: &str, options: &[&str]) -> Server {
        let folder = small_site(base);
        let mut server = Server::of(folder.path(), options);
        assert!(server.address.ends_with(base), "{}", server.address);
        server.kept = Some(folder);
        server
    }

    /// Serves a folder.
    pub fn of(folder: &Path, options: &[&str]) -> Server {
        let mut command = Command::new(env!("CARGO_BIN_EXE_strait"));
        Server::run(command.args(arguments(folder, options)), folder)
    }

    /// The same where a process may open no more than so many files and connections.
    #[cfg(unix)]
    pub fn confined_to(descriptors: usize, folder: &Path) -> Server {
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("ulimit -n {descriptors} && exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_strait")]);
        Server::run(shell.args(arguments(folder, &[])), folder)
    }

    fn run(command: &mut Command, folder: &Path) -> Server {
        let mut process = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut address = String::new();
        BufReader::new(process.stderr.as_mut().unwrap()).read_line(&mut address).unwrap();
        assert!(address.starts_with("http://127.0.0.1:"), "{address}");
        Server { process, address: address.trim().to_owned(), folder: folder.to_owned(), kept: None }
    }

    pub async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        get(&browser(false), &format!("{}{path}", self.address), headers).await
    }

    /// A line of one's own to the server.
    pub fn connect(&self) -> TcpStream {
        TcpStream::connect(self.host()).unwrap()
    }

    pub fn host(&self) -> &str {
        self.address.trim_start_matches("http://").split('/').next().unwrap()
    }

    /// Says a request as it is written here, whatever a browser would make of it; ends with what came back.
    pub fn say(&self, request: &str) -> Answer {
        let mut line = self.connect();
        line.write_all(request.as_bytes()).unwrap();
        Answer::parse(&heard(line))
    }

    /// Asks for an address that no browser would send.
    pub fn ask(&self, path: &str) -> Answer {
        self.say(&format!("GET {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n", self.host()))
    }

    /// Adds a file to what is served.
    pub fn file(&self, path: &str, bytes: &[u8]) {
        write(&self.folder.join(path), bytes);
    }

    /// Asks the server to stop, as Ctrl-C does; ends when it has.
    #[cfg(unix)]
    pub fn interrupt(&mut self) -> Option<i32> {
        let number = rustix::process::Pid::from_child(&self.process);
        rustix::process::kill_process(number, rustix::process::Signal::INT).unwrap();
        self.process.wait().unwrap().code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Answer {
    pub fn says(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// An answer as it came over the line.
    fn parse(bytes: &[u8]) -> Answer {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or_else(|| panic!("no answer: {bytes:?}"));
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let line = |line: &str| line.split_once(": ").map(|(name, value)| (name.to_owned(), value.to_owned())).unwrap();
        let headers = head.lines().skip(1).map(line);
        let headers = headers.map(|(name, value)| (name.parse::<hyper::header::HeaderName>().unwrap(), value.parse().unwrap()));
        Answer { status, headers: headers.collect(), body: bytes[end + 4..].to_vec() }
    }
}

/// All that is said on a line until it ends. One that is cut says no more.
pub fn heard(mut line: TcpStream) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut bit = [0; 4096];
    while let Ok(count @ 1..) = line.read(&mut bit) {
        bytes.extend(&bit[..count]);
    }
    bytes
}

pub fn browser(is_http_2: bool) -> Browser {
    Client::builder(TokioExecutor::new()).http2_only(is_http_2).build_http()
}

pub async fn get(browser: &Browser, address: &str, headers: &[(&str, &str)]) -> Answer {
    request(browser, "GET", address, headers).await
}

pub async fn request(browser: &Browser, method: &str, address: &str, headers: &[(&str, &str)]) -> Answer {
    let request = hyper::Request::builder().method(method).uri(address);
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    let response = browser.request(request.body(Empty::new()).unwrap()).await.unwrap();
    let (parts, body) = response.into_parts();
    Answer { status: parts.status.as_u16(), headers: parts.headers, body: body.collect().await.unwrap().to_bytes().to_vec() }
}

fn arguments(folder: &Path, options: &[&str]) -> Vec<String> {
    let first = ["serve", "--port", "0", "--site", folder.to_str().unwrap()];
    first.iter().chain(options).map(|word| (*word).to_owned()).collect()
}

pub fn small_site(base: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let site = format!(
        r#"{{"name":"潮报","language":"zh-Hans","url":"https://tide.example{base}","timeZone":"Asia/Shanghai",
        "sectionPageSize":3,"copyrightNotice":"©","sections":[{{"path":"news","name":"新闻"}}],
        "editions":[{{"path":"hant","language":"zh-Hant-TW","name":"繁體"}}]}}"#
    );
    let page = format!("<html><head></head><body>{}</body></html>", "潮水".repeat(999));
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(page.as_bytes()).unwrap();
    let mut brotli = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    brotli.write_all(page.as_bytes()).unwrap();
    for (path, bytes) in [
        ("data/site.json", site.into_bytes()),
        ("_hosts/strait.json", HASHES.to_vec()),
        ("embed/article/1/index.html", page.clone().into_bytes()),
        ("embed/404.html", b"<html><head></head>no such news</html>".to_vec()),
        ("embed.js", b"1".to_vec()),
        ("schema/index.html", b"<html><head></head>schema</html>".to_vec()),
        ("index.html", page.into_bytes()),
        ("index.html.gz", gzip.finish().unwrap()),
        ("index.html.br", brotli.into_inner()),
        ("404.html", b"<html><head></head>not here</html>".to_vec()),
        ("hant/404.html", "<html><head></head>沒有這一頁</html>".into()),
        ("manifest.webmanifest", b"{}".to_vec()),
        ("feed.xml", b"<rss/>".to_vec()),
        ("pictures/a-1.avif", b"avif".to_vec()),
        ("assets/reader-1.wasm", b"\0asm".to_vec()),
        ("media/film.mp4", (0..100).collect()),
    ] {
        write(&folder.path().join(path), &bytes);
    }
    folder
}

fn write(path: &Path, bytes: &[u8]) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}
