//! How long ago something was.

use super::Words;

/// `刚刚`, `5 分钟前`, `3 小时前`; nothing when `now` is a day later, or earlier. Both in
/// milliseconds since 1970.
pub fn age(then: f64, now: f64, words: &Words) -> Option<String> {
    let minutes = ((now - then) / 60_000.0).floor() as i64;
    match minutes {
        0 => Some(words.just_now.to_owned()),
        1..60 => Some(format!("{minutes} {}", words.minutes_ago)),
        60..1440 => Some(format!("{} {}", minutes / 60, words.hours_ago)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_day_is_told_as_an_age() {
        let minute = 60_000.0;
        let age = |then, now| super::age(then, now, Words::of("zh-Hans"));
        assert_eq!(age(0.0, 0.5 * minute).as_deref(), Some("刚刚"));
        assert_eq!(age(0.0, 59.0 * minute).as_deref(), Some("59 分钟前"));
        assert_eq!(age(0.0, 181.0 * minute).as_deref(), Some("3 小时前"));
        assert_eq!(age(0.0, 1440.0 * minute), None);
        assert_eq!(age(minute, 0.0), None);
        assert_eq!(super::age(0.0, minute, Words::of("zh-TW")).as_deref(), Some("1 分鐘前"));
    }
}
