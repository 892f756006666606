//! How it is told what an import leaves behind.

use strait_report::table::Blank;

/// What there is beside articles, in both languages, one and many.
const KINDS: [(&str, &str, &str, &str); 8] = [
    ("comment", "条评论", "comment", "comments"),
    ("pingback", "条引用通告", "pingback", "pingbacks"),
    ("trackback", "条引用通告", "trackback", "trackbacks"),
    ("page", "个页面", "page", "pages"),
    ("attachment", "个附件", "attachment", "attachments"),
    ("revision", "个修订版本", "revision", "revisions"),
    ("nav_menu_item", "个菜单项", "menu item", "menu items"),
    ("wp_block", "个区块样板", "synced pattern", "synced patterns"),
];

/// So many items of a kind, as their source calls it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Left {
    /// The kind.
    pub kind: String,
    /// How many.
    pub count: usize,
}

/// What English says of so many: “is” or “are”.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Are(pub usize);

impl Left {
    fn known(&self) -> Option<&(&str, &str, &str, &str)> {
        KINDS.iter().find(|(known, ..)| *known == self.kind)
    }
}

impl Blank for Left {
    fn zh(&self) -> String {
        let Left { kind, count } = self;
        self.known().map_or_else(|| format!("{count} 个“{kind}”条目"), |(_, zh, ..)| format!("{count} {zh}"))
    }

    fn en(&self) -> String {
        let Left { kind, count } = self;
        match (self.known(), count) {
            (Some((.., one, _)), 1) => format!("1 {one}"),
            (Some((.., many)), _) => format!("{count} {many}"),
            (None, 1) => format!("1 ‘{kind}’ item"),
            (None, _) => format!("{count} ‘{kind}’ items"),
        }
    }
}

impl Blank for Are {
    fn zh(&self) -> String {
        String::new()
    }

    fn en(&self) -> String {
        if self.0 == 1 { "is" } else { "are" }.to_owned()
    }
}
