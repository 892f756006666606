//! Faults of whole files, and of what is in them beside articles.

use super::left::{Are, Left};
use strait_report::faults;
use strait_report::problem::Bilingual;

faults! {
    /// What can be wrong with a whole file.
    #[derive(Hash)]
    FileFault {
        /// Neither the format that was announced nor anything like it.
        BadFile(error: String) Error "bad-file"
            ["不是所说的格式（{error}）", "not of the format that was announced ({error})"]
            ["检查 --from，或重新取这个文件", "check --from, or get the file anew"];
        /// A pipe, or a link that leads out of the folder.
        Unopened Error "unopened"
            ["是管道，或指向文件夹之外的链接，没有读取", "a pipe, or a link that leads out of the folder: it was not read"]
            ["放文件本身，再导入一次", "put the file itself there, and import again"];
        /// Nothing to import in a file.
        NoItems Advice "no-items"
            ["里面没有可导入的稿件", "nothing to import in it"]
            ["若应当有稿件，检查 --from", "if there should be, check --from"];
        /// The file ends early or is broken from some point on.
        CutShort(error: Bilingual) Error "cut-short"
            ["文件在这里损坏（{error}），能读出的稿件已导入", "broken here ({error}); what could be read was imported"]
            ["重新取这个文件再导入一次", "get the file anew and import it again"];
        /// It is in another encoding than it says.
        Encoding(name: &'static str) Advice "encoding"
            ["没有说明编码或说错了，按 {name} 读", "its encoding is not declared, or wrongly; read as {name}"]
            ["若有乱码，请先转成 UTF-8", "if text looks wrong, convert it to UTF-8 first"];
        /// So many items of a kind, which are no articles.
        NoArticles(left: Left, are: Are) Advice "not-an-article"
            ["{left}不是文章，没有导入", "{left}, no articles, {are} not imported"]
            ["不需处理", "nothing to do"];
        /// So many standing pages.
        Pages(left: Left, are: Are) Advice "not-an-article"
            ["{left}不是文章，没有导入", "{left}, no articles, {are} not imported"]
            ["本报还没有固定页面；另行保存", "there are no standing pages yet: keep them elsewhere"];
        /// So many items of a kind that articles show.
        PartsOfArticles(left: Left, are: Are) Advice "not-an-article"
            ["{left}不是文章，没有导入", "{left}, no articles, {are} not imported"]
            ["文章用到的会随文章导入", "what articles show comes with them"];
        /// More of a kind, of one file.
        ManyMoreOfAKind(name: &'static str, count: usize) Advice "many-more-of-a-kind"
            ["另有 {count} 处 {name} 未列出", "{count} more of “{name}” are not listed"]
            ["改正所列的，再导入一次", "correct those that are listed and import again"];
    }
}

impl FileFault {
    /// So many items of a kind, which are no articles.
    pub fn left(kind: String, count: usize) -> FileFault {
        let row = match kind.as_str() {
            "page" => FileFault::Pages,
            "attachment" | "wp_block" => FileFault::PartsOfArticles,
            _ => FileFault::NoArticles,
        };
        row(Left { kind, count }, Are(count))
    }
}
