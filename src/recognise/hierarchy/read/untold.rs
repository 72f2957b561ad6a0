//! Lists of indicators that have no head.

use super::{
    MOST_COLUMNS,
    head::{Code, Head, is_head},
    lines::{Token, count, rows},
};
use crate::recognise::hierarchy::{
    cell::{Text, heads_labels},
    sheet::LEAST_ROWS,
};

/// How far above a row the title of its list may stand.
const ABOVE: usize = 3;
/// How far above a row the head of a list may stand that has several columns, glued.
const FAR: usize = 120;
/// How many rows a list without a title has at least.
const MANY_ROWS: usize = 12;
/// How many tokens a row has at most.
const MOST_TOKENS: usize = 6;

/// The head that a list of indicators does without: it stands under a title, or is long, and each of its first rows has
/// as many values.
pub(super) fn untold(tokens: &[Token], at: usize) -> Option<Head> {
    let titled = tokens[at.saturating_sub(ABOVE)..at].iter().any(is_titled);
    let least = if titled { LEAST_ROWS } else { MANY_ROWS };
    let listed = &tokens[at..tokens.len().min(at + MOST_TOKENS * least)];
    let first = listed.iter().position(is_value)?;
    let headed = |two: &[Token]| is_words(&two[0], heads_labels) && is_words(&two[1], is_head);
    if listed[..first].windows(2).any(headed) {
        return None;
    }
    let head = as_listed(tokens, at, &listed[first.max(1)..]);
    let columns = head.values.len();
    let begins = is_words(&tokens[at], |words| !is_title(words));
    if !begins || !(1..=MOST_COLUMNS).contains(&columns) {
        return None;
    }
    // What stands above the list's own title is another's.
    let above = &tokens[at.saturating_sub(FAR)..=at];
    let mut own = above.iter().rev().take_while(|token| !is_titled(token));
    let several = |token: &Token| is_words(token, |words| words.contains("累计"));
    if columns == 1 && own.any(several) {
        return None;
    }
    let (lines, _) = rows(listed, &head);
    let valued = || lines.iter().filter(|line| !line.values.is_empty());
    let mut firsts = valued().take(least);
    let full = firsts.all(|line| line.values.iter().all(Option::is_some));
    (valued().count() >= least && full).then_some(head)
}

/// The head of as many columns as the first row has values; the last of them may count on from the number before the row.
fn as_listed(tokens: &[Token], at: usize, values: &[Token]) -> Head {
    let values = values.iter().take_while(|token| !is_words(token, |_| true));
    let counts: Vec<Option<usize>> = values.filter_map(counted).collect();
    let before = at.checked_sub(1).and_then(|at| counted(&tokens[at])?);
    let counts_on = before.is_some_and(|before| counts.last() == Some(&Some(before + 1)));
    Head {
        tokens: 0,
        values: vec![String::new(); counts.len() - usize::from(counts_on)],
        code: match counts_on {
            true => Code::BeforeLabels,
            false => Code::None,
        },
    }
}

fn is_words(token: &Token, is: impl Fn(&str) -> bool) -> bool {
    matches!(&token.text, Text::Words(words) if is(words))
}

fn is_value(token: &Token) -> bool {
    matches!(token.text, Text::Value(_))
}

/// Whether a token is a title.
fn is_titled(token: &Token) -> bool {
    is_words(token, is_title)
}

/// Whether a line is the title of a table or of an appendix.
fn is_title(words: &str) -> bool {
    const LONGEST: usize = 40;
    let bare = words.trim_end_matches(['。', ':', '：']);
    words.chars().count() <= LONGEST
        && (bare.ends_with('表') || bare.contains("统计") || bare.starts_with('附'))
}

/// What a token counts, where it is a value.
fn counted(token: &Token) -> Option<Option<usize>> {
    match &token.text {
        Text::Value(held) => Some(count(held)),
        _ => None,
    }
}
