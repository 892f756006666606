//! Prints pieces: what each is made of, in every edition of the paper.

use crate::articles::entry::Entry;
use crate::articles::prepare::{prepare, prepare_body};
use crate::built::lean;
use crate::error::PressError;
use crate::index::Printed;
use crate::issue::{SectionPage, why};
use crate::newsroom::root::RootFiles;
use crate::order::AT_ONCE;
use crate::pieces::materials::Materials;
use crate::pieces::piece::{Job, LATEST, Piece, feed};
use crate::pieces::printing::Printing;
use crate::search::{self, Gathering};
use crate::site::output::{Output, SiteFile};
use crate::site::{host_files, schema};
use crate::{machines, redirects};
use rayon::prelude::*;
use std::collections::HashMap;
use strait_model::{Article, ArticleId, Contract, SectionList, Site, Story, Timestamp};
use strait_report::problem::Bilingual;
use strait_report::progress::Progress;

/// Prints each piece that is made of something else than the one that stands in the site.
pub fn print_jobs(
    materials: &Materials,
    jobs: Vec<Job>,
    known: &HashMap<String, Printed>,
    output: &Output,
    progress: &dyn Progress,
) -> Result<Vec<(String, Printed)>, PressError> {
    progress.begin(&Bilingual::new("印制页面", "printing pages"), Some(jobs.len() as u64));
    let standing = |job: &Job| known.get(&job.name).filter(|printed| printed.key == job.key);
    let volumes = jobs.iter().filter(|job| standing(job).is_none()).filter_map(|job| job.piece.volume());
    let gathering = Gathering::of(volumes, &materials.cache);
    let print = |job: Job| {
        let printed = match standing(&job) {
            Some(printed) => printed.clone(),
            None => Printed { key: job.key, files: materials.print(&job.piece, output, &gathering)? },
        };
        progress.step(1);
        Ok((job.name, printed))
    };
    // The volumes last: by then they know what articles say.
    let (volumes, others): (Vec<Job>, Vec<Job>) = jobs.into_iter().partition(|job| job.piece.volume().is_some());
    let others: Result<Vec<_>, PressError> = others.into_par_iter().with_max_len(AT_ONCE).map(print).collect();
    let printed = others.and_then(|mut printed| {
        printed.extend(volumes.into_par_iter().map(print).collect::<Result<Vec<_>, PressError>>()?);
        Ok(printed)
    });
    progress.end();
    printed
}

impl Materials {
    /// Prints a piece into the site; says which files it is, a line each. `gathering`: the volumes of the search index that
    /// are printed in this build, and want to know what articles say.
    fn print(&self, piece: &Piece, output: &Output, gathering: &Gathering) -> Result<String, PressError> {
        let written = match piece {
            Piece::Picture(src) => self.pictures.write(src, output)?,
            Piece::Media(src) => {
                let bytes = self.newsroom.read_file(src)?.bytes;
                self.write_all(output, [(src.clone(), bytes)])?
            }
            Piece::Root => self.write_root(output)?,
            Piece::SearchVolume(volume) => self.write_volume(volume, gathering, output)?,
            Piece::Article(at) => self.write_all(output, self.article_files(*at, gathering)?)?,
            piece => self.write_all(output, self.files(piece)?)?,
        };
        Ok(written.join("\n"))
    }

    /// Writes what stands at the top of the site, byte for byte.
    fn write_root(&self, output: &Output) -> Result<Vec<String>, PressError> {
        for path in self.newsroom.root.keys() {
            output.write(path, &self.newsroom.read_file(&RootFiles::below(path))?.bytes)?;
        }
        Ok(self.newsroom.root.keys().cloned().collect())
    }

    /// Writes some files; says which they are.
    pub fn write_all(&self, output: &Output, files: impl IntoIterator<Item = SiteFile>) -> Result<Vec<String>, PressError> {
        let write = |(path, mut bytes): SiteFile| {
            if !self.pictures.has_avif() && path.ends_with(".html") {
                bytes = lean::without_avif(bytes);
            }
            self.costs.of("writing", || output.write(&path, &bytes)).map(|()| path)
        };
        files.into_iter().map(write).collect()
    }

    fn files(&self, piece: &Piece) -> Result<Vec<SiteFile>, PressError> {
        let issue = &self.issue;
        match piece {
            Piece::Tombstone(at) => {
                let entry = &issue.withdrawn[*at];
                let (article, more) = (self.article(entry)?, issue.more_beside(entry)?);
                self.in_each(|printing| {
                    let more = printing.headlines(issue, &more)?;
                    let article = printing.article(&article);
                    printing.article_files(Story {
                        contract: Contract::default(),
                        article,
                        card: None,
                        related: vec![],
                        why: vec![],
                        more,
                    })
                })
            }
            Piece::Section(page) => self.in_each(|printing| printing.list_files(self.list(printing, page)?)),
            Piece::Front => self.in_each(|printing| printing.front_files(issue, &self.front)),
            Piece::Standing(at, corrected) => {
                let page = &self.newsroom.pages[*at];
                let mut body = page.body.clone();
                prepare_body(&mut body, &self.pictures);
                self.in_each(|printing| printing.standing_files(issue, page, &body, corrected.as_ref()))
            }
            Piece::Latest => {
                let latest: Vec<usize> = issue.latest().take(LATEST).collect();
                self.in_each(|printing| printing.latest_files(&printing.headlines(issue, &latest)?))
            }
            Piece::Feed(section) => {
                let articles = feed(issue, section.as_ref())?.into_iter().map(|at| self.article(&*issue.entry(at)?));
                let without_body = articles.map(|article| Ok(Article { body: vec![], ..article? }));
                let newest = without_body.collect::<Result<Vec<_>, PressError>>()?;
                self.in_each(|printing| printing.feed_files(section.as_ref(), &newest))
            }
            Piece::NewsSitemap(fresh) => self.in_each(|printing| printing.news_sitemap(&printing.headlines(issue, fresh)?)),
            Piece::Sitemap { name, articles } => {
                let updated = articles.clone().map(|at| Ok(self.time_of(issue.entry(at)?.updated)));
                let updated = updated.collect::<Result<Vec<Timestamp>, PressError>>()?;
                let articles: Vec<usize> = articles.clone().collect();
                let sites = self.sites();
                self.in_each(|printing| {
                    let headlines = printing.headlines(issue, &articles)?;
                    let entries: Vec<_> = headlines.into_iter().zip(updated.iter().cloned()).collect();
                    printing.sitemap(name, &sites, &entries)
                })
            }
            Piece::SitemapIndex(parts) => {
                let parts: Vec<_> = parts.iter().map(|(name, at)| (name.clone(), self.time_of(*at))).collect();
                self.in_each(|printing| printing.sitemap_index(&parts))
            }
            Piece::Redirects(shard) => {
                // What the newsroom itself put there stands there.
                let is_free = |(path, _): &SiteFile| !self.newsroom.root.contains_key(path);
                Ok(shard.files(&self.site)?.into_iter().filter(is_free).collect())
            }
            Piece::HostRedirects(newest, count) => Ok(redirects::hosts::host_files(&self.site, newest, *count)?),
            Piece::SearchContents(volumes) => Ok(vec![search::contents_file(volumes)?]),
            Piece::Paper => {
                let sites = self.sites();
                let mut files = self.in_each(|printing| printing.paper_files(&sites))?;
                files.extend(machines::shared_files(&sites, &self.assets.theme));
                files.push(self.assets.worker(self.site.offline));
                files.extend(schema::files()?);
                files.extend(self.fold.as_ref().map(search::fold_file).transpose()?);
                files.extend(host_files::files(&self.site, self.assets.hashes())?);
                files.push(self.assets.hashes().file()?);
                Ok(files)
            }
            Piece::Reader => Ok(self.assets.files()),
            Piece::Article(_) | Piece::SearchVolume(_) | Piece::Picture(_) | Piece::Media(_) | Piece::Root => Ok(vec![]),
        }
    }

    /// The files of an article. What it is found by is noted on the way, where its volume is printed too.
    fn article_files(&self, at: usize, gathering: &Gathering) -> Result<Vec<SiteFile>, PressError> {
        let entry = self.issue.entry(at)?;
        let filed = self.as_filed(&entry)?;
        // It is found by the captions of all its pictures, also of those that cannot be shown today: then it is read again.
        let is_whole = self.pictures.may_show_all(&filed);
        let mut terms = is_whole.then(|| self.terms_of(at, gathering)).flatten();
        let article = prepare(filed, &self.zone, &self.pictures);
        let files = self.in_each(|printing| {
            let story = self.story(printing, &article, &entry, at)?;
            terms.iter_mut().for_each(|terms| self.add_terms(terms, &story.article));
            printing.article_files(story)
        });
        terms.map(|terms| self.note(at, terms, gathering)).transpose()?;
        files
    }

    /// The files of every edition.
    fn in_each(&self, files: impl FnMut(&Printing) -> Result<Vec<SiteFile>, PressError>) -> Result<Vec<SiteFile>, PressError> {
        let files = self.printings.iter().map(files).collect::<Result<Vec<_>, _>>()?;
        Ok(files.into_iter().flatten().collect())
    }

    /// The paper as each edition has it, the newsroom's own first.
    fn sites(&self) -> Vec<&Site> {
        self.printings.iter().map(|printing| &*printing.site).collect()
    }

    /// An article with what is offered to read next.
    fn story(&self, printing: &Printing, article: &Article, entry: &Entry, at: usize) -> Result<Story, PressError> {
        let links = self.issue.related(entry)?;
        let related: Vec<usize> = links.iter().map(|link| link.at).collect();
        let mut article = printing.article(article);
        article.related = self.published(&article.related)?;
        Ok(Story {
            contract: Contract::default(),
            article,
            card: None,
            related: printing.headlines(&self.issue, &related)?,
            why: links.iter().map(|link| why(entry, link)).collect(),
            more: printing.headlines(&self.issue, &self.issue.more(at, &entry.section, &links)?)?,
        })
    }

    /// Of an editor's choice what is published: a name may tell of what is not.
    fn published(&self, ids: &[ArticleId]) -> Result<Vec<ArticleId>, PressError> {
        let places = ids.iter().map(|id| Ok((id, self.issue.place(id)?))).collect::<Result<Vec<_>, PressError>>()?;
        Ok(places.into_iter().filter(|(_, place)| place.is_some()).map(|(id, _)| id.clone()).collect())
    }

    fn list(&self, printing: &Printing, page: &SectionPage) -> Result<SectionList, PressError> {
        Ok(SectionList {
            contract: Contract::default(),
            section: page.section.clone(),
            page: page.page,
            older: page.older,
            newer: page.newer,
            headlines: printing.headlines(&self.issue, &page.articles)?,
        })
    }

    fn article(&self, entry: &Entry) -> Result<Article, PressError> {
        Ok(prepare(self.as_filed(entry)?, &self.zone, &self.pictures))
    }

    /// An article as the newsroom filed it.
    pub fn as_filed(&self, entry: &Entry) -> Result<Article, PressError> {
        self.costs.of("reading articles again", || self.newsroom.article_again(&entry.id, entry.state))
    }

    /// A time of the index, on the clocks of the paper.
    fn time_of(&self, micros: i64) -> Timestamp {
        Timestamp::at(jiff::Timestamp::from_microsecond(micros).unwrap_or_default(), &self.zone)
    }
}
