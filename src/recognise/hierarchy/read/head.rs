//! The head of a table: what it calls its columns.

use super::{MOST_COLUMNS, lines::Token};
use crate::{
    document::Document,
    recognise::hierarchy::cell::{CODE_HEADS, Text, UNIT_HEADS, heads_labels},
    text::{Span, folded::fold_str},
};

/// How the head of a column of values reads.
pub(super) const VALUE_HEADS: [&str; 17] = [
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
    "年度数",
    "本年数",
    "数据",
    "年数",
    "本期数",
    "上年",
    "同比",
];
/// The longest head of a column, in letters.
const LONGEST_HEAD: usize = 12;

/// The most names of columns, or pieces of them, that a head is looked through for.
const MOST_NAMES: usize = 8;

/// The head of a table.
pub(super) struct Head {
    pub(super) tokens: usize,
    pub(super) values: Vec<String>,
    pub(super) code: Code,
}

impl Head {
    /// The places of its columns in another head that has them all.
    pub(super) fn of(&self, other: &Self) -> Option<Vec<usize>> {
        let place = |name: &String| other.values.iter().position(|own| own == name);
        self.values.iter().map(place).collect()
    }
}

/// Where the numbers stand that count the rows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Code {
    None,
    BeforeLabels,
    BehindLabels,
}

/// Reads a head that begins here: labels, units, codes and one to three columns of values. A name that is none may have
/// its second half in the next line: `计量` above `单位`.
pub(super) fn head(tokens: &[Token]) -> Option<Head> {
    let words = |token: &Token| match &token.text {
        Text::Words(words) => Some(words.clone()),
        Text::Unit(unit) => Some(unit.clone()),
        _ => None,
    };
    let counts = |name: &String| CODE_HEADS.contains(&name.as_str());
    let counted = tokens
        .first()
        .and_then(words)
        .is_some_and(|name| counts(&name));
    let before = usize::from(counted);
    let (mut taken, mut end) = (before, before);
    let mut names: Vec<String> = Vec::new();
    while taken < before + MOST_NAMES {
        let Some(mut name) = tokens.get(taken).and_then(words) else {
            break;
        };
        let is_known = if names.is_empty() {
            heads_labels
        } else {
            is_head
        };
        let fits =
            |name: &str| is_known(name) && without_note(name).chars().count() <= LONGEST_HEAD;
        taken += 1;
        if !fits(&name) {
            let rest = tokens.get(taken).and_then(words);
            let Some(rest) = rest.filter(|_| !names.is_empty() && !heads_labels(&name)) else {
                break;
            };
            name += &rest;
            taken += 1;
            if !fits(&name) {
                break;
            }
        }
        names.push(name);
        end = taken;
    }
    let code = match (counted, names.iter().any(counts)) {
        (true, _) => Code::BeforeLabels,
        (false, true) => Code::BehindLabels,
        (false, false) => Code::None,
    };
    let is_value = |name: &String| !counts(name) && !UNIT_HEADS.contains(&name.as_str());
    let values: Vec<String> = names.into_iter().skip(1).filter(is_value).collect();
    (1..=MOST_COLUMNS).contains(&values.len()).then_some(Head {
        tokens: end,
        values,
        code,
    })
}

/// Whether the words of a line are the head of a table, one a column.
pub(super) fn is_head_line(words: &[Span], document: &Document) -> bool {
    let names = words.iter().map(|&span| fold_str(document.quote(span)));
    let mut names = names.skip_while(|name| CODE_HEADS.contains(&name.as_str()));
    let first = names.next();
    words.len() > 1
        && first.is_some_and(|name| heads_labels(&name))
        && names.all(|name| is_head(&name) || heads_labels(&name))
}

/// Whether a word heads a column that holds no labels.
pub(super) fn is_head(name: &str) -> bool {
    UNIT_HEADS.contains(&name)
        || CODE_HEADS.contains(&name)
        || VALUE_HEADS
            .iter()
            .any(|word| without_note(name).ends_with(word))
        || name.starts_with("20") && name.ends_with('年')
}

/// The name of a column without what brackets behind it say: `历年累计（2008年5月1日起）`.
fn without_note(name: &str) -> &str {
    let open = name.strip_suffix(')').and_then(|name| name.rfind('('));
    open.map_or(name, |at| &name[..at])
}
