//! The stream cut into chunks: runs of values with the label that may be theirs.

use super::{Stream, Value, split_labels};
use crate::{
    document::{BlockId, Document, Part},
    facts::State,
    forms::{self, FEW_ROWS, Table},
    recognise::{heads::heads_small, similar},
    text::{
        character::{fold, is_han},
        label::{each_letter, letters},
        words::{self, Endings, Glance, Searched, has},
    },
};
use std::{collections::HashSet, ops::Range, sync::LazyLock};

/// A run of values with no letters between them.
#[derive(Debug)]
pub(in crate::recognise) struct Chunk<'a> {
    pub(in crate::recognise) values: Range<usize>,
    /// The letters that may be its label: those before it, or behind it where the line begins with its values.
    pub(in crate::recognise) label: Searched<'a>,
    /// The number of values that are no blanks.
    pub(in crate::recognise) filled: usize,
    /// The number of values up to the last one that is no blank.
    pub(in crate::recognise) used: usize,
    /// The number of values from the first to the last one that is no blank.
    pub(in crate::recognise) extent: usize,
    /// The number of digits of all plain numbers, which is the most values that they could be.
    pub(in crate::recognise) digits: usize,
    pub(in crate::recognise) prose: bool,
}
/// Cuts the stream into chunks.
pub(in crate::recognise) fn chunks<'a>(document: &Document, stream: &'a Stream) -> Vec<Chunk<'a>> {
    let mut chunks = Vec::with_capacity(stream.values.len());
    let listed = listed(document);
    let mut start = 0;
    for at in 1..=stream.values.len() {
        if at == stream.values.len() || is_cut(stream, start, at) {
            chunks.push(chunk(document, stream, start..at, &listed));
            start = at;
        }
    }
    split_labels::rejoin(stream, &mut chunks);
    chunks
}

/// Whether a new chunk begins with the value `at`.
fn is_cut(stream: &Stream, start: usize, at: usize) -> bool {
    let (before, value) = (&stream.values[at - 1], &stream.values[at]);
    let gap = &stream.gaps[at].letters;
    if !gap.is_empty() && !similar::is_unit(gap) || is_filling(stream, start, at) {
        return true;
    }
    if stream.told.contains(&at) && stream.told.contains(&(at - 1)) {
        return false;
    }
    match (before.cell, value.cell) {
        (Some(one), Some(other)) => (one.0, one.1) != (other.0, other.1),
        (None, None) => {
            before.block != value.block && at - start > 1 && !stream.celled && same_line(stream, at)
        }
        _ => true,
    }
}

/// Whether the values up to `at` are blanks that fill the last line of a head up to the width of its table.
fn is_filling(stream: &Stream, start: usize, at: usize) -> bool {
    let (before, value) = (&stream.values[at - 1], &stream.values[at]);
    let gap = &stream.gaps[start];
    let blank = |value: &Value| value.state == State::Blank && value.block == before.block;
    let row = &stream.values[start..at];
    let many = row.len() > 1 || gap.block == Some(before.block);
    many && before.block != value.block
        && row.iter().all(blank)
        && heads_small(&Searched::new(&gap.letters))
}

/// Whether the values around `at` stand in lines of several values.
fn same_line(stream: &Stream, at: usize) -> bool {
    let line = |one: usize, other: usize| {
        stream
            .values
            .get(one)
            .zip(stream.values.get(other))
            .is_some_and(|(a, b)| a.block == b.block)
    };
    line(at.wrapping_sub(2), at - 1) && line(at, at + 1)
}

fn chunk<'a>(
    document: &Document,
    stream: &'a Stream,
    values: Range<usize>,
    listed: &HashSet<BlockId>,
) -> Chunk<'a> {
    let slice = &stream.values[values.clone()];
    let filled = slice
        .iter()
        .filter(|value| value.state != State::Blank)
        .count();
    let used = slice
        .iter()
        .rposition(|value| value.state != State::Blank)
        .map_or(0, |at| at + 1);
    let first = { slice.iter() }.position(|value| value.state != State::Blank);
    let digits = slice
        .iter()
        .map(|value| value.digits.as_ref().map_or(1, String::len))
        .sum();
    let is_listed = listed.contains(&slice[0].block) || stream.told.contains(&values.start);
    let prose = !is_listed && is_prose(document, stream, &values);
    let label = Searched::new(label(document, stream, &values));
    Chunk {
        values,
        label,
        filled,
        used,
        extent: used - first.unwrap_or(0),
        digits,
        prose,
    }
}

/// The letters that may be the label of some values, without the unit that may stand between.
fn label<'a>(document: &Document, stream: &'a Stream, values: &Range<usize>) -> &'a str {
    let (first, last) = (&stream.values[values.start], &stream.values[values.end - 1]);
    let gap = &stream.gaps[values.start].letters;
    let line = document.block(first.block);
    let begins = || {
        let before = &document.text()[line.start..first.span.start.max(line.start)];
        let before: String = each_letter(before)
            .take(similar::LONGEST_UNIT + 1)
            .collect();
        before.is_empty() || similar::is_unit(&before)
    };
    if first.cell.is_none() && first.block == last.block && begins() {
        let behind = first_letters(&document.text()[last.span.end..line.end.max(last.span.end)]);
        let behind = behind.strip_prefix("其中").unwrap_or(&behind);
        let bare = similar::without_last_unit(behind);
        if let Some(label) = LABELS.get(behind).or_else(|| LABELS.get(bare)) {
            return label;
        }
    }
    without_head(gap, values.len())
}

/// Letters that end with the label of a row of a small table, without the names of its columns that stand between the
/// label and the few values, as where each row is printed as a table of its own.
fn without_head(gap: &str, values: usize) -> &str {
    let small = SMALL.iter();
    let found = small
        .filter(|table| values <= table.columns.len())
        .find_map(|table| {
            let mut columns = table.columns.iter().rev();
            let rest = columns.try_fold(gap, |rest, column| rest.strip_suffix(&**column))?;
            let mut labels = table.rows.iter().flat_map(|row| &row.labels);
            labels
                .any(|label| rest.ends_with(label.as_str()))
                .then_some(rest)
        });
    found.unwrap_or(gap)
}

/// The small tables of all forms.
static SMALL: LazyLock<Vec<&Table>> = LazyLock::new(|| {
    let tables = forms::all().iter().flat_map(|form| &form.tables);
    tables
        .filter(|table| (2..=FEW_ROWS).contains(&table.rows.len()))
        .collect()
});

/// All labels of rows with values, of all forms.
pub(in crate::recognise) static LABELS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let tables = forms::all().iter().flat_map(|form| &form.tables);
    let rows = tables
        .flat_map(|table| &table.rows)
        .filter(|row| !row.slots.is_empty());
    rows.flat_map(|row| &row.labels)
        .map(String::as_str)
        .collect()
});

/// The number of letters of the longest of these labels.
static LONGEST: LazyLock<usize> = LazyLock::new(|| {
    let lengths = LABELS.iter().map(|label| label.chars().count());
    lengths.max().unwrap_or(0)
});

/// The letters that any label has.
static LETTERS: LazyLock<Glance> = LazyLock::new(|| Glance::of(LABELS.iter().copied()));

/// The first letters of a text: all of them where they might be a label or a piece of one, else more than any has.
fn first_letters(text: &str) -> String {
    let mut letters = String::with_capacity(text.len().min(4 * *LONGEST));
    letters.extend(each_letter(text).take(*LONGEST + 2 * similar::LONGEST_UNIT + 1));
    letters
}

/// Whether some letters are a label of some form.
pub(in crate::recognise) fn is_label(letters: &str) -> bool {
    LABELS.contains(letters)
}

/// The labels of some length, with which other letters end by chance no longer.
static LONG: LazyLock<Endings> = LazyLock::new(|| {
    let long = |label: &&str| label.len() >= 4 * '一'.len_utf8();
    Endings::new(LABELS.iter().copied().filter(long))
});

/// Whether some letters end with a longer label of some form.
pub(in crate::recognise) fn ends_with_any_label(letters: &str) -> bool {
    LONG.any(letters)
}

/// The paragraphs that are a table told in one sentence, `甲数：5条；乙数：3条；…`: a long one, and beside it also short ones.
fn listed(document: &Document) -> HashSet<BlockId> {
    const LONG: usize = 6;
    let parts = document.parts().iter().filter_map(|part| match part {
        Part::Paragraph { block, .. } => Some(*block),
        _ => None,
    });
    let clauses = |block: BlockId| document.quote(document.block(block)).split(['；', ';']);
    let counts = parts.map(|block| (block, clauses(block).count()));
    let counts: Vec<(BlockId, usize)> = counts.filter(|&(_, all)| all > 1).collect();
    // Of so many items at the least, which are two thirds of all clauses.
    let lists = |least: usize| {
        counts.iter().filter(move |&&(block, all)| {
            let items = || clauses(block).filter(|clause| is_item(clause)).count();
            all >= least && items() >= least.max((2 * all).div_ceil(3))
        })
    };
    if lists(LONG).next().is_none() {
        return HashSet::new();
    }
    lists(2).map(|&(block, _)| block).collect()
}

/// Whether a clause is the label of a row with a value behind it.
fn is_item(clause: &str) -> bool {
    let unit = |c: char| !c.is_ascii_digit();
    let digit = |c: char| c.is_ascii_digit() || matches!(c, '.' | '、');
    let label = clause.trim_end_matches(unit).trim_end_matches(digit);
    if label.len() == clause.len() {
        return false;
    }
    let letters = letters(label);
    ends_with_any_label(&letters) || is_label(letters.trim_start_matches("其中"))
}

/// How far back, in characters, a clause may end before a value that it makes part of a sentence.
const NEAR: usize = 40;

/// Whether a sentence goes on right before or behind the values, so that they are no table row.
fn is_prose(document: &Document, stream: &Stream, values: &Range<usize>) -> bool {
    let (first, last) = (&stream.values[values.start], &stream.values[values.end - 1]);
    if first.cell.is_some() {
        return false;
    }
    let text = document.text();
    let line = document.block(last.block);
    let rest = &text[last.span.end..line.end.max(last.span.end)];
    let behind = rest.trim_start();
    if counts(behind) {
        return true;
    }
    let apart = behind.len() < rest.len();
    let after = if apart { behind_unit(behind) } else { behind };
    let after = after.chars().next();
    let worded = || document.quote(line).contains(is_han);
    let goes_on = matches!(
        after,
        Some('，' | '。' | '；' | '、' | ',' | ';' | '％' | '%')
    );
    if goes_on && worded() {
        return true;
    }
    let line = document.block(first.block);
    let before = &text[line.start.min(first.span.start)..first.span.start];
    let near = words::last(before, NEAR);
    let rest = &text[last.span.end..line.end.max(last.span.end)];
    if similar::enumerates(near, rest) || is_bracketed(&text[last.span.range()], rest) {
        return true;
    }
    let before = before.trim_end_matches(is_separator);
    let tail = words::last(before, NEAR);
    let unit = tail
        .rfind(is_separator)
        .filter(|&at| similar::is_unit(&letters(&tail[at..])))
        .map(|at| before.len() - tail.len() + at);
    let before = unit.map_or(before, |at| before[..at].trim_end_matches(is_separator));
    goes_on_before(before) && !is_inside_label(&first_letters(before))
}

/// What stands behind the unit that is no part of its number: `1 件、`.
fn behind_unit(behind: &str) -> &str {
    let unit = behind.chars().next().map_or(0, char::len_utf8);
    match behind.split_at(unit) {
        (unit, rest) if similar::is_unit(unit) => rest,
        _ => behind,
    }
}

/// Whether a count with its unit stands at a bracket of a sentence: `17件（结果维持2件、…）。`, `（其中直接起诉9件）。`.
fn is_bracketed(count: &str, behind: &str) -> bool {
    let rest = behind_unit(behind.trim_start());
    if !count.ends_with(is_han) && rest.len() == behind.len() {
        return false;
    }
    let mut near = rest.chars().take(2 * NEAR);
    match near.next() {
        Some('（' | '(') => near.next().is_some_and(is_han) && near.any(|c| c == '。'),
        Some('）' | ')') => near.next().is_some_and(|c| "。，；".contains(c)),
        _ => false,
    }
}

/// Whether words go on that tell a number of things: `17条信息`, `185万条`, `60余件`.
fn counts(behind: &str) -> bool {
    let mut letters = behind.chars().map(fold);
    let mut next = || letters.next().unwrap_or_default();
    match next() {
        '余' | '多' => true,
        '万' => "条件次人余".contains(next()),
        '条' | '件' | '篇' => next() == '信' && next() == '息',
        _ => false,
    }
}

/// Whether some letters are a piece of a label, which may have commas of its own.
fn is_inside_label(letters: &str) -> bool {
    const LEAST: usize = 4;
    (LEAST..=*LONGEST).contains(&letters.chars().count())
        && LETTERS.may_have_all(letters)
        && LABELS.iter().any(|label| has(label, letters))
}

/// Whether a character may part the cells of a line.
fn is_separator(character: char) -> bool {
    character.is_whitespace() || matches!(character, ',' | '，' | ';' | '；')
}

/// Whether a clause ends shortly before, outside brackets; the comma of thousands ends none.
fn goes_on_before(text: &str) -> bool {
    let mut depth = 0usize;
    let mut clause = false;
    let mut behind = ' ';
    let mut characters = text.chars();
    for at in 0..NEAR {
        let Some(character) = characters.next_back() else {
            break;
        };
        let number = || characters.as_str().ends_with(|c: char| c.is_ascii_digit());
        let parts = character == ',' || character == '，' && number();
        let thousands = behind.is_ascii_digit() && parts;
        behind = character;
        match character {
            _ if thousands => {}
            '）' | ')' => depth += 1,
            '（' | '(' if depth == 0 => clause = false,
            '（' | '(' => depth -= 1,
            '，' | '。' | '；' | ',' | ';' if depth == 0 && at < 14 => clause = true,
            _ => {}
        }
    }
    clause
}
