//! Prints a volume: its shards are made and written a few at a time.

use crate::error::PressError;
use crate::index::volume::Volume;
use crate::order::AT_ONCE;
use crate::pieces::materials::Materials;
use crate::search::{Gathering, Part, TermsOf, registers};
use crate::site::output::Output;
use rayon::prelude::*;
use strait_model::Article;
use strait_model::paths::SearchFile;

impl Materials {
    /// Writes the files of a volume; says which they are.
    pub fn write_volume(&self, volume: &Volume, gathering: &Gathering, output: &Output) -> Result<Vec<String>, PressError> {
        let mut written = self.write_all(output, registers(volume, &self.issue)?)?;
        let Some(runs) = gathering.of_article(volume.begin) else { return Ok(written) };
        // Of what is printed in this build the terms are there.
        let missing = volume.places().into_par_iter().with_max_len(AT_ONCE).filter(|at| !runs.has(*at));
        missing.try_for_each(|at| self.note_again(at, gathering))?;
        let gathered = self.costs.of("search runs", || runs.finish());
        let name = volume.name();
        let write = |part: Part| {
            let shards = self.costs.of("search shards", || part.shards(&gathered, &gathering.spill))?;
            let path = |at| SearchFile::Shard { volume: &name, at, of: volume.shards }.to_string();
            self.write_all(output, shards.into_iter().map(|(at, bytes)| (path(at), bytes)))
        };
        let shards: Vec<Vec<String>> = Part::all(volume.shards).into_par_iter().map(write).collect::<Result<_, _>>()?;
        written.extend(shards.into_iter().flatten());
        Ok(written)
    }

    /// What will be noted of an article while it is printed; nothing where its volume is not.
    pub fn terms_of(&self, at: usize, gathering: &Gathering) -> Option<TermsOf<'_>> {
        gathering.of_article(at)?;
        self.fold.as_ref().map(TermsOf::new)
    }

    /// Adds what an article says in one of its scripts.
    pub fn add_terms(&self, terms: &mut TermsOf, article: &Article) {
        self.costs.of("search terms", || terms.add(article));
    }

    /// Puts the terms of an article, in all its scripts, to those of its volume.
    pub fn note(&self, at: usize, terms: TermsOf, gathering: &Gathering) -> Result<(), PressError> {
        self.costs.of("search runs", || gathering.add(at, terms.sorted()))
    }

    /// Reads an article for its terms alone.
    fn note_again(&self, at: usize, gathering: &Gathering) -> Result<(), PressError> {
        let Some(mut terms) = self.terms_of(at, gathering) else { return Ok(()) };
        let article = self.as_filed(&*self.issue.entry(at)?)?;
        self.add_terms(&mut terms, &article);
        for printing in self.printings.iter().filter(|printing| printing.converter.is_some()) {
            self.add_terms(&mut terms, &printing.article(&article));
        }
        self.note(at, terms, gathering)
    }
}
