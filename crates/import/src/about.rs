//! What a source says of itself: how a newsroom is set up that is made of it.

use super::language::language;
use super::script::Script;
use super::sections::Catalogue;
use super::text::one_line;
use super::time;
use jiff::tz::{Offset, TimeZone};
use std::collections::BTreeSet;
use url::Url;

/// What a source says of itself.
#[derive(Debug, Default)]
pub struct About {
    /// The paper's name.
    pub name: Option<String>,
    /// What it says of itself in a line.
    pub tagline: Option<String>,
    /// BCP 47, as it says.
    language: Option<String>,
    /// The script that it writes, for those that do not say.
    pub script: Script,
    /// An IANA name.
    pub zone: Option<String>,
    /// Where it is on the web.
    pub url: Option<String>,
    /// Whose all of it is.
    pub copyright: Option<String>,
    /// Its sections.
    pub catalogue: Catalogue,
    /// How many items it has.
    pub items: usize,
    /// How far its clock is from UTC.
    pub offset: Option<Offset>,
    /// Who sends its items, as long as it is one.
    senders: BTreeSet<String>,
}

/// What one of its items says of the whole.
#[derive(Debug, Default)]
pub struct ItemAbout<'a> {
    /// The item's language.
    pub language: Option<String>,
    /// Who sends it.
    pub sender: Option<String>,
    /// The page that it came from.
    pub link: Option<&'a str>,
    /// A time with the offset of the source's clock.
    pub time: Option<String>,
}

/// Sets what was not said before; blanks say nothing.
pub fn say(what: &mut Option<String>, said: Option<String>) {
    if what.is_none() {
        *what = said.map(|said| one_line(&said)).filter(|said| !said.is_empty());
    }
}

impl About {
    /// Takes in a language tag.
    pub fn says_language(&mut self, tag: Option<String>) {
        say(&mut self.language, tag.and_then(|tag| language(&tag)));
    }

    /// The language: as it says, else by its characters.
    pub fn language(&self) -> Option<&str> {
        self.language.as_deref().or_else(|| self.script.language())
    }

    /// Takes in what an item that is published says.
    pub fn note(&mut self, item: ItemAbout) {
        self.says_language(item.language);
        self.senders.extend(item.sender.map(|sender| one_line(&sender)).filter(|_| self.senders.len() < 2));
        let home = item.link.and_then(|link| Url::parse(link).ok()).filter(Url::has_host);
        say(&mut self.url, home.map(|home| format!("{}/", home.origin().ascii_serialization())));
        if self.offset.is_none() {
            self.offset = item.time.and_then(|time| offset_of(&time));
        }
    }

    /// The name, or who sends all of it.
    pub fn name(&self) -> Option<String> {
        let sender = || self.senders.first().filter(|_| self.senders.len() == 1).cloned();
        self.name.clone().or_else(sender).filter(|name| !name.is_empty())
    }

    /// The time zone: as it is named, else the house's own where clocks are the same there, else one of that clock.
    pub fn zone(&self, house: &TimeZone, now: jiff::Timestamp) -> Option<String> {
        let is_zone = |zone: &&String| TimeZone::get(zone).is_ok();
        if let Some(zone) = self.zone.as_ref().filter(is_zone) {
            return Some(zone.clone());
        }
        let offset = self.offset.filter(|offset| house.to_offset(now) != *offset)?;
        let is_traditional = self.language().is_some_and(strait_model::is_traditional);
        Some(match offset.seconds() {
            0 => "Etc/UTC".to_owned(),
            28_800 if is_traditional => "Asia/Taipei".to_owned(),
            28_800 => "Asia/Shanghai".to_owned(),
            // POSIX counts westwards.
            seconds if seconds % 3600 == 0 => format!("Etc/GMT{:+}", -(seconds / 3600)),
            _ => return None,
        })
    }
}

/// How far a clock is from UTC that shows `own` while it is `gmt` there.
pub fn clock(own: jiff::Timestamp, gmt: jiff::Timestamp) -> Option<Offset> {
    let seconds = own.as_second() - gmt.as_second();
    i32::try_from(seconds).ok().filter(|seconds| seconds.abs() <= 54_000).and_then(|seconds| Offset::from_seconds(seconds).ok())
}

/// The offset that a time is written with. One in UTC tells nothing of a clock.
pub fn offset_of(text: &str) -> Option<Offset> {
    time::read(text, &TimeZone::UTC)?;
    let (_, written) = text.trim().rsplit_once(['+', '-'])?;
    let digits = written.replace(':', "");
    let is_offset = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let (hours, minutes) = digits.split_at_checked(2).filter(|_| is_offset)?;
    let seconds = hours.parse::<i32>().ok()? * 3600 + minutes.parse::<i32>().ok()? * 60;
    let is_west = text.trim().strip_suffix(written).is_some_and(|before| before.ends_with('-'));
    let offset = Offset::from_seconds(if is_west { -seconds } else { seconds }).ok()?;
    (offset != Offset::UTC).then_some(offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(time: &str, language: &str, house: &str) -> Option<String> {
        let mut about = About::default();
        about.note(ItemAbout { time: Some(time.to_owned()), language: Some(language.to_owned()), ..ItemAbout::default() });
        about.zone(&TimeZone::get(house).unwrap(), "2026-09-30T00:00:00Z".parse().unwrap())
    }

    #[test]
    fn a_clock_tells_the_zone() {
        let told = zone("2026-09-30T08:00:00+08:00", "zh-TW", "Europe/London");
        assert_eq!(told.as_deref(), Some("Asia/Taipei"));
        assert_eq!(zone("2026-09-30T08:00:00-05:00", "en", "Asia/Shanghai").as_deref(), Some("Etc/GMT+5"));
        assert_eq!(zone("Wed, 30 Sep 2026 08:00:00 +0800", "zh-CN", "Asia/Shanghai"), None, "the house's own will do");
        assert_eq!(zone("2026-09-30T08:00:00Z", "en", "Asia/Shanghai"), None);
    }
}
