//! What keeps a newsroom's content from being printed as it is: the press stumbles on it too.

use strait_confined::ConfinedError;
use strait_darkroom::PictureError;
use strait_model::{ArticleId, SectionPath};
use strait_report::faults;
use strait_report::problem::{Bilingual, Fault, Told};

faults! {
    /// What keeps a newsroom's content from being printed as it is.
    #[derive(thiserror::Error)]
    #[error("{}", self.what().en)]
    ContentFault {
        /// No JSON, or not of the shape of the model.
        BadJson(error: String) Error "bad-json"
            ["JSON 有误（{error}）", "{error}"]
            ["改正此处的 JSON；各字段见 docs/content.md", "correct the JSON there; docs/content.md shows each field"];
        /// A field that the model does not have.
        UnknownField Error "unknown-field"
            ["Strait 不认识这个字段", "a field that Strait does not know"]
            ["可用的字段见 docs/content.md", "see docs/content.md for the fields there are"];
        /// An article in a file that is called otherwise.
        WrongFileName(id: ArticleId) Error "wrong-file-name"
            ["文章自称 {id}，与文件名不符", "the article calls itself {id}"]
            ["把文件改名为 {id}.json，或改正 id", "name the file {id}.json, or correct the id"];
        /// Written under a newer major contract.
        NewerContract Error "newer-contract"
            ["为更新版本的 Strait 而写，部分内容可能缺失", "written for a newer Strait: parts may be missing"]
            ["用更新版本的 Strait 出版，或按本版本的约定改写", "print it with a newer Strait, or write it under the contract of this one"];
        /// A section that is not in the tree.
        UnknownSection(path: SectionPath) Error "unknown-section"
            ["site.json 里没有栏目 {path}", "no section {path} in site.json"]
            ["在栏目树里加上它，或改正路径", "add it to the tree or correct the path"];
        /// A block of a kind that the model does not have.
        UnknownBlock Error "unknown-block"
            ["Strait 不认识这种内容块", "a kind of block that Strait does not know"]
            ["可用的种类见 docs/content.md；这一块没有刊出", "see docs/content.md for the kinds there are; it was left out"];
        /// An embed of a provider that the site does not allow, or from elsewhere than its origin.
        UnknownPlayer(provider: String) Error "unknown-player"
            ["{provider} 不在站点的播放器名单里，或地址不属于它", "{provider} is not among the site's players, or not at its origin"]
            ["把它加进 site.json 的 players；现在只显示为链接", "add it to `players` in site.json; it is shown as a link"];
        /// A name that is no time zone.
        UnknownTimeZone(zone: String) Error "unknown-time-zone"
            ["“{zone}”不是时区", "“{zone}” is no time zone"]
            ["请用 IANA 名称，如 Asia/Shanghai；本次按 UTC 处理", "use an IANA name such as Asia/Shanghai; UTC was used"];
        /// What cannot be added to the address in a QR code.
        BadMark(mark: String) Error "bad-qr-mark"
            ["“{mark}”不能加在二维码的网址后面", "“{mark}” cannot be added to the address in a QR code"]
            ["写成 from=qr 的样子，至多 32 个字母、数字和 = & - _ .", "write it like from=qr: at most 32 letters, digits and = & - _ ."];
        /// An old address that is a page or file of the site today.
        FormerOfSite(address: String) Error "former-of-site"
            ["旧网址 {address} 现在是本站自己的网页或文件，不会跳转", "the old address {address} is a page or file of the site today: it leads nowhere else"]
            ["从 formerly 里去掉，或在服务器上另设", "take it out of `formerly`, or set it up on the server itself"];
        /// An old address that leads to another article.
        FormerTaken(address: String, other: ArticleId) Error "former-taken"
            ["旧网址 {address} 也属于稿件 {other}，只跳转到较早的一篇", "the old address {address} is that of the article {other} too, and leads to the older one"]
            ["只留在其中一篇的 formerly 里", "leave it in the `formerly` of one of them"];
        /// A file for the top of the site that would stand in the place of a page.
        HidesPage(path: String) Error "hides-page"
            ["站点自己有 {path}，或以后会有，没有复制", "the site has a {path} of its own, or may have one: it was not copied"]
            ["换个名字，或从 root 里去掉；robots.txt 由 site.json 的 robots 决定", "call it otherwise, or take it out of `root`; `robots` in site.json decides robots.txt"];
        /// A link that leads out of the newsroom.
        LeadsOutside Error "leads-outside"
            ["链接指向稿件库以外，没有读取", "a link that leads out of the newsroom: it was not followed"]
            ["请放文件本身，不要放链接", "put the file itself there instead of the link"];
        /// A folder, pipe or device where a file should be.
        NotAFile Error "not-a-file"
            ["不是普通文件，而是文件夹、管道或设备", "no regular file, but a folder, a pipe or a device"]
            ["请移走，或放一个普通文件", "take it away, or put a file there"];
        /// A file of so many megabytes that it is none of words.
        HugeFile(megabytes: u64) Error "huge-json"
            ["超过 {megabytes} MB，没有读取", "larger than {megabytes} MB: it was not read"]
            ["文章的 JSON 只放文字；图片和音视频请另存文件", "keep words in it; pictures and films are files of their own"];
        /// A file that went, or a link to none.
        MissingFile Error "missing-file"
            ["文件不在了，或链接指向的文件不存在", "the file is gone, or a link leads to one that is not there"]
            ["请放上文件，或删去链接", "put the file there, or delete the link"];
        /// A film or recording that is not there.
        MissingMedia Error "missing-media"
            ["稿件引用的音视频文件不存在", "an article plays this file, which is not there"]
            ["把文件放进 media 文件夹，或改正 src", "put it into the `media` folder, or correct the `src`"];
        /// A picture that cannot be made.
        BadPicture(why: Bilingual) Error "broken-picture"
            ["图片无法制作（{why}）", "{why}"]
            ["请放一张完整的 SVG、JPEG、PNG、WebP 或 GIF 原图；文章照出，但没有这张图", "put the whole original there, as SVG, JPEG, PNG, WebP or GIF; articles are printed without it"];
        /// A picture that asks for more pixels, memory or time than there is for one.
        TooMuchPicture(why: Bilingual) Error "too-much-picture"
            ["图片无法制作（{why}）", "{why}"]
            ["请缩小或简化原图；文章照出，但没有这张图", "scale the original down or make it simpler; articles are printed without it"];
    }
}

impl ContentFault {
    /// Why no renditions of an original are there.
    pub fn of_picture(error: &PictureError) -> ContentFault {
        if error.is_too_much() { ContentFault::TooMuchPicture(error.words()) } else { ContentFault::BadPicture(error.words()) }
    }

    /// What is wrong with a file of the newsroom that was not opened. None: the disk failed, which is no fault of content.
    pub fn of(error: &ConfinedError) -> Option<ContentFault> {
        match error {
            ConfinedError::Missing(_) => Some(ContentFault::MissingFile),
            ConfinedError::LeadsOutside { .. } => Some(ContentFault::LeadsOutside),
            ConfinedError::NotAFile(_) => Some(ContentFault::NotAFile),
            ConfinedError::TooLarge { megabytes, .. } => Some(ContentFault::HugeFile(*megabytes)),
            ConfinedError::Disk { .. } => None,
        }
    }
}
