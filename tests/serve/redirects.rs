//! Old addresses are answered with where their articles are today; of a site that is printed anew, with the new list.

use crate::newsroom::SmallNewsroom;
use crate::server::Server;
use serde_json::json;

fn asked(server: &Server, path: &str) -> (u16, String) {
    let answer = server.ask(path);
    (answer.status, answer.says("location").to_owned())
}

#[test]
fn an_old_address_is_answered_with_a_redirect_however_it_is_spelt() {
    let old = ["/2024/09/30/Slug/", "/?p=12", "https://www.old.example/潮/", "/paper/t12_2.html", "/index.php?id=3&m=x"];
    let newsroom = SmallNewsroom::new().article("1", 1, json!({"formerly": old}));
    let printed = newsroom.print();
    let server = Server::of(&printed.root, &[]);
    let there = (301, "/paper/article/1/".to_owned());
    for path in [
        "/2024/09/30/Slug/",
        "/2024/09/30/slug",
        "/2024/09/30/slug/?utm_source=a&utm_medium=b",
        "/2024/09/30/slug/index.html",
        "/?p=12",
        "/?utm_source=a&p=12",
        "/%E6%BD%AE/",
        "/%e6%bd%ae",
        "/paper/t12_2.html",
        "/index.php?id=3&m=x",
    ] {
        assert_eq!(asked(&server, path), there, "{path}");
    }
    for path in
        ["/?p=13", "/?p=12&x=1", "/index.php", "/2024/", "/2024/09/30/slug/more", "/?p=%0d%0aX-Evil:1", "/../?p=12", "//?p=12"]
    {
        assert_eq!(asked(&server, path).1, "", "{path}");
    }
    assert_eq!(asked(&server, "/paper/article/1/").0, 200);
    // The list follows the site, without a new start.
    assert_eq!(asked(&server, "/?p=14").1, "");
    newsroom.article("2", 2, json!({"formerly": ["/?p=14"]})).print();
    assert_eq!(asked(&server, "/?p=14"), (301, "/paper/article/2/".to_owned()));
}

#[test]
fn a_list_that_was_meddled_with_leads_nowhere_else() {
    let newsroom = SmallNewsroom::new().article("1", 1, json!({"formerly": ["/?p=12", "/old/"]}));
    let printed = newsroom.print();
    let list = printed.root.join("_hosts/former/00000.map");
    for goal in ["//evil.example/", "https://evil.example/", "/x\" y", "/\r\nX-Evil: 1", "javascript:x", ""] {
        std::fs::write(&list, format!("\"?p=12\" \"{goal}\";\n")).unwrap();
        let (status, location) = asked(&Server::of(&printed.root, &[]), "/?p=12");
        assert!(status != 301 && location.is_empty(), "{goal}: {status} {location}");
    }
    std::fs::write(&list, b"\xff\xfe").unwrap();
    std::fs::write(printed.root.join("_hosts/former.json"), "{\"shards\":3}").unwrap();
    let (status, location) = asked(&Server::of(&printed.root, &[]), "/?p=12");
    assert!(status != 500 && location.is_empty(), "{status}");
}
