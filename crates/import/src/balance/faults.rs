//! How it is told what an import leaves behind.

use super::{Account, Amounts};
use crate::fault::ImportFault;
use crate::fault_words::{Parts, both};
use strait_report::problem::Severity::{Advice, Error};

/// What there is beside articles, in both languages, one and many.
const KINDS: [(&str, &str, &str, &str); 8] = [
    ("comment", "条评论", "comment", "comments"),
    ("pingback", "条引用通告", "pingback", "pingbacks"),
    ("trackback", "条引用通告", "trackback", "trackbacks"),
    ("page", "个页面", "page", "pages"),
    ("attachment", "个附件", "attachment", "attachments"),
    ("revision", "个修订版本", "revision", "revisions"),
    ("nav_menu_item", "个菜单项", "menu item", "menu items"),
    ("wp_block", "个区块样板", "synced pattern", "synced patterns"),
];

impl ImportFault {
    /// The words for what is left behind.
    pub(crate) fn of_balance(&self) -> Option<Parts> {
        Some(match self {
            ImportFault::Empty => (
                "empty",
                Error,
                both("只有标题，没有找到正文", "nothing but a headline: no body was found"),
                both("看来源是否另有正文，再导入一次", "see whether its source has the body elsewhere, and import again"),
            ),
            ImportFault::DoubtfulKey(key) => (
                "doubtful-key",
                Advice,
                both(
                    format!("来源的另一篇也用这个标识（{key}），按另一篇文章导入"),
                    format!("another item of its source has its identifier ({key}): imported as an article of its own"),
                ),
                both("请来源给每篇一个标识", "ask the source for one identifier for each"),
            ),
            ImportFault::NotArticles(kind, count) => of_kind(kind, *count),
            ImportFault::Missing(account) => missing(account),
            _ => return None,
        })
    }
}

fn of_kind(kind: &str, count: usize) -> Parts {
    let (zh, en) = match KINDS.iter().find(|(known, ..)| *known == kind) {
        Some((_, zh, one, many)) => (format!("{count} {zh}"), format!("{count} {}", if count == 1 { one } else { many })),
        None => (format!("{count} 个“{kind}”条目"), format!("{count} ‘{kind}’ {}", if count == 1 { "item" } else { "items" })),
    };
    let mend = match kind {
        "page" => both("本报还没有固定页面；另行保存", "there are no standing pages yet: keep them elsewhere"),
        "attachment" | "wp_block" => both("文章用到的会随文章导入", "what articles show comes with them"),
        _ => both("不需处理", "nothing to do"),
    };
    let is = if count == 1 { "is" } else { "are" };
    ("not-an-article", Advice, both(format!("{zh}不是文章，没有导入"), format!("{en}, no articles, {is} not imported")), mend)
}

fn missing(account: &Account) -> Parts {
    let (zh, en): (Vec<String>, Vec<String>) = account.missing.parts(&account.source).into_iter().unzip();
    let what = both(
        format!("正文有缺：{} 不在文章里", zh.join("、")),
        format!("parts of the body are not in the article: {}", en.join(", ")),
    );
    // The words of a link stand, wherever it led.
    let is_of_links = Amounts { links: 0, ..account.missing }.is_nothing();
    (
        "missing",
        if is_of_links { Advice } else { Error },
        what,
        both("对照原文，需要时补上", "compare with the original and add what is needed"),
    )
}
