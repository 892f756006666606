//! The types of settings.

use super::{form, former};
use std::fmt;
use std::ops::Deref;
use std::str::FromStr;
use strait_wire::FromJson;

/// Why a text cannot be a setting.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{text}” is no {what}; {mend}")]
pub struct InvalidSetting {
    text: String,
    what: &'static str,
    mend: &'static str,
}

/// As much of a text as a message can show, without what would change the message.
fn shown(text: &str) -> String {
    const ENOUGH: usize = 80;
    text.chars().take(ENOUGH).flat_map(char::escape_debug).collect()
}

/// Makes a type of texts of one form, with the words for what is of another.
macro_rules! settings {
    ($($(#[$doc:meta])* $name:ident: $is_good:path, $what:literal, $mend:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, FromJson, serde::Deserialize, serde::Serialize, schemars::JsonSchema)]
        #[schemars(with = "String")]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// A text that nobody looked at, for tests of those who write it.
            #[cfg(any(test, feature = "testing"))]
            pub fn unchecked(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidSetting;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                match $is_good(&text) {
                    true => Ok(Self(text)),
                    false => Err(InvalidSetting { text: shown(&text), what: $what, mend: $mend }),
                }
            }
        }

        impl FromStr for $name {
            type Err = InvalidSetting;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.to_owned().try_into()
            }
        }

        impl From<$name> for String {
            fn from(setting: $name) -> String {
                setting.0
            }
        }

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

settings! {
    /// Where a site is published: `https://example.org/paper/`.
    WebAddress: form::is_web_address, "address of a site",
        "write it like https://example.org/paper/: scheme, host (other scripts as xn--…) and a path of letters, digits and - . _ ~";
    /// Where the article JSON is published: `https://data.example.org/paper/`, or a path of the site's own host.
    DataAddress: form::is_data_address, "address of data",
        "write it like https://data.example.org/paper/: scheme, host (other scripts as xn--…) and a path of letters, digits and - . _ ~";
    /// What a policy may name: `https://player.example.org`; `https://*.example.org` for all hosts below one.
    Origin: form::is_origin, "https origin",
        "write it like https://player.example.org, with nothing after the host but perhaps a port; other scripts as xn--…";
    /// Where an edition begins, below the site: `hant`; empty for the newsroom's own.
    EditionPath: form::is_edition_path, "path of an edition",
        "use one word of a–z, 0–9 and “-” that is not taken, such as hant";
    /// BCP 47: `zh-Hans`, `en`, `zh-Hant-TW`.
    LanguageTag: form::is_language, "language tag", "use BCP 47: zh-Hans, zh-Hant, en";
    /// An IANA name: `Asia/Shanghai`. Whether there is such a zone, the press knows.
    TimeZoneName: form::is_time_zone, "name of a time zone", "use an IANA name such as Asia/Shanghai";
    /// Where an article was before: `/2024/09/30/slug/`, `/?p=123`, or the same with scheme and host.
    FormerAddress: former::is_former_address, "former address",
        "write it like /2024/09/30/slug/, /?p=123 or https://old.example.org/a.html: a path, perhaps a query, no “#”; odd signs as %XX";
    /// What a crawler calls itself: `GPTBot`.
    CrawlerName: form::is_crawler, "name of a crawler", "write the name that it gives itself: letters, digits and - _, such as GPTBot";
    /// What a standing page is called in its address: `about`.
    PageName: form::is_page_name, "name of a page", "use one word of a–z, 0–9 and “-” that is not taken, such as about";
    /// A colour as CSS writes it: `#a8321f`.
    Colour: form::is_colour, "colour", "write it like #a8321f: a # and six digits of 0–9 and a–f";
    /// A file in the folder `look`: `masthead.svg`.
    LookFile: form::is_look_file, "file of the paper's look",
        "name a file in the folder `look`: a–z, 0–9 and - _ ., ending in .svg or .png";
    /// A typeface in the folder `look`: `song.otf`.
    FaceFile: form::is_face_file, "typeface of the paper's look",
        "name a file in the folder `look`: a–z, 0–9 and - _ ., ending in .otf, .ttf or .ttc";
    /// What runs below the masthead: `waves`, `rule`, `none`, or a drawing in the folder `look`.
    Ornament: form::is_ornament, "ornament", "use waves, rule, none, or name a drawing in the folder `look`, such as reeds.svg";
    /// What QR codes on screen add to an address: `from=qr`.
    QrMark: form::is_mark, "mark for QR codes", "write it like from=qr: at most 32 letters, digits and = & - _ .";
}

/// The newsroom's own edition begins where the site does.
impl Default for EditionPath {
    fn default() -> EditionPath {
        EditionPath(String::new())
    }
}

impl PageName {
    /// The page of all corrections, which every paper has.
    pub const CORRECTIONS: &str = "corrections";

    /// The name of that page.
    pub fn corrections() -> PageName {
        PageName(PageName::CORRECTIONS.to_owned())
    }

    /// Whether it is that page's.
    pub fn is_of_corrections(&self) -> bool {
        self.0 == PageName::CORRECTIONS
    }
}

impl Ornament {
    /// The drawing, where it is one.
    pub fn drawing(&self) -> Option<LookFile> {
        self.0.parse().ok()
    }
}

impl Origin {
    /// Whether a browser takes an origin for this one, or for one below it.
    pub fn covers(&self, origin: &str) -> bool {
        let (own, origin) = (self.0.to_ascii_lowercase(), origin.to_ascii_lowercase());
        match own.strip_prefix("https://*") {
            Some(end) => origin.strip_prefix("https://").is_some_and(|host| host.len() > end.len() && host.ends_with(end)),
            None => own == origin,
        }
    }
}

impl WebAddress {
    /// Where an edition of the site begins.
    pub fn below(&self, edition: &EditionPath) -> WebAddress {
        WebAddress(format!("{}/{edition}/", self.0.trim_end_matches('/')))
    }
}

impl DataAddress {
    /// `data/` below a site, as a path of its host.
    pub fn of(site: &WebAddress) -> DataAddress {
        let host = site.0.find("://").map_or(0, |at| at + 3);
        let path = site.0[host..].find('/').map_or("", |slash| &site.0[host + slash..]);
        DataAddress(format!("{}/data/", path.trim_end_matches('/')))
    }

    /// Where the data of an edition begins.
    pub fn below(&self, edition: &EditionPath) -> DataAddress {
        DataAddress(format!("{}/{edition}/", self.0.trim_end_matches('/')))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_below_a_setting_is_one_too() {
        let hant = EditionPath::try_from("hant".to_owned()).unwrap();
        for site in ["https://a.example", "https://a.example/", "http://127.0.0.1:8080/paper", "https://a.example/x/y/"] {
            let site: WebAddress = site.parse().unwrap();
            let data = DataAddress::of(&site);
            assert!(
                site.below(&hant).parse::<WebAddress>().is_ok() && data.below(&hant).parse::<DataAddress>().is_ok(),
                "{site}"
            );
        }
        let paper: WebAddress = "https://a.example/paper".parse().unwrap();
        assert_eq!(paper.below(&hant).as_str(), "https://a.example/paper/hant/");
        assert_eq!(DataAddress::of(&paper).below(&hant).as_str(), "/paper/data/hant/");
        let elsewhere: DataAddress = "https://data.example".parse().unwrap();
        assert_eq!(elsewhere.below(&hant).as_str(), "https://data.example/hant/");
    }

    #[test]
    fn an_origin_covers_itself_and_with_a_star_those_below_it() {
        let covers = |own: &str, origin: &str| own.parse::<Origin>().unwrap().covers(origin);
        assert!(covers("https://img.example", "https://img.example") && covers("https://IMG.example", "https://img.example"));
        assert!(covers("https://*.img.example", "https://a.b.img.example"));
        for origin in
            ["https://img.example", "https://evilimg.example", "http://a.img.example", "https://a.img.example.evil.example"]
        {
            assert!(!covers("https://*.img.example", origin), "{origin}");
        }
        assert!(!covers("https://img.example", "https://a.img.example"));
    }

    #[test]
    fn a_refusal_shows_the_text_on_one_line_and_what_to_write() {
        let refusal = "https://x\n'unsafe-inline'\u{1b}[2J".parse::<Origin>().unwrap_err().to_string();
        assert!(refusal.starts_with("“https://x\\n\\'unsafe-inline\\'\\u{1b}[2J” is no https origin; write"), "{refusal}");
        assert!("x".repeat(9999).parse::<Origin>().unwrap_err().to_string().len() < 300);
    }
}
