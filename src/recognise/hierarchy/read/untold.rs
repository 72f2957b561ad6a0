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

/// The head that a list of indicators does without: it stands under a title, or is long, and each of its first rows has
/// as many values.
pub(super) fn untold(tokens: &[Token], at: usize) -> Option<Head> {
    const ABOVE: usize = 3;
    /// How far above a row the head of a list may stand that has several columns, glued.
    const FAR: usize = 120;
    const MANY_ROWS: usize = 12;
    const MOST_TOKENS: usize = 6;
    let titles = |token: &Token| matches!(&token.text, Text::Words(words) if is_title(words));
    let titled = tokens[at.saturating_sub(ABOVE)..at].iter().any(titles);
    let least = if titled { LEAST_ROWS } else { MANY_ROWS };
    let listed = &tokens[at..tokens.len().min(at + MOST_TOKENS * least)];
    let columns = listed
        .iter()
        .skip(1)
        .skip_while(|token| !matches!(token.text, Text::Value(_)));
    let columns = columns.take_while(|token| !matches!(token.text, Text::Words(_)));
    let counts: Vec<Option<usize>> = columns.filter_map(counted).collect();
    let first = at
        .checked_sub(1)
        .and_then(|before| counted(&tokens[before])?);
    let counts_on = first.is_some_and(|first| counts.last() == Some(&Some(first + 1)));
    let columns = counts.len() - usize::from(counts_on);
    let head = Head {
        tokens: 0,
        values: vec![String::new(); columns],
        code: if counts_on {
            Code::BeforeLabels
        } else {
            Code::None
        },
    };
    let begins = matches!(tokens[at].text, Text::Words(_)) && !titles(&tokens[at]);
    let names = |two: &[Token], is: [fn(&str) -> bool; 2]| {
        let words = |at: usize| matches!(&two[at].text, Text::Words(words) if is[at](words));
        words(0) && words(1)
    };
    let first = listed
        .iter()
        .position(|token| matches!(token.text, Text::Value(_)));
    if listed[..first?]
        .windows(2)
        .any(|two| names(two, [heads_labels, is_head]))
    {
        return None;
    }
    let several =
        |token: &Token| matches!(&token.text, Text::Words(words) if words.contains("累计"));
    if !begins || !(1..=MOST_COLUMNS).contains(&columns) {
        return None;
    }
    // What stands above the list's own title is another's.
    let above = &tokens[at.saturating_sub(FAR)..=at];
    let mut own = above.iter().rev().take_while(|token| !titles(token));
    if columns == 1 && own.any(several) {
        return None;
    }
    let (lines, _) = rows(listed, &head);
    let valued = || lines.iter().filter(|line| !line.values.is_empty());
    let full = valued()
        .take(least)
        .all(|line| line.values.iter().all(Option::is_some));
    (valued().count() >= least && full).then_some(head)
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
