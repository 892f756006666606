//! The words of standing pages. They are printed, and no reader downloads them.

words! {
    /// What the page of corrections is called where the newsroom did not name it.
    corrections: "更正", "更正";
    /// What the list of all corrections is, to those who do not see where it stands.
    all_corrections: "历次更正", "歷次更正";
    /// Where there are none.
    no_corrections: "本站至今没有刊出过更正。", "本站至今沒有刊出過更正。";
    /// Before the time of the last change.
    updated: "最后更新", "最後更新";
    /// Before and after the number of a page of an archive.
    page_before: "往期第", "往期第";
    /// After it.
    page_after: "页", "頁";
}

impl Words {
    /// A page of an archive.
    pub fn page(&self, number: usize) -> String {
        format!("{}{number}{}", self.page_before, self.page_after)
    }
}
