//! Faults of what points elsewhere: links, related articles, pictures, media.

use strait_report::faults;

faults! {
    /// What can be wrong with what points elsewhere.
    PlaceFault {
        /// A link that would run a script, or that browsers take for something else.
        UnsafeLink { href: String } Error "unsafe-link"
            ["“{href}”不能作链接，刊出时只剩文字", "“{href}” must not be a link: only its words are printed"]
            ["用 https:、http:、mailto:、tel:、/本站路径/ 或 #锚点", "use https:, http:, mailto:, tel:, a /path/ of this site or an #anchor"];
        /// A text that is no old address.
        BadFormer { address: String } Error "bad-former"
            ["“{address}”不能作旧网址", "“{address}” cannot be an old address"]
            ["写成 /2024/09/30/slug/、/?p=123 或 https://old.example.org/a.html 的样子；不带 #、空格和引号，特殊字符写成 %XX", "write it like /2024/09/30/slug/, /?p=123 or https://old.example.org/a.html: no “#”, spaces or quotes, other signs as %XX"];
        /// A link to an article that is not there.
        DeadLink { id: String } Error "dead-link"
            ["链接指向的稿件 {id} 不存在", "the link leads to the article {id}, which is not there"]
            ["改正链接，或去掉它", "correct the link, or take it out"];
        /// A link to an article that readers cannot see.
        HiddenLink { id: String } Advice "hidden-link"
            ["链接指向的稿件 {id} 现在不刊出", "the link leads to the article {id}, which is not shown now"]
            ["等它刊出，或去掉链接", "wait until it is shown, or take the link out"];
        /// A link to a section that is not there.
        DeadSectionLink { path: String } Error "dead-section-link"
            ["链接指向的栏目 {path} 不存在", "the link leads to the section {path}, which is not there"]
            ["改正链接，或在 site.json 里加上栏目", "correct the link, or add the section to site.json"];
        /// A link to a path that is no page.
        NoSuchPage { href: String } Advice "no-such-page"
            ["本站没有 {href} 这样的网页", "the site has no page at {href}"]
            ["稿件写 /article/ID/，栏目写 /section/路径/", "write /article/ID/ for an article, /section/PATH/ for a section"];
        /// A link to a heading that is not there.
        DeadAnchor { anchor: String } Advice "dead-anchor"
            ["网页里没有 #{anchor}", "there is no #{anchor} in the page"]
            ["锚点由小标题的文字或段落的开头算出，文字改了也变；现有的是 strait build 印出的 id；用 anchor 可自定", "anchors are made from a heading's words or a paragraph's opening and change with them; see the ids that strait build prints, or set one with `anchor`"];
        /// An id that a block cannot have.
        BadAnchor { anchor: String } Error "bad-anchor"
            ["“{anchor}”不能作锚点，或本稿已经用过", "“{anchor}” cannot be an anchor, or stands in the article twice"]
            ["用 1 到 32 个 a–z、0–9 和“-”，以字母开头，不重复", "use 1 to 32 of a–z, 0–9 and “-”, beginning with a letter, once"];
        /// A related article that is not there.
        DeadRelated { id: String } Error "dead-related"
            ["相关新闻 {id} 不存在", "the related article {id} is not there"]
            ["改正 id，或从 related 里去掉", "correct the id, or take it out of `related`"];
        /// A related article that readers cannot see.
        HiddenRelated { id: String } Advice "hidden-related"
            ["相关新闻 {id} 现在不刊出", "the related article {id} is not shown now"]
            ["等它刊出，或从 related 里去掉", "wait until it is shown, or take it out of `related`"];
        /// An article related to itself.
        SelfRelated Advice "self-related"
            ["稿件把自己列为相关新闻", "the article is related to itself"]
            ["从 related 里去掉", "take it out of `related`"];
        /// The same related article twice.
        DoubleRelated { id: String } Advice "double-related"
            ["相关新闻 {id} 列了两次", "the related article {id} is listed twice"]
            ["去掉一处", "take one out"];
        /// A picture that is not there.
        MissingPicture { src: String } Error "missing-picture"
            ["pictures 文件夹里没有 {src}", "there is no {src} in the `pictures` folder"]
            ["把原图放进去，或改正 src；大小写须一致", "put the original there, or correct the `src`; upper and lower case matter"];
        /// A path that leads out of the folder.
        OutsideFolder { src: String } Error "outside-folder"
            ["“{src}”指向文件夹之外", "“{src}” leads out of the folder"]
            ["把文件放进 pictures 或 media 文件夹，src 只写其中的路径", "put the file into `pictures` or `media`, and name it by its path in there"];
        /// A picture of another host that the policy of the site refuses.
        ForeignFile { origin: String } Error "foreign-file"
            ["{origin} 不在 site.json 的 mediaOrigins 里，浏览器不会加载", "{origin} is not among `mediaOrigins` in site.json: browsers will not load it"]
            ["加进 mediaOrigins，或把文件存到本站", "add it to `mediaOrigins`, or keep the file on this site"];
        /// A file over plain HTTP.
        PlainHttp { src: String } Error "plain-http"
            ["{src} 不是 https，网页里不会加载", "{src} is not https: pages will not load it"]
            ["换成 https 地址", "use its https address"];
        /// A remote picture of unknown size.
        NoSize { src: String } Advice "no-size"
            ["远程图片 {src} 没有 width 和 height，加载时版面会跳动", "the remote picture {src} has no width and height: the page will jump"]
            ["补上像素尺寸", "add its size in pixels"];
        /// A picture without words for those who do not see it.
        NoAlt Advice "no-alt"
            ["图片没有替代文字（alt）", "the picture has no words for those who do not see it (`alt`)"]
            ["用一句话写明画面上有什么", "say in a sentence what is in it"];
        /// A picture without a caption.
        NoCaption Advice "no-caption"
            ["图片没有图说", "the picture has no caption"]
            ["补上 caption，说明何时何地何人", "add a `caption` that says who, when and where"];
        /// Too many bytes.
        HugePicture { megabytes: usize, width: usize, height: usize } Advice "huge-picture"
            ["原图有 {megabytes} MB、{width}×{height} 像素，制作很慢", "the original has {megabytes} MB and {width}×{height} pixels: it is slow to make"]
            ["缩到长边 6000 像素以内、20 MB 以内", "scale it to 6000 pixels and 20 MB at most"];
        /// A picture that nobody shows.
        UnusedPicture Advice "unused-picture"
            ["没有稿件用到这张图片", "no article shows this picture"]
            ["不需要就删掉", "delete it if it is not needed"];
        /// A film or recording that nobody plays.
        UnusedMedia Advice "unused-media"
            ["没有稿件用到这个音视频文件", "no article plays this film or recording"]
            ["不需要就删掉", "delete it if it is not needed"];
        /// A file among the articles that is no article.
        StrayFile Advice "stray-file"
            ["articles 文件夹里只读 .json 文件，这一个被跳过", "only .json files are read in `articles`: this one is skipped"]
            ["移到别处，或改正扩展名", "move it elsewhere, or correct its ending"];
    }
}
