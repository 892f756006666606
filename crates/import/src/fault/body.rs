//! What bodies lose: an error is what readers will miss, advice a form that was lost.

use crate::balance::Account;
use strait_report::faults;

faults! {
    /// What a body can lose.
    #[derive(Hash)]
    BodyFault {
        /// Parts of a body that are not in the article, and were not named.
        Missing(account: Account) Error "missing"
            ["正文有缺：{account} 不在文章里", "parts of the body are not in the article: {account}"]
            ["对照原文，需要时补上", "compare with the original and add what is needed"];
        /// The same of links alone, whose words stand wherever they led.
        MissingLinks(account: Account) Advice "missing"
            ["正文有缺：{account} 不在文章里", "parts of the body are not in the article: {account}"]
            ["对照原文，需要时补上", "compare with the original and add what is needed"];
        /// An element that holds nothing to read.
        Removed(what: String) Advice "removed"
            ["去掉了 {what}", "{what} was removed"]
            ["不需处理", "nothing to do"];
        /// An element with content that no block can hold.
        Unkept(what: String) Error "unkept"
            ["{what} 无法保留", "{what} cannot be kept"]
            ["对照原文，需要时补上", "compare with the original and add what is needed"];
        /// A link that runs something or reads what is not on the web.
        UnsafeLink(href: String) Error "unsafe-link"
            ["去掉了危险的地址 {href}，文字保留", "the unsafe address {href} was removed; its text is kept"]
            ["对照原文，需要时补上", "compare with the original and add what is needed"];
        /// A link that leads nowhere any more.
        DeadLink(href: String) Advice "dead-link"
            ["链接 {href} 无处可去，文字保留", "the link {href} leads nowhere; its text is kept"]
            ["对照原文，需要时补上", "compare with the original and add what is needed"];
        /// An address of the article that no host could be told of.
        LostAddress(address: String) Advice "lost-address"
            ["旧网址 {address} 不能转到新网址", "the old address {address} cannot lead here"]
            ["需要时在服务器上另设跳转", "set it up on the server itself, if it is needed"];
        /// A picture, film, recording or player without a usable address.
        LostMedia(what: String) Error "lost-media"
            ["{what} 没有可用的地址", "{what} has no usable address"]
            ["对照原文，需要时补上", "compare with the original and add what is needed"];
        /// Something that a post names by its number and that no file of the export holds.
        NotInExport(what: String) Error "lost-media"
            ["导入的文件里没有 {what}", "{what} is in no file that was imported"]
            ["导出有几个文件时一起导入（或放进一个文件夹）；否则对照原文补上", "import the files of one export together, or as a folder; else compare with the original"];
        /// A picture beside the file that could not be taken over.
        LostPicture(why: String) Error "lost-picture"
            ["图片未能取来（{why}）", "a picture could not be taken over ({why})"]
            ["对照原文，需要时补上", "compare with the original and add what is needed"];
        /// A picture on the web that could not be brought along; it keeps its address.
        UnfetchedPicture(why: String) Advice "unfetched-picture"
            ["图片未能下载（{why}）", "a picture could not be fetched ({why})"]
            ["它保留原来的网址；再导入一次会再试", "it keeps its address; importing again tries again"];
        /// Text that is struck out at the source and would read as valid.
        Struck Error "struck"
            ["原文划掉的文字会读作有效", "text that is struck out would read as valid"]
            ["删去它，或写成更正", "delete it, or make it a correction"];
        /// Text that the source hides from readers.
        Hidden(what: String) Advice "hidden"
            ["去掉了原文隐藏的内容（{what}）", "what the source hides was removed ({what})"]
            ["不需处理", "nothing to do"];
        /// A structure that became a simpler one.
        Flattened(what: &'static str) Advice "flattened"
            ["{what} 改成了较简单的结构", "{what} became a simpler structure"]
            ["对照原文，需要时补上", "compare with the original and add what is needed"];
        /// Nested deeper than anyone reads.
        TooDeep Advice "too-deep"
            ["嵌套过深，只保留文字", "nested too deep: only its text is kept"]
            ["对照原文，需要时补上", "compare with the original and add what is needed"];
        /// A shortcode that nobody here can expand.
        Shortcode(name: String) Error "shortcode"
            ["短代码 [{name}] 无法展开，其中文字保留", "the shortcode [{name}] cannot be expanded; text in it is kept"]
            ["对照原文，需要时补上", "compare with the original and add what is needed"];
        /// A synced pattern of WordPress' editor that no file of the export holds.
        LostPattern(name: String) Error "lost-block"
            ["导入的文件里没有同步样板 {name}", "the synced pattern “{name}” is in no file that was imported"]
            ["同一次导出的各个文件要一起导入", "import the files of one export together"];
        /// A block of WordPress' editor that names what it shows, and that cannot be had.
        LostBlock(name: String) Error "lost-block"
            ["内容块 {name} 由原网站在显示时生成，来源里没有它的内容", "the block “{name}” is made by its site when a page is shown: its content is not in the source"]
            ["对照原文，需要时补上", "compare with the original and add what is needed"];
        /// Characters that make text read otherwise than it is written.
        Turned Advice "turned"
            ["去掉了改变文字方向的控制符", "characters that force the direction of text were removed"]
            ["不需处理", "nothing to do"];
    }
}
