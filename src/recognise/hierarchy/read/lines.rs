//! A text with a cell a line, or a row a line, as rows of label, unit and values.

use super::{
    LONGEST_LABEL,
    cut::cut,
    halves,
    head::{self, Code, Head},
    untold::untold,
    wrapped,
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
use std::mem;

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
    let mut tokens = tokens(document);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match head::head(&tokens[at..]).or_else(|| untold(&tokens, at)) {
            Some(mut head) => {
                let body = at + head.tokens;
                wrapped::join(&mut tokens[body..]);
                if head.code == Code::None && counts_from_one(&tokens[body..]) {
                    head.code = Code::BeforeLabels;
                }
                let again = head::head(&tokens[body..]);
                let twice = again.is_some_and(|again| again.values == head.values);
                let (lines, used) = rows(&tokens[body..], &head);
                let lines = halves::apart(lines, twice);
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
    let mut rows = Rows::new(head);
    let (mut at, mut used) = (0, 0);
    while let Some(Token { text, .. }) = tokens.get(at) {
        let Text::Words(words) = text else {
            rows.stray(text);
            at += 1;
            continue;
        };
        let ends = words.chars().count() > LONGEST_LABEL || words.ends_with('。');
        if ends || is_surrounding(words) {
            break;
        }
        if let Some(taken) = rows.head_again(&tokens[at..]) {
            at += taken;
            continue;
        }
        let (mut line, taken) = rows.line(words, &tokens[at..]);
        line.beside = at > 0 && tokens[at - 1].line == tokens[at].line;
        at += taken;
        if rows.take(line, words) {
            used = at;
        }
        if rows.bare > MOST_BARE {
            break;
        }
    }
    let mut lines = rows.lines;
    let valued = lines.iter().rposition(|line| !line.values.is_empty());
    lines.truncate(valued.map_or(0, |last| last + 1));
    (lines, used)
}

/// The rows below a head, as far as they are read.
struct Rows<'a> {
    head: &'a Head,
    /// The columns that the rows here have: a table below may have but some of those of the first.
    places: Vec<usize>,
    /// The code that the row before held for the next one.
    code: Option<usize>,
    lines: Vec<Line>,
    /// How many labels behind one another have no value.
    bare: usize,
}

impl<'a> Rows<'a> {
    fn new(head: &'a Head) -> Self {
        Self {
            head,
            places: (0..head.values.len()).collect(),
            code: None,
            lines: Vec::new(),
            bare: 0,
        }
    }

    /// A cell behind no label may be the code of the row that follows.
    fn stray(&mut self, text: &Text) {
        if let (Text::Value(held), Code::BeforeLabels) = (text, self.head.code) {
            self.code = count(held);
        }
    }

    /// How many tokens the head takes where it stands once more.
    fn head_again(&mut self, tokens: &[Token]) -> Option<usize> {
        let again = head::head(tokens)?;
        self.places = again.of(self.head)?;
        Some(again.tokens)
    }

    /// The row that begins with `words`, and how many tokens it takes.
    fn line(&mut self, words: &str, tokens: &[Token]) -> (Line, usize) {
        let cells = tokens[1..].iter();
        let cells = cells.take_while(|token| !matches!(token.text, Text::Words(_)));
        let (mut line, taken) = row(words, cells, self.places.len(), self.head.code);
        let (own, behind) = tokens.split_at(1 + taken);
        let beside =
            |token: &&Token| token.line == tokens[0].line && matches!(token.text, Text::Value(_));
        // What stands in another line than the rest of the values may be the number of a page.
        if (1..self.places.len()).contains(&own.iter().filter(beside).count()) {
            line.values.fill(None);
        }
        self.spread(&mut line.values);
        if self.head.code == Code::BeforeLabels {
            if line.code.is_none() && !behind.is_empty() {
                line.values.fill(None);
            }
            mem::swap(&mut line.code, &mut self.code);
        }
        (line, own.len())
    }

    /// Puts the values of a row that has but some of the columns into their places.
    fn spread(&self, values: &mut Vec<Option<Held>>) {
        let columns = self.head.values.len();
        if self.places.len() == columns || values.is_empty() {
            return;
        }
        let few = mem::replace(values, vec![None; columns]);
        for (&place, held) in self.places.iter().zip(few) {
            values[place] = held;
        }
    }

    /// Takes a row in; whether the table reaches to it.
    fn take(&mut self, mut line: Line, words: &str) -> bool {
        let rest = rejoined(&mut self.lines, &mut line, words);
        let reaches = rest || !line.values.is_empty();
        self.bare = if reaches { 0 } else { self.bare + 1 };
        if !rest {
            self.lines.push(line);
        }
        reaches
    }
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
