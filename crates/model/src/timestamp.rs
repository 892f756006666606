//! Instants as they travel and as they are shown.

use std::fmt;
use strait_wire::FromJson;

/// Why a text is no timestamp.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no RFC 3339 time with an offset, such as 2024-09-30T08:12:00+08:00")]
pub struct InvalidTimestamp(String);

/// An instant with its offset (RFC 3339). The press moves every published one into the site's
/// time zone, so that showing it needs no zone tables in the browser.
#[derive(Clone, Debug, PartialEq, Eq, Hash, FromJson)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema),
    schemars(with = "String")
)]
#[serde(try_from = "String", into = "String")]
pub struct Timestamp(String);

impl Timestamp {
    /// The text for a `datetime` attribute.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `2024年9月30日`
    pub fn date(&self) -> String {
        let [year, month, day] = [&self.0[..4], self.number(5), self.number(8)];
        format!("{year}年{month}月{day}日")
    }

    /// `2024年9月30日 08:12`
    pub fn date_and_time(&self) -> String {
        format!("{} {}", self.date(), &self.0[11..16])
    }

    fn number(&self, at: usize) -> &str {
        self.0[at..at + 2].trim_start_matches('0')
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Timestamp {
    /// The instant, for sorting and comparing.
    pub fn instant(&self) -> jiff::Timestamp {
        self.0.parse().expect("checked when it was made")
    }

    /// The same instant on the clocks of `zone`.
    pub fn in_zone(&self, zone: &jiff::tz::TimeZone) -> Timestamp {
        Timestamp::at(self.instant(), zone)
    }

    /// An instant on the clocks of `zone`, to the second.
    pub fn at(instant: jiff::Timestamp, zone: &jiff::tz::TimeZone) -> Timestamp {
        let local = instant.to_zoned_datetime(zone.clone());
        Timestamp(local.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
    }
}

impl TryFrom<String> for Timestamp {
    type Error = InvalidTimestamp;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        match is_timestamp(&text) {
            true => Ok(Self(text)),
            false => Err(InvalidTimestamp(text)),
        }
    }
}

/// In the browser the shape is enough: the press checked the calendar.
#[cfg(target_arch = "wasm32")]
fn is_timestamp(text: &str) -> bool {
    has_shape(text)
}

#[cfg(not(target_arch = "wasm32"))]
fn is_timestamp(text: &str) -> bool {
    has_shape(text) && text.parse::<jiff::Timestamp>().is_ok()
}

fn has_shape(text: &str) -> bool {
    let is_digit_or = |byte: u8, at: usize| match at {
        4 | 7 => byte == b'-',
        10 => byte == b'T',
        13 | 16 => byte == b':',
        _ => byte.is_ascii_digit(),
    };
    text.is_ascii() && text.len() >= 20 && text.bytes().take(19).enumerate().all(|(at, byte)| is_digit_or(byte, at))
}

impl From<Timestamp> for String {
    fn from(timestamp: Timestamp) -> Self {
        timestamp.0
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timestamp(text: &str) -> Timestamp {
        Timestamp::try_from(text.to_owned()).unwrap()
    }

    #[test]
    fn dates_read_as_a_chinese_paper_prints_them() {
        assert_eq!(timestamp("2024-09-30T08:12:00+08:00").date_and_time(), "2024年9月30日 08:12");
    }

    #[test]
    fn an_instant_moves_to_the_zone_of_the_site() {
        let zone = jiff::tz::TimeZone::fixed(jiff::tz::offset(8));
        assert_eq!(timestamp("2024-09-30T20:12:00Z").in_zone(&zone).as_str(), "2024-10-01T04:12:00+08:00");
    }

    #[test]
    fn times_without_an_offset_or_a_calendar_day_are_refused() {
        for text in ["2024-09-30T08:12:00", "2024-02-30T08:12:00Z", "30.9.2024", "２０２４-09-30T08:12:00Z"] {
            assert!(Timestamp::try_from(text.to_owned()).is_err(), "{text}");
        }
    }
}
