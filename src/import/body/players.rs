//! Players of other providers: what is framed, and the page for those without scripts.

use crate::model::Embed;
use url::Url;

/// Something of another provider at an address, which may be that of its player or of its page.
pub fn embed(address: &str, title: &str) -> Embed {
    let known = Url::parse(address).ok().and_then(|url| known(&url));
    let (provider, name, src, href) = known.unwrap_or_else(|| unknown(address));
    let title = if title.is_empty() { name } else { title.to_owned() };
    Embed { anchor: None, provider, src, href, title }
}

type Player = (String, String, String, String);

/// A provider that is not known: its name is its host's, and the player itself is the page.
fn unknown(address: &str) -> Player {
    let host = Url::parse(address).ok().and_then(|url| url.host_str().map(|host| host.trim_start_matches("www.").to_owned()));
    let host = host.unwrap_or_default();
    (host.clone(), host, address.to_owned(), address.to_owned())
}

fn known(url: &Url) -> Option<Player> {
    let host = url.host_str()?.trim_start_matches("www.").trim_start_matches("m.");
    let parts: Vec<&str> = url.path_segments()?.filter(|part| !part.is_empty()).collect();
    let query = |name: &str| url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
    match (host, parts.as_slice()) {
        ("youtube.com" | "youtube-nocookie.com", ["embed" | "v" | "shorts" | "live", id, ..]) => youtube(id),
        ("youtube.com", ["watch"]) => youtube(&query("v")?),
        ("youtu.be", [id]) => youtube(id),
        ("player.vimeo.com", ["video", id, ..]) | ("vimeo.com", [id]) => {
            player("vimeo", "Vimeo", id, "https://player.vimeo.com/video/", "https://vimeo.com/")
        }
        ("player.bilibili.com" | "bilibili.com", ["player.html" | "blackboard", ..]) => {
            let video = query("bvid").or_else(|| query("aid").map(|aid| format!("av{aid}")))?;
            bilibili(&video)
        }
        ("bilibili.com", ["video", id, ..]) => bilibili(id),
        ("v.qq.com", ["txp", "iframe", "player.html"] | ["iframe", "player.html"]) => tencent(&query("vid")?),
        ("v.qq.com", ["x", "page", file] | ["x", "cover", _, file]) => tencent(file.strip_suffix(".html")?),
        ("player.youku.com", ["embed", id]) => {
            let id = is_name(id).then_some(*id)?;
            Some((
                "youku".into(),
                "优酷".into(),
                format!("https://player.youku.com/embed/{id}"),
                format!("https://v.youku.com/v_show/id_{id}.html"),
            ))
        }
        ("dailymotion.com", ["embed", "video", id] | ["video", id]) => player(
            "dailymotion",
            "Dailymotion",
            id,
            "https://www.dailymotion.com/embed/video/",
            "https://www.dailymotion.com/video/",
        ),
        ("open.spotify.com", ["embed", kind, id] | [kind, id]) if is_name(kind) && is_name(id) => Some((
            "spotify".into(),
            "Spotify".into(),
            format!("https://open.spotify.com/embed/{kind}/{id}"),
            format!("https://open.spotify.com/{kind}/{id}"),
        )),
        _ => None,
    }
}

fn youtube(id: &str) -> Option<Player> {
    player("youtube", "YouTube", id, "https://www.youtube-nocookie.com/embed/", "https://www.youtube.com/watch?v=")
}

fn bilibili(id: &str) -> Option<Player> {
    let name = if id.starts_with("av") { format!("aid={}", id.trim_start_matches("av")) } else { format!("bvid={id}") };
    let page = format!("https://www.bilibili.com/video/{id}/");
    is_name(id).then(|| ("bilibili".into(), "哔哩哔哩".into(), format!("https://player.bilibili.com/player.html?{name}"), page))
}

fn tencent(id: &str) -> Option<Player> {
    let page = format!("https://v.qq.com/x/page/{id}.html");
    is_name(id).then(|| ("tencent".into(), "腾讯视频".into(), format!("https://v.qq.com/txp/iframe/player.html?vid={id}"), page))
}

fn player(provider: &str, name: &str, id: &str, src: &str, href: &str) -> Option<Player> {
    is_name(id).then(|| (provider.into(), name.into(), format!("{src}{id}"), format!("{href}{id}")))
}

fn is_name(id: &str) -> bool {
    !id.is_empty() && id.len() <= 64 && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'='))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_players_of_a_provider_become_the_same_embed() {
        let page = embed("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3", "");
        assert_eq!(page, embed("https://www.youtube.com/embed/dQw4w9WgXcQ?feature=oembed", ""));
        assert_eq!(
            (page.provider.as_str(), page.src.as_str()),
            ("youtube", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")
        );
        let tide = embed("https://player.bilibili.com/player.html?isOutside=true&bvid=BV1xx411c7mD", "潮");
        assert_eq!(tide.src, "https://player.bilibili.com/player.html?bvid=BV1xx411c7mD");
        assert_eq!(tide.href, "https://www.bilibili.com/video/BV1xx411c7mD/");
    }

    #[test]
    fn an_unknown_provider_is_called_by_its_host() {
        let embed = embed("https://maps.example/x?y=1", "");
        assert_eq!((embed.provider.as_str(), embed.href.as_str()), ("maps.example", "https://maps.example/x?y=1"));
        assert_eq!(super::embed("https://www.youtube.com/embed/../../x", "").provider, "youtube.com");
    }
}
