//! The words of `/settings/`, and of the panel with the same choices.

words! {
    /// Its headline.
    title: "阅读设置", "閱讀設定";
    /// What it is for.
    intro: "按自己的习惯读报。选择只存在这台设备上。", "按自己的習慣讀報。選擇只存在這台裝置上。";
    /// What is needed for it.
    needs_scripts: "设置要用到脚本（JavaScript），这个浏览器没有运行。浏览器自己也能放大文字、改成深色。", "設定要用到指令碼（JavaScript），這個瀏覽器沒有執行。瀏覽器自己也能放大文字、改成深色。";
}
