//! Shares whose numbers stand in table three (N202): 不予公开269件,占53.69%; 申请人为自然人的占71.1%.
//!
//! Each is tried with all honest bases, those of the table and every count of the passage; only what fits none is told.

use super::{
    clause::{named, subject},
    meaning::Meaning,
    outcomes,
    phrases::phrase,
    rates,
    scope::near,
};
use crate::{
    claims::{
        cells::{cells, value},
        lexicon::{Reading, cells::GROUPS, links::BASES},
        rates::rate_finding,
        reading::{mention::Grade, page::Page, prose::Prose},
        rules,
        shares::{find::base_noun, tell::share_finding},
    },
    facts::{Fact, Facts},
    rule::Check,
    text::Number,
};

/// Table three as shares are tried against it.
pub(super) struct Table<'a> {
    /// The year reported on, where known.
    pub(super) year: Option<u16>,
    pub(super) facts: &'a Facts,
    /// The values of [`BASES`]; none where one of them is not known.
    pub(super) bases: &'a [Number],
}

/// Finds and checks the shares and rates of all passages that nothing explains yet.
pub(super) fn check(prose: &mut Prose, facts: &Facts, checks: &mut Vec<Check>) {
    let bases = bases(facts).unwrap_or_default();
    let table = Table {
        year: prose.year,
        facts,
        bases: &bases,
    };
    for page in &mut prose.pages {
        for at in 0..page.mentions.len() {
            let mention = &page.mentions[at];
            let plain = mention.is_percent() && !mention.malformed && !mention.hedged;
            if plain && !page.used[at] && !mention.change && !mention.earlier {
                let found = outcomes::check(page, at, &table);
                checks.extend(found.or_else(|| of_requests(page, at, &table)));
            }
        }
    }
}

fn of_requests(page: &mut Page, at: usize, table: &Table<'_>) -> Option<Check> {
    if table.bases.is_empty() {
        return None;
    }
    beside(page, at, table)
        .or_else(|| alone(page, at, table))
        .or_else(|| rates::check(page, at, table))
}

/// The values of the bases, if all of them were plainly read and none is 0.
fn bases(facts: &Facts) -> Option<Vec<Number>> {
    let sure = |ids: &[&str]| cells(facts, ids).iter().all(|fact| !fact.inferred);
    BASES
        .iter()
        .map(|ids| value(facts, ids).filter(|value| *value > Number::ZERO && sure(ids)))
        .collect()
}

/// A share right after a count that is a cell's: 不予公开269件,占53.69%.
fn beside(page: &mut Page, at: usize, table: &Table<'_>) -> Option<Check> {
    let Table { year, facts, .. } = *table;
    let part = at.checked_sub(1)?;
    let noun = page
        .gap(part, at)
        .trim_start_matches(',')
        .strip_prefix('占')?;
    let group = group_noun(noun, year);
    if group.is_none() && !whole_noun(noun, year) {
        return None;
    }
    let meaning = phrase(page, part, year, facts)?;
    let printed = page.mentions[part].value;
    let reading = *counted(&meaning)?
        .iter()
        .find(|reading| value(facts, reading.cells) == Some(printed))?;
    if let Some(group) = group {
        return of_group(page, at, part, &[reading, group], facts);
    }
    let all = wider(page, at, table);
    // 公开12件,部分公开8件,占答复总数的40%: a share of both.
    let with_before = part.checked_sub(1).filter(|&i| {
        let other = &page.mentions[i];
        other.is_exact() && page.same_sentence(i, part)
    });
    let both = with_before.map(|i| printed + page.mentions[i].value);
    if both.is_some_and(|sum| {
        table
            .bases
            .iter()
            .any(|&base| reaches(page, at, sum, base, Grade::Exact))
    }) {
        return None;
    }
    judge(page, &[at, part], &[reading], facts, &all, false)
}

/// A share of the requests with one result: 占无法提供总数的76.3%.
fn of_group(
    page: &mut Page,
    at: usize,
    part: usize,
    [reading, group]: &[Reading; 2],
    facts: &Facts,
) -> Option<Check> {
    let (value, whole) = (value(facts, reading.cells)?, value(facts, group.cells)?);
    let found = (!reaches(page, at, value, whole, Grade::Off))
        .then(|| share_finding(value, whole, &page.mentions[at], Grade::Wrong));
    let mut check = page.check(rules::SHARE_DIFFERS, "share", &[at, part], found);
    cite(&mut check, facts, &[reading.cells, group.cells]);
    Some(check)
}

/// A share said of a noun alone: 申请人为自然人的占71.1%.
fn alone(page: &mut Page, at: usize, table: &Table<'_>) -> Option<Check> {
    let Table { year, facts, .. } = *table;
    let mention = &page.mentions[at];
    let each = || {
        let behind = page.slice(mention.wide.end..mention.range.start);
        (behind.contains("分别占") || page.before(at) == "、").then_some((page.wide(at), ""))
    };
    let (lead, noun) = page.wide(at).rsplit_once('占').or_else(each)?;
    if !whole_noun(noun, year) {
        return None;
    }
    let meaning = named(&subject(lead, year)?)?;
    let readings = counted(&meaning)?;
    if !near(page, at, year, facts) {
        return None;
    }
    let all = wider(page, at, table);
    judge(page, &[at], readings, facts, &all, false)
}

/// The readings of what may have a share of requests: groups, rows and applicants.
pub(super) fn counted(meaning: &Meaning) -> Option<&[Reading]> {
    let cell = meaning.readings.first()?.cells.first()?;
    let whole = ["t3.total", "t3.new.total", "t3.carried"];
    let counts = cell.starts_with("t3.") && !whole.iter().any(|head| cell.starts_with(head));
    counts.then_some(meaning.readings.as_slice())
}

/// The requests with one result that a base noun names.
fn group_noun(noun: &str, year: Option<u16>) -> Option<Reading> {
    let noun = base_noun(noun);
    let found = named(&subject(noun.trim_end_matches("总件"), year)?)?;
    let reading = *found.readings.first()?;
    GROUPS
        .iter()
        .any(|(_, cell)| reading.cells == [*cell])
        .then_some(reading)
}

/// Whether a base noun names all requests, or nothing: 占办结总数的.
fn whole_noun(noun: &str, year: Option<u16>) -> bool {
    let noun = base_noun(noun);
    let noun = noun.trim_end_matches("总件");
    subject(noun, year).is_some_and(|words| named(&words).is_none())
}

/// All that a share may be measured by: the table's totals and groups, and every count of the passage.
pub(super) fn wider(page: &Page, at: usize, table: &Table<'_>) -> Vec<Number> {
    let mut all = table.bases.to_vec();
    all.extend(
        GROUPS
            .iter()
            .filter_map(|(_, cell)| value(table.facts, &[cell])),
    );
    let counts = page.mentions.iter().enumerate();
    all.extend(
        counts
            .filter(|&(i, mention)| i != at && mention.is_count())
            .map(|(_, mention)| mention.value),
    );
    all.retain(|base| *base > Number::ZERO);
    all
}

/// Whether part ÷ base is what is printed, at least so nearly.
pub(super) fn reaches(page: &Page, at: usize, part: Number, base: Number, least: Grade) -> bool {
    page.mentions[at].grade(part, base) >= Some(least)
}

/// Compares a share, or a rate, with all its parts and bases, those that fit exactly first.
pub(super) fn judge(
    page: &mut Page,
    numbers: &[usize],
    readings: &[Reading],
    facts: &Facts,
    bases: &[Number],
    rate: bool,
) -> Option<Check> {
    let &at = numbers.first()?;
    let parts: Vec<Number> = readings
        .iter()
        .map(|reading| value(facts, reading.cells))
        .collect::<Option<_>>()?;
    let fits = |least: Grade| {
        let pairs =
            (0..bases.len()).flat_map(|base| (0..parts.len()).map(move |part| (base, part)));
        pairs
            .into_iter()
            .find(|&(base, part)| reaches(page, at, parts[part], bases[base], least))
    };
    let fitting = fits(Grade::Exact).or_else(|| fits(Grade::Off));
    // A base that is no total of the table explains the share, but is not certain to be meant.
    if fitting.is_some_and(|(base, _)| base >= BASES.len()) {
        return None;
    }
    let applicants = readings.first()?.cells[0].starts_with("t3.new.");
    let (base, part) = fitting.unwrap_or((usize::from(applicants), 0));
    let mention = &page.mentions[at];
    let found = match fitting {
        Some(_) => None,
        None if rate => rate_finding(page, at, parts[part], bases[base]),
        None => Some(share_finding(
            parts[part],
            bases[base],
            mention,
            Grade::Wrong,
        )),
    };
    let (rule, claim) = if rate {
        (rules::RATE_DIFFERS, "rate")
    } else {
        (rules::SHARE_DIFFERS, "share")
    };
    let mut check = page.check(rule, claim, numbers, found);
    cite(&mut check, facts, &[readings[part].cells, BASES[base]]);
    Some(check)
}

/// Names the cells that a check was made with.
pub(super) fn cite(check: &mut Check, facts: &Facts, all: &[&[&str]]) {
    for ids in all {
        let shown = cells(facts, ids);
        check
            .evidence
            .extend(shown.into_iter().filter_map(Fact::evidence));
    }
}
