//! Prints pieces: which files each is, in every printing of the site.
//!
//! Here a new kind of file finds its place: one that goes with each article in [`Printing::article_files`], one
//! that goes with a list of headlines in [`Printing::list_files`] or [`Printing::latest_files`], one that the paper
//! has once in [`Printing::paper_files`].

use super::costs::Costs;
use super::entry::Entry;
use super::front::headlines;
use super::output::{Output, SiteFile};
use super::page::{InertJson, PagePrinter};
use super::piece::{LATEST, Piece};
use super::prepare::prepare;
use super::run::Materials;
use super::{PressError, host_files, schema};
use crate::model::{Contract, Front, Headline, SectionList, Site, Story};
use crate::pages::Page;
use crate::paths::{Address, Paths};
use std::sync::Arc;

/// One edition of the paper in print: all of its pages and data, below a folder of the site.
pub struct Printing {
    /// The paper as this edition has it.
    pub site: Arc<Site>,
    /// Where it begins below the site: nothing, or a folder's name with a slash.
    pub folder: String,
    /// Prints its pages.
    pub pages: PagePrinter,
    /// What printing has cost.
    pub costs: Arc<Costs>,
}

impl Materials {
    /// Prints a piece into the site; says which files it is, a line each.
    pub fn print(&self, piece: &Piece, output: &Output) -> Result<String, PressError> {
        let written: Vec<String> = match piece {
            Piece::Picture(src) => self.pictures.write(src, output)?,
            Piece::Media(src) => {
                let file = self.newsroom.folder.join(src);
                let bytes = std::fs::read(&file).map_err(PressError::disk(&file))?;
                output.write(src, &bytes)?;
                vec![src.clone()]
            }
            Piece::Reader => self.write_all(output, self.assets.files()?)?,
            piece => {
                let files = self.printings.iter().map(|printing| self.files(printing, piece));
                self.write_all(output, files.collect::<Result<Vec<_>, _>>()?.into_iter().flatten())?
            }
        };
        Ok(written.join("\n"))
    }

    fn write_all(&self, output: &Output, files: impl IntoIterator<Item = SiteFile>) -> Result<Vec<String>, PressError> {
        let write = |(path, bytes): SiteFile| self.costs.of("writing", || output.write(&path, &bytes)).map(|()| path);
        files.into_iter().map(write).collect()
    }

    fn files(&self, printing: &Printing, piece: &Piece) -> Result<Vec<SiteFile>, PressError> {
        match piece {
            Piece::Article(at) => printing.article_files(self.story(*at)?),
            Piece::Tombstone(at) => printing.article_files(self.tombstone(*at)?),
            Piece::Section(page) => printing.list_files(SectionList {
                contract: Contract::default(),
                section: page.section.clone(),
                page: page.page,
                older: page.older,
                newer: page.newer,
                headlines: headlines(&self.edition, &page.articles)?,
            }),
            Piece::Front => printing.front_files(&self.front),
            Piece::Latest => {
                let latest: Vec<usize> = self.edition.latest().take(LATEST).collect();
                printing.latest_files(&headlines(&self.edition, &latest)?)
            }
            Piece::Paper => printing.paper_files(self),
            Piece::Reader | Piece::Picture(_) | Piece::Media(_) => Ok(vec![]),
        }
    }

    /// An article with what is offered to read next.
    fn story(&self, at: usize) -> Result<Story, PressError> {
        let links = self.edition.related(at);
        let related: Vec<usize> = links.iter().map(|link| link.at).collect();
        let why = links.iter().map(|link| link.why.word()).collect();
        let story = self.bare_story(&self.edition.published()[at])?;
        Ok(Story {
            related: headlines(&self.edition, &related)?,
            why,
            more: headlines(&self.edition, &self.edition.more(at))?,
            ..story
        })
    }

    fn tombstone(&self, at: usize) -> Result<Story, PressError> {
        let entry = &self.edition.withdrawn()[at];
        Ok(Story { more: headlines(&self.edition, &self.edition.more_beside(entry))?, ..self.bare_story(entry)? })
    }

    fn bare_story(&self, entry: &Entry) -> Result<Story, PressError> {
        let article = self.costs.of("reading articles again", || self.newsroom.article_again(&entry.id, entry.state));
        let article = prepare(article?, &self.zone, &self.pictures);
        Ok(Story { contract: Contract::default(), article, related: vec![], why: vec![], more: vec![] })
    }
}

impl Printing {
    /// The files of an article.
    fn article_files(&self, mut story: Story) -> Result<Vec<SiteFile>, PressError> {
        let (id, is_withdrawn) = (story.article.id.clone(), story.article.is_withdrawn());
        let json = self.costs.of("article data", || serde_json::to_string(&story))?;
        let data = self.data_file(&Address::Article(id.clone()).data_file(), json.as_bytes().to_vec());
        let json = InertJson::of(json);
        let related = (!is_withdrawn).then(|| self.page_file(related_page(&mut story), &json));
        let article = self.page_file(Page::Article(Box::new(story)), &json);
        Ok([article, data].into_iter().chain(related).collect())
    }

    /// The files of a page of a section.
    fn list_files(&self, list: SectionList) -> Result<Vec<SiteFile>, PressError> {
        self.page_and_data(Page::Section(Box::new(list.clone())), serde_json::to_string(&list)?)
    }

    /// The files of the front page.
    fn front_files(&self, front: &Front) -> Result<Vec<SiteFile>, PressError> {
        self.page_and_data(Page::Front(Box::new(front.clone())), serde_json::to_string(front)?)
    }

    /// The files of the newest headlines.
    fn latest_files(&self, headlines: &[Headline]) -> Result<Vec<SiteFile>, PressError> {
        Ok(vec![self.data_file(Paths::LATEST, serde_json::to_vec(headlines)?)])
    }

    /// The files that the paper has once.
    fn paper_files(&self, materials: &Materials) -> Result<Vec<SiteFile>, PressError> {
        let not_found = self.page_file(Page::NotFound, &InertJson::of(String::new()));
        let mut files = vec![not_found, self.data_file(Paths::SITE, serde_json::to_vec(&*self.site)?)];
        files.extend(schema::files()?);
        files.extend(host_files::files(&self.site, &materials.assets));
        Ok(files)
    }

    fn page_and_data(&self, page: Page, json: String) -> Result<Vec<SiteFile>, PressError> {
        let data = page.address().map(|address| self.data_file(&address.data_file(), json.as_bytes().to_vec()));
        Ok(std::iter::once(self.page_file(page, &InertJson::of(json))).chain(data).collect())
    }

    fn page_file(&self, page: Page, json: &InertJson) -> SiteFile {
        let path = page.address().map_or_else(|| "404.html".to_owned(), |address| format!("{address}index.html"));
        let kind = match page {
            Page::Article(_) => "article pages",
            Page::Related(_) => "related pages",
            Page::Section(_) => "section pages",
            Page::Front(_) | Page::NotFound => "other pages",
        };
        (format!("{}{path}", self.folder), self.costs.of(kind, || self.pages.print(page, json)))
    }

    fn data_file(&self, path: &str, bytes: Vec<u8>) -> SiteFile {
        (format!("data/{}{path}", self.folder), bytes)
    }
}

/// A story's related news as a page, which shows neither body nor more of the section: the copy goes without them.
fn related_page(story: &mut Story) -> Page {
    let (body, more) = (std::mem::take(&mut story.article.body), std::mem::take(&mut story.more));
    let page = Page::Related(Box::new(story.clone()));
    (story.article.body, story.more) = (body, more);
    page
}
