//! Rows and columns.

use super::node::{Element, Node};
use super::text_view::text_nodes;
use crate::model::{Table, Text};

/// A table that scrolls sideways by itself where the screen is narrower than it.
pub fn table_view(table: Table) -> Element {
    let Table { anchor, caption, header, rows } = table;
    let label = caption.clone();
    let caption = caption.map(|caption| Element::new("caption").saying(caption).into());
    let header = (!header.is_empty()).then(|| {
        let cells = header.into_iter().map(|span| cell("th", vec![span]).with("scope", "col").into());
        Element::new("thead").holding([Element::new("tr").holding(cells).into()]).into()
    });
    let rows = rows.into_iter().map(|row| Element::new("tr").holding(row.into_iter().map(|text| cell("td", text).into())).into());
    let body: Node = Element::new("tbody").holding(rows).into();
    let table = Element::new("table").holding(caption.into_iter().chain(header).chain([body]));
    let region = Element::new("div").with("class", "table").maybe("id", anchor).with("tabindex", "0").with("role", "region");
    region.maybe("aria-label", label).holding([table.into()])
}

fn cell(name: &'static str, text: Text) -> Element {
    Element::new(name).holding(text_nodes(text))
}
