//! Parts that no number before them can hold (N201): 158条,其中…516条.

use super::{
    doubt::doubtful,
    fits::{both, in_sentence},
    kinds::{attended, closed_by_rest, full_set, one_kind, overlapping, pair},
    parts::bounds,
    results::cases,
    sure::{beside, counted, open_ended, other_base, slight},
    tell::violation,
};
use crate::{
    claims::{
        lexicon::{roles::CARRIED, times::CUMULATIVE},
        reading::{
            list::{List, Opener},
            page::{Page, any},
            results::Results,
            roles::remains,
            ways::Way,
        },
    },
    rule::{Check, Severity},
    text::Number,
};

/// What is told of a list with a part that is greater than each of the numbers that its whole may be.
pub(super) fn excess(
    page: &mut Page,
    list: &List,
    wholes: &[usize],
    results: &Results,
) -> Option<Check> {
    let parts = list.parts(list.firm);
    let answered = answered(page, &parts, wholes);
    let whole = answered.or(wholes.first().copied())?;
    let near =
        answered.is_some() || beside(page, whole, parts[0]) || remarked(page, whole, parts[0]);
    let sure = near && sound(page, list, &parts, whole, results);
    let severity = sure.then(|| severity(page, list, &parts, whole)).flatten();
    let severity = severity
        .or_else(|| doubtful(page, list, &parts, whole, results).then_some(Severity::Notice))?;
    Some(violation(page, whole, &parts, severity))
}

/// The parts of a list that names some of them alone, where one is greater than the whole, or together those are that
/// have nothing in common: classes, `重点领域信息230条,涉及财政资金类120条、住房保障类280条`; some kinds and the rest,
/// `信息61条,其中政策解读21条、其他文件51条等`; those that a remark includes, `规章13件(含新制定8件,修改4件,废止4件)`.
pub(super) fn overfull(
    page: &Page,
    list: &List,
    wholes: &[usize],
) -> Option<(Vec<usize>, Severity)> {
    let (&whole, parts) = (wholes.first()?, in_sentence(page, list));
    let total = &page.mentions[whole];
    let included = list.opener == Opener::Included && parts.len() > 2 && !page.requests;
    // 包括网站35条,报刊上发布信息80条,公众号2443条: the verb of one part ended nothing.
    let free = |&at: &usize| page.mentions[at].value > total.value && page.traits[at].verbs == 0;
    let resumed = list.opener == Opener::Among
        && list.firm < parts.len()
        && parts[list.firm + 1..].iter().any(free);
    let open = list.opener == Opener::Open || included || resumed || open_ended(page, &parts);
    let exact = |&at: &usize| page.mentions[at].is_exact() && page.mentions[at].unit == total.unit;
    let class = |&at: &usize| page.label(at).trim_end_matches("信息").ends_with('类');
    let sum = bounds(page, &parts).0;
    let beyond = parts
        .iter()
        .any(|&at| page.mentions[at].value > total.value);
    let rest = closed_by_rest(&page.all_words(&parts))
        && parts.windows(2).all(|two| two[0] + 1 == two[1])
        && !beyond;
    let apart = included || parts.iter().all(class) || rest;
    let by_one = slight(parts.len(), sum, total.value) && !page.before(parts[0]).contains("涉及");
    let together = parts.len() > 1 && (apart || by_one) && sum > total.value;
    // 32件不同意公开(涉及国家秘密5件,…): a number before it may be what is divided, and 涉及 begin each name.
    let other = |at: usize| {
        let before = &page.mentions[at];
        page.same_sentence(at, whole) && before.is_count() && before.value != total.value
    };
    let first = !(0..whole).any(other);
    let named = parts
        .iter()
        .skip(1)
        .all(|&at| !page.label(at).starts_with("涉及"));
    let told = open
        && list.opener != Opener::Unmarked
        && first
        && named
        && total.paren.is_none()
        && whole + 1 == parts[0]
        && beside(page, whole, parts[0])
        && (page.same_sentence(whole, parts[0]) || page.gap(whole, parts[0]).starts_with("。涉及"))
        && total.is_exact()
        && parts.iter().all(exact)
        && !parts.iter().any(|&at| page.words(at).is_empty())
        && (resumed || !overlapping(page, &parts));
    let severity = match rest && parts.len() > 2 {
        true => Severity::Error,
        false => Severity::Notice,
    };
    (told && (beyond || together)).then_some((parts, severity))
}

/// Whether the parts are surely parts of this whole and of no other number.
fn sound(page: &Page, list: &List, parts: &[usize], whole: usize, results: &Results) -> bool {
    let labels = page.all_words(parts);
    let all = &page.mentions[whole];
    let units = |&at: &usize| counted(all.unit, page.mentions[at].unit);
    let greater = |&at: &usize| page.mentions[at].low > all.high;
    let odd = all.earlier
        || (all.soft && !places(page, parts))
        || any(page.wide(whole), &["结转", "新增", "新建"])
        || remains(page, whole)
        || labels.iter().any(|label| any(label, CUMULATIVE))
        || open_ended(page, parts)
        || attended(page, parts)
        || labels.iter().any(|label| label.ends_with("另计"))
        || (list.opener != Opener::Of && other_base(page, &labels, whole, results));
    let announced = match list.opener {
        Opener::Open | Opener::Included => false,
        Opener::Unmarked => of_cases(page, &labels, whole),
        _ => true,
    };
    announced
        && parts.iter().all(units)
        && parts.iter().any(greater)
        && !odd
        && (page.same_sentence(whole, parts[0]) || looks_back(page, whole, parts[0]))
        && !both(page, whole, bounds(page, parts).0)
}

/// Whether parts that nothing announces are outcomes of the reviews or lawsuits right before them:
/// `行政复议4件,结果维持3件,结果纠正1件`.
fn of_cases(page: &Page, labels: &[&str], whole: usize) -> bool {
    let named = ["复议", "诉讼"].map(|word| page.wide(whole).contains(word));
    named[0] != named[1] && cases(labels) && !any(page.text(), CARRIED)
}

/// How sure it is that the whole cannot hold its parts; nothing where the greatest of them may belong to something else.
fn severity(page: &Page, list: &List, parts: &[usize], whole: usize) -> Option<Severity> {
    let labels = page.all_words(parts);
    let of = list.opener == Opener::Of;
    if parts.len() > 1 {
        let kinds = one_kind(&labels)
            || cases(&labels)
            || pair(page, parts)
            || full_set(&labels)
            || places(page, parts)
            || closed_by_rest(&labels)
            || list.opener == Opener::Among && first_exceeds(page, whole, parts[0]);
        return Some(if kinds {
            Severity::Error
        } else {
            Severity::Notice
        });
    }
    let known = Way::ALL.iter().any(|way| way.names(page.label(parts[0])));
    if known || of {
        return Some(Severity::Error);
    }
    let only = list.opener == Opener::Among && only_whole(page, whole, parts[0]);
    let beside = page.same_sentence(whole, parts[0]);
    only.then_some(if beside {
        Severity::Error
    } else {
        Severity::Notice
    })
}

/// Whether the first of several parts alone is more than their only whole: `收到申请68件,其中首次提交80件、重复提交28件`.
fn first_exceeds(page: &Page, whole: usize, first: usize) -> bool {
    page.mentions[first].low > page.mentions[whole].high && only_whole(page, whole, first)
}

fn places(page: &Page, parts: &[usize]) -> bool {
    parts.len() > 1 && parts.iter().all(|&at| page.traits[at].place)
}

/// Whether nothing but the number right before 其中 can be what the part after it is of, not even with others of the
/// sentence: 来信、来访分别为256、64件次,其中办结300件次.
fn only_whole(page: &Page, whole: usize, part: usize) -> bool {
    let one = &page.mentions[part];
    let back = looks_back(page, whole, part);
    let counted = |at: &usize| {
        let other = &page.mentions[*at];
        let unit = other.unit.is_empty() || other.unit == one.unit;
        (page.same_sentence(*at, whole) || page.same_sentence(*at, part))
            && other.is_amount()
            && unit
    };
    let sum: Number = (0..part)
        .filter(counted)
        .map(|at| page.mentions[at].high)
        .sum();
    let part_of_year = [whole, part].iter().any(|&at| page.wide(at).contains('月'));
    let gap = page
        .gap(whole, part)
        .trim_start_matches([',', ';', ':', '(', '。']);
    part == whole + 1
        && (back || page.same_sentence(whole, part))
        && page.mentions[whole].unit == one.unit
        && page.mentions[whole].is_exact()
        && one.is_exact()
        && gap.starts_with("其中")
        && !part_of_year
        && sum < one.low
}

/// The number answered, where results are listed after it and after what is carried out.
fn answered(page: &Page, parts: &[usize], wholes: &[usize]) -> Option<usize> {
    let &first = parts.first()?;
    let results = parts.len() > 2 && parts.iter().all(|&at| Way::Results.names(page.words(at)));
    let passed = |at: usize| {
        let between = &page.mentions[at];
        !between.is_count() || between.change || remains(page, at)
    };
    let named = |&at: &usize| {
        any(page.wide(at), &["办结", "答复", "办复", "处理完成"])
            && page.same_sentence(at, first)
            && (at + 1..first).all(passed)
    };
    wholes.iter().copied().filter(|_| results).find(named)
}

/// Whether 其中 at the head of a sentence looks back at a number that its part exceeds, as it does any other of the
/// sentence before.
fn looks_back(page: &Page, whole: usize, part: usize) -> bool {
    let most = page.mentions[part].low;
    let less = (0..whole).all(|at| {
        let other = &page.mentions[at];
        let unit = other.unit == page.mentions[part].unit;
        !page.same_sentence(at, whole) || !other.is_count() || !unit || other.high < most
    });
    less && page.gap(whole, part).contains("。其中")
}

/// Whether only remarks in parentheses stand between a whole and a part.
fn remarked(page: &Page, whole: usize, part: usize) -> bool {
    let open = page.mentions[whole].paren;
    let inside = |at: usize| page.mentions[at].paren != open;
    page.mentions[part].paren == open && whole + 1 < part && (whole + 1..part).all(inside)
}
