//! What the text calls the items of the older forms: the national one of 2014 to 2018, that of Jilin.

use crate::claims::{
    lexicon::{
        names::{FILLERS, NAMES, OTHER_SCOPE},
        times::CUMULATIVE,
    },
    reading::page::{Page, any, has},
};

/// An item that the words before a number name.
pub(super) struct Named {
    /// The item, and others that the words may mean.
    pub(super) facts: Vec<&'static str>,
    /// Whether the words leave no doubt that the whole of the item is meant.
    pub(super) sure: bool,
}

/// The item of a form that the words before a mention name, among those that are known.
pub(super) fn named(page: &Page, at: usize, known: impl Fn(&str) -> bool) -> Option<Named> {
    let mention = &page.mentions[at];
    let label = page.label(at);
    let wide = page.wide(at);
    let found = NAMES.iter().find_map(|name| {
        let fits =
            name.units.contains(&mention.unit) && (name.with.is_empty() || any(wide, name.with));
        let end = fits.then(|| ending(label, name.ends)).flatten()?;
        let known = known(name.fact) || name.also.iter().any(|&fact| known(fact));
        known.then_some((name, end))
    });
    let (name, end) = found?;
    let rest = wide.replace(end, "");
    let narrowed = OTHER_SCOPE.iter().any(|word| has(&rest, word)) && !is_part(name.fact);
    Some(Named {
        facts: std::iter::once(name.fact)
            .chain(name.also.iter().copied())
            .collect(),
        sure: !narrowed && !any(wide, CUMULATIVE) && !mention.soft,
    })
}

/// Whether an item is one of several parts, so that a text lists it behind 其中.
fn is_part(fact: &str) -> bool {
    ["f2014.3.1.", "f2014.3.2.", "f2014.3.3.", "f2014.8.3."]
        .iter()
        .any(|group| fact.starts_with(group))
}

/// The name that some words end with, whatever fills the space to the number.
fn ending<'a>(words: &str, ends: &[&'a str]) -> Option<&'a str> {
    let mut rest = words.trim_end();
    loop {
        if let Some(end) = ends.iter().find(|end| rest.ends_with(**end)) {
            return Some(end);
        }
        let filler = FILLERS
            .iter()
            .find_map(|filler| rest.strip_suffix(filler))?;
        rest = filler;
    }
}
