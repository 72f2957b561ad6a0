//! Rules about single cells: lost, unreadable, blank, negative, fractional.

use super::{
    catalogue::{F206, F207, F208},
    losses,
};
use crate::{
    facts::Unit,
    recognise::{Held, Status, TableRead},
    rule::{Bilingual, Check, Evidence, Finding, Rule, counted},
};

/// Applies them to every cell that was found.
pub(super) fn apply(table: &TableRead, checks: &mut Vec<Check>) {
    if matches!(table.status, Status::Missing | Status::Picture) {
        return;
    }
    for (slot, held) in table.held.iter().enumerate() {
        if let Some(held) = held {
            count(table, slot, held, checks);
        }
    }
    losses::apply(table, checks);
    blanks(table, checks);
}

fn plain(rule: &'static Rule, evidence: &[Evidence], message: Bilingual) -> Finding {
    let found = evidence
        .first()
        .and_then(|first| first.value)
        .map(|value| value.normalize().to_string());
    Finding {
        found,
        ..Finding::new(rule.severity, message)
    }
}

/// Counts are whole and not negative; amounts of money are not negative.
fn count(table: &TableRead, slot: usize, held: &Held, checks: &mut Vec<Check>) {
    let form = &table.form.slots[slot];
    let (Some(number), Some(evidence)) = (held.number, table.evidence(slot)) else {
        return;
    };
    let label = &form.label;
    if form.unit != Unit::Change {
        let bad = number.is_sign_negative() && !number.is_zero();
        let finding = bad.then(|| {
            let message = Bilingual::new(
                format!("“{label}”印为 {number}，数量不应小于 0。"),
                format!("“{label}” is printed as {number}; a count cannot be below 0."),
            );
            plain(&F207, std::slice::from_ref(&evidence), message)
        });
        checks.push(Check::of(&F207, vec![evidence.clone()], finding));
    }
    if form.unit == Unit::Count {
        let bad = !number.fract().is_zero();
        let finding = bad.then(|| {
            let message = Bilingual::new(
                format!("“{label}”印为 {number}，件数应为整数。"),
                format!("“{label}” is printed as {number}; a count must be whole."),
            );
            plain(&F208, std::slice::from_ref(&evidence), message)
        });
        checks.push(Check::of(&F208, vec![evidence], finding));
    }
}

/// Blanks and marks, once a table.
fn blanks(table: &TableRead, checks: &mut Vec<Check>) {
    let empty: Vec<usize> = (0..table.held.len())
        .filter(|&slot| table.held[slot].as_ref().is_some_and(Held::is_empty))
        .collect();
    let evidence: Vec<Evidence> = empty
        .iter()
        .filter_map(|&slot| table.evidence(slot))
        .collect();
    if empty.is_empty() {
        checks.push(Check::holds(&F206, evidence));
        return;
    }
    let (count, title) = (empty.len(), &table.form.title);
    let message = Bilingual::new(
        format!(
            "“{title}”表中有 {count} 个单元格留空或填“/”，求和时按 0 计；没有发生的，建议填 0。"
        ),
        format!(
            "Table “{title}” has {} left blank or marked “/”; sums count that as 0. Where nothing happened, print 0.",
            counted(count, "cell")
        ),
    );
    let finding = plain(&F206, &evidence, message);
    checks.push(Check::violated(&F206, evidence, finding));
}
