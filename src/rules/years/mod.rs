//! The years that a report gives itself: in its title, its stated period and its text.

mod filed;
mod left_over;
mod overview;
mod period;
mod presented;

use super::catalogue::F104;
use crate::{
    document::Document,
    forms::{Form, READS_OLDER, UNIFORM_FROM},
    recognise::{Recognised, Section, Title},
    rule::{Bilingual, Cause, Check, Evidence, Finding, Verdict},
    text::{Folded, Span, folded::fold_str},
};
use std::{ops::Range, sync::Arc};

/// What the patterns of periods and of the report's name begin with.
const CENTURY: &str = "20";
/// A sentence that says one of these speaks of another paper.
const ABOUT_OTHERS: [&str; 7] = ["通知", "上年", "上一年", "去年", "往年", "相比", "同比"];
/// A paragraph that says one of these may well tell of the year before.
pub(super) const HISTORY: [&str; 16] = [
    "考核", "评估", "评为", "获", "位列", "排名", "名列", "表彰", "荣", "测评", "相比", "较", "比",
    "同比", "截至", "反馈",
];

/// The report's own year, as its title says it.
#[derive(Clone, Copy)]
struct Own<'a> {
    title: &'a Title,
    year: i32,
}

impl Own<'_> {
    /// Whether digits are this year.
    fn is(&self, printed: &str) -> bool {
        printed.parse() == Ok(self.year)
    }

    /// The check of another year that stands at a place.
    fn differs(&self, message: Bilingual, at: Evidence, printed: &str) -> Check {
        Check::violated(
            &F104,
            vec![at, Evidence::words(self.title.span, "标题")],
            self.other(message, printed),
        )
    }

    /// The finding of another year.
    fn other(&self, message: Bilingual, printed: &str) -> Finding {
        let mut finding = Finding::of(&F104, Cause::Report, message);
        finding.expected = Some(self.year.to_string());
        finding.found = Some(printed.to_owned());
        finding
    }
}

/// A year that stands as it should.
fn agrees(place: Evidence) -> Check {
    Check::holds(&F104, vec![place])
}

/// The title's year against the stated period and the text.
pub(super) fn apply(document: &Document, recognised: &Recognised, checks: &mut Vec<Check>) {
    let Some(title) = &recognised.title else {
        return;
    };
    let Some(year) = title.year else { return };
    let year = i32::from(year);
    let own = Own { title, year };
    let from = checks.len();
    filed::apply(document, own, checks);
    lines(document, recognised, own, checks);
    if let Some(paragraphs) = first_section(document, recognised) {
        overview::apply(document, &paragraphs, own, checks);
    }
    let older = |form: &Form| READS_OLDER && form.from < UNIFORM_FROM;
    if recognised.form.is_some_and(older) {
        left_over::apply(recognised, own, checks);
    }
    let lead = recognised
        .sections
        .first()
        .map_or(0, |section| section.heading.start);
    for check in &mut checks[from..] {
        let printed = check
            .finding
            .as_ref()
            .and_then(|finding| finding.found.as_deref());
        if printed.is_some_and(|printed| also_titled(document, lead, printed)) {
            check.verdict = Verdict::Undecided;
            check.finding = None;
        }
    }
}

/// The periods that the text states, and the name by which its lead presents the report.
fn lines(document: &Document, recognised: &Recognised, own: Own, checks: &mut Vec<Check>) {
    let start = recognised
        .sections
        .first()
        .map(|section| section.heading.start);
    for (at, (&span, folded)) in recognised.prose.iter().zip(&recognised.folded).enumerate() {
        if let Some(&next) = recognised.prose.get(at + 1)
            && period::is_cut(folded.text())
            && next.start <= span.end + 2
        {
            let both = Folded::new(document.text(), Span::new(span.start, next.end));
            period::apply(&both, own, checks);
        }
        if !folded.text().contains(CENTURY) {
            continue;
        }
        period::apply(folded, own, checks);
        if start.is_none_or(|start| span.start < start) && span.start > own.title.span.start {
            presented::apply(folded, own, checks);
        }
    }
}

/// The paragraphs of section one, where there is one.
fn first_section<'a>(document: &Document, recognised: &'a Recognised) -> Option<Vec<&'a Folded>> {
    let sections = &recognised.sections;
    let first = sections.iter().find(|section| section.form == 0)?;
    let next = |section: &&Section| section.heading.start > first.heading.end;
    let to = sections
        .iter()
        .find(next)
        .map(|section| section.heading.start);
    let own = Span::new(first.heading.start, to.unwrap_or(document.text().len()));
    let all = recognised.prose.iter().zip(&recognised.folded);
    let inside = all.filter(|(span, _)| own.contains(**span));
    Some(inside.map(|(_, folded)| Arc::as_ref(folded)).collect())
}

/// Whether a line above the text names a report of that year too: then the title may have been another's.
fn also_titled(document: &Document, lead: usize, year: &str) -> bool {
    const LONGEST: usize = 200;
    let lines = document
        .blocks()
        .iter()
        .take_while(|span| span.start < lead);
    lines
        .filter(|span| span.end - span.start <= LONGEST)
        .any(|&span| {
            let text = fold_str(document.quote(span));
            text.contains(year)
                && text.contains("公开")
                && !text.contains(['。', '《'])
                && (text.contains("报告") || text.contains("年报"))
        })
}

/// The stretch between sentence ends around `range`.
fn sentence(text: &str, range: Range<usize>) -> &str {
    let ends = ['。', '；', ';'];
    let from = text[..range.start].rfind(ends).unwrap_or(0);
    let to = text[range.end..]
        .find(ends)
        .map_or(text.len(), |at| range.end + at);
    &text[from..to]
}
