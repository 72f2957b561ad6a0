//! Results and kinds of requests under two wholes: what was received and what was carried in, named one after the other.

use super::{
    fits::in_sentence,
    kinds::{closed_by_rest, one_kind},
    parts::bounds,
    sure::open_ended,
    tell::{agreement, violation_of},
};
use crate::{
    claims::{
        lexicon::{
            roles::{CARRIED, CLOSED},
            sums::{DONE, RESULTS},
            times::EARLIER,
        },
        reading::{
            list::List,
            page::{Page, any, has},
            roles::remains,
        },
    },
    rule::{Check, Severity},
};
use std::ops::ControlFlow::{self, Break, Continue};

/// What one way of judging makes of a list: it settles it, with what there is to tell, or leaves it to the next.
pub(super) type Verdict = ControlFlow<Vec<Check>>;

/// `新收317件,上年结转3件。其中,予以公开184件……结转下年度13件`: the results are those of 320 requests. Nothing is told
/// where some of them may be left out.
pub(super) fn joint(page: &mut Page, list: &mut List, wholes: &[usize]) -> Verdict {
    let Some([new, old]) = received(page, list, wholes) else {
        return Continue(());
    };
    let parts = list.parts(list.firm);
    let labels = page.all_words(&parts);
    let results = labels.iter().any(|label| any(label, RESULTS));
    let left = carried_out(page, list);
    let (low, high) = bounds(page, &parts);
    let all = page.mentions[new].value + page.mentions[old].value;
    if low == all || low <= all && all <= high && (results || one_kind(&labels)) {
        list.whole = Some(new);
        list.holds = true;
        let numbers = [&[new, old], parts.as_slice()].concat();
        let check = agreement(page, &numbers);
        return Break(vec![check]);
    }
    // 其中237件已答复,剩余5件结转下年: what is answered and what is left are all there were, unless the first has a name
    // of its own, 主办30件已答复, or more stands behind, 剩余4件结转下年,1件由申请人撤回.
    let last = parts[parts.len() - 1];
    if parts.len() == 2 && closed_by_rest(&labels) && remains(page, last) {
        let next = last + 1;
        let more = next < page.mentions.len()
            && page.same_sentence(last, next)
            && page.mentions[next].is_count();
        let own = page.label(parts[0]).trim_start_matches("其中");
        let all = if own.is_empty() {
            page.tail(parts[0])
        } else {
            own
        };
        let told = (!more && any(all, CLOSED))
            .then(|| violation_of(page, &[new, old], &parts, Severity::Error));
        return Break(told.into_iter().collect());
    }
    if !results {
        return Continue(());
    }
    let apart = |label: &&str| any(label, DONE) && !any(label, RESULTS);
    if open_ended(page, &parts) || labels.iter().any(apart) {
        return Break(Vec::new());
    }
    let severity = if left && parts.len() > 3 {
        Severity::Error
    } else if low > all {
        Severity::Notice
    } else {
        return Break(Vec::new());
    };
    Break(vec![violation_of(page, &[new, old], &parts, severity)])
}

/// What one of the parts is said to include of the year before: `年内办结41件(含上年结转1件)`.
pub(super) fn brought(page: &Page, list: &List) -> Option<usize> {
    let within = |&old: &usize| {
        let gap = page.gap(old - 1, old);
        let said = gap.strip_prefix(page.tail(old - 1)).unwrap_or(gap);
        said.starts_with("(含") && any(said, EARLIER) && any(said, CARRIED)
    };
    let next = in_sentence(page, list).into_iter().map(|at| at + 1);
    next.filter(|&old| old < page.mentions.len()).find(within)
}

/// Whether a list names what is left for next year too, so that a part of it is no list of its own.
pub(super) fn carried_out(page: &Page, list: &List) -> bool {
    list.parts(list.firm)
        .iter()
        .any(|&at| has(page.words(at), "结转"))
}

/// Whether a number is of what was carried in.
pub(super) fn is_brought(page: &Page, at: usize) -> bool {
    let around = page.around(at);
    any(&around, CARRIED) && !any(&around, &["下年", "下一年", "次年"])
}

/// What was received and what was carried in, where the list stands right after the two.
fn received(page: &Page, list: &List, wholes: &[usize]) -> Option<[usize; 2]> {
    let first = list.items[0].at;
    let old = first.checked_sub(1)?;
    let new = old.checked_sub(1)?;
    let asked = any(&page.around(new), &["收到", "新收", "受理", "接收", "申请"]);
    let inside = page.mentions[old].paren.is_some() && page.mentions[first].paren.is_none();
    (page.requests
        && wholes.contains(&new)
        && (wholes.contains(&old) && !inside)
        && is_brought(page, old)
        && asked
        && !is_brought(page, new)
        && ![new, old].iter().any(|&at| page.mentions[at].soft))
    .then_some([new, old])
}
