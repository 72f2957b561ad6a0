//! The honest readings in which parts add up to a whole.

use super::{
    kinds::{closed_by_rest, coupled, full_set, joined, one_kind},
    parts::{bounds, included},
    sure::slight,
};
use crate::{
    claims::{
        lexicon::{cells::ROWS, lists::CHANNELS},
        reading::{
            list::List,
            page::{Page, any},
            roles::remains,
        },
    },
    text::Number,
};

/// The most numbers of a list that another one after it divides again.
const AGAIN: usize = 24;
/// How many numbers back two that are named together are looked for.
const PAIRS: usize = 6;

/// The whole and all numbers of the sentence, other units included, if they add up to it, `…185条,公告52期`, or right
/// behind it to one more.
pub(super) fn with_strays(
    page: &Page,
    list: &List,
    wholes: &[usize],
) -> Option<(usize, Vec<usize>, bool)> {
    let mut parts = in_sentence(page, list);
    parts.extend(&list.strays);
    if parts.len() < 4 || list.strays.is_empty() && parts.len() == list.firm {
        return None;
    }
    let (low, high) = bounds(page, &parts);
    let fits = |&&at: &&usize| low <= page.mentions[at].high && high >= page.mentions[at].low;
    if let Some(&whole) = wholes.iter().find(fits) {
        return Some((whole, parts, true));
    }
    let &whole = wholes.first().filter(|&&whole| whole + 1 == parts[0])?;
    let exact = parts.iter().all(|&at| page.mentions[at].is_exact());
    (exact && slight(parts.len(), low, page.mentions[whole].value)).then_some((whole, parts, false))
}

/// All items of a list that stand in the sentence of its first.
pub(super) fn in_sentence(page: &Page, list: &List) -> Vec<usize> {
    let first = list.items[0].at;
    let all = list.items.iter().map(|item| item.at);
    all.take_while(|&at| page.same_sentence(first, at))
        .collect()
}

/// Whether the parts may divide two wholes named together: 复议9件、诉讼7件,其中维持11件.
pub(super) fn both(page: &Page, whole: usize, low: Number) -> bool {
    let before = whole.checked_sub(1).map(|other| (other, whole));
    let named = |at: usize| {
        page.wide(whole).contains("复议")
            && page.wide(at).contains("诉讼")
            && !page.gap(whole, at).contains("其中")
    };
    let after = Some(whole + 1).filter(|&at| at < page.mentions.len() && named(at));
    let after = after.map(|next| (whole, next));
    let mut pairs = before.into_iter().chain(after);
    pairs.any(|(other, whole)| together(page, other, whole, low))
}

/// Whether parts divide a number alone and not the one before it, too: a remark in brackets on one item of a list,
/// `其中年度报告1条、审计公开7条(财政3条、投资4条)`, but `建议9件、提案7件(主办12件)`; or what a semicolon parts from
/// cases of which all is said: `复议3件,均维持;诉讼5件,其中…`.
pub(super) fn alone(page: &Page, list: &List, whole: usize) -> bool {
    let Some(other) = whole.checked_sub(1) else {
        return false;
    };
    let before = || other > 0 && page.gap(other - 1, other).starts_with('、');
    let remark = page.mentions[list.items[0].at].paren > page.mentions[whole].paren;
    let item = remark
        && !coupled(page, [other, whole])
        && (page.traits[other].opener.is_some() || before());
    let (gap, behind) = (page.gap(other, whole), page.gap(whole, list.items[0].at));
    item || gap.contains(';') && any(gap, &["均", "全部"]) && behind.starts_with(",其中")
}

/// Whether parts may divide two numbers, one right after the other.
fn together(page: &Page, other: usize, whole: usize, low: Number) -> bool {
    if !page.mentions[other].is_count() || page.mentions[other].change {
        return false;
    }
    let gap = page.gap(other, whole);
    let cases = page.wide(other).contains("复议") && page.wide(whole).contains("诉讼");
    let joined =
        gap.starts_with(['、', '和', '及', '与']) || (cases && gap.starts_with([',', ';']));
    // 上年结转1件,共办理30件: the second is all there were.
    let exact = gap.starts_with(',')
        && !page.label(whole).starts_with('共')
        && low == page.mentions[other].value + page.mentions[whole].value;
    (joined || exact)
        && !gap.contains('。')
        && page.mentions[other].unit == page.mentions[whole].unit
        && low <= page.mentions[other].high + page.mentions[whole].high
}

/// How many of the list's first items add up to the whole, and all numbers of that reading.
pub(super) fn fit(page: &Page, list: &List, whole: usize) -> Option<(usize, Vec<usize>)> {
    let total = &page.mentions[whole];
    let included = included(page, whole, list.items[0].at);
    let extra = included.map(|at| page.mentions[at].value);
    let (mut low, mut high) = (Number::ZERO, Number::ZERO);
    let mut best = None;
    for (count, item) in list.items.iter().enumerate() {
        let mention = &page.mentions[item.at];
        if count >= list.firm && mention.hedged && mention.unit != total.unit {
            break; // A rounded number of something else would make almost any sum fit.
        }
        let apart = mention.unit != total.unit || !page.same_sentence(list.items[0].at, item.at);
        if count >= list.firm && best.is_some() && apart {
            break; // So would a rounded whole, with whatever follows its parts.
        }
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
    let inside = list
        .items
        .get(count)
        .is_some_and(|next| page.mentions[next.at].paren.is_some());
    if inside {
        return None; // Nothing in a parenthesis is left out of its sum.
    }
    let rest = list.parts(list.firm).split_off(count.min(list.firm));
    let labels: Vec<&str> = list
        .parts(list.firm)
        .iter()
        .map(|&at| page.words(at))
        .collect();
    let accounts = labels.iter().all(|label| any(label, CHANNELS));
    let classes = labels.iter().all(|label| label.ends_with('类'));
    // 继续有效36份、修改12份、废止8份、失效3份: what one mark divides is one list.
    let run = (1..list.firm).all(|item| {
        page.gap(list.items[item - 1].at, list.items[item].at)
            .starts_with('、')
    });
    let run = run && !closed_by_rest(&labels[..count.min(labels.len())]);
    let named = full_set(&labels) || labels.iter().all(|label| any(label, ROWS));
    let whole_list =
        one_kind(&labels) || accounts || classes || run || named || closed_by_rest(&labels);
    // 已答复31件,其中同意公开20件……,其余1件正在办理: what waits is none of what was answered.
    let waiting = rest.iter().all(|&at| remains(page, at));
    if !waiting && whole_list && !closed(page, list, count) {
        return None;
    }
    let numbers = std::iter::once(whole).chain(extra).chain(list.parts(count));
    Some((count, numbers.collect()))
}

/// Whether the first semicolon of a list ends its first items: `18件,其中当面12件,信函6件;网上25件`.
fn closed(page: &Page, list: &List, count: usize) -> bool {
    let ends = |item: usize| {
        page.gap(list.items[item - 1].at, list.items[item].at)
            .contains(';')
    };
    (1..count).all(|item| !ends(item)) && ends(count)
}

/// The parts and those of a list before them that have the same sum: `公开20件、部分公开15件、其他5件。其中邮寄30件,当面10件`;
/// or two numbers named together: `建议19件、提案25件。其中主办30件,会办14件`.
pub(super) fn again(page: &Page, list: &List) -> Option<Vec<usize>> {
    let parts = in_sentence(page, list);
    let (&first, sum) = (parts.first()?, bounds(page, &parts).0);
    let exact = |&at: &usize| {
        let mention = &page.mentions[at];
        mention.is_exact() && mention.unit == page.mentions[first].unit
    };
    let counts = |&at: &usize| !page.mentions[at].is_percent();
    let last = (0..first).rev().find(counts)?;
    let beside = page.traits[first].sentence == page.traits[last].sentence + 1;
    let others: Vec<usize> = (0..=last)
        .rev()
        .take_while(|&at| page.same_sentence(at, last))
        .filter(counts)
        .take(AGAIN)
        .collect();
    let several = others.len() > 2 && parts.len() > 1 && beside;
    let fits =
        |others: &[usize]| others.iter().chain(&parts).all(exact) && bounds(page, others).0 == sum;
    let others = Some(others).filter(|others| several && fits(others));
    let couple = |&one: &usize| {
        let summed = (one + 2..first).any(|at| page.traits[at].summing);
        let together = joined(page, one) && coupled(page, [one, one + 1]);
        together && !summed && parts.len() > 1 && fits(&[one, one + 1])
    };
    let others = others.or_else(|| {
        let one = (0..last).rev().take(PAIRS).find(couple)?;
        Some(vec![one, one + 1])
    })?;
    Some([parts, others].concat())
}

/// The whole and the parts that add up to it once what was taken back is left out: `其中分析类20条(同时撤销2条)`.
pub(super) fn net(page: &Page, list: &List, wholes: &[usize]) -> Option<Vec<usize>> {
    let parts = list.parts(list.firm);
    let back = |&part: &usize| {
        let at = part + 1;
        let inside = page.mentions.get(at)?.paren > page.mentions[part].paren;
        let taken = any(page.label(at), &["撤销", "撤回", "撤下", "删除", "下线"]);
        (inside && taken && page.mentions[at].is_count()).then_some(at)
    };
    let back: Vec<usize> = parts.iter().filter_map(back).collect();
    let (sum, less) = (bounds(page, &parts).0, bounds(page, &back).0);
    let fits = |&&whole: &&usize| page.mentions[whole].value == sum - less;
    let whole = wholes.iter().find(fits).filter(|_| !back.is_empty())?;
    Some(std::iter::once(*whole).chain(parts).chain(back).collect())
}
