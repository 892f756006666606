//! What a browser needs to keep the paper, and what takes it away again.

use crate::newsroom::{SmallNewsroom, simplified, traditional};
use serde_json::json;

/// A paper in both scripts.
fn paper() -> SmallNewsroom {
    SmallNewsroom::new().with(json!({"editions": [simplified(), traditional()]})).article("1", 1, json!({}))
}

#[test]
fn one_worker_at_the_beginning_of_the_site_serves_all_editions() {
    let printed = paper().print();
    assert_eq!(printed.text("worker.js"), "worker.js");
    assert!(!printed.has("worker-off.js") && !printed.has("hant/worker.js"));
    for page in ["article/1/index.html", "hant/article/1/index.html", "saved/index.html", "404.html"] {
        assert!(printed.text(page).contains(" data-worker=\"/paper/worker.js\""), "{page}");
    }
    assert_eq!(printed.texts("article/1/index.html", ".save-button span"), ["收藏", "已收藏"]);
    assert_eq!(printed.texts("hant/section/news/index.html", ".save-section"), ["存下這個版面，離線讀"]);
    assert!(printed.texts("section/news/page/1/index.html", ".save-section").is_empty(), "an archive is not the newest");
}

#[test]
fn turned_off_its_place_is_taken_by_what_clears_up_and_no_button_is_left() {
    let newsroom = paper();
    newsroom.print();
    let printed = newsroom.with(json!({"offline": false})).print();
    assert_eq!(printed.text("worker.js"), "worker-off.js");
    for page in ["article/1/index.html", "hant/section/news/index.html", "saved/index.html"] {
        let text = printed.text(page);
        assert!(!text.contains("data-worker") && !text.contains("save-button\"") && !text.contains("save-section\""), "{page}");
    }
}

#[test]
fn hosts_are_told_to_ask_for_the_worker_each_time_and_how_tools_are_served() {
    let headers = paper().print().text("_headers");
    let rule = |pattern: &str| headers.split(&format!("{pattern}\n")).nth(1).unwrap().split("\n/").next().unwrap().to_owned();
    let worker = rule("/paper/worker.js");
    assert!(worker.contains("Cache-Control: no-cache") && worker.contains("default-src 'none'; connect-src 'self'"), "{worker}");
    for page in ["/paper/saved/", "/paper/hant/saved/"] {
        assert!(rule(page).contains("Content-Security-Policy"), "{page}");
    }
}
