//! Exact numbers.

/// An exact decimal number, as printed or as recomputed.
pub type Number = rust_decimal::Decimal;
