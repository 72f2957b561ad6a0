//! Rates that no whole number gives (N207).

use crate::{
    claims::{
        lexicon::{
            rates::{BOUNDED, PENDING, TAKEN},
            roles::CLOSED,
        },
        reading::page::{Page, any, finding},
        rules,
    },
    rule::{Check, Severity},
    text::{
        Number,
        number::{percent, plain, rounded},
    },
};

/// More than all were done.
pub(super) fn beyond(page: &mut Page, rate: usize) -> Option<Check> {
    let mention = &page.mentions[rate];
    let name = page
        .before(rate)
        .trim_end_matches(['为', '达', '到', '至', '均', '约', '是', '了']);
    let over = mention.is_percent() && !mention.malformed && mention.value > Number::ONE_HUNDRED;
    let share = name.ends_with(['占', '比']) && page.used[rate];
    if !over || share || !BOUNDED.iter().any(|word| name.ends_with(word)) {
        return None;
    }
    let quote = page.quote(rate).to_owned();
    let found = finding(
        Severity::Warning,
        format!("比率写作 {quote}，超过 100%。"),
        format!("The rate is printed as {quote}, which is more than all."),
        None,
    );
    Some(page.check(rules::IMPOSSIBLE_PERCENTAGE, "rate", &[rate], Some(found)))
}

/// A rate of requests answered that is nearer to all than one request less would be: 99.5 % of at most 132.
pub(super) fn unreachable(page: &mut Page, rate: usize, near: &[usize]) -> Option<Check> {
    let printed = &page.mentions[rate];
    let most = near.iter().map(|&at| page.mentions[at].value).max()?;
    let plain_counts = near.iter().all(|&at| {
        let mention = &page.mentions[at];
        !mention.soft && mention.unit == "件" && page.same_sentence(at, rate)
    });
    // 公开和部分公开17件,公开率33.3%;办结率96.2%: the only number is no number of requests.
    let whole = |&at: &usize| any(page.wide(at), TAKEN) || any(page.wide(at), CLOSED);
    let named = page.requests && any(page.before(rate), &["办结率", "答复率"]);
    if !near.iter().any(whole) || !plain_counts || !named || printed.soft || most < Number::TEN {
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
            "Out of {total}, one less than all is already below {quote}: no whole number gives it."
        ),
        None,
    );
    let numbers: Vec<usize> = std::iter::once(rate).chain(near.iter().copied()).collect();
    Some(page.check(rules::IMPOSSIBLE_PERCENTAGE, "rate", &numbers, Some(found)))
}

/// The only number of the sentence cannot give the rate.
pub(super) fn impossible(
    page: &mut Page,
    all: usize,
    rate: usize,
    sentence: &str,
) -> Option<Check> {
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
    let named = page.before(rate);
    let mean = any(named, &["满意", "平均"]);
    let asked = page.wide(all).contains("申请");
    let answered = any(named, &["办结率", "答复率", "回复率", "办复率"]);
    let direct = any(page.wide(all), TAKEN) && all + 1 == rate && (asked || answered) && !mean;
    if !direct {
        return None;
    }
    let (quote, total) = (page.quote(rate).to_owned(), plain(whole.value));
    let found = finding(
        Severity::Warning,
        format!("总数为 {total} 时，没有整数件数能得出 {quote}。"),
        format!("No whole number out of {total} gives {quote}."),
        None,
    );
    Some(page.check(
        rules::IMPOSSIBLE_PERCENTAGE,
        "rate",
        &[rate, all],
        Some(found),
    ))
}
