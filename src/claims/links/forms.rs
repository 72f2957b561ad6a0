//! Links to the older forms, whose items are known only by their printed labels.

use super::{
    names::{self, Named},
    rows::{cell, running, stands_for},
    scope::planned,
    slips::digits,
};
use crate::{
    claims::{
        lexicon::{Kind, links::SILENT, times::CUMULATIVE},
        reading::{
            page::{Page, alias, any, finding},
            prose::Prose,
        },
        rules,
        sums::parts::included,
    },
    facts::{Fact, Facts},
    forms,
    rule::{Check, Finding, Severity, Terms},
    text::{Number, folded::fold_str, number::plain, order::Order, words::without},
};

/// How well a label and the words of the text must agree, in percent of their pairs of characters.
const STRONG: usize = 80;
/// From where on no other item can be meant, so that a difference is told.
const SURE: usize = 88;

/// An item of a form with its label taken apart.
pub(super) struct Item<'a> {
    pub(super) fact: &'a Fact,
    pairs: Vec<[char; 2]>,
    /// Whether it is one of a form of ours; the tables of other provinces number their own.
    pub(super) official: bool,
    /// The item that its row stands for.
    pub(super) stands: Option<&'static str>,
}

/// Compares the numbers of the text with the items of an older form.
pub(super) fn check(prose: &mut Prose, facts: &Facts, checks: &mut Vec<Check>) {
    let items: Vec<Item<'_>> = facts
        .all()
        .iter()
        .filter(|fact| {
            (fact.id.starts_with("f2008.") || fact.id.starts_with("f2014.")) && !fact.inferred
        })
        .map(|fact| Item {
            fact,
            pairs: pairs(&label_key(&fact.label)),
            official: official(fact),
            stands: stands_for(&fact.label),
        })
        .collect();
    if items.is_empty() {
        return;
    }
    let year = prose.year;
    for page in &mut prose.pages {
        let from = checks.len();
        let all = 0..page.mentions.len();
        checks.extend(all.filter_map(|at| link(page, at, year, &items)));
        repeated(&mut checks[from..]);
    }
}

/// Where a paragraph has an item's own number, another beside it may be of a part: 收到申请35件,其中县国土局收到14件.
fn repeated(checks: &mut [Check]) {
    let item = |check: &Check| check.evidence.get(1).map(|one| one.label.clone());
    let held = checks.iter().filter(|check| check.finding.is_none());
    let held: Vec<_> = held.filter_map(item).collect();
    for check in checks {
        if item(check).is_some_and(|one| held.contains(&one)) {
            check.soften();
        }
    }
}

fn link(page: &mut Page, at: usize, year: Option<u16>, items: &[Item<'_>]) -> Option<Check> {
    let mention = &page.mentions[at];
    // 02 counts the rows of a form.
    let code =
        page.quote(at).starts_with('0') && mention.places == 0 && mention.value >= Number::ONE;
    let money = mention.kind == Kind::Money && !mention.malformed;
    let current = mention.is_current() || money && !mention.earlier && !mention.change;
    if !current || mention.unit.is_empty() || code || planned(page, at, year) {
        return None;
    }
    let mut sure = true;
    if let Some(named) = names::named(page, at, year, &|id| cell(items, id).map(|item| item.fact)) {
        // 同意公开和部分公开12件: neither item's own number.
        if named.facts.is_empty() {
            return None;
        }
        if let Some(check) = link_named(page, at, items, &named) {
            return Some(check);
        }
        sure = named.sure;
    }
    let mention = &page.mentions[at];
    // 4件信息不存在、3件告知其他部门: the words before a number are those of the one before it.
    if page.label(at).is_empty() && !page.tail(at).is_empty() {
        return None;
    }
    let wanted = pairs(&text_key(page.before(at)));
    let (score, mut best) = likeliest(&wanted, items)?;
    if score < STRONG || wanted.len() < 4 {
        return None;
    }
    let cumulative = any(page.wide(at), CUMULATIVE);
    let of_column = |item: &Item<'_>| item.fact.id.ends_with(".cumulative") == cumulative;
    let range = mention.low..=mention.high;
    let fits = |item: &Item<'_>| item.fact.value.is_some_and(|value| range.contains(&value));
    let fitting: Vec<&Item<'_>> = best.iter().copied().filter(|item| fits(item)).collect();
    let fitting = fitting
        .iter()
        .find(|item| of_column(item))
        .or(fitting.first());
    if let Some(item) = fitting {
        let mut check = page.check(rules::TEXT_DIFFERS_FROM_TABLE, "link", &[at], None);
        check.evidence.extend(item.fact.evidence());
        return Some(check);
    }
    if { best.iter() }.any(|item| item.fact.id.starts_with("f2008.")) {
        best.retain(|item| of_column(item));
    }
    let [item] = best[..] else {
        return None;
    };
    let value = item
        .fact
        .value
        .filter(|_| sure && score >= SURE && !mention.soft)?;
    differs(page, at, item.fact, value)
}

/// The items whose labels agree best with the words of the text, and how well.
fn likeliest<'a, 'b>(
    wanted: &[[char; 2]],
    items: &'b [Item<'a>],
) -> Option<(usize, Vec<&'b Item<'a>>)> {
    let scores: Vec<usize> = { items.iter() }
        .map(|item| likeness(wanted, &item.pairs))
        .collect();
    let &most = scores.iter().max()?;
    let best = items
        .iter()
        .zip(&scores)
        .filter(|&(_, &score)| score == most);
    Some((most, best.map(|(item, _)| item).collect()))
}

/// A number whose words name items of a form.
fn link_named(page: &mut Page, at: usize, items: &[Item<'_>], named: &Named) -> Option<Check> {
    let mention = &page.mentions[at];
    let range = mention.low..=mention.high;
    let own = || {
        named
            .facts
            .iter()
            .filter_map(|id| Some(cell(items, id)?.fact))
    };
    let all = own().chain(own().filter_map(|fact| running(items, fact)));
    let money = mention.kind == Kind::Money;
    let fits = |fact: &&Fact| {
        let tens = |value: Number| value.checked_mul(Number::from(10_000));
        fact.value.is_some_and(|value| {
            range.contains(&value)
                || money && tens(value).is_some_and(|value| range.contains(&value))
        })
    };
    if let Some(fact) = all.into_iter().find(fits) {
        let mut check = page.check(rules::TEXT_DIFFERS_FROM_TABLE, "link", &[at], None);
        check.evidence.extend(fact.evidence());
        return Some(check);
    }
    let first = cell(items, named.facts[0]).filter(|_| named.sure)?;
    let fact = match named.running {
        true => running(items, first.fact)?,
        false => first.fact,
    };
    let value = fact.value?;
    let mut check = differs(page, at, fact, value)?;
    // What a province's row stands for, and whose fees are meant, is not as certain, unless digits are swapped.
    let swapped = digits(page.mentions[at].value, value).is_some();
    if (!first.official || money) && !swapped {
        check.soften();
    }
    Some(check)
}

/// Whether a number and one beside it come to the item's: `本局工作人员5人,所属单位工作人员35人`; or it is said to hold
/// another one, which the item leaves out: `予以公开35件(含部分公开2件)`.
fn shared(page: &Page, at: usize, value: Number) -> bool {
    let beside = [
        at.checked_sub(1),
        Some(at + 1).filter(|&next| next < page.mentions.len()),
    ];
    let mention = &page.mentions[at];
    let holds = |part: usize| {
        let led = included(page, at, part + 1).is_some() || page.gap(at, part).starts_with(",其中");
        led && mention.value - page.mentions[part].value == value
    };
    if beside[1].is_some_and(holds) {
        return true;
    }
    beside.into_iter().flatten().any(|other| {
        let one = &page.mentions[other];
        page.same_sentence(at.min(other), at.max(other))
            && one.unit == mention.unit
            && one.value + mention.value == value
    })
}

/// A number of the text that is not the item's, nor is one of two that are.
fn differs(page: &mut Page, at: usize, fact: &Fact, value: Number) -> Option<Check> {
    let mention = &page.mentions[at];
    let (printed, table) = (mention.value, plain(value));
    let (quote, noun) = (page.quote(at), page.noun(at));
    let label = fact.label.strip_suffix("·统计数").unwrap_or(&fact.label);
    let swapped = digits(printed, value);
    if swapped.is_none() && shared(page, at, value) {
        return None;
    }
    let (hint, english) = swapped.unwrap_or_default();
    let found = finding(
        Severity::Warning,
        format!(
            "正文“{noun}{quote}”与附表“{label}”的 {table} 不一致。{hint}两处的统计范围可能不同，请核对。"
        ),
        format!(
            "The text says {quote}, the form's “{label}” says {table}.{english} The two may differ in scope."
        ),
        Some(format!("{} ≠ {table}", plain(printed))),
    );
    let found = Finding {
        terms: Terms::equal(&[printed], &[value]),
        expected: Some(table),
        found: Some(plain(printed)),
        ..found
    };
    let mut check = page.check(rules::TEXT_DIFFERS_FROM_TABLE, "link", &[at], Some(found));
    check.evidence.extend(fact.evidence());
    Some(check)
}

/// Whether a form of ours has the item under the same label.
fn official(fact: &Fact) -> bool {
    forms::all()
        .iter()
        .flat_map(|form| &form.tables)
        .flat_map(|table| &table.slots)
        .any(|slot| slot.id == fact.id && slot.label == fact.label)
}

/// The words of an item's row, without numbering and words that say nothing.
fn label_key(label: &str) -> String {
    let folded = alias(fold_str(label));
    let name = folded.split('·').next().unwrap_or(&folded);
    strip(name)
}

fn text_key(words: &str) -> String {
    let sentence = words.rsplit(['。', ';', '!', '?']).next().unwrap_or(words);
    strip(&alias(sentence))
}

fn strip(text: &str) -> String {
    without(text, SILENT)
        .chars()
        .filter(|&c| ('\u{4e00}'..='\u{9fff}').contains(&c) && !"数年占比".contains(c))
        .collect()
}

fn pairs(text: &str) -> Vec<[char; 2]> {
    let characters: Vec<char> = text.chars().take(120).collect();
    let mut pairs: Vec<[char; 2]> = characters
        .windows(2)
        .map(|pair| [pair[0], pair[1]])
        .collect();
    pairs.order();
    pairs
}

/// The share of pairs of characters that two texts have in common, in percent; both are sorted.
fn likeness(one: &[[char; 2]], other: &[[char; 2]]) -> usize {
    let total = one.len() + other.len();
    if total == 0 || one.len() > 3 * other.len() || other.len() > 3 * one.len() {
        return 0;
    }
    let (mut a, mut b, mut common) = (0, 0, 0);
    while let (Some(x), Some(y)) = (one.get(a), other.get(b)) {
        match x.cmp(y) {
            std::cmp::Ordering::Equal => {
                (a, b) = (a + 1, b + 1);
                common += 2;
            }
            std::cmp::Ordering::Less => a += 1,
            std::cmp::Ordering::Greater => b += 1,
        }
    }
    common * 100 / total
}
