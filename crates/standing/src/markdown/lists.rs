//! Lists while they are gathered.

use strait_model::{List, Sublist, Text};

/// A list, with the lists within it, while it is gathered: the points of all levels stand in one row.
#[derive(Default)]
pub struct Lists {
    list: List,
    /// The sublists that are open, the innermost last, by their places among all.
    open: Vec<usize>,
    is_open: bool,
}

impl Lists {
    /// Whether one is open.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// A list begins, perhaps within another. `start`: the number of the first, where points are numbered.
    pub fn begin(&mut self, start: Option<u64>) {
        let ordered = start.is_some();
        let start = start.and_then(|start| u32::try_from(start).ok()).filter(|start| *start != 1);
        if self.is_open {
            self.open.push(self.list.sublists.len());
            let first = self.list.items.len();
            self.list.sublists.push(Sublist { first, ordered, start, ..Sublist::default() });
        } else {
            *self = Lists { list: List { ordered, start, ..List::default() }, open: vec![], is_open: true };
        }
    }

    /// A point.
    pub fn point(&mut self, text: Text) {
        self.list.items.push(text);
    }

    /// The last list ends; says the whole where it was the outermost.
    pub fn end(&mut self) -> Option<List> {
        match self.open.pop() {
            Some(at) => {
                let count = self.list.items.len() - self.list.sublists[at].first;
                self.list.sublists[at].count = count;
                None
            }
            None => {
                self.is_open = false;
                let mut list = std::mem::take(&mut self.list);
                // Below no point, or of none: the points are those of the list around it.
                list.sublists.retain(|sublist| sublist.first > 0 && sublist.count > 0);
                (!list.items.is_empty()).then_some(list)
            }
        }
    }
}
