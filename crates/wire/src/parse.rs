//! Reads text to [`Json`], exactly as RFC 8259 has it.

use crate::Json;
use std::borrow::Cow;

/// So many lists and objects may stand within each other, as serde_json has it: no text is so deep that a stack ends.
const MOST_DEEP: usize = 127;

/// Reads a text that is one value of JSON. None: it is not.
pub fn parse(text: &str) -> Option<Json<'_>> {
    let mut parser = Parser { text, at: 0 };
    let value = parser.value(MOST_DEEP)?;
    parser.skip_space();
    (parser.at == text.len()).then_some(value)
}

struct Parser<'a> {
    text: &'a str,
    /// How far it was read. Always at a character's begin when a slice is taken: all that is looked for is ASCII.
    at: usize,
}

impl<'a> Parser<'a> {
    fn value(&mut self, depth: usize) -> Option<Json<'a>> {
        self.skip_space();
        match self.peek()? {
            b'{' => self.object(depth.checked_sub(1)?),
            b'[' => self.list(depth.checked_sub(1)?),
            b'"' => self.string().map(Json::Text),
            b'n' => self.word("null", Json::Null),
            b't' => self.word("true", Json::Bool(true)),
            b'f' => self.word("false", Json::Bool(false)),
            _ => self.number(),
        }
    }

    fn object(&mut self, depth: usize) -> Option<Json<'a>> {
        let mut fields = Vec::new();
        self.at += 1;
        if self.next_is(b'}') {
            return Some(Json::Object(fields));
        }
        loop {
            self.skip_space();
            let name = self.string()?;
            if !self.next_is(b':') {
                return None;
            }
            fields.push((name, self.value(depth)?));
            if self.ends(b'}')? {
                return Some(Json::Object(fields));
            }
        }
    }

    fn list(&mut self, depth: usize) -> Option<Json<'a>> {
        let mut items = Vec::new();
        self.at += 1;
        if self.next_is(b']') {
            return Some(Json::List(items));
        }
        loop {
            items.push(self.value(depth)?);
            if self.ends(b']')? {
                return Some(Json::List(items));
            }
        }
    }

    /// Whether a list or an object ends here; else a comma must stand here.
    fn ends(&mut self, end: u8) -> Option<bool> {
        match self.next_is(end) {
            true => Some(true),
            false => self.next_is(b',').then_some(false),
        }
    }

    fn word(&mut self, word: &str, value: Json<'a>) -> Option<Json<'a>> {
        self.text.get(self.at..)?.starts_with(word).then(|| self.at += word.len())?;
        Some(value)
    }

    fn number(&mut self) -> Option<Json<'a>> {
        let start = self.at;
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _is_signed = self.eat(b'+') || self.eat(b'-');
            self.digits()?;
        }
        self.text.get(start..self.at).map(Json::Number)
    }

    /// One digit or more.
    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn string(&mut self) -> Option<Cow<'a, str>> {
        if !self.eat(b'"') {
            return None;
        }
        let mut whole = Cow::Borrowed("");
        loop {
            let run = self.run()?;
            match whole.is_empty() {
                true => whole = Cow::Borrowed(run),
                false => whole.to_mut().push_str(run),
            }
            if self.eat(b'"') {
                return Some(whole);
            }
            // It ended before a quote, a backslash or what may stand in no text.
            if !self.eat(b'\\') {
                return None;
            }
            let character = self.escaped()?;
            whole.to_mut().push(character);
        }
    }

    /// All up to the next sign that means something in a text.
    fn run(&mut self) -> Option<&'a str> {
        let start = self.at;
        while !matches!(self.peek()?, b'"' | b'\\' | ..b' ') {
            self.at += 1;
        }
        self.text.get(start..self.at)
    }

    /// The character that what follows a backslash stands for.
    fn escaped(&mut self) -> Option<char> {
        let sign = self.peek()?;
        self.at += 1;
        Some(match sign {
            b'"' | b'\\' | b'/' => sign.into(),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.utf16(),
            _ => return None,
        })
    }

    /// The character of one `\uXXXX`, or of two that are a pair. None: half a pair.
    fn utf16(&mut self) -> Option<char> {
        let first = self.hex()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first);
        }
        if !(self.eat(b'\\') && self.eat(b'u')) {
            return None;
        }
        let second = self.hex()?;
        let is_low = (0xdc00..0xe000).contains(&second);
        is_low.then(|| char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)))?
    }

    fn hex(&mut self) -> Option<u32> {
        let mut number = 0;
        for _ in 0..4 {
            number = number << 4 | char::from(self.peek()?).to_digit(16)?;
            self.at += 1;
        }
        Some(number)
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// Whether a sign comes next, after space; if so it is read.
    fn next_is(&mut self, sign: u8) -> bool {
        self.skip_space();
        self.eat(sign)
    }

    fn eat(&mut self, sign: u8) -> bool {
        let is_here = self.peek() == Some(sign);
        self.at += usize::from(is_here);
        is_here
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}
