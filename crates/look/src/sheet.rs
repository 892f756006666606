//! `style.css`: the newsroom's own rules, read whole before a page has them, and written again without what is not read.

use cssparser::{ParseError, ParseErrorKind, Parser, SourceLocation, ToCss, Token, TokenSerializationType};
use strait_faults::LookFault;
use strait_report::problem::Spot;

/// Rules that say how the others are read, or fetch more of them: none of that in the midst of a page.
const NOT_HERE: [&str; 3] = ["import", "charset", "namespace"];

/// A fault and its place.
type Refused = Box<(Spot, LookFault)>;

/// Reads a sheet, and writes it without comments. Whatever stands in it, the page around it cannot be touched.
pub fn read(text: &str) -> Result<String, Refused> {
    let mut parser = Parser::new(text);
    let mut written = Written::default();
    let read = walk(&mut parser, text.len(), &mut written);
    read.map_err(|error| match error.kind {
        ParseErrorKind::Custom(refused) => refused,
        ParseErrorKind::Basic(kind) => broken(parser.current_source_location(), &kind.to_string()),
    })?;
    // In a page no text may end the element that it stands in.
    Ok(written.css.replace("</", "<\\/").replace("<!--", "<\\!--"))
}

fn broken(at: SourceLocation, what: &str) -> Refused {
    Box::new((spot(at), LookFault::BrokenStyle { what: what.to_owned() }))
}

fn elsewhere(at: SourceLocation, what: String) -> Refused {
    Box::new((spot(at), LookFault::StyleOfElsewhere { what }))
}

fn spot(at: SourceLocation) -> Spot {
    Spot { line: at.line as usize + 1, column: at.column as usize }
}

/// A sheet while it is written.
#[derive(Default)]
struct Written {
    css: String,
    last: TokenSerializationType,
}

impl Written {
    fn add(&mut self, token: &Token) {
        if let Token::WhiteSpace(_) = token {
            if !self.css.is_empty() && !self.css.ends_with(['{', '}', ';', ' ']) {
                self.css.push(' ');
            }
            self.last = TokenSerializationType::WhiteSpace;
            return;
        }
        let kind = token.serialization_type();
        if self.last.needs_separator_when_before(kind) {
            self.css.push_str("/**/");
        }
        if matches!(token, Token::CurlyBracketBlock | Token::Semicolon) && self.css.ends_with(' ') {
            self.css.pop();
        }
        self.last = kind;
        self.css.push_str(&token.to_css_string());
    }

    fn close(&mut self, bracket: char) {
        if bracket == '}' && self.css.ends_with([' ', ';']) {
            self.css.pop();
        }
        self.css.push(bracket);
        self.last = TokenSerializationType::Other;
    }
}

/// Writes token by token to the end of a block. `end`: where the text ends, so that no block ends with it.
fn walk(parser: &mut Parser, end: usize, written: &mut Written) -> Result<(), ParseError<Refused>> {
    loop {
        let at = parser.current_source_location();
        let Ok(token) = parser.next_including_whitespace().cloned() else { return Ok(()) };
        let closing = closing(&token, at).map_err(ParseError::custom)?;
        written.add(&token);
        if let Some(bracket) = closing {
            parser.parse_nested_block(|inner| {
                walk(inner, end, written)?;
                let is_open = inner.position().byte_index() >= end;
                if is_open { Err(ParseError::custom(broken(at, &token.to_css_string()))) } else { Ok(()) }
            })?;
            written.close(bracket);
        }
    }
}

/// What ends a block that a token begins. A token that may not stand in a sheet is refused.
fn closing(token: &Token, at: SourceLocation) -> Result<Option<char>, Refused> {
    match token {
        Token::BadString(_) | Token::BadUrl(_) => Err(broken(at, "\"")),
        Token::CloseCurlyBracket | Token::CloseParenthesis | Token::CloseSquareBracket | Token::CDO | Token::CDC => {
            Err(broken(at, &token.to_css_string()))
        }
        Token::AtKeyword(name) if NOT_HERE.iter().any(|rule| name.eq_ignore_ascii_case(rule)) => {
            Err(elsewhere(at, format!("@{name}")))
        }
        Token::UnquotedUrl(url) if is_elsewhere(url) => Err(elsewhere(at, url.to_string())),
        Token::QuotedString(text) if is_elsewhere(text) => Err(elsewhere(at, text.to_string())),
        Token::CurlyBracketBlock => Ok(Some('}')),
        Token::ParenthesisBlock | Token::Function(_) => Ok(Some(')')),
        Token::SquareBracketBlock => Ok(Some(']')),
        _ => Ok(None),
    }
}

/// Whether an address leads to another host: a policy would refuse it in the reader's browser, without a word.
fn is_elsewhere(address: &str) -> bool {
    let address = address.trim();
    let scheme = ["http:", "https:"]
        .iter()
        .any(|scheme| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    scheme || address.starts_with("//")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn why(text: &str) -> (usize, usize, &'static str) {
        use strait_report::problem::Fault;
        let (spot, fault) = *read(text).unwrap_err();
        (spot.line, spot.column, fault.name())
    }

    #[test]
    fn rules_are_written_as_they_are_without_comments_and_room() {
        let css = "/* ours */\n.masthead__name a {\n  color: var(--accent);\n  font: 700 1.2em/1.1 \"Kaiti SC\", serif;\n}\n\n\
            @media (min-width: 46rem) and (hover) {\n  .kicker:not(.a)::after { content: \"§ \\201C\"; margin: calc(1px + -2em) !important }\n}\n";
        let expected = ".masthead__name a{color: var(--accent);font: 700 1.2em/1.1 \"Kaiti SC\", serif}\
            @media (min-width: 46rem) and (hover){.kicker:not(.a)::after{content: \"§ “\";margin: calc(1px + -2em) !important}}";
        assert_eq!(read(css).unwrap(), expected);
        assert_eq!(read(&read(css).unwrap()).unwrap(), expected);
        assert_eq!(read("").unwrap(), "");
        assert_eq!(
            read("@font-face{font-family:潮;src:url(/fonts/tide.woff2)}").unwrap(),
            "@font-face{font-family:潮;src:url(/fonts/tide.woff2)}"
        );
    }

    #[test]
    fn what_is_broken_is_told_where_it_is() {
        assert_eq!(why("a { color: red"), (1, 3, "broken-style"));
        assert_eq!(why("a { color: red }\n}\nb { }"), (2, 1, "broken-style"));
        assert_eq!(why("a {\n  content: \"x\n}"), (2, 12, "broken-style"));
        assert_eq!(why("a {\n  width: calc(1px;\n}"), (3, 1, "broken-style"));
        assert_eq!(why("<!-- a {} -->"), (1, 1, "broken-style"));
    }

    #[test]
    fn nothing_is_fetched_from_elsewhere() {
        for css in [
            "@import \"other.css\";",
            "@IMPORT url(other.css);",
            "@charset \"utf-8\";",
            "a { background: url(https://evil.example/x.png) }",
            "a { background: url( \"//evil.example/x.png\" ) }",
            "a { background: image-set(\"HTTPS://evil.example/x.png\" 1x) }",
        ] {
            assert_eq!(why(css).2, "style-of-elsewhere", "{css}");
        }
        assert!(read("a { background: url(/ours.svg) } b { background: url(data:image/png;base64,AA==) }").is_ok());
    }

    #[test]
    fn a_text_in_a_sheet_cannot_end_its_element() {
        for css in [
            "a { content: \"</style><script>\" }",
            "a::before { content: '<!--' }",
            ".\\<\\/style\\> { color: red }",
            "a { --x: </style> }",
        ] {
            let written = read(css).unwrap();
            assert!(!written.contains("</") && !written.contains("<!--"), "{written}");
        }
    }

    proptest! {
        /// Whatever is taken has its brackets closed, so that it ends where it ends, and reads the same again.
        #[test]
        fn what_is_taken_stays_in_its_layer(text in "[a-z{}()\\[\\];:\"'\\\\/*@<!\\- \n#.%&>,0-9潮]{0,60}") {
            if let Ok(written) = read(&text) {
                prop_assert!(!written.contains("</") && !written.contains("<!--"));
                let around = format!("@layer a{{{written}}}b{{}}");
                let mut parser = Parser::new(&around);
                let mut tops = 0;
                while let Ok(token) = parser.next() {
                    tops += usize::from(matches!(token, Token::CurlyBracketBlock));
                }
                prop_assert_eq!(tops, 2, "{}", around);
            }
        }
    }
}
