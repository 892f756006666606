//! How a balance is told.

use super::{Account, Amounts, Balance};
use crate::Counts;
use strait_report::problem::Bilingual;
use strait_report::table::Blank;

impl Amounts {
    /// Whether it is nothing at all.
    pub fn is_nothing(&self) -> bool {
        *self == Amounts::default()
    }

    /// Each kind that there is, with how many there were, in both languages.
    pub fn parts(&self, of: &Amounts) -> Vec<(String, String)> {
        let all = of.kinds();
        let some = self.kinds().into_iter().zip(all).filter(|((some, ..), _)| *some > 0);
        some.map(|((some, zh, en), (all, ..))| (format!("{zh} {some}/{all}"), format!("{some} of {all} {en}"))).collect()
    }

    fn kinds(&self) -> [(usize, &'static str, &'static str); 4] {
        [
            (self.characters, "字符", "characters"),
            (self.pictures, "图片", "pictures"),
            (self.links, "链接", "links"),
            (self.players, "播放器", "players"),
        ]
    }
}

impl Blank for Account {
    fn zh(&self) -> String {
        let parts = self.missing.parts(&self.source);
        parts.into_iter().map(|(zh, _)| zh).collect::<Vec<_>>().join("、")
    }

    fn en(&self) -> String {
        let parts = self.missing.parts(&self.source);
        parts.into_iter().map(|(_, en)| en).collect::<Vec<_>>().join(", ")
    }
}

impl Balance {
    /// That what was read adds up, and what became of the bodies.
    pub fn words(&self, counts: &Counts) -> Bilingual {
        let Balance { read, refused, no_articles, earlier, bodies } = *self;
        let Counts { withheld, embargoed, withdrawn, .. } = *counts;
        let shown = counts.new + counts.updated + counts.unchanged;
        let kinds = bodies.source.kinds().into_iter().zip(bodies.article.kinds());
        let (zh, en): (Vec<String>, Vec<String>) =
            kinds.map(|((from, zh, en), (to, ..))| (format!("{zh} {from} → {to}"), format!("{en} {from} → {to}"))).unzip();
        let (missing_zh, missing) = bodies.missing.parts(&bodies.source).into_iter().unzip::<_, _, Vec<_>, Vec<_>>();
        let is_whole = bodies.missing.is_nothing();
        Bilingual::new(
            format!(
                "收支：读到 {read} = 刊出或照旧 {shown} + 暂不发表 {withheld} + 待定时 {embargoed} + 撤回 {withdrawn} + 没有导入 \
                 {refused} + 不是文章 {no_articles} + 早于 --since {earlier}\n正文，来源 → 文章：{}；{}",
                zh.join("，"),
                if is_whole {
                    "没有未说明的缺失".to_owned()
                } else {
                    format!("缺（逐篇列出）：{}", missing_zh.join("，"))
                },
            ),
            format!(
                "balance: {read} read = {shown} published or as before + {withheld} withheld + {embargoed} embargoed + {withdrawn} \
                 withdrawn + {refused} refused + {no_articles} no articles + {earlier} before --since\n\
                 bodies, source → articles: {}; {}",
                en.join(", "),
                match is_whole {
                    true => "nothing is missing that is not named".to_owned(),
                    false => format!("missing, and listed item by item: {}", missing.join(", ")),
                },
            ),
        )
    }
}
