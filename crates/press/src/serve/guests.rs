//! Who is connected, and who makes room when the house is full.
//!
//! One clock for each connection: how long ago something was sent to it. Whoever was sent nothing for long (half a request,
//! nothing to ask for, an answer that is not taken) is shown out; and where there is no room, the one who was sent
//! nothing for the longest makes room for the next, those first who never asked for anything. Who reads is sent something all the time.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::{Notify, oneshot};
use tokio::time::sleep;

/// How many may be connected, and how patient the house is.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections in all.
    pub in_all: usize,
    /// Connections from one address.
    pub from_one: usize,
    /// After how long a connection that is sent nothing is closed.
    pub quiet: Duration,
    /// For how long a connection is left alone however full the house is: so long may a request be on its way.
    pub grace: Duration,
    /// How long answers that are on their way may take when the server is told to stop.
    pub farewell: Duration,
}

/// All who are connected.
pub struct Guests {
    limits: Limits,
    list: Mutex<List>,
    left: Notify,
}

#[derive(Default)]
struct List {
    next: u64,
    guests: HashMap<u64, Guest>,
}

struct Guest {
    home: IpAddr,
    pulse: Arc<Pulse>,
    /// Who is struck off the list is shown out.
    _stays: oneshot::Sender<()>,
}

/// A place in the house, until it is dropped.
pub struct Place {
    guests: Arc<Guests>,
    number: u64,
    /// When the guest was last sent something.
    pub pulse: Arc<Pulse>,
    /// Ends when another needs the place.
    pub shown_out: oneshot::Receiver<()>,
}

/// When a connection was last sent something.
#[derive(Debug)]
pub struct Pulse {
    came: Instant,
    /// Microseconds after it came; zero for never.
    sent: AtomicU64,
}

impl Guests {
    /// Nobody yet.
    pub fn new(limits: Limits) -> Arc<Guests> {
        Arc::new(Guests { limits, list: Mutex::default(), left: Notify::new() })
    }

    /// A place for who comes from an address. None where all who are there were sent something just now.
    pub async fn admit(self: &Arc<Self>, address: IpAddr) -> Option<Place> {
        let until = Instant::now() + self.limits.grace;
        loop {
            let now = Instant::now();
            match self.find_place(home(address), now) {
                None if now >= until => return None,
                None => tokio::select! { () = self.left.notified() => {}, () = sleep(self.limits.grace / 8) => {} },
                place => return place,
            }
        }
    }

    fn find_place(self: &Arc<Self>, home: IpAddr, now: Instant) -> Option<Place> {
        let mut list = self.list.lock().unwrap_or_else(PoisonError::into_inner);
        let of_home = list.guests.values().filter(|guest| guest.home == home).count();
        let is_home_full = of_home >= self.limits.from_one;
        if is_home_full || list.guests.len() >= self.limits.in_all {
            let may_go = |guest: &Guest| guest.pulse.quiet(now) >= self.limits.grace && (!is_home_full || guest.home == home);
            let quietest = list
                .guests
                .iter()
                .filter(|(_, guest)| may_go(guest))
                .min_by_key(|(number, guest)| (guest.pulse.order(), **number));
            let number = *quietest?.0;
            list.guests.remove(&number);
        }
        let (stays, shown_out) = oneshot::channel();
        let pulse = Arc::new(Pulse { came: now, sent: AtomicU64::new(0) });
        let number = list.next;
        list.next += 1;
        list.guests.insert(number, Guest { home, pulse: pulse.clone(), _stays: stays });
        Some(Place { guests: self.clone(), number, pulse, shown_out })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.guests.list.lock().unwrap_or_else(PoisonError::into_inner).guests.remove(&self.number);
        self.guests.left.notify_one();
    }
}

impl Pulse {
    /// Something was sent.
    pub fn beat(&self, now: Instant) {
        let after = u64::try_from(now.duration_since(self.came).as_micros()).unwrap_or(u64::MAX);
        self.sent.store(after.max(1), Ordering::Relaxed);
    }

    /// For how long nothing was sent.
    fn quiet(&self, now: Instant) -> Duration {
        now.duration_since(self.last())
    }

    fn last(&self) -> Instant {
        self.came + Duration::from_micros(self.sent.load(Ordering::Relaxed))
    }

    /// Who goes first: who was never sent anything, then who waits for the longest. Of two alike it is who came first.
    fn order(&self) -> (bool, Instant) {
        (self.sent.load(Ordering::Relaxed) > 0, self.last())
    }

    /// Ends when nothing was sent for so long.
    pub async fn stops(&self, limit: Duration) {
        while let Some(left) = limit.checked_sub(self.quiet(Instant::now())).filter(|left| !left.is_zero()) {
            sleep(left).await;
        }
    }
}

/// Whom an address stands for: a household has 2^64 addresses of version 6.
fn home(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6((address.to_bits() >> 64 << 64).into()),
        address => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "192.0.2.1";
    const OTHER: &str = "2001:db8::1";
    const NEIGHBOUR: &str = "2001:db8::2";
    const GRACE: Duration = Duration::from_millis(100);

    fn house(in_all: usize, from_one: usize) -> Arc<Guests> {
        Guests::new(Limits { in_all, from_one, quiet: GRACE, grace: GRACE, farewell: GRACE })
    }

    fn is_out(place: &mut Place) -> bool {
        place.shown_out.try_recv() != Err(oneshot::error::TryRecvError::Empty)
    }

    /// Who comes in, by addresses and times in multiples of the grace.
    struct Door(Arc<Guests>, Instant);

    impl Door {
        fn at(&self, time: u32) -> Instant {
            self.1 + GRACE * time
        }

        fn enter(&self, address: &str, time: u32) -> Option<Place> {
            self.0.find_place(home(address.parse().unwrap()), self.at(time))
        }
    }

    #[test]
    fn in_a_full_house_the_one_who_waits_longest_makes_room_but_never_who_reads() {
        let door = Door(house(3, 3), Instant::now());
        let [mut asked, mut silent, mut reads] = [0, 1, 0].map(|time| door.enter(ONE, time).unwrap());
        asked.pulse.beat(door.at(0) + GRACE / 2);
        reads.pulse.beat(door.at(9));
        let mut new = door.enter(ONE, 9).unwrap();
        assert!(is_out(&mut silent) && !is_out(&mut asked) && !is_out(&mut reads), "who never asked for anything goes first");
        let _newer = door.enter(OTHER, 9).unwrap();
        assert!(is_out(&mut asked) && !is_out(&mut new) && !is_out(&mut reads), "then who was sent nothing for the longest");
    }

    #[test]
    fn who_has_just_come_is_left_time_to_ask() {
        let door = Door(house(1, 1), Instant::now());
        let mut first = door.enter(ONE, 1).unwrap();
        assert!(door.enter(ONE, 1).is_none() && !is_out(&mut first));
        assert!(door.enter(ONE, 2).is_some() && is_out(&mut first));
    }

    #[test]
    fn one_address_leaves_room_for_others() {
        let door = Door(house(4, 2), Instant::now());
        let mut others = [OTHER, NEIGHBOUR].map(|address| door.enter(address, 0).unwrap());
        let mut of_one: Vec<Place> = (0..9).map(|time| door.enter(ONE, time).unwrap()).collect();
        assert_eq!(of_one.iter_mut().filter_map(|place| is_out(place).then_some(())).count(), 7);
        assert!(!others.iter_mut().any(is_out));
        assert!(door.enter(OTHER, 9).is_some() && is_out(&mut others[0]), "neighbours are one address");
    }

    #[tokio::test]
    async fn who_comes_to_a_house_full_of_readers_waits_a_moment_and_is_turned_away() {
        let house = house(1, 1);
        let enter = || house.admit(OTHER.parse().unwrap());
        let mut reads = enter().await.unwrap();
        // Sent something in a while: nobody may take the place.
        reads.pulse.beat(Instant::now() + Duration::from_secs(999));
        assert!(enter().await.is_none() && !is_out(&mut reads));
        let (place, ()) = tokio::join!(enter(), async { drop(reads) });
        assert!(place.is_some(), "a place is free again");
    }

    #[tokio::test]
    async fn who_is_sent_nothing_for_long_is_told_apart_from_who_reads() {
        let house = house(2, 2);
        let [silent, reads] =
            [ONE, OTHER].map(|address| house.find_place(home(address.parse().unwrap()), Instant::now()).unwrap());
        reads.pulse.beat(Instant::now() + Duration::from_secs(999));
        tokio::select! { () = reads.pulse.stops(GRACE) => panic!("it reads"), () = silent.pulse.stops(GRACE) => {} }
        assert!(silent.pulse.came.elapsed() >= GRACE);
    }
}
