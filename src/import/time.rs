//! Times as other systems write them.

use crate::model::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::fmt::rfc2822::DateTimeParser;
use jiff::tz::TimeZone;

/// Reads RFC 3339, RFC 2822, and what is met instead of them. A time without an offset is taken to be of `zone`.
pub fn read(text: &str, zone: &TimeZone) -> Option<Timestamp> {
    let text = text.trim();
    // RFC 2822 has CST in America; a paper on China's clocks means its own.
    let is_ours = text.ends_with(" CST") && zone.to_offset(jiff::Timestamp::UNIX_EPOCH).seconds() == 8 * 3600;
    let text = &if is_ours { text.replace(" CST", " +0800") } else { text.to_owned() };
    let instant = whole(text).or_else(|| local(text, zone))?;
    let utc = Timestamp::try_from(instant.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()).ok()?;
    Some(utc.in_zone(zone))
}

fn whole(text: &str) -> Option<jiff::Timestamp> {
    static MAIL: DateTimeParser = DateTimeParser::new().relaxed_weekday(true);
    text.parse().ok().or_else(|| MAIL.parse_timestamp(text).ok()).or_else(|| MAIL.parse_timestamp(&as_mail(text)?).ok())
}

/// RSS in the wild: weekdays in other languages or none, `UTC`, months in full, hours of one digit.
fn as_mail(text: &str) -> Option<String> {
    let text = text.split_once(',').map_or(text, |(_, rest)| rest);
    let words: Vec<&str> = text.split_whitespace().collect();
    let [day, month, year, clock, rest @ ..] = words.as_slice() else { return None };
    let month = month.get(..3)?;
    let clock = if clock.find(':') == Some(1) { format!("0{clock}") } else { (*clock).to_owned() };
    let offset = match rest.first().copied().unwrap_or("GMT") {
        "UTC" | "Z" => "GMT",
        offset => offset,
    };
    Some(format!("{day} {month} {year} {clock} {}", offset.replace(':', "").trim_start_matches("GMT+")))
}

fn local(text: &str, zone: &TimeZone) -> Option<jiff::Timestamp> {
    // A time with a Chinese date: 2026年9月30日 08:12.
    let plain = text.replace(['年', '月', '/'], "-").replace('日', "").replace("T", " ");
    let plain = plain.trim();
    let formats = ["%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S%.f"];
    let civil = formats.iter().find_map(|format| DateTime::strptime(format, plain).ok());
    let civil = civil.or_else(|| Date::strptime("%Y-%m-%d", plain).ok().map(|date| date.at(0, 0, 0, 0)));
    zone.to_timestamp(civil?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_xiamen(text: &str) -> Option<String> {
        read(text, &TimeZone::fixed(jiff::tz::offset(8))).map(String::from)
    }

    #[test]
    fn the_times_that_feeds_and_wires_write_are_read() {
        let expected = Some("2026-09-30T08:12:00+08:00".to_owned());
        let spellings = [
            "2026-09-30T00:12:00Z",
            "2026-09-30T08:12:00+08:00",
            "2026-09-30T00:12:00+0000",
            "2026-09-30T00:12:00.123Z",
            "Wed, 30 Sep 2026 00:12:00 GMT",
            "Thu, 30 Sep 2026 08:12:00 +0800",
            "Mittwoch, 30 September 2026 0:12:00 UTC",
            "30 Sep 2026 00:12 GMT",
            "2026-09-30 08:12:00",
            "2026/9/30 08:12",
            "2026年9月30日 08:12",
        ];
        for text in spellings {
            assert_eq!(in_xiamen(text), expected, "{text}");
        }
        assert_eq!(in_xiamen("2026-09-30").as_deref(), Some("2026-09-30T00:00:00+08:00"));
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in ["", "yesterday", "2026-02-30", "99999999999999", "30 Sep", "0000-00-00 00:00:00"] {
            assert_eq!(in_xiamen(text), None, "{text}");
        }
    }
}
