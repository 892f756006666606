//! Rows and columns.

use super::TextView;
use crate::model::Table;
use leptos::prelude::*;

/// A table that scrolls sideways by itself where the screen is narrower than it.
#[component]
pub fn TableView(table: Table) -> impl IntoView {
    let label = table.caption.clone();
    let header = (!table.header.is_empty()).then(|| {
        let cells = table.header.into_iter().map(|span| view! { <th scope="col"><TextView text=vec![span]/></th> });
        view! { <thead><tr>{cells.collect_view()}</tr></thead> }
    });
    let rows = table.rows.into_iter().map(|row| {
        let cells = row.into_iter().map(|text| view! { <td><TextView text/></td> });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    view! {
        <div class="table" id=table.anchor tabindex="0" role="region" aria-label=label>
            <table>
                {table.caption.map(|caption| view! { <caption>{caption}</caption> })}
                {header}
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}
