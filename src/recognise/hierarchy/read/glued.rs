//! A list of indicators all of whose cells stand in one line with nothing between: `指标单位数量申请总数件12其中：1.当面申请件9…`.

use super::head::VALUE_HEADS;
use crate::{
    document::Document,
    recognise::{
        hierarchy::{
            cell::{UNIT_HEADS, heads_labels},
            levels::{Style, marker},
            sheet::LEAST_ROWS,
        },
        similar::without_last_unit,
    },
    text::{Span, character::is_han},
};

/// How far into a line its head may begin, in bytes.
const FAR: usize = 240;
/// The longest head of the labels, in letters.
const LONGEST: usize = 4;

/// The cells of such a line, its head first; nothing where any of them is not certain.
pub(super) fn cells(document: &Document, line: Span) -> Option<Vec<Span>> {
    let text = document.quote(line);
    let unit = text.find("单位").filter(|&at| at < FAR)?;
    let (labels, unit, values, from) = head(text, unit)?;
    let rows = rows(text, from)?;
    let cells = [labels, unit, values].into_iter().chain(rows);
    let place = |(start, end): (usize, usize)| Span::new(line.start + start, line.start + end);
    Some(cells.map(place).collect())
}

type Piece = (usize, usize);

/// The head around the word 单位: labels, unit and one column of values, and where the first row begins.
fn head(text: &str, word: usize) -> Option<(Piece, Piece, Piece, usize)> {
    let end = word + "单位".len();
    let begins = UNIT_HEADS
        .iter()
        .filter(|head| text[..end].ends_with(**head));
    let begin = begins.map(|head| end - head.len()).min()?;
    let letters = text[..begin].char_indices().rev().take(LONGEST);
    let mut labels = letters
        .map(|(at, _)| at)
        .filter(|&at| heads_labels(&text[at..begin]));
    let short = labels.next()?;
    // 指标名称 is one head, 表指标 are two words.
    let long = labels.last().filter(|_| text[..begin].ends_with("名称"));
    let rest = &text[end..];
    let heads = VALUE_HEADS.iter().filter(|head| rest.starts_with(**head));
    let from = end + heads.map(|head| head.len()).max()?;
    let goes_on = text[from..].starts_with(is_han) && !text[from..].starts_with("累计");
    goes_on.then_some((
        (long.unwrap_or(short), begin),
        (begin, end),
        (end, from),
        from,
    ))
}

/// Label, unit and value of each row; nothing where a row has not all three, or its value may be another.
fn rows(text: &str, from: usize) -> Option<Vec<Piece>> {
    let (mut cells, mut start, mut at) = (Vec::new(), from, from);
    let mut ordinal = 0;
    while let Some(found) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let begin = at + found;
        let length = text[begin..]
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(text.len() - begin);
        let end = begin + length;
        let behind = text[end..].chars().next();
        let before = text[..begin].chars().next_back();
        let label = &text[start..begin];
        let opens = label.is_empty() || label.ends_with([':', '：', '、', '(', '（']);
        at = end;
        if opens {
            // The ordinal of a label: 其中：1.当面申请, （2）其他.
            ordinal = text[begin..end].parse().ok()?;
            if !matches!(
                (before, behind),
                (_, Some('.' | '、' | '．')) | (Some('(' | '（'), Some(')' | '）'))
            ) {
                return None;
            }
            continue;
        }
        let next = (ordinal + 1).to_string();
        let decimal =
            behind == Some('.') && text[end + 1..].starts_with(|c: char| c.is_ascii_digit());
        let value = match behind {
            _ if decimal => return None,
            // 件1202.当面申请: the row behind is the second, so that this one counts 120.
            Some('.' | '、' | '．') => text[begin..end].strip_suffix(&next)?.len(),
            _ => length,
        };
        let bare = without_last_unit(label);
        if value == 0
            || bare.len() == label.len()
            || bare.chars().filter(|&c| is_han(c)).count() < 2
        {
            return None;
        }
        let (unit, number) = (start + bare.len(), begin + value);
        let own = group(bare).map(|group| start + group);
        cells.extend(own.map(|own| (start, own)));
        cells.extend([(own.unwrap_or(start), unit), (unit, begin), (begin, number)]);
        if value < length {
            ordinal += 1;
        }
        start = number;
    }
    let ends = text[start..].chars().filter(|&c| is_han(c)).count() == 0;
    (ends && cells.len() >= 3 * LEAST_ROWS).then_some(cells)
}

/// How long the name of a group of rows is that a label begins with: `二、依申请公开情况受理申请总数`.
fn group(label: &str) -> Option<usize> {
    let listed = matches!(marker(label), Some((Style::Han, ..)));
    let end = label.find("情况").filter(|_| listed)? + "情况".len();
    (end < label.len()).then_some(end)
}
