//! A line cut into label, unit and values.

use super::{
    LONGEST_LABEL, glued,
    head::{is_head, is_head_line},
};
use crate::{
    document::Document,
    recognise::{
        hierarchy::{
            cell::{Text, heads_labels, is_unit, text},
            levels::{Style, marker},
            sheet::LEAST_ROWS,
        },
        similar::{without_last_unit, without_unit},
        stream::field::{self, Event},
    },
    text::{Span, character::is_han, folded::fold_str},
};

/// A line of fewer words is no whole table.
const LEAST_WORDS: usize = 24;
/// What parts a label from its values.
const MARKS: [char; 5] = ['：', ':', '…', '·', '.'];
/// How a label ends that counts something.
const COUNTS: [&str; 5] = ["数", "量", "额", "费", "费用"];

/// The pieces of a line: of each of its items where it is a list of a whole table.
pub(super) fn cut(document: &Document, line: Span) -> Vec<Span> {
    if let Some(cells) = glued::cells(document, line) {
        return cells;
    }
    let pieces = items(document, line).into_iter();
    pieces.flat_map(|item| of_item(document, item)).collect()
}

/// The items of a sentence that is a list, `甲数：5条；乙数：3条；…`; the line itself where it is none.
fn items(document: &Document, line: Span) -> Vec<Span> {
    let items = parted(document, line, |c| matches!(c, '；' | ';'));
    let valued = || {
        items
            .iter()
            .filter(|item| named(document, **item).is_some())
    };
    if items.len() >= LEAST_ROWS && 3 * valued().count() >= 2 * items.len() {
        items
    } else {
        vec![line]
    }
}

/// The stretches of a line between marks, without white space around them.
fn parted(document: &Document, line: Span, is_mark: fn(char) -> bool) -> Vec<Span> {
    let quote = document.quote(line);
    let pieces = quote.split(is_mark).map(str::trim);
    let place = |piece: &str| {
        let start = line.start + (piece.as_ptr() as usize - quote.as_ptr() as usize);
        Span::new(start, start + piece.len())
    };
    pieces
        .filter(|piece| !piece.is_empty())
        .map(place)
        .collect()
}

/// A line cut where white space, a colon or dots part values from what stands before.
fn of_item(document: &Document, line: Span) -> Vec<Span> {
    let words = parted(document, line, char::is_whitespace);
    let names = unspaced(document, &words);
    if is_head_line(&names, document) {
        return names;
    }
    if let Some(pieces) = of_one_line(document, &names) {
        return pieces;
    }
    let is_mark = |piece: &Span| {
        let behind = &document.text()[piece.end..line.end];
        behind.trim_start().starts_with(MARKS)
    };
    let cells = |cells: &[Span]| -> Vec<Span> {
        let cells = cells.iter();
        cells.flat_map(|&cell| apart(document, cell)).collect()
    };
    if let Some(pieces) = named(document, line).filter(|pieces| is_mark(&pieces[0])) {
        return cells(&pieces);
    }
    let is_cell = |span: &Span| matches!(text(document, *span), Text::Value(_) | Text::Unit(_));
    let tail = words.iter().rev().take_while(|span| is_cell(span)).count();
    if tail > 0 && tail == words.len() {
        return cells(&words);
    }
    if document.quote(line).chars().count() > 2 * LONGEST_LABEL {
        return vec![line];
    }
    if let Some(half) = glued_half(document, line) {
        if half == line.end {
            return vec![line];
        }
        let halves = [Span::new(line.start, half), Span::new(half, line.end)];
        return halves
            .iter()
            .flat_map(|&half| of_item(document, half))
            .collect();
    }
    if tail == 0 {
        return named(document, line).map_or_else(|| vec![line], |pieces| cells(&pieces));
    }
    if let Some(half) = second_half(document, &words) {
        let (first, second) = words.split_at(half);
        let halves = [first, second].into_iter();
        let line = |words: &[Span]| Span::new(words[0].start, words[words.len() - 1].end);
        return halves
            .flat_map(|words| of_item(document, line(words)))
            .collect();
    }
    let before = words.len() - tail;
    let code = usize::from(before > 1 && is_code(document.quote(words[0])));
    let mut spans = words[..code].to_vec();
    spans.push(Span::new(words[code].start, words[before - 1].end));
    spans.extend(cells(&words[before..]));
    spans
}

/// Where the second row begins in a line that has two: behind a value that a unit or a label that counts stands before,
/// with words again behind it.
fn second_half(document: &Document, words: &[Span]) -> Option<usize> {
    let cell = |at: usize| text(document, words[at]);
    let begins = |at: &usize| {
        let value = |at: &usize| matches!(cell(*at), Text::Value(held) if held.number.is_some());
        let before = (0..*at).rev().find(|at| !value(at));
        let counted = before.is_some_and(|before| match cell(before) {
            Text::Unit(_) => before > 0,
            Text::Words(label) => counts(&label),
            _ => false,
        });
        counted && value(&(at - 1)) && matches!(cell(*at), Text::Words(_))
    };
    (2..words.len()).find(begins)
}

/// Where the second row begins in a line that ends with a value and has another one glued between two labels, the first
/// of which counts something: `申请总数7行政复议数0`; the line's end where what stands behind that value may be its unit.
fn glued_half(document: &Document, line: Span) -> Option<usize> {
    let events = field::events(document.quote(line), line.start, true);
    let [before @ .., Event::Value { .. }] = &events[..] else {
        return None;
    };
    let cut = |two: &[Event]| {
        let [Event::Value { span, .. }, Event::Letters { .. }] = two else {
            return None;
        };
        let label = &document.text()[line.start..span.start];
        let bare = without_last_unit(label);
        let behind = &document.text()[span.end..line.end];
        let label = behind.trim_start();
        let begins = |c: char| is_han(c) || label.len() < behind.len() && c.is_ascii_digit();
        let cut = match without_unit(behind).len() < behind.len() {
            true => line.end,
            false => span.end,
        };
        ((counts(label) || counts(bare)) && label.starts_with(begins)).then_some(cut)
    };
    before.windows(2).find_map(cut)
}

/// Whether a label counts something.
fn counts(label: &str) -> bool {
    COUNTS.iter().any(|count| label.ends_with(count))
}

/// Whether a word names a group of rows, by itself: `二、依申请公开情况`.
fn names_group(document: &Document, word: Span) -> bool {
    let name = fold_str(document.quote(word));
    let listed = matches!(marker(&name), Some((Style::Han | Style::HanParen, ..)));
    listed && name.ends_with("情况")
}

/// Whether a word is the ordinal of the label behind it: `4.`.
fn is_ordinal(word: &str) -> bool {
    word.strip_suffix(['.', '、', '．']).is_some_and(is_code)
}

/// Whether a word may count a row.
fn is_code(word: &str) -> bool {
    word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// A value and the unit that stands right behind it.
fn apart(document: &Document, cell: Span) -> Vec<Span> {
    let quote = document.quote(cell);
    let unit = quote.trim_end_matches(is_han).len();
    let figures = quote[..unit].ends_with(|c: char| c.is_ascii_digit());
    if figures && is_unit(&quote[unit..]) {
        let cut = cell.start + unit;
        vec![Span::new(cell.start, cut), Span::new(cut, cell.end)]
    } else {
        vec![cell]
    }
}

/// A label and its values behind a colon or dots, or glued to a label that counts, where a unit closes the value:
/// `申请数：5`, `申请数……5`, `申请数5件`.
fn named(document: &Document, line: Span) -> Option<Vec<Span>> {
    let quote = document.quote(line);
    if quote.chars().count() > 2 * LONGEST_LABEL {
        return None;
    }
    let events = field::events(quote, line.start, true);
    let values = events.iter().rev().map_while(|event| match event {
        Event::Value { span, .. } => Some(*span),
        Event::Letters { .. } => None,
    });
    let mut values: Vec<Span> = values.collect();
    values.reverse();
    let before = &document.text()[line.start..values.first()?.start];
    let label = before.trim_end_matches(|c: char| c.is_whitespace() || MARKS.contains(&c));
    let glued = label.len() == before.len();
    let bare = without_last_unit(label);
    let closed = || values.len() == 1 || apart(document, values[0]).len() > 1;
    // 查阅点个17: a unit before the value says that it counts, too.
    let counted = counts(bare) || bare.len() < label.len() && !bare.is_empty();
    if glued && !((counts(label) || counted) && closed()) {
        return None;
    }
    let cut = line.start + if counted { bare.len() } else { label.len() };
    let mut pieces = vec![Span::new(line.start, cut)];
    pieces.extend(Some(Span::new(cut, line.start + label.len())).filter(|unit| !unit.is_empty()));
    pieces.extend(values);
    label.contains(is_han).then_some(pieces)
}

/// Words with their letters spaced out put together: `指 标`, `2012 年度`.
fn unspaced(document: &Document, words: &[Span]) -> Vec<Span> {
    let single = |span: Span| {
        let mut letters = document.quote(span).chars();
        letters.next().is_some_and(is_han) && letters.next().is_none()
    };
    let year = |two: &[Span]| {
        let (number, word) = (document.quote(two[0]), document.quote(two[1]));
        number.len() == 4 && number.starts_with("20") && word.starts_with('年')
    };
    let mut joined: Vec<Span> = Vec::with_capacity(words.len());
    let mut spaced = false;
    for &word in words {
        match joined.last_mut() {
            Some(last) if spaced && single(word) || year(&[*last, word]) => last.end = word.end,
            _ => joined.push(word),
        }
        spaced = single(word);
    }
    joined
}

/// A whole table in one line cut into its heads, labels, units and values; nothing where it is none.
fn of_one_line(document: &Document, words: &[Span]) -> Option<Vec<Span>> {
    let name = |at: usize| words.get(at).map(|&span| fold_str(document.quote(span)));
    let alone = |at: usize| name(at).is_some_and(|name| is_head(&name));
    let halves = |at: usize| {
        let both = name(at).zip(name(at + 1));
        let names = |first: &str, second: &str| {
            !heads_labels(first) && is_head(&(first.to_owned() + second))
        };
        !alone(at) && both.is_some_and(|(first, second)| names(&first, &second))
    };
    let heads = |at: usize| alone(at) || halves(at);
    let begins = |at: usize| name(at).is_some_and(|name| heads_labels(&name)) && heads(at + 1);
    if words.len() < LEAST_WORDS || !(0..words.len()).any(begins) {
        return None;
    }
    let mut pieces: Vec<Span> = Vec::new();
    let (mut head, mut open) = (false, false);
    for (at, &word) in words.iter().enumerate() {
        let second = head && at > 0 && halves(at - 1);
        head = begins(at) || second || head && heads(at);
        let counts = !head && is_ordinal(document.quote(word));
        let of_label = counts || !head && matches!(text(document, word), Text::Words(_));
        let goes_on = |last: &Span| !counts || document.quote(*last).ends_with(['：', ':']);
        match pieces.last_mut() {
            Some(last) if second || open && of_label && goes_on(last) => last.end = word.end,
            _ => pieces.push(word),
        }
        open = of_label && !names_group(document, word);
    }
    Some(pieces)
}
