//! Remembers how long each step took on this machine, so that the next run can say how long is left.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use crate::places::Places;

/// Remembered seconds by step.
#[derive(Debug)]
pub struct Times {
    file: PathBuf,
    seconds: BTreeMap<String, u64>,
}

impl Times {
    /// Reads what earlier runs remember; nothing is fine too.
    pub fn recall(places: &Places) -> Self {
        let file = places.cache.join("times");
        let seconds = parse(&fs::read_to_string(&file).unwrap_or_default());
        Self { file, seconds }
    }

    /// How long a step took last time, or else takes on two cores.
    pub fn usual(&self, key: &str, otherwise: Duration) -> Duration {
        self.seconds.get(key).map_or(otherwise, |seconds| Duration::from_secs(*seconds))
    }

    /// Notes how long a step took. A note that cannot be written is no reason to stop.
    pub fn remember(&mut self, key: &str, took: Duration) {
        // Others may have noted theirs meanwhile.
        self.seconds = parse(&fs::read_to_string(&self.file).unwrap_or_default());
        self.seconds.insert(key.to_string(), took.as_secs());
        let text: String = self.seconds.iter().map(|(key, seconds)| format!("{seconds} {key}\n")).collect();
        let _ = fs::create_dir_all(self.file.parent().unwrap_or(&self.file)).and_then(|()| fs::write(&self.file, text));
    }
}

fn parse(text: &str) -> BTreeMap<String, u64> {
    let pairs = text.lines().filter_map(|line| line.split_once(' '));
    pairs.filter_map(|(seconds, key)| Some((key.to_string(), seconds.parse().ok()?))).collect()
}

/// A duration as people say it: "45 s", "1:20 min".
pub fn in_words(duration: Duration) -> String {
    match duration.as_secs() {
        seconds @ 0..60 => format!("{seconds} s"),
        seconds => format!("{}:{:02} min", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_people_say_them() {
        assert_eq!(in_words(Duration::from_secs(45)), "45 s");
        assert_eq!(in_words(Duration::from_secs(80)), "1:20 min");
    }

    #[test]
    fn of_two_plans_at_once_neither_forgets_the_other_s_times() {
        let root = std::env::temp_dir().join(format!("strait-xtask-times-{}", std::process::id()));
        let places = Places { target: root.join("target"), cache: root.join("cache"), root };
        let [mut one, mut two] = [0; 2].map(|_| Times::recall(&places));
        one.remember("one", Duration::from_secs(5));
        two.remember("two", Duration::from_secs(6));
        let usual = |key| Times::recall(&places).usual(key, Duration::ZERO).as_secs();
        assert_eq!((usual("one"), usual("two")), (5, 6));
        fs::remove_dir_all(&places.root).expect("ours");
    }

    #[test]
    fn a_broken_line_is_forgotten_and_the_others_kept() {
        assert_eq!(parse("12 the reader\nnonsense\nx y\n"), BTreeMap::from([("the reader".to_string(), 12)]));
    }
}
