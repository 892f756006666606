//! The command itself, against a server that speaks S3.

use super::reader::broken;
use super::s3::Server;
use super::site::{printed, two_editions};
use super::store::{check_holds, site_in};
use object_store::ObjectStoreExt;
use std::process::{Command, Output, Stdio};
use std::time::Instant;

fn command(server: &Server, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_strait"));
    command.args(["--format", "json", "publish", "--to", "s3://paper"]).args(arguments).envs(server.environment());
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

async fn run(server: &Server, arguments: &[&str]) -> Output {
    let mut command = command(server, arguments);
    tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
}

fn summary(output: &Output) -> serde_json::Value {
    let mut told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    told["summary"].take()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_command_publishes_says_what_it_would_do_and_goes_back() {
    let (old, new) = two_editions();
    let (printed_old, printed_new) = (printed(&old), printed(&new));
    let (from_old, from_new) = (printed_old.path().to_str().unwrap(), printed_new.path().to_str().unwrap());
    let server = Server::start().await;
    let store = server.store();
    assert_eq!(summary(&run(&server, &["--from", from_old]).await)["release"], 1);
    let dry = summary(&run(&server, &["--from", from_new, "--dry-run"]).await);
    assert!(dry["written"].as_array().unwrap().contains(&"index.html".into()));
    check_holds(&store, &old).await;
    assert_eq!(summary(&run(&server, &["--from", from_new]).await)["release"], 2);
    check_holds(&store, &new).await;
    assert_eq!(summary(&run(&server, &["--rollback"]).await)["release"], 3);
    check_holds(&store, &old).await;
    assert_eq!(run(&server, &["--rollback"]).await.status.code(), Some(3));
    assert_eq!(run(&server, &[]).await.status.code(), Some(2));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_killed_at_forty_moments_over_s3_leaves_a_whole_site_each_time() {
    let (old, new) = two_editions();
    let sites = [printed(&old), printed(&new)];
    let server = Server::start().await;
    let store = server.store();
    let from = |at: u32| ["--from", sites[at as usize % 2].path().to_str().unwrap()];
    assert!(run(&server, &from(0)).await.status.success());
    let started = Instant::now();
    assert!(run(&server, &from(1)).await.status.success());
    let whole = started.elapsed();
    for moment in 0..40_u32 {
        let mut process = command(&server, &from(moment)).spawn().unwrap();
        tokio::time::sleep(whole * (moment * 17 % 40) / 40).await;
        process.kill().unwrap();
        process.wait().unwrap();
        // Nobody waits here until the dead publisher's lock runs out.
        let _ = store.delete(&".strait/lock.json".into()).await;
        assert_eq!(broken(&site_in(&store).await), Vec::<String>::new(), "moment {moment}");
    }
    assert!(run(&server, &from(1)).await.status.success());
    check_holds(&store, &new).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_that_is_told_to_end_gives_the_lock_back() {
    let site = printed(&two_editions().0);
    let server = Server::start().await;
    let store = server.store();
    let lock = || object_store::path::Path::from(".strait/lock.json");
    let mut process = command(&server, &["--from", site.path().to_str().unwrap()]).spawn().unwrap();
    while store.head(&lock()).await.is_err() {
        tokio::time::sleep(std::time::Duration::from_millis(1)).await;
    }
    // So that it is still at work when it is told.
    server.refusals.store(usize::MAX, std::sync::atomic::Ordering::SeqCst);
    assert!(Command::new("kill").args(["-TERM", &process.id().to_string()]).status().unwrap().success());
    let status = tokio::task::spawn_blocking(move || process.wait().unwrap()).await.unwrap();
    assert_eq!(status.code(), Some(3));
    assert!(store.head(&lock()).await.is_err());
}
