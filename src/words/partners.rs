//! The words for partners: of what they frame, and of the page where they make it. No reader downloads them.

words! {
    /// The headline of the page where they make it.
    title: "嵌入我们的新闻", "嵌入我們的新聞";
    /// What that page is for.
    intro: "挑一篇报道或一个栏目，把代码粘贴到您的网页里：读者就地看到新闻，点开回到本报。", "挑一篇報道或一個版面，把程式碼貼到您的網頁裡：讀者就地看到新聞，點開回到本報。";
    /// How it is done without tools.
    by_hand: "手写代码", "手寫程式碼";
    /// What to put where.
    by_hand_note: "把 ID 换成报道网址里 article 后面的编号；一个栏目写作 section/PATH/，相关新闻写作 related/ID/。", "把 ID 換成報道網址裡 article 後面的編號；一個版面寫作 section/PATH/，相關新聞寫作 related/ID/。";
    /// Leads from a framed article to its page; the paper's name goes before it.
    read_there: "阅读全文", "閱讀全文";
    /// Where a framed article has no page.
    not_there: "这条新闻不在这里了", "這則新聞不在這裡了";
    /// What to do then.
    not_there_note: "它的网址可能抄漏了，或者已经不再提供。", "它的網址可能抄漏了，或者已經不再提供。";
    /// What is embedded.
    kind: "嵌入什么", "嵌入什麼";
    /// A card.
    kind_article: "报道卡片", "報道卡片";
    /// A whole article.
    kind_full: "报道全文", "報道全文";
    /// The newest of a section.
    kind_section: "栏目最新", "版面最新";
    /// Related news.
    kind_related: "相关新闻", "相關新聞";
    /// Finds an article.
    article: "哪篇报道", "哪篇報道";
    /// What to type.
    article_hint: "输入标题里的字，或者粘贴网址", "輸入標題裡的字，或者貼上網址";
    /// Nothing was found.
    no_article: "没有找到。较早的报道请粘贴网址。", "沒有找到。較早的報道請貼上網址。";
    /// News could not be fetched.
    no_news: "取不到新闻列表。可以粘贴报道的网址。", "取不到新聞列表。可以貼上報道的網址。";
    /// Which section.
    section: "哪个栏目", "哪個版面";
    /// Which script.
    edition: "文字", "文字";
    /// Light or dark.
    theme: "明暗", "明暗";
    /// As the reader's device wants it.
    theme_auto: "随读者的设备", "隨讀者的設備";
    /// Light.
    theme_light: "浅色", "淺色";
    /// Dark.
    theme_dark: "深色", "深色";
    /// The accent colour.
    accent: "强调色", "強調色";
    /// The paper's own accent colour.
    accent_own: "本报的颜色", "本報的顏色";
    /// The size of text.
    scale: "字号", "字級";
    /// How wide the preview stands.
    width: "预览宽度", "預覽寬度";
    /// The way it is pasted.
    form: "写法", "寫法";
    /// With script.
    form_script: "引文＋脚本", "引文＋腳本";
    /// As an element.
    form_element: "自定义元素", "自訂元素";
    /// Without script.
    form_frame: "只用 iframe，不用脚本", "只用 iframe，不用腳本";
    /// The live view.
    preview: "预览", "預覽";
    /// What is pasted.
    code: "代码", "程式碼";
    /// Copies it.
    copy: "复制代码", "複製程式碼";
    /// It was copied.
    copied: "已复制", "已複製";
    /// It could not be copied.
    not_copied: "浏览器不让复制，请手动选取。", "瀏覽器不讓複製，請手動選取。";
}
