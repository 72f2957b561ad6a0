//! Which of several titles is the report's, and the name that the others give it.

use super::Title;
use crate::{
    document::Document,
    recognise::{folds::Folds, outline::marker::marker},
};
use std::ops::Deref;

/// Whether titles are a list of other years' reports around the text: none is of the stated period, or where that is not
/// stated, they name no body.
pub(super) fn are_links(titles: &[Title], stated: &impl Deref<Target = Option<u16>>) -> bool {
    let bare = || titles.iter().all(|title| title.organization.is_none());
    titles.len() > 2
        && match **stated {
            Some(period) => titles.iter().all(|title| title.year != Some(period)),
            None => bare(),
        }
}

/// Which of several titles is the report's.
pub(super) fn wanted(
    document: &Document,
    folds: &Folds,
    titles: &[Title],
    stated: &impl Deref<Target = Option<u16>>,
) -> usize {
    if titles.len() < 2 {
        return 0;
    }
    let period = **stated;
    let of_period = |title: &Title| period.is_some() && title.year == period;
    let before_text = || {
        let begin = first_heading(document, folds)?;
        titles.iter().rposition(|title| title.span.end <= begin)
    };
    let of_period = titles.iter().position(of_period);
    of_period.or_else(before_text).unwrap_or(0)
}

/// A title with the name that another title of its year has in full: `青石县统计局` for `统计局`.
pub(super) fn with_fuller_name(document: &Document, dated: &[Title], title: &Title) -> Title {
    let own = title.organization.map_or("", |name| document.quote(name));
    let fuller = dated.iter().find(|other| {
        let name = other.organization.map_or("", |name| document.quote(name));
        other.year == title.year && name.ends_with(own) && name.len() > own.len()
    });
    Title {
        organization: fuller.map_or(title.organization, |other| other.organization),
        ..title.clone()
    }
}

/// Where the first numbered heading stands.
fn first_heading(document: &Document, folds: &Folds) -> Option<usize> {
    let blocks = document.blocks();
    let heads = |at: &usize| {
        marker(folds.block(*at).text())
            .is_some_and(|marker| marker.style.is_top() && marker.number == 1)
    };
    (0..blocks.len()).find(heads).map(|at| blocks[at].start)
}
