//! Totals that are said to add up the numbers after them: `共19件,建议6件、提案13件`.

use super::{
    accounted::made_up,
    fits::in_sentence,
    kinds::{akin, closed_by_rest, framed, full_set, graded, in_turn, lesser, negated, pair},
    sure::{grade, near, open_ended, within},
    tell::{same_digits, swap, violation},
    view::{asked, view},
};
use crate::{
    claims::{
        lexicon::lists::{LOWER_BODIES, SORTED},
        reading::{
            list::List,
            page::{Page, any},
            results::Results,
            ways::Way,
        },
    },
    rule::{Check, Severity},
    text::Number,
};

/// A total with 共 that the numbers after it nearly add up to: `建议提案共19件,建议6件、提案13件`.
pub(super) fn stated(
    page: &mut Page,
    list: &List,
    wholes: &[usize],
    results: &Results,
) -> Option<Check> {
    let &whole = wholes.first()?;
    let parts = in_sentence(page, list);
    let total = &page.mentions[whole];
    let serial = in_turn(page, &parts);
    let exact = parts.iter().all(|&at| {
        let part = &page.mentions[at];
        !part.soft && part.unit == total.unit && (serial || !page.words(at).is_empty())
    });
    let values = page.values(&parts);
    let sum: Number = values.iter().sum();
    let close = (sum - total.value).abs() * Number::from(20) <= total.value
        || (total.value >= Number::TEN && swap(&values, total.value));
    let both = page.label(whole).contains("建议") && page.label(whole).contains("提案");
    let one_each = parts.len() == 2
        && page.label(parts[0]).contains("建议")
        && page.label(parts[1]).contains("提案");
    let said = page.label(whole).trim_end_matches(['了', '有']);
    let summed = ["共", "共计", "合计", "总计", "总数"]
        .iter()
        .any(|word| said.ends_with(word));
    let labels: Vec<&str> = parts.iter().map(|&at| page.label(at)).collect();
    let all = (pair(page, &parts) || full_set(&labels)) && !lesser(page, whole, &parts);
    let cases = page.wide(whole).contains("复议") && full_set(&labels);
    let paired = all && (cases || page.wide(whole).contains("诉讼") || near(sum, total.value));
    let announced = page.traits[parts[0]].opener.is_some();
    // Some places may well be left out.
    let bodies = any(page.label(parts[0]), LOWER_BODIES);
    let named = (serial && !bodies) || closed_by_rest(&labels);
    let missing = total.value - sum;
    let full = sum > total.value
        || same_digits(total.value, sum)
        || (named && within(missing, total.value, 1));
    let told = full && (serial || framed(page, &parts));
    let kinds =
        told || any(&page.around(whole), SORTED) || akin(page, whole, &parts) || graded(&labels);
    let sorted = !announced && ((kinds && parts.len() > 2) || negated(page, &parts));
    let ways = !results.older && asked(page, &parts, whole);
    if !(summed || paired || sorted || ways)
        || page.mentions[list.items[0].at].paren != total.paren
        || made_up(page, whole, &parts)
    {
        return None;
    }
    let whole_pair = paired || all && pair(page, &parts) || (both && one_each);
    let outcomes = parts.iter().any(|&at| Way::Results.names(page.words(at)));
    let beside = page.same_sentence(whole, parts[0]) || (view(page, parts[0]) && !outcomes) || ways;
    // 第一季度120个,第二季度56个,第三季度45个: the first is one of the series.
    let serial = any(page.wide(whole), &["季度", "半年"]);
    if serial || total.soft || parts.len() < 2 || !exact || !beside || open_ended(page, &parts) {
        return None;
    }
    if whole_pair || ways {
        return Some(violation(page, whole, &parts, Severity::Error));
    }
    let severity = grade(page, &parts, whole);
    close.then(|| violation(page, whole, &parts, severity))
}
