//! Parts that stand before their total (N201): `A n件、B n件,共N件`.

mod last;
mod settle;

use super::{
    collect::MAX_ITEMS,
    kinds::rest,
    outcomes::outcome,
    sure::{hundred, near},
    tell::swap,
    view::view,
};
use crate::{
    claims::{
        lexicon::{
            lists::{ADDING, COUPLES, SCOPES, SUMMING},
            roles::{CLOSED, RECEIVED},
        },
        reading::{
            list::{Item, List, Opener},
            page::{Page, alike, any},
            roles::carries,
        },
    },
    text::Number,
};
use last::{beyond, couple, describes, periods};
pub(super) use settle::settle_backward;

/// What makes 共 another word: 共同, 共享, 共青团.
const COMMON: &[char] = &['同', '享', '建', '青', '产', '管', '治', '性'];

/// The parts that stand before a total: `A n件、B n件,共N件`.
pub(in crate::claims::sums) fn backward(page: &Page, total: usize, lists: &[List]) -> Option<List> {
    let mention = &page.mentions[total];
    let label = page.label(total);
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
    let periods = periods(page, total);
    let year = periods.is_some();
    let both = couple(page, total);
    if !year && !both && !any(label, &["共", "合计", "总计", "总数", "累计"]) {
        return None;
    }
    // 12个乡镇和46个部门(合计58个单位)
    let remark = SUMMING.contains(&label)
        && page
            .before(total)
            .strip_suffix(label)
            .is_some_and(|b| b.ends_with('('));
    let paren = mention.paren.filter(|_| !remark);
    let mut items: Vec<Item> = Vec::new();
    let mut mixed = false;
    for at in (0..total).rev().take(MAX_ITEMS) {
        let part = &page.mentions[at];
        if !page.same_sentence(at, total) || part.malformed {
            break;
        }
        let fits = part.is_amount() && part.paren == paren && alike(part.unit, mention.unit);
        // 编制3人;39个部门、13个街道共52个单位
        let segment = items
            .last()
            .is_some_and(|next| page.gap(at, next.at).contains(';'));
        if !fits && segment {
            break;
        }
        if fits && !part.change && !part.earlier {
            items.push(Item {
                at,
                shares: Vec::new(),
            });
        } else if part.is_count() && !beside(page, at, total) {
            mixed = true;
        }
    }
    let whole = lists.iter().any(|list| {
        let before = list.items.first().is_some_and(|item| item.at < total);
        list.holds && before && list.whole == Some(total)
    });
    if items.len() < 2 || whole {
        return None;
    }
    items.reverse();
    if beyond(page, &items, total) {
        return None;
    }
    let last = periods.or(both.then_some(2));
    if let Some(count) = last.filter(|count| *count <= items.len()) {
        items.drain(..items.len() - count);
        mixed = false;
    }
    let answered = results(page, &items, total);
    if answered {
        items.remove(0);
    }
    if let Some(count) = told(label).filter(|count| *count <= items.len()) {
        items.drain(..items.len() - count);
        mixed = false;
    }
    // 3名兼职人员共4人: the words between belong to the part before.
    let joined = page.gap(items[items.len() - 1].at, total) == label;
    let bare = SUMMING.iter().any(|word| {
        label.strip_suffix(word).is_some_and(|scope| {
            let scope = SCOPES
                .iter()
                .find_map(|word| scope.strip_prefix(word))
                .unwrap_or(scope);
            let each = |item: &Item| page.label(item.at).contains(scope);
            items.iter().all(each) || joined || (*word != "共" && scope.chars().count() < 4)
        })
    }) && !mixed;
    let bare = bare || year || both || (!mixed && named(page, &items, total));
    let firm = if !closes(page, &items, total) && bare {
        items.len()
    } else {
        0
    };
    Some(List {
        opener: Opener::Closed,
        items,
        strays: Vec::new(),
        firm,
        whole: Some(total),
        holds: false,
    })
}

/// Whether a number is none of the parts, and does not part them: a change, or what a remark says of the part before it:
/// `建议64件(主办41件、会办23件),比上年增加4件,提案88件,共152件`.
fn beside(page: &Page, at: usize, total: usize) -> bool {
    let mention = &page.mentions[at];
    let free = || any(page.gap(at, total), &["减免", "免收", "退还"]);
    let money = page.mentions[total].unit == "元" && mention.unit != "元" && !free();
    mention.change || money || (mention.paren.is_some() && page.mentions[total].paren.is_none())
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
    let scope = SCOPES.iter().find_map(|word| label.strip_prefix(word));
    let said = scope.unwrap_or(label);
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
    adding && next && units && (near(sum, goal.value) || swap(&values, goal.value))
}

/// The parts of the sentence before a total, which has no other number:
/// `涉及征地42件、拆迁18件、其他9件。全年收到申请69件`.
fn sentence_before(page: &Page, total: usize, lists: &[List]) -> Option<List> {
    let mention = &page.mentions[total];
    let last = total - 1;
    let from = (0..last)
        .rev()
        .take(MAX_ITEMS)
        .take_while(|&at| page.same_sentence(at, last))
        .last()?;
    let fits = |at: usize| {
        let part = &page.mentions[at];
        let listed = lists.iter().any(|list| list.holds && list.has(at));
        let exact = part.is_exact();
        exact && !listed && part.unit == mention.unit && part.paren.is_none()
    };
    let label = page.label(total);
    let whole = any(label, &["全年", "共", "合计", "总计", "总数"]);
    let beside = page.traits[total].sentence == page.traits[last].sentence + 1;
    let parts: Vec<usize> = (from..total)
        .filter(|&at| !page.mentions[at].is_percent() && !page.mentions[at].change)
        .collect();
    let couple = parts.len() == 2
        && COUPLES.iter().any(|&(one, other)| {
            let named = |words: &str| words.contains(one) || words.contains(other);
            label.contains(one)
                && label.contains(other)
                && parts.iter().all(|&at| named(page.label(at)))
        });
    let several = parts.iter().skip(1).any(|&at| view(page, at));
    let few = (parts.len() < 3 && !couple) || several;
    if !whole || !beside || mention.soft || few || !parts.iter().all(|&at| fits(at)) {
        return None;
    }
    let items = shared(page, from, total);
    let values = page.values(&parts);
    let sum: Number = values.iter().sum();
    let close = near(sum, mention.value) || swap(&values, mention.value);
    let gap = (sum - mention.value).abs();
    let explained = carries(page, gap);
    let complete = (view(page, from) && rest(page.label(last)))
        || couple
        || told(label) == Some(parts.len())
        || (SUMMING.contains(&label)
            && hundred(
                page,
                (from..total).filter(|&at| page.mentions[at].is_percent()),
            ));
    let surely = complete && close && !explained;
    Some(List {
        opener: Opener::Closed,
        firm: if surely { items.len() } else { 0 },
        items,
        strays: Vec::new(),
        whole: Some(total),
        holds: false,
    })
}

/// The counts of a stretch of mentions, each with the shares that follow it.
fn shared(page: &Page, from: usize, to: usize) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for at in from..to {
        if page.mentions[at].is_count() && !page.mentions[at].change {
            items.push(Item {
                at,
                shares: Vec::new(),
            });
        } else if page.mentions[at].is_percent()
            && let Some(item) = items.last_mut()
        {
            item.shares.push(at);
        }
    }
    items
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
