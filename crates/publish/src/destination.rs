//! The address that a site is published to, as it is typed: said in full, or refused.
//!
//! What an address may have that a destination has not (a query, a password, a port) is never cut off: whoever wrote it
//! meant something by it.

use object_store::path::Path as StorePath;
use std::path::PathBuf;
use strait_report::problem::{Bilingual, Told};
use url::Url;

/// Where a site is published to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// `file:///a/folder`
    Folder(PathBuf),
    /// `s3://bucket/prefix`
    Bucket {
        /// The bucket.
        name: String,
        /// The folder in it; none: the bucket itself.
        prefix: Option<StorePath>,
    },
}

/// Why an address is no destination.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{address}: {fault}; publish to file:///a/folder or s3://bucket/prefix")]
pub struct BadDestination {
    /// The address, without what may be a password.
    pub address: String,
    /// What is wrong with it.
    pub fault: AddressFault,
}

/// What is wrong with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressFault {
    /// Neither `file:///` nor `s3://`.
    #[error("neither a folder nor a bucket")]
    Scheme,
    /// Blanks around it, or signs that one cannot see.
    #[error("it has blanks around it or signs that cannot be seen")]
    Blank,
    /// A `?` or `#`, after which an address is no longer a place.
    #[error("a place has no ? and no # (if they are part of a name, write %3F and %23)")]
    Query,
    /// A user, a password or a port.
    #[error("no users, passwords or ports belong here (keys come from the AWS_… variables)")]
    Credentials,
    /// Another machine's folder.
    #[error("a folder of this machine begins with three slashes: file:///srv/paper")]
    Host,
    /// The root of the machine, or no folder at all.
    #[error("no folder is named")]
    NoFolder,
    /// No bucket.
    #[error("no bucket is named")]
    NoBucket,
    /// A bucket has letters, digits, dots, hyphens and underscores.
    #[error("no bucket has such a name")]
    BucketName,
    /// Parts that are empty, `.` or `..`, or that hide a slash.
    #[error("the path has parts that are empty, . or .., or that are not what they seem")]
    Path,
}

impl Destination {
    /// Understands an address.
    pub fn parse(address: &str) -> Result<Destination, BadDestination> {
        place(address).map_err(|fault| BadDestination { address: without_password(address), fault })
    }
}

fn place(address: &str) -> Result<Destination, AddressFault> {
    if address.trim() != address || address.contains(char::is_control) {
        return Err(AddressFault::Blank);
    }
    let (scheme, rest) = address.split_once("://").ok_or(AddressFault::Scheme)?;
    let parse: fn(&str, &str) -> Result<Destination, AddressFault> = match scheme.to_ascii_lowercase().as_str() {
        "file" => folder,
        "s3" => bucket,
        _ => return Err(AddressFault::Scheme),
    };
    if rest.contains(['?', '#']) {
        return Err(AddressFault::Query);
    }
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    if host.contains(['@', ':']) {
        return Err(AddressFault::Credentials);
    }
    parse(host, path)
}

/// RFC 8089: no host, or this machine by its usual name.
fn folder(host: &str, path: &str) -> Result<Destination, AddressFault> {
    if !host.is_empty() && !host.eq_ignore_ascii_case("localhost") {
        return Err(AddressFault::Host);
    }
    let path = path.strip_suffix('/').unwrap_or(path);
    if path.is_empty() {
        return Err(AddressFault::NoFolder);
    }
    check_parts(path)?;
    let url = Url::parse(&format!("file:///{path}")).map_err(|_| AddressFault::Path)?;
    let folder = url.to_file_path().map_err(|()| AddressFault::Path)?;
    // What a store cannot name, a publisher cannot write into.
    StorePath::from_absolute_path(&folder).map_err(|_| AddressFault::Path)?;
    Ok(Destination::Folder(folder))
}

fn bucket(name: &str, path: &str) -> Result<Destination, AddressFault> {
    if name.is_empty() {
        return Err(AddressFault::NoBucket);
    }
    let is_of_a_name = |character: char| character.is_ascii_alphanumeric() || "-._".contains(character);
    if !name.chars().all(is_of_a_name) || name.starts_with('.') {
        return Err(AddressFault::BucketName);
    }
    let path = path.strip_suffix('/').unwrap_or(path);
    if path.is_empty() {
        return Ok(Destination::Bucket { name: name.to_owned(), prefix: None });
    }
    check_parts(path)?;
    let prefix = StorePath::from_url_path(path).map_err(|_| AddressFault::Path)?;
    Ok(Destination::Bucket { name: name.to_owned(), prefix: Some(prefix) })
}

/// Each part of a path must be a name, written as it is: what an address resolves (`..`, `%2F`, `\`) leads elsewhere than it
/// seems to.
fn check_parts(path: &str) -> Result<(), AddressFault> {
    let is_name = |part: &str| {
        let plain = part.to_ascii_lowercase().replace("%2e", ".");
        !(plain.is_empty()
            || plain == "."
            || plain == ".."
            || ["%2f", "%5c", "%0", "%1", "\\"].iter().any(|sign| plain.contains(sign)))
    };
    if path.split('/').all(is_name) { Ok(()) } else { Err(AddressFault::Path) }
}

/// What stands before an `@` may be a password.
fn without_password(address: &str) -> String {
    match address.rsplit_once('@') {
        Some((_, rest)) => format!("…@{rest}"),
        None => address.to_owned(),
    }
}

impl Told for BadDestination {
    fn words(&self) -> Bilingual {
        let fault = match self.fault {
            AddressFault::Scheme => "既不是文件夹，也不是存储桶",
            AddressFault::Blank => "前后有空格，或有看不见的字符",
            AddressFault::Query => "地址里不能有 ? 和 #（若是名字的一部分，请写成 %3F 和 %23）",
            AddressFault::Credentials => "这里不能写用户名、密码或端口（密钥由 AWS_… 变量给出）",
            AddressFault::Host => "本机的文件夹以三个斜杠开头：file:///srv/paper",
            AddressFault::NoFolder => "没有写文件夹",
            AddressFault::NoBucket => "没有写存储桶",
            AddressFault::BucketName => "存储桶不会有这样的名字",
            AddressFault::Path => "路径里有空的一段、. 或 ..，或有名不副实的字符",
        };
        let zh = format!("{}：{fault}；请发布到 file:///文件夹 或 s3://存储桶/前缀", self.address);
        Bilingual::new(zh, self.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_or_a_bucket_is_what_it_says() {
        for (address, path) in [
            ("file:///srv/paper", "/srv/paper"),
            ("file:///srv/paper/", "/srv/paper"),
            ("file:///srv/潮 报", "/srv/潮 报"),
            ("file:///srv/a%20b%3F%23c", "/srv/a b?#c"),
            ("FILE:///srv/Paper", "/srv/Paper"),
            ("file://localhost/srv/paper", "/srv/paper"),
        ] {
            assert_eq!(Destination::parse(address), Ok(Destination::Folder(path.into())), "{address}");
        }
        for (address, name, prefix) in [
            ("s3://paper", "paper", ""),
            ("s3://paper/", "paper", ""),
            ("S3://paper.example/a/b/", "paper.example", "a/b"),
            ("s3://paper/a%3Fb c/潮", "paper", "a?b c/潮"),
        ] {
            let Ok(Destination::Bucket { name: found, prefix: below }) = Destination::parse(address) else { panic!("{address}") };
            let below = below.map(|path| path.to_string()).unwrap_or_default();
            assert_eq!((found.as_str(), below.as_str()), (name, prefix), "{address}");
        }
    }

    #[test]
    fn whatever_else_an_address_says_is_refused_and_not_cut_off() {
        use AddressFault::*;
        for (address, fault) in [
            ("", Scheme),
            ("site", Scheme),
            ("/srv/site", Scheme),
            ("file:", Scheme),
            ("file:srv", Scheme),
            ("file:/srv", Scheme),
            ("s3:paper", Scheme),
            ("https://example.org/", Scheme),
            ("ftp://example.org/", Scheme),
            ("://srv", Scheme),
            ("file:///srv/paper ", Blank),
            (" s3://paper", Blank),
            ("file:///srv/pa\tper", Blank),
            ("s3://paper/\n", Blank),
            ("file:///srv/paper\u{3000}", Blank),
            ("file:///srv/a?b", Query),
            ("file:///srv/a#b", Query),
            ("s3://b/x?y#z", Query),
            ("s3://b?y", Query),
            ("s3://b/#", Query),
            ("s3://user:secret@b/x", Credentials),
            ("s3://b:9000/x", Credentials),
            ("file://user@localhost/srv", Credentials),
            ("file://localhost:80/srv", Credentials),
            ("file://srv/paper", Host),
            ("file://srv", Host),
            ("file://~/paper", Host),
            ("file://", NoFolder),
            ("file:///", NoFolder),
            ("file://localhost", NoFolder),
            ("file://localhost/", NoFolder),
            ("file:////", NoFolder),
            ("file://///", Path),
            ("file:///.", Path),
            ("file:///..", Path),
            ("file:///srv/..", Path),
            ("file:///srv/../etc", Path),
            ("file:///srv/%2e%2E/etc", Path),
            ("file:///srv//paper", Path),
            ("file:///srv/a%2Fb", Path),
            ("file:///srv/a%00b", Path),
            ("file:///srv\\paper", Path),
            ("s3://", NoBucket),
            ("s3:///x", NoBucket),
            ("s3://b%2Fx/y", BucketName),
            ("s3://b c/y", BucketName),
            ("s3://桶/y", BucketName),
            ("s3://../y", BucketName),
            ("s3://b//x", Path),
            ("s3://b/x//y", Path),
            ("s3://b/x/../y", Path),
            ("s3://b/x%2Fy", Path),
        ] {
            assert_eq!(Destination::parse(address).map_err(|error| error.fault), Err(fault), "{address:?}");
        }
    }

    #[test]
    fn a_password_in_an_address_is_never_said_again() {
        for address in ["s3://key:hunter2@b/x", "s3://key:hunter2@x@b", "https://key:hunter2@b/x", " s3://hunter2@b"] {
            let error = Destination::parse(address).unwrap_err();
            let words = error.words();
            assert!(!format!("{}{}{error}", words.zh, words.en).contains("hunter2"), "{words:?}");
            assert!(words.en.contains("@b") || words.en.contains("…@"), "{words:?}");
        }
    }
}
