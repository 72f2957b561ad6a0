//! The words around every mention, and what they say of time.

use super::mention::Mention;
use crate::{
    claims::lexicon::{
        lists::{OPENERS, VERBS},
        roles::CARRIED,
        times::{AGAINST, CHANGE, DOCUMENTS, EARLIER},
    },
    text::{
        Number,
        words::{Words, any, last},
    },
};
use std::{ops::Range, sync::LazyLock};

/// What alone makes a number a change against last year's right before it: `比上年的96件多12件`.
pub(in crate::claims) const MORE: [&str; 2] = ["多", "少"];

/// How long a name before a colon may be, in bytes.
const NAME: usize = 40;

/// Whether a clause's item ends with a mark.
pub(in crate::claims) fn cuts(mark: char) -> bool {
    matches!(
        mark,
        ',' | '。' | ';' | ':' | '!' | '?' | '(' | ')' | '、' | '|'
    )
}

/// Fills in the words around every mention and what they say of time.
pub(super) fn context(text: &str, found: &mut [Mention], year: Option<u16>) {
    let (mut previous, mut compared) = (0, false);
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
        let tail = &text[end..after];
        let ends = |mark: char| cuts(mark) || "+-=".contains(mark);
        mention.tail = end..end + tail.find(ends).unwrap_or(tail.len());
        let to = match named(&text[previous..start]).filter(|_| mention.tail.is_empty()) {
            Some(name) => previous + name.len(),
            None => start,
        };
        mention.label = since(text, previous, to);
        mention.wide = clause(text, previous, to);
        let wide = &text[mention.wide.clone()];
        let label = &text[mention.label.clone()];
        let named = each(wide);
        // 文字、图解、视频各17篇、33篇、23篇: one for each.
        if named > 1 && &text[end..after] != "、" {
            mention.soft = true;
            mention.high *= Number::from(named);
        }
        mention.change =
            CHANGES.any(label) && (COMPARING.any(wide) || ends_with_change(label)) || more(label);
        // 比上年的96件多12件.
        let than = text[previous..start].trim_start_matches("),");
        let than = MORE.contains(&than.trim_end_matches('了'));
        let near = if wide.is_empty() {
            lead(text, start)
        } else {
            wide
        };
        mention.change |= than && compared;
        // 受理72件,同比(64件)增长12.5%.
        let beside = wide.is_empty() && near.ends_with("同比");
        mention.earlier = !mention.change && (beside || is_earlier(near, year));
        let aside = || text[previous..start].strip_prefix('(') == Some(label);
        compared = mention.earlier && (label.starts_with(['比', '较']) || aside());
        previous = end;
    }
}

/// The words before a colon right before a number, where they can only name what it counts: `新收申请:248件;`.
fn named(before: &str) -> Option<&str> {
    let name = before.strip_suffix(':')?;
    let own = name.rsplit(cuts).next().unwrap_or(name);
    let opens = any(own, OPENERS) || own.ends_with("如下");
    ((1..NAME).contains(&own.len()) && !opens).then_some(name)
}

/// How many names stand before 各, each of which has the number: `档案馆、图书馆各1处`.
fn each(wide: &str) -> u32 {
    let names = wide.strip_suffix('各').unwrap_or_default();
    let more = names.matches(['、', '和', '及', '与']).count();
    u32::try_from(more).unwrap_or_default() + 1
}

/// The few words before an opening parenthesis right before a number: 同期(30件).
fn lead(text: &str, start: usize) -> &str {
    let Some(before) = text[..start].strip_suffix('(') else {
        return "";
    };
    last(before, 8)
}

/// Whether the words before a number are only by how much it differs from the year before: 较去年多, 比2022年少.
fn more(label: &str) -> bool {
    let than = label.strip_suffix(['多', '少']);
    than.is_some_and(|than| than.starts_with(['较', '比']) && than.chars().all(of_years))
}

/// Whether a character says no more than which years are compared.
pub(in crate::claims) fn of_years(c: char) -> bool {
    c.is_ascii_digit() || "年度今本一比较上去与同期相环".contains(c)
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
