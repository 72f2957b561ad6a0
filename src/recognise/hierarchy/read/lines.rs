//! A text with a cell a line, or a row a line, as rows of label, unit and values.

use super::{
    LONGEST_LABEL,
    cut::cut,
    halves,
    head::{self, Code, Head},
    untold::untold,
};
use crate::{
    document::{Document, Part},
    recognise::{
        held::Held,
        hierarchy::{
            cell::{Text, is_unit, label, text},
            levels::marker,
            sheet::{Line, Sheet},
        },
    },
    text::{
        Span,
        edges::{is_page_edge, is_running_title, is_surrounding},
    },
};

/// So many labels behind one another without a value end the table.
const MOST_BARE: usize = 4;

/// A piece of text and where it stands.
pub(super) struct Token {
    pub(super) text: Text,
    span: Span,
    /// Where the line begins that it stands in.
    line: usize,
}

/// All tables of the lines of a document.
pub(super) fn sheets(document: &Document) -> Vec<Sheet> {
    let tokens = tokens(document);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match head::head(&tokens[at..]).or_else(|| untold(&tokens, at)) {
            Some(mut head) => {
                let body = at + head.tokens;
                if head.code == Code::None && counts_from_one(&tokens[body..]) {
                    head.code = Code::BeforeLabels;
                }
                let again = head::head(&tokens[body..]);
                let twice = again.is_some_and(|again| again.values == head.values);
                let (lines, used) = rows(&tokens[body..], &head);
                let lines = if twice { halves::apart(lines) } else { lines };
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
        let line = document.quote(span);
        if is_page_edge(line) || is_running_title(line) {
            continue;
        }
        let line = span.start;
        for span in cut(document, span) {
            match text(document, span) {
                Text::Nothing => {}
                Text::Words(words) if is_note(&words) => {}
                text => tokens.push(Token { text, span, line }),
            }
        }
    }
    tokens
}

/// Whether a number and a label come first, as where the rows are counted in a column without a head.
fn counts_from_one(tokens: &[Token]) -> bool {
    let [first, second, ..] = tokens else {
        return false;
    };
    matches!((&first.text, &second.text), (Text::Value(held), Text::Words(_)) if count(held) == Some(1))
}

/// The rows behind a head, and how many tokens they take.
pub(super) fn rows(tokens: &[Token], head: &Head) -> (Vec<Line>, usize) {
    let columns = head.values.len();
    // The columns that the rows here have: a table below may have but some of those of the first.
    let mut places: Vec<usize> = (0..columns).collect();
    let (mut lines, mut used, mut bare): (Vec<Line>, usize, usize) = (Vec::new(), 0, 0);
    let (mut at, mut code) = (0, None);
    while at < tokens.len() {
        let Text::Words(words) = &tokens[at].text else {
            if let (Text::Value(held), Code::BeforeLabels) = (&tokens[at].text, head.code) {
                code = count(held);
            }
            at += 1;
            continue;
        };
        let ends = words.chars().count() > LONGEST_LABEL || words.ends_with('。');
        if ends || is_surrounding(words) {
            break;
        }
        let again = head::head(&tokens[at..]);
        if let Some((again, same)) = again.and_then(|again| Some((again.tokens, again.of(head)?))) {
            (at, places) = (at + again, same);
            continue;
        }
        let cells = tokens[at + 1..]
            .iter()
            .take_while(|token| !matches!(token.text, Text::Words(_)));
        let (mut line, taken) = row(words, cells, places.len(), head.code);
        let own = |token: &&Token| token.line == tokens[at].line;
        let valued = |token: &&Token| matches!(token.text, Text::Value(_));
        let values = tokens[at..][..=taken].iter().filter(valued);
        // What stands in another line than the rest of the values may be the number of a page.
        if (1..places.len()).contains(&values.filter(own).count()) {
            line.values.fill(None);
        }
        if places.len() < columns && !line.values.is_empty() {
            let mut values = vec![None; columns];
            places
                .iter()
                .zip(line.values)
                .for_each(|(&place, held)| values[place] = held);
            line.values = values;
        }
        at += 1 + taken;
        if head.code == Code::BeforeLabels {
            if line.code.is_none() && at < tokens.len() {
                line.values.fill(None);
            }
            std::mem::swap(&mut line.code, &mut code);
        }
        if rejoined(&mut lines, &mut line, words) {
            (bare, used) = (0, at);
            continue;
        }
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

/// Puts a label that was cut at a line's end together with what goes on behind: a row that has no values of its own yet
/// takes them from the next line, one that has gives its label the rest, which is then no row.
fn rejoined(lines: &mut Vec<Line>, line: &mut Line, words: &str) -> bool {
    let goes_on = marker(words).is_none() && !line.within;
    let Some(before) = lines.last_mut().filter(|before| goes_on && is_cut(before)) else {
        return false;
    };
    if before.values.is_empty() {
        line.label.insert_str(0, &before.label);
        line.within = before.within;
        lines.pop();
        return false;
    }
    let rest = line.values.is_empty();
    if rest {
        before.label.push_str(&line.label);
    }
    rest
}

/// Whether a label breaks off: it is long and ends as no label does, or inside a bracket.
fn is_cut(line: &Line) -> bool {
    const WITHIN: usize = 3;
    const SHORTEST: usize = 6;
    const ENDS: &str = "数量额费况计次表式容面类项员日)";
    let label = &line.label;
    let open = label.matches('(').count() > label.matches(')').count();
    let length = label.chars().count() + usize::from(line.within) * WITHIN;
    let ends = |c: char| ENDS.contains(c) || c.is_ascii_digit();
    open || length >= SHORTEST && !label.ends_with(ends)
}

/// Whether a line is a note under a part of a table.
fn is_note(words: &str) -> bool {
    ["注:", "备注:", "说明:"]
        .iter()
        .any(|note| words.starts_with(note))
}

/// What a cell counts.
pub(super) fn count(held: &Held) -> Option<usize> {
    let number = held.number?;
    usize::try_from(number).ok()
}

/// One row: its values only where there are as many as columns; with codes before the labels, that of the next row.
fn row<'a>(
    words: &str,
    cells: impl Iterator<Item = &'a Token>,
    columns: usize,
    code: Code,
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
    if code != Code::None && values.len() > columns {
        let counted = match code {
            Code::BeforeLabels => values.pop(),
            _ => Some(values.remove(0)),
        };
        line.code = counted.as_ref().and_then(count);
    }
    let has_unit = !line.unit.is_empty() && is_unit(&line.unit);
    // A row with too few values for its code, too, may have lost any of them.
    let doubtful = code == Code::BehindLabels && line.code.is_none();
    if values.len() == columns && !doubtful {
        line.values = values.into_iter().map(Some).collect();
    } else if values.is_empty() && has_unit {
        line.values = vec![Some(Held::blank(None)); columns];
    } else if !values.is_empty() {
        line.values = vec![None; columns];
    }
    (line, taken)
}
