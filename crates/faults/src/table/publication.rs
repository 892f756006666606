//! Faults of an article's data: its name, its times, its place in the paper.

use strait_report::faults;

faults! {
    /// What can be wrong with an article's data.
    PublicationFault {
        /// Two files with one id.
        DuplicateId { id: String, other: String } Error "duplicate-id"
            ["id {id} 与 {other} 相同，或只差大小写、全半角", "the id {id} is that of {other} too, but for case or Unicode form"]
            ["两篇各用各的 id；大小写不同的文件名在有些系统上是同一个文件", "give each its own; on some systems names that differ by case are one file"];
        /// Changed before it was made.
        VersionBeforeFirst Error "version-before-first"
            ["versionCreated 早于 firstCreated", "`versionCreated` is before `firstCreated`"]
            ["versionCreated 是本版时间，不早于首发", "`versionCreated` is the time of this version, never before the first"];
        /// Never shown.
        EmbargoAfterExpiry Error "embargo-after-expiry"
            ["解禁时间不早于过期时间，稿件永远不会刊出", "the embargo ends when the article has expired: it is never shown"]
            ["改正 embargoed 或 expires", "correct `embargoed` or `expires`"];
        /// A time far ahead.
        FarFuture { time: String } Advice "far-future"
            ["时间 {time} 在一天以后", "the time {time} is more than a day ahead"]
            ["核对年份和时区；定时刊出用 embargoed", "see to year and offset; to publish later, use `embargoed`"];
        /// A time before the web.
        LongAgo { time: String } Advice "long-ago"
            ["时间 {time} 早于 1900 年", "the time {time} is before 1900"]
            ["核对年份", "see to the year"];
        /// Corrections in the wrong order.
        CorrectionsOutOfOrder Advice "corrections-out-of-order"
            ["更正没有按时间排列", "the corrections are not in the order of their times"]
            ["旧的在前，新的在后", "put the oldest first"];
        /// A correction before the article.
        CorrectionBeforeFirst Error "correction-before-first"
            ["更正的时间早于首发时间", "the correction is before the article's first publication"]
            ["改正 at 或 firstCreated", "correct `at` or `firstCreated`"];
        /// A correction that the version does not know.
        CorrectionAfterVersion Advice "correction-after-version"
            ["更正晚于 versionCreated，页面不会标出“更新于”", "the correction is after `versionCreated`: the page will not say that it was updated"]
            ["把 versionCreated 改成更正的时间", "set `versionCreated` to the time of the correction"];
        /// Not shown before a time.
        Embargoed { until: String } Advice "embargoed"
            ["禁发至 {until}，现在不刊出", "embargoed until {until}: not shown now"]
            ["无需处理；想提前刊出就改 embargoed", "nothing to do; to show it earlier, change `embargoed`"];
        /// No longer shown.
        Expired { since: String } Advice "expired"
            ["已于 {since} 过期，不再刊出", "expired at {since}: no longer shown"]
            ["无需处理；想继续刊出就改 expires", "nothing to do; to show it on, change `expires`"];
        /// Held back.
        Withheld Advice "withheld"
            ["稿件暂缓刊出（withheld）", "the article is withheld: not shown now"]
            ["无需处理；想刊出就改 pubStatus", "nothing to do; to show it, change `pubStatus`"];
        /// A tombstone that says nothing.
        SilentTombstone Advice "silent-tombstone"
            ["已撤下的稿件没有 statusNote，读者不知道原因", "the withdrawn article has no `statusNote`: readers are not told why"]
            ["写一句说明", "say so in a sentence"];
        /// An urgency that nobody knows.
        BadUrgency { urgency: usize } Advice "bad-urgency"
            ["urgency 是 {urgency}，应在 1 到 9 之间", "`urgency` is {urgency}; it goes from 1 to 9"]
            ["1 最急，9 最缓，平常是 5", "1 is most urgent, 9 least, 5 the usual"];
        /// A tag that is no language.
        BadLanguage { language: String } Error "bad-language"
            ["“{language}”不是语言代码", "“{language}” is no language tag"]
            ["用 BCP 47 写法：zh-Hans、zh-Hant、en", "use BCP 47: zh-Hans, zh-Hant, en"];
        /// Words of another language than the article says.
        OtherLanguage { language: String } Advice "other-language"
            ["稿件标为 {language}，文字却像另一种语言", "the article says that it is in {language}, and its words look otherwise"]
            ["改正 language：读屏和翻译软件靠它选择语音", "correct `language`: screen readers choose the voice by it"];
        /// Nobody it comes from.
        NoSource Error "no-source"
            ["没有写来源", "the source has no name"]
            ["在 source.name 里写明来源", "say in `source.name` where it comes from"];
        /// A maker without a name.
        NoName Advice "no-name"
            ["署名没有名字", "the credit has no name"]
            ["写上名字，或去掉这一项", "add the name, or take the credit out"];
    }
}
