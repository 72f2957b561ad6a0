//! The smallest sets of cells whose change restores all equalities: error localisation after Fellegi and Holt.
//!
//! An equality that contradicts the changes chosen so far, or a combination of several, can only be mended by one of
//! the cells in it; so the search branches over the cells of the contradiction with the fewest, and is exact.

use super::system::{Row, System};
use crate::text::order::Order;
use std::rc::Rc;

/// The most cells that are changed together.
pub(super) const MOST_CELLS: usize = 3;
/// The most steps of one search.
const MOST_STEPS: usize = 3_000;
/// The most sets that are compared.
const MOST_SETS: usize = 600;

/// A set of cells, each with the value that it would have, in units.
pub(super) type Set = Vec<(usize, i128)>;

/// What a search came to.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// All smallest sets, in the order of the form.
    pub(super) sets: Vec<Set>,
    /// Whether the bound was met, so that there may be others.
    pub(super) cut: bool,
}

/// The equalities with the cells chosen so far eliminated.
#[derive(Clone)]
struct Node {
    rows: Vec<Rc<Row>>,
    pivots: Vec<(usize, Rc<Row>)>,
}

struct Search<'a> {
    system: &'a System<'a>,
    /// Cells that may not be chosen any more.
    shut: Vec<bool>,
    steps: usize,
    found: Vec<Set>,
}

/// All smallest sets of at most [`MOST_CELLS`] cells that restore the equalities, in the order of the form.
pub(super) fn smallest(system: &System<'_>, equalities: &[usize]) -> Outcome {
    let mut search = Search {
        system,
        shut: system.open.iter().map(|open| !open).collect(),
        steps: 0,
        found: Vec::new(),
    };
    let root = Node::new(system, equalities);
    for most in 1..=MOST_CELLS {
        search.run(&root, most);
        if !search.found.is_empty() || search.is_cut() {
            break;
        }
    }
    let cut = search.is_cut();
    let mut sets = search.found;
    sets.order_by(Ord::cmp);
    sets.dedup();
    Outcome { sets, cut }
}

/// The change of many cells of one line, a row or a column of the table, that restores the equalities, if one does.
pub(super) fn line(system: &System<'_>, equalities: &[usize], slots: &[usize]) -> Option<Set> {
    let mut node = Node::new(system, equalities);
    if node
        .conflicts()
        .any(|row| slots.iter().all(|&slot| row.of(slot) == 0))
    {
        return None;
    }
    for &slot in slots.iter().filter(|&&slot| system.open[slot]) {
        if let Some(next) = node.choose(slot) {
            node = next;
        }
    }
    if node.conflicts().next().is_some() {
        return None;
    }
    let mut set = node.set(system)?;
    set.retain(|&(slot, value)| Some(value) != system.values[slot]);
    (!set.is_empty() && fits(system, &set)).then_some(set)
}

/// Whether the values can stand there, and break no inequality that holds.
pub(super) fn fits(system: &System<'_>, set: &[(usize, i128)]) -> bool {
    let possible = |&(slot, value): &(usize, i128)| system.possible(slot, value);
    set.iter().all(possible)
        && system.inequalities().all(|relation| {
            let soft = system.form.relations[relation].soft;
            soft || system.holds(relation, set) || !system.holds(relation, &[])
        })
}

impl Search<'_> {
    fn is_cut(&self) -> bool {
        self.steps >= MOST_STEPS || self.found.len() >= MOST_SETS
    }

    fn run(&mut self, node: &Node, most: usize) {
        self.steps += 1;
        if self.is_cut() {
            return;
        }
        let Some(slots) = self.candidates(node, most) else {
            if let Some(set) = node.set(self.system)
                && set
                    .iter()
                    .all(|&(slot, value)| self.system.values[slot] != Some(value))
                && fits(self.system, &set)
            {
                self.found.push(set);
            }
            return;
        };
        for &slot in &slots {
            if let Some(next) = node.choose(slot) {
                self.run(&next, most - 1);
            }
            self.shut[slot] = true;
        }
        for slot in slots {
            self.shut[slot] = false;
        }
    }

    /// The cells of which one must be chosen; nothing where all equalities hold.
    fn candidates(&self, node: &Node, most: usize) -> Option<Vec<usize>> {
        let open = |row: &Row| -> Vec<usize> {
            let slots = row.terms.iter().map(|term| term.0);
            slots.filter(|&slot| !self.shut[slot]).collect()
        };
        let mut conflicts: Vec<Vec<usize>> = node.conflicts().map(open).collect();
        if conflicts.is_empty() {
            return None;
        }
        if most == 0 {
            return Some(Vec::new());
        }
        conflicts.order_by_key(Vec::len);
        let reach = Reach::new(&conflicts, self.shut.len());
        if disjoint(&conflicts) > most || reach.most(most) < conflicts.len() {
            return Some(Vec::new());
        }
        let (first, others) = conflicts.split_first()?;
        let mut slots = first.clone();
        let rest = reach.most(most - 1);
        slots.retain(|&slot| reach.counts[slot] + rest >= conflicts.len());
        if most == 1 {
            slots.retain(|slot| others.iter().all(|other| other.contains(slot)));
        }
        Some(slots)
    }
}

/// In how many contradictions each cell stands: every contradiction needs one of the cells chosen.
struct Reach {
    counts: Vec<usize>,
    sorted: Vec<usize>,
}

impl Reach {
    fn new(conflicts: &[Vec<usize>], slots: usize) -> Self {
        let mut counts = vec![0; slots];
        for &slot in conflicts.iter().flatten() {
            counts[slot] += 1;
        }
        let mut sorted = counts.clone();
        sorted.order_by(|a, b| b.cmp(a));
        Self { counts, sorted }
    }

    /// The most contradictions that so many cells can stand in.
    fn most(&self, cells: usize) -> usize {
        self.sorted.iter().take(cells).sum()
    }
}

/// How many of the contradictions, taken one after the other, have no cell in common: so many cells it takes at least.
fn disjoint(conflicts: &[Vec<usize>]) -> usize {
    let mut taken: Vec<usize> = Vec::new();
    let mut count = 0;
    for conflict in conflicts {
        if conflict.iter().all(|slot| !taken.contains(slot)) {
            taken.extend(conflict);
            count += 1;
        }
    }
    count
}

impl Node {
    fn new(system: &System<'_>, equalities: &[usize]) -> Self {
        let row = |&relation: &usize| Rc::new(system.row(relation));
        Self {
            rows: equalities.iter().map(row).collect(),
            pivots: Vec::new(),
        }
    }

    /// The equalities that contradict the cells chosen.
    fn conflicts(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().map(Rc::as_ref).filter(|row| row.rest != 0)
    }

    /// The system once a cell may change; nothing where its change would not be determined.
    fn choose(&self, slot: usize) -> Option<Self> {
        let with = |row: &&Rc<Row>| row.of(slot) != 0;
        let pivot = self
            .rows
            .iter()
            .filter(with)
            .min_by_key(|row| row.terms.len())?;
        let without = |row: &Rc<Row>| match row.of(slot) {
            0 => Some(Rc::clone(row)),
            _ => row.without(slot, pivot).map(Rc::new),
        };
        let others = self.rows.iter().filter(|row| !Rc::ptr_eq(row, pivot));
        let rows: Option<Vec<_>> = others.map(without).collect();
        let pivots = self.pivots.iter();
        let pivots: Option<Vec<_>> = pivots.map(|(at, row)| Some((*at, without(row)?))).collect();
        let mut pivots = pivots?;
        pivots.push((slot, Rc::clone(pivot)));
        Some(Self {
            rows: rows?,
            pivots,
        })
    }

    /// The values of the cells chosen, all others unchanged; nothing where one would not be a number of units.
    fn set(&self, system: &System<'_>) -> Option<Set> {
        let value = |(slot, row): &(usize, Rc<Row>)| {
            let by = row.of(*slot);
            let whole = by != 0 && row.rest % by == 0;
            Some((*slot, system.values[*slot]? + whole.then(|| row.rest / by)?))
        };
        let mut set: Set = self.pivots.iter().map(value).collect::<Option<_>>()?;
        set.order();
        Some(set)
    }
}
