//! Links of the text to the tables (N101, N102): each number that means a cell is compared with it.

mod all;
mod cases;
mod clause;
mod come;
mod decisions;
mod differ;
mod each;
mod formal;
mod forms;
mod governed;
mod left;
mod meaning;
mod names;
mod nouns;
mod outcomes;
mod phrases;
mod rates;
mod rows;
mod scope;
mod shares;
mod slips;
mod stock;
mod under;

pub(super) use rows::of_year;

use crate::{
    claims::{
        cells::{cells, value},
        growth::turn::turned,
        lexicon::Reading,
        links::meaning::Meaning,
        reading::{
            page::{any, finding, plus},
            prose::Prose,
            roles::of_cases,
            ways::Way,
        },
        rules,
    },
    facts::{Facts, State},
    forms::READS_OLDER,
    rule::{Check, Severity},
    text::{Number, number::plain},
};
use all::of_all;
use come::came_to;
use differ::differing;
use governed::governed;
use left::left_of;
use nouns::meaning;
use phrases::phrase;
use scope::{here, planned};
use under::under_office;

/// A number of the text that means something in the tables.
pub(super) struct Link {
    pub(super) page: usize,
    pub(super) at: usize,
    pub(super) meaning: Meaning,
    /// The reading that fits.
    pub(super) fits: Option<usize>,
    /// Whether every reading could be computed from plainly printed cells.
    pub(super) known: bool,
}

impl Link {
    /// The cells that its reading of that number stands for.
    #[cfg(feature = "compare")]
    pub(super) fn cells(&self, reading: usize) -> &'static [&'static str] {
        self.meaning.readings[reading].cells
    }
}

/// Compares every number that means a cell with it; gives those that do.
pub(super) fn check(prose: &mut Prose, facts: &Facts, checks: &mut Vec<Check>) -> Vec<Link> {
    if facts.is_empty() {
        return Vec::new();
    }
    let year = prose.year;
    for page in prose.pages.iter_mut().filter(|page| page.says(&["分别"])) {
        each::name(page, year);
    }
    let links = find(prose, facts);
    for link in links.iter().filter(|link| link.fits.is_some()) {
        checks.push(holding(prose, facts, link));
    }
    for family in ["t2", "t3", "t4"].into_iter().filter(|of| shows(facts, of)) {
        differing(prose, facts, &links, family, checks);
    }
    checks.extend(mixed(prose, &links));
    for page in &mut prose.pages {
        decisions::money(page, facts, checks);
    }
    shares::check(prose, facts, checks);
    if READS_OLDER {
        forms::check(prose, facts, checks);
    }
    links
}

/// Whether anything is printed in a table: where its cells are all blank, the copy may have lost what they show.
fn shows(facts: &Facts, family: &str) -> bool {
    let mut cells = facts
        .all()
        .iter()
        .filter(|fact| fact.id.starts_with(family));
    cells.any(|fact| fact.state != State::Blank || fact.value.is_some())
}

/// One word for two readings, neither of which is named in the text.
fn mixed(prose: &mut Prose, links: &[Link]) -> Option<Check> {
    let silent = |link: &&Link| {
        let page = &prose.pages[link.page];
        let end = page.mentions[link.at].range.end;
        let after: String = page
            .slice(end..page.text().len())
            .chars()
            .take(12)
            .collect();
        link.meaning.name == "received"
            && link.meaning.sure
            && page.around(link.at).contains("收到")
            && !any(
                &format!("{}{after}", page.around(link.at)),
                &["结转", "含", "加上", "处理", "办理"],
            )
    };
    let new = links
        .iter()
        .filter(silent)
        .find(|link| link.fits == Some(0))?;
    let both = links
        .iter()
        .filter(silent)
        .find(|link| link.fits == Some(1))?;
    let (one, other) = (
        prose.pages[new.page].quote(new.at),
        prose.pages[both.page].quote(both.at),
    );
    let found = finding(
        Severity::Warning,
        format!(
            "“收到”一处为 {one}（本年新收），另一处为 {other}（本年新收＋上年结转），口径不一。"
        ),
        format!(
            "“Received” is {one} (new) in one place and {other} (new + carried in) in another."
        ),
        None,
    );
    let evidence = prose.pages[new.page].evidence(new.at);
    let mut check =
        prose.pages[both.page].check(rules::READINGS_MIXED, "link", &[both.at], Some(found));
    check.evidence.push(evidence);
    Some(check)
}

fn find(prose: &Prose, facts: &Facts) -> Vec<Link> {
    let mut links = Vec::new();
    for (page_at, page) in prose.pages.iter().enumerate() {
        for at in 0..page.mentions.len() {
            // 结转下年由39件增至52件: what it was the year before.
            if page.label(at).ends_with(['由', '从']) {
                continue;
            }
            let known = phrase(page, at, prose.year, facts);
            let known = known
                .or_else(|| meaning(page, at, prose.year))
                .or_else(|| came_to(page, at, prose.year));
            let Some(mut meaning) = known else {
                continue;
            };
            let results = meaning.readings[0].cells[0].starts_with("t3.");
            let column = ["direct", "after-review"].contains(&meaning.name.as_str());
            meaning.sure &= !column || formal::unlimited(page, at);
            let turned = || turned(page, at).is_some();
            let groups = results && Way::Results.names(page.wide(at));
            meaning.sure &= !results || turned() || here(page, at, prose.year, facts);
            meaning.sure &= !results || !of_cases(page, at);
            meaning.sure &= !groups || of_all(page, at, facts);
            meaning.sure |= governed(page, at, &meaning, facts)
                || stock::beside(page, at, &meaning, facts)
                || cases::beside(page, at, &meaning, facts)
                || results && left_of(page, at, prose.year, facts);
            // The forms of table two differ: a reading that this form has no cells for is none.
            meaning.readings.retain(|reading| {
                !reading.cells[0].starts_with("t2.") || !cells(facts, reading.cells).is_empty()
            });
            if meaning.readings.is_empty() {
                continue;
            }
            let mention = &page.mentions[at];
            let values: Vec<Option<Number>> = meaning
                .readings
                .iter()
                .map(|reading| value(facts, reading.cells))
                .collect();
            let fits = values.iter().position(|value| {
                value.is_some_and(|value| (mention.low..=mention.high).contains(&value))
            });
            meaning.sure &=
                fits.is_some() || !planned(page, at, prose.year) && !under_office(page, at);
            let known = values.iter().all(Option::is_some)
                && meaning.readings.iter().all(|reading| {
                    cells(facts, reading.cells)
                        .iter()
                        .all(|fact| !fact.inferred)
                });
            links.push(Link {
                page: page_at,
                at,
                meaning,
                fits,
                known,
            });
        }
    }
    links
}

pub(super) fn link_check(
    prose: &mut Prose,
    facts: &Facts,
    link: &Link,
    reading: &Reading,
) -> Check {
    let page = &mut prose.pages[link.page];
    let mut numbers = vec![link.at];
    numbers.extend(link.meaning.governor);
    let mut check = page.check(rules::TEXT_DIFFERS_FROM_TABLE, "link", &numbers, None);
    let cells = cells(facts, reading.cells);
    let busy = cells.len() > 3;
    let shown = cells
        .iter()
        .filter(|fact| !busy || fact.value.is_some_and(|value| !value.is_zero()));
    check
        .evidence
        .extend(shown.filter_map(|fact| fact.evidence()));
    check
}

/// A number that fits a cell, or cells added up.
fn holding(prose: &mut Prose, facts: &Facts, link: &Link) -> Check {
    let index = link.fits.unwrap_or_default();
    let reading = link.meaning.readings[index];
    let mut check = link_check(prose, facts, link, &reading);
    let plainest = link
        .meaning
        .readings
        .first()
        .and_then(|first| value(facts, first.cells));
    let worth = matches!(link.meaning.name.as_str(), "received" | "answered") && link.meaning.sure;
    if index > 0
        && worth
        && let Some(plainest) = plainest
    {
        check.rule = rules::READING_NAMED;
        let page = &prose.pages[link.page];
        let (quote, sum) = (page.quote(link.at), plus(&terms(facts, &reading)));
        let first = link.meaning.readings[0];
        check.finding = Some(finding(
            Severity::Notice,
            format!(
                "正文“{}{quote}”与表格“{}”（{}）不同，按“{}”（{sum}）的口径相符。",
                page.noun(link.at),
                first.zh,
                plain(plainest),
                reading.zh
            ),
            format!(
                "The text's {quote} is not “{}” ({}) of the table, but fits “{}” ({sum}).",
                first.en,
                plain(plainest),
                reading.en
            ),
            Some(format!("{} = {sum}", plain(page.mentions[link.at].value))),
        ));
    }
    check
}

/// What a reading adds up.
pub(super) fn terms(facts: &Facts, reading: &Reading) -> Vec<Number> {
    let mut values: Vec<Number> = cells(facts, reading.cells)
        .iter()
        .filter_map(|fact| facts.in_sum(&fact.id))
        .filter(|value| !value.is_zero())
        .collect();
    if values.is_empty() {
        values.push(Number::ZERO);
    }
    values
}
