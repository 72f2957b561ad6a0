//! What the sums leave for blank and lost values.

use crate::{
    facts::State,
    forms::{self, Comparison, Table, Term},
    recognise::{held::Held, tables::TableRead},
    text::Number,
};

/// Works out blank and lost values where every equality that lacks only them agrees on one value.
///
/// A blank counts as zero for the others. A blank that fits as zero stays a blank, and so does one that a single
/// equality asks to be more: the equality may be broken as well.
pub(in crate::recognise) fn infer(read: &mut TableRead) {
    let (table, held) = (&*read.form, &mut read.held);
    let values: Vec<Option<Number>> = held
        .iter()
        .map(|slot| slot.as_ref().and_then(Held::in_sum))
        .collect();
    let mut inferred = Vec::new();
    for (at, slot) in held.iter().enumerate() {
        let Some(slot) = slot else { continue };
        let lost =
            matches!(slot.state, State::Missing | State::Unreadable) && slot.number.is_none();
        if slot.contested || !lost && slot.state != State::Blank {
            continue;
        }
        if let Some((value, witnesses)) = left_over(table, &values, at)
            && (!slot.blurred || slot.others.contains(&value))
            && (lost || (witnesses > 1 && !value.is_zero()))
        {
            inferred.push((at, value));
        }
    }
    for (at, value) in inferred {
        if let Some(slot) = held[at].as_mut() {
            slot.number = Some(value);
            slot.inferred = true;
        }
    }
}

/// The one value of a slot that every equality with no other unknown leaves, and how many these are.
fn left_over(table: &Table, values: &[Option<Number>], at: usize) -> Option<(Number, usize)> {
    let mut found: Option<(Number, usize)> = None;
    for relation in table
        .relations
        .iter()
        .filter(|relation| relation.comparison == Comparison::Equal)
    {
        if !relation.slots().any(|slot| slot == at) {
            continue;
        }
        let mut probe = values.to_vec();
        probe[at] = Some(Number::ZERO);
        let Some((left, right)) = sum(&relation.left, &probe).zip(sum(&relation.right, &probe))
        else {
            continue;
        };
        let on_left = relation.left.iter().any(|term| term.slot == at);
        let value = if on_left { right - left } else { left - right };
        let before = found.map_or(0, |(_, witnesses)| witnesses);
        let other = found.is_some_and(|(other, _)| other != value);
        if value.is_sign_negative() && !value.is_zero() || other {
            return None;
        }
        found = Some((value, before + 1));
    }
    found
}

fn sum(terms: &[Term], values: &[Option<Number>]) -> Option<Number> {
    forms::sum(terms, |slot| values[slot])
}
