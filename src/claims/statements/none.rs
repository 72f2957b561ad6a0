//! Statements that there was none (N210): 未收到政府信息公开申请, 未发生行政复议、行政诉讼, 无结转下年.

use crate::{
    claims::{
        Context,
        lexicon::{
            Says,
            none::{NONE, OWN, PARTS, WHEN, WORDS},
        },
        links::of_year,
        reading::{
            own::own_name,
            page::{Page, any, finding, has},
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

/// What stands before 无结转 where nothing was carried in.
const LAST_YEAR: [&str; 4] = ["上年", "上年度", "上一年度", "上一年"];

/// How a clause ends that limits what the one behind it says.
const LIMITS: [char; 7] = ['面', '外', '内', '间', '中', '后', '时'];

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
                    let before = &sentence[..start + said.from];
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
    /// Where the statement begins: before the word, where the year stands there, `上年无结转申请`.
    from: usize,
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
    let last = LAST_YEAR.iter().find(|year| clause[..at].ends_with(**year));
    let (from, rest) = match last.filter(|_| rest.starts_with("结转")) {
        Some(year) => (at - year.len(), format!("上年{rest}")),
        None => (at, rest.to_owned()),
    };
    let what = words(&rest)?;
    let documents = ["未制定", "未制发", "未出台"].contains(&word);
    let fits = documents == what.contains(&Says::Documents) && !what.is_empty();
    fits.then_some(Said {
        word,
        at,
        from,
        rest,
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
    let plain = unowned(before, context);
    let about = any(&said.rest, &["公开", "结转"])
        || any(&page.heading, &["申请", "复议"])
        || any(before, &["信息公开", "依申请"]);
    if any(&plain, PARTS) || some(before) || foreign(&plain) {
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
    // 收到申请35件,…学校未收到申请: where the number stands, too, one of several may be meant.
    let mut counts = page.mentions.iter().filter(|one| one.is_count());
    let stated = counts.any(|one| one.value == sum);
    let severity = if stated || !of_all(&plain, context.body) || one_kind(&said.rest) {
        Severity::Notice
    } else if documents || !about {
        Severity::Warning
    } else {
        Severity::Error
    };
    let found = (!sum.is_zero()).then(|| contradiction(said, sum, severity));
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

/// What stands before, without the body, as it speaks of itself, and without the year.
fn unowned(before: &str, context: &Context<'_>) -> String {
    let mut plain = without(&without(before, WHEN), &[context.body]);
    plain = without(&plain, OWN);
    if let Some(name) = own_name(&plain, context.body) {
        plain = plain.replace(&name, "");
    }
    let Some(year) = context.year else {
        return plain;
    };
    without(&plain, &[&format!("{year}年"), &year.to_string()])
}

/// Whether the words before speak of another year, or of some months.
fn foreign(plain: &str) -> bool {
    is_counted(plain, '年') || is_counted(plain, '月') || any(plain, &["上年", "去年", "往年"])
}

/// Whether nothing stands before that it could be said of but the whole: no part, as in 开发区未发生, and no matter, as in
/// 在收费方面,未发生.
fn of_all(plain: &str, body: &str) -> bool {
    let mut clauses = plain.rsplit([',', ';', '。', ':', '(', ')']);
    let (last, before) = (clauses.next(), clauses.next());
    let matter = before.filter(|before| last == Some("") && before.ends_with(LIMITS));
    let mut said = [last, matter].into_iter().flatten();
    said.all(|clause| has(body, clause) || words(clause).is_some())
}

/// Whether requests of one kind of applicants alone are spoken of.
fn one_kind(rest: &str) -> bool {
    any(rest, &["自然人", "公民", "个人"]) != any(rest, &["法人", "组织"])
}

fn contradiction(said: &Said, sum: Number, severity: Severity) -> crate::rule::Finding {
    let (text, sum) = (format!("{}{}", said.word, said.rest), plain(sum));
    let (zh, en) = match severity {
        Severity::Error => ("。", "."),
        _ => (
            "；统计范围可能不同，请核对。",
            "; the two may differ in scope.",
        ),
    };
    finding(
        severity,
        format!("正文称“{text}”，而表格为 {sum} 件{zh}"),
        format!("The text says that there were none (“{text}”), but the table has {sum}{en}"),
        None,
    )
}
