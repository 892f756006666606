//! Looks names up and gives on only public addresses. The connection goes to what was looked at, so that a name
//! that means something else a moment later gains nothing.

use super::public::is_public;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Gives on only public addresses.
#[derive(Debug)]
pub struct Public(pub DefaultResolver);

/// A name without a public address.
#[derive(Debug, thiserror::Error)]
#[error("it is an address of this machine or a private network; --allow-private-addresses asks those too")]
pub struct NotPublic;

impl Resolver for Public {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let all = self.0.resolve(uri, config, timeout)?;
        let mut public = self.empty();
        all.iter().filter(|address| is_public(address.ip())).for_each(|address| public.push(*address));
        if public.is_empty() { Err(ureq::Error::Other(Box::new(NotPublic))) } else { Ok(public) }
    }
}
