//! The page at an old address, for hosts that cannot be told of it: it leads on at once. A refresh without delay and a
//! canonical link are to search engines what a 301 is; readers without one have the link.

use crate::escape::escape;
use strait_model::paths::{Address, Paths};
use strait_model::{ArticleId, Site};

/// The page that leads to an article, in the newsroom's own edition.
pub fn page(site: &Site, paths: &Paths, to: &ArticleId) -> Vec<u8> {
    let address = Address::Article(to.clone());
    let (here, whole) = (paths.page(&address), paths.canonical(&address));
    let (here, whole, name) = (escape(&here), escape(&whole), escape(&site.name));
    let page = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{name}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<link rel=\"canonical\" href=\"{whole}\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={here}\">\n</head>\n<body>\n<p><a href=\"{here}\">{whole}</a></p>\n</body>\n</html>\n",
        escape(&site.language)
    );
    page.into_bytes()
}
