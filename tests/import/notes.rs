//! Notes of word processors and others are notes, and lose no word.

use crate::folder::sketch;
use crate::places::{body, inner, wire};

/// Two notes, each with its mark, as systems write them: the words of the text and of the notes are always the same.
pub const NOTED: [(&str, &str); 9] = [
    (
        "Word",
        "<p>One<a href='#_ftn1' name='_ftnref1'><span class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a> two<a href='#_ftn2' name='_ftnref2'>[2]</a>.</p>\
        <div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width='33%'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'>[1]</a> First note.</p></div>\
        <div style='mso-element:footnote' id=ftn2><p><a href='#_ftnref2' name='_ftn2'>[2]</a> Second</p><p>note.</p></div></div>",
    ),
    (
        "Word, without its elements",
        "<p>One<a href='#_ftn1' name='_ftnref1'>[1]</a> two<a href='#_ftn2' name='_ftnref2'>[2]</a>.</p><hr>\
        <p><a href='#_ftnref1' name='_ftn1'>[1]</a> First note.</p><p><a href='#_ftnref2' name='_ftn2'>[2]</a> Second note.</p>",
    ),
    (
        "Word's endnotes",
        "<p>One<a href='#_edn1' name='_ednref1'>[i]</a> two<a href='#_edn2' name='_ednref2'>[ii]</a>.</p>\
        <div id=edn1><p><a href='#_ednref1' name='_edn1'>[i]</a> First note.</p></div><div id=edn2><p><a href='#_ednref2' name='_edn2'>[ii]</a> Second note.</p></div>",
    ),
    (
        "Google Docs",
        "<p><span>One</span><sup><a href='#ftnt1' id='ftnt_ref1'>[1]</a></sup><span> two</span><sup><a href='#ftnt2' id='ftnt_ref2'>[2]</a></sup>.</p><hr>\
        <div><p><a href='#ftnt_ref1' id='ftnt1'>[1]</a><span> First note.</span></p></div><div><p><a href='#ftnt_ref2' id='ftnt2'>[2]</a><span> Second note.</span></p></div>",
    ),
    (
        "LibreOffice",
        "<p>One<a class='sdfootnoteanc' name='sdfootnote1anc' href='#sdfootnote1sym'><sup>1</sup></a> two<a class='sdfootnoteanc' name='sdfootnote2anc' href='#sdfootnote2sym'><sup>2</sup></a>.</p>\
        <div id='sdfootnote1'><p><a class='sdfootnotesym' name='sdfootnote1sym' href='#sdfootnote1anc'>1</a>First note.</p></div><div id='sdfootnote2'><p><a name='sdfootnote2sym' href='#sdfootnote2anc'>2</a>Second note.</p></div>",
    ),
    (
        "Markdown",
        "<p>One<sup id='fnref:1'><a href='#fn:1' class='footnote-ref' role='doc-noteref'>1</a></sup> two<sup id='fnref:2'><a href='#fn:2'>2</a></sup>.</p>\
        <section class='footnotes' role='doc-endnotes'><hr><ol><li id='fn:1'><p>First note. <a href='#fnref:1' class='footnote-backref'>↩︎</a></p></li><li id='fn:2'><p>Second note. <a href='#fnref:2'>↩︎</a></p></li></ol></section>",
    ),
    (
        "Markdown, plain",
        "<p>One<sup id=fnref1><a href='#fn1'>1</a></sup> two<sup id=fnref2><a href='#fn2'>2</a></sup>.</p><section class=footnotes>\
        <p id=fn1>First note. <a href='#fnref1'>↩</a></p><p id=fn2>Second note. <a href='#fnref2'>↩</a></p></section>",
    ),
    (
        "Substack",
        "<p>One<a class='footnote-anchor' id='footnote-anchor-1' href='#footnote-1'>1</a> two<a class='footnote-anchor' id='footnote-anchor-2' href='#footnote-2'>2</a>.</p>\
        <div class='footnote'><a id='footnote-1' href='#footnote-anchor-1' class='footnote-number'>1</a><div class='footnote-content'><p>First note.</p></div></div>\
        <div class='footnote'><a id='footnote-2' href='#footnote-anchor-2' class='footnote-number'>2</a><div class='footnote-content'><p>Second</p><p>note.</p></div></div>",
    ),
    (
        "Easy Footnotes",
        "<p>One<span id='easy-footnote-1-9'></span><span class='easy-footnote'><a href='#easy-footnote-bottom-1-9'><sup>1</sup></a></span> two<span id='easy-footnote-2-9'></span><a href='#easy-footnote-bottom-2-9'><sup>2</sup></a>.</p>\
        <ol class='easy-footnotes-wrapper'><li class='easy-footnote-single'><span id='easy-footnote-bottom-1-9'></span>First note.<a class='easy-footnote-to-top' href='#easy-footnote-1-9'></a></li>\
        <li><span id='easy-footnote-bottom-2-9'></span>Second note.<a href='#easy-footnote-2-9'></a></li></ol>",
    ),
];

#[test]
fn notes_of_word_processors_and_others_are_notes() {
    for (of, html) in NOTED {
        for (blocks, problems) in [body(html), wire(html)] {
            let sketches: Vec<String> = blocks.iter().map(sketch).collect();
            assert_eq!(sketches.len(), 2, "{of}: {sketches:?}");
            assert!(sketches[0].starts_with("p One"), "{of}: {sketches:?}");
            assert_eq!(sketches[1], "notes First note. ↩\u{fe0e}|Second note. ↩\u{fe0e}", "{of}");
            assert_eq!(inner(&blocks), ["#note-1", "#note-2", "#noted-1", "#noted-1"], "{of}");
            assert_eq!(problems, Vec::<&str>::new(), "{of}");
        }
    }
}

#[test]
fn notes_that_are_strange_lose_no_words() {
    let note = |name: &str, words: &str| format!("<p><a href='#ref{name}' name='{name}'>[1]</a> {words}.</p>");
    // Two of a name: the first is led to, both are notes.
    let (blocks, problems) = wire(&format!(
        "<p>a<a href='#n1' name='refn1'>[1]</a> b<a href='#n1'>[1]</a></p>{}{}",
        note("n1", "One"),
        note("n1", "Two")
    ));
    assert_eq!(blocks.iter().map(sketch).collect::<Vec<_>>(), ["p a[1] b[1]", "notes One. ↩\u{fe0e}|Two."]);
    assert_eq!((inner(&blocks), problems), (["#note-1", "#note-1", "#noted-1"].map(str::to_owned).to_vec(), vec![]));
    // No mark leads to it: it is a paragraph.
    let (blocks, problems) = wire(&format!("<p>a</p>{}", note("n1", "One")));
    assert_eq!(
        (blocks.iter().map(sketch).collect::<Vec<_>>(), problems),
        (vec!["p a".to_owned(), "p [1] One.".to_owned()], vec!["dead-link"])
    );
    // Words that lead to a paragraph, which leads back: no notes.
    let (blocks, problems) = wire(
        "<p><a href='#a1' name='q1'>Who sails?</a></p><p><a href='#q1' name='a1'>Who sails?</a> Ola.</p><div class=footnote><p>c</p></div><div id=note-7><h3>d</h3></div>",
    );
    assert_eq!(blocks.iter().map(sketch).collect::<Vec<_>>(), ["p Who sails?", "p Who sails? Ola.", "p c", "h3 d"]);
    assert_eq!((inner(&blocks), problems), (vec!["#a1".to_owned(), "#q1".to_owned()], vec![]));
    // A list whose points text leads to by words is a list.
    let (blocks, problems) = wire("<p>see <a href='#s1'>the first step</a></p><ol><li id=s1>b<li id=s2>c</ol><p>d</p>");
    assert_eq!(blocks.iter().map(sketch).collect::<Vec<_>>(), ["p see the first step", "list true b|c", "p d"]);
    assert_eq!((inner(&blocks), problems), (vec!["#s1".to_owned()], vec![]));
    // Notes may lead to other notes, and to the text.
    let (blocks, problems) = wire(
        "<h2 id=top>T</h2><p>a<a href='#n1'>1</a> b<a href='#n2'>2</a></p><ol class=footnotes><li id=n1>One, see <a href='#n2'>2</a>.</li><li id=n2>Two, see <a href='#top'>the head</a>.</li></ol>",
    );
    assert_eq!(sketch(&blocks[2]), "notes One, see 2. ↩\u{fe0e}|Two, see the head. ↩\u{fe0e}");
    assert_eq!(inner(&blocks), ["#note-1", "#note-2", "#note-2", "#noted-1", "#top", "#noted-1"]);
    assert_eq!(problems, Vec::<&str>::new());
}
