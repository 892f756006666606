//! Keeps the QR code of the article on screen at the block that is being read.

use crate::stage::Stage;
use crate::views::Drawing;
use leptos::prelude::{Effect, Track, WithUntracked, document};
use std::rc::Rc;
use std::sync::Arc;
use strait_model::paths::{Address, Paths};
use strait_model::{ArticleId, Site};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// Follows whoever reads, through every page: which block that is, `scripts/tools/visit.js` tells.
pub fn follow(site: Arc<Site>, stage: Stage) {
    let look: Rc<dyn Fn()> = Rc::new({
        let paths = Paths::of(&site);
        move || look(&site, &paths, stage)
    });
    for sign in ["reading", "chosen"] {
        let look = look.clone();
        super::links::listen(sign, move |_: Event| look());
    }
    Effect::new(move |_| {
        stage.shown.track();
        look();
    });
}

/// Draws the code anew if another block is being read. Only a code in sight follows: in the share sheet it says
/// where the article begins. Nothing moves, and nobody is told.
fn look(site: &Site, paths: &Paths, stage: Stage) {
    let address = stage.shown.with_untracked(|shown| shown.address.clone());
    let card = document().query_selector(".page:not([hidden]) .continue-on-phone__card").ok().flatten();
    if let (Some(Address::Article(id)), Some(card)) = (address, card)
        // A sheet that is closed stands in nothing; one that is open above the page stands in the body, says Firefox.
        && card.unchecked_ref::<HtmlElement>().offset_parent().is_some()
        && !card.matches(":popover-open").unwrap_or(false)
    {
        let (anchor, size) = (anchor(&id), told("data-size"));
        let place = [anchor.as_deref(), size.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
        if card.get_attribute("data-place").unwrap_or_default() != place
            && let Some(drawing) =
                Drawing::of(&paths.in_code(&Address::Article(id), site.qr_mark.as_deref(), size.as_deref(), anchor.as_deref()))
        {
            draw(&card, &drawing);
            set(&card, "data-place", &place);
        }
    }
}

/// The block that is read of the article on screen; none where it begins.
fn anchor(id: &ArticleId) -> Option<String> {
    let reading = told("data-reading")?;
    let (article, anchor) = reading.split_once('#')?;
    (article == id.as_str() && !anchor.is_empty()).then(|| anchor.to_owned())
}

/// What the root says of itself.
fn told(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(name)
}

fn draw(card: &Element, drawing: &Drawing) {
    let find = |css| card.query_selector(css).ok().flatten();
    if let (Some(code), Some(dark)) = (find(".qr-code"), find(".qr-code__dark")) {
        // On paper stands the plain address, which was printed.
        if find(".qr-code--paper").is_none()
            && let Ok(paper) = code.clone_node_with_deep(true)
            && card.insert_before(&paper, code.next_sibling().as_ref()).is_ok()
        {
            set(paper.unchecked_ref(), "class", "qr-code qr-code--paper");
        }
        set(&code, "viewBox", &drawing.view_box);
        set(&dark, "d", &drawing.path);
        set(&dark, "stroke-dasharray", &drawing.dashes);
    }
}

fn set(element: &Element, name: &str, value: &str) {
    // An attribute with a constant name is accepted by every DOM.
    let _ = element.set_attribute(name, value);
}
