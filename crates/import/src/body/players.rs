//! Players of other providers: what is framed, and the page for those without scripts.

use super::places;
use crate::href;
use strait_model::{Block, Embed, Span, Text, plain};
use url::Url;

/// Something of another provider at an address, which may be that of its player or of its page.
pub fn embed(address: &str, title: &str) -> Embed {
    let known = Url::parse(address).ok().and_then(|url| known(&url));
    let (provider, name, src, href) = known.unwrap_or_else(|| unknown(address));
    let title = if title.is_empty() { name } else { title.to_owned() };
    Embed { anchor: None, provider, src, href, title }
}

/// A paragraph. An address alone in it is a player where `may_play` and the provider is known, else a link.
pub fn block(mut text: Text, may_play: bool) -> Block {
    let Some(address) = lone_address(&text) else { return Block::paragraph(text) };
    let mut names = places::take_from(&mut text);
    match known_embed(&address).filter(|_| may_play) {
        Some(embed) => {
            let mut block = Block::Embed(embed);
            places::add(&mut names, &mut block);
            block
        }
        None => {
            text.iter_mut().for_each(|span| span.href = Some(address.clone()));
            places::put(names, &mut text);
            Block::paragraph(text)
        }
    }
}

/// Whether a provider that is known plays something at an address.
pub fn is_player(address: &str) -> bool {
    known_embed(address).is_some()
}

/// What a provider that is known plays at an address.
pub fn known_embed(address: &str) -> Option<Embed> {
    let (provider, title, src, href) = known(&Url::parse(address).ok()?)?;
    Some(Embed { anchor: None, provider, src, href, title })
}

/// The address that is all of a text, and no link yet.
fn lone_address(text: &[Span]) -> Option<String> {
    let mut words = text.iter().filter(|span| places::of_span(span).is_none());
    let is_plain = words.clone().all(|span| span.href.is_none() && span.ruby.is_none());
    let begins = words.next().is_some_and(|span| span.text.starts_with("http"));
    let words = (is_plain && begins).then(|| plain(text))?;
    let is_address = words.starts_with("https://") || words.starts_with("http://");
    let is_one = !words.contains(|sign: char| sign.is_whitespace() || "，。；：、（）《》“”".contains(sign));
    href::web(&words, None).ok().filter(|_| is_address && is_one)
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
        ("youtube.com", ["playlist"]) => youtube_list(&query("list")?),
        ("youtube.com" | "youtube-nocookie.com", ["embed", "videoseries"]) => youtube_list(&query("list")?),
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
        ("twitter.com" | "x.com" | "mobile.twitter.com", [name, "status" | "statuses", id, ..]) if is_name(name) => {
            player("x", "X", id, "https://platform.twitter.com/embed/Tweet.html?id=", &format!("https://x.com/{name}/status/"))
        }
        ("instagram.com", [kind @ ("p" | "reel" | "tv"), id, ..]) if is_name(id) => {
            let page = format!("https://www.instagram.com/{kind}/{id}/");
            Some(("instagram".into(), "Instagram".into(), format!("{page}embed/"), page))
        }
        ("tiktok.com", [name, "video", id, ..]) => {
            player("tiktok", "TikTok", id, "https://www.tiktok.com/embed/v2/", &format!("https://www.tiktok.com/{name}/video/"))
        }
        ("facebook.com", [_, "posts" | "videos" | "photos", ..] | ["watch" | "permalink.php" | "reel", ..]) => {
            let form = if parts.iter().any(|part| matches!(*part, "videos" | "watch" | "reel")) { "video" } else { "post" };
            Some(of_page(url, "facebook", "Facebook", &format!("https://www.facebook.com/plugins/{form}.php?href=")))
        }
        ("soundcloud.com" | "api.soundcloud.com", [_, _, ..]) => {
            Some(of_page(url, "soundcloud", "SoundCloud", "https://w.soundcloud.com/player/?url="))
        }
        _ => None,
    }
}

/// A player that is told the address of the page.
fn of_page(url: &Url, provider: &str, name: &str, src: &str) -> Player {
    let page: String = url::form_urlencoded::byte_serialize(url.as_str().as_bytes()).collect();
    (provider.into(), name.into(), format!("{src}{page}"), url.to_string())
}

fn youtube_list(id: &str) -> Option<Player> {
    player(
        "youtube",
        "YouTube",
        id,
        "https://www.youtube-nocookie.com/embed/videoseries?list=",
        "https://www.youtube.com/playlist?list=",
    )
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
    fn an_address_alone_is_a_player_or_a_link() {
        let alone = |text: &str, may_play| block(vec![text.into()], may_play);
        let Block::Embed(embed) = alone("https://x.com/gazette/status/12?s=20", true) else { panic!("no player") };
        assert_eq!((embed.provider.as_str(), embed.href.as_str()), ("x", "https://x.com/gazette/status/12"));
        let link = |block: Block| match block {
            Block::Paragraph { text, .. } => text[0].href.clone(),
            _ => panic!("no paragraph"),
        };
        assert_eq!(link(alone("https://x.com/gazette/status/12", false)).as_deref(), Some("https://x.com/gazette/status/12"));
        assert_eq!(link(alone("https://a.example/b", true)).as_deref(), Some("https://a.example/b"));
        for text in ["see https://youtu.be/x", "https://youtu.be/x now", "javascript:x", "https://"] {
            assert_eq!(link(alone(text, true)), None, "{text}");
        }
    }

    #[test]
    fn an_unknown_provider_is_called_by_its_host() {
        let embed = embed("https://maps.example/x?y=1", "");
        assert_eq!((embed.provider.as_str(), embed.href.as_str()), ("maps.example", "https://maps.example/x?y=1"));
        assert_eq!(super::embed("https://www.youtube.com/embed/../../x", "").provider, "youtube.com");
    }
}
