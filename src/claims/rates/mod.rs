//! Rates of completion and answer (N204, N207).

mod ahead;
mod impossible;
pub(super) mod most;
mod named;
mod taken_in;

use crate::{
    claims::{
        lexicon::{
            lists::REMAINDER,
            rates::{ALL, DONE, PENDING, RATES, RECEIVED, SAME, TAKEN},
        },
        reading::{
            mention::Grade,
            page::{Page, any, finding},
            prose::Prose,
            roles::{remains, waits},
        },
        rules,
    },
    rule::{Check, Finding, Severity},
    text::{
        Number,
        number::{percent, plain, shown},
    },
};

use ahead::{ahead, headed, judge, spelled_out};
use impossible::{beyond, impossible, unreachable};
use named::{carried_behind, denied, name, named_rate};
use taken_in::{of_all, of_table};

/// Finds and checks the rates of one passage.
pub(super) fn check(prose: &mut Prose, at: usize, checks: &mut Vec<Check>) {
    let year = prose.year;
    for rate in 0..prose.pages[at].mentions.len() {
        if prose.pages[at].mentions[rate].is_percent() && !prose.pages[at].used[rate] {
            checks.extend(of_table(prose, at, rate));
        }
        let page = &mut prose.pages[at];
        let mention = &page.mentions[rate];
        if mention.is_percent()
            && !mention.malformed
            && !page.used[rate]
            && any(page.before(rate), RATES)
        {
            checks.extend(rated(page, rate));
        }
        checks.extend(share(page, rate));
        if !page.used[rate] {
            checks.extend(ahead(page, rate));
        }
        if !page.used[rate] {
            checks.extend(named_rate(page, rate));
        }
        if !page.used[rate] {
            checks.extend(headed(page, rate));
        }
        let mention = &page.mentions[rate];
        if !page.used[rate] && mention.is_percent() && !mention.malformed {
            checks.extend(of_all(page, rate, year));
        }
        checks.extend(beyond(page, rate));
    }
}

/// A share of the only number of the sentence that none of its whole parts can have: `申请37件,其中网络申请占48.3%`.
fn share(page: &mut Page, rate: usize) -> Option<Check> {
    let all = rate.checked_sub(1).filter(|_| !page.used[rate])?;
    let gap = page.gap(all, rate);
    let among = gap.starts_with(",其中") && gap.ends_with('占');
    let sole = page.mentions[rate].is_percent() && counts(page, rate) == [all];
    (among && sole).then(|| impossible(page, all, rate, ""))?
}

/// The finding that a rate is not what its two numbers give.
pub(super) fn rate_finding(
    page: &Page,
    rate: usize,
    part: Number,
    whole: Number,
) -> Option<Finding> {
    let real = shown(percent(part, whole)?, page.mentions[rate].places);
    let formula = format!("{} ÷ {} = {real}%", plain(part), plain(whole));
    let quote = page.quote(rate);
    Some(finding(
        Severity::Error,
        format!("比率写作 {quote}，而 {formula}。"),
        format!("The rate is printed as {quote}, but {formula}."),
        Some(formula),
    ))
}

fn counts(page: &Page, rate: usize) -> Vec<usize> {
    (0..rate)
        .rev()
        .take(6)
        .filter(|&i| {
            let excepted = page.label(i).starts_with('除');
            page.mentions[i].is_count()
                && !page.mentions[i].change
                && !excepted
                && !waits(page, i)
                && page.same_sentence(i, rate)
        })
        .collect()
}

fn rated(page: &mut Page, rate: usize) -> Option<Check> {
    if let Some(numbers) = spelled_out(page, rate) {
        return judge(page, rate, numbers, Severity::Error);
    }
    let near = counts(page, rate);
    for (step, &done) in near.iter().enumerate() {
        for &all in near.iter().skip(step + 1) {
            if any(page.wide(done), DONE)
                && any(page.wide(all), RECEIVED)
                && grade(page, rate, [done, all]) == Some(Grade::Exact)
                && !rounded_to_all(page, rate, [done, all])
            {
                return Some(page.check(rules::RATE_DIFFERS, "rate", &[all, done, rate], None));
            }
        }
    }
    let from = near.last().copied().unwrap_or(rate);
    let sentence = page
        .slice(page.mentions[from].range.start..page.mentions[rate].range.end)
        .to_owned();
    if page.mentions[rate].value == Number::ONE_HUNDRED {
        if let Some(numbers) = old_and_new(page, &near) {
            let numbers = [&numbers[..], &[rate]].concat();
            return Some(page.check(rules::RATE_DIFFERS, "rate", &numbers, None));
        }
        if let Some(&all) = near.first()
            && any(page.gap(all, rate), ALL)
        {
            return Some(page.check(rules::RATE_DIFFERS, "rate", &[all, rate], None));
        }
    } else if let Some(check) = not_all(page, rate, &near) {
        return Some(check);
    } else if near.len() == 1 {
        if let Some(check) = remaining(page, rate, near[0]) {
            return Some(check);
        }
        return impossible(page, near[0], rate, &sentence)
            .or_else(|| unreachable(page, rate, &near));
    }
    settled(page, rate, &near)
        .or_else(|| wrong(page, rate, &near, &sentence))
        .or_else(|| unreachable(page, rate, &near))
}

/// What was done right before a rate, where it is all of what was received and carried in: 收到36件,上年结转2件,办结38件.
fn old_and_new(page: &Page, near: &[usize]) -> Option<[usize; 3]> {
    let &[done, old, new, ..] = near else {
        return None;
    };
    let value = |at: usize| page.mentions[at].value;
    let carried = page.around(old).contains("结转") && any(page.wide(new), RECEIVED);
    let all = any(page.wide(done), DONE) && value(done) == value(old) + value(new);
    (carried && all).then_some([done, old, new])
}

/// A rate after all that it is of, what is done and what is left: 收到40件,办结36件,4件结转下年,办结率91%.
fn settled(page: &mut Page, rate: usize, near: &[usize]) -> Option<Check> {
    let kept = |at: usize| any(page.label(at), REMAINDER);
    let carried = |&&at: &&usize| page.around(at).contains("结转") || kept(at);
    let near = &near[usize::from(near.first().filter(carried).is_some())..];
    let (&done, &all) = (near.first()?, near.get(1)?);
    let left = done + 1;
    let mentions = [all, done, left];
    let exact = |&at: &usize| page.mentions[at].is_exact();
    let [whole, part, rest] = mentions.map(|at| page.mentions[at].value);
    // 一次办结率, 24小时答复率 are of others; 受理60件,按期办结57件,转下年3件,按期办结率95%
    let called =
        |name| ["办结", "答复", "办复", "办理"].contains(&name) || page.label(done).ends_with(name);
    let told = left + 1 == rate
        && (near.len() < 3 || all + 1 == done)
        && (remains(page, left) || kept(left))
        && mentions.iter().all(exact)
        && whole == part + rest
        && page.mentions[rate].value < Number::ONE_HUNDRED
        && any(page.wide(all), RECEIVED)
        && name(page, rate).is_some_and(called);
    if !told || page.mentions[rate].soft || grade(page, rate, [done, all]) == Some(Grade::Exact) {
        return None;
    }
    judge(page, rate, [done, all], Severity::Error)
}

/// A rate right after what is done, with what is left behind it: 已答复398件,答复率96.6%,剩余14件正在办理.
fn remaining(page: &mut Page, rate: usize, done: usize) -> Option<Check> {
    let left = rate + 1;
    let rest = page.mentions.get(left)?;
    let named = ["办结率", "答复率", "办复率"].contains(&page.label(rate));
    let said = |word: &&str| page.label(left).starts_with(word);
    let tied = done + 1 == rate
        && named
        && ["剩余", "其余", "余下", "另有"].iter().any(said)
        && remains(page, left)
        && page.same_sentence(rate, left);
    let exact = [done, left].iter().all(|&at| page.mentions[at].is_exact());
    if !tied || !exact || page.mentions[rate].soft || rest.unit != page.mentions[done].unit {
        return None;
    }
    let part = page.mentions[done].value;
    let whole = part + rest.value;
    let wrong = page.mentions[rate].grade(part, whole)? == Grade::Wrong;
    let found = wrong
        .then(|| rate_finding(page, rate, part, whole))
        .flatten();
    Some(page.check(rules::RATE_DIFFERS, "rate", &[rate, done, left], found))
}

/// All were done, yet the rate right after is less: 18件,已全部办结,办结率99%.
fn not_all(page: &mut Page, rate: usize, near: &[usize]) -> Option<Check> {
    let &all = near.first().filter(|&&all| all + 1 == rate)?;
    let gap = page.gap(all, rate).replace("平均", "");
    let word = ["全部", "均已", "均"]
        .into_iter()
        .find(|word| gap.contains(word))?;
    let said = DONE.iter().any(|done| {
        gap.contains(&format!("{word}{done}")) || gap.contains(&format!("{word}按时{done}"))
    });
    let named = RATES.iter().any(|name| {
        gap.trim_end_matches(['为', '达', '到', '约'])
            .ends_with(name)
    });
    let exact = !page.mentions[rate].soft && !gap.contains('。');
    if !said
        || !named
        || !exact
        || any(&gap.replace("按时", ""), PENDING)
        || page.mentions[rate].value > Number::ONE_HUNDRED
    {
        return None;
    }
    let quote = page.quote(rate).to_owned();
    let found = finding(
        Severity::Error,
        format!("正文称“{word}”完成，而比率写作 {quote}。"),
        format!("The text says that all were done, but the rate is printed as {quote}."),
        None,
    );
    Some(page.check(rules::RATE_DIFFERS, "rate", &[rate, all], Some(found)))
}

/// Two numbers of the sentence that the rate plainly speaks of, and does not follow from.
fn wrong(page: &mut Page, rate: usize, near: &[usize], sentence: &str) -> Option<Check> {
    let &[done, before, ..] = near else {
        return None;
    };
    // 收到126件,其中热线95件、网站31件;办结119件,办结率94.4%
    let divided = page.lists.iter().find_map(|list| {
        let last = list.items.get(list.firm.checked_sub(1)?)?.at;
        list.whole.filter(|_| list.holds && last == before)
    });
    let all = divided.unwrap_or(before);
    let same = page.mentions[done].unit == page.mentions[all].unit;
    let plainly = any(page.wide(done), DONE)
        && any(page.wide(all), TAKEN)
        && SAME.iter().any(|stems| {
            stems.iter().any(|stem| named(page.before(rate), stem)) && any(page.wide(done), stems)
        });
    let part_named = ["网办", "网上", "满意"]
        .iter()
        .any(|stem| named(page.before(rate), stem));
    let (part, whole) = (page.mentions[done].clone(), page.mentions[all].clone());
    let passed = |at: usize| page.mentions[at].change || page.mentions[at].is_percent();
    let adjacent = (before + 1..done).all(passed) && done + 1 == rate;
    let odd = whole.earlier
        || part.soft
        || whole.soft
        || page.mentions[rate].soft
        || carried_behind(page, rate);
    let limited =
        any(sentence, PENDING) || (divided.is_none() && sentence.contains("其中") && !part_named);
    let clear = (plainly && !limited) || due(page, rate, done, all);
    // 回访860件,不满意18件,满意率97.9%
    let failed = name(page, rate).is_some_and(|name| denied(page.label(done), name));
    if !same || !clear || !adjacent || odd || failed {
        return None;
    }
    let grade = grade(page, rate, [done, all])?;
    let rounded = grade == Grade::Exact && rounded_to_all(page, rate, [done, all]);
    if grade == Grade::Exact && !rounded {
        return Some(page.check(rules::RATE_DIFFERS, "rate", &[all, done, rate], None));
    }
    let mut found = rate_finding(page, rate, part.value, whole.value)?;
    if grade > Grade::Wrong || part.value > whole.value {
        found.severity = Severity::Notice;
    }
    Some(page.check(rules::RATE_DIFFERS, "rate", &[rate, done, all], Some(found)))
}

/// Whether a bare 100 % at the end of a sentence is all that is said of what was not done: 336 of 337 are not all, though
/// they round to it.
fn rounded_to_all(page: &Page, rate: usize, [done, all]: [usize; 2]) -> bool {
    let label = page.label(rate).trim_end_matches(['为', '达', '到']);
    page.mentions[rate].value == Number::ONE_HUNDRED
        && page.mentions[done].value != page.mentions[all].value
        && ["办结率", "答复率", "回复率", "办复率"].contains(&label)
        && page.gap(done, rate).trim_start_matches(',') == page.label(rate)
        && page.tail(rate).is_empty()
        && page.text()[page.mentions[rate].range.end..].starts_with(['。', ';'])
}

/// Whether a rate is named after what was done of what was due: 应答复, 按期答复, 按期答复率.
fn due(page: &Page, rate: usize, done: usize, all: usize) -> bool {
    let before = page
        .before(rate)
        .trim_end_matches(['为', '达', '到', '约', '是', '了']);
    let Some(name) = before.strip_suffix('率') else {
        return false;
    };
    let name = name.rsplit([',', '。', ';', '、']).next().unwrap_or(name);
    name.chars().count() > 3 && page.wide(done).contains(name) && page.wide(all).contains('应')
}

/// Whether the name of a rate has the stem: 办结率, 满意度, 网上可办率.
fn named(before: &str, stem: &str) -> bool {
    ["率", "度", "可办率", "办理率"]
        .iter()
        .any(|tail| before.contains(&format!("{stem}{tail}")))
}

/// How a rate is that of what was done of what there was to do.
fn grade(page: &Page, rate: usize, [done, all]: [usize; 2]) -> Option<Grade> {
    let [done, all] = [done, all].map(|at| page.mentions[at].value);
    page.mentions[rate].grade(done, all)
}
