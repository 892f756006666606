//! The words that the pages of all tools have.

words! {
    /// The tool's script did not come.
    not_loaded: "这一页的工具没有取到。接通网络后刷新再试。", "這一頁的工具沒有取到。接通網路後重新整理再試。";
    /// What a button should do did not come; the button tries again, and Firefox only after a reload.
    failed: "没有取到。接通网络后再按一次，或刷新这一页。", "沒有取到。接通網路後再按一次，或重新整理這一頁。";
}
