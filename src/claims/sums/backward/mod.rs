//! Parts that stand before their total (N201): `A n件、B n件,共N件`.

mod last;
mod parts;
mod sentence;
mod settle;

use super::{
    outcomes::outcome,
    sure::{near, one_digit},
    tell::swap,
};
use crate::{
    claims::{
        lexicon::{
            lists::{ADDING, SCOPES, SUMMING},
            roles::{CLOSED, RECEIVED},
            times::EARLIER,
        },
        reading::{
            list::{Item, List, Opener},
            page::{Page, any},
        },
    },
    text::Number,
};
use last::{beyond, couple, describes, periods};
use parts::Parts;
use sentence::sentence_before;
pub(super) use settle::settle_backward;

/// What makes 共 another word: 共同, 共享, 共青团.
const COMMON: &[char] = &['同', '享', '建', '青', '产', '管', '治', '性'];

/// The parts that stand before a total: `A n件、B n件,共N件`.
pub(in crate::claims::sums) fn backward(page: &Page, total: usize, lists: &[List]) -> Option<List> {
    let (mention, label) = (&page.mentions[total], page.label(total));
    if !mention.is_amount() || mention.change || label.starts_with('占') {
        return None;
    }
    let first = total.checked_sub(1)?;
    // 土地32项、税收18项、统计9项等,共26个领域412项: neither are these all, nor are the domains their sum.
    if page.gap(first, total).starts_with("等,") && describes(page, total) {
        return None;
    }
    if !page.same_sentence(first, total) {
        return sentence_before(page, total, lists);
    }
    // 一是新收476件;二是自然人申请356件;三是“予以公开”占比提高,共144件: the last is a statement of its own.
    let behind = page.gap(first, total).rsplit_once(';').map(|(_, own)| own);
    if behind.is_some_and(|own| own.contains(',')) {
        return None;
    }
    let all = periods(page, total).or_else(|| couple(page, total).then_some(2));
    if all.is_none() && !any(label, &["共", "合计", "总计", "总数", "累计"]) {
        return None;
    }
    let mut parts = Parts::before(page, total);
    if parts.items.len() < 2 || divided(lists, total) || beyond(page, &parts.items, total) {
        return None;
    }
    parts.keep_last(all);
    if results(page, &parts.items, total) {
        parts.items.remove(0);
    }
    parts.keep_last(told(label));
    let all = all.or_else(|| told(label).filter(|count| *count == parts.items.len()));
    let surely = all.is_some() || (!parts.mixed && sums_up(page, &parts.items, total));
    let surely = surely && !closes(page, &parts.items, total);
    Some(closed(parts.items, total, surely))
}

/// A list that its total closes.
fn closed(items: Vec<Item>, total: usize, surely: bool) -> List {
    List {
        opener: Opener::Closed,
        firm: if surely { items.len() } else { 0 },
        items,
        strays: Vec::new(),
        whole: Some(total),
        holds: false,
    }
}

/// Whether a list before a number divides it already.
fn divided(lists: &[List], total: usize) -> bool {
    lists.iter().any(|list| {
        let before = list.items.first().is_some_and(|item| item.at < total);
        list.holds && before && list.whole == Some(total)
    })
}

/// Whether the words of a total are surely of the parts before it.
fn sums_up(page: &Page, items: &[Item], total: usize) -> bool {
    let label = page.label(total);
    // 3名兼职人员共4人: the words between belong to the part before.
    let joined = page.gap(items[items.len() - 1].at, total) == label;
    let bare = SUMMING.iter().any(|word| {
        label.strip_suffix(word).is_some_and(|scope| {
            let scope = within(scope).unwrap_or(scope);
            let each = |item: &Item| page.label(item.at).contains(scope);
            items.iter().all(each) || joined || (*word != "共" && scope.chars().count() < 4)
        })
    });
    bare || named(page, items, total)
}

/// What follows the words for the whole body: 全市, 全年.
fn within(label: &str) -> Option<&str> {
    SCOPES.iter().find_map(|word| label.strip_prefix(word))
}

/// Whether a number is of what was answered, after what was received and its results; three may leave some out, but
/// cannot be too many: `收到58件,同意公开42件,不同意公开4件,信息不存在10件,共答复56件`.
fn results(page: &Page, items: &[Item], total: usize) -> bool {
    let results = &items[1..];
    let sum = || {
        let values = results.iter().map(|item| page.mentions[item.at].value);
        values.sum::<Number>()
    };
    // 共按期答复: some of them alone.
    let said = page.label(total).trim_start_matches(['共', '计', '已']);
    CLOSED.iter().any(|word| said.starts_with(word))
        && results.len() > 2
        && any(page.label(items[0].at), RECEIVED)
        && results.iter().all(|item| outcome(page, item.at))
        && (results.len() > 3 || sum() >= page.mentions[total].value)
}

/// Whether a number is of what was answered of the requests before it: `新收118件,上年结转4件,共办结115件`.
fn closes(page: &Page, items: &[Item], total: usize) -> bool {
    let (label, most) = (page.label(total), page.mentions[total].value);
    let sum: Number = items.iter().map(|item| page.mentions[item.at].value).sum();
    // 新收45件,上年结转3件,共处理43件: what was dealt with may be what was finished.
    let dealt = any(label, &["办理", "处理"]) && !label.contains(['应', '需']) && most < sum;
    (dealt || any(label, CLOSED)) && items.iter().any(|item| any(page.wide(item.at), RECEIVED))
}

/// Whether a total that begins with a word for adding up, and goes on with what is counted, is surely that of the parts
/// right before it: `专题会3次、推进会5次,共计召开会议8次`.
fn named(page: &Page, items: &[Item], total: usize) -> bool {
    let (goal, label) = (&page.mentions[total], page.label(total));
    let said = within(label).unwrap_or(label);
    let adding = ADDING.iter().find_map(|word| said.strip_prefix(word));
    let adding = adding.is_some_and(|rest| !rest.starts_with(COMMON));
    let last = items[items.len() - 1].at;
    let next = page.gap(last, total).trim_start_matches([',', ';', '、']) == label;
    let parts: Vec<usize> = items.iter().map(|item| item.at).collect();
    let values = page.values(&parts);
    let units = items
        .iter()
        .all(|item| page.mentions[item.at].unit == goal.unit);
    let sum: Number = values.iter().sum();
    let slip = || one_digit(sum - goal.value) && adds(page, &parts, said);
    adding && next && units && (near(sum, goal.value) || swap(&values, goal.value) || slip())
}

/// Whether the words of a total, or its parts, say that nothing else is added up: 合计收到, 新收52件和上年结转3件.
fn adds(page: &Page, parts: &[usize], said: &str) -> bool {
    said.starts_with("合计") || said.starts_with("总计") || brought(page, parts)
}

/// Whether two parts are what came new and what was carried in, which are all that there was.
fn brought(page: &Page, parts: &[usize]) -> bool {
    let old = |&at: &usize| {
        let words = page.wide(at);
        words.contains("结转") && any(words, EARLIER)
    };
    let new = |&at: &usize| any(page.wide(at), RECEIVED);
    matches!(parts, [one, other] if new(one) && old(other) || old(one) && new(other))
}

/// How many parts the words before a total say that it adds up: 两项合计, 以上三者共计.
fn told(label: &str) -> Option<usize> {
    const COUNTS: &[(&str, usize)] = &[
        ("两", 2),
        ("二", 2),
        ("三", 3),
        ("四", 4),
        ("五", 5),
        ("六", 6),
    ];
    let word = SUMMING.iter().find_map(|word| label.strip_suffix(word))?;
    let word = word.trim_end_matches(['总', '合']);
    let named = ["案件", "渠道", "方式", "途径", "情形"];
    let noun = named.iter().find_map(|noun| word.strip_suffix(noun));
    let word = noun.unwrap_or(word);
    let word = word.strip_suffix(['项', '者', '类', '种'])?;
    let named = COUNTS.iter().find(|(count, _)| word.ends_with(count));
    named.map(|&(_, count)| count)
}
