//! What a passage says, before any relation is looked for: its numbers, their labels, roles and printed places.

pub(super) mod context;
mod lead_in;
pub(super) mod list;
pub(super) mod mention;
pub(super) mod own;
pub(super) mod page;
pub(super) mod passage;
pub(super) mod printed;
pub(super) mod prose;
mod quantities;
pub(super) mod results;
pub(super) mod roles;
mod series;
pub(super) mod traits;
pub(super) mod ways;
