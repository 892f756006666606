//! What a view prints.

use strait_markup::{Node, view};

#[test]
fn markup_is_printed_as_it_is_and_text_is_never_markup() {
    let texts = ["a", "<b>&"].map(|text| view! { <li>{text}<em>"c"</em></li> });
    let (none, number) = (None::<String>, 3_u32);
    let view = view! { <ul id="a\"b" hidden class=none data-of=number>{texts.into_iter().collect::<Node>()}<hr/></ul> };
    let expected = "<ul id=\"a&quot;b\" hidden data-of=\"3\"><li>a<em>c</em></li><li>&lt;b&gt;&amp;<em>c</em></li><hr></ul>";
    assert_eq!(view.to_html(), expected);
}

#[test]
fn what_is_live_or_comes_later_is_printed_as_it_is_now() {
    let nothing = None::<Node>;
    let view = view! { <p title=|| "now">{|| "live"}</p><p>{Node::later(|| view! { "later" })}</p>{()}{nothing} };
    assert_eq!(view.to_html(), "<p title=\"now\">live</p><p>later</p>");
}

#[test]
fn a_first_line_feed_of_preformatted_text_is_kept() {
    assert_eq!(view! { <pre>{"\na".to_owned()}</pre> }.to_html(), "<pre>\n\na</pre>");
}
