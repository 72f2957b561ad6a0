//! Labels of a narrow column that its width cuts into lines, as readers of PDF leave them.

use super::{LONGEST_LABEL, head::is_head, lines::Token};
use crate::{
    recognise::hierarchy::{
        cell::{Text, heads_labels, label as label_of},
        levels::marker,
    },
    text::edges::is_surrounding,
};

/// So many lines of one width are cut by it.
const FEW: usize = 3;
/// How much less or more than others a full line may take: a character.
const LEEWAY: usize = 4;
/// How labels end that count something, so that nothing follows.
const ENDS: [char; 5] = ['数', '量', '额', '费', ')'];

/// Puts labels together that go on in lines of their own, each in the place of its first piece.
pub(super) fn join(tokens: &mut [Token]) {
    let end = end(tokens);
    let Some(full) = width_of_column(&tokens[..end]) else {
        return;
    };
    let goes_on_behind = closes_behind_values(&tokens[..end]);
    // The label that is open, the width of its last piece, whether it has values.
    let mut open: Option<(usize, usize, bool)> = None;
    for at in 0..end {
        if is_value(&tokens[at]) {
            open = open.map(|(label, width, _)| (label, width, true));
        }
        let Some(piece) = piece(tokens, at) else {
            continue;
        };
        let (piece, width, valued) = (piece.to_owned(), width(piece), has_values(tokens, at, end));
        let before = open.filter(|&(label, before, filled)| {
            let open = words(&tokens[label]).unwrap_or_default();
            let whole = open.ends_with(ENDS);
            let only_within = label_of(open).0.is_empty();
            (before + LEEWAY > full && goes_on(&piece) || only_within)
                && !(filled
                    && (valued || !goes_on_behind && !only_within && !piece.ends_with(ENDS)))
                && (!whole || piece.chars().count() == 1 || piece.starts_with('('))
        });
        open = Some(match before {
            Some((label, _, filled)) => {
                tokens[at].text = Text::Nothing;
                if let Text::Words(label) = &mut tokens[label].text {
                    label.push_str(&piece);
                }
                (label, width, filled)
            }
            None => (at, width, false),
        });
    }
}

/// Where the lines end that may be a table: at a sentence, or a few lines behind the last value.
fn end(tokens: &[Token]) -> usize {
    let ends = |token: &Token| {
        words(token).is_some_and(|words| {
            words.chars().count() > LONGEST_LABEL || words.ends_with('。') || is_surrounding(words)
        })
    };
    let end = tokens.iter().position(ends).unwrap_or(tokens.len());
    let last = tokens[..end].iter().rposition(is_value);
    last.map_or(0, |last| end.min(last + 1 + FEW))
}

/// Whether labels go on behind the values of their rows, and not only before them.
fn closes_behind_values(tokens: &[Token]) -> bool {
    let bare = (0..tokens.len()).filter(|&at| !has_values(tokens, at, tokens.len()));
    let closes = |&at: &usize| piece(tokens, at).is_some_and(|piece| piece.ends_with(ENDS));
    bare.filter(closes).count() >= FEW
}

fn is_value(token: &Token) -> bool {
    matches!(token.text, Text::Value(_))
}

/// Whether values follow a piece before the next one.
fn has_values(tokens: &[Token], at: usize, end: usize) -> bool {
    let next = (at + 1..end).take_while(|&at| piece(tokens, at).is_none());
    next.into_iter().any(|at| is_value(&tokens[at]))
}

/// How wide a column is that cuts labels: no piece is wider, and several that go on are as wide.
fn width_of_column(tokens: &[Token]) -> Option<usize> {
    let last = tokens.iter().rposition(is_value)?;
    let all: Vec<&str> = tokens.iter().filter_map(words).collect();
    let cut = all
        .windows(2)
        .filter(|two| goes_on(two[1]))
        .map(|two| two[0]);
    let pieces = tokens[..last].iter().filter_map(words);
    let most = pieces
        .filter(|piece| !names_column(piece))
        .map(width)
        .max()?;
    let full = cut.filter(|piece| width(piece) + LEEWAY > most && !piece.ends_with(ENDS));
    (full.count() >= FEW).then_some(most)
}

/// A piece of a label: words, or a unit beside another one or behind a value: `现场接待` above `人数`.
fn piece(tokens: &[Token], at: usize) -> Option<&str> {
    let beside = || {
        let next = tokens.get(at + 1).map(|token| &token.text);
        let before = at.checked_sub(1).map(|before| &tokens[before].text);
        matches!(next, Some(Text::Unit(_))) || matches!(before, Some(Text::Value(_)))
    };
    match &tokens[at].text {
        Text::Words(words) => Some(words),
        Text::Unit(unit) if beside() => Some(unit),
        _ => None,
    }
}

fn words(token: &Token) -> Option<&str> {
    match &token.text {
        Text::Words(words) => Some(words),
        _ => None,
    }
}

/// Whether a piece may be the rest of a label.
fn goes_on(piece: &str) -> bool {
    marker(piece).is_none() && !label_of(piece).1 && !names_column(piece)
}

fn names_column(piece: &str) -> bool {
    is_head(piece) || heads_labels(piece)
}

/// How wide a text is shown, in halves of a character.
fn width(text: &str) -> usize {
    let narrow = |c: char| c.is_ascii_alphanumeric() || ".“”".contains(c);
    text.chars().map(|c| if narrow(c) { 1 } else { 2 }).sum()
}
