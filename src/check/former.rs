//! Old addresses: what the site has itself, what two articles want, and what not every host can be told of.

use super::faults::{PlaceFault, SiteFault};
use super::filed::{Filed, Standing};
use super::finding::Findings;
use super::ledger::Ledger;
use super::references::Register;
use super::shape::shortened;
use crate::model::Site;
use crate::press::ContentFault;
use crate::press::redirects::{Ground, Refusal};
use std::collections::HashMap;
use std::path::Path;

/// Says of a text that it is no old address.
pub fn bad_former(text: &str) -> PlaceFault {
    PlaceFault::BadFormer { address: shortened(text) }
}

/// Notes what is wrong with the old addresses of a newsroom. What may not be shown has none.
pub fn check(site: &Site, filed: &[Filed], register: &Register, articles: &Path, ledger: &mut Ledger) {
    let ground = Ground::of(site);
    let mut first: HashMap<String, &Filed> = HashMap::new();
    let (mut count, mut example) = (0, None);
    for article in filed.iter().filter(|article| article.standing == Standing::Shown) {
        let mut findings = Findings::default();
        for (at, address) in article.former.iter().enumerate() {
            let is_there = match ground.article(address) {
                Some(id) => register.standing(&id).is_some(),
                None => ground.is_own(address),
            };
            let other = *first.entry(address.key()).or_insert(article);
            let why = match &other.id {
                _ if is_there => Refusal::OfTheSite,
                Some(id) if other.id != article.id => Refusal::Taken(id.clone()),
                _ => {
                    if ground.file_there(address).is_none() {
                        count += 1;
                        example.get_or_insert_with(|| address.to_string());
                    }
                    continue;
                }
            };
            findings.add(format!("/formerly/{at}"), ContentFault::former(address, why));
        }
        ledger.note(&article.file, findings);
    }
    if let Some(address) = example {
        ledger.note_file(articles, SiteFault::FormerForServers { count, address });
    }
}
