//! Old addresses as nginx and Caddy answer them: all lead to their article, whatever they are made of, and nothing else
//! leads anywhere.

use crate::newsroom::{Printed, SmallNewsroom, simplified, traditional};
use crate::server::{Answer, Server};
use serde_json::json;

/// Old addresses as the article's file has them, below where a site begins, and as they are asked for.
fn addresses(base: &str) -> Vec<(String, Vec<String>)> {
    let of = |filed: &str, asked: &[&str]| {
        (filed.replace("BASE/", base), asked.iter().map(|path| path.replace("BASE/", base)).collect())
    };
    vec![
        of("BASE/2024/09/30/First-Report/", &["BASE/2024/09/30/First-Report/", "BASE/2024/09/30/First-Report"]),
        of("BASE/plain-slug", &["BASE/plain-slug", "BASE/plain-slug/", "BASE/plain-slug/?utm_source=a&utm_medium=b"]),
        of("BASE/archives/123", &["BASE/archives/123"]),
        of("https://old.example/2024/t20240930_12_2.shtml", &[]),
        of("BASE/t20240930_12.html", &["BASE/t20240930_12.html", "BASE/t20240930_12.html?utm_source=a"]),
        of("BASE/%E6%BD%AE%e6%b0%b4/", &["BASE/%E6%BD%AE%E6%B0%B4/", "BASE/%e6%bd%ae%e6%b0%b4/"]),
        of("BASE/?p=301", &["BASE/?p=301"]),
        of("BASE/?page_id=12&x=a.b_c", &["BASE/?page_id=12&x=a.b_c"]),
        of("BASE/index.php?m=content&a=show&id=5", &["BASE/index.php?m=content&a=show&id=5"]),
        of("BASE/show.asp", &["BASE/show.asp"]),
        of("BASE/v2.0/a,b+c=d@e!f~g/", &["BASE/v2.0/a,b+c=d@e!f~g/"]),
    ]
}

fn printed(base: &str) -> Printed {
    let site = json!({"url": format!("https://tide.example{base}"), "editions": [simplified(), traditional()]});
    let newsroom = addresses(base).iter().enumerate().fold(SmallNewsroom::new().with(site), |newsroom, (at, (filed, _))| {
        newsroom.article(&format!("a{at}"), 1 + at as u8, json!({"formerly": [filed]}))
    });
    let printed = newsroom.print();
    assert_eq!(printed.report.problems, vec![]);
    printed
}

/// Where an answer leads: a redirect, or a page that refreshes to where it leads; a folder's page is asked for with a slash.
fn end(server: &Server, path: &str) -> String {
    let Answer { status, headers, body } = server.get(path);
    let body = String::from_utf8_lossy(&body).into_owned();
    match (status, body.split_once("http-equiv=\"refresh\" content=\"0; url=")) {
        (301, _) => headers["location"].clone(),
        (200, Some((_, rest))) => rest.split_once('"').unwrap().0.to_owned(),
        (307 | 308, _) if headers["location"].contains(path.split('?').next().unwrap()) => end(server, &headers["location"]),
        _ => panic!("{path}: {status} {headers:?} {body}"),
    }
}

fn check(server: &Server, base: &str, is_told: bool) {
    for (at, (_, asked)) in addresses(base).iter().enumerate() {
        for path in asked {
            let there = format!("{base}article/a{at}/");
            assert_eq!(end(server, path), there, "{path}");
            assert_eq!(server.get(&there).status, 200);
            assert!(!is_told || server.get(path).status == 301, "{path}");
        }
    }
    for path in ["", "?p=302", "?p=", "?P=30", "?p=301&x=1", "2024/09/30/", "hant/", "index.php", "article/a1/"] {
        let answer = server.get(&format!("{base}{path}"));
        let body = String::from_utf8_lossy(&answer.body).into_owned();
        // A folder without a page is closed to nginx.
        assert!(
            [200, 403, 404].contains(&answer.status) && !body.contains("http-equiv=\"refresh\""),
            "{path}: {} {body}",
            answer.status
        );
    }
    for path in
        ["?p=../../../x", "?../../../etc/passwd", "?p=%0d%0aX-Evil:%201", "?p=301%0d%0aX-Evil:1", "index.php?/../..//evil"]
    {
        let answer = server.get(&format!("{base}{path}"));
        assert!(answer.header("x-evil").is_empty() && answer.header("location").is_empty(), "{path}: {:?}", answer.headers);
    }
}

const BASES: [&str; 2] = ["/", "/My.Paper_1/~x-y/"];

#[test]
fn nginx_answers_every_old_address_with_a_redirect_to_its_article() {
    for base in BASES {
        let printed = printed(base);
        let server = Server::nginx(&printed.root, base);
        check(&server, base, true);
        assert_eq!(end(&server, "/2024/t20240930_12_2.shtml"), format!("{base}article/a3/"), "above the site, too");
    }
}

#[test]
fn caddy_answers_every_old_address_with_a_page_that_leads_to_its_article() {
    for base in BASES {
        let printed = printed(base);
        check(&Server::caddy(&printed.root, base), base, false);
    }
}
