//! What can be wrong with `front.json`.

use super::filed::{Filed, Standing};
use super::references::Register;
use std::collections::HashSet;
use strait_faults::Findings;
use strait_faults::SiteFault;
use strait_model::{ArticleId, FrontOrder, SectionPath};

/// How many articles stand beside the lead.
const BESIDE: usize = 4;

/// Notes what is wrong with the editor's front page; `sections` is nothing when they are not known.
pub fn check(front: &FrontOrder, register: &Register, sections: Option<&HashSet<SectionPath>>, findings: &mut Findings) {
    let mut seen = HashSet::new();
    let mut look = |id: &ArticleId, at: &str, findings: &mut Findings| {
        let text = id.to_string();
        match register.standing(id) {
            None => findings.add(at, SiteFault::DeadFront { id: text }),
            Some(Standing::Hidden) => findings.add(at, SiteFault::HiddenFront { id: text }),
            Some(_) if !seen.insert(id.clone()) => findings.add(at, SiteFault::DoubleFront { id: text }),
            Some(_) => {}
        }
    };
    front.lead.iter().for_each(|id| look(id, "/lead", findings));
    front.beside.iter().enumerate().for_each(|(at, id)| look(id, &format!("/beside/{at}"), findings));
    front.pictures.iter().enumerate().for_each(|(at, id)| look(id, &format!("/pictures/{at}"), findings));
    for (at, strip) in front.strips.iter().enumerate() {
        strip.lead.iter().for_each(|id| look(id, &format!("/strips/{at}/lead"), findings));
    }
    if front.beside.len() > BESIDE {
        findings.add(format!("/beside/{BESIDE}"), SiteFault::TooManyBeside { count: front.beside.len(), room: BESIDE });
    }
    check_pictures(front, register, findings);
    check_strips(front, register, sections, findings);
}

fn check_pictures(front: &FrontOrder, register: &Register, findings: &mut Findings) {
    for (at, id) in front.pictures.iter().enumerate() {
        if register.find(id).is_some_and(|article| !article.has_picture) {
            findings.add(format!("/pictures/{at}"), SiteFault::NoPicture { id: id.to_string() });
        }
    }
}

fn check_strips(front: &FrontOrder, register: &Register, sections: Option<&HashSet<SectionPath>>, findings: &mut Findings) {
    let mut seen = HashSet::new();
    for (at, strip) in front.strips.iter().enumerate() {
        let (pointer, path) = (format!("/strips/{at}/section"), strip.section.to_string());
        if sections.is_some_and(|sections| !sections.contains(&strip.section)) {
            findings.add(pointer, SiteFault::DeadStrip { path });
        } else if !seen.insert(&strip.section) {
            findings.add(pointer, SiteFault::DoubleStrip { path });
        } else if let Some(id) =
            strip.lead.as_ref().filter(|id| register.find(id).is_some_and(|lead| !is_in(lead, &strip.section)))
        {
            findings.add(format!("/strips/{at}/lead"), SiteFault::StripLeadElsewhere { id: id.to_string(), path });
        }
    }
}

/// Whether an article stands in a section or one below it.
fn is_in(article: &Filed, section: &SectionPath) -> bool {
    article.section.as_ref().is_none_or(|own| own.lineage().any(|above| above == *section))
}
