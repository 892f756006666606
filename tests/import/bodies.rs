//! HTML bodies become typed blocks, and what cannot be kept is named.

use crate::folder::sketch;
use serde_json::json;
use strait_import::{Format, read};
use strait_model::Block;

fn body(html: &str) -> (Vec<Block>, Vec<&'static str>) {
    let item =
        json!({"uri": "urn:1", "type": "text", "headline": "Title", "versioncreated": "2026-09-30T08:00:00Z", "body_html": html});
    let (blocks, problems) = read(Format::Ninjs, item.to_string().as_bytes());
    (blocks, problems.iter().map(|problem| problem.name).collect())
}

fn check(html: &str, expected: &[&str], problems: &[&str]) {
    let (blocks, found) = body(html);
    assert_eq!(blocks.iter().map(sketch).collect::<Vec<_>>(), expected, "{html}");
    assert_eq!(found, problems, "{html}");
}

#[test]
fn paragraphs_headings_and_lists_are_kept() {
    check(
        "<p>　　一</p><h1>Title</h1><h2>二</h2><h4>三</h4>四<br>五<p>六",
        &["p 一", "h2 Title", "h2 二", "h3 三", "p 四", "p 五", "p 六"],
        &[],
    );
    check("<h1>Title</h1><p>a</p>", &["p a"], &[]);
    check("<ul><li>a<li>b<p>c</p></ul><ol><li>d</ol>", &["list false a|b c", "list true d"], &[]);
    check("<hr><dl><dt>k<dd>v</dl>", &["divider", "p k", "p v"], &[]);
}

#[test]
fn lists_in_lists_and_their_numbers_are_kept() {
    check("<ul><li>a<ul><li>b</ul><li>c</ul>", &["list false a(b)|c"], &[]);
    check("<ol><li>a<ul><li>b</li><li>c<ol><li>d</li></ol></li></ul></li><li>e</li></ol>", &["list true a(b|c(#d))|e"], &[]);
    check("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", &["list false a(b)|c"], &[]);
    check("<ul><li><ul><li>a</ul><li>b</ul>", &["list false a|b"], &[]);
    check("<ol start=5><li>a<li>b</ol><ol reversed><li>c<li>d</ol>", &["list true from 5 a|b", "list true down c|d"], &[]);
    check("<ol start=0><li>a<ol start=3 reversed><li>b</ol></ol>", &["list true from 0 a(#from 3 down b)"], &[]);
    check("<ol><li value=7>a<li>b<li value=9>c<li value=20>d</ol>", &["list true from 7 a|b|c", "list true from 20 d"], &[]);
    check("<ol reversed><li>a<li>b<li value=1>c</ol>", &["list true from 3 down a|b", "list true from 1 down c"], &[]);
    check("<ol type=A><li>a</ol><ol start=-3><li>b</ol>", &["list true a", "list true b"], &["flattened"]);
    check("<ul start=4><li value=9>a</ul>", &["list false a"], &[]);
}

#[test]
fn code_and_verse_keep_their_lines_and_indents() {
    check(
        "<p>x</p><pre>\nif tide &gt; 2 {\n    flood();\n\n\tdone();\n}\n</pre><p>y</p>",
        &["p x", "code - if tide > 2 {\n    flood();\n\n\tdone();\n}", "p y"],
        &[],
    );
    check("<pre class='wp-block-code'><code class='language-rust'>a<br>  b</code></pre>", &["code rust a\n  b"], &[]);
    check("<pre class=wp-block-verse>潮来\n　潮去\n\n又来</pre>", &["verse 潮来\n　潮去\n\n又来"], &[]);
    check("<div class=poem><p>one<br>\n two</p>\n<p>three</p></div>", &["verse one\ntwo\n\nthree"], &[]);
    check("<ul><li>run <pre>cargo run</pre></ul><p>a <code>b  c</code></p>", &["list false run cargo run", "p a b c"], &[]);
    check("<pre>a<img src=https://a.example/1.jpg>\nb</pre>", &["code - a\n\nb", "img https://a.example/1.jpg 0x0 -"], &[]);
    let (blocks, _) = body("<pre>a\n <b>b</b></pre>");
    assert_eq!(
        serde_json::to_value(&blocks).unwrap(),
        json!([{"kind": "code", "text": ["a\n ", {"text": "b", "strong": true}]}])
    );
}

#[test]
fn notes_stand_below_the_text_and_lead_back() {
    let html = "<p>a<sup data-fn=x1 class=fn><a href='#x1' id=x1-link>1</a></sup> b<sup><a href='#x2'>2</a></sup></p><p>c<a href='#x1'>1</a></p>\
        <ol class=wp-block-footnotes><li id=x1>One <em>note</em>. <a href='#x1-link'>↩︎</a></li><li id=x2>Two.</li></ol><p>d</p>";
    let (blocks, problems) = body(html);
    let mark = |number: u32| json!({"text": number.to_string(), "superscript": true, "href": format!("#note-{number}")});
    let back = json!({"text": "↩\u{fe0e}", "href": "#noted-1"});
    let expected = json!([{"kind": "paragraph", "anchor": "noted-1", "text": ["a", mark(1), " b", mark(2)]},
        {"kind": "paragraph", "text": ["c", {"text": "1", "href": "#note-1"}]}, {"kind": "paragraph", "text": ["d"]},
        {"kind": "notes", "anchor": "note", "items": [["One ", {"text": "note", "emphasis": true}, ".", " ", back], ["Two.", " ", back]]}]);
    assert_eq!((serde_json::to_value(&blocks).unwrap(), problems), (expected, vec![]));
    // Any list to whose items the text leads is one of notes, whatever its class.
    check(
        "<p>a<sup><a href='#fn:1'>1</a></sup></p><div class=x><ol><li id='fn:1'><p>n</p></li></ol></div>",
        &["p a1", "notes n ↩\u{fe0e}"],
        &[],
    );
    check("<p>a<a href='#z'>b</a></p><ol><li id=y>c</ol>", &["p ab", "list true c"], &["dead-link"]);
    check("<p>a<a href='#y'>b</a></p><ol><li id=y>c<ul><li>d</ul><li>e</ol>", &["p ab", "notes c d ↩\u{fe0e}|e"], &[]);
}

#[test]
fn an_address_alone_in_a_paragraph_is_a_player_or_a_link() {
    check(
        "<p>a</p><p>https://youtu.be/dQw4w9WgXcQ</p>",
        &["p a", "embed youtube https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"],
        &[],
    );
    check(
        "<figure class=wp-block-embed><div>\nhttps://vimeo.com/123456\n</div><figcaption>The launch</figcaption></figure>",
        &["embed vimeo https://player.vimeo.com/video/123456"],
        &[],
    );
    let (blocks, _) = body("<p>https://b.example/a?x=1&amp;y=2</p><ul><li>https://youtu.be/a</li></ul>");
    assert_eq!(
        serde_json::to_value(&blocks).unwrap(),
        json!([{"kind": "paragraph", "text": [{"text": "https://b.example/a?x=1&y=2", "href": "https://b.example/a?x=1&y=2"}]},
            {"kind": "list", "items": [[{"text": "https://youtu.be/a", "href": "https://youtu.be/a"}]]}])
    );
}

#[test]
fn marks_links_and_readings_are_kept() {
    let (blocks, _) = body(
        "<p>a <b>b<i>c</b>d</i> <a href='https://a.example/'>e</a> H<sub>2</sub>O <ruby>厝<rp>(</rp><rt>cuò</rt></ruby></p>",
    );
    let json = serde_json::to_value(&blocks).unwrap();
    let expected = json!([{"kind": "paragraph", "text": ["a ", {"text": "b", "strong": true}, {"text": "c", "strong": true, "emphasis": true}, "d ",
        {"text": "e", "href": "https://a.example/"}, " H", {"text": "2", "subscript": true}, "O ", {"text": "厝", "ruby": "cuò"}]}]);
    assert_eq!(json, expected);
}

#[test]
fn quotes_say_whose_words_they_are() {
    check("<blockquote><p>a</p><p>b</p><cite>— Lin</cite></blockquote>", &["quote a\nb -- Lin"], &[]);
    check("<blockquote><p>a</p><p>b</p><p><cite>Lin</cite></p></blockquote>", &["quote a\nb -- Lin"], &[]);
    check(
        "<blockquote><ul><li>a<ol start=3><li>b</ol><li>c</ul><cite>Lin</cite></blockquote>",
        &["quote • a\n　3. b\n• c -- Lin"],
        &["flattened"],
    );
    check("<blockquote><h3>a</h3><p>b</p><cite>Lin</cite></blockquote><p>c</p>", &["quote a\nb -- Lin", "p c"], &["flattened"]);
    check(
        "<blockquote><p>a</p><img src=https://a.example/1.jpg><p>b</p><cite>Lin</cite></blockquote>",
        &["quote a -- -", "img https://a.example/1.jpg 0x0 -", "quote b -- Lin"],
        &[],
    );
    check(
        "<p>x</p><blockquote><img src=https://a.example/1.jpg><cite>Lin</cite></blockquote>",
        &["p x", "img https://a.example/1.jpg 0x0 -", "p Lin"],
        &[],
    );
    check(
        "<figure class=wp-block-pullquote><blockquote><p>a</p></blockquote><figcaption>Lin</figcaption></figure>",
        &["quote a -- Lin"],
        &[],
    );
    check("<p><q>a</q></p>", &["p “a”"], &[]);
}

#[test]
fn figures_galleries_and_late_pictures_are_kept() {
    let image = "https://a.example/1.jpg";
    check(
        &format!(
            "<p>x</p><figure><a href='{image}'><img src={image} width=640 height=480 alt=A></a><figcaption>cap <b>b</b></figcaption></figure>"
        ),
        &["p x", &format!("img {image} 640x480 cap b")],
        &[],
    );
    check(
        "<p>x</p><ul class='wp-block-gallery'><li><figure><img src=https://a.example/1.jpg></figure></li><li><figure><img src=https://a.example/2.jpg></figure></li></ul>",
        &["p x", "gallery https://a.example/1.jpg https://a.example/2.jpg"],
        &[],
    );
    check(
        "<p>x</p><img src='data:image/gif;base64,R0' data-src='https://a.example/1.jpg'><noscript><img src='https://a.example/1.jpg'></noscript>",
        &["p x", "img https://a.example/1.jpg 0x0 -"],
        &[],
    );
    check(
        "<p>x</p><img src='data:image/gif;base64,R0'><noscript><img src='https://a.example/1.jpg'></noscript>",
        &["p x", "img https://a.example/1.jpg 0x0 -"],
        &[],
    );
    check(
        "<p>x</p><img src=https://a.example/1-300x200.jpg width=300 height=200 srcset='https://a.example/1-300x200.jpg 300w, https://a.example/1-1200x800.jpg 1200w'>",
        &["p x", "img https://a.example/1-1200x800.jpg 1200x800 -"],
        &[],
    );
    check(
        "<p>x<img class=emoji alt=🦀 src=https://s.example/c.png>y<img src=https://t.example/p width=1 height=1></p>",
        &["p x🦀y"],
        &["removed"],
    );
    check("<p>x</p><img src='data:image/png;base64,AA'>", &["p x"], &["lost-media"]);
}

#[test]
fn the_larger_file_that_a_picture_leads_to_is_the_picture() {
    let linked = |link: &str, src: &str| {
        format!("<p>x</p><a href='https://a.example/{link}'><img width=300 height=200 src='https://a.example/{src}'></a>")
    };
    check(&linked("big.jpg", "big-300x200.jpg"), &["p x", "img https://a.example/big.jpg 0x0 -"], &[]);
    check(&linked("big-900x600.jpg", "big-300x200.jpg"), &["p x", "img https://a.example/big-900x600.jpg 900x600 -"], &[]);
    check(&linked("big-150x150.jpg", "big-300x200.jpg"), &["p x", "img https://a.example/big-300x200.jpg 300x200 -"], &[]);
    check(&linked("other.jpg", "big-300x200.jpg"), &["p x", "img https://a.example/big-300x200.jpg 300x200 -"], &[]);
    check(&linked("big.jpg", "big.jpg"), &["p x", "img https://a.example/big.jpg 300x200 -"], &[]);
}

#[test]
fn captions_of_a_classic_gallery_are_those_of_its_pictures() {
    let item = |at: u32| {
        format!(
            "<dl class='gallery-item'><dt class='gallery-icon landscape'><a href='https://a.example/{at}.jpg'><img src='https://a.example/{at}-150x150.jpg'></a></dt>\
             <dd class='wp-caption-text gallery-caption' id='gallery-1-{at}'>Pier {at}</dd></dl>"
        )
    };
    let gallery = |items: &[u32]| {
        let (blocks, problems) = body(&format!(
            "<p>x</p><div id='gallery-1' class='gallery galleryid-7'>{}<br style='clear: both'></div>",
            items.iter().map(|at| item(*at)).collect::<String>()
        ));
        assert_eq!(problems, Vec::<&str>::new());
        blocks
    };
    let Block::Gallery(two) = &gallery(&[1, 2])[1] else { panic!("no gallery") };
    let told: Vec<_> = two.images.iter().map(|image| (image.src.as_str(), image.caption.as_deref())).collect();
    assert_eq!(told, [("https://a.example/1.jpg", Some("Pier 1")), ("https://a.example/2.jpg", Some("Pier 2"))]);
    assert_eq!(sketch(&gallery(&[1])[1]), "img https://a.example/1.jpg 0x0 Pier 1");
}

#[test]
fn players_become_embeds_and_films_stay_films() {
    check(
        "<iframe src='//www.youtube.com/embed/abc?x=1'></iframe>",
        &["embed youtube https://www.youtube-nocookie.com/embed/abc"],
        &[],
    );
    check(
        "<figure><iframe data-src=https://maps.example/m></iframe></figure>",
        &["embed maps.example https://maps.example/m"],
        &[],
    );
    check("<video controls><source src=https://a.example/f.mp4>no video</video>", &["video https://a.example/f.mp4"], &[]);
    check("<audio src=https://a.example/f.mp3 title=T></audio>", &["audio https://a.example/f.mp3 T"], &[]);
    let film = "https://www.youtube.com/v/abc?fs=1";
    check(
        &format!("<object width=1><param name=movie value='{film}'><param name=x value=y><embed src='{film}'></object><p>a</p>"),
        &["embed youtube https://www.youtube-nocookie.com/embed/abc", "p a"],
        &["removed"],
    );
    check("<embed src=https://a.example/a.swf><object><param name=movie value=a.swf></object>", &[], &["unkept", "removed"]);
    check("<video></video><iframe></iframe>", &[], &["lost-media", "lost-media"]);
}

#[test]
fn tables_keep_their_shape_and_layout_tables_their_content() {
    check("<table><thead><tr><td>a<td>b</thead><tr><td>1<td>2<tr><td colspan=2>3</table>", &["table [a|b] 1|2 / 3|"], &[]);
    check("<table><caption>c</caption><tr><td rowspan=2>a<td>b<tr><td>c</table>", &["table [] a|b / a|c"], &[]);
    check(
        "<table><tr><td><h2>a</h2><p>b</p><table><tr><td>1<td>2</table></table>",
        &["h2 a", "p b", "table [] 1|2"],
        &["flattened"],
    );
    check(
        "<table><tr><td>a<td><img src=https://a.example/1.jpg></table>",
        &["table [] a|", "img https://a.example/1.jpg 0x0 -"],
        &["flattened"],
    );
}

#[test]
fn asides_are_one_level_deep() {
    check("<details><summary>背景</summary><p>a</p><aside><h3>b</h3>c</aside></details>", &["aside 背景 (p a; h3 b; p c)"], &[]);
}

#[test]
fn what_cannot_be_kept_is_named_with_its_place() {
    check("<p>a<script>x()</script>b<style>c</style></p>", &["p ab"], &["removed", "removed"]);
    check("<svg><text>t</text></svg><object data=x>y</object><p>a</p>", &["p a"], &["unkept", "unkept"]);
    check("<p>a <a href='javascript:x'>b</a> <a href=#c>d</a></p>", &["p a b d"], &["unsafe-link", "dead-link"]);
    check("<p>a<s>b</s></p>", &["p ab"], &["struck"]);
    check("<p>a</p><div style='display: none'>b</div><div class=sharedaddy>c</div>", &["p a"], &["hidden", "hidden"]);
    check("<p>a\u{202e}b&#8238;c</p>", &["p abc"], &["turned"]);
    let item =
        json!({"uri": "urn:1", "headline": "h", "versioncreated": "2026-09-30T08:00:00Z", "body_html": "<p>ab</p><svg></svg>"});
    let (_, problems) = read(Format::Ninjs, json!([item]).to_string().as_bytes());
    assert_eq!(problems[0].place, "/0/body_html @9");
}
