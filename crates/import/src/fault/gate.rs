//! Why an item, or a part of it, may not be shown.

use strait_report::faults;

faults! {
    /// Why an item, or a part of it, may not be shown.
    #[derive(Hash)]
    GateFault {
        /// The source withdrew the article, with this note to editors.
        Withdrawn(note: String) Advice "withdrawn"
            ["来源撤回了这篇：{note}", "withdrawn by its source: {note}"]
            ["如要向读者说明原因，请写 statusNote", "write `statusNote` if readers should know why"];
        /// The source withdrew the article, and does not say why.
        WithdrawnInSilence Advice "withdrawn"
            ["来源撤回了这篇", "withdrawn by its source"]
            ["如要向读者说明原因，请写 statusNote", "write `statusNote` if readers should know why"];
        /// The source shows the article to those with a password only.
        Password Advice "password"
            ["来源以密码保护，按暂不发表归档", "protected by a password at its source: filed as withheld"]
            ["要发表就取消密码再导入", "lift the password and import again to publish it"];
        /// The source shows the article, or a part of it, to some readers only, as this in it says.
        ForSome(told: String) Advice "for-some-readers"
            ["来源只给部分读者看（{told}），按暂不发表归档", "shown to some readers only at its source ({told}): held back"]
            ["要给所有人看，先在来源取消限制，再导入", "open it to all readers there and import again to publish it"];
        /// The source does not call the article published, in its own words.
        Withheld(told: String) Advice "withheld"
            ["来源没有发表（{told}），按暂不发表归档", "not published at its source ({told}): held back"]
            ["要刊出，先在来源发表，再导入", "publish it there and import again"];
        /// The source says when the article is published, but not so that it can be read.
        UnreadTime(told: String) Advice "withheld"
            ["发表时间读不出（{told}），按暂不发表归档", "the time of its publication cannot be read ({told}): held back"]
            ["请来源改用 RFC 3339，再导入", "ask the source for RFC 3339, and import again"];
        /// The source plans the article for this time.
        Embargoed(until: String) Advice "embargoed"
            ["来源定于 {until} 发表，之前不刊出", "planned for {until} at its source: held back until then"]
            ["不需处理；到时重新印制即可", "nothing to do but to build again then"];
        /// A picture, film or story that goes with an article may not be shown, for this reason.
        HeldPart(told: String) Advice "held-part"
            ["它的一部分来源没有发表（{told}），未采用", "a part is not published at its source ({told}): left out"]
            ["要采用，先在来源发表，再导入", "publish it there and import again"];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strait_report::problem::Fault;

    #[test]
    fn a_time_that_cannot_be_read_is_no_word_of_the_source() {
        let unread = GateFault::UnreadTime("pubDate: gestern".to_owned());
        assert_eq!(unread.what().zh, "发表时间读不出（pubDate: gestern），按暂不发表归档");
        assert!(!unread.mend().zh.contains("先在来源发表"));
    }
}
