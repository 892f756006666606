//! Old addresses: what the site has itself, what two articles want, and what not every host can be told of.

use super::filed::{Filed, Standing};
use super::references::Register;
use std::collections::HashMap;
use std::path::Path;
use strait_faults::Findings;
use strait_faults::SiteFault;
use strait_faults::Tally;
use strait_model::Site;
use strait_press::redirects::{Ground, Refusal};

/// Notes what is wrong with the old addresses of a newsroom. What may not be shown has none.
pub fn check(site: &Site, filed: &[Filed], register: &Register, articles: &Path, tally: &mut Tally) {
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
            findings.add(format!("/formerly/{at}"), why.fault(address));
        }
        tally.note(&article.file, findings);
    }
    if let Some(address) = example {
        tally.note_file(articles, SiteFault::FormerForServers { count, address });
    }
}
