//! Changes that the text tells of a cell, measured by last year's report (Y103): `收到申请315件,同比增长23%`.

use super::{between::is_year, falls, is_change, is_rate, subject::bare};
use crate::{
    claims::{
        cells::{cells, value},
        links::Link,
        reading::{
            mention::Grade,
            page::{Page, finding},
            prose::Prose,
        },
        rules,
    },
    facts::{Fact, Facts},
    rule::{Compared, Finding, Severity, Verdict},
    text::{
        Number,
        number::{half_up, percent, plain},
    },
};

/// Checks what stands right behind each figure that is a cell of this year's tables.
pub(in crate::claims) fn check(prose: &mut Prose, links: &[Link], last: &Facts) -> Vec<Compared> {
    let fitting = links.iter().filter_map(|link| Some((link, link.fits?)));
    fitting
        .flat_map(|(link, fits)| {
            let patterns = link.cells(fits);
            let page = &mut prose.pages[link.page];
            let then = value(last, patterns);
            let cells = cells(last, patterns);
            let told = told(page, link.at).into_iter();
            let compared = told.filter_map(|at| compared(page, link.at, at, then, &cells));
            in_one(compared.collect())
        })
        .collect()
}

/// What is told of one figure is measured by one of last year: where several numbers are wrong, the first tells of all.
fn in_one(mut all: Vec<Compared>) -> Vec<Compared> {
    let mut wrong = all.iter_mut().map(|one| &mut one.check);
    let Some(first) = wrong.find(|check| check.finding.is_some()) else {
        return all;
    };
    for other in wrong.filter(|check| check.finding.is_some()) {
        let said = other.finding.take().and_then(|finding| finding.formula);
        let number = other.evidence.first().cloned();
        first.evidence.extend(number);
        if let Some((finding, said)) = first.finding.as_mut().zip(said) {
            finding.message.zh += &format!("其后的数也随之不符：{said}。");
            finding.message.en += &format!(" So is the number behind it: {said}.");
        }
    }
    all
}

/// The numbers right behind a figure that say what it was, by how much it changed, and at what rate.
fn told(page: &Page, figure: usize) -> Vec<usize> {
    let now = &page.mentions[figure];
    if !now.is_current() || now.soft {
        return Vec::new();
    }
    let mut found = Vec::new();
    for at in figure + 1..page.mentions.len() {
        let mention = &page.mentions[at];
        let gap = page.gap(at - 1, at);
        let tied = page.same_sentence(figure, at) && gap.starts_with([',', '(', '、', ')']);
        let words = gap.trim_start_matches([',', '(', '、', ')']);
        let words = words.trim_end_matches(['近', '约']);
        let is_next = if mention.earlier && !mention.change {
            mention.is_count() && mention.unit == now.unit && is_year(words)
        } else {
            (is_change(page, at) || is_rate(page, at)) && bare(words) && !words.contains('环')
        };
        if !tied || !is_next {
            break;
        }
        found.push(at);
    }
    found
}

fn compared(
    page: &mut Page,
    figure: usize,
    at: usize,
    then: Option<Number>,
    cells: &[&Fact],
) -> Option<Compared> {
    let wrong = match then {
        Some(then) => wrong(page, figure, at, then)?,
        None => None,
    };
    let mut check = page.check(&rules::Y103, "growth", &[at, figure], wrong);
    if then.is_none() {
        check.verdict = Verdict::Undecided;
    }
    let last = cells.iter().filter_map(|fact| fact.evidence()).collect();
    Some(Compared { check, last })
}

/// What is wrong with a number that is told of the change from last year's figure; nothing within where it is right,
/// nothing at all where it cannot be measured.
fn wrong(page: &Page, figure: usize, at: usize, then: Number) -> Option<Option<Finding>> {
    let (now, told) = (page.mentions[figure].value, &page.mentions[at]);
    let step = now.checked_sub(then)?;
    let signed = if falls(page, at) { -step } else { step };
    if told.earlier && !told.change {
        let right = (told.low..=told.high).contains(&then);
        return Some((!right).then(|| differs(page, at, Severity::Error, plain(then), None)));
    }
    if told.is_percent() {
        let grade = page.mentions[at].grade(signed, then)?;
        let real = percent(step, then)?;
        let severity = if grade == Grade::Off {
            Severity::Notice
        } else {
            Severity::Error
        };
        let due = format!("{}%", half_up(real, told.places.max(1)).normalize());
        let formula = format!(
            "({} − {}) ÷ {} = {due}",
            plain(now),
            plain(then),
            plain(then)
        );
        return Some(
            (grade < Grade::Exact).then(|| differs(page, at, severity, due, Some(formula))),
        );
    }
    let right = (told.low..=told.high).contains(&signed);
    let formula = format!("{} − {} = {}", plain(now), plain(then), plain(step));
    Some((!right).then(|| differs(page, at, Severity::Error, plain(step), Some(formula))))
}

/// A number that last year's report gives another value for, and how it does.
fn differs(
    page: &Page,
    at: usize,
    severity: Severity,
    due: String,
    formula: Option<String>,
) -> Finding {
    let quote = page.quote(at);
    let (zh, en) = match &formula {
        Some(formula) => (
            format!("正文写作 {quote}，按上年报告应为 {due}（{formula}）。"),
            format!("The text has {quote}; by last year's report it should be {due} ({formula})."),
        ),
        None => (
            format!("正文称上年为 {quote}，上年报告为 {due}。"),
            format!("The text has {quote} for last year; last year's report has {due}."),
        ),
    };
    let mut found = finding(severity, zh, en, formula);
    found.expected = Some(due);
    found.found = Some(quote.to_owned());
    found
}
