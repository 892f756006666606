//! Tests of the writers behind the types of settings: what no site file can say is put into a site by hand, and stands
//! as text in what is printed.

#[cfg(test)]
mod tests {
    use crate::READER_PARTS;
    use crate::built::assets::Assets;
    use crate::machines::{manifest, robots};
    use crate::pages::frames::FramePrinter;
    use crate::pages::page::PagePrinter;
    use crate::reader_files::ReaderFiles;
    use scraper::{Html, Selector};
    use serde_json::json;
    use std::sync::Arc;
    use strait::pages::{FrontPage, Page, SectionPage, ToolPage};
    use strait_model::paths::Tool;
    use strait_model::{DataAddress, EditionPath, LanguageTag, Site, WebAddress};

    const HOSTILE: &str = "https://x/\"><script>alert(1)</script>' onload='alert(1)\nAllow: /\nSitemap: https://evil.example/";

    fn assets() -> Assets {
        let reader = tempfile::tempdir().unwrap();
        let shell = "<!doctype html><html><head><!--HEAD--></head><body><!--BODY--></body></html>";
        for part in READER_PARTS {
            std::fs::write(reader.path().join(part), if part == "shell.html" { shell } else { part }).unwrap();
        }
        Assets::read(&ReaderFiles::Folder(reader.path().to_owned()), true).unwrap()
    }

    /// A site whose address, languages and editions are what its types would refuse.
    fn site() -> Arc<Site> {
        let site = json!({"name": "潮报", "language": "zh-Hans", "url": "https://a.example/", "timeZone": "UTC", "copyrightNotice": "©",
        "sections": [{"path": "news", "name": "新闻"}], "editions": [{"language": "zh-Hans", "name": "简"}, {"path": "hant", "language": "zh-Hant-TW", "name": "繁"}]});
        let mut site: Site = serde_json::from_value(site).unwrap();
        site.url = WebAddress::unchecked(HOSTILE);
        site.data_url = Some(DataAddress::unchecked(HOSTILE));
        site.language = LanguageTag::unchecked(HOSTILE);
        site.editions[1].path = EditionPath::unchecked(HOSTILE);
        site.editions[1].language = LanguageTag::unchecked(HOSTILE);
        Arc::new(site)
    }

    /// Scripts that are not ours, and attributes that run something.
    fn active(html: &str) -> usize {
        let page = Html::parse_document(html);
        let is_active = |element: &scraper::ElementRef| {
            let value = element.value();
            let is_hostile = value.name() == "script" && element.inner_html().starts_with("alert");
            is_hostile || value.attrs().any(|(name, _)| name.starts_with("on"))
        };
        page.select(&Selector::parse("*").unwrap()).filter(is_active).count()
    }

    #[test]
    fn a_page_escapes_every_address_and_language_whatever_its_type_promised() {
        let (site, assets) = (site(), assets());
        let printer = PagePrinter::new(site.clone(), &assets).unwrap();
        let section = json!({"section": "news", "headlines": []});
        let pages = [
            Page::NOWHERE,
            Page::Section(SectionPage(serde_json::from_value(section).unwrap())),
            Page::Front(FrontPage(serde_json::from_str("{}").unwrap())),
            Page::Tool(ToolPage(Tool::Search)),
            Page::Tool(ToolPage(Tool::EmbedBuilder)),
        ];
        let frame = FramePrinter::new(&site, &assets).unwrap().not_found().1;
        let printed = pages.into_iter().map(|page| printer.print(page).unwrap());
        for html in printed.chain([frame]) {
            let html = String::from_utf8(html).unwrap();
            assert!(html.contains("https://x/"), "the address stands in it");
            assert_eq!(active(&html), 0, "{html}");
        }
        assert_eq!(active(&format!("<a href=\"{HOSTILE}\">")), 1, "the check above can fail");
    }

    #[test]
    fn robots_and_manifest_keep_an_address_on_its_line_and_in_its_quotes() {
        let (site, assets) = (site(), assets());
        let robots = String::from_utf8(robots::file(&[&site]).1).unwrap();
        let lines: Vec<&str> = robots.lines().collect();
        assert_eq!(lines[..3], ["User-agent: *", "Allow: /", ""]);
        assert_eq!(lines.len(), 5, "{robots}");
        assert!(lines[3..].iter().all(|line| line.starts_with("Sitemap: https://x/") && !line[9..].contains(' ')), "{robots}");
        let manifest: serde_json::Value = serde_json::from_slice(&manifest::file(&site, &assets.theme).unwrap().1).unwrap();
        assert!(manifest["start_url"].as_str().unwrap().contains("<script>"), "JSON holds any text");
    }
}
