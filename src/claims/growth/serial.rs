//! Rates from one part of the year to the next (N203): `一季度1260条,二季度1386条,环比增长10%`.

use super::{change_finding_from, falls};
use crate::{
    claims::{
        reading::{mention::Grade, page::Page},
        rules,
    },
    rule::Check,
    text::words::has,
};

/// The parts of a year, as one follows another.
const PARTS: [&[&str]; 2] = [
    &["一季度", "二季度", "三季度", "四季度"],
    &["上半年", "下半年"],
];

/// The series and the place in it that a number's words name.
fn part(label: &str) -> Option<(usize, usize)> {
    let place = |parts: &[&str]| parts.iter().position(|part| has(label, part));
    let mut all = PARTS.iter().enumerate();
    all.find_map(|(series, parts)| Some((series, place(parts)?)))
}

/// A rate right behind the number of a part of the year, against that of the part before.
pub(super) fn in_series(page: &mut Page, rate: usize) -> Option<Check> {
    let now = rate.checked_sub(1)?;
    let (series, place) = part(page.label(now))?;
    // 二季度1386条: what is counted stands with the first part alone.
    let bare = page.label(now).ends_with(PARTS[series][place]);
    let ring = page.label(rate).starts_with("环比") && page.gap(now, rate).starts_with([',', '(']);
    let before = (0..now).rev().find(|&at| page.mentions[at].is_count())?;
    let numbers = [now, before];
    let exact = |&at: &usize| page.mentions[at].is_exact();
    let next =
        part(page.label(before)).is_some_and(|(own, last)| own == series && last + 1 == place);
    let near = page.traits[before].sentence + 1 >= page.traits[now].sentence;
    let same = page.mentions[before].unit == page.mentions[now].unit;
    if !bare || !ring || !next || !near || !same || !numbers.iter().all(exact) {
        return None;
    }
    let [to, from] = numbers.map(|at| page.mentions[at].value);
    let step = if falls(page, rate) {
        from - to
    } else {
        to - from
    };
    let grade = page.mentions[rate].grade(step, from)?;
    let base = (from, ["上期", "the period before"]);
    let found = (grade < Grade::Exact).then(|| change_finding_from(page, rate, step, base, grade));
    Some(page.check(rules::GROWTH_DIFFERS, "growth", &[rate, now, before], found))
}
