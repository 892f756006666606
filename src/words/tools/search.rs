//! The words of `/search/`.

words! {
    /// Its headline.
    title: "搜索", "搜尋";
    /// What it is for.
    intro: "在全部报道里找：输入两个字以上，简体、繁体都找得到。", "在全部報道裡找：輸入兩個字以上，簡體、繁體都找得到。";
    /// What is needed for it.
    needs_scripts: "搜索要用到脚本（JavaScript），这个浏览器没有运行。可以从栏目和旧闻里找。", "搜尋要用到指令碼（JavaScript），這個瀏覽器沒有執行。可以從版面和舊聞裡找。";
    /// What is looked for.
    query: "要找的字", "要找的字";
    /// Looks for it.
    submit: "搜索", "搜尋";
    /// Where and when, in what order.
    filters: "栏目、日期、顺序", "版面、日期、順序";
    /// In which section.
    section: "栏目", "版面";
    /// In every section.
    all_sections: "全部栏目", "全部版面";
    /// Not before this day.
    from: "从", "從";
    /// Not after this day.
    to: "到", "到";
    /// In which order.
    order: "顺序", "順序";
    /// The newest first.
    newest: "最新的在前", "最新的在前";
    /// What has it in the headline first.
    best: "标题里有的在前", "標題裡有的在前";
    /// The list of what was found.
    results: "找到的报道", "找到的報道";
    /// While it is looked for.
    searching: "正在找……", "正在找……";
    /// Too little to go by.
    too_short: "再多写一点：至少要连着的两个字，或者一个词的前两个字母。", "再多寫一點：至少要連著的兩個字，或者一個詞的前兩個字母。";
    /// All that was found.
    found: "找到 {count} 篇。", "找到 {count} 篇。";
    /// The first of what was found.
    found_first: "先列出 {count} 篇，下面还有。", "先列出 {count} 篇，下面還有。";
    /// What to do where nothing was found.
    nothing: "没有找到“{query}”。可以少写几个字、换一种说法，或者放宽栏目和日期。", "沒有找到「{query}」。可以少寫幾個字、換一種說法，或者放寬版面和日期。";
    /// What could not be fetched.
    failed: "没能找完：网络不通，或者网站正在更新。", "沒能找完：網路不通，或者網站正在更新。";
    /// Tries again.
    try_again: "再试一次", "再試一次";
    /// Leads to more of what was found.
    older: "更多结果", "更多結果";
}
