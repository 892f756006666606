//! Words of a text without their order, so that two texts can be compared that are laid out in different ways.

use super::address::Led;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// No shortcode is longer, in characters; a bracket that does not end costs no more than that.
const LONGEST_CODE: usize = 4_096;

/// The words of a text.
#[derive(Default)]
pub struct Bag {
    text: String,
}

/// Each word, and how often it is met.
type Counted = HashMap<String, usize>;

impl Bag {
    /// Adds text that goes on without a gap.
    pub fn add(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// How long it is so far, in bytes.
    pub fn length(&self) -> usize {
        self.text.len()
    }

    /// What was added since it was so long.
    pub fn since(&self, length: usize) -> &str {
        self.text.get(length..).unwrap_or_default()
    }

    /// Takes back what was added since it was so long.
    pub fn cut(&mut self, length: usize) {
        self.text.truncate(length);
    }

    /// What follows begins anew.
    pub fn part(&mut self) {
        self.text.push('\n');
    }

    /// How many characters readers see.
    pub fn characters(&self) -> usize {
        self.text.nfc().filter(|sign| is_seen(*sign)).count()
    }

    /// Leaves out what stands in brackets as shortcodes do.
    pub fn drop_shortcodes(&mut self) {
        self.text = without_shortcodes(&self.text);
    }

    /// How many characters of these words are not in another text. Words may have been joined or parted there. What is
    /// an address, or the name of a film, may have become something that leads there.
    pub fn missing_in(&self, other: &Bag, mut led: Led) -> usize {
        let ((mine, my_addresses), (others, other_addresses)) = (self.counted(), other.counted());
        let mut lost = minus(&mine, &others);
        if lost.is_empty() && my_addresses.is_empty() {
            return 0;
        }
        // A word that the other only repeats stands for no other.
        let mut spare = minus(&others, &mine);
        spare.retain(|word, _| !mine.contains_key(word));
        for name in led.names() {
            name.split(|sign: char| !sign.is_alphanumeric()).for_each(|part| take_one(&mut lost, part));
        }
        let lost = minus(&letters(&lost), &letters(&spare));
        let mut lost_addresses = 0;
        for (address, count) in minus(&my_addresses, &other_addresses) {
            let left = (0..count).filter(|_| !led.take(&address)).count();
            lost_addresses += left * address.chars().filter(|sign| is_seen(*sign)).count();
        }
        lost.values().sum::<usize>() + lost_addresses
    }

    /// Words, and addresses that are written out.
    fn counted(&self) -> (Counted, Counted) {
        let (mut words, mut addresses) = (Counted::new(), Counted::new());
        for word in self.text.split_whitespace() {
            if word.starts_with("http://") || word.starts_with("https://") {
                *addresses.entry(word.to_owned()).or_default() += 1;
                continue;
            }
            let mut run = String::new();
            for sign in word.nfc().filter(|sign| is_seen(*sign)) {
                if sign.is_alphanumeric() && !is_single(sign) {
                    run.push(sign);
                    continue;
                }
                take(&mut words, &mut run);
                *words.entry(sign.to_string()).or_default() += 1;
            }
            take(&mut words, &mut run);
        }
        (words, addresses)
    }
}

/// A text without what stands in brackets as shortcodes do, and without the brackets that mark notes.
pub fn without_shortcodes(text: &str) -> String {
    let (mut kept, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find('[') {
        kept.push_str(&rest[..at]);
        rest = match shortcode_end(&rest[at..]) {
            Some(end) => &rest[at + end..],
            None => {
                kept.push('[');
                &rest[at + 1..]
            }
        };
    }
    kept.push_str(rest);
    kept.replace("((", "").replace("))", "")
}

/// Where what a bracket opens ends; a value in quotation marks may have brackets.
fn shortcode_end(text: &str) -> Option<usize> {
    let (mut quote, mut before) = (None, ' ');
    for (at, sign) in text.char_indices().skip(1).take(LONGEST_CODE) {
        match quote {
            Some(mark) if sign == mark => quote = None,
            Some(_) => {}
            None if sign == ']' => return Some(at + 1),
            None if matches!(sign, '[' | '<') => return None,
            None if before == '=' && matches!(sign, '"' | '\'') => quote = Some(sign),
            None => {}
        }
        before = sign;
    }
    None
}

fn take(words: &mut Counted, run: &mut String) {
    if !run.is_empty() {
        *words.entry(std::mem::take(run)).or_default() += 1;
    }
}

fn take_one(words: &mut Counted, word: &str) {
    if let Some(count) = words.get_mut(word) {
        *count = count.saturating_sub(1);
    }
}

/// What the one has more of than the other.
fn minus(one: &Counted, other: &Counted) -> Counted {
    let more = one.iter().map(|(word, count)| (word, count.saturating_sub(other.get(word).copied().unwrap_or(0))));
    more.filter(|(_, count)| *count > 0).map(|(word, count)| (word.clone(), count)).collect()
}

fn letters(words: &Counted) -> Counted {
    let mut letters = Counted::new();
    for (word, count) in words {
        word.chars().for_each(|letter| *letters.entry(letter.to_string()).or_default() += count);
    }
    letters
}

/// Whether a sign is written without spaces between words.
fn is_single(sign: char) -> bool {
    matches!(sign, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether readers see a sign. Dashes before names of speakers are no loss.
fn is_seen(sign: char) -> bool {
    let is_nothing = matches!(
        sign,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{fdd0}'..='\u{fdef}' | '\u{fff9}'..='\u{fffd}'
    );
    let is_dash = matches!(sign, '-' | '\u{2010}'..='\u{2015}');
    !sign.is_whitespace() && !sign.is_control() && !is_nothing && !is_dash && (sign as u32) & 0xfffe != 0xfffe
}
