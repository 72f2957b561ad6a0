//! Rates that are called after the number right before them (N204).

use super::{grade, rate_finding};
use crate::{
    claims::{
        lexicon::{balance::ENDED, rates::MEANT},
        reading::{
            mention::Grade,
            page::{Page, any, has},
        },
        rules,
        sums::kinds::{coupled, joined},
    },
    rule::{Check, Finding, Severity},
    text::Number,
};

/// What a rate is one of, as it is printed: 办结 of 办结率.
pub(super) fn name(page: &Page, rate: usize) -> Option<&str> {
    let before = page
        .before(rate)
        .trim_end_matches(['为', '达', '到', '约', '是', '了', ':']);
    before
        .strip_suffix('率')?
        .rsplit([',', '。', ';', '、', '('])
        .next()
}

/// Whether the words of a number say that something is not as a rate is called: 不满意 before 满意率.
pub(super) fn denied(words: &str, name: &str) -> bool {
    let not = |(at, _): (usize, &str)| {
        words[..at]
            .trim_end_matches(['予', '太'])
            .ends_with(['不', '未'])
    };
    words.match_indices(name).any(not)
}

/// A rate that is named after the number right before it: 制发公文707件,主动公开673件,主动公开率95.19%.
pub(super) fn named_rate(page: &mut Page, rate: usize) -> Option<Check> {
    let mention = &page.mentions[rate];
    let name = name(page, rate)?;
    let name = name.strip_prefix("平均").unwrap_or(name);
    let meant = MEANT.iter().find(|(said, _)| *said == name);
    let name = meant.map_or(name, |&(_, stem)| stem);
    if !mention.is_percent()
        || mention.malformed
        || mention.hedged
        || carried_behind(page, rate)
        || (name.chars().count() < 2 && meant.is_none())
    {
        return None;
    }
    let done = rate.checked_sub(1)?;
    let counts = |at: usize| page.mentions[at].is_count() && !page.mentions[at].change;
    if denied(&page.around(done), name) {
        let name = name.to_owned();
        return complement(page, rate, &name);
    }
    let behind = page.words(done) == page.tail(done) && page.tail(done).contains(name);
    if !counts(done) || !(page.wide(done).contains(name) || behind) {
        let name = name.to_owned();
        return of_part(page, rate, &name);
    }
    let near: Vec<usize> = (0..done)
        .rev()
        .take(4)
        .filter(|&at| {
            counts(at)
                && page.mentions[at].unit == page.mentions[done].unit
                && !page.wide(at).contains("结转")
                && page.gap(at, done).matches('。').count() < 2
        })
        .collect();
    // 满意298件,基本满意10件,满意率…: the number right before need not be the one that is meant.
    let named = |&at: &usize| page.wide(at).contains(name);
    let parts: Vec<usize> = std::iter::once(done)
        .chain(near.iter().copied().filter(named))
        .collect();
    for &part in &parts {
        let mut wholes = near.iter().copied().filter(|&all| all < part);
        if let Some(all) = wholes.find(|&all| grade(page, rate, [part, all]) == Some(Grade::Exact))
        {
            return Some(page.check(rules::RATE_DIFFERS, "rate", &[all, part, rate], None));
        }
    }
    let name = name.to_owned();
    if let Some(check) = of_list(page, rate, done, &near) {
        return Some(check);
    }
    if let Some(check) = like_before(page, rate, done, &near) {
        return Some(check);
    }
    let all = near.first().copied()?;
    let beside = (all + 1..done).all(|at| page.mentions[at].is_percent());
    match before(page, all).filter(|_| beside && !page.wide(all).contains(&name)) {
        Some(other) => of_two(page, rate, done, [other, all]),
        None => named_wrong(page, rate, &name, [done, all]),
    }
}

/// A rate of what another one right before is of: `589件申请中,引发复议24件,复议率4.1%;引发诉讼10件,诉讼率1.7%`.
fn like_before(page: &mut Page, rate: usize, done: usize, near: &[usize]) -> Option<Check> {
    let (last, part) = (done.checked_sub(1)?, done.checked_sub(2)?);
    let rated = page.mentions[last].is_percent() && page.before(last).contains('率');
    let apart = page.gap(last, done).contains(';') && page.same_sentence(last, rate);
    let mut wholes = near.iter().filter(|&&all| all < part);
    let &all = wholes.find(|&&all| grade(page, last, [part, all]) == Some(Grade::Exact))?;
    let exact = [done, all].iter().all(|&at| page.mentions[at].is_exact());
    let [one, whole] = [done, all].map(|at| page.mentions[at].value);
    let grade = page.mentions[rate]
        .grade(one, whole)
        .filter(|_| rated && apart && exact && one <= whole)?;
    let found = rate_finding(page, rate, one, whole).filter(|_| grade < Grade::Exact);
    let found = found.map(|found| Finding {
        severity: Severity::Notice,
        ..found
    });
    Some(page.check(rules::RATE_DIFFERS, "rate", &[all, done, rate], found))
}

/// A rate of what was done of the whole of a list, whose parts stand in between or are what was done and what was not:
/// `编发186期,其中专报73期、简报113期,被采用41期,采用率22%`.
fn of_list(page: &mut Page, rate: usize, done: usize, near: &[usize]) -> Option<Check> {
    let &last = near.first()?;
    let list = page
        .lists
        .iter()
        .find(|list| list.holds && list.has(last))?;
    let all = list
        .whole
        .filter(|&all| all < last && page.same_sentence(all, rate))?;
    let exact = page.mentions[rate].value < Number::ONE_HUNDRED
        && [done, all].iter().all(|&at| page.mentions[at].is_exact());
    let same = page.mentions[all].unit == page.mentions[done].unit;
    let [part, whole] = [done, all].map(|at| page.mentions[at].value);
    let grade = page.mentions[rate]
        .grade(part, whole)
        .filter(|_| exact && same && part <= whole)?;
    let found = rate_finding(page, rate, part, whole).filter(|_| grade < Grade::Exact);
    let found = found.map(|found| Finding {
        severity: Severity::Notice,
        ..found
    });
    Some(page.check(rules::RATE_DIFFERS, "rate", &[all, done, rate], found))
}

/// A rate behind a list that names one of its parts: `126件,其中主动公开52件、不予公开74件,主动公开率41.3%`.
fn of_part(page: &mut Page, rate: usize, name: &str) -> Option<Check> {
    let called = |&at: &usize| {
        let label = page.label(at).trim_start_matches("其中");
        label == name || label.rsplit('中').next() == Some(name)
    };
    let mut parts = (0..rate).filter(|&at| page.same_sentence(at, rate));
    let part = parts.find(called)?;
    let all = page.whole(part)?;
    let exact = [part, all].iter().all(|&at| page.mentions[at].is_exact());
    let [done, whole] = [part, all].map(|at| page.mentions[at].value);
    let grade = page.mentions[rate].grade(done, whole).filter(|_| exact)?;
    // 按期办结57件,转下年3件,按期办结率100%: of those that were due.
    let due = page.mentions[rate].value == Number::ONE_HUNDRED && name.contains('期');
    // 基本满意50件,满意792件,不满意18件,满意率97.9%: of both; 收到60件,撤回4件,办结54件,剩余2件: of the other 56.
    let aside = |at: usize| {
        let label = page.label(at);
        let also = at != part && label.ends_with(name) && !denied(label, name);
        page.same_sentence(at, rate) && (also || at != all && any(label, ENDED))
    };
    if grade < Grade::Exact && (due || (0..rate).any(aside)) {
        return None;
    }
    let found = (grade < Grade::Exact)
        .then(|| rate_finding(page, rate, done, whole))
        .flatten();
    Some(page.check(rules::RATE_DIFFERS, "rate", &[all, part, rate], found))
}

/// A rate whose number right before it is of all others: `抽检620批次,不合格14批次,合格率97.7%`.
fn complement(page: &mut Page, rate: usize, name: &str) -> Option<Check> {
    let (failed, all) = (rate - 1, rate.checked_sub(2)?);
    let [part, whole] = [failed, all].map(|at| &page.mentions[at]);
    let exact = part.is_exact() && whole.is_exact() && part.unit == whole.unit;
    let tail = page.label(failed).strip_suffix(name);
    // 抽查16个村,合格14个,不合格2个,合格率87.5%
    if page.label(all) == name {
        return of_part(page, rate, name);
    }
    if !exact
        || page.label(all).ends_with(name)
        || !tail.is_some_and(|not| not.ends_with('不'))
        || !page.same_sentence(all, rate)
    {
        return None;
    }
    let (passed, whole) = (whole.value - part.value, whole.value);
    let grade = page.mentions[rate].grade(passed, whole)?;
    let found = rate_finding(page, rate, passed, whole).filter(|_| grade < Grade::Exact);
    let found = found.map(|found| Finding {
        severity: Severity::Notice,
        ..found
    });
    Some(page.check(rules::RATE_DIFFERS, "rate", &[all, failed, rate], found))
}

/// The number that another one is named together with: `建议19件、提案25件`.
fn before(page: &Page, at: usize) -> Option<usize> {
    let other = at.checked_sub(1)?;
    let (one, last) = (&page.mentions[other], &page.mentions[at]);
    (joined(page, other) && one.is_current() && one.unit == last.unit && one.paren == last.paren)
        .then_some(other)
}

/// A rate of what was done of two numbers together: `建议19件、提案25件,办结44件,办结率100%`.
fn of_two(page: &mut Page, rate: usize, done: usize, wholes: [usize; 2]) -> Option<Check> {
    let whole: Number = page.values(&wholes).into_iter().sum();
    let part = page.mentions[done].value;
    let soft = [done, wholes[0], wholes[1]]
        .iter()
        .any(|&at| page.mentions[at].soft);
    let grade = page.mentions[rate].grade(part, whole)?;
    if grade < Grade::Exact && (soft || page.used[done] || !coupled(page, wholes)) {
        return None;
    }
    let found = (grade < Grade::Exact)
        .then(|| rate_finding(page, rate, part, whole))
        .flatten();
    let found = found.map(|found| Finding {
        severity: Severity::Notice,
        ..found
    });
    let numbers = [wholes[0], wholes[1], done, rate];
    Some(page.check(rules::RATE_DIFFERS, "rate", &numbers, found))
}

/// A rate that its two numbers, right before it, do not give.
fn named_wrong(page: &mut Page, rate: usize, name: &str, [done, all]: [usize; 2]) -> Option<Check> {
    let (part, whole) = (page.mentions[done].clone(), page.mentions[all].clone());
    let passed = |at: usize| page.mentions[at].is_percent() || page.mentions[at].change;
    let between = (all + 1..done).all(passed);
    // 转载国务院信息365条,转载省政府信息248条,转载率: the rate is of both.
    let due = format!("应{name}");
    let both = page.wide(all).replace(&due, "").contains(name)
        || (0..all).any(|at| page.same_sentence(at, all) && page.wide(at).contains(&due));
    // 审核公文206件,其中主动公开168件,公开率81.6%
    let documents = name.ends_with("公开")
        && page.mentions[rate].value < Number::ONE_HUNDRED
        && any(page.wide(all), &["公文", "文件", "建议", "提案"]);
    let between = between && (documents || !has(page.gap(all, done), "其中"));
    let close = (!page.used[done] || documents || page.label(done) == name)
        && !both
        && between
        && page.same_sentence(all, rate)
        && !page.gap(all, done).contains(';');
    // 文件126件,解读材料152件,解读率100%: a document may have several.
    let several = part.value > whole.value && page.mentions[rate].value == Number::ONE_HUNDRED;
    if !close || several || part.soft || whole.soft || whole.earlier {
        return None;
    }
    let mut found = rate_finding(page, rate, part.value, whole.value)?;
    found.severity = Severity::Notice;
    Some(page.check(rules::RATE_DIFFERS, "rate", &[rate, done, all], Some(found)))
}

/// Whether a parenthesis right behind a rate says how much was carried in, which its whole holds too.
pub(super) fn carried_behind(page: &Page, rate: usize) -> bool {
    let next = rate + 1;
    next < page.mentions.len()
        && page.gap(rate, next).starts_with('(')
        && page.label(next).contains("结转")
}
