//! Mentions: a number of the prose that is a quantity, with its unit, hedge and noun.

use crate::{
    claims::lexicon::Kind,
    text::{
        Number,
        number::{percent, rounded},
    },
};
use std::ops::Range;

/// A number of the prose that is a quantity. All ranges index the passage's folded text.
#[derive(Debug, Clone)]
pub(in crate::claims) struct Mention {
    /// The number with its unit.
    pub(in crate::claims) range: Range<usize>,
    /// What is marked on the page: the number with its unit; the digits alone where 万 or 亿 scales them.
    pub(in crate::claims) mark: Range<usize>,
    /// The exact value of what is printed.
    pub(in crate::claims) value: Number,
    /// The least value that the print allows.
    pub(in crate::claims) low: Number,
    /// The greatest value that the print allows.
    pub(in crate::claims) high: Number,
    /// The unit that it is compared as; empty where none is printed.
    pub(in crate::claims) unit: &'static str,
    /// What the unit counts.
    pub(in crate::claims) kind: Kind,
    /// How many digits stand after the point.
    pub(in crate::claims) places: u32,
    /// Whether the number is softened or rounded.
    pub(in crate::claims) soft: bool,
    /// Whether a word softens it: 余, 约, 近.
    pub(in crate::claims) hedged: bool,
    /// Whether it is printed in Chinese numerals.
    pub(in crate::claims) spelled: bool,
    /// Whether no way of writing numbers allows it (`99.%`).
    pub(in crate::claims) malformed: bool,
    /// The words before it in its item, from the last comma or enumeration comma.
    pub(in crate::claims) label: Range<usize>,
    /// The words before it in its clause, enumerations included.
    pub(in crate::claims) wide: Range<usize>,
    /// The words after its unit, up to the next comma or number.
    pub(in crate::claims) tail: Range<usize>,
    /// Whether it states a change against another year.
    pub(in crate::claims) change: bool,
    /// Whether it belongs to an earlier year.
    pub(in crate::claims) earlier: bool,
    /// The place of the innermost open parenthesis.
    pub(in crate::claims) paren: Option<usize>,
}

impl Mention {
    /// Whether it counts things.
    pub(in crate::claims) fn is_count(&self) -> bool {
        self.kind == Kind::Count && !self.malformed
    }

    /// Whether it counts something of the year reported on: no change, and not the year before.
    pub(in crate::claims) fn is_current(&self) -> bool {
        self.is_count() && !self.change && !self.earlier
    }

    /// Whether it is such a count, and exact.
    pub(in crate::claims) fn is_exact(&self) -> bool {
        self.is_current() && !self.soft
    }

    /// Whether it counts things or money, so that parts of it add up.
    pub(in crate::claims) fn is_amount(&self) -> bool {
        matches!(self.kind, Kind::Count | Kind::Money) && !self.malformed
    }

    /// How it is the percentage that a part is of a whole; nothing where the whole is none.
    pub(in crate::claims) fn grade(&self, part: Number, whole: Number) -> Option<Grade> {
        let real = percent(part, whole).filter(|_| whole > Number::ZERO)?;
        Some(self.grade_between(real, real))
    }

    /// How it is a percentage that lies between two.
    pub(in crate::claims) fn grade_between(&self, low: Number, high: Number) -> Grade {
        let (mut least, mut most) = rounded(self.value, self.places);
        if self.soft {
            least = least.min(self.low);
            most = most.max(self.high);
        }
        let step = Number::new(1, self.places);
        if low <= most && high >= least {
            Grade::Exact
        } else if low <= most + step && high >= least - step {
            Grade::Off
        } else {
            Grade::Wrong
        }
    }

    /// Whether it is a percentage.
    pub(in crate::claims) fn is_percent(&self) -> bool {
        self.kind == Kind::Percent
    }
}

/// How a printed percentage compares with the computed one, the better the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::claims) enum Grade {
    Wrong,
    /// Off by one in the last printed place, or cut off.
    Off,
    Exact,
}

/// A count of nothing at a place, to be filled in.
pub(super) fn blank(range: Range<usize>) -> Mention {
    Mention {
        mark: range.clone(),
        range,
        value: Number::ZERO,
        low: Number::ZERO,
        high: Number::ZERO,
        unit: "",
        kind: Kind::Count,
        places: 0,
        soft: false,
        hedged: false,
        spelled: false,
        malformed: false,
        label: 0..0,
        wide: 0..0,
        tail: 0..0,
        change: false,
        earlier: false,
        paren: None,
    }
}
