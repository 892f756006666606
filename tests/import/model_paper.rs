//! A model article and five companions, as four systems would send them: three sections deep, a dateline with three
//! names, three captioned pictures, nineteen paragraphs, twelve sub-headings. All words are invented.

use serde_json::{Value, json};

/// The sections of all six, from the top.
pub const SECTIONS: [(&str, &str); 3] = [("潮声中心", "chaosheng"), ("鹭屿", "luyu"), ("街巷民生", "jiexiang")];
/// What the paper is called.
pub const NAME: &str = "鹭屿潮声网";
/// Where it is.
pub const HOME: &str = "https://chaosheng.example/";
/// How the model article opens.
pub const DATELINE: &str = "鹭屿网9月30日讯(海峡潮报记者 林帆 郑洁 通讯员 厦宣)";
/// Who made it.
pub const NAMES: [&str; 3] = ["林帆", "郑洁", "厦宣"];

/// An article.
pub struct Story {
    pub number: u32,
    pub headline: String,
    pub summary: String,
    pub keywords: Vec<&'static str>,
    pub html: String,
}

impl Story {
    fn address(&self) -> String {
        format!("{HOME}2024/09/30/{}.html", self.number)
    }

    fn time(&self) -> String {
        format!("2024-09-30T08:{:02}:00+08:00", 20 - self.number)
    }

    /// The time without a zone, on the paper's clock or in GMT.
    fn clock(&self, hour: u32) -> String {
        format!("2024-09-30 {hour:02}:{:02}:00", 20 - self.number)
    }
}

/// The paragraphs of the model article, but for its dateline.
pub fn paragraphs() -> Vec<String> {
    let opening = "“有困难，敲三下门就行。”潮尾里的老邻居这样说起巷口那间亮着灯的小屋。".to_owned();
    let more = (2..=19).map(|at| format!("第{at}段：小屋的灯亮到夜里，第{at}位邻居把自家的热汤端了过来，说一句潮水就要涨了。"));
    std::iter::once(opening).chain(more).collect()
}

/// Its sub-headings.
pub fn headings() -> Vec<String> {
    (1..=12).map(|at| format!("小屋的第{at}盏灯")).collect()
}

/// Its pictures: address and caption.
pub fn pictures() -> Vec<(String, String)> {
    (1..=3).map(|at| (format!("https://img.chaosheng.example/{at}.jpg"), format!("图{at}：巷口的小屋。鹭屿网 供图"))).collect()
}

/// The model article first.
pub fn stories() -> Vec<Story> {
    let paragraphs = paragraphs();
    let mut html = format!("<p>{DATELINE} {}</p>", paragraphs[0]);
    let (headings, pictures) = (headings(), pictures());
    for (at, paragraph) in paragraphs.iter().enumerate().skip(1) {
        if let Some(heading) = headings.get(at - 1) {
            html += &format!("<h2>{heading}</h2>");
        }
        html += &format!("<p>{paragraph}</p>");
        if let Some((src, caption)) = pictures.get(at / 4).filter(|_| at % 4 == 2) {
            html += &format!(
                r#"<figure><img src="{src}" alt="小屋" width="1200" height="800"><figcaption>{caption}</figcaption></figure>"#
            );
        }
    }
    let model = Story {
        number: 1,
        headline: "潮尾里的小屋亮着灯：邻居有难处，敲三下门".to_owned(),
        summary: "巷口一间小屋，三十年没有关过灯。邻居们说，那是潮尾里的第二个家。".to_owned(),
        keywords: vec!["潮尾里", "邻里互助"],
        html,
    };
    let companion = |number: u32| Story {
        number,
        headline: format!("潮尾里的第{number}条巷子修好了"),
        summary: format!("第{number}条巷子铺了新的石板。"),
        keywords: vec!["潮尾里", "邻里互助"],
        html: format!("<p>第{number}条巷子铺了新的石板，路灯也换了。</p><p>邻居们搬出椅子，坐到夜里。</p>"),
    };
    std::iter::once(model).chain((2..=6).map(companion)).collect()
}

/// As IPTC ninjs.
pub fn ninjs() -> String {
    let item = |story: &Story| {
        let sections = SECTIONS.iter().map(|(name, _)| json!({ "name": name }));
        json!({"uri": format!("urn:chaosheng:{}", story.number), "type": "text", "language": "zh-Hans", "pubStatus": "usable",
            "firstCreated": story.time(), "versionCreated": story.time(), "headlines": [{"role": "main", "value": story.headline}],
            "descriptions": [{"role": "summary", "value": story.summary}], "infoSources": [{"name": NAME}],
            "subjects": sections.collect::<Vec<_>>(), "keywords": story.keywords,
            "bodies": [{"role": "main", "contentType": "text/html", "value": story.html}]})
    };
    Value::Array(stories().iter().map(item).collect()).to_string()
}

/// As answers of WordPress' REST interface, with `_embed`.
pub fn rest() -> String {
    let term = |at: usize| {
        let path: Vec<&str> = SECTIONS[..=at].iter().map(|(_, slug)| *slug).collect();
        json!({"id": at + 2, "taxonomy": "category", "name": SECTIONS[at].0, "slug": SECTIONS[at].1, "link": format!("{HOME}category/{}/", path.join("/"))})
    };
    let post = |story: &Story| {
        let tags = story.keywords.iter().map(|word| json!({"taxonomy": "post_tag", "name": word, "slug": word}));
        json!({"id": story.number, "type": "post", "status": "publish", "guid": {"rendered": format!("{HOME}?p={}", story.number)},
            "link": story.address(), "date": story.clock(8), "date_gmt": story.clock(0), "modified": story.clock(8), "modified_gmt": story.clock(0),
            "title": {"rendered": story.headline}, "excerpt": {"rendered": story.summary, "protected": false},
            "content": {"rendered": story.html, "protected": false}, "categories": [2, 3, 4],
            "yoast_head_json": {"og_site_name": NAME},
            "_embedded": {"author": [{"name": "潮声编辑部"}], "wp:term": [[term(0), term(1), term(2)], tags.collect::<Vec<_>>()]}})
    };
    Value::Array(stories().iter().map(post).collect()).to_string()
}

/// As WordPress' export.
pub fn export() -> String {
    let category = |at: usize| {
        let parent = if at == 0 { "" } else { SECTIONS[at - 1].1 };
        let (name, slug) = SECTIONS[at];
        format!(
            "<wp:category><wp:term_id>{}</wp:term_id><wp:category_nicename>{slug}</wp:category_nicename>\
            <wp:category_parent>{parent}</wp:category_parent><wp:cat_name><![CDATA[{name}]]></wp:cat_name>\
            <wp:category_description><![CDATA[{name}的事]]></wp:category_description></wp:category>",
            at + 2
        )
    };
    let item = |story: &Story| {
        let (name, slug) = SECTIONS[2];
        let tags: String =
            story.keywords.iter().map(|word| format!("<category domain='post_tag' nicename='t'>{word}</category>")).collect();
        format!(
            "<item><title><![CDATA[{}]]></title><link>{}</link><guid isPermaLink='false'>{HOME}?p={}</guid><dc:creator>bianji</dc:creator>\
            <content:encoded><![CDATA[{}]]></content:encoded><excerpt:encoded><![CDATA[{}]]></excerpt:encoded><wp:post_id>{}</wp:post_id>\
            <wp:post_date>{}</wp:post_date><wp:post_date_gmt>{}</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>\
            <category domain='category' nicename='{slug}'>{name}</category>{tags}</item>",
            story.headline,
            story.address(),
            story.number,
            story.html,
            story.summary,
            story.number,
            story.clock(8),
            story.clock(0)
        )
    };
    let (categories, items): (String, String) = ((0..3).map(category).collect(), stories().iter().map(item).collect());
    format!(
        "<rss version='2.0' xmlns:wp='http://wordpress.org/export/1.2/' xmlns:dc='http://purl.org/dc/elements/1.1/'\
        xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:excerpt='http://wordpress.org/export/1.2/excerpt/'><channel>\
        <title>{NAME}</title><link>{HOME}</link><description>潮水带来的消息</description><language>zh-CN</language><wp:wxr_version>1.2</wp:wxr_version>\
        <wp:author><wp:author_login>bianji</wp:author_login><wp:author_display_name>潮声编辑部</wp:author_display_name></wp:author>{categories}{items}</channel></rss>"
    )
}

/// As a feed.
pub fn rss() -> String {
    let item = |story: &Story| {
        let sections: String = SECTIONS.iter().map(|(name, _)| format!("<category>{name}</category>")).collect();
        format!(
            "<item><title>{}</title><link>{}</link><guid isPermaLink='true'>{}</guid><pubDate>Mon, 30 Sep 2024 08:{:02}:00 +0800</pubDate>\
            <description>{}</description><content:encoded><![CDATA[{}]]></content:encoded>{sections}</item>",
            story.headline,
            story.address(),
            story.address(),
            20 - story.number,
            story.summary,
            story.html
        )
    };
    let items: String = stories().iter().map(item).collect();
    format!(
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>{NAME}</title><link>{HOME}</link>\
        <description>潮水带来的消息</description><language>zh-CN</language>{items}</channel></rss>"
    )
}
