//! Results and what is carried out right after them, which together are all that was received (N201).

use super::{
    results::leaves_out,
    sure::{near, open_ended},
    tell::{swap, violation},
};
use crate::{
    claims::{
        lexicon::{roles::TAKEN_IN, times::EARLIER},
        reading::{
            page::{Page, any},
            results::Results,
        },
    },
    rule::{Check, Severity},
    text::Number,
};

/// What is carried out, right after the last result.
pub(super) fn left(page: &Page, last: usize) -> Option<usize> {
    let next = (last + 1..page.mentions.len()).find(|&at| !page.mentions[at].is_percent());
    next.filter(|&at| {
        let words = page.around(at);
        page.mentions[at].is_count() && page.same_sentence(last, at) && words.contains("结转")
    })
}

/// Results and what is carried out that miss what was received, right before them, by little:
/// `收到60件。答复类型为:予以公开36件,…,结转下年3件`. What the table carries in may explain it.
pub(super) fn unbalanced(page: &mut Page, run: &[usize], results: &Results) -> Option<Check> {
    let (whole, last) = (run[0].checked_sub(1)?, run[run.len() - 1]);
    let left = left(page, last).filter(|_| run.len() > 3)?;
    let label = page.label(whole);
    let received = page.mentions[whole].is_exact() && any(label, TAKEN_IN);
    if !received || !label.contains("申请") || any(page.text(), EARLIER) || open_ended(page, run)
    {
        return None;
    }
    let parts = [run, &[left]].concat();
    let labels = page.all_words(run);
    let (values, total) = (page.values(&parts), page.mentions[whole].value);
    let sum: Number = values.iter().sum();
    let explained = if sum > total {
        results.carried.is_empty() || results.carried.contains(&(sum - total))
    } else {
        leaves_out(&labels, results)
    };
    let close = near(sum, total) || swap(&values, total);
    (close && !explained).then(|| violation(page, whole, &parts, Severity::Notice))
}
