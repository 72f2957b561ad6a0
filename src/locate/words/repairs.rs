//! What cells may be changed to, and why.

use super::{MOST_CHANGES, MOST_WAYS, bracketed, label};
use crate::{
    locate::{
        causes::{Cause, Change, Sure, Way},
        system::System,
    },
    rule::{Bilingual, Repair, counted},
};

/// The ways to show, each as its repairs, the likeliest first.
pub(in crate::locate) fn repairs(system: &System<'_>, cause: &Cause) -> Vec<Repair> {
    /// Where a single sum is broken, any of its parts might be wrong by as much; naming one without a reason is a guess.
    const REASON: u32 = 80;
    let single = cause.broken.len() == 1;
    let shown: Vec<&Way> = match cause.sure {
        Sure::Only => cause.ways.iter().take(1).collect(),
        Sure::Open if single => cause.ways.iter().filter(|way| way.cost <= REASON).collect(),
        Sure::Open if cause.ways.len() > MOST_WAYS => Vec::new(),
        Sure::Likely | Sure::Open => cause.ways.iter().collect(),
    };
    let ways = shown
        .into_iter()
        .filter(|way| way.changes.len() <= MOST_CHANGES);
    let ways = ways.take(MOST_WAYS).enumerate();
    ways.flat_map(|(at, way)| {
        let repair = move |change: &Change| repair(system, way, change, at, single);
        way.changes.iter().filter_map(repair).collect::<Vec<_>>()
    })
    .collect()
}

pub(super) fn repair(
    system: &System<'_>,
    way: &Way,
    change: &Change,
    at: usize,
    single: bool,
) -> Option<Repair> {
    Some(Repair {
        evidence: system.table().evidence(change.slot)?,
        value: change.value,
        restores: way.restores,
        why: why(system, way, change, single),
        way: at,
    })
}

pub(super) fn why(system: &System<'_>, way: &Way, change: &Change, single: bool) -> Bilingual {
    let (due, slip, count) = (
        system.number(change.to),
        bracketed(change.slip),
        way.restores,
    );
    let others: Vec<&Change> = way
        .changes
        .iter()
        .filter(|other| other.slot != change.slot)
        .collect();
    if single {
        return Bilingual::new(
            format!("如其余各格无误，应为 {due}{}。", slip.zh),
            format!(
                "If the other cells are right, it should be {due}{}.",
                slip.en
            ),
        );
    }
    let relations = counted(count, "relation");
    match others[..] {
        [] => Bilingual::new(
            format!("改为 {due} 可使 {count} 个关系同时成立{}。", slip.zh),
            format!("{due} would make {relations} hold{}.", slip.en),
        ),
        [other] => {
            let (name, value) = (label(system, other.slot), other.value);
            Bilingual::new(
                format!(
                    "改为 {due}，同时“{name}”改为 {value}，可使 {count} 个关系成立{}。",
                    slip.zh
                ),
                format!(
                    "{due}, with “{name}” as {value}, would make {relations} hold{}.",
                    slip.en
                ),
            )
        }
        [..] => Bilingual::new(
            format!(
                "改为 {due}，同时改另外 {} 格，可使 {count} 个关系成立{}。",
                others.len(),
                slip.zh
            ),
            format!(
                "{due}, with {} changed, would make {relations} hold{}.",
                counted(others.len(), "other cell"),
                slip.en
            ),
        ),
    }
}
