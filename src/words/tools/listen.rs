//! The words of reading aloud.

words! {
    /// The bar's name.
    title: "朗读", "朗讀";
    /// Reads on.
    play: "继续", "繼續";
    /// Stops for a while.
    pause: "暂停", "暫停";
    /// The paragraph before.
    back: "上一段", "上一段";
    /// The paragraph after.
    on: "下一段", "下一段";
    /// The article after this one.
    next: "下一篇", "下一篇";
    /// How fast.
    rate: "语速", "語速";
    /// Ends it.
    close: "关闭朗读", "關閉朗讀";
    /// How to begin elsewhere.
    hint: "点一下任何一段，就从那里读起。", "點一下任何一段，就從那裡讀起。";
    /// The end of the article.
    done: "读完了。", "讀完了。";
    /// The device refuses to speak.
    failed: "这台设备读不出来。可以检查音量，或者换一个浏览器。", "這台裝置讀不出來。可以檢查音量，或者換一個瀏覽器。";
}
