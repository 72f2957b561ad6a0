//! Sets of cells that mend broken sums together, and what they leave behind.

use crate::{
    locate::{
        search::{self, Set},
        system::System,
    },
    text::order::Order,
};

/// The whole rows or columns that explain everything.
pub(super) fn lines(system: &System<'_>, equalities: &[usize]) -> Vec<Set> {
    let form = system.form;
    let rows = form
        .rows
        .iter()
        .map(|row| row.slots.clone().collect::<Vec<_>>());
    let columns = (0..form.columns.len()).map(|column| {
        let slots = 0..form.slots.len();
        slots
            .filter(|&slot| form.slots[slot].column == column)
            .collect::<Vec<_>>()
    });
    let lines = rows
        .chain(columns)
        .filter(|slots| slots.len() > search::MOST_CELLS);
    let mut sets: Vec<Set> = lines
        .filter_map(|slots| search::line(system, equalities, &slots))
        .collect();
    let least = sets.iter().map(Vec::len).min().unwrap_or(0);
    sets.retain(|set| set.len() == least);
    sets.order_by(Ord::cmp);
    sets.dedup();
    sets
}

/// The cells all of whose sums, at least two, are broken by the same, where no other such cell has a sum with them.
pub(super) fn alone(system: &System<'_>, equalities: &[usize]) -> Set {
    let rows: Vec<_> = equalities
        .iter()
        .map(|&relation| system.row(relation))
        .collect();
    let mut found: Vec<(usize, i128, Vec<usize>)> = Vec::new();
    for slot in (0..system.values.len()).filter(|&slot| system.open[slot]) {
        let of: Vec<usize> = (0..rows.len())
            .filter(|&at| rows[at].of(slot) != 0)
            .collect();
        let mut needed: Vec<i128> = of
            .iter()
            .map(|&at| rows[at].rest * rows[at].of(slot))
            .collect();
        needed.dedup();
        if let ([change], 2..) = (&needed[..], of.len())
            && *change != 0
            && let Some(value) = system.values[slot]
            && search::fits(system, &[(slot, value + change)])
        {
            found.push((slot, value + change, of));
        }
    }
    let meets = |one: &[usize], other: &[usize]| one.iter().any(|at| other.contains(at));
    let single = |at: &usize| {
        let others = found.iter().enumerate().filter(|(other, _)| other != at);
        others
            .into_iter()
            .all(|(_, other)| !meets(&found[*at].2, &other.2))
    };
    let alone = (0..found.len()).filter(single);
    alone.map(|at| (found[at].0, found[at].1)).collect()
}

/// The broken sums that a set restores.
pub(super) fn restored(system: &System<'_>, broken: &[usize], set: &[(usize, i128)]) -> Vec<usize> {
    let touched = |relation: &&usize| {
        let mut slots = system.form.relations[**relation].slots();
        slots.any(|slot| set.iter().any(|change| change.0 == slot))
    };
    broken.iter().filter(touched).copied().collect()
}

pub(super) fn pieces_in(
    system: &System<'_>,
    set: &Set,
    broken: &[usize],
    part: &[usize],
) -> Vec<Set> {
    let inside = |piece: &Set| {
        restored(system, broken, piece)
            .iter()
            .any(|relation| part.contains(relation))
    };
    pieces(system, set).into_iter().filter(inside).collect()
}

/// A set cut into the changes that have sums in common.
pub(super) fn pieces(system: &System<'_>, set: &Set) -> Vec<Set> {
    let all: Vec<usize> = system.equalities().collect();
    let mut pieces: Vec<(Set, Vec<usize>)> = Vec::new();
    for &change in set {
        let mut piece = vec![change];
        let mut sums = restored(system, &all, &piece);
        pieces.retain_mut(|other| {
            let apart = other.1.iter().all(|relation| !sums.contains(relation));
            if !apart {
                piece.append(&mut other.0);
                sums.append(&mut other.1);
            }
            apart
        });
        piece.order();
        pieces.push((piece, sums));
    }
    pieces.into_iter().map(|piece| piece.0).collect()
}
