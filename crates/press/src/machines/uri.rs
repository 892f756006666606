//! Addresses as machines take them: ASCII, and of the web.

use url::Url;

/// An address as a URI (RFC 3986): other characters percent-encoded, a host in Punycode. None for
/// what is not of the web: `javascript:`, a path alone.
pub fn uri(href: &str) -> Option<String> {
    let url = Url::parse(href).ok()?;
    matches!(url.scheme(), "http" | "https").then(|| String::from(url))
}

/// One of the site's own addresses as a URI: ASCII on one line, whatever the site's own `url` is.
pub fn own_uri(href: String) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/".contains(&byte);
    match href.bytes().all(is_plain) {
        true => href,
        false => uri(&href).unwrap_or_else(|| {
            let encoded = |byte: u8| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
            href.bytes().map(encoded).collect()
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_ascii_and_of_the_web() {
        assert_eq!(uri("https://潮.example/a b/文.mp4").as_deref(), Some("https://xn--ngx.example/a%20b/%E6%96%87.mp4"));
        assert_eq!(uri("javascript:alert(1)"), None);
        assert_eq!(uri("/article/1/"), None);
        assert_eq!(own_uri("https://a.example/x/".to_owned()), "https://a.example/x/");
        assert_eq!(own_uri("no address\nAllow: 潮\"".to_owned()), "no%20address%0AAllow:%20%E6%BD%AE%22");
    }
}
