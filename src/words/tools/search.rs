//! The words of `/search/`.

words! {
    /// Its headline.
    title: "搜索", "搜尋";
    /// What it is for.
    intro: "在全部报道里找：输入两个字以上，简体、繁体都找得到。", "在全部報道裡找：輸入兩個字以上，簡體、繁體都找得到。";
    /// What is needed for it.
    needs_scripts: "搜索要用到脚本（JavaScript），这个浏览器没有运行。可以从栏目和旧闻里找。", "搜尋要用到指令碼（JavaScript），這個瀏覽器沒有執行。可以從版面和舊聞裡找。";
}
