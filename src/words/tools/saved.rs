//! The words of `/saved/`.

words! {
    /// Its headline.
    title: "我的报纸", "我的報紙";
    /// What it is for.
    intro: "收藏的、读过的、没有网络也能读的报道，都在这里。只存在这台设备上，谁也看不到。", "收藏的、讀過的、沒有網路也能讀的報道，都在這裡。只存在這台裝置上，誰也看不到。";
    /// What is needed for it.
    needs_scripts: "这一页要用到脚本（JavaScript），这个浏览器没有运行。", "這一頁要用到指令碼（JavaScript），這個瀏覽器沒有執行。";
}
