//! Faults as tables: a row for each, with its name for machines, how much it matters, and its words in both languages.

use crate::problem::Bilingual;
use std::fmt::Display;

/// What a row may have in its blanks. What both languages write alike has it already.
pub trait Blank {
    /// 中文
    fn zh(&self) -> String;
    /// English
    fn en(&self) -> String;
}

impl<T: Display> Blank for T {
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

/// Makes an enum of faults from a table: `Row { blanks } Severity "name" [zh, en] [zh mend, en mend];`. A row may have its
/// blanks in round brackets too, or none. What else the enum shall be stands above it.
///
/// ```
/// use strait_report::problem::{Bilingual, Fault, Severity};
///
/// strait_report::faults! {
///     /// What can be wrong with a picture.
///     #[derive(Hash)]
///     PictureFault {
///         /// It is not there.
///         Missing(src: String) Error "missing-picture"
///             ["没有 {src}", "there is no {src}"]
///             ["放上原图", "put the original there"];
///         /// It has nothing to be read by.
///         NoAlt Advice "no-alt"
///             ["没有替代文字", "there are no words for it"]
///             ["写一句", "write some"];
///     }
/// }
///
/// let fault = PictureFault::Missing("quay.jpg".to_owned());
/// assert_eq!((fault.name(), fault.severity()), ("missing-picture", Severity::Error));
/// assert_eq!(fault.what(), Bilingual::new("没有 quay.jpg", "there is no quay.jpg"));
/// assert_eq!(PictureFault::NAMES, ["missing-picture", "no-alt"]);
/// ```
#[macro_export]
macro_rules! faults {
    ($(#[$about:meta])* $fault:ident { $($(#[$note:meta])* $row:ident $({ $($blank:ident: $kind:ty),* })?
        $(( $($part:ident: $part_kind:ty),* ))? $severity:ident $name:literal
        [$zh:literal, $en:literal] [$mend_zh:literal, $mend_en:literal];)* }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $fault {
            $($(#[$note])* $row $({ $(#[doc = "Stands in the words."] $blank: $kind),* })? $(( $($part_kind),* ))?),*
        }

        impl $fault {
            /// The names of all rows.
            // The tests of some crates ask for them.
            #[allow(dead_code)]
            pub const NAMES: &[&str] = &[$($name),*];
        }

        // Not every sentence uses every blank.
        #[allow(unused_variables)]
        impl $crate::problem::Fault for $fault {
            fn name(&self) -> &'static str {
                match self { $($fault::$row { .. } => $name),* }
            }

            fn severity(&self) -> $crate::problem::Severity {
                match self { $($fault::$row { .. } => $crate::problem::Severity::$severity),* }
            }

            fn what(&self) -> $crate::problem::Bilingual {
                match self { $($fault::$row $({ $($blank),* })? $(( $($part),* ))? => $crate::problem::Bilingual::new(
                    $crate::faults!(@zh $zh, $($($blank)*)? $($($part)*)?),
                    $crate::faults!(@en $en, $($($blank)*)? $($($part)*)?),
                )),* }
            }

            fn mend(&self) -> $crate::problem::Bilingual {
                match self { $($fault::$row $({ $($blank),* })? $(( $($part),* ))? => $crate::problem::Bilingual::new(
                    $crate::faults!(@zh $mend_zh, $($($blank)*)? $($($part)*)?),
                    $crate::faults!(@en $mend_en, $($($blank)*)? $($($part)*)?),
                )),* }
            }
        }
    };
    // A sentence with its blanks filled in one language.
    (@$tongue:ident $words:literal, $($blank:ident)*) => {{
        $(let $blank = $crate::table::Blank::$tongue($blank);)*
        format!($words)
    }};
}

#[cfg(test)]
mod tests {
    use crate::problem::{Bilingual, Fault, Severity};

    faults! {
        /// What can be wrong with a boat.
        BoatFault {
            /// It is not there.
            Gone Advice "gone"
                ["没有船", "there is no boat"]
                ["等一等", "wait"];
            /// Another than was wanted.
            Other { wanted: Bilingual, found: Bilingual } Error "other"
                ["这里应是{wanted}，却是{found}", "{wanted} is wanted here, and this is {found}"]
                ["换成{wanted}", "make it {wanted}"];
            /// So many people on one boat.
            Full(name: &'static str, people: usize) Error "full"
                ["{name} 上有 {people} 人", "{name} has {people} people on it"]
                ["下去几个", "let some go"];
        }
    }

    #[test]
    fn a_row_fills_its_blanks_in_both_languages() {
        let fault = BoatFault::Other { wanted: Bilingual::new("渡船", "a ferry"), found: Bilingual::new("小艇", "a dinghy") };
        assert_eq!(fault.what(), Bilingual::new("这里应是渡船，却是小艇", "a ferry is wanted here, and this is a dinghy"));
        assert_eq!(fault.mend(), Bilingual::new("换成渡船", "make it a ferry"));
        let fault = BoatFault::Full("鹭", 90);
        assert_eq!(fault.what(), Bilingual::new("鹭 上有 90 人", "鹭 has 90 people on it"));
    }

    #[test]
    fn a_row_says_its_name_and_how_much_it_matters() {
        assert_eq!(BoatFault::NAMES, ["gone", "other", "full"]);
        assert_eq!((BoatFault::Gone.name(), BoatFault::Gone.severity()), ("gone", Severity::Advice));
        assert_eq!(BoatFault::Full("", 0).severity(), Severity::Error);
    }
}
