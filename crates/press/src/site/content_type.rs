//! What a file is called in `Content-Type`, for the server and for stores alike.

/// The kinds of text that a site has; they are worth compressing.
const TEXTS: [&str; 9] = ["css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest", "xml"];

/// Whether a file is worth compressing, by its extension.
pub fn is_text(path: &str) -> bool {
    TEXTS.contains(&extension(path))
}

/// The media type of a file, by its extension (IANA media types; the encoding is UTF-8 throughout).
pub fn content_type(path: &str) -> String {
    match extension(path) {
        // A feed that a browser shows; RFC 7303 has application/xml rather than text/xml.
        "xml" => "application/xml; charset=utf-8".to_owned(),
        "webmanifest" => "application/manifest+json".to_owned(),
        "js" => "text/javascript; charset=utf-8".to_owned(),
        "" => "application/octet-stream".to_owned(),
        _ => {
            let guess = mime_guess::from_path(path).first_or_octet_stream();
            let charset = if guess.type_() == "text" { "; charset=utf-8" } else { "" };
            format!("{guess}{charset}")
        }
    }
}

fn extension(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_of_a_site_has_its_type() {
        for (path, expected) in [
            ("index.html", "text/html; charset=utf-8"),
            ("assets/reader-1.wasm", "application/wasm"),
            ("assets/boot-1.js", "text/javascript; charset=utf-8"),
            ("data/site.json", "application/json"),
            ("manifest.webmanifest", "application/manifest+json"),
            ("feed.xml", "application/xml; charset=utf-8"),
            ("pictures/a.avif", "image/avif"),
            ("pictures/a.webp", "image/webp"),
            ("icon.svg", "image/svg+xml"),
            ("robots.txt", "text/plain; charset=utf-8"),
            ("media/a.mp4", "video/mp4"),
            ("_headers", "application/octet-stream"),
        ] {
            assert_eq!(content_type(path), expected, "{path}");
        }
    }
}
