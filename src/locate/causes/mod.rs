//! The causes of broken sums: each with all the ways in which it could be mended, the likeliest first.

mod sets;

use super::{
    search::{self, Set},
    slip::{self, Event, Slip},
    system::System,
    witness::Witness,
};
use crate::text::{Number, order::Order};
use sets::{alone, lines, pieces, pieces_in, restored};

/// One value that would stand elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The cell, by its number in the form.
    pub slot: usize,
    /// What is printed; 0 where nothing is.
    pub printed: Number,
    /// What would stand there.
    pub value: Number,
    /// What is printed, in the smallest printed unit.
    pub(super) from: i128,
    /// What would stand there, likewise.
    pub(super) to: i128,
    /// The slip that it would be.
    pub slip: Slip,
}

/// A set of changes that restores everything that its cause broke.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// The changes, in the order of the form.
    pub changes: Vec<Change>,
    /// What they have in common.
    pub event: Event,
    /// How unlikely it is.
    pub cost: u32,
    /// How many broken sums it restores.
    pub restores: usize,
    /// How many figures of the text, and relations such as that a part is at most the whole, speak for it that do
    /// not agree with the table as printed.
    pub supported: usize,
}

/// How sure a cause is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sure {
    /// Only one way leaves every other cell as it is.
    Only,
    /// One way is much likelier than the others.
    Likely,
    /// It cannot be known.
    Open,
}

/// Broken sums of one table that one slip explains.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// The broken sums, by their number in the form.
    pub broken: Vec<usize>,
    /// The ways to mend them, the likeliest first; none where nothing was found.
    pub ways: Vec<Way>,
    /// How sure the first way is.
    pub sure: Sure,
    /// Whether the search was cut, so that there may be other ways.
    pub cut: bool,
}

/// A way that is cheaper than the next by so much is likely.
const MARGIN: u32 = 30;
/// Of smaller values two are often each other's by chance.
const TEN: Number = Number::TEN;
/// What a figure of the text weighs.
const WORD: u32 = 45;

/// All causes of the broken sums of one table.
pub(super) fn find(system: &System<'_>, witnesses: &[Witness]) -> Vec<Cause> {
    let mut causes = Vec::new();
    for equalities in system.components() {
        component(system, &equalities, witnesses, &mut causes);
    }
    causes.order_by_key(|cause| cause.broken.clone());
    causes
}

fn component(
    system: &System<'_>,
    equalities: &[usize],
    witnesses: &[Witness],
    causes: &mut Vec<Cause>,
) {
    let is_broken = |relation: &&usize| !system.holds(**relation, &[]);
    let broken: Vec<usize> = equalities.iter().filter(is_broken).copied().collect();
    if broken.is_empty() {
        return;
    }
    let outcome = search::smallest(system, equalities);
    if !outcome.sets.is_empty() {
        parts(
            system,
            &broken,
            &outcome.sets,
            outcome.cut,
            witnesses,
            causes,
        );
        return;
    }
    let lines = lines(system, equalities);
    if !lines.is_empty() {
        parts(system, &broken, &lines, false, witnesses, causes);
        return;
    }
    many(system, equalities, &broken, witnesses, causes);
}

fn cause(
    system: &System<'_>,
    broken: Vec<usize>,
    sets: &[Set],
    cut: bool,
    witnesses: &[Witness],
) -> Cause {
    let single = broken.len() == 1;
    let way = |set: &Set| way(system, set, &broken, witnesses);
    let mut ways: Vec<Way> = sets.iter().map(way).collect();
    ways.order_by_key(|way| {
        (
            way.cost,
            way.changes
                .iter()
                .map(|change| change.slot)
                .collect::<Vec<_>>(),
        )
    });
    let sure = match &ways[..] {
        [] => Sure::Open,
        [_] if single => Sure::Open,
        [only] if cut || matches!(only.event, Event::Row | Event::Column) => Sure::Likely,
        [_] => Sure::Only,
        [first, second, ..] => {
            let clear = first.cost + MARGIN <= second.cost;
            let said = first.supported > second.supported;
            if clear && (said || !single) {
                Sure::Likely
            } else {
                Sure::Open
            }
        }
    };
    Cause {
        broken,
        ways,
        sure,
        cut,
    }
}

fn way(system: &System<'_>, set: &Set, broken: &[usize], witnesses: &[Witness]) -> Way {
    let event = slip::event(system, set);
    let single = broken.len() == 1;
    let change = |&(slot, to): &(usize, i128)| {
        let from = system.values[slot].unwrap_or(0);
        Change {
            slot,
            printed: system.number(from),
            value: system.number(to),
            from,
            to,
            slip: slip::of(system, slot, to, single),
        }
    };
    let changes: Vec<Change> = set.iter().map(change).collect();
    let each: u32 = changes.iter().map(|change| change.slip.cost()).sum();
    let mut cost = match event {
        Event::Exchanged if changes.iter().any(|change| change.printed >= TEN) => 70,
        Event::Single | Event::Exchanged | Event::Rebooked => each,
        Event::Followed => changes.first().map_or(100, |change| change.slip.cost()) + 20,
        Event::Row | Event::Column => 120,
    };
    let said = witnesses.iter().filter(|witness| witness.concerns(set));
    let mut supported = 0;
    for witness in said {
        match (witness.agrees(system, &[]), witness.agrees(system, set)) {
            (false, true) => {
                supported += 1;
                cost = cost.saturating_sub(WORD);
            }
            (true, false) => cost += WORD,
            _ => {}
        }
    }
    for relation in system.inequalities() {
        if !system.holds(relation, &[]) && system.holds(relation, set) {
            supported += 1;
            cost = cost.saturating_sub(WORD);
        }
    }
    let restores = restored(system, broken, set).len();
    Way {
        changes,
        event,
        cost,
        restores,
        supported,
    }
}

/// More wrong cells than are searched for together: those that stand alone are taken first, one by one.
fn many(
    system: &System<'_>,
    equalities: &[usize],
    broken: &[usize],
    witnesses: &[Witness],
    causes: &mut Vec<Cause>,
) {
    let alone = alone(system, equalities);
    let mut rest = system.clone();
    for &(slot, value) in &alone {
        rest.values[slot] = Some(value);
        rest.open[slot] = false;
    }
    let is_broken = |relation: &&usize| !rest.holds(**relation, &[]);
    let left: Vec<usize> = broken.iter().filter(is_broken).copied().collect();
    for &change in &alone {
        let set = vec![change];
        let restored = restored(system, broken, &set);
        causes.push(cause(system, restored, &[set], true, witnesses));
    }
    if left.is_empty() {
        return;
    }
    let sets = if alone.is_empty() {
        Vec::new()
    } else {
        let sets = search::smallest(&rest, equalities).sets;
        if sets.is_empty() {
            lines(&rest, equalities)
        } else {
            sets
        }
    };
    if sets.is_empty() {
        let sure = Sure::Open;
        causes.push(Cause {
            broken: left,
            ways: Vec::new(),
            sure,
            cut: true,
        });
    } else {
        parts(&rest, &left, &sets, true, witnesses, causes);
    }
}

/// Sets that explain everything, taken apart into causes that have nothing to do with one another.
fn parts(
    system: &System<'_>,
    broken: &[usize],
    sets: &[Set],
    cut: bool,
    witnesses: &[Witness],
    causes: &mut Vec<Cause>,
) {
    let mut pieces: Vec<Set> = sets.iter().flat_map(|set| pieces(system, set)).collect();
    pieces.order();
    pieces.dedup();
    let mut parts: Vec<Vec<usize>> = broken.iter().map(|&relation| vec![relation]).collect();
    for piece in &pieces {
        let restored = restored(system, broken, piece);
        let meets = |part: &Vec<usize>| part.iter().any(|relation| restored.contains(relation));
        let (joined, apart): (Vec<_>, Vec<_>) = parts.into_iter().partition(meets);
        parts = apart;
        let mut joined = joined.concat();
        joined.order();
        parts.push(joined);
    }
    parts.order_by(Ord::cmp);
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        let mut ways: Vec<Set> = sets
            .iter()
            .map(|set| {
                let own = pieces_in(system, set, broken, &part);
                own.into_iter().flatten().collect()
            })
            .filter(|set: &Set| !set.is_empty())
            .collect();
        ways.order_by(Ord::cmp);
        ways.dedup();
        causes.push(cause(system, part, &ways, cut, witnesses));
    }
}
