//! The words that tell of news while a page is open.

words! {
    /// After the number of new articles.
    new_articles: "条新报道", "則新報道";
    /// Shows them.
    show: "看看", "看看";
    /// The article that is read was changed.
    changed: "本文已更新", "本文已更新";
    /// It was withdrawn.
    withdrawn: "这篇报道已经撤回", "這篇報道已經撤回";
    /// Shows the new version.
    show_version: "看新版", "看新版";
    /// Before a headline that cannot wait.
    breaking: "快讯", "快訊";
    /// Takes the notice away.
    close: "知道了", "知道了";
}
