//! HTML bodies become typed blocks, and what cannot be kept is named.

use crate::folder::sketch;
use serde_json::json;
use strait::import::{Format, read};
use strait::model::Block;

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
    check("<ul><li>a<ul><li>b</ul><li>c</ul>", &["list false a|b|c"], &["flattened"]);
    check("<pre>a\nb</pre><hr><dl><dt>k<dd>v</dl>", &["p a", "p b", "divider", "p k", "p v"], &[]);
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
    check("<blockquote><p>a</p><p>b</p><cite>— Lin</cite></blockquote>", &["quote a -- -", "quote b -- Lin"], &[]);
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
