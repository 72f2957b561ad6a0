//! Rules about the sections: which are there, and how they are numbered.

use super::{
    catalogue::{F101, F102},
    stops::{lost_at_end, lost_at_start, stops},
};
use crate::{
    document::Document,
    recognise::{
        Recognised, Section, TableRead,
        outline::{Heading, SECTIONS, SectionForm, marker::written},
    },
    rule::{Bilingual, Cause, Check, Evidence, Finding, Severity},
    text::{Span, character::is_han, order::Order},
};

/// A text with less prose than this, in characters, and none of the sections of prose is an excerpt.
const EXCERPT: usize = 200;

/// What is added where the text breaks off.
const STOPS: (&str, &str) = ("，正文似乎在此中断", "; the text seems to stop before");
/// What is added where it begins behind what is missing.
const BEGINS: (&str, &str) = ("，正文似乎缺了开头", "; the text seems to begin after");

fn demanded(recognised: &Recognised) -> bool {
    let statutory = |section: &Section| SECTIONS[section.form].table.is_some();
    let named = recognised.title.is_some() || recognised.sections.iter().any(statutory);
    named && recognised.is_due(2019)
}

fn place(section: &Section) -> Evidence {
    Evidence::words(section.heading, SECTIONS[section.form].heading)
}

/// The statutory sections (editions of 2019 and later); nothing is said of a text that has no such heading at all.
pub(super) fn sections(document: &Document, recognised: &Recognised, checks: &mut Vec<Check>) {
    if !demanded(recognised) || recognised.sections.is_empty() {
        return;
    }
    let found = |at: usize| {
        let mut sections = recognised.sections.iter();
        sections.find(|section| section.form == at)
    };
    let excerpt = is_excerpt(document, recognised);
    let lost_at_end = lost_at_end(recognised);
    let before = SECTIONS.len() - lost_at_end.len();
    let lost_at_start = lost_at_start(recognised);
    if !excerpt && !lost_at_start.is_empty() {
        let start = document
            .blocks()
            .first()
            .map(|&span| Evidence::words(span, "文本从此开始"));
        let start = start.into_iter().collect();
        checks.push(missing(recognised, &lost_at_start, start, BEGINS));
    }
    let sections = SECTIONS.iter().enumerate().take(before);
    for (at, form) in sections.skip(lost_at_start.len()) {
        match found(at) {
            Some(section) => checks.push(Check::holds(&F101, vec![place(section)])),
            None if excerpt => {}
            None if at == 0 && opens_otherwise(document, recognised) => {
                checks.push(Check::undecided(&F101, Vec::new()));
            }
            None => checks.push(missing(recognised, &[form], Vec::new(), ("", ""))),
        }
    }
    if excerpt || lost_at_end.is_empty() {
        return;
    }
    if lost_at_end.len() > 1 && !stops(document, recognised) {
        let single = lost_at_end.iter();
        checks.extend(single.map(|&form| missing(recognised, &[form], Vec::new(), ("", ""))));
    } else {
        let end = document
            .blocks()
            .last()
            .map(|&span| Evidence::words(span, "文本到此为止"));
        let end = end.into_iter().collect();
        let tail = if lost_at_end.len() > 1 {
            STOPS
        } else {
            ("", "")
        };
        checks.push(missing(recognised, &lost_at_end, end, tail));
    }
}

/// Whether only tables were taken from a report.
fn is_excerpt(document: &Document, recognised: &Recognised) -> bool {
    let told = recognised.sections.iter();
    let mut told = told.filter(|section| SECTIONS[section.form].table.is_none());
    let prose = recognised.prose.iter().map(|&span| document.quote(span));
    let letters = prose.flat_map(str::chars).filter(|&c| is_han(c));
    told.next().is_none() && letters.take(EXCERPT).count() < EXCERPT
}

/// Whether a first section of another name stands before the second.
fn opens_otherwise(document: &Document, recognised: &Recognised) -> bool {
    let Some(second) = recognised.sections.first() else {
        return false;
    };
    recognised
        .headings(document)
        .iter()
        .take_while(|heading| heading.span.start < second.heading.start)
        .any(|heading| heading.number == 1 && heading.form.is_none())
}

fn missing(
    recognised: &Recognised,
    forms: &[&SectionForm],
    evidence: Vec<Evidence>,
    (zh_tail, en_tail): (&str, &str),
) -> Check {
    let quoted = |form: &&SectionForm| format!("“{}”", form.heading);
    let zh = forms.iter().map(quoted).collect::<Vec<_>>().join("、");
    let quoted = |form: &&SectionForm| format!("“{}”", form.english);
    let en = forms.iter().map(quoted).collect::<Vec<_>>().join(", ");
    let message = Bilingual::new(
        format!("没有找到规定的部分：{zh}{zh_tail}。"),
        format!("No heading found for {en}{en_tail}."),
    );
    let has_table = |form: &&SectionForm| {
        let read = |table: &TableRead| form.table == Some(table.form.id) && table.region.is_some();
        recognised.tables.iter().any(read)
    };
    let (severity, cause) = if forms.iter().all(has_table) {
        (Severity::Warning, Cause::Either)
    } else {
        (Severity::Error, Cause::Report)
    };
    let finding = Finding {
        severity,
        ..Finding::of(&F101, cause, message)
    };
    Check::violated(&F101, evidence, finding)
}

/// The ordinals of the statutory headings, where they are plainly numbered.
pub(super) fn ordinals(document: &Document, recognised: &Recognised, checks: &mut Vec<Check>) {
    if !demanded(recognised) {
        return;
    }
    let plain: Vec<&Section> = numbered(recognised);
    let (wrong, right): (Vec<&Section>, Vec<&Section>) = plain
        .iter()
        .partition(|section| expected(&plain, recognised, section).is_some());
    checks.extend(
        right
            .iter()
            .map(|section| Check::holds(&F102, vec![place(section)])),
    );
    let displaced: Vec<&Section> = plain.iter().copied().filter(is_displaced).collect();
    if displaced.is_empty() {
        return;
    }
    let headings = recognised.headings(document);
    if let Some((first, again)) = restart(&headings, &displaced) {
        checks.push(two_systems(&first, &again, &displaced));
        return;
    }
    for section in &wrong {
        if let Some(expected) = expected(&plain, recognised, section) {
            checks.push(misnumbered(section, expected));
        }
    }
}

/// Whether a heading's ordinal is not its place in the form.
fn is_displaced(section: &&Section) -> bool {
    section.ordinal.map(usize::from) != Some(section.form + 1)
}

/// The plain headings with an ordinal, one for each section: the one under the right ordinal, if any is, else the last.
fn numbered(recognised: &Recognised) -> Vec<&Section> {
    let plain = |form: usize| {
        let of = move |section: &&Section| section.form == form && section.plain;
        recognised.sections.iter().filter(of)
    };
    (0..SECTIONS.len())
        .filter_map(|form| {
            let right = |section: &&Section| section.ordinal.map(usize::from) == Some(form + 1);
            plain(form).find(right).or_else(|| plain(form).next_back())
        })
        .filter(|section| section.ordinal.is_some())
        .collect()
}

/// The ordinal that a heading should have, where it has another: its place in the form, or, where sections
/// are missing or merged, its place among those that are there.
fn expected(plain: &[&Section], recognised: &Recognised, section: &Section) -> Option<u8> {
    let lower = recognised.sections.iter();
    let (mut forms, mut spans): (Vec<usize>, Vec<Span>) = lower
        .filter(|other| other.form < section.form)
        .map(|other| (other.form, other.heading))
        .unzip();
    forms.order();
    forms.dedup();
    spans.order();
    spans.dedup();
    let place = u8::try_from(section.form + 1).ok()?;
    let rank = u8::try_from(forms.len().min(spans.len()) + 1).ok()?;
    let printed = section.ordinal?;
    (plain.len() > 1 && printed != place && printed != rank).then_some(place)
}

/// Where the top-level ordinals begin again at 一 after at least three, before the misnumbered headings.
fn restart(headings: &[Heading], wrong: &[&Section]) -> Option<(Heading, Heading)> {
    let first = *headings.first()?;
    let at = (3..headings.len()).find(|&at| {
        headings[at].number == 1 && headings[at].form.is_some() && headings[at - 1].number >= 3
    })?;
    let again = headings[at];
    let statutory = |heading: &&Heading| heading.form.is_some_and(|form| form > 0);
    if headings[..at].iter().filter(statutory).count() > 1 {
        return None;
    }
    let after = wrong
        .iter()
        .filter(|section| section.heading.start >= again.span.start);
    (after.count() >= 2).then_some((first, again))
}

fn two_systems(first: &Heading, again: &Heading, wrong: &[&Section]) -> Check {
    let count = wrong.len();
    let message = Bilingual::new(
        format!("全文有两套一级序号：规定的部分又从“一”编起，{count} 个部分的序号与规定不符。"),
        format!(
            "The outline is numbered twice: the statutory sections begin again at 一, and {count} of them stand under another ordinal."
        ),
    );
    let mut evidence = vec![again.span, first.span];
    evidence.extend(wrong.iter().map(|section| section.heading));
    evidence.dedup();
    let evidence = evidence
        .into_iter()
        .map(|span| Evidence::words(span, "一级标题"));
    let finding = Finding::of(&F102, Cause::Report, message);
    Check::violated(&F102, evidence.collect(), finding)
}

fn misnumbered(section: &Section, expected: u8) -> Check {
    let form = &SECTIONS[section.form];
    let printed = section.ordinal.map(written).unwrap_or_default();
    let wanted = written(expected);
    let message = Bilingual::new(
        format!(
            "“{}”印作第{printed}部分，按规定应为第{wanted}部分。",
            form.heading
        ),
        format!(
            "“{}” is numbered {printed}; its place in the form is {wanted}.",
            form.english
        ),
    );
    let mut finding = Finding::of(&F102, Cause::Report, message);
    finding.expected = Some(wanted);
    finding.found = Some(printed);
    Check::violated(&F102, vec![place(section)], finding)
}
