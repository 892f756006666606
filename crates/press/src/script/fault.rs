//! What can be wrong with the editions of `site.json`.

use strait_report::problem::{Bilingual, Fault, Severity};

/// What can be wrong with an edition of `site.json`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.what().en)]
pub enum EditionFault {
    /// Not Chinese, or of the script that the newsroom writes already.
    NoWay {
        /// The language of the newsroom.
        from: String,
        /// The language of the edition.
        to: String,
    },
    /// No name for a folder, or one that is taken.
    BadPath(String),
    /// The newsroom's own edition below a path.
    OwnPath(String),
}

impl Fault for EditionFault {
    fn name(&self) -> &'static str {
        match self {
            EditionFault::NoWay { .. } => "edition-without-conversion",
            EditionFault::BadPath(_) => "bad-edition-path",
            EditionFault::OwnPath(_) => "own-edition-below-a-path",
        }
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn what(&self) -> Bilingual {
        match self {
            EditionFault::NoWay { from, to } => Bilingual::new(
                format!("{from} 不能转换成 {to}，这一版没有印"),
                format!("no conversion from {from} to {to}: it was not printed"),
            ),
            EditionFault::BadPath(path) => Bilingual::new(
                format!("“{path}”不能用作一版的路径，这一版没有印"),
                format!("“{path}” cannot be an edition's path: it was not printed"),
            ),
            EditionFault::OwnPath(path) => Bilingual::new(
                format!("本报自己的一版就在站点开头，不在“{path}”之下"),
                format!("the newsroom's own edition begins where the site does, not below “{path}”"),
            ),
        }
    }

    fn mend(&self) -> Bilingual {
        match self {
            EditionFault::NoWay { .. } => Bilingual::new(
                "简体报纸可以另出 zh-Hant-TW 或 zh-Hant-HK，繁体报纸可以另出 zh-Hans",
                "a Simplified paper may have zh-Hant-TW or zh-Hant-HK beside it, a Traditional one zh-Hans",
            ),
            EditionFault::BadPath(_) => Bilingual::new(
                "用一个还没有占用的词，由 a–z、0–9 和 - 组成，如 hant",
                "use one word of a–z, 0–9 and “-” that is not taken, such as hant",
            ),
            EditionFault::OwnPath(_) => Bilingual::new("把它的 path 留空", "leave its `path` empty"),
        }
    }
}
