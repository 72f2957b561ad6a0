//! The sums of a table without a form.

use super::{Content, LEAST};
use crate::rules::catalogue::T601;
use crate::{
    rule::{Bilingual, Cause, Check, Evidence, Finding},
    text::{Number, Span, number::plain},
};

/// A total and what it should be the sum of.
pub(super) struct Sum {
    label: String,
    total: (Number, Span),
    parts: Vec<(Number, Span)>,
}

/// A sum where all cells are numbers or empty and enough are numbers.
pub(super) fn sum<'a>(
    label: String,
    total: &Content,
    parts: impl Iterator<Item = &'a Content>,
) -> Option<Sum> {
    let Content::Number(value, span) = total else {
        return None;
    };
    let mut found = Vec::new();
    for part in parts {
        match part {
            Content::Number(value, span) => found.push((*value, *span)),
            Content::Empty => {}
            Content::Text(_) => return None,
        }
    }
    let total = (*value, *span);
    (found.len() >= LEAST).then_some(Sum {
        label,
        total,
        parts: found,
    })
}

impl Sum {
    pub(super) fn added(&self) -> Option<Number> {
        let values = self.parts.iter().map(|(value, _)| *value);
        values
            .into_iter()
            .try_fold(Number::ZERO, Number::checked_add)
    }

    pub(super) fn holds(&self) -> bool {
        self.added() == Some(self.total.0)
    }

    /// Whether the print does not say what adds up to what: decimals that may be rounded, a total below its parts, parts
    /// of which some are the total already.
    pub(super) fn is_doubtful(&self) -> bool {
        let all = || {
            self.parts
                .iter()
                .chain([&self.total])
                .map(|(value, _)| *value)
        };
        let rounded = all().any(|value| !value.fract().is_zero());
        let weak = self.label.contains("总数") && all().any(|value| value > self.total.0);
        rounded && self.is_near() || weak || self.has_levels()
    }

    /// Whether rounding of each part may explain the difference.
    pub(super) fn is_near(&self) -> bool {
        let places = self
            .parts
            .iter()
            .map(|(value, _)| value.scale())
            .max()
            .unwrap_or(0);
        let step = Number::new(1, places.min(28));
        let most = step.checked_mul(Number::from(self.parts.len() as u64 + 1));
        let gap = self.added().map(|added| (added - self.total.0).abs());
        gap.zip(most).is_some_and(|(gap, most)| gap + gap <= most)
    }

    /// Whether some part is itself the sum of those next to it, or some parts are the total, so that there are levels.
    pub(super) fn has_levels(&self) -> bool {
        let mut values: Vec<Number> = self.parts.iter().map(|(value, _)| *value).collect();
        let run = |values: &[Number]| {
            let mut sum = Number::ZERO;
            values.iter().enumerate().any(|(count, value)| {
                sum = sum.saturating_add(*value);
                count > 0 && count + 1 < values.len() && sum == self.total.0 && !sum.is_zero()
            })
        };
        let starts = run(&values);
        values.reverse();
        if starts && run(&values) {
            return true;
        }
        (0..values.len()).any(|at| {
            let adds = |others: &mut dyn Iterator<Item = &Number>| {
                let mut sum = Number::ZERO;
                others.enumerate().any(|(count, value)| {
                    sum = sum.saturating_add(*value);
                    count > 0 && sum == values[at] && !sum.is_zero()
                })
            };
            adds(&mut values[at + 1..].iter()) || adds(&mut values[..at].iter().rev())
        })
    }
}

/// Tells once what a row and a column say together: where one value in the cell that both share mends both sums, the
/// second has no finding of its own.
pub(super) fn told_once(rows: &mut [Check], columns: &mut [Check]) {
    for row in rows {
        let Some(first) = mended(row) else { continue };
        let same = |column: &&mut Check| {
            mended(column).is_some_and(|other| first.iter().any(|mend| other.contains(mend)))
        };
        let Some(column) = columns.iter_mut().find(same) else {
            continue;
        };
        column.finding = None;
        if let Some(finding) = &mut row.finding {
            let label = &*column.evidence[0].label;
            let zh = ["“", label, "”同样不符，改好两处共有的一格即都相符。"].concat();
            let en = [
                " So does not “",
                label,
                "”; one value in the cell that both share mends both.",
            ]
            .concat();
            finding.message.zh.push_str(&zh);
            finding.message.en.push_str(&en);
        }
    }
}

/// What each cell of a sum that does not hold would have to be.
fn mended(check: &Check) -> Option<Vec<(Span, Number)>> {
    check.finding.as_ref()?;
    let (total, parts) = check.evidence.split_first()?;
    let values = parts.iter().filter_map(|part| part.value);
    let added = values.fold(Number::ZERO, Number::saturating_add);
    let gap = total.value? - added;
    let parts = parts
        .iter()
        .filter_map(|part| Some((part.span, part.value?.saturating_add(gap))));
    Some(parts.chain([(total.span, added)]).collect())
}

/// The sums of one direction as checks. Where most do not hold, the table is not understood.
pub(super) fn judged(sums: Vec<Sum>) -> Vec<Check> {
    let broken = sums.iter().filter(|sum| !sum.holds()).count();
    let understood = broken == 0 || sums.len() == 1 || 2 * broken <= sums.len();
    let judge = |sum: Sum| {
        let places = std::iter::once(&sum.total).chain(&sum.parts);
        let evidence = places.map(|&(value, span)| Evidence {
            span,
            label: sum.label.as_str().into(),
            value: Some(value),
        });
        let evidence = evidence.collect();
        match (sum.holds(), sum.added()) {
            (true, _) => Check::holds(&T601, evidence),
            (false, Some(added)) if understood && !sum.is_doubtful() => {
                Check::violated(&T601, evidence, finding(&sum, added))
            }
            _ => Check::undecided(&T601, evidence),
        }
    };
    sums.into_iter().map(judge).collect()
}

pub(super) fn finding(sum: &Sum, added: Number) -> Finding {
    let (label, total) = (&sum.label, plain(sum.total.0));
    let gap = plain((added - sum.total.0).abs());
    let parts: Vec<String> = sum.parts.iter().map(|(value, _)| plain(*value)).collect();
    let added = plain(added);
    Finding {
        severity: T601.severity,
        cause: Cause::Either,
        message: Bilingual::new(
            format!("表中“{label}”印为 {total}，各项相加为 {added}，相差 {gap}。"),
            format!(
                "“{label}” of this table is printed as {total}, the items add to {added}; off by {gap}."
            ),
        ),
        formula: Some(format!("{} = {added} ≠ {total}", parts.join(" + "))),
        terms: None,
        expected: Some(added),
        found: Some(total),
        repairs: Vec::new(),
    }
}
