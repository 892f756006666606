//! Links between a paper's own articles: what led to an old address leads to the article itself, also when that comes
//! later, in this import or another.

use super::ImportError;
use super::dispatch::Dispatch;
use super::files::write_whole;
use super::filing::Filing;
use super::formerly::split_pages;
use super::ledger::{Entry, Noted, hash};
use super::merge::{as_map, read_filed};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::{HashMap, HashSet};
use std::mem::take;
use std::path::Path;
use strait_model::paths::{Address, Paths};
use strait_model::{Article, ArticleId, FormerAddress};
use url::Url;

const BODY: &str = "body";

/// What a ledger knows of where an item was, and of where it leads.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Past {
    /// Where its source ever showed it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formerly: Vec<FormerAddress>,
    /// The old addresses of our own that it leads to, of articles that are not there yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wants: Vec<String>,
    /// A hash of the body that its source wrote, with its links led home.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub led: Option<String>,
}

impl Filing<'_> {
    /// What is known of an item's past, with what it says now; and the addresses that are new.
    pub fn past(&self, dispatch: &mut Dispatch, known: Option<&Entry>) -> (Past, Vec<FormerAddress>) {
        let mut past = known.map(|entry| entry.past.clone()).unwrap_or_default();
        let mut new = take(&mut dispatch.formerly);
        // A feed may be another paper's.
        new.retain(|address| self.order.format == super::Format::WordPress || address.host() == self.own_host());
        if let Ok(body) = serde_json::to_value(&dispatch.body) {
            let split = split_pages(&new, &links(&body));
            new.extend(split);
        }
        new.retain(|address| !past.formerly.contains(address));
        past.formerly.extend(new.iter().cloned());
        (past, new)
    }

    /// Adds old addresses to those that are filed, for none is ever unsaid; and notes which links may lead home. Of a
    /// withdrawn article the addresses without words are left.
    pub fn keep_past(
        &mut self,
        past: &mut Past,
        new: Vec<FormerAddress>,
        article: &mut Map<String, Value>,
        filed: Option<&Article>,
        is_withdrawn: bool,
    ) -> Result<(), ImportError> {
        let mut formerly = filed.map(|filed| filed.formerly.clone()).unwrap_or_default();
        for address in new {
            if !formerly.iter().any(|known| known.key() == address.key()) {
                formerly.push(address);
            }
        }
        if is_withdrawn {
            let paths = Paths::of(&self.house.site);
            let is_mute = |address: &FormerAddress| address.is_without_words(paths.base());
            formerly.retain(is_mute);
            past.formerly.retain(is_mute);
            past.led = None;
        }
        if !formerly.is_empty() {
            article.insert("formerly".to_owned(), serde_json::to_value(formerly).map_err(ImportError::Json)?);
        }
        self.hosts.extend(past.formerly.iter().filter_map(FormerAddress::host));
        let own = past.formerly.first().and_then(FormerAddress::host);
        let hrefs = article.get(BODY).map(links).unwrap_or_default();
        let keys = hrefs.iter().filter(|href| !self.leads_home(href)).filter_map(|href| own_key(href, own.as_deref()));
        past.wants = keys.filter(|key| self.hosts.contains(key.split(['/', '?']).next().unwrap_or_default())).collect();
        past.wants.sort_unstable();
        past.wants.dedup();
        Ok(())
    }

    /// Whether a link leads to an article of ours, as those do that were led home before.
    fn leads_home(&self, href: &str) -> bool {
        let address = href.split(['#', '?']).next().and_then(|path| Address::parse(path.strip_prefix('/')?));
        matches!(address, Some(Address::Article(id)) if self.content.file(format!("articles/{id}.json")).is_ok())
    }

    /// Leads links home whose articles are there now, in whatever was imported.
    pub fn lead_home(&mut self) -> Result<(), ImportError> {
        let homes = self.ledger.homes();
        for item in self.ledger.wanting(|past| past.wants.iter().any(|key| homes.contains_key(key))) {
            let Some(mut entry) = self.ledger.at(&item) else { continue };
            let path = self.path(&entry.id);
            let json = self.led_home(&path, &mut entry, &homes)?;
            // Noted first: who is killed in between knows by the article's bytes what was done.
            let noted = Noted { item, entry };
            self.ledger.announce(self.content, &noted, json.as_deref().map(str::as_bytes))?;
            if let Some(json) = json {
                write_whole(self.content, &path, json.as_bytes())?;
            }
            self.ledger.set(noted)?;
        }
        Ok(())
    }

    /// An article as it is to be filed, where links of it now lead home.
    fn led_home(
        &self,
        path: &Path,
        entry: &mut Entry,
        homes: &HashMap<String, ArticleId>,
    ) -> Result<Option<String>, ImportError> {
        let own = entry.past.formerly.first().and_then(FormerAddress::host);
        entry.past.wants.retain(|key| !homes.contains_key(key));
        // What cannot be read was told when it was filed.
        let Ok(Some(filed)) = read_filed(self.content, path) else { return Ok(None) };
        let mut article = as_map(&filed)?;
        let before = article.get(BODY).map(hash);
        if !article.get_mut(BODY).is_some_and(|body| lead(body, homes, own.as_deref())) {
            return Ok(None);
        }
        // An editor's words stay an editor's.
        if before == entry.fields.get(BODY).cloned() || before == entry.past.led {
            entry.past.led = article.get(BODY).map(hash);
        }
        let article: Article = serde_json::from_value(Value::Object(article)).map_err(ImportError::Json)?;
        Ok(Some(serde_json::to_string_pretty(&article).map_err(ImportError::Json)? + "\n"))
    }

    fn own_host(&self) -> Option<String> {
        let url = Url::parse(&self.house.site.url).ok()?;
        format!("{}/x", url.origin().ascii_serialization()).parse::<FormerAddress>().ok()?.host()
    }
}

/// The hosts of all addresses.
pub fn hosts(pasts: impl Iterator<Item = Past>) -> HashSet<String> {
    pasts.flat_map(|past| past.formerly).filter_map(|address| address.host()).collect()
}

/// What is called so in a tree of blocks and spans, wherever it stands.
fn visit(value: &mut Value, act: &mut dyn FnMut(&mut String)) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(|value| visit(value, act)),
        Value::Object(fields) => fields.iter_mut().for_each(|(name, value)| match value {
            Value::String(href) if name == "href" => act(href),
            value => visit(value, act),
        }),
        _ => {}
    }
}

/// All links of a body.
fn links(body: &Value) -> Vec<String> {
    let mut found = vec![];
    visit(&mut body.clone(), &mut |href| found.push(href.clone()));
    found
}

/// Leads the links of a body home; whether any was led.
fn lead(body: &mut Value, homes: &HashMap<String, ArticleId>, own: Option<&str>) -> bool {
    let mut is_led = false;
    visit(body, &mut |href| {
        if let Some(home) = own_key(href, own).and_then(|key| homes.get(&key)) {
            let place = href.split_once('#').map(|(_, place)| format!("#{place}")).unwrap_or_default();
            *href = format!("/{}{place}", Address::Article(home.clone()));
            is_led = true;
        }
    });
    is_led
}

/// Which page of the web a link leads to; of `own` host where it names none.
fn own_key(href: &str, own: Option<&str>) -> Option<String> {
    let address = href.split('#').next()?;
    match address.starts_with('/') {
        true => format!("https://{}{address}", own?).parse::<FormerAddress>().ok()?.whole_key(),
        false => address.parse::<FormerAddress>().ok()?.whole_key(),
    }
}
