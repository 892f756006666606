//! Bylines in Chinese: names and what their bearers do, in any order, often with no sign between them.

use super::words::{self, Word};
use super::{is_ideographic, place};
use strait_model::Role;

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Word(Word),
    Name(String),
    Slash,
    /// A comma, a bracket.
    Stop,
}

/// The makers in a line, each with a role.
pub fn makers(line: &str) -> Vec<(Role, String)> {
    let tokens = without_houses(joined(tokens(line)));
    let mut reading = Reading { role: Role::Reporter, by_work: false, makers: vec![], group: 0 };
    let mut at = 0;
    while at < tokens.len() {
        at = reading.take(&tokens, at);
    }
    let is_alone = reading.makers.len() < 2;
    reading.makers.into_iter().filter(|(_, name)| is_alone || !words::is_house(name)).collect()
}

struct Reading {
    role: Role,
    /// Whether a work gave the role, and not what somebody is.
    by_work: bool,
    makers: Vec<(Role, String)>,
    /// Where those begin of whom nothing was said after their names.
    group: usize,
}

impl Reading {
    /// Takes in the token at a place; gives the place of the next.
    fn take(&mut self, tokens: &[Token], at: usize) -> usize {
        match tokens.get(at) {
            Some(Token::Word(Word::Person(role))) => self.is(*role),
            Some(Token::Word(Word::Work(role))) => return self.did(*role, tokens, at),
            Some(Token::Word(Word::Given)) => self.gave(tokens, at),
            Some(Token::Name(name)) => self.name(name, at > 0 && tokens.get(at - 1) == Some(&Token::Slash)),
            _ => {}
        }
        at + 1
    }

    /// `图/通讯员 厦宣`: who took pictures is told as that; `文/通讯员 厦宣`: as what they are.
    fn is(&mut self, role: Role) {
        if !(self.by_work && self.group == self.makers.len() && self.role != Role::Reporter) {
            self.role = role;
        }
        self.by_work = false;
        self.group = self.makers.len();
    }

    /// `文/图` counts as one: as the first.
    fn did(&mut self, role: Role, tokens: &[Token], at: usize) -> usize {
        let is_slash = |at: usize| tokens.get(at) == Some(&Token::Slash);
        let mut end = at + 1;
        while is_slash(end) && matches!(tokens.get(end + 1), Some(Token::Word(Word::Work(_)))) {
            end += 2;
        }
        let named = self.group < self.makers.len();
        let is_after_slash = named && at > 0 && is_slash(at - 1);
        let goes_on = match tokens.get(end) {
            Some(Token::Slash) => !named || !is_after_slash,
            // `林帆 文 郑洁 图`: each after its names.
            Some(Token::Name(_)) => !(named && works_after_name(tokens, end)),
            Some(Token::Word(Word::Person(_))) => true,
            _ => false,
        };
        if goes_on && !is_after_slash {
            (self.role, self.by_work, self.group) = (role, true, self.makers.len());
        } else if named {
            self.say(role);
        }
        end
    }

    /// Says of those just named what they did; their words are told as what they are.
    fn say(&mut self, role: Role) {
        // `记者 林帆 郑洁 摄`: the pictures are by the last.
        let begin = if self.group == 0 { self.makers.len() - 1 } else { self.group };
        if role != Role::Reporter {
            self.makers.iter_mut().skip(begin).for_each(|maker| maker.0 = role);
        }
        self.group = self.makers.len();
    }

    /// `湖里区供图`, `供图 湖里区`: no more is known of them.
    fn gave(&mut self, tokens: &[Token], at: usize) {
        let before = at.checked_sub(1).and_then(|at| tokens.get(at));
        match (tokens.get(at + 1), before) {
            (Some(Token::Name(_) | Token::Slash), _) => {
                (self.role, self.by_work, self.group) = (Role::Other, true, self.makers.len());
            }
            // `图/博物馆提供`: no photographer. A correspondent stays one.
            (_, Some(Token::Name(name))) if self.by_work => {
                self.makers.iter_mut().filter(|maker| maker.1 == *name).for_each(|maker| maker.0 = Role::Other);
            }
            _ => {}
        }
    }

    fn name(&mut self, name: &str, is_after_slash: bool) {
        // `王小明／台北報導`.
        if is_after_slash && place::is_dispatch(name) {
            return;
        }
        let name = place::without(name);
        let name = name.strip_suffix('等').filter(|name| name.chars().count() > 1).unwrap_or(name);
        if !name.is_empty() && !words::is_nobody(name) {
            self.makers.push((self.role, name.to_owned()));
        }
    }
}

/// Whether a work without a slash before it or names after it follows the names that begin here.
fn works_after_name(tokens: &[Token], begin: usize) -> bool {
    let rest = tokens.get(begin..).unwrap_or_default();
    let mut after = rest.iter().skip_while(|token| matches!(token, Token::Name(_) | Token::Stop));
    matches!((after.next(), after.next()), (Some(Token::Word(Word::Work(_))), None | Some(Token::Stop)))
}

fn tokens(line: &str) -> Vec<Token> {
    let mut tokens = vec![];
    let mut chunk = String::new();
    for sign in line.chars().chain([' ']) {
        let stop = match sign {
            ' ' | '\u{3000}' | ':' | '：' | '|' | '｜' => None,
            '/' | '／' => Some(Token::Slash),
            ',' | '，' | '、' | ';' | '；' | '&' | '＆' => Some(Token::Stop),
            '(' | ')' | '（' | '）' | '[' | ']' | '〔' | '〕' | '【' | '】' | '［' | '］' => Some(Token::Stop),
            _ => {
                chunk.push(sign);
                continue;
            }
        };
        take_apart(std::mem::take(&mut chunk).trim_matches(['·', '-', '。']), &mut tokens);
        tokens.extend(stop);
    }
    tokens
}

/// `海峡导报首席记者林帆通讯员厦宣`: words, and what is between them.
fn take_apart(chunk: &str, tokens: &mut Vec<Token>) {
    if let Some(word) = words::alone(chunk) {
        tokens.push(Token::Word(word));
        return;
    }
    let (mut rest, mut is_first) = (chunk, true);
    while let Some((begin, length, word)) = words::first(rest) {
        let before = rest.get(..begin).unwrap_or_default();
        rest = rest.get(begin + length..).unwrap_or_default();
        let is_reporter = word == Word::Person(Role::Reporter);
        let before = if matches!(word, Word::Person(_)) { words::without_titles(before) } else { before };
        // `泉州记者`: who stands right before a reporter employs them, where more is to come.
        let is_employer = matches!(word, Word::Person(_)) && words::may_be_house(before);
        tokens.extend((!before.is_empty() && !is_employer).then(|| match is_first && is_reporter {
            true => Token::Name(format!("{before}{EMPLOYER}")),
            false => Token::Name(before.to_owned()),
        }));
        tokens.push(Token::Word(word));
        is_first = false;
    }
    if !rest.is_empty() {
        tokens.push(Token::Name(rest.to_owned()));
    }
}

/// Ends what was written right before a reporter: no text has it.
const EMPLOYER: char = '\u{0}';

/// Two characters with a gap between them are one name, and so are words in letters.
fn joined(tokens: Vec<Token>) -> Vec<Token> {
    let mut joined: Vec<Token> = vec![];
    for token in tokens {
        match (joined.last_mut(), &token) {
            (Some(Token::Name(last)), Token::Name(name)) if is_one(last) && is_one(name) => last.push_str(name),
            (Some(Token::Name(last)), Token::Name(name)) if is_latin(last) && is_latin(name) => {
                last.push(' ');
                last.push_str(name);
            }
            _ => joined.push(token),
        }
    }
    joined
}

fn is_one(name: &str) -> bool {
    name.chars().count() == 1 && name.contains(is_ideographic) && !words::is_nobody(name)
}

fn is_latin(name: &str) -> bool {
    !name.contains(|sign: char| is_ideographic(sign) || sign == EMPLOYER)
}

/// The house that someone works for, written right before what they do, is no maker.
fn without_houses(tokens: Vec<Token>) -> Vec<Token> {
    let mut kept: Vec<Token> = vec![];
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let Token::Name(name) = token else {
            kept.push(token);
            continue;
        };
        let is_before = matches!(tokens.peek(), Some(Token::Word(Word::Person(_))));
        let (name, is_employer) = match name.strip_suffix(EMPLOYER) {
            // `林帆记者` alone, and not `泉州记者 林帆`.
            Some(name) => (name.to_owned(), tokens.clone().nth(1).is_some_and(|next| matches!(next, Token::Name(_)))),
            None => {
                let is_house = is_before && words::may_be_house(&name);
                (name, is_house)
            }
        };
        if !is_employer {
            kept.push(Token::Name(name));
        }
    }
    kept
}
