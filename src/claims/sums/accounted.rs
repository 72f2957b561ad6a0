//! Numbers around a list that account for what its parts and its whole differ by.

use crate::{
    claims::reading::page::{Page, any},
    text::Number,
};

/// Whether the numbers around parts say that they need not add up to the whole: one between whole and parts is theirs,
/// one in a remark behind the last is what they differ by, or the whole is what there is once some are gone.
/// `收案16件,审结上年案件9件,其中直接起诉5件、复议后起诉4件`, `注销16个,保留128个(含新开2个)`.
pub(super) fn made_up(page: &Page, whole: usize, parts: &[usize]) -> bool {
    let (Some(&first), Some(&last)) = (parts.first(), parts.last()) else {
        return false;
    };
    let sum: Number = page.values(parts).into_iter().sum();
    let total = page.mentions[whole].value;
    let between = (whole + 1..first).any(|at| page.mentions[at].value == sum);
    let remark = page.mentions.get(last + 1).is_some_and(|next| {
        next.value == (sum - total).abs() && page.gap(last, last + 1).starts_with('(')
    });
    let kept = any(page.label(whole), &["现有", "现存", "在用"])
        && parts
            .iter()
            .any(|&at| any(page.label(at), &["关停", "注销"]));
    sum != total && (between || remark || kept)
}

/// Whether the number behind a total is what it and the sum of parts differ by:
/// `建议86件、提案112件,196件均按时办结,2件延期`, `上半年12次,下半年14次,全年28次(含述职2次)`.
pub(in crate::claims::sums) fn lacking(page: &Page, total: usize, sum: Number) -> bool {
    let next = page.mentions.get(total + 1);
    next.is_some_and(|next| next.value == (sum - page.mentions[total].value).abs())
}
