//! `strait check`

use crate::command::Outcome;
use crate::terminal::Terminal;
use std::path::PathBuf;
use strait_check::{Checked, Extras, KEPT_OF_A_KIND};
use strait_darkroom::Darkroom;
use strait_report::problem::Bilingual;

/// What `strait check` is told.
#[derive(clap::Args)]
pub struct Options {
    /// The content folder
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// Fail on advice too, not only on errors
    #[arg(long)]
    strict: bool,
    /// List also the characters that the edition in the other script may have got wrong: no word decided them
    #[arg(long)]
    conversion: bool,
    /// The moment that embargo and expiry are told for (RFC 3339) [default: now]
    #[arg(long)]
    now: Option<jiff::Timestamp>,
}

/// Says what is wrong with a newsroom.
pub fn run(options: Options, terminal: &Terminal) -> Outcome {
    let now = options.now.unwrap_or_else(jiff::Timestamp::now);
    let extras = Extras { conversion: options.conversion };
    let Checked { articles, errors, advice, counts, problems } =
        match strait_check::check_with(extras, &options.content, now, &Darkroom::of_this_command(), terminal) {
            Ok(checked) => checked,
            Err(error) => {
                terminal.fail_in_words(&error);
                return Outcome::WorldFailed;
            }
        };
    let words = Bilingual::new(
        format!("检查了 {articles} 篇稿件：{errors} 处错误，{advice} 条建议"),
        format!("checked {articles} articles: {errors} errors, {advice} pieces of advice"),
    );
    let summary = serde_json::json!({
        "articles": articles, "errors": errors, "advice": advice, "counts": counts, "keptOfAKind": KEPT_OF_A_KIND,
    });
    terminal.conclude_counted(&problems, &counts.into(), &summary, &words);
    if errors > 0 || (options.strict && advice > 0) { Outcome::ContentProblems } else { Outcome::Done }
}
