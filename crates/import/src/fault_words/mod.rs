//! What each fault is called and how it is told, in both languages.

mod bodies;
mod files;

use super::fault::ImportFault;
use super::house;
use Severity::{Advice, Error};
use strait_report::problem::{Bilingual, Fault, Severity};

impl Fault for ImportFault {
    fn name(&self) -> &'static str {
        self.parts().0
    }

    fn severity(&self) -> Severity {
        self.parts().1
    }

    fn what(&self) -> Bilingual {
        self.parts().2
    }

    fn mend(&self) -> Bilingual {
        self.parts().3
    }
}

/// Both languages at once.
pub fn both(zh: impl Into<String>, en: impl Into<String>) -> Bilingual {
    Bilingual::new(zh, en)
}

/// What an item lacks, in Chinese.
fn lacking(what: &str) -> &str {
    match what {
        "identifier" => "标识",
        "headline" => "标题",
        "time" => "时间",
        other => other,
    }
}

/// A name, how much it matters, what it is, and the mend.
pub type Parts = (&'static str, Severity, Bilingual, Bilingual);

impl ImportFault {
    fn parts(&self) -> Parts {
        let of_items = house::words(self).or_else(|| self.of_files()).or_else(|| self.of_items());
        of_items.or_else(|| self.of_balance()).unwrap_or_else(|| self.of_bodies())
    }

    fn of_items(&self) -> Option<Parts> {
        Some(match self {
            ImportFault::NotAnArticle(kind) => (
                "not-an-article",
                Advice,
                both(format!("是“{kind}”类条目，不是文章，已跳过"), format!("{kind}, no article: skipped")),
                both("不需处理", "nothing to do"),
            ),
            ImportFault::Lacks(what) => (
                "lacks",
                Error,
                both(format!("缺少{}，没有导入", lacking(what)), format!("has no {what}: not imported")),
                both("请来源补上", "ask the source for it"),
            ),
            ImportFault::BadTime(text) => (
                "bad-time",
                Error,
                both(format!("“{text}”不是时间，未采用"), format!("“{text}” is no time; it was left out")),
                both("请来源改用 RFC 3339", "ask the source for RFC 3339"),
            ),
            ImportFault::NoSection(names) => (
                "no-section",
                Error,
                both(
                    format!("site.json 里没有它的栏目（{names}），没有导入"),
                    format!("none of its sections ({names}) is in site.json: not imported"),
                ),
                both("加上栏目，或用 --section 指定默认栏目", "add one to the tree, or name a default with --section"),
            ),
            ImportFault::DefaultSection(names) if names.is_empty() => (
                "default-section",
                Advice,
                both("它没有说明栏目，归入默认栏目", "it names no section: filed in the default one"),
                both("要归别处，就改它的 section", "change its `section` if it belongs elsewhere"),
            ),
            ImportFault::DefaultSection(names) => (
                "default-section",
                Advice,
                both(
                    format!("site.json 里没有它的栏目（{names}），归入默认栏目"),
                    format!("none of its sections ({names}) is in site.json: filed in the default one"),
                ),
                both("要归别处，就在栏目树里加上它", "add one to the tree if it belongs elsewhere"),
            ),
            ImportFault::NameTaken => (
                "name-taken",
                Error,
                both("另一篇文章已用了这个 id，没有导入", "another article has its id: not imported"),
                both("请报告这个极少见的情况", "please report this very rare case"),
            ),
            ImportFault::BadFiled(error) => (
                "bad-filed",
                Error,
                both(
                    format!("已有的文章文件不能读（{error}），没有更新"),
                    format!("the filed article cannot be read ({error}): not updated"),
                ),
                both("用 strait check 找出并改正，再导入一次", "find it with `strait check`, correct it, and import again"),
            ),
            ImportFault::EditorsField(field) => (
                "editors-field",
                Advice,
                both(
                    format!("编辑和来源都改了 {field}，现为来源的版本"),
                    format!("an editor and the source both changed `{field}`; the source's is filed now"),
                ),
                both("对照旧版本，需要时再改一次", "compare with the old version and change it again if need be"),
            ),
            ImportFault::Withdrawn(note) => (
                "withdrawn",
                Advice,
                match note.is_empty() {
                    true => both("来源撤回了这篇", "withdrawn by its source"),
                    false => both(format!("来源撤回了这篇：{note}"), format!("withdrawn by its source: {note}")),
                },
                both("如要向读者说明原因，请写 statusNote", "write `statusNote` if readers should know why"),
            ),
            ImportFault::Password => (
                "password",
                Advice,
                both("来源以密码保护，按暂不发表归档", "protected by a password at its source: filed as withheld"),
                both("要发表就取消密码再导入", "lift the password and import again to publish it"),
            ),
            ImportFault::ForSome(told) => (
                "for-some-readers",
                Advice,
                both(
                    format!("来源只给部分读者看（{told}），按暂不发表归档"),
                    format!("shown to some readers only at its source ({told}): held back"),
                ),
                both("要给所有人看，先在来源取消限制，再导入", "open it to all readers there and import again to publish it"),
            ),
            ImportFault::Withheld(told) => (
                "withheld",
                Advice,
                both(
                    format!("来源没有发表（{told}），按暂不发表归档"),
                    format!("not published at its source ({told}): held back"),
                ),
                both("要刊出，先在来源发表，再导入", "publish it there and import again"),
            ),
            ImportFault::UnreadTime(told) => (
                "withheld",
                Advice,
                both(
                    format!("发表时间读不出（{told}），按暂不发表归档"),
                    format!("the time of its publication cannot be read ({told}): held back"),
                ),
                both("请来源改用 RFC 3339，再导入", "ask the source for RFC 3339, and import again"),
            ),
            ImportFault::Embargoed(until) => (
                "embargoed",
                Advice,
                both(
                    format!("来源定于 {until} 发表，之前不刊出"),
                    format!("planned for {until} at its source: held back until then"),
                ),
                both("不需处理；到时重新印制即可", "nothing to do but to build again then"),
            ),
            ImportFault::HeldPart(told) => (
                "held-part",
                Advice,
                both(
                    format!("它的一部分来源没有发表（{told}），未采用"),
                    format!("a part is not published at its source ({told}): left out"),
                ),
                both("要采用，先在来源发表，再导入", "publish it there and import again"),
            ),
            ImportFault::ManyMore(count) => (
                "many-more",
                Error,
                both(format!("这一篇另有 {count} 处未列出"), format!("{count} more in this item")),
                both("这样的稿件请先看一眼原文", "look at the original of such an item"),
            ),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_sentences_have_chinese_words() {
        for what in ["identifier", "headline", "time"] {
            let zh = ImportFault::Lacks(what).what().zh;
            assert!(!zh.contains(|sign: char| sign.is_ascii_alphabetic()), "{zh}");
        }
        let unread = ImportFault::UnreadTime("pubDate: gestern".to_owned());
        assert_eq!(unread.what().zh, "发表时间读不出（pubDate: gestern），按暂不发表归档");
        assert!(!unread.mend().zh.contains("先在来源发表"));
    }

    #[test]
    fn pictures_without_tls_are_to_be_fetched() {
        let advice = |origin: &str| ImportFault::MediaOrigin(origin.to_owned()).mend().en;
        assert!(advice("http://img.example (2×)").contains("--fetch-pictures"));
        assert!(advice("https://img.example (2×)").contains("--trust-origins"));
    }
}
