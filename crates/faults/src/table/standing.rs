//! What can be wrong with a page that stands beside the news.

use strait_report::faults;

faults! {
    /// What can be wrong with a page that stands beside the news.
    StandingFault {
        /// Front matter that is none, or does not end.
        BadFrontMatter { error: String } Error "bad-front-matter"
            ["页面开头的说明读不懂（{error}），没有刊出", "the front matter cannot be read ({error}): the page is not published"]
            ["写成两行 --- 之间的 YAML，或两行 +++ 之间的 TOML，如 title: 关于本报", "write YAML between two lines of ---, or TOML between two of +++, such as title: About us"];
        /// A field whose value decides whether the page is shown, and cannot be read.
        UnclearPage { field: String } Error "unclear-page"
            ["{field} 的写法读不懂，不能断定可以刊出，没有刊出", "`{field}` cannot be read, so nothing says that the page may be shown: it is not published"]
            ["draft 写 true 或 false；日期写成 2026-01-31 或 2026-01-31T08:00:00+08:00", "write true or false for `draft`, and dates like 2026-01-31 or 2026-01-31T08:00:00+08:00"];
        /// A page that says of itself that it is not to be shown now.
        HiddenPage { field: String } Advice "hidden-page"
            ["由于 {field}，这一页现在不刊出", "because of its `{field}` the page is not published now"]
            ["写完以后去掉 {field}", "take `{field}` out when it is ready"];
        /// A page without a title.
        UntitledPage Error "untitled-page"
            ["页面没有标题，暂用文件名", "the page has no title: its file name is used"]
            ["在开头写 title，或以“# 标题”起头", "write a `title` in the front matter, or begin with “# Title”"];
        /// A file name that cannot be an address.
        BadPageName { name: String } Error "bad-page-name"
            ["“{name}”不能用作页面的网址，没有刊出", "“{name}” cannot be a page's address: it is not published"]
            ["用 a–z、0–9 和 - 组成的文件名，如 about.md，或在开头写 slug", "name the file with a–z, 0–9 and “-”, such as about.md, or write a `slug`"];
        /// A name that something else has.
        PageNameTaken { name: String } Error "page-name-taken"
            ["网址 /{name}/ 已有别的页面，没有刊出", "there is another page at /{name}/: this one is not published"]
            ["换个文件名或 slug", "choose another file name or `slug`"];
        /// A field that says nothing to Strait.
        UnusedPageField { field: String } Advice "unused-page-field"
            ["Strait 不用这一项：{field}", "Strait makes no use of `{field}`"]
            ["可用的字段见 docs/content.md", "see docs/content.md for the fields there are"];
        /// HTML, which is shown as it is written.
        HtmlInPage Advice "html-in-page"
            ["文中的 HTML 照原样显示为文字", "HTML in a page is shown as text"]
            ["改用 Markdown 的写法", "write it in Markdown"];
        /// A file that is no page.
        NoPage Advice "no-page"
            ["pages 文件夹里的这一项不是页面，没有刊出", "this is no page: it is not published"]
            ["页面写成 pages/名字.md；图片放进 pictures 文件夹", "pages are called pages/NAME.md; pictures go into the `pictures` folder"];
        /// A file that is no text.
        NoText Error "no-text"
            ["文件不是 UTF-8 文本，没有刊出", "the file is no UTF-8 text: it is not published"]
            ["另存为 UTF-8", "save it as UTF-8"];
    }
}
