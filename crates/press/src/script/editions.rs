//! The editions that are printed beside the newsroom's own.

use super::converter::Converter;
use super::error::ScriptError;
use super::fault::EditionFault;
use super::written::Script;
use crate::report::Report;
use std::collections::BTreeMap;
use strait_model::is_traditional;
use strait_model::{DataAddress, EditionPath, Site, SiteEdition};

/// An edition in another script.
pub struct OtherEdition {
    /// The paper as its pages know it.
    pub site: Site,
    /// What every article goes through, once.
    pub converter: Converter,
    /// Where its pages begin below the site, and its data below the data: `hant/`.
    pub folder: String,
}

/// The editions that a site asks for beside its own. Those that cannot be made are reported and
/// taken off the site, so that no page leads there; the newsroom's own is put on where it is missing.
pub fn editions(site: &mut Site, report: &mut Report) -> Result<Vec<OtherEdition>, ScriptError> {
    let own = site.language.clone();
    let (keep_words, convert_words) = (std::mem::take(&mut site.keep_words), std::mem::take(&mut site.convert_words));
    let (mut known, faults) = known_and_faults(site);
    faults.iter().for_each(|(at, fault)| report.add("site.json", format!("editions[{at}]"), fault));
    if !known.is_empty() && known.iter().all(|edition| edition.language != own) {
        let name = if is_traditional(&own) { "繁體" } else { "简体" };
        known.insert(0, SiteEdition { path: EditionPath::default(), language: own.clone(), name: name.to_owned() });
    }
    site.editions = known;
    let others = site.editions.iter().filter(|edition| edition.language != own);
    others.map(|edition| other(site, edition, &keep_words, &convert_words)).collect()
}

/// What is wrong with the editions that a site asks for, each with its place among them.
pub fn edition_faults(site: &Site) -> Vec<(usize, EditionFault)> {
    known_and_faults(site).1
}

/// The converters of the editions beside the newsroom's own, each with its language.
pub fn converters(site: &Site) -> Result<Vec<(String, Converter)>, ScriptError> {
    let (known, _) = known_and_faults(site);
    let others = known.into_iter().filter(|edition| edition.language != site.language);
    let converter = |edition: SiteEdition| {
        let converter = Converter::with_words(&site.language, &edition.language, &site.keep_words, &site.convert_words)?;
        Ok((edition.language.to_string(), converter))
    };
    others.map(converter).collect()
}

fn known_and_faults(site: &Site) -> (Vec<SiteEdition>, Vec<(usize, EditionFault)>) {
    let (mut known, mut faults) = (Vec::new(), Vec::new());
    for (at, edition) in site.editions.iter().enumerate() {
        match check(edition, &site.language, &known) {
            Ok(()) => known.push(edition.clone()),
            Err(fault) => faults.push((at, fault)),
        }
    }
    (known, faults)
}

fn check(edition: &SiteEdition, own: &str, known: &[SiteEdition]) -> Result<(), EditionFault> {
    let is_own = &*edition.language == own;
    let is_free = !edition.path.is_empty() && known.iter().all(|other| other.path != edition.path);
    let way = Script::of(own).zip(Script::of(&edition.language)).filter(|(from, to)| !from.is_like(*to));
    match (is_own, way) {
        (true, _) if edition.path.is_empty() => Ok(()),
        (true, _) => Err(EditionFault::OwnPath(edition.path.to_string())),
        (false, None) => Err(EditionFault::NoWay { from: own.to_owned(), to: edition.language.to_string() }),
        (false, Some(_)) if is_free => Ok(()),
        (false, Some(_)) => Err(EditionFault::BadPath(edition.path.to_string())),
    }
}

fn other(
    site: &Site,
    edition: &SiteEdition,
    keep_words: &[String],
    convert_words: &BTreeMap<String, String>,
) -> Result<OtherEdition, ScriptError> {
    let converter = Converter::with_words(&site.language, &edition.language, keep_words, convert_words)?;
    let folder = format!("{}/", edition.path);
    let data = site.data_url.clone().unwrap_or_else(|| DataAddress::of(&site.url));
    let site = Site {
        url: site.url.below(&edition.path),
        files_url: Some(site.url.clone()),
        data_url: Some(data.below(&edition.path)),
        ..converter.site(site, edition)
    };
    Ok(OtherEdition { site, converter, folder })
}

#[cfg(test)]
mod tests {
    use super::*;
    use strait_model::paths::Paths;

    fn site(language: &str, editions: serde_json::Value) -> Site {
        serde_json::from_value(serde_json::json!({"name": "两岸报", "language": language, "url": "https://a.example/paper",
            "timeZone": "Asia/Shanghai", "sections": [], "copyrightNotice": "版权", "editions": editions, "keepWords": ["两岸"]}))
        .unwrap()
    }

    #[test]
    fn a_second_edition_begins_in_its_own_folder_and_shares_the_files() {
        let mut own = site("zh-Hans", serde_json::json!([{"path": "hant", "language": "zh-Hant-TW", "name": "繁體"}]));
        let others = editions(&mut own, &mut Report::default()).unwrap();
        let second = &others[0];
        assert_eq!((second.site.name.as_str(), second.site.copyright_notice.as_str()), ("两岸報", "版權"));
        let paths = Paths::of(&second.site);
        assert_eq!((paths.base(), paths.data("site.json").as_str()), ("/paper/hant/", "/paper/data/hant/site.json"));
        assert_eq!(paths.canonical_file("icon.svg"), "https://a.example/paper/icon.svg");
        let listed: Vec<&str> = second.site.editions.iter().map(|edition| edition.name.as_str()).collect();
        assert_eq!(listed, ["简体", "繁體"]);
    }

    #[test]
    fn an_edition_that_cannot_be_made_is_reported_and_no_page_leads_there() {
        for (path, language) in [("fr", "fr"), ("hans", "zh-CN"), ("", "zh-TW"), ("x", "zh-Hans")] {
            let mut own = site("zh-Hans", serde_json::json!([{"path": path, "language": language, "name": "n"}]));
            let mut report = Report::default();
            assert!(editions(&mut own, &mut report).unwrap().is_empty(), "{path} {language}");
            assert_eq!((report.problems.len(), own.editions.len()), (1, 0), "{path} {language}");
        }
    }
}
