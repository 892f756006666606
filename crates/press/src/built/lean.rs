//! Pages without what takes long to make: they name no AVIF where none is made.

/// How the views begin a picture's AVIFs.
const AVIF: &str = "<source type=\"image/avif\"";

/// Takes the AVIFs out of a page. WebP and JPEG stay, and a browser takes the first that it can show.
pub fn without_avif(page: Vec<u8>) -> Vec<u8> {
    let text = String::from_utf8_lossy(&page);
    let mut pieces = text.split(AVIF);
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |page, piece| page + &piece[rest_of_tag(piece)..]).into_bytes()
}

/// How long a tag goes on, from within it: what is quoted may hold any sign.
fn rest_of_tag(text: &str) -> usize {
    let mut is_quoted = false;
    let end = text.bytes().position(|byte| {
        is_quoted ^= byte == b'"';
        byte == b'>' && !is_quoted
    });
    end.map_or(text.len(), |end| end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_avifs_go_whatever_they_are_called() {
        let avif = "<source type=\"image/avif\" srcset=\"a&gt;>-320.avif 320w\" sizes=\"(width > 9em) 5em, 100vw\">";
        let rest = "<source type=\"image/webp\" srcset=\"a-320.webp 320w\"><img src=\"a-320.jpg\" alt=\"潮\">";
        let page = |avif: &str| format!("<picture>{avif}{rest}</picture><p>潮水 &lt;source type=\"image/avif\"</p>{avif}");
        assert_eq!(without_avif(page(avif).into_bytes()), page("").into_bytes());
        assert_eq!(without_avif(page("").into_bytes()), page("").into_bytes());
        assert_eq!(without_avif(avif.as_bytes()[..30].to_vec()), b"");
    }
}
