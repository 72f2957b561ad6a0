//! Proportions in words (N206), and figures that are said to have doubled (N203).

use crate::{
    claims::{
        lexicon::proportions::{FRACTIONS, PROPORTIONS, TIMES},
        reading::{
            mention::Mention,
            page::{Page, finding},
            prose::Prose,
        },
        rules,
        shares::find::base_noun,
    },
    rule::{Check, Severity},
    text::{
        Number,
        number::{percent, plain, rounded},
        order::Order,
        words::places,
    },
};

/// Checks proportions in words against the two numbers right before each.
pub(super) fn check(prose: &mut Prose, at: usize, checks: &mut Vec<Check>) {
    let page = &mut prose.pages[at];
    fractions(page, checks);
    times(page, checks);
    for then in 1..page.mentions.len() {
        checks.extend(multiple(page, then));
    }
    for &(word, low, high) in PROPORTIONS {
        if !page.glance.may_have(word) {
            continue;
        }
        let places: Vec<usize> = places(page.text(), word).collect();
        for place in places {
            checks.extend(proportion(
                page,
                place,
                word,
                Number::from(low),
                Number::from(high),
            ));
        }
    }
}

fn proportion(
    page: &mut Page,
    place: usize,
    word: &str,
    low: Number,
    high: Number,
) -> Option<Check> {
    let part = page
        .mentions
        .partition_point(|m| m.range.end <= place)
        .checked_sub(1)?;
    let all = part.checked_sub(1)?;
    let lead = page.slice(page.mentions[part].range.end..place);
    let lead = lead.strip_prefix(page.tail(part)).unwrap_or(lead);
    let (one, whole) = (&page.mentions[part], &page.mentions[all]);
    let tied = page.same_sentence(all, part)
        && one.unit == whole.unit
        && one.is_count()
        && whole.is_count();
    // 其中自然人申请871件,超七成
    let rest = page.slice(place + word.len()..page.text().len());
    let alone = lead == ","
        && page.label(part).starts_with("其中")
        && one.value <= whole.value
        && rest.starts_with([',', '。', ';', ')']);
    if !tied || !(alone || plainly(lead)) || one.soft || whole.soft || one.change || whole.change {
        return None;
    }
    let real = percent(one.value, whole.value)?;
    let formula = format!(
        "{} ÷ {} = {}%",
        plain(one.value),
        plain(whole.value),
        plain(real.round_dp(2))
    );
    let strict = word != "过半" || real > low;
    let wrong = real < low - Number::from(if word.starts_with('近') { 5 } else { 0 })
        || real > high
        || (real == low && !word.starts_with('近') && !word.ends_with("以上"))
        || !strict;
    let found = wrong.then(|| {
        finding(
            if one.value > whole.value {
                Severity::Notice
            } else {
                Severity::Warning
            },
            format!("“{word}”与数字不符：{formula}。"),
            format!("“{word}” does not follow from the numbers: {formula}."),
            Some(formula),
        )
    });
    Some(page.check(rules::PROPORTION_DIFFERS, "proportion", &[part, all], found))
}

/// Whether the words before a proportion say no more than that it is one of the whole: 占, 占比达, 占总量的.
fn plainly(lead: &str) -> bool {
    let said = lead.trim_start_matches([',', '(']).strip_prefix('占');
    said.is_some_and(|said| base_noun(said).is_empty() && !said.ends_with(['近', '约', '超', '过']))
}

/// The two numbers right before a place that a word there compares: the later one and the one before it.
fn pair(page: &Page, place: usize) -> Option<(usize, usize)> {
    let part = page
        .mentions
        .partition_point(|m| m.range.end <= place)
        .checked_sub(1)?;
    let all = part.checked_sub(1)?;
    let (one, whole) = (&page.mentions[part], &page.mentions[all]);
    let exact = |m: &Mention| m.is_count() && !m.soft && !m.change;
    (page.same_sentence(all, part) && one.unit == whole.unit && exact(one) && exact(whole))
        .then_some((part, all))
}

/// 占三分之二, 占一半: near enough, or far off; nothing is said of what lies between.
fn fractions(page: &mut Page, checks: &mut Vec<Check>) {
    let mut taken = 0;
    let mut found: Vec<(usize, &str, u32)> = Vec::new();
    if !["分之", "半", "成"]
        .iter()
        .any(|sign| page.glance.may_have(sign))
    {
        return;
    }
    for &(word, mille) in FRACTIONS {
        if !page.glance.may_have(word) {
            continue;
        }
        found.extend(places(page.text(), word).map(|at| (at, word, mille)));
    }
    found.order();
    for (place, word, mille) in found {
        if place >= taken {
            taken = place + word.len();
            checks.extend(fraction(
                page,
                place,
                word,
                Number::from(mille) / Number::TEN,
            ));
        }
    }
}

fn fraction(page: &mut Page, place: usize, word: &str, meant: Number) -> Option<Check> {
    let (part, all) = pair(page, place)?;
    let lead = page.slice(page.mentions[part].range.end..place);
    let after = page.slice(place + word.len()..page.text().len());
    let plainly = plainly(lead) && !after.starts_with(['以', '多', '左', '上']);
    let (one, whole) = (page.mentions[part].value, page.mentions[all].value);
    if !plainly || one > whole {
        return None;
    }
    let real = percent(one, whole)?;
    let gap = (real - meant).abs();
    if gap > Number::from(3) && gap <= Number::from(7) {
        return None;
    }
    let formula = format!(
        "{} ÷ {} = {}%",
        plain(one),
        plain(whole),
        plain(real.round_dp(2))
    );
    let found = (gap > Number::from(7)).then(|| {
        finding(
            Severity::Warning,
            format!("“{word}”与数字不符：{formula}。"),
            format!("“{word}” does not follow from the numbers: {formula}."),
            Some(formula),
        )
    });
    Some(page.check(rules::PROPORTION_DIFFERS, "proportion", &[part, all], found))
}

/// 比上年的64件增长一倍多.
fn times(page: &mut Page, checks: &mut Vec<Check>) {
    let mut taken = 0;
    if !["倍", "番"].iter().any(|sign| page.glance.may_have(sign)) {
        return;
    }
    for &(word, low, high) in TIMES {
        if !page.glance.may_have(word) {
            continue;
        }
        let found: Vec<usize> = places(page.text(), word).collect();
        for place in found {
            if place >= taken {
                let check = doubled(page, place, word, [Number::from(low), Number::from(high)]);
                if check.is_some() {
                    taken = place + word.len();
                }
                checks.extend(check);
            }
        }
    }
}

fn doubled(page: &mut Page, place: usize, word: &str, [low, high]: [Number; 2]) -> Option<Check> {
    let (then, now) = pair(page, place)?;
    let (one, other) = (&page.mentions[then], &page.mentions[now]);
    let gap = page.slice(one.range.end..place);
    if !one.earlier || other.earlier || !gap.is_empty() || one.value.is_zero() {
        return None;
    }
    let real = percent(other.value - one.value, one.value)?;
    let formula = format!(
        "({} − {}) ÷ {} = {}%",
        plain(other.value),
        plain(one.value),
        plain(one.value),
        plain(real.round_dp(1))
    );
    let found = (real < low || real > high).then(|| {
        finding(
            Severity::Warning,
            format!("“{word}”与数字不符：{formula}。"),
            format!("“{word}” does not follow from the numbers: {formula}."),
            Some(formula),
        )
    });
    Some(page.check(rules::GROWTH_DIFFERS, "growth", &[now, then], found))
}

/// A figure that is so many times last year's: `公开信息588条,是上年392条的1.5倍`.
fn multiple(page: &mut Page, then: usize) -> Option<Check> {
    let printed = page.tail(then).strip_prefix('的')?.strip_suffix('倍')?;
    let times: Number = printed.parse().ok()?;
    let places = printed.split_once('.').map_or(0, |(_, after)| after.len());
    let now = then - 1;
    let exact = |m: &Mention| m.is_count() && !m.soft && !m.change;
    let (one, other) = (&page.mentions[then], &page.mentions[now]);
    let tied = page.same_sentence(now, then)
        && one.unit == other.unit
        && exact(one)
        && exact(other)
        && one.earlier
        && !other.earlier
        && page.label(then).starts_with(['是', '为', '达']);
    if !tied || one.value.is_zero() {
        return None;
    }
    let real = other.value / one.value;
    let (low, high) = rounded(times, u32::try_from(places).ok()?);
    let formula = format!(
        "{} ÷ {} = {}",
        plain(other.value),
        plain(one.value),
        plain(real.round_dp(2))
    );
    let found = (real < low || real > high).then(|| {
        finding(
            Severity::Warning,
            format!("“{printed}倍”与数字不符：{formula}。"),
            format!("{printed} times does not follow from the numbers: {formula}."),
            Some(formula),
        )
    });
    Some(page.check(rules::GROWTH_DIFFERS, "growth", &[now, then], found))
}
