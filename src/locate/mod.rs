//! What is wrong, explained from the fewest cells.
//!
//! ```text
//! equalities of a table ──system──▶ search ──▶ smallest sets of cells ──causes──▶ ways, ranked ──joint──▶ findings
//!                                                  figures of the text ──witness──▶ │  ▲ slip
//! ```
//!
//! Printed values are never changed: what is found here is a suggestion that stands beside them. The search is exact
//! for up to three wrong cells that depend on one another; beyond, it is bounded and says so.

mod causes;
mod joint;
mod search;
mod slip;
mod system;
mod told;
mod witness;
mod words;

pub use causes::{Cause, Change, Sure, Way};
pub use joint::Explained;
pub use slip::{Event, Slip};

use crate::{
    recognise::{Recognised, TableRead},
    rule::{Check, Verdict},
};
use system::System;

/// Explains broken sums: findings that have one cause become one finding for each rule, with what would mend it.
pub fn explain(recognised: &Recognised, checks: &mut [Check]) -> Explained {
    let mut explained = Explained::default();
    for (number, table) in recognised.tables.iter().enumerate() {
        let Some(system) = System::new(table) else {
            continue;
        };
        if system.broken().is_empty() {
            continue;
        }
        let witnesses = witness::find(&system, checks);
        let causes = causes::find(&system, &witnesses);
        joint::apply(&system, &causes, &witnesses, checks, number, &mut explained);
    }
    told::join(checks, &mut explained);
    stops(checks, &mut explained);
    explained
}

/// Where the text merely stops, the tables of the sections behind are missing for the same reason.
fn stops(checks: &[Check], explained: &mut Explained) {
    let violated = |check: &Check, code: &str| {
        check.rule.code == code && check.verdict == Verdict::Violated && check.finding.is_some()
    };
    // Only the finding that the text stops has the end of the text as its place.
    let end = checks
        .iter()
        .position(|check| violated(check, "F101") && !check.evidence.is_empty());
    let Some(end) = end else { return };
    let without_heading = checks
        .iter()
        .enumerate()
        .filter(|(_, check)| violated(check, "F201") && check.evidence.is_empty());
    let parts = without_heading.map(|(at, _)| (at, end));
    explained.parts.extend(parts);
}

/// The causes of one table's broken sums; links of the text among the checks take part as witnesses.
#[must_use]
pub fn causes(table: &TableRead, checks: &[Check]) -> Vec<Cause> {
    let Some(system) = System::new(table) else {
        return Vec::new();
    };
    let witnesses = witness::find(&system, checks);
    causes::find(&system, &witnesses)
}
