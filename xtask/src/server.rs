//! `strait serve`, as a child that ends with us.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::error::ChoreError;
use crate::family::Family;
use crate::first_look;
use crate::native::Make;
use crate::places::Places;
use crate::reader::Variant;
use crate::stop;

const LOOK_EVERY: Duration = Duration::from_millis(50);

/// A server that listens.
#[derive(Debug)]
pub struct Server {
    family: Family,
}

impl Server {
    /// Starts it, and returns when it answers.
    pub fn start(places: &Places, port: u16, reload: bool) -> Result<Self, ChoreError> {
        let mut command = Command::new(Make::Quick.strait(places));
        command.args(["serve", "--site"]).arg(Variant::Release.site(places)).args(["--port", &port.to_string()]);
        if reload {
            command.arg("--reload").arg("--notice").arg(first_look::notice(places));
        }
        let mut server = Self { family: Family::start(command.stdin(Stdio::null()).current_dir(&places.root))? };
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            stop::check()?;
            server.check()?;
            sleep(LOOK_EVERY);
        }
        Ok(server)
    }

    /// An error if it ended by itself.
    pub fn check(&mut self) -> Result<(), ChoreError> {
        match self.family.ended() {
            None => Ok(()),
            Some(status) => Err(ChoreError::ServerEnded { status: status.to_string() }),
        }
    }
}

/// An error if the port is taken: better before the minutes of building than after.
pub fn check_port(port: u16) -> Result<(), ChoreError> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map(drop).map_err(|_| ChoreError::PortTaken { port })
}
