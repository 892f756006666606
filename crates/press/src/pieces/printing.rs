//! One edition of the paper in print.
//!
//! Here a new kind of file finds its place: one that goes with each article in [`Printing::article_files`], one
//! that goes with a list of headlines in [`Printing::list_files`] or [`Printing::feed_files`], one that the paper
//! has once in [`Printing::paper_files`].

use crate::articles::entry::Entry;
use crate::costs::Costs;
use crate::error::PressError;
use crate::fingerprint::key_of;
use crate::issue::Issue;
use crate::issue::corrected::CorrectedPage;
use crate::issue::front::FrontPlaces;
use crate::machines::sitemap::{self, SitemapEntry};
use crate::machines::{self, Listed, Theme, manifest, news_sitemap};
use crate::pages::frames::FramePrinter;
use crate::pages::page::PagePrinter;
use crate::script::Converter;
use crate::site::output::SiteFile;
use std::sync::Arc;
use strait::pages::{
    ArticlePage, Corrected, CorrectedList, FrontPage, Page, PageKind, RelatedPage, SectionPage, StandingPage, ToolPage,
};
use strait::words::law::Words;
use strait_look::{CARD_HEIGHT, CARD_WIDTH, Card};
use strait_model::paths::{Address, Paths, Tool};
use strait_model::{
    Article, Block, BlockText, Correction, Front, Headline, Image, Robots, SectionList, SectionPath, Site, Story, Timestamp,
};
use strait_standing::FiledPage;

/// One edition of the paper in print: all of its pages and data, below a folder of the site.
pub struct Printing {
    /// The paper as this edition has it.
    pub site: Arc<Site>,
    /// Where it begins below the site: nothing, or a folder's name with a slash.
    pub folder: String,
    /// What its texts go through; nothing in the newsroom's own edition.
    pub converter: Option<Converter>,
    /// Prints its pages.
    pub pages: PagePrinter,
    /// Prints what partners frame, where anybody may.
    pub frames: Option<FramePrinter>,
    /// Whether each article goes to partners too, as ninjs and oEmbed.
    pub has_partner_files: bool,
    /// What machines show of the reader.
    pub theme: Arc<Theme>,
    /// What pictures for articles without one are printed with.
    pub card: Option<Card>,
    /// What printing has cost.
    pub costs: Arc<Costs>,
}

impl Printing {
    /// An article in this edition's script, with what this edition says of it.
    pub fn article(&self, article: &Article) -> Article {
        let convert = |converter: &Converter| self.costs.of("other script", || converter.article(article));
        let mut article = self.converter.as_ref().map_or_else(|| article.clone(), convert);
        self.lead_to_own_pages(&mut article.body);
        article.ai_note = article.ai_use.as_ref().and_then(|ai_use| Words::of(&self.site.language).of_ai_use(ai_use));
        article
    }

    /// Links to pages beside the news lead to those of this edition. The reader (WASM) does not know which there are.
    fn lead_to_own_pages(&self, body: &mut [Block]) {
        if self.folder.is_empty() {
            return;
        }
        let own = |href: &str| {
            let path = href.strip_prefix('/')?;
            let name = path.split(['/', '#', '?']).next()?;
            self.site.pages.iter().any(|page| *page.name == *name).then(|| format!("/{}{path}", self.folder))
        };
        for block in body {
            block.each_text_mut(&mut |text| {
                if let BlockText::Marked(text) = text {
                    text.iter_mut().filter_map(|span| span.href.as_mut()).for_each(|href| {
                        own(href).into_iter().for_each(|own| *href = own);
                    });
                }
            });
        }
    }

    /// What lists show of articles, in this edition's script.
    pub fn headlines(&self, issue: &Issue, articles: &[usize]) -> Result<Vec<Headline>, PressError> {
        articles.iter().map(|at| self.headline(&*issue.entry(*at)?)).collect()
    }

    fn headline(&self, entry: &Entry) -> Result<Headline, PressError> {
        Ok(self.in_script(entry.headline()?, &entry.keep_words))
    }

    /// A headline with the whole summary, for the story that opens the front page.
    fn whole_headline(&self, entry: &Entry) -> Result<Headline, PressError> {
        let headline = entry.headline()?;
        let summary = entry.summary.clone().unwrap_or_else(|| headline.summary.clone());
        Ok(self.in_script(Headline { summary, ..headline }, &entry.keep_words))
    }

    fn in_script(&self, headline: Headline, keep_words: &[String]) -> Headline {
        match &self.converter {
            Some(converter) => converter.headline(headline, keep_words),
            None => headline,
        }
    }

    /// The files of an article; of a withdrawn one neither related news nor a card.
    pub fn article_files(&self, mut story: Story) -> Result<Vec<SiteFile>, PressError> {
        let id = story.article.id.clone();
        let mut files = Vec::new();
        if self.has_partner_files {
            let partner_files = self.costs.of("ninjs and oEmbed", || machines::article_files(&self.site, &story))?;
            files.extend(partner_files.into_iter().map(|file| self.below(file)));
        }
        if let Some(frames) = &self.frames {
            let frames = self.costs.of("embeds", || frames.of_article(&story));
            files.extend(frames.into_iter().map(|file| self.below(file)));
        }
        files.extend(self.card(&mut story));
        let json = self.costs.of("article data", || serde_json::to_string(&story))?;
        files.push(self.data_file(&Address::Article(id).data_file(), json.into_bytes()));
        let related = self.related_file(&mut story)?;
        // The article first: its folder holds the other's.
        files.push(self.page_file(Page::Article(ArticlePage(Box::new(story))))?);
        files.extend(related);
        Ok(files)
    }

    /// The picture of a story that has none, where the newsroom wants some.
    fn card(&self, story: &mut Story) -> Option<SiteFile> {
        let Article { id, headline, lead: None, .. } = &story.article else { return None };
        let card = self.card.as_ref().filter(|_| !story.article.is_withdrawn())?;
        let png = self.costs.of("cards", || card.draw(headline, &self.site.name))?;
        let src = format!("pictures/card-{id}-{:016x}.png", key_of(&png));
        story.card =
            Some(Image { src: src.clone(), alt: headline.clone(), width: CARD_WIDTH, height: CARD_HEIGHT, ..Image::default() });
        Some((src, png))
    }

    /// A story's related news as a page. It shows neither body nor more of the section: it goes without them.
    fn related_file(&self, story: &mut Story) -> Result<Option<SiteFile>, PressError> {
        let (body, more) = (std::mem::take(&mut story.article.body), std::mem::take(&mut story.more));
        let page = RelatedPage::of(Box::new(story.clone()));
        (story.article.body, story.more) = (body, more);
        page.map(|page| self.page_file(Page::Related(page))).transpose()
    }

    /// The files of a page of a section.
    pub fn list_files(&self, list: SectionList) -> Result<Vec<SiteFile>, PressError> {
        let is_newest = list.page.is_none();
        let mut files = Vec::new();
        if is_newest && self.has_partner_files {
            files.extend(machines::section_files(&self.site, &list.section)?);
        }
        if let Some(frames) = self.frames.as_ref().filter(|_| is_newest) {
            files.push(self.costs.of("embeds", || frames.of_section(&list)));
        }
        let mut files: Vec<SiteFile> = files.into_iter().map(|file| self.below(file)).collect();
        let json = serde_json::to_string(&list)?;
        files.extend(self.page_and_data(Page::Section(SectionPage(Box::new(list))), json)?);
        Ok(files)
    }

    /// The files of the front page.
    pub fn front_files(&self, issue: &Issue, places: &FrontPlaces) -> Result<Vec<SiteFile>, PressError> {
        let whole = |at: &usize| self.whole_headline(&*issue.entry(*at)?);
        let front = places.filled(whole, |articles| self.headlines(issue, articles))?;
        let json = serde_json::to_string::<Front>(&front)?;
        self.page_and_data(Page::Front(FrontPage(Box::new(front))), json)
    }

    /// The file of a page beside the news, with `body` ready for print.
    pub fn standing_files(
        &self,
        issue: &Issue,
        page: &FiledPage,
        body: &[Block],
        corrected: Option<&CorrectedPage>,
    ) -> Result<Vec<SiteFile>, PressError> {
        let has_words = corrected.is_none_or(|page| page.page.is_none());
        let converts = |converter: &&Converter| page.language.as_deref().is_none_or(|language| converter.converts(language));
        let converter = self.converter.as_ref().filter(converts);
        let own_language = page.language.clone().filter(|_| converter.is_none());
        let mut standing = StandingPage {
            name: page.link.name.clone(),
            title: page.link.title.clone(),
            description: page.description.clone(),
            language: own_language.unwrap_or_else(|| self.site.language.to_string()),
            updated: page.updated.clone().filter(|_| has_words),
            body: if has_words { body.to_vec() } else { vec![] },
            corrected: corrected.map(|page| self.corrected(issue, page)).transpose()?,
        };
        converter.iter().for_each(|converter| converter.standing(&mut standing));
        self.lead_to_own_pages(&mut standing.body);
        Ok(vec![self.page_file(Page::Standing(Box::new(standing)))?])
    }

    fn corrected(&self, issue: &Issue, page: &CorrectedPage) -> Result<CorrectedList, PressError> {
        let CorrectedPage { page, older, newer, items } = page;
        let item = |(at, correction): &(usize, Correction)| {
            let entry = issue.entry(*at)?;
            let filed = entry.headline()?;
            let convert = |converter: &Converter| converter.note(&correction.text, filed.language.as_deref(), &entry.keep_words);
            let text = self.converter.as_ref().map_or_else(|| correction.text.clone(), convert);
            let Headline { headline, language, .. } = self.in_script(filed.clone(), &entry.keep_words);
            let language = language.unwrap_or_else(|| self.site.language.to_string());
            Ok(Corrected { id: entry.id.clone(), headline, language, correction: Correction { text, ..correction.clone() } })
        };
        let items = items.iter().map(item).collect::<Result<Vec<_>, PressError>>()?;
        Ok(CorrectedList { page: *page, older: *older, newer: *newer, items })
    }

    /// The files of the newest headlines.
    pub fn latest_files(&self, headlines: &[Headline]) -> Result<Vec<SiteFile>, PressError> {
        Ok(vec![self.data_file(Paths::LATEST, serde_json::to_vec(headlines)?)])
    }

    /// The feeds of a section, or of the whole paper. Of `newest` the bodies are not needed.
    pub fn feed_files(&self, section: Option<&SectionPath>, newest: &[Article]) -> Result<Vec<SiteFile>, PressError> {
        let articles: Vec<Article> = newest.iter().map(|article| self.article(article)).collect();
        let headlines: Vec<Headline> = articles.iter().map(|article| Headline::of(article, &self.site.language)).collect();
        let listed: Vec<Listed> =
            articles.iter().zip(&headlines).map(|(article, headline)| Listed::of(article, headline)).collect();
        let files = self.costs.of("feeds", || machines::list_files(&self.site, &self.theme, section, &listed))?;
        Ok(files.into_iter().map(|file| self.below(file)).collect())
    }

    /// The sitemap of what is fresh.
    pub fn news_sitemap(&self, fresh: &[Headline]) -> Result<Vec<SiteFile>, PressError> {
        Ok(vec![self.below(news_sitemap::file(&self.site, fresh)?)])
    }

    /// One part of the sitemap. `entries`: headlines with the time of the newest version.
    pub fn sitemap(&self, name: &str, sites: &[&Site], entries: &[(Headline, Timestamp)]) -> Result<Vec<SiteFile>, PressError> {
        let entries: Vec<SitemapEntry> = entries.iter().map(|(headline, at)| SitemapEntry::of(headline, at)).collect();
        Ok(vec![self.below(sitemap::part_file(&self.site, sites, name, &entries)?)])
    }

    /// The list of all parts of the sitemap, with the time of the newest version in each.
    pub fn sitemap_index(&self, parts: &[(String, Timestamp)]) -> Result<Vec<SiteFile>, PressError> {
        let parts = parts.iter().map(|(name, at)| (name.as_str(), Some(at)));
        Ok(vec![self.below(sitemap::index_file(&self.site, parts)?)])
    }

    /// The files that the paper has once in each edition.
    pub fn paper_files(&self, sites: &[&Site]) -> Result<Vec<SiteFile>, PressError> {
        let tools = Tool::ALL.into_iter().filter(|tool| match tool {
            Tool::EmbedBuilder => self.frames.is_some(),
            Tool::Search => self.site.search,
            Tool::Saved | Tool::Settings => true,
        });
        let tools = tools.map(|tool| self.page_file(Page::Tool(ToolPage(tool))));
        let mut files = tools.collect::<Result<Vec<_>, _>>()?;
        files.extend(self.frames.iter().map(|frames| self.below(frames.not_found())));
        files.extend([
            self.pages.words_file(),
            self.page_file(Page::NOWHERE)?,
            self.data_file(Paths::SITE, serde_json::to_vec(&for_readers(&self.site))?),
            self.below(manifest::file(&self.site, &self.theme)?),
            self.below(sitemap::sections_file(&self.site, sites)?),
        ]);
        Ok(files)
    }

    fn page_and_data(&self, page: Page, json: String) -> Result<Vec<SiteFile>, PressError> {
        let data = page.address().map(|address| self.data_file(&address.data_file(), json.into_bytes()));
        Ok(std::iter::once(self.page_file(page)?).chain(data).collect())
    }

    fn page_file(&self, page: Page) -> Result<SiteFile, PressError> {
        let path = page.address().map_or_else(|| "404.html".to_owned(), |address| format!("{address}index.html"));
        let kind = match page {
            Page::Article(_) => "article pages",
            Page::Related(_) => "related pages",
            Page::Section(_) => "section pages",
            _ => "other pages",
        };
        Ok(self.below((path, self.costs.of(kind, || self.pages.print(page))?)))
    }

    fn data_file(&self, path: &str, bytes: Vec<u8>) -> SiteFile {
        (format!("data/{}{path}", self.folder), bytes)
    }

    fn below(&self, (path, bytes): SiteFile) -> SiteFile {
        (format!("{}{path}", self.folder), bytes)
    }
}

/// The paper as the reader (WASM) fetches it: without what stands in every page, or is for crawlers.
fn for_readers(site: &Site) -> Site {
    Site { licences: vec![], pages: vec![], robots: Robots::default(), theme: strait_model::Theme::default(), ..site.clone() }
}
