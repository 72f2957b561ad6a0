//! Lists that look at requests from one side (N201): `从渠道看,网上52件,信函21件,当面11件`. Their whole is the number
//! received, perhaps sentences before.

use super::{
    collect::collect,
    kinds::{closed_by_rest, full_set, negated, overlapping, pair, rest},
    sure::{beside, grade, near, one_digit, open_ended},
    tell::{agreement, disagreement, same_digits, swap, violation},
};
use crate::{
    claims::{
        lexicon::{
            lists::{CHANNELS, UPPER_BODIES},
            roles::TAKEN_IN,
            sums::{SIDES, VIEWS},
            times::CUMULATIVE,
        },
        reading::{
            list::{List, Opener},
            page::{Page, any},
            prose::Prose,
            roles::carries,
            ways::Way,
        },
        rules,
    },
    rule::{Check, Severity},
    text::Number,
};

/// How many mentions back the number received is looked for.
const BACK: usize = 24;

/// How many passages back the number received is looked for where a view has its own line.
const LINES: usize = 4;

/// What a view divides by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// How requests arrive, or who asks.
    Requests(Way),
    /// Something else, of which the last part is what is left, or all are places or levels.
    Other,
}

/// By how requests arrive.
const ARRIVAL: Side = Side::Requests(Way::Channels);

/// Finds and checks the views of one passage that no other list explains.
pub(super) fn check(page: &mut Page, lists: &mut Vec<List>, checks: &mut Vec<Check>) {
    for first in 1..page.mentions.len() {
        let known = page.used[first] || lists.iter().any(|list| list.holds && list.has(first));
        if known || !view(page, first) {
            continue;
        }
        let list = collect(page, first, Opener::Closed);
        let parts = list.parts(list.firm);
        let whole = done(page, &parts).or_else(|| received(page, first));
        if let Some((side, whole)) = side(page, &parts).zip(whole) {
            judge(page, side, whole, list, checks, lists);
        } else if let Some(whole) = headed(page, &parts) {
            judge(page, Side::Other, whole, list, checks, lists);
        }
    }
}

/// Checks the views of one passage whose whole only a passage before names, as where each view has its own line.
pub(super) fn apart(prose: &mut Prose, at: usize, lists: &mut Vec<List>, checks: &mut Vec<Check>) {
    let page = &prose.pages[at];
    if page.mentions.is_empty() || page.used[0] || !view(page, 0) {
        return;
    }
    let whole = (at.saturating_sub(LINES)..at).rev().find_map(|before| {
        let page = &prose.pages[before];
        Some((before, received(page, page.mentions.len())?))
    });
    let list = collect(page, 0, Opener::Closed);
    let parts = list.parts(list.firm);
    let Some((side, (before, whole))) = side(page, &parts).zip(whole) else {
        return;
    };
    let total = prose.pages[before].mentions[whole].value;
    let values = page.values(&parts);
    let sum: Number = values.iter().sum();
    let severity = if surely(page, side, &parts, sum, total) {
        Some(Severity::Error)
    } else {
        perhaps(page, side, &parts, total).then_some(Severity::Notice)
    };
    if sum != total && severity.is_none() {
        return;
    }
    let noun = prose.pages[before].noun(whole);
    let found = severity.filter(|_| sum != total);
    let found = found.map(|severity| disagreement(noun, &values, &[total], false, severity));
    let evidence = prose.pages[before].evidence(whole);
    prose.pages[before].used[whole] = true;
    let mut check = prose.pages[at].check(rules::PARTS_DIFFER_FROM_SUM, "sum", &parts, found);
    check.evidence.insert(0, evidence);
    checks.push(check);
    lists.push(List {
        holds: sum == total,
        ..list
    });
}

/// Whether the words before a mention announce a view.
pub(in crate::claims) fn view(page: &Page, at: usize) -> bool {
    if !page.mentions[at].is_count() || page.mentions[at].change {
        return false;
    }
    let before = page.before(at).strip_suffix(page.label(at));
    let clause = before
        .and_then(|before| before.strip_suffix([',', ':']))
        .and_then(|clause| clause.rsplit(['。', ';', ',']).next())
        .unwrap_or_default();
    let led = clause.starts_with(['从', '按']) && VIEWS.iter().any(|word| clause.ends_with(word));
    led || SIDES.contains(&clause)
}

/// Which way of dividing all parts follow.
fn side(page: &Page, parts: &[usize]) -> Option<Side> {
    let left = |at: usize| parts.len() > 2 && parts.last() == Some(&at) && rest(page.words(at));
    let of = |way: Way| {
        let mut parts = parts.iter();
        parts.all(|&at| way.names(page.words(at)) || left(at))
    };
    // 按内容分,征地87件、规划65件、其他109件
    let body = |at: usize| page.traits[at].place || any(page.words(at), UPPER_BODIES);
    let places = || parts.iter().all(|&at| body(at));
    let whole = || parts.len() > 2 && (closed_by_rest(&page.all_words(parts)) || places());
    let side = Way::OF_REQUESTS
        .into_iter()
        .find(|&way| of(way))
        .map(Side::Requests)
        .or_else(|| whole().then_some(Side::Other))?;
    (parts.len() > 1 && !parts.iter().any(|&at| page.mentions[at].soft)).then_some(side)
}

/// The first number of a sentence on other things than requests, which views of all kinds divide again:
/// `来信2146封,办结2139封;按诉求类型分,咨询980封,求助742封,投诉424封`; or the only one of the sentence before, but for
/// what has accumulated.
fn headed(page: &Page, parts: &[usize]) -> Option<usize> {
    let &first = parts.first().filter(|_| !page.requests)?;
    let unit = page.mentions[first].unit;
    let own = |&at: &usize| page.mentions[at].unit == unit;
    let whole = (0..first).find(|&at| page.same_sentence(at, first) && own(&at));
    let whole = whole.or_else(|| before(page, parts))?;
    let labels = page.all_words(parts);
    let named = labels.iter().all(|label| !label.is_empty());
    let exact = |&at: &usize| page.mentions[at].is_exact() && own(&at);
    let all = parts.len() > 2 || full_set(&labels) || pair(page, parts) || negated(page, parts);
    let sound = exact(&whole) && parts.iter().all(exact) && page.mentions[whole].paren.is_none();
    let sum: Number = page.values(parts).into_iter().sum();
    let short = sum < page.mentions[whole].value && closed_by_rest(&labels);
    (all && named && sound && (short || !overlapping(page, parts))).then_some(whole)
}

/// The number of the sentence before that a view divides: the one that its parts come to, or the only one.
fn before(page: &Page, parts: &[usize]) -> Option<usize> {
    let (first, sum) = (parts[0], page.values(parts).into_iter().sum::<Number>());
    let counts = (0..first).filter(|&at| {
        let mention = &page.mentions[at];
        mention.is_exact()
            && mention.unit == page.mentions[first].unit
            && mention.paren.is_none()
            && page.traits[at].sentence + 1 == page.traits[first].sentence
            && !any(page.wide(at), CUMULATIVE)
    });
    let counts: Vec<usize> = counts.collect();
    let fits = |at: &usize| page.mentions[*at].value == sum;
    let only = || counts.first().copied().filter(|_| counts.len() == 1);
    counts.iter().copied().find(fits).or_else(only)
}

/// The number right before a view that its parts come to, whatever it counts: `办结655件,按申请人分,自然人570件,法人85件`.
fn done(page: &Page, parts: &[usize]) -> Option<usize> {
    let sum: Number = page.values(parts).into_iter().sum();
    let whole = parts.first()?.checked_sub(1)?;
    let mention = &page.mentions[whole];
    (mention.is_exact() && mention.value == sum).then_some(whole)
}

/// The number received, if the passage names just one.
pub(super) fn received(page: &Page, first: usize) -> Option<usize> {
    let mut all = (0..first).rev().take(BACK).filter(|&at| {
        let mention = &page.mentions[at];
        let words = page.wide(at);
        mention.is_count()
            && !mention.change
            && !mention.earlier
            && !mention.soft
            && any(words, TAKEN_IN)
            && (words.contains("申请") || page.heading.contains("申请"))
            && !any(words, &["其中", "复议", "诉讼", "累计", "结转", "分别"])
    });
    let whole = all.next()?;
    let value = page.mentions[whole].value;
    all.all(|at| page.mentions[at].value == value)
        .then_some(whole)
}

fn judge(
    page: &mut Page,
    side: Side,
    whole: usize,
    list: List,
    checks: &mut Vec<Check>,
    lists: &mut Vec<List>,
) {
    let parts = list.parts(list.firm);
    let sum: Number = page.values(&parts).into_iter().sum();
    let total = page.mentions[whole].value;
    let holds = sum == total;
    if holds {
        let numbers: Vec<usize> = std::iter::once(whole)
            .chain(parts.iter().copied())
            .collect();
        checks.push(agreement(page, &numbers));
    } else if surely(page, side, &parts, sum, total) {
        checks.push(violation(page, whole, &parts, Severity::Error));
    } else if perhaps(page, side, &parts, total) {
        let severity = match certain(page, side, &parts, sum > total) {
            true => Severity::Error,
            false => grade(page, &parts, whole),
        };
        checks.push(violation(page, whole, &parts, severity));
    } else {
        return;
    }
    lists.push(List {
        whole: Some(whole),
        holds,
        ..list
    });
}

/// Whether a view of other kinds that is more than its whole has nothing twice, or one that is less leaves nothing out.
fn certain(page: &Page, side: Side, parts: &[usize], more: bool) -> bool {
    let rest = parts.len() > 2 && closed_by_rest(&page.all_words(parts));
    side == Side::Other && (more || rest) && !page.requests
}

/// Whether swapped digits would explain why a view of several kinds does not add up, or the kinds exceed all that was
/// received and carried in.
fn perhaps(page: &Page, side: Side, parts: &[usize], total: Number) -> bool {
    let values = page.values(parts);
    if side == Side::Other {
        let sum: Number = values.iter().sum();
        let units = !page.requests || parts.iter().all(|&at| page.mentions[at].unit == "件");
        let said = page.mentions.iter().any(|mention| mention.value == sum);
        let before = page.before(parts[0]).rsplit(';').next();
        let done = before.is_some_and(|before| any(before, &["办结", "答复", "办理"]));
        let close = near(sum, total) && !open_ended(page, parts);
        return units && close && !said && !done && !carries(page, (sum - total).abs());
    }
    let least = if side == ARRIVAL { 2 } else { 1 };
    let old = |at: &usize| page.mentions[*at].is_count() && page.around(*at).contains("结转");
    let carried = (0..page.mentions.len()).filter(old);
    let all = total + carried.map(|at| page.mentions[at].value).sum::<Number>();
    let more = values.iter().sum::<Number>() > all;
    if more && parts.len() > least {
        return true;
    }
    let shares = values.len() > 1 && same_digits(values.iter().sum(), total);
    let next = page.mentions.get(parts[0] + 1);
    let unshared = more && next.is_none_or(|next| !next.is_percent());
    (parts.len() > least || shares || unshared) && !open_ended(page, parts) && swap(&values, total)
}

/// Whether parts are three ways or more in which all requests received came, so that their sum must be the number right
/// before them: `收到申请66件,网络申请41件,信函申请19件,当面申请4件`.
pub(super) fn asked(page: &Page, parts: &[usize], whole: usize) -> bool {
    let words = page.wide(whole);
    let received = any(words, TAKEN_IN)
        && words.contains("申请")
        && !any(words, &["其中", "复议", "诉讼", "累计", "结转"]);
    let sum: Number = page.values(parts).into_iter().sum();
    let total = &page.mentions[whole];
    received
        && total.is_exact()
        && parts
            .first()
            .is_some_and(|&first| beside(page, whole, first))
        && side(page, parts) == Some(ARRIVAL)
        && surely(page, ARRIVAL, parts, sum, total.value)
}

/// Whether a view that does not add up is a fault: it is complete, and nothing carried over explains it.
fn surely(page: &Page, side: Side, parts: &[usize], sum: Number, total: Number) -> bool {
    let labels = page.all_words(parts);
    if side == Side::Other {
        return false;
    }
    let rest = closed_by_rest(&labels);
    let complete = match side {
        ARRIVAL => parts.len() > 2,
        _ => labels.iter().any(|label| label.contains("法人")) || rest,
    };
    let through = |label: &&str| any(label, CHANNELS) && !any(label, &["申请", "提交"]);
    // A few more or less may have been carried over.
    let tens = one_digit(sum - total) && (sum - total).abs() >= Number::TEN;
    let mixed = side == ARRIVAL && !rest && labels.iter().any(through);
    let units = parts.iter().all(|&at| page.mentions[at].unit == "件");
    units
        && !carries(page, (sum - total).abs())
        && !mixed
        && (near(sum, total) || rest && tens)
        && (sum > total || complete)
        && !open_ended(page, parts)
}
