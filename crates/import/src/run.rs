//! One run: what is found is read, waits until all of its file are known, and is filed.

use super::dispatch::Dispatch;
use super::filing::Filing;
use super::house::trust_origins;
use super::notes::Notes;
use super::pace::Pace;
use super::sections::Catalogue;
use super::source::Source;
use super::stream::{self, Stream};
use super::waiting::Waiting;
use super::web::shown;
use super::wordpress::library::Libraries;
use super::{Format, ImportError, Reading, Report, feed, files, read_items, wordpress};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use strait_report::problem::{Bilingual, Problem};
use url::Url;

/// One run.
pub struct Run<'a> {
    pub filing: Filing<'a>,
    /// The source's sections, where it lists them.
    pub catalogue: Arc<Catalogue>,
    /// What was fetched already.
    pub documents: HashMap<String, Vec<u8>>,
    /// What the files of an export hold together.
    pub libraries: Rc<Libraries>,
    pub problems: Vec<Problem>,
    pub say: &'a dyn Fn(&Bilingual),
}

impl Run<'_> {
    /// Imports all that was found.
    pub fn take_all(&mut self, sources: &[Source]) -> Result<(), ImportError> {
        self.stock(sources);
        let mut pace = Pace::new(self.say, Bilingual::new("已导入文件", "files:")).of(sources.len());
        for source in sources {
            self.take(source)?;
            pace.step();
        }
        // A paper without a section cannot be printed.
        if self.filing.house.grows() && self.filing.house.site.sections.is_empty() {
            self.filing.house.place_of_the_unsorted()?;
        }
        Ok(())
    }

    /// An export in several files has its pictures in other files than its posts: what all hold is known first. What
    /// cannot be read is told when it is imported.
    fn stock(&mut self, sources: &[Source]) {
        let is_export = |file: &&PathBuf| file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xml"));
        let files = sources.iter().filter_map(|source| match source {
            Source::File(file) if self.filing.order.format == Format::WordPress => Some(file),
            _ => None,
        });
        let files: Vec<&PathBuf> = files.filter(is_export).collect();
        if files.len() < 2 {
            return;
        }
        let (reading, mut libraries) = (self.reading(None), Libraries::default());
        for file in files {
            if let Ok(file) = files::open(file) {
                // As above.
                let _ = feed::stock(file, &reading, &mut libraries);
            }
        }
        self.libraries = Rc::new(libraries);
    }

    /// How what came from a page is read.
    fn reading(&self, base: Option<Url>) -> Reading {
        Reading {
            zone: self.filing.zone.clone(),
            base,
            now: self.filing.order.now,
            catalogue: self.catalogue.clone(),
            libraries: self.libraries.clone(),
        }
    }

    /// Imports a file or an address.
    fn take(&mut self, source: &Source) -> Result<(), ImportError> {
        match source {
            Source::File(file) => {
                let beside = file.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
                self.take_file(&file.to_string_lossy(), files::open(file)?, beside)
            }
            Source::Address(address) if self.filing.order.format == Format::WordPress => {
                let (since, web, say) = (self.filing.since.map(|since| since.to_string()), self.filing.web.clone(), self.say);
                wordpress::fetch::posts(&web, address, since.as_deref(), say, &mut |address, bytes| {
                    self.take_file(address, stream::of_bytes(bytes), None)
                })
            }
            Source::Address(address) => {
                let bytes = self.documents.remove(address).map_or_else(|| self.filing.web.document(address), Ok)?;
                self.take_file(&shown(address), stream::of_bytes(bytes), None)
            }
        }
    }

    fn take_file(&mut self, name: &str, file: Box<dyn Stream>, beside: Option<&Path>) -> Result<(), ImportError> {
        let mut notes = Notes::of(name);
        let base = Url::parse(name).ok().filter(Url::has_host);
        let now = self.filing.order.now;
        let reading = self.reading(base);
        let (format, mut read) = (self.filing.order.format, 0);
        let (mut waiting, mut pace) = (Waiting::new(), Pace::new(self.say, Bilingual::new("已读", "items read:")));
        let wait = &mut |mut dispatch: Dispatch| {
            dispatch.date();
            pace.step();
            read += 1;
            self.filing.marks.note(&dispatch);
            waiting.push(&dispatch, dispatch.publication.passage(now).is_closed())
        };
        read_items(format, file, &reading, &mut notes, wait).map_err(ImportError::disk(name))?;
        let skipped = notes.skipped();
        self.filing.balance.read += read + skipped;
        self.filing.balance.no_articles += skipped;
        let mut pace = Pace::new(self.say, Bilingual::new("已归档", "items filed:")).of(waiting.len());
        let file_one = |dispatch: std::io::Result<Dispatch>| {
            pace.step();
            self.filing.file(dispatch.map_err(ImportError::disk(name))?, beside, &mut notes)
        };
        let filed = waiting.call().try_for_each(file_one);
        self.filing.counts.skipped += skipped;
        self.problems.extend(notes.finish());
        filed
    }

    /// What the run did. Origins are told in one list, or trusted where the publisher said so.
    pub fn finish(self) -> Result<Report, ImportError> {
        let (mut problems, filing) = (self.problems, self.filing);
        let content = &filing.order.content;
        let mut origins = filing.origins.all();
        if filing.order.trust_origins && !filing.order.dry_run {
            origins = trust_origins(content, origins)?;
        }
        problems.extend(filing.house.finish());
        problems.extend(origins.iter().map(|origin| origin.problem(content)));
        let (counts, mut balance) = (filing.counts, filing.balance);
        balance.refused = counts.skipped.saturating_sub(balance.no_articles + balance.earlier);
        Ok(Report { counts, balance, problems, origins })
    }
}
