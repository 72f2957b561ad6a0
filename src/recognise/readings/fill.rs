//! One slot after the other, filled with digits of the tokens.

use super::{Damage, MOST_DIGITS, Reading, Search};
use crate::forms::Term;
use std::ops::Range;

impl Search<'_> {
    /// Fills the next slot from byte `at` of `token` on.
    pub(super) fn next(&mut self, token: usize, at: usize, left: Damage) {
        self.steps += 1;
        if self.is_over() {
            return;
        }
        let slots = self.slots.len() - self.filled();
        let tokens = self.tokens.len() - token;
        if !self.is_within(token, at) {
            return;
        }
        if let Some((total, last, _)) = self.total.filter(|_| slots == 1) {
            self.with(Some(total), last..last + 1, Self::keep);
            return;
        }
        if slots == 0 {
            if tokens <= left.drops && at == 0 {
                self.keep();
            }
            return;
        }
        if tokens > slots + left.joins + left.drops {
            return;
        }
        if tokens > 0 {
            self.take(token, at, left);
        }
        if at > 0 {
            return;
        }
        if left.losses > 0 {
            let losses = left.losses - 1;
            self.with(None, token..token, |search| {
                search.next(token, 0, Damage { losses, ..left });
            });
        }
        if left.drops > 0 && tokens > 0 {
            let drops = left.drops - 1;
            self.next(token + 1, 0, Damage { drops, ..left });
        }
    }

    /// Fills the next slot with digits of `token`, and with those of its neighbours where they may belong together.
    fn take(&mut self, token: usize, at: usize, left: Damage) {
        let tokens = self.tokens;
        let Some(digits) = &tokens[token].digits else {
            self.with(Some(0), token..token + 1, |search| {
                search.next(token + 1, 0, left);
            });
            return;
        };
        let sign = if tokens[token].negative && at == 0 {
            -1
        } else {
            1
        };
        let zero = digits.as_bytes().get(at) == Some(&b'0');
        let mut text = String::new();
        let (mut last, mut from) = (token, at);
        loop {
            let Some(digits) = &tokens[last].digits else {
                return;
            };
            let first = if self.glued { from + 1 } else { digits.len() };
            for end in first..=digits.len() {
                let value = format!("{text}{}", &digits[from..end]);
                let lone = value.len() == 1 || !zero || !self.glued && last == token;
                if value.len() > MOST_DIGITS || !lone {
                    break;
                }
                let value = value.parse().ok().map(|value: i64| sign * value);
                let next = if end == digits.len() {
                    (last + 1, 0)
                } else {
                    (last, end)
                };
                let joins = left.joins - (last - token);
                self.with(value, token..last + 1, |search| {
                    search.next(next.0, next.1, Damage { joins, ..left });
                });
            }
            text.push_str(&digits[from..]);
            let neighbour = tokens
                .get(last + 1)
                .filter(|next| (next.close || left.wide) && !next.negative);
            if neighbour.is_none()
                || last - token >= left.joins
                || text.len() >= MOST_DIGITS
                || zero
            {
                return;
            }
            (last, from) = (last + 1, 0);
        }
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
        let mut completed = self.relations.iter().filter(|(last, _)| *last == newest);
        completed.all(|(_, relation)| {
            let sides = self.side(&relation.left).zip(self.side(&relation.right));
            sides.is_none_or(|(left, right)| left == right)
        })
    }

    fn side(&self, terms: &[Term]) -> Option<i64> {
        terms.iter().try_fold(0i64, |sum, term| {
            let value = self.current.values[term.slot - self.slots.start]?;
            sum.checked_add(if term.negative { -value } else { value })
        })
    }

    fn keep(&mut self) {
        let known = |other: &Reading| other.values == self.current.values;
        if !self.found.iter().any(known) {
            self.found.push(self.current.clone());
        }
    }
}
