//! Totals that are said to add up the numbers after them: `共19件,建议6件、提案13件`.

use super::{
    accounted::made_up,
    fits::in_sentence,
    kinds::{akin, closed_by_rest, framed, full_set, graded, in_turn, lesser, negated, pair},
    sure::{grade, near, open_ended, slight, within},
    tell::{same_digits, swap, violation},
    view::{asked, view},
};
use crate::{
    claims::{
        lexicon::lists::{LOWER_BODIES, SORTED},
        reading::{
            list::List,
            page::{Page, any},
            results::Results,
            ways::Way,
        },
    },
    rule::{Check, Severity},
    text::Number,
};

/// A total with 共 that the numbers after it nearly add up to: `建议提案共19件,建议6件、提案13件`.
pub(super) fn stated(
    page: &mut Page,
    list: &List,
    wholes: &[usize],
    results: &Results,
) -> Option<Check> {
    let &whole = wholes.first()?;
    let parts = in_sentence(page, list);
    let labels = parts.iter().map(|&at| page.label(at)).collect();
    let stated = Stated {
        page,
        whole,
        parts: &parts,
        labels,
        sum: page.values(&parts).iter().sum(),
    };
    let same_paren = page.mentions[list.items[0].at].paren == page.mentions[whole].paren;
    let severity = stated
        .severity(!results.older)
        .filter(|_| same_paren && !made_up(page, whole, &parts))?;
    Some(violation(page, whole, &parts, severity))
}

/// A total and the numbers that may be its parts.
struct Stated<'a> {
    page: &'a Page,
    whole: usize,
    parts: &'a [usize],
    labels: Vec<&'a str>,
    sum: Number,
}

impl Stated<'_> {
    /// How surely the numbers are to add up to the total; none where they need not. Newer reports name the ways in
    /// which was asked one by one.
    fn severity(&self, newer: bool) -> Option<Severity> {
        let (page, parts) = (self.page, self.parts);
        let paired = self.is_paired();
        let ways = newer && asked(page, parts, self.whole);
        let said = self.is_summed() || paired || self.is_sorted();
        if !(said || ways || self.is_slight())
            || !self.is_exact()
            || !(self.is_beside() || ways)
            || self.is_serial()
            || open_ended(page, parts)
        {
            return None;
        }
        if paired || ways || self.is_pair() {
            return Some(Severity::Error);
        }
        let severity = match said {
            true => grade(page, parts, self.whole),
            false => Severity::Notice,
        };
        self.is_close().then_some(severity)
    }

    /// One more than a great total, which nothing else tells of.
    fn is_slight(&self) -> bool {
        slight(self.parts.len(), self.sum, self.total()) && !self.page.used[self.parts[0]]
    }

    /// 共计, 合计 and the like.
    fn is_summed(&self) -> bool {
        let said = self.page.label(self.whole).trim_end_matches(['了', '有']);
        ["共", "共计", "合计", "总计", "总数"]
            .iter()
            .any(|word| said.ends_with(word))
    }

    /// Two kinds that are all there are, or all outcomes.
    fn is_all(&self) -> bool {
        (pair(self.page, self.parts) || full_set(&self.labels))
            && !lesser(self.page, self.whole, self.parts)
    }

    /// All kinds of cases, or of something else of which the sum is nearly right.
    fn is_paired(&self) -> bool {
        let (words, total) = (self.page.wide(self.whole), self.total());
        let cases = words.contains("复议") && full_set(&self.labels);
        self.is_all() && (cases || words.contains("诉讼") || near(self.sum, total))
    }

    /// Two kinds that are all there are: 建议6件、提案13件 of 建议提案19件 among them.
    fn is_pair(&self) -> bool {
        let named = |at: usize, kind: &str| self.page.label(at).contains(kind);
        let both = named(self.whole, "建议") && named(self.whole, "提案");
        let one_each =
            matches!(*self.parts, [one, other] if named(one, "建议") && named(other, "提案"));
        self.is_all() && pair(self.page, self.parts) || (both && one_each)
    }

    /// A list of kinds, or of what is and what is not.
    fn is_sorted(&self) -> bool {
        let (page, parts, whole) = (self.page, self.parts, self.whole);
        let kinds = self.is_told()
            || any(&page.around(whole), SORTED)
            || akin(page, whole, parts)
            || graded(&self.labels);
        let announced = page.traits[parts[0]].opener.is_some();
        !announced && ((kinds && parts.len() > 2) || negated(page, parts))
    }

    /// Parts in a row or a frame that go beyond the total, or nearly make it.
    fn is_told(&self) -> bool {
        let (total, serial) = (self.total(), in_turn(self.page, self.parts));
        // Some places may well be left out.
        let bodies = any(self.page.label(self.parts[0]), LOWER_BODIES);
        let named = (serial && !bodies) || closed_by_rest(&self.labels);
        let full = self.sum > total
            || same_digits(total, self.sum)
            || (named && within(total - self.sum, total, 1));
        full && (serial || framed(self.page, self.parts))
    }

    /// Two parts or more, each with the total's unit and its words.
    fn is_exact(&self) -> bool {
        let (page, total) = (self.page, &self.page.mentions[self.whole]);
        let serial = in_turn(page, self.parts);
        let exact = |&at: &usize| {
            let part = &page.mentions[at];
            !part.soft && part.unit == total.unit && (serial || !page.words(at).is_empty())
        };
        !total.soft && self.parts.len() > 1 && self.parts.iter().all(exact)
    }

    /// In the total's sentence, or of its kind.
    fn is_beside(&self) -> bool {
        let (page, first) = (self.page, self.parts[0]);
        let mut parts = self.parts.iter();
        page.same_sentence(self.whole, first)
            || view(page, first) && !parts.any(|&at| Way::Results.names(page.words(at)))
    }

    /// 第一季度120个,第二季度56个,第三季度45个: the first is one of the series.
    fn is_serial(&self) -> bool {
        any(self.page.wide(self.whole), &["季度", "半年"])
    }

    /// A slip, or a sum that is off by a twentieth at most.
    fn is_close(&self) -> bool {
        let total = self.total();
        let values = self.page.values(self.parts);
        (self.sum - total).abs() * Number::from(20) <= total
            || (total >= Number::TEN && swap(&values, total))
    }

    fn total(&self) -> Number {
        self.page.mentions[self.whole].value
    }
}
