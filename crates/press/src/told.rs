//! Why nothing could be printed, in both languages.

use crate::error::PressError;
use crate::site::host_files::unwritable::Unwritable;
use strait_confined::in_chinese;
use strait_report::problem::{Bilingual, Told, Tongue};

impl Told for PressError {
    fn words(&self) -> Bilingual {
        let zh = match self {
            PressError::Disk { path, source } => format!("{}：读写失败：{}", path.display(), in_chinese(source)),
            PressError::Confined(error) => error.words().zh,
            PressError::Site(problem) => problem.in_tongue(Tongue::Chinese),
            PressError::Reader(path) => format!("阅读器缺少 {}；用 cargo xtask reader 生成", path.display()),
            PressError::NoReader => "这个 strait 里没有阅读器：用 --reader 指定，或用 cargo xtask build 编译".to_owned(),
            PressError::NotOurs(folder) => {
                format!("{} 里有不是 Strait 写的文件；请换一个文件夹，或加 --force（那些文件会留着）", folder.display())
            }
            PressError::Changed(file) => format!("{} 在印制途中被改动；请再印一次", file.display()),
            PressError::Index(error) => format!("上次印制留下的索引坏了（{error}）；请加 --full 再印一次"),
            PressError::Busy(file) => format!("另一个 strait 正在印这个站点（占用着 {}）；请等它印完", file.display()),
            PressError::Host(Unwritable { host, text }) => {
                format!("“{text}”不能写进给 {host} 的配置；请改正 site.json 里相应的设置")
            }
            PressError::NotServable(file) => {
                format!("缺少 {}：这里不是印好的站点，或是旧版 strait 印的；请用 strait build 再印一次", file.display())
            }
            other => format!("出错了：{other}"),
        };
        Bilingual::new(zh, self.to_string())
    }
}
