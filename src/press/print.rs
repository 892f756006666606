//! Prints pieces: what each is made of, in every edition of the paper.

use super::edition::{SectionPage, why};
use super::entry::Entry;
use super::output::{Output, SiteFile};
use super::piece::{LATEST, Piece, feed};
use super::prepare::prepare;
use super::printing::Printing;
use super::run::Materials;
use super::{AT_ONCE, PressError, host_files, lean, machines, schema, search};
use crate::model::{Article, ArticleId, Contract, SectionList, Site, Story, Timestamp};
use rayon::prelude::*;

impl Materials {
    /// Prints a piece into the site; says which files it is, a line each.
    pub fn print(&self, piece: &Piece, output: &Output) -> Result<String, PressError> {
        let written = match piece {
            Piece::Picture(src) => self.pictures.write(src, output)?,
            Piece::Media(src) => {
                let bytes = self.newsroom.read_file(src)?.bytes;
                self.write_all(output, [(src.clone(), bytes)])?
            }
            piece => self.write_all(output, self.files(piece)?)?,
        };
        Ok(written.join("\n"))
    }

    fn write_all(&self, output: &Output, files: impl IntoIterator<Item = SiteFile>) -> Result<Vec<String>, PressError> {
        let write = |(path, mut bytes): SiteFile| {
            if !self.pictures.has_avif() && path.ends_with(".html") {
                bytes = lean::without_avif(bytes);
            }
            self.costs.of("writing", || output.write(&path, &bytes)).map(|()| path)
        };
        files.into_iter().map(write).collect()
    }

    fn files(&self, piece: &Piece) -> Result<Vec<SiteFile>, PressError> {
        let edition = &self.edition;
        match piece {
            Piece::Article(at) => {
                let entry = edition.entry(*at)?;
                let article = self.article(&entry)?;
                self.in_each(|printing| printing.article_files(self.story(printing, &article, &entry, *at)?))
            }
            Piece::Tombstone(at) => {
                let entry = &edition.withdrawn[*at];
                let (article, more) = (self.article(entry)?, edition.more_beside(entry)?);
                self.in_each(|printing| {
                    let more = printing.headlines(edition, &more)?;
                    let article = printing.article(&article);
                    printing.article_files(Story { contract: Contract::default(), article, related: vec![], why: vec![], more })
                })
            }
            Piece::Section(page) => self.in_each(|printing| printing.list_files(self.list(printing, page)?)),
            Piece::Front => self.in_each(|printing| printing.front_files(edition, &self.front)),
            Piece::Latest => {
                let latest: Vec<usize> = edition.latest().take(LATEST).collect();
                self.in_each(|printing| printing.latest_files(&printing.headlines(edition, &latest)?))
            }
            Piece::Feed(section) => {
                let articles = feed(edition, section.as_ref())?.into_iter().map(|at| self.article(&*edition.entry(at)?));
                let without_body = articles.map(|article| Ok(Article { body: vec![], ..article? }));
                let newest = without_body.collect::<Result<Vec<_>, PressError>>()?;
                self.in_each(|printing| printing.feed_files(section.as_ref(), &newest))
            }
            Piece::NewsSitemap(fresh) => self.in_each(|printing| printing.news_sitemap(&printing.headlines(edition, fresh)?)),
            Piece::Sitemap { name, articles } => {
                let updated = articles.clone().map(|at| Ok(self.time_of(edition.entry(at)?.updated)));
                let updated = updated.collect::<Result<Vec<Timestamp>, PressError>>()?;
                let articles: Vec<usize> = articles.clone().collect();
                let sites = self.sites();
                self.in_each(|printing| {
                    let headlines = printing.headlines(edition, &articles)?;
                    let entries: Vec<_> = headlines.into_iter().zip(updated.iter().cloned()).collect();
                    printing.sitemap(name, &sites, &entries)
                })
            }
            Piece::SitemapIndex(parts) => {
                let parts: Vec<_> = parts.iter().map(|(name, at)| (name.clone(), self.time_of(*at))).collect();
                self.in_each(|printing| printing.sitemap_index(&parts))
            }
            Piece::Redirects(shard) => Ok(shard.files(&self.site)?),
            Piece::HostRedirects(newest, count) => Ok(host_files::redirect_files(&self.site, newest, *count)?),
            Piece::SearchContents(volumes) => Ok(vec![search::contents_file(volumes)?]),
            Piece::SearchVolume(volume) => {
                let terms = volume.places().into_par_iter().with_max_len(AT_ONCE).map(|at| self.terms(at));
                let terms = terms.collect::<Result<Vec<_>, PressError>>()?;
                self.costs.of("search index", || search::volume_files(volume, edition, terms))
            }
            Piece::Paper => {
                let sites = self.sites();
                let mut files = self.in_each(|printing| printing.paper_files(&sites))?;
                files.extend(machines::shared_files(&sites, &self.assets.look));
                files.push(self.assets.worker(self.site.offline));
                files.extend(schema::files()?);
                files.extend(self.fold.as_ref().map(search::fold_file).transpose()?);
                files.extend(host_files::files(&self.site, &self.assets)?);
                files.push(self.assets.hashes().file()?);
                Ok(files)
            }
            Piece::Reader => Ok(self.assets.files()),
            Piece::Picture(_) | Piece::Media(_) => Ok(vec![]),
        }
    }

    /// The files of every edition.
    fn in_each(&self, files: impl Fn(&Printing) -> Result<Vec<SiteFile>, PressError>) -> Result<Vec<SiteFile>, PressError> {
        let files = self.printings.iter().map(files).collect::<Result<Vec<_>, _>>()?;
        Ok(files.into_iter().flatten().collect())
    }

    /// The paper as each edition has it, the newsroom's own first.
    fn sites(&self) -> Vec<&Site> {
        self.printings.iter().map(|printing| &*printing.site).collect()
    }

    /// An article with what is offered to read next.
    fn story(&self, printing: &Printing, article: &Article, entry: &Entry, at: usize) -> Result<Story, PressError> {
        let links = self.edition.related(entry)?;
        let related: Vec<usize> = links.iter().map(|link| link.at).collect();
        let mut article = printing.article(article);
        article.related = self.published(&article.related)?;
        Ok(Story {
            contract: Contract::default(),
            article,
            related: printing.headlines(&self.edition, &related)?,
            why: links.iter().map(|link| why(entry, link)).collect(),
            more: printing.headlines(&self.edition, &self.edition.more(at, &entry.section, &links)?)?,
        })
    }

    /// Of an editor's choice what is published: a name may tell of what is not.
    fn published(&self, ids: &[ArticleId]) -> Result<Vec<ArticleId>, PressError> {
        let places = ids.iter().map(|id| Ok((id, self.edition.place(id)?))).collect::<Result<Vec<_>, PressError>>()?;
        Ok(places.into_iter().filter(|(_, place)| place.is_some()).map(|(id, _)| id.clone()).collect())
    }

    fn list(&self, printing: &Printing, page: &SectionPage) -> Result<SectionList, PressError> {
        Ok(SectionList {
            contract: Contract::default(),
            section: page.section.clone(),
            page: page.page,
            older: page.older,
            newer: page.newer,
            headlines: printing.headlines(&self.edition, &page.articles)?,
        })
    }

    fn article(&self, entry: &Entry) -> Result<Article, PressError> {
        let article = self.costs.of("reading articles again", || self.newsroom.article_again(&entry.id, entry.state));
        Ok(prepare(article?, &self.zone, &self.pictures))
    }

    /// What an article is found by, in all scripts.
    fn terms(&self, at: usize) -> Result<Vec<u64>, PressError> {
        let Some(fold) = &self.fold else { return Ok(vec![]) };
        let entry = self.edition.entry(at)?;
        let article = self.costs.of("reading articles again", || self.newsroom.article_again(&entry.id, entry.state))?;
        let others = self.printings.iter().filter(|printing| printing.converter.is_some());
        let others: Vec<Article> = others.map(|printing| printing.article(&article)).collect();
        let versions: Vec<&Article> = std::iter::once(&article).chain(&others).collect();
        Ok(self.costs.of("search terms", || search::terms(fold, &versions)))
    }

    /// A time of the index, on the clocks of the paper.
    fn time_of(&self, micros: i64) -> Timestamp {
        Timestamp::at(jiff::Timestamp::from_microsecond(micros).unwrap_or_default(), &self.zone)
    }
}
