//! Whether parts add up to a whole, and whether it is a fault when they do not.

use super::{
    lexicon::{CHANNELS, DIMENSIONS, PAIRS, REST},
    page::{Page, any, finding, plus},
    rules,
    sums::{List, Opener},
    sums_results::{Results, carried, category, complete, completed, leaves_out},
};
use crate::{
    rule::{Check, Severity},
    text::{Number, number::plain},
};

/// Tries a list against the wholes that it may have and says what came of it.
pub(super) fn judge(
    page: &mut Page,
    list: &mut List,
    wholes: &[usize],
    results: &Results,
    checks: &mut Vec<Check>,
) {
    for &whole in wholes {
        if let Some((count, numbers)) = fit(page, list, whole) {
            list.whole = Some(whole);
            list.holds = true;
            list.items.truncate(count);
            list.firm = list.items.len();
            checks.push(page.check(rules::PARTS_DIFFER_FROM_SUM, "sum", &numbers, None));
            return;
        }
    }
    if list.opener == Opener::Open || list.firm == 0 {
        return;
    }
    let most = list
        .parts(list.firm)
        .iter()
        .map(|&at| page.mentions[at].value)
        .max();
    let Some(&whole) = wholes
        .iter()
        .find(|&&at| Some(page.mentions[at].value) >= most)
    else {
        single_excess(page, list, wholes, checks);
        return;
    };
    list.whole = Some(whole);
    let parts = list.parts(list.firm);
    let (low, high) = bounds(page, &parts);
    let total = &page.mentions[whole];
    let labels: Vec<&str> = parts.iter().map(|&at| words(page, at)).collect();
    if low > total.high && both(page, whole, low) {
        return;
    }
    if low != total.value && carried(page, low - total.value, &labels, results) {
        return;
    }
    if low > total.high {
        if surely_parallel(page, list, whole) {
            checks.push(violation(page, whole, &parts));
        }
    } else if list.opener == Opener::Unmarked {
        list.whole = None;
    } else if completed(page, &parts, whole, results) {
        list.holds = true;
        let numbers: Vec<usize> = std::iter::once(whole).chain(parts).collect();
        checks.push(page.check(rules::PARTS_DIFFER_FROM_SUM, "sum", &numbers, None));
    } else if high < total.low && parts.len() > 1 && exhaustive(page, list, whole, results) {
        checks.push(violation(page, whole, &parts));
    } else if high < total.low && wholes.first() == Some(&whole) && whole + 1 == list.items[0].at {
        let numbers: Vec<usize> = std::iter::once(whole).chain(parts).collect();
        checks.push(page.check(rules::PARTS_DIFFER_FROM_SUM, "sum", &numbers, None));
    }
}

/// Whether the parts may divide two wholes named together: 复议9件、诉讼7件,其中维持11件.
fn both(page: &Page, whole: usize, low: Number) -> bool {
    let Some(other) = whole
        .checked_sub(1)
        .filter(|&at| page.mentions[at].is_count() && !page.mentions[at].change)
    else {
        return false;
    };
    let gap = page.gap(other, whole);
    let cases = page.wide(other).contains("复议") && page.wide(whole).contains("诉讼");
    let joined =
        gap.starts_with(['、', '和', '及', '与']) || (cases && gap.starts_with([',', ';']));
    joined
        && !gap.contains('。')
        && page.mentions[other].unit == page.mentions[whole].unit
        && low <= page.mentions[other].high + page.mentions[whole].high
}

/// How many of the list's first items add up to the whole, and all numbers of that reading.
fn fit(page: &Page, list: &List, whole: usize) -> Option<(usize, Vec<usize>)> {
    let total = &page.mentions[whole];
    let included = included(page, whole, list.items[0].at);
    let extra = included.map(|at| page.mentions[at].value);
    let (mut low, mut high) = (Number::ZERO, Number::ZERO);
    let mut best = None;
    for (count, item) in list.items.iter().enumerate() {
        let mention = &page.mentions[item.at];
        low += mention.low;
        high += mention.high;
        let fits = |more: Number| low + more <= total.high && high + more >= total.low;
        if count > 0 && fits(Number::ZERO) {
            best = Some((count + 1, None));
        } else if extra.is_some_and(fits) {
            best = Some((count + 1, included));
        }
        if low > total.high {
            break;
        }
    }
    let (count, extra) = best?;
    let rest = list.parts(list.firm).split_off(count.min(list.firm));
    let labels: Vec<&str> = list
        .parts(list.firm)
        .iter()
        .map(|&at| words(page, at))
        .collect();
    if !rest.is_empty() && one_kind(&labels) {
        return None;
    }
    let numbers = std::iter::once(whole).chain(extra).chain(list.parts(count));
    Some((count, numbers.collect()))
}

/// A number in parentheses after the whole that the whole includes: `298件(含上年结转1件)`.
fn included(page: &Page, whole: usize, first: usize) -> Option<usize> {
    let at = whole + 1;
    let gap = (at < first).then(|| page.gap(whole, at))?;
    let inside = page.mentions[at].is_count() && page.mentions[at].paren.is_some();
    (inside
        && ["(含", "(包含", "(包括", "(其中"]
            .iter()
            .any(|word| gap.starts_with(word)))
    .then_some(at)
}

fn bounds(page: &Page, parts: &[usize]) -> (Number, Number) {
    parts
        .iter()
        .fold((Number::ZERO, Number::ZERO), |(low, high), &at| {
            (low + page.mentions[at].low, high + page.mentions[at].high)
        })
}

/// 其中 right after the whole, with a part that is greater than it, alone or among others of its kind.
fn single_excess(page: &mut Page, list: &List, wholes: &[usize], checks: &mut Vec<Check>) {
    let part = list.items[0].at;
    let Some(&whole) = wholes.first() else {
        return;
    };
    let known = DIMENSIONS.iter().any(|words| any(page.label(part), words));
    let (one, all) = (&page.mentions[part], &page.mentions[whole]);
    let sure = list.opener == Opener::Among
        && whole + 1 == part
        && one.unit == all.unit
        && known
        && page.same_sentence(whole, part)
        && !all.earlier
        && !any(page.wide(whole), &["结转", "新增", "新建"]);
    let parts = list.parts(list.firm);
    let labels: Vec<&str> = parts.iter().map(|&at| words(page, at)).collect();
    let single = list.items.len() == 1 && one.low > all.high;
    let (low, _) = bounds(page, &parts);
    if both(page, whole, low) {
        return;
    }
    if sure
        && (single || (parts.len() > 1 && one_kind(&labels) && !other_base(page, &labels, whole)))
    {
        checks.push(violation(page, whole, &parts));
    }
}

/// Whether the parts surely divide one thing in one way, so that they cannot exceed it.
fn surely_parallel(page: &Page, list: &List, whole: usize) -> bool {
    let parts = list.parts(list.firm);
    if parts.len() < 2 {
        return false;
    }
    let total = &page.mentions[whole];
    let (low, _) = bounds(page, &parts);
    let ratio = |percent: u32| low * Number::ONE_HUNDRED <= total.high * Number::from(percent);
    let labels: Vec<&str> = parts.iter().map(|&at| words(page, at)).collect();
    let mixed = DIMENSIONS
        .iter()
        .filter(|words| labels.iter().any(|label| any(label, words)))
        .count()
        > 1;
    let channels = labels.iter().any(|label| any(label, CHANNELS));
    let units = parts.iter().all(|&at| {
        let unit = page.mentions[at].unit;
        unit == total.unit || unit.is_empty()
    });
    let adjacent = parts
        .first()
        .is_some_and(|&first| first == whole + 1 || list.opener == Opener::Among);
    let excess = low - total.high <= Number::TWO && total.high > Number::from(4);
    let soft = parts.iter().any(|&at| page.mentions[at].soft);
    let kinds = one_kind(&labels)
        || REST
            .iter()
            .any(|word| labels.last().is_some_and(|last| last.starts_with(word)));
    let close = if channels {
        !soft && ratio(103)
    } else {
        excess || ratio(if kinds { 160 } else { 115 })
    };
    let dull = labels.iter().filter(|label| label.is_empty()).count();
    !mixed
        && units
        && adjacent
        && close
        && dull == 0
        && list.opener != Opener::Open
        && !other_base(page, &labels, whole)
        && !open_ended(page, &parts)
}

/// The words that name a part: those before it or, where there are none, those after it.
pub(super) fn words(page: &Page, at: usize) -> &str {
    let label = page.label(at);
    if label.is_empty() {
        page.tail(at)
    } else {
        label
    }
}

/// Whether all parts are of one known way to divide things.
pub(super) fn one_kind(labels: &[&str]) -> bool {
    DIMENSIONS
        .iter()
        .any(|words| labels.iter().all(|label| any(label, words)))
}

/// Whether results are listed under requests received: some of them may be last year's or wait for next year.
fn other_base(page: &Page, labels: &[&str], whole: usize) -> bool {
    let results = DIMENSIONS
        .get(2)
        .is_some_and(|words| labels.iter().any(|label| any(label, words)));
    results
        && !any(
            &page.around(whole),
            &["办结", "答复", "办理", "处理", "办复"],
        )
}

/// Whether the list says that it names only some parts: 等.
pub(super) fn open_ended(page: &Page, parts: &[usize]) -> bool {
    parts
        .last()
        .is_some_and(|&at| page.tail(at).starts_with('等'))
}

/// Whether the list leaves nothing out.
fn exhaustive(page: &Page, list: &List, whole: usize, results: &Results) -> bool {
    let parts = list.parts(list.firm);
    let labels: Vec<&str> = parts.iter().map(|&at| words(page, at)).collect();
    if open_ended(page, &parts)
        || other_base(page, &labels, whole)
        || parts.iter().any(|&at| any(page.label(at), CHANNELS))
        || leaves_out(&labels, results)
        || (list.opener == Opener::Closed && leaves_out(&[page.wide(list.items[0].at)], results))
    {
        return false;
    }
    let units = parts
        .windows(2)
        .all(|pair| page.mentions[pair[0]].unit == page.mentions[pair[1]].unit);
    let last = parts.last().map_or("", |&at| page.label(at));
    let rest = REST.iter().any(|word| last.starts_with(word)) && parts.len() > 2 && !category(last);
    let pair = parts.len() == 2
        && PAIRS.iter().any(|(one, other)| {
            let (a, b) = (page.label(parts[0]), page.label(parts[1]));
            (a.contains(one) && b.contains(other)) || (a.contains(other) && b.contains(one))
        });
    let shared = list
        .items
        .iter()
        .take(list.firm)
        .all(|item| item.shares.len() == 1);
    let tied = matches!(list.opener, Opener::Of | Opener::Colon | Opener::Paren)
        && parts.len() > 2
        && one_kind(&labels);
    let (low, _) = bounds(page, &parts);
    let closed = list.opener == Opener::Closed
        && !distributive(page, &parts)
        && (one_kind(&labels) || near(low, page.mentions[whole].value));
    units
        && (complete(&labels)
            || closed
            || rest
            || pair
            || tied
            || (shared && whole_shares(page, list)))
}

/// Whether 分别为 gives one figure for each of several wholes named before, and no parts of one:
/// `建议12件、提案15件,其中主办件分别为5件和6件`.
fn distributive(page: &Page, parts: &[usize]) -> bool {
    let Some(&first) = parts.first() else {
        return false;
    };
    let Some(names) = ["分别为", "分别是"]
        .iter()
        .find_map(|word| page.label(first).strip_suffix(word))
    else {
        return false;
    };
    let before = page.before(first);
    let names = before[..before.rfind(names).map_or(0, |at| at + names.len())]
        .rsplit([',', ';', ':', '。'])
        .next()
        .unwrap_or(names);
    let named = 1 + names.matches(['、', '和', '与', '及']).count();
    named < parts.len()
}

/// Whether the shares printed with the parts add up to 100 %.
fn whole_shares(page: &Page, list: &List) -> bool {
    let mut sum = Number::ZERO;
    for item in list.items.iter().take(list.firm) {
        for &at in &item.shares {
            sum += page.mentions[at].value;
        }
    }
    (sum - Number::ONE_HUNDRED).abs() <= Number::new(5, 1)
}

/// The finding that parts and whole disagree.
pub(super) fn violation(page: &mut Page, whole: usize, parts: &[usize]) -> Check {
    let values: Vec<Number> = parts.iter().map(|&at| page.mentions[at].value).collect();
    let sum: Number = values.iter().sum();
    let total = page.mentions[whole].value;
    let formula = if values.len() == 1 {
        format!("{} > {}", plain(sum), plain(total))
    } else {
        format!("{} = {} ≠ {}", plus(&values), plain(sum), plain(total))
    };
    let (zh, en) = slip(&values, total).unwrap_or_default();
    let noun = page.noun(whole);
    let mut found = finding(
        Severity::Error,
        format!(
            "“{noun}”总数为 {}，所列分项为：{formula}。{zh}",
            plain(total)
        ),
        format!(
            "“{noun}” is {} in all, but its parts give {formula}.{en}",
            plain(total)
        ),
        Some(formula),
    );
    found.expected = Some(plain(sum));
    found.found = Some(plain(total));
    let numbers: Vec<usize> = std::iter::once(whole)
        .chain(parts.iter().copied())
        .collect();
    page.check(rules::PARTS_DIFFER_FROM_SUM, "sum", &numbers, Some(found))
}

/// The smallest slip that would explain the difference.
fn slip(parts: &[Number], total: Number) -> Option<(String, String)> {
    let sum: Number = parts.iter().sum();
    let gap = sum - total;
    if let Some(&part) = parts.iter().find(|&&part| part == gap) {
        let part = plain(part);
        return Some((
            format!("总数可能漏加了 {part}。"),
            format!(" The total may leave {part} out."),
        ));
    }
    for &part in parts {
        let wanted = part - gap;
        let (mut one, mut other): (Vec<char>, Vec<char>) = (
            plain(part).chars().collect(),
            plain(wanted).chars().collect(),
        );
        one.sort_unstable();
        other.sort_unstable();
        if wanted > Number::ZERO && one == other {
            let (part, wanted) = (plain(part), plain(wanted));
            return Some((
                format!("{part} 可能是 {wanted}（数字颠倒）。"),
                format!(" {part} may be {wanted} with its digits swapped."),
            ));
        }
    }
    None
}

/// Judges parts that stand before their total.
pub(super) fn settle_backward(
    page: &mut Page,
    list: &List,
    checks: &mut Vec<Check>,
    lists: &mut Vec<List>,
) {
    let Some(total) = list.whole else {
        return;
    };
    let goal = page.mentions[total].clone();
    let (mut low, mut high) = (Number::ZERO, Number::ZERO);
    for (count, item) in list.items.iter().rev().enumerate() {
        low += page.mentions[item.at].low;
        high += page.mentions[item.at].high;
        if count > 0 && low <= goal.high && high >= goal.low {
            let items = list.items[list.items.len() - count - 1..].to_vec();
            let numbers: Vec<usize> = std::iter::once(total)
                .chain(items.iter().map(|item| item.at))
                .collect();
            checks.push(page.check(rules::PARTS_DIFFER_FROM_SUM, "sum", &numbers, None));
            lists.push(List {
                firm: items.len(),
                items,
                holds: true,
                ..list.clone()
            });
            return;
        }
    }
    let parts = list.parts(list.firm);
    let labels: Vec<&str> = parts.iter().map(|&at| page.label(at)).collect();
    let plain_list = parts.len() > 1
        && !parts
            .iter()
            .any(|&at| page.before(at).contains("其中") || page.mentions[at].soft)
        && parts
            .iter()
            .all(|&at| page.mentions[at].unit == goal.unit && !page.used[at])
        && labels
            .iter()
            .all(|label| !label.is_empty() && !any(label, CHANNELS) && !label.contains('共'))
        && separated(page, &parts)
        && near(low, goal.value);
    if plain_list && !page.used[total] {
        checks.push(violation(page, total, &parts));
    }
}

/// Whether a sum misses a total by so little that it must be meant to be it.
pub(super) fn near(sum: Number, total: Number) -> bool {
    (sum - total).abs() * Number::from(7) <= total
}

/// Whether the same mark, and nothing else, stands between all parts.
fn separated(page: &Page, parts: &[usize]) -> bool {
    let marks: Vec<Option<char>> = parts
        .windows(2)
        .map(|pair| page.gap(pair[0], pair[1]).chars().next())
        .collect();
    marks.iter().all(|mark| *mark == Some('、')) || marks.iter().all(|mark| *mark == Some(','))
}
