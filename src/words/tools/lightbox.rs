//! The words beside a picture that fills the screen.

words! {
    /// The whole.
    title: "图片", "圖片";
    /// The picture before.
    back: "上一幅", "上一幅";
    /// The picture after.
    on: "下一幅", "下一幅";
    /// Returns to the article.
    close: "关闭", "關閉";
}
