//! Shares and rates whose numbers stand in table three (N202, N204): 不予公开269件,占53.69%; 申请人为自然人的占71.1%.
//!
//! Each is tried with all honest bases, those of the table and every count of the passage; only what fits none is told.

use super::{
    clause::{named, subject},
    meaning::Meaning,
    phrases::phrase,
    scope::near,
};
use crate::{
    claims::{
        cells::{cells, fact_evidence, value},
        lexicon::{Reading, Word, cells::GROUPS, links::BASES},
        rates::rate_finding,
        reading::{page::Page, prose::Prose},
        rules,
        shares::{Grade, find::base_noun, tell::share_finding},
    },
    facts::Facts,
    rule::Check,
    text::{
        Number,
        number::{percent, rounded},
    },
};

/// Table three as shares are tried against it.
struct Table<'a> {
    /// The year reported on, where known.
    year: Option<u16>,
    facts: &'a Facts,
    /// The values of [`BASES`].
    bases: &'a [Number],
}

/// Finds and checks the shares and rates of all passages that nothing explains yet.
pub(super) fn check(prose: &mut Prose, facts: &Facts, checks: &mut Vec<Check>) {
    let Some(bases) = bases(facts) else { return };
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
                let found = beside(page, at, &table)
                    .or_else(|| alone(page, at, &table))
                    .or_else(|| rate(page, at, &table));
                checks.extend(found);
            }
        }
    }
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
    if !whole_noun(noun, year) {
        return None;
    }
    let meaning = phrase(page, part, year, facts)?;
    let printed = page.mentions[part].value;
    let reading = *counted(&meaning)?
        .iter()
        .find(|reading| value(facts, reading.2) == Some(printed))?;
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
            .any(|&base| reaches(page, at, sum, base, 0))
    }) {
        return None;
    }
    judge(page, &[at, part], &[reading], facts, &all)
}

/// A share said of a noun alone: 申请人为自然人的占71.1%.
fn alone(page: &mut Page, at: usize, table: &Table<'_>) -> Option<Check> {
    let Table { year, facts, .. } = *table;
    let (lead, noun) = page.wide(at).rsplit_once('占')?;
    if !whole_noun(noun, year) {
        return None;
    }
    let meaning = named(&subject(lead, year)?)?;
    let readings = counted(&meaning)?;
    if !near(page, at, year, facts) {
        return None;
    }
    let all = wider(page, at, table);
    judge(page, &[at], readings, facts, &all)
}

/// The share of requests that were answered: 依申请公开办结率为98.2%.
fn rate(page: &mut Page, at: usize, table: &Table<'_>) -> Option<Check> {
    let Table { year, facts, .. } = *table;
    let name = page.wide(at).trim_end_matches(['为', '达', '到', '是']);
    let name = ["办结率", "答复率"]
        .iter()
        .find_map(|end| name.strip_suffix(end))?;
    let words = subject(name, year)?;
    let plain = named(&words).is_none() && words.contains(&Word::Asked);
    let printed = page.mentions[at].clone();
    if !plain || printed.value >= Number::ONE_HUNDRED || !near(page, at, year, facts) {
        return None;
    }
    let reading: Reading = ("办理结果总计", "answered", BASES[0]);
    let (&done, &all) = (table.bases.first()?, table.bases.last()?);
    let others = wider(page, at, table);
    let close = |part: Number| others.iter().any(|&base| reaches(page, at, part, base, 1));
    let finding = if others.iter().any(|&part| close(part)) {
        None
    } else {
        Some(rate_finding(page, at, done, all)?)
    };
    let mut check = page.check(rules::RATE_DIFFERS, "rate", &[at], finding);
    cite(&mut check, facts, &[reading.2, BASES[2]]);
    Some(check)
}

/// The readings of what may have a share of requests: groups, rows and applicants.
fn counted(meaning: &Meaning) -> Option<&[Reading]> {
    let cell = meaning.readings.first()?.2.first()?;
    let whole = ["t3.total", "t3.new.total", "t3.carried"];
    let counts = cell.starts_with("t3.") && !whole.iter().any(|head| cell.starts_with(head));
    counts.then_some(meaning.readings.as_slice())
}

/// Whether a base noun names all requests, or nothing: 占办结总数的.
fn whole_noun(noun: &str, year: Option<u16>) -> bool {
    let noun = base_noun(noun);
    let noun = noun.trim_end_matches("总件");
    subject(noun, year).is_some_and(|words| named(&words).is_none())
}

/// All that a share may be measured by: the table's totals and groups, and every count of the passage.
fn wider(page: &Page, at: usize, table: &Table<'_>) -> Vec<Number> {
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

/// Whether part ÷ base is what is printed, or off by no more than `slack` units of the last place.
fn reaches(page: &Page, at: usize, part: Number, base: Number, slack: u32) -> bool {
    let mention = &page.mentions[at];
    let (low, high) = rounded(mention.value, mention.places);
    let step = Number::new(i64::from(slack), mention.places);
    percent(part, base).is_some_and(|real| real >= low - step && real <= high + step)
}

/// Compares a share with all its parts and bases, those that fit exactly first.
fn judge(
    page: &mut Page,
    numbers: &[usize],
    readings: &[Reading],
    facts: &Facts,
    bases: &[Number],
) -> Option<Check> {
    let &at = numbers.first()?;
    let parts: Vec<Number> = readings
        .iter()
        .map(|reading| value(facts, reading.2))
        .collect::<Option<_>>()?;
    let fits = |slack: u32| {
        let pairs =
            (0..bases.len()).flat_map(|base| (0..parts.len()).map(move |part| (base, part)));
        pairs
            .into_iter()
            .find(|&(base, part)| reaches(page, at, parts[part], bases[base], slack))
    };
    let fitting = fits(0).or_else(|| fits(1));
    // A base that is no total of the table explains the share, but is not certain to be meant.
    if fitting.is_some_and(|(base, _)| base >= BASES.len()) {
        return None;
    }
    let applicants = readings.first()?.2[0].starts_with("t3.new.");
    let (base, part) = fitting.unwrap_or((usize::from(applicants), 0));
    let mention = &page.mentions[at];
    let finding = if fitting.is_some() {
        None
    } else {
        let real = percent(parts[part], bases[base])?;
        let (printed, places) = (mention.value, mention.places);
        let (part, whole) = (parts[part], bases[base]);
        Some(share_finding(
            part,
            whole,
            real,
            printed,
            places,
            Grade::Wrong,
        ))
    };
    let mut check = page.check(rules::SHARE_DIFFERS, "share", numbers, finding);
    cite(&mut check, facts, &[readings[part].2, BASES[base]]);
    Some(check)
}

/// Names the cells that a check was made with.
fn cite(check: &mut Check, facts: &Facts, all: &[&[&str]]) {
    for ids in all {
        let shown = cells(facts, ids);
        check
            .evidence
            .extend(shown.into_iter().filter_map(fact_evidence));
    }
}
