//! All ways to read a damaged row: glued digits split, split digits joined, a lost or a stray value.

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

/// A token of a damaged row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its digits; nothing for a blank or a mark, which counts as zero and cannot be split or joined.
    pub digits: Option<String>,
    /// Whether only a space parts it from the token before.
    pub close: bool,
}

/// The most ways that are followed.
const MOST: usize = 512;
/// The most steps of one search.
const MOST_STEPS: usize = 200_000;
/// The most digits of one count.
const MOST_DIGITS: usize = 9;

struct Search<'a> {
    tokens: &'a [Token],
    slots: Range<usize>,
    /// The equalities that lie wholly inside the row, each with the last slot it needs.
    relations: Vec<(usize, &'a Relation)>,
    found: Vec<Reading>,
    steps: usize,
    current: Reading,
}

/// All readings of `tokens` as the slots `slots` of a table that satisfy the equalities inside these slots,
/// and whether the search was complete.
#[must_use]
pub fn readings(tokens: &[Token], table: &Table, slots: &Range<usize>) -> (Vec<Reading>, bool) {
    let relations = table
        .relations
        .iter()
        .filter(|relation| relation.comparison == Comparison::Equal)
        .filter(|relation| relation.slots().all(|slot| slots.contains(&slot)))
        .map(|relation| (relation.slots().max().unwrap_or(0) - slots.start, relation))
        .collect();
    let current = Reading {
        values: Vec::new(),
        tokens: Vec::new(),
    };
    let mut search = Search {
        tokens,
        slots: slots.clone(),
        relations,
        found: Vec::new(),
        steps: 0,
        current,
    };
    let n = slots.len();
    if tokens.len() < n && search.digits() >= n {
        search.split(0, 0);
    } else if tokens.len() < n {
        search.lose(0, n - tokens.len());
    } else {
        search.join(0, tokens.len() - n);
    }
    let complete = search.steps < MOST_STEPS && search.found.len() < MOST;
    (search.found, complete)
}

impl Search<'_> {
    fn digits(&self) -> usize {
        self.tokens
            .iter()
            .map(|token| token.digits.as_ref().map_or(1, String::len))
            .sum()
    }

    fn is_over(&mut self) -> bool {
        self.steps += 1;
        self.steps >= MOST_STEPS || self.found.len() >= MOST
    }

    fn filled(&self) -> usize {
        self.current.values.len()
    }

    fn with(&mut self, value: Option<i64>, tokens: Range<usize>, go: impl FnOnce(&mut Self)) {
        self.current.values.push(value);
        self.current.tokens.push(tokens);
        if self.is_consistent() {
            go(self);
        }
        self.current.values.pop();
        self.current.tokens.pop();
    }

    /// Whether the equalities that the newest slot completes hold, as far as their values are known.
    fn is_consistent(&self) -> bool {
        let newest = self.filled() - 1;
        self.relations
            .iter()
            .filter(|(last, _)| *last == newest)
            .all(|(_, relation)| {
                let side = |terms: &[crate::forms::Term]| -> Option<i64> {
                    terms.iter().try_fold(0i64, |sum, term| {
                        let value = self.current.values[term.slot - self.slots.start]?;
                        sum.checked_add(if term.negative { -value } else { value })
                    })
                };
                side(&relation.left)
                    .zip(side(&relation.right))
                    .is_none_or(|(left, right)| left == right)
            })
    }

    fn keep(&mut self) {
        let reading = self.current.clone();
        if !self.found.contains(&reading) {
            self.found.push(reading);
        }
    }

    /// Splits glued digits: the next slot takes one or more digits of `token` from `at` on.
    fn split(&mut self, token: usize, at: usize) {
        if self.is_over() {
            return;
        }
        let left = self.slots.len() - self.filled();
        if token == self.tokens.len() {
            if left == 0 {
                self.keep();
            }
            return;
        }
        if left < self.tokens.len() - token {
            return;
        }
        let tokens = self.tokens;
        let Some(digits) = &tokens[token].digits else {
            self.with(Some(0), token..token + 1, |search| {
                search.split(token + 1, 0)
            });
            return;
        };
        let most = if digits.as_bytes()[at] == b'0' {
            1
        } else {
            MOST_DIGITS
        };
        for end in at + 1..=digits.len().min(at + most) {
            let value = digits[at..end].parse().ok();
            let next = if end == digits.len() {
                (token + 1, 0)
            } else {
                (token, end)
            };
            self.with(value, token..token + 1, |search| {
                search.split(next.0, next.1)
            });
        }
    }

    /// Loses `lost` slots: each slot takes the next token or none.
    fn lose(&mut self, token: usize, lost: usize) {
        if self.is_over() {
            return;
        }
        if self.filled() == self.slots.len() {
            self.keep();
            return;
        }
        if token < self.tokens.len() {
            self.with(value(&self.tokens[token]), token..token + 1, |search| {
                search.lose(token + 1, lost)
            });
        }
        if lost > 0 {
            self.with(None, token..token, |search| search.lose(token, lost - 1));
        }
    }

    /// Joins or drops `extra` tokens.
    fn join(&mut self, token: usize, extra: usize) {
        if self.is_over() {
            return;
        }
        if self.filled() == self.slots.len() {
            if token + extra == self.tokens.len() {
                self.keep();
            }
            return;
        }
        if token >= self.tokens.len() {
            return;
        }
        self.with(value(&self.tokens[token]), token..token + 1, |search| {
            search.join(token + 1, extra)
        });
        if extra > 0 {
            if let Some(joined) = joined(self.tokens, token) {
                self.with(Some(joined), token..token + 2, |search| {
                    search.join(token + 2, extra - 1)
                });
            }
            self.join(token + 1, extra - 1);
        }
    }
}

fn value(token: &Token) -> Option<i64> {
    token
        .digits
        .as_ref()
        .map_or(Some(0), |digits| digits.parse().ok())
}

/// The number that two neighbouring tokens make together.
fn joined(tokens: &[Token], at: usize) -> Option<i64> {
    let second = tokens.get(at + 1).filter(|token| token.close)?;
    let (first, second) = (tokens[at].digits.as_ref()?, second.digits.as_ref()?);
    if first.starts_with('0') || first.len() + second.len() > MOST_DIGITS {
        return None;
    }
    format!("{first}{second}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms;

    fn tokens(text: &str) -> Vec<Token> {
        text.split(' ')
            .map(|digits| Token {
                digits: Some(digits.into()),
                close: true,
            })
            .collect()
    }

    fn all(text: &str) -> Vec<Vec<Option<i64>>> {
        let table = &forms::edition("2021").unwrap().tables[1];
        readings(&tokens(text), table, &(0..7))
            .0
            .into_iter()
            .map(|reading| reading.values)
            .collect()
    }

    fn some(values: [i64; 7]) -> Vec<Option<i64>> {
        values.iter().map(|&value| Some(value)).collect()
    }

    #[test]
    fn glued_digits_split_where_the_row_adds_up() {
        assert_eq!(all("451000046"), [some([45, 1, 0, 0, 0, 0, 46])]);
        assert_eq!(all("0000000"), [some([0; 7])]);
        assert_eq!(all("300 000131"), [some([30, 0, 0, 0, 0, 1, 31])]);
    }

    #[test]
    fn split_digits_join_where_the_row_adds_up() {
        assert!(all("2 0 3 0 0 0 0 23").contains(&some([20, 3, 0, 0, 0, 0, 23])));
    }

    #[test]
    fn a_lost_value_may_be_any() {
        assert_eq!(all("5 0 0 0 0 5").len(), 7);
    }
}
