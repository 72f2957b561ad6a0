//! Text as it is printed and as it is compared: spans, folds, numbers, UTF-16 offsets.

pub mod character;
pub mod edges;
pub mod folded;
pub mod gloss;
pub mod label;
pub mod number;
pub(crate) mod order;
pub mod pattern;
pub mod simplified;
pub mod span;
pub mod utf16;
pub mod words;

pub use folded::Folded;
pub use number::Number;
pub use span::Span;
