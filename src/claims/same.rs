//! The same quantity stated twice (N209).

use crate::{
    claims::{
        lexicon::{lists::CHANNELS, same::SILENT, times::CUMULATIVE},
        reading::{
            page::{Page, alias, any, finding},
            prose::Prose,
        },
        rules,
        sums::tell::same_digits,
    },
    rule::{Check, Severity, Terms},
    text::{
        Number,
        number::plain,
        words::{Words, last, replaced},
    },
};
use std::{cell::OnceCell, collections::HashMap, sync::LazyLock};

/// How many characters a noun phrase must have before two of them are taken for the same thing.
const LONG: usize = 12;

/// How many characters at the end of two nouns must agree for a rounded number to be the other's.
const TAIL: usize = 4;

/// Compares the quantities whose noun phrases coincide.
pub(super) fn check(prose: &mut Prose, checks: &mut Vec<Check>) {
    let cores = Cores::new(prose);
    rounded(prose, &cores, checks);
    again(prose, &cores, checks);
    let mut seen: HashMap<String, (usize, usize)> = HashMap::new();
    for page_at in 0..prose.pages.len() {
        for at in 0..prose.pages[page_at].mentions.len() {
            let Some(key) = key(&prose.pages[page_at], &cores.pages[page_at], at) else {
                continue;
            };
            if let Some(&first) = seen.get(&key) {
                compare(prose, first, (page_at, at), checks);
            } else {
                seen.insert(key, (page_at, at));
            }
        }
    }
}

/// The words around a number, where they are long enough to name one thing.
fn key(page: &Page, cores: &[OnceCell<String>], at: usize) -> Option<String> {
    let mention = &page.mentions[at];
    let odd = mention.change
        || mention.earlier
        || mention.soft
        || mention.spelled
        || mention.unit.is_empty();
    let listed = || page.lists.iter().any(|list| list.has(at));
    if odd || !mention.is_count() || listed() {
        return None;
    }
    let tail = alias(page.tail(at));
    (tail.chars().count() >= LONG).then(|| {
        format!(
            "{}|{}|{tail}",
            cores[at].get_or_init(|| core(page.label(at))),
            mention.unit
        )
    })
}

/// The words before each number as they are compared; each is made when it is first asked for.
struct Cores {
    pages: Vec<Vec<OnceCell<String>>>,
}

impl Cores {
    fn new(prose: &Prose) -> Self {
        let mentions = prose.pages.iter().map(|page| page.mentions.len());
        Self {
            pages: mentions.map(|count| vec![OnceCell::new(); count]).collect(),
        }
    }

    fn of<'a>(&'a self, prose: &Prose, page: usize, at: usize) -> &'a str {
        self.pages[page][at].get_or_init(|| core(prose.pages[page].label(at)))
    }
}

/// The words before a number without time, scope and verbs of making.
fn core(label: &str) -> String {
    static WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(SILENT.iter().copied()));
    let plain = alias(label);
    let mut core = if WORDS.any(&plain) {
        replaced(&plain, SILENT.iter().map(|&word| (word, "")))
    } else {
        plain.into_owned()
    };
    core.retain(|c| !c.is_ascii_digit() && !matches!(c, '年' | '度'));
    core
}

fn compare(
    prose: &mut Prose,
    first: (usize, usize),
    second: (usize, usize),
    checks: &mut Vec<Check>,
) {
    let one = prose.pages[first.0].mentions[first.1].value;
    let other = prose.pages[second.0].mentions[second.1].value;
    let found = (one != other).then(|| {
        let page = &prose.pages[second.0];
        let tail = page.tail(second.1);
        let noun = if tail.chars().count() > 1 {
            tail
        } else {
            page.noun(second.1)
        };
        let (a, b) = (prose.pages[first.0].quote(first.1), page.quote(second.1));
        let mut found = finding(
            Severity::Warning,
            format!("“{noun}”一处为 {a}，另一处为 {b}。"),
            format!("“{noun}” is {a} in one place and {b} in another."),
            Some(format!("{} ≠ {}", plain(one), plain(other))),
        );
        found.terms = Terms::equal(&[one], &[other]);
        found
    });
    let evidence = prose.pages[first.0].evidence(first.1);
    prose.pages[first.0].used[first.1] = true;
    let mut check =
        prose.pages[second.0].check(rules::SAME_QUANTITY_DIFFERS, "same", &[second.1], found);
    check.evidence.insert(0, evidence);
    checks.push(check);
}

/// How many characters the words before a number must have to name one quantity wherever they stand.
const NAMED: usize = 6;

/// Numbers under the same words that are equal, or would be but for a slip: 主动公开信息428条, 主动公开信息482条. Any other
/// two may well count two things.
fn again(prose: &mut Prose, cores: &Cores, checks: &mut Vec<Check>) {
    let mut seen: HashMap<String, (usize, usize)> = HashMap::new();
    for page_at in 0..prose.pages.len() {
        for at in 0..prose.pages[page_at].mentions.len() {
            let page = &prose.pages[page_at];
            let mention = &page.mentions[at];
            let named = page.tail(at).chars().nth(1).is_none();
            if !mention.is_exact() || mention.value < Number::TEN || !named {
                continue;
            }
            let name = cores.of(prose, page_at, at);
            let least = if name.ends_with("申请") { 4 } else { NAMED };
            if name.chars().count() < least {
                continue;
            }
            let key = [name, mention.unit].join(" ");
            let first = *seen.entry(key).or_insert((page_at, at));
            let other = prose.pages[first.0].mentions[first.1].value;
            if first.0 != page_at && (other == mention.value || slip(other, mention.value)) {
                compare(prose, first, (page_at, at), checks);
            }
        }
    }
}

/// Whether two great numbers have the same digits in another order, or all but one digit in common.
pub(super) fn slip(one: Number, other: Number) -> bool {
    let differ = || {
        let (one, other) = (plain(one), plain(other));
        let pairs = one.bytes().zip(other.bytes());
        one.len() == other.len() && pairs.filter(|(one, other)| one != other).count() == 1
    };
    other >= Number::ONE_HUNDRED && same_digits(one, other)
        || other >= Number::from(1000) && differ()
}

/// Whether two numbers may have gone through the same channels: what went through one is not what went through another.
fn through_one(one: &str, other: &str) -> bool {
    let channels = |words: &str| -> Vec<&str> {
        let named = |channel: &&&str| words.contains(**channel);
        CHANNELS.iter().filter(named).copied().collect()
    };
    let (one, other) = (channels(one), channels(other));
    one.is_empty() || other.is_empty() || one == other
}

/// A rounded total and the exact one: 19.7万余条 and 197830条.
fn rounded(prose: &mut Prose, cores: &Cores, checks: &mut Vec<Check>) {
    let soft = large(prose, cores, true);
    if soft.is_empty() {
        return;
    }
    let exact = large(prose, cores, false);
    for (page_at, at, name) in soft.iter().take(200) {
        let mention = prose.pages[*page_at].mentions[*at].clone();
        let fits = |(other, index, core): &&(usize, usize, &str)| {
            let twin = &prose.pages[*other].mentions[*index];
            twin.unit == mention.unit
                && through_one(
                    prose.pages[*other].wide(*index),
                    prose.pages[*page_at].wide(*at),
                )
                && (mention.low..=mention.high).contains(&twin.value)
                && (core.ends_with(last(name, TAIL)) || name.ends_with(last(core, TAIL)))
        };
        if let Some((other, index, _)) = exact.iter().find(fits) {
            let evidence = prose.pages[*other].evidence(*index);
            prose.pages[*other].used[*index] = true;
            let mut check =
                prose.pages[*page_at].check(rules::SAME_QUANTITY_DIFFERS, "same", &[*at], None);
            check.evidence.push(evidence);
            checks.push(check);
        }
    }
}

/// The large numbers of today that are rounded, or those that are not, with the words before them.
fn large<'a>(prose: &Prose, cores: &'a Cores, soft: bool) -> Vec<(usize, usize, &'a str)> {
    let mut found = Vec::new();
    for (page_at, page) in prose.pages.iter().enumerate() {
        for (at, mention) in page.mentions.iter().enumerate() {
            let large = mention.soft == soft && mention.value >= 1000.into();
            if !large || !mention.is_current() || any(page.wide(at), CUMULATIVE) {
                continue;
            }
            let core = cores.of(prose, page_at, at);
            if core.chars().count() >= TAIL {
                found.push((page_at, at, core));
            }
        }
    }
    found
}
