//! What the law wants said, each line with its link.

use crate::stage::{use_paths, use_site};
use crate::words::law::Words;
use strait_markup::{Node, view};
use strait_model::Licence;
use strait_model::licence::phone_digits;
use strait_model::paths::safe_href;

/// All licences of the paper; nothing where there are none.
pub fn licences() -> Node {
    let site = use_site();
    if site.licences.is_empty() {
        return ().into();
    }
    let words = Words::of(&site.language);
    let lines = site.licences.iter().map(|licence| view! { <li>{line(licence, words)}</li> }).collect::<Node>();
    view! { <ul class="footer__licences" aria-label=words.licences>{lines}</ul> }
}

/// The filing that stands in what partners frame, where the newsroom wants it there.
pub fn licence_in_frames() -> Option<Node> {
    let site = use_site();
    let icp = site.licences.iter().find(|licence| matches!(licence, Licence::Icp { in_frames: true, .. }))?;
    Some(line(icp, Words::of(&site.language)))
}

/// What a licence says, and where it can be looked up; no link is made of what is not of its form.
fn line(licence: &Licence, words: &Words) -> Node {
    let linked = |href: Option<String>, text| linked(href.filter(|_| licence.is_well_formed()), text);
    let href = licence.href();
    match licence.clone() {
        Licence::Icp { number, .. } | Licence::PublicSecurity { number } => linked(href, number),
        Licence::InternetNews { number } => view! { {words.internet_news}"："{number} },
        Licence::Report { phone, mail } => {
            let phone = phone.map(|phone| view! { " "{linked(Some(format!("tel:{}", phone_digits(&phone))), phone)} });
            let mail = mail.map(|mail| view! { " "{linked(Some(format!("mailto:{mail}")), mail)} });
            view! { {words.report}"："{phone}{mail} }
        }
        Licence::Other { name, text, .. } => view! { {name}" "{linked(href, text)} },
    }
}

/// Text that is a link where it leads somewhere that a link may lead.
fn linked(href: Option<String>, text: String) -> Node {
    match href.and_then(|href| safe_href(&use_paths(), &href)) {
        Some(href) => view! { <a href=href>{text}</a> },
        None => view! { {text} },
    }
}
