//! Exact numbers, and numbers as they are printed: rounded, hedged, grouped, spelled out.

mod allowed;
mod digits;
mod shown;
mod spelled;

pub use allowed::{Hedge, allowed, rounded};
pub use digits::{Token, read};
pub use shown::{half_up, percent, plain, shown};
pub use spelled::spelled;

/// An exact decimal number, as printed or as recomputed.
pub type Number = rust_decimal::Decimal;

/// The value of the figures of a cell; nothing where they are longer than any count, so that no sum of cells overflows.
#[must_use]
pub fn figures(printed: &str) -> Option<Number> {
    match printed.parse::<u64>() {
        Ok(whole) => Some(whole.into()),
        Err(_) => printed
            .parse()
            .ok()
            .filter(|&value: &Number| value < u64::MAX.into()),
    }
}

/// A number as it is printed, without its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The value, scaled by 万 or 亿 where one follows.
    pub value: Number,
    /// One unit in the last printed place: 0.01 for `54.89`, 1000 for `18.6万`.
    pub step: Number,
    /// How many digits stand after the point.
    pub places: u32,
    /// The length of the digits alone, in bytes.
    pub digits: usize,
    /// The length with 万, 亿 and a hedge such as 余 between or after them, in bytes.
    pub len: usize,
    /// Whether 万, 亿, 千 or 百 scales the digits.
    pub scaled: bool,
    /// Whether 余 or 多 follows the digits.
    pub more: bool,
}
