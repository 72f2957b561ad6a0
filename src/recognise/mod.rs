//! A document to its title, sections, edition and tables.

pub mod align;
mod assign;
mod decide;
mod edition;
pub mod folds;
mod heads;
pub mod held;
mod hierarchy;
pub mod outline;
pub mod readings;
pub mod similar;
pub mod stream;
mod tables;
pub mod title;

pub use folds::Folds;
pub use held::Held;
pub use outline::{Heading, Section};
pub use tables::{Status, TableRead};
pub use title::Title;

use crate::{
    document::Document,
    facts::Facts,
    forms::{self, Form, READS_OLDER, UNIFORM_FROM},
    text::{Folded, Span},
};
use std::{borrow::Cow, sync::Arc};
use stream::Stream;

/// What a document turned out to be.
#[derive(Debug, Clone)]
pub struct Recognised {
    /// The title.
    pub title: Option<Title>,
    /// The year reported on.
    pub year: Option<u16>,
    /// Whether that year is stated, and not only the one that the text names most.
    pub stated: bool,
    /// The edition of the form, by its labels; by the year where it has none.
    pub form: Option<&'static Form>,
    /// Whether labels of the form were read, so that the edition is more than a guess from the year.
    pub labelled: bool,
    /// The statutory sections, in the order of the text.
    pub sections: Vec<Section>,
    /// The tables that the edition demands.
    pub tables: Vec<TableRead>,
    /// All quantities read.
    pub facts: Facts,
    /// Whether it is a university's, in a form of its own that no edition describes.
    pub school: bool,
    /// The title of a second report, from which on nothing is read.
    pub second: Option<Span>,
    /// The prose, without tables.
    pub prose: Vec<Span>,
    /// The same, folded.
    pub folded: Vec<Arc<Folded>>,
    /// Every block of the document, folded.
    pub folds: Folds,
}

impl Recognised {
    /// The stretches of the document that its tables take.
    #[must_use]
    pub fn regions(&self) -> Vec<Span> {
        let tables = self.tables.iter();
        tables.filter_map(|table| table.region).collect()
    }

    /// All lines numbered `一、` or `第一部分`, statutory or not, outside tables.
    #[must_use]
    pub fn headings(&self, document: &Document) -> Vec<Heading> {
        outline::headings(document, &self.folds, &self.regions())
    }

    /// Whether the form of a year from `from` on is due: by its labels or by the year, not by a guess.
    #[must_use]
    pub fn is_due(&self, from: u16) -> bool {
        let known = self.labelled || self.year.is_some();
        known && self.form.is_some_and(|form| form.from >= from)
    }

    /// Whether it is in a form that this build does not read.
    #[must_use]
    pub fn is_too_old(&self) -> bool {
        !READS_OLDER && self.form.is_some_and(|form| form.from < UNIFORM_FROM)
    }

    /// Whether the document is a report of the kind at all.
    #[must_use]
    pub fn is_report(&self) -> bool {
        let plain = self.sections.iter().filter(|section| section.plain).count();
        !self.facts.is_empty()
            || self.sections.len() >= 3 && (self.stated || plain >= 3)
            || self.title.is_some() && self.form.is_some()
            || self.school
    }
}

/// The edition with the tables as read by it.
struct Chosen {
    form: Option<&'static Form>,
    tables: Vec<TableRead>,
    labelled: bool,
}

/// A form of which fewer own labels occur may be another one.
const FEW_SIGNS: usize = 2;

/// Chooses the edition, by whose forms the tables are read; up to 2018 also those that no form knows, where the report
/// is `titled` or something of a form was read.
fn choose(
    document: &Document,
    folds: &Folds,
    stream: &mut Stream,
    year: Option<u16>,
    titled: bool,
) -> Chosen {
    let candidates = edition::candidates(folds, year);
    let older = candidates
        .iter()
        .filter(|(form, _)| READS_OLDER && form.from < UNIFORM_FROM);
    for table in older.flat_map(|(form, _)| &form.tables) {
        stream::halves::part(stream, table);
    }
    let chunks = stream::chunk::chunks(document, stream);
    let read = |form| tables::read(document, stream, &chunks, form);
    let (form, mut tables) = edition::choose(&candidates, year, read);
    let own = candidates
        .iter()
        .find(|&&(candidate, _)| Some(candidate) == form);
    let signs = own.map_or(0, |&(_, signs)| signs);
    let newer = form.is_some_and(|form| form.from >= UNIFORM_FROM);
    let titled = titled || tables::held(&tables) > 0;
    if let Some(form) = form.filter(|_| READS_OLDER && !newer && titled) {
        let early = year.is_some_and(|year| year < form.from);
        hierarchy::add(document, year, early || signs < FEW_SIGNS, &mut tables);
    }
    let mut official = tables
        .iter()
        .filter(|table| matches!(table.form, Cow::Borrowed(_)));
    let form = if newer || official.any(|table| table.region.is_some()) {
        form
    } else {
        year.and_then(forms::for_year).or(form)
    };
    let labelled = tables::held(&tables) > 0 && (tables::filled(&tables) > 0 || signs > 0);
    Chosen {
        form,
        tables,
        labelled,
    }
}

/// Recognises a document. Total: what is not there is absent, what is unclear says so.
#[must_use]
pub fn recognise(document: &Document) -> Recognised {
    let folds = Folds::new(document);
    let mut stream = Stream::new(document, &folds);
    let dated = title::dated(document, &folds);
    let second = title::second::find(document, &dated, || {
        outline::sections(document, &folds, &[])
    });
    let end = second.map_or(usize::MAX, |title| title.start);
    stream.cut(end);
    let title = title::find(document, &folds, &dated);
    let stated = edition::year(document, title.as_ref());
    let year = stated.or_else(|| edition::most_named(document));
    if let Some(year) = year {
        stream.leave_out(&title::other_years::find(document, &folds, year));
    }
    stream::named_cells::join(&mut stream);
    let Chosen {
        mut form,
        mut tables,
        labelled,
    } = choose(document, &folds, &mut stream, year, title.is_some());
    let school = edition::school::is_school(document, title.as_ref(), &tables);
    if school {
        (form, tables) = Default::default();
    }
    let regions: Vec<Span> = tables.iter().filter_map(|table| table.region).collect();
    let mut sections = outline::sections(document, &folds, &regions);
    sections.retain(|section| section.heading.start < end);
    tables::hollow::find(document, &stream, &sections, &mut tables);
    let facts = tables::facts(&tables);
    let mut prose = outline::prose::spans(document, &regions, &sections);
    prose.retain(|span| span.start < end);
    let folded: Vec<Arc<Folded>> = prose
        .iter()
        .map(|&span| folds.stretch(document, span))
        .collect();
    tables::note_pending(&mut tables, &folded);
    Recognised {
        title,
        year,
        stated: stated.is_some(),
        form,
        labelled,
        sections,
        tables,
        facts,
        school,
        second,
        prose,
        folded,
        folds,
    }
}
