//! Which numbers of a passage are the figures of a balance.

use crate::{
    claims::{
        lexicon::{
            balance::ENDED,
            roles::{CLOSED, OTHERS},
        },
        reading::{
            page::{Page, any},
            roles::Role,
        },
    },
    text::{Number, words::without},
};

/// The figures of a balance: which mentions they are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Balance {
    pub(super) new: usize,
    pub(super) old: Option<usize>,
    pub(super) done: usize,
    pub(super) left: Option<usize>,
    /// Whether what is received is said to include what was carried in.
    pub(super) includes: bool,
}

impl Balance {
    /// Those of the figures that there are.
    pub(super) fn numbers(&self) -> Vec<usize> {
        let all = [Some(self.new), self.old, Some(self.done), self.left];
        all.into_iter().flatten().collect()
    }

    /// Received, carried in, done and left, nought where the text does not say.
    pub(super) fn values(&self, page: &Page) -> [Number; 4] {
        let value = |at: Option<usize>| at.map_or(Number::ZERO, |at| page.mentions[at].value);
        [Some(self.new), self.old, Some(self.done), self.left].map(value)
    }
}

/// The first figure of each role, where there are enough for a balance.
pub(super) fn figures(page: &Page, roles: &[(usize, Role)]) -> Option<Balance> {
    let first = |wanted: Role| {
        roles
            .iter()
            .find(|(_, role)| *role == wanted)
            .map(|&(i, _)| i)
    };
    let (received, closed, handled) = (
        first(Role::Received),
        first(Role::Closed),
        first(Role::Handled),
    );
    let new = received.or(handled)?;
    // 共办理51件(新收49件、结转2件): what was dealt with is all there was, not what was finished.
    let done = closed
        .or(handled.filter(|&at| at > new))
        .or_else(|| in_time(page))?;
    let (old, left) = (first(Role::CarriedIn), first(Role::CarriedOut));
    let includes = old.is_some_and(|old| {
        let said = page.gap(new, old).trim_start_matches([',', '(']);
        old == new + 1 && said.starts_with(['含', '包', '其']) || adds_up(page, new, old)
    });
    (!of_others(page, done) && (old.is_some() || left.is_some())).then_some(Balance {
        new,
        old,
        done,
        left,
        includes,
    })
}

/// Whether a number is the sum of what came new and what was carried in, both right behind it:
/// `177件(新收170件,上年结转7件)`.
pub(super) fn adds_up(page: &Page, all: usize, old: usize) -> bool {
    let value = |at: usize| page.mentions[at].value;
    old == all + 2 && value(all) == value(all + 1) + value(old) && page.same_sentence(all, old)
}

/// Whether all four figures follow one another in one sentence, so that they are of the same requests; what else may
/// stand between is asked.
pub(super) fn together(page: &Page, balance: Balance, aside: &dyn Fn(usize) -> bool) -> bool {
    let Balance {
        new,
        old: Some(old),
        done,
        left: Some(left),
        ..
    } = balance
    else {
        return false;
    };
    let all = page.mentions[new].value + page.mentions[old].value;
    let passed = |at: usize| {
        let between = &page.mentions[at];
        let other = between.change || between.earlier || between.is_percent();
        other || balance.includes || between.value == all || aside(at)
    };
    let beside = |pair: &[usize]| (pair[0] + 1..pair[1]).all(passed);
    let run = [new, old, done, left];
    run.is_sorted() && run.windows(2).all(beside) && page.same_sentence(new, left)
}

/// Whether the segment of a number speaks of other things that are dealt with: `应办理事项1230件,办结1228件;申请新收73件`.
fn of_others(page: &Page, at: usize) -> bool {
    let before = page.slice(0..page.mentions[at].range.start);
    let segment = before.rsplit(['。', ';']).next().unwrap_or(before);
    any(segment, OTHERS) && !segment.contains("申请")
}

/// What was answered in time, where nothing else is said to be answered.
fn in_time(page: &Page) -> Option<usize> {
    (0..page.mentions.len()).find(|&at| {
        page.mentions[at].is_count()
            && !page.mentions[at].soft
            && any(
                page.label(at),
                &[
                    "按时办结",
                    "按期办结",
                    "按时答复",
                    "按期答复",
                    "其中已办结",
                    "其中办结",
                    "已回复",
                ],
            )
    })
}

/// Whether what was received is said to be new, so that what was carried in, right behind it, is not in it and is dealt
/// with along with it: `新收78件,上年结转3件`.
pub(super) fn is_fresh(page: &Page, balance: Balance, old: Number) -> bool {
    let behind = |at: usize| at == balance.new + 1 && !any(page.tail(at), CLOSED);
    old > Number::ZERO
        && !balance.includes
        && balance.old.is_some_and(behind)
        && page.around(balance.new).contains("新收")
}

/// Whether words tell of other ways that a request may end; 结转办理 is none.
pub(super) fn ends_otherwise(text: &str) -> bool {
    any(text, ENDED) && any(&without(text, &["结转办理"]), ENDED)
}
