//! What `strait check` can find: one table for each kind of thing, each row with its name for machines,
//! how much it matters, and what is wrong and what to do in both languages.

mod place;
mod publication;
mod shape;
mod site;
mod text;

pub use place::PlaceFault;
pub use publication::PublicationFault;
pub use shape::ShapeFault;
pub use site::SiteFault;
pub use text::TextFault;

use strait_report::problem::Bilingual;

/// What a row may have in its blanks.
trait Blank {
    /// 中文
    fn zh(&self) -> String;
    /// English
    fn en(&self) -> String;
}

impl Blank for String {
    fn zh(&self) -> String {
        self.clone()
    }

    fn en(&self) -> String {
        self.clone()
    }
}

impl Blank for usize {
    fn zh(&self) -> String {
        self.to_string()
    }

    fn en(&self) -> String {
        self.to_string()
    }
}

impl Blank for Bilingual {
    fn zh(&self) -> String {
        self.zh.clone()
    }

    fn en(&self) -> String {
        self.en.clone()
    }
}

/// Makes an enum of faults from a table: `Variant { blanks } Severity "name" [zh, en] [zh mend, en mend]`.
macro_rules! faults {
    ($(#[$doc:meta])* $fault:ident { $($(#[$about:meta])* $row:ident $({ $($blank:ident: $kind:ty),* })?
        $severity:ident $name:literal [$zh:literal, $en:literal] [$mend_zh:literal, $mend_en:literal];)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $fault { $($(#[$about])* $row $({ $(#[doc = "Stands in the words."] $blank: $kind),* })?),* }

        impl $fault {
            /// The names of all rows.
            #[cfg(test)]
            pub const NAMES: &[&str] = &[$($name),*];
        }

        // Not every sentence uses every blank.
        #[allow(unused_variables)]
        impl strait_report::problem::Fault for $fault {
            fn name(&self) -> &'static str {
                match self { $($fault::$row $({ $($blank),* })? => $name),* }
            }

            fn severity(&self) -> strait_report::problem::Severity {
                match self { $($fault::$row $({ $($blank),* })? => strait_report::problem::Severity::$severity),* }
            }

            fn what(&self) -> strait_report::problem::Bilingual {
                match self { $($fault::$row $({ $($blank),* })? => strait_report::problem::Bilingual::new(
                    { $($(let $blank = super::Blank::zh($blank);)*)? format!($zh) },
                    { $($(let $blank = super::Blank::en($blank);)*)? format!($en) },
                )),* }
            }

            fn mend(&self) -> strait_report::problem::Bilingual {
                match self { $($fault::$row $({ $($blank),* })? => strait_report::problem::Bilingual::new(
                    { $($(let $blank = super::Blank::zh($blank);)*)? format!($mend_zh) },
                    { $($(let $blank = super::Blank::en($blank);)*)? format!($mend_en) },
                )),* }
            }
        }
    };
}
use faults;

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;
    use strait_report::problem::Fault;

    fn names() -> Vec<&'static str> {
        let remarks = &strait_darkroom::Remark::NAMES;
        [PlaceFault::NAMES, PublicationFault::NAMES, ShapeFault::NAMES, SiteFault::NAMES, TextFault::NAMES, remarks].concat()
    }

    #[test]
    fn every_fault_has_a_name_of_its_own_and_stands_in_the_manual() {
        let manual = include_str!("../../../../docs/check.md");
        let mut seen = HashSet::new();
        for name in names() {
            assert!(seen.insert(name), "two faults are called {name}");
            assert!(manual.contains(&format!("`{name}`")), "docs/check.md does not tell {name}");
        }
    }

    #[test]
    fn a_fault_fills_its_blanks_in_both_languages() {
        let fault =
            ShapeFault::WrongType { wanted: Bilingual::new("文字", "a string"), found: Bilingual::new("数字", "a number") };
        assert_eq!(fault.what(), Bilingual::new("这里应是文字，却是数字", "a string is wanted here, and this is a number"));
    }
}
