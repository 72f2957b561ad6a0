//! Patterns over folded text: the few that titles, years, names and dates need.
//!
//! The crate `regex` does the work. The build that a page loads first is spared its size: there its small sibling
//! `regex-lite`, by the same authors and with the same syntax, stands in. Patterns keep to what both read alike: no
//! classes of Unicode, no look-around.

#[cfg(feature = "files")]
pub use regex::{Captures, Regex};
#[cfg(not(feature = "files"))]
pub use regex_lite::{Captures, Regex};
