//! Whether an article's times agree, and what they mean for its readers now.

use jiff::SignedDuration;
use strait_faults::Findings;
use strait_faults::PublicationFault as Fault;
use strait_model::{Article, PublicationStatus, Timestamp};

/// Notes what is wrong with the times, and whether they hide the article.
pub fn check(article: &Article, now: jiff::Timestamp, findings: &mut Findings) {
    let (first, version) = (article.first_created.instant(), article.version_created.instant());
    if version < first {
        findings.add("/versionCreated", Fault::VersionBeforeFirst);
    }
    if let (Some(from), Some(until)) = (&article.embargoed, &article.expires)
        && from.instant() >= until.instant()
    {
        findings.add("/expires", Fault::EmbargoAfterExpiry);
    }
    check_far(&article.first_created, "/firstCreated", article.embargoed.as_ref(), now, findings);
    if version != first {
        check_far(&article.version_created, "/versionCreated", article.embargoed.as_ref(), now, findings);
    }
    check_corrections(article, findings);
    check_standing(article, now, findings);
}

/// A day ahead may be another time zone's clock; more is a slip. What is embargoed may wait longer.
fn check_far(time: &Timestamp, at: &str, embargo: Option<&Timestamp>, now: jiff::Timestamp, findings: &mut Findings) {
    const DAY: SignedDuration = SignedDuration::from_hours(24);
    let latest = embargo.map_or(now, |embargo| embargo.instant().max(now));
    if time.instant().duration_since(latest) > DAY {
        findings.add(at, Fault::FarFuture { time: time.to_string() });
    }
    if time.as_str() < "1900" {
        findings.add(at, Fault::LongAgo { time: time.to_string() });
    }
}

fn check_corrections(article: &Article, findings: &mut Findings) {
    let times: Vec<_> = article.corrections.iter().map(|correction| correction.at.instant()).collect();
    if !times.is_sorted() {
        findings.add("/corrections", Fault::CorrectionsOutOfOrder);
    }
    for (at, time) in times.iter().enumerate() {
        let pointer = format!("/corrections/{at}/at");
        if *time < article.first_created.instant() {
            findings.add(pointer, Fault::CorrectionBeforeFirst);
        } else if *time > article.version_created.instant() {
            findings.add(pointer, Fault::CorrectionAfterVersion);
        }
    }
}

fn check_standing(article: &Article, now: jiff::Timestamp, findings: &mut Findings) {
    if article.pub_status == PublicationStatus::Withheld {
        findings.add("/pubStatus", Fault::Withheld);
    }
    if let Some(until) = article.embargoed.as_ref().filter(|until| until.instant() > now) {
        findings.add("/embargoed", Fault::Embargoed { until: until.to_string() });
    }
    if let Some(since) = article.expires.as_ref().filter(|since| since.instant() <= now) {
        findings.add("/expires", Fault::Expired { since: since.to_string() });
    }
}
