//! `strait import`

use crate::command::Outcome;
use crate::terminal::Terminal;
use clap::ValueEnum;
use std::path::PathBuf;
use strait_import::{Balance, Counts, Format, ImportError, Order, Report, UnknownOrigin};
use strait_model::SectionPath;
use strait_report::problem::{Bilingual, Problem, Severity};

/// What `strait import` is told.
#[derive(clap::Args)]
#[command(after_help = "Examples:
  strait import --from ninjs wire/*.json --content content
  strait import --from superdesk push/ --content content --section news
  strait import --from wordpress https://paper.example/ --since 2026-09-30 --content content
  strait import --from wordpress posts-1.json posts-2.json export.xml --content content --fetch-pictures
  strait import --from rss feed.xml --content content --section news --dry-run
  strait import --from atom https://paper.example/atom.xml --content content

Importing again updates what changed and leaves all else as it is; docs/import.md says what is kept.")]
pub struct Options {
    /// Who wrote it
    #[arg(long, value_enum)]
    from: From,
    /// Files, folders or web addresses
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<String>,
    /// The content folder
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// Only what changed since: a day, or RFC 3339
    #[arg(long, value_parser = since)]
    since: Option<String>,
    /// Where articles go whose own sections are not in site.json
    #[arg(long, value_parser = section)]
    section: Option<SectionPath>,
    /// Bring pictures on the web along, into the content folder
    #[arg(long)]
    fetch_pictures: bool,
    /// Let pages show pictures and players of all origins that are met: they are written into site.json
    #[arg(long)]
    trust_origins: bool,
    /// Ask addresses of this machine and of private networks too, and go through the system's proxy
    #[arg(long)]
    allow_private_addresses: bool,
    /// Say what would happen, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// The moment that plans are told for (RFC 3339) [default: now]
    #[arg(long)]
    now: Option<jiff::Timestamp>,
}

#[derive(Clone, Copy, ValueEnum)]
enum From {
    Ninjs,
    Superdesk,
    Wordpress,
    Rss,
    Atom,
}

/// Imports what another system wrote.
pub fn run(options: Options, terminal: &Terminal) -> Outcome {
    let Options { from, paths, content, since, section, fetch_pictures, trust_origins, dry_run, now, .. } = options;
    let allow_private = options.allow_private_addresses;
    let now = now.unwrap_or_else(jiff::Timestamp::now);
    let format = match from {
        From::Ninjs | From::Superdesk => Format::Ninjs,
        From::Wordpress => Format::WordPress,
        From::Rss | From::Atom => Format::Feed,
    };
    let order = Order { format, paths, content, since, section, fetch_pictures, allow_private, trust_origins, dry_run, now };
    let imported =
        strait_import::import(&order, &|words| terminal.say(words)).and_then(|report| ask_to_trust(&order, report, terminal));
    let report = match imported {
        Ok(report) => report,
        Err(error) => {
            terminal.fail_in_words(&error);
            let is_content = matches!(error, ImportError::BadSite(_) | ImportError::NoSection(_) | ImportError::Ledger { .. });
            return if is_content { Outcome::ContentProblems } else { Outcome::WorldFailed };
        }
    };
    let Counts { new, updated, unchanged, withheld, embargoed, withdrawn, skipped } = report.counts;
    let (verb, zh) = if dry_run { ("would import", "将导入") } else { ("imported", "已导入") };
    let problems = report.problems.len();
    let balance = report.balance.words(&report.counts);
    let words = Bilingual::new(
        format!(
            "{zh}：新 {new}，更新 {updated}，未变 {unchanged}，暂不发表 {withheld}，待定时 {embargoed}，撤回 {withdrawn}，跳过 \
             {skipped}；问题 {problems} 处\n{}",
            balance.zh
        ),
        format!(
            "{verb}: {new} new, {updated} updated, {unchanged} unchanged, {withheld} withheld, {embargoed} embargoed, \
             {withdrawn} withdrawn, {skipped} skipped; {problems} problems\n{}",
            balance.en
        ),
    );
    let summary = Summary { counts: report.counts, balance: report.balance };
    terminal.conclude(&report.problems, &summary, &words);
    match report.problems.iter().any(|problem| problem.severity == Severity::Error) {
        true => Outcome::ContentProblems,
        false => Outcome::Done,
    }
}

/// Asks in one list whether origins that the site does not know may be trusted. Where nobody can answer, none is.
fn ask_to_trust(order: &Order, mut report: Report, terminal: &Terminal) -> Result<Report, ImportError> {
    if order.dry_run || order.trust_origins || report.origins.is_empty() {
        return Ok(report);
    }
    let origins: Vec<String> = report.origins.iter().map(UnknownOrigin::in_words).collect();
    let list = origins.join("\n  ");
    let question = Bilingual::new(
        format!("图片和播放器来自这些地方：\n  {list}\n允许网页显示它们吗（写进 site.json）？[y/N] "),
        format!("Pictures and players come from:\n  {list}\nMay pages show them (they are written into site.json)? [y/N] "),
    );
    if terminal.asks(&question) {
        let told: Vec<Problem> = report.origins.iter().map(|origin| origin.problem(&order.content)).collect();
        report.problems.retain(|problem| !told.contains(problem));
        report.origins = strait_import::trust_origins(&order.content, report.origins)?;
        report.problems.extend(report.origins.iter().map(|origin| origin.problem(&order.content)));
    }
    Ok(report)
}

/// What became of what, for machines.
#[derive(serde::Serialize)]
struct Summary {
    #[serde(flatten)]
    counts: Counts,
    balance: Balance,
}

fn since(text: &str) -> Result<String, String> {
    match strait_import::is_time(text) {
        true => Ok(text.to_owned()),
        false => Err("write a day such as 2026-09-30, or RFC 3339".to_owned()),
    }
}

fn section(text: &str) -> Result<SectionPath, String> {
    SectionPath::try_from(text.to_owned()).map_err(|error| error.to_string())
}
