//! How articles, lists and the paper itself arrive.

use super::json::{FromJson, fields, from_json, take};
use crate::model::{
    Article, ArticleId, Contract, Correction, CorrectionKind, Credit, EditionPath, Front, Headline, HeadlineLabel, Player,
    PublicationStatus, Role, Section, SectionList, SectionPath, Site, SiteEdition, Source, Story, Strip, Subject, Timestamp,
};
use crate::pages::Page;
use serde_json::Value;

from_json! {
    Article {
        contract: "contract", id: "id", language: "language", section: "section", kicker: "kicker", headline: "headline",
        summary: "summary", dateline: "dateline", located: "located", by: "by", source: "source", editor: "editor",
        first_created: "firstCreated", version_created: "versionCreated", pub_status: "pubStatus", status_note: "statusNote",
        embargoed: "embargoed", expires: "expires", urgency: "urgency" or 5, subjects: "subjects", lead: "lead", body: "body",
        corrections: "corrections", related: "related",
        #[cfg(not(target_arch = "wasm32"))] formerly: "formerly",
        copyright_notice: "copyrightNotice",
        keep_words: "keepWords",
    }
    Story { contract: "contract", article: "article", related: "related", why: "why", more: "more" }
    Headline {
        id: "id", language: "language", section: "section", kicker: "kicker", headline: "headline", summary: "summary",
        first_created: "firstCreated", label: "label", is_breaking: "isBreaking", picture: "picture",
    }
    SectionList {
        contract: "contract", section: "section", page: "page", older: "older", newer: "newer", headlines: "headlines",
    }
    Front {
        contract: "contract", lead: "lead", beside: "beside", latest: "latest", pictures: "pictures", strips: "strips",
    }
    Strip { section: "section", headlines: "headlines" }
    Site {
        contract: "contract", name: "name", latin_name: "latinName", tagline: "tagline", language: "language", url: "url",
        files_url: "filesUrl", data_url: "dataUrl", time_zone: "timeZone", sections: "sections", section_page_size: "sectionPageSize" or 20,
        copyright_notice: "copyrightNotice", imprint: "imprint", players: "players", media_origins: "mediaOrigins", editions: "editions",
        qr_mark: "qrMark", keep_words: "keepWords", search: "search" or true,
        #[cfg(not(target_arch = "wasm32"))]
        convert_words: "convertWords",
        embed_partners: "embedPartners", offline: "offline" or true,
    }
    Section { path: "path", name: "name", about: "about", children: "children" }
    SiteEdition { path: "path" or EditionPath::default(), language: "language", name: "name" }
    Player { provider: "provider", name: "name", origin: "origin" }
    Credit { role: "role", name: "name" }
    Source { name: "name", href: "href" }
    Subject { name: "name" }
    Correction { kind: "kind", at: "at", text: "text" }
}

/// Types that are texts which are checked.
macro_rules! from_text {
    ($($name:ty),*) => {$(
        impl FromJson for $name {
            fn from_json(json: Value) -> Option<Self> {
                String::from_json(json)?.try_into().ok()
            }
        }
    )*};
}
from_text!(ArticleId, SectionPath, Timestamp);

// In the reader they are plain texts.
#[cfg(not(target_arch = "wasm32"))]
use crate::model::{DataAddress, FormerAddress, LanguageTag, Origin, QrMark, TimeZoneName, WebAddress};
#[cfg(not(target_arch = "wasm32"))]
from_text!(DataAddress, EditionPath, FormerAddress, LanguageTag, Origin, QrMark, TimeZoneName, WebAddress);

impl FromJson for Contract {
    fn from_json(json: Value) -> Option<Self> {
        String::from_json(json).map(Contract::from)
    }

    fn missing() -> Option<Self> {
        Some(Contract::default())
    }
}

impl FromJson for PublicationStatus {
    fn from_json(json: Value) -> Option<Self> {
        match json.as_str()? {
            "usable" => Some(PublicationStatus::Usable),
            "withheld" => Some(PublicationStatus::Withheld),
            "canceled" => Some(PublicationStatus::Canceled),
            _ => None,
        }
    }

    fn missing() -> Option<Self> {
        Some(PublicationStatus::Usable)
    }
}

impl FromJson for CorrectionKind {
    fn from_json(json: Value) -> Option<Self> {
        Some(match json.as_str()? {
            "correction" => CorrectionKind::Correction,
            _ => CorrectionKind::Update,
        })
    }
}

impl FromJson for HeadlineLabel {
    fn from_json(json: Value) -> Option<Self> {
        Some(match json.as_str()? {
            "gallery" => HeadlineLabel::Gallery,
            "audio" => HeadlineLabel::Audio,
            _ => HeadlineLabel::Video,
        })
    }
}

impl FromJson for Role {
    fn from_json(json: Value) -> Option<Self> {
        Some(match json.as_str()? {
            "reporter" => Role::Reporter,
            "correspondent" => Role::Correspondent,
            "photographer" => Role::Photographer,
            "illustrator" => Role::Illustrator,
            "columnist" => Role::Columnist,
            "translator" => Role::Translator,
            _ => Role::Other,
        })
    }
}

impl FromJson for Page {
    fn from_json(json: Value) -> Option<Self> {
        if json.as_str() == Some("notFound") {
            return Some(Page::NotFound);
        }
        let mut fields = fields(json)?;
        let kind = fields.keys().next()?.clone();
        Some(match kind.as_str() {
            "front" => Page::Front(take(&mut fields, &kind)?),
            "section" => Page::Section(take(&mut fields, &kind)?),
            "article" => Page::Article(take(&mut fields, &kind)?),
            "related" => Page::Related(take(&mut fields, &kind)?),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::de::DeserializeOwned;
    use serde_json::json;
    use std::fmt::Debug;

    /// Serde's derived code is the measure: both must read the same.
    fn check<T: FromJson + DeserializeOwned + PartialEq + Debug>(json: Value) {
        let by_serde: T = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(T::from_json(json), Some(by_serde));
    }

    #[test]
    fn the_reader_and_the_press_read_the_demo_newsroom_alike() {
        let read = |path: &std::path::Path| serde_json::from_slice::<Value>(&std::fs::read(path).unwrap()).unwrap();
        let content = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        check::<Site>(read(&content.join("site.json")));
        let articles: Vec<_> = std::fs::read_dir(content.join("articles")).unwrap().collect();
        assert!(articles.len() > 40);
        for article in articles {
            check::<Article>(read(&article.unwrap().path()));
        }
    }

    #[test]
    fn each_kind_of_page_reads_back_as_itself() {
        let headline = json!({"id":"1","language":"en","section":"news","kicker":"k","headline":"h","summary":"s",
            "firstCreated":"2024-09-30T08:12:00+08:00","label":"gallery","picture":{"src":"p","widths":[320],"width":3,"height":2,"alt":""}});
        check::<Page>(json!({"front":{"contract":"1.0","lead":headline,"strips":[{"section":"news","headlines":[headline]}]}}));
        check::<Page>(json!({"section":{"section":"news/xiamen","page":2,"older":1,"newer":3,"headlines":[headline]}}));
        check::<Page>(json!("notFound"));
    }

    #[test]
    fn what_a_newer_contract_adds_is_skipped_by_both() {
        check::<Headline>(json!({"id":"1","section":"news","headline":"h","summary":"s","sparkle":[1],"label":"hologram",
            "firstCreated":"2024-09-30T08:12:00+08:00"}));
        check::<crate::model::Block>(json!({"kind":"hologram","depth":3}));
        check::<Credit>(json!({"role":"astronaut","name":"n"}));
    }

    #[test]
    fn what_the_press_fills_in_for_an_edition_is_read_alike() {
        check::<Site>(json!({"name":"n","language":"zh-Hant-TW","url":"https://a.example/hant/","filesUrl":"https://a.example/",
            "dataUrl":"/data/hant/","qrMark":"from=qr","timeZone":"Asia/Shanghai","sections":[],"copyrightNotice":"c","keepWords":["k"],"convertWords":{"a":"b"},"embedPartners":["https://p.example"],"offline":false,
            "editions":[{"language":"zh-Hans","name":"简"},{"path":"hant","language":"zh-Hant-TW","name":"繁"}]}));
        let image = json!({"src":"s","widths":[320],"width":320,"height":240,"alt":"a","anchor":"b2"});
        for block in [
            json!({"kind":"heading","text":["t"],"level":3,"anchor":"h-1"}),
            json!({"kind":"paragraph","text":["t"],"anchor":"b"}),
            json!({"kind":"image","src":"s","alt":"a","anchor":"b"}),
            json!({"kind":"gallery","images":[image],"anchor":"b"}),
            json!({"kind":"quote","text":["t"],"anchor":"b"}),
            json!({"kind":"list","items":[["t"]],"anchor":"b"}),
            json!({"kind":"list","items":[["t"],["u"]],"start":4,"reversed":true,"sublists":[{"first":1,"count":1,"ordered":true}]}),
            json!({"kind":"code","text":["t\n  u"],"language":"c","anchor":"b"}),
            json!({"kind":"verse","text":["t\nu"],"anchor":"b"}),
            json!({"kind":"notes","items":[["t"]],"anchor":"b"}),
            json!({"kind":"table","rows":[[["t"]]],"anchor":"b"}),
            json!({"kind":"video","src":"s","anchor":"b"}),
            json!({"kind":"audio","src":"s","title":"t","anchor":"b"}),
            json!({"kind":"embed","provider":"p","src":"s","href":"h","title":"t","anchor":"b"}),
            json!({"kind":"aside","title":"t","body":[{"kind":"divider"}],"anchor":"b"}),
        ] {
            check::<crate::model::Block>(block);
        }
        check::<crate::model::Block>(
            json!({"kind":"image","src":"pictures/a-1","widths":[320],"width":320,"height":240,"colour":"#145a8c","alt":"a"}),
        );
    }

    #[test]
    fn what_is_no_news_is_refused() {
        for json in [json!(null), json!([]), json!({"article":{}}), json!({"x":1}), json!("<html>")] {
            assert_eq!(Page::from_json(json), None);
        }
    }
}
