//! What can be wrong with the editions of `site.json`.

use strait_report::faults;
use strait_report::problem::Fault;

faults! {
    /// What can be wrong with an edition of `site.json`.
    #[derive(thiserror::Error)]
    #[error("{}", self.what().en)]
    EditionFault {
        /// Not Chinese, or of the script that the newsroom writes already.
        NoWay { from: String, to: String } Error "edition-without-conversion"
            ["{from} 不能转换成 {to}，这一版没有印", "no conversion from {from} to {to}: it was not printed"]
            ["简体报纸可以另出 zh-Hant-TW 或 zh-Hant-HK，繁体报纸可以另出 zh-Hans", "a Simplified paper may have zh-Hant-TW or zh-Hant-HK beside it, a Traditional one zh-Hans"];
        /// No name for a folder, or one that is taken.
        BadPath(path: String) Error "bad-edition-path"
            ["“{path}”不能用作一版的路径，这一版没有印", "“{path}” cannot be an edition's path: it was not printed"]
            ["用一个还没有占用的词，由 a–z、0–9 和 - 组成，如 hant", "use one word of a–z, 0–9 and “-” that is not taken, such as hant"];
        /// The newsroom's own edition below a path.
        OwnPath(path: String) Error "own-edition-below-a-path"
            ["本报自己的一版就在站点开头，不在“{path}”之下", "the newsroom's own edition begins where the site does, not below “{path}”"]
            ["把它的 path 留空", "leave its `path` empty"];
    }
}
