//! The reports of the bodies in what leaves the core.

use crate::{
    compare::many::Shares,
    rule::{Bilingual, Language},
    text::number::plain,
    view,
};

/// The reports of the bodies, and what they say of the report of the whole.
#[derive(Debug, Default)]
pub struct Bodies {
    /// How many reports were added up.
    pub reports: usize,
    /// Whether any figure was compared with its sum.
    pub compared: bool,
    /// The bodies of the list that have no report.
    pub missing: Vec<String>,
    /// Why figures could not be compared, and what was left out.
    pub notes: Vec<Bilingual>,
    /// What was added up for some of the checks, by their place in the list.
    pub figures: Vec<(usize, Shares)>,
}

impl Bodies {
    pub(super) fn view(&self, language: Language) -> view::Bodies {
        let notes = self.notes.iter();
        view::Bodies {
            reports: self.reports,
            compared: self.compared,
            missing: self.missing.clone(),
            notes: notes.map(|note| note.get(language).to_owned()).collect(),
        }
    }

    /// What was added up for the check of that number.
    pub(super) fn shares(&self, check: usize) -> Vec<view::Share> {
        let found = self.figures.iter().find(|(at, _)| *at == check);
        let shares = found.into_iter().flat_map(|(_, figures)| figures);
        shares
            .map(|(name, value)| view::Share {
                name: name.to_string(),
                value: plain(*value),
            })
            .collect()
    }
}
