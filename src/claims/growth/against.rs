//! Changes measured by a figure of last year that is printed beside them (N203): `比上年的105件增加16件`.

use super::{
    between::{alike, is_year},
    change_finding, falls, figures, is_change, previous,
    subject::{apart_from, bare},
};
use crate::{
    claims::{
        lexicon::times::CHANGE,
        reading::context::MORE,
        reading::{
            mention::Grade,
            page::{Page, any, finding, has, unequal},
            ways::Way,
        },
        rules,
    },
    rule::{Check, Finding, Severity, Terms},
    text::number::plain,
};

/// A change against a figure of last year that is printed beside it.
pub(super) fn against_named(page: &mut Page, change: usize) -> Option<Check> {
    if !is_change(page, change) || page.mentions[change].soft {
        return None;
    }
    let earlier = |&at: &usize| {
        let mention = &page.mentions[at];
        // 账号329个,较年初的341个减少12个
        let begun =
            || page.label(at).starts_with(['比', '较', '与']) && has(page.label(at), "年初");
        let then = mention.earlier || begun();
        mention.is_count() && then && !mention.soft && page.same_sentence(at, change)
    };
    let last = change.checked_sub(1)?;
    // 去年受理23件,今年受理31件,比去年增加8件.
    let first = last
        .checked_sub(1)
        .filter(|at| earlier(at) && counts_same(page, *at, last));
    let (now, then, told) = match (earlier(&last), first) {
        (true, _) => {
            let now = figures(page, last).into_iter().next();
            (now.or_else(|| headline(page, last))?, last, false)
        }
        (false, Some(then)) => (
            last,
            then,
            compared(page, change) || right_behind(page, change),
        ),
        (false, None) => return None,
    };
    if of_another_year(page, then, change) {
        return None;
    }
    let last_of = now;
    let now = if previous(page, now, change) == page.mentions[then].value {
        now
    } else {
        page.whole(now).unwrap_or(now)
    };
    if page.mentions[now].unit != page.mentions[then].unit || page.mentions[now].soft {
        return None;
    }
    if previous(page, now, change) == page.mentions[then].value {
        return Some(page.check(rules::GROWTH_DIFFERS, "growth", &[now, then, change], None));
    }
    // A label with a subject of its own speaks of another figure than the one before.
    let remarked = |at: usize| page.mentions[at].paren > page.mentions[now].paren;
    let tied = ((last_of + 1..then).all(remarked) || headline(page, then) == Some(now))
        && then + 1 == change
        && against(page, then, change)
        && comparing(page, then).starts_with(['比', '较', '与', '同'])
        || recalled(page, last_of, then, change);
    let same = page.mentions[now].unit == page.mentions[change].unit;
    // 受理1148件(含上年结转44件),比上年新收934件增加170件(不含结转): not all of it is compared.
    let aside = page.text()[page.mentions[change].range.end..].starts_with("(不含");
    if !(tied || told) || !same || aside {
        return None;
    }
    let found = step_finding(page, [now, then, change]);
    let numbers = [change, now, then];
    Some(page.check(rules::GROWTH_DIFFERS, "growth", &numbers, Some(found)))
}

/// What the sentence before counts, all else in it being its parts, where a figure of last year begins one:
/// `收到申请110件,其中网上84件、现场26件。较2021年的94件增加16件`.
pub(super) fn headline(page: &Page, then: usize) -> Option<usize> {
    let last = then.checked_sub(1)?;
    let [before, own] = [last, then].map(|at| page.traits[at].sentence);
    let all = (0..then)
        .rev()
        .take_while(|&at| page.same_sentence(at, last));
    let unit = page.mentions[then].unit;
    let counts = all.filter(|&at| {
        let one = &page.mentions[at];
        one.is_current() && one.unit == unit
    });
    let mut parts: Vec<usize> = counts.collect();
    let first = parts.pop().filter(|_| before + 1 == own)?;
    let part = |&at: &usize| page.whole(at) == Some(first);
    parts.iter().all(part).then_some(first)
}

/// The finding that a change is not that from last year's figure to this year's.
pub(super) fn step_finding(page: &Page, [now, then, change]: [usize; 3]) -> Finding {
    let (figure, base) = (page.mentions[now].value, page.mentions[then].value);
    let step = page.mentions[change].value;
    let step = if falls(page, change) { -step } else { step };
    let formula = unequal(&[figure], &[base], step);
    let (zh, en) = if figure - base == -step {
        ("方向相反：", " The direction is the opposite.")
    } else {
        ("", "")
    };
    let mut found = finding(
        Severity::Error,
        format!("增减数与两年的数字不符：{zh}{formula}。"),
        format!("The change does not follow from the two years' figures: {formula}.{en}"),
        Some(formula),
    );
    found.terms = Terms::equal(&[figure], &[base, step]);
    found.expected = Some(plain(figure - base));
    found.found = Some(plain(step));
    found
}

/// Whether two figures of two years, one right after the other, count the same.
fn counts_same(page: &Page, then: usize, now: usize) -> bool {
    let figure = &page.mentions[now];
    let apart = figure.earlier || figure.change || figure.paren != page.mentions[then].paren;
    figure.is_count() && !apart && alike(page.wide(then), page.wide(now))
}

/// Whether the words before a change say no more than that it is one against last year: 比去年增加.
fn compared(page: &Page, change: usize) -> bool {
    let label = page.label(change);
    label.starts_with(['比', '较', '同'])
        && CHANGE
            .iter()
            .any(|word| label.trim_end_matches('了').ends_with(word))
}

/// Whether a change has no words but its own, in the clause right after this year's figure:
/// `2022年收到23件,2023年收到31件,增加8件`.
fn right_behind(page: &Page, change: usize) -> bool {
    let label = page.label(change);
    let now = change - 1;
    let whole = |at: usize| !Way::OF_REQUESTS.iter().any(|way| way.names(page.wide(at)));
    let beside = page.gap(now, change).strip_prefix(',') == Some(label);
    bare(label) && beside && (now - 1..=now).all(whole)
}

/// Whether a change is said to be against a year that is not the one of a figure: `2021年23件,…,比2022年增加8件`.
pub(super) fn of_another_year(page: &Page, then: usize, change: usize) -> bool {
    let year = |words: &str| {
        let (lead, _) = words.split_once('年')?;
        let digits = lead.rsplit(|c: char| !c.is_ascii_digit()).next()?;
        (!digits.is_empty()).then(|| digits.to_owned())
    };
    let against = page.label(change).rsplit(['比', '较', '与']).next();
    let years = (against.and_then(year), year(page.wide(then)));
    matches!(years, (Some(one), Some(other)) if one != other)
}

/// Whether three figures in a row are this year's, last year's under no other name, and the change:
/// `公开869条,上年同期842条,净增27条`, `公开869条(上年842条),增加27条`,
/// `2023年新收81件,2022年新收90件,2023年比2022年减少9件`.
fn recalled(page: &Page, now: usize, then: usize, change: usize) -> bool {
    let lead = |at: usize| page.before(at).strip_suffix(page.label(at));
    [now + 1, then + 1] == [then, change]
        && matches!(
            (lead(then), lead(change)),
            (Some("," | ";"), Some(",")) | (Some("("), Some("),"))
        )
        && (is_year(page.label(then)) || alike(page.wide(now), page.wide(then)))
        && bare(page.label(change))
}

/// The words before last year's figure; those before the parenthesis that it opens: `比上年(100件)增加20件`.
fn comparing(page: &Page, then: usize) -> &str {
    let Some(before) = page.before(then).strip_suffix('(') else {
        return page.label(then);
    };
    before
        .rsplit([',', '。', ';', ')'])
        .next()
        .unwrap_or(before)
}

/// Whether a change is measured by the figure right before it: `比上年的105件增加16件`, `与上年的105件相比,增加16件`.
fn against(page: &Page, then: usize, change: usize) -> bool {
    let gap = page.gap(then, change).trim_start_matches(')');
    let compared = gap
        .strip_prefix("相比")
        .or_else(|| gap.strip_prefix("比较"));
    let gap = compared.map_or(gap, |rest| rest.trim_start_matches(','));
    (compared.is_some() || any(comparing(page, then), &["比", "较", "相比"]))
        && !gap.contains([',', '。', ';', '、', '('])
        && [CHANGE, &MORE]
            .iter()
            .any(|words| words.contains(&gap.trim_end_matches('了')))
}

/// Whether this year's figure shows that the slip is in the change or in last year's figure, not in the rate.
fn elsewhere(page: &Page, then: usize, change: usize, rate: usize) -> bool {
    let Some(now) = figures(page, then).into_iter().next() else {
        return false;
    };
    let value = |i: usize| page.mentions[i].value;
    let down = falls(page, change);
    let step = value(now) - value(then);
    let step = if down { -step } else { step };
    let base = previous(page, now, change);
    step != value(change)
        && (page.mentions[rate].grade(step, value(then)) == Some(Grade::Exact)
            || page.mentions[rate].grade(value(change), base) == Some(Grade::Exact))
}

/// A rate right after a change that is measured by a figure of last year: the rate is of that figure.
pub(super) fn from_earlier(page: &mut Page, change: usize, rate: usize) -> Option<Check> {
    let then = change.checked_sub(1).filter(|&i| {
        let mention = &page.mentions[i];
        mention.is_count() && mention.earlier && page.same_sentence(i, rate)
    })?;
    let exact = [then, change, rate].iter().all(|&i| !page.mentions[i].soft);
    let recalled = then
        .checked_sub(1)
        .is_some_and(|now| recalled(page, now, then, change));
    let tied = change + 1 == rate && (recalled || against(page, then, change));
    if !exact || !tied || apart_from(page, then, change, rate) {
        return None;
    }
    let (step, base) = (page.mentions[change].value, page.mentions[then].value);
    let grade = page.mentions[rate].grade(step, base)?;
    if grade < Grade::Exact && elsewhere(page, then, change, rate) {
        return None;
    }
    let numbers = [rate, change, then];
    let finding = (grade < Grade::Exact).then(|| change_finding(page, rate, step, base, grade));
    Some(page.check(rules::GROWTH_DIFFERS, "growth", &numbers, finding))
}
