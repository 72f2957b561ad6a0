//! Which numbers belong to a list, once its first item is known.

use super::{
    apart::{carried, classes, whole_texts},
    ends::{
        adds_up, begun, beyond, channel, coupled, divided, halts, headed, passes, rests, resumes,
        segment, totals, turns,
    },
    kinds::{attends, full_set},
    outcomes::outcome,
    recalls,
    view::view,
};
use crate::{
    claims::{
        lexicon::{cells::RESULTS, lists::REST, roles::CLOSED, times::EARLIER},
        reading::{
            context::cuts,
            list::{Item, List, Opener},
            page::{Page, alike, any},
            traits::{count_before, is_base},
            ways::{Way, ends_case},
        },
    },
    text::Number,
};

/// The most items that a list may have.
pub(super) const MAX_ITEMS: usize = 80;

/// Gathers the items of a list from its first one on.
pub(super) fn collect(page: &Page, first: usize, opener: Opener) -> List {
    let mut list = List {
        opener,
        items: vec![Item {
            at: first,
            shares: Vec::new(),
        }],
        strays: Vec::new(),
        firm: usize::MAX,
        whole: None,
        holds: false,
    };
    let mut at = first + 1;
    if described(page, first, first) {
        list.items[0].at = at;
        at += 1;
    }
    let mut strays = 0;
    while at < page.mentions.len() && list.items.len() < MAX_ITEMS {
        match step(page, &mut list, at, strays) {
            Step::Next => {}
            Step::Stray => {
                list.firm = list.firm.min(list.items.len());
                strays += 1;
            }
            Step::Skip(to) => at = to,
            Step::End => break,
        }
        at += 1;
    }
    list.firm = list.firm.min(list.items.len());
    // 继续有效28件,废止22件,失效8件: verbs that name the kinds of one set begin nothing new.
    let all = list.items.len();
    if list.firm < all && full_set(&page.all_words(&list.parts(all))) {
        list.firm = all;
    }
    if carried(page, &list) {
        list.items.remove(0);
        list.firm = list.firm.saturating_sub(1).max(1);
    }
    whole_texts(page, &mut list);
    classes(page, &mut list);
    list
}

/// Whether a number is that of the next group of results, so that the rows of the one before are done with:
/// `不予处理78件,其中重复申请27件;其他处理72件`.
fn regrouped(page: &Page, first: usize, at: usize) -> bool {
    let group = |at: usize| {
        let label = page.label(at);
        let mut named = RESULTS.iter().filter(|(word, _)| label.contains(word));
        named.next().map(|(_, group)| *group)
    };
    Way::Results.names(page.label(at))
        && group(first).is_none()
        && group(at).is_some_and(|next| {
            let whole = count_before(page, first).and_then(group);
            whole.is_some_and(|whole| whole != next)
        })
}

/// Whether a number only describes what the next one counts, of a list that begins with the first: 其中26个试点领域986项,
/// of 1280项; 9个县(市、区)62件, of 110件.
fn described(page: &Page, first: usize, at: usize) -> bool {
    let Some(next) = page.mentions.get(at + 1) else {
        return false;
    };
    // Behind the first part its unit is the one that counts: 其中11个县区1888件、45个部门986件.
    let unit = match at == first {
        true => count_before(page, first).map_or("", |at| page.mentions[at].unit),
        false => page.mentions[first].unit,
    };
    let gap = page.gap(at, at + 1);
    let (before, behind) = gap.split_once("(市、区)").unwrap_or((gap, ""));
    page.mentions[at].unit != unit
        && next.unit == unit
        && !before.is_empty()
        && !before.contains(cuts)
        && !behind.contains(cuts)
}

/// Whether a number begins what became of the cases that the last one says are done with:
/// `行政复议4件,其中审结3件,维持2件,纠正1件`.
fn ended(page: &Page, last: usize, at: usize) -> bool {
    let said = page.label(last);
    any(said, &["审结", "结案"]) && !said.contains('未') && ends_case(page.label(at))
}

enum Step {
    /// The mention was dealt with.
    Next,
    /// It does not belong to the list; the list may go on, but not for certain.
    Stray,
    /// All mentions up to and with this one belong to a part.
    Skip(usize),
    /// The list ends.
    End,
}

fn step(page: &Page, list: &mut List, at: usize, strays: usize) -> Step {
    let (first, last) = (list.items[0].at, list.items[list.items.len() - 1].at);
    let (mention, start) = (&page.mentions[at], &page.mentions[first]);
    if mention.is_percent() {
        if let Some(item) = list.items.last_mut() {
            item.shares.push(at);
        }
        return Step::Next;
    }
    if mention.paren != start.paren {
        let deeper = mention.paren.is_some_and(|p| p > start.range.start);
        return if deeper { Step::Next } else { Step::End };
    }
    if mention.malformed || strays > 3 {
        return Step::End;
    }
    let skipped = mention.change || (mention.earlier && !start.earlier) || recalls(page, at);
    if skipped || described(page, first, at) || is_base(page, at) {
        return Step::Next;
    }
    let (own, head) = (page.traits[at], page.traits[first]);
    let ends = own.summing && totals(page, list, at)
        || list.items.len() > 2 && adds_up(page, list, at)
        || view(page, at)
        || headed(page, at)
        || regrouped(page, first, at)
        || ended(page, last, at)
        || brought(page, list, at);
    if ends || own.sentence > head.sentence + 1 {
        return Step::End;
    }
    let again = ["涉及", "包括"]
        .iter()
        .any(|word| [at, first].iter().all(|&at| begins(page, at, word)));
    if !again && own.opener.is_some_and(|opener| opener != Opener::Colon) {
        if let Some(to) = nested(page, last, at).or_else(|| aside(page, last, at)) {
            return Step::Skip(to);
        }
        // 涉及 may also begin a part's own noun: 涉及秘密的信息138条.
        if own.opener != Some(Opener::Open) || own.sentence != head.sentence {
            return Step::End;
        }
        if !outcome(page, at) {
            list.firm = list.firm.min(list.items.len());
        }
    }
    // 原创2658条,粉丝数12.3万: a rounded number without a unit is none of the exact ones.
    let bare = mention.unit.is_empty() && mention.soft && !start.unit.is_empty();
    if bare || !alike(mention.unit, start.unit) {
        if own.sentence == head.sentence && mention.paren == start.paren {
            list.strays.push(at);
        }
        return Step::Stray;
    }
    let ends = divided(page, first, at) || resumes(page, last, at) || passes(page, list, at);
    // 动态类72条,包括推进情况36条、检查24条等;政务类14条
    let more = page.tail(last).starts_with('等') && page.gap(last, at).contains(';');
    if ends || more || turns(page, list, at) {
        return Step::End;
    }
    let crossed = own.sentence > page.traits[last].sentence;
    if crossed && list.firm == usize::MAX {
        list.firm = list.items.len();
    } else if crossed && strays > 0 {
        return Step::End;
    }
    if may_end(page, list, at) {
        list.firm = list.firm.min(list.items.len());
    }
    list.items.push(Item {
        at,
        shares: Vec::new(),
    });
    Step::Next
}

/// Whether a list may have ended before a number, which may go on with something else.
fn may_end(page: &Page, list: &List, at: usize) -> bool {
    let (first, last) = (list.items[0].at, list.items[list.items.len() - 1].at);
    let (own, head) = (page.traits[at], page.traits[first]);
    // 每期1500册,其中赠阅800册;全年赠阅9600册: what begins anew with 全年 or 共 is no part.
    let anew = |at: usize| {
        ["全年", "共"]
            .iter()
            .any(|word| page.label(at).starts_with(word))
    };
    // 发布会26场,其中区政府12场、部门14场,主要负责同志出席8场
    let takes_part = |at: usize| attends(page.label(at));
    // 信函26件,网络8件,已按时办结33件
    let timed = |at: usize| {
        let label = page.label(at);
        Way::Terms.names(label) && any(label, CLOSED)
    };
    let places = || list.items.iter().all(|item| page.traits[item.at].place);
    (list.items.len() > 2 && !own.place && places())
        || beyond(page, list, at)
        || halts(page, list, at)
        || rests(page, last, at)
        || channel(page, list, at)
        || (anew(at) && !anew(first))
        || (takes_part(at) && !takes_part(first))
        || (!own.kind
            && own.verbs & !head.verbs_around != 0
            && !page.gap(last, at).starts_with('、')
            && !coupled(page, first, at)
            && !closed(page, at))
        || (page.mentions[at].unit != page.mentions[first].unit && begun(page, at))
        || (timed(at) && !timed(first))
}

/// Whether a number behind channels or applicants is what the year before left, which is none of them and does not make
/// them all: `新收17件,其中网络12件、信函3件;上年结转1件`.
fn brought(page: &Page, list: &List, at: usize) -> bool {
    let first = list.items[0].at;
    let (Some(whole), parts) = (first.checked_sub(1), list.parts(list.items.len())) else {
        return false;
    };
    let labels = page.all_words(&parts);
    let one = |way: &Way| labels.iter().all(|label| way.names(label));
    let left = page.mentions[whole].value - page.values(&parts).into_iter().sum::<Number>();
    any(page.label(at), EARLIER)
        && page.label(at).ends_with("结转")
        && page.gap(at - 1, at).starts_with(';')
        && (Way::OF_REQUESTS.iter().any(one) || any(labels[0], CLOSED))
        && left != page.mentions[at].value
}

/// Whether a number is one of a list that what is left ends right behind it, so that a verb in its name begins nothing:
/// `文件52条,补贴资金发放37条,其他18条`.
fn closed(page: &Page, at: usize) -> bool {
    let next = at + 1;
    let long = page.label(at).chars().count() > 5;
    long && next < page.mentions.len()
        && page.same_sentence(at, next)
        && page.mentions[next].unit == page.mentions[at].unit
        && REST.iter().any(|word| {
            let rest = page.label(next).strip_prefix(word);
            rest.is_some_and(|rest| matches!(rest, "" | "类" | "信息" | "类信息"))
        })
}

/// Whether the words of a number begin with this one, 其中 aside.
fn begins(page: &Page, at: usize, word: &str) -> bool {
    let label = page.label(at);
    label
        .strip_prefix("其中")
        .unwrap_or(label)
        .starts_with(word)
}

/// The last mention of a remark on `parent`, an item of a list with semicolons, that tells some of its parts:
/// `环保信息312条,其中空气质量信息245条;安全生产信息186条`.
fn aside(page: &Page, parent: usize, from: usize) -> Option<usize> {
    let sound = page.mentions[from].value <= page.mentions[parent].value;
    let gap = page.gap(parent, from);
    let said = gap.strip_prefix([',', '(']).unwrap_or_default();
    let mut words = ["其中", "包含", "包括", "内有"].iter();
    let own = words.find_map(|word| said.strip_prefix(word));
    let item = segment(page, parent) || page.traits[parent].opener.is_some();
    let own = own.filter(|_| sound && item)?;
    // 其中:减税5条;决算7条: the semicolons are those of the parts.
    let ends: &[char] = if own.starts_with(':') {
        &['。']
    } else {
        &[';', '。']
    };
    let mut behind = from + 1..page.mentions.len();
    let end = behind.find(|&at| page.gap(at - 1, at).contains(ends));
    if own.starts_with(':') {
        return Some(end.unwrap_or(page.mentions.len()) - 1);
    }
    end.filter(|&end| page.gap(end - 1, end).contains(';'))
        .map(|end| end - 1)
}

/// The last mention of the parts of `parent` that begin at `from`, if they add up to it.
fn nested(page: &Page, parent: usize, from: usize) -> Option<usize> {
    let mut sum = Number::ZERO;
    for at in from..page.mentions.len().min(from + 24) {
        let mention = &page.mentions[at];
        if mention.is_percent() || mention.change {
            continue;
        }
        sum += mention.value;
        if sum == page.mentions[parent].value {
            return Some(at);
        }
        if sum > page.mentions[parent].value {
            return None;
        }
    }
    None
}
