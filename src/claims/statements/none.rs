//! Statements that there was none (N210): 未收到政府信息公开申请, 未发生行政复议、行政诉讼, 无结转下年.

use crate::{
    claims::{
        links::fact_evidence,
        reading::page::{Page, Prose, any, finding},
        statements::{place, statement},
    },
    facts::Facts,
    rule::{Check, Severity},
    text::{
        Number,
        number::plain,
        words::{Words, is_counted, without},
    },
};
use Says::{CarriedIn, CarriedOut, Documents, Lawsuits, Nothing, Requests, Reviews};
use std::sync::LazyLock;

/// Words that say that there was none.
#[rustfmt::skip]
const NONE: &[&str] = &[
    "没有发生", "没有出现", "没有产生", "没有收到", "没有接到", "没有受理", "没有", "尚未收到", "未曾收到",
    "从未收到", "未发生", "未出现", "未产生", "未引发", "未收到", "未接到", "未接收到", "未受理", "未制定",
    "未制发", "未出台", "不存在", "未因", "暂无", "无",
];
/// What makes such a word part of another.
const JOINED: &[char] = &[
    '如', '若', '因', '对', '除', '凡', '应', '毫', '并', '有', '从',
];
/// Bodies that may have figures of their own beside the table's.
#[rustfmt::skip]
const PARTS: &[&str] = &[
    "各", "部门", "乡镇", "直属", "所属", "本级", "办公室", "政府办", "上半年", "下半年", "季度", "月份",
    "累计", "历年", "以来", "其中", "提案", "建议", "热线",
];
/// Bodies that the report may be about.
#[rustfmt::skip]
const BODIES: &[&str] = &[
    "局", "委", "办", "镇", "乡", "街道", "中心", "大队", "院", "所", "县", "区", "市",
];
/// How a body speaks of itself.
#[rustfmt::skip]
const OWN: &[&str] = &[
    "我局", "本局", "我委", "本委", "我办", "本办", "我镇", "本镇", "我乡", "本乡", "我街道", "本街道",
    "我街", "本单位", "我单位", "本机关", "我机关", "我中心", "本中心", "我县", "我区", "我市", "全县",
    "全区", "全市", "全局", "全镇", "全乡", "我院", "我所", "办理", "局机关", "市场",
];

/// What a word of the clause says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    Nothing,
    Requests,
    Reviews,
    Lawsuits,
    Documents,
    CarriedIn,
    CarriedOut,
}

/// The words that the clause after it may consist of; the longest that fits is taken.
#[rustfmt::skip]
const WORDS: &[(&str, Says)] = &[
    ("依申请公开", Requests), ("政府信息公开申请", Requests), ("信息公开申请", Requests),
    ("公开政府信息的申请", Requests), ("公开信息的申请", Requests), ("申请公开", Requests),
    ("申请", Requests), ("申请人", Nothing), ("行政复议", Reviews), ("复议", Reviews), ("行政诉讼", Lawsuits),
    ("诉讼", Lawsuits), ("行政规范性文件", Documents), ("规范性文件", Documents), ("上年度结转", CarriedIn),
    ("上年结转", CarriedIn), ("上一年度结转", CarriedIn), ("结转下年度", CarriedOut),
    ("结转下年", CarriedOut), ("下年度结转", CarriedOut), ("结转至下年度", CarriedOut),
    ("结转下一年度", CarriedOut), ("继续办理", Nothing), ("办理", Nothing), ("政府信息公开工作", Nothing),
    ("政府信息公开", Nothing), ("政府信息", Nothing), ("信息公开", Nothing), ("公开", Nothing),
    ("信息", Nothing), ("工作", Nothing), ("公民", Nothing), ("法人", Nothing), ("其他组织", Nothing),
    ("其它组织", Nothing), ("自然人", Nothing), ("任何", Nothing), ("单位", Nothing), ("个人", Nothing),
    ("群众", Nothing), ("提出", Nothing), ("提交", Nothing), ("要求", Nothing), ("有关", Nothing),
    ("相关", Nothing), ("事项", Nothing), ("请求", Nothing), ("情况", Nothing), ("情形", Nothing),
    ("事件", Nothing), ("案件", Nothing), ("案", Nothing), ("件", Nothing), ("举报", Nothing),
    ("投诉", Nothing), ("申诉", Nothing), ("信访", Nothing), ("被", Nothing), ("提起", Nothing),
    ("引发", Nothing), ("引起", Nothing), ("产生", Nothing), ("发生", Nothing), ("导致", Nothing),
    ("收到", Nothing), ("接到", Nothing), ("受理", Nothing), ("因", Nothing), ("而", Nothing),
    ("的", Nothing), ("或者", Nothing), ("或", Nothing), ("和", Nothing), ("及", Nothing), ("以及", Nothing),
    ("与", Nothing), ("、", Nothing), ("等", Nothing), ("类", Nothing), ("过", Nothing), ("书面", Nothing),
    ("新", Nothing), ("新的", Nothing),
];

/// Both lists by their first characters.
static KNOWN_NONE: LazyLock<Words> = LazyLock::new(|| Words::new(NONE.iter().copied()));
static KNOWN: LazyLock<Words> = LazyLock::new(|| Words::new(WORDS.iter().map(|(word, _)| *word)));

/// Checks such statements of all passages.
pub(in crate::claims) fn check(prose: &Prose, facts: &Facts, checks: &mut Vec<Check>) {
    for page in &prose.pages {
        if !page.glance.may_have("无")
            && !page.glance.may_have("未")
            && !any(page.text(), &["没有", "不存在"])
        {
            continue;
        }
        let mut from = 0;
        for sentence in page.text().split_inclusive(['。', ';', '!', '?']) {
            let mut start = 0;
            for clause in sentence.split_inclusive([',', '。', ';', '(', ')', ':']) {
                let told = said(clause).and_then(|said| {
                    let before = &sentence[..start + said.at];
                    judge(page, from + start, &said, before, prose.year, facts)
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
    let fits = documents == what.contains(&Documents) && !what.is_empty();
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
        .filter(|(_, character)| "没尚未从不暂无".contains(*character))
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
        if says != Nothing && !found.contains(&says) {
            found.push(says);
        }
    }
    Some(found)
}

/// Whether the words say no more than reviews or lawsuits about disclosure.
pub(in crate::claims) fn cases(text: &str) -> bool {
    words(text).is_some_and(|what| what.contains(&Reviews) || what.contains(&Lawsuits))
}

/// The cells that must be nought; nothing where the words say more than one thing.
fn cells(what: &[Says]) -> Option<Vec<&'static str>> {
    let cases: Vec<&str> = what
        .iter()
        .flat_map(|says| match says {
            Reviews => &["t4.review.total"][..],
            Lawsuits => &["t4.direct.total", "t4.after_review.total"][..],
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
        .filter(|says| *says != Requests)
        .collect();
    match said[..] {
        [] => Some(vec!["t3.new.total"]),
        [CarriedIn] => Some(vec!["t3.carried_in.total"]),
        [CarriedOut] => Some(vec!["t3.carried_out.total"]),
        [Documents] => Some(vec!["t2.normative.made"]),
        _ => None,
    }
}

fn judge(
    page: &Page,
    from: usize,
    said: &Said,
    before: &str,
    year: Option<u16>,
    facts: &Facts,
) -> Option<Check> {
    let cells = cells(&said.what)?;
    let scope = without(before, OWN);
    let about = any(&said.rest, &["公开", "结转"])
        || any(&page.heading, &["申请", "复议"])
        || any(before, &["信息公开", "依申请"]);
    if any(&scope, PARTS) || foreign(before, year) {
        return None;
    }
    let mut sum = Number::ZERO;
    for cell in &cells {
        if facts.get(cell)?.inferred {
            return None;
        }
        sum += facts.in_sum(cell)?;
    }
    let documents = said.what.contains(&Documents);
    let cases = cells[0].starts_with("t4");
    if !about && !cases && !documents && !page.requests {
        return None;
    }
    let sure = !documents && about && (cases || !any(&scope, BODIES));
    let found = (!sum.is_zero()).then(|| contradiction(said, sum, sure));
    let mut evidence = vec![place(page, from, said.word, said.at)];
    evidence.extend(
        cells
            .iter()
            .filter_map(|cell| fact_evidence(facts.get(cell)?)),
    );
    Some(statement(evidence, found))
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
