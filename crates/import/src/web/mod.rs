//! Fetches from the web what is to be imported: from public addresses, for so long, and so much of it.

mod public;
mod resolver;
mod shown;

pub use shown::{address, shown};

use super::ImportError;
use resolver::{NotPublic, Public};
use std::time::Duration;
use ureq::http::Response;
use ureq::unversioned::resolver::DefaultResolver;
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body, Proxy};
use url::Url;

/// No answer of a hundred posts, no feed and no picture is larger, unpacked, in bytes.
const LARGEST: u64 = 64 << 20;
const TRIES: u32 = 3;
/// So many times an address may lead to another.
const MOST_REDIRECTS: usize = 5;
/// How long an answer may take, to its last byte.
const PATIENCE: Duration = Duration::from_secs(60);

/// Who asks.
pub struct Web {
    agent: Agent,
    /// Whether a proxy of the system would look names up where nobody here sees the address.
    is_blind: bool,
}

/// What was answered.
pub struct Answer {
    /// The body, unpacked.
    pub bytes: Vec<u8>,
    /// How many pages there are, where a WordPress says so.
    pub pages: Option<u64>,
}

/// Why an answer is none, and whether another try may be one.
struct Failure {
    reason: String,
    is_passing: bool,
}

impl Web {
    /// Asks public addresses only, or any that answers.
    pub fn of(allows_private: bool) -> Web {
        Web::patient(allows_private, PATIENCE)
    }

    fn patient(allows_private: bool, patience: Duration) -> Web {
        let config = Agent::config_builder()
            .timeout_global(Some(patience))
            .user_agent(concat!("strait/", env!("CARGO_PKG_VERSION")))
            .http_status_as_error(false)
            .max_redirects(0);
        match allows_private {
            true => Web { agent: config.build().into(), is_blind: false },
            false => Web {
                agent: Agent::with_parts(
                    config.proxy(None).build(),
                    DefaultConnector::default(),
                    Public(DefaultResolver::default()),
                ),
                is_blind: Proxy::try_from_env().is_some(),
            },
        }
    }

    /// Fetches one document or picture.
    pub fn document(&self, address: &str) -> Result<Vec<u8>, ImportError> {
        self.get(address).map(|answer| answer.bytes)
    }

    /// What an address answers. What fails for the moment is tried again.
    pub fn get(&self, address: &str) -> Result<Answer, ImportError> {
        let refuse = |reason: String| ImportError::Fetch { address: shown(address), reason };
        let url = Url::parse(address).map_err(|error| refuse(error.to_string()))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(refuse(format!("{}: cannot be asked; write https:// or http://", url.scheme())));
        }
        if self.is_blind {
            return Err(refuse("a proxy would look its name up; --allow-private-addresses lets it".to_owned()));
        }
        let mut attempt = 0;
        loop {
            match self.follow(url.clone()) {
                Ok(answer) => return Ok(answer),
                Err(failure) if !failure.is_passing || attempt + 1 >= TRIES => return Err(refuse(failure.reason)),
                Err(_) => attempt += 1,
            }
            std::thread::sleep(Duration::from_millis(500 << attempt));
        }
    }

    /// Goes where an address leads to. Every step is looked at as the first was.
    fn follow(&self, mut url: Url) -> Result<Answer, Failure> {
        for _ in 0..=MOST_REDIRECTS {
            let answer = self.agent.get(url.as_str()).header("Accept", "application/json, application/xml;q=0.9, */*;q=0.5");
            let answer = answer.call().map_err(Failure::of)?;
            let status = answer.status();
            match () {
                () if status.is_success() => return read(answer).map_err(Failure::of),
                () if matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308) => url = next(&url, &answer)?,
                () => {
                    let is_passing = status.is_server_error() || status == 429;
                    return Err(Failure { reason: status.to_string(), is_passing });
                }
            }
        }
        Err(Failure::lasting(format!("it leads on more than {MOST_REDIRECTS} times")))
    }
}

impl Failure {
    fn lasting(reason: impl Into<String>) -> Failure {
        Failure { reason: reason.into(), is_passing: false }
    }

    fn of(error: ureq::Error) -> Failure {
        let is_private = matches!(&error, ureq::Error::Other(inner) if inner.is::<NotPublic>());
        match error {
            // It repeats the address, with all that is secret in it.
            ureq::Error::BadUri(_) => Failure::lasting("no address that can be asked"),
            ureq::Error::BodyExceedsLimit(_) => Failure::lasting(format!("the answer is larger than {} MB", LARGEST >> 20)),
            // A server that took all the time there is takes it again.
            ureq::Error::Timeout(_) => Failure::lasting(error.to_string()),
            ureq::Error::Other(inner) => Failure { reason: inner.to_string(), is_passing: !is_private },
            error => Failure { reason: error.to_string(), is_passing: true },
        }
    }
}

/// The address that an answer leads to. Who and with which password one asked is said to nobody else.
fn next(from: &Url, answer: &Response<Body>) -> Result<Url, Failure> {
    let location = answer.headers().get("location").and_then(|location| location.to_str().ok());
    let to = location.and_then(|location| from.join(location).ok());
    let mut to = to.ok_or_else(|| Failure::lasting("it leads to no address"))?;
    match to.scheme() {
        "https" => {}
        "http" if from.scheme() == "http" => {}
        _ => return Err(Failure::lasting(format!("it leads from https to {}:", to.scheme()))),
    }
    // Fails where an address can have neither, which web addresses can.
    let _ = (to.set_username(""), to.set_password(None));
    Ok(to)
}

fn read(mut answer: Response<Body>) -> Result<Answer, ureq::Error> {
    let pages = answer.headers().get("x-wp-totalpages").and_then(|pages| pages.to_str().ok()?.parse().ok());
    let bytes = answer.body_mut().with_config().limit(LARGEST).read_to_vec()?;
    Ok(Answer { bytes, pages })
}

#[cfg(test)]
mod tests {
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
}
