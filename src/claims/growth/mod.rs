//! Changes (N203): this year's figure, the change and its rate determine each other.

mod against;
mod ahead;
mod alone;
mod between;
mod points;
#[cfg(feature = "compare")]
pub(super) mod last_year;
mod rounded;
mod serial;
mod subject;
pub(super) mod reached;
pub(super) mod turn;

use crate::{
    claims::{
        lexicon::times::{CHANGE, DOWN},
        reading::{
            mention::Grade,
            page::{Page, alike, any, finding},
            prose::Prose,
        },
        rules,
    },
    rule::{Check, Severity},
    text::{
        Number,
        number::{half_up, percent, plain, shown},
        words::Words,
    },
};
use against::{against_named, from_earlier};
use ahead::rate_ahead;
use alone::alone;
use between::between;
use reached::{from_behind, led_to};
use rounded::rounded_rate;
use serial::in_series;
use std::sync::LazyLock;
use subject::{apart, apart_from};

/// How many numbers back this year's figure is looked for.
const BACK: usize = 6;

/// Finds and checks the changes of one passage.
pub(super) fn check(prose: &mut Prose, at: usize, checks: &mut Vec<Check>) {
    let page = &mut prose.pages[at];
    for rate in 0..page.mentions.len() {
        if is_rate(page, rate)
            && let Some(check) = rated(page, rate)
        {
            checks.push(check);
        }
    }
    for change in 0..page.mentions.len() {
        if let Some(check) = against_named(page, change) {
            checks.push(check);
        }
    }
}

pub(super) fn is_rate(page: &Page, at: usize) -> bool {
    let mention = &page.mentions[at];
    if !mention.is_percent() || mention.malformed {
        return false;
    }
    let before = page.before(at);
    let near = before
        .rfind([',', ';', '。'])
        .map_or(before, |cut| &before[cut..]);
    any(near, CHANGE) && !near.contains('占')
}

pub(super) fn is_change(page: &Page, at: usize) -> bool {
    let mention = &page.mentions[at];
    mention.is_amount() && mention.change && !is_level(page.label(at))
}

/// Whether the words before a number name what something came to: 下降到, 下降为, but not 降幅为.
fn is_level(label: &str) -> bool {
    let label = label.trim_end_matches(['了', '约', '近']);
    let turned = label.strip_suffix('为');
    let come = label.ends_with(['至', '到']) && !label.ends_with("收到");
    come || turned.is_some_and(|word| !word.ends_with(['幅', '量', '数']))
}

fn figures(page: &Page, before: usize) -> Vec<usize> {
    (0..before)
        .rev()
        .take(BACK)
        .filter(|&i| {
            let mention = &page.mentions[i];
            mention.is_amount()
                && (!mention.change || is_level(page.label(i)))
                && !mention.earlier
                && mention
                    .paren
                    .is_none_or(|open| Some(open) == page.mentions[before].paren)
                && page.gap(i, before).matches('。').count() == 0
        })
        .collect()
}

/// Last year's figure, given this year's and the change.
fn previous(page: &Page, figure: usize, change: usize) -> Number {
    let (now, change_by) = (page.mentions[figure].value, page.mentions[change].value);
    if falls(page, change) {
        now + change_by
    } else {
        now - change_by
    }
}

pub(super) fn falls(page: &Page, at: usize) -> bool {
    static CHANGES: LazyLock<Words> = LazyLock::new(|| Words::new(CHANGE.iter().copied()));
    let word = CHANGES.last(page.before(at));
    word.is_some_and(|(_, word)| DOWN.contains(&word))
        || page.label(at).trim_end_matches('了').ends_with('少')
}

/// Checks a rate of change.
fn rated(page: &mut Page, rate: usize) -> Option<Check> {
    let change = rate
        .checked_sub(1)
        .filter(|&i| is_change(page, i) && page.same_sentence(i, rate));
    let Some(change) = change else {
        // 增加19件(上年45件),增长42.2%: last year's figure stands between.
        let aside = rate.checked_sub(2).filter(|&i| is_change(page, i));
        return aside
            .and_then(|change| from_behind(page, change, rate))
            .or_else(|| in_series(page, rate))
            .or_else(|| between(page, rate))
            .or_else(|| rate_ahead(page, rate))
            .or_else(|| led_to(page, rate))
            .or_else(|| alone(page, rate));
    };
    if let Some(check) = apart(page, change, rate) {
        return Some(check);
    }
    let candidates = changed(page, change);
    if let Some(check) =
        from_earlier(page, change, rate).or_else(|| from_behind(page, change, rate))
    {
        return Some(check);
    }
    let value = page.mentions[change].value;
    let exact = |figure: &&usize| {
        page.mentions[rate].grade(value, previous(page, **figure, change)) == Some(Grade::Exact)
    };
    if let Some(&figure) = candidates.iter().find(exact) {
        let numbers = [figure, change, rate];
        return Some(page.check(rules::GROWTH_DIFFERS, "growth", &numbers, None));
    }
    if candidates.is_empty() {
        return from_before(page, change, rate);
    }
    of_figure(page, &candidates, [change, rate])
}

/// The figures that may have changed by so many.
fn changed(page: &Page, change: usize) -> Vec<usize> {
    let mut candidates: Vec<usize> = figures(page, change)
        .into_iter()
        .filter(|&i| alike(page.mentions[i].unit, page.mentions[change].unit))
        .collect();
    // 由320项增加到386项,增加66项,增长20.6%: the figure is what it came to.
    let step = |&at: &usize| page.mentions[at].change;
    if candidates.first().is_some_and(step) {
        candidates.truncate(1);
    }
    candidates
}

/// A change and its rate that follow from none of the figures: what there is to tell of the nearest.
fn of_figure(page: &mut Page, candidates: &[usize], [change, rate]: [usize; 2]) -> Option<Check> {
    // What stands behind the last semicolon is what changed.
    let near = |at: &&usize| !page.gap(**at, change).contains(';');
    let behind: Vec<usize> = candidates.iter().filter(near).copied().collect();
    let candidates = match behind.is_empty() {
        true => candidates,
        false => &behind,
    };
    let &figure = candidates.first()?;
    if apart_from(page, figure, change, rate) {
        return None;
    }
    let soft = |at: usize| page.mentions[at].soft;
    let only = figure + 1 == change && candidates.len() == 1;
    let sure = only && !soft(figure) && !soft(change);
    let (by, base) = (page.mentions[change].value, previous(page, figure, change));
    let grade = page.mentions[rate].grade(by, base)?;
    let few = candidates.len() < 4 && !page.mentions[change - 1].earlier;
    let none = few && !soft(figure) && !soft(change) && !soft(rate);
    let doubtful = !sure && none && base > Number::ZERO && grade < Grade::Exact;
    if !doubtful && only && !sure {
        return rounded_rate(page, [figure, change, rate]);
    }
    if !doubtful && (!sure || base <= Number::ZERO || soft(rate)) {
        return None;
    }
    let mut finding = change_finding(page, rate, by, base, grade);
    if doubtful {
        finding.severity = Severity::Notice;
    }
    let numbers = [rate, change, figure];
    Some(page.check(rules::GROWTH_DIFFERS, "growth", &numbers, Some(finding)))
}

/// A change in a sentence of its own, of a figure of the sentence before: only where it holds.
fn from_before(page: &mut Page, change: usize, rate: usize) -> Option<Check> {
    let figure = (0..change).rev().take(BACK).find(|&at| {
        let mention = &page.mentions[at];
        mention.is_count()
            && !mention.change
            && !mention.earlier
            && mention.unit == page.mentions[change].unit
            && page.gap(at, change).matches('。').count() < 2
            && page.mentions[rate].grade(page.mentions[change].value, previous(page, at, change))
                == Some(Grade::Exact)
    })?;
    Some(page.check(
        rules::GROWTH_DIFFERS,
        "growth",
        &[figure, change, rate],
        None,
    ))
}

/// A printed rate that is not that of the change against last year.
pub(super) fn change_finding(
    page: &Page,
    rate: usize,
    change: Number,
    base: Number,
    grade: Grade,
) -> crate::rule::Finding {
    change_finding_from(page, rate, change, (base, ["上年", "last year"]), grade)
}

/// The same, where the base is that of another period, which is named in both languages.
pub(super) fn change_finding_from(
    page: &Page,
    rate: usize,
    change: Number,
    (base, [zh, en]): (Number, [&str; 2]),
    grade: Grade,
) -> crate::rule::Finding {
    let printed = &page.mentions[rate];
    let real = percent(change, base).unwrap_or_default();
    let formula = format!(
        "{} ÷ {} = {}%",
        plain(change),
        plain(base),
        shown(real, printed.places)
    );
    let severity = if grade == Grade::Off {
        Severity::Notice
    } else {
        Severity::Error
    };
    let quote = page.quote(rate);
    let mut found = finding(
        severity,
        format!(
            "增减幅度写作 {quote}，而 {formula}（{zh} {}）。",
            plain(base)
        ),
        format!(
            "The rate of change is printed as {quote}, but {formula} ({en} {}).",
            plain(base)
        ),
        Some(formula),
    );
    found.expected = Some(format!(
        "{:.*}%",
        printed.places as usize,
        half_up(real, printed.places)
    ));
    found.found = Some(quote.to_owned());
    found
}
