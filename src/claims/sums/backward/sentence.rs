//! Parts in the sentence before their total.

use super::{closed, told};
use crate::{
    claims::{
        lexicon::lists::{COUPLES, SUMMING},
        reading::{
            list::{Item, List},
            page::{Page, any},
            roles::carries,
        },
        sums::{
            collect::MAX_ITEMS,
            kinds::rest,
            results::all_groups,
            sure::{hundred, near, one_digit},
            tell::swap,
            view::view,
        },
    },
    text::Number,
};

/// The parts of the sentence before a total, which has no other number:
/// `涉及征地42件、拆迁18件、其他9件。全年收到申请69件`.
pub(super) fn sentence_before(page: &Page, total: usize, lists: &[List]) -> Option<List> {
    let mention = &page.mentions[total];
    let last = total - 1;
    let from = (0..last)
        .rev()
        .take(MAX_ITEMS)
        .take_while(|&at| page.same_sentence(at, last))
        .last()?;
    let fits = |at: usize| {
        let part = &page.mentions[at];
        let listed = lists.iter().any(|list| list.holds && list.has(at));
        let exact = part.is_exact();
        exact && !listed && part.unit == mention.unit && part.paren.is_none()
    };
    let label = page.label(total);
    let whole = any(label, &["全年", "共", "合计", "总计", "总数"]);
    let beside = page.traits[total].sentence == page.traits[last].sentence + 1;
    let parts: Vec<usize> = (from..total)
        .filter(|&at| !page.mentions[at].is_percent() && !page.mentions[at].change)
        .collect();
    let couple = parts.len() == 2
        && COUPLES.iter().any(|&(one, other)| {
            let named = |words: &str| words.contains(one) || words.contains(other);
            label.contains(one)
                && label.contains(other)
                && parts.iter().all(|&at| named(page.label(at)))
        });
    let several = parts.iter().skip(1).any(|&at| view(page, at));
    let few = (parts.len() < 3 && !couple) || several;
    if !whole || !beside || mention.soft || few || !parts.iter().all(|&at| fits(at)) {
        return None;
    }
    let items = shared(page, from, total);
    let values = page.values(&parts);
    let sum: Number = values.iter().sum();
    // 予以公开9件,…,其他35件。申请总数230件,办结228件: what they come to is told right behind it.
    let behind = (total + 1..page.mentions.len()).take_while(|&at| page.same_sentence(at, total));
    if sum != mention.value && behind.take(4).any(|at| page.mentions[at].value == sum) {
        return None;
    }
    let close = near(sum, mention.value) || swap(&values, mention.value);
    let results = SUMMING.contains(&label) && all_groups(&page.all_words(&parts));
    let close = close || results && one_digit(sum - mention.value);
    let gap = (sum - mention.value).abs();
    let explained = carries(page, gap);
    let complete = results
        || (view(page, from) && rest(page.label(last)))
        || couple
        || told(label) == Some(parts.len())
        || (SUMMING.contains(&label)
            && hundred(
                page,
                (from..total).filter(|&at| page.mentions[at].is_percent()),
            ));
    let surely = complete && close && !explained;
    Some(closed(items, total, surely))
}

/// The counts of a stretch of mentions, each with the shares that follow it.
fn shared(page: &Page, from: usize, to: usize) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for at in from..to {
        if page.mentions[at].is_count() && !page.mentions[at].change {
            items.push(Item {
                at,
                shares: Vec::new(),
            });
        } else if page.mentions[at].is_percent()
            && let Some(item) = items.last_mut()
        {
            item.shares.push(at);
        }
    }
    items
}
