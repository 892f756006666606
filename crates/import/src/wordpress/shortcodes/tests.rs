//! Shortcodes become HTML, and what only looks like one stays.

use super::*;
use crate::wordpress::library::{Holding, Library, Media};

fn expanded(html: &str) -> (String, usize) {
    let mut notes = Notes::of("f");
    let mut library = Library::default();
    let media = |src: &str, alt: &str, caption: &str| {
        let [src, alt, caption] = [src, alt, caption].map(str::to_owned);
        Holding::Media(Media { src, alt, caption, order: 0 })
    };
    library.keep(7, Some(3), 1, &media("https://a.example/7.jpg", "", "")).unwrap();
    library.keep(8, Some(3), 2, &media("https://a.example/8.jpg", "Fog", "By <em>Ola</em>")).unwrap();
    library.keep(9, Some(3), 3, &Holding::Held("wp:status: trash".to_owned())).unwrap();
    let post = Post { library: &library, number: Some(3), footnotes: None, is_rendered: false };
    let html = expand(html, &post, &mut notes);
    (html, notes.finish().len())
}

fn check(html: &str, expected: &str, faults: usize) {
    assert_eq!(expanded(html), (expected.to_owned(), faults), "{html}");
}

#[test]
fn known_shortcodes_become_html() {
    check(
        r#"<p>[caption id="a_1" width="300"]<a href="x"><img src="y.jpg" /></a> The harbour[/caption]</p>"#,
        r#"<p><figure><a href="x"><img src="y.jpg" /></a><figcaption> The harbour</figcaption></figure></p>"#,
        0,
    );
    check(
        r#"[caption caption="She said &quot;no&quot;, [left]"]<img src="y.jpg" />[/caption]"#,
        r#"<figure><img src="y.jpg" /><figcaption>She said &quot;no&quot;, [left]</figcaption></figure>"#,
        0,
    );
    check("[audio https://a.example/a.mp3]", r#"<audio src="https://a.example/a.mp3"></audio>"#, 0);
    check(r#"[video src="https://a.example/v.mp4" /]"#, r#"<video src="https://a.example/v.mp4" poster=""></video>"#, 0);
    check(
        r#"[code language="rust"]let a: Vec<u8>;[/code]"#,
        "<pre><code class=\"language-rust\">let a: Vec&lt;u8>;</code></pre>",
        0,
    );
    check("[verse]tide\n  out[/verse]", "<pre class=\"wp-block-verse\">tide\n  out</pre>", 0);
}

#[test]
fn a_gallery_shows_what_there_is_and_names_what_is_missing() {
    let seven = r#"<img src="https://a.example/7.jpg" alt="">"#;
    let eight = r#"<figure><img src="https://a.example/8.jpg" alt="Fog"><figcaption>By <em>Ola</em></figcaption></figure>"#;
    let gallery = |pictures: &str| format!("<div class=\"gallery\">{pictures}</div>");
    check(r#"[gallery ids="8,7"]"#, &gallery(&format!("{eight}{seven}")), 0);
    check("[gallery]", &gallery(&format!("{seven}{eight}")), 0);
    check(r#"[gallery exclude="8"]"#, &gallery(seven), 0);
    check(r#"[gallery ids="7,99,x"]"#, &gallery(seven), 2);
    check(r#"[gallery ids="9,7"]"#, &gallery(seven), 1);
}

#[test]
fn players_are_called_by_address_number_or_word() {
    let film = "<p>https://www.youtube.com/watch?v=abcdefghijk</p>";
    for code in [
        "[youtube=https://www.youtube.com/watch?v=abcdefghijk]",
        "[youtube abcdefghijk]",
        r#"[youtube id="abcdefghijk"]"#,
        "[embed]https://www.youtube.com/watch?v=abcdefghijk[/embed]",
    ] {
        check(code, film, 0);
    }
    check("[vimeo 12]", "<p>https://vimeo.com/12</p>", 0);
    check("[tweet https://x.com/g/status/1]", "<p>https://x.com/g/status/1</p>", 0);
    check(
        r#"[soundcloud url="https://api.soundcloud.com/tracks/1" params="c=f"]"#,
        "<p>https://api.soundcloud.com/tracks/1</p>",
        0,
    );
    check("[youtube id=../x]", "", 1);
}

#[test]
fn unknown_shortcodes_are_named_and_their_text_and_links_stay() {
    check("[box color=red]important[/box] text", "important text", 1);
    check("[contact_form]", "", 1);
    check(r#"[button link="https://b.example/"]Give[/button]"#, r#"<a href="https://b.example/">Give</a>"#, 1);
    check(r#"[et_pb_image src="https://a.example/1.jpg"]"#, r#"<img src="https://a.example/1.jpg">"#, 1);
}

#[test]
fn what_builders_of_pages_say_in_attributes_is_kept() {
    check(
        r#"[et_pb_image src="https://a.example/1.jpg" alt="A dock"][/et_pb_image]"#,
        r#"<img src="https://a.example/1.jpg" alt="A dock">"#,
        1,
    );
    check(
        r#"[et_pb_blurb title="Three facts" image="https://a.example/2.jpg"]<p>Fact.</p>[/et_pb_blurb]"#,
        r#"<img src="https://a.example/2.jpg"><p>Three facts</p><p>Fact.</p>"#,
        1,
    );
    let button = r#"<p><a href="https://b.example/x">Read on</a></p>"#;
    check(r#"[et_pb_button button_url="https://b.example/x" button_text="Read on"][/et_pb_button]"#, button, 1);
    check(r#"[vc_btn title="Read on" link="url:https%3A%2F%2Fb.example%2Fx|target:_blank"]"#, button, 1);
    check(r#"[et_pb_video src="https://youtu.be/abcdefghijk"][/et_pb_video]"#, "<p>https://youtu.be/abcdefghijk</p>", 1);
    check(r#"[vc_toggle title="Who pays?" open="true"]The city.[/vc_toggle]"#, "<p>Who pays?</p>The city.", 1);
    check(r#"[contact-form-7 id="1" title="Contact"]"#, "", 1);
    check(r#"[vc_single_image image="7"]"#, r#"<img src="https://a.example/7.jpg" alt="">"#, 0);
    check(r#"[vc_single_image image="99"]"#, "", 1);
}

#[test]
fn encoded_html_is_read() {
    let kept = "JTNDcCUzRUhpZGRlbiUyMHdvcmRzJTNDJTJGcCUzRQ==";
    assert_eq!(decoded(&format!("a [vc_raw_html]{kept}[/vc_raw_html] b")), "a <p>Hidden words</p> b");
    for text in ["[vc_raw_html]no code![/vc_raw_html]", "[vc_raw_html", "[vc_raw_html]"] {
        assert_eq!(decoded(text), text);
    }
}

#[test]
fn a_shortcode_may_stand_alone_on_its_line() {
    for code in ["[toc]", "[mailpoet_form 3]", "[recent-posts]", "[wpmem_form login]"] {
        check(code, "", 1);
        check(&format!("a\n\n{code}\n\nb"), "a\n\n\n\nb", 1);
    }
    for text in ["see [toc] and [well-known] words", "[sic]", "[视频]", "a [follow-up]"] {
        check(text, text, 0);
    }
    check("[flash https://a.example/x.swf]", "<p>https://a.example/x.swf</p>", 0);
    check("[wpvideo abcdEFGH]", "<p>https://videopress.com/v/abcdEFGH</p>", 0);
}

#[test]
fn notes_in_shortcodes_stand_at_the_end() {
    let mark = |number: u32| format!("<sup><a href=\"#short-note-{number}\">{number}</a></sup>");
    let text = "a((one note)) b[ref]two[/ref] ((c)) f((x)) ((";
    let list = "<ol class=\"footnotes\"><li id=\"short-note-1\">one note</li><li id=\"short-note-2\">two</li></ol>";
    check(text, &format!("a{} b{} ((c)) f((x)) (({list}", mark(1), mark(2)), 0);
}

#[test]
fn words_in_brackets_are_no_shortcodes() {
    for text in [
        "he said [sic] it",
        "see [1] and [2]",
        "[视频] 现场",
        "[video] from the scene",
        "[video below]",
        "[ref 3]",
        "[tweet deleted]",
        "[youtube video]",
        "[code of honour]",
        "a[i] = b",
        "[",
        "[/",
        "[]",
        "a < b",
        "<",
        "((",
        "((",
    ] {
        check(text, text, 0);
    }
    check("write [[gallery ids=\"1\"]] for one", "write [gallery ids=\"1\"] for one", 0);
}

#[test]
fn code_and_attributes_hold_no_shortcodes() {
    for text in [
        r#"<pre>[gallery ids="1"] ((a b))</pre>"#,
        r#"<a title="[box a=b]">x</a>"#,
        r#"<!-- wp:x {"ids":[1,2]} -->"#,
        "<code>[box a=b]</code>",
    ] {
        check(text, text, 0);
    }
}

#[test]
fn what_has_no_end_costs_no_more_than_its_length() {
    for text in ["<pre", "<pre>", "[", "((", "((a b", "[a=\"", "[ref]", "<p ", "[embed x=y", "<!-- wp:block"] {
        let long = text.repeat(200_000);
        let now = std::time::Instant::now();
        expanded(&long);
        expanded(&format!("[/embed]{long}))[/ref]>"));
        assert!(now.elapsed().as_secs() < 20, "{text}");
    }
}
