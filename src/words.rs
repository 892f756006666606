//! Every word that the reader says by itself, in one place.

/// The line that says where the reader is.
pub const YOU_ARE_HERE: &str = "您现在的位置";
/// The last part of that line on an article.
pub const BODY: &str = "正文";
/// Skips the masthead by keyboard.
pub const SKIP_TO_CONTENT: &str = "跳到正文";
/// The menu of sections.
pub const SECTIONS: &str = "栏目";
/// Links at the end of a page.
pub const FOOTER: &str = "页脚";
/// The newest news.
pub const LATEST: &str = "最新";
/// Stories in pictures.
pub const PICTURES: &str = "图片";
/// Related news.
pub const RELATED_NEWS: &str = "相关新闻";
/// Leads to related news as a page.
pub const ALL_RELATED_NEWS: &str = "相关新闻专页";
/// Back from there to the article.
pub const BACK_TO_ARTICLE: &str = "回到这篇报道";
/// No related news.
pub const NO_RELATED_NEWS: &str = "这篇报道暂无相关新闻。";
/// More of the same section; the section's name goes before it.
pub const MORE_FROM: &str = "更多";
/// Where an article comes from.
pub const SOURCE: &str = "来源";
/// When an article was changed.
pub const UPDATED: &str = "更新于";
/// The responsible editor.
pub const EDITOR: &str = "责任编辑";
/// Keywords.
pub const SUBJECTS: &str = "关键词";
/// The mark of a mended error.
pub const CORRECTION: &str = "更正";
/// The mark of added news.
pub const UPDATE: &str = "最新进展";
/// The list of both.
pub const CORRECTIONS: &str = "更正与进展";
/// The QR code.
pub const CONTINUE_ON_PHONE: &str = "用手机继续阅读";
/// What a QR code is to those who do not see it.
pub const QR_CODE: &str = "本文网址的二维码";
/// Opens the QR code on a phone.
pub const SHARE: &str = "分享";
/// Closes it.
pub const CLOSE: &str = "关闭";
/// Says how many pictures a gallery has, after the number.
pub const PICTURES_COUNTED: &str = "幅图";
/// The labels of headlines.
pub const GALLERY: &str = "组图";
/// See [`GALLERY`].
pub const VIDEO: &str = "视频";
/// See [`GALLERY`].
pub const AUDIO: &str = "音频";
/// Before a link that leads to a provider's page.
pub const EMBED_FROM: &str = "外部内容";
/// Loads what another provider offers.
pub const LOAD_EMBED: &str = "点击加载";
/// Says what loading costs.
pub const EMBED_NOTE: &str = "加载后，对方网站会知道您在看这段内容。";
/// Opens a provider's page.
pub const OPEN_THERE: &str = "到原网站打开";
/// Leads to older news.
pub const OLDER: &str = "较早的新闻";
/// Leads to newer news.
pub const NEWER: &str = "较新的新闻";
/// The numbered pages of a section.
pub const ARCHIVE: &str = "旧闻";
/// An empty section.
pub const EMPTY_SECTION: &str = "这个栏目还没有新闻。";
/// A front page without news.
pub const EMPTY_FRONT: &str = "第一张报纸正在排版。";
/// An address that leads nowhere.
pub const NOT_FOUND: &str = "没有这一页";
/// What to do then.
pub const NOT_FOUND_NOTE: &str = "网址可能抄漏了，或者这一页从未有过。可以从头版或下面的栏目重新找。";
/// A withdrawn article.
pub const WITHDRAWN: &str = "这篇报道已经撤回";
/// When nothing else was said about it.
pub const WITHDRAWN_NOTE: &str = "编辑部撤回了这篇报道，原文不再提供。";
/// Leads to the front page.
pub const TO_FRONT: &str = "回到头版";
/// The newsroom does not answer.
pub const CANNOT_REACH: &str = "联系不上编辑部";
/// What came cannot be shown.
pub const CANNOT_SHOW: &str = "这一页没有取到";
/// The newsroom's server cannot be reached though there is a network.
pub const UNREACHABLE: &str = "网络通着，但编辑部的服务器没有应答。过一会儿再试一次；这一页仍可继续读。";
/// The device has no network.
pub const OFFLINE: &str = "手机或电脑现在没有网络。接通后再试一次；这一页仍可继续读。";
/// No answer in time.
pub const TIMED_OUT: &str = "等了很久也没有回音，网络可能很慢。";
/// A server's error; the status stands behind it.
pub const REFUSED: &str = "编辑部的服务器出了错，稍后再试。错误代码";
/// Something else came instead of news.
pub const NOT_NEWS: &str = "收到的不是新闻。如果在用需要登录的公共网络，请先登录；或者直接打开网页。";
/// A page that is newer than the program.
pub const TOO_NEW: &str = "报纸刚刚更新过，请直接打开网页。";
/// Tries again.
pub const TRY_AGAIN: &str = "再试一次";
/// Loads the printed page instead.
pub const OPEN_PAGE: &str = "直接打开网页";
/// While a page is loading.
pub const LOADING: &str = "正在取报";
/// Leads to the top of the page.
pub const BACK_TO_TOP: &str = "回到顶部";
