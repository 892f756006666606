//! Whatever is asked for, only files of the site are answered with.

use crate::server::{Server, small_site};

#[test]
fn no_address_leads_to_another_host_or_makes_the_server_fail() {
    let server = Server::start("/", &[]);
    let long = format!("/{}", "a".repeat(300));
    for address in [
        "//schema",
        "//schema/",
        "//evil.example/%2e%2e",
        "///evil.example",
        "/\\evil.example",
        "/%5cevil.example",
        "/%5c%5cevil.example/",
        "/%2f%2fevil.example",
        "/%2fschema",
        "/schema%2f",
        "/schema//",
        "/.//schema",
        "/./schema",
        "/a/../schema",
        "/%2e%2e/etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/%00",
        "/index.html%00",
        "/%ff",
        "/%c0%ae%c0%ae/",
        "/%zz",
        "/%",
        "/%e6%bd",
        &long,
        &format!("{long}/{long}"),
        &format!("/%E6%BD%AE{}", "%E6%BD%AE".repeat(99)),
        "/feed.xml/",
        "/feed.xml/more",
        "/index.html/index.html",
        "*",
        "/-/stamp",
        "/-/reload.js",
    ] {
        let answer = server.ask(address);
        assert!(matches!(answer.status, 400 | 404), "{address}: {}", answer.status);
        assert_eq!(answer.says("location"), "", "{address}");
        if answer.status == 404 {
            assert!(answer.text().contains("not here"), "{address}");
            assert!(answer.says("content-security-policy").contains("default-src 'none'"), "{address}");
        }
    }
    let endless = server.ask(&format!("/{}", "a".repeat(1 << 17)));
    assert!(matches!(endless.status, 404 | 414 | 431), "{}", endless.status);
}

/// RFC 9112, 3.2.
#[test]
fn a_request_says_once_whom_it_is_for() {
    let server = Server::start("/", &[]);
    let status = |head: &str| server.say(&format!("{head}Connection: close\r\n\r\n")).status;
    assert_eq!(status("GET / HTTP/1.1\r\nHost: a.example:80\r\n"), 200);
    assert_eq!(status("GET / HTTP/1.1\r\nHost:\r\n"), 200);
    for head in ["", "Host: a\r\nHost: a\r\n", "Host: a b\r\n", "Host: a/b\r\n"] {
        assert_eq!(status(&format!("GET / HTTP/1.1\r\n{head}")), 400, "{head}");
    }
    assert_eq!(status("GET evil.example:80 HTTP/1.1\r\nHost: a\r\n"), 400);
}

#[test]
fn a_folder_s_page_is_asked_for_with_a_slash() {
    for base in ["/", "/paper/"] {
        let server = Server::start(base, &[]);
        let answer = server.ask(&format!("{base}schema?from=qr"));
        assert_eq!((answer.status, answer.says("location")), (307, &*format!("{base}schema/?from=qr")));
        assert_eq!(server.ask(&format!("{base}schema/")).status, 200);
        // A folder without a page is none.
        assert_eq!(server.ask(&format!("{base}media")).status, 404);
    }
    let server = Server::start("/paper/", &[]);
    assert_eq!(server.ask("/paper").says("location"), "/paper/");
    let whole = server.say("GET http://evil.example/paper/schema HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n");
    assert_eq!(whole.says("location"), "/paper/schema/");
}

#[test]
fn what_is_hidden_or_half_written_is_not_served() {
    let server = Server::start("/", &[]);
    for path in [
        ".strait",
        ".stamp",
        ".git/config",
        "media/.secret",
        "index.html.part",
        ".well-known/.secret",
        "media/.well-known/x",
        ".well-known/security.txt",
        "shown.txt",
    ] {
        server.file(path, b"words");
    }
    for (address, status) in [
        ("/.strait", 404),
        ("/.stamp", 404),
        ("/%2estrait", 404),
        ("/.git/config", 404),
        ("/media/.secret", 404),
        ("/index.html.part", 404),
        ("/index.html%2epart", 404),
        ("/.well-known/.secret", 404),
        ("/media/.well-known/x", 404),
        ("/.git/", 404),
        ("/.git", 404),
        ("/.well-known/security.txt", 200),
        ("/shown.txt", 200),
    ] {
        let answer = server.ask(address);
        assert_eq!(answer.status, status, "{address}");
        assert_eq!(answer.text().contains("words"), status == 200, "{address}");
    }
}

#[cfg(unix)]
#[test]
fn no_link_leads_out_of_the_site_and_only_files_are_read() {
    use std::os::unix::fs::symlink;
    let (server, outside) = (Server::start("/", &[]), small_site("/"));
    let secret = outside.path().join("secret.txt");
    std::fs::write(&secret, "words").unwrap();
    let at = |path: &str| server.folder.join(path);
    symlink(&secret, at("out.txt")).unwrap();
    symlink(outside.path(), at("out")).unwrap();
    symlink("../../../../../../etc", at("media/up")).unwrap();
    symlink("turns.txt", at("turns.txt")).unwrap();
    symlink("nowhere", at("dangling")).unwrap();
    server.file("inside.txt", b"words");
    symlink("inside.txt", at("also.txt")).unwrap();
    // The compressed copy of a file may be a link as well.
    server.file("page.html", b"a page");
    symlink(&secret, at("page.html.br")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(at("pipe.txt")).status().unwrap();
    assert!(made.success());
    let _socket = std::os::unix::net::UnixListener::bind(at("socket.txt")).unwrap();
    for (address, status) in [
        ("/out.txt", 404),
        ("/out/secret.txt", 404),
        ("/out/", 404),
        ("/out", 404),
        ("/media/up/passwd", 404),
        ("/turns.txt", 404),
        ("/dangling", 404),
        ("/pipe.txt", 404),
        ("/socket.txt", 404),
        ("/also.txt", 200),
    ] {
        let answer = server.ask(address);
        assert_eq!(answer.status, status, "{address}");
        assert_eq!(answer.text().contains("words"), status == 200, "{address}");
    }
    let host = server.host();
    let compressed =
        server.say(&format!("GET /page.html HTTP/1.1\r\nhost: {host}\r\naccept-encoding: br\r\nconnection: close\r\n\r\n"));
    assert_eq!((compressed.status, &*compressed.text()), (200, "a page"));
}

/// `strait publish` moves readers to a new release by a link.
#[cfg(unix)]
#[test]
fn a_site_that_is_a_link_to_a_release_is_followed_to_the_next_one() {
    use std::os::unix::fs::symlink;
    let (one, two, root) = (small_site("/"), small_site("/"), tempfile::tempdir().unwrap());
    let current = root.path().join("current");
    symlink(one.path(), &current).unwrap();
    let server = Server::of(&current, &[]);
    assert!(server.ask("/").says("content-security-policy").contains("'sha256-x'"));
    std::fs::write(two.path().join("feed.xml"), "<rss>new</rss>").unwrap();
    std::fs::write(two.path().join("_hosts/strait.json"), r#"{"css":"sha256-new","scripts":[],"frameCss":[]}"#).unwrap();
    let next = root.path().join("next");
    symlink(two.path(), &next).unwrap();
    std::fs::rename(&next, &current).unwrap();
    assert_eq!(server.ask("/feed.xml").text(), "<rss>new</rss>");
    assert!(server.ask("/").says("content-security-policy").contains("style-src 'self' 'sha256-new';"));
}
