//! Changes whose two figures stand around them (N203): `较去年的86件增加23件,达到109件`, `同比增长8.3%(去年2366条)`,
//! `下降5%,上年240件`.

use crate::{
    claims::{
        growth::{
            against::{of_another_year, step_finding},
            between::{alike, is_year},
            change_finding, falls, figures, is_change, is_rate, previous,
            subject::bare,
            turn::rounded_rate,
        },
        lexicon::growth::REACHED as TO,
        reading::{
            mention::Grade,
            page::{Page, finding, unequal},
            prose::Prose,
        },
        rules,
    },
    rule::{Check, Severity, Terms},
    text::number::plain,
};

/// Finds and checks such changes of one passage.
pub(in crate::claims) fn check(prose: &mut Prose, at: usize, checks: &mut Vec<Check>) {
    let page = &mut prose.pages[at];
    for change in 1..page.mentions.len() {
        checks.extend(reached(page, change));
        checks.extend(remarked(page, change));
        checks.extend(behind(page, change));
    }
}

/// Last year's figure, the change, and the figure that it leads to.
fn reached(page: &mut Page, change: usize) -> Option<Check> {
    let (then, now) = (change - 1, change + 1);
    let to = page.mentions.get(now)?;
    let from = &page.mentions[then];
    let exact = [then, change, now]
        .iter()
        .all(|&i| page.mentions[i].is_count() && !page.mentions[i].soft);
    let units = from.unit == to.unit && page.mentions[change].unit == to.unit;
    let tied = from.earlier
        && page.label(then).contains(['比', '较'])
        && is_change(page, change)
        && TO.contains(&page.label(now))
        && page.same_sentence(then, now);
    if !exact || !units || !tied || page.used[change] {
        return None;
    }
    let (base, step, figure) = (from.value, page.mentions[change].value, to.value);
    let falls = falls(page, change);
    let wanted = if falls { base - step } else { base + step };
    let found = (wanted != figure).then(|| {
        let terms = [base, step];
        let (added, taken) = terms.split_at(if falls { 1 } else { 2 });
        let formula = unequal(added, taken, figure);
        let mut found = finding(
            Severity::Error,
            format!("增减数与两年的数字不符：{formula}。"),
            format!("The change does not follow from the two years' figures: {formula}."),
            Some(formula),
        );
        found.terms = Terms::equal(added, &[taken, &[figure]].concat());
        found.expected = Some(plain(wanted));
        found.found = Some(plain(figure));
        found
    });
    Some(page.check(rules::GROWTH_DIFFERS, "growth", &[now, then, change], found))
}

/// A rate behind the change and the figure that it leads to: `信息增加312条,达到3432条,增幅10%`.
pub(super) fn led_to(page: &mut Page, rate: usize) -> Option<Check> {
    let (now, change) = (rate.checked_sub(1)?, rate.checked_sub(2)?);
    let [figure, step] = [now, change].map(|at| &page.mentions[at]);
    let exact = figure.is_count() && !figure.soft && !step.soft && figure.unit == step.unit;
    let tied = is_change(page, change)
        && TO.contains(&page.label(now))
        && page.same_sentence(change, rate)
        && falls(page, change) == falls(page, rate)
        && !page.before(rate).contains("分别");
    if !exact || !tied {
        return None;
    }
    let (step, base) = (step.value, previous(page, now, change));
    let grade = page.mentions[rate].grade(step, base)?;
    let found = (grade < Grade::Exact).then(|| change_finding(page, rate, step, base, grade));
    Some(page.check(rules::GROWTH_DIFFERS, "growth", &[now, change, rate], found))
}

/// A change and its rate with last year's figure in a parenthesis behind one of them:
/// `增加19件,增长42.2%(上年45件)`, `增加19件(上年45件),增长42.2%`.
pub(super) fn from_behind(page: &mut Page, change: usize, rate: usize) -> Option<Check> {
    let then = if change + 1 == rate {
        rate + 1
    } else {
        change + 1
    };
    let (step, last) = (&page.mentions[change], page.mentions.get(then)?);
    let exact = last.is_count() && last.earlier && !last.soft && last.unit == step.unit;
    let tied = page.gap(then - 1, then).starts_with('(')
        && recalled(page, then - 1, then)
        && page.same_sentence(change, then)
        && falls(page, change) == falls(page, rate);
    if !exact || !tied || step.soft || page.mentions[rate].soft {
        return None;
    }
    let (step, base) = (step.value, last.value);
    let grade = page.mentions[rate].grade(step, base)?;
    let numbers = [rate, change, then];
    if grade == Grade::Exact {
        return Some(page.check(rules::GROWTH_DIFFERS, "growth", &numbers, None));
    }
    // This year's figure bears out that the rate is wrong, or the change.
    let all = figures(page, change);
    let now = |wanted: &dyn Fn(usize) -> bool| all.iter().copied().find(|&at| wanted(at));
    let moved = |at: usize| match falls(page, change) {
        true => base - page.mentions[at].value,
        false => page.mentions[at].value - base,
    };
    if all.is_empty() || now(&|at| moved(at) == step).is_some() {
        let found = change_finding(page, rate, step, base, grade);
        return Some(page.check(rules::GROWTH_DIFFERS, "growth", &numbers, Some(found)));
    }
    let now = now(&|at| page.mentions[rate].grade(moved(at), base) == Some(Grade::Exact))?;
    let found = step_finding(page, [now, then, change]);
    let numbers = [change, now, then];
    Some(page.check(rules::GROWTH_DIFFERS, "growth", &numbers, Some(found)))
}

/// A change without a rate right after this year's figure, with last year's right behind it:
/// `收到23件,比上年少8件(上年31件)`, `收到23件,比上年少8件,上年收到31件`.
fn behind(page: &mut Page, change: usize) -> Option<Check> {
    let (now, then) = (change - 1, change + 1);
    let last = page.mentions.get(then)?;
    let [figure, step] = [now, change].map(|at| &page.mentions[at]);
    let exact = figure.is_exact() && !step.soft && last.is_count() && !last.soft;
    let tied = last.earlier
        && is_change(page, change)
        && (is_year(page.label(then)) || alike(page.wide(now), page.wide(then)))
        && bare(page.label(change))
        && !of_another_year(page, then, change)
        && page.gap(now, change).strip_prefix(',') == Some(page.label(change))
        && page.gap(change, then).strip_prefix(['(', ',']) == Some(page.label(then))
        && last.tail.is_empty()
        && figure.unit == last.unit
        && figure.unit == step.unit;
    if !exact || !tied || page.used[change] {
        return None;
    }
    let found = (previous(page, now, change) != last.value)
        .then(|| step_finding(page, [now, then, change]));
    Some(page.check(rules::GROWTH_DIFFERS, "growth", &[change, now, then], found))
}

/// Whether last year's figure after a rate is that of the same: in a parenthesis, or named like this year's.
fn recalled(page: &Page, rate: usize, then: usize) -> bool {
    let gap = page.gap(rate, then);
    // 126万次,增长26%(手机端上年为105万次): some of them alone.
    let label = page.label(then);
    let part = label
        .find("上年")
        .is_some_and(|at| at > 0 && !page.wide(rate - 1).contains(&label[..at]));
    (gap.starts_with('(') && !part)
        || (gap.starts_with(',') && alike(page.wide(rate - 1), page.wide(then)))
}

/// A rate of change with last year's figure after it.
fn remarked(page: &mut Page, rate: usize) -> Option<Check> {
    let (now, then) = (rate - 1, rate + 1);
    let base = page.mentions.get(then)?;
    let figure = &page.mentions[now];
    let counts = figure.is_count() && base.is_count();
    let soft = figure.soft || base.soft;
    let tied = base.earlier
        && is_rate(page, rate)
        && recalled(page, rate, then)
        && !figure.earlier
        && !figure.change
        && base.unit == figure.unit
        && page.same_sentence(now, then);
    let hedged = figure.hedged || base.hedged || page.mentions[rate].soft;
    if !counts || !tied || page.used[rate] || soft && hedged {
        return None;
    }
    if soft {
        return rounded_rate(page, [then, now, rate]);
    }
    let (base, change) = (base.value, figure.value - base.value);
    let change = if falls(page, rate) { -change } else { change };
    let grade = page.mentions[rate].grade(change, base)?;
    let found = (grade < Grade::Exact).then(|| change_finding(page, rate, change, base, grade));
    Some(page.check(rules::GROWTH_DIFFERS, "growth", &[rate, now, then], found))
}
