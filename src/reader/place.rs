//! Keeps the QR code of the article on screen at the block that is being read.

use crate::app::Stage;
use crate::model::Site;
use crate::paths::{Address, Paths};
use crate::views::Drawing;
use leptos::prelude::{Effect, Track, WithUntracked, document, set_timeout, window};
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// A code follows at most so often: to draw one takes a phone some milliseconds.
const PAUSE: Duration = Duration::from_millis(300);

/// Follows whoever reads, through every page.
pub fn follow(site: Arc<Site>, stage: Stage) {
    let (paths, is_due) = (Rc::new(Paths::of(&site)), Rc::new(Cell::new(false)));
    let look_soon = move || {
        if !is_due.replace(true) {
            let (site, paths, is_due) = (site.clone(), paths.clone(), is_due.clone());
            let look = move || {
                is_due.set(false);
                look(&site, &paths, stage);
            };
            set_timeout(look, PAUSE);
        }
    };
    let (look, look_again) = (look_soon.clone(), look_soon.clone());
    super::links::listen("scroll", move |_: Event| look_soon());
    super::links::listen("chosen", move |_: Event| look_again());
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
    if let (Some(address @ Address::Article(_)), Some(card)) = (address, card)
        // A sheet that is closed stands in nothing; one that is open above the page stands in the body, says Firefox.
        && card.unchecked_ref::<HtmlElement>().offset_parent().is_some()
        && !card.matches(":popover-open").unwrap_or(false)
    {
        let (anchor, size) = (anchor_in_view(), chosen_size());
        let place = [anchor.as_deref(), size.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
        if card.get_attribute("data-place").unwrap_or_default() != place
            && let Some(drawing) =
                Drawing::of(&paths.in_code(&address, site.qr_mark.as_deref(), size.as_deref(), anchor.as_deref()))
        {
            draw(&card, &drawing);
            set(&card, "data-place", &place);
        }
    }
}

/// The anchor of the block a third down the window; none where the article begins, and its headline is in view.
fn anchor_in_view() -> Option<String> {
    let line = window().inner_height().ok()?.as_f64()? / 3.0;
    if window().scroll_y().ok()? < line {
        return None;
    }
    let blocks = document().query_selector_all(".page:not([hidden]) .article__body [id]").ok()?;
    let blocks = (0..blocks.length()).filter_map(|at| blocks.item(at)).map(JsCast::unchecked_into::<Element>);
    blocks.take_while(|block| block.get_bounding_client_rect().top() <= line).last().map(|block| block.id())
}

/// The size of text, where the reader chose one.
fn chosen_size() -> Option<String> {
    document().document_element()?.get_attribute("data-size")
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
        set(&dark, "d", &drawing.dark);
    }
}

fn set(element: &Element, name: &str, value: &str) {
    // An attribute with a constant name is accepted by every DOM.
    let _ = element.set_attribute(name, value);
}
