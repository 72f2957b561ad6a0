//! All ways to read a damaged row: glued digits split, split digits joined, a lost or a stray value.

mod fill;
#[cfg(test)]
mod tests;

use crate::forms::{Comparison, Relation, Table};
use std::ops::Range;

/// One way to read a row: for each slot its value, where one is left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// For each slot the value.
    pub values: Vec<Option<i64>>,
    /// For each slot the tokens that it was read from.
    pub tokens: Vec<Range<usize>>,
}

/// A row, or several, whose values can be read in more than one way.
pub(super) struct Open {
    /// The slots.
    pub slots: Range<usize>,
    /// The values.
    pub values: Range<usize>,
    /// The ways to read them.
    pub readings: Vec<Reading>,
    /// Its digits, where they may be cut anywhere.
    pub tokens: Vec<Token>,
}

impl Open {
    /// A row with all readings of its tokens; none of them where there are too many.
    pub(super) fn new(
        slots: Range<usize>,
        values: Range<usize>,
        tokens: Vec<Token>,
        table: &Table,
        glued: bool,
    ) -> Self {
        let (readings, complete) = readings(&tokens, table, &slots, glued);
        if !complete {
            return Self::unread(slots, values);
        }
        Self {
            slots,
            values,
            readings,
            tokens,
        }
    }

    /// A row that no reading is known of.
    pub(super) fn unread(slots: Range<usize>, values: Range<usize>) -> Self {
        Self {
            slots,
            values,
            readings: Vec::new(),
            tokens: Vec::new(),
        }
    }
}

/// A token of a damaged row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its digits; nothing for a blank or a mark, which counts as zero and cannot be split or joined.
    pub digits: Option<String>,
    /// Whether a minus stands before the digits.
    pub negative: bool,
    /// Whether only a space parts it from the token before.
    pub close: bool,
    /// Whether it stands in a cell of a grid, of which each has its own number.
    pub in_cell: bool,
}

/// The most ways that are followed.
const MOST: usize = 512;
/// The most steps of one search.
const MOST_STEPS: usize = 200_000;
/// The most digits of one count.
const MOST_DIGITS: usize = 9;

/// The most numbers in several lines that are put together in one row.
const MOST_APART: usize = 2;

/// What may have happened to a row.
#[derive(Debug, Clone, Copy, Default)]
struct Damage {
    /// Whether digits of several values may stand together.
    glued: bool,
    /// How many neighbours may belong together.
    joins: usize,
    /// Whether neighbours in different lines may belong together too.
    wide: bool,
    /// How many tokens may belong to nothing.
    drops: usize,
    /// How many values may be lost.
    losses: usize,
}

struct Search<'a> {
    tokens: &'a [Token],
    slots: Range<usize>,
    /// The equalities that lie wholly inside the row, each with the last slot it needs.
    relations: Vec<(usize, &'a Relation)>,
    found: Vec<Reading>,
    steps: usize,
    glued: bool,
    /// The total that the row is to have, and the token and byte where it begins.
    total: Option<(i64, usize, usize)>,
    current: Reading,
}

/// All readings of `tokens` as the slots `slots` of a table that satisfy the equalities inside these slots,
/// and whether the search was complete.
///
/// Only what the print speaks for is tried: where most of the table is `glued`, digits are cut, else a value may be lost
/// as well; where neighbours may belong together they are joined, else tokens are stray. A sum that the author broke
/// must not make a row seem more damaged than it is.
#[must_use]
pub fn readings(
    tokens: &[Token],
    table: &Table,
    slots: &Range<usize>,
    glued: bool,
) -> (Vec<Reading>, bool) {
    let mut search = Search::new(tokens, table, slots);
    for damage in search.damages(glued) {
        search.run(damage);
    }
    let complete = !search.is_over();
    (search.found, complete)
}

/// Whether glued digits can be cut so that the equalities inside the row hold; never in a row without any.
#[must_use]
pub fn adds_up(tokens: &[Token], table: &Table, slots: &Range<usize>) -> bool {
    let mut search = Search::new(tokens, table, slots);
    if search.relations.is_empty() {
        return false;
    }
    search.run(Damage {
        glued: true,
        ..Damage::default()
    });
    !search.found.is_empty()
}

impl<'a> Search<'a> {
    fn new(tokens: &'a [Token], table: &'a Table, slots: &Range<usize>) -> Self {
        let inside = |relation: &&Relation| {
            relation.comparison == Comparison::Equal
                && relation.slots().all(|slot| slots.contains(&slot))
        };
        let last = |relation: &Relation| relation.slots().max().unwrap_or(0) - slots.start;
        let relations = table.relations.iter().filter(inside);
        Self {
            tokens,
            slots: slots.clone(),
            relations: relations
                .map(|relation| (last(relation), relation))
                .collect(),
            found: Vec::new(),
            steps: 0,
            glued: false,
            total: None,
            current: Reading {
                values: Vec::new(),
                tokens: Vec::new(),
            },
        }
    }

    /// Searches the readings with this damage; where the row is the sum of its last slot, from that total back.
    fn run(&mut self, damage: Damage) {
        self.glued = damage.glued;
        let last = self.tokens.len().saturating_sub(1);
        let digits = self.tokens.last().and_then(|token| token.digits.as_deref());
        let Some(digits) = digits.filter(|_| damage.glued && self.ends_with_total()) else {
            self.next(0, 0, damage);
            return;
        };
        for from in (0..digits.len()).rev().take(MOST_DIGITS) {
            let total = &digits[from..];
            if let Some(total) = total
                .parse()
                .ok()
                .filter(|_| total.len() == 1 || !total.starts_with('0'))
            {
                self.total = Some((total, last, from));
                self.next(0, 0, damage);
            }
        }
        self.total = None;
    }

    /// Whether the one equality inside the row says that its last slot is the sum of all others.
    fn ends_with_total(&self) -> bool {
        let [(_, relation)] = self.relations[..] else {
            return false;
        };
        let n = self.slots.len();
        relation.left.len() == 1
            && relation.left[0].slot + 1 == self.slots.end
            && relation.right.len() + 1 == n
            && relation.right.iter().all(|term| !term.negative)
            && self.tokens.iter().all(|token| !token.negative)
    }

    /// Whether the slots so far, and those that can still follow from byte `at` of `token` on, can add up to the total.
    fn is_within(&self, token: usize, at: usize) -> bool {
        let Some((total, last, from)) = self.total else {
            return true;
        };
        let sum: i64 = self.current.values.iter().flatten().sum();
        if sum > total || (token, at) > (last, from) {
            return false;
        }
        let length = |token: usize| self.tokens[token].digits.as_ref().map_or(1, String::len);
        let left = ((token..last).map(length).sum::<usize>() + from).saturating_sub(at);
        let slots = self.slots.len() - 1 - self.filled();
        if slots == 0 {
            return left == 0 && sum == total;
        }
        if left < slots {
            return false;
        }
        let longest = (left - slots + 1) as u32;
        longest >= 18 || total - sum < slots as i64 * 10i64.pow(longest)
    }

    /// What may have happened.
    fn damages(&self, glued: bool) -> Vec<Damage> {
        let (n, tokens) = (self.slots.len(), self.tokens.len());
        let none = Damage::default();
        if tokens > n {
            let extra = tokens - n;
            let joins = Damage {
                joins: extra,
                ..none
            };
            let stray = Damage {
                drops: extra,
                wide: extra <= MOST_APART && !self.in_cells(),
                ..joins
            };
            let close = self.tokens.iter().filter(|token| token.close).count();
            return match (close >= extra, self.relations.is_empty()) {
                (true, false) => vec![joins],
                (false, _) => vec![stray],
                (true, true) => vec![joins, stray],
            };
        }
        let split = Damage {
            glued: true,
            ..none
        };
        let lost = Damage {
            losses: n - tokens,
            ..none
        };
        match (self.digits() >= n, glued) {
            (true, true) => vec![split],
            (true, false) => vec![split, lost],
            (false, _) => vec![lost],
        }
    }

    fn in_cells(&self) -> bool {
        self.tokens.iter().any(|token| token.in_cell)
    }

    fn digits(&self) -> usize {
        let of = |token: &Token| token.digits.as_ref().map_or(1, String::len);
        self.tokens.iter().map(of).sum()
    }

    fn is_over(&self) -> bool {
        self.steps >= MOST_STEPS || self.found.len() >= MOST
    }

    fn filled(&self) -> usize {
        self.current.values.len()
    }
}
