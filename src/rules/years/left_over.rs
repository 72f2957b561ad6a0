//! Sections of an older report that tell of the year before as their own: last year's text was left.

use super::{HISTORY, Own};
use crate::{
    recognise::Recognised,
    rule::{Bilingual, Check, Evidence},
    text::{Folded, Span, words::any},
};
use std::{ops::RangeInclusive, sync::Arc};

/// The sections that tell of the year's own figures.
const OWN: RangeInclusive<usize> = 1..=3;
/// How many of them are looked at: a report has each once, or twice.
const MOST: usize = 8;
/// Words by which a text speaks of its own year without a number.
pub(super) const NOW: [&str; 3] = ["今年", "本年", "当年"];
/// What goes on behind the year in a sentence that tells of its figures.
const GOES_ON: [char; 12] = [
    ',', '度', '全', '我', '本', '共', '收', '受', '主', '累', '新', '因',
];

/// The first paragraph of each such section that begins with the year before, where the section never names its own.
pub(super) fn apply(recognised: &Recognised, own: Own, checks: &mut Vec<Check>) {
    let (year, before) = (own.year, own.year - 1);
    let dated = |folded: &&Arc<Folded>| begins(folded, year) || begins(folded, before);
    // A title may bear the year of its publication.
    let first = recognised.folded.iter().find(dated);
    if !first.is_some_and(|first| begins(first, year)) {
        return;
    }
    let now = format!("{year}年");
    let sections = recognised.sections.iter().enumerate();
    let telling = sections.filter(|(_, section)| OWN.contains(&section.form));
    for (at, section) in telling.take(MOST) {
        let next = recognised.sections.get(at + 1);
        let end = next.map_or(usize::MAX, |next| next.heading.start);
        let inside = |span: &Span| span.start >= section.heading.end && span.start < end;
        let all = recognised.prose.iter().zip(&recognised.folded);
        let paragraphs: Vec<&Folded> = all
            .filter(|(span, _)| inside(span))
            .map(|(_, folded)| Arc::as_ref(folded))
            .collect();
        let said = |folded: &&Folded| folded.text().contains(&now) || any(folded.text(), &NOW);
        let left = paragraphs
            .first()
            .filter(|folded| begins(folded, before) && !any(folded.text(), &HISTORY));
        if let Some(folded) = left.filter(|_| !paragraphs.iter().any(said)) {
            checks.push(told(
                own,
                before,
                Evidence::words(folded.origin(0..4), "正文年份"),
            ));
        }
    }
}

/// Whether a paragraph begins with the figures of that year.
fn begins(folded: &Folded, year: i32) -> bool {
    let rest = folded.text().strip_prefix(&format!("{year}年"));
    rest.is_some_and(|rest| rest.starts_with(GOES_ON))
}

fn told(own: Own, printed: i32, at: Evidence) -> Check {
    let year = own.year;
    let message = Bilingual::new(
        format!("标题是 {year} 年，这一部分却以“{printed}年”叙述本年工作，可能沿用了上年的文字。"),
        format!(
            "The title says {year}, this section tells of {printed} as its own year: text of last year may have been left."
        ),
    );
    let mut check = own.differs(message, at, &printed.to_string());
    // It may as well tell what came before.
    check.soften();
    check
}
