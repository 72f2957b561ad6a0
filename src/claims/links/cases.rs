//! Reviews and lawsuits: which total or outcome of table four a number means.

use super::{
    formal::formal,
    governed::governor,
    meaning::{Meaning, after_last, listed, new},
    scope::{before, unscoped},
};
use crate::{
    claims::{
        cells::value,
        lexicon::{
            cells::{BOTH, LAWSUIT, REVIEW},
            links::{BROUGHT, LAWSUITS, PAIRED, TOGETHER},
        },
        reading::{
            page::{Page, any, clip, has},
            roles::requests,
        },
        statements::none,
    },
    facts::Facts,
    text::words::{rfind, without},
};

/// Words of steps of proceedings, which are counted apart from cases.
const STEPS: [&str; 15] = [
    "一审",
    "二审",
    "再审",
    "答复",
    "应诉",
    "审理",
    "受理",
    "代理",
    "办理",
    "承办",
    "出庭",
    "开庭",
    "撤回",
    "申请撤",
    "收到申请",
];

/// Words that may limit which cases are counted.
const LIMITED: [&str; 11] = [
    "重复",
    "累计",
    "审结",
    "直接",
    "复议后",
    "结案",
    "均",
    "全部",
    "新发生",
    "新增",
    "新收",
];

/// What names a lawsuit after a review, or without one: both speak of lawsuits.
pub(super) const APPEALED: [&str; 2] = ["复议后", "经复议"];

/// The two kinds of cases.
pub(super) const KINDS: [&str; 2] = ["复议", "诉讼"];

/// What a number of reviews or lawsuits means.
pub(super) fn litigation(page: &Page, at: usize) -> Option<Meaning> {
    if !page.litigation {
        return None;
    }
    let clause = clause(page, at);
    let outcome = outcome(&clause).or_else(|| other(page, at));
    let known = kind(page, at, &clause, outcome.is_some())?;
    let unit = matches!(page.mentions[at].unit, "件" | "个" | "宗" | "起" | "");
    if !unit || any(&without(&clause, &["正在审理", "尚在审理"]), &STEPS) {
        return None;
    }
    let appealed = any(&clause, &APPEALED);
    if outcome.is_none() && !appealed && KINDS.iter().all(|word| has(&clause, word)) {
        return new("both", BOTH, together(page, at));
    }
    let (kind, table) = match known {
        "诉讼" => (known, LAWSUIT),
        _ if appealed => ("起诉", LAWSUIT),
        _ => (known, REVIEW),
    };
    let word = outcome.unwrap_or("total");
    let (_, readings) = table.iter().find(|(name, _)| *name == word)?;
    let all = || word == "total" && is_all(page, at, &clause);
    Some(Meaning {
        name: format!("{kind}-{word}"),
        readings: readings.to_vec(),
        sure: !any(&clause, &LIMITED) && (all() || alone(page, at, word)),
        governor: outcome.and_then(|_| governor(page, at, known)),
    })
}

/// The words around a number; of one in a row behind another, `复议7件、诉讼12件`, its own alone.
fn clause(page: &Page, at: usize) -> String {
    let (label, wide) = (page.label(at), page.wide(at));
    let kinds = KINDS.iter().filter(|word| has(label, word)).count();
    let own = kinds == 1 && wide.contains(|c: char| c.is_ascii_digit());
    format!("{}{}", if own { label } else { wide }, page.tail(at))
}

/// 其他 alone, among outcomes of cases.
fn other(page: &Page, at: usize) -> Option<&'static str> {
    ["其他", "其它", "其他情形"]
        .contains(&page.label(at))
        .then_some("other")
}

/// Which kind of case a number counts: as its clause says, or of an outcome the last that its sentence names.
pub(super) fn kind(page: &Page, at: usize, clause: &str, outcome: bool) -> Option<&'static str> {
    let named = KINDS.into_iter().find(|word| has(clause, word));
    let far = || {
        let plain = without(before(page, at), &APPEALED);
        let places = KINDS
            .into_iter()
            .filter_map(|word| Some((rfind(&plain, word)?, word)));
        let (_, word) = places.max()?;
        // Courts speak of lawsuits, too.
        (word == "诉讼" || !any(clause, &["法院", "判决"])).then_some(word)
    };
    named.or_else(|| outcome.then(far).flatten())
}

/// Whether a number without an outcome is of all cases about disclosure.
fn is_all(page: &Page, at: usize, clause: &str) -> bool {
    let sentence = before(page, at);
    let after = &page.text()[page.mentions[at].range.end..];
    let after = after.split(['。', '!', '?']).next().unwrap_or(after);
    let tied = any(sentence, &["信息公开", "依申请"])
        || any(&page.heading, &["申请", "复议"])
        || requests(page);
    let shared = after
        .trim_start_matches(['件', '宗', '起', '个'])
        .starts_with(",占");
    let headed = ["信息公开", "复议"]
        .iter()
        .all(|word| page.heading.contains(word));
    let headed = headed && outcome(sentence).is_none();
    let words = &unscoped(page, page.wide(at));
    let said = plainly(words)
        || (headed && none::cases(words.trim_end_matches(['共', '计', '有', '为'])))
        || any(clause, &["引发", "发生", "产生", "提起", "因"]);
    // 以县政府为被申请人的行政复议3件: those against one body.
    let against = any(clause, &["为被申请人的", "为被告的"]);
    let brought = || any(sentence, BROUGHT) && !any(after, &["一审", "二审"]);
    tied && !against && !listed(page, at) && !shared && (said || brought())
}

/// Whether an outcome is counted in words that say no more than that it was one of cases about disclosure:
/// `政府信息公开行政复议被纠正1件`.
fn alone(page: &Page, at: usize, outcome: &str) -> bool {
    let words = page.wide(at);
    let rest = without(
        &without(words, PAIRED),
        &["复议", "诉讼", "案件", "被", "结果", "纠正", "维持", "败诉"],
    );
    let named = outcome != "total" && has(words, "信息公开") && page.label(at) == words;
    named && rest.trim_end_matches(['共', '计', '有', '为']).is_empty() && !listed(page, at)
}

/// Whether a number is plainly of the reviews and lawsuits about disclosure together: `因信息公开引发的行政复议、行政诉讼6件`;
/// or there were none of either: `行政复议、行政诉讼均为0件`.
fn together(page: &Page, at: usize) -> bool {
    let words = page
        .wide(at)
        .trim_end_matches(['共', '计', '有', '均', '都', '为', '案', '件']);
    let pair = TOGETHER.iter().any(|pair| words.ends_with(pair));
    let brought = any(words, &["引发", "发生", "产生", "引起", "因"]);
    let zero = page.mentions[at].value.is_zero() && page.says(&["信息公开"]);
    let none = zero && none::cases(words);
    pair && (words.contains("信息公开") && brought || none)
        && !any(page.tail(at), &["以上", "审结"])
        && !listed(page, at)
}

/// Whether the words say no more than reviews or lawsuits about disclosure: 政府信息公开行政诉讼案件共.
fn plainly(words: &str) -> bool {
    let words = words.trim_end_matches(['共', '计', '有', '为']);
    let words = words.rsplit(')').next().unwrap_or(words);
    words.contains("信息公开") && none::cases(words)
}

/// Whether lawsuits are told right behind the reviews about disclosure, which are the table's own or none at all:
/// `因政府信息公开被申请行政复议3件。行政诉讼案件7件`.
pub(super) fn beside(page: &Page, at: usize, meaning: &Meaning, facts: &Facts) -> bool {
    if !meaning.sure
        && meaning.name.ends_with("-total")
        && (paired(page, at, facts) || formal(page, at))
    {
        return true;
    }
    let label = page.label(at).trim_end_matches(['共', '计', '为', '有']);
    let plain = LAWSUITS.iter().any(|words| label.ends_with(words)) && label == page.wide(at);
    if meaning.name != "诉讼-total" || listed(page, at) || !plain {
        return false;
    }
    let reviews =
        |i: &usize| litigation(page, *i).is_some_and(|one| one.name == "复议-total" && one.sure);
    let from = (0..at).rev().take(6).find(reviews);
    let start = from.map_or(0, |i| page.mentions[i].range.end);
    let between = clip(page.slice(start..page.mentions[at].wide.start));
    match from {
        Some(i) => {
            value(facts, &["t4.review.total"]) == Some(page.mentions[i].value)
                && between.matches('。').count() < 2
        }
        None => {
            let said = between.trim_end_matches(['。', ';', ',']);
            let said = after_last(said, &['。', ';']);
            has(said, "信息公开") && has(said, "行政复议") && any(said, &["未发生", "没有", "无"])
        }
    }
}

/// Whether reviews and lawsuits stand side by side in words that say no more, and one of them is the table's own:
/// `全年行政复议6件、行政诉讼17件`.
fn paired(page: &Page, at: usize, facts: &Facts) -> bool {
    let bare = |i: usize| {
        let words = page
            .label(i)
            .trim_end_matches(['共', '计', '为', '有', '案', '件']);
        without(words, PAIRED)
    };
    let total = |i: usize| match bare(i).as_str() {
        "复议" => value(facts, &["t4.review.total"]),
        "诉讼" => value(facts, &["t4.direct.total", "t4.after_review.total"]),
        _ => None,
    };
    let beside = [
        at.checked_sub(1),
        Some(at + 1).filter(|&i| i < page.mentions.len()),
    ];
    let own = |i: usize| {
        let mention = &page.mentions[i];
        let near = page.same_sentence(i.min(at), i.max(at)) && bare(i) != bare(at);
        near && mention.is_exact() && !mention.value.is_zero() && total(i) == Some(mention.value)
    };
    let disclosure = requests(page) || page.says(&["信息公开"]);
    disclosure && total(at).is_some() && beside.into_iter().flatten().any(own)
}

pub(super) fn outcome(clause: &str) -> Option<&'static str> {
    const WORDS: &[(&str, &str)] = &[
        ("未审结", "pending"),
        ("未办结", "pending"),
        ("正在审理", "pending"),
        ("纠正", "corrected"),
        ("纠错", "corrected"),
        ("败诉", "corrected"),
        ("维持", "upheld"),
        ("驳回", "upheld"),
        ("其他结果", "other"),
        ("其他方式结案", "other"),
    ];
    WORDS
        .iter()
        .find(|(word, _)| has(clause, word))
        .map(|&(_, name)| name)
}
