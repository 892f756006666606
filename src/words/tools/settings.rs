//! The words of `/settings/`, and of the panel with the same choices.

words! {
    /// Its headline.
    title: "阅读设置", "閱讀設定";
    /// What it is for.
    intro: "按自己的习惯读报。选择只存在这台设备上。", "按自己的習慣讀報。選擇只存在這台裝置上。";
    /// What is needed for it.
    needs_scripts: "设置要用到脚本（JavaScript），这个浏览器没有运行。浏览器自己也能放大文字、改成深色。", "設定要用到指令碼（JavaScript），這個瀏覽器沒有執行。瀏覽器自己也能放大文字、改成深色。";
    /// Large type, wide lines, large targets, nothing that moves.
    elder: "长辈模式", "樂齡模式";
    /// What it does.
    elder_note: "大字、疏行、大按钮、高对比，画面不动", "大字、疏行、大按鈕、高對比，畫面不動";
    /// The size of text.
    size: "字号", "字級";
    /// The height of lines.
    leading: "行距", "行距";
    /// The paper's own.
    leading_usual: "标准", "標準";
    /// Wider.
    leading_wide: "较宽", "較寬";
    /// The widest.
    leading_widest: "最宽", "最寬";
    /// Light or dark.
    theme: "明暗", "明暗";
    /// As the device says.
    automatic: "随设备", "隨裝置";
    /// Light.
    light: "浅色", "淺色";
    /// Dark.
    dark: "深色", "深色";
    /// Contrast.
    contrast: "对比度", "對比度";
    /// High contrast.
    contrast_more: "高对比", "高對比";
    /// What moves.
    motion: "动态效果", "動態效果";
    /// Nothing moves.
    motion_less: "减少", "減少";
    /// Simplified or Traditional.
    edition: "文字", "文字";
    /// Takes all choices back.
    reset: "恢复本报原样", "恢復本報原樣";
    /// Closes the panel.
    close: "完成", "完成";
    /// A text to try choices on.
    sample: "清早五点一刻，头班渡船离开码头。船舱里有送菜的、下夜班的，也有赶去上学的孩子。江面还是灰蓝色，对岸的灯一盏一盏地灭了，天就亮了。", "清早五點一刻，頭班渡船離開碼頭。船艙裡有送菜的、下夜班的，也有趕去上學的孩子。江面還是灰藍色，對岸的燈一盞一盞地滅了，天就亮了。";
}
