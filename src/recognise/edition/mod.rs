//! Which edition of the form a report uses, and of which year it is.

pub(super) mod school;

use super::{
    folds::Folds,
    tables::{TableRead, filled, held},
    title::{self, Title},
};
use crate::{
    document::Document,
    forms::{self, Form},
    text::{
        folded::fold_str,
        order::Order,
        words::{Words, has},
    },
};
use std::sync::LazyLock;

/// The most text that is searched for labels, in bytes.
const MOST: usize = 2 << 20;

/// How often the year of a report that states none is named at least.
const NAMED: usize = 3;

/// The year reported on: from the title, the stated period, or the file's name.
pub(super) fn year(document: &Document, title: Option<&Title>) -> Option<u16> {
    title
        .and_then(|title| title.year)
        .or_else(|| title::period(&fold_str(head(document.text()))))
        .or_else(|| {
            let name = document.name()?;
            let at = name.find("20")?;
            name.get(at..at + 4)?
                .parse()
                .ok()
                .filter(|year| (2008..2100).contains(year))
        })
}

/// The year that a text names more often than any other: that of a report which states none.
pub(super) fn most_named(document: &Document) -> Option<u16> {
    let text = fold_str(head(document.text()));
    let years = text.match_indices('年').filter_map(|(at, _)| {
        let year = text.get(at.checked_sub(4)?..at)?.parse().ok()?;
        (2008..2100).contains(&year).then_some(year)
    });
    let mut years: Vec<u16> = years.collect();
    years.order();
    let counts = || years.chunk_by(u16::eq);
    let most = counts().map(<[u16]>::len).max()?;
    let mut first = counts().filter(|same| same.len() == most);
    let year = first.next()?[0];
    (most >= NAMED && first.next().is_none()).then_some(year)
}

/// The signs of all editions.
static SIGNS: LazyLock<Words> = LazyLock::new(|| {
    let signs = forms::all().iter().flat_map(|form| &form.signs);
    Words::new(signs.map(String::as_str))
});

/// The editions that the labels speak for, the likeliest first, each with the number of its own labels that were read;
/// the year's edition where no label speaks.
pub(super) fn candidates(folds: &Folds, year: Option<u16>) -> Vec<(&'static Form, usize)> {
    let text = folds.letters();
    let by_year = year.and_then(forms::for_year);
    let mut read: Vec<&str> = SIGNS.occurring(&text).map(|(_, sign)| sign).collect();
    read.order();
    read.dedup();
    let signs = |form: &Form| {
        let signs = form.signs.iter();
        signs.filter(|sign| read.contains(&sign.as_str())).count()
    };
    let mut found: Vec<(&Form, usize)> = forms::all()
        .iter()
        .map(|form| (form, signs(form)))
        .filter(|&(form, signs)| signs > 0 || Some(form) == by_year)
        .collect();
    found.order_by_key(|&(form, signs)| (std::cmp::Reverse(signs), Some(form) != by_year));
    if found.is_empty() && has(&text, "政府信息公开") {
        // The rows of a table tell the two apart where no label does.
        let forms = ["2021", "2019"].into_iter().filter_map(forms::edition);
        found.extend(forms.map(|form| (form, 0)));
    }
    found
}

/// Of the candidates the one whose tables hold the most numbers, with its tables; where a report mixes two forms, each
/// label that only one of them has counts as a number more. Where none of them holds anything, the year's: labels that
/// stand in the prose alone say nothing of the form.
pub(super) fn choose(
    candidates: &[(&'static Form, usize)],
    year: Option<u16>,
    read: impl Fn(&'static Form) -> Vec<TableRead>,
) -> (Option<&'static Form>, Vec<TableRead>) {
    let due = year.and_then(forms::for_year);
    let mut best: Option<(&Form, Vec<TableRead>, (usize, usize))> = None;
    for &(form, signs) in candidates {
        let tables = read(form);
        let numbers = filled(&tables);
        let worth = (numbers + signs * usize::from(numbers > 0), held(&tables));
        let better = best.as_ref().is_none_or(|(_, others, most)| {
            worth > *most || held(others) == 0 && Some(form) == due
        });
        if better {
            best = Some((form, tables, worth));
        }
    }
    best.map_or_else(Default::default, |(form, tables, _)| (Some(form), tables))
}

fn head(text: &str) -> &str {
    let mut end = text.len().min(MOST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Builder, Format};

    fn document(lines: &[&str]) -> Document {
        let mut builder = Builder::new(Format::Text, None);
        for line in lines {
            builder.paragraph(line, None);
        }
        builder.finish()
    }

    #[test]
    fn the_year_is_the_one_that_is_named_most_where_none_is_stated() {
        let read = |lines: &[&str]| most_named(&document(lines));
        let text =
            "2012年，我市公开信息96条。2012年，我市收到申请3件，2011年为2件。2012年没有复议。";
        assert_eq!(read(&["一、概述", text]), Some(2012));
        assert_eq!(
            read(&["2012年公开96条，2011年公开80条，2012年收到3件。"]),
            None
        );
    }
}
