//! Sections of an older report that tell of the year before as their own: last year's text was left.

use super::years::{HISTORY, differs, place};
use crate::{
    recognise::{Recognised, Title},
    rule::{Bilingual, Check},
    text::{Folded, Span, words::any},
};

/// The sections that tell of the year's own figures.
const OWN: std::ops::RangeInclusive<usize> = 1..=3;
/// How many of them are looked at: a report has each once, or twice.
const MOST: usize = 8;
/// Words by which a text speaks of its own year without a number.
pub(super) const NOW: [&str; 3] = ["今年", "本年", "当年"];
/// What goes on behind the year in a sentence that tells of its figures.
const GOES_ON: [char; 12] = [
    ',', '度', '全', '我', '本', '共', '收', '受', '主', '累', '新', '因',
];

/// The first paragraph of each such section that begins with the year before, where the section never names its own.
pub(super) fn apply(recognised: &Recognised, title: &Title, year: i32, checks: &mut Vec<Check>) {
    let begins = |folded: &Folded, year: i32| {
        let rest = folded.text().strip_prefix(&format!("{year}年"));
        rest.is_some_and(|rest| rest.starts_with(GOES_ON))
    };
    let dated = |folded: &&std::sync::Arc<Folded>| begins(folded, year) || begins(folded, year - 1);
    // A title may bear the year of its publication.
    let first = recognised.folded.iter().find(dated);
    if !first.is_some_and(|first| begins(first, year)) {
        return;
    }
    let now = format!("{year}年");
    let sections = recognised.sections.iter().enumerate();
    let own = sections.filter(|(_, section)| OWN.contains(&section.form));
    for (at, section) in own.take(MOST) {
        let next = recognised.sections.get(at + 1);
        let end = next.map_or(usize::MAX, |next| next.heading.start);
        let inside = |span: &Span| span.start >= section.heading.end && span.start < end;
        let of_section = recognised.prose.iter().zip(&recognised.folded);
        let own = || of_section.clone().filter(|(span, _)| inside(span));
        let said =
            own().any(|(_, folded)| folded.text().contains(&now) || any(folded.text(), &NOW));
        if said {
            continue;
        }
        let left = own()
            .next()
            .filter(|(_, folded)| begins(folded, year - 1) && !any(folded.text(), &HISTORY));
        if let Some((_, folded)) = left {
            let printed = (year - 1).to_string();
            let message = Bilingual::new(
                format!(
                    "标题是 {year} 年，这一部分却以“{printed}年”叙述本年工作，可能沿用了上年的文字。"
                ),
                format!(
                    "The title says {year}, this section tells of {printed} as its own year: text of last year may have been left."
                ),
            );
            let place = place(folded.origin(0..4), "正文年份");
            let mut check = differs(message, place, title, year, &printed);
            // It may as well tell what came before.
            check.soften();
            checks.push(check);
        }
    }
}
