//! nginx and Caddy as their users run them, for a moment: with what was printed, on a socket that nobody else knows.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;
use tempfile::TempDir;

pub struct Server {
    process: Child,
    folder: TempDir,
}

pub struct Answer {
    pub status: u16,
    /// By their names in lower case; what stands twice is joined with `+++`.
    pub headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

/// A program, or a word on how to get it: nothing is passed over in silence.
fn program(name: &str, package: &str) -> Command {
    let path = std::env::var_os("PATH").unwrap_or_default();
    // Debian keeps servers where only root's PATH leads.
    let folders = std::env::split_paths(&path).chain(["/usr/sbin".into(), "/usr/local/sbin".into()]);
    let found: Option<PathBuf> = folders.map(|folder| folder.join(name)).find(|path| path.is_file());
    Command::new(
        found.unwrap_or_else(|| {
            panic!("{name} is missing: `cargo xtask test` installs {package}, or `apt-get install {package}`")
        }),
    )
}

/// A folder in which `base` is a link to the site, as the snippets want it.
fn root(folder: &TempDir, site: &Path, base: &str) -> PathBuf {
    let root = folder.path().join("root");
    let link = root.join(base.trim_matches('/'));
    fs::create_dir_all(link.parent().unwrap()).unwrap();
    match base {
        "/" => std::os::unix::fs::symlink(site, &root).unwrap_or_default(),
        _ => std::os::unix::fs::symlink(site, link).unwrap(),
    }
    if base == "/" { site.to_owned() } else { root }
}

fn ran(command: &mut Command, what: &str) {
    let output = command.output().unwrap();
    let words = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{what}: {}", String::from_utf8_lossy(&words));
}

impl Server {
    /// nginx, which says first whether it understands the snippet.
    pub fn nginx(site: &Path, base: &str) -> Server {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        let root = root(&folder, site, base);
        let snippet = fs::read_to_string(site.join("_hosts/nginx.conf")).unwrap();
        // The one line that wants a module which Debian does not bring along.
        fs::write(at.join("site.conf"), snippet.replace("brotli_static on;\n", "")).unwrap();
        fs::copy("/etc/nginx/mime.types", at.join("mime.types")).unwrap();
        let temporary =
            ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(|kind| format!("{kind}_temp_path {};", at.display()));
        let hosts = site.join("_hosts");
        let (former, answer) = match hosts.join("former").exists() {
            false => (String::new(), String::new()),
            true => (
                format!(
                    "include {0}/former/asked.conf;\nmap $strait_asked $strait_former {{ include {0}/former/*.map; }}\n",
                    hosts.display()
                ),
                format!("include {}/former/server.conf;", hosts.display()),
            ),
        };
        let config = format!(
            "daemon off; master_process off; pid {0}/pid; error_log stderr crit;\nevents {{}}\nhttp {{ access_log off; {1}\n{former}\
             server {{ listen unix:{0}/socket; root {2}; {answer} include {0}/site.conf; }} }}\n",
            at.display(),
            temporary.concat(),
            root.display()
        );
        fs::write(at.join("nginx.conf"), config).unwrap();
        let nginx = || {
            let mut command = program("nginx", "nginx-light");
            command.arg("-p").arg(at).arg("-c").arg(at.join("nginx.conf")).args(["-e", "stderr"]);
            command
        };
        ran(nginx().arg("-t"), "nginx -t");
        Server::wait(nginx().stderr(Stdio::null()).spawn().unwrap(), folder)
    }

    /// Caddy, likewise.
    pub fn caddy(site: &Path, base: &str) -> Server {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        let root = root(&folder, site, base);
        fs::copy(site.join("_hosts/Caddyfile"), at.join("site")).unwrap();
        let config = format!(
            "{{\n admin off\n auto_https off\n}}\nhttp://:80 {{\n bind unix/{0}/socket\n root * {1}\n import {0}/site\n}}\n",
            at.display(),
            root.display()
        );
        fs::write(at.join("Caddyfile"), config).unwrap();
        let caddy = |action: &str| {
            let mut command = program("caddy", "caddy");
            command.arg(action).arg("--config").arg(at.join("Caddyfile")).args(["--adapter", "caddyfile"]);
            command.env("HOME", at).env("XDG_DATA_HOME", at).env("XDG_CONFIG_HOME", at);
            command
        };
        ran(&mut caddy("validate"), "caddy validate");
        Server::wait(caddy("run").stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap(), folder)
    }

    fn wait(process: Child, folder: TempDir) -> Server {
        let mut server = Server { process, folder };
        for _ in 0..6000 {
            if UnixStream::connect(server.folder.path().join("socket")).is_ok() {
                return server;
            }
            assert!(server.process.try_wait().unwrap().is_none(), "the server ended before it began");
            thread::sleep(Duration::from_millis(10));
        }
        panic!("the server never began");
    }

    /// Asks for a path, as it stands here.
    pub fn get(&self, path: &str) -> Answer {
        let mut stream = UnixStream::connect(self.folder.path().join("socket")).unwrap();
        stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: tide.example\r\nConnection: close\r\n\r\n").as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let mut headers: BTreeMap<String, String> = BTreeMap::new();
        for (name, value) in lines.map(|line| line.split_once(": ").unwrap()) {
            let value = value.trim().to_owned();
            headers.entry(name.to_lowercase()).and_modify(|first| *first = format!("{first}+++{value}")).or_insert(value);
        }
        let body = bytes[end + 4..].to_vec();
        let body = if headers.get("transfer-encoding").is_some_and(|how| how == "chunked") { whole(&body) } else { body };
        Answer { status, headers, body }
    }
}

/// A body without the lines between its chunks.
fn whole(mut chunks: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(end) = chunks.windows(2).position(|two| two == b"\r\n") {
        let length = usize::from_str_radix(std::str::from_utf8(&chunks[..end]).unwrap(), 16).unwrap();
        body.extend(&chunks[end + 2..end + 2 + length]);
        chunks = &chunks[(end + 4 + length).min(chunks.len())..];
    }
    body
}

impl Drop for Server {
    fn drop(&mut self) {
        self.process.kill().unwrap_or_default();
        self.process.wait().unwrap();
    }
}
