//! The words of `/saved/`, of what saves articles, and of the way back to where one stopped.

words! {
    /// Its headline.
    title: "我的报纸", "我的報紙";
    /// What it is for.
    intro: "收藏的、读过的、没有网络也能读的报道，都在这里。只存在这台设备上，谁也看不到。", "收藏的、讀過的、沒有網路也能讀的報道，都在這裡。只存在這台裝置上，誰也看不到。";
    /// What is needed for it.
    needs_scripts: "这一页要用到脚本（JavaScript），这个浏览器没有运行。", "這一頁要用到指令碼（JavaScript），這個瀏覽器沒有執行。";
    /// Leads back to where one stopped; how far follows.
    resume: "接着上次读", "接著上次讀";
    /// Closes what was offered.
    close: "关闭", "關閉";
    /// While an article is being saved.
    saving: "正在收藏…", "正在收藏…";
    /// That it is saved.
    saved: "收藏好了，没有网络也能读。", "收藏好了，沒有網路也能讀。";
    /// That it is saved no more.
    removed: "已取消收藏。", "已取消收藏。";
    /// The network failed.
    failed: "没有存成：网络断了，或者服务器没有应答。", "沒有存成：網路斷了，或者伺服器沒有應答。";
    /// The device is full.
    full: "没有存成：这台设备的空间不够了。", "沒有存成：這台裝置的空間不夠了。";
    /// Nothing may be kept.
    forbidden: "这个浏览器不让网站保存内容，可能开着无痕浏览。报纸照样能读，只是不会记住读过什么，也不能收藏。", "這個瀏覽器不讓網站保存內容，可能開著無痕瀏覽。報紙照樣能讀，只是不會記住讀過什麼，也不能收藏。";
    /// Before and after a section's name.
    section_before: "存下“", "存下「";
    /// See [`Words::section_before`].
    section_after: "”最新的报道", "」最新的報道";
    /// What it is good for.
    section_note: "连同图片存在这台设备上，上了渡轮没有网络也能读。", "連同圖片存在這台裝置上，上了渡輪沒有網路也能讀。";
    /// How many articles.
    how_many: "存多少篇", "存多少篇";
    /// After a number of articles.
    articles: "篇", "篇";
    /// While the size is looked up.
    estimating: "正在估算大小…", "正在估算大小…";
    /// Before the size.
    about: "大约", "大約";
    /// Before the room that is left.
    room: "这台设备还能放", "這台裝置還能放";
    /// Begins.
    start: "开始保存", "開始保存";
    /// Leaves it.
    cancel: "取消", "取消";
    /// Ends it midway.
    stop: "停下", "停下";
    /// What stands there then; the count follows.
    stopped: "停下了。已经存好", "停下了。已經存好";
    /// At the end; the count follows.
    done: "存好了", "存好了";
    /// After the count of those that failed.
    missed: "篇没有存上", "篇沒有存上";
    /// Without a network, and not there.
    no_network: "现在没有网络", "現在沒有網路";
    /// See [`Words::no_network`].
    not_here: "要看的这一页没有存在这台设备上。接通网络后再试一次，或者先读下面这些。", "要看的這一頁沒有存在這台裝置上。接通網路後再試一次，或者先讀下面這些。";
    /// See [`Words::no_network`].
    try_again: "再试一次", "再試一次";
    /// The list of what was saved.
    saved_list: "收藏", "收藏";
    /// The list of other pages that are there.
    seen_list: "没有网络也能打开", "沒有網路也能打開";
    /// What they are.
    seen_note: "最近看过的页面会在这台设备上留一段时间。", "最近看過的頁面會在這台裝置上留一段時間。";
    /// The list of what was read.
    read_list: "读过", "讀過";
    /// When nothing was saved.
    empty_saved: "还没有收藏。在报道标题下面点“收藏”，没有网络也能读；在栏目页上可以一次存下最新的几十篇。", "還沒有收藏。在報道標題下面點「收藏」，沒有網路也能讀；在版面頁上可以一次存下最新的幾十篇。";
    /// When nothing was read.
    empty_read: "读过的报道会记在这里，读到哪里也记着。", "讀過的報道會記在這裡，讀到哪裡也記著。";
    /// That an article is there.
    readable: "无网可读", "無網可讀";
    /// Before how much was read.
    read_to: "读到", "讀到";
    /// That all was read.
    read_all: "读完", "讀完";
    /// Removes one.
    remove: "移除", "移除";
    /// How much room all of it takes.
    takes: "一共占用", "一共佔用";
    /// Erases all.
    erase: "全部清除", "全部清除";
    /// What that does.
    erase_note: "收藏、读过的记录和留下的页面，都会从这台设备上清掉，找不回来。", "收藏、讀過的記錄和留下的頁面，都會從這台裝置上清掉，找不回來。";
    /// Does it.
    erase_now: "确定清除", "確定清除";
    /// Leaves it.
    keep: "不清除", "不清除";
    /// That it was done.
    erased: "已经全部清除。", "已經全部清除。";
}
