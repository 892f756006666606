//! What is to be sent of a file, by what a request says that it has already and wants (RFC 9110, 13 and 14).

use headers::{ETag, HeaderMapExt, IfMatch, IfModifiedSince, IfNoneMatch, IfUnmodifiedSince};
use http_range_header::{EndPosition, RangeUnsatisfiableError, StartPosition, SyntacticallyCorrectRange, parse_range_header};
use hyper::{HeaderMap, Method, header};
use std::ops::Range;
use std::time::{Duration, SystemTime};

/// By what a file in one encoding is told from what it was before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// How many bytes it has.
    pub length: u64,
    /// When it was last written.
    pub modified: SystemTime,
    /// The ending of the copy that it is; none for the file itself.
    pub ending: &'static str,
}

/// What is to be sent.
#[derive(Debug, PartialEq, Eq)]
pub enum Verdict {
    /// All of it.
    Whole,
    /// These bytes.
    Part(Range<u64>),
    /// Nothing: the browser has it.
    NotModified,
    /// Nothing: it is another than the browser wants to go on with.
    Other,
    /// Nothing: there are no such bytes.
    OutOfRange,
}

impl Version {
    /// The strong validator: copies are other bytes, and have another.
    pub fn tag(&self) -> String {
        let written = self.modified.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        format!("\"{:x}-{:x}{}\"", written.as_nanos(), self.length, self.ending)
    }

    /// `Last-Modified`. A disk may have times that HTTP cannot say, and none may lie in the future.
    pub fn date(&self) -> String {
        httpdate::fmt_http_date(self.written())
    }

    fn written(&self) -> SystemTime {
        let now = SystemTime::now().max(SystemTime::UNIX_EPOCH + Duration::from_secs(1));
        self.modified.clamp(SystemTime::UNIX_EPOCH, now)
    }

    /// Decides in the order of RFC 9110, 13.2.2.
    pub fn decide(&self, method: &Method, headers: &HeaderMap) -> Verdict {
        let Ok(tag) = self.tag().parse::<ETag>() else { return Verdict::Whole };
        let is_same = match headers.typed_get::<IfMatch>() {
            Some(wanted) => wanted.precondition_passes(&tag),
            None => headers.typed_get::<IfUnmodifiedSince>().is_none_or(|since| since.precondition_passes(self.written())),
        };
        let is_new = match headers.typed_get::<IfNoneMatch>() {
            Some(known) => known.precondition_passes(&tag),
            None => headers.typed_get::<IfModifiedSince>().is_none_or(|since| since.is_modified(self.written())),
        };
        match (is_same, is_new) {
            (false, _) => Verdict::Other,
            (_, false) => Verdict::NotModified,
            // A part is defined for GET alone, and only of what the browser knows.
            _ if method == Method::GET && self.is_of_what_is_known(headers) => self.part(headers),
            _ => Verdict::Whole,
        }
    }

    /// `If-Range` must name exactly what there is: what a browser sends is what it was told.
    fn is_of_what_is_known(&self, headers: &HeaderMap) -> bool {
        let is_ours = |known: &str| known == self.tag() || known == self.date();
        headers.get(header::IF_RANGE).is_none_or(|known| known.to_str().is_ok_and(is_ours))
    }

    /// What is not understood, and several parts at once, may be answered with all of it.
    fn part(&self, headers: &HeaderMap) -> Verdict {
        let wished = headers.get(header::RANGE).and_then(|range| range.to_str().ok()).map(parse_range_header);
        let range = match wished {
            Some(Ok(parsed)) => match parsed.ranges.as_slice() {
                [range] => *range,
                _ => return Verdict::Whole,
            },
            Some(Err(RangeUnsatisfiableError::ZeroSuffix)) => return Verdict::OutOfRange,
            Some(Err(_)) | None => return Verdict::Whole,
        };
        let SyntacticallyCorrectRange { start, end } = range;
        match (start, end) {
            (StartPosition::Index(first), EndPosition::Index(last)) if last < first => Verdict::Whole,
            (StartPosition::Index(first), _) if first >= self.length => Verdict::OutOfRange,
            (StartPosition::Index(first), EndPosition::LastByte) => Verdict::Part(first..self.length),
            (StartPosition::Index(first), EndPosition::Index(last)) => {
                Verdict::Part(first..last.saturating_add(1).min(self.length))
            }
            (StartPosition::FromLast(_), _) if self.length == 0 => Verdict::Whole,
            (StartPosition::FromLast(count), _) => Verdict::Part(self.length.saturating_sub(count)..self.length),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(length: u64) -> Version {
        Version { length, modified: SystemTime::UNIX_EPOCH + Duration::new(1_700_000_000, 5), ending: "" }
    }

    fn decide(length: u64, method: Method, lines: &[(&str, &str)]) -> Verdict {
        let file = version(length);
        let fill = |value: &str| value.replace("TAG", &file.tag()).replace("DATE", &file.date());
        let headers =
            lines.iter().map(|(name, value)| (name.parse::<header::HeaderName>().unwrap(), fill(value).parse().unwrap()));
        file.decide(&method, &headers.collect())
    }

    const EARLIER: &str = "Mon, 01 Jan 2001 00:00:00 GMT";
    const LATER: &str = "Fri, 01 Jan 2038 00:00:00 GMT";

    #[test]
    fn ranges_are_answered_as_rfc_9110_says() {
        for (range, expected) in [
            ("bytes=10-19", Verdict::Part(10..20)),
            ("bytes=0-0", Verdict::Part(0..1)),
            ("bytes=90-", Verdict::Part(90..100)),
            ("bytes=90-4000", Verdict::Part(90..100)),
            ("bytes=0-18446744073709551615", Verdict::Part(0..100)),
            ("bytes=-10", Verdict::Part(90..100)),
            ("bytes=-100", Verdict::Part(0..100)),
            ("bytes=-4000", Verdict::Part(0..100)),
            ("bytes=-18446744073709551615", Verdict::Part(0..100)),
            ("bytes=100-", Verdict::OutOfRange),
            ("bytes=100-200", Verdict::OutOfRange),
            ("bytes=18446744073709551615-", Verdict::OutOfRange),
            ("bytes=-0", Verdict::OutOfRange),
            // Ignored: several, unknown, or not to be understood.
            ("bytes=0-9,20-29", Verdict::Whole),
            ("bytes=0-9, 5-20", Verdict::Whole),
            ("bytes=0-9,200-", Verdict::Whole),
            ("lines=1-2", Verdict::Whole),
            ("bytes", Verdict::Whole),
            ("bytes=", Verdict::Whole),
            ("bytes=-", Verdict::Whole),
            ("bytes=9-5", Verdict::Whole),
            ("bytes=a-b", Verdict::Whole),
            ("bytes=-99999999999999999999999", Verdict::Whole),
        ] {
            assert_eq!(decide(100, Method::GET, &[("range", range)]), expected, "{range}");
            assert_eq!(decide(100, Method::HEAD, &[("range", range)]), Verdict::Whole, "{range}");
        }
        assert_eq!(decide(0, Method::GET, &[("range", "bytes=0-")]), Verdict::OutOfRange);
        assert_eq!(decide(0, Method::GET, &[("range", "bytes=-5")]), Verdict::Whole);
    }

    #[test]
    fn a_part_is_sent_only_of_the_very_file_that_the_browser_has() {
        for (known, expected) in [
            ("TAG", Verdict::Part(10..20)),
            ("DATE", Verdict::Part(10..20)),
            ("W/TAG", Verdict::Whole),
            ("\"stale\"", Verdict::Whole),
            (EARLIER, Verdict::Whole),
            (LATER, Verdict::Whole),
            ("*", Verdict::Whole),
            ("nonsense", Verdict::Whole),
        ] {
            assert_eq!(decide(100, Method::GET, &[("range", "bytes=10-19"), ("if-range", known)]), expected, "{known}");
        }
    }

    #[test]
    fn conditions_are_weighed_in_their_order() {
        for (lines, expected) in [
            (&[("if-none-match", "TAG")][..], Verdict::NotModified),
            (&[("if-none-match", "W/TAG")], Verdict::NotModified),
            (&[("if-none-match", "\"a\", TAG")], Verdict::NotModified),
            (&[("if-none-match", "*")], Verdict::NotModified),
            (&[("if-none-match", "\"a\"")], Verdict::Whole),
            (&[("if-modified-since", "DATE")], Verdict::NotModified),
            (&[("if-modified-since", LATER)], Verdict::NotModified),
            (&[("if-modified-since", EARLIER)], Verdict::Whole),
            (&[("if-modified-since", "yesterday")], Verdict::Whole),
            // Tags are exact: dates beside them do not count.
            (&[("if-none-match", "\"a\""), ("if-modified-since", LATER)], Verdict::Whole),
            (&[("if-none-match", "TAG"), ("if-modified-since", EARLIER)], Verdict::NotModified),
            (&[("if-match", "TAG")], Verdict::Whole),
            (&[("if-match", "*")], Verdict::Whole),
            (&[("if-match", "\"a\"")], Verdict::Other),
            (&[("if-match", "W/TAG")], Verdict::Other),
            (&[("if-unmodified-since", "DATE")], Verdict::Whole),
            (&[("if-unmodified-since", EARLIER)], Verdict::Other),
            (&[("if-match", "TAG"), ("if-unmodified-since", EARLIER)], Verdict::Whole),
            (&[("if-match", "\"a\""), ("if-none-match", "TAG")], Verdict::Other),
            (&[("if-match", "TAG"), ("if-none-match", "TAG")], Verdict::NotModified),
            (&[("if-none-match", "TAG"), ("range", "bytes=0-9")], Verdict::NotModified),
            (&[("if-match", "\"a\""), ("range", "bytes=200-")], Verdict::Other),
        ] {
            for method in [Method::GET, Method::HEAD] {
                assert_eq!(decide(100, method, lines), expected, "{lines:?}");
            }
        }
    }

    #[test]
    fn a_compressed_copy_is_never_taken_for_its_file_and_any_time_of_a_disk_can_be_said() {
        let (file, copy) = (version(5), Version { ending: ".br", ..version(5) });
        assert_ne!(file.tag(), copy.tag());
        for modified in [SystemTime::UNIX_EPOCH - Duration::from_secs(99), SystemTime::now() + Duration::from_secs(1 << 40)] {
            assert!(Version { modified, ..version(5) }.date().ends_with("GMT"));
        }
    }
}
