//! A build: what the last one left is looked at, late news is printed alone ([`late`]), and all else from everything
//! that the newsroom filed ([`gather`]).

mod gather;
mod late;
mod left_behind;
mod survey;

use crate::built::assets::Assets;
use crate::error::PressError;
use crate::fingerprint::{Fingerprint, Key};
use crate::index::{self, Index, Kept, NewIndex, Printed};
use crate::newsroom::{FileState, Newsroom};
use crate::order::Order;
use crate::pieces::piece::jobs;
use crate::pieces::print::print_jobs;
use crate::pieces::reach::Reach;
use crate::redirects::Ground;
use crate::report::Report;
use crate::script;
use crate::site::output::Output;
use gather::Build;
use left_behind::{build_state, published};
use std::collections::HashMap;
use std::sync::Arc;
use strait_confined::Metadata;
use strait_model::Contract;
use strait_model::paths::Paths;
use strait_report::progress::Progress;

/// Prints what is late, or everything.
pub fn run(order: &Order, progress: &dyn Progress) -> Result<Report, PressError> {
    let mut report = Report::default();
    let surveyed = jiff::Timestamp::now();
    let mut newsroom = Newsroom::read(&order.content, order.now, &mut report)?;
    newsroom.take_over(order);
    let mut assets = Assets::read(&order.reader, order.living)?;
    let look = newsroom.look(order, &mut report)?;
    newsroom.site.masthead = assets.dress(look, &Paths::of(&newsroom.site));
    let recipe = recipe(order, &newsroom, &assets)?;
    let others = script::editions(&mut newsroom.site, &mut report)?;
    let output = Output::open(&order.out, order.precompress, order.force)?;
    let zone = newsroom.zone(&mut report);
    let build = Build { order, newsroom, zone, others, assets, surveyed, costs: Arc::default() };
    let index_file = index::file(&order.cache, &order.out);
    let kept = Kept::open(&index_file)?;
    let pages_key = build.newsroom.pages_key()?;
    let is_as_left = |kept: &Kept| {
        let state = &kept.build_state;
        !order.full && state.recipe == recipe && state.pages == pages_key && output.is_as_left_by(state.key)
    };
    if let Some(kept) = kept.as_ref().filter(|kept| is_as_left(kept)) {
        let mut of_news = Report::default();
        if let Some(news) = build.costs.clone().of("looking for news", || late::look_for_news(&build, kept, &mut of_news))? {
            report.problems.extend(of_news.problems);
            report.files = late::print_news(build, kept, news, output, &mut report, progress)?;
            return Ok(report);
        }
    }
    print_everything(build, recipe, kept, output, report, progress)
}

/// Looks through the whole newsroom, and prints what is not as the last build left it.
fn print_everything(
    build: Build,
    recipe: Key,
    kept: Option<Kept>,
    mut output: Output,
    mut report: Report,
    progress: &dyn Progress,
) -> Result<Report, PressError> {
    let (order, surveyed, costs) = (build.order, build.surveyed, build.costs.clone());
    let mut index = costs.of("reading the index", || Index::of(kept.as_ref(), recipe));
    if order.full || !kept.as_ref().is_some_and(|kept| output.is_as_left_by(kept.build_state.key)) {
        output.distrust()?;
        index.distrust_site();
    }
    if order.full {
        index.forget_newsroom();
    }
    let materials = build.gather(&mut index, &mut report, progress)?;
    report.articles = materials.issue.count();
    let index_file = index::file(&order.cache, &order.out);
    let print = || {
        let reach = Reach::whole(&materials)?;
        let pieces = print_jobs(&materials, jobs(&materials, &reach)?, index.pieces(), &output, progress)?;
        Ok::<_, PressError>((reach, pieces))
    };
    let (printed, new_index) =
        rayon::join(print, || costs.of("writing the index", || NewIndex::begin(index_file, &published(&materials)?)));
    let ((reach, pieces), new_index) = (printed?, new_index?);
    let now: HashMap<&str, &Printed> = pieces.iter().map(|(name, printed)| (name.as_str(), printed)).collect();
    let files = clear_away(&now, &index, &output)?;
    // Until here it kept other builds away.
    drop(kept);
    let build_state = build_state(recipe, surveyed, &materials, reach, index::name_of_pieces(&pieces), files)?;
    costs.of("writing the index", || new_index.finish(&build_state, &now))?;
    report.files = output.finish(build_state.key, files)?;
    report.costs = costs.all();
    Ok(report)
}

/// Deletes what is no longer part of the site; says how many files are.
fn clear_away(pieces: &HashMap<&str, &Printed>, index: &Index, output: &Output) -> Result<usize, PressError> {
    let files = || pieces.values().flat_map(|printed| printed.files.lines());
    let mut gone = index.gone(pieces).peekable();
    // Where nothing was before, nothing can be too much.
    if gone.peek().is_some() || !output.was_empty() {
        output.delete_unexpected(&files().collect(), gone)?;
    }
    Ok(files().count())
}

/// What every piece is made by: another recipe, and everything is printed anew.
fn recipe(order: &Order, newsroom: &Newsroom, assets: &Assets) -> Result<Key, PressError> {
    let program = std::env::current_exe().and_then(std::fs::metadata).ok();
    let program = program.map(|program| FileState::of(&Metadata::from_just_metadata(program)));
    let program = program.map_or([0, 0], |state| [state.size, state.modified as u64]);
    let recipe = Fingerprint::default().numbers(program).part(env!("CARGO_PKG_VERSION")).part(Contract::CURRENT);
    let choices = [order.precompress, order.partner_files, order.living, order.avif].map(u64::from);
    // Pages at old addresses give way to those that the newsroom put there itself.
    let pages = newsroom.root.keys().filter(|path| Ground::is_page_name(path));
    let recipe = pages.fold(recipe, |recipe, path| recipe.part(path));
    // Every page has the links to those that stand beside the news.
    let recipe = recipe.part(serde_json::to_vec(&newsroom.site.pages)?);
    Ok(recipe.part(serde_json::to_vec(&newsroom.site)?).number(assets.key()).numbers(choices).key())
}
