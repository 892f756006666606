//! What sources say of publication, and what becomes of it: the table that the gate is tested with.

use serde_json::{Value, json};

/// What becomes of an item. Imports are made as of 3 October 2026.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Published,
    Withheld,
    Embargoed,
    Tombstone,
    /// It never becomes an article.
    Nothing,
}
use Fate::{Embargoed, Nothing, Published, Tombstone, Withheld};

/// What a source says, and what becomes of it.
pub type Row = (String, Fate);

pub const AHEAD: &str = "2031-01-01T06:00:00Z";

/// A post of WordPress' export. `fields` follow on its own, so that of two the first is read.
fn export(status: &str, fields: &str) -> String {
    let date = if fields.contains("post_date_gmt") { "" } else { "<wp:post_date_gmt>2026-09-05 09:00:00</wp:post_date_gmt>" };
    let kind = if fields.contains("post_type") { "" } else { "<wp:post_type>post</wp:post_type>" };
    format!(
        "<rss version='2.0' xmlns:wp='http://wordpress.org/export/1.2/'><channel><title>P</title><item><title>h</title>\
        <guid isPermaLink='false'>https://p.example/?p=1</guid><pubDate>Sat, 05 Sep 2026 09:00:00 +0000</pubDate>\
        <content:encoded>words</content:encoded><wp:post_id>1</wp:post_id>{kind}{date}{status}{fields}</item></channel></rss>"
    )
}

pub fn exported(status: &str) -> String {
    export(&format!("<wp:status>{status}</wp:status>"), "<wp:post_password></wp:post_password>")
}

/// An answer of WordPress' REST interface; fields that are null are not in it.
fn answer(fields: Value) -> String {
    let mut post = json!({"id": 1, "date_gmt": "2026-09-05T09:00:00", "modified_gmt": "2026-09-05T09:00:00", "type": "post", "status": "publish",
        "guid": {"rendered": "https://p.example/?p=1"}, "slug": "h", "title": {"rendered": "h"}, "content": {"rendered": "words", "protected": false}});
    put(&mut post, fields);
    post.to_string()
}

fn rss(fields: &str) -> String {
    let date = if fields.contains("pubDate") { "" } else { "<pubDate>Sat, 05 Sep 2026 09:00:00 +0000</pubDate>" };
    format!("<rss version='2.0'><channel><item><title>h</title><guid>g</guid>{date}{fields}</item></channel></rss>")
}

fn atom(fields: &str) -> String {
    format!(
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:app='http://www.w3.org/2007/app'><entry><title>h</title><id>g</id>\
        <updated>2026-09-05T09:00:00Z</updated><content>words</content>{fields}</entry></feed>"
    )
}

pub fn put(item: &mut Value, fields: Value) {
    let (Some(item), Value::Object(fields)) = (item.as_object_mut(), fields) else { panic!("objects") };
    item.extend(fields);
    item.retain(|_, value| !value.is_null());
}

pub fn of_exports() -> Vec<Row> {
    let status = |words: &[&str], fate: Fate| words.iter().map(|word| (exported(word), fate)).collect::<Vec<_>>();
    let dated = |status: &str, date: &str| {
        export(&format!("<wp:status>{status}</wp:status>"), &format!("<wp:post_date_gmt>{date}</wp:post_date_gmt>"))
    };
    let typed = |kind: &str, status: &str| {
        export(&format!("<wp:status>{status}</wp:status>"), &format!("<wp:post_type>{kind}</wp:post_type>"))
    };
    let mut rows = status(&["publish"], Published);
    let held =
        ["draft", "auto-draft", "pending", "private", "pitch", "assigned", "in-progress", "spam", "acf-disabled", "expired"];
    rows.extend(status(&held, Withheld));
    rows.extend(status(&["Publish", "published", "publish;draft", "usable", " ", "", "发布"], Withheld));
    rows.extend(status(&["trash"], Tombstone));
    rows.extend(status(&["inherit"], Nothing));
    rows.extend([
        (export("", ""), Withheld),
        (export("<wp:status>publish</wp:status>", "<wp:post_password>swordfish</wp:post_password>"), Withheld),
        (export("<wp:status>publish</wp:status>", "<wp:post_password>0</wp:post_password>"), Withheld),
        (export("<wp:status>publish</wp:status><wp:status>draft</wp:status>", ""), Withheld),
        (export("<wp:status>future</wp:status>", "<wp:post_password>x</wp:post_password>"), Withheld),
        (dated("future", "2031-01-01 06:00:00"), Embargoed),
        (dated("publish", "2031-01-01 06:00:00"), Embargoed),
        (dated("future", "2026-10-01 06:00:00"), Published),
        (dated("future", "0000-00-00 00:00:00"), Withheld),
        (dated("future", "soon"), Withheld),
        (typed("page", "publish"), Nothing),
        (typed("revision", "inherit"), Nothing),
        (typed("revision", "publish"), Nothing),
        (typed("attachment", "inherit"), Nothing),
        (typed("nav_menu_item", "publish"), Nothing),
        (typed("wp_block", "publish"), Nothing),
        (typed("podcast", "publish"), Nothing),
    ]);
    let local = "<wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt><wp:post_date>2031-01-01 14:00:00</wp:post_date>";
    rows.push((export("<wp:status>future</wp:status>", local), Embargoed));
    rows.push((export("<wp:status>publish</wp:status>", local), Embargoed));
    let apart = "<wp:post_date_gmt>2026-09-05 09:00:00</wp:post_date_gmt><wp:post_date>2031-01-01 14:00:00</wp:post_date>";
    rows.push((export("<wp:status>publish</wp:status>", apart), Embargoed));
    rows.push((export("<wp:status>publish</wp:status>", "<wp:post_password><![CDATA[ ]]></wp:post_password>"), Withheld));
    rows.push((export("<wp:status>publish</wp:status>", "<wp:post_password>\n</wp:post_password>"), Published));
    rows.extend(of_broken_exports());
    rows
}

/// Exports that are broken, or that another program wrote again.
fn of_broken_exports() -> Vec<Row> {
    let (draft, published) = (exported("draft"), exported("publish"));
    let bare = |export: String| export.replace(" xmlns:wp='http://wordpress.org/export/1.2/'", "");
    let both = |change: &dyn Fn(&str) -> String, fate: Fate| [(change(&draft), Withheld), (change(&published), fate)];
    let before = |at: &'static str, text: &'static str| move |export: &str| export.replace(at, &format!("{text}{at}"));
    let mut rows = vec![];
    rows.extend(both(&|export| export.replace("words", "<![CDATA[on RSS ]]></item> x]]>"), Withheld));
    rows.extend(both(&|export| export.replace("words", "<![CDATA[on RSS <item> x]]>"), Published));
    for prefix in ["ns0", "w"] {
        rows.extend(both(
            &|export| export.replace("wp:", &format!("{prefix}:")).replace(":wp=", &format!(":{prefix}=")),
            Published,
        ));
    }
    let plain = |export: &str| export.replace("<wp:", "<").replace("</wp:", "</");
    rows.extend(both(&plain, Published));
    let by_version = |export: &str| bare(plain(export)).replace("<channel>", "<channel><x:wxr_version>1.2</x:wxr_version>");
    rows.extend(both(&by_version, Published));
    rows.extend(both(&before("<content:encoded>", "<description>"), Withheld));
    rows.extend(both(&before("<wp:post_type>", "<wp:postmeta>"), Withheld));
    rows.extend(both(&before("</item>", "<a><b></a>"), Published));
    let hidden = "<wp:status>publish</wp:status><x><wp:is_sticky>0<wp:post_password>y</wp:post_password></x>";
    rows.push((export(hidden, "").replace("<wp:post_password>y", "<wp:post_password>x"), Withheld));
    rows.push((export("<wp:x><wp:status>publish</wp:status></wp:x>", ""), Withheld));
    // Nothing in it says what it is.
    let silent = "<rss version='2.0'><channel><item><title>h</title><guid>g</guid><pubDate>Sat, 05 Sep 2026 09:00:00 +0000</pubDate>\
        <description>words</description></item></channel></rss>";
    rows.push((silent.to_owned(), Withheld));
    rows
}

pub fn of_rest() -> Vec<Row> {
    let mut rows = vec![(answer(json!({})), Published), (answer(json!({"type": null})), Published)];
    for word in ["draft", "auto-draft", "pending", "private", "pitch", "in-progress", "Publish", "published", "archive", ""] {
        rows.push((answer(json!({"status": word})), Withheld));
    }
    for odd in [json!(null), json!(true), json!(["publish"]), json!({"rendered": "publish"}), json!(1)] {
        rows.push((answer(json!({"status": odd})), Withheld));
    }
    let protected = |value: Value| answer(json!({"content": {"rendered": "", "protected": value}}));
    rows.extend([
        (answer(json!({"status": "trash"})), Tombstone),
        (answer(json!({"status": "future", "date_gmt": "2031-01-01T06:00:00"})), Embargoed),
        (answer(json!({"date_gmt": "2031-01-01T06:00:00"})), Embargoed),
        (answer(json!({"status": "future", "date_gmt": null})), Withheld),
        (answer(json!({"status": "future", "date_gmt": "0000-00-00T00:00:00", "date": "2031-01-01T14:00:00"})), Embargoed),
        (answer(json!({"status": "future", "date_gmt": "soon"})), Withheld),
        (protected(true.into()), Withheld),
        (protected("true".into()), Withheld),
        (answer(json!({"excerpt": {"rendered": "", "protected": true}})), Withheld),
        (answer(json!({"password": "swordfish"})), Withheld),
        (answer(json!({"password": ""})), Published),
        (answer(json!({"password": {"raw": ""}})), Published),
        (answer(json!({"password": " "})), Withheld),
        (answer(json!({"password": true})), Withheld),
        (answer(json!({"password": 0})), Withheld),
        (answer(json!({"password": {"raw": "x"}})), Withheld),
        (answer(json!({"title": {"rendered": "h", "protected": true}})), Withheld),
        (answer(json!({"date_gmt": "2031-01-01T06:00:00+00:00"})), Embargoed),
        (answer(json!({"date_gmt": "2031-01-01T06:00:00.000Z"})), Embargoed),
        (answer(json!({"date_gmt": "2031-01-01 06:00:00"})), Embargoed),
        (answer(json!({"date": "2031-01-01T06:00:00"})), Embargoed),
        (answer(json!({"date_gmt": "soon", "date": "2031-01-01T06:00:00"})), Embargoed),
        (answer(json!({"status": "future", "date": "2031-01-01T06:00:00"})), Embargoed),
        (answer(json!({"date_gmt": "soon"})), Withheld),
        (answer(json!({"date_gmt": "soon", "date": "2026-09-05T17:00:00"})), Published),
        // By a clock in the far east, which runs ahead of GMT; what says that it is in GMT is ahead.
        (answer(json!({"date_gmt": "2026-10-02T23:59:00", "date": "2026-10-03T13:59:00"})), Published),
        (answer(json!({"date_gmt": "2026-10-02T23:59:00", "date": "2026-10-03T13:59:00Z"})), Embargoed),
        (answer(json!({"type": null, "status": null, "parent": 1, "slug": "1-revision-v1"})), Nothing),
        (answer(json!({"type": null, "slug": "1-autosave-v1"})), Nothing),
        (answer(json!({"status": "inherit"})), Nothing),
    ]);
    for kind in ["page", "attachment", "nav_menu_item", "wp_block", "revision", "wp_template", "podcast"] {
        rows.push((answer(json!({"type": kind})), Nothing));
    }
    rows
}

pub fn of_feeds() -> Vec<Row> {
    let draft = |text: &str| atom(&format!("<app:control><app:draft>{text}</app:draft></app:control>"));
    vec![
        (rss(""), Published),
        (rss("<pubDate>Wed, 01 Jan 2031 06:00:00 +0000</pubDate>"), Embargoed),
        (rss("<dc:date>2031-01-01T06:00:00Z</dc:date>"), Embargoed),
        (rss("<dcterms:available>2031-01-01T06:00:00Z</dcterms:available>"), Embargoed),
        (rss("<prism:embargoDate>2031-01-01T06:00:00Z</prism:embargoDate>"), Embargoed),
        (rss("<prism:embargoDate>soon</prism:embargoDate>"), Withheld),
        (rss("<wp:status>pitch</wp:status>"), Withheld),
        (rss("<wp:status>publish</wp:status><wp:post_password>x</wp:post_password>"), Withheld),
        (rss("<wp:status>publish</wp:status>"), Published),
        (rss("<wp:post_id>7</wp:post_id>"), Withheld),
        (atom(""), Published),
        (atom("<published>2031-01-01T06:00:00Z</published>"), Embargoed),
        (draft("yes"), Withheld),
        (draft("YES"), Withheld),
        (draft("maybe"), Withheld),
        (draft("no"), Published),
        (atom("<control xmlns='http://www.w3.org/2007/app'><draft>yes</draft></control>"), Withheld),
        (atom("<pub:control><pub:draft> yes </pub:draft></pub:control>"), Withheld),
        (atom("<app:control><x><app:draft>yes</app:draft></app:control>"), Withheld),
        (atom("<app:draft>yes</app:draft>"), Withheld),
        (atom("<blogger:type>POST</blogger:type><blogger:status>DRAFT</blogger:status>"), Withheld),
        (atom("<blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status>"), Published),
        (atom("<blogger:type>COMMENT</blogger:type><blogger:status>LIVE</blogger:status>"), Nothing),
        (rss("<x><prism:embargoDate>2031-01-01T06:00:00Z</prism:embargoDate></x>"), Embargoed),
        (rss("<y:embargoDate>2031-01-01T06:00:00Z</y:embargoDate>"), Embargoed),
        (rss("<y:available>2031-01-01T06:00:00Z</y:available>"), Embargoed),
        (rss("<dcterms:available>start=2031-01-01; end=2032-01-01</dcterms:available>"), Embargoed),
        (rss("<dcterms:available>soon</dcterms:available>"), Withheld),
        (rss("<link>https://p.example/<prism:embargoDate>2031-01-01T06:00:00Z</prism:embargoDate>"), Withheld),
        (rss("<pubDate>January 1, 2031 06:00</pubDate><dc:date>2026-09-05</dc:date>"), Embargoed),
        (rss("<pubDate>01/02/2031 06:00</pubDate><dc:date>2026-09-05</dc:date>"), Withheld),
        (rss("<pubDate>Sat, 05 Sep 2026 09:00:00 +0000</pubDate><pubDate>Wed, 01 Jan 2031 06:00:00 +0000</pubDate>"), Embargoed),
        ("<feed><at:deleted-entry ref='g' when='2026-09-06T00:00:00Z'/></feed>".to_owned(), Tombstone),
        ("<feed><x:deleted-entry ref='g' when='2026-09-06T00:00:00Z'></x:deleted-entry></feed>".to_owned(), Tombstone),
        (
            "<feed><deleted-entry xmlns='http://purl.org/atompub/tombstones/1.0' ref='g' when='2026-09-06T00:00:00Z'/></feed>"
                .to_owned(),
            Tombstone,
        ),
    ]
}
