//! What the unit tests of this room share.

use crate::model::Site;

/// A paper below a path, with a section in a section.
pub fn site() -> Site {
    let json = r#"{"name":"潮报","language":"zh-Hans","url":"https://tide.example/paper/","timeZone":"Asia/Shanghai",
        "copyrightNotice":"©","sections":[{"path":"news","name":"新闻","children":[{"path":"news/city","name":"城市"}]}]}"#;
    serde_json::from_str(json).unwrap()
}
