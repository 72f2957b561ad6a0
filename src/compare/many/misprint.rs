//! A figure of the whole that differs because one body's report has another figure than its own sums give.

use super::{
    members::{Member, Members},
    sums::Sum,
    words,
};
use crate::{
    facts::Unit,
    forms::{self, Comparison, Relation, Term},
    rule::Bilingual,
    text::Number,
};

/// What is said where with another figure of one body its own sums hold as well as that of the whole.
pub(super) fn of(sum: &Sum<'_>, members: &Members<'_>) -> Option<Bilingual> {
    let mut found = members.added.iter().filter_map(|member| {
        let printed = member.facts.in_sum(&sum.fact.id)?;
        let due = printed.checked_add(sum.difference)?;
        let possible = sum.fact.unit == Unit::Change || !due.is_sign_negative();
        (possible && is_mended(sum, member, due)).then_some((member, printed, due))
    });
    let (member, printed, due) = found.next()?;
    let only = found.next().is_none();
    only.then(|| words::misprinted(&member.name, printed, due))
}

/// Whether a sum of the body with that figure is broken, and all hold with the one that is due.
fn is_mended(sum: &Sum<'_>, member: &Member<'_>, due: Number) -> bool {
    let has = |terms: &[Term]| terms.iter().any(|term| term.slot == sum.slot);
    let own = sum.table.relations.iter().filter(|relation| {
        relation.comparison == Comparison::Equal && (has(&relation.left) || has(&relation.right))
    });
    let holds = |relation: &Relation, due: Option<Number>| {
        let value = |slot: usize| match due {
            Some(due) if slot == sum.slot => Some(due),
            _ => member.facts.in_sum(&sum.table.slots[slot].id),
        };
        Some(forms::sum(&relation.left, value)? == forms::sum(&relation.right, value)?)
    };
    let (mut broken, mut mended) = (false, true);
    for relation in own {
        broken |= holds(relation, None) == Some(false);
        mended &= holds(relation, Some(due)) != Some(false);
    }
    broken && mended
}
