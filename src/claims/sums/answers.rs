//! Lists of answers behind lists of requests: how they went out, and what they are answers to.

use crate::claims::{
    lexicon::roles::TAKEN_IN,
    reading::{
        list::{List, Opener},
        page::{Page, any},
        traits::count_before,
        ways::Way,
    },
};

/// Whether the words of a part say how answers went out: 邮寄送达, 当面领取.
pub(super) fn goes_out(label: &str) -> bool {
    Way::Channels.names(label) && any(label, &["答复", "送达", "领取", "寄送"])
}

/// Whether a list begins a sentence after a list of kinds, so that it divides what these are kinds of and not the last of
/// them: `网上20件,当面14件。其中邮寄送达26件,当面领取8件`.
pub(super) fn past_kind(page: &Page, whole: usize, list: &List) -> bool {
    let first = list.items[0].at;
    let before = count_before(page, whole).filter(|&at| page.same_sentence(at, whole));
    let kind = |at: usize| page.traits[at].kind && page.traits[at].verbs == 0;
    list.opener == Opener::Among
        && page.gap(whole, first).contains('。')
        && before.is_some_and(|before| kind(before) && kind(whole))
}

/// Whether parts are the ways in which answers went out: one answer may go out in two of them.
pub(super) fn delivered(page: &Page, whole: usize, labels: &[&str]) -> bool {
    let around = page.around(whole);
    any(&around, &["答复", "送达", "反馈", "寄送", "领取"])
        && !any(&around, TAKEN_IN)
        && labels.iter().all(|label| Way::Channels.names(label))
}

/// Whether words right before results say that all requests are dealt with: `。已全部答复,其中`.
pub(super) fn all_done(before: &str) -> bool {
    any(before, &["均", "全部"])
        && any(before, &["答复", "办结", "办复"])
        && !any(before, &["正在", "结转"])
}
