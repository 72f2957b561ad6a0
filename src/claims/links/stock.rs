//! Rules and normative documents: which cell of table two a number of them means.

use super::meaning::{Meaning, after_last, listed, new};
use crate::{
    claims::{
        cells::value,
        lexicon::{
            Reading,
            cells::STOCK,
            links::{ISSUED, STOCK_APART, STOCK_COLUMNS, STOCK_SCOPES},
        },
        reading::page::{Page, alias, any, has},
    },
    facts::Facts,
    text::words::{last, without},
};

/// Rules and normative documents in force, made, repealed.
pub(super) fn stock(page: &Page, at: usize) -> Option<Meaning> {
    if !matches!(page.mentions[at].unit, "件" | "部" | "个" | "份") {
        return None;
    }
    let text = alias(format!("{}{}", page.label(at), page.tail(at)));
    let kind = if has(&text, "规范性文件") {
        "normative"
    } else if has(&text, "规章") && !has(&text, "规章制度") {
        "rules"
    } else if bare(page, at) {
        "normative"
    } else {
        return None;
    };
    let bare = bare(page, at);
    let wide = if bare {
        page.label(at).to_owned()
    } else {
        page.around(at)
    };
    let act = if any(&wide, &["废止", "失效"]) {
        "repealed"
    } else if any(&wide, &["现行有效", "有效", "对外公开总数"])
        || !bare && has(clause_start(page, at), "现行有效")
    {
        "valid"
    } else if has(&wide, "新公开") {
        "published"
    } else if any(&wide, &["制发", "制定", "出台", "印发", "新制作", "制作"]) {
        "made"
    } else {
        return None;
    };
    let readings: Vec<Reading> = STOCK
        .iter()
        .filter(|(k, a, _)| *k == kind && *a == act)
        .map(|&(_, _, reading)| reading)
        .collect();
    new(
        format!("{kind}-{act}"),
        &readings,
        (act == "valid" || issued(page, at)) && whole(page, at) && !bare,
    )
}

/// Whether a number has only the words of its column, and its sentence names normative documents before any number:
/// `公布行政规范性文件目录,现行有效68件,全年制发9件,废止4件`. It is sure only beside another that is the table's.
fn bare(page: &Page, at: usize) -> bool {
    let label = page.label(at).trim_end_matches(['共', '计', '为', '了']);
    let act = ["全年", "本年", "共", "新"]
        .iter()
        .find_map(|word| label.strip_prefix(word))
        .unwrap_or(label);
    let first = (0..=at).find(|&i| page.same_sentence(i, at)).unwrap_or(at);
    ["现行有效", "制发", "废止"].contains(&act) && has(page.before(first), "规范性文件")
}

/// Whether nothing makes the number one of other documents, or of some of them.
fn whole(page: &Page, at: usize) -> bool {
    !any(&page.around(at), STOCK_APART) && !listed(page, at)
}

/// Whether a number is plainly the table's count of documents, in the words of its columns: 制发行政规范性文件9件.
fn issued(page: &Page, at: usize) -> bool {
    let label = page.label(at).trim_end_matches(['共', '计', '为', '了']);
    ISSUED.iter().any(|words| label.ends_with(words)) && !scoped(page, at)
}

/// Whether the clause widens or narrows whose documents it speaks of.
fn scoped(page: &Page, at: usize) -> bool {
    any(&without(page.wide(at), STOCK_COLUMNS), STOCK_SCOPES)
}

/// Whether the sentence gives another number of the same documents as the table has it, so that it speaks of the same:
/// `制定行政规范性文件11件,现行有效42件`.
pub(super) fn beside(page: &Page, at: usize, meaning: &Meaning, facts: &Facts) -> bool {
    let Some((kind, _)) = meaning.name.split_once('-').filter(|_| whole(page, at)) else {
        return false;
    };
    let near = at.saturating_sub(2)..(at + 3).min(page.mentions.len());
    let fits = |i: usize| {
        let other = stock(page, i).filter(|other| {
            other.name != meaning.name && other.name.starts_with(kind) && whole(page, i)
        });
        let known = |reading: &Reading| value(facts, reading.cells);
        other.is_some_and(|other| {
            other.readings.iter().find_map(known) == Some(page.mentions[i].value)
        })
    };
    matches!(kind, "normative" | "rules")
        && !scoped(page, at)
        && near
            .filter(|&i| i != at && page.same_sentence(i.min(at), i.max(at)))
            .any(fits)
}

/// The words before a mention in its sentence, at most 60 characters, earlier items of its list included.
fn clause_start(page: &Page, at: usize) -> &str {
    let piece = after_last(
        &page.text()[..page.mentions[at].range.start],
        &['。', ';', '!', '?'],
    );
    last(piece, 60)
}
