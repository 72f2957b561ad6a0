//! Items of a list that are no parts of its whole.

use super::{kinds::full_set, outcomes::outcome};
use crate::claims::{
    lexicon::{rates::DONE, times::EARLIER},
    reading::{
        list::{Item, List},
        page::{Page, any},
        traits::count_before,
    },
};

/// Whether the first number of a list of results says how many of all are last year's, or how many there are besides,
/// so that it is none of them: `答复115件,其中3件为上年结转,同意公开60件、…`, `办结51件;结转下年2件;予以公开22件,…`.
pub(super) fn carried(page: &Page, list: &List) -> bool {
    let (first, results) = (list.items[0].at, &list.items[1..]);
    let words = page.words(first);
    let besides = || count_before(page, first).is_some_and(|at| any(page.label(at), DONE));
    results.len() > 1
        && words.contains("结转")
        && (any(words, EARLIER) || besides())
        && results.iter().filter(|item| outcome(page, item.at)).count() * 2 > results.len()
}

/// Leaves out how many are there as whole texts, as those of each kind may be: `其中全文电子化52条,政策类14条`.
pub(super) fn whole_texts(page: &Page, list: &mut List) {
    let electronic = |item: &Item| page.words(item.at).contains("电子化");
    let out = list.items.iter().filter(|item| electronic(item)).count();
    if (1..list.items.len()).contains(&out) {
        let firm = list.items.iter().take(list.firm);
        list.firm = firm.filter(|item| !electronic(item)).count().max(1);
        list.items.retain(|item| !electronic(item));
    }
}

/// Ends a list behind the three classes of what a site publishes, which are all: `…、信息公开目录信息190条,发布解读25条`.
pub(super) fn classes(page: &Page, list: &mut List) {
    const CLASSES: usize = 3;
    let first = || page.all_words(&list.parts(CLASSES));
    if list.firm <= CLASSES
        && list.items.len() > CLASSES
        && page.label(list.items[CLASSES - 1].at).contains("目录")
        && full_set(&first())
    {
        list.items.truncate(CLASSES);
        list.firm = CLASSES;
    }
}
