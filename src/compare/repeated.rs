//! Sections whose sentences were in last year's report (Y104).

use super::{Side, rules};
use crate::{
    recognise::{Section, outline::SECTIONS},
    rule::{Bilingual, Check, Compared, Evidence, Finding, counted},
    text::{Folded, Span, number::percent, words::any},
};
use std::{collections::HashSet, ops::Range};

/// Shorter sentences say nothing of their own.
const SHORTEST: usize = 8;
/// A section of fewer characters is not judged.
const FEW: usize = 120;
/// So many stretches are shown at most.
const SHOWN: usize = 12;
/// Words of sentences that each report has every year.
const BOILERPLATE: [&str; 8] = [
    "条例》",
    "统计期限",
    "电子版",
    "联系电话",
    "邮编",
    "下载",
    "如有疑问",
    "本报告",
];
/// Where a sentence ends, folded.
const ENDS: [char; 5] = ['。', '!', '?', ';', '\n'];

/// A sentence: its words without years, where it stands, how many characters it has.
struct Sentence {
    words: String,
    span: Span,
    length: usize,
}

pub(super) fn check(now: Side<'_>, last: Side<'_>, found: &mut Vec<Compared>) {
    for section in &now.recognised.sections {
        let same = |other: &&Section| other.form == section.form;
        let Some(then) = last.recognised.sections.iter().find(same) else {
            continue;
        };
        let (own, former) = (sentences(now, section), sentences(last, then));
        let known: HashSet<&str> = former.iter().map(|one| one.words.as_str()).collect();
        found.extend(compared(section, then, &own, &known));
    }
}

fn compared(
    section: &Section,
    then: &Section,
    own: &[Sentence],
    known: &HashSet<&str>,
) -> Option<Compared> {
    let is_known = |sentence: &&Sentence| known.contains(sentence.words.as_str());
    let length = |sentences: &mut dyn Iterator<Item = &Sentence>| {
        sentences.map(|sentence| sentence.length).sum::<usize>()
    };
    let all = length(&mut own.iter());
    if all < FEW {
        return None;
    }
    let repeated: Vec<&Sentence> = own.iter().filter(is_known).collect();
    let same = length(&mut repeated.iter().copied());
    let most = 2 * same > all;
    let heading = SECTIONS[section.form];
    let label = |span: Span| Evidence::words(span, heading.heading);
    let finding = most.then(|| {
        let (count, sentences) = (repeated.len(), own.len());
        let share = percent(same.into(), all.into()).unwrap_or_default().round();
        Finding::new(rules::Y104.severity,
            Bilingual::new(
                format!(
                    "“{}”的 {sentences} 句中有 {count} 句与上年报告相同（年份不计），占字数的 {share}%。",
                    heading.heading
                ),
                format!(
                    "{count} of {} of “{}” were in last year's report (years apart): {share}% of the characters.",
                    counted(sentences, "sentence"),
                    heading.english
                ),
            ),
        )
    });
    let evidence = if most {
        stretches(&repeated)
    } else {
        vec![label(section.heading)]
    };
    Some(Compared {
        check: Check::of(&rules::Y104, evidence, finding),
        last: vec![label(then.heading)],
    })
}

/// Repeated sentences as stretches of the text; those that follow each other are one.
fn stretches(repeated: &[&Sentence]) -> Vec<Evidence> {
    let mut spans: Vec<Span> = Vec::new();
    for sentence in repeated {
        match spans.last_mut() {
            Some(last) if last.end == sentence.span.start => last.end = sentence.span.end,
            _ => spans.push(sentence.span),
        }
    }
    let evidence = |span| Evidence::words(span, "与上年报告相同");
    spans.into_iter().take(SHOWN).map(evidence).collect()
}

/// The sentences of a section that are its own.
fn sentences(side: Side<'_>, section: &Section) -> Vec<Sentence> {
    let Side { recognised, .. } = side;
    let from = section.heading.end;
    let headings = recognised.sections.iter().map(|other| other.heading.start);
    let end = headings.filter(|&start| start >= from).min();
    let end = end.unwrap_or(usize::MAX);
    let prose = recognised.prose.iter().zip(&recognised.folded);
    let within = prose.filter(|(span, _)| span.start >= from && span.start < end);
    within.flat_map(|(_, folded)| own(folded)).collect()
}

/// The sentences of one paragraph without those that every report has.
fn own(folded: &Folded) -> Vec<Sentence> {
    let text = folded.text();
    let mut start = 0;
    let mut found = Vec::new();
    for part in text.split_inclusive(ENDS) {
        let range = start..start + part.len();
        start = range.end;
        found.extend(sentence(folded, part, range));
    }
    found
}

fn sentence(folded: &Folded, text: &str, range: Range<usize>) -> Option<Sentence> {
    let words = without_years(text.trim_end_matches(ENDS));
    let length = words.chars().count();
    (length >= SHORTEST && !any(&words, &BOILERPLATE)).then(|| Sentence {
        words,
        span: folded.origin(range),
        length,
    })
}

/// A text in which every year is the same.
fn without_years(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, digits) = rest.split_at(at);
        let end = digits
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(digits.len());
        let (number, after) = digits.split_at(end);
        let is_year = number.len() == 4 && number.starts_with("20");
        out.push_str(before);
        out.push_str(if is_year { "年" } else { number });
        rest = after;
    }
    out.push_str(rest);
    out
}
