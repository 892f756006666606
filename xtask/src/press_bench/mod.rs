//! How fast the press is: next to Hugo on the same articles in the same run, and as the archive grows.

mod hugo;
mod paper;
mod race;
mod strait;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::assemble::assemble;
use crate::cli::Bench;
use crate::error::ChoreError;
use crate::folders::empty;
use crate::native::Make;
use crate::places::Places;
use crate::plan::Plan;
use crate::reader::{self, Variant};
use crate::{install, native};
use race::{Run, median, run};

/// In memory: disks vary tenfold.
const MEMORY: &str = "/dev/shm";
const SIZES: [u64; 3] = [1_000, 10_000, 100_000];

/// The folders of the bench.
struct Bed<'a> {
    places: &'a Places,
    root: PathBuf,
    jobs: usize,
}

/// Builds what is measured, measures it, and prints two tables.
pub fn bench(places: &Places, options: &Bench) -> Result<(), ChoreError> {
    let root = Path::new(MEMORY).join(format!("strait-bench-{}", std::process::id()));
    let bed = Bed { places, root, jobs: options.jobs };
    let mut hugo = PathBuf::new();
    let mut plan = Plan::new(places);
    install::build_tools(&mut plan, places);
    reader::compile(&mut plan, places, Variant::Release)?;
    native::compile(&mut plan, places, Make::Press)?;
    assemble(&mut plan, places, Variant::Release);
    plan.add(format!("Hugo {}", hugo::VERSION), Duration::from_secs(20), |progress| {
        hugo = hugo::install(progress, places)?;
        Ok(())
    });
    plan.run()?;
    let outcome = bed.race(&hugo, options).and_then(|()| bed.growth(options));
    // Measured or not, the memory is given back.
    let _ = fs::remove_dir_all(&bed.root);
    outcome
}

impl Bed<'_> {
    /// The same articles by both, in turns.
    fn race(&self, hugo: &Path, options: &Bench) -> Result<(), ChoreError> {
        let (content, site) = (self.root.join("content"), self.root.join("hugo"));
        empty(&self.root)?;
        strait::write(&content, 0..options.articles)?;
        hugo::write(&site, 0..options.articles)?;
        let (mut pages, mut partners, mut all, mut theirs) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        println!("{} articles, {} threads, into {MEMORY}, in turns", options.articles, self.jobs);
        for turn in 0..4 * options.rounds {
            // Whoever comes after another finds the memory as that one left it: so each comes after each.
            let contestant = (turn + turn / 4) % 4;
            // Hugo makes no index to search.
            strait::write_site(&content, contestant == 2)?;
            match contestant {
                0 => pages.push(self.build_anew(self.strait(&content, true).arg("--no-partner-files"))?),
                1 => partners.push(self.build_anew(&mut self.strait(&content, true))?),
                2 => all.push(self.build_anew(&mut self.strait(&content, true))?),
                _ => {
                    empty(&site.join("public"))?;
                    theirs.push(run(&mut self.hugo(hugo, &site))?);
                }
            }
        }
        let (pages, partners, all, theirs) = (median(pages), median(partners), median(all), median(theirs));
        let contestants = [
            ("pages, data, sections, feeds", &pages),
            ("with what partners take", &partners),
            ("with the search, too", &all),
            ("Hugo: pages, sections, feeds", &theirs),
        ];
        for (name, run) in contestants {
            println!("{name:>30}: {}, {}", in_words(run, options.articles), against(run, &theirs));
        }
        all.said.iter().for_each(|line| println!("  {line}"));
        Ok(())
    }

    /// A build that finds neither site nor index.
    fn build_anew(&self, command: &mut Command) -> Result<Run, ChoreError> {
        empty(&self.root.join("out"))?;
        empty(&self.root.join("cache"))?;
        run(command)
    }

    /// A paper that grows: printed from nothing, with no change, then with one article more, which the press finds
    /// by itself or is told of.
    fn growth(&self, options: &Bench) -> Result<(), ChoreError> {
        println!(
            "\n{:>9} {:>9} {:>9} {:>10} {:>10} {:>6} {:>14} {:>6}",
            "articles", "clean", "memory", "no change", "one more", "files", "one more, told", "files"
        );
        for size in SIZES.into_iter().filter(|size| *size <= options.up_to) {
            empty(&self.root)?;
            let content = self.root.join("content");
            strait::write(&content, 0..size)?;
            let clean = run(&mut self.strait(&content, false))?;
            // What has just been written is never trusted by its age alone.
            std::thread::sleep(Duration::from_secs(3));
            run(&mut self.strait(&content, false))?;
            let same = run(&mut self.strait(&content, false))?;
            let (mut found, mut told) = (Vec::new(), Vec::new());
            for turn in 0..options.rounds as u64 {
                let new = size + 2 * turn;
                strait::write(&content, new..new + 1)?;
                found.push(run(&mut self.strait(&content, false))?);
                strait::write(&content, new + 1..new + 2)?;
                let file = content.join("articles").join(format!("{}.json", paper::article(new + 1).id));
                told.push(run(self.strait(&content, false).arg("--changed").arg(file))?);
            }
            let (found, told) = (median(found), median(told));
            println!(
                "{size:>9} {:>7.2} s {:>6} MB {:>8.3} s {:>8.3} s {:>6} {:>12.3} s {:>6}",
                clean.wall.as_secs_f64(),
                clean.memory >> 20,
                same.wall.as_secs_f64(),
                found.wall.as_secs_f64(),
                files_written(&found),
                told.wall.as_secs_f64(),
                files_written(&told),
            );
        }
        Ok(())
    }

    fn strait(&self, content: &Path, tells_costs: bool) -> Command {
        let mut command = Command::new(Make::Press.strait(self.places));
        command.args(["build", "--now", "2030-01-01T00:00:00Z", "--lang", "en", "--content"]).arg(content);
        command.arg("--reader").arg(Variant::Release.reader(self.places)).arg("--out").arg(self.root.join("out"));
        command.arg("--cache").arg(self.root.join("cache")).arg("--jobs").arg(self.jobs.to_string());
        if tells_costs {
            command.arg("--costs");
        }
        command
    }

    fn hugo(&self, hugo: &Path, site: &Path) -> Command {
        let mut command = Command::new(hugo);
        command.args(["--quiet", "--source"]).arg(site).env("GOMAXPROCS", self.jobs.to_string());
        command.env("HUGO_CACHEDIR", self.root.join("hugo-cache"));
        command
    }
}

/// How many files a build says that it wrote.
fn files_written(run: &Run) -> String {
    let said = run.said.iter().find_map(|line| line.strip_prefix("printed ")?.split(": ").nth(1)?.split(' ').next());
    said.unwrap_or("?").to_owned()
}

/// How often a run fits into another's time, by the clock and by work.
fn against(run: &Run, other: &Run) -> String {
    let ratio = |time: fn(&Run) -> Duration| time(other).as_secs_f64() / time(run).as_secs_f64();
    format!("{:.2}x Hugo by the clock, {:.2}x by work", ratio(|run| run.wall), ratio(|run| run.work))
}

fn in_words(run: &Run, articles: u64) -> String {
    let (wall, work) = (run.wall.as_secs_f64(), run.work.as_secs_f64());
    format!("{:.0} articles/s ({wall:.2} s, {work:.2} s of work, {} MB)", articles as f64 / wall, run.memory >> 20)
}
