//! Faults of an item, before anybody looks at its body.

use strait_report::faults;
use strait_report::table::Blank;

faults! {
    /// What can be wrong with an item.
    #[derive(Hash)]
    ItemFault {
        /// An event, a plan, a bare film: no article.
        NotAnArticle(kind: String) Advice "not-an-article"
            ["是“{kind}”类条目，不是文章，已跳过", "{kind}, no article: skipped"]
            ["不需处理", "nothing to do"];
        /// The item lacks what an article must have.
        Lacks(what: Lack) Error "lacks"
            ["缺少{what}，没有导入", "has no {what}: not imported"]
            ["请来源补上", "ask the source for it"];
        /// An article of a headline, with no text and no picture.
        Empty Error "empty"
            ["只有标题，没有找到正文", "nothing but a headline: no body was found"]
            ["看来源是否另有正文，再导入一次", "see whether its source has the body elsewhere, and import again"];
        /// Another item of the source has the same identifier.
        DoubtfulKey(key: String) Advice "doubtful-key"
            ["来源的另一篇也用这个标识（{key}），按另一篇文章导入", "another item of its source has its identifier ({key}): imported as an article of its own"]
            ["请来源给每篇一个标识", "ask the source for one identifier for each"];
        /// Something that should be a time.
        BadTime(text: String) Error "bad-time"
            ["“{text}”不是时间，未采用", "“{text}” is no time; it was left out"]
            ["请来源改用 RFC 3339", "ask the source for RFC 3339"];
        /// The item's own sections are not in the tree.
        NoSection(names: String) Error "no-section"
            ["site.json 里没有它的栏目（{names}），没有导入", "none of its sections ({names}) is in site.json: not imported"]
            ["加上栏目，或用 --section 指定默认栏目", "add one to the tree, or name a default with --section"];
        /// The same, and it went to the default section.
        DefaultSection(names: String) Advice "default-section"
            ["site.json 里没有它的栏目（{names}），归入默认栏目", "none of its sections ({names}) is in site.json: filed in the default one"]
            ["要归别处，就在栏目树里加上它", "add one to the tree if it belongs elsewhere"];
        /// It has no sections of its own, and went to the default section.
        Unsorted Advice "default-section"
            ["它没有说明栏目，归入默认栏目", "it names no section: filed in the default one"]
            ["要归别处，就改它的 section", "change its `section` if it belongs elsewhere"];
        /// Another article has the name.
        NameTaken Error "name-taken"
            ["另一篇文章已用了这个 id，没有导入", "another article has its id: not imported"]
            ["请报告这个极少见的情况", "please report this very rare case"];
        /// The filed article cannot be read, so it cannot be updated.
        BadFiled(error: String) Error "bad-filed"
            ["已有的文章文件不能读（{error}），没有更新", "the filed article cannot be read ({error}): not updated"]
            ["用 strait check 找出并改正，再导入一次", "find it with `strait check`, correct it, and import again"];
        /// An editor and the source both changed a field; the source's is filed now.
        EditorsField(field: String) Advice "editors-field"
            ["编辑和来源都改了 {field}，现为来源的版本", "an editor and the source both changed `{field}`; the source's is filed now"]
            ["对照旧版本，需要时再改一次", "compare with the old version and change it again if need be"];
        /// More of the kind, of one item.
        ManyMore(count: usize) Error "many-more"
            ["这一篇另有 {count} 处未列出", "{count} more in this item"]
            ["这样的稿件请先看一眼原文", "look at the original of such an item"];
    }
}

/// What an article must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lack {
    /// By which it is known again.
    Identifier,
    /// Its headline.
    Headline,
    /// When it was made.
    Time,
}

impl Blank for Lack {
    fn zh(&self) -> String {
        let what = match self {
            Lack::Identifier => "标识",
            Lack::Headline => "标题",
            Lack::Time => "时间",
        };
        what.to_owned()
    }

    fn en(&self) -> String {
        let what = match self {
            Lack::Identifier => "identifier",
            Lack::Headline => "headline",
            Lack::Time => "time",
        };
        what.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strait_report::problem::Fault;

    #[test]
    fn chinese_sentences_have_chinese_words() {
        for what in [Lack::Identifier, Lack::Headline, Lack::Time] {
            let zh = ItemFault::Lacks(what).what().zh;
            assert!(!zh.contains(|sign: char| sign.is_ascii_alphabetic()), "{zh}");
        }
    }
}
