//! What hosts are told of old addresses, each in its own words.

use super::redirect::Redirect;
use super::shard::Asked;
use crate::error::PressError;
use crate::site::host_files::{netlify, nginx, others};
use crate::site::output::SiteFile;
use strait_model::Site;
use strait_model::paths::{Address, Paths};

/// `_redirects`, with the newest old addresses first; and, where there are `count` old addresses, how nginx is told of
/// them all, and how many shards of them `strait serve` finds.
pub fn host_files(site: &Site, newest: &[Redirect], count: usize) -> Result<Vec<SiteFile>, PressError> {
    let paths = Paths::of(site);
    let others = others(site);
    let of_site = netlify::redirects(paths.base(), &others, site.has_embeds())?;
    let former =
        newest.iter().map(|Redirect { address, to, .. }| netlify::redirect(address, &paths.page(&Address::Article(to.clone()))));
    let text = former.chain([Ok(of_site)]).collect::<Result<String, _>>()?;
    let mut files = vec![("_redirects", text)];
    if count > 0 {
        files.extend([
            ("_hosts/former/asked.conf", nginx::ASKED.to_owned()),
            ("_hosts/former/server.conf", nginx::FORMER.to_owned()),
        ]);
    }
    let files = files.into_iter().filter(|(_, text)| !text.is_empty());
    let files = files.map(|(path, text)| (path.to_owned(), text.into_bytes()));
    Ok(files.chain(Asked::of(count).file()?).collect())
}
