//! The words for what the law wants said: in the footer, and of what machines wrote. They are printed, and no reader
//! downloads them.

use strait_model::{AiKind, AiUse};

words! {
    /// What the lines are, to those who do not see where they stand.
    licences: "许可与备案", "許可與備案";
    /// Before the number of the licence for internet news.
    internet_news: "互联网新闻信息服务许可证", "網際網路新聞資訊服務許可證";
    /// Before the telephone and the mail address where unlawful content is reported.
    report: "违法和不良信息举报", "違法和不良資訊舉報";
    /// Said of an article that people wrote by themselves.
    ai_none: "未使用人工智能", "未使用人工智慧";
    /// Said of one that machines had a part in.
    ai_assisted: "人工智能辅助", "人工智慧輔助";
    /// Said of one that machines made.
    ai_generated: "人工智能生成", "人工智慧生成";
}

impl Words {
    /// What machines had to do with an article, and the editors' note. None: nothing that there is a word for.
    pub fn of_ai_use(&self, AiUse { kind, note }: &AiUse) -> Option<String> {
        let kind = match kind {
            AiKind::None => self.ai_none,
            AiKind::Assisted => self.ai_assisted,
            AiKind::Generated => self.ai_generated,
            AiKind::Other => "",
        };
        let parts = [kind, note.as_deref().unwrap_or_default()].into_iter().filter(|part| !part.is_empty());
        Some(parts.collect::<Vec<_>>().join("：")).filter(|said| !said.is_empty())
    }
}
