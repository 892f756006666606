//! `strait build`

use crate::command::Outcome;
use crate::terminal::Terminal;
use std::path::PathBuf;
use strait_darkroom::Darkroom;
use strait_model::{DataAddress, WebAddress};
use strait_press::{Order, PressError, ReaderFiles};
use strait_report::problem::Bilingual;

/// What `strait build` is told.
#[derive(clap::Args)]
pub struct Options {
    /// The content folder
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// The folder of the site
    #[arg(long)]
    out: PathBuf,
    #[command(flatten)]
    how: How,
}

/// How a site is printed.
#[derive(clap::Args)]
pub struct How {
    /// A built reader, instead of the one inside this command
    #[arg(long)]
    reader: Option<PathBuf>,
    /// Where renditions of pictures are kept [default: the user's cache]
    #[arg(long)]
    cache: Option<PathBuf>,
    /// The time of publishing (RFC 3339) [default: now]
    #[arg(long)]
    now: Option<jiff::Timestamp>,
    /// Where the site is published, instead of the site file's `url`
    #[arg(long)]
    base_url: Option<WebAddress>,
    /// Where the article JSON is published, instead of the site file's `dataUrl`
    #[arg(long)]
    data_url: Option<DataAddress>,
    /// Write `.br` and `.gz` beside each text file
    #[arg(long)]
    precompress: bool,
    /// Leave out what partners take: ninjs, oEmbed and what they frame, six files for each article
    #[arg(long)]
    no_partner_files: bool,
    /// Print pages that are read as plain HTML: without the WASM reader, which the reader's folder then need not have
    #[arg(long)]
    no_reader: bool,
    /// Leave out AVIF: pictures are larger, and made in a tenth of the time
    #[arg(long)]
    no_avif: bool,
    /// How many threads work [default: as many as the machine has]
    #[arg(long, default_value_t = 0, hide_default_value = true)]
    jobs: usize,
    /// A file of the newsroom that is new or changed since the last build (may be given several times; - reads
    /// names from standard input, a line each): no others are looked at
    #[arg(long, value_name = "FILE")]
    changed: Vec<PathBuf>,
    /// Tell what each kind of work has cost
    #[arg(long)]
    costs: bool,
    /// Trust nothing that an earlier build left: read every article, compare every file
    #[arg(long)]
    full: bool,
    /// Print into a folder that holds files of others, and leave them there
    #[arg(long)]
    force: bool,
    /// Fail when anything is wrong with the content
    #[arg(long)]
    strict: bool,
}

impl How {
    /// As proofs are printed: as quickly as may be.
    pub fn of_proofs(reader: Option<PathBuf>) -> How {
        How {
            reader,
            cache: None,
            now: None,
            base_url: None,
            data_url: None,
            precompress: false,
            no_partner_files: false,
            no_reader: false,
            no_avif: true,
            jobs: 0,
            changed: vec![],
            costs: false,
            full: false,
            force: false,
            strict: false,
        }
    }
}

/// Prints the site.
pub fn run(options: Options, terminal: &Terminal) -> Outcome {
    print(options.content, options.out, options.how, terminal)
}

/// Prints a content folder into a site's folder.
pub fn print(content: PathBuf, out: PathBuf, how: How, terminal: &Terminal) -> Outcome {
    let How { reader, cache, now, base_url, data_url, precompress, no_partner_files, no_reader, no_avif, .. } = how;
    let How { jobs, changed, costs, full, force, strict, .. } = how;
    let cache = cache.unwrap_or_else(default_cache);
    let now = now.unwrap_or_else(jiff::Timestamp::now);
    let reader = reader.map_or(ReaderFiles::Inside, ReaderFiles::Folder);
    let order = Order {
        content,
        reader,
        out,
        cache,
        darkroom: Darkroom::of_this_command(),
        now,
        url: base_url,
        data_url,
        precompress,
        partner_files: !no_partner_files,
        living: !no_reader,
        avif: !no_avif,
        jobs,
        changed: (!changed.is_empty()).then(|| with_input(changed)),
        full,
        force,
    };
    let report = match strait_press::publish(&order, terminal) {
        Ok(report) => report,
        Err(error) => {
            terminal.fail_in_words(&error);
            return if matches!(error, PressError::Site(_)) { Outcome::ContentProblems } else { Outcome::WorldFailed };
        }
    };
    if costs {
        for (kind, cost) in &report.costs {
            let each = cost.work.as_micros() as usize / cost.times.max(1);
            terminal.say(&format!("{kind}: {} times, {:.3} s, {each} µs each", cost.times, cost.work.as_secs_f64()));
        }
    }
    let files = report.files;
    let (articles, problems) = (report.articles, report.problems.len());
    let (written, kept, deleted) = (files.written, files.kept, files.deleted);
    let words = Bilingual::new(
        format!("印出 {articles} 篇稿件：写入 {written} 个文件，{kept} 个未变，删除 {deleted} 个；{problems} 处问题"),
        format!("printed {articles} articles: {written} files written, {kept} unchanged, {deleted} deleted; {problems} problems"),
    );
    let summary = serde_json::json!({
        "articles": articles,
        "costs": report.costs,
        "files": { "written": written, "kept": kept, "deleted": deleted },
    });
    terminal.conclude(&report.problems, &summary, &words);
    if strict && !report.problems.is_empty() { Outcome::ContentProblems } else { Outcome::Done }
}

/// Puts the lines of standard input where `-` stands.
fn with_input(files: Vec<PathBuf>) -> Vec<PathBuf> {
    let named = |file: PathBuf| match file.as_os_str() == "-" {
        true => std::io::stdin().lines().map_while(Result::ok).map(PathBuf::from).collect(),
        false => vec![file],
    };
    files.into_iter().flat_map(named).collect()
}

/// `$XDG_CACHE_HOME/strait/pictures`, as the XDG Base Directory specification has it.
pub fn default_cache() -> PathBuf {
    let home = std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache"));
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or(home).unwrap_or_else(|| "target".into());
    cache.join("strait").join("pictures")
}
