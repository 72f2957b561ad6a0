//! Statements that there was none (N210): 未收到政府信息公开申请, 未发生行政复议、行政诉讼, 无结转下年.

use crate::{
    claims::{
        Context,
        lexicon::{
            Says,
            none::{BODIES, NONE, OWN, PARTS, WORDS},
        },
        links::of_year,
        reading::{
            page::{Page, any, finding},
            prose::Prose,
        },
        statements::{place, statement},
    },
    facts::{Fact, Facts},
    forms::READS_OLDER,
    rule::{Check, Severity},
    text::{
        Number,
        number::plain,
        words::{Words, is_counted, without},
    },
};
use std::sync::LazyLock;

/// What makes such a word part of another.
const JOINED: &[char] = &[
    '如', '若', '因', '对', '除', '凡', '应', '毫', '并', '有', '从',
];

/// Cells, and the items of the form of 2014 that count the same.
const OLDER: [(&str, &str); 3] = [
    ("t3.new.total", "f2014.3.1"),
    ("t4.review.total", "f2014.4"),
    ("t4.direct.total", "f2014.5"),
];

/// Both lists by their first characters.
static KNOWN_NONE: LazyLock<Words> = LazyLock::new(|| Words::new(NONE.iter().copied()));
static KNOWN: LazyLock<Words> = LazyLock::new(|| Words::new(WORDS.iter().map(|(word, _)| *word)));

/// Checks such statements of all passages.
pub(in crate::claims) fn check(prose: &Prose, context: &Context<'_>, checks: &mut Vec<Check>) {
    for page in &prose.pages {
        if !page.says(&["无", "未", "没有", "不存在"]) {
            continue;
        }
        let mut from = 0;
        for sentence in page.text().split_inclusive(['。', ';', '!', '?']) {
            let mut start = 0;
            for clause in sentence.split_inclusive([',', '。', ';', '(', ')', ':']) {
                let told = said(clause).and_then(|said| {
                    let before = &sentence[..start + said.at];
                    judge(page, from + start, &said, before, context)
                });
                checks.extend(told);
                start += clause.len();
            }
            from += sentence.len();
        }
    }
}

/// What a clause says that there was none of.
struct Said {
    word: &'static str,
    at: usize,
    rest: String,
    what: Vec<Says>,
}

fn said(clause: &str) -> Option<Said> {
    let (word, at) = none(clause)?;
    if clause[..at].ends_with(JOINED) {
        return None;
    }
    let rest =
        clause[at + word.len()..].trim_end_matches([',', '。', ';', '(', ')', ':', '!', '?']);
    let what = words(rest)?;
    let documents = ["未制定", "未制发", "未出台"].contains(&word);
    let fits = documents == what.contains(&Says::Documents) && !what.is_empty();
    fits.then(|| Said {
        word,
        at,
        rest: rest.to_owned(),
        what,
    })
}

/// The first word of a clause that says that there was none, the longest of those that begin there.
fn none(clause: &str) -> Option<(&'static str, usize)> {
    clause
        .char_indices()
        .filter(|(_, character)| {
            matches!(character, '没' | '尚' | '未' | '从' | '不' | '暂' | '无')
        })
        .find_map(|(at, _)| {
            let (_, word) = KNOWN_NONE.longest(&clause[at..])?;
            Some((word, at))
        })
}

/// What the words say, if they are known words alone.
fn words(text: &str) -> Option<Vec<Says>> {
    let mut rest = text;
    let mut found = Vec::new();
    while !rest.is_empty() {
        let (at, word) = KNOWN.longest(rest)?;
        let says = WORDS[at].1;
        rest = &rest[word.len()..];
        if says != Says::Nothing && !found.contains(&says) {
            found.push(says);
        }
    }
    Some(found)
}

/// Whether the words say no more than reviews or lawsuits about disclosure.
pub(in crate::claims) fn cases(text: &str) -> bool {
    words(text).is_some_and(|what| what.contains(&Says::Reviews) || what.contains(&Says::Lawsuits))
}

/// The cells that must be nought; nothing where the words say more than one thing.
fn cells(what: &[Says]) -> Option<Vec<&'static str>> {
    let cases: Vec<&str> = what
        .iter()
        .flat_map(|says| match says {
            Says::Reviews => &["t4.review.total"][..],
            Says::Lawsuits => &["t4.direct.total", "t4.after_review.total"][..],
            _ => &[],
        })
        .copied()
        .collect();
    if !cases.is_empty() {
        return Some(cases);
    }
    let said: Vec<Says> = what
        .iter()
        .copied()
        .filter(|says| *says != Says::Requests)
        .collect();
    match said[..] {
        [] => Some(vec!["t3.new.total"]),
        [Says::CarriedIn] => Some(vec!["t3.carried_in.total"]),
        [Says::CarriedOut] => Some(vec!["t3.carried_out.total"]),
        [Says::Documents] => Some(vec!["t2.normative.made"]),
        _ => None,
    }
}

fn judge(
    page: &Page,
    from: usize,
    said: &Said,
    before: &str,
    context: &Context<'_>,
) -> Option<Check> {
    let cells = cells(&said.what)?;
    let facts = context.facts;
    let named = without(before, &[context.body]);
    let scope = without(&named, OWN);
    let about = any(&said.rest, &["公开", "结转"])
        || any(&page.heading, &["申请", "复议"])
        || any(before, &["信息公开", "依申请"]);
    if any(&scope, PARTS) || some(before) || foreign(before, context.year) {
        return None;
    }
    let mut sum = Number::ZERO;
    let (cases, cells) = (cells[0].starts_with("t4"), printed(&cells, facts)?);
    for cell in &cells {
        if cell.inferred {
            return None;
        }
        sum += cell.in_sum()?;
    }
    let documents = said.what.contains(&Says::Documents);
    if !about && !cases && !documents && !page.requests {
        return None;
    }
    let sure = !documents && about && (cases || !any(&scope, BODIES));
    let stated = page
        .mentions
        .iter()
        .any(|one| one.is_count() && one.value == sum);
    let mut found = (!sum.is_zero()).then(|| contradiction(said, sum, sure));
    // 收到申请35件,…学校未收到申请: where the number stands, too, one of several may be meant.
    if let Some(found) = found.as_mut().filter(|_| stated) {
        found.severity = Severity::Notice;
    }
    let mut evidence = vec![place(page, from, said.word, said.at)];
    evidence.extend(cells.iter().filter_map(|cell| cell.evidence()));
    Some(statement(evidence, found))
}

/// The cells themselves, or the items of an older form that say the same.
fn printed<'a>(cells: &[&str], facts: &'a Facts) -> Option<Vec<&'a Fact>> {
    if facts.get(cells[0]).is_some() {
        return cells.iter().map(|cell| facts.get(cell)).collect();
    }
    let older = |cell: &&str| {
        let mut items = OLDER.iter().filter(|(said, _)| said == cell);
        let (_, item) = items.next().filter(|_| READS_OLDER)?;
        of_year(facts, item)
    };
    let found: Vec<&Fact> = cells.iter().filter_map(older).collect();
    // Of lawsuits the older forms have one number.
    let all = cells.iter().filter(|cell| !cell.starts_with("t4.after"));
    (found.len() == all.count()).then_some(found)
}

/// Whether the words before speak of so many bodies: 17家全年无申请.
fn some(before: &str) -> bool {
    let clause = before.rsplit([',', ';', '。', ':']).next();
    clause.is_some_and(|clause| ['家', '个'].iter().any(|&unit| is_counted(clause, unit)))
}

/// Whether the words before speak of another year, or of some months.
fn foreign(before: &str, year: Option<u16>) -> bool {
    let now = year.map(|year| format!("{year}年")).unwrap_or_default();
    let mut rest = before.replace("12月31日", "").replace("1月1日", "");
    if !now.is_empty() {
        rest = rest.replace(&now, "");
    }
    is_counted(&rest, '年') || is_counted(&rest, '月') || any(&rest, &["上年", "去年", "往年"])
}

fn contradiction(said: &Said, sum: Number, sure: bool) -> crate::rule::Finding {
    let (text, sum) = (format!("{}{}", said.word, said.rest), plain(sum));
    let (severity, zh, en) = if sure {
        (Severity::Error, "。", ".")
    } else {
        (
            Severity::Warning,
            "；统计范围可能不同，请核对。",
            "; the two may differ in scope.",
        )
    };
    finding(
        severity,
        format!("正文称“{text}”，而表格为 {sum} 件{zh}"),
        format!("The text says that there were none (“{text}”), but the table has {sum}{en}"),
        None,
    )
}
