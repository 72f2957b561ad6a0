//! What a slot of a form was found to hold.

use super::stream::value::Value;
use crate::{
    facts::State,
    text::{Number, Span, number::figures, order::Order},
};

/// What a slot holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// What is printed.
    pub state: State,
    /// The number.
    pub number: Option<Number>,
    /// How many yuan the printed unit stands for.
    pub yuan: Option<u32>,
    /// Whether sums had a part in reading it.
    pub inferred: bool,
    /// Where it is printed.
    pub span: Option<Span>,
    /// Other values that the print allows; several where nothing decides.
    pub others: Vec<Number>,
    /// Whether digits are printed for the cell that could not be told from its neighbours'.
    pub blurred: bool,
    /// Whether the sums that it takes part in may be wrong themselves, so that they decide nothing.
    pub contested: bool,
}

impl Held {
    /// Whether the cell is blank or marked as having nothing to state, and nothing else is known of it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.number.is_none() && matches!(self.state, State::Blank | State::NotApplicable)
    }

    /// What the cell counts for in a sum: blanks and marks count as zero; nothing where the value is not known.
    #[must_use]
    pub fn in_sum(&self) -> Option<Number> {
        if self.is_empty() {
            Some(Number::ZERO)
        } else {
            self.number
        }
    }

    pub(super) fn plain(value: &Value) -> Self {
        let Value {
            state,
            number,
            guess,
            yuan,
            span,
            ..
        } = value.clone();
        Self {
            state,
            number,
            yuan,
            inferred: false,
            span: Some(span),
            others: guess.into_iter().collect(),
            blurred: guess.is_some(),
            contested: false,
        }
    }

    /// A blank cell, and where it stands, if the print has a trace of it.
    pub(super) fn blank(span: Option<Span>) -> Self {
        Self {
            state: State::Blank,
            ..Self::missing(span)
        }
    }

    /// A cell that holds the number of one of some values.
    pub(super) fn undecided(values: &[&Value]) -> Self {
        let mut others: Vec<Number> = values.iter().filter_map(|value| value.number).collect();
        others.order();
        others.dedup();
        Self {
            state: State::Unreadable,
            blurred: true,
            others,
            ..Self::missing(Some(values[0].span))
        }
    }

    /// A cell in which some numbers stand: one of them, or the pieces of one.
    pub(super) fn of_pieces(pieces: &[&Value]) -> Self {
        let digits = pieces.iter().map(|value| value.digits.as_deref());
        let joined = digits.collect::<Option<String>>();
        let joined: Option<Number> = joined.and_then(|joined| figures(&joined));
        let mut held = Self::undecided(pieces);
        held.others.extend(joined);
        held.span = pieces
            .first()
            .zip(pieces.last())
            .map(|(first, last)| first.span.join(last.span));
        held
    }

    /// The same cell where the value may be another's.
    pub(super) fn doubted(&self) -> Self {
        Self {
            state: State::Unreadable,
            others: self.number.into_iter().collect(),
            blurred: true,
            ..Self::missing(self.span)
        }
    }

    pub(super) fn missing(span: Option<Span>) -> Self {
        Self {
            state: State::Missing,
            number: None,
            yuan: None,
            inferred: false,
            span,
            others: Vec::new(),
            blurred: false,
            contested: false,
        }
    }
}
