//! Recordings that WordPress and PowerPress keep beside a post: lines of address, length in bytes, kind and settings.

use crate::href;
use strait_model::{Audio, Block, Video};
use url::Url;

/// Endings of films, where no kind is told.
const FILMS: [&str; 4] = [".mp4", ".m4v", ".mov", ".webm"];

/// The film or recording of an `enclosure`; none where it has no address.
pub fn recording(kept: &str, base: Option<&Url>) -> Option<Block> {
    let mut lines = kept.lines().map(str::trim);
    let src = href::web(lines.next()?, base).ok()?;
    let kind = lines.nth(1).unwrap_or_default();
    let seconds = lines.next().and_then(seconds).unwrap_or_default();
    let path = src.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    let is_film = kind.starts_with("video/") || (kind.is_empty() && FILMS.iter().any(|ending| path.ends_with(ending)));
    Some(match is_film {
        true => Block::Video(Video { anchor: None, src, poster: None, caption: None, seconds }),
        false => Block::Audio(Audio { anchor: None, src, title: String::new(), caption: None, seconds }),
    })
}

/// How long it is, among settings as PHP writes them: `s:8:"duration";s:8:"00:20:05";`.
fn seconds(settings: &str) -> Option<u32> {
    let (_, after) = settings.split_once("\"duration\";")?;
    let time = after.split('"').nth(1)?;
    time.split(':').try_fold(0_u32, |all, part| all.checked_mul(60)?.checked_add(part.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_beside_a_post_is_a_recording_or_a_film() {
        let kept = "https://a.example/1.mp3\n1234\naudio/mpeg\na:1:{s:8:\"duration\";s:8:\"01:00:05\";}";
        let Some(Block::Audio(audio)) = recording(kept, None) else { panic!("no recording") };
        assert_eq!((audio.src.as_str(), audio.seconds), ("https://a.example/1.mp3", 3605));
        assert!(matches!(recording("https://a.example/1.m4v\r\n\r\n\r\n", None), Some(Block::Video(_))));
        assert!(matches!(recording("https://a.example/1", None), Some(Block::Audio(Audio { seconds: 0, .. }))));
        assert!(recording("javascript:x\n1\naudio/mpeg", None).is_none() && recording("", None).is_none());
        let odd = "https://a.example/1.mp3\n1\naudio/mpeg\na:1:{s:8:\"duration\";s:1:\"99999999:99:99\";}";
        assert!(matches!(recording(odd, None), Some(Block::Audio(Audio { seconds: 0, .. }))));
    }
}
