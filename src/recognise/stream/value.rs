//! What a stream of a document consists of.

use crate::{
    document::BlockId,
    facts::State,
    text::{Number, Span},
};

/// A number, a blank cell or a mark, where a table might have a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// What is printed.
    pub state: State,
    /// The number.
    pub number: Option<Number>,
    /// The digits, where the number is nothing but digits and so might be several numbers glued together.
    pub digits: Option<String>,
    /// The number that it looks like, where letters stand in it for digits.
    pub guess: Option<Number>,
    /// Whether the unit 万元, 元 or 亿元 follows, and how many yuan it stands for.
    pub yuan: Option<u32>,
    /// Where it is printed.
    pub span: Span,
    /// The block it stands in.
    pub block: BlockId,
    /// The grid's number, row and column, where it stands in a cell.
    pub cell: Option<(usize, usize, usize)>,
    /// Whether it is a blank cell that has an empty line of its own.
    pub is_empty_line: bool,
}

impl Value {
    /// Whether it takes a place in its row.
    #[must_use]
    pub fn is_placed(&self) -> bool {
        self.state != State::Blank || self.is_empty_line
    }
}

/// What stands before a value, back to the value before it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gap {
    /// The letters, folded; of a very long gap only the last ones.
    pub letters: String,
    /// Where the last letter ends in the original text.
    pub end: usize,
    /// The line or cell of the last letter.
    pub block: Option<BlockId>,
}
