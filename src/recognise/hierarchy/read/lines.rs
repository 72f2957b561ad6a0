//! A text with a cell a line, or a row a line, as rows of label, unit and values.

use super::{LONGEST_LABEL, MOST_COLUMNS};
use crate::{
    document::{Document, Part},
    recognise::{
        held::Held,
        hierarchy::{
            cell::{CODE_HEADS, Text, UNIT_HEADS, heads_labels, is_unit, label, text},
            sheet::{Line, Sheet},
        },
    },
    text::{Span, character::is_han, folded::fold_str},
};

/// How the head of a column of values reads.
const VALUE_HEADS: [&str; 10] = [
    "数量",
    "统计数",
    "数值",
    "累计",
    "累计数",
    "年度",
    "发生数",
    "实际",
    "合计",
    "本年",
];
/// The longest head of a column, in letters.
const LONGEST_HEAD: usize = 12;
/// A line of fewer words is no whole table.
const LEAST_WORDS: usize = 24;
/// So many labels behind one another without a value end the table.
const MOST_BARE: usize = 4;

/// A piece of text and where it stands.
struct Token {
    text: Text,
    span: Span,
}

/// All tables of the lines of a document.
pub(super) fn sheets(document: &Document) -> Vec<Sheet> {
    let tokens = tokens(document);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match head(&tokens[at..]) {
            Some(head) => {
                let body = at + head.tokens;
                let (lines, used) = rows(&tokens[body..], &head);
                if let (false, Some(last)) = (lines.is_empty(), tokens.get(body + used.max(1) - 1))
                {
                    let region = Span::new(tokens[at].span.start, last.span.end);
                    found.push(Sheet {
                        title: String::new(),
                        heads: head.values,
                        lines,
                        region,
                    });
                }
                at = body + used.max(1);
            }
            None => at += 1,
        }
    }
    found
}

/// The lines as tokens; a line that ends with values is cut before them.
fn tokens(document: &Document) -> Vec<Token> {
    let mut tokens = Vec::new();
    for part in document.parts() {
        let Part::Paragraph { block, .. } = part else {
            continue;
        };
        let span = document.block(*block);
        for span in cut(document, span) {
            match text(document, span) {
                Text::Nothing => {}
                text => tokens.push(Token { text, span }),
            }
        }
    }
    tokens
}

/// A line cut into label, unit and values, where white space parts values from what stands before.
fn cut(document: &Document, line: Span) -> Vec<Span> {
    let quote = document.quote(line);
    let words: Vec<Span> = quote
        .split_whitespace()
        .map(|word| {
            let start = line.start + (word.as_ptr() as usize - quote.as_ptr() as usize);
            Span::new(start, start + word.len())
        })
        .collect();
    let names = unspaced(document, &words);
    if is_head_line(&names, document) {
        return names;
    }
    if let Some(pieces) = of_one_line(document, &names) {
        return pieces;
    }
    let is_cell = |span: &Span| matches!(text(document, *span), Text::Value(_) | Text::Unit(_));
    let tail = words.iter().rev().take_while(|span| is_cell(span)).count();
    if tail == 0 || tail == words.len() || quote.chars().count() > 2 * LONGEST_LABEL {
        return if tail == words.len() {
            words
        } else {
            vec![line]
        };
    }
    let before = words.len() - tail;
    let mut spans = vec![Span::new(words[0].start, words[before - 1].end)];
    spans.extend(&words[before..]);
    spans
}

/// Words with their letters spaced out put together: `指 标`.
fn unspaced(document: &Document, words: &[Span]) -> Vec<Span> {
    let single = |span: Span| {
        let mut letters = document.quote(span).chars();
        letters.next().is_some_and(is_han) && letters.next().is_none()
    };
    let mut joined: Vec<Span> = Vec::with_capacity(words.len());
    let mut spaced = false;
    for &word in words {
        match joined.last_mut() {
            Some(last) if spaced && single(word) => last.end = word.end,
            _ => joined.push(word),
        }
        spaced = single(word);
    }
    joined
}

/// A whole table in one line cut into its heads, labels, units and values; nothing where it is none.
fn of_one_line(document: &Document, words: &[Span]) -> Option<Vec<Span>> {
    let name = |at: usize| words.get(at).map(|&span| fold_str(document.quote(span)));
    let heads = |at: usize| name(at).is_some_and(|name| is_head(&name));
    let begins = |at: usize| {
        name(at).is_some_and(|name| heads_labels(&name)) && heads(at + 1) && heads(at + 2)
    };
    if words.len() < LEAST_WORDS || !(0..words.len()).any(begins) {
        return None;
    }
    let mut pieces: Vec<Span> = Vec::new();
    let (mut head, mut open) = (false, false);
    for (at, &word) in words.iter().enumerate() {
        head = begins(at) || head && heads(at);
        let of_label = !head && matches!(text(document, word), Text::Words(_));
        match pieces.last_mut() {
            Some(last) if open && of_label => last.end = word.end,
            _ => pieces.push(word),
        }
        open = of_label;
    }
    Some(pieces)
}

/// Whether the words of a line are the head of a table, one a column.
fn is_head_line(words: &[Span], document: &Document) -> bool {
    let mut names = words.iter().map(|&span| fold_str(document.quote(span)));
    let first = names.next();
    words.len() > 1
        && first.is_some_and(|name| heads_labels(&name))
        && names.all(|name| is_head(&name))
}

/// The head of a table.
struct Head {
    tokens: usize,
    values: Vec<String>,
    coded: bool,
}

/// Reads a head that begins here: labels, units, codes and one to three columns of values.
fn head(tokens: &[Token]) -> Option<Head> {
    let words = |token: &Token| match &token.text {
        Text::Words(words) => Some(words.clone()),
        Text::Unit(unit) => Some(unit.clone()),
        _ => None,
    };
    let mut names: Vec<String> = Vec::new();
    let mut used = 0;
    for token in tokens.iter().take(8) {
        let Some(name) = words(token) else { break };
        let known = if names.is_empty() {
            heads_labels(&name)
        } else {
            is_head(&name)
        };
        if !known || name.chars().count() > LONGEST_HEAD {
            break;
        }
        names.push(name);
        used += 1;
    }
    let coded = names.iter().any(|name| CODE_HEADS.contains(&name.as_str()));
    let is_value = |name: &&String| {
        !CODE_HEADS.contains(&name.as_str()) && !UNIT_HEADS.contains(&name.as_str())
    };
    let values: Vec<String> = names.iter().skip(1).filter(is_value).cloned().collect();
    (1..=MOST_COLUMNS).contains(&values.len()).then_some(Head {
        tokens: used,
        values,
        coded,
    })
}

fn is_head(name: &str) -> bool {
    UNIT_HEADS.contains(&name)
        || CODE_HEADS.contains(&name)
        || VALUE_HEADS.iter().any(|word| name.ends_with(word))
        || name.starts_with("20") && name.ends_with('年')
}

/// The rows behind a head, and how many tokens they take.
fn rows(tokens: &[Token], head: &Head) -> (Vec<Line>, usize) {
    let columns = head.values.len();
    let (mut lines, mut used, mut bare): (Vec<Line>, usize, usize) = (Vec::new(), 0, 0);
    let mut at = 0;
    while at < tokens.len() {
        let Text::Words(words) = &tokens[at].text else {
            at += 1;
            continue;
        };
        if words.chars().count() > LONGEST_LABEL || words.ends_with('。') {
            break;
        }
        if let Some(again) = self::head(&tokens[at..]).filter(|again| again.values == head.values) {
            at += again.tokens;
            continue;
        }
        let cells = tokens[at + 1..]
            .iter()
            .take_while(|token| !matches!(token.text, Text::Words(_)));
        let (line, taken) = row(words, cells, columns, head.coded);
        at += 1 + taken;
        if line.values.is_empty() {
            bare += 1;
        } else {
            (bare, used) = (0, at);
        }
        if bare > MOST_BARE {
            break;
        }
        lines.push(line);
    }
    let valued = lines
        .iter()
        .rposition(|line| !line.values.is_empty())
        .map_or(0, |last| last + 1);
    lines.truncate(valued);
    (lines, used)
}

/// One row: its values only where there are as many as columns.
fn row<'a>(
    words: &str,
    cells: impl Iterator<Item = &'a Token>,
    columns: usize,
    coded: bool,
) -> (Line, usize) {
    let (label, within) = label(words);
    let mut line = Line {
        label,
        within,
        ..Line::default()
    };
    let mut values: Vec<Held> = Vec::new();
    let mut taken = 0;
    for token in cells {
        taken += 1;
        match &token.text {
            Text::Unit(unit) => line.unit.clone_from(unit),
            Text::Value(held) => values.push(held.clone()),
            _ => {}
        }
    }
    if coded && values.len() > columns {
        line.code = values
            .remove(0)
            .number
            .and_then(|number| usize::try_from(number).ok());
    }
    let has_unit = !line.unit.is_empty() && is_unit(&line.unit);
    if values.len() == columns {
        line.values = values.into_iter().map(Some).collect();
    } else if values.is_empty() && has_unit {
        line.values = vec![Some(Held::blank(None)); columns];
    } else if !values.is_empty() {
        line.values = vec![None; columns];
    }
    (line, taken)
}
