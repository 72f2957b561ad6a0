//! Whether parts are all that there are of their whole.

use super::{
    accounted::made_up,
    kinds::{
        couple, full_set, left_of, lesser, negated, of_ways, one_kind, overlapping, pair, rest,
    },
    parts::bounds,
    results::{all_groups, cases, category, complete, leaves_out, none_ended},
    sure::{
        beside, distributive, hundred, near, open_ended, other_base, outcomes, waiting, within,
    },
};
use crate::{
    claims::{
        lexicon::lists::{CHANNELS, REMAINDER},
        reading::{
            list::{List, Opener},
            page::{Page, has},
            results::Results,
        },
    },
    text::Number,
};

/// Whether the list leaves nothing out.
pub(in crate::claims) fn exhaustive(
    page: &Page,
    list: &List,
    whole: usize,
    results: &Results,
) -> bool {
    let parts = list.parts(list.firm);
    let division = Division {
        page,
        list,
        whole,
        results,
        labels: page.all_words(&parts),
        sum: bounds(page, &parts).0,
        parts,
    };
    !made_up(page, whole, &division.parts)
        && (division.with_what_waits()
            || division.is_said()
            || !division.leaves_out() && division.is_closed())
}

/// A whole and its parts, with what is asked of them again and again.
struct Division<'a> {
    page: &'a Page,
    list: &'a List,
    whole: usize,
    results: &'a Results,
    parts: Vec<usize>,
    labels: Vec<&'a str>,
    /// What the parts add up to at least.
    sum: Number,
}

impl Division<'_> {
    fn close(&self) -> bool {
        near(self.sum, self.page.mentions[self.whole].value)
    }

    /// Whether results and what waits for next year stand together, all groups of them or nearly the whole.
    fn with_what_waits(&self) -> bool {
        let labels = &self.labels;
        let every = || {
            let (last, groups) = labels.split_last().expect("parts");
            last.contains("结转") && all_groups(groups)
        };
        waiting(labels) && labels.len() > 4 && (self.close() || every())
    }

    /// Whether the names of the parts are a full set, or those that the words of the whole announce.
    fn is_said(&self) -> bool {
        let (page, labels) = (self.page, &self.labels);
        // 承办建议56件,其中全文公开30件、摘要公开10件: others were not published.
        let some = || has(labels[0], "全文") && !has(page.wide(self.whole), "公开");
        let set = full_set(labels) && !some();
        (set || announced(page, labels, self.whole, self.sum)) && !open_ended(page, &self.parts)
    }

    /// The names of the parts, and of outcomes that none can have: what is settled is not pending,
    /// `审结262件,维持…、纠正…、终止…`, and of some table four has none.
    fn named(&self) -> Vec<&str> {
        let words = self.page.around(self.whole);
        let pending = self
            .page
            .wide(self.whole)
            .contains("审结")
            .then_some("未审结");
        let labels = self.labels.iter().copied().chain(pending);
        match cases(&self.labels) {
            true => labels.chain(none_ended(&words, self.results)).collect(),
            false => labels.collect(),
        }
    }

    /// Whether there is more than the parts, or they are not of this whole, or count some twice.
    fn leaves_out(&self) -> bool {
        let (page, list) = (self.page, self.list);
        let first = || leaves_out(&[page.wide(list.items[0].at)], self.results);
        open_ended(page, &self.parts)
            || other_base(page, &self.labels, self.whole, self.results)
            || overlapping(page, &self.parts)
            || leaves_out(&self.named(), self.results)
            || (list.opener == Opener::Closed && first())
    }

    /// Whether parts of one unit are surely all, by their names, by the last of them, or by how they stand.
    fn is_closed(&self) -> bool {
        let (page, parts, whole) = (self.page, &self.parts, self.whole);
        let unit = |at: usize| page.mentions[at].unit;
        parts.windows(2).all(|pair| unit(pair[0]) == unit(pair[1]))
            && (complete(&self.labels)
                || outcomes(&self.named(), self.results)
                || self.by_total()
                || self.by_rest()
                || self.by_contrast()
                || self.by_kind()
                || self.inside()
                || many(page, parts, whole)
                || places(page, parts, whole)
                || self.by_shares())
    }

    /// Whether the total stands behind parts of one kind, or behind nearly the whole.
    fn by_total(&self) -> bool {
        self.list.opener == Opener::Closed
            && !distributive(self.page, &self.parts)
            && (one_kind(&self.labels) || self.close())
    }

    /// Whether the last part is what is left.
    fn by_rest(&self) -> bool {
        let count = self.parts.len();
        let last = self.parts.last().map_or("", |&at| self.page.label(at));
        let remains = REMAINDER.iter().any(|word| last.starts_with(word));
        let enough = count > if remains { 1 } else { 2 };
        (rest(last) && enough && !category(last) && !of_ways(&self.labels))
            || (left_of(last) && count > 2 && self.close())
    }

    /// Whether there are two kinds, of which the one is what the other is not.
    fn by_contrast(&self) -> bool {
        let (page, parts, whole) = (self.page, &self.parts, self.whole);
        let working = self.labels[0].contains("从事") && !page.wide(whole).contains("从事");
        (pair(page, parts) && !working && !lesser(page, whole, parts))
            || couple(page, whole, parts)
            || negated(page, parts)
    }

    /// Whether three parts and more, announced by 其中, a colon or brackets, are of one kind.
    fn by_kind(&self) -> bool {
        matches!(self.list.opener, Opener::Of | Opener::Colon | Opener::Paren)
            && self.parts.len() > 2
            && one_kind(&self.labels)
    }

    /// Whether the parts stand in brackets or after a colon right behind their whole, and are nearly all of it.
    fn inside(&self) -> bool {
        let (page, opener) = (self.page, &self.list.opener);
        let colon = *opener == Opener::Colon;
        let direct = |&first: &usize| {
            (colon || page.gap(self.whole, first).starts_with('('))
                && beside(page, self.whole, first)
        };
        matches!(opener, Opener::Paren | Opener::Colon)
            && self.parts.first().is_some_and(direct)
            && self.parts.len() > usize::from(colon) + 1
            && self.labels.iter().all(|label| !label.is_empty())
            && self.close()
    }

    /// Whether each part has a share, and the shares are 100 % together.
    fn by_shares(&self) -> bool {
        let mut items = self.list.items.iter().take(self.list.firm);
        items.all(|item| item.shares.len() == 1) && whole_shares(self.page, self.list)
    }
}

/// Whether the words before the whole name each of the parts' channels and no other, or the parts miss a great whole
/// by one: `通过省网站专栏和厅网站公开15329条,其中省网站专栏4288条,厅网站11040条`.
pub(super) fn announced(page: &Page, labels: &[&str], whole: usize, sum: Number) -> bool {
    let (words, total) = (page.wide(whole), &page.mentions[whole]);
    let named: usize = CHANNELS
        .iter()
        .map(|channel| words.matches(channel).count())
        .sum();
    let each = |label: &&str| {
        CHANNELS
            .iter()
            .any(|channel| label.contains(channel) && words.contains(channel))
    };
    let channels = named == labels.len()
        && labels.iter().all(each)
        && !words.contains('等')
        && within(total.value - sum, total.value, 5);
    let by_one = (total.value - sum).abs() == Number::ONE && total.value >= Number::from(1000);
    labels.len() > 1 && !total.soft && (channels || by_one)
}

/// Whether so many parts miss the whole by so little that none can be missing.
fn many(page: &Page, parts: &[usize], whole: usize) -> bool {
    let (_, high) = bounds(page, parts);
    let total = &page.mentions[whole];
    parts.len() > 5 && !total.soft && within(total.low - high, total.value, 2)
}

/// Whether the parts are places, the body's own level among them, or miss the whole by little.
fn places(page: &Page, parts: &[usize], whole: usize) -> bool {
    let (_, high) = bounds(page, parts);
    let total = &page.mentions[whole];
    let own = parts.iter().any(|&at| page.wide(at).contains("本级"));
    parts.len() > 1
        && (parts.len() > 2 || own)
        && parts.iter().all(|&at| page.traits[at].place)
        && within(total.low - high, total.value, if own { 14 } else { 5 })
}

/// Whether the shares printed with the parts add up to 100 %.
fn whole_shares(page: &Page, list: &List) -> bool {
    let items = list.items.iter().take(list.firm);
    hundred(page, items.flat_map(|item| item.shares.iter().copied()))
}
