//! Developer chores: `cargo xtask serve`, `test`, `install`, `build`, `size`, `bench`.

#[cfg(not(unix))]
compile_error!("Strait's chores need Linux or macOS. On Windows: install WSL (wsl --install) and work there.");

mod alone;
mod assemble;
mod board;
mod browser;
mod budget;
mod checks;
mod cli;
mod command;
mod demo_data;
mod error;
mod family;
mod fingerprint;
mod finished;
mod first_look;
mod folders;
mod groups;
mod install;
mod install_strait;
mod lanes;
mod native;
mod node;
mod origin;
mod places;
mod plan;
mod press_bench;
mod progress;
mod reader;
mod run;
mod rust;
mod scratch;
mod script;
mod script_types;
mod serve;
mod server;
mod shell;
mod site;
mod size;
mod slim;
mod stop;
mod suites;
mod system;
mod tally;
mod test;
mod times;
mod tools;
mod version;
mod watch;
mod weight;

use std::process::ExitCode;

use clap::Parser;

use crate::cli::{Build, Chore, Cli, Subject};
use crate::error::ChoreError;
use crate::native::Make;
use crate::places::Places;
use crate::plan::Plan;
use crate::reader::Variant;
use crate::site::Compressed;

fn main() -> ExitCode {
    let cli = Cli::parse();
    stop::listen();
    match Places::find().and_then(|places| run(&places, cli.chore)) {
        Ok(code) => code,
        Err(ChoreError::Stopped) => {
            eprintln!("\nStopped.");
            ExitCode::from(130)
        }
        Err(error) => {
            eprintln!("\nerror: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(places: &Places, chore: Chore) -> Result<ExitCode, ChoreError> {
    match chore {
        Chore::Serve(options) => serve::serve(places, &options)?,
        Chore::Test(options) => return test::test(places, &options.only),
        Chore::Build(options) => build(places, &options)?,
        Chore::Install => install_strait::install(places)?,
        Chore::Reader(options) => build_reader(places, &options)?,
        Chore::Size(options) => return size::size(places, &options),
        Chore::Bench(options) => {
            if options.only != Some(Subject::Pages) {
                press_bench::bench(places, &options)?;
            }
            if options.only != Some(Subject::Press) {
                script::run(places, "bench.mjs", &options.script.arguments)?;
            }
        }
        Chore::Screenshots(options) => script::run(places, "screenshots.mjs", &options.arguments)?,
        Chore::DemoData => demo_data::demo_data(places)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn build(places: &Places, options: &Build) -> Result<(), ChoreError> {
    let variant = variant(options);
    let mut plan = Plan::new(places);
    site::build(&mut plan, places, variant, Make::Press, Compressed::Write)?;
    plan.run()?;
    println!("The site is in {}", variant.site(places).display());
    Ok(())
}

fn build_reader(places: &Places, options: &Build) -> Result<(), ChoreError> {
    let variant = variant(options);
    let mut plan = Plan::new(places);
    install::build_tools(&mut plan, places);
    reader::compile(&mut plan, places, variant)?;
    assemble::assemble(&mut plan, places, variant);
    plan.run()?;
    println!("The reader is in {}", variant.reader(places).display());
    Ok(())
}

fn variant(options: &Build) -> Variant {
    if options.debug { Variant::Debug } else { Variant::Release }
}
