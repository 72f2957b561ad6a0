//! Texts that stop before their end, as copies do: nothing is said of what lies behind.

use crate::{
    document::Document,
    recognise::{
        Recognised, TableRead,
        outline::{SECTIONS, SectionForm},
    },
    text::character::is_han,
};

/// The statutory sections behind the last one that was found.
pub(super) fn lost_at_end(recognised: &Recognised) -> Vec<&'static SectionForm> {
    let last = recognised.sections.iter().map(|section| section.form).max();
    last.map_or(&[][..], |last| &SECTIONS[last + 1..])
        .iter()
        .collect()
}

/// The statutory sections before the first one that was found, where the text begins behind them: several are missing,
/// and the title with them.
pub(super) fn lost_at_start(recognised: &Recognised) -> Vec<&'static SectionForm> {
    let first = recognised.sections.iter().map(|section| section.form).min();
    let lost = first.filter(|&first| first > 1 && recognised.title.is_none());
    SECTIONS[..lost.unwrap_or_default()].iter().collect()
}

/// Whether a table belongs to one of those sections.
pub(super) fn is_ahead(recognised: &Recognised, table: &TableRead) -> bool {
    let lost = lost_at_start(recognised);
    lost.iter().any(|form| form.table == Some(table.form.id))
}

/// Whether the text stops: the last sections are missing, and nothing follows on the last that is there.
pub(super) fn stops(document: &Document, recognised: &Recognised) -> bool {
    lost_at_end(recognised).len() > 1 && !goes_on(document, recognised)
}

/// Whether the text stops before a table, or inside it: no later table is there, and all rows that it lacks are its last.
pub(super) fn is_behind(document: &Document, recognised: &Recognised, table: &TableRead) -> bool {
    let others = recognised.tables.iter();
    let mut later = others.skip_while(|other| other.form.id != table.form.id);
    let last = later.all(|other| other.form.id == table.form.id || other.region.is_none());
    let mut behind = table.held.iter().skip_while(|held| held.is_some());
    last && behind.all(Option::is_none) && stops(document, recognised)
}

/// Whether sentences follow after the table of the last section found: then the text does not merely stop there.
fn goes_on(document: &Document, recognised: &Recognised) -> bool {
    const MUCH: usize = 20;
    let Some(last) = recognised.sections.last() else {
        return false;
    };
    let form = SECTIONS[last.form].table;
    let mut tables = recognised.tables.iter();
    let region = tables.find_map(|table| table.region.filter(|_| form == Some(table.form.id)));
    let Some(region) = region else { return false };
    let prose = recognised.prose.iter();
    let after = prose.filter(|span| span.start >= region.end);
    let sentences = after
        .map(|&span| document.quote(span))
        .filter(|quote| quote.contains('。'));
    let letters = sentences.flat_map(str::chars);
    letters.filter(|&c| is_han(c)).take(MUCH).count() == MUCH
}
