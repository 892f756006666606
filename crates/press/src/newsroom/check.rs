//! What is wrong with an article that can be read.

use std::path::Path;
use strait_faults::ContentFault;
use strait_model::{Article, Block, Site};
use strait_report::problem::Problem;

/// Says what a reader would stumble over.
pub fn check(file: &Path, article: &Article, site: &Site) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut add = |place: String, fault: ContentFault| problems.push(Problem::new(file, place, &fault));
    if !article.contract.is_understood() {
        add("contract".to_owned(), ContentFault::NewerContract);
    }
    if site.section(&article.section).is_none() {
        add("section".to_owned(), ContentFault::UnknownSection(article.section.clone()));
    }
    for (at, block) in article.body.iter().enumerate() {
        if *block == Block::Unknown {
            add(format!("body[{at}]"), ContentFault::UnknownBlock);
        }
        if let Block::Embed(embed) = block
            && site.player(&embed.provider, &embed.src).is_none()
        {
            add(format!("body[{at}]"), ContentFault::UnknownPlayer(embed.provider.clone()));
        }
    }
    problems
}
