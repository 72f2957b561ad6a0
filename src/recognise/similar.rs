//! How well the letters before a value fit a label.

use crate::text::{
    character::is_han,
    words::{ends, has},
};

/// How well the end of `gap` fits the best of `labels`, from 0 to a little over 1.
///
/// 1 and more: the gap ends with the label, and the longer the label, the more. 0.8: the label stands somewhere in the
/// gap's tail. Below: the share of the label's letters that stand there in order, as in a damaged print.
#[must_use]
pub fn fit(gap: &str, labels: &[String]) -> f32 {
    let best = ending(gap, labels);
    if best > 0.0 {
        return best;
    }
    let inside = labels.iter().map(|label| inside(gap, label));
    let best = inside.fold(0.0, f32::max);
    if best > 0.0 {
        return best;
    }
    in_pieces(gap, labels)
}

/// How well the gap's end fits a label of which the print has only some letters, or the first ones.
#[must_use]
pub fn in_pieces(gap: &str, labels: &[String]) -> f32 {
    let full = labels.first();
    full.map_or(0.0, |label| damaged(gap, label))
        .max(begun(gap, labels))
}

/// The share of one of the labels that stands at the gap's end, where the label goes on behind the values.
pub(super) fn begun(gap: &str, labels: &[String]) -> f32 {
    let gap = without_last_unit(gap);
    labels
        .iter()
        .map(|label| beginning(gap, label))
        .fold(0.0, f32::max)
}

fn beginning(gap: &str, label: &str) -> f32 {
    const LEAST: usize = 4;
    let length = label.chars().count();
    let ends = label.char_indices().skip(LEAST).map(|(at, _)| at);
    let longest = ends.filter(|&at| gap.ends_with(&label[..at])).last();
    longest.map_or(0.0, |at| {
        0.6 + 0.3 * label[..at].chars().count() as f32 / length as f32
    })
}

/// How well the gap's very end fits one of the labels exactly; 0 where it does not.
#[must_use]
pub fn ending(gap: &str, labels: &[String]) -> f32 {
    endings(gap, std::iter::once(labels)).fold(0.0, f32::max)
}

/// The same for the labels of each of many rows.
pub(super) fn endings<'a>(
    gap: &'a str,
    rows: impl Iterator<Item = &'a [String]>,
) -> impl Iterator<Item = f32> {
    let unit = UNITS.iter().find(|unit| ends(gap, unit));
    let before = unit.map(|unit| &gap[..gap.len() - unit.len()]);
    rows.map(move |labels| match (exact(gap, labels), before) {
        (0.0, Some(before)) => exact(before, labels),
        (found, _) => found,
    })
}

/// Units that may stand in a cell between label and value; the longer ones first.
const UNITS: [&str; 15] = [
    "万元", "人次", "元", "件", "条", "次", "个", "人", "篇", "份", "期", "场", "部", "册", "项",
];

/// How many letters a unit has at the most.
pub(super) const LONGEST_UNIT: usize = 2;

/// Letters without the unit that they begin with.
#[must_use]
pub fn without_unit(letters: &str) -> &str {
    let rest = UNITS.iter().find_map(|unit| letters.strip_prefix(unit));
    rest.unwrap_or(letters)
}

/// Letters without the unit that they end with.
pub(super) fn without_last_unit(letters: &str) -> &str {
    let rest = UNITS.iter().find_map(|unit| letters.strip_suffix(unit));
    rest.unwrap_or(letters)
}

/// Whether some letters are nothing but a unit.
#[must_use]
pub fn is_unit(letters: &str) -> bool {
    UNITS.contains(&letters)
}

fn exact(gap: &str, labels: &[String]) -> f32 {
    labels
        .iter()
        .filter(|label| ends(gap, label) && !gap[..gap.len() - label.len()].ends_with('不'))
        .map(|label| 1.0 + 0.01 * label.chars().count() as f32)
        .fold(0.0, f32::max)
}

fn inside(gap: &str, label: &str) -> f32 {
    if label.chars().count() < 4 {
        return 0.0;
    }
    if has(gap, label) { 0.8 } else { 0.0 }
}

/// The share of the label's letters that a damaged print still has in order, if it is more than half.
fn damaged(gap: &str, label: &str) -> f32 {
    let label: Vec<char> = label.chars().collect();
    if label.len() < 3 || label.len() > 63 {
        return 0.0;
    }
    let tail: Vec<char> = gap.chars().rev().take(label.len() + 10).collect();
    let common = common_subsequence(&label, tail.iter().rev().copied());
    let share = common as f32 / label.len() as f32;
    if share > 0.5 { 0.9 * share } else { 0.0 }
}

/// The length of the longest common subsequence, with one bit for each letter of the label.
fn common_subsequence(label: &[char], text: impl Iterator<Item = char>) -> u32 {
    let full = (1u64 << label.len()) - 1;
    let mut row = full;
    for character in text {
        let mut hits = 0u64;
        for (bit, &letter) in label.iter().enumerate() {
            hits |= u64::from(letter == character) << bit;
        }
        let matched = row & hits;
        row = (row.wrapping_add(matched) | (row - matched)) & full;
    }
    label.len() as u32 - row.count_ones()
}

/// Whether a count with its unit is joined to the next, or to the one before, as in sentences: `许可12件、处罚3件`.
pub(super) fn enumerates(before: &str, after: &str) -> bool {
    const UNITS: [char; 5] = ['件', '条', '次', '个', '万'];
    let counts = |item: &str| {
        let bare = item.trim_end_matches(UNITS);
        bare.len() < item.len() && bare.ends_with(|c: char| c.is_ascii_digit())
    };
    let joined = before.rsplit_once('、');
    joined.is_some_and(|(item, label)| label.chars().all(is_han) && counts(item))
        || after.starts_with(UNITS) && after.trim_start_matches(UNITS).starts_with('、')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(label: &str) -> Vec<String> {
        vec![label.to_owned()]
    }

    #[test]
    fn an_exact_end_beats_everything() {
        assert!(fit("申请人情况一本年新收", &labels("一本年新收")) > 1.0);
        assert!((fit("一予以公开二", &labels("予以公开")) - 0.8).abs() < 1e-6);
        assert!(fit("没有关系", &labels("予以公开")) < 0.1);
    }

    #[test]
    fn damaged_labels_keep_their_share() {
        let share = fit(
            "上结转政府信息公开申请数量",
            &labels("二上年结转政府信息公开申请数量"),
        );
        assert!(share > 0.7 && share < 0.9, "{share}");
    }

    #[test]
    fn common_letters_are_counted_in_order() {
        let label: Vec<char> = "abcd".chars().collect();
        assert_eq!(common_subsequence(&label, "axbxd".chars()), 3);
        assert_eq!(common_subsequence(&label, "dcba".chars()), 1);
    }
}
