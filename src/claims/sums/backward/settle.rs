//! What comes of parts that stand before their total.

use super::{adds, closes, told};
use crate::{
    claims::{
        lexicon::{
            lists::{CHANNELS, SCOPES, SUMMING},
            roles::CLOSED,
        },
        reading::{
            list::{Item, List},
            page::{Page, alike, any},
        },
        sums::{
            accounted::lacking,
            kinds::levels,
            sure::{near, one_digit, open_ended, within},
            tell::{agreement, swap, violation},
        },
    },
    rule::{Check, Severity},
    text::Number,
};

/// Judges parts that stand before their total; where numbers of another unit stand between them, without these.
pub(in crate::claims::sums) fn settle_backward(
    page: &mut Page,
    list: &List,
    checks: &mut Vec<Check>,
    lists: &mut Vec<List>,
) {
    let Some(total) = list.whole else {
        return;
    };
    if settle(page, list, total, checks, lists) {
        return;
    }
    if let Some(list) = of_unit(page, list, total)
        && settle(page, &list, total, checks, lists)
    {
        return;
    }
    if let Some(list) = of_segment(page, list, total) {
        settle(page, &list, total, checks, lists);
    }
}

/// The numbers behind the last semicolon before a total without a noun, or those of one run at its end, if there are
/// several and all of its unit: `58家单位公开报告58份;公开预算57份,决算213份,合计270份`,
/// `对126个账号检查,发现不更新7个、不互动4个,合计11个`.
fn of_segment(page: &Page, list: &List, total: usize) -> Option<List> {
    let goal = &page.mentions[total];
    let last = list.items.last()?.at;
    let apart = |item: &&Item| page.gap(item.at, last).contains(';');
    let run = |pair: &[Item]| page.gap(pair[0].at, pair[1].at).starts_with('、');
    let cut = list.items.iter().rposition(|item| apart(&item));
    let run = list.items.windows(2).rposition(|pair| !run(pair));
    let from = cut.map(|at| at + 1).or(run.map(|at| at + 1))?;
    let items = list.items[from..].to_vec();
    let values = page.values(&items.iter().map(|item| item.at).collect::<Vec<_>>());
    let sum: Number = values.iter().sum();
    let sound = ["合计", "共计", "总计"].contains(&page.label(total))
        && items
            .iter()
            .all(|item| page.mentions[item.at].unit == goal.unit)
        && (near(sum, goal.value) || swap(&values, goal.value));
    (sound && items.len() > 1 && items.len() < list.items.len()).then(|| List {
        firm: items.len(),
        items,
        ..list.clone()
    })
}

/// The numbers of a list that have their total's unit, if others have not: `15个镇街公开230条,8个部门公开115条,合计345条`.
fn of_unit(page: &Page, list: &List, total: usize) -> Option<List> {
    let unit = page.mentions[total].unit;
    let same = |item: &&Item| page.mentions[item.at].unit == unit;
    let items: Vec<Item> = list.items.iter().filter(same).cloned().collect();
    let sum: Number = items.iter().map(|item| page.mentions[item.at].value).sum();
    let summing = any(page.label(total), &["合计", "总计", "共计"]);
    let surely = summing && near(sum, page.mentions[total].value);
    (items.len() > 1 && items.len() < list.items.len()).then(|| List {
        firm: if surely { items.len() } else { 0 },
        items,
        ..list.clone()
    })
}

/// A total and the parts that it may add up.
struct Added {
    total: usize,
    parts: Vec<usize>,
    /// What all numbers before the total come to.
    sum: Number,
    /// Whether the total misses all of them by so little that it must be theirs.
    close: bool,
    /// Whether several marks stand between the parts.
    mixed: bool,
}

/// Whether anything came of judging a list by its total.
fn settle(
    page: &mut Page,
    list: &List,
    total: usize,
    checks: &mut Vec<Check>,
    lists: &mut Vec<List>,
) -> bool {
    if let Some(items) = fitting(page, list, total) {
        let parts = items.iter().map(|item| item.at);
        let numbers: Vec<usize> = std::iter::once(total).chain(parts).collect();
        checks.push(agreement(page, &numbers));
        lists.push(List {
            firm: items.len(),
            items,
            holds: true,
            ..list.clone()
        });
        return true;
    }
    let added = added(page, list, total);
    // 新收152件,上年结转6件,合计158件。其中…: what is divided once more can be added up all the same.
    let free = !page.used[total] || sums_up(page, total);
    let told = is_list(page, &added)
        && free
        && !of_another(page, added.parts[0], added.sum)
        && !open_ended(page, &[total])
        && !(page.tail(total).is_empty() && lacking(page, total, added.sum));
    if told {
        let severity = severity(page, &added);
        checks.push(violation(page, total, &added.parts, severity));
    }
    told
}

/// The last items of a list that add up to the total.
fn fitting(page: &Page, list: &List, total: usize) -> Option<Vec<Item>> {
    let goal = &page.mentions[total];
    let (mut low, mut high) = (Number::ZERO, Number::ZERO);
    let last = list
        .items
        .iter()
        .rev()
        .enumerate()
        .find_map(|(count, item)| {
            low += page.mentions[item.at].low;
            high += page.mentions[item.at].high;
            (count > 0 && low <= goal.high && high >= goal.low).then_some(count)
        })?;
    Some(list.items[list.items.len() - last - 1..].to_vec())
}

/// Whether the words before a total say no more than that it is one.
fn sums_up(page: &Page, total: usize) -> bool {
    SUMMING.contains(&page.label(total))
}

fn added(page: &Page, list: &List, total: usize) -> Added {
    let sum: Number = list
        .items
        .iter()
        .map(|item| page.mentions[item.at].low)
        .sum();
    let close = list.firm == 0 && closely(page, list, total) && !closes(page, &list.items, total);
    let parts = list.parts(if close { list.items.len() } else { list.firm });
    let mixed = !separated(page, &parts, false)
        && sums_up(page, total)
        && near(sum, page.mentions[total].value)
        && parts.len() > 2
        && separated(page, &parts, true);
    Added {
        total,
        parts,
        sum,
        close,
        mixed,
    }
}

/// Whether the parts are named, free, counted as the total is, and plainly a list.
fn is_list(page: &Page, added: &Added) -> bool {
    let parts = &added.parts;
    let unit = page.mentions[added.total].unit;
    let sure = |at: usize| sums_up(page, added.total) && page.borne_out[at];
    let labels: Vec<&str> = parts.iter().map(|&at| page.label(at)).collect();
    let named = |&at: &usize| !page.words(at).is_empty() || page.mentions[at].unit == "元";
    let fits = |&at: &usize| {
        let part = &page.mentions[at];
        !part.soft && alike(part.unit, unit) && (!page.used[at] || sure(at))
    };
    parts.len() > 1
        && (!among(page, parts) || alone(page, parts[0]))
        && parts.iter().all(fits)
        && labels.iter().all(|label| !label.ends_with('共'))
        && (parts.iter().all(named) || bare(page, parts, &labels))
        && (added.mixed || separated(page, parts, false))
}

/// Whether 其中 stands before one of the parts.
fn among(page: &Page, parts: &[usize]) -> bool {
    parts.iter().any(|&at| page.before(at).contains("其中"))
}

/// How sure it is that the parts should add up to the total.
fn severity(page: &Page, added: &Added) -> Severity {
    let Added { total, parts, .. } = added;
    let (goal, label) = (&page.mentions[*total], page.label(*total));
    let body = |word: &&str| !word.contains('年') && label.starts_with(word);
    let scoped = SCOPES.iter().any(body) && page.same_sentence(parts[0], *total);
    let said = super::within(label).unwrap_or(label);
    let bare = SUMMING.contains(&said) || told(label).is_some() || adds(page, parts, said);
    let slip = bare && slight(page, added);
    // 网站公开12条,微信公开8条,共15条: some went through both.
    let free = !slip || label == "共" && !page.requests;
    let other =
        |&at: &usize| free && any(page.label(at), CHANNELS) || page.mentions[at].unit != goal.unit;
    let doubtful = among(page, parts)
        || added.close
        || added.mixed
        || any(label, CLOSED)
        || (scoped && !levels(page, parts))
        || parts.iter().any(other);
    if (slip || near(added.sum, goal.value)) && !doubtful {
        Severity::Error
    } else {
        Severity::Notice
    }
}

/// Whether one digit of one number makes all the difference between the parts and their total.
fn slight(page: &Page, added: &Added) -> bool {
    let goal = page.mentions[added.total].value;
    let values = page.values(&added.parts);
    let sum: Number = values.iter().sum();
    sum == added.sum && (one_digit(sum - goal) || swap(&values, goal))
}

/// Whether the parts that begin at a number add up to one before them, so that they are those of that one:
/// `收到申请98件。从渠道看,网络60件,信函38件。共办结96件`.
fn of_another(page: &Page, first: usize, sum: Number) -> bool {
    page.mentions[..first]
        .iter()
        .any(|whole| whole.is_exact() && whole.value == sum)
}

/// Whether a total that is said to add something up misses all numbers before it by so little that it must be they:
/// `许可3260件、处罚428件,“双公示”信息共3688件`.
fn closely(page: &Page, list: &List, total: usize) -> bool {
    let values = page.values(&list.parts(list.items.len()));
    let (sum, goal) = (values.iter().sum::<Number>(), page.mentions[total].value);
    let units = list
        .items
        .iter()
        .all(|item| page.mentions[item.at].unit == page.mentions[total].unit);
    let label = page.label(total);
    let summed = SUMMING
        .iter()
        .any(|word| label.ends_with(word) || label.starts_with(word));
    let great = goal >= Number::ONE_HUNDRED;
    summed
        && units
        && great
        && (within(sum - goal, goal, 1) && within(goal - sum, goal, 1) || swap(&values, goal))
}

/// Whether no number of its passage stands before the first of several parts, so that 其中 has no other whole.
fn alone(page: &Page, first: usize) -> bool {
    (0..first).all(|at| !page.mentions[at].is_count())
}

/// Whether only the first of several parts is named, and the others are of its kind: 参训98人次、112人次、76人次.
fn bare(page: &Page, parts: &[usize], labels: &[&str]) -> bool {
    let (first, others) = (labels.first(), labels.get(1..).unwrap_or_default());
    let gaps = parts.windows(2).map(|pair| page.gap(pair[0], pair[1]));
    first.is_some_and(|first| !first.is_empty())
        && others.iter().all(|label| label.is_empty())
        && gaps.into_iter().all(|gap| gap == "、")
}

/// Whether the same mark, and nothing else, stands between all parts; before a word that sums up two runs of parts, one of
/// several.
fn separated(page: &Page, parts: &[usize], summed: bool) -> bool {
    let marks: Vec<Option<char>> = parts
        .windows(2)
        .map(|pair| {
            // 15个乡镇、33个部门共48家
            let gap = page.gap(pair[0], pair[1]);
            let remark = gap.strip_prefix('(').and_then(|gap| gap.rsplit_once(')'));
            let gap = remark.map_or(gap, |(_, rest)| rest);
            let named = gap.strip_prefix(page.tail(pair[0]));
            let named = named.filter(|rest| rest.starts_with('、'));
            named.unwrap_or(gap).chars().next()
        })
        .collect();
    let pair = parts
        .windows(2)
        .all(|pair| page.gap(pair[0], pair[1]).ends_with('和'));
    [',', '、', ';']
        .iter()
        .any(|wanted| marks.iter().all(|mark| mark == &Some(*wanted)))
        || summed
            && marks
                .iter()
                .all(|mark| mark.is_some_and(|mark| [',', '、', ';'].contains(&mark)))
        || (parts.len() == 2 && pair)
}
