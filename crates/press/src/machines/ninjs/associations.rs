//! What belongs to an article: its pictures, films and recordings, and what the editor relates to it.

use super::item::{Association, Item, Rendition, RoleText};
use crate::machines::picture;
use crate::machines::uri::{own_uri, uri};
use strait_model::paths::{Address, Paths};
use strait_model::{Block, Headline, Image, Story};

/// All of it: the lead picture, the body's media in their order, then related articles.
pub fn of<'a>(paths: &Paths, story: &'a Story) -> Vec<Association<'a>> {
    let article = &story.article;
    let lead = article.lead.as_ref().and_then(|image| picture_item(paths, "lead".to_owned(), "lead", image));
    let mut found: Vec<Association> = lead.into_iter().collect();
    collect(paths, &article.body, &mut found);
    let chosen = story.related.iter().filter(|headline| article.related.contains(&headline.id));
    found.extend(chosen.map(|headline| related(paths, headline)));
    found
}

fn collect<'a>(paths: &Paths, blocks: &'a [Block], found: &mut Vec<Association<'a>>) {
    for block in blocks {
        let at = found.len() + 1;
        let picture = |at: usize, image| picture_item(paths, format!("picture-{at}"), "body", image);
        match block {
            Block::Image(image) => found.extend(picture(at, image)),
            Block::Gallery(gallery) => {
                found.extend(gallery.images.iter().enumerate().filter_map(|(more, image)| picture(at + more, image)));
            }
            Block::Video(video) => {
                let words = words([("caption", video.caption.as_ref())]);
                found.extend(media(paths, format!("video-{at}"), "video", &video.src, video.seconds, words));
            }
            Block::Audio(audio) => {
                let words = words([("title", Some(&audio.title)), ("caption", audio.caption.as_ref())]);
                found.extend(media(paths, format!("audio-{at}"), "audio", &audio.src, audio.seconds, words));
            }
            Block::Aside { body, .. } => collect(paths, body, found),
            _ => {}
        }
    }
}

fn picture_item<'a>(paths: &Paths, name: String, rel: &'static str, image: &'a Image) -> Option<Association<'a>> {
    let renditions: Vec<Rendition> = picture::files(paths, image)
        .map(|file| Rendition {
            name: format!("{}px", file.width),
            href: file.href,
            content_type: (!image.widths.is_empty()).then_some("image/jpeg"),
            width: file.width,
            height: file.height,
            ..Rendition::default()
        })
        .collect();
    let item = Item {
        uri: renditions.last()?.href.clone(),
        kind: "picture",
        descriptions: words([("caption", image.caption.as_ref()), ("altText", Some(&image.alt))]),
        by: image.credit.clone(),
        renditions,
        ..Item::default()
    };
    Some(Association { name, rel, item })
}

fn media<'a>(
    paths: &Paths,
    name: String,
    kind: &'static str,
    src: &str,
    seconds: u32,
    descriptions: Vec<RoleText<'a>>,
) -> Option<Association<'a>> {
    let href = uri(&paths.canonical_file(src))?;
    let rendition = Rendition { name: "main".to_owned(), href: href.clone(), duration: seconds, ..Rendition::default() };
    let item = Item { uri: href, kind, descriptions, renditions: vec![rendition], ..Item::default() };
    Some(Association { name, rel: "body", item })
}

fn related<'a>(paths: &Paths, headline: &'a Headline) -> Association<'a> {
    let item = Item {
        uri: own_uri(paths.canonical(&Address::Article(headline.id.clone()))),
        kind: "text",
        headlines: vec![RoleText { role: "main", content_type: Some("text/plain"), value: &headline.headline }],
        ..Item::default()
    };
    Association { name: headline.id.to_string(), rel: "related", item }
}

/// Those of the words that there are.
fn words<'a, const N: usize>(all: [(&'static str, Option<&'a String>); N]) -> Vec<RoleText<'a>> {
    let given = all.into_iter().filter_map(|(role, value)| Some((role, value.filter(|value| !value.is_empty())?)));
    given.map(|(role, value)| RoleText { role, content_type: Some("text/plain"), value }).collect()
}
