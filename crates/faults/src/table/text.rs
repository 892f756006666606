//! Faults of words and of how they are set.

use strait_report::faults;

faults! {
    /// What can be wrong with words and how they are set.
    TextFault {
        /// No headline.
        NoHeadline Error "no-headline"
            ["没有标题", "there is no headline"]
            ["写上标题", "write one"];
        /// More than a phone shows at once.
        LongHeadline { length: usize, limit: usize } Advice "long-headline"
            ["标题有 {length} 字，手机上要占三行以上", "the headline is {length} full-width characters long: over three lines on a phone"]
            ["缩到 {limit} 字以内（英文字母算半个）", "cut it to {limit} (Latin letters count half)"];
        /// More than lists show.
        LongSummary { length: usize, limit: usize } Advice "long-summary"
            ["摘要有 {length} 字，列表里会被截断", "the summary is {length} full-width characters long: lists cut it"]
            ["缩到 {limit} 字以内（英文字母算半个）", "cut it to {limit} (Latin letters count half)"];
        /// Too little for a list.
        ShortSummary { length: usize, limit: usize } Advice "short-summary"
            ["摘要只有 {length} 字", "the summary has only {length} full-width characters"]
            ["写到 {limit} 字以上，说清何人何事何地", "write at least {limit}: who, what, where"];
        /// Nothing to read.
        EmptyBody Advice "empty-body"
            ["正文是空的", "the body is empty"]
            ["写上正文，或把稿件设为 withheld", "write it, or make the article `withheld`"];
        /// A block with nothing in it.
        EmptyBlock Advice "empty-block"
            ["这个内容块是空的", "the block is empty"]
            ["写上内容，或去掉它", "fill it, or take it out"];
        /// A heading of a level that is not printed.
        BadLevel { level: usize } Advice "bad-level"
            ["小标题级别是 {level}，只印 2 级和 3 级", "the heading is of level {level}; only 2 and 3 are printed"]
            ["改成 2 或 3", "make it 2 or 3"];
        /// A heading below nothing.
        SkippedLevel Advice "skipped-level"
            ["3 级小标题上面没有 2 级小标题", "a heading of level 3 with none of level 2 above it"]
            ["改成 2 级，读屏软件按级别跳读", "make it level 2: screen readers go by levels"];
        /// A list within a list that is not among its points.
        BadSublist { points: usize } Error "bad-sublist"
            ["列表共有 {points} 条，子列表不在其中", "the list has {points} points, and the list within it is not among them"]
            ["first 从 1 起（0 是第一条），first 加 count 不超过总条数", "`first` is 1 or more (0 is the first point), and with `count` no more than all points"];
        /// Rows of different lengths.
        RaggedTable { row: usize, cells: usize, wanted: usize } Error "ragged-table"
            ["表格第 {row} 行有 {cells} 格，应有 {wanted} 格", "row {row} of the table has {cells} cells where {wanted} are wanted"]
            ["补上空格子或去掉多余的", "add empty cells, or take out what is too much"];
        /// A table that does not say what its columns are.
        NoTableHeader Advice "no-table-header"
            ["表格没有表头", "the table has no header"]
            ["在 header 里写上各列的名称", "name its columns in `header`"];
        /// Characters that turn the direction of text.
        BidiOverride { character: String } Error "bidi-override"
            ["文字里有改变方向的字符 {character}，可能让读者看到与原文不同的内容", "the text has the character {character}, which turns its direction and can make readers see something else"]
            ["删掉它", "delete it"];
        /// Characters that nobody sees.
        ControlCharacter { character: String } Error "control-character"
            ["文字里有控制字符 {character}", "the text has the control character {character}"]
            ["删掉它", "delete it"];
        /// What is left of a character that was lost.
        LostCharacter Advice "lost-character"
            ["文字里有“�”，原来的字在转码时丢了", "the text has “�”: a character was lost when it was converted"]
            ["对照原稿补上", "put it back from the original"];
        /// A character that became one of several, with no word to decide it.
        UncertainConversion { around: String, character: String, chosen: String, others: String, language: String } Advice "uncertain-conversion"
            ["“{around}”里的“{character}”没有词可凭，{language} 版印成“{chosen}”；也可能是“{others}”",
             "no word decides “{character}” in “{around}”: {language} has “{chosen}”, which might be “{others}”"]
            ["对的就不用管；不对，把这个词和它的写法写进 site.json 的 convertWords",
             "if it is wrong, put the word and what it becomes into `convertWords` of site.json"];
        /// Markup that readers would see as it is.
        MarkupInText { markup: String } Advice "markup-in-text"
            ["文字里有标记 {markup}，会原样印出", "the text has the markup {markup}, which is printed as it is"]
            ["改成普通文字；着重和链接用 strong、href", "write plain text; for stress and links there are `strong` and `href`"];
    }
}
