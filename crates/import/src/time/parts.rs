//! A written time, cut into its parts.

/// A part of a written time.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Digits, with the sign that stands before them, and how many they are.
    Number { value: i64, length: usize, after: char },
    /// Letters.
    Word(String),
    /// A time of the day: hours, minutes, seconds, nanoseconds.
    Clock(i8, i8, i8, i32),
    /// So many seconds ahead of UTC.
    Offset(i32),
}

/// The parts of a text. None: it has something that no time has.
pub fn parts(text: &str) -> Option<Vec<Part>> {
    let signs: Vec<char> = text.chars().collect();
    let (mut parts, mut at, mut before) = (vec![], 0, ' ');
    while let Some(sign) = signs.get(at) {
        let end = |is: fn(&char) -> bool| at + signs[at..].iter().take_while(|sign| is(sign)).count();
        if sign.is_ascii_digit() {
            let stop = end(char::is_ascii_digit);
            match clock(&signs, at) {
                Some((clock, stop)) => {
                    parts.push(clock);
                    at = stop;
                }
                None => {
                    parts.push(Part::Number { value: number(&signs[at..stop])?, length: stop - at, after: before });
                    at = stop;
                }
            }
            before = ' ';
        } else if sign.is_alphabetic() {
            let stop = end(|sign| sign.is_alphabetic() || matches!(sign, '_'));
            // A place, as in `Asia/Shanghai`.
            let rest = signs[stop..].iter().take_while(|sign| sign.is_alphabetic() || matches!(sign, '_' | '/' | '-')).count();
            let stop = if signs.get(stop) == Some(&'/') { stop + rest } else { stop };
            parts.push(Part::Word(signs[at..stop].iter().collect()));
            (at, before) = (stop, ' ');
        } else {
            let is_after_clock = matches!(parts.last(), Some(Part::Clock(..) | Part::Word(_)))
                && parts.iter().any(|part| matches!(part, Part::Clock(..)));
            let offset = if is_after_clock { offset(&signs, at) } else { None };
            match offset {
                Some((seconds, stop)) => {
                    parts.push(Part::Offset(seconds));
                    (at, before) = (stop, ' ');
                }
                None => {
                    if !sign.is_whitespace() || before == ' ' {
                        before = *sign;
                    }
                    at += 1;
                }
            }
        }
    }
    Some(parts)
}

fn number(digits: &[char]) -> Option<i64> {
    digits.iter().collect::<String>().parse().ok()
}

/// `9:00`, `09:00:00`, `09:00:00.123`: the time and where it ends.
fn clock(signs: &[char], from: usize) -> Option<(Part, usize)> {
    let digits = |from: usize| signs.get(from..).map_or(0, |rest| rest.iter().take_while(|sign| sign.is_ascii_digit()).count());
    let (mut at, mut numbers) = (from, vec![]);
    loop {
        let length = digits(at);
        if !(1..=2).contains(&length) {
            return None;
        }
        numbers.push(number(&signs[at..at + length])? as i8);
        at += length;
        match signs.get(at) {
            Some(':') if numbers.len() < 3 && digits(at + 1) > 0 => at += 1,
            _ => break,
        }
    }
    let [hour, minute, rest @ ..] = numbers.as_slice() else { return None };
    let mut nanoseconds = 0;
    if rest.len() == 1 && matches!(signs.get(at), Some('.' | ',')) && digits(at + 1) > 0 {
        let length = digits(at + 1);
        let fraction: String = signs[at + 1..at + 1 + length].iter().chain(&['0'; 9]).take(9).collect();
        nanoseconds = fraction.parse().ok()?;
        at += 1 + length;
    }
    Some((Part::Clock(*hour, *minute, rest.first().copied().unwrap_or(0), nanoseconds), at))
}

/// `+0800`, `+08:00`, `+8`, `-3:30`: how far ahead of UTC, in seconds, and where it ends.
fn offset(signs: &[char], from: usize) -> Option<(i32, usize)> {
    let ahead = match signs.get(from)? {
        '+' => 1,
        '-' | '\u{2212}' | '–' => -1,
        _ => return None,
    };
    let digits = |from: usize| signs.get(from..).map_or(0, |rest| rest.iter().take_while(|sign| sign.is_ascii_digit()).count());
    let length = digits(from + 1);
    let value = i32::try_from(number(signs.get(from + 1..from + 1 + length)?)?).ok()?;
    let end = from + 1 + length;
    let (hours, minutes, end) = match length {
        1 | 2 if signs.get(end) == Some(&':') && digits(end + 1) == 2 => {
            (value, i32::try_from(number(&signs[end + 1..end + 3])?).ok()?, end + 3)
        }
        1 | 2 => (value, 0, end),
        3 | 4 => (value / 100, value % 100, end),
        _ => return None,
    };
    (hours <= 15 && minutes < 60).then_some((ahead * (hours * 3600 + minutes * 60), end))
}
