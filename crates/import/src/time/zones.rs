//! Names of clocks, as feeds write them after a time.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};

/// Names and how far they are ahead of UTC, in minutes. Of names that several clocks have, the one that most mean;
/// a site whose own clock is called so means its own.
const KNOWN: [(&str, i32); 97] = [
    ("UTC", 0),
    ("GMT", 0),
    ("UT", 0),
    ("Z", 0),
    ("WET", 0),
    ("AZOST", 0),
    ("WEST", 60),
    ("BST", 60),
    ("CET", 60),
    ("MEZ", 60),
    ("MET", 60),
    ("WAT", 60),
    ("CEST", 120),
    ("MESZ", 120),
    ("MEST", 120),
    ("EET", 120),
    ("CAT", 120),
    ("SAST", 120),
    ("USZ1", 120),
    ("EEST", 180),
    ("MSK", 180),
    ("EAT", 180),
    ("TRT", 180),
    ("IDT", 180),
    ("FET", 180),
    ("IRST", 210),
    ("MSD", 240),
    ("GST", 240),
    ("AZT", 240),
    ("GET", 240),
    ("AMT", 240),
    ("SAMT", 240),
    ("MUT", 240),
    ("AFT", 270),
    ("IRDT", 270),
    ("PKT", 300),
    ("UZT", 300),
    ("YEKT", 300),
    ("TMT", 300),
    ("TJT", 300),
    ("MVT", 300),
    ("IST", 330),
    ("NPT", 345),
    ("BDT", 360),
    ("BTT", 360),
    ("ALMT", 360),
    ("OMST", 360),
    ("KGT", 360),
    ("MMT", 390),
    ("ICT", 420),
    ("WIB", 420),
    ("KRAT", 420),
    ("NOVT", 420),
    ("HOVT", 420),
    ("HKT", 480),
    ("SGT", 480),
    ("MYT", 480),
    ("PHT", 480),
    ("PHST", 480),
    ("WITA", 480),
    ("AWST", 480),
    ("IRKT", 480),
    ("ULAT", 480),
    ("BNT", 480),
    ("JST", 540),
    ("KST", 540),
    ("WIT", 540),
    ("YAKT", 540),
    ("TLT", 540),
    ("ACST", 570),
    ("AEST", 600),
    ("VLAT", 600),
    ("PGT", 600),
    ("CHST", 600),
    ("ACDT", 630),
    ("AEDT", 660),
    ("SBT", 660),
    ("NZST", 720),
    ("FJT", 720),
    ("NZDT", 780),
    ("WST", 780),
    ("CVT", -60),
    ("BRT", -180),
    ("ART", -180),
    ("UYT", -180),
    ("ADT", -180),
    ("NDT", -150),
    ("NST", -210),
    ("AST", -240),
    ("CLT", -240),
    ("BOT", -240),
    ("VET", -240),
    ("EDT", -240),
    ("EST", -300),
    ("COT", -300),
    ("PET", -300),
    ("ECT", -300),
];

/// More of them: America's, west of the Atlantic.
const AMERICAN: [(&str, i32); 12] = [
    ("CDT", -300),
    ("CST", -360),
    ("MDT", -360),
    ("MST", -420),
    ("PDT", -420),
    ("PST", -480),
    ("AKDT", -480),
    ("AKST", -540),
    ("HDT", -540),
    ("HST", -600),
    ("HAST", -600),
    ("SST", -660),
];

/// What a name of a clock stands for.
pub enum Clock {
    /// So far from UTC.
    Offset(Offset),
    /// A place's clock.
    Place(TimeZone),
}

impl Clock {
    /// The clock that a word names, for a site with a clock of its own; `at` is the time that it shows.
    pub fn named(word: &str, own: &TimeZone, at: DateTime) -> Option<Clock> {
        let upper = word.to_ascii_uppercase();
        if is_called(own, &upper, at) {
            return Some(Clock::Place(own.clone()));
        }
        let minutes = KNOWN.iter().chain(&AMERICAN).find(|(name, _)| *name == upper).map(|(_, minutes)| *minutes);
        match minutes {
            Some(minutes) => Some(Clock::Offset(Offset::from_seconds(minutes * 60).ok()?)),
            None if word.contains('/') => TimeZone::get(word).ok().map(Clock::Place),
            // RFC 822's letters for the army's clocks, which RFC 5322 declares to say nothing.
            None => (upper.len() == 1 && upper != "J").then_some(Clock::Offset(Offset::UTC)),
        }
    }

    /// The moment at which this clock shows a time.
    pub fn moment(&self, at: DateTime) -> Option<Timestamp> {
        match self {
            Clock::Offset(offset) => offset.to_timestamp(at).ok(),
            Clock::Place(zone) => zone.to_timestamp(at).ok(),
        }
    }
}

/// Whether a site's own clock has this name. CST is America's; a paper on China's time means its own.
fn is_called(own: &TimeZone, name: &str, at: DateTime) -> bool {
    let Ok(moment) = own.to_timestamp(at) else { return false };
    let info = own.to_offset_info(moment);
    info.abbreviation() == name || (name == "CST" && info.offset().seconds() == 8 * 3600)
}

/// Whether a word is no name of a clock.
pub fn is_none(word: &str) -> bool {
    !KNOWN.iter().chain(&AMERICAN).any(|(name, _)| word.eq_ignore_ascii_case(name))
}
