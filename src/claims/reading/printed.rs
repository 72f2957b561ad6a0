//! Words of the official forms that have numbers of their own: where a table arrives as lines, they are no claims.

use crate::{
    forms,
    text::{
        folded::fold_str,
        words::{Glance, has, places},
    },
};
use std::{ops::Range, sync::LazyLock};

/// The remarks of all forms' rows that name a number: 不同渠道和方式公开相同信息计1条.
static REMARKS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let rows = forms::all().iter().flat_map(|form| &form.tables);
    let labels = rows.flat_map(|table| &table.rows).map(|row| &*row.printed);
    let folded: Vec<String> = labels.map(fold_str).collect();
    let remarks = folded.iter().flat_map(|label| label.split(['(', ')', '.']));
    remarks
        .filter(|remark| remark.contains(|c: char| c.is_ascii_digit()) && remark.len() > SHORT)
        .map(str::to_owned)
        .collect()
});
/// A shorter text may stand in a remark by chance, in bytes.
const SHORT: usize = 12;

/// Where such words stand in a folded text.
pub(in crate::claims) fn labels(text: &str, glance: &Glance) -> Vec<Range<usize>> {
    let bare = text.trim_matches(['(', ')', ',', '。']);
    if bare.len() > SHORT
        && REMARKS
            .iter()
            .any(|remark| remark.len() >= bare.len() && has(remark, bare))
    {
        return std::iter::once(0..text.len()).collect();
    }
    let remarks = REMARKS.iter().filter(|remark| glance.may_have(remark));
    remarks
        .flat_map(|remark| places(text, remark).map(|at| at..at + remark.len()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_label(text: &str, at: usize) -> bool {
        let labels = labels(text, &Glance::new(text));
        labels.iter().any(|label| label.contains(&at))
    }

    #[test]
    fn a_number_of_a_label_is_told_from_a_claim() {
        let label = "(一)主动公开政府信息数(不同渠道和方式公开相同信息计1条)";
        assert!(in_label(label, label.find('1').unwrap_or_default()));
        let end = "和方式公开相同信息计1条)";
        assert!(in_label(end, end.find('1').unwrap_or_default()));
        let claim = "主动公开政府信息11条";
        assert!(!in_label(claim, claim.find('1').unwrap_or_default()));
        assert!(!in_label("1条", 0));
    }
}
