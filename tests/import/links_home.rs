//! Links between imported articles lead to where those are now.

use crate::folder::{Folder, names};
use crate::redirects::{DAY, counts, export, find, item, links};
use std::fs;
use strait_import::Format::WordPress;

#[test]
fn links_between_articles_lead_home_whichever_comes_first_and_however_they_are_spelt() {
    let body = "<p><a href='https://ferry.example/2026/03/05/other/'>a</a> <a href='/2026/03/05/other'>b</a> \
        <a href='http://www.ferry.example/?p=9&utm_source=x'>c</a> <a href='https://ferry.example/2026/03/05/Other/#part'>d</a> \
        <a href='https://ferry.example/wp-content/uploads/r.pdf'>e</a> <a href='https://elsewhere.example/2026/03/05/other/'>f</a> \
        <a href='https://ferry.example/2026/03/05/none/'>g</a></p>";
    let (one, other) = (item(8, "one", DAY, body), item(9, "other", DAY, "<p>x</p>"));
    for items in [[one.clone(), other.clone()], [other, one]] {
        let folder = Folder::new();
        assert_eq!(folder.import(WordPress, export(&items)).counts.new, 2);
        let there = find(&folder, "Report 9").id;
        assert_eq!(
            links(&find(&folder, "Report 8")),
            [
                format!("/article/{there}/"),
                format!("/article/{there}/"),
                format!("/article/{there}/"),
                format!("/article/{there}/#part"),
                "https://ferry.example/wp-content/uploads/r.pdf".to_owned(),
                "https://elsewhere.example/2026/03/05/other/".to_owned(),
                "https://ferry.example/2026/03/05/none/".to_owned(),
            ]
        );
        // Where a source shows it stays where a source shows it.
        assert!(find(&folder, "Report 8").source.href.unwrap().starts_with("https://www.ferry.example/"));
    }
}

#[test]
fn a_link_by_number_leads_home_too() {
    let folder = Folder::new();
    folder.import(
        WordPress,
        export(&[
            item(301, "first", DAY, "<p>x</p>"),
            item(302, "second", DAY, "<p><a href='https://ferry.example/?p=301'>a</a></p>"),
        ]),
    );
    let there = find(&folder, "Report 301").id;
    assert_eq!(links(&find(&folder, "Report 302")), [format!("/article/{there}/")]);
}

#[test]
fn a_link_leads_home_when_its_article_comes_in_a_later_import_and_nothing_counts_as_changed() {
    let folder = Folder::new();
    let old = export(&[item(302, "second", DAY, "<p>As <a href='https://ferry.example/2026/03/05/first/'>we wrote</a></p>")]);
    let new = export(&[item(301, "first", DAY, "<p>x</p>")]);
    assert_eq!(counts(&folder.import(WordPress, &old)), (1, 0, 0));
    assert_eq!(links(&folder.article()), ["https://ferry.example/2026/03/05/first/"]);
    assert_eq!(counts(&folder.import(WordPress, &new)), (1, 0, 0));
    let home = format!("/article/{}/", find(&folder, "Report 301").id);
    assert_eq!(links(&find(&folder, "Report 302")), [home.as_str()]);

    let articles = || folder.files().iter().map(|path| fs::read(path).unwrap()).collect::<Vec<_>>();
    let before = articles();
    for again in [&old, &new, &old] {
        let report = folder.import(WordPress, again);
        assert_eq!(counts(&report), (0, 0, 1), "{:?}", report.problems);
    }
    assert!(articles() == before, "byte for byte");

    // The source's next words are the source's, and its links lead home again.
    let body = "<p>Now <a href='https://ferry.example/2026/03/05/first/'>we wrote more</a></p>";
    let report = folder.import(WordPress, export(&[item(302, "second", "2026-03-06 09:00:00", body)]));
    assert_eq!((counts(&report), names(&report).contains(&"editors-field")), ((0, 1, 0), false), "{:?}", report.problems);
    assert_eq!(links(&find(&folder, "Report 302")), [home]);
}

#[test]
fn an_editors_words_stay_an_editors_when_links_in_them_are_led_home() {
    let folder = Folder::new();
    let body = "<p>As <a href='https://ferry.example/2026/03/05/first/'>we wrote</a></p>";
    folder.import(WordPress, export(&[item(302, "second", DAY, body)]));
    let path = folder.files().remove(0);
    let edited = fs::read_to_string(&path).unwrap().replace("we wrote", "an editor wrote");
    fs::write(&path, edited).unwrap();
    folder.import(WordPress, export(&[item(301, "first", DAY, "<p>x</p>")]));
    let edited = fs::read_to_string(&path).unwrap();
    assert!(edited.contains("an editor wrote") && edited.contains("/article/") && !edited.contains("first/\""), "{edited}");
    let changed = item(302, "second", "2026-03-06 09:00:00", "<p>Otherwise</p>");
    let report = folder.import(WordPress, export(&[changed]));
    assert!(names(&report).contains(&"editors-field"), "{:?}", report.problems);
}
