//! What can be wrong with the look that a newsroom chose.

use strait_report::faults;

faults! {
    /// What can be wrong with the look that a newsroom chose.
    LookFault {
        /// No colour.
        BadColour { colour: String } Error "bad-colour"
            ["“{colour}”不是颜色", "“{colour}” is no colour"]
            ["写成 #a8321f 的样子：# 加六位 0–9、a–f", "write it like #a8321f: a # and six digits of 0–9 and a–f"];
        /// No name of a file in the folder.
        BadLookFile { file: String } Error "bad-look-file"
            ["“{file}”不是 look 文件夹里的图", "“{file}” is no file of the folder `look`"]
            ["写 look 文件夹里的文件名，由 a–z、0–9 和 - _ . 组成，以 .svg 或 .png 结尾", "name a file in the folder `look`: a–z, 0–9 and - _ ., ending in .svg or .png"];
        /// No ornament.
        BadOrnament { ornament: String } Error "bad-ornament"
            ["“{ornament}”不是纹样", "“{ornament}” is no ornament"]
            ["用 waves、rule、none，或写 look 文件夹里的图，如 reeds.svg", "use waves, rule, none, or name a drawing in the folder `look`, such as reeds.svg"];
        /// Words that cannot be read on what is behind them.
        LowContrast { colour: String, ground: String, ratio: String, wanted: String, nearest: String } Error "low-contrast"
            ["{colour} 在 {ground} 上的对比度只有 {ratio}:1，读者看不清（至少要 {wanted}:1）", "{colour} on {ground} has a contrast of {ratio}:1: readers need {wanted}:1 (WCAG 2.2, 1.4.3)"]
            ["最接近的合格颜色是 {nearest}", "the nearest colour that will do is {nearest}"];
        /// A ground in the middle, on which no ink can be read.
        MiddleGround { ground: String } Error "middle-ground"
            ["{ground} 不深不浅，什么颜色的字在上面都不够清楚", "{ground} is neither dark nor light: hardly any ink can be read on it"]
            ["底色换浅一些；夜间的换深一些", "choose a lighter ground, or by night a darker one"];
        /// A file that is not there, or cannot be opened.
        NoLookFile { file: String } Error "no-look-file"
            ["look/{file} 不存在，或打不开", "look/{file} is not there, or cannot be opened"]
            ["把文件放进 look 文件夹，或改正名字", "put the file into the folder `look`, or correct its name"];
        /// A file that is no picture.
        NoLookPicture { file: String, why: String } Error "no-look-picture"
            ["look/{file} 不是能用的图（{why}）", "look/{file} is no picture that can be used ({why})"]
            ["用 SVG；报头和图标也可以用 PNG", "use SVG; the masthead and the icon may be PNG too"];
        /// A drawing that does more than show itself.
        LiveDrawing { file: String, what: String } Error "live-drawing"
            ["look/{file} 里有 {what}：图只能显示自己，不能运行、跳转或另取文件", "look/{file} has {what}: a drawing may show itself, and neither run, lead nor fetch"]
            ["删掉这一部分，或另存为“纯 SVG”", "take that out, or save it as “plain SVG”"];
        /// A typeface that is none.
        NoFace { file: String } Error "no-face"
            ["look/{file} 不是字体", "look/{file} is no typeface"]
            ["用 OpenType 或 TrueType 字体（.otf、.ttf、.ttc）", "use an OpenType or TrueType font (.otf, .ttf, .ttc)"];
        /// No name of a typeface.
        BadFaceFile { file: String } Error "bad-face-file"
            ["“{file}”不是 look 文件夹里的字体", "“{file}” is no typeface of the folder `look`"]
            ["写 look 文件夹里的文件名，由 a–z、0–9 和 - _ . 组成，以 .otf、.ttf 或 .ttc 结尾", "name a file in the folder `look`: a–z, 0–9 and - _ ., ending in .otf, .ttf or .ttc"];
        /// A file that every reader would have to fetch.
        HeavyLookFile { file: String, kilobytes: u64, most: u64 } Error "heavy-look-file"
            ["look/{file} 有 {kilobytes} KB，每位读者都要下载；最多 {most} KB", "look/{file} has {kilobytes} KB, which each reader would fetch: {most} KB is the most"]
            ["删掉图中看不见的部分，如编辑软件留下的数据", "take out what is not seen, such as what the drawing program left"];
        /// A sheet that ends within something, or begins with what nothing can be.
        BrokenStyle { what: String } Error "broken-style"
            ["这里的 CSS 读不懂（{what}），整个 style.css 没有采用", "this CSS cannot be read ({what}): nothing of style.css is used"]
            ["检查括号和引号是否成对、分号有没有漏", "look for a bracket or a quotation mark without its other half, or a missing semicolon"];
        /// What a sheet may not do in a page.
        StyleOfElsewhere { what: String } Error "style-of-elsewhere"
            ["style.css 里不能用 {what}，整个文件没有采用", "{what} cannot stand in style.css: nothing of it is used"]
            ["把规则直接写在 style.css 里；文件放进 root 文件夹，用 /名字 引用", "write the rules into style.css itself; files go into the folder `root`, and are called /NAME"];
        /// A sheet that stands in every page and has too much.
        HeavyStyle { kilobytes: u64, most: u64 } Error "heavy-style"
            ["style.css 有 {kilobytes} KB，每一页里都有一份；最多 {most} KB，没有采用", "style.css has {kilobytes} KB and stands in every page: {most} KB is the most, so it is not used"]
            ["只留改动的规则；颜色、字体、间距用 theme 和 docs/look.md 里的变量", "keep the rules that change something; colours, faces and room are for `theme` and the tokens of docs/look.md"];
    }
}
