//! The pieces of a number format.

/// What a number format is made of.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// Text that is shown as it is.
    Text(String),
    /// `0`, `#` or `?`: a place for a digit.
    Digit(char),
    Point,
    Comma,
    Percent,
    /// `E+` or `E-`.
    Exponent(bool),
    General,
    /// The cell's text.
    At,
    /// A piece of a date and how often its letter is repeated.
    Date(char, usize),
    /// `[h]`, `[m]`, `[s]`: all the time that has passed.
    Elapsed(char),
    /// AM/PM or 上午/下午.
    HalfDay(bool),
    /// Something that is not understood, such as a fraction.
    Unknown,
}
