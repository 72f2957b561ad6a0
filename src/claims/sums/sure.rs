//! How sure it is that parts are all of their whole: that they leave nothing out.

use super::{
    answers::goes_out,
    kinds::overlapping,
    recalls,
    results::{cases, leaves_out},
};
use crate::{
    claims::{
        lexicon::lists::TWICE,
        reading::{
            context::cuts,
            page::{Page, any},
            results::Results,
            ways::Way,
        },
    },
    rule::Severity,
    text::{Number, number::plain},
};

/// Whether results, or ways in which answers went out, are listed under requests received: some of them may be last
/// year's or wait for next year.
pub(in crate::claims) fn other_base(
    page: &Page,
    labels: &[&str],
    whole: usize,
    results: &Results,
) -> bool {
    let outcomes = labels
        .iter()
        .any(|label| Way::Results.names(label) || goes_out(label));
    let asked = any(
        &page.around(whole),
        &["申请", "收到", "受理", "接收", "收办"],
    );
    outcomes
        && asked
        && !results.none_carried()
        && !waiting(labels)
        && !settled(page, whole)
        && !any(
            &page.around(whole),
            &["办结", "答复", "办理", "处理", "办复"],
        )
}

/// Whether the words right after a number say that all of it is dealt with: `收到申请2件,均已答复`.
pub(super) fn settled(page: &Page, whole: usize) -> bool {
    let Some(next) = page.mentions.get(whole + 1) else {
        return false;
    };
    let rest = page.slice(page.mentions[whole].range.end..next.range.start);
    // 收到申请21件。已全部答复,其中…
    let rest = rest.trim_start_matches('。');
    let rest = rest.split('。').next().unwrap_or(rest);
    any(rest, &["均", "全部", "已全", "都已"])
        && any(rest, &["答复", "办结", "办理", "办复"])
        && !rest.contains("正在")
}

/// Whether some of the parts are not dealt with yet, so that the parts are all that there was to deal with.
pub(super) fn waiting(labels: &[&str]) -> bool {
    labels
        .iter()
        .any(|label| any(label, &["结转", "正在办理", "尚未办结"]))
}

/// Whether the list says that it names only some parts, or that some count more than once: 等, 同一信息计1条.
pub(in crate::claims) fn open_ended(page: &Page, parts: &[usize]) -> bool {
    let more = |&at: &usize| page.tail(at).starts_with('等');
    parts.last().is_some_and(more) || twice(page, parts)
}

/// Whether it says that some count more than once.
pub(super) fn twice(page: &Page, parts: &[usize]) -> bool {
    parts.last().is_some_and(|&at| {
        let rest = &page.text()[page.mentions[at].range.end..];
        any(rest.split('。').next().unwrap_or(rest), TWICE)
    })
}

/// Whether a part's unit counts what its whole's does: the same, none, 件 for 个 or 份, or 篇 for 条.
pub(in crate::claims) fn counted(whole: &str, part: &str) -> bool {
    let both = |units: &[&str]| units.contains(&whole) && units.contains(&part);
    part == whole
        || part.is_empty()
        || both(&["件", "个", "项", "份"])
        || both(&["条", "篇", "条次", "篇次"])
        || both(&["人次", "次"])
}

/// Whether nothing but changes and percentages stands between a whole and the first of its parts, and no clause that
/// names what else they are parts of: `完成意见征集8次;公开会议信息,包括局务会议15次、专题会议22次`.
pub(in crate::claims) fn beside(page: &Page, whole: usize, first: usize) -> bool {
    let clause = page.gap(first - 1, first).rsplit_once(';');
    let named = clause.is_some_and(|(_, clause)| clause.contains(",包括"));
    !named
        && (whole + 1..first).all(|at| {
            let between = &page.mentions[at];
            // 其中26个试点领域986项: the first number only describes what the second counts.
            let describes = at + 1 == first && !page.gap(at, first).contains(cuts);
            // 公开信息313条,浏览约12000人次。其中…: who reads them is none of them.
            let readers = between.unit == "人次" && page.mentions[whole].unit != "人次";
            between.is_percent()
                || between.change
                || between.earlier
                || describes
                || readers
                || recalls(page, at)
        })
}

/// Whether the parts are all outcomes that a review or lawsuit may have.
pub(in crate::claims) fn outcomes(labels: &[&str], results: &Results) -> bool {
    cases(labels) && labels.len() > 3 && !leaves_out(labels, results)
}

/// Whether a gap is at most so many percent of the total.
pub(in crate::claims) fn within(gap: Number, total: Number, percent: u32) -> bool {
    gap * Number::ONE_HUNDRED <= total * Number::from(percent)
}

/// How sure it is that parts that need not be all are wrong: three or more of one great whole that miss it by a single
/// digit, far less than any kind that could be left out.
pub(in crate::claims) fn grade(page: &Page, parts: &[usize], whole: usize) -> Severity {
    let total = &page.mentions[whole];
    let sum: Number = page.values(parts).into_iter().sum();
    let gap = (sum - total.value).abs();
    let digit = one_digit(gap);
    let same = |&at: &usize| page.mentions[at].is_exact() && page.mentions[at].unit == total.unit;
    let named = |&at: &usize| !page.words(at).is_empty();
    let slip = parts.len() > 2
        && total.is_exact()
        && total.value >= Number::from(1000)
        && parts.iter().all(|at| same(at) && named(at))
        && digit
        && within(gap, total.value, 1)
        && !overlapping(page, parts);
    if slip {
        Severity::Error
    } else {
        Severity::Notice
    }
}

/// Whether two numbers that differ by so much may differ in one digit alone.
pub(super) fn one_digit(gap: Number) -> bool {
    plain(gap.abs()).trim_end_matches('0').len() == 1
}

/// Whether a sum misses a total by so little that it must be meant to be it.
pub(in crate::claims) fn near(sum: Number, total: Number) -> bool {
    (sum - total).abs() * Number::from(7) <= total
}

/// Whether so many parts are just one more than a great whole, as they hardly are by chance.
pub(in crate::claims) fn slight(count: usize, sum: Number, total: Number) -> bool {
    count > 2 && total >= Number::ONE_HUNDRED && sum - total == Number::ONE
}

/// Whether 分别为 gives one figure for each of several wholes named before, and no parts of one:
/// `建议12件、提案15件,其中主办件分别为5件和6件`.
pub(in crate::claims) fn distributive(page: &Page, parts: &[usize]) -> bool {
    let Some(&first) = parts.first() else {
        return false;
    };
    let Some(names) = ["分别为", "分别是"]
        .iter()
        .find_map(|word| page.label(first).strip_suffix(word))
    else {
        return false;
    };
    // 通过网站、微信、报刊公开612条,分别为412条、163条、37条
    let whole = first.checked_sub(1).filter(|_| names.is_empty());
    if let Some(whole) = whole {
        return 1 + page.wide(whole).matches('、').count() != parts.len();
    }
    let before = page.before(first);
    let names = before[..before.rfind(names).map_or(0, |at| at + names.len())]
        .rsplit([',', ';', ':', '。'])
        .next()
        .unwrap_or(names);
    let named = 1 + names.matches(['、', '和', '与', '及']).count();
    named < parts.len()
}

/// Whether percentages add up to 100 %, but for rounding.
pub(in crate::claims) fn hundred(page: &Page, percentages: impl Iterator<Item = usize>) -> bool {
    let sum: Number = percentages.map(|at| page.mentions[at].value).sum();
    (sum - Number::ONE_HUNDRED).abs() <= Number::new(5, 1)
}
