//! Faults of a file as JSON, before anybody asks what it says.

use strait_report::faults;
use strait_report::problem::Bilingual;

faults! {
    /// What can be wrong with a file as JSON.
    ShapeFault {
        /// Bytes that are no UTF-8.
        NotUtf8 Error "not-utf8"
            ["文件不是 UTF-8 编码", "the file is not UTF-8"]
            ["用 UTF-8 另存；旧系统导出的常是 GB18030", "save it as UTF-8; exports of old systems are often GB18030"];
        /// A byte order mark.
        ByteOrderMark Error "byte-order-mark"
            ["文件开头有字节顺序标记（BOM）", "the file begins with a byte order mark"]
            ["用“UTF-8（无 BOM）”另存", "save it as UTF-8 without a byte order mark"];
        /// Nothing in it.
        EmptyFile Error "empty-file"
            ["文件是空的", "the file is empty"]
            ["重新导出，或删除文件", "export it again, or delete it"];
        /// More bytes than any article has.
        HugeFile { megabytes: usize } Advice "huge-file"
            ["文件有 {megabytes} MB，读者的手机打不开这样的稿件", "the file has {megabytes} MB: no phone will show such an article"]
            ["拆成几篇，或检查是否误存了别的数据", "split the article, or see whether other data got into it"];
        /// A file that cannot be opened.
        Unreadable { why: String } Error "unreadable-file"
            ["文件打不开（{why}）", "the file cannot be read ({why})"]
            ["检查文件是否存在、权限是否正确", "see that it is there and may be read"];
        /// A field that has to be there.
        MissingField { field: String } Error "missing-field"
            ["缺少 {field}", "`{field}` is missing"]
            ["补上 {field}；写法见 docs/content.md", "add `{field}`; docs/content.md shows how"];
        /// A value of another type.
        WrongType { wanted: Bilingual, found: Bilingual } Error "wrong-type"
            ["这里应是{wanted}，却是{found}", "{wanted} is wanted here, and this is {found}"]
            ["改成{wanted}；写法见 docs/content.md", "write {wanted}; docs/content.md shows how"];
        /// A word that is not in the list.
        UnknownValue { value: String, allowed: String } Error "unknown-value"
            ["Strait 不认识“{value}”", "“{value}” is no value that Strait knows"]
            ["可用的是 {allowed}", "use one of {allowed}"];
        /// A number out of its range.
        OutOfRange { value: String } Error "out-of-range"
            ["数字 {value} 超出范围", "the number {value} is out of range"]
            ["范围见 docs/content.md", "docs/content.md tells the range"];
        /// A text that is no id.
        BadId { id: String } Error "bad-id"
            ["“{id}”不能作稿件 id", "“{id}” cannot be the id of an article"]
            ["用 1 至 64 个小写字母、数字和“-”", "use 1 to 64 of a–z, 0–9 and “-”"];
        /// A text that is no section path.
        BadSectionPath { path: String } Error "bad-section-path"
            ["“{path}”不能作栏目路径", "“{path}” cannot be the path of a section"]
            ["写成 news/city 的样子：小写字母、数字和“-”，层级用“/”隔开", "write it like news/city: a–z, 0–9 and “-”, with “/” between levels"];
        /// A text that is no time.
        BadTime { time: String } Error "bad-time"
            ["“{time}”不是带时区的时间", "“{time}” is no time with an offset"]
            ["写成 2026-11-24T08:12:00+08:00 的样子（RFC 3339）", "write it like 2026-11-24T08:12:00+08:00 (RFC 3339)"];
        /// Any other fault of the schema.
        BadShape { why: String } Error "bad-shape"
            ["与约定的格式不符（{why}）", "not of the agreed shape ({why})"]
            ["写法见 docs/content.md", "docs/content.md shows the shape"];
    }
}
