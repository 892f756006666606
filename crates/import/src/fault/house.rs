//! What is told of the site file that is imported into.

use strait_report::faults;

faults! {
    /// What is told of the site file that is imported into.
    HouseFault {
        /// A section of the source that was added to the tree.
        NewSection(section: String) Advice "new-section"
            ["栏目树里加了 {section}", "the section {section} was added to the tree"]
            ["名称和次序可以改；删去的不会再加", "rename or move it as you like; one that you remove is not added again"];
        /// A new newsroom was set up as its source describes itself, and so many samples went.
        SetUp(said: String, samples: usize) Advice "set-up"
            ["按来源设好了（{said}），移走 {samples} 个示例文件", "set up as the source describes itself ({said}); {samples} sample files went"]
            ["看一遍，不对就改", "look it through, and correct what is not right"];
        /// What the source did not say of itself and a new newsroom still has as it was made.
        Unsaid(left: String) Advice "unsaid"
            ["来源没有说明，仍是示例：{left}", "the source does not say, and it is still the sample's: {left}"]
            ["在 site.json 里填上", "fill it in, in site.json"];
        /// The source does not describe itself, for this reason.
        Undescribed(why: String) Advice "undescribed"
            ["来源没有说明自己（{why}）", "the source does not describe itself ({why})"]
            ["报名、语言、时区、栏目请在 site.json 里写", "write name, language, time zone and sections into site.json"];
        /// Pictures come from an origin that the site does not allow.
        MediaOrigin(origin: String) Advice "media-origin"
            ["有图片来自 {origin}", "pictures come from {origin}"]
            ["若可信任，用 --trust-origins 导入，或把它加进 mediaOrigins，否则浏览器不显示", "if you trust it, import with --trust-origins or add it to `mediaOrigins`, or browsers will not show them"];
        /// Pictures come from an origin without TLS, which no site can allow.
        PlainOrigin(origin: String) Advice "media-origin"
            ["有图片来自 {origin}，网页只显示 https 的图片", "pictures come from {origin}; pages show those of https only"]
            ["用 --fetch-pictures 再导入一次，把图片取来", "import again with --fetch-pictures, which brings them along"];
        /// Embeds come from a provider that the site does not list.
        Player(origin: String) Advice "player"
            ["有嵌入内容来自 {origin}", "embeds come from {origin}"]
            ["若可信任，用 --trust-origins 导入，或把它加进 players，否则只显示为链接", "if you trust it, import with --trust-origins or add it to `players`, or they are shown as links"];
    }
}
