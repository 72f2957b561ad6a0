//! The parts of a whole that stands apart: the list of a sentence, or the list items of several lines.

use super::Place;
use crate::claims::{
    reading::{list::Opener, mention::Mention, page::Page, prose::Prose},
    sums::{collect::collect, kinds::overlapping, sure::open_ended},
};

/// A part, with the percentage that follows it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) place: Place,
    share: Option<usize>,
}

impl Part {
    fn page<'a>(&self, prose: &'a Prose) -> &'a Page {
        &prose.pages[self.place.0]
    }

    pub(super) fn words<'a>(&self, prose: &'a Prose) -> &'a str {
        self.page(prose).words(self.place.1)
    }

    pub(super) fn share<'a>(&self, prose: &'a Prose) -> Option<&'a Mention> {
        Some(&self.page(prose).mentions[self.share?])
    }

    /// Whether it is an exact count in this unit.
    pub(super) fn exact(&self, prose: &Prose, unit: &str) -> bool {
        let mention = &self.page(prose).mentions[self.place.1];
        !mention.soft && mention.unit == unit
    }

    pub(super) fn open_ended(&self, prose: &Prose) -> bool {
        open_ended(self.page(prose), &[self.place.1])
    }

    pub(super) fn overlaps(&self, prose: &Prose) -> bool {
        overlapping(self.page(prose), &[self.place.1])
    }
}

/// The parts that begin at a number.
pub(super) fn parts(prose: &Prose, (at, first): Place) -> Vec<Part> {
    let page = &prose.pages[at];
    let list = collect(page, first, Opener::Among);
    let sole = (first + 1..page.mentions.len()).all(|next| page.mentions[next].is_percent());
    if sole && numbered(page) {
        return items(prose, (at, first));
    }
    let of_list = list.items.iter().take(list.firm).map(|item| Part {
        place: (at, item.at),
        share: match item.shares.as_slice() {
            &[share] => Some(share),
            _ => None,
        },
    });
    of_list.collect()
}

/// Whether a number is itself a part: of a list of its passage, or alone in a list item.
pub(super) fn is_part(page: &Page, at: usize) -> bool {
    let alone =
        || (0..page.mentions.len()).all(|other| other == at || page.mentions[other].is_percent());
    page.lists.iter().any(|list| list.holds && list.has(at))
        || (numbered(page) && alone() && page.heading.contains("公开"))
}

/// Whether a passage is an item of a list: `1.政策类12条;`, `(1)政策类12条;`.
fn numbered(page: &Page) -> bool {
    let text = page.text().trim_start_matches('(');
    page.passage.item && text.starts_with(|c: char| c.is_ascii_digit())
}

/// The list items from one on that have a number each, of one unit.
fn items(prose: &Prose, (at, first): Place) -> Vec<Part> {
    let unit = prose.pages[at].mentions[first].unit;
    let one = |at: usize| {
        let page = &prose.pages[at];
        let (count, rest) = page.mentions.split_first()?;
        let alone = count.is_count() && count.unit == unit && rest.iter().all(Mention::is_percent);
        (alone && numbered(page)).then_some(Part {
            place: (at, 0),
            share: (rest.len() == 1).then_some(1),
        })
    };
    (at..prose.pages.len()).map_while(one).collect()
}
