//! Where pictures and players come from: asked for in one list, never trusted in silence.

use super::{SITE, site_file};
use crate::fault::HouseFault;
use crate::{ImportError, href};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::Path;
use strait_confined::Confined;
use strait_model::{Origin, Player, Site};
use strait_report::problem::Problem;

/// Origins that are met and that the site does not know, and how often.
#[derive(Debug, Default)]
pub struct Origins(BTreeMap<(Option<String>, String), usize>);

/// An origin that the site does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownOrigin {
    /// Scheme and host.
    pub origin: String,
    /// Of a player, whose it is; none: pictures, films and recordings.
    pub provider: Option<String>,
    /// How often it is met.
    pub count: usize,
}

impl Origins {
    /// Notes the origins in an article's fields.
    pub fn note(&mut self, site: &Site, fields: &Map<String, Value>) {
        let mut waiting: Vec<&Value> = fields.values().collect();
        while let Some(value) = waiting.pop() {
            if let Some(src) = value.get("src").and_then(Value::as_str).and_then(href::origin) {
                let provider = value.get("provider").map(|provider| provider.as_str().unwrap_or_default().to_owned());
                let is_known = match provider {
                    Some(_) => site.players.iter().any(|player| player.origin.covers(&src)),
                    None => site.media_origins.iter().any(|origin| origin.covers(&src)),
                };
                if !is_known {
                    *self.0.entry((provider, src)).or_insert(0) += 1;
                }
            }
            match value {
                Value::Array(values) => waiting.extend(values),
                Value::Object(values) => waiting.extend(values.values()),
                _ => {}
            }
        }
    }

    /// All of them, pictures first.
    pub fn all(self) -> Vec<UnknownOrigin> {
        self.0.into_iter().map(|((provider, origin), count)| UnknownOrigin { origin, provider, count }).collect()
    }
}

impl UnknownOrigin {
    /// The origin, how often it is met, and whose player it is.
    pub fn in_words(&self) -> String {
        let provider = self.provider.as_ref().map(|provider| format!(", {provider}")).unwrap_or_default();
        format!("{} ({}×{provider})", self.origin, self.count)
    }

    /// What is said of it where nobody trusts it.
    pub fn problem(&self, content: &Path) -> Problem {
        let told = format!("{} ({}×)", self.origin, self.count);
        let (place, fault) = match self.provider {
            Some(_) => ("players", HouseFault::Player(told)),
            None if told.starts_with("http://") => ("mediaOrigins", HouseFault::PlainOrigin(told)),
            None => ("mediaOrigins", HouseFault::MediaOrigin(told)),
        };
        Problem::new(content.join(SITE), place, &fault)
    }

    /// Whether a site file may name it: only what is served over TLS.
    fn can_be_named(&self) -> bool {
        let origin = Origin::try_from(self.origin.clone());
        origin.is_ok() && self.provider.as_ref().is_none_or(|provider| !provider.is_empty())
    }
}

/// Writes origins that the publisher trusts into the site file; gives back those that it cannot name.
pub fn trust_origins(content: &Path, origins: Vec<UnknownOrigin>) -> Result<Vec<UnknownOrigin>, ImportError> {
    let (named, left): (Vec<UnknownOrigin>, _) = origins.into_iter().partition(UnknownOrigin::can_be_named);
    let content = Confined::open(content)?;
    site_file::change(&content, |text| named.iter().try_fold(text, |text, origin| with_origin(&text, origin)))?;
    Ok(left)
}

fn with_origin(text: &str, UnknownOrigin { origin, provider, .. }: &UnknownOrigin) -> Option<String> {
    let Some(provider) = provider else { return site_file::with_text(text, "mediaOrigins", origin) };
    let site: Site = serde_json::from_str(text).ok()?;
    let is_it = |player: &Player| player.provider == *provider && *player.origin == **origin;
    if site.players.iter().any(is_it) {
        return Some(text.to_owned());
    }
    let fields = [("provider", provider), ("name", provider), ("origin", origin)];
    site_file::with_object(text, "players", fields.map(|(name, value)| (name, Some(value.clone()))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_without_tls_are_to_be_fetched() {
        let advice = |origin: &str| {
            let origin = UnknownOrigin { origin: origin.to_owned(), provider: None, count: 2 };
            origin.problem(Path::new("paper")).mend.en
        };
        assert!(advice("http://img.example").contains("--fetch-pictures"));
        assert!(advice("https://img.example").contains("--trust-origins"));
    }
}
