//! Which numbers before a total may be its parts.

use crate::claims::{
    lexicon::lists::SUMMING,
    reading::{
        list::Item,
        page::{Page, alike, any},
    },
    sums::collect::MAX_ITEMS,
};

/// The numbers before a total, in its sentence, that count the same.
pub(super) struct Parts {
    pub(super) items: Vec<Item>,
    /// Whether numbers that count something else stand among them.
    pub(super) mixed: bool,
}

impl Parts {
    /// Looks back from the total.
    pub(super) fn before(page: &Page, total: usize) -> Self {
        let mention = &page.mentions[total];
        let paren = mention.paren.filter(|_| !remark(page, total));
        let mut items: Vec<Item> = Vec::new();
        let mut mixed = false;
        for at in (0..total).rev().take(MAX_ITEMS) {
            let part = &page.mentions[at];
            if !page.same_sentence(at, total) || part.malformed {
                break;
            }
            let fits = part.is_amount() && part.paren == paren && alike(part.unit, mention.unit);
            // 编制3人;39个部门、13个街道共52个单位
            let segment = |next: &Item| page.gap(at, next.at).contains(';');
            if !fits && items.last().is_some_and(segment) {
                break;
            }
            if fits && !part.change && !part.earlier {
                items.push(Item {
                    at,
                    shares: Vec::new(),
                });
            } else if part.is_count() && !beside(page, at, total) {
                mixed = true;
            }
        }
        items.reverse();
        Self { items, mixed }
    }

    /// Leaves the last ones, where the text says how many parts there are and that many stand there.
    pub(super) fn keep_last(&mut self, count: Option<usize>) {
        let left = count.and_then(|count| self.items.len().checked_sub(count));
        if let Some(left) = left {
            self.items.drain(..left);
            self.mixed = false;
        }
    }
}

/// Whether a total in brackets is only a remark on what stands before them: `12个乡镇和46个部门(合计58个单位)`.
fn remark(page: &Page, total: usize) -> bool {
    let label = page.label(total);
    let before = page.before(total).strip_suffix(label);
    SUMMING.contains(&label) && before.is_some_and(|before| before.ends_with('('))
}

/// Whether a number is none of the parts, and does not part them: a change, or what a remark says of the part before it:
/// `建议64件(主办41件、会办23件),比上年增加4件,提案88件,共152件`.
fn beside(page: &Page, at: usize, total: usize) -> bool {
    let mention = &page.mentions[at];
    let free = || any(page.gap(at, total), &["减免", "免收", "退还"]);
    let money = page.mentions[total].unit == "元" && mention.unit != "元" && !free();
    mention.change || money || (mention.paren.is_some() && page.mentions[total].paren.is_none())
}
