//! Counts of tests, read from what the test programs print.

/// What one kind of test came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Passed.
    pub passed: usize,
    /// Failed.
    pub failed: usize,
    /// Left out by the tests themselves.
    pub skipped: usize,
    /// The failed ones by name, as far as they have one.
    pub failures: Vec<String>,
}

impl Tally {
    /// One check that passed.
    pub fn pass() -> Self {
        Self { passed: 1, ..Self::default() }
    }

    /// One check that failed.
    pub fn fail(name: impl Into<String>) -> Self {
        Self { failed: 1, failures: vec![name.into()], ..Self::default() }
    }

    /// Adds another tally.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        self.failures.extend(other.failures);
    }

    /// A run that broke off without naming a failed test has failed all the same.
    fn ended(mut self, run: &str, ended_well: bool) -> Self {
        if !ended_well && self.failed == 0 {
            self.add(Self::fail(format!("{run} did not run to its end")));
        }
        self
    }

    /// What a run comes to whose failed tests were run again: this is what they came to. One that was not run again has
    /// failed.
    pub fn decides(mut self, before: &Self) -> Self {
        let lost = before.failed.saturating_sub(self.passed + self.failed);
        self.add(Self { passed: before.passed, skipped: before.skipped, ..Self::default() });
        if lost > 0 {
            let failures = vec![format!("of {}, {lost} did not run again", before.failures.join(", "))];
            self.add(Self { failed: lost, failures, ..Self::default() });
        }
        self
    }

    /// What a run comes to whose files with failed tests were run again, with those that had passed: this is what they
    /// came to.
    pub fn decides_all(self, before: &Self) -> Self {
        let passed = (before.passed + before.failed).saturating_sub(self.failed);
        Self { passed, failed: self.failed, skipped: before.skipped, failures: self.failures }
    }

    /// A run that tested nothing has failed.
    pub fn with_tests(mut self, run: &str) -> Self {
        if self.passed + self.failed == 0 {
            self.add(Self::fail(format!("{run} found no test")));
        }
        self
    }
}

/// Counts what `cargo test` or one of its programs printed.
pub fn of_cargo(lines: &[String], ended_well: bool) -> Tally {
    let mut tally = Tally::default();
    for line in lines {
        if let Some(result) = line.strip_prefix("test result:") {
            tally.passed += number_before(result, " passed");
            tally.failed += number_before(result, " failed");
            tally.skipped += number_before(result, " ignored");
        } else if let Some(name) = line.strip_prefix("test ").and_then(|line| line.strip_suffix(" ... FAILED")) {
            tally.failures.push(name.to_string());
        }
    }
    tally.ended("cargo test", ended_well)
}

/// The outermost groups in which something failed.
pub fn failed_groups(tap: &str) -> Vec<String> {
    let name = |line: &str| Some(line.strip_prefix("not ok ")?.split_once(" - ")?.1.to_owned());
    tap.lines().filter_map(name).collect()
}

/// Counts what Node wrote as TAP.
pub fn of_node(tap: &str, ended_well: bool) -> Tally {
    let total = |name: &str| {
        let line = tap.lines().rev().find_map(|line| line.strip_prefix("# ")?.strip_prefix(name)?.strip_prefix(' '));
        line.and_then(|number| number.parse::<usize>().ok()).unwrap_or(0)
    };
    let tally = Tally {
        passed: total("pass"),
        failed: total("fail") + total("cancelled"),
        skipped: total("skipped") + total("todo"),
        failures: node_failures(tap),
    };
    tally.ended("a run of browser tests", ended_well).with_tests("a run of browser tests")
}

/// The names of failed tests, without the groups that failed only for their sake.
fn node_failures(tap: &str) -> Vec<String> {
    let lines: Vec<_> = tap.lines().map(str::trim_start).collect();
    let mut failures = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let Some((_, name)) = line.strip_prefix("not ok ").and_then(|rest| rest.split_once(" - ")) else {
            continue;
        };
        let mut details = lines[index + 1..].iter().take_while(|line| **line != "...");
        if !name.ends_with("# TODO") && !details.any(|line| *line == "failureType: 'subtestsFailed'") {
            failures.push(name.replace("\\#", "#"));
        }
    }
    failures
}

fn number_before(text: &str, word: &str) -> usize {
    let before = text.split_once(word).map_or("", |(before, _)| before);
    before.rsplit(|letter: char| !letter.is_ascii_digit()).next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARGO: &str = "running 3 tests
test model::byline ... ok
test model::dateline ... FAILED
test result: FAILED. 11 passed; 1 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.00s
test result: ok. 5 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s";

    const NODE: &str = "TAP version 13
    not ok 2 - in \\# bad
      ---
      failureType: 'testCodeFailure'
      ...
not ok 5 - suite
  ---
  failureType: 'subtestsFailed'
  ...
not ok 6 - later # TODO
  ---
  failureType: 'testCodeFailure'
  ...
# tests 11
# pass 4
# fail 2
# cancelled 1
# skipped 1
# todo 1";

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(String::from).collect()
    }

    #[test]
    fn cargos_results_are_summed_and_failures_named() {
        let tally = of_cargo(&lines(CARGO), false);
        assert_eq!(tally, Tally { passed: 16, failed: 1, skipped: 2, failures: vec!["model::dateline".into()] });
    }

    #[test]
    fn nodes_cancelled_tests_are_failures_and_groups_are_not_named() {
        let tally = of_node(NODE, false);
        assert_eq!(tally, Tally { passed: 4, failed: 3, skipped: 2, failures: vec!["in # bad".into()] });
    }

    #[test]
    fn a_run_that_broke_off_has_failed() {
        let tally = of_cargo(&lines("error: could not compile `strait`"), false);
        assert_eq!(tally, Tally::fail("cargo test did not run to its end"));
        assert_eq!(of_node("TAP version 13\n", false).failed, 1);
    }

    #[test]
    fn what_failed_and_did_not_run_again_has_failed() {
        let before = Tally { passed: 5, failed: 2, skipped: 1, failures: vec!["a".into(), "b".into()] };
        let again = |passed, failed| Tally { passed, failed, ..Tally::default() }.decides(&before);
        assert_eq!((again(2, 0).passed, again(2, 0).failed, again(2, 0).skipped), (7, 0, 1));
        assert_eq!((again(1, 1).passed, again(1, 1).failed), (6, 1));
        assert_eq!((again(1, 0).failed, again(0, 0).failed), (1, 2));
    }

    #[test]
    fn a_run_without_tests_has_failed() {
        assert_eq!(of_cargo(&[], true).with_tests("cargo test"), Tally::fail("cargo test found no test"));
        assert_eq!(of_node("# pass 0\n# fail 0\n", true), Tally::fail("a run of browser tests found no test"));
    }
}
