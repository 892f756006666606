//! Every source with what may be shown beside what may not, in all its fields. Each says one of two words, so that
//! the printed site can be looked through for them.

use crate::newsroom::{self, put};
use serde_json::{Value, json};

/// In each field of what is published.
pub const OPEN: &str = "openword";
/// In each field of what is held back.
pub const SECRET: &str = "zyxsecret";

const DAY: &str = "2026-09-05T09:00:00Z";
const AHEAD: &str = "2031-01-01T06:00:00Z";

/// What is published in a source, and what it holds back.
fn words(held: usize) -> impl Iterator<Item = (usize, &'static str)> {
    std::iter::once((0, OPEN)).chain((1..=held).map(|at| (at, SECRET)))
}

fn body(word: &str, picture: &str) -> String {
    format!(
        "<p>{word} words</p><h2>{word} heading</h2><figure><img src='{picture}' alt='{word} alt'><figcaption>{word} caption</figcaption></figure>\
        <blockquote>{word} quote<cite>{word} speaker</cite></blockquote><p><a href='https://p.example/{word}/'>{word} link</a></p>"
    )
}

/// How plugins of WordPress keep a text for some readers: what stands before it and after it.
const FOR_SOME: [(&str, &str); 4] = [
    ("<!-- wp:jetpack/paywall /-->", ""),
    ("<div class='wp-block-premium-content-container'>", "</div>"),
    ("[restrict]", "[/restrict]"),
    ("[s2If is_user()]", "[/s2If]"),
];

/// Fields that do the same.
const FIELDS_FOR_SOME: [(&str, &str); 2] =
    [("_jetpack_newsletter_access", "paid_subscribers"), ("_members_access_role", "editor")];

/// WordPress' export.
pub fn export() -> String {
    let day = "2026-09-05 09:00:00";
    let states = [
        ("publish", "", day),
        ("publish", SECRET, day),
        ("pitch", "", day),
        ("future", "", "2031-01-01 06:00:00"),
        ("trash", "", day),
    ];
    let meta = |(key, value): (&str, &str)| {
        format!("<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>")
    };
    let for_all = [const { ("", "", String::new()) }; 5];
    let fields = FIELDS_FOR_SOME.map(|field| ("", "", meta(field)));
    let for_some = FOR_SOME.map(|(before, after)| (before, after, String::new()));
    let states = states.into_iter().chain([states[0]; 6]).zip(for_all.into_iter().chain(fields).chain(for_some));
    let item = |((at, word), ((status, password, date), (before, after, more)))| {
        let shown = format!("{before}{}{after}", body(word, &format!("https://media.example/{word}-{at}.jpg")));
        format!(
            "<item><title>{word} headline</title><link>https://p.example/{word}-{at}/</link><guid isPermaLink='false'>wxr-{at}</guid>\
            <dc:creator>{word} author</dc:creator><category domain='category' nicename='{word}'>{word} section</category>\
            <category domain='post_tag' nicename='{word}'>{word} tag</category><content:encoded><![CDATA[{shown}]]></content:encoded>\
            <excerpt:encoded>{word} summary</excerpt:encoded><wp:post_id>{at}</wp:post_id><wp:post_date_gmt>{date}</wp:post_date_gmt>\
            <wp:post_name>{word}-{at}</wp:post_name><wp:status>{status}</wp:status><wp:post_type>post</wp:post_type>\
            <wp:post_password>{password}</wp:post_password>{more}</item>"
        )
    };
    let items: String = words(10).zip(states).map(item).collect();
    format!(
        "<rss version='2.0' xmlns:wp='w' xmlns:dc='d' xmlns:content='c' xmlns:excerpt='e'><channel><title>P</title>{items}</channel></rss>"
    )
}

/// Answers of WordPress' REST interface.
pub fn rest() -> String {
    let states = [("publish", DAY, false), ("publish", DAY, true), ("in-progress", DAY, false), ("future", AHEAD, false)];
    let for_all = [0; 4].map(|_| ("", "", json!({"_jetpack_newsletter_access": "everybody"})));
    let fields = FIELDS_FOR_SOME.map(|(name, value)| ("", "", json!({ name: value })));
    let for_some = FOR_SOME.map(|(before, after)| (before, after, json!([])));
    let states = states.into_iter().chain([states[0]; 6]).zip(for_all.into_iter().chain(fields).chain(for_some));
    let post = |((at, word), ((status, date, is_protected), (before, after, meta)))| {
        let says = |what: &str| json!({"rendered": format!("{word} {what}")});
        json!({"id": at, "date_gmt": date, "modified_gmt": DAY, "guid": {"rendered": format!("rest-{at}")}, "slug": format!("{word}-{at}"),
            "link": format!("https://p.example/rest/{word}-{at}/"), "status": status, "type": "post", "title": says("headline"),
            "excerpt": says("summary"), "meta": meta, "content": {"rendered": format!("{before}{}{after}", body(word, &format!("https://media.example/rest-{word}-{at}.jpg"))), "protected": is_protected},
            "_embedded": {"author": [{"name": format!("{word} author")}],
                "wp:featuredmedia": [{"source_url": format!("https://media.example/lead-{word}-{at}.jpg"), "alt_text": format!("{word} alt"), "caption": says("caption")}],
                "wp:term": [[{"taxonomy": "post_tag", "name": format!("{word} tag")}]]}})
    };
    json!(words(9).zip(states).map(post).collect::<Vec<Value>>()).to_string()
}

/// A feed in RSS, which holds back what is dated ahead.
pub fn rss() -> String {
    let item = |((at, word), (date, before)): ((usize, &str), (&str, &str))| {
        let shown = format!("{before}{}", body(word, &format!("https://media.example/rss-{word}-{at}.jpg")));
        format!(
            "<item><title>{word} headline</title><link>https://p.example/rss/{word}-{at}/</link><guid isPermaLink='false'>rss-{at}</guid>\
            <pubDate>{date}</pubDate><dc:creator>{word} author</dc:creator><category>{word} tag</category><description>{word} summary</description>\
            <content:encoded><![CDATA[{shown}]]></content:encoded></item>"
        )
    };
    let day = "Sat, 05 Sep 2026 09:00:00 +0000";
    let states = [(day, ""), ("Wed, 01 Jan 2031 06:00:00 +0000", ""), (day, "<p class='paywall-lead'></p>")];
    let items: String = words(2).zip(states).map(item).collect();
    format!("<rss version='2.0'><channel><title>P</title>{items}</channel></rss>")
}

/// A feed in Atom, which holds back drafts.
pub fn atom() -> String {
    let entry = |((at, word), state): ((usize, &str), &str)| {
        let html = body(word, &format!("https://media.example/atom-{word}-{at}.jpg"));
        format!(
            "<entry><title>{word} headline</title><link href='https://p.example/atom/{word}-{at}/'/><id>atom-{at}</id><updated>{DAY}</updated>\
            <author><name>{word} author</name></author><category term='{word} tag'/><summary>{word} summary</summary>\
            <content type='html'><![CDATA[{html}]]></content>{state}</entry>",
        )
    };
    let states = ["", "<app:control><app:draft>yes</app:draft></app:control>"];
    let entries: String = words(1).zip(states).map(entry).collect();
    format!("<feed xmlns='http://www.w3.org/2005/Atom' xmlns:app='http://www.w3.org/2007/app'><title>P</title>{entries}</feed>")
}

/// Items of ninjs and of Superdesk, with pictures beside the file; and one that was killed.
pub fn ninjs() -> String {
    let states = [
        json!({"pubstatus": "usable"}),
        json!({"pubstatus": "withheld"}),
        json!({"embargoed": AHEAD}),
        json!({"state": "scheduled", "publish_schedule": AHEAD}),
        json!({"state": "published", "flags": {"marked_for_not_publication": true}}),
        // A tombstone says where it came from.
        json!({"pubstatus": "canceled", "ednote": SECRET, "source": "通讯社"}),
    ];
    let item = |((at, word), state): ((usize, &str), Value)| {
        let picture = |name: &str| format!("pics/{word}-{name}-{at}.svg");
        let mut item = json!({"uri": format!("ninjs-{at}"), "type": "text", "headline": format!("{word} headline"), "slugline": word,
            "versioncreated": DAY, "body_html": body(word, &picture("body")), "byline": format!("{word} author"),
            "description_text": format!("{word} summary"), "keywords": [format!("{word} tag")], "located": word, "source": format!("{word} source"),
            "copyrightnotice": format!("{word} notice"),
            "associations": {"featuremedia": {"type": "picture", "headline": word, "description_text": format!("{word} lead"),
                "renditions": {"main": {"href": picture("lead"), "width": 9, "height": 9}}}}});
        item.as_object_mut().unwrap().extend(state.as_object().unwrap().clone());
        item
    };
    json!(words(5).zip(states).map(item).collect::<Vec<Value>>()).to_string()
}

/// The pictures beside those items: their paths, and drawings that differ.
pub fn pictures() -> Vec<(String, String)> {
    let drawing = |word: &str, colour: usize| {
        format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><desc>{word}</desc><rect width='9' height='9' fill='#{colour:06x}'/></svg>"
        )
    };
    let named = |(at, word): (usize, &'static str)| {
        ["body", "lead"].map(|name| {
            (format!("pics/{word}-{name}-{at}.svg"), drawing(word, 1000 * at + name.len() + usize::from(name == "lead")))
        })
    };
    words(5).flat_map(named).collect()
}

/// The paper's own articles, by their ids: what an editor holds back, and what names it.
pub fn own() -> Vec<Value> {
    let states = [
        json!({"related": own_ids()}),
        json!({"pubStatus": "withheld"}),
        json!({"embargoed": AHEAD}),
        json!({"expires": "2026-10-01T00:00:00Z"}),
        json!({"pubStatus": "canceled", "id": "20260901-gone"}),
    ];
    let article = |(((at, word), id), state): (((usize, &str), String), Value)| {
        let says = |what: &str| format!("{word} {what}");
        let mut fields = json!({"section": "sport", "headline": says("headline"), "summary": says("summary"), "kicker": says("kicker"),
            "dateline": says("dateline"), "located": word, "editor": says("editor"), "by": [{"role": "reporter", "name": says("author")}],
            "source": {"name": "潮报", "href": format!("https://p.example/own/{word}/")}, "subjects": [{"name": says("tag")}], "keepWords": [says("name")],
            "firstCreated": DAY, "versionCreated": DAY, "copyrightNotice": says("notice"),
            "lead": {"src": format!("{word}-own-{at}.svg"), "alt": says("alt"), "caption": says("caption"), "credit": says("credit")},
            "corrections": [{"kind": "update", "at": DAY, "text": says("correction")}],
            "body": [{"kind": "paragraph", "text": [says("words")]}, {"kind": "video", "src": format!("media/{word}-{at}.mp4"), "caption": says("film")}]});
        put(&mut fields, state);
        newsroom::article(&id, 5, fields)
    };
    words(4).zip(own_ids()).zip(states).map(article).collect()
}

fn own_ids() -> Vec<String> {
    words(4).map(|(at, word)| format!("20260901-{word}-{at}")).collect()
}
