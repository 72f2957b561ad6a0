//! Rates of completion and answer (N204, N207).

use crate::{
    claims::{
        lexicon::rates::{ALL, BOUNDED, DONE, PENDING, RATES, RECEIVED, SAME, TAKEN},
        reading::{
            page::{Page, any, finding},
            prose::Prose,
        },
        rules,
    },
    rule::{Check, Finding, Severity},
    text::{
        Number,
        number::{percent, plain, rounded, shown},
    },
};

/// Finds and checks the rates of one passage.
pub(super) fn check(prose: &mut Prose, at: usize, checks: &mut Vec<Check>) {
    let page = &mut prose.pages[at];
    for rate in 0..page.mentions.len() {
        let mention = &page.mentions[rate];
        if mention.is_percent()
            && !mention.malformed
            && !page.used[rate]
            && any(page.before(rate), RATES)
        {
            checks.extend(rated(page, rate));
        }
        if !page.used[rate] {
            checks.extend(named_rate(page, rate));
        }
        checks.extend(beyond(page, rate));
    }
}

/// A rate that is named after the number right before it: 制发公文707件,主动公开673件,主动公开率95.19%.
fn named_rate(page: &mut Page, rate: usize) -> Option<Check> {
    let mention = &page.mentions[rate];
    let before = page
        .before(rate)
        .trim_end_matches(['为', '达', '到', '约', '是', '了']);
    let name = before.strip_suffix('率')?;
    let name = name
        .rsplit([',', '。', ';', '、', '('])
        .next()
        .unwrap_or(name);
    let name = name.strip_prefix("平均").unwrap_or(name);
    if !mention.is_percent() || mention.malformed || mention.hedged || name.chars().count() < 2 {
        return None;
    }
    let done = rate.checked_sub(1)?;
    let counts = |at: usize| page.mentions[at].is_count() && !page.mentions[at].change;
    if !counts(done) || !page.wide(done).contains(name) {
        return None;
    }
    let near: Vec<usize> = (0..done)
        .rev()
        .take(4)
        .filter(|&at| {
            counts(at)
                && page.mentions[at].unit == page.mentions[done].unit
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
        if let Some(all) = wholes.find(|&all| off(page, rate, part, all) == Some(0)) {
            return Some(page.check(rules::RATE_DIFFERS, "rate", &[all, part, rate], None));
        }
    }
    near.first()
        .and_then(|&all| named_wrong(page, rate, done, all))
}

/// A rate that its two numbers, right before it, do not give.
fn named_wrong(page: &mut Page, rate: usize, done: usize, all: usize) -> Option<Check> {
    let (part, whole) = (page.mentions[done].clone(), page.mentions[all].clone());
    let between = (all + 1..done).all(|at| page.mentions[at].is_percent());
    let close = !page.used[done]
        && between
        && page.same_sentence(all, rate)
        && !page.gap(all, done).contains("其中");
    if !close || part.soft || whole.soft || whole.earlier {
        return None;
    }
    let mut found = rate_finding(page, rate, part.value, whole.value)?;
    found.severity = Severity::Notice;
    Some(page.check(rules::RATE_DIFFERS, "rate", &[rate, done, all], Some(found)))
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
        format!("The rate is printed {quote}, but {formula}."),
        Some(formula),
    ))
}

/// More than all were done.
fn beyond(page: &mut Page, rate: usize) -> Option<Check> {
    let mention = &page.mentions[rate];
    let name = page
        .before(rate)
        .trim_end_matches(['为', '达', '到', '至', '均', '约', '是', '了']);
    let over = mention.is_percent() && !mention.malformed && mention.value > Number::ONE_HUNDRED;
    if !over || !BOUNDED.iter().any(|word| name.ends_with(word)) {
        return None;
    }
    let quote = page.quote(rate).to_owned();
    let found = finding(
        Severity::Warning,
        format!("比率写作 {quote}，超过 100%。"),
        format!("The rate is printed {quote}, more than all."),
        None,
    );
    Some(page.check(rules::IMPOSSIBLE_PERCENTAGE, "rate", &[rate], Some(found)))
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
                && page.same_sentence(i, rate)
        })
        .collect()
}

fn rated(page: &mut Page, rate: usize) -> Option<Check> {
    let near = counts(page, rate);
    for (step, &done) in near.iter().enumerate() {
        for &all in near.iter().skip(step + 1) {
            if any(page.wide(done), DONE)
                && any(page.wide(all), RECEIVED)
                && off(page, rate, done, all) == Some(0)
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
        if let Some(&all) = near.first()
            && any(page.gap(all, rate), ALL)
        {
            return Some(page.check(rules::RATE_DIFFERS, "rate", &[all, rate], None));
        }
    } else if let Some(check) = not_all(page, rate, &near) {
        return Some(check);
    } else if near.len() == 1 {
        return impossible(page, near[0], rate, &sentence);
    }
    wrong(page, rate, &near, &sentence).or_else(|| unreachable(page, rate, &near))
}

/// A rate of requests answered that is nearer to all than one request less would be: 99.5 % of at most 132.
fn unreachable(page: &mut Page, rate: usize, near: &[usize]) -> Option<Check> {
    let printed = &page.mentions[rate];
    let most = near.iter().map(|&at| page.mentions[at].value).max()?;
    let plain_counts = near.iter().all(|&at| {
        let mention = &page.mentions[at];
        !mention.soft && mention.unit == "件" && page.same_sentence(at, rate)
    });
    let named = page.requests && any(page.before(rate), &["办结率", "答复率"]);
    if !plain_counts || !named || printed.soft || most < Number::TEN {
        return None;
    }
    // What was carried in and is not printed may be a tenth besides.
    let greatest = most + most / Number::TEN;
    let best = Number::ONE_HUNDRED - Number::ONE_HUNDRED / greatest;
    let (low, high) = rounded(printed.value, printed.places);
    let step = Number::new(1, printed.places);
    if printed.value >= Number::ONE_HUNDRED || high >= Number::ONE_HUNDRED || best >= low - step {
        return None;
    }
    let (quote, total) = (page.quote(rate).to_owned(), plain(most));
    let found = finding(
        Severity::Warning,
        format!(
            "总数为 {total} 件时，只要有一件未办结，比率就低于 {quote}；没有整数件数能得出 {quote}。"
        ),
        format!(
            "Of {total}, one less than all is already below {quote}: no whole number gives it."
        ),
        None,
    );
    let numbers: Vec<usize> = std::iter::once(rate).chain(near.iter().copied()).collect();
    Some(page.check(rules::IMPOSSIBLE_PERCENTAGE, "rate", &numbers, Some(found)))
}

/// All were done, yet the rate right after is less: 18件,已全部办结,办结率99%.
fn not_all(page: &mut Page, rate: usize, near: &[usize]) -> Option<Check> {
    let &all = near.first().filter(|&&all| all + 1 == rate)?;
    let gap = page.gap(all, rate);
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
        || any(gap, PENDING)
        || page.mentions[rate].value > Number::ONE_HUNDRED
    {
        return None;
    }
    let quote = page.quote(rate).to_owned();
    let found = finding(
        Severity::Error,
        format!("正文称“{word}”完成，而比率写作 {quote}。"),
        format!("The text says that all were done, but the rate is printed {quote}."),
        None,
    );
    Some(page.check(rules::RATE_DIFFERS, "rate", &[rate, all], Some(found)))
}

/// The only number of the sentence cannot give the rate.
fn impossible(page: &mut Page, all: usize, rate: usize, sentence: &str) -> Option<Check> {
    let (whole, printed) = (page.mentions[all].clone(), page.mentions[rate].clone());
    if whole.soft
        || printed.soft
        || whole.value > Number::from(5000)
        || whole.value.is_zero()
        || any(sentence, PENDING)
    {
        return None;
    }
    let (low, high) = rounded(printed.value, printed.places);
    let least = (low * whole.value / Number::ONE_HUNDRED).floor();
    let step = Number::new(1, printed.places);
    for part in [least, least + Number::ONE] {
        let real = percent(part, whole.value)?;
        if real >= low - step && real <= high + step {
            return None;
        }
    }
    let direct = any(page.wide(all), &["收到", "受理"])
        && all + 1 == rate
        && page.wide(all).contains("申请");
    if !direct {
        return None;
    }
    let (quote, total) = (page.quote(rate).to_owned(), plain(whole.value));
    let found = finding(
        Severity::Warning,
        format!("总数为 {total} 时，没有整数件数能得出 {quote}。"),
        format!("No whole number of {total} gives {quote}."),
        None,
    );
    Some(page.check(
        rules::IMPOSSIBLE_PERCENTAGE,
        "rate",
        &[rate, all],
        Some(found),
    ))
}

/// Two numbers of the sentence that the rate plainly speaks of, and does not follow from.
fn wrong(page: &mut Page, rate: usize, near: &[usize], sentence: &str) -> Option<Check> {
    let &[done, all, ..] = near else {
        return None;
    };
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
    let adjacent = all + 1 == done && done + 1 == rate;
    let odd = part.soft || whole.soft || page.mentions[rate].soft;
    let limited = any(sentence, PENDING) || (sentence.contains("其中") && !part_named);
    let clear = (plainly && !limited) || due(page, rate, done, all);
    if !same || !clear || !adjacent || odd {
        return None;
    }
    let misses = off(page, rate, done, all)?;
    if misses == 0 {
        return Some(page.check(rules::RATE_DIFFERS, "rate", &[all, done, rate], None));
    }
    let mut found = rate_finding(page, rate, part.value, whole.value)?;
    if misses == 1 || part.value > whole.value {
        found.severity = Severity::Notice;
    }
    Some(page.check(rules::RATE_DIFFERS, "rate", &[rate, done, all], Some(found)))
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

/// By how many units of its last place a rate misses: 0, 1, or 2 for more.
fn off(page: &Page, rate: usize, done: usize, all: usize) -> Option<u8> {
    let printed = &page.mentions[rate];
    let real = percent(page.mentions[done].value, page.mentions[all].value)?;
    let (mut low, mut high) = rounded(printed.value, printed.places);
    if printed.soft {
        low = low.min(printed.low);
        high = high.max(printed.high);
    }
    let step = Number::new(1, printed.places);
    Some(match real {
        real if real >= low && real <= high => 0,
        real if real >= low - step && real <= high + step => 1,
        _ => 2,
    })
}
