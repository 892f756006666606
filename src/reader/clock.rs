//! How long ago something was: "3 小时前", while it is recent.

use super::links::listen;
use crate::words::{Words, age};
use leptos::prelude::{document, set_interval_with_handle, set_timeout};
use std::time::Duration;
use strait_model::Site;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, Text};

/// The date that was printed, while something else stands there.
const PRINTED: &str = "data-printed";

/// Tells it of each moment of the page on screen: after waking up, so that this changes nothing, and each minute.
pub fn keep(site: &Site) {
    let words = Words::of(&site.language);
    let tell =
        move || document().query_selector(".page:not([hidden])").ok().flatten().iter().for_each(|page| tell_below(page, words));
    set_timeout(tell, Duration::ZERO);
    listen("page-shown", move |_: Event| tell());
    // Fails only where there is no window.
    let _ = set_interval_with_handle(tell, Duration::from_secs(60));
}

/// Tells it of each moment in an element.
pub fn tell_below(element: &Element, words: &Words) {
    let Ok(moments) = element.query_selector_all("time.moment") else { return };
    for moment in (0..moments.length()).filter_map(|at| moments.item(at)).map(JsCast::unchecked_into) {
        tell(&moment, words);
    }
}

/// What is no longer one text was changed by somebody else (a translator, a link to a telephone), and stays so.
fn tell(moment: &Element, words: &Words) -> Option<()> {
    let text = moment.first_child()?.dyn_into::<Text>().ok().filter(|text| text.next_sibling().is_none())?;
    let printed = moment.get_attribute(PRINTED);
    let then = js_sys::Date::parse(&moment.get_attribute("datetime")?);
    match (age(then, js_sys::Date::now(), words), printed) {
        (Some(age), printed) => {
            if printed.is_none() {
                moment.set_attribute(PRINTED, &text.data()).ok()?;
            }
            if text.data() != age {
                text.set_data(&age);
            }
        }
        (None, Some(printed)) => {
            text.set_data(&printed);
            moment.remove_attribute(PRINTED).ok()?;
        }
        (None, None) => {}
    }
    Some(())
}
