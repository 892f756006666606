//! Faults of `site.json` and `front.json`.

use strait_report::faults;

faults! {
    /// What can be wrong with the site and its front page.
    SiteFault {
        /// No site file.
        NoSiteFile Error "no-site-file"
            ["没有 site.json，无从知道报名、网址和栏目", "there is no site.json: name, address and sections are unknown"]
            ["用 strait new 建一个，或写一个", "write one; `strait new` makes one to begin with"];
        /// No folder of articles.
        NoArticles Advice "no-articles"
            ["articles 文件夹里没有稿件", "there are no articles in the `articles` folder"]
            ["用 strait import 导入，或写第一篇", "import some with `strait import`, or write the first"];
        /// Old addresses that a store cannot lead on.
        FormerForServers { count: usize, address: String } Advice "former-for-servers"
            ["{count} 个旧网址（如 {address}）带参数、不在本站路径之下，或扩展名不是网页的，只放文件的主机不能跳转", "{count} old addresses (such as {address}) have a query, lie beside the site's path or end like no page: a host that only holds files cannot lead them on"]
            ["nginx、Caddy 和 strait serve 都能，Netlify 能跳转最新的；见 docs/publishing.md", "nginx, Caddy and strait serve lead all, Netlify the newest; see docs/publishing.md"];
        /// A field without words.
        NoWords { field: String } Advice "no-words"
            ["{field} 是空的", "`{field}` is empty"]
            ["写上 {field}", "fill in `{field}`"];
        /// An address that is none.
        BadUrl { url: String } Error "bad-url"
            ["“{url}”不是网址", "“{url}” is no address of a site"]
            ["写成 https://example.org/paper/ 的样子：域名（中文域名写成 xn--…）和路径只用字母、数字和 - . _ ~，不带 ? 和 #", "write it like https://example.org/paper/: host (other scripts as xn--…) and path of letters, digits and - . _ ~, without ? and #"];
        /// An address over plain HTTP.
        InsecureUrl { url: String } Advice "insecure-url"
            ["{url} 不是 https", "{url} is not https"]
            ["换成 https：离线阅读、分享和复制都要求它", "use https: sharing, copying and reading offline need it"];
        /// An origin that no address begins with.
        BadOrigin { origin: String } Error "bad-origin"
            ["“{origin}”不是 https 源", "“{origin}” is no https origin"]
            ["写成 https://player.example.org 的样子，后面不带斜杠和路径；中文域名写成 xn--…", "write it like https://player.example.org, with nothing after the host but perhaps a port; other scripts as xn--…"];
        /// A path that an edition cannot begin with.
        BadEditionPath { path: String } Error "bad-edition-path"
            ["“{path}”不能用作一版的路径", "“{path}” cannot be an edition's path"]
            ["用一个还没有占用的词，由 a–z、0–9 和 - 组成，如 hant", "use one word of a–z, 0–9 and “-” that is not taken, such as hant"];
        /// No name of a crawler.
        BadCrawler { name: String } Error "bad-crawler"
            ["“{name}”不是爬虫的名字", "“{name}” is no name of a crawler"]
            ["写它自称的名字，由字母、数字和 - _ 组成，如 GPTBot", "write the name that it gives itself: letters, digits and - _, such as GPTBot"];
        /// The same provider twice.
        DoublePlayer { provider: String } Error "double-player"
            ["播放器 {provider} 列了两次", "the player {provider} is listed twice"]
            ["去掉一处", "take one out"];
        /// A licence that no authority wrote so.
        OddLicence Error "odd-licence"
            ["这一项许可或备案的写法不对", "this licence is not written as its authority writes it"]
            ["照证书抄：闽ICP备2026000001号-1、闽公网安备35020002000001号、11 位许可证号；举报要有 phone 或 mail", "copy it from the certificate: 闽ICP备2026000001号-1, 闽公网安备35020002000001号, a number of 11 digits; a report needs `phone` or `mail`"];
        /// No section.
        NoSections Error "no-sections"
            ["没有栏目，稿件无处可放", "there are no sections to put articles in"]
            ["在 sections 里至少写一个栏目", "write at least one in `sections`"];
        /// The same path twice.
        DoubleSection { path: String } Error "double-section"
            ["栏目 {path} 列了两次", "the section {path} is listed twice"]
            ["每个栏目一个路径", "give each section a path of its own"];
        /// A section that does not stand where its path says.
        MisplacedSection { path: String } Error "misplaced-section"
            ["栏目 {path} 的位置与路径不符", "the section {path} does not stand where its path says"]
            ["下级栏目的路径是上级的路径加“/”再加一段", "the path of a section below is that of the one above, “/”, and one part more"];
        /// Pages that hold nothing.
        BadPageSize { size: usize } Error "bad-page-size"
            ["sectionPageSize 是 {size}", "`sectionPageSize` is {size}"]
            ["用 5 到 100；平常是 20", "use 5 to 100; 20 is usual"];
        /// An article on the front page that is not there.
        DeadFront { id: String } Error "dead-front"
            ["头版的稿件 {id} 不存在", "the front page's article {id} is not there"]
            ["改正 id，或从 front.json 里去掉", "correct the id, or take it out of front.json"];
        /// An article on the front page that readers cannot see.
        HiddenFront { id: String } Advice "hidden-front"
            ["头版的稿件 {id} 现在不刊出", "the front page's article {id} is not shown now"]
            ["换一篇，或等它刊出", "choose another, or wait until it is shown"];
        /// The same article twice on the front page.
        DoubleFront { id: String } Advice "double-front"
            ["稿件 {id} 在头版列了两次，第二次不显示", "the front page names the article {id} twice: only the first is shown"]
            ["去掉一处", "take one out"];
        /// A strip of a section that is not there.
        DeadStrip { path: String } Error "dead-strip"
            ["头版的栏目 {path} 不存在", "the front page's section {path} is not there"]
            ["改正路径，或在 site.json 里加上", "correct the path, or add it to site.json"];
        /// The same strip twice.
        DoubleStrip { path: String } Advice "double-strip"
            ["栏目 {path} 在头版列了两次", "the front page has the section {path} twice"]
            ["去掉一处", "take one out"];
        /// A strip's lead from elsewhere.
        StripLeadElsewhere { id: String, path: String } Advice "strip-lead-elsewhere"
            ["{id} 不是栏目 {path} 的稿件", "{id} is no article of the section {path}"]
            ["换一篇本栏目的", "choose one of that section"];
        /// More beside the lead than there is room for.
        TooManyBeside { count: usize, room: usize } Advice "too-many-beside"
            ["beside 有 {count} 篇，只显示前 {room} 篇", "`beside` has {count} articles, and only the first {room} are shown"]
            ["去掉多余的", "take the others out"];
        /// A story in pictures that has none.
        NoPicture { id: String } Advice "no-picture"
            ["{id} 没有题图，不适合放在图片栏", "{id} has no lead picture: it does not suit the pictures"]
            ["给它配图，或换一篇", "give it one, or choose another"];
    }
}
