//! What `strait check` can find: one table for each kind of thing, each row with its name for machines,
//! how much it matters, and what is wrong and what to do in both languages.

mod content;
mod look;
mod place;
mod publication;
mod shape;
mod site;
mod standing;
mod text;

pub use content::ContentFault;
pub use look::LookFault;
pub use place::PlaceFault;
pub use publication::PublicationFault;
pub use shape::ShapeFault;
pub use site::SiteFault;
pub use standing::StandingFault;
pub use text::TextFault;

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;
    use strait_darkroom::Remark;

    fn names() -> Vec<&'static str> {
        let content = [ContentFault::NAMES, LookFault::NAMES, ShapeFault::NAMES, SiteFault::NAMES, StandingFault::NAMES].concat();
        let articles = [PlaceFault::NAMES, PublicationFault::NAMES, TextFault::NAMES, Remark::NAMES].concat();
        [content, articles].concat()
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
}
