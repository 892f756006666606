//! Points, in lists and in lists within them.
//!
//! The points of all levels stand in one row, so that a reader of an older contract shows the same words; which of
//! them are lists of their own stands beside.

use super::Text;
use strait_wire::FromJson;

/// So many lists may stand below a list within a list; points of more are points of the list around them. Each level
/// takes one of them at least, so no body is so deep that a stack ends.
const MOST_BELOW: usize = 64;

/// Points.
#[derive(Clone, Debug, Default, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
pub struct List {
    /// Its `id` in the page; the press gives one where the newsroom did not.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub anchor: Option<String>,
    /// Whether they are numbered.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub ordered: bool,
    /// The number of the first, where it is not 1 (or, counting down, not how many there are).
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub start: Option<u32>,
    /// Whether their numbers count down.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub reversed: bool,
    /// The points, in the order in which one reads them, those of lists within this one among them.
    pub items: Vec<Text>,
    /// Which of the points are lists within this one, in order, an outer list before those within it.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub sublists: Vec<Sublist>,
}

/// Some points in a row, which are a list of their own below the point before them.
#[derive(Clone, Debug, Default, PartialEq, FromJson)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, serde::Serialize, schemars::JsonSchema))]
pub struct Sublist {
    /// Its first point, counted from 0.
    pub first: usize,
    /// How many points it has, with those of lists within it.
    pub count: usize,
    /// Whether they are numbered.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub ordered: bool,
    /// The number of the first, as that of a list.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub start: Option<u32>,
    /// Whether their numbers count down.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub reversed: bool,
}

/// A point.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Its words.
    pub text: Text,
    /// The lists below it.
    pub below: Vec<List>,
}

impl List {
    /// Its own points, each with the lists below it. Whatever `sublists` say, every point is in it once.
    pub fn points(self) -> Vec<Point> {
        let (mut points, mut at) = (Vec::<Point>::new(), 0);
        let mut items = self.items.into_iter();
        let mut sublists = self.sublists.into_iter().peekable();
        loop {
            if let Some(point) = points.last_mut()
                && let Some(list) = sublists.next_if(|list| list.first <= at)
            {
                let items: Vec<Text> = items.by_ref().take(list.count).collect();
                let (from, to) = (at, at + items.len());
                at = to;
                let mut below = vec![];
                while let Some(deeper) = sublists.next_if(|deeper| deeper.first < to) {
                    below.push(Sublist { first: deeper.first.saturating_sub(from), ..deeper });
                }
                below.truncate(MOST_BELOW);
                let Sublist { ordered, start, reversed, .. } = list;
                point.below.push(List { anchor: None, ordered, start, reversed, items, sublists: below });
            } else if let Some(text) = items.next() {
                points.push(Point { text, below: vec![] });
                at += 1;
            } else {
                return points;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plain;

    /// `a(b c(d))e`: lists within lists in brackets.
    fn drawn(list: List) -> String {
        let point = |point: Point| {
            plain(&point.text) + &point.below.into_iter().map(|list| format!("({})", drawn(list))).collect::<String>()
        };
        list.points().into_iter().map(point).collect()
    }

    fn list(sublists: &[(usize, usize)]) -> List {
        let items = ["a", "b", "c", "d", "e"].map(|item| vec![item.into()]).into();
        let sublists = sublists.iter().map(|&(first, count)| Sublist { first, count, ..Sublist::default() }).collect();
        List { items, sublists, ..List::default() }
    }

    #[test]
    fn points_stand_below_the_point_before_them() {
        assert_eq!(drawn(list(&[])), "abcde");
        assert_eq!(drawn(list(&[(1, 3), (3, 1)])), "a(bc(d))e");
        assert_eq!(drawn(list(&[(1, 1), (2, 2)])), "a(b)(cd)e");
        assert_eq!(drawn(list(&[(4, 1)])), "abcd(e)");
    }

    #[test]
    fn no_point_is_lost_or_told_twice_whatever_the_lists_within_say() {
        for sublists in
            [&[(0, 2)][..], &[(3, 9)], &[(9, 1)], &[(2, 2), (1, 1)], &[(1, 0), (1, 4), (1, 4)], &[(usize::MAX, usize::MAX)]]
        {
            let letters: String = drawn(list(sublists)).chars().filter(|sign| sign.is_alphabetic()).collect();
            assert_eq!(letters, "abcde", "{sublists:?}");
        }
    }

    #[test]
    fn lists_in_lists_without_end_end() {
        let items = vec![vec!["a".into()]; 100_000];
        let sublists = (1..100_000).map(|first| Sublist { first, count: 100_000 - first, ..Sublist::default() }).collect();
        assert_eq!(drawn(List { items, sublists, ..List::default() }).matches('a').count(), 100_000);
    }
}
