//! Times as other systems write them.

mod months;
mod parts;
mod zones;

use jiff::Span;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{Offset, TimeZone};
use parts::Part;
use strait_model::Timestamp;
use unicode_normalization::UnicodeNormalization;
use zones::Clock;

/// No time is written longer, in bytes.
const LONGEST: usize = 200;

/// Reads RFC 3339, RFC 822 and 2822, and what is met instead of them, in many languages. A time that does not say of
/// which clock it is, is of `zone`. A date that could be two (`05/03/2026`) is none.
pub fn read(text: &str, zone: &TimeZone) -> Option<Timestamp> {
    at(text, zone, false)
}

/// The same, where it is enough to know the month or the year: its beginning.
pub fn read_roughly(text: &str, zone: &TimeZone) -> Option<Timestamp> {
    at(text, zone, true)
}

fn at(text: &str, zone: &TimeZone, is_rough: bool) -> Option<Timestamp> {
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    let instant = text.parse().ok().or_else(|| compact(text, zone)).or_else(|| Written::of(text)?.moment(zone, is_rough))?;
    let utc = Timestamp::try_from(instant.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()).ok()?;
    Some(utc.in_zone(zone))
}

/// Nothing but digits: `20260305`, `20260305T090000Z`, seconds or milliseconds since 1970.
fn compact(text: &str, zone: &TimeZone) -> Option<jiff::Timestamp> {
    let (digits, clock) = match text.strip_suffix(['Z', 'z']) {
        Some(digits) => (digits, TimeZone::UTC),
        None => (text, zone.clone()),
    };
    let digits = digits.replacen(['T', 't'], "", 1);
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let format = match digits.len() {
        8 => return clock.to_timestamp(Date::strptime("%Y%m%d", &digits).ok()?.at(0, 0, 0, 0)).ok(),
        9 | 10 => return jiff::Timestamp::from_second(digits.parse().ok()?).ok(),
        13 => return jiff::Timestamp::from_millisecond(digits.parse().ok()?).ok(),
        12 => "%Y%m%d%H%M",
        14 => "%Y%m%d%H%M%S",
        _ => return None,
    };
    clock.to_timestamp(DateTime::strptime(format, &digits).ok()?).ok()
}

/// What a written time says.
#[derive(Default)]
struct Written {
    /// Numbers of the date, how many digits each has, and what stands before it.
    numbers: Vec<(i64, usize, char)>,
    /// The month by its name; the last word before the clock that can be one, for weekdays may look like months.
    month: Option<i8>,
    clock: Option<(i8, i8, i8, i32)>,
    is_afternoon: Option<bool>,
    offset: Option<i32>,
    /// Words after the clock: its name, or words such as "Uhr".
    words: Vec<String>,
}

impl Written {
    fn of(text: &str) -> Option<Written> {
        let parts = parts::parts(&regular(text))?;
        let clock_at = parts.iter().position(|part| matches!(part, Part::Clock(..)));
        let mut written = Written::default();
        for (at, part) in parts.into_iter().enumerate() {
            let is_before = clock_at.is_none_or(|clock| at < clock);
            match part {
                Part::Number { value, length, after } => written.numbers.push((value, length, after)),
                Part::Clock(hour, minute, second, fraction) if written.clock.is_none() => {
                    written.clock = Some((hour, minute, second, fraction));
                }
                Part::Clock(..) => return None,
                Part::Offset(seconds) if written.offset.is_none() => written.offset = Some(seconds),
                Part::Offset(_) => return None,
                Part::Word(word) => match word.to_lowercase().as_str() {
                    "am" | "上午" | "早上" | "凌晨" | "오전" | "午前" => written.is_afternoon = Some(false),
                    "pm" | "下午" | "晚上" | "傍晚" | "오후" | "午後" => written.is_afternoon = Some(true),
                    _ => written.word(word, is_before),
                },
            }
        }
        Some(written)
    }

    fn word(&mut self, word: String, is_before: bool) {
        match months::month(&word) {
            Some(month) if is_before || self.month.is_none() && zones::is_none(&word) => self.month = Some(month),
            _ if is_before => {}
            _ => self.words.push(word),
        }
    }

    fn moment(&self, zone: &TimeZone, is_rough: bool) -> Option<jiff::Timestamp> {
        let at = self.date(is_rough)?.to_datetime(Time::midnight());
        let at = match self.clock {
            None => at,
            Some(clock) => self.on(at, clock)?,
        };
        let named =
            self.words.iter().filter(|word| !["uhr", "h", "hrs", "de", "at", "um"].contains(&word.to_lowercase().as_str()));
        let named: Option<Vec<Clock>> = named.map(|word| Clock::named(word, zone, at)).collect();
        match (self.offset, named?.into_iter().next()) {
            (Some(seconds), _) => Offset::from_seconds(seconds).ok()?.to_timestamp(at).ok(),
            (None, Some(clock)) => clock.moment(at),
            (None, None) => zone.to_timestamp(at).ok(),
        }
    }

    /// A time of the day: 24:00 is the end of it, and a minute may have 61 seconds.
    fn on(&self, day: DateTime, (hour, minute, second, fraction): (i8, i8, i8, i32)) -> Option<DateTime> {
        let hour = match self.is_afternoon {
            Some(true) if hour < 12 => hour + 12,
            Some(false) if hour == 12 => 0,
            _ => hour,
        };
        if (hour, minute, second) == (24, 0, 0) {
            return day.checked_add(Span::new().days(1)).ok();
        }
        Some(day.date().to_datetime(Time::new(hour, minute, second.min(59), fraction).ok()?)).filter(|_| second <= 60)
    }

    fn date(&self, is_rough: bool) -> Option<Date> {
        let numbers: Vec<i64> = self.numbers.iter().map(|(value, ..)| *value).collect();
        let is_year = |at: usize| self.numbers.get(at).is_some_and(|(value, length, _)| *length == 4 || *value > 31);
        let (year, month, day) = match (self.month, numbers.as_slice()) {
            (Some(month), [year, day]) if is_year(0) && !is_year(1) => (*year, i64::from(month), *day),
            (Some(month), [day, year]) => (self.in_full(*year, 1), i64::from(month), *day),
            (Some(month), [year]) if is_rough && is_year(0) => (*year, i64::from(month), 1),
            (None, [year, month, day]) if is_year(0) => (*year, *month, *day),
            (None, [first, second, year]) if is_year(2) => {
                let (month, day) = self.by_size(*first, *second)?;
                (*year, month, day)
            }
            (None, [year, month]) if is_rough && is_year(0) => (*year, *month, 1),
            (None, [year]) if is_rough && is_year(0) => (*year, 1, 1),
            _ => return None,
        };
        Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
            .ok()
            .filter(|date| date.year() >= 1000)
    }

    /// A year of two digits, as RFC 2822 has it.
    fn in_full(&self, year: i64, at: usize) -> i64 {
        match self.numbers.get(at).map(|(_, length, _)| length) {
            Some(2) if year < 50 => year + 2000,
            Some(2 | 3) => year + 1900,
            _ => year,
        }
    }

    /// Month and day of two numbers, where only one way makes sense. Between dots the day leads.
    fn by_size(&self, first: i64, second: i64) -> Option<(i64, i64)> {
        let is_dotted = self.numbers.iter().skip(1).all(|(.., after)| *after == '.');
        match () {
            () if is_dotted || first > 12 || first == second => Some((second, first)),
            () if second > 12 => Some((first, second)),
            () => None,
        }
    }
}

/// A text in one form: full-width digits as others, Chinese, Japanese and Korean dates with signs between, names of
/// times of the day as one word. What stands in brackets says again what was said.
fn regular(text: &str) -> String {
    let text: String = text.nfkc().collect();
    let text = match text.split_once('(') {
        Some((before, _)) if before.contains(['+', '-', '\u{2212}']) && before.contains(':') => before.to_owned(),
        _ => text.replace(['(', ')', '[', ']'], " "),
    };
    let text = text.replace("a.m.", "am").replace("p.m.", "pm").replace("A.M.", "am").replace("P.M.", "pm");
    let text = if text.contains('年') { in_digits(&text) } else { with_named_months(text) };
    let text = text.replace(['年', '년'], "-").replace(['日', '일', '号'], " ").replace(['时', '時', '点', '點', '시'], ":");
    let text = text.replace(['分', '분'], ":").replace(['秒', '초'], " ").replace('월', "-");
    let signs: Vec<char> = text.chars().collect();
    let mut regular = String::with_capacity(text.len());
    for (at, sign) in signs.iter().enumerate() {
        let near = |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(char::is_ascii_digit);
        let is_between = near(at.checked_sub(1)) && near(Some(at + 1));
        match sign {
            'T' | 't' if is_between => regular.push(' '),
            // `09h00`
            'h' | 'H' if is_between => regular.push(':'),
            '月' if near(at.checked_sub(1)) && signs.get(..at).is_some_and(|before| before.contains(&'-')) => regular.push('-'),
            // A name of a clock right behind it, or a word right before a number: `09:00Z`, `下午3:20`.
            _ => {
                let last = regular.chars().next_back();
                let is_change = last.is_some_and(|last| last.is_alphabetic() && sign.is_ascii_digit());
                if is_change {
                    regular.push(' ');
                }
                regular.push(*sign);
            }
        }
    }
    // `9:`, of an hour whose minutes are not told, and `9:12:`, of seconds that are not.
    let words = regular.split_whitespace().map(|word| match word.strip_suffix(':') {
        Some(hour) if !hour.contains(':') => format!("{hour}:00"),
        Some(whole) => whole.to_owned(),
        None => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// `3月` among words of another order is a name, as `March` is.
fn with_named_months(text: String) -> String {
    let names = ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"];
    names.iter().enumerate().rev().fold(text, |text, (before, name)| match text.contains('月') {
        true => text.replace(&format!("{}月", before + 1), &format!(" {name} ")),
        false => text,
    })
}

/// A Chinese date in digits: 二〇二六年三月十二日.
fn in_digits(text: &str) -> String {
    let digit = |sign: char| "〇一二三四五六七八九".chars().position(|known| known == sign || (sign == '零' && known == '〇'));
    let (mut written, mut number) = (String::new(), vec![]);
    for sign in text.chars().chain(['\0']) {
        if digit(sign).is_some() || sign == '十' {
            number.push(sign);
            continue;
        }
        let signs = std::mem::take(&mut number);
        match signs.iter().position(|sign| *sign == '十') {
            // A weekday is no number: 星期四.
            _ if !matches!(sign, '年' | '月' | '日' | '号') => written.extend(signs),
            Some(ten) => {
                let of = |part: &[char], none: usize| part.first().and_then(|sign| digit(*sign)).unwrap_or(none);
                written.push_str(&(of(&signs[..ten], 1) * 10 + of(&signs[ten + 1..], 0)).to_string());
            }
            None => written.extend(signs.iter().filter_map(|sign| digit(*sign)).map(|digit| digit.to_string())),
        }
        written.extend(Some(sign).filter(|sign| *sign != '\0'));
    }
    written
}

#[cfg(test)]
mod tests;
