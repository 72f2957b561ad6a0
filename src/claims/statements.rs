//! Statements without numbers that the tables can contradict (N210).

use super::{
    links::fact_evidence,
    page::{Page, Prose, any, finding},
    roles::requests,
    rules,
};
use crate::{
    facts::Facts,
    rule::{Check, Evidence, Finding, Severity, Verdict},
    text::{Number, number::plain},
};

/// All requests were dealt with.
const ALL_DONE: &[&str] = &[
    "全部办结",
    "均已办结",
    "全部办理完毕",
    "均已办理完毕",
    "均办结",
    "全部按时办结完毕",
];
/// Words that limit such a statement.
const LIMITS: &[&str] = &[
    "期限", "时限", "按时", "按期", "结转", "顺延", "除", "应", "其余", "上年", "其中", "截至",
    "截止", "到期",
];
/// Words that say that nothing happened.
const NONE: &[&str] = &[
    "未发生",
    "没有发生",
    "未出现",
    "没有出现",
    "无",
    "没有",
    "未产生",
    "未引发",
    "未收到",
];

/// Checks the statements of all passages.
pub(super) fn check(prose: &Prose, facts: &Facts, checks: &mut Vec<Check>) {
    for page in &prose.pages {
        let mut from = 0;
        for sentence in page.text().split_inclusive(['。', ';', '!', '?']) {
            if requests(page) && sentence.contains("申请") {
                checks.extend(all_done(page, from, sentence, facts));
            }
            checks.extend(none_received(page, from, sentence, facts));
            if page.litigation {
                checks.extend(nothing(page, from, sentence, facts));
            }
            from += sentence.len();
        }
    }
}

/// A statement against the tables: what is found wrong with it, or that it holds.
fn statement(evidence: Vec<Evidence>, finding: Option<Finding>) -> Check {
    let verdict = if finding.is_some() {
        Verdict::Violated
    } else {
        Verdict::Holds
    };
    Check {
        rule: rules::STATEMENTS_CONTRADICT,
        verdict,
        evidence,
        finding,
        claim: Some("statement"),
    }
}

fn place(page: &Page, from: usize, word: &str, at: usize) -> Evidence {
    Evidence {
        span: page.passage.origin(&(from + at..from + at + word.len())),
        label: word.to_owned(),
        value: None,
    }
}

/// 全部办结, although some are carried over.
fn all_done(page: &Page, from: usize, sentence: &str, facts: &Facts) -> Option<Check> {
    let (word, at) = ALL_DONE
        .iter()
        .find_map(|&word| Some((word, sentence.find(word)?)))?;
    let fact = facts
        .get("t3.carried_out.total")
        .filter(|fact| !fact.inferred)?;
    let left = facts.in_sum("t3.carried_out.total")?;
    if any(sentence, LIMITS) || any(sentence, &["诉求", "留言", "建议", "提案", "工单", "投诉"])
    {
        return None;
    }
    let whole = sentence[..at].contains("申请");
    if !left.is_zero()
        && (!whole || sentence.contains("收到"))
        && !any(sentence, &["所有", "全部办结", "均"])
    {
        return None;
    }
    let found = (!left.is_zero()).then(|| {
        finding(
            Severity::Error,
            format!(
                "正文称“{word}”，而表格结转下年度继续办理 {} 件。",
                plain(left)
            ),
            format!(
                "The text says that all requests were dealt with, but {} are carried over.",
                plain(left)
            ),
            None,
        )
    });
    let evidence = [Some(place(page, from, word, at)), fact_evidence(fact)];
    Some(statement(evidence.into_iter().flatten().collect(), found))
}

/// 未发生行政复议、行政诉讼, although table four is not zero.
fn nothing(page: &Page, from: usize, sentence: &str, facts: &Facts) -> Option<Check> {
    let about = any(sentence, &["信息公开", "依申请"])
        || page.heading.contains("复议")
        || page.heading.contains("申请");
    if !about || !any(sentence, &["复议", "诉讼"]) {
        return None;
    }
    let (word, at) = NONE
        .iter()
        .filter_map(|&word| Some((word, sentence.find(word)?)))
        .min_by_key(|&(_, at)| at)?;
    let rest = &sentence[at + word.len()..];
    let clause = rest.split([',', '。', ';']).next().unwrap_or(rest);
    let ids = named(clause)?;
    let mut sum = Number::ZERO;
    for id in &ids {
        if facts.get(id)?.inferred {
            return None;
        }
        sum += facts.in_sum(id)?;
    }
    let found = (!sum.is_zero()).then(|| {
        finding(
            Severity::Error,
            format!(
                "正文称“{word}{}”，而表格合计为 {} 件。",
                clause.trim_end_matches('。'),
                plain(sum)
            ),
            format!(
                "The text says that there were none, but the table has {}.",
                plain(sum)
            ),
            None,
        )
    });
    let cells = ids
        .iter()
        .filter_map(|id| facts.get(id))
        .filter_map(fact_evidence);
    Some(Check {
        rule: rules::STATEMENTS_CONTRADICT,
        verdict: if found.is_some() {
            Verdict::Violated
        } else {
            Verdict::Holds
        },
        evidence: std::iter::once(place(page, from, word, at))
            .chain(cells)
            .collect(),
        finding: found,
        claim: Some("statement"),
    })
}

/// 未收到政府信息公开申请, although the table has some.
fn none_received(page: &Page, from: usize, sentence: &str, facts: &Facts) -> Option<Check> {
    let words = [
        "未收到政府信息公开申请",
        "未收到依申请公开申请",
        "未收到政府信息依申请公开申请",
        "没有收到政府信息公开申请",
        "无政府信息公开申请",
    ];
    let (word, at) = words
        .iter()
        .find_map(|&word| Some((word, sentence.find(word)?)))?;
    let after = &sentence[at + word.len()..];
    let ends = after.is_empty() || after.starts_with(['。', ',', ';']) || after.starts_with("件");
    let fact = facts
        .get("t3.new.total")
        .filter(|fact| ends && !fact.inferred)?;
    let sum = facts.in_sum("t3.new.total")?;
    let found = (!sum.is_zero()).then(|| {
        finding(
            Severity::Warning,
            format!("正文称“{word}”，而表格本年新收 {} 件；统计范围可能不同，请核对。", plain(sum)),
            format!("The text says that no request was received, the table has {} new ones; the two may differ in scope.", plain(sum)),
            None,
        )
    });
    let evidence = [Some(place(page, from, word, at)), fact_evidence(fact)];
    Some(statement(evidence.into_iter().flatten().collect(), found))
}

/// The totals that a clause such as 因政府信息公开引发的行政复议、行政诉讼案件 speaks of; nothing where it says more.
pub(super) fn named(clause: &str) -> Option<Vec<&'static str>> {
    let mut rest = clause.to_owned();
    let (review, lawsuit) = (clause.contains("复议"), clause.contains("诉讼"));
    for word in [
        "政府信息公开工作",
        "政府信息公开",
        "信息公开",
        "依申请公开",
        "政府信息",
        "公开",
        "行政复议",
        "行政诉讼",
        "复议",
        "诉讼",
        "被申请",
        "被提起",
        "提起",
        "案件",
        "情况",
        "事项",
        "引发",
        "引起",
        "产生",
        "发生",
        "导致",
        "有关",
        "相关",
        "工作",
        "因",
        "而",
        "的",
        "或",
        "和",
        "及",
        "与",
        "、",
        "被",
        "等",
    ] {
        rest = rest.replace(word, "");
    }
    if !rest.is_empty() {
        return None;
    }
    let mut ids = Vec::new();
    if review {
        ids.push("t4.review.total");
    }
    if lawsuit {
        ids.extend(["t4.direct.total", "t4.after_review.total"]);
    }
    (!ids.is_empty()).then_some(ids)
}
