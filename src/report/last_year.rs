//! Last year's report in what leaves the core.

use super::places::Places;
use crate::{
    document::Document,
    recognise::Recognised,
    rule::{Bilingual, Evidence, Language},
    view,
};

/// Last year's report, and what it says of this year's.
#[derive(Debug)]
pub struct LastYear<'a> {
    /// The file's name.
    pub name: Option<&'a str>,
    /// What was read, where it was compared.
    pub read: Option<(&'a Document, &'a Recognised)>,
    /// Why it was not compared, or what must be said besides.
    pub note: Option<&'a Bilingual>,
    /// What stands in it for some of the checks, by their place in the list.
    pub places: Vec<(usize, Vec<Evidence>)>,
}

impl LastYear<'_> {
    pub(super) fn view(&self, language: Language) -> view::LastYear {
        let quote = |document: &Document, span| -> String {
            document.quote(span).split_whitespace().collect()
        };
        let title = self.read.and_then(|(document, read)| {
            let title = read.title.as_ref()?;
            Some(quote(document, title.span))
        });
        view::LastYear {
            name: self.name.map(str::to_owned),
            title,
            year: self.read.and_then(|(_, read)| read.year),
            compared: self.read.is_some(),
            note: self.note.map(|note| note.get(language).to_owned()),
        }
    }

    /// What stands in it for the check of that number.
    pub(super) fn evidence(&self, check: usize) -> Vec<view::Evidence> {
        let found = self.places.iter().find(|(at, _)| *at == check);
        let (Some((_, evidence)), Some((document, _))) = (found, self.read) else {
            return Vec::new();
        };
        Places::new(document).views(evidence)
    }
}
