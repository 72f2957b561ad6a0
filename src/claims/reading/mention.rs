//! Mentions: every number of a passage that is a quantity, with its unit, hedge and noun.

use super::series::series;
use crate::{
    claims::lexicon::{
        Kind,
        lists::VERBS,
        numbers::{ABOUT, NEARLY, OVER, SPELLED, UNDER, UNITS},
        roles::CARRIED,
        times::{AGAINST, CHANGE, DOCUMENTS, EARLIER},
    },
    text::{
        Number,
        number::{self, Hedge, Printed, Token},
        words::{Endings, Words, any, last},
    },
};
use std::{ops::Range, sync::LazyLock};

/// A number of the prose that is a quantity. All ranges index the passage's folded text.
#[derive(Debug, Clone)]
pub(in crate::claims) struct Mention {
    /// The number with its unit.
    pub(in crate::claims) range: Range<usize>,
    /// What is marked on the page: the number with its unit; the digits alone where 万 or 亿 scales them.
    pub(in crate::claims) mark: Range<usize>,
    /// The exact value of what is printed.
    pub(in crate::claims) value: Number,
    /// The least value that the print allows.
    pub(in crate::claims) low: Number,
    /// The greatest value that the print allows.
    pub(in crate::claims) high: Number,
    /// The unit that it is compared as; empty where none is printed.
    pub(in crate::claims) unit: &'static str,
    /// What the unit counts.
    pub(in crate::claims) kind: Kind,
    /// How many digits stand after the point.
    pub(in crate::claims) places: u32,
    /// Whether the number is softened or rounded.
    pub(in crate::claims) soft: bool,
    /// Whether a word softens it: 余, 约, 近.
    pub(in crate::claims) hedged: bool,
    /// Whether it is printed in Chinese numerals.
    pub(in crate::claims) spelled: bool,
    /// Whether no way of writing numbers allows it (`99.%`).
    pub(in crate::claims) malformed: bool,
    /// The words before it in its item, from the last comma or enumeration comma.
    pub(in crate::claims) label: Range<usize>,
    /// The words before it in its clause, enumerations included.
    pub(in crate::claims) wide: Range<usize>,
    /// The words after its unit, up to the next comma or number.
    pub(in crate::claims) tail: Range<usize>,
    /// Whether it states a change against another year.
    pub(in crate::claims) change: bool,
    /// Whether it belongs to an earlier year.
    pub(in crate::claims) earlier: bool,
    /// The place of the innermost open parenthesis.
    pub(in crate::claims) paren: Option<usize>,
}

impl Mention {
    /// Whether it counts things.
    pub(in crate::claims) fn is_count(&self) -> bool {
        self.kind == Kind::Count && !self.malformed
    }

    /// Whether it counts something of the year reported on: no change, and not the year before.
    pub(in crate::claims) fn is_current(&self) -> bool {
        self.is_count() && !self.change && !self.earlier
    }

    /// Whether it is such a count, and exact.
    pub(in crate::claims) fn is_exact(&self) -> bool {
        self.is_current() && !self.soft
    }

    /// Whether it counts things or money, so that parts of it add up.
    pub(in crate::claims) fn is_amount(&self) -> bool {
        matches!(self.kind, Kind::Count | Kind::Money) && !self.malformed
    }

    /// Whether it is a percentage.
    pub(in crate::claims) fn is_percent(&self) -> bool {
        self.kind == Kind::Percent
    }
}

/// Whether a clause's item ends with a mark.
pub(in crate::claims) fn cuts(mark: char) -> bool {
    matches!(
        mark,
        ',' | '。' | ';' | ':' | '!' | '?' | '(' | ')' | '、' | '|'
    )
}

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
            '(' => parens.push(at),
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
            if glued(text, at, before) {
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
    let unit = SPELLED.iter().any(|unit| rest.starts_with(unit));
    let ordinal = before.is_some_and(|c| "第之进每任某各任近唯统式".contains(c));
    if unit && !ordinal && printed.value > Number::ONE {
        push(text, at, &printed, true, found);
    }
    Some(printed.len)
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
        at + len + 1
    } else {
        at + len
    };
    found.push(Mention {
        malformed: true,
        kind: if percent { Kind::Percent } else { Kind::Count },
        ..blank(at..end)
    });
}

fn blank(range: Range<usize>) -> Mention {
    Mention {
        mark: range.clone(),
        range,
        value: Number::ZERO,
        low: Number::ZERO,
        high: Number::ZERO,
        unit: "",
        kind: Kind::Count,
        places: 0,
        soft: false,
        hedged: false,
        spelled: false,
        malformed: false,
        label: 0..0,
        wide: 0..0,
        tail: 0..0,
        change: false,
        earlier: false,
        paren: None,
    }
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
    if kind == Kind::None || (kind == Kind::Count && printed.places > 0 && !printed.scaled) {
        return Some(len);
    }
    let hedge = hedge(&text[..at], &text[at + len..], printed.more);
    let (low, high) = if kind == Kind::Percent {
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
        soft: hedge != Hedge::None || printed.scaled,
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
    let noun = |c| ('\u{4e00}'..='\u{9fff}').contains(&c) && !"第图表附".contains(c);
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
    } else if more || after.starts_with(['余', '多']) {
        Hedge::More
    } else {
        Hedge::None
    }
}

/// Fills in the words around every mention and what they say of time.
fn context(text: &str, found: &mut [Mention], year: Option<u16>) {
    let mut previous = 0;
    static CHANGES: LazyLock<Words> = LazyLock::new(|| Words::new(CHANGE.iter().copied()));
    static COMPARING: LazyLock<Words> = LazyLock::new(|| Words::new(AGAINST.iter().copied()));
    for index in 0..found.len() {
        let after = found
            .get(index + 1)
            .map_or(text.len(), |next| next.range.start);
        let Some(mention) = found.get_mut(index) else {
            continue;
        };
        let (start, end) = (mention.range.start, mention.range.end);
        mention.label = since(text, previous, start);
        mention.wide = clause(text, previous, start);
        let tail = &text[end..after];
        mention.tail = end..end + tail.find(cuts).unwrap_or(tail.len());
        let wide = &text[mention.wide.clone()];
        let label = &text[mention.label.clone()];
        mention.change = CHANGES.any(label) && (COMPARING.any(wide) || ends_with_change(label));
        let near = if wide.is_empty() {
            lead(text, start)
        } else {
            wide
        };
        // 受理72件,同比(64件)增长12.5%.
        let beside = wide.is_empty() && near.ends_with("同比");
        mention.earlier = !mention.change && (beside || is_earlier(near, year));
        previous = end;
    }
}

/// The few words before an opening parenthesis right before a number: 同期(30件).
fn lead(text: &str, start: usize) -> &str {
    let Some(before) = text[..start].strip_suffix('(') else {
        return "";
    };
    last(before, 8)
}

fn ends_with_change(label: &str) -> bool {
    let label = label.trim_end_matches(['了', '约', '近', '至', '到', '为', '达', '+']);
    CHANGE.iter().any(|word| label.ends_with(word))
}

/// Whether a clause speaks of a year shortly before the one reported on.
fn is_earlier(clause: &str, year: Option<u16>) -> bool {
    static WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(EARLIER.iter().copied()));
    let named = |year: u16| {
        let past = |named: u16| (named + 1..=named + 3).contains(&year);
        !years(clause).any(|named| named == year) && years(clause).any(past)
    };
    (WORDS.any(clause) || year.is_some_and(named)) && !any(clause, CARRIED) && !document(clause)
}

/// The years that a text names.
fn years(text: &str) -> impl Iterator<Item = u16> {
    let places = text.match_indices('年');
    places.filter_map(|(at, _)| text.get(at.checked_sub(4)?..at)?.parse().ok())
}

/// Whether a clause ends in the name of a document of a year, which is counted now: 2021年政府信息公开工作年度报告1条.
fn document(clause: &str) -> bool {
    let Some((_, name)) = clause.split_once('年') else {
        return false;
    };
    let name = name.strip_prefix('度').unwrap_or(name);
    let plain = name.replace("信息公开", "");
    !DOCUMENTS.contains(&name)
        && DOCUMENTS.iter().any(|word| name.ends_with(word))
        && !any(&plain, VERBS)
        && !any(&plain, &["公开", "公布"])
}

/// The words before `to` in its item; what closes right before it belongs to them: 县(市、区).
fn since(text: &str, from: usize, to: usize) -> Range<usize> {
    let piece = &text[from..to];
    if piece.ends_with(')')
        && let Some(open) = piece.rfind('(').filter(|open| *open > 0)
    {
        return since(text, from, from + open).start..to;
    }
    let cut = piece.char_indices().rev().find(|(_, c)| cuts(*c));
    let start = cut.map_or(0, |(at, c)| at + c.len_utf8());
    from + start + ordinal(&piece[start..])..to
}

/// The length of the ordinal of an item inside a sentence, `3.` of `3.动态类信息`.
fn ordinal(item: &str) -> usize {
    let digits = item.bytes().take_while(u8::is_ascii_digit).count();
    let ends = item[digits..].starts_with('.') && (1..3).contains(&digits);
    usize::from(ends) * (digits + 1)
}

/// The clause before `to`: enumerations and closed parentheses belong to it.
fn clause(text: &str, from: usize, to: usize) -> Range<usize> {
    let mut depth = 0_usize;
    for (at, character) in text[from..to].char_indices().rev() {
        match character {
            ')' => depth += 1,
            '(' if depth > 0 => depth -= 1,
            ',' | '。' | ';' | ':' | '!' | '?' | '(' | '|' if depth == 0 => {
                return from + at + character.len_utf8()..to;
            }
            '。' => return from + at + character.len_utf8()..to,
            _ => {}
        }
    }
    if depth > 0 {
        since(text, from, to)
    } else {
        from..to
    }
}
