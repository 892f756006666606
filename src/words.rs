//! Every word that the paper says by itself, in one place: Simplified, then Traditional.

/// Declares the words, and a table of them for each script.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $simplified:literal, $traditional:literal;)*) => {
        /// The words of one script.
        #[derive(Debug)]
        pub struct Words {
            $($(#[$doc])* pub $name: &'static str,)*
        }

        /// What a Simplified paper says.
        pub static SIMPLIFIED: Words = Words { $($name: $simplified,)* };
        /// What a Traditional paper says, as one speaks in Taiwan.
        pub static TRADITIONAL: Words = Words { $($name: $traditional,)* };

        impl Words {
            /// The words of a paper in a language (BCP 47); Simplified unless it says otherwise.
            pub fn of(language: &str) -> &'static Words {
                if strait_model::is_traditional(language) { &TRADITIONAL } else { &SIMPLIFIED }
            }

            /// Each word with its name.
            #[cfg(not(target_arch = "wasm32"))]
            pub fn all(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($name), self.$name),)*]
            }
        }
    };
}

mod age;
mod byline;
#[cfg(not(target_arch = "wasm32"))]
pub mod law;
#[cfg(not(target_arch = "wasm32"))]
pub mod partners;
#[cfg(not(target_arch = "wasm32"))]
pub mod standing;
#[cfg(not(target_arch = "wasm32"))]
pub mod tools;

pub use age::age;
pub use byline::Byline;

words! {
    /// The line that says where the reader is.
    you_are_here: "您现在的位置", "您現在的位置";
    /// The last part of that line on an article.
    body: "正文", "正文";
    /// Skips the masthead by keyboard.
    skip_to_content: "跳到正文", "跳到正文";
    /// The menu of sections.
    sections: "栏目", "版面";
    /// Links at the end of a page.
    footer: "页脚", "頁尾";
    /// The newest news.
    latest: "最新", "最新";
    /// Stories in pictures.
    pictures: "图片", "圖片";
    /// Related news.
    related_news: "相关新闻", "相關新聞";
    /// Leads to related news as a page.
    all_related_news: "相关新闻专页", "相關新聞專頁";
    /// Back from there to the article.
    back_to_article: "回到这篇报道", "回到這篇報道";
    /// No related news.
    no_related_news: "这篇报道暂无相关新闻。", "這篇報道暫無相關新聞。";
    /// More of the same section; the section's name goes before it.
    more_from: "更多", "更多";
    /// Where an article comes from.
    source: "来源", "來源";
    /// When an article was changed.
    updated: "更新于", "更新於";
    /// The responsible editor.
    editor: "责任编辑", "責任編輯";
    /// Keywords.
    subjects: "关键词", "關鍵字";
    /// The mark of a mended error.
    correction: "更正", "更正";
    /// The mark of added news.
    update: "最新进展", "最新進展";
    /// The list of both.
    corrections: "更正与进展", "更正與進展";
    /// The QR code.
    continue_on_phone: "用手机继续阅读", "用手機繼續閱讀";
    /// What a QR code is to those who do not see it.
    qr_code: "本文网址的二维码", "本文網址的 QR Code";
    /// Opens the QR code on a phone.
    share: "分享", "分享";
    /// Reads an article aloud.
    listen: "朗读", "朗讀";
    /// The size of text, and the buttons that change it.
    text_size: "字号", "字號";
    /// Makes text smaller.
    smaller_text: "缩小字号", "縮小字號";
    /// Makes text larger.
    larger_text: "放大字号", "放大字號";
    /// Says what the QR code is for where one shares.
    scan_to_share: "用微信扫一扫，转发给朋友", "用微信掃一掃，轉發給朋友";
    /// Says how one shares inside other programs, whose menu is in the corner above.
    share_above: "点右上角“…”，转给朋友或在浏览器打开", "點右上角「…」，轉給朋友或在瀏覽器打開";
    /// Opens the device's own list of ways to share.
    share_elsewhere: "更多方式", "更多方式";
    /// Puts the article's address on the clipboard.
    copy_link: "复制链接", "複製連結";
    /// Says that it is there.
    copied: "链接已复制", "連結已複製";
    /// Says that it is not: the browser refused.
    not_copied: "浏览器不允许，请长按网址复制", "瀏覽器不允許，請長按網址複製";
    /// Shares on Weibo.
    weibo: "微博", "微博";
    /// Closes it.
    close: "关闭", "關閉";
    /// Says how many pictures a gallery has, after the number.
    pictures_counted: "幅图", "幅圖";
    /// Shows a picture alone, as large as the screen.
    enlarge: "放大图片", "放大圖片";
    /// The labels of headlines.
    gallery: "组图", "組圖";
    /// See [`Words::gallery`].
    video: "视频", "影片";
    /// See [`Words::gallery`].
    audio: "音频", "音訊";
    /// Before a link that leads to a provider's page.
    embed_from: "外部内容", "外部內容";
    /// Loads what another provider offers.
    load_embed: "点击加载", "點擊載入";
    /// Says what loading costs.
    embed_note: "加载后，对方网站会知道您在看这段内容。", "載入後，對方網站會知道您在看這段內容。";
    /// Opens a provider's page.
    open_there: "到原网站打开", "到原網站打開";
    /// Leads to older news.
    older: "较早的新闻", "較早的新聞";
    /// Leads to newer news.
    newer: "较新的新闻", "較新的新聞";
    /// The numbered pages of a section.
    archive: "旧闻", "舊聞";
    /// An empty section.
    empty_section: "这个栏目还没有新闻。", "這個版面還沒有新聞。";
    /// A front page without news.
    empty_front: "第一张报纸正在排版。", "第一張報紙正在排版。";
    /// An address that leads nowhere.
    not_found: "没有这一页", "沒有這一頁";
    /// What to do then.
    not_found_note: "网址可能抄漏了，或者这一页从未有过。可以从头版或下面的栏目重新找。", "網址可能抄漏了，或者這一頁從未有過。可以從頭版或下面的版面重新找。";
    /// A withdrawn article.
    withdrawn: "这篇报道已经撤回", "這篇報道已經撤回";
    /// When nothing else was said about it.
    withdrawn_note: "编辑部撤回了这篇报道，原文不再提供。", "編輯部撤回了這篇報道，原文不再提供。";
    /// Leads to the front page.
    to_front: "回到头版", "回到頭版";
    /// The newsroom does not answer.
    cannot_reach: "联系不上编辑部", "聯繫不上編輯部";
    /// What came cannot be shown.
    cannot_show: "这一页没有取到", "這一頁沒有取到";
    /// The newsroom's server cannot be reached though there is a network.
    unreachable: "网络通着，但编辑部的服务器没有应答。过一会儿再试一次；这一页仍可继续读。", "網路通著，但編輯部的伺服器沒有應答。過一會兒再試一次；這一頁仍可繼續讀。";
    /// The device has no network.
    offline: "手机或电脑现在没有网络。接通后再试一次；这一页仍可继续读。", "手機或電腦現在沒有網路。接通後再試一次；這一頁仍可繼續讀。";
    /// No answer in time.
    timed_out: "等了很久也没有回音，网络可能很慢。", "等了很久也沒有回音，網路可能很慢。";
    /// A server's error; the status stands behind it.
    refused: "编辑部的服务器出了错，稍后再试。错误代码", "編輯部的伺服器出了錯，稍後再試。錯誤代碼";
    /// Something else came instead of news.
    not_news: "收到的不是新闻。如果在用需要登录的公共网络，请先登录；或者直接打开网页。", "收到的不是新聞。如果在用需要登入的公共網路，請先登入；或者直接打開網頁。";
    /// A page that is newer than the program.
    too_new: "报纸刚刚更新过，请直接打开网页。", "報紙剛剛更新過，請直接打開網頁。";
    /// Tries again.
    try_again: "再试一次", "再試一次";
    /// Loads the printed page instead.
    open_page: "直接打开网页", "直接打開網頁";
    /// While a page is loading.
    loading: "正在取报", "正在取報";
    /// Leads to the top of the page.
    back_to_top: "回到顶部", "回到頂部";
    /// Before and after the number of an archive page.
    page_before: "第", "第";
    /// See [`Words::page_before`].
    page_after: "页", "頁";
    /// The age of news of less than a minute.
    just_now: "刚刚", "剛剛";
    /// After a number of minutes.
    minutes_ago: "分钟前", "分鐘前";
    /// After a number of hours.
    hours_ago: "小时前", "小時前";
    /// Staff writer.
    reporter: "记者", "記者";
    /// Contributor outside the paper.
    correspondent: "通讯员", "通訊員";
    /// Took the pictures.
    photographer: "摄影", "攝影";
    /// Drew the pictures.
    illustrator: "插图", "插圖";
    /// Writes opinion.
    columnist: "专栏作者", "專欄作者";
    /// Translated the text.
    translator: "翻译", "翻譯";
    /// Leads partners to the page where they make what they paste; that page's headline.
    embed_our_news: "嵌入我们的新闻", "嵌入我們的新聞";
    /// Leads to the search.
    search: "搜索", "搜尋";
    /// Leads to what this reader kept and read.
    saved: "我的报纸", "我的報紙";
    /// Keeps an article on this device.
    save: "收藏", "收藏";
    /// Says that it is kept.
    is_saved: "已收藏", "已收藏";
    /// Keeps the newest of a section.
    save_section: "存下这个栏目，离线读", "存下這個版面，離線讀";
    /// Opens how this reader wants the paper.
    settings: "阅读设置", "閱讀設定";
    /// The links to both.
    own_tools: "读者工具", "讀者工具";
    /// The other editions of the paper.
    editions: "文字版本", "文字版本";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_follow_the_script() {
        assert_eq!(Words::of("zh-Hant-TW").share, "分享");
        assert_eq!(Words::of("en").close, "关闭");
    }
}
