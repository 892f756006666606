//! Rows and columns.

use super::text_view::text_nodes;
use strait_markup::{Node, view};
use strait_model::Table;

/// A table that scrolls sideways by itself where the screen is narrower than it.
pub fn table_view(table: Table) -> Node {
    let Table { anchor, caption, header, rows } = table;
    let label = caption.clone();
    let header = (!header.is_empty()).then(|| {
        let cells = header.into_iter().map(|span| view! { <th scope="col">{text_nodes(vec![span])}</th> });
        view! { <thead><tr>{cells.collect::<Node>()}</tr></thead> }
    });
    let rows = rows.into_iter().map(|row| {
        let cells = row.into_iter().map(|text| view! { <td>{text_nodes(text)}</td> });
        view! { <tr>{cells.collect::<Node>()}</tr> }
    });
    view! {
        <div class="table" id=anchor tabindex="0" role="region" aria-label=label>
            <table>
                {caption.map(|caption| view! { <caption>{caption}</caption> })}
                {header}
                <tbody>{rows.collect::<Node>()}</tbody>
            </table>
        </div>
    }
}
