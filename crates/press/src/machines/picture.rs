//! Pictures as machines take them: one JPEG, with its size.

use super::uri::{own_uri, uri};
use strait_model::paths::Paths;
use strait_model::{Image, RenditionType};

/// One file of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureFile {
    /// Its whole address.
    pub href: String,
    /// In pixels; 0 when nobody knows.
    pub width: u32,
    /// In pixels; 0 when nobody knows.
    pub height: u32,
}

/// The JPEG files of a picture, the narrowest first; of a picture elsewhere the only one.
pub fn files<'a>(paths: &'a Paths, image: &'a Image) -> impl Iterator<Item = PictureFile> + 'a {
    let made = image.renditions(RenditionType::Jpeg).map(move |rendition| PictureFile {
        href: own_uri(paths.canonical_file(&rendition.href)),
        width: rendition.width,
        height: image.height_at(rendition.width),
    });
    let only = uri(&image.src).filter(|_| image.widths.is_empty());
    let only = only.map(move |href| PictureFile { href, width: image.width, height: image.height });
    made.chain(only)
}

/// The widest JPEG up to `width` pixels, else the narrowest.
pub fn file(paths: &Paths, image: &Image, width: u32) -> Option<PictureFile> {
    let mut files = files(paths, image);
    let narrowest = files.next()?;
    Some(files.take_while(|file| file.width <= width).last().unwrap_or(narrowest))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A paper below a path, with a section in a section.
    fn site() -> strait_model::Site {
        let json = r#"{"name":"潮报","language":"zh-Hans","url":"https://tide.example/paper/","timeZone":"Asia/Shanghai",
            "copyrightNotice":"©","sections":[{"path":"news","name":"新闻","children":[{"path":"news/city","name":"城市"}]}]}"#;
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn a_rendition_keeps_the_shape_of_its_original() {
        let site = site();
        let image = Image { src: "pictures/a".into(), widths: vec![320, 640, 960], width: 1600, height: 900, ..Image::default() };
        let found = file(&Paths::of(&site), &image, 700);
        let expected = PictureFile { href: "https://tide.example/paper/pictures/a-640.jpg".into(), width: 640, height: 360 };
        assert_eq!(found, Some(expected));
    }

    #[test]
    fn a_picture_elsewhere_is_taken_only_from_the_web() {
        let site = site();
        let image = |src: &str| Image { src: src.into(), ..Image::default() };
        assert!(file(&Paths::of(&site), &image("https://elsewhere.example/a.jpg"), 700).is_some());
        assert_eq!(file(&Paths::of(&site), &image("javascript:alert(1)"), 700), None);
        assert_eq!(file(&Paths::of(&site), &image("missing.svg"), 700), None);
    }
}
