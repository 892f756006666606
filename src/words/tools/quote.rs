//! The words of quoting.

words! {
    /// Copies what is selected, with where it stands.
    quote: "引用这一段", "引用這一段";
    /// It is on the clipboard.
    copied: "已复制，附有出处和链接", "已複製，附有出處和連結";
    /// The browser refused.
    not_copied: "浏览器不允许，请手动复制", "瀏覽器不允許，請手動複製";
}
