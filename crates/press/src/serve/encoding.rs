//! Which compressed copy of a file a browser wants (RFC 9110, 12.5.3).

use hyper::{HeaderMap, header};

/// A form in which a file may lie beside itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// `.br`
    Brotli,
    /// `.gz`
    Gzip,
}

impl Encoding {
    /// The smaller first.
    const ALL: [Encoding; 2] = [Encoding::Brotli, Encoding::Gzip];

    /// The form whose copies end so.
    pub fn of(ending: &str) -> Option<Encoding> {
        Encoding::ALL.into_iter().find(|encoding| encoding.ending() == ending)
    }

    /// What the header calls it.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Brotli => "br",
            Encoding::Gzip => "gzip",
        }
    }

    /// What the copy's name ends with.
    pub fn ending(self) -> &'static str {
        match self {
            Encoding::Brotli => ".br",
            Encoding::Gzip => ".gz",
        }
    }
}

/// The copies that a browser would rather have than the file, the best first. Where it refuses the file itself and there
/// is no copy, it gets the file: that is better than nothing, and allowed.
pub fn wanted(headers: &HeaderMap) -> Vec<Encoding> {
    let lines = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok());
    let told: Vec<(&str, f32)> = lines.flat_map(|line| line.split(',')).map(weighed).collect();
    let weight = |name: &str| told.iter().find(|(told, _)| told.eq_ignore_ascii_case(name)).map(|(_, weight)| *weight);
    let least = weight("identity").unwrap_or_default();
    let weigh = |encoding: Encoding| (encoding, weight(encoding.name()).or_else(|| weight("*")).unwrap_or_default());
    let mut wanted: Vec<_> =
        Encoding::ALL.map(weigh).into_iter().filter(|(_, weight)| *weight > 0.0 && *weight >= least).collect();
    wanted.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    wanted.into_iter().map(|(encoding, _)| encoding).collect()
}

/// `br;q=0.5` → `br`, 0.5. A weight that is none counts as a refusal.
fn weighed(element: &str) -> (&str, f32) {
    let (name, weight) = element.split_once(';').unwrap_or((element, "q=1"));
    let weight = weight.trim().strip_prefix(['q', 'Q']).and_then(|weight| weight.trim_start().strip_prefix('='));
    let weight = weight.and_then(|weight| weight.trim().parse().ok()).filter(|weight| (0.0..=1.0).contains(weight));
    (name.trim(), weight.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::Encoding::{Brotli, Gzip};
    use super::*;

    #[test]
    fn a_browser_gets_the_smallest_form_that_it_wants_as_much_as_any() {
        for (accepted, expected) in [
            ("", &[][..]),
            ("br, gzip", &[Brotli, Gzip]),
            ("gzip, deflate, br, zstd", &[Brotli, Gzip]),
            ("gzip", &[Gzip]),
            ("GZIP", &[Gzip]),
            ("br;q=0", &[]),
            ("br;q=0, gzip", &[Gzip]),
            ("br;q=0.5, gzip;q=0.8", &[Gzip, Brotli]),
            ("br ; q=0.5,gzip;q=0.5", &[Brotli, Gzip]),
            ("*", &[Brotli, Gzip]),
            ("*;q=0", &[]),
            ("gzip;q=0, *", &[Brotli]),
            ("identity", &[]),
            ("identity;q=0", &[]),
            ("identity;q=0, gzip", &[Gzip]),
            ("identity;q=1, gzip;q=0.5", &[]),
            ("br;q=2, gzip;q=x", &[]),
            ("br;q=nan", &[]),
            ("x-br, brotli", &[]),
        ] {
            let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, accepted.parse().unwrap())]);
            assert_eq!(wanted(&headers), expected, "{accepted}");
        }
        assert_eq!(wanted(&HeaderMap::new()), []);
    }
}
