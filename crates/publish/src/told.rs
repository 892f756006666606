//! Why nothing more could be published, in both languages.

use super::PublishError;
use strait_confined::in_chinese;
use strait_report::problem::{Bilingual, Told};

impl Told for PublishError {
    fn words(&self) -> Bilingual {
        let zh = match self {
            PublishError::Disk { path, source } => format!("{}：读写失败：{}", path.display(), in_chinese(source)),
            PublishError::NoSite(site) => {
                format!("{} 里没有印好的站点（没有 index.html）；用 strait build --out … 印制", site.display())
            }
            PublishError::BeingPrinted(site) => format!("{} 正在印制；请等印完再发布", site.display()),
            PublishError::NotWhole(site) => format!(
                "{0} 不能确认是完整的站点：上次印制被中断或出错，或由旧版 strait 印出，或复制时漏了 .strait 和 \
                .strait-files；请再印一次：strait build --full --content … --out {0}",
                site.display()
            ),
            PublishError::Altered { site, first, count } => format!(
                "{0} 和印出时不同：{first} 缺失或被改动（共 {count} 个文件）；请加 --full 再印一次：\
                strait build --full --content … --out {0}",
                site.display()
            ),
            PublishError::BadFile(path) => {
                format!("{}：这样的文件不能发布；请用普通文件名，不要用链接或设备", path.display())
            }
            PublishError::HalfRelease(path) => format!("{} 缺失，或发布之后被改动；请重新发布站点", path.display()),
            PublishError::ChangedMeanwhile(path) => format!("{} 在发布途中被改动；请等印完再发布", path.display()),
            PublishError::IntoItself(path) => format!("{} 在印好的站点里面；请发布到外面的文件夹", path.display()),
            PublishError::NotALink(path) => format!("{} 不是指向某次发布的链接；请先把它移走", path.display()),
            PublishError::LockLost => "发布途中失去了锁；站点是完整的，再发布一次即可补齐".to_owned(),
            PublishError::Stopped => "已停下；站点是完整的，再发布一次即可补齐".to_owned(),
            PublishError::Store { path, source } => format!("{path}：{source}"),
            PublishError::TimedOut(path) => format!("{path}：试了几次，都没有及时答复"),
            PublishError::Damaged(path) => format!("{path}：试了几次，送到时都已损坏"),
            PublishError::NoEarlierRelease => "那里没有留下更早的发布可以退回".to_owned(),
            other => format!("出错了：{other}"),
        };
        Bilingual::new(zh, self.to_string())
    }
}
