//! Every number of a passage that is a quantity, with its unit and hedge.

use super::{
    context::{context, cuts},
    mention::{Mention, blank},
    series::series,
};
use crate::{
    claims::lexicon::{
        Kind,
        numbers::{ABOUT, NEARLY, OVER, SPELLED, UNDER, UNITS},
    },
    text::{
        Number,
        number::{self, Hedge, Printed, Token},
        words::{Endings, Words},
    },
};
use std::sync::LazyLock;

/// The unit that a text begins with.
pub(super) fn unit(text: &str) -> Option<&'static (&'static str, Kind, &'static str)> {
    static WORDS: LazyLock<Words> =
        LazyLock::new(|| Words::new(UNITS.iter().map(|(name, _, _)| *name)));
    let (at, _) = WORDS.beginning(text).next()?;
    UNITS.get(at)
}

/// All mentions of a folded passage, in order.
pub(in crate::claims) fn mentions(text: &str, year: Option<u16>) -> Vec<Mention> {
    let mut found = Vec::new();
    let (mut next, mut before) = (0, None);
    let mut parens: Vec<usize> = Vec::new();
    for (at, character) in text.char_indices() {
        let before = before.replace(character);
        if at < next {
            continue;
        }
        match character {
            '(' => match boxed(text, at, before, &mut found) {
                Some(length) => {
                    next = at + length;
                    continue;
                }
                None => parens.push(at),
            },
            ')' => drop(parens.pop()),
            '。' => parens.clear(),
            _ => {}
        }
        let known = found.len();
        let length = if character.is_ascii_digit() {
            digits(text, at, before, &mut found)
        } else {
            spelled(text, at, before, &mut found)
        };
        for new in found.iter_mut().skip(known) {
            new.paren = parens.last().copied();
        }
        next = at + length.unwrap_or(0);
    }
    context(text, &mut found, year);
    found
}

/// Reads the digits at `at`; the length to go on from.
fn digits(text: &str, at: usize, before: Option<char>, found: &mut Vec<Mention>) -> Option<usize> {
    if let Some(length) = push_series(text, at, found) {
        return Some(length);
    }
    match number::read(&text[at..]) {
        Token::Other(len) => Some(len),
        Token::Malformed(len) => {
            if !glued(text, at, before) {
                push_malformed(text, at, len, found);
            }
            Some(len)
        }
        Token::Number(printed) => {
            if glued(text, at, before) && !abbreviated(&text[..at], &text[at + printed.len..]) {
                return Some(printed.digits);
            }
            Some(push(text, at, &printed, false, found).unwrap_or(printed.len))
        }
    }
}

/// Reads Chinese numerals at `at`; the length to go on from where there are any.
fn spelled(text: &str, at: usize, before: Option<char>, found: &mut Vec<Mention>) -> Option<usize> {
    let first = text[at..].chars().next()?;
    if !matches!(
        first,
        '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '一'
    ) {
        return None;
    }
    let printed = number::spelled(&text[at..])?;
    let rest = &text[at + printed.len..];
    let unit = SPELLED.iter().find(|unit| rest.starts_with(**unit));
    let ordinal = before.is_some_and(|c| "第之进每任某各任近唯统式".contains(c));
    let counts = |unit: &&str| printed.value > Number::ONE || is_listed(text, at, unit, found);
    if !ordinal && unit.is_some_and(counts) {
        push(text, at, &printed, true, found);
    }
    Some(printed.len)
}

/// Whether 一 with its unit ends a clause behind a number of the same unit, `网上36件、当面一件`; else it may be a phrase,
/// as it is twice, `来一件、办一件`.
fn is_listed(text: &str, at: usize, unit: &str, found: &[Mention]) -> bool {
    let one = &text[at..at + '一'.len_utf8() + unit.len()];
    let rest = &text[at + one.len()..];
    let ends = rest.is_empty() || rest.starts_with(['。', ';', ',', '、', ')']);
    let again = |text: &str| {
        text.split('。')
            .next()
            .is_some_and(|text| text.contains(one))
    };
    let goes_on = |last: &Mention| {
        let between = &text[last.range.end..at];
        last.unit == unit && !between.contains('。') && !again(between)
    };
    ends && !again(rest) && found.last().is_some_and(goes_on)
}

/// Reads digits in brackets with their unit behind these, `信息(1386)条`; the length to go on from where there are any.
fn boxed(text: &str, at: usize, before: Option<char>, found: &mut Vec<Mention>) -> Option<usize> {
    let named = |c: char| c.is_alphabetic() && !matches!(c, '第' | '条' | '款');
    let inside = &text[at + 1..];
    let Token::Number(mut printed) = number::read(inside) else {
        return None;
    };
    let rest = inside.get(printed.len..)?.strip_prefix(')')?;
    let unit = unit(rest).filter(|unit| unit.1 == Kind::Count)?.0;
    let ends = rest[unit.len()..].chars().next().is_none_or(cuts);
    if !ends || printed.scaled || !before.is_some_and(named) {
        return None;
    }
    printed.len += 2;
    push(text, at, &printed, false, found)
}

/// Whether what stands before the digits shows that they are no quantity.
fn glued(text: &str, at: usize, before: Option<char>) -> bool {
    let Some(before) = before else {
        return false;
    };
    let mut back = text[..at].chars().rev();
    back.next();
    let joint = back.next().is_some_and(|c| c.is_ascii_alphanumeric());
    before.is_ascii_alphanumeric()
        || matches!(
            before,
            '第' | '@' | '_' | '=' | '&' | '#' | '№' | '•' | '〔' | '['
        )
        || (joint
            && matches!(
                before,
                '.' | '/' | ':' | '-' | '—' | '–' | '+' | '~' | '·' | '至' | ','
            ))
}

/// Whether an abbreviation names what the digits behind it count: `现场17件,EMS9件`.
fn abbreviated(before: &str, rest: &str) -> bool {
    let name = before.trim_end_matches(|c: char| c.is_ascii_uppercase());
    let ends = |rest: &str| rest.chars().next().is_none_or(cuts);
    before.len() > name.len() + 2
        && rest.strip_prefix(['件', '份', '封']).is_some_and(ends)
        && !name.ends_with(|c: char| c.is_ascii_alphanumeric() || "-/_.".contains(c))
}

/// Adds the numbers of a series with one unit that begins at `at`; its length.
fn push_series(text: &str, at: usize, found: &mut Vec<Mention>) -> Option<usize> {
    let begun = named(&text[..at]).then(|| series(text, at)).flatten();
    let (numbers, [printed, unit]) = begun?;
    let end = numbers.last()?.end + printed.len();
    let all = numbers.into_iter().filter_map(|digits| {
        let value = text[digits.clone()].parse().ok()?;
        Some(Mention {
            value,
            low: value,
            high: value,
            unit,
            ..blank(digits)
        })
    });
    found.extend(all);
    if let Some(last) = found.last_mut() {
        (last.range.end, last.mark.end) = (end, end);
    }
    Some(end - at)
}

fn push_malformed(text: &str, at: usize, len: usize, found: &mut Vec<Mention>) {
    let rest = text[at + len..].trim_start_matches(['万', '亿', '余', '多']);
    let percent = text[..at + len].ends_with('%') || rest.starts_with('%');
    let counts = |unit: &(&str, Kind, &str)| unit.1 == Kind::Count && rest.starts_with(unit.0);
    if !percent && !UNITS.iter().any(counts) {
        return;
    }
    let end = if rest.starts_with('%') {
        text.len() - rest.len() + 1
    } else {
        at + len
    };
    found.push(Mention {
        malformed: true,
        kind: if percent { Kind::Percent } else { Kind::Count },
        ..blank(at..end)
    });
}

/// Whether the words right before a number make it the mean of each, of a month or of a day.
fn mean(before: &str) -> bool {
    let item = before.rsplit(cuts).next().unwrap_or_default();
    ["平均每", "月均", "日均"]
        .iter()
        .any(|word| item.starts_with(word))
}

/// Adds the mention at `at`; its length where it has a unit.
fn push(
    text: &str,
    at: usize,
    printed: &Printed,
    spelled: bool,
    found: &mut Vec<Mention>,
) -> Option<usize> {
    let rest = &text[at + printed.len..];
    let &(name, kind, class) = match unit(rest) {
        Some(unit) => unit,
        None if bare(text, at, rest) => &("", Kind::Count, ""),
        None => return None,
    };
    let len = printed.len + name.len();
    // Only a mean has parts of a thing: 平均每家公开40.5条.
    let split = kind == Kind::Count && printed.places > 0 && !printed.scaled;
    if kind == Kind::None || (split && !mean(&text[..at])) {
        return Some(len);
    }
    let hedge = hedge(&text[..at], &text[at + len..], printed.more);
    let (low, high) = if kind == Kind::Percent || split {
        number::rounded(printed.value, printed.places)
    } else {
        number::allowed(printed, hedge)
    };
    let mark = if printed.scaled {
        at..at + printed.digits
    } else {
        at..at + len
    };
    found.push(Mention {
        mark,
        value: printed.value,
        low,
        high,
        unit: class,
        kind,
        places: printed.places,
        soft: hedge != Hedge::None || printed.scaled || split,
        hedged: hedge != Hedge::None,
        spelled,
        ..blank(at..at + len)
    });
    Some(len)
}

/// Whether a number without unit may be one of a list of places and their counts: `东县74,西区59`.
fn bare(text: &str, at: usize, rest: &str) -> bool {
    rest.starts_with([',', '、', ';', '。', ')']) && named(&text[..at])
}

/// Whether a text ends in what a number without unit may count, and not in a word after which it is a name.
fn named(before: &str) -> bool {
    static ATTACHED: LazyLock<Endings> =
        LazyLock::new(|| Endings::new(["附件", "附表", "附图", "表", "图", "类型", "等级"]));
    let noun =
        |c| ('\u{4e00}'..='\u{9fff}').contains(&c) && !matches!(c, '第' | '图' | '表' | '附');
    before.chars().next_back().is_some_and(noun) && !ATTACHED.any(before)
}

fn hedge(before: &str, after: &str, more: bool) -> Hedge {
    static SOFT: LazyLock<Endings> =
        LazyLock::new(|| Endings::new([UNDER, OVER, NEARLY, ABOUT].concat()));
    let word = SOFT.of(before);
    let ends = |list: &[&str]| word.is_some_and(|word| list.contains(&word));
    if ends(UNDER) {
        Hedge::Under
    } else if ends(OVER) || after.starts_with("以上") {
        Hedge::Over
    } else if ends(NEARLY) {
        Hedge::Nearly
    } else if ends(ABOUT) || after.starts_with("左右") {
        Hedge::About
    } else if more
        || after
            .strip_prefix(['余', '多'])
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
    {
        Hedge::More
    } else {
        Hedge::None
    }
}
