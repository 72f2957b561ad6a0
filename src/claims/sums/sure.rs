//! How sure it is that parts are all of their whole: that they leave nothing out.

use super::{
    accounted::made_up,
    answers::goes_out,
    kinds::{
        couple, full_set, left_of, lesser, negated, of_ways, one_kind, overlapping, pair, rest,
    },
    parts::bounds,
    recalls,
    results::{all_groups, cases, category, complete, leaves_out},
};
use crate::{
    claims::{
        lexicon::lists::{CHANNELS, REMAINDER, TWICE},
        reading::{
            context::cuts,
            list::{List, Opener},
            page::{Page, any, has},
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
fn waiting(labels: &[&str]) -> bool {
    labels
        .iter()
        .any(|label| any(label, &["结转", "正在办理", "尚未办结"]))
}

/// Whether the list says that it names only some parts, or that some count more than once: 等, 同一信息计1条.
pub(in crate::claims) fn open_ended(page: &Page, parts: &[usize]) -> bool {
    parts.last().is_some_and(|&at| {
        let rest = &page.text()[page.mentions[at].range.end..];
        page.tail(at).starts_with('等') || any(rest.split('。').next().unwrap_or(rest), TWICE)
    })
}

/// Whether the list leaves nothing out.
pub(in crate::claims) fn exhaustive(
    page: &Page,
    list: &List,
    whole: usize,
    results: &Results,
) -> bool {
    let parts = list.parts(list.firm);
    let labels = page.all_words(&parts);
    let (low, _) = bounds(page, &parts);
    let left = labels.last().is_some_and(|label| label.contains("结转"));
    let every = left && all_groups(&labels[..labels.len() - 1]);
    let close = near(low, page.mentions[whole].value);
    if made_up(page, whole, &parts) {
        return false;
    }
    if waiting(&labels) && parts.len() > 4 && (close || every) {
        return true;
    }
    // 承办建议56件,其中全文公开30件、摘要公开10件: others were not published.
    let some = has(labels[0], "全文") && !has(page.wide(whole), "公开");
    let set = full_set(&labels) && !some;
    if !open_ended(page, &parts) && (set || announced(page, &labels, whole, low)) {
        return true;
    }
    // 审结262件,维持…、纠正…、终止…: what is settled leaves none pending.
    let settled = page.wide(whole).contains("审结").then_some("未审结");
    let named: Vec<&str> = labels.iter().copied().chain(settled).collect();
    if open_ended(page, &parts)
        || other_base(page, &labels, whole, results)
        || overlapping(page, &parts)
        || leaves_out(&named, results)
        || (list.opener == Opener::Closed && leaves_out(&[page.wide(list.items[0].at)], results))
    {
        return false;
    }
    let units = parts
        .windows(2)
        .all(|pair| page.mentions[pair[0]].unit == page.mentions[pair[1]].unit);
    let last = parts.last().map_or("", |&at| page.label(at));
    let left = REMAINDER.iter().any(|word| last.starts_with(word));
    let rest = rest(last) && parts.len() > if left { 1 } else { 2 };
    let rest = rest && !category(last) && !of_ways(&labels);
    let rest = rest || (left_of(last) && parts.len() > 2 && near(low, page.mentions[whole].value));
    let narrowed = labels[0].contains("从事") && !page.wide(whole).contains("从事");
    let narrowed = narrowed || lesser(page, whole, &parts);
    let pair =
        (pair(page, &parts) && !narrowed) || couple(page, whole, &parts) || negated(page, &parts);
    let shared = list
        .items
        .iter()
        .take(list.firm)
        .all(|item| item.shares.len() == 1);
    let tied = matches!(list.opener, Opener::Of | Opener::Colon | Opener::Paren)
        && parts.len() > 2
        && one_kind(&labels);
    let closed = list.opener == Opener::Closed
        && !distributive(page, &parts)
        && (one_kind(&labels) || near(low, page.mentions[whole].value));
    let beside = parts
        .first()
        .is_some_and(|&first| beside(page, whole, first));
    let direct =
        |&first: &usize| list.opener == Opener::Colon || page.gap(whole, first).starts_with('(');
    let inside = matches!(list.opener, Opener::Paren | Opener::Colon)
        && parts.first().is_some_and(direct)
        && beside
        && parts.len() > usize::from(list.opener == Opener::Colon) + 1
        && labels.iter().all(|label| !label.is_empty())
        && near(low, page.mentions[whole].value);
    units
        && (complete(&labels)
            || outcomes(&named, results)
            || closed
            || rest
            || pair
            || tied
            || inside
            || many(page, &parts, whole)
            || places(page, &parts, whole)
            || (shared && whole_shares(page, list)))
}

/// Whether the words before the whole name each of the parts' channels and no other, or the parts miss a great whole
/// by one: `通过省网站专栏和厅网站公开15329条,其中省网站专栏4288条,厅网站11040条`.
pub(super) fn announced(page: &Page, labels: &[&str], whole: usize, sum: Number) -> bool {
    let (words, total) = (page.wide(whole), &page.mentions[whole]);
    let named: usize = CHANNELS
        .iter()
        .map(|channel| words.matches(channel).count())
        .sum();
    let each = |label: &&str| {
        CHANNELS
            .iter()
            .any(|channel| label.contains(channel) && words.contains(channel))
    };
    let channels = named == labels.len()
        && labels.iter().all(each)
        && !words.contains('等')
        && within(total.value - sum, total.value, 5);
    let by_one = (total.value - sum).abs() == Number::ONE && total.value >= Number::from(1000);
    labels.len() > 1 && !total.soft && (channels || by_one)
}

/// Whether a part's unit counts what its whole's does: the same, none, 件 for 个 or 份, or 篇 for 条.
pub(in crate::claims) fn counted(whole: &str, part: &str) -> bool {
    let both = |units: &[&str]| units.contains(&whole) && units.contains(&part);
    part == whole
        || part.is_empty()
        || both(&["件", "个", "项", "份"])
        || both(&["条", "篇", "条次", "篇次"])
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
            between.is_percent()
                || between.change
                || between.earlier
                || describes
                || recalls(page, at)
        })
}

/// Whether the parts are all outcomes that a review or lawsuit may have.
pub(in crate::claims) fn outcomes(labels: &[&str], results: &Results) -> bool {
    cases(labels) && labels.len() > 3 && !leaves_out(labels, results)
}

/// Whether so many parts miss the whole by so little that none can be missing.
fn many(page: &Page, parts: &[usize], whole: usize) -> bool {
    let (_, high) = bounds(page, parts);
    let total = &page.mentions[whole];
    parts.len() > 5 && !total.soft && within(total.low - high, total.value, 2)
}

/// Whether the parts are places, the body's own level among them, or miss the whole by little.
fn places(page: &Page, parts: &[usize], whole: usize) -> bool {
    let (_, high) = bounds(page, parts);
    let total = &page.mentions[whole];
    let own = parts.iter().any(|&at| page.wide(at).contains("本级"));
    parts.len() > 1
        && (parts.len() > 2 || own)
        && parts.iter().all(|&at| page.traits[at].place)
        && within(total.low - high, total.value, if own { 14 } else { 5 })
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
    let digit = plain(gap).trim_end_matches('0').len() == 1;
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

/// Whether a sum misses a total by so little that it must be meant to be it.
pub(in crate::claims) fn near(sum: Number, total: Number) -> bool {
    (sum - total).abs() * Number::from(7) <= total
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

/// Whether the shares printed with the parts add up to 100 %.
fn whole_shares(page: &Page, list: &List) -> bool {
    let items = list.items.iter().take(list.firm);
    hundred(page, items.flat_map(|item| item.shares.iter().copied()))
}

/// Whether percentages add up to 100 %, but for rounding.
pub(in crate::claims) fn hundred(page: &Page, percentages: impl Iterator<Item = usize>) -> bool {
    let sum: Number = percentages.map(|at| page.mentions[at].value).sum();
    (sum - Number::ONE_HUNDRED).abs() <= Number::new(5, 1)
}
