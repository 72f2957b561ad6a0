//! Rates that are named alone, whose numbers stand in table three (N204):
//! 依申请公开办结率为98.2%; 不予公开率17.1%.

use super::{
    clause::{named, subject},
    scope::{here, near},
    shares::{Table, cite, counted, judge, reaches, wider},
};
use crate::{
    claims::{
        cells::value,
        lexicon::{
            Reading, Word,
            balance::ENDED,
            cells::{COMBINATIONS, GROUPS},
            links::{BASES, GRANTED_RATES},
            roles::CLOSED,
        },
        rates::rate_finding,
        reading::{
            mention::Grade,
            page::{Page, any},
        },
        rules,
    },
    rule::{Check, Severity},
    text::Number,
};

/// Checks a rate of requests that nothing explains yet.
pub(super) fn check(page: &mut Page, at: usize, table: &Table<'_>) -> Option<Check> {
    let name = page
        .wide(at)
        .trim_end_matches(['为', '达', '到', '是', '约', '均']);
    let partly = name.contains("(含部分公开)");
    let name = name.replace("(含部分公开)", "");
    let (name, wholly) = (name.strip_suffix('率')?.to_owned(), !partly);
    let lead = ["办结", "答复", "办复"]
        .iter()
        .find_map(|end| name.strip_suffix(end));
    match lead {
        Some(lead) => answered(page, at, lead, table),
        None => of_group(page, at, &name, wholly, table),
    }
}

/// The share of requests that were answered: 依申请公开办结率为98.2%.
fn answered(page: &mut Page, at: usize, lead: &str, table: &Table<'_>) -> Option<Check> {
    let Table { year, facts, .. } = *table;
    let words = subject(lead, year)?;
    let printed = page.mentions[at].value;
    let plain = named(&words).is_none() && words.contains(&Word::Asked);
    let meant = plain && near(page, at, year, facts);
    let behind =
        || lead.is_empty() && behind_answered(page, at, table) && here(page, at, year, facts);
    if printed >= Number::ONE_HUNDRED || !(meant || behind()) {
        return None;
    }
    let reading = Reading {
        zh: "办理结果总计",
        en: "answered",
        cells: BASES[0],
    };
    let (&done, &all) = (table.bases.first()?, table.bases.last()?);
    let others = wider(page, at, table);
    let close = |part: Number| {
        others
            .iter()
            .any(|&base| reaches(page, at, part, base, Grade::Off))
    };
    let finding = if others.iter().any(|&part| close(part)) {
        None
    } else {
        Some(rate_finding(page, at, done, all)?)
    };
    let mut check = page.check(rules::RATE_DIFFERS, "rate", &[at], finding);
    cite(&mut check, facts, &[reading.cells, BASES[2]]);
    Some(check)
}

/// Whether the count before a rate is the table's own number of requests answered.
fn behind_answered(page: &Page, at: usize, table: &Table<'_>) -> bool {
    let count = |&i: &usize| page.mentions[i].is_count() && !page.mentions[i].change;
    let done = (0..at).rev().take(2).find(count);
    page.requests
        && !any(page.text(), ENDED)
        && done.is_some_and(|done| {
            any(page.label(done), CLOSED)
                && table.bases.first() == Some(&page.mentions[done].value)
                && page.same_sentence(done, at)
        })
}

/// The share of requests with one result, or with several: 予以公开和部分公开率为37.9%.
fn of_group(
    page: &mut Page,
    at: usize,
    name: &str,
    wholly: bool,
    table: &Table<'_>,
) -> Option<Check> {
    let Table { year, facts, .. } = *table;
    let (name, plain) = match GRANTED_RATES.contains(&name) {
        true => ("予以公开", false),
        false => (name, !name.ends_with("予以公开")),
    };
    if !(page.requests || plain) || !near(page, at, year, facts) {
        return None;
    }
    let meaning = named(&subject(name, year)?)?;
    let mut readings = counted(&meaning)?.to_vec();
    // What was granted may hold what was granted in part.
    if name == "予以公开" {
        readings.extend(&COMBINATIONS[6..7]);
        readings.drain(..usize::from(!wholly));
    }
    let mut all = wider(page, at, table);
    // Requests that were not processed may be left out of the whole.
    let groups = GROUPS.iter().filter_map(|(_, cell)| value(facts, &[cell]));
    let mut sum = Number::ZERO;
    all.extend(groups.map(|group| {
        sum += group;
        sum
    }));
    all.retain(|base| *base > Number::ZERO);
    let mut check = judge(page, &[at], &readings, facts, &all, true)?;
    if let Some(found) = check.finding.as_mut() {
        found.severity = Severity::Warning;
    }
    Some(check)
}
